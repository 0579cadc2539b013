//! A sorted mail as it is shown (sortering).

use contract::view::{Confirmed, Journal, Sorting, Unit};
use flow::Sorted;
use vocabulary::Language;

/// The proposal with its reasons as sentences.
pub(crate) fn sorting(Sorted { proposal, confirmed, units }: Sorted, words: Language) -> Sorting {
    Sorting {
        class: proposal.class,
        forward_to: proposal.forward_to,
        confidence: (proposal.confidence * 100.0).round() / 100.0,
        reasons: proposal.reasons.iter().map(|reason| reason.words(words)).collect(),
        journal: Journal {
            value_as_evidence: proposal.journal.value_as_evidence,
            case_handled: proposal.journal.case_handled,
        },
        confirmed: confirmed
            .map(|label| Confirmed { class: label.class(), forward_to: label.unit().map(str::to_owned) }),
        units: units.into_iter().map(|unit| Unit { id: unit.id, name: unit.name }).collect(),
    }
}
