//! On what one answer was based, as it is told (svargrunnlag).

use super::{draft, moment};
use contract::view::{
    Anchor, AskedMail, Basis, BasisFinding, BasisRevision, BasisRuling, BasisSeal, BasisSentence, BasisSource,
    Commitment, KeptBasis, ProvedEntry,
};
use domain::{
    basis::{self, Kept, Placed, Said, checksum, page},
    dossier::Revision,
    draft::normal::hex,
    evidence::Item,
    review::Ruling,
    send::Seal,
    thread::Message,
};
use vocabulary::Language;

/// The whole, with its page in the reader's language.
#[must_use]
pub fn basis(basis: &basis::Basis, words: Language) -> Basis {
    let origin = match &basis.anchor {
        basis::Anchor::Checkpoint(checkpoint) => Some(checkpoint.origin.clone()),
        basis::Anchor::Now(..) => None,
    };
    Basis {
        draft: basis.draft.clone(),
        body: basis.body.clone(),
        at: moment(basis.at),
        kept: basis.kept.as_ref().map(kept),
        commitments: basis.commitments().into_iter().map(commitment).collect(),
        entries: basis.entries.iter().map(|placed| entry(basis, placed)).collect(),
        anchor: Anchor { origin, size: basis.anchor.size(), root: hex(basis.anchor.root()) },
        html: page(basis, words),
    }
}

fn kept(kept: &Kept) -> KeptBasis {
    let dossier = &kept.dossier;
    let checked = kept.checked.as_ref();
    let sentence = |one: &domain::check::Assessed| BasisSentence {
        text: one.text.clone(),
        citations: one.citations.clone(),
        support: draft::support(one.bearing),
    };
    KeptBasis {
        reference: dossier.reference.clone(),
        status: dossier.status,
        case: dossier.matched.number,
        mail: mail(dossier.answered().unwrap_or(&Message::default())),
        others: u32::try_from(dossier.messages.len().saturating_sub(1)).unwrap_or(u32::MAX),
        evidence: dossier.evidence.iter().map(source).collect(),
        sentences: checked.map(|checked| checked.sentences().iter().map(sentence).collect()).unwrap_or_default(),
        findings: findings(kept),
        revisions: dossier.revisions.iter().map(|one| revision(kept, one)).collect(),
        requested_by: dossier.request.as_ref().map(|request| request.by_name.clone()),
        requested_at: dossier.request.as_ref().map(|request| moment(request.at)),
        rulings: dossier.rulings.iter().map(ruling).collect(),
        seal: dossier.seal.as_ref().map(seal),
        rules: kept.rules,
    }
}

/// A text, where it is kept.
fn text(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn mail(mail: &Message) -> AskedMail {
    AskedMail {
        name: mail.from.name.clone().unwrap_or_default(),
        from: mail.from.address.clone(),
        received: mail.date.map(moment),
        subject: mail.subject.clone(),
        message_id: mail.internet_id.clone(),
        text: text(&mail.text),
    }
}

fn source(item: &Item) -> BasisSource {
    let source = &item.source;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    BasisSource {
        n: item.number,
        system: source.system.clone(),
        record: source.record.clone(),
        title: source.title.clone(),
        date: day(source.date),
        valid_from: day(source.valid_from),
        valid_to: day(source.valid_to),
        retrieved: moment(source.retrieved),
        access: source.access.code.clone(),
        sha256: checksum(source),
        text: text(&source.text),
    }
}

fn findings(kept: &Kept) -> Vec<BasisFinding> {
    let all = kept.checked.iter().flat_map(|checked| checked.findings());
    let one = |finding: &domain::check::Finding| BasisFinding {
        code: finding.code,
        severity: finding.severity,
        text: finding.text.clone(),
        why: finding.why.clone(),
        legal: finding.legal.map(str::to_owned),
        ticked_by: kept.ticked(finding).iter().map(|ruling| ruling.by_name.clone()).collect(),
    };
    all.map(one).collect()
}

fn revision(kept: &Kept, revision: &Revision) -> BasisRevision {
    BasisRevision {
        number: revision.number,
        author: revision.author_name.clone(),
        at: moment(revision.at),
        writer: revision.writer.clone(),
        rules: revision.rules,
        language: revision.language,
        recipients: revision.recipients.clone(),
        text: text(&revision.marked),
        changes: kept.changes(revision).iter().map(draft::change).collect(),
    }
}

fn ruling(ruling: &Ruling) -> BasisRuling {
    BasisRuling {
        by: ruling.by_name.clone(),
        at: moment(ruling.at),
        revision: ruling.revision,
        approved: ruling.approve,
        comment: ruling.comment.clone(),
        ticked: ruling.ticked.clone(),
    }
}

fn seal(seal: &Seal) -> BasisSeal {
    let envelope = &seal.envelope;
    BasisSeal {
        revision: seal.revision,
        made: moment(seal.made),
        expires: moment(seal.expires),
        sent: seal.sent.map(moment),
        from: envelope.from.clone(),
        to: envelope.to.clone(),
        cc: [&envelope.cc[..], &envelope.bcc].concat(),
        subject: envelope.subject.clone(),
        text: text(&seal.text),
    }
}

fn commitment(one: basis::Commitment) -> Commitment {
    let matches = match one.said {
        Said::Matches => Some(true),
        Said::Differs => Some(false),
        Said::Erased => None,
    };
    Commitment { revision: one.revision, sha256: one.hash, entries: one.entries, matches }
}

fn entry(basis: &basis::Basis, placed: &Placed) -> ProvedEntry {
    let entry = &placed.link.entry;
    ProvedEntry {
        sequence: placed.link.sequence,
        at: moment(entry.at),
        who: entry.person.as_ref().map(|person| basis.name(person)).unwrap_or_default(),
        action: entry.action.name().to_owned(),
        revision: entry.revision,
        facts: entry.facts.clone(),
        hash: placed.link.hash.clone(),
        proof: placed.proof.as_ref().map(|path| path.iter().map(|hash| hex(hash)).collect()),
        proved: placed.holds(&basis.anchor),
    }
}
