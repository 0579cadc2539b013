//! The part of a long text that matters (utdrag): whole sentences, verbatim, around the words that are asked for.

use super::{sentence, word};

/// Stands between sentences that are not neighbours in the original.
pub const LEFT_OUT: &str = "\n…\n";

/// At most about `limit` characters of `text`: the sentences nearest to `wanted`, in their order, nothing reworded.
#[must_use]
pub fn cut(text: &str, wanted: &[String], limit: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let sentences = sentence::split(text);
    let score: Vec<_> =
        sentences.iter().map(|range| word::shared(wanted, &word::stems(&text[range.clone()]))).collect();
    let mut best: Vec<usize> = (0..sentences.len()).collect();
    // A sentence is worth its own hits doubled and its neighbours', so that a hit is cut out with what explains it.
    let near = |at: usize| 2 * score[at] + at.checked_sub(1).map_or(0, |left| score[left]);
    best.sort_by_key(|at| (std::cmp::Reverse(near(*at)), *at));
    let mut kept = Vec::new();
    let mut length = 0;
    for at in best {
        let size = text[sentences[at].clone()].chars().count();
        if length + size <= limit || kept.is_empty() {
            kept.push(at);
            length += size + 1;
        }
    }
    kept.sort_unstable();
    bounded(join(text, &sentences, &kept), limit)
}

/// A sentence that goes on for pages (a table read from a file) is broken off between two words.
fn bounded(part: String, limit: usize) -> String {
    match part.char_indices().nth(2 * limit) {
        Some((at, _)) => {
            let end = part[..at].rfind(char::is_whitespace).unwrap_or(at);
            format!("{} …", &part[..end])
        }
        None => part,
    }
}

fn join(text: &str, sentences: &[std::ops::Range<usize>], kept: &[usize]) -> String {
    let mut out = String::new();
    for (n, at) in kept.iter().enumerate() {
        match n.checked_sub(1).map(|before| kept[before]) {
            Some(before) if before + 1 == *at => out.push_str(&text[sentences[before].end..sentences[*at].start]),
            Some(_) => out.push_str(LEFT_OUT),
            None => {}
        }
        out.push_str(&text[sentences[*at].clone()]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::word::stems, cut};

    #[test]
    fn a_long_text_is_cut_to_what_is_asked_for() {
        let filler = "Kommunen har mange oppgaver. ".repeat(60);
        let text = format!("{filler}Gebyret for tilbygg er kr 12 500. Det betales etter faktura. {filler}");
        let part = cut(&text, &stems("Hva koster tilbygg?"), 80);
        assert!(part.contains("Gebyret for tilbygg er kr 12 500. Det betales etter faktura."), "{part}");
        assert!(part.chars().count() <= 100, "{part}");
        assert_eq!(cut(" kort ", &[], 80), "kort");
        let endless = cut(&"ord ".repeat(100_000), &stems("ord"), 80);
        assert!(endless.ends_with("ord …") && endless.chars().count() <= 162, "{}", endless.len());
    }
}
