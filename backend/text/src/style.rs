//! Text that is there but not seen (skjult tekst): the ways in which style and old attributes hide it.

use std::{borrow::Cow, collections::HashMap};

/// A colour by its three parts.
type Colour = [u8; 3];

const WHITE: Colour = [255; 3];

/// What an element says about being seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Look {
    /// It is not shown at all.
    pub(crate) hidden: bool,
    /// The colour of its text, if it says.
    pub(crate) colour: Option<Colour>,
    /// The colour behind it, if it says.
    pub(crate) behind: Option<Colour>,
    /// A line down its left side, as mail clients draw beside a quote.
    pub(crate) bar: bool,
    /// Whether no space is left above and below it, if it says.
    pub(crate) tight: Option<bool>,
}

impl Look {
    /// Reads a `style` attribute.
    pub(crate) fn read(&mut self, style: &str) {
        let style = uncommented(style).to_lowercase();
        let mut clipped = false;
        let mut flat = false;
        for (property, value) in style.split(';').filter_map(|rule| rule.split_once(':')) {
            let (property, value) = (property.trim(), value.trim().split('!').next().unwrap_or_default().trim());
            self.hidden |= hides(property, value);
            clipped |= property == "overflow" && value == "hidden";
            flat |= matches!(property, "max-height" | "height" | "width" | "max-width")
                && size(value).is_some_and(|size| size <= 0.1);
            match property {
                "color" => self.colour = colour(value).or(self.colour),
                "background" | "background-color" => {
                    self.behind = value.split_whitespace().find_map(colour).or(self.behind);
                }
                "border-left" => self.bar |= !value.contains("none"),
                "margin" => self.tight = Some(is_tight(value)),
                "margin-top" | "margin-bottom" if !is_tight(value) => self.tight = Some(false),
                _ => {}
            }
        }
        self.hidden |= clipped && flat;
    }

    /// Takes over what another says, where it says something.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.hidden |= other.hidden;
        self.bar |= other.bar;
        self.tight = other.tight.or(self.tight);
        self.colour = other.colour.or(self.colour);
        self.behind = other.behind.or(self.behind);
    }

    /// Reads `color` and `bgcolor`.
    pub(crate) fn read_old(&mut self, name: &str, value: &str) {
        let read = colour(value.trim().to_lowercase().as_str());
        match name {
            "color" => self.colour = read.or(self.colour),
            _ => self.behind = read.or(self.behind),
        }
    }
}

/// The rules of style sheets for one class alone (`.x`, `p.x`), outside media queries: how newsletters hide their first lines.
#[derive(Debug, Default)]
pub(crate) struct Sheet(HashMap<String, Look>);

