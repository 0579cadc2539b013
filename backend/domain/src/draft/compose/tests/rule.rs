//! What holds of every letter of every flow: nothing left of the mould, each value borne by a cited source, one language at a time.

use super::*;
use crate::draft::{Draft, Frame};
use crate::evidence::sentence;
use crate::value::{self, Kind, Strength};

fn draft(row: &Row) -> Draft {
    let answer = compose(&row.brief);
    let frame = Frame {
        language: row.brief.language,
        outcome: answer.outcome,
        footer: String::new(),
        recipients: vec!["per.haug@example.no".into()],
    };
    Draft::parse(&answer.marked(), frame).expect("a readable draft")
}

#[test]
fn there_are_rows_enough_and_each_has_its_name() {
    let names: std::collections::HashSet<_> = rows().into_iter().map(|row| row.what).collect();
    assert_eq!(names.len(), rows().len());
    assert!(names.len() >= 60, "{}", names.len());
}

#[test]
fn nothing_of_the_mould_is_left() {
    for row in rows() {
        let marked = compose(&row.brief).marked();
        for odd in ["  ", "{", "}", " .", " ,", "..", ",,", "⟦⟧", "«»", "None", ". .", " \n", "\n\n\n", "».»"] {
            assert!(!marked.contains(odd), "{}: {odd:?} in\n{marked}", row.what);
        }
        let balanced = marked.matches('⟦').count() == marked.matches('⟧').count();
        assert!(balanced && marked.matches('«').count() == marked.matches('»').count(), "{}", row.what);
        let draft = draft(&row);
        assert_eq!(draft.gaps().is_empty(), draft.frame().outcome == Outcome::Ready, "{}: {marked}", row.what);
    }
}

#[test]
fn no_sentence_is_said_twice() {
    for row in rows() {
        let draft = draft(&row);
        let mut seen = std::collections::HashSet::new();
        assert!(
            draft.sentences().iter().all(|sentence| seen.insert(&sentence.text)),
            "{}:\n{}",
            row.what,
            draft.marked()
        );
    }
}

#[test]
fn each_value_stands_in_a_source_that_its_sentence_cites() {
    for row in rows() {
        let draft = draft(&row);
        for sentence in draft.sentences().iter().filter(|sentence| !sentence.citations.is_empty()) {
            let cited = row.brief.evidence.iter().filter(|excerpt| sentence.citations.contains(&excerpt.number));
            let cited: Vec<&Excerpt> = cited.collect();
            assert!(cited.iter().all(|excerpt| excerpt.tellable), "{}", row.what);
            for value in value::find(&outside_gaps(&sentence.text), row.brief.today) {
                assert!(
                    is_clock(&sentence.text) || is_borne(&value, &cited, row.brief.today),
                    "{}: {value:?} in {}",
                    row.what,
                    sentence.text
                );
            }
        }
    }
}

/// The day by which the law wants an answer is reckoned from the mail.
fn is_clock(text: &str) -> bool {
    text.starts_with("Fristen er fem") || text.starts_with("Er vi ikke ferdige")
}

fn is_borne(value: &value::Value, cited: &[&Excerpt], today: Date) -> bool {
    let own_date = |excerpt: &&&Excerpt| excerpt.date.is_some_and(|date| value.value == date.to_string());
    let says = |excerpt: &&&Excerpt| {
        let text = format!("{}\n{}", excerpt.title, excerpt.text);
        text.to_lowercase().contains(&value.text.to_lowercase())
            || value::find(&text, today).iter().any(|there| there.kind == value.kind && there.value == value.value)
    };
    let weak = value.kind == Kind::Name || value.kind == Kind::Number && value.strength == Strength::Weak;
    weak || cited.iter().any(|excerpt| says(&excerpt) || own_date(&excerpt))
}

fn outside_gaps(text: &str) -> String {
    text.split('⟦').map(|part| part.rsplit('⟧').next().unwrap_or_default()).collect()
}

#[test]
fn a_claim_cites_and_what_does_not_cite_claims_no_value() {
    for row in rows() {
        let draft = draft(&row);
        for sentence in draft.sentences().iter().filter(|sentence| sentence.citations.is_empty()) {
            let values = value::find(&outside_gaps(&sentence.text), row.brief.today);
            let claimed: Vec<_> = values.iter().filter(|value| !matches!(value.kind, Kind::Name)).collect();
            let own = is_clock(&sentence.text)
                || ["Er vi ikkje", "Fristen er fem", "The time limit", "If we have not"]
                    .iter()
                    .any(|lead| sentence.text.starts_with(lead));
            assert!(own || claimed.is_empty(), "{}: {claimed:?} in {}", row.what, sentence.text);
        }
    }
}

/// Words that only one of the two written languages has.
const BOKMAL: &str = " ikke jeg hva hvem hvor hvordan hvorfor hvilken hvilke fra noe noen mye uke uker bare være ble søker søke saken \
    saksbehandler vennlig hilsen deres dere hun hennes nå fikk kommer mottok mottatt sendte skrev måttet beklager ennå \
    avsluttet opprettet foreløpig henvendelsen dokumentene innen hvis også tar klagen gjelder ligger behandler arbeidsdager ";
const NYNORSK: &str = " ikkje eg kva kven kor korleis kvifor frå noko nokon mykje veke veker berre vere vart vert søkjer søkje saka \
    sakshandsamar handsaming venleg helsing dykk dykkar ho hennar no fekk kjem skreiv måtta beklagar enno avslutta oppretta førebels \
    førespurnaden dokumenta innan òg tek klaga gjeld ligg behandlar arbeidsdagar ";

#[test]
fn a_letter_keeps_to_one_written_language() {
    for row in rows().into_iter().filter(|row| row.brief.language != Language::En) {
        let foreign = if row.brief.language == Language::Nn { BOKMAL } else { NYNORSK };
        let marked = compose(&row.brief).marked();
        let strange = |word: &String| foreign.split_whitespace().any(|one| one == word);
        let strange: Vec<_> = own_words(&marked).into_iter().filter(strange).collect();
        assert!(strange.is_empty(), "{}: {strange:?} in\n{marked}", row.what);
    }
}

/// The letter's words in small letters, without quotations and gaps, which are others' words.
fn own_words(marked: &str) -> Vec<String> {
    let mut own = String::new();
    let mut depth = 0_i32;
    for c in marked.chars() {
        match c {
            '«' | '⟦' | '“' => depth += 1,
            '»' | '⟧' | '”' => depth -= 1,
            c if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn sentences_are_short() {
    for row in rows() {
        let marked = compose(&row.brief).marked();
        for range in sentence::split(&marked) {
            let own = own_words(&marked[range.clone()]).len();
            assert!(own <= 32, "{}: {own} words in {}", row.what, &marked[range]);
        }
    }
}
