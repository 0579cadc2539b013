//! What a line shows (kjennetegn): one look at a text before the patterns, so that each is tried only where it can match at all.
//!
//! No pattern reaches over the end of a line, so a line that lacks what all its matches have need not be read. The signs may say
//! too much and never too little: where a letter stands that only Unicode folds to an ASCII one, a line shows everything.

use super::Hit;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::{
    collections::BTreeMap,
    ops::{BitOr, Deref, Range},
    sync::LazyLock,
};

/// Signs of a line, or of a stretch of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u64);

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $bit:expr),+ $(,)?) => {
        impl Signs { $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)+ }
    };
}

signs! {
    /// `@`
    AT = 0,
    SLASH = 1,
    HYPHEN = 2,
    COLON = 3,
    DOT = 4,
    PLUS = 5,
    /// A figure right behind an ASCII letter, or one right before.
    JOINED = 6,
    LETTERED = 7,
    /// A point between two figures.
    DOTTED = 8,
    /// Four figures and a blank.
    FOUR = 9,
    /// A blank other than a space, or a dash, or another sign of their kind.
    ODD = 10,
    REPLY = 16,
    LAW = 17,
    NR = 18,
    PROPERTY = 19,
    CASE = 20,
    ORGANISATION = 21,
    VAT = 22,
    ACCOUNT = 23,
    KID = 24,
    NOUGHTS = 25,
    PHONE = 26,
    CLOCK = 27,
    DAY = 28,
    NOON = 29,
    MONTH = 30,
    UNIT = 31,
    HALF = 32,
    HOUR = 33,
    MONEY = 34,
    NOUN = 35,
    PERCENT = 36,
    STREET = 37,
    BOX = 38,
    WEEK = 39,
}

impl Signs {
    const EVERY: Self = Self(u64::MAX);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of these, or none is asked for.
    fn has_any(self, wanted: Self) -> bool {
        wanted.0 == 0 || self.0 & wanted.0 != 0
    }

    fn has_all(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }
}

impl BitOr for Signs {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// Words in lower case and what they are a sign of. A bar stands where no ASCII letter may touch the word.
const WORDS: [(Signs, &str); 25] = [
    (Signs::EVERY, "ſ \u{212a}"),
    (Signs::REPLY, "|sv-"),
    (Signs::LAW, "§ |paragraf |section |art"),
    (Signs::NR, "nr|"),
    (Signs::PROPERTY, "|eiendom |eigedom |matrikkel |property"),
    (Signs::CASE, "|sak |arkivsak |sag rende |diarienr |dnr |case |ref"),
    (Signs::ORGANISATION, "|org |foretaksregisteret"),
    (Signs::VAT, "mva|"),
    (Signs::ACCOUNT, "|konto |bankkonto |account |bankaccount"),
    (Signs::KID, "|kid"),
    (Signs::NOUGHTS, "|00"),
    (Signs::PHONE, "|tlf |telefon |mob |tel |phone |ring"),
    (Signs::CLOCK, "|kl| |klokk"),
    (Signs::DAY, "dag"),
    (Signs::NOON, "|am |pm |a.m |p.m"),
    (
        Signs::MONTH,
        "|jan| |feb| |mar| |apr| |mai| |maj| |may| |jun| |jul| |aug| |sep| |sept| |okt| |oct| |nov| |des| |dec| |januar |februar \
         |mars| |march| |marts| |april| |juni| |june| |juli| |july| |august |september |oktober |october |november |desember |december",
    ),
    (
        Signs::UNIT,
        "|virked |yrkedag |arbeidsdag |arbejdsdag |arbetsdag |working |business |dag |døgn |dØgn |dygn |day |uke |vek |uge |veck |week \
         |måned |mÅned |månad |mÅnad |month |mnd",
    ),
    (Signs::WEEK, "|uke| |veke| |week|"),
    (Signs::HALF, "|halv |half"),
    (Signs::HOUR, "|time |timar |hour"),
    (
        Signs::MONEY,
        "|kr| |kroner| |kroners| |kronar| |kronor| |nok| |eur| |euro| |usd| |sek| |dkk| |gbp| $ € £ ,- .- ,– .– ,— .—",
    ),
    (
        Signs::NOUN,
        "|kroner| |kronar| |euro| |prosent| |percent| |promille| |kvadratmeter| |kilometer| |centimeter| |meter| |liter|",
    ),
    (Signs::PERCENT, "% |prosent |percent |cent| |pst|"),
    (
        Signs::STREET,
        "gata| gaten| gate| vegen| veien| veg| vei| plassen| plass| alléen| allé stien| bakken| svingen| torget| tunet| lia| haugen| \
         bryggen| brygga| brygge| kaia| ringen| terrasse| krysset| marka| åsen| jordet| stranda| neset|",
    ),
    (Signs::BOX, "boks| |pb| |p.b"),
];

/// One word of the list.
struct Word {
    sign: Signs,
    begins: bool,
    ends: bool,
}

struct Words {
    words: Vec<Word>,
    automaton: Option<AhoCorasick>,
}

static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    let listed = || WORDS.iter().flat_map(|(sign, words)| words.split_ascii_whitespace().map(|word| (*sign, word)));
    let words = listed().map(|(sign, word)| Word { sign, begins: word.starts_with('|'), ends: word.ends_with('|') });
    let texts = listed().map(|(_, word)| word.trim_matches('|'));
    let automaton =
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(texts).ok();
    Words { words: words.collect(), automaton }
});

