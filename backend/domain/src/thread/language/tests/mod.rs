//! What the classifier is worth (prøver): languages told apart, doubts that mean something.

mod sample;

use super::detect;
use sample::{LATER, NEITHER, TEXTS, UNSEEN};
use vocabulary::Language::{self, *};

#[test]
fn languages_are_told_apart() {
    let table: &[(&str, Language)] = &[
        ("Hei, jeg lurer på når jeg kan forvente svar på søknaden min om tilbygg.", Nb),
        ("Hva er gebyret for å søke om garasje, og hvor sender jeg søknaden?", Nb),
        ("Hei, eg lurer på når eg kan vente svar på søknaden min om tilbygg.", Nn),
        ("Kva kostar det å søkje om garasje, og kor skal eg sende søknaden?", Nn),
        ("Me har ikkje fått svar frå dykk enno, og det er gått tre veker.", Nn),
        ("Hej, jeg vil gerne vide, hvornår jeg får svar på min ansøgning.", Da),
        ("Hej, jag undrar när jag kan få svar på min ansökan om bygglov.", Sv),
        ("Hello, I would like to know when I can expect an answer to my application.", En),
        ("Bures! Mun háliidan diehtit goas mun oaččun vástádusa ohcamii.", Se),
        ("Guten Tag, ich möchte wissen, wann ich eine Antwort bekomme.", Other),
        ("Dzień dobry, kiedy otrzymam odpowiedź na mój wniosek? Dziękuję.", Other),
        ("Здравствуйте, когда я получу ответ на моё заявление?", Other),
    ];
    for (text, language) in table {
        let (found, sure) = detect(text);
        assert_eq!(found, *language, "{text} ({sure})");
        assert!(sure > 0.6, "{text}: {sure}");
    }
}

#[test]
fn short_texts_are_doubted() {
    for text in ["", "Ok", "Takk!", "Hei Kari", "2026/1234"] {
        assert!(detect(text).1 < 0.6, "{text}: {:?}", detect(text));
    }
}

/// The first three words, the first six, and all.
fn cuts(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cuts = [3, 6, words.len()].into_iter().filter(|cut| *cut <= words.len());
    cuts.map(|cut| words[..cut].join(" ")).collect()
}

#[test]
fn whole_texts_are_told_apart() {
    for (texts, wrong) in [(TEXTS, 1), (LATER, 3), (UNSEEN, 4)] {
        let missed: Vec<_> = texts.iter().filter(|(language, text)| detect(text).0 != *language).collect();
        assert!(missed.len() <= wrong, "{missed:?}");
    }
}

#[test]
fn the_confidence_is_the_share_that_is_right() {
    let texts =
        TEXTS.iter().chain(LATER).flat_map(|(language, text)| cuts(text).into_iter().map(move |cut| (*language, cut)));
    let found: Vec<(f32, bool)> = texts.map(|(language, cut)| (detect(&cut).1, detect(&cut).0 == language)).collect();
    for (from, to, least) in [(0.6, 0.8, 0.6), (0.8, 0.9, 0.8), (0.9, 0.95, 0.9), (0.95, 1.1, 0.97)] {
        let within: Vec<bool> =
            found.iter().filter(|(sure, _)| (from..to).contains(sure)).map(|(_, right)| *right).collect();
        let right = within.iter().filter(|right| **right).count() as f32 / within.len() as f32;
        assert!(within.len() >= 20 && right >= least, "{from} to {to}: {right} of {}", within.len());
    }
}

#[test]
fn names_and_numbers_are_in_no_language() {
    for text in NEITHER {
        assert!(detect(text).1 < 0.5, "{text}: {:?}", detect(text));
    }
}

#[test]
fn a_text_in_two_languages_is_never_sure() {
    for text in [
        "Hei, jeg lurer på når jeg får svar på søknaden. Hello, I would like to know when I will get an answer to the application.",
        "Hei, eg har ikkje fått svar frå dykk. Jeg skulle gjerne visst hva dere gjør og hvor lenge det blir.",
    ] {
        assert!(detect(text).1 <= 0.75, "{text}: {:?}", detect(text));
    }
}
