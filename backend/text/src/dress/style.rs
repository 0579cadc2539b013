//! What a style says about its words (stil): whether they are read as they stand.

/// Red, green and blue, and how opaque; 1 is fully.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f32; 3], f32);

/// White, the page behind a mail.
const WHITE: Colour = Colour([255.0; 3], 1.0);
/// Contrast below which words are not read; the palest grey of usual footers has 1.6 and more (WCAG 2.1, 1.4.3, asks for 4.5).
const FAINT: f32 = 1.5;
/// Pixels that words are moved, at the most; a list is indented by 48 for each level.
const MOVED: f32 = 400.0;
/// Fonts that draw signs in the place of letters.
const SIGNS: [&str; 7] = ["wingdings", "webdings", "symbol", "zapf dingbats", "zapfdingbats", "marlett", "mt extra"];

/// What an element says of its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// They are not read as they stand, whatever their colour.
    pub(super) undone: bool,
    /// They stand above or below their line.
    pub(super) shifted: bool,
    /// The colour of the words.
    pub(super) colour: Option<Colour>,
    /// The colour behind them.
    pub(super) behind: Option<Colour>,
    /// A picture behind them.
    pub(super) picture: Option<String>,
    /// Words that the style sheet writes.
    pub(super) writes: Option<String>,
}

impl Look {
    /// Reads declarations.
    pub(super) fn read(&mut self, style: &str) {
        let (mut clipped, mut sized) = (false, false);
        for (property, value) in declarations(style) {
            let (property, value) = (property.as_str(), value.as_str());
            self.undone |= undoes(property, value);
            clipped |= property.starts_with("overflow") && matches!(value, "hidden" | "clip" | "scroll");
            sized |= matches!(property, "height" | "max-height" | "width" | "max-width") && length(value).is_some();
            match property {
                "color" | "-webkit-text-fill-color" => self.colour = Colour::of(value).or(self.colour),
                "background" | "background-color" => {
                    self.behind = parts(value).find_map(Colour::of).or(self.behind);
                }
                "vertical-align" => self.shifted |= matches!(value, "super" | "sub"),
                _ => {}
            }
            if let Some(source) = picture(value).filter(|_| property != "behavior" && property != "src") {
                self.picture = Some(source.to_owned());
            }
        }
        self.undone |= clipped && sized;
    }

    /// Reads `color` and `bgcolor`.
    pub(super) fn read_old(&mut self, colour: Option<&str>, behind: Option<&str>) {
        let read = |value: Option<&str>| value.and_then(|value| Colour::of(value.trim().to_lowercase().as_str()));
        self.colour = read(colour).or(self.colour);
        self.behind = read(behind).or(self.behind);
    }

    /// Takes over what another says besides.
    pub(super) fn merge(&mut self, other: &Self) {
        self.undone |= other.undone;
        self.shifted |= other.shifted;
        self.colour = other.colour.or(self.colour);
        self.behind = other.behind.or(self.behind);
        self.picture = other.picture.clone().or(self.picture.take());
        self.writes = other.writes.clone().or(self.writes.take());
    }
}

/// Properties and values in lower case, without comments, escapes and `!important`.
pub(super) fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    let style = crate::style::uncommented(style).to_lowercase();
    let rules: Vec<_> = style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .map(|(property, value)| {
            let value = value.split('!').next().unwrap_or_default().trim();
            (property.trim().to_owned(), value.to_owned())
        })
        .collect();
    rules.into_iter()
}