impl Word {
    fn fits(&self, text: &[u8], place: &Range<usize>) -> bool {
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let before = place.start.checked_sub(1).and_then(|at| text.get(at));
        !(self.begins && letter(before) || self.ends && letter(text.get(place.end)))
    }
}

/// A line with its end, or the longest stretch of figures that one number may have.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretch {
    pub(super) range: Range<usize>,
    signs: Signs,
    figures: usize,
}

/// What a line must show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    any: Signs,
    all: Signs,
    figures: usize,
}

impl Needs {
    /// So many figures.
    pub(super) const fn figures(figures: usize) -> Self {
        Self { any: Signs(0), all: Signs(0), figures }
    }

    /// And one of these signs.
    pub(super) const fn any(self, any: Signs) -> Self {
        Self { any, ..self }
    }

    /// And all of these.
    pub(super) const fn all(self, all: Signs) -> Self {
        Self { all, ..self }
    }

    pub(super) fn are_met(&self, by: &Stretch) -> bool {
        by.figures >= self.figures && by.signs.has_any(self.any) && by.signs.has_all(self.all)
    }
}

/// A text, and what its lines show.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) lines: Vec<Stretch>,
    /// Stretches of figures and what may part them, each within a line, in order.
    pub(super) numbers: Vec<Stretch>,
    /// All of it together.
    whole: Stretch,
    /// What families have claimed so far: where each claim begins, and the claim.
    pub(super) claims: BTreeMap<usize, Hit>,
}

impl Deref for Page<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl<'t> Page<'t> {
    /// Reads a text once for its figures and once for its words.
    pub(super) fn of(text: &'t str) -> Self {
        let mut page =
            Self { text, lines: Vec::new(), numbers: Vec::new(), whole: Stretch::default(), claims: BTreeMap::new() };
        page.read_figures();
        page.read_words();
        for line in &page.lines {
            page.whole.signs = page.whole.signs | line.signs;
            page.whole.figures += line.figures;
        }
        page
    }

    /// Whether nobody has claimed any of a range.
    pub(super) fn is_free(&self, range: &Range<usize>) -> bool {
        let before = self.claims.range(..range.end).next_back();
        range.start < range.end && before.is_none_or(|(_, other)| other.range.end <= range.start)
    }

    pub(super) fn has_figures(&self) -> bool {
        self.whole.figures > 0
    }

    /// Whether any line may show all of it.
    pub(super) fn may_meet(&self, needs: &Needs) -> bool {
        needs.are_met(&self.whole)
    }

    fn read_figures(&mut self) {
        let bytes = self.text.as_bytes();
        let (mut line, mut at) = (Stretch::default(), 0);
        while let Some(byte) = bytes.get(at) {
            at += 1;
            match CLASSES[usize::from(*byte)] {
                Class::Plain => {}
                Class::Shows(sign) => line.signs = line.signs | sign,
                Class::Figure => {
                    let number = number(bytes, at - 1);
                    at = number.range.end;
                    line.signs = line.signs | number.signs;
                    line.figures += number.figures;
                    self.numbers.push(number);
                }
                Class::End => {
                    line.range.end = at;
                    let next = Stretch { range: at..at, ..Stretch::default() };
                    self.lines.push(std::mem::replace(&mut line, next));
                }
            }
        }
        line.range.end = at;
        self.lines.push(line);
    }

    fn read_words(&mut self) {
        let Words { words, automaton } = &*KNOWN;
        let bytes = self.text.as_bytes();
        let mut line = 0;
        // Overlapping: «kronar» holds «nar» and «meter» ends «kilometer»; each is a sign of its own.
        for found in automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(bytes)) {
            let word = &words[found.pattern().as_usize()];
            while self.lines[line].range.end < found.end() {
                line += 1;
            }
            if word.fits(bytes, &found.range()) {
                self.lines[line].signs = self.lines[line].signs | word.sign;
            }
        }
    }
}

