//! Text as it is handed on (rydding): no signs that nobody sees, letters that were joined for print apart, no blanks for looks.

/// The text without control signs, joined letters and blanks at the ends of lines; at most one empty line in a row.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let start = tidied.len();
        line.chars().for_each(|c| push(&mut tidied, c));
        let kept = tidied.trim_end().len().max(start);
        tidied.truncate(kept);
        empty = if kept == start { empty + 1 } else { 0 };
        if kept > start || (empty == 1 && start > 0) {
            tidied.push('\n');
        }
    }
    tidied.trim_matches('\n').to_owned()
}

/// A sign as it is read.
pub(crate) fn push(text: &mut String, sign: char) {
    match sign {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        // The dots of symbol fonts.
        '\u{f0a7}' | '\u{f0b7}' => text.push('•'),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => text.push(' '),
        '\n' | '\t' => text.push(sign),
        _ if is_unseen(sign) => {}
        _ => text.push(sign),
    }
}

/// Signs without a shape: controls, soft hyphens, marks of direction, and places of a font's own.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(sign, '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_nobody_sees_is_gone() {
        for (text, is) in [
            ("", ""),
            ("\n\n  \n", ""),
            ("a  \n\n\n\nb\r\n c ", "a\n\nb\n c"),
            ("ﬁn ﬂate e\u{ad}post\u{200b}\0\u{202e}x\u{a0}y", "fin flate epostx y"),
            ("a\tb", "a\tb"),
            ("\u{f0b7} kart \u{e001}x", "• kart x"),
        ] {
            assert_eq!(tidy(text), is, "{text:?}");
        }
    }
}
