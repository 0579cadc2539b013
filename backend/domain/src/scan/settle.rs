//! Which candidate stays where two overlap (avklaring): the surer one, then the more telling kind, then the longer one.

use super::{Candidate, Confidence, Found, Kind};
use std::{collections::BTreeMap, ops::Range};
use vocabulary::span::Scalars;

/// Keeps the surest of overlapping identifiers; words for delicate matters may lie in anything but each other.
pub(super) fn settle(text: &str, mut candidates: Vec<Candidate>) -> Vec<Found> {
    candidates
        .sort_by_key(|one| (std::cmp::Reverse(one.confidence), rank(one.kind), std::cmp::Reverse(one.bytes.len())));
    let mut taken: [BTreeMap<usize, usize>; 2] = Default::default();
    let names = Names::of(&candidates);
    let accounts = doubtful_accounts(&candidates);
    candidates.retain(|one| {
        if one.kind.is_topic() && names.end_with(&one.bytes) {
            return false;
        }
        let layer = &mut taken[usize::from(one.kind.is_topic())];
        let clear = layer.range(..one.bytes.end).next_back().is_none_or(|(_, end)| *end <= one.bytes.start);
        if clear {
            layer.insert(one.bytes.start, one.bytes.end);
        }
        clear || one.kind.is_personal_number() && accounts.get(&one.bytes.start) == Some(&one.bytes.end)
    });
    candidates.sort_by_key(|one| (one.bytes.start, one.bytes.end, rank(one.kind) == 1));
    let scalars = Scalars::new(text);
    candidates.into_iter().map(|one| found(text, &scalars, one)).collect()
}

/// Accounts that no word and no grouping vouches for: one of these may be a person's number valid by the rule of 2032, so both
/// are said.
fn doubtful_accounts(candidates: &[Candidate]) -> BTreeMap<usize, usize> {
    let doubtful = |one: &&Candidate| one.kind == Kind::BankAccount && one.confidence == Confidence::Probable;
    candidates.iter().filter(doubtful).map(|one| (one.bytes.start, one.bytes.end)).collect()
}

/// Where people are named, so that "Marit Vold" is a person and no violence.
struct Names(BTreeMap<usize, usize>);

impl Names {
    fn of(candidates: &[Candidate]) -> Self {
        let names = candidates.iter().filter(|one| one.kind == Kind::Name);
        Self(names.map(|one| (one.bytes.end, one.bytes.start)).collect())
    }

    /// Whether these bytes are the last part of a name.
    fn end_with(&self, bytes: &Range<usize>) -> bool {
        self.0.get(&bytes.end).is_some_and(|start| *start <= bytes.start)
    }
}

fn found(text: &str, scalars: &Scalars, one: Candidate) -> Found {
    let words = text[one.bytes.clone()].to_owned();
    Found { kind: one.kind, text: words, span: scalars.span(one.bytes), confidence: one.confidence }
}

/// An e-mail address holds what may look like a name or a telephone number; an address may hold a name.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Email | Kind::Iban | Kind::Secret => 0,
        Kind::Fodselsnummer | Kind::DNummer | Kind::HNummer | Kind::Hetu => 1,
        Kind::Personnummer | Kind::Samordningsnummer | Kind::Cpr | Kind::Duf => 2,
        Kind::BankAccount | Kind::Organisation | Kind::PaymentCard => 3,
        Kind::Address => 4,
        Kind::VehiclePlate | Kind::Phone => 5,
        _ => 6,
    }
}
