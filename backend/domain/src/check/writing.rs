//! How the text came to be (tilblivelse), as a finding: worth knowing, stops nobody.

use super::{Finding, concern::Words};
use crate::draft::Note;
use vocabulary::{Code, Language, Severity};

/// The finding for a note, in the reader's language.
#[must_use]
pub fn finding(note: Note, words: Language) -> Finding {
    let (why, clears) = worded(note);
    let said = |[nb, nn, en]: Words| words.pick(nb, nn, en).to_owned();
    Finding {
        code: Code::Writer,
        severity: Severity::Warn,
        span: None,
        text: String::new(),
        why: said(why),
        legal: None,
        clears: said(clears),
        evidence: Vec::new(),
    }
}

const READ: Words = [
    "Utkastet er satt sammen av kildene, uten språkmodell. Les det og skriv om der det trengs.",
    "Utkastet er sett saman av kjeldene, utan språkmodell. Les det og skriv om der det trengst.",
    "The draft is put together from the sources, without a language model. Read it and rewrite where needed.",
];

fn worded(note: Note) -> (Words, Words) {
    match note {
        Note::NoAnswer => (
            [
                "Språkmodellen ga ikke noe brukbart svar.",
                "Språkmodellen gav ikkje noko brukande svar.",
                "The language model gave no usable answer.",
            ],
            [
                "Utkastet er satt sammen av kildene i stedet. Les det, eller lag det på nytt senere.",
                "Utkastet er sett saman av kjeldene i staden. Les det, eller lag det på nytt seinare.",
                "The draft is put together from the sources instead. Read it, or make it anew later.",
            ],
        ),
        Note::Withheld => (
            [
                "E-posten eller kildene er for følsomme til å gis til språkmodellen.",
                "E-posten eller kjeldene er for sensitive til å bli gitt til språkmodellen.",
                "The mail or its sources are too sensitive to be given to the language model.",
            ],
            READ,
        ),
        Note::Spent => (
            [
                "Språkmodellen er brukt så mye som den kan i dag.",
                "Språkmodellen er brukt så mykje som han kan i dag.",
                "The language model has been used as much as it may be today.",
            ],
            READ,
        ),
        Note::Shortened => (
            [
                "Det var for mye tekst for språkmodellen: de minst nyttige kildene, eller slutten av e-posten, er utelatt.",
                "Det var for mykje tekst for språkmodellen: dei minst nyttige kjeldene, eller slutten av e-posten, er utelatne.",
                "There was too much text for the language model: the least useful sources, or the end of the mail, are left out.",
            ],
            [
                "Se om noe i kildene eller e-posten burde vært med i svaret.",
                "Sjå om noko i kjeldene eller e-posten burde ha vore med i svaret.",
                "See whether anything in the sources or the mail should be in the reply.",
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Note, finding};
    use vocabulary::{Language, Severity};

    #[test]
    fn every_note_is_said_in_three_languages_and_stops_nobody() {
        for note in [Note::NoAnswer, Note::Withheld, Note::Spent, Note::Shortened] {
            let said = [Language::Nb, Language::Nn, Language::En].map(|words| finding(note, words));
            assert!(said.iter().all(|finding| finding.severity == Severity::Warn && !finding.clears.is_empty()));
            assert!(said[0].why != said[1].why && said[1].why != said[2].why, "{note:?}");
        }
    }
}
