//! A draft as it is shown (utkast).

use super::{mail, moment};
use contract::view::{Action, After, Change, Draft, Evidence, Finding, Review, Sentence, Support};
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
        mail: mail::mail(shown),
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
        review: review(shown),
        changes: shown.changes.iter().map(change).collect(),
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

/// The request, with the ruling over the same revision where there is one.
fn review(shown: &Shown) -> Option<Review> {
    let request = shown.dossier.request.as_ref()?;
    let ruling = shown
        .dossier
        .rulings
        .iter()
        .rev()
        .find(|ruling| ruling.revision == request.revision && ruling.at >= request.at);
    Some(Review {
        requested_by: request.by_name.clone(),
        requested_at: moment(request.at),
        decided_by: ruling.map(|ruling| ruling.by_name.clone()),
        decided_at: ruling.map(|ruling| moment(ruling.at)),
        approved: ruling.map(|ruling| ruling.approve),
        comment: ruling.map(|ruling| ruling.comment.clone()).unwrap_or_default(),
        proposal: shown.dossier.proposal().map(|(_, text)| text.to_owned()),
        proposed: shown.dossier.proposed().iter().map(change).collect(),
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
        title: journal.map(|journal| journal.title.clone()).unwrap_or_default(),
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
