//! A draft laid out for the checks (blikk): sentences, values, personal data and evidence, each read once.

use super::{
    Assessed, Bearing, Finding, Ground,
    binding::{self, Part},
    claim::{self, Stance},
    concern::{Concern, Place},
    correspondence::Mail,
    frame::Frames,
    known::{self, Known},
    support,
};
use crate::{
    draft::{Draft, Sentence},
    scan::{
        self, Found,
        pattern::{Pattern, lowered},
    },
    value::{self, Value},
};
use std::ops::Range;
use vocabulary::{Code, Language, Severity, Span, span::Scalars};

static CITATION: Pattern = Pattern::new(r"\[\d{1,4}(?:, ?\d{1,4})*\]");
static GAPS: Pattern = Pattern::new(r"⟦[^⟧\n]*⟧?");

/// Everything a check may look at.
pub(super) struct Look<'a> {
    pub(super) ground: &'a Ground<'a>,
    /// The marked text with citations and gaps blanked, scalar for scalar.
    pub(super) text: String,
    /// The same in lower case, byte for byte.
    lower: String,
    pub(super) lines: Vec<Line>,
    pub(super) found: Vec<Found>,
    pub(super) mail: Option<Mail>,
    pub(super) known: Vec<Known<'a>>,
    pub(super) recipients: &'a [String],
    pub(super) footer: &'a str,
    pub(super) language: Language,
    /// Whether the text is a draft of ours that must cite its sources.
    pub(super) cites: bool,
    scalars: Scalars,
}

/// Whether words at a place of a line are what a check looks for.
pub(super) type Counts<'c> = &'c dyn Fn(&Look, &Line, &Range<usize>) -> bool;

/// One sentence.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes in the blanked text.
    pub(super) bytes: Range<usize>,
    pub(super) stance: Stance,
    /// Its content words.
    pub(super) stems: Vec<String>,
    /// Those, and the limits it names.
    pub(super) about: Vec<String>,
    /// Its parts, where it says several values.
    pub(super) parts: Vec<Part>,
    pub(super) assessed: Assessed,
}

impl<'a> Look<'a> {
    /// Lays out a draft.
    pub(super) fn of(draft: &'a Draft, ground: &'a Ground<'a>, mail: Option<Mail>) -> Self {
        let mut look = Self::read(draft.marked(), draft.sentences(), ground);
        look.mail = mail;
        look.recipients = &draft.frame().recipients;
        look.footer = &draft.frame().footer;
        look.language = draft.frame().language;
        look.cites = true;
        support::assess(&mut look);
        look
    }

    /// Lays out a text that somebody wrote or pasted.
    pub(super) fn plain(text: &str, ground: &'a Ground<'a>, mail: Option<Mail>) -> Self {
        let scalars = Scalars::new(text);
        let sentence = |range: Range<usize>| Sentence {
            text: text[range.clone()].to_owned(),
            span: scalars.span(range),
            citations: Vec::new(),
        };
        let sentences: Vec<Sentence> = crate::evidence::sentence::split(text).into_iter().map(sentence).collect();
        let mut look = Self::read(text, &sentences, ground);
        look.mail = mail;
        support::assess(&mut look);
        look
    }

    fn read(marked: &str, sentences: &[Sentence], ground: &'a Ground<'a>) -> Self {
        let text = blanked(marked);
        let scalars = Scalars::new(&text);
        let values = value::find(&text, ground.today);
        let found = scan::scan(&text);
        let lower = lowered(&text);
        let lines = lines(&lower, sentences, values);
        Self {
            ground,
            lines,
            found,
            mail: None,
            known: known::read(ground.evidence, ground.today),
            recipients: &[],
            footer: "",
            language: Language::Nb,
            cites: false,
            scalars,
            lower,
            text,
        }
    }

    /// The words of a line in lower case, citations and gaps blanked.
    pub(super) fn words(&self, line: &Line) -> &str {
        &self.lower[line.bytes.clone()]
    }

    /// The place of bytes of the blanked text.
    pub(super) fn place(&self, bytes: Range<usize>) -> Place {
        Place {
            span: Some(self.scalars.span(bytes.clone())),
            text: self.text[bytes].trim().to_owned(),
            evidence: Vec::new(),
        }
    }

    /// The place of a value or of personal data.
    pub(super) fn spanned(&self, span: Span, text: &str) -> Place {
        Place { span: Some(span), text: text.to_owned(), evidence: Vec::new() }
    }