/// Whether one declaration alone keeps words from being read as they stand.
fn undoes(property: &str, value: &str) -> bool {
    let set = |usual: &[&str]| !value.is_empty() && !usual.contains(&value) && !is_reset(value);
    let below = |least: f32| length(value).is_some_and(|it| it < least);
    match property.trim_start_matches("-webkit-").trim_start_matches("-moz-").trim_start_matches("-ms-") {
        "display" => value == "none" || value.contains("reverse"),
        "visibility" => matches!(value, "hidden" | "collapse"),
        "content-visibility" => value == "hidden",
        "mso-hide" => value == "all",
        "opacity" => number(value).is_some_and(|it| if value.ends_with('%') { it < 40.0 } else { it < 0.4 }),
        "filter" | "backdrop-filter" | "clip" | "clip-path" | "mask" | "mask-image" | "transform" | "translate"
        | "rotate" | "scale" | "animation" | "animation-name" | "offset-path" | "text-security" => {
            set(&["none", "auto"])
        }
        "position" => matches!(value, "absolute" | "fixed" | "sticky"),
        "float" => value == "right",
        "zoom" => set(&["0", "1", "100%", "normal"]),
        "mix-blend-mode" => set(&["normal"]),
        "font-size" => tiny(value),
        "font" => {
            value
                .split([' ', '/'])
                .find(|part| part.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
                .is_some_and(tiny)
                || in_signs(value)
        }
        "font-family" => in_signs(value),
        "line-height" => {
            value.contains(|c: char| c.is_ascii_digit())
                && if is_bare(value) {
                    below(0.6)
                } else if value.ends_with('%') {
                    number(value).is_some_and(|it| it < 60.0)
                } else {
                    below(6.0)
                }
        }
        "letter-spacing" | "word-spacing" => length(value).is_some_and(|it| !(-2.0..=20.0).contains(&it)),
        "text-indent" | "margin" | "margin-left" | "margin-right" | "margin-top" | "margin-bottom" | "left"
        | "right" | "top" | "bottom" => parts(value).any(|part| {
            length(part).is_some_and(|it| it.abs() > MOVED)
                || number(part).is_some_and(|it| part.ends_with('%') && it.abs() > 60.0)
        }),
        "text-decoration" | "text-decoration-line" => value.contains("line-through"),
        "direction" => value == "rtl",
        "unicode-bidi" => value.contains("override"),
        "writing-mode" | "text-orientation" => set(&["horizontal-tb", "lr-tb", "mixed"]),
        "color" => value == "transparent",
        "list-style-type" => set(&["none", "disc", "circle", "square", "decimal"]),
        placed => moves(placed, value),
    }
}

/// Whether a declaration sets words elsewhere than they stand, or others beside them.
fn moves(property: &str, value: &str) -> bool {
    match property {
        // A name with a value of its own may stand for any colour or size, wherever it is used.
        name if name.starts_with("--") => true,
        "list-style" => value.contains(['"', '\'']),
        "flex-direction" | "flex-flow" => value.contains("reverse"),
        "order" => !matches!(value, "0" | ""),
        "columns" | "column-count" => !matches!(value, "auto" | "1" | ""),
        grid => grid.starts_with("grid-") && !matches!(value, "auto" | "none" | ""),
    }
}

fn is_reset(value: &str) -> bool {
    matches!(value, "inherit" | "initial" | "unset" | "revert")
}

fn is_bare(value: &str) -> bool {
    value.parse::<f32>().is_ok()
}

/// Letters of fewer than five pixels.
fn tiny(value: &str) -> bool {
    let Some(number) = number(value) else { return false };
    match unit(value) {
        "em" | "rem" => number < 0.4,
        "%" => number < 40.0,
        _ => length(value).is_some_and(|it| it < 5.0),
    }
}

/// Whether the first font draws signs.
fn in_signs(value: &str) -> bool {
    let first = value.split(',').next().unwrap_or_default().trim_matches(|c| matches!(c, '"' | '\'' | ' '));
    SIGNS.iter().any(|sign| first == *sign || first.ends_with(&format!(" {sign}")) || first.starts_with(sign))
}

/// A length in pixels; `None` where it is none, or relative to something unknown.
fn length(value: &str) -> Option<f32> {
    let number = number(value)?;
    Some(match unit(value) {
        "pt" => number * 4.0 / 3.0,
        "pc" | "em" | "rem" | "ch" | "ex" => number * 16.0,
        "in" => number * 96.0,
        "cm" => number * 37.8,
        "mm" => number * 3.78,
        "vw" | "vh" => number * 10.0,
        "%" => return None,
        _ => number,
    })
}

fn unit(value: &str) -> &str {
    value
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))
        .split([' ', ')'])
        .next()
        .unwrap_or_default()
}

/// The number at the start of a value.
fn number(value: &str) -> Option<f32> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value[..end].parse().ok()
}

/// The parts of a value, a function with its brackets as one.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    value
        .split(move |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ' ' && depth == 0
        })
        .filter(|part| !part.is_empty())
}

/// Where a picture in a value comes from; what points into the page itself is none.
fn picture(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once("url(").or_else(|| value.split_once("image-set("))?;
    let source = rest.trim_start_matches(['"', '\'', ' ']);
    let source = source.split([')', '"', '\'']).next().unwrap_or_default();
    (!source.starts_with('#')).then_some(source)
}

/// Whether words of this colour are not told from what is behind them.
pub(super) fn is_faint(colour: Option<Colour>, behind: Option<Colour>) -> bool {
    if colour.is_none() && behind.is_none() {
        return false;
    }
    let behind = behind.unwrap_or(WHITE).over(WHITE);
    let colour = colour.unwrap_or(Colour([0.0; 3], 1.0)).over(behind);
    let (light, dark) = (colour.luminance().max(behind.luminance()), colour.luminance().min(behind.luminance()));
    (light + 0.05) / (dark + 0.05) < FAINT
}

