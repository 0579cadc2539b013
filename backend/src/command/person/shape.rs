//! What is kept of a person, in words that they can read (eksport): every field under its own name, and what no erasure reaches.

use crate::config::Config;
use domain::{
    audit::Link,
    dossier::{Aside, Dossier, Journalling, Revision, Subject, Tie},
    evidence::Item,
    review::{Approver, Ruling},
    rule::Retention,
    send::{Seal, Signature},
    thread::{Address, Attachment, Message},
};
use flow::Kept;
use jiff::SignedDuration;
use register::Mailed;
use serde_json::{Value, json};
use vocabulary::DraftId;

/// What whoever hands an export over must know.
pub(super) const EXPORTED: [&str; 5] = [
    "Dette er alt Saksvar har lagret om adressen eller saken. Originalene ligger i postkassen og i saksystemet; be om innsyn der også.",
    "Utlevering kan gjelde opplysninger om andre og interne dokumenter. Vurder unntakene i personopplysningsloven § 16 før noe gis ut.",
    "Det letes etter adressen eller saksnummeret, ikke etter navn. Tekst om en person som bare er nevnt ved navn, blir ikke funnet.",
    "Under «records» står sakene i det importerte registeret som har adressen. Registeret er en kopi av saksystemet.",
    "Under «answers» står tidligere svar fra importert e-post som gikk til adressen, svarte den eller nevner den. Av selve e-posten er bare dette beholdt.",
];

/// What an erasure does not reach, and why.
pub(super) fn remaining(is_wiped: bool, is_read: bool) -> Vec<&'static str> {
    let mut notes = vec![
        "Sporet beholdes: hvem som gjorde hva når, id-er, saksnummer og saltede summer, uten tekst. Det er bevis for hvordan svar ble til, og kjeden tåler ikke at poster fjernes (personvernforordningen art. 17 nr. 3 bokstav b og e).",
        "E-posten i postkassen og dokumentene i saksystemet røres ikke. De er arkivverdige og følger arkivloven.",
        "Tidligere svar fra importert e-post er slettet fra registeret («answers»). Ta e-posten ut av mappen også: importeres den på nytt, kommer svaret tilbake.",
        "Importerte saker er en kopi av saksystemet. De endres der, og her ved neste import.",
        "Sikkerhetskopier av databasen og registeret har teksten til de er for gamle. Blir en eldre kopi lagt tilbake, må slettingen gjøres på nytt.",
    ];
    if !is_wiped {
        notes.push("Noen leser databasen nå, så loggen ved siden av den har ennå krypterte rester. Serveren prøver igjen hver time når den sletter noe; kjør kommandoen på nytt for å gjøre det nå.");
    }
    if !is_read {
        notes.push("Noen utkast er skadet og kan ikke leses, så ingen kan si om de gjelder denne personen. De står under «unread».");
    }
    notes
}

/// How an answer begins.
pub(super) fn head(kept: Kept<'_>, subject: &Subject, house: &Config) -> Value {
    let who = match subject {
        Subject::Address(address) => address.clone(),
        Subject::Case(number) => number.to_string(),
        Subject::Account(person) => person.to_string(),
    };
    json!({"tenant": kept.tenant, "body": house.house.body, "at": kept.now.to_string(), "who": who})
}

pub(super) fn erased(tie: Tie, draft: &DraftId) -> Value {
    json!({"draft": draft, "why": tie.name()})
}

/// An answer made from imported mail.
pub(super) fn mailed(tie: Tie, answer: &Mailed) -> Value {
    let Mailed { id, title, date, to, text } = answer;
    json!({"answer": id, "why": tie.name(), "title": title, "date": date.to_string(), "to": to, "text": text})
}

pub(super) fn signature(kept: Option<&Signature>) -> Value {
    kept.map_or(Value::Null, |kept| json!({"text": kept.text(), "images": files(kept.images())}))
}

/// Somebody who is known to approve, or whom the account stands in for.
pub(super) fn approver(kept: &Approver) -> Value {
    let away = kept.absence.as_ref().map(|away| json!({"until": away.until.to_string(), "stand_in": away.stand_in}));
    json!({"account": kept.person, "name": kept.name, "seen": kept.seen.to_string(), "away": away})
}

