//! The three tones: the same facts, sources and gaps in each of all letters; only what stands around them differs.

use super::{Row, appeals, brief, compose, fees, hours, mail, rows};
use crate::draft::{
    GAP,
    brief::{Answer, Brief, Part, Purpose},
};
use vocabulary::{
    Language::{self, En, Nb, Nn},
    Tone,
};

fn in_tone(brief: &Brief, tone: Tone) -> Answer {
    compose(&Brief { tone, ..brief.clone() })
}

/// What may not differ: the sentences with a source or a gap.
fn facts(answer: &Answer) -> Vec<&str> {
    let is_fact = |part: &&Part| !part.citations.is_empty() || part.text.contains(GAP.0);
    answer.parts.iter().filter(is_fact).map(|part| part.text.as_str()).collect()
}

#[test]
fn a_tone_changes_no_fact_no_source_and_no_gap_of_any_letter() {
    for Row { what, brief, .. } in rows() {
        let [short, usual, explaining] = [Tone::Short, Tone::Usual, Tone::Explaining].map(|tone| in_tone(&brief, tone));
        assert_eq!(facts(&short), facts(&usual), "{what}");
        assert_eq!(facts(&explaining), facts(&usual), "{what}");
        assert_eq!((short.outcome, explaining.outcome), (usual.outcome, usual.outcome), "{what}");
        assert!(short.marked().len() <= usual.marked().len(), "{what}");
        assert!(explaining.marked().len() >= usual.marked().len(), "{what}");
    }
}

fn letter(language: Language, tone: Tone) -> String {
    let questions: &[&str] = match language {
        Nn => &["Kva kostar tilbygg på 20 m²?"],
        En => &["What is the fee for an extension of 20 m²?"],
        _ => &["Hva koster tilbygg på 20 m²?"],
    };
    in_tone(&brief(language, questions, vec![fees()]), tone).marked().replace('\u{a0}', " ")
}

#[test]
fn each_tone_reads_as_a_person_would_write_it_in_each_language() {
    for (language, tone, begins, ends) in [
        (Nb, Tone::Short, "Hei, Per Haug\n\nGebyret for", "[3]\n\nVennlig hilsen"),
        (
            Nb,
            Tone::Explaining,
            "Hei, Per Haug\n\nTakk for e-posten din. Her er svaret på det du spør om.\n\nGebyret for",
            "[3]\n\nKildene vi bygger på, står nederst i e-posten. Er noe uklart, er det bare å svare på denne e-posten, så \
             forklarer vi gjerne nærmere.\n\nVennlig hilsen",
        ),
        (Nn, Tone::Short, "Hei, Per Haug\n\nGebyret for", "[3]\n\nVenleg helsing"),
        (
            Nn,
            Tone::Explaining,
            "Hei, Per Haug\n\nTakk for e-posten din. Her er svaret på det du spør om.\n\nGebyret for",
            "[3]\n\nKjeldene vi byggjer på, står nedst i e-posten. Er noko uklart, er det berre å svare på denne e-posten, så \
             forklarar vi gjerne nærare.\n\nVenleg helsing",
        ),
        (En, Tone::Short, "Dear Per Haug,\n\nThe fee for", "[3]\n\nKind regards"),
        (
            En,
            Tone::Explaining,
            "Dear Per Haug,\n\nThank you for your email. Here is the answer to your question.\n\nThe fee for",
            "[3]\n\nThe sources we rely on are listed at the end of this email. If anything is unclear, just reply to this \
             email, and we will gladly explain further.\n\nKind regards",
        ),
    ] {
        let marked = letter(language, tone);
        assert!(marked.starts_with(begins) && marked.contains(ends), "{language:?} {tone:?}\n{marked}");
    }
}

#[test]
fn who_explains_says_how_many_answers_come_and_what_the_words_of_the_trade_mean() {
    let two = brief(Nb, &["Hva koster tilbygg på 20 m²?", "Når har dere åpent?"], vec![fees(), hours()]);
    let told = in_tone(&two, Tone::Explaining).marked();
    assert!(told.contains("Du spør om flere ting, og vi tar dem i tur og orden."), "{told}");
    let complaint = mail("Jeg klager på vedtaket.", brief(Nb, &[], vec![appeals()]));
    let complaint = Brief { purpose: Purpose::Complaint, ..complaint };
    let told = in_tone(&complaint, Tone::Explaining).marked();
    for words in [
        "sender vi saken til klageinstansen. [8] Klageinstansen er det organet som da avgjør klagen.",
        "et foreløpig svar fra oss. Et foreløpig svar sier hvorfor det tar tid, og når du kan vente svar.",
    ] {
        assert!(told.contains(words), "{told}");
    }
    let thanks = mail("Tusen takk for rask hjelp!", brief(Nb, &[], Vec::new()));
    let thanks = super::subject("Takk", thanks);
    assert!(
        in_tone(&thanks, Tone::Short).marked().starts_with("Hei, Per Haug\n\nTakk for hyggelig tilbakemelding.\n\n")
    );
    let bare = super::subject("Kart", mail("Her er kartet dere ba om.", brief(Nb, &[], Vec::new())));
    assert!(in_tone(&bare, Tone::Short).marked().contains("\n\nVi har mottatt e-posten din."));
}
