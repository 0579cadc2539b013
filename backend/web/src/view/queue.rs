//! The queue and the log as they are shown (til godkjenning, logg).

use super::{moment, wait};
use contract::{
    operation::AttachedFile,
    view::{Approver, Decided, LogLine, QueueItem, Signature},
};
use domain::{review, send};
use flow::{Logged, Waiting};
use jiff::civil::Date;
use vocabulary::{Language, PersonId, Severity};

/// One draft that waits.
pub(crate) fn queue_item(waiting: &Waiting, words: Language) -> QueueItem {
    let findings = waiting.findings.iter().filter(|(severity, _)| *severity >= Severity::Verify);
    let mut topics: Vec<_> = findings.map(|(_, code)| *code).collect();
    topics.dedup();
    QueueItem {
        draft: waiting.draft.clone(),
        from_name: waiting.from_name.clone(),
        case: waiting.case,
        topics,
        severity: waiting.findings.iter().map(|(severity, _)| *severity).max().unwrap_or(Severity::Note),
        decidable: waiting.decidable,
        mine: waiting.mine,
        overdue: waiting.wait.overdue,
        told: wait::queued(waiting, words),
    }
}

/// Who is known to approve, as one of them sees it today.
pub(crate) fn approvers(
    known: &[review::Approver],
    (person, today): (&PersonId, Date),
    words: Language,
) -> Vec<Approver> {
    let one = |approver: &review::Approver| Approver {
        id: approver.person.clone(),
        name: approver.name.clone(),
        own: approver.person == *person,
        told: approver.absent(today).map(|absence| wait::away(absence, known, words)).unwrap_or_default(),
    };
    known.iter().map(one).collect()
}

/// One line of the log.
pub(crate) fn log_line(logged: &Logged) -> LogLine {
    LogLine {
        at: moment(logged.at),
        who: logged.who.clone(),
        action: logged.action.to_owned(),
        revision: logged.revision,
        entry: logged.entry,
    }
}

/// A registered signature.
pub(crate) fn signature(signature: &send::Signature) -> Signature {
    let image = |image: &domain::thread::Attachment| AttachedFile {
        name: image.name.clone(),
        size: image.size,
        sha256: image.sha256.clone(),
        inline: image.inline,
    };
    Signature { text: signature.text().to_owned(), images: signature.images().iter().map(image).collect() }
}

/// A draft that came back.
pub(crate) fn decided(decided: flow::Decided) -> Decided {
    let flow::Decided { draft, from_name, by, approved } = decided;
    Decided { draft, from_name, by, approved }
}