/// One reply with everything that is kept about it.
pub(super) fn draft((tie, dossier): (Tie, &Dossier), entries: &[Link], retention: Retention) -> Value {
    let days = SignedDuration::from_hours(24 * i64::from(retention.days(dossier.kind())));
    let until = dossier.since().saturating_add(days).unwrap_or(dossier.since());
    let offered = dossier.matched.candidates.iter().map(|(number, title)| json!({"number": number, "title": title}));
    let asked = dossier.request.as_ref().map(|request| {
        let to = request.to.as_ref().map(|to| json!({"name": to.name, "account": to.person}));
        json!({
            "by": request.by_name, "account": request.by, "at": request.at.to_string(), "revision": request.revision, "to": to,
            "reminded": request.reminded.map(|at| at.to_string()),
        })
    });
    json!({
        "draft": dossier.id, "why": tie.name(), "reference": dossier.reference, "subject": dossier.subject, "from": dossier.from,
        "status": dossier.status, "created": dossier.created.to_string(), "kind": dossier.kind().name(), "kept_until": until.to_string(),
        "mail": dossier.key.mail, "conversation": dossier.key.conversation, "mailbox": dossier.key.mailbox,
        "case": {"number": dossier.matched.number, "offered": offered.collect::<Vec<_>>()},
        "mails": dossier.messages.iter().map(mail).collect::<Vec<_>>(),
        "sources": dossier.evidence.iter().map(source).collect::<Vec<_>>(),
        "revisions": dossier.revisions.iter().map(revision).collect::<Vec<_>>(),
        "review_asked": asked, "rulings": dossier.rulings.iter().map(ruling).collect::<Vec<_>>(),
        "unsaved": dossier.asides.iter().map(unsaved).collect::<Vec<_>>(),
        "journalling": dossier.journalling.as_ref().map(journalling),
        "sealed": dossier.seal.as_ref().map(seal), "trail": entries.iter().map(entry).collect::<Vec<_>>(),
    })
}

fn journalling(journalling: &Journalling) -> Value {
    let fields = &journalling.fields;
    json!({
        "by": journalling.by_name, "account": journalling.by, "at": journalling.at.to_string(),
        "standing": super::super::shape::snake(journalling.standing), "case": fields.case, "title": fields.title,
        "public_title": fields.public_title, "code": fields.access.code, "basis": fields.access.legal_basis,
        "why": journalling.why, "numbers": journalling.numbers,
    })
}

fn address(one: &Address) -> Value {
    json!({"name": one.name, "address": one.address})
}

fn addresses(all: &[Address]) -> Vec<Value> {
    all.iter().map(address).collect()
}

fn files(all: &[Attachment]) -> Vec<Value> {
    all.iter()
        .map(|file| json!({"name": file.name, "size": file.size, "sha256": file.sha256, "inline": file.inline}))
        .collect()
}

fn mail(mail: &Message) -> Value {
    json!({
        "from": address(&mail.from), "reply_to": addresses(&mail.reply_to), "to": addresses(&mail.to), "cc": addresses(&mail.cc),
        "bcc": addresses(&mail.bcc), "date": mail.date.map(|date| date.to_string()), "subject": mail.subject, "text": mail.text,
        "attachments": files(&mail.attachments), "message_id": mail.internet_id, "id": mail.id,
        "authenticated": mail.authenticated, "draft": mail.draft,
    })
}

fn source(item: &Item) -> Value {
    let source = &item.source;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    json!({
        "n": item.number, "system": source.system, "record": source.record, "title": source.title, "date": day(source.date),
        "valid_from": day(source.valid_from), "valid_to": day(source.valid_to), "case": source.case, "parties": source.parties,
        "access": {"code": source.access.code, "legal_basis": source.access.legal_basis}, "url": source.url, "unit": source.unit,
        "text": source.text, "retrieved": source.retrieved.to_string(),
    })
}

/// What an employee typed and has not saved.
fn unsaved(one: &Aside) -> Value {
    json!({"account": one.by, "at": one.at.to_string(), "revision": one.revision, "text": one.text})
}

fn revision(one: &Revision) -> Value {
    json!({
        "number": one.number, "author": one.author_name, "account": one.author, "at": one.at.to_string(), "writer": one.writer,
        "language": one.language, "outcome": one.outcome, "recipients": one.recipients, "text": one.marked, "footer": one.footer,
        "rules": one.rules,
    })
}

fn ruling(one: &Ruling) -> Value {
    json!({
        "by": one.by_name, "account": one.by, "at": one.at.to_string(), "revision": one.revision, "approved": one.approve,
        "ticked": one.ticked, "comment": one.comment, "proposal": one.proposal,
    })
}

fn seal(seal: &Seal) -> Value {
    let envelope = &seal.envelope;
    json!({
        "revision": seal.revision, "made": seal.made.to_string(), "expires": seal.expires.to_string(),
        "sent": seal.sent.map(|sent| sent.to_string()), "from": envelope.from, "to": envelope.to, "cc": envelope.cc, "bcc": envelope.bcc,
        "subject": envelope.subject, "attachments": files(&envelope.attachments), "text": seal.text,
    })
}

fn entry(link: &Link) -> Value {
    let entry = &link.entry;
    let facts = entry.facts.iter().map(|(name, value)| (name.clone(), json!(value)));
    json!({
        "sequence": link.sequence, "at": entry.at.to_string(), "account": entry.person, "action": entry.action.name(),
        "revision": entry.revision, "case": entry.case, "facts": facts.collect::<serde_json::Map<_, _>>(),
    })
}
