//! Numbers as they are written (tall): groups, decimals and words, as exact decimals.

/// An exact decimal in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal(i128);

const ONE: i128 = 1_000_000;

impl Decimal {
    /// Reads `12 500`, `12.500,00`, `12,500.00`, `2,5`: the last comma or point is a decimal sign unless three digits follow.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (whole, decimals) = split(text);
        let keep = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
        let whole: i128 = keep(whole).parse().ok()?;
        let decimals: i128 = format!("{:0<6}", keep(decimals)).get(..6)?.parse().ok()?;
        Some(Self(whole.checked_mul(ONE)?.checked_add(decimals)?))
    }

    /// This many times as much.
    pub(super) fn times(self, factor: i128) -> Self {
        Self(self.0.saturating_mul(factor))
    }

    /// With exactly two decimals.
    pub(super) fn money(self) -> String {
        let hundredths = (self.0 + ONE / 200) / (ONE / 100);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }

    /// With as many decimals as it needs.
    pub(super) fn plain(self) -> String {
        let decimals = format!("{:06}", self.0 % ONE);
        let decimals = decimals.trim_end_matches('0');
        let whole = self.0 / ONE;
        if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") }
    }
}

/// Before and after the decimal sign.
fn split(text: &str) -> (&str, &str) {
    let Some(at) = text.rfind([',', '.']) else { return (text, "") };
    let (whole, decimals) = (&text[..at], &text[at + 1..]);
    let grouped = decimals.len() == 3 && !whole.starts_with('0') && !whole.is_empty();
    if grouped { (text, "") } else { (whole, decimals) }
}

/// A small number written as a word, in Norwegian, Danish, Swedish or English.
pub(super) fn word(text: &str) -> Option<u32> {
    Some(match text.to_lowercase().as_str() {
        "en" | "ein" | "én" | "éin" | "ett" | "eit" | "ei" | "et" | "one" => 1,
        "to" | "två" | "two" => 2,
        "tre" | "three" => 3,
        "fire" | "fyra" | "four" => 4,
        "fem" | "five" => 5,
        "seks" | "sex" | "six" => 6,
        "sju" | "syv" | "seven" => 7,
        "åtte" | "otte" | "åtta" | "eight" => 8,
        "ni" | "nio" | "nine" => 9,
        "ti" | "tio" | "ten" => 10,
        "elleve" | "elva" | "eleven" => 11,
        "tolv" | "twelve" => 12,
        "fjorten" | "fourteen" => 14,
        "femten" | "fifteen" => 15,
        "tjue" | "tyve" | "twenty" => 20,
        "tretti" | "tredve" | "thirty" => 30,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_read_in_every_usual_form() {
        for (text, plain) in [
            ("12 500", "12500"),
            ("12.500,00", "12500"),
            ("12,500.00", "12500"),
            ("12\u{a0}500", "12500"),
            ("2,5", "2.5"),
            ("0,125", "0.125"),
            ("1.250", "1250"),
            ("1250.50", "1250.5"),
            ("007", "7"),
        ] {
            assert_eq!(Decimal::read(text).map(Decimal::plain), Some(plain.to_owned()), "{text:?}");
        }
        assert_eq!(Decimal::read("2,5").map(|d| d.times(1_000_000).money()), Some("2500000.00".to_owned()));
        assert_eq!(Decimal::read(""), None);
    }
}