/// What a byte means to a line.
#[derive(Clone, Copy)]
enum Class {
    Plain,
    Figure,
    End,
    Shows(Signs),
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Figure,
            b'\n' => Class::End,
            b'@' => Class::Shows(Signs::AT),
            b'/' => Class::Shows(Signs::SLASH),
            b'-' => Class::Shows(Signs::HYPHEN),
            b'+' => Class::Shows(Signs::PLUS),
            b'\t' | 0xC2 | 0xE2 => Class::Shows(Signs::ODD),
            _ => Class::Plain,
        };
        byte += 1;
    }
    table
};

/// Signs in a row that may part the figures of one number («1. 3. 26»).
const WIDEST: usize = 2;

/// The stretch of figures that begins at a byte.
fn number(text: &[u8], start: usize) -> Stretch {
    let letter = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphabetic);
    let mut number = Stretch { range: start..start, ..Stretch::default() };
    if start > 0 && letter(start - 1) {
        number.signs = Signs::JOINED;
    }
    loop {
        let from = number.range.end;
        let length = text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = from + length;
        (number.range.end, number.figures) = (end, number.figures + length);
        let blank = matches!(text.get(end), Some(b' ' | b'\t' | 0xC2 | 0xE2));
        for (shown, sign) in [(length == 4 && blank, Signs::FOUR), (letter(end), Signs::LETTERED)] {
            number.signs = if shown { number.signs | sign } else { number.signs };
        }
        let Some((next, signs)) = gap(text, end) else { return number };
        number.range.end = next;
        number.signs = number.signs | signs;
    }
}

/// Where figures go on behind what parts them, and what that shows.
fn gap(text: &[u8], start: usize) -> Option<(usize, Signs)> {
    let (mut at, mut signs) = (start, Signs::default());
    for _ in 0..WIDEST {
        let (length, sign) = match text[at..] {
            [b'.', ..] => (1, Signs::DOT),
            [b'/', ..] => (1, Signs::SLASH),
            [b'-', ..] => (1, Signs::HYPHEN),
            [b':', ..] => (1, Signs::COLON),
            [b' ' | b',' | b'\'', ..] => (1, Signs::default()),
            [b'\t', ..] => (1, Signs::ODD),
            [0xC2, 0xA0, ..] => (2, Signs::ODD),
            [0xE2, 0x80, 0x89 | 0xAF, ..] => (3, Signs::ODD),
            _ => return None,
        };
        (at, signs) = (at + length, signs | sign);
        if text.get(at).is_some_and(u8::is_ascii_digit) {
            let dotted = if at == start + 1 && sign == Signs::DOT { Signs::DOTTED } else { Signs::default() };
            return Some((at, signs | dotted));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Needs, Page, Signs};

    #[test]
    fn a_line_shows_its_words_and_figures() {
        for (text, needs, met) in [
            ("sak 26/1234", Needs::figures(6).any(Signs::CASE).all(Signs::SLASH), true),
            ("ord\nARKIVSAK 26/1", Needs::figures(3).any(Signs::CASE), true),
            ("kasak 26/1", Needs::figures(1).any(Signs::CASE), false),
            ("sak\n26/1", Needs::figures(1).any(Signs::CASE), false),
            ("ſak 26/1", Needs::figures(1).any(Signs::CASE), true),
            ("krav 12", Needs::figures(1).any(Signs::MONEY), false),
            ("12kr", Needs::figures(1).any(Signs::MONEY), true),
            ("12.3", Needs::figures(3).all(Signs::DOTTED), true),
            ("7030 By", Needs::figures(4).all(Signs::FOUR), true),
            ("70301 By", Needs::figures(4).all(Signs::FOUR), false),
        ] {
            assert_eq!(Page::of(text).lines.iter().any(|line| needs.are_met(line)), met, "{text}");
        }
    }

    #[test]
    fn figures_hang_together_over_what_may_part_them() {
        let text = "a 1. 3. 26, b 12   500 og 8601.11\u{a0}17947\n12/3";
        let page = Page::of(text);
        let numbers: Vec<&str> = page.numbers.iter().map(|number| &text[number.range.clone()]).collect();
        assert_eq!(numbers, ["1. 3. 26", "12", "500", "8601.11\u{a0}17947", "12/3"]);
    }
}
