//! The body of a draft laid out for the screen: paragraphs of words, numbered sources and gaps.

use contract::view::{Finding, Sentence};

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of one sentence, under one finding at most.
    Words {
        /// The words.
        text: String,
        /// Which sentence.
        sentence: Option<usize>,
        /// Which finding, the heaviest where several meet.
        finding: Option<usize>,
    },
    /// The number of a source.
    Citation {
        /// Which number of the text, counted from its beginning.
        place: usize,
        /// The source.
        n: u16,
        /// The sentence it stands behind.
        sentence: Option<usize>,
    },
    /// Something to be filled in.
    Gap {
        /// Which gap, counted from the beginning.
        index: usize,
        /// What is missing.
        what: String,
    },
    /// A new line within the paragraph.
    Break,
}

/// One paragraph.
pub type Paragraph = Vec<Piece>;

/// Lays out a marked text.
#[must_use]
pub fn laid(text: &str, sentences: &[Sentence], findings: &[Finding]) -> Vec<Paragraph> {
    let chars: Vec<char> = text.chars().collect();
    let under = found(chars.len(), findings);
    let mut page = Page { sentences, under, ..Page::default() };
    let mut at = 0;
    while at < chars.len() {
        at = page.step(&chars, at);
    }
    page.close();
    page.paragraphs
}

/// For each character the finding it stands under; findings come heaviest first, so the first one keeps the place.
fn found(len: usize, findings: &[Finding]) -> Vec<Option<usize>> {
    let mut under = vec![None; len];
    for (index, finding) in findings.iter().enumerate() {
        let Some(span) = finding.span else { continue };
        let end = span.end.min(len);
        for place in &mut under[span.start.min(end)..end] {
            place.get_or_insert(index);
        }
    }
    under
}

#[derive(Default)]
struct Page<'a> {
    sentences: &'a [Sentence],
    under: Vec<Option<usize>>,
    paragraphs: Vec<Paragraph>,
    paragraph: Paragraph,
    sentence: usize,
    places: usize,
    gaps: usize,
}

impl Page<'_> {
    /// Reads what begins at `at`, and says where the next begins.
    fn step(&mut self, chars: &[char], at: usize) -> usize {
        if let Some((n, end)) = citation(chars, at) {
            let sentence = self.sentence_at(at);
            self.paragraph.push(Piece::Citation { place: self.places, n, sentence });
            self.places += 1;
            return end;
        }
        if let Some((what, end)) = gap(chars, at) {
            self.paragraph.push(Piece::Gap { index: self.gaps, what });
            self.gaps += 1;
            return end;
        }
        if chars[at] == '\n' {
            return self.line(chars, at);
        }
        self.word(chars[at], at);
        at + 1
    }

    fn line(&mut self, chars: &[char], at: usize) -> usize {
        let end = (at..chars.len()).find(|&i| !chars[i].is_whitespace()).unwrap_or(chars.len());
        if chars[at..end].iter().filter(|c| **c == '\n').count() > 1 {
            self.close();
        } else if !self.paragraph.is_empty() && end < chars.len() {
            self.paragraph.push(Piece::Break);
        }
        end
    }

    fn close(&mut self) {
        if !self.paragraph.is_empty() {
            self.paragraphs.push(held(std::mem::take(&mut self.paragraph)));
        }
    }

    fn word(&mut self, letter: char, at: usize) {
        let (sentence, finding) = (self.sentence_at(at), self.under[at]);
        if let Some(Piece::Words { text, sentence: s, finding: f }) = self.paragraph.last_mut()
            && (*s, *f) == (sentence, finding)
        {
            text.push(letter);
            return;
        }
        self.paragraph.push(Piece::Words { text: letter.into(), sentence, finding });
    }

    /// The last sentence that has begun; places only grow, so each sentence is passed once.
    fn sentence_at(&mut self, at: usize) -> Option<usize> {
        while self.sentences.get(self.sentence + 1).is_some_and(|next| next.span.start <= at) {
            self.sentence += 1;
        }
        self.sentences.get(self.sentence).filter(|sentence| sentence.span.start <= at).map(|_| self.sentence)
    }
}

