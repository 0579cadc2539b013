//! Reads a marked text into sentences, citations and gaps.

use super::{Draft, Frame, GAP, Sentence, citation, normal};
use crate::evidence::sentence;
use vocabulary::{limit::DRAFT_CHARS, span::Scalars};

/// Why a text is no draft.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing in it.
    #[error("the draft is empty")]
    Empty,
    /// Longer than a reply form takes.
    #[error("the draft has {0} characters; at most {1} fit in a reply")]
    TooLong(usize, usize),
}

impl Draft {
    /// Reads a marked text. Control and invisible characters are refused silently away (they would not survive the mail client);
    /// a list line, a greeting and any line without a full stop is a sentence of its own. A citation belongs to the sentence it
    /// follows, before or after its full stop; inside a sentence it is left out of [`Sentence::text`], never out of the span.
    ///
    /// # Errors
    /// [`Unreadable`] when it is empty or too long.
    pub fn parse(marked: &str, frame: Frame) -> Result<Self, Unreadable> {
        let marked = cleaned(marked);
        let length = marked.chars().count();
        if length > DRAFT_CHARS {
            return Err(Unreadable::TooLong(length, DRAFT_CHARS));
        }
        let stripped = citation::strip(&marked);
        if stripped.text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let sentences = sentences(&marked, &stripped);
        let gaps = gaps(&marked);
        Ok(Self { marked, sentences, gaps, frame })
    }
}

/// The same text without `[1]`-like citations and the blank before them.
#[must_use]
pub fn without_citations(marked: &str) -> String {
    citation::strip(marked).text
}

/// One kind of line break, no tab, no invisible character, at most one empty line in a row.
fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for c in text.trim().chars() {
        let c = match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            c if normal::is_invisible(c) && c != '\n' => continue,
            c => c,
        };
        if c == '\n' {
            clean.truncate(clean.trim_end_matches(' ').len());
        }
        if c != '\n' || !clean.ends_with("\n\n") {
            clean.push(c);
        }
    }
    clean.trim().to_owned()
}

fn sentences(marked: &str, stripped: &citation::Stripped) -> Vec<Sentence> {
    let scalars = Scalars::new(marked);
    let mut found: Vec<_> = sentence::split(&stripped.text)
        .into_iter()
        .map(|range| {
            let span = scalars.span(stripped.start(range.start)..stripped.end(range.end));
            (range.clone(), Sentence { text: stripped.text[range].to_owned(), span, citations: Vec::new() })
        })
        .collect();
    let last = found.len().saturating_sub(1);
    for cited in &stripped.citations {
        let before = found.partition_point(|(range, _)| range.start < cited.at);
        let owner = if cited.leads { before } else { before.saturating_sub(1) };
        if let Some((_, sentence)) = found.get_mut(owner.min(last)) {
            for number in &cited.numbers {
                if !sentence.citations.contains(number) {
                    sentence.citations.push(*number);
                }
            }
        }
    }
    found.into_iter().map(|(_, sentence)| sentence).collect()
}

