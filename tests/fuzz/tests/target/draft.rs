//! A marked text read into a draft (utkast): reading twice changes nothing, and no citation leaves.

use crate::words::SAID;
use domain::draft::{Draft, Frame, GAP, Part, brief::Answer, parse::without_citations};
use vocabulary::{Language, Outcome};

const WORDS: &[&str] = &[
    "[1]",
    "[2]",
    "[12]",
    "[999]",
    "[1000]",
    "[1, 3]",
    "[1][3]",
    "[ 1 ]",
    "[1,",
    "[x]",
    "[",
    "]",
    "[0]",
    "[\u{200b}1]",
    "⟦dato⟧",
    "⟦",
    "⟧",
    ".",
    ". ",
    "!",
    "?",
    "…",
    "\n",
    "\n\n\n\n",
    "\r",
    "\t",
    "- ",
    "1. ",
    "«",
    "»",
    "kr. 12 500",
    "nr. 4",
    "jf. fvl. § 11 a",
    "Hei, Per",
    "Gebyret er kr 12 500",
    "Takk",
    "\u{2028}",
    "\u{200b}",
    "\u{a0}",
];

fn frame() -> Frame {
    Frame { language: Language::Nb, outcome: Outcome::Ready, footer: "Ref.".into(), recipients: Vec::new() }
}

fn holds(marked: &str) {
    let Ok(draft) = Draft::parse(marked, frame()) else { return };
    let again = Draft::parse(draft.marked(), frame()).expect("what was read can be read");
    assert_eq!(again, draft, "{marked:?}");
    let mut end = 0;
    for sentence in draft.sentences() {
        assert!(end <= sentence.span.start && !sentence.span.is_empty(), "{marked:?}: {sentence:?}");
        assert!(!sentence.text.trim().is_empty(), "{marked:?}: {sentence:?}");
        assert_eq!(
            without_citations(sentence.span.of(draft.marked())).trim(),
            sentence.text,
            "{marked:?}: {sentence:?}"
        );
        end = sentence.span.end;
    }
    let open = draft.marked().contains([GAP.0, GAP.1]);
    assert_eq!(draft.gaps().is_empty(), !open, "{marked:?}: {:?}", draft.gaps());
    assert!(draft.letter().starts_with(&draft.body()), "{marked:?}");
}

fuzz::target!(
    /// What a person types.
    draft_parse, 1_200, |pick| {
    holds(&pick.text_of(&[WORDS, WORDS, WORDS, SAID]));
});

fuzz::target!(
    /// What a model answers.
    draft_of_answer, 1_000, |pick| {
    let parts = (0..=pick.below(6)).map(|_| Part {
        text: pick.words(8, WORDS),
        citations: (0..pick.below(3)).map(|_| u16::from(pick.byte())).collect(),
        ends_paragraph: pick.coin(),
    });
    let answer = Answer { parts: parts.collect(), outcome: Outcome::Ready, dropped: Vec::new() };
    holds(&answer.marked());
});
