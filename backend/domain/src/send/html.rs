//! The letter as HTML (brevet): language, paragraphs, lists, escaped text, and nothing a mail client would rewrite beyond recognition.

use vocabulary::Language;

/// The letter as accessible HTML: `<div lang>` with `<p>` per paragraph, `<br>` per line and `<ul>` for lines that begin with a bullet
/// (WCAG 2.1, 1.3.1 and 3.1.1). Every character of the text is escaped.
#[must_use]
pub fn letter_html(letter: &str, language: Language) -> String {
    let mut html = format!("<div lang=\"{}\">", language.code());
    let mut block: Vec<&str> = Vec::new();
    for line in letter.lines().map(str::trim).chain([""]) {
        if line.is_empty() {
            close(&mut block, &mut html);
            continue;
        }
        if block.last().is_some_and(|last| bullet(last).is_some() != bullet(line).is_some()) {
            close(&mut block, &mut html);
        }
        block.push(line);
    }
    html.push_str("</div>");
    html
}

/// The words after a bullet, where the line is a point of a list.
fn bullet(line: &str) -> Option<&str> {
    ["- ", "• ", "* ", "– "].iter().find_map(|sign| line.strip_prefix(sign))
}

fn close(block: &mut Vec<&str>, html: &mut String) {
    let Some(first) = block.first() else { return };
    if bullet(first).is_some() {
        html.push_str("<ul>");
        for line in block.iter() {
            html.push_str(&format!("<li>{}</li>", escaped(bullet(line).unwrap_or(line))));
        }
        html.push_str("</ul>");
    } else {
        let lines: Vec<String> = block.iter().map(|line| escaped(line)).collect();
        html.push_str(&format!("<p>{}</p>", lines.join("<br>")));
    }
    block.clear();
}

/// A text as it may stand in an element or an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::letter_html;
    use vocabulary::Language;

    #[test]
    fn a_letter_becomes_paragraphs_lists_and_nothing_else() {
        for (letter, html) in [
            ("", "<div lang=\"nn\"></div>"),
            ("Hei,\n\nto ord\nog fleire", "<div lang=\"nn\"><p>Hei,</p><p>to ord<br>og fleire</p></div>"),
            (
                "Send:\n- kart\n- teikning\nTakk",
                "<div lang=\"nn\"><p>Send:</p><ul><li>kart</li><li>teikning</li></ul><p>Takk</p></div>",
            ),
            ("<script>\"a\" & 'b'", "<div lang=\"nn\"><p>&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;</p></div>"),
            ("\r\n\r\nHei\r\n\r\n", "<div lang=\"nn\"><p>Hei</p></div>"),
        ] {
            assert_eq!(letter_html(letter, Language::Nn), html, "{letter:?}");
        }
    }
}
