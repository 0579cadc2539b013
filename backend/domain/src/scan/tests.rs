//! What the families find together, and what no text may do to them.

use super::{Confidence::*, Kind, Kind::*, scan};

/// What is found in a text and how surely, for the tests of the families.
pub(super) fn kinds(text: &str) -> Vec<(Kind, super::Confidence)> {
    scan(text).into_iter().map(|found| (found.kind, found.confidence)).collect()
}

/// What is found of one kind, as written.
pub(super) fn texts(text: &str, kind: Kind) -> Vec<String> {
    scan(text).into_iter().filter(|found| found.kind == kind).map(|found| found.text).collect()
}

#[test]
fn families_are_told_apart_by_checksum_grouping_and_words() {
    for (text, expected) in [
        ("Mitt fnr er 20036914700.", vec![(Fodselsnummer, Certain)]),
        ("Det gjelder 200369 14700.", vec![(Fodselsnummer, Certain)]),
        ("Se 20036914700.", vec![(Fodselsnummer, Probable)]),
        ("Se 30108299939.", vec![(BankAccount, Probable), (Fodselsnummer, Possible)]),
        ("Fødselsnummer: 30108299939", vec![(Fodselsnummer, Certain)]),
        ("Betal til konto 8601 11 17947.", vec![(BankAccount, Certain)]),
        ("Betal til 8601.11.17947", vec![(BankAccount, Certain)]),
        ("Kontonr 86011117947", vec![(BankAccount, Certain)]),
        ("IBAN NO93 8601 1117 947", vec![(Iban, Certain)]),
        ("Org.nr. 995 525 828 er vårt.", vec![(Organisation, Certain)]),
        ("Ring 900 00 000 i dag.", vec![(Phone, Certain)]),
        ("+13097248022 ", vec![(Phone, Certain)]),
        ("Ordre 987654321 og 12345678901.", vec![]),
        ("Bilen har skilt SV 30755.", vec![(VehiclePlate, Certain)]),
        ("Skriv til per.haug@example.no.", vec![(Email, Certain)]),
        ("Kortet 4111 1111 1111 1111 er sperret.", vec![(PaymentCard, Probable)]),
        ("Passordet er Sommer2026!", vec![(Secret, Certain)]),
        ("Det er Marit Vold i Økonomi som har saken din.", vec![(Name, Probable)]),
        ("Vi er ikke i kontakt med barnevernet.", vec![]),
        ("Han er i kontakt med barnevernet.", vec![(ChildWelfare, Probable)]),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

/// The next of a fixed row of numbers that look drawn by lot.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

/// What numbers, names and addresses are made of, and characters that take more bytes than one or change in case.
const PIECES: &str = "20036914700|200369|14700|8601|11|17947|NO93|4111 |47|0047|+|-|–|.|/| |\u{a0}|\u{202f}|\n|,|(|)|@|example.no|a|æ|Å|Ø|ß|İ|ŉ|\
    😀|e\u{301}|fnr|Kari|Nordmann|von|Storgata|gate|kommune|passord: |eyJ|sk-|barnevernet|ikke|Han|DN|MVA|A.|'|’|\u{200b}|\u{feff}|Ǆ|ﬁ|\
    kode 6|§|0|9|12|X|«|»|\u{2009}|20|03|1969|7030 |Trondheim|som er syk|, |æøå æøå æøå æøå æøå æøå æøå æøå|Passordet er |DE89 3704";

#[test]
fn no_text_panics_and_every_span_names_its_text() {
    let pieces: Vec<&str> = PIECES.split('|').collect();
    let mut state = 7;
    for _ in 0..1_000 {
        let length = next(&mut state) % 40;
        let text: String = (0..length).map(|_| pieces[next(&mut state) % pieces.len()]).collect();
        for found in scan(&text) {
            assert_eq!(found.span.of(&text), found.text, "{text:?}");
            assert!(!found.text.trim().is_empty(), "{text:?}");
        }
    }
}

#[test]
fn any_characters_at_all_are_read() {
    let mut state = 11;
    for _ in 0..300 {
        let length = next(&mut state) % 400;
        let draw = |state: &mut u64| {
            char::from_u32((next(state) % if next(state).is_multiple_of(3) { 0x1_1000 } else { 0x180 }) as u32)
        };
        let text: String = (0..length).filter_map(|_| draw(&mut state)).collect();
        assert!(scan(&text).iter().all(|found| found.span.of(&text) == found.text), "{text:?}");
    }
}

#[test]
fn a_hostile_text_takes_no_longer_than_its_length() {
    let at = std::time::Instant::now();
    for piece in [
        "1 ",
        "1",
        "12 34 ",
        "A ",
        "Aa-",
        "Kari ",
        "a@",
        "@",
        "a.",
        "eyJ-",
        "sk-",
        "passord ",
        "han er syk ",
        "ikke ",
        "Storgata 1 ",
        "NO93 ",
        "\u{a0}",
        "+47 ",
        "20036914700 ",
        "fnr",
        "æ",
        "Å",
        "van ",
        "1-",
        "(",
        ", som er syk",
    ] {
        let _ = scan(&piece.repeat(40_000 / piece.len()));
    }
    // A quadratic scanner would take minutes, so the bound may be wide.
    assert!(at.elapsed().as_secs() < 20, "{:?}", at.elapsed());
}

#[test]
fn a_long_hostile_text_is_read_in_linear_time() {
    let text = "1234 5678 9012 3456 AB 12345 a@b Storgata ".repeat(2_000);
    assert!(scan(&text).len() < 200_000);
}
