//! The difference (endring) between two texts, word by word: for the second person, and for the gate's sentence.

/// What happened to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Same,
    Added,
    Removed,
}

/// A stretch of text: words with the blanks and line breaks after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// In both.
    Same(String),
    /// Only in the new one.
    Added(String),
    /// Only in the old one.
    Removed(String),
}

impl Stretch {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Same(text) | Self::Added(text) | Self::Removed(text)) = self;
        text
    }

    /// Whether the two texts agree here.
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Same(_))
    }
}

/// So many words may come or go before two texts count as altogether different; bounds time and memory.
const EDITS: usize = 600;

/// The stretches of `old` and `new` in order: the `Same` and `Removed` ones make up the old text, the `Same` and `Added` ones the
/// new one. White space alone is no difference. Texts that differ by more than some hundred words are one removal and one addition.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Stretch> {
    let (old, new) = (words(old), words(new));
    let front = alike(old.iter().zip(&new));
    let back = alike(old[front..].iter().rev().zip(new[front..].iter().rev()));
    let mut steps = vec![Kind::Same; front];
    steps.extend(middle(&old[front..old.len() - back], &new[front..new.len() - back]));
    steps.extend(vec![Kind::Same; back]);
    joined(&steps, &old, &new)
}

/// The words at the first difference, as they were and as they are now, each at most `limit` scalars; `None` where nothing differs.
#[must_use]
pub fn first(old: &str, new: &str, limit: usize) -> Option<(String, String)> {
    let stretches = difference(old, new);
    let start = stretches.iter().position(|stretch| !stretch.is_same())?;
    let changed = stretches[start..].iter().take_while(|stretch| !stretch.is_same());
    let (mut was, mut now) = (String::new(), String::new());
    for stretch in changed {
        if matches!(stretch, Stretch::Removed(_)) { &mut was } else { &mut now }.push_str(stretch.text());
    }
    Some((shortened(&was, limit), shortened(&now, limit)))
}

/// A text of at most `limit` scalars, on one line, with an ellipsis where it was cut.
#[must_use]
pub fn shortened(text: &str, limit: usize) -> String {
    let mut line = String::new();
    for (count, c) in text.split_whitespace().flat_map(|word| word.chars().chain([' '])).enumerate() {
        if count >= limit {
            line.truncate(line.trim_end().len());
            line.push('…');
            return line;
        }
        line.push(c);
    }
    line.truncate(line.trim_end().len());
    line
}

/// The words of a text, each with the white space after it; an amount such as `kr 12 500` is one word.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut in_blank) = (0, true);
    for (at, c) in text.char_indices() {
        if in_blank
            && !c.is_whitespace()
            && text[start..at].chars().any(|c| !c.is_whitespace())
            && !is_amount(&text[start..at], &text[at..])
        {
            words.push(&text[start..at]);
            start = at;
        }
        in_blank = c.is_whitespace();
    }
    if !text[start..].trim().is_empty() {
        words.push(&text[start..]);
    }
    words
}

/// Whether a number goes on after a blank: `kr` before digits, or a group of three digits after digits.
fn is_amount(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    let currency = before.to_lowercase();
    (digits > 0 && ["kr", "kr.", "nok"].contains(&currency.as_str()))
        || (digits == 3 && before.ends_with(|c: char| c.is_ascii_digit()))
}

/// White space alone is no difference, inside an amount either.
fn is_alike(old: &str, new: &str) -> bool {
    old.split_whitespace().eq(new.split_whitespace())
}

fn alike<'a>(pairs: impl Iterator<Item = (&'a &'a str, &'a &'a str)>) -> usize {
    pairs.take_while(|(old, new)| is_alike(old, new)).count()
}

/// The shortest way from `old` to `new` (Myers, "An O(ND) Difference Algorithm", 1986), within [`EDITS`] steps.
fn middle(old: &[&str], new: &[&str]) -> Vec<Kind> {
    if old.is_empty() || new.is_empty() {
        return replaced(old.len(), new.len());
    }
    let most = EDITS.min(old.len() + new.len());
    let mut reach = vec![0_usize; 2 * most + 3];
    let mut trail: Vec<Vec<usize>> = Vec::new();
    for step in 0..=most {
        trail.push(reach.clone());
        for diagonal in (0..=2 * step).step_by(2) {
            let at = most + 1 - step + diagonal;
            let down = diagonal == 0 || (diagonal != 2 * step && reach[at - 1] < reach[at + 1]);
            let mut x = if down { reach[at + 1] } else { reach[at - 1] + 1 };
            let Some(mut y) = (x + most + 1).checked_sub(at) else { continue };
            while x < old.len() && y < new.len() && is_alike(old[x], new[y]) {
                x += 1;
                y += 1;
            }
            reach[at] = x;
            if x >= old.len() && y >= new.len() {
                return walked_back(&trail, (old.len(), new.len()), most);
            }
        }
    }
    replaced(old.len(), new.len())
}

fn replaced(removed: usize, added: usize) -> Vec<Kind> {
    let mut steps = vec![Kind::Removed; removed];
    steps.extend(vec![Kind::Added; added]);
    steps
}

