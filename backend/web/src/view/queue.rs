//! The queue and the log as they are shown (til godkjenning, logg).

use super::moment;
use contract::view::{LogLine, QueueItem};
use flow::{Line, Waiting};

/// One draft that waits.
pub(crate) fn queue_item(waiting: &Waiting) -> QueueItem {
    let dossier = &waiting.dossier;
    let current = dossier.current();
    let requested_at = dossier.request.as_ref().map_or(current.at, |request| request.at);
    QueueItem {
        draft: dossier.id.clone(),
        from_name: waiting.from_name.clone(),
        case: dossier.matched.number,
        author: current.author_name.clone(),
        revision: current.number,
        topics: waiting.topics.clone(),
        severity: waiting.severity,
        requested_at: moment(requested_at),
        waited: waiting.waited,
        decidable: waiting.decidable,
    }
}

/// One line of the log.
pub(crate) fn log_line(line: &Line) -> LogLine {
    let entry = &line.link.entry;
    LogLine {
        at: moment(entry.at),
        who: line.who.clone(),
        action: entry.action.name().to_owned(),
        revision: entry.revision,
        entry: line.link.sequence,
    }
}
