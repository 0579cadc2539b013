//! A reply draft: Outlook makes it with its quote, our HTML is set above the quote, and nothing is sent.

use crate::{
    Graph,
    ask::Place,
    garbled, id,
    shape::{Body, Draft},
};
use domain::port::Failure;
use http::StatusCode;
use serde::de::IgnoredAny;
use vocabulary::MailId;

impl Graph {
    /// Makes the draft and writes into it; each request goes out once, because a second one could make a second draft. One that could not be
    /// written into is thrown away, if that can be done.
    pub(crate) async fn reply(
        &self,
        place: &Place<'_>,
        mail: &str,
        (html, to): (&str, &[String]),
    ) -> Result<MailId, Failure> {
        let draft: Draft = self.write_json(place, self.ask_reply(place, mail)).await?;
        let made = id::told(&draft.id)?;
        if !draft.is_draft {
            return Err(garbled("what was made is no draft; it is left alone"));
        }
        let body = draft.body.as_ref().map_or_else(|| html.to_owned(), |quote| above(quote, html));
        let filled: Result<IgnoredAny, Failure> =
            self.write_json(place, self.ask_body(place, &made, (&body, to))).await;
        if let Err(failure) = filled {
            let _ = self.write_done(place, (self.ask_discard(place, &made), StatusCode::NO_CONTENT)).await;
            return Err(failure);
        }
        Ok(MailId::new(made))
    }
}

/// Our HTML above the quote: right after the body begins, or first where no body tag is.
fn above(quote: &Body, html: &str) -> String {
    let content = &quote.content;
    if quote.content_type.eq_ignore_ascii_case("text") {
        return format!("{html}<pre>{}</pre>", escaped(content));
    }
    let (before, after) = content.split_at(body_start(content).unwrap_or(0));
    format!("{before}{html}{after}")
}

/// The byte after the opening body tag; a `>` within quotes does not end it.
fn body_start(html: &str) -> Option<usize> {
    let lower = html.to_ascii_lowercase();
    let head = lower.find("</head>").unwrap_or(0);
    let open = head + lower[head..].find("<body")?;
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(open + "<body".len()) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Body, above};

    #[test]
    fn the_reply_stands_above_the_quote() {
        for (kind, quote, expected) in [
            ("html", "<html><body><p>Hei</p></body></html>", "<html><body>[R]<p>Hei</p></body></html>"),
            ("HTML", "<HTML><BODY lang=\"NO\">x</BODY>", "<HTML><BODY lang=\"NO\">[R]x</BODY>"),
            ("html", "<head><!--<body>--></head><body dir='>'>x", "<head><!--<body>--></head><body dir='>'>[R]x"),
            ("html", "<div>bare quote</div>", "[R]<div>bare quote</div>"),
            ("html", "<body unclosed", "[R]<body unclosed"),
            ("html", "<p>æøå</p><body>İx", "<p>æøå</p><body>[R]İx"),
            ("html", "", "[R]"),
            ("text", "a < b", "[R]<pre>a &lt; b</pre>"),
        ] {
            let body = Body { content_type: kind.to_owned(), content: quote.to_owned() };
            assert_eq!(above(&body, "[R]"), expected);
        }
    }
}