impl Sheet {
    /// Reads a style sheet.
    pub(crate) fn read(&mut self, css: &str) {
        // Outlook hides its sheets from programs of the last century.
        let css = uncommented(css).replace("<!--", "").replace("-->", "");
        let (mut depth, mut from, mut selector) = (0_usize, 0, "");
        for (at, byte) in css.bytes().enumerate() {
            match byte {
                b'{' => {
                    if depth == 0 {
                        selector = css[from..at].trim();
                    }
                    depth += 1;
                    from = at + 1;
                }
                b'}' => {
                    if depth == 1 && !selector.starts_with('@') {
                        self.add(selector, &css[from..at]);
                    }
                    depth = depth.saturating_sub(1);
                    from = at + 1;
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, selectors: &str, rules: &str) {
        let mut look = Look::default();
        look.read(rules);
        for selector in selectors.split(',').map(str::trim) {
            let class =
                selector.split_once('.').filter(|(tag, _)| tag.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            let single =
                |class: &&str| class.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
            if let Some(class) = class.map(|(_, class)| class).filter(single) {
                self.0.entry(class.to_owned()).or_default().merge(&look);
            }
        }
    }

    /// What the sheet says of an element with these classes.
    pub(crate) fn look(&self, classes: &str) -> Look {
        let mut look = Look::default();
        classes.split_whitespace().filter_map(|class| self.0.get(class)).for_each(|said| look.merge(said));
        look
    }
}

/// Whether text of one colour cannot be told from what is behind it.
pub(crate) fn is_unseen(colour: Option<Colour>, behind: Option<Colour>) -> bool {
    let Some(colour) = colour else { return false };
    let behind = behind.unwrap_or(WHITE);
    colour.iter().zip(behind).all(|(a, b)| a.abs_diff(b) <= 6)
}

/// Whether one property alone hides.
fn hides(property: &str, value: &str) -> bool {
    let number = || size(value).unwrap_or(f32::MAX);
    match property {
        "display" => value == "none",
        "visibility" => matches!(value, "hidden" | "collapse"),
        "mso-hide" => value == "all",
        "opacity" => number() <= 0.05,
        "font-size" => number() <= if value.ends_with("em") || value.ends_with('%') { 0.1 } else { 1.0 },
        "color" => value == "transparent",
        "text-indent" | "left" | "top" | "margin-left" => number() <= -500.0,
        "transform" => value.starts_with("scale(0)"),
        "clip" => value.starts_with("rect(0"),
        _ => false,
    }
}

/// No space above and below: `0cm`, `0 0 0 40px`, Outlook's `.0001pt`.
fn is_tight(margin: &str) -> bool {
    let mut sides = margin.split_whitespace();
    [sides.next(), sides.nth(1)].into_iter().flatten().all(|side| size(side).is_some_and(|size| size < 1.0))
}

/// The number at the start of a length.
fn size(value: &str) -> Option<f32> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value[..end].parse().ok()
}

/// `#fff`, `#ffffff`, `white`, `black`, `rgb(…)`.
fn colour(value: &str) -> Option<Colour> {
    if let Some(hex) = value.strip_prefix('#') {
        let part = |range: std::ops::Range<usize>| u8::from_str_radix(hex.get(range)?, 16).ok();
        return match hex.len() {
            3 | 4 => Some([part(0..1)? * 17, part(1..2)? * 17, part(2..3)? * 17]),
            6 | 8 => Some([part(0..2)?, part(2..4)?, part(4..6)?]),
            _ => None,
        };
    }
    if let Some((_, parts)) = value.split_once("rgb").and_then(|(_, rest)| rest.split_once('(')) {
        let mut parts =
            parts.split([',', ' ', ')', '/']).filter(|part| !part.is_empty()).map(|part| part.parse::<u8>().ok());
        return Some([parts.next()??, parts.next()??, parts.next()??]);
    }
    match value {
        "white" | "snow" | "ghostwhite" | "window" => Some(WHITE),
        "black" | "windowtext" => Some([0; 3]),
        "red" => Some([255, 0, 0]),
        "blue" => Some([0, 0, 255]),
        "yellow" => Some([255, 255, 0]),
        "navy" => Some([0, 0, 128]),
        "green" => Some([0, 128, 0]),
        "gray" | "grey" => Some([128; 3]),
        _ => None,
    }
}

/// A style as it is read: without comments, behind which a property could hide, and with the letters that escapes stand for. What
/// is a sign of CSS no longer is one within quotes or brackets of an address, and where it was escaped.
pub(crate) fn uncommented(style: &str) -> Cow<'_, str> {
    if !style.contains(['\\', '"', '\'']) && !style.contains("/*") {
        return Cow::Borrowed(style);
    }
    let mut kept = String::with_capacity(style.len());
    let mut quote = None;
    let mut rest = style;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '/' if quote.is_none() && after.starts_with('*') => {
                after[1..].split_once("*/").map_or("", |(_, after)| after)
            }
            '\\' => escaped(after, &mut kept),
            _ => {
                // A quote that is not closed ends with its line, an address of `url(…)` with its bracket.
                quote = match quote {
                    None if matches!(c, '"' | '\'' | '\n') => Some(c).filter(|c| *c != '\n'),
                    None if c == '(' && is_url(&kept) && !after.trim_start().starts_with(['"', '\'']) => Some(')'),
                    Some(open) if c == open || c == '\n' => None,
                    same => same,
                };
                let is_said = quote.is_some() && matches!(c, '{' | '}' | ';' | ',' | '[' | ']');
                kept.push(if is_said { UNSIGNED } else { c });
                after
            }
        };
    }
    Cow::Owned(kept)
}

/// Stands for a sign that is none.
pub(crate) const UNSIGNED: char = '\u{fffd}';

fn is_url(before: &str) -> bool {
    before.get(before.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("url"))
}

/// What an escape stands for (CSS Syntax 3, 4.3.7): up to six figures and a blank, or the sign itself; answers what follows.
fn escaped<'s>(after: &'s str, kept: &mut String) -> &'s str {
    let figures = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let (sign, rest) = match u32::from_str_radix(&after[..figures], 16) {
        Ok(number) => {
            let rest = &after[figures..];
            (
                char::from_u32(number).unwrap_or(UNSIGNED),
                rest.strip_prefix("\r\n")
                    .or_else(|| rest.strip_prefix([' ', '\n', '\t', '\r', '\u{c}']))
                    .unwrap_or(rest),
            )
        }
        Err(_) => {
            let Some(sign) = after.chars().next() else { return after };
            (sign, &after[sign.len_utf8()..])
        }
    };
    let is_name = sign.is_alphanumeric() || matches!(sign, '-' | '_');
    kept.push(if is_name { sign } else { UNSIGNED });
    rest
}

#[cfg(test)]
mod tests {
    use super::{Look, is_unseen};

    #[test]
    fn hidden_text_is_known_by_its_style() {
        for (style, unseen) in [
            ("display:none", true),
            ("DISPLAY : NONE !important", true),
            ("dis/* x */play:none", true),
            ("visibility:hidden", true),
            ("font-size:0px", true),
            ("font-size:1px;color:red", true),
            ("font-size:0.01em", true),
            ("opacity:0", true),
            ("mso-hide:all", true),
            ("d\\isplay:n\\6f ne ! important", true),
            ("x:'/*';display:none;y:'*/'", true),
            ("max-height:0;overflow:hidden", true),
            ("color:#fff", true),
            ("color:rgb(255, 255, 254)", true),
            ("color:#fff;background:navy", false),
            ("color:#000;background-color:#000", true),
            ("text-indent:-9999px", true),
            ("font-size:11pt;color:black", false),
            ("font-size:1.2em", false),
            ("opacity:0.9", false),
            ("height:0", false),
            ("", false),
        ] {
            let mut look = Look::default();
            look.read(style);
            assert_eq!(look.hidden || is_unseen(look.colour, look.behind), unseen, "{style}");
        }
    }
}