impl Colour {
    /// `#rgb`, `#rrggbb`, with or without alpha, `rgb()`, `hsl()`, and the names of pale and dark colours. A colour written in another way is
    /// taken for one that cannot be read.
    fn of(value: &str) -> Option<Self> {
        if value.is_empty() || is_reset(value) || matches!(value, "none" | "currentcolor" | "auto") {
            return None;
        }
        if let Some(hex) = value.strip_prefix('#') {
            return Self::hex(hex);
        }
        if let Some((name, rest)) = value.split_once('(') {
            let numbers: Vec<&str> =
                rest.trim_end_matches(')').split([',', ' ', '/']).filter(|part| !part.is_empty()).collect();
            return match name {
                "rgb" | "rgba" => Self::rgb(&numbers),
                "hsl" | "hsla" => Self::hsl(&numbers),
                // A variable of the client (dark mode) stands before the colour it falls back on.
                "var" => numbers.get(1).and_then(|fallback| Self::of(fallback)),
                "url" | "linear-gradient" | "radial-gradient" | "image-set" => None,
                _ => Some(WHITE),
            };
        }
        Self::named(value)
    }

    fn hex(hex: &str) -> Option<Self> {
        let part = |range: std::ops::Range<usize>| u8::from_str_radix(hex.get(range)?, 16).ok().map(f32::from);
        let short = |at: usize| part(at..at + 1).map(|it| it * 17.0);
        Some(match hex.len() {
            3 => Self([short(0)?, short(1)?, short(2)?], 1.0),
            4 => Self([short(0)?, short(1)?, short(2)?], short(3)? / 255.0),
            6 => Self([part(0..2)?, part(2..4)?, part(4..6)?], 1.0),
            8 => Self([part(0..2)?, part(2..4)?, part(4..6)?], part(6..8)? / 255.0),
            _ => return None,
        })
    }

    fn rgb(parts: &[&str]) -> Option<Self> {
        let channel = |part: &str| number(part).map(|it| if part.ends_with('%') { it * 2.55 } else { it });
        let [red, green, blue] = [parts.first()?, parts.get(1)?, parts.get(2)?].map(|part| channel(part));
        Some(Self([red?, green?, blue?], alpha(parts.get(3))))
    }

    fn hsl(parts: &[&str]) -> Option<Self> {
        let [hue, saturation, light] = [parts.first()?, parts.get(1)?, parts.get(2)?].map(|part| number(part));
        let (hue, saturation, light) = (hue?.rem_euclid(360.0) / 30.0, saturation? / 100.0, light? / 100.0);
        let spread = saturation * light.min(1.0 - light);
        let channel = |offset: f32| {
            let place = (offset + hue) % 12.0;
            255.0 * (light - spread * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0))
        };
        Some(Self([channel(0.0), channel(8.0), channel(4.0)], alpha(parts.get(3))))
    }

    fn named(name: &str) -> Option<Self> {
        let of = |it: [u8; 3]| Some(Self(it.map(f32::from), 1.0));
        match name {
            "transparent" => Some(Self([0.0; 3], 0.0)),
            "white" | "window" | "canvas" | "snow" | "ghostwhite" | "mintcream" | "azure" | "ivory" | "floralwhite"
            | "whitesmoke" | "aliceblue" | "seashell" | "honeydew" | "lightyellow" | "lavenderblush" | "cornsilk"
            | "lightcyan" | "linen" | "oldlace" | "beige" | "lemonchiffon" | "papayawhip" | "antiquewhite"
            | "blanchedalmond" | "mistyrose" | "lavender" | "gainsboro" | "bisque" => Some(WHITE),
            "yellow" => of([255, 255, 0]),
            "red" => of([255, 0, 0]),
            "blue" => of([0, 0, 255]),
            "navy" | "darkblue" | "midnightblue" => of([0, 0, 128]),
            "green" | "darkgreen" => of([0, 128, 0]),
            "gray" | "grey" => of([128; 3]),
            "silver" | "lightgray" | "lightgrey" => of([200; 3]),
            "black" | "windowtext" | "canvastext" | "text" | "inherit" => of([0; 3]),
            _ => None,
        }
    }

    fn over(self, behind: Self) -> Self {
        let alpha = self.1.clamp(0.0, 1.0);
        let mix = |at: usize| self.0[at] * alpha + behind.0[at] * (1.0 - alpha);
        Self([mix(0), mix(1), mix(2)], 1.0)
    }

    /// Relative luminance (WCAG 2.1).
    fn luminance(self) -> f32 {
        let linear = self.0.map(|channel| {
            let share = (channel / 255.0).clamp(0.0, 1.0);
            if share <= 0.039_28 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

fn alpha(part: Option<&&str>) -> f32 {
    part.and_then(|part| number(part).map(|it| if part.ends_with('%') { it / 100.0 } else { it })).unwrap_or(1.0)
}