/// What is still to be filled in. A bracket without its fellow is a gap too: half a gap must not leave either.
fn gaps(marked: &str) -> Vec<String> {
    let mut gaps = Vec::new();
    for line in marked.lines() {
        let mut rest = line;
        while let Some(at) = rest.find([GAP.0, GAP.1]) {
            let (open, after) = (rest[at..].starts_with(GAP.0), &rest[at + GAP.0.len_utf8()..]);
            let end = if open { after.find(GAP.1).unwrap_or(after.len()) } else { 0 };
            gaps.push(after[..end].trim().to_owned());
            rest = after[end..].strip_prefix(GAP.1).filter(|_| open).unwrap_or(&after[end..]);
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::{Draft, Frame, Unreadable, without_citations};
    use vocabulary::{Language, Outcome};

    fn frame() -> Frame {
        Frame {
            language: Language::Nb,
            outcome: Outcome::Ready,
            footer: "Ref. SV-0000-0000-0000-0000".into(),
            recipients: vec!["per.haug@example.no".into()],
        }
    }

    fn read(marked: &str) -> Draft {
        Draft::parse(marked, frame()).expect("a readable draft")
    }

    #[test]
    fn citations_belong_to_the_sentence_they_follow() {
        for (marked, sentences) in [
            ("Gebyret er kr 12 500 [1].", vec![("Gebyret er kr 12 500.", "Gebyret er kr 12 500 [1].", vec![1])]),
            (
                "Gebyret er kr. 12 500. [1] [3] Takk.",
                vec![("Gebyret er kr. 12 500.", "Gebyret er kr. 12 500.", vec![1, 3]), ("Takk.", "Takk.", vec![])],
            ),
            (
                "På 😀 Ja [1][3]. Bo [1, 3], og Co [2].",
                vec![
                    ("På 😀 Ja.", "På 😀 Ja [1][3].", vec![1, 3]),
                    ("Bo, og Co.", "Bo [1, 3], og Co [2].", vec![1, 3, 2]),
                ],
            ),
            (
                "Hei, Per\n\nDet er åpent [2]\n- til 15 [3]\n[4]\nHilsen",
                vec![
                    ("Hei, Per", "Hei, Per", vec![]),
                    ("Det er åpent", "Det er åpent", vec![2]),
                    ("- til 15", "- til 15", vec![3, 4]),
                    ("Hilsen", "Hilsen", vec![]),
                ],
            ),
            ("Hei\n[1] Du må søke.", vec![("Hei", "Hei", vec![]), ("Du må søke.", "Du må søke.", vec![1])]),
            (
                "Se rundskriv [2026] og [x].",
                vec![("Se rundskriv [2026] og [x].", "Se rundskriv [2026] og [x].", vec![])],
            ),
        ] {
            let draft = read(marked);
            let found: Vec<_> = draft
                .sentences()
                .iter()
                .map(|s| (s.text.as_str(), s.span.of(draft.marked()), s.citations.clone()))
                .collect();
            assert_eq!(found, sentences, "{marked:?}");
        }
    }

    #[test]
    fn the_body_leaves_without_numbers() {
        for (marked, body) in [
            ("A [1]. B. [2][3]\n\nC [1, 2]", "A. B.\n\nC"),
            ("A.\n[1]\n\nB", "A.\n\nB"),
            ("[1] A", "A"),
            ("A [12345] [ 1 ]", "A [12345]"),
        ] {
            assert_eq!(without_citations(marked), body, "{marked:?}");
        }
        assert_eq!(read("A [1].").letter(), "A.\n\nRef. SV-0000-0000-0000-0000");
    }

    #[test]
    fn gaps_are_listed_also_half_ones() {
        for (marked, gaps) in [
            ("Svar: ⟦dato⟧ og ⟦ navn ⟧.", vec!["dato", "navn"]),
            ("⟦uten slutt\nny linje", vec!["uten slutt"]),
            ("bare slutt⟧ her", vec![""]),
            ("⟦⟧", vec![""]),
            ("ingen", vec![]),
        ] {
            assert_eq!(read(marked).gaps(), gaps, "{marked:?}");
        }
    }

    #[test]
    fn what_a_client_would_not_keep_is_dropped() {
        for (marked, clean) in [
            (" a\u{200b}b\r\n\r\n\r\n\r\nc\td \n e\u{7} ", "ab\n\nc d\n e"),
            ("a\u{e0041}\u{202e}b", "ab"),
            ("a\n \n \n\u{2028} \r b", "a\n\n b"),
            ("kr\u{a0}12", "kr\u{a0}12"),
        ] {
            assert_eq!(read(marked).marked(), clean, "{marked:?}");
            assert_eq!(read(clean).marked(), clean, "reading twice changes nothing");
        }
    }

    #[test]
    fn too_little_and_too_much_are_refused() {
        for (marked, why) in [
            (String::new(), Unreadable::Empty),
            (" \u{200b}\n".into(), Unreadable::Empty),
            ("[1] [2]".into(), Unreadable::Empty),
            ("å".repeat(12_001), Unreadable::TooLong(12_001, 12_000)),
        ] {
            assert_eq!(Draft::parse(&marked, frame()), Err(why));
        }
        assert!(Draft::parse(&"[1] a. ".repeat(1_700), frame()).is_ok());
    }
}
