//! Which candidate stays where two overlap (avklaring): the surer one, then the more telling kind, then the longer one.

use super::{Candidate, Confidence, Found, Kind};
use std::{cmp::Reverse, ops::Range};
use vocabulary::span::Ascending;

/// Keeps the surest of overlapping identifiers; words for delicate matters may lie in anything but each other.
pub(super) fn settle(text: &str, mut candidates: Vec<Candidate>) -> Vec<Found> {
    // In a few runs that are in order already.
    candidates.sort_by_key(|one| one.bytes.start);
    let mut spans = Ascending::new(text);
    let mut all = Vec::with_capacity(candidates.len());
    let mut rest = candidates.as_mut_slice();
    while !rest.is_empty() {
        let (cluster, later) = rest.split_at_mut(overlapping(rest));
        rest = later;
        let mut found = |one: &Candidate| {
            all.push(Found {
                kind: one.kind,
                text: text[one.bytes.clone()].to_owned(),
                span: spans.span(one.bytes.clone()),
                confidence: one.confidence,
            });
        };
        // Most candidates meet no other.
        if let [one] = cluster {
            found(one);
            continue;
        }
        let mut kept = kept(cluster);
        kept.sort_by_key(|one| (one.bytes.start, one.bytes.end, rank(one.kind) == 1));
        kept.into_iter().for_each(found);
    }
    all
}

/// How many candidates, from the first, hang together by overlaps.
fn overlapping(candidates: &[Candidate]) -> usize {
    let mut end = 0;
    let apart = |(at, one): (usize, &Candidate)| {
        let apart = at > 0 && one.bytes.start >= end;
        end = end.max(one.bytes.end);
        apart
    };
    candidates.iter().enumerate().position(apart).unwrap_or(candidates.len())
}

/// Those of a cluster that stay.
fn kept(cluster: &mut [Candidate]) -> Vec<&Candidate> {
    cluster.sort_by_key(|one| (Reverse(one.confidence), rank(one.kind), Reverse(one.bytes.len())));
    let cluster = &*cluster;
    let mut kept: Vec<&Candidate> = Vec::with_capacity(cluster.len());
    for one in cluster {
        let is_rival = |other: &&&Candidate| other.kind.is_topic() == one.kind.is_topic();
        let mut rivals = kept.iter().filter(is_rival).filter(|other| overlap(&other.bytes, &one.bytes));
        if rivals.all(|other| is_doubtful_account(one, other)) && !ends_name(one, cluster) {
            kept.push(one);
        }
    }
    kept
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A person's number that is also an account no word and no grouping vouches for: valid by the rule of 2032 alone it may be
/// either, so both are said.
fn is_doubtful_account(one: &Candidate, other: &Candidate) -> bool {
    let account = other.kind == Kind::BankAccount && other.confidence == Confidence::Probable;
    one.kind.is_personal_number() && account && other.bytes == one.bytes
}

/// "Marit Vold" is a person and no violence.
fn ends_name(one: &Candidate, cluster: &[Candidate]) -> bool {
    let bears = |name: &Candidate| name.bytes.end == one.bytes.end && name.bytes.start <= one.bytes.start;
    one.kind.is_topic() && cluster.iter().any(|other| other.kind == Kind::Name && bears(other))
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

#[cfg(test)]
mod tests {
    use super::super::{Confidence::*, Kind::*, tests::kinds};

    #[test]
    fn the_surer_and_the_more_telling_stay() {
        for (text, expected) in [
            ("per.haug90000000@example.no", vec![(Email, Certain)]),
            ("Naboen Marit Vold er her.", vec![(Name, Probable)]),
            ("Storgata 12, 7030 Trondheim", vec![(Address, Certain)]),
            (
                "20036914700 og 30108299939",
                vec![(Fodselsnummer, Probable), (BankAccount, Probable), (Fodselsnummer, Possible)],
            ),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
