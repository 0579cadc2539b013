//! Cuts Norwegian and English text into sentences (setninger), one pass over the text.
//!
//! Made for drafts and records, where lines are written on purpose (`thread::sentence` reads mail, where clients break lines as
//! they like). A line break always ends a sentence, so list lines, greetings and closings stand alone. Within a line a full
//! stop ends one unless it belongs to an abbreviation, an initial, an ordinal or a date; what stands in «…» or ⟦…⟧ is never
//! torn apart.

use std::ops::Range;

/// After these a full stop never ends a sentence.
const OPEN: [&str; 26] = [
    "jf", "jfr", "bl.a", "f.eks", "t.d", "dvs", "d.v.s", "dr", "prof", "hr", "fr", "mr", "mrs", "ms", "vedr", "inkl",
    "ekskl", "e.g", "i.e", "evt", "ev", "mht", "ift", "iht", "sml", "dir",
];
/// After these it ends one unless a number (or another sign) follows: "nr. 4", but "det koster 500 kr. Du …".
const COUNTED: [&str; 30] = [
    "kr", "nr", "kl", "s", "pkt", "st", "tlf", "ca", "art", "kap", "mill", "mrd", "gnr", "bnr", "fnr", "org", "no",
    "ref", "maks", "min", "gbnr", "fvl", "offl", "pbl", "oppll", "bhgl", "koml", "bvl", "popplyl", "hol",
];
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

/// The byte ranges of the sentences of `text`, in order, without the white space around them.
#[must_use]
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        split_line(text, start..start + line.len(), &mut found);
        start += line.len();
    }
    found
}

fn split_line(text: &str, line: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    let mut at = line.start;
    let mut closed = Closers::default();
    while let Some(c) = text[at..line.end].chars().next() {
        let next = at + c.len_utf8();
        if let Some(end) = closed.skip(&text[..line.end], at, c) {
            at = end;
            // A quotation that brings its own full stop may end the sentence around it.
            let inner = text[..end].trim_end_matches(['»', '”']);
            if inner.ends_with(['.', '!', '?']) && inner.len() < end && starts_sentence(&text[end..line.end]) {
                push(text, start..end, found);
                start = end;
            }
            continue;
        }
        at = next;
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let closing = text[next..line.end].trim_start_matches(['.', '!', '?', '…', '»', '”', '"', ')', '\'']);
        let end = line.end - closing.len();
        if starts_sentence(closing) && (c != '.' || ends(&text[start..next], closing)) {
            push(text, start..end, found);
            start = end;
        }
        at = end;
    }
    push(text, start..line.end, found);
}

/// Quotations and gaps, skipped whole; remembers which closing signs are missing on the line so that nothing is searched twice.
#[derive(Default)]
struct Closers {
    missing: [bool; 3],
}

impl Closers {
    fn skip(&mut self, text: &str, at: usize, c: char) -> Option<usize> {
        let (kind, closing) = match c {
            '«' => (0, '»'),
            '“' => (1, '”'),
            '⟦' => (2, '⟧'),
            _ => return None,
        };
        if self.missing[kind] {
            return None;
        }
        let found = text[at..].find(closing).map(|offset| at + offset + closing.len_utf8());
        self.missing[kind] = found.is_none();
        found
    }
}

/// Whether white space and then the beginning of a sentence follow (or nothing at all).
fn starts_sentence(rest: &str) -> bool {
    let trimmed = rest.trim_start();
    let Some(first) = trimmed.chars().next() else { return true };
    trimmed.len() < rest.len() && !first.is_lowercase() && !matches!(first, ',' | ';' | ':' | '.' | ')')
}

/// Whether the full stop at the end of `before` ends a sentence when `rest` follows.
fn ends(before: &str, rest: &str) -> bool {
    let rest = rest.trim_start();
    if rest.is_empty() {
        return true;
    }
    let line = before.trim_start();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(['(', '«', '"', '“', '[']).trim_end_matches('.');
    if word.is_empty() {
        return true;
    }
    let follows_letter = rest.trim_start_matches(['«', '"', '“', '(']).starts_with(char::is_alphabetic);
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
        return false;
    }
    let lower = word.to_lowercase();
    if OPEN.contains(&lower.as_str()) {
        return false;
    }
    if COUNTED.contains(&lower.as_str()) {
        return follows_letter;
    }
    if word.chars().all(|c| c.is_ascii_digit()) {
        let first_on_line = line.trim_end_matches('.') == word;
        let month = rest.get(..3).is_some_and(|next| MONTHS.contains(&next.to_lowercase().as_str()));
        return !(first_on_line || month && word.len() <= 2);
    }
    true
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = start + part.trim().len();
    if end > start {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn text_is_cut_where_a_reader_would_cut_it() {
        for (text, sentences) in [
            ("", vec![]),
            (
                "Hei, Per Haug\n\nGebyret er kr. 12 500. Du betaler det før vi behandler søknaden.",
                vec!["Hei, Per Haug", "Gebyret er kr. 12 500.", "Du betaler det før vi behandler søknaden."],
            ),
            ("Det koster 500 kr. Du får faktura.", vec!["Det koster 500 kr.", "Du får faktura."]),
            ("Fristen er 12. januar 2026. Ring oss.", vec!["Fristen er 12. januar 2026.", "Ring oss."]),
            ("Se jf. Forvaltningsloven § 11 a. Vi svarer.", vec!["Se jf. Forvaltningsloven § 11 a.", "Vi svarer."]),
            ("Etter fvl. § 28 og pbl. § 20-1. Du kan klage.", vec!["Etter fvl. § 28 og pbl. § 20-1.", "Du kan klage."]),
            ("Vi har åpent kl. 09.00–15.30. Velkommen!", vec!["Vi har åpent kl. 09.00–15.30.", "Velkommen!"]),
            ("Det gjelder bl.a. Garasjer, f.eks. Carport.", vec!["Det gjelder bl.a. Garasjer, f.eks. Carport."]),
            ("Kari P. Nes har saken. Hei", vec!["Kari P. Nes har saken.", "Hei"]),
            ("1. Fyll ut skjemaet. Send det inn.\n2. Vent.", vec!["1. Fyll ut skjemaet.", "Send det inn.", "2. Vent."]),
            (
                "Der står det: «Du må søke. Send skjema.» Ring oss.",
                vec!["Der står det: «Du må søke. Send skjema.»", "Ring oss."],
            ),
            ("Vi skrev «Send skjema.» til deg. Hei.", vec!["Vi skrev «Send skjema.» til deg.", "Hei."]),
            ("Takk. ⟦svar på: Hva? Når? Hvem.⟧ Hei", vec!["Takk.", "⟦svar på: Hva? Når? Hvem.⟧ Hei"]),
            ("Hva koster det?! Takk…", vec!["Hva koster det?!", "Takk…"]),
            ("Uten «slutt. Neste.", vec!["Uten «slutt.", "Neste."]),
            ("se www.fjordvik.kommune.no for mer", vec!["se www.fjordvik.kommune.no for mer"]),
            (
                "Vedlegg: tegninger, kart osv. Send alt samlet.",
                vec!["Vedlegg: tegninger, kart osv.", "Send alt samlet."],
            ),
        ] {
            let found: Vec<_> = split(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, sentences, "{text:?}");
        }
    }

    #[test]
    fn a_hostile_text_takes_no_longer_than_its_length() {
        for text in ["«".repeat(200_000), "a. B".repeat(100_000), "1. ".repeat(200_000), "⟦. ".repeat(200_000)] {
            assert!(split(&text).len() <= text.len());
        }
    }
}