    /// The lines that may say something: all but questions. What stands below the closing is read by the citizen too.
    pub(super) fn saying(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !self.words(line).trim_end().ends_with('?'))
    }

    /// The line a place lies in.
    pub(super) fn line_at(&self, span: Span) -> Option<&Line> {
        let at = self.lines.partition_point(|line| line.assessed.span.end <= span.start);
        self.lines.get(at).filter(|line| line.assessed.span.start <= span.start)
    }

    /// A finding for the first match in each saying line.
    pub(super) fn flag(&self, pattern: &Pattern, concern: &Concern) -> Vec<Finding> {
        self.flag_first(&[pattern], concern)
    }

    /// A finding for each saying line, at the first match of the first pattern that has one.
    pub(super) fn flag_first(&self, patterns: &[&Pattern], concern: &Concern) -> Vec<Finding> {
        self.saying()
            .filter_map(|line| {
                let found = patterns.iter().find_map(|pattern| pattern.find(self.words(line)))?;
                let place = self.place(line.bytes.start + found.start()..line.bytes.start + found.end());
                Some(concern.at(self, place.citing(&line.assessed.citations)))
            })
            .collect()
    }

    /// Findings for the saying lines that no pattern has found and that fill one of these frames.
    pub(super) fn flag_framed(&self, found: Vec<Finding>, frames: &Frames, concern: &Concern) -> Vec<Finding> {
        let is_found = |line: &Line| {
            found
                .iter()
                .filter_map(|finding| finding.span)
                .any(|span| line.assessed.span.start <= span.start && span.start < line.assessed.span.end)
        };
        let rest = self.saying().filter(|line| !is_found(line));
        let framed = rest.filter_map(|line| {
            let range = frames.find(self.words(line))?;
            let place = self.place(line.bytes.start + range.start..line.bytes.start + range.end);
            Some(concern.at(self, place.citing(&line.assessed.citations)))
        });
        let framed: Vec<Finding> = framed.collect();
        found.into_iter().chain(framed).collect()
    }

    /// A finding for each saying line, at the first match that `counts`, told its place in the words of the line.
    pub(super) fn flag_where(&self, pattern: &Pattern, concern: &Concern, counts: Counts) -> Vec<Finding> {
        let first = |line: &Line| {
            let words = self.words(line);
            pattern.find_iter(words).map(|found| found.range()).find(|range| counts(self, line, range))
        };
        let place =
            |line: &Line, range: Range<usize>| self.place(line.bytes.start + range.start..line.bytes.start + range.end);
        self.saying()
            .filter_map(|line| Some(concern.at(self, place(line, first(line)?).citing(&line.assessed.citations))))
            .collect()
    }

    /// The sources that a line cites and that exist.
    pub(super) fn cited(&self, line: &Line) -> impl Iterator<Item = &Known<'a>> {
        self.known.iter().filter(|known| line.assessed.citations.contains(&known.number))
    }

    /// The numbers that the whole draft cites, each once, in order.
    pub(super) fn citations(&self) -> Vec<u16> {
        let mut all: Vec<u16> = self.lines.iter().flat_map(|line| line.assessed.citations.clone()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// With plain blanks alone, as many scalars long as before: a no-break space hides nothing from a check.
pub(super) fn plain_blanks(text: &str) -> String {
    let fixed = |c: char| matches!(c, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}');
    text.chars().map(|c| if fixed(c) { ' ' } else { c }).collect()
}

/// The text with every citation and gap as blanks, as many scalars long as before.
fn blanked(marked: &str) -> String {
    let mut holes: Vec<Range<usize>> =
        CITATION.find_iter(marked).chain(GAPS.find_iter(marked)).map(|hole| hole.range()).collect();
    holes.sort_by_key(|hole| hole.start);
    let mut text = String::with_capacity(marked.len());
    let mut at = 0;
    for hole in holes.into_iter() {
        if hole.start < at {
            continue;
        }
        text.push_str(&marked[at..hole.start]);
        text.extend(marked[hole.clone()].chars().map(|_| ' '));
        at = hole.end;
    }
    text.push_str(&marked[at..]);
    plain_blanks(&text)
}

fn lines(text: &str, sentences: &[Sentence], values: Vec<Value>) -> Vec<Line> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |scalar: usize| starts.get(scalar).copied().unwrap_or(text.len());
    let mut values = values.into_iter().peekable();
    let mut lines: Vec<Line> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let mut here = Vec::new();
        while let Some(one) = values.next_if(|one| one.span.start < sentence.span.end) {
            here.push(one);
        }
        let bytes = byte(sentence.span.start)..byte(sentence.span.end);
        let words = &text[bytes.clone()];
        let parts = binding::parts(words, sentence.span.start, &here);
        let assessed = Assessed {
            span: sentence.span,
            text: sentence.text.clone(),
            citations: sentence.citations.clone(),
            bearing: Bearing::NoClaim,
            values: here.into_iter().map(|one| (one, Bearing::NoClaim, Vec::new())).collect(),
        };
        let stems = known::content(words);
        let about = stems.iter().cloned().chain(binding::limits(words)).collect();
        lines.push(Line { stems, about, parts, bytes, stance: Stance::Claims, assessed });
    }
    // A name alone claims nothing: greetings and signatures are made of names.
    let facts = |line: &Line| line.assessed.values.iter().filter(|(value, ..)| value.kind != value::Kind::Name).count();
    let shapes: Vec<(&str, usize)> = lines.iter().map(|line| (&text[line.bytes.clone()], facts(line))).collect();
    for (at, stance) in claim::stances(&shapes).into_iter().enumerate() {
        // Who cites a source claims something, however short the sentence.
        let cited = stance == Stance::Courtesy && !lines[at].assessed.citations.is_empty();
        let asks = text[lines[at].bytes.clone()].trim_end().ends_with('?');
        lines[at].stance = if cited && !asks { Stance::Claims } else { stance };
    }
    lines
}

/// Findings in the order they are shown: who may be in danger first, then heaviest first, then by place, then by code; what is found twice counts once.
pub(super) fn ordered(mut findings: Vec<Finding>) -> Vec<Finding> {
    let place = |finding: &Finding| finding.span.map_or((usize::MAX, 0), |span| (span.start, span.end));
    findings.sort_by_key(|finding| {
        let waits = finding.code != Code::Threat;
        (waits, std::cmp::Reverse(finding.severity), place(finding), finding.code, finding.text.clone())
    });
    let mut seen: std::collections::HashSet<(Code, Option<Span>, String)> = std::collections::HashSet::new();
    findings.retain(|finding| {
        let words = if finding.span.is_some() { String::new() } else { finding.text.clone() };
        seen.insert((finding.code, finding.span, words))
    });
    findings
}

/// The heaviest of some findings with one of these codes.
pub(super) fn heaviest(findings: &[Finding], codes: &[Code]) -> Option<Severity> {
    findings.iter().filter(|finding| codes.contains(&finding.code)).map(|finding| finding.severity).max()
}
