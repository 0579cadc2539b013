//! Whatever is changed in a chain is found, and the right entry is named.

use super::{FIRST, Link, commitment, encoded, link, verify};
use crate::audit::{Action, Entry};
use jiff::Timestamp;
use vocabulary::{CaseNumber, DraftId, PersonId};

fn entry(n: i64) -> Entry {
    let at = Timestamp::from_second(1_800_000_000 + n).expect("a time");
    Entry {
        person: Some(PersonId::new("kari")),
        trace: Some("t1".into()),
        ..Entry::of(Action::DraftPrepared, at)
            .about(&DraftId::new("d1"), 1)
            .in_case(Some(CaseNumber { year: 2026, sequence: 1234 }))
            .fact("operation", "prepare_draft")
            .fact("rules", "1")
    }
}

fn chain(length: u64) -> Vec<Link> {
    let mut previous = FIRST.to_owned();
    let mut links = Vec::new();
    for sequence in 1..=length {
        let next = link(&previous, sequence, entry(sequence.try_into().unwrap_or(0)));
        previous.clone_from(&next.hash);
        links.push(next);
    }
    links
}

#[test]
fn a_chain_that_nobody_touched_holds() {
    for length in [0, 1, 2, 50] {
        assert_eq!(verify(chain(length)), Ok(length));
    }
}

#[test]
fn every_field_that_is_altered_is_found_at_its_entry() {
    let altered: Vec<fn(&mut Link)> = vec![
        |link| link.sequence += 1,
        |link| link.previous = FIRST.replace('0', "1"),
        |link| link.hash = link.hash.replacen(|c: char| c.is_ascii_hexdigit(), "x", 1),
        |link| link.entry.at = Timestamp::from_nanosecond(link.entry.at.as_nanosecond() + 1).unwrap_or_default(),
        |link| link.entry.person = None,
        |link| link.entry.person = Some(PersonId::new("karj")),
        |link| link.entry.action = Action::DraftShown,
        |link| link.entry.draft = Some(DraftId::new("d2")),
        |link| link.entry.draft = None,
        |link| link.entry.revision = Some(2),
        |link| link.entry.revision = None,
        |link| link.entry.case = Some(CaseNumber { year: 2026, sequence: 1235 }),
        |link| link.entry.case = None,
        |link| link.entry.trace = Some("t2".into()),
        |link| link.entry.trace = None,
        |link| link.entry.facts[0].0.push('x'),
        |link| link.entry.facts[0].1.clear(),
        |link| link.entry.facts.swap(0, 1),
        |link| drop(link.entry.facts.pop()),
        |link| link.entry.facts.push((String::new(), String::new())),
    ];
    for (which, alter) in altered.iter().enumerate() {
        for place in 0..4 {
            let mut links = chain(4);
            alter(&mut links[place]);
            let broken = verify(links).expect_err("an altered chain");
            assert_eq!(broken.sequence, place as u64 + 1, "alteration {which}: {broken}");
        }
    }
}

#[test]
fn every_byte_that_is_flipped_gives_another_hash() {
    use sha2::{Digest, Sha256};
    let bytes = encoded(FIRST, 1, &entry(1));
    let whole = Sha256::digest(&bytes);
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert_ne!(Sha256::digest(&flipped), whole, "byte {at}");
    }
}

#[test]
fn fields_cannot_be_pushed_into_each_other() {
    let with = |facts: &[(&str, &str)]| {
        let entry = facts.iter().fold(Entry::of(Action::DraftShown, Timestamp::UNIX_EPOCH), |e, (n, v)| e.fact(n, *v));
        encoded(FIRST, 1, &entry)
    };
    let forms =
        [with(&[("ab", "c")]), with(&[("a", "bc")]), with(&[("a", "b"), ("c", "")]), with(&[("abc", "")]), with(&[])];
    for (at, one) in forms.iter().enumerate() {
        assert!(forms[at + 1..].iter().all(|other| other != one), "{at}");
    }
}

#[test]
fn links_removed_repeated_moved_or_forged_are_found() {
    let drop_second = |links: &mut Vec<Link>| drop(links.remove(1));
    let swap = |links: &mut Vec<Link>| links.swap(1, 2);
    let repeat = |links: &mut Vec<Link>| links.insert(1, links[0].clone());
    let forge = |links: &mut Vec<Link>| {
        let other = link(&links[0].hash, 2, entry(99));
        links[1] = other;
    };
    type Change<'a> = &'a dyn Fn(&mut Vec<Link>);
    let cases: [(&str, Change<'_>, u64); 4] =
        [("removed", &drop_second, 2), ("moved", &swap, 2), ("repeated", &repeat, 2), ("forged", &forge, 3)];
    for (name, change, sequence) in cases {
        let mut links = chain(4);
        change(&mut links);
        assert_eq!(verify(links).map_err(|broken| broken.sequence), Err(sequence), "{name}");
    }
}

#[test]
fn a_commitment_binds_text_and_salt_apart() {
    let one = commitment(b"salt", "tekst");
    assert_eq!(one, commitment(b"salt", "tekst"));
    for other in [commitment(b"salt", "tekst2"), commitment(b"salu", "tekst"), commitment(b"saltt", "ekst")] {
        assert_ne!(one, other);
    }
}
