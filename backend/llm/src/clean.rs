//! Takes out of a text what a model may neither see nor write: links, addresses, references of ours, citation numbers, markup.

use regex::Regex;
use std::sync::LazyLock;

/// A text and the citation numbers that stood in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Clean {
    /// The words.
    pub(crate) text: String,
    /// Numbers in brackets that were taken out.
    pub(crate) citations: Vec<u64>,
}

/// Times that a text is cleaned at most.
const ROUNDS: usize = 8;

// The patterns are constants and are compiled by a test; one that did not compile would let nothing through.
fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

/// `[words](target)`: the words stay.
static MARKDOWN_LINK: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"!?\[([^\[\]\n]{1,200})\]\([^()\n]{0,500}\)"));
/// Web addresses with and without a scheme, mail addresses, and our references.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?ix)
          (?:[\p{L}\p{N}+.\-]*://|\b(?:www\.|mailto:|javascript:|data:))[^\s<>«»“”]*
        | (?:^|[\s(\[<])//[\p{L}\p{N}][^\s<>«»“”]*
        | \b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/)[^\s<>«»“”]*
        | \b(?:[\p{L}\p{N}\-]+\.)+[a-z]{2,24}/[^\s<>«»“”]*
        | [\p{L}\p{N}._%+\-]+(?:@[\p{L}\p{N}.\-]+)+
        | \b(?:[\p{L}\p{N}\-]+\.)+(?:no|com|org|net|io|eu|info|dev|app|biz|xyz|online|site|link|top|shop|store|club|zip|mov|cloud|page|web|support|help|bank|live|example|ru|cn|se|dk|fi|uk|de|nl|fr|eu|us|ly|tk|cc)\b(?:/[^\s<>«»“”]*)?
        | (?:\b|_)SV(?:-[0-9A-Z]{2,8}){2,}\b
        | SV[\p{Pd}\x{2212}][\s>]{0,3}[0-9A-TV-Z]{4}(?:[\s>\p{Pd}\x{2212}]{0,3}[0-9A-TV-Z]{4}){3}",
    )
});
static CITATION: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"[ \u{a0}]?\[\s*(\d{1,9}(?:\s*,\s*\d{1,9})*)\s*\]"));
static MARKUP: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?m)^\s{0,3}#{1,6}\s+|\*\*|__|`+|</?[a-zA-Z][^<>\n]{0,200}>"));
static BLANKS: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"[ \u{a0}]{2,}|[ \u{a0}]+([.,!?;:\n])"));

/// The text without links, addresses and references.
pub(crate) fn without_links(text: &str) -> String {
    let text = replace(&MARKDOWN_LINK, text, "$1");
    // A blank in its place, so that what stood around it does not become another.
    replace(&LINK, &text, " ")
}

/// The text up to a link or tag that has begun and not ended yet: half of one is not recognised.
pub(crate) fn closed(text: &str) -> &str {
    let open = |(begin, end): (char, char)| text.rfind(begin).filter(|at| !text[*at..].contains(end));
    [('<', '>'), ('[', ']'), ('(', ')')].into_iter().filter_map(open).min().map_or(text, |at| &text[..at])
}

/// The text as it may stand in a draft. What is taken out can bring together what it stood between, so this is done until nothing
/// more is found; a text that never comes to rest is none.
pub(crate) fn clean(text: &str) -> Clean {
    let mut clean = Clean { text: visible(text), citations: Vec::new() };
    for _ in 0..ROUNDS {
        let once = cleaned(&clean.text);
        clean.citations.extend(once.citations);
        if once.text == clean.text {
            return clean;
        }
        clean.text = once.text;
    }
    Clean { text: String::new(), citations: clean.citations }
}

