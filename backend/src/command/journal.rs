//! `saksvar journal`: what waits for the case system (utboks) and why, tried again, beside a running server; and what is suggested for a mail.

use super::{Done, Ended, Wrong, prepare, print, shape};
use crate::{config::Config, wire};
use domain::{
    dossier::House,
    filing::{Correspondent, Way},
    port::{Clock, Parcel, Posting, Store, TenantStore},
};
use flow::{Failure, Kept};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use vocabulary::{DraftId, Language, TenantId};
use wire::SystemClock;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// What waits, a line of JSON each: since when nothing came of it, why, and when it is tried next.
    List(Whose),
    /// One of them whole: each mail with its titles, code and correspondents. Not the mails themselves.
    Show {
        /// The draft.
        draft: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Has it tried at once; a running server does so within a minute.
    Retry {
        /// The draft; without it, all that waits.
        draft: Option<String>,
        #[command(flatten)]
        whose: Whose,
    },
    /// What would be suggested for the reply to a mail, offline.
    Suggest(Box<prepare::Words>),
}

#[derive(Debug, clap::Args)]
pub(super) struct Whose {
    /// The tenant (entra.tenant); without it, the only one of the settings.
    #[arg(long)]
    tenant: Option<String>,
}

pub(super) fn run(what: &What, settings: impl Fn() -> Result<Config, Wrong>) -> Done {
    let whose = match what {
        What::Suggest(words) => return suggest(words),
        What::List(whose) | What::Show { whose, .. } | What::Retry { whose, .. } => whose,
    };
    let config = settings()?;
    let house = config.house(whose.tenant.as_deref()).map_err(Wrong::Input)?;
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    let lines = runtime.block_on(async {
        let store = wire::store_beside(&config).await.map_err(Wrong::Outside)?;
        let tenant = TenantId::new(&house.entra.tenant);
        let rows = store.tenant(&tenant);
        let lines = told(what, rows.as_ref(), &tenant).await;
        drop(rows);
        store.close().await;
        lines
    })?;
    lines.iter().try_for_each(|line| print(&line.to_string()).map(drop))?;
    let waits = matches!(what, What::List(_)) && !lines.is_empty();
    Ok(if waits { Ended::Findings } else { Ended::Fine })
}

async fn told(what: &What, store: &dyn TenantStore, tenant: &TenantId) -> Result<Vec<Value>, Wrong> {
    match what {
        What::Show { draft, .. } => {
            let found = store.posting(&DraftId::new(draft)).await.map_err(outside)?;
            let posting = found.ok_or_else(|| Wrong::Input(nothing(draft)))?;
            Ok(vec![whole(&posting)])
        }
        What::Retry { draft, .. } => {
            let kept = Kept { store, tenant, now: SystemClock.now() };
            let one = draft.as_deref().map(DraftId::new);
            let done = kept.retry_journal(one.as_ref()).await.map_err(|failure| match failure {
                Failure::NotFound => Wrong::Input(nothing(draft.as_deref().unwrap_or_default())),
                failure => Wrong::Outside(failure.to_string()),
            })?;
            Ok(vec![json!({"retried": done, "notes": "A running server tries within a minute, another at its start."})])
        }
        _ => Ok(store.postings().await.map_err(outside)?.iter().map(brief).collect()),
    }
}

fn nothing(draft: &str) -> String {
    format!("nothing waits of {draft}; `saksvar journal list` names what does")
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn outside(failure: domain::port::Failure) -> Wrong {
    Wrong::Outside(failure.to_string())
}

/// How it stands, without a word of what is in it.
fn brief(posting: &Posting) -> Value {
    let state = match (posting.due, posting.at_work) {
        (None, _) => "stopped",
        (_, true) => "at_work",
        _ => "queued",
    };
    let case = posting.parcels.last().map(|parcel| parcel.filing.case.to_string());
    json!({
        "draft": posting.draft, "case": case, "state": state, "tries": posting.tries,
        "failing": posting.failing.map(shape::snake), "due": posting.due.map(|due| due.to_string()),
        "mails": posting.parcels.len(), "registered": posting.numbers(),
    })
}

fn whole(posting: &Posting) -> Value {
    let mut answer = brief(posting);
    answer["by"] = posting.by_name.clone().into();
    answer["mails"] = posting.parcels.iter().map(parcel).collect();
    answer["undo"] = posting.undo.iter().map(|filed| filed.number.clone()).collect();
    answer
}

fn parcel(parcel: &Parcel) -> Value {
    let filing = &parcel.filing;
    json!({
        "type": way(filing.way), "at": filing.at.to_string(), "title": filing.title, "public_title": filing.public_title,
        "code": filing.access.code, "basis": filing.access.legal_basis, "people": people(&filing.people),
        "message_id": filing.message_id, "bytes": filing.mime.len(), "signed_off": parcel.signed_off,
        "number": parcel.filed.as_ref().map(|filed| filed.number.clone()),
    })
}

/// The code of Noark.
fn way(way: Way) -> &'static str {
    match way {
        Way::In => "I",
        Way::Out => "U",
    }
}

fn people(all: &[Correspondent]) -> Vec<Value> {
    all.iter().map(|one| json!({"role": one.role, "name": one.name, "email": one.email})).collect()
}

fn suggest(words: &prepare::Words) -> Done {
    let (shown, _) = prepare::prepared(words)?;
    let journal = shown.dossier.journal(&shown.thread, &shown.checked);
    let fields = &journal.fields;
    // Without settings the house is whoever the mail was sent to.
    let to = shown.thread.answered().message.to.first().map_or("", |to| to.address.as_str());
    let domains: Vec<String> = to.rsplit_once('@').map(|(_, domain)| domain.to_owned()).into_iter().collect();
    let house = House { from: &shown.dossier.from, domains: &domains };
    let incoming = shown.dossier.incoming(house);
    let mails = incoming.iter().map(|slip| {
        let asked = fields.of_incoming();
        json!({
            "type": way(slip.way), "at": slip.at.to_string(), "title": asked.title, "public_title": asked.public_title,
            "people": people(&slip.people), "message_id": slip.message_id,
        })
    });
    let answer = json!({
        "journal": journal.reason.is_for(), "reason": shape::snake(journal.reason), "why": journal.reason.sentence(Language::Nb),
        "case": fields.case, "title": fields.title, "public_title": fields.public_title,
        "code": fields.access.code, "basis": fields.access.legal_basis, "incoming": mails.collect::<Vec<_>>(),
    });
    print(&answer.to_string())
}