fn walked_back(trail: &[Vec<usize>], end: (usize, usize), most: usize) -> Vec<Kind> {
    let (mut x, mut y) = end;
    let mut steps = Vec::new();
    for (step, reach) in trail.iter().enumerate().rev() {
        let at = x + most + 1 - y;
        let lowest = at == most + 1 - step;
        let highest = at == most + 1 + step;
        let down = lowest || (!highest && reach[at - 1] < reach[at + 1]);
        let before = if down { at + 1 } else { at - 1 };
        let from = if step == 0 { (0, 0) } else { (reach[before], reach[before] + most + 1 - before) };
        while x > from.0 && y > from.1 {
            steps.push(Kind::Same);
            (x, y) = (x - 1, y - 1);
        }
        if step > 0 {
            steps.push(if down { Kind::Added } else { Kind::Removed });
            (x, y) = from;
        }
    }
    steps.reverse();
    steps
}

/// The new word, or the old one where only that keeps apart what was taken away after it: the last word of a text has no blank.
fn apart<'a>(old: &'a &'a str, new: &'a &'a str) -> &'a &'a str {
    let ends = |word: &str| word.ends_with(char::is_whitespace);
    if ends(old) && !ends(new) { old } else { new }
}

fn joined(steps: &[Kind], old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let (mut old, mut new) = (old.iter(), new.iter());
    let mut runs: Vec<(Kind, String)> = Vec::new();
    for kind in steps {
        let word = match kind {
            Kind::Removed => old.next(),
            Kind::Added => new.next(),
            Kind::Same => old.next().zip(new.next()).map(|(old, new)| apart(old, new)),
        };
        let word = word.copied().unwrap_or_default();
        match runs.last_mut() {
            Some((last, text)) if last == kind => text.push_str(word),
            _ => runs.push((*kind, word.to_owned())),
        }
    }
    let stretch = |(kind, text)| match kind {
        Kind::Same => Stretch::Same(text),
        Kind::Added => Stretch::Added(text),
        Kind::Removed => Stretch::Removed(text),
    };
    runs.into_iter().map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::{Stretch, difference, first};

    fn shown(old: &str, new: &str) -> String {
        let sign = |stretch: &Stretch| match stretch {
            Stretch::Same(_) => '=',
            Stretch::Added(_) => '+',
            Stretch::Removed(_) => '-',
        };
        difference(old, new).iter().map(|s| format!("{}{}|", sign(s), s.text().trim())).collect()
    }

    #[test]
    fn words_that_came_and_went_are_told_apart() {
        for (old, new, stretches) in [
            ("", "", ""),
            ("a b c", "a b c", "=a b c|"),
            ("a b c", "a  b\n\nc", "=a b\n\nc|"),
            ("", "a", "+a|"),
            ("a", "", "-a|"),
            ("gebyret er 100 kr", "gebyret er 200 kr", "=gebyret er|-100|+200|=kr|"),
            ("er kr 12 500 nå", "er kr 11 500 nå", "=er|-kr 12 500|+kr 11 500|=nå|"),
            ("kr\u{a0}12 500", "kr 12\u{a0}500", "=kr 12\u{a0}500|"),
            ("a b c d e", "a x c y e", "=a|-b|+x|=c|-d|+y|=e|"),
            ("a b", "c a b", "+c|=a b|"),
            ("a b", "a b c", "=a b|+c|"),
            ("a b c d", "b d", "-a|=b|-c|=d|"),
        ] {
            let whole = shown(old, new).replace("a  b\n\nc", "a b\n\nc");
            assert_eq!(whole, stretches, "{old:?} {new:?}");
        }
    }

    #[test]
    fn the_stretches_make_up_both_texts_whatever_they_are() {
        let mut seed = 7_u64;
        let mut text = |words: u64| -> String {
            let mut word = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                ["a ", "b ", "c ", "d "][(seed >> 61) as usize % 4]
            };
            (0..words).map(|_| word()).collect()
        };
        for size in 0..60 {
            let (old, new) = (text(size), text(60 - size));
            let stretches = difference(&old, &new);
            let without = |gone: fn(&Stretch) -> bool| -> String {
                stretches.iter().filter(|stretch| !gone(stretch)).map(Stretch::text).collect()
            };
            assert_eq!(without(|stretch| matches!(stretch, Stretch::Added(_))), old, "{size}");
            assert_eq!(without(|stretch| matches!(stretch, Stretch::Removed(_))), new, "{size}");
        }
    }

    #[test]
    fn what_is_taken_away_at_the_end_stays_apart_from_what_is_kept() {
        let stretches = difference("Hilsen Kari Nordby", "Hilsen Kari");
        assert_eq!(stretches, [Stretch::Same("Hilsen Kari ".into()), Stretch::Removed("Nordby".into())]);
    }

    #[test]
    fn texts_without_a_word_in_common_stay_cheap() {
        let old: String = (0..20_000).map(|n| format!("a{n} ")).collect();
        let new: String = (0..20_000).map(|n| format!("b{n} ")).collect();
        assert_eq!(difference(&old, &new).len(), 2);
    }

    #[test]
    fn the_first_difference_is_named_in_few_words() {
        for (old, new, named) in [
            ("a b", "a b", None),
            ("kr 100 nå", "kr 250 nå", Some(("kr 100", "kr 250"))),
            ("a", "a og mye mer", Some(("", "og mye…"))),
        ] {
            let named = named.map(|(was, now): (&str, &str)| (was.to_owned(), now.to_owned()));
            assert_eq!(first(old, new, 7), named, "{old:?} {new:?}");
        }
    }
}
