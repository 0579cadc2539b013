//! A draft as it is shown (utkast).

use super::{filing, mail, moment, wait};
use contract::view::{Action, After, Before, Change, Draft, Evidence, Finding, Review, Sentence, Support, Unsaved};
use domain::{
    check::{self, Assessed, Bearing},
    dossier::{Sending, Step, Stretch},
    evidence::Item,
};
use flow::Shown;
use vocabulary::{Language, Status};

/// The whole draft, as it was made for this caller.
pub(crate) fn draft(shown: &Shown, words: Language) -> Draft {
    let (dossier, checked) = (&shown.dossier, &shown.checked);
    let (text, revision) = (checked.draft(), dossier.current());
    let frame = text.frame();
    Draft {
        id: dossier.id.clone(),
        revision: revision.number,
        fingerprint: shown.fingerprint.clone(),
        status: dossier.status,
        outcome: frame.outcome,
        language: frame.language,
        tone: revision.tone,
        mail: mail::mail(shown, words),
        case: mail::case(shown, words),
        text: text.marked().to_owned(),
        footer: frame.footer.clone(),
        sentences: checked.sentences().iter().map(sentence).collect(),
        evidence: shown.evidence.items().iter().map(|item| evidence(item, checked.sentences())).collect(),
        findings: checked.findings().iter().map(finding).collect(),
        fine: checked.fine().to_vec(),
        verdict: checked.verdict(),
        gaps: text.gaps().to_vec(),
        recipients: frame.recipients.clone(),
        writer: revision.writer.clone(),
        author: revision.author_name.clone(),
        mine: shown.mine,
        review: review(shown, words),
        changes: shown.changes.iter().map(change).collect(),
        before: before(shown),
        unsaved: unsaved(shown),
        after: after(shown, words),
        next: shown.next.iter().map(|step| action(*step)).collect(),
    }
}

fn sentence(assessed: &Assessed) -> Sentence {
    Sentence { span: assessed.span, citations: assessed.citations.clone(), support: support(assessed.bearing) }
}

pub(super) fn support(bearing: Bearing) -> Support {
    match bearing {
        Bearing::Supported => Support::Supported,
        Bearing::Unsupported => Support::Unsupported,
        Bearing::Contradicted => Support::Contradicted,
        Bearing::NoClaim => Support::NoClaim,
    }
}

fn evidence(item: &Item, sentences: &[Assessed]) -> Evidence {
    let source = &item.source;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    Evidence {
        n: item.number,
        system: source.system.clone(),
        record: source.record.clone(),
        title: source.title.clone(),
        date: day(source.date),
        valid_from: day(source.valid_from),
        valid_to: day(source.valid_to),
        access: source.access.code.clone(),
        url: source.url.clone(),
        text: source.text.clone(),
        marks: check::mark::marks(item, sentences),
        retrieved: moment(source.retrieved),
    }
}

fn finding(finding: &check::Finding) -> Finding {
    Finding {
        key: finding.key(),
        code: finding.code,
        severity: finding.severity,
        span: finding.span,
        text: finding.text.clone(),
        why: finding.why.clone(),
        legal: finding.legal.map(str::to_owned),
        clears: finding.clears.clone(),
        evidence: finding.evidence.clone(),
    }
}

/// What the caller may take back, while they may write at all.
fn before(shown: &Shown) -> Option<Before> {
    let now = shown.dossier.current();
    let before = shown.dossier.before(&shown.person).filter(|_| shown.mine && shown.next.contains(&Step::Revise))?;
    Some(Before { text: before.marked.clone(), edited: before.writer == PERSON && now.writer != PERSON })
}

/// The writer of a text that a person edited.
const PERSON: &str = "person";

fn unsaved(shown: &Shown) -> Option<Unsaved> {
    let aside = shown.dossier.aside(&shown.person)?;
    Some(Unsaved { text: aside.text.clone(), revision: aside.revision })
}

/// The request, with the ruling over the same revision where there is one.
fn review(shown: &Shown, words: Language) -> Option<Review> {
    let request = shown.dossier.request.as_ref()?;
    let before = shown.dossier.approved_before();
    let ruling = shown
        .dossier
        .rulings
        .iter()
        .rev()
        .find(|ruling| ruling.revision == request.revision && ruling.at >= request.at);
    let told = shown.wait.as_ref().map(|waits| wait::told(waits, (request.to.as_ref(), request.reminded), words));
    Some(Review {
        requested_by: request.by_name.clone(),
        requested_at: moment(request.at),
        overdue: shown.wait.as_ref().is_some_and(|wait| wait.overdue),
        told: told.unwrap_or_default(),
        decided_by: ruling.map(|ruling| ruling.by_name.clone()),
        decided_at: ruling.map(|ruling| moment(ruling.at)),
        approved: ruling.map(|ruling| ruling.approve),
        comment: ruling.map(|ruling| ruling.comment.clone()).unwrap_or_default(),
        proposal: shown.dossier.proposal().map(|(_, text)| text.to_owned()),
        proposed: shown.dossier.proposed().iter().map(change).collect(),
        approved_by: before.map(|ruling| ruling.by_name.clone()),
        approved_at: before.map(|ruling| moment(ruling.at)),
        ticked: shown.ticked.clone(),
    })
}

/// What there is to say once it is on its way.
fn after(shown: &Shown, words: Language) -> Option<After> {
    let dossier = &shown.dossier;
    let sending = dossier.sending.as_ref();
    let is_sent = dossier.status == Status::Sent;
    if !is_sent && sending.is_none() {
        return None;
    }
    let by = sending.map_or(&dossier.current().author_name, |sending| &sending.by_name);
    let sent = dossier.seal.as_ref().and_then(|seal| seal.sent);
    let journal = shown.journal.as_ref();
    Some(After {
        sent_at: sent.map(moment),
        by: by.clone(),
        unsure: !is_sent && sending.is_some_and(Sending::is_unsure),
        journal: journal.map(|journal| journal.reason.is_for()),
        why: journal.map(|journal| journal.reason.sentence(words).to_owned()).unwrap_or_default(),
        title: journal.map(|journal| journal.fields.public_title.clone()).unwrap_or_default(),
        filing: filing::filing(shown, words),
        unrated: is_sent && shown.mine && dossier.rated.is_none(),
    })
}

pub(super) fn change(stretch: &Stretch) -> Change {
    let (kind, text) = match stretch {
        Stretch::Same(text) => ("same", text),
        Stretch::Added(text) => ("added", text),
        Stretch::Removed(text) => ("removed", text),
    };
    Change { kind: kind.to_owned(), text: text.clone() }
}

fn action(step: Step) -> Action {
    match step {
        Step::Fill => Action::Fill,
        Step::RequestReview => Action::RequestReview,
        Step::Remind => Action::Remind,
        Step::Send => Action::Send,
        Step::Release => Action::Release,
        Step::Approve => Action::Approve,
        Step::Return => Action::Return,
        Step::Adopt => Action::Adopt,
        Step::Revise => Action::Revise,
        Step::Rewrite => Action::Rewrite,
        Step::TakeOver => Action::TakeOver,
        Step::SweepSent => Action::SweepSent,
    }
}