/// The same pieces, numbers unbroken, and the last word before a source's number as a piece of its own, so that the two can stay on
/// one line.
fn held(paragraph: Paragraph) -> Paragraph {
    let mut pieces = Paragraph::with_capacity(paragraph.len());
    for mut piece in paragraph {
        if let Piece::Words { text, .. } = &mut piece {
            *text = unbroken(text);
        }
        if let (Piece::Citation { .. }, Some(Piece::Words { text, sentence, finding })) = (&piece, pieces.last_mut())
            && let Some((before, _)) = text.trim_end().rsplit_once(' ')
        {
            let last = text.split_off(before.len() + 1);
            let (sentence, finding) = (*sentence, *finding);
            pieces.push(Piece::Words { text: last, sentence, finding });
        }
        pieces.push(piece);
    }
    pieces
}

/// A paragraph in stretches that a line may end between: a word stands with the numbers behind it.
#[must_use]
pub fn stretches(paragraph: &[Piece]) -> Vec<&[Piece]> {
    let is_number = |at: usize| matches!(paragraph.get(at), Some(Piece::Citation { .. }));
    let mut stretches = Vec::new();
    let mut start = 0;
    while start < paragraph.len() {
        let mut end = start + 1;
        while is_number(end) {
            end += 1;
        }
        stretches.push(&paragraph[start..end]);
        start = end;
    }
    stretches
}

/// Numbers and amounts never break over lines: a blank between digits, or between `kr` and a digit, is a fixed one.
#[must_use]
pub fn unbroken(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let fixed = |at: usize| {
        let before = &chars[..at];
        let number = before.last().is_some_and(char::is_ascii_digit)
            || before.ends_with(&['k', 'r'])
            || before.ends_with(&['§']);
        number && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    chars.iter().enumerate().map(|(at, c)| if *c == ' ' && fixed(at) { '\u{a0}' } else { *c }).collect()
}

/// `[12]`, with the blank before it, and where it ends.
fn citation(chars: &[char], at: usize) -> Option<(u16, usize)> {
    let open = if chars[at] == ' ' { at + 1 } else { at };
    let close = (open + 1..chars.len().min(open + 5)).find(|&i| chars[i] == ']')?;
    if chars[open] != '[' {
        return None;
    }
    let digits: String = chars[open + 1..close].iter().collect();
    Some((digits.parse().ok()?, close + 1))
}

/// `⟦what is missing⟧`, and where it ends.
fn gap(chars: &[char], at: usize) -> Option<(String, usize)> {
    if chars[at] != '⟦' {
        return None;
    }
    let close = (at + 1..chars.len()).find(|&i| chars[i] == '⟧' || chars[i] == '\n').filter(|&i| chars[i] == '⟧')?;
    Some((chars[at + 1..close].iter().collect(), close + 1))
}

/// The text as it reads outside the pane: without the numbers of its sources; a gap stays marked.
#[must_use]
pub fn plain(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        match citation(&chars, at) {
            Some((_, end)) => at = end,
            None => {
                plain.push(chars[at]);
                at += 1;
            }
        }
    }
    plain
}

