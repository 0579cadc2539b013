//! An excerpt of a source with the passages that a draft rests on.

use vocabulary::Span;

/// Scalars shown before the first marked passage of a long excerpt.
const BEFORE: usize = 120;
/// Scalars shown in all.
const WHOLE: usize = 900;

/// Scalars shown at each end of what did not change.
const END: usize = 60;

/// The excerpt in parts, each marked or not, cut around the marks where it is long (`…` says so).
#[must_use]
pub fn parts(text: &str, marks: &[Span]) -> Vec<(bool, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut marked = vec![false; chars.len()];
    for mark in marks {
        let end = mark.end.min(chars.len());
        marked[mark.start.min(end)..end].fill(true);
    }
    let first = marked.iter().position(|m| *m).unwrap_or(0);
    let from = if chars.len() > WHOLE { word_start(&chars, first.saturating_sub(BEFORE)) } else { 0 };
    let to = chars.len().min(from + WHOLE);
    let mut parts: Vec<(bool, String)> = Vec::new();
    if from > 0 {
        parts.push((false, "… ".to_owned()));
    }
    for at in from..to {
        match parts.last_mut() {
            Some((kind, words)) if *kind == marked[at] => words.push(chars[at]),
            _ => parts.push((marked[at], chars[at].into())),
        }
    }
    if to < chars.len() {
        parts.push((false, " …".to_owned()));
    }
    parts
}

/// What stands unchanged between two changes: the whole of it when it is short, else its two ends.
#[must_use]
pub fn between(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 3 * END {
        return text.to_owned();
    }
    let first: String = chars[..END].iter().collect();
    let last = word_start(&chars, chars.len() - END);
    let first = first.rsplit_once(char::is_whitespace).map_or(first.as_str(), |(whole, _)| whole);
    format!("{first} … {}", chars[last..].iter().collect::<String>())
}

fn word_start(chars: &[char], at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    (at..chars.len()).find(|&i| chars[i].is_whitespace()).map_or(at, |i| i + 1)
}

#[cfg(test)]
mod tests {
    use super::{between, parts};
    use vocabulary::Span;

    #[test]
    fn what_did_not_change_is_shown_by_its_ends() {
        assert_eq!(between("kort"), "kort");
        let long = between(&"ord nummer ".repeat(40));
        assert!(long.starts_with("ord nummer ord") && long.ends_with("ord nummer ") && long.contains(" … "), "{long}");
        assert!(long.chars().count() <= 130, "{long}");
        assert_eq!(between(&"x".repeat(500)).chars().count(), 123);
    }

    #[test]
    fn the_marked_passage_stands_out() {
        let drawn = |text: &str, marks: &[Span]| {
            parts(text, marks)
                .into_iter()
                .map(|(m, words)| if m { format!("<{words}>") } else { words })
                .collect::<String>()
        };
        assert_eq!(drawn("", &[]), "");
        assert_eq!(drawn("Tilbygg: kr 5", &[Span::new(9, 13)]), "Tilbygg: <kr 5>");
        assert_eq!(drawn("æøå", &[Span::new(1, 2), Span::new(1, 99)]), "æ<øå>");
        let long = "ord ".repeat(400);
        let shown = drawn(&long, &[Span::new(800, 803)]);
        assert!(shown.starts_with("… ord") && shown.contains("<ord>") && shown.ends_with(" …"), "{shown}");
        assert!(shown.chars().count() < 920);
    }
}
