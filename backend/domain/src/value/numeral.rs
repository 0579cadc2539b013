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

    /// A whole number.
    pub(super) fn whole(number: u32) -> Self {
        Self(i128::from(number) * ONE)
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

/// The parts of numbers in words, bokmål, nynorsk, Danish, Swedish and English. The longest that fits is taken first.
const PARTS: [(&str, u32); 86] = [
    ("en", 1),
    ("ein", 1),
    ("én", 1),
    ("éin", 1),
    ("ett", 1),
    ("eit", 1),
    ("ei", 1),
    ("et", 1),
    ("one", 1),
    ("to", 2),
    ("två", 2),
    ("two", 2),
    ("tre", 3),
    ("three", 3),
    ("fire", 4),
    ("fyra", 4),
    ("four", 4),
    ("fem", 5),
    ("five", 5),
    ("seks", 6),
    ("sex", 6),
    ("six", 6),
    ("sju", 7),
    ("syv", 7),
    ("seven", 7),
    ("åtte", 8),
    ("otte", 8),
    ("åtta", 8),
    ("eight", 8),
    ("ni", 9),
    ("nio", 9),
    ("nine", 9),
    ("ti", 10),
    ("tio", 10),
    ("ten", 10),
    ("elleve", 11),
    ("elva", 11),
    ("eleven", 11),
    ("tolv", 12),
    ("twelve", 12),
    ("tretten", 13),
    ("thirteen", 13),
    ("fjorten", 14),
    ("fourteen", 14),
    ("femten", 15),
    ("fifteen", 15),
    ("seksten", 16),
    ("sixteen", 16),
    ("sytten", 17),
    ("seventeen", 17),
    ("atten", 18),
    ("eighteen", 18),
    ("nitten", 19),
    ("nineteen", 19),
    ("tjue", 20),
    ("tyve", 20),
    ("twenty", 20),
    ("tretti", 30),
    ("tredve", 30),
    ("thirty", 30),
    ("førti", 40),
    ("førr", 40),
    ("forty", 40),
    ("femti", 50),
    ("fifty", 50),
    ("seksti", 60),
    ("sixty", 60),
    ("sytti", 70),
    ("seventy", 70),
    ("åtti", 80),
    ("eighty", 80),
    ("nitti", 90),
    ("ninety", 90),
    ("hundre", 100),
    ("hundred", 100),
    ("tusen", 1_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("millioner", 1_000_000),
    ("millionar", 1_000_000),
    ("millions", 1_000_000),
    ("thousands", 1_000),
    ("og", 0),
    ("and", 0),
    ("-", 0),
    (" ", 0),
];

/// A number in words: «tolv», «tjuefem», «tolv tusen fem hundre», «two thousand».
pub(super) fn word(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let (mut total, mut current, mut rest) = (0_u32, 0_u32, text.as_str());
    while !rest.is_empty() {
        let fits = PARTS.iter().filter(|(part, _)| rest.starts_with(part));
        let (part, value) = fits.max_by_key(|(part, _)| part.len())?;
        rest = &rest[part.len()..];
        match *value {
            100 => current = current.max(1).checked_mul(100)?,
            1_000 | 1_000_000 => {
                total = total.checked_add(current.max(1).checked_mul(*value)?)?;
                current = 0;
            }
            value => current = current.checked_add(value)?,
        }
    }
    Some(total.checked_add(current)?).filter(|number| *number > 0)
}

/// The number in words that `text` ends with, and where it begins: «gebyret er tolv tusen» gives 12 000 from «tolv».
pub(super) fn last_words(text: &str) -> Option<(usize, u32)> {
    let mut found = None;
    let mut starts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
    starts.insert(0, 0);
    for at in starts.into_iter().rev().take(WORDS) {
        let Some(number) = word(&text[at..]) else { break };
        // «og» and «to» do not begin a number by themselves.
        if !text[at..].starts_with("og ") && !text[at..].starts_with("and ") {
            found = Some((at, number));
        }
    }
    found
}

/// How many words a number may have.
const WORDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::{Decimal, last_words, word};

    #[test]
    fn numbers_in_words_are_read() {
        for (text, number) in [
            ("tolv", Some(12)),
            ("Tjuefem", Some(25)),
            ("femogtjue", Some(25)),
            ("tolv tusen fem hundre", Some(12_500)),
            ("tolvtusenfemhundre", Some(12_500)),
            ("ett hundre og førti", Some(140)),
            ("twenty-five thousand", Some(25_000)),
            ("hundre", Some(100)),
            ("to millionar", Some(2_000_000)),
            ("tretten", Some(13)),
            ("tvil", None),
            ("og", None),
            ("", None),
        ] {
            assert_eq!(word(text), number, "{text}");
        }
        assert_eq!(last_words("gebyret er tolv tusen fem hundre"), Some((11, 12_500)));
        assert_eq!(last_words("du og fem"), Some((6, 5)));
        assert_eq!(last_words("mange"), None);
    }

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