/// Signs that nobody sees, and characters that came in pieces.
fn visible(text: &str) -> String {
    let is_hidden = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

fn cleaned(text: &str) -> Clean {
    // Markup first: it stands between the halves of an address as well as around a word.
    let text = replace(&MARKDOWN_LINK, text, "$1");
    let text = without_links(&replace(&MARKUP, &text, ""));
    let numbers = CITATION.as_ref().into_iter().flat_map(|pattern| pattern.captures_iter(&text));
    let numbers = numbers.filter_map(|found| found.get(1).map(|list| list.as_str().to_owned()));
    let citations =
        numbers.flat_map(|list| list.split(',').filter_map(|n| n.trim().parse().ok()).collect::<Vec<_>>()).collect();
    let text = tightened(&replace(&CITATION, &text, ""));
    Clean { text: text.trim().to_owned(), citations }
}

/// One blank between words, none before a sign.
fn tightened(text: &str) -> String {
    let Some(blanks) = BLANKS.as_ref() else { return String::new() };
    let one = |found: &regex::Captures| found.get(1).map_or_else(|| " ".to_owned(), |sign| sign.as_str().to_owned());
    blanks.replace_all(text, one).into_owned()
}

fn replace(pattern: &LazyLock<Option<Regex>>, text: &str, by: &str) -> String {
    pattern.as_ref().map_or_else(String::new, |pattern| pattern.replace_all(text, by).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{clean, closed, without_links};

    #[test]
    fn half_a_link_is_not_told() {
        for (text, told) in [
            ("Se [skjema](https://e", "Se [skjema]"),
            ("Se [skje", "Se "),
            ("A <img src", "A "),
            ("A <b>b</b> (ja) [1]", "A <b>b</b> (ja) [1]"),
            ("", ""),
        ] {
            assert_eq!(closed(text), told);
        }
    }

    #[test]
    fn what_a_model_may_not_write_is_taken_out() {
        for (text, words, citations) in [
            ("Gebyret er kr 12 500 [1, 3].", "Gebyret er kr 12 500.", vec![1, 3]),
            ("Se https://evil.example/x?y=1 for mer.", "Se for mer.", vec![]),
            ("Se ![skjemaet](https://evil.example) nå.", "Se skjemaet nå.", vec![]),
            ("Skriv til ond@evil.exampleond@evil.example eller www.evil.example.", "Skriv til eller", vec![]),
            ("Gå tilåhttps://evil.example/x i dag.", "Gå i dag.", vec![]),
            ("Gå til evil.com/login i dag.", "Gå til i dag.", vec![]),
            ("Ref. SV-0000-1111-2222-3333", "Ref.", vec![]),
            (
                "Ref. _SV-0000-1111-2222-3333 og SV–0000 1111 2222 3333 og sv-0000111122223333SV-0000111122223333",
                "Ref. og og",
                vec![],
            ),
            ("SV-kommunepolitikeren er her", "SV-kommunepolitikeren er her", vec![]),
            ("## Svar\n**Viktig**: <b>ring</b>", "Svar\nViktig: ring", vec![]),
            ("Se ev<b>il</b>.com/login og e\u{200b}vil.com.", "Se og.", vec![]),
            ("Gå til <a href='x'>evil**.**com</a> eller a**@**b.no", "Gå til eller", vec![]),
            ("Gå til //evil.example/x, 10.0.0.1:80/x eller samler.zip/q.", "Gå til eller", vec![]),
            ("Planen er 1.2.3.4 og og/eller 1/2.\u{fffd}", "Planen er 1.2.3.4 og og/eller 1/2.", vec![]),
            ("[[1]2] Ja.", "Ja.", vec![1, 2]),
            ("Hei [PERSON_1], møt kl. 09.00 den 12.03.2026.", "Hei [PERSON_1], møt kl. 09.00 den 12.03.2026.", vec![]),
            ("Det er ⟦dato⟧ i bl.a. saken.Og mer.", "Det er ⟦dato⟧ i bl.a. saken.Og mer.", vec![]),
        ] {
            let clean = clean(text);
            assert_eq!((clean.text.as_str(), clean.citations), (words, citations), "{text}");
        }
        assert_eq!(without_links("a [1] https://x.no b"), "a [1]   b");
    }
}
