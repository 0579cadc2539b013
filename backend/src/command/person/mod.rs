//! `saksvar person`: what is kept of one person (innsyn og sletting), shown or erased, beside a running server.

mod shape;

use super::{Done, Ended, Wrong, print};
use crate::{config::Config, wire};
use domain::{
    dossier::Subject,
    port::{Clock, Store},
};
use flow::{Blocked, Failure, Kept};
use serde_json::Value;
use tokio::runtime::Runtime;
use vocabulary::{Language, TenantId};
use wire::SystemClock;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Everything that is kept of a person, as JSON; on record in the trail.
    Export(Who),
    /// Erases everything that is kept of a person, now; the trail keeps that it was done.
    Erase {
        #[command(flatten)]
        who: Who,
        /// It cannot be taken back.
        #[arg(long, required = true)]
        yes: bool,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Who {
    /// An e-mail address, the number of a case, or the id of an employee's account (their signature).
    #[arg(value_name = "ADDRESS|CASE|ACCOUNT")]
    who: String,
    /// The tenant (entra.tenant); without it, the only one of the settings.
    #[arg(long)]
    tenant: Option<String>,
}

impl Who {
    fn subject(&self) -> Result<Subject, Wrong> {
        self.who.parse().map_err(|unnamed| Wrong::Input(format!("{unnamed}")))
    }
}

pub(super) fn run(what: &What, config: &Config) -> Done {
    let (What::Export(who) | What::Erase { who, .. }) = what;
    let (subject, house) = (who.subject()?, config.house(who.tenant.as_deref()).map_err(Wrong::Input)?);
    let own =
        matches!(&subject, Subject::Address(address) if wire::rules(&house).is_ok_and(|rules| rules.is_own(address)));
    if own && matches!(what, What::Erase { .. }) {
        return Err(refused(&Failure::Blocked(Blocked::OwnAddress)));
    }
    let runtime = Runtime::new().map_err(|error| Wrong::Outside(format!("the runtime did not start: {error}")))?;
    runtime.block_on(async {
        let store = wire::store_beside(config).await.map_err(Wrong::Outside)?;
        let tenant = TenantId::new(&house.entra.tenant);
        let rows = store.tenant(&tenant);
        let kept = Kept { store: rows.as_ref(), tenant: &tenant, now: SystemClock.now() };
        let (answer, is_whole) = match what {
            What::Export(_) => export(kept, &subject, &house).await?,
            What::Erase { .. } => erase(kept, &subject, (&house, &store)).await?,
        };
        drop(rows);
        store.close().await;
        print(&answer.to_string())?;
        Ok(if is_whole { Ended::Fine } else { Ended::Findings })
    })
}

/// What is kept, and whether everything could be read.
async fn export(kept: Kept<'_>, subject: &Subject, house: &Config) -> Result<(Value, bool), Wrong> {
    let records = records(house, subject)?;
    let answers = wire::mailed(house, subject).map_err(Wrong::Outside)?;
    let holding = kept.export(subject).await.map_err(|failure| refused(&failure))?;
    let mut drafts = Vec::with_capacity(holding.dossiers.len());
    for (tie, dossier) in &holding.dossiers {
        let entries =
            kept.store.entries_of(&dossier.id).await.map_err(|failure| Wrong::Outside(failure.to_string()))?;
        drafts.push(shape::draft((*tie, dossier), &entries, house.retention.rule()));
    }
    let mut answer = shape::head(kept, subject, house);
    answer["drafts"] = drafts.into();
    answer["confirmed_mails"] = holding.confirmed.into();
    answer["signature"] = shape::signature(holding.signature.as_ref());
    answer["approver"] = holding.approvers.iter().map(shape::approver).collect();
    answer["records"] = records;
    answer["answers"] = answers.iter().map(|(tie, answer)| shape::mailed(*tie, answer)).collect();
    answer["unread"] = holding.unread.iter().map(ToString::to_string).collect();
    answer["notes"] = shape::EXPORTED.into();
    Ok((answer, holding.unread.is_empty()))
}

/// What was erased, and whether nothing of it is left in the files.
async fn erase(
    kept: Kept<'_>,
    subject: &Subject,
    (house, store): (&Config, &dyn Store),
) -> Result<(Value, bool), Wrong> {
    let gone = kept.erase(subject).await.map_err(|failure| refused(&failure))?;
    let answers = wire::forget_mailed(house, subject).map_err(Wrong::Outside)?;
    let is_wiped = store.wipe().await.map_err(|failure| Wrong::Outside(failure.to_string()))?;
    let mut answer = shape::head(kept, subject, house);
    answer["erased"] = gone.dossiers.iter().map(|(tie, draft)| shape::erased(*tie, draft)).collect();
    answer["confirmed_mails"] = gone.confirmed.into();
    answer["signature"] = gone.signature.into();
    answer["approver"] = gone.approver.into();
    answer["answers"] = answers.into();
    answer["unread"] = gone.unread.iter().map(ToString::to_string).collect();
    answer["files_wiped"] = is_wiped.into();
    answer["notes"] = shape::remaining(is_wiped, gone.unread.is_empty()).into();
    Ok((answer, is_wiped && gone.unread.is_empty()))
}

/// The numbers of the person's cases in the imported records, which are the case system's.
fn records(house: &Config, subject: &Subject) -> Result<Value, Wrong> {
    let ring = wire::key::ring(house).map_err(Wrong::Outside)?;
    let register = wire::register(house, &ring).map_err(Wrong::Outside)?;
    Ok(match subject {
        Subject::Address(address) => register.numbers_of(address).iter().map(ToString::to_string).collect(),
        Subject::Case(number) => register.holds(*number).then(|| number.to_string()).into_iter().collect(),
        Subject::Account(_) => Value::Array(Vec::new()),
    })
}

fn refused(failure: &Failure) -> Wrong {
    match failure {
        Failure::Blocked(blocked) => Wrong::Input(blocked.sentence(Language::En)),
        failure => Wrong::Outside(failure.to_string()),
    }
}