/// The text with these gaps filled; the others stay.
#[must_use]
pub fn filled(text: &str, fills: &[String]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    let mut index = 0;
    while let Some((before, after)) = rest.split_once('⟦') {
        let Some((what, behind)) = after.split_once('⟧').filter(|(what, _)| !what.contains('\n')) else {
            filled.push_str(before);
            filled.push('⟦');
            rest = after;
            continue;
        };
        filled.push_str(before);
        match fills.get(index).map(|fill| fill.trim()).filter(|fill| !fill.is_empty()) {
            Some(fill) => filled.push_str(&fill.replace(['⟦', '⟧', '[', ']'], "")),
            None => filled.extend(["⟦", what, "⟧"]),
        }
        index += 1;
        rest = behind;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::{Paragraph, Piece, filled, laid, plain, stretches, unbroken};
    use contract::view::{Finding, Sentence, Support};
    use vocabulary::{Code, Severity, Span};

    fn drawn(paragraphs: &[Paragraph]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words { text, finding, sentence } => match finding {
                Some(finding) => format!("<{finding}:{text}>"),
                None => format!("{}({text})", sentence.map(|s| s.to_string()).unwrap_or_default()),
            },
            Piece::Citation { place, n, sentence } => format!("#{place}={n}@{}", sentence.unwrap_or(99)),
            Piece::Gap { index, what } => format!("_{index}:{what}_"),
            Piece::Break => "/".to_owned(),
        };
        let paragraphs: Vec<String> = paragraphs.iter().map(|p| p.iter().map(piece).collect()).collect();
        paragraphs.join("¶")
    }

    #[test]
    fn a_marked_text_is_laid_out() {
        for (text, drawing) in [
            ("", ""),
            ("Hei", "(Hei)"),
            ("Hei\n\n\nDu", "(Hei)¶(Du)"),
            ("Hilsen\nKari\n", "(Hilsen)/(Kari)"),
            ("Det er slik [1] [3]. Ja[2]", "(Det er )(slik)#0=1@99#1=3@99(. )(Ja)#2=2@99"),
            ("Innen ⟦dato⟧, eller ⟦ikke lukket", "(Innen )_0:dato_(, eller ⟦ikke lukket)"),
            ("Se [vedlegg] [1", "(Se [vedlegg] [1)"),
            ("⟦a\nb⟧", "(⟦a)/(b⟧)"),
            ("[", "([)"),
            (" ", "( )"),
        ] {
            assert_eq!(drawn(&laid(text, &[], &[])), drawing, "{text:?}");
        }
    }

    #[test]
    fn words_know_their_sentence_and_their_heaviest_finding() {
        let sentence =
            |start, end| Sentence { span: Span::new(start, end), citations: vec![], support: Support::Supported };
        let finding = |start, end| Finding {
            key: String::new(),
            code: Code::Fee,
            severity: Severity::Verify,
            span: Some(Span::new(start, end)),
            text: String::new(),
            why: String::new(),
            legal: None,
            clears: String::new(),
            evidence: vec![],
        };
        let sentences = [sentence(0, 7), sentence(12, 15)];
        let findings = [finding(3, 7), finding(0, 5), finding(90, 95)];
        let page = laid("På kr 5. [1] Ja.", &sentences, &findings);
        assert_eq!(drawn(&page), "<1:På ><0:kr\u{a0}5>0(.)#0=1@0<".trim_end_matches('<').to_owned() + "1( Ja.)");
    }

    #[test]
    fn a_word_and_its_numbers_stay_together() {
        for (text, lengths) in [
            ("Det er slik [1] [3]. Ja", vec![1, 3, 1]),
            ("Gebyret er kr 12 500 [1].", vec![1, 2, 1]),
            ("[1] Hei", vec![1, 1]),
            ("Hei ⟦navn⟧ [1]", vec![1, 2]),
        ] {
            let page = laid(text, &[], &[]);
            let found: Vec<usize> = stretches(&page[0]).iter().map(|pieces| pieces.len()).collect();
            assert_eq!(found, lengths, "{text}");
        }
    }

    #[test]
    fn a_copy_has_words_and_gaps_and_no_numbers_of_sources() {
        for (text, copy) in [
            ("Det er slik [1] [3]. Ja[2]\n\nHilsen", "Det er slik. Ja\n\nHilsen"),
            ("Innen ⟦dato⟧ [1], se [vedlegg].", "Innen ⟦dato⟧, se [vedlegg]."),
            ("", ""),
        ] {
            assert_eq!(plain(text), copy);
        }
    }

    #[test]
    fn numbers_do_not_break() {
        for (text, whole) in [
            ("er kr 12 500 i 2026", "er kr\u{a0}12\u{a0}500 i 2026"),
            ("pbl. § 20-1", "pbl. §\u{a0}20-1"),
            ("den 12. januar", "den 12. januar"),
            (" ", " "),
        ] {
            assert_eq!(unbroken(text), whole);
        }
    }

    #[test]
    fn gaps_are_filled_by_their_order() {
        let fills = ["", " 12. mai ", " ", "[x]⟦"].map(str::to_owned);
        for (text, expected) in [
            ("⟦a⟧ og ⟦b⟧ og ⟦c⟧ og ⟦d⟧.", "⟦a⟧ og 12. mai og ⟦c⟧ og x."),
            ("ingen", "ingen"),
            ("⟦a\n⟧ ⟦b⟧⟦c⟧", "⟦a\n⟧ ⟦b⟧12. mai"),
        ] {
            assert_eq!(filled(text, &fills), expected);
        }
    }
}
