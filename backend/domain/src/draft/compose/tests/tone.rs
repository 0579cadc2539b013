//! The three tones: the same facts, sources and gaps in each of all letters; only what stands around them differs.

use super::{Row, brief, compose, fees, hours, mail, rows};
use crate::{
    check::{Ground, run},
    draft::{
        Draft, Frame, GAP,
        brief::{Answer, Brief, Part},
    },
    evidence::{Evidence, Item, Source},
    rule::Rules,
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

/// What the checks flag in it, without where.
fn flagged(brief: &Brief, answer: &Answer) -> Vec<String> {
    let item = |excerpt: &crate::draft::brief::Excerpt| Item {
        number: excerpt.number,
        source: Source { date: excerpt.date, ..Source::open(excerpt.origin, "", &excerpt.title, &excerpt.text) },
    };
    let evidence = Evidence::restored(brief.evidence.iter().map(item).collect());
    let (language, outcome) = (brief.language, answer.outcome);
    let frame = Frame { language, outcome, footer: String::new(), recipients: Vec::new() };
    let draft = Draft::parse(&answer.marked(), frame).expect("a draft");
    let rules = Rules::shipped("Fjordvik kommune");
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: brief.today, words: Nb };
    let found = run(draft, &ground);
    found.findings().iter().map(|finding| format!("{:?} {}", finding.code, finding.text)).collect()
}

#[test]
fn what_a_tone_adds_claims_nothing_and_gives_no_second_person_more_to_read() {
    for Row { what, brief, .. } in rows() {
        let usual = flagged(&brief, &in_tone(&brief, Tone::Usual));
        for tone in [Tone::Short, Tone::Explaining] {
            let found = flagged(&brief, &in_tone(&brief, tone));
            let more: Vec<_> = found.iter().filter(|one| !usual.contains(one)).collect();
            assert!(more.is_empty(), "{what} {tone:?}: {more:?}");
        }
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
            "[3]\n\nNedenfor finner du kildene vi bygger på. Er noe uklart, er det bare å svare på denne e-posten, så \
             hjelper vi deg gjerne.\n\nVennlig hilsen",
        ),
        (Nn, Tone::Short, "Hei, Per Haug\n\nGebyret for", "[3]\n\nVenleg helsing"),
        (
            Nn,
            Tone::Explaining,
            "Hei, Per Haug\n\nTakk for e-posten din. Her er svaret på det du spør om.\n\nGebyret for",
            "[3]\n\nNedanfor finn du kjeldene vi byggjer på. Er noko uklart, er det berre å svare på denne e-posten, så \
             hjelper vi deg gjerne.\n\nVenleg helsing",
        ),
        (En, Tone::Short, "Dear Per Haug,\n\nThe fee for", "[3]\n\nKind regards"),
        (
            En,
            Tone::Explaining,
            "Dear Per Haug,\n\nThank you for your email. Here is the answer to your question.\n\nThe fee for",
            "[3]\n\nThe sources for what you asked about are listed below. If anything is unclear, just reply to this \
             email, and we will gladly help.\n\nKind regards",
        ),
    ] {
        let marked = letter(language, tone);
        assert!(marked.starts_with(begins) && marked.contains(ends), "{language:?} {tone:?}\n{marked}");
    }
}

#[test]
fn several_questions_thanks_and_a_mail_that_asks_nothing_have_their_own_words() {
    let two = brief(Nb, &["Hva koster tilbygg på 20 m²?", "Når har dere åpent?"], vec![fees(), hours()]);
    let told = in_tone(&two, Tone::Explaining).marked();
    assert!(told.contains("Du spør om flere ting, og her er svarene."), "{told}");
    let thanks = mail("Tusen takk for rask hjelp!", brief(Nb, &[], Vec::new()));
    let thanks = super::subject("Takk", thanks);
    assert!(
        in_tone(&thanks, Tone::Short).marked().starts_with("Hei, Per Haug\n\nTakk for hyggelig tilbakemelding.\n\n")
    );
    let bare = super::subject("Kart", mail("Her er kartet dere ba om.", brief(Nb, &[], Vec::new())));
    assert!(in_tone(&bare, Tone::Short).marked().contains("\n\nVi har mottatt e-posten din."));
}
