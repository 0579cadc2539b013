//! What a list is narrowed by (OData): texts in quotes, and everything encoded for an address.

use std::fmt::Write as _;

/// A text as a literal: a quote within it is written twice.
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// An address with parameters, each encoded; also a `+`, which would be read as a blank.
pub(crate) fn asked(href: &str, parameters: &[(&str, &str)]) -> String {
    let mut url = href.to_owned();
    for (name, value) in parameters {
        let sign = if url.contains('?') { '&' } else { '?' };
        let _ = write!(url, "{sign}{}={}", encoded(name), encoded(value));
    }
    url
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~$".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{asked, literal};

    #[test]
    fn a_literal_cannot_end_early_and_an_address_is_encoded() {
        for (text, said) in
            [("a", "'a'"), ("o'brien", "'o''brien'"), ("' or 1 eq 1 or '", "''' or 1 eq 1 or '''"), ("", "''")]
        {
            assert_eq!(literal(text), said);
        }
        for (href, parameters, url) in [
            ("https://a/b", &[("$filter", "x eq 'a+b'")][..], "https://a/b?$filter=x%20eq%20%27a%2Bb%27"),
            ("https://a/b?c=1", &[("$top", "5"), ("$skip", "0")][..], "https://a/b?c=1&$top=5&$skip=0"),
            ("https://a/b", &[("$filter", "n eq 'ø&#?'")][..], "https://a/b?$filter=n%20eq%20%27%C3%B8%26%23%3F%27"),
            ("https://a/b", &[][..], "https://a/b"),
        ] {
            assert_eq!(asked(href, parameters), url);
        }
    }
}
