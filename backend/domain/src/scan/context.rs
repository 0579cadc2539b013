//! Words that explain (sammenheng): one pass over the text marks every word that says what a number is, that names a
//! delicate matter or that announces a secret.
//!
//! In the lists a hyphen stands where a word may go on: `fødselsn-` begins a word, `-kreft` may end a compound, `bil` is whole.

use super::{Kind, topic};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::{cell::Cell, ops::Range, sync::LazyLock};

/// How many bytes a word may stand from the number it explains.
const REACH: usize = 42;

/// A group of so many digits between a word and a number is what the word explains.
const EXPLAINED: usize = 5;

/// What the nearest word says a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Person,
    Duf,
    Cpr,
    Account,
    Kid,
    Organisation,
    Phone,
    Plate,
    Swedish,
    Finnish,
    Card,
    /// Something else with a number: an order, an invoice, a case, a sum.
    Other,
}

impl Hint {
    /// Said of a number that is no person's: an account, a payment, an order.
    pub(super) fn is_impersonal(self) -> bool {
        matches!(self, Self::Account | Self::Kid | Self::Card | Self::Other)
    }
}

/// What a marked word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Hint(Hint),
    /// A delicate matter; and whether the word leaves no doubt about it.
    Topic(Kind, bool),
    /// What follows may be a password.
    Secret,
    /// A key may begin here.
    Key,
}

/// Each hint with its words.
const HINTS: [(Hint, &str); 12] = [
    (
        Hint::Person,
        "f.nr|fnr|fødselsn-|fødselsdato og|personn-|personal number|personal no-|pnr|p.nr|d-nr|d.nr|dnr|d-nummer-|dnummer-|hnr|h-nummer-|født|fødd|national id-|birth number|id-nummer-|ssn|identitetsn-|henkilö-|cpr/fnr",
    ),
    (Hint::Duf, "duf|duf-n-|dufn-|duf.nr|duf-nr"),
    (Hint::Cpr, "cpr|cpr-n-|cprn-|cpr.nr"),
    (
        Hint::Account,
        "-konto|-kontoen|-kontoa|-kontonr-|-kontonummer-|-kontonummeret|kontoutskrift-|kontohaver-|bank-|-bank|-banken|iban|account-|betal til|betalast til|betales til|utbetal-",
    ),
    (Hint::Kid, "kid|kid-nr|kid-nummer-|kidnr|kidnummer-"),
    (
        Hint::Organisation,
        "org|orgn-|org.n-|org-n-|organisasjonsn-|-foretaks-|føretaks-|mva|vat|orgnummer-|organisationsn-|enhetsregisteret",
    ),
    (
        Hint::Phone,
        "tlf|tlf.n-|tlfn-|-telefon-|mob|-mobil-|ring|ringe|ringer|ringja|sms|phone-|telephone-|call|tel|cell|vipps-|whatsapp|faks|fax",
    ),
    (
        Hint::Plate,
        "bil|bilen|bilens|bilene|-bil|reg.nr|regnr|reg nr|reg.nummer|registreringsn-|-skilt-|kjennemerke-|kjøretøy-|køyretøy-|parker-|car|vehicle|tilhenger-",
    ),
    (Hint::Swedish, "samordningsn-|svensk-|swedish|sverige|sweden"),
    (Hint::Finnish, "finsk-|finland|finnish|hetu|henkilötunnus"),
    (Hint::Card, "bankkort|bankkortet|betalingskort-|kredittkort-|kortnummer-|visa|mastercard|card|credit card-|amex"),
    (
        Hint::Other,
        "ordre-|faktura-|invoice-|order|saksn-|sak|saknr|saknummer-|saks nr|referanse-|ref|refnr|ref.nr|kr|kroner|kundenummer-|kundenr|kunde nr|sporingsnummer-|sporingsnr|sporingskode-|måler|måleren|målernummer-|målernr|målarnummer-|prosjektnr|prosjektnummer-|avtalenummer-|avtalenr|artikkelnummer-|artikkelnr|journalnr|journalnummer-|bestilling-|deres ref|vår ref|tracking|serienummer-|serienr|imei|gnr|bnr",
    ),
];

/// Words after which a secret stands.
const SECRETS: &str = "-passord|-passordet|password-|passwd|pin|pin-kode-|pinkode-|pin kode-|-engangskode|-engangskoden|tilgangskode-|adgangskode-|\
     påloggingskode-|innloggingskode-|innlogginga|dørkode-|alarmkode-|sikkerhetskode-|sikkerheitskode-|api-key|apikey|api key|api-nøkkel-|access token|\
     secret key";

/// What keys begin with, as written.
const KEYS: [&str; 3] = ["-----begin", "eyj", "sk-"];

/// A word with a meaning, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) bytes: Range<usize>,
    pub(super) sense: Sense,
}

/// One word of a list.
struct Word {
    text: String,
    sense: Sense,
    /// It may stand behind other letters, as the end of a compound.
    joins: bool,
    /// It may be followed by other letters.
    goes_on: bool,
}

struct Words {
    words: Vec<Word>,
    automaton: Option<AhoCorasick>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let hints = HINTS.iter().map(|(hint, words)| (Sense::Hint(*hint), *words));
    let topics = topic::WORDS.iter().map(|(kind, telling, words)| (Sense::Topic(*kind, *telling), *words));
    let lists = hints.chain(topics).chain([(Sense::Secret, SECRETS)]);
    let keys = KEYS.map(|text| Word { text: text.to_owned(), sense: Sense::Key, joins: false, goes_on: true });
    let words: Vec<Word> = lists
        .flat_map(|(sense, words)| words.split('|').flat_map(move |word| word_of(sense, word)))
        .chain(keys)
        .collect();
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words.iter().map(|word| &word.text))
        .ok();
    Words { words, automaton }
});

/// The word as written, and with its letters outside ASCII as capitals, which the automaton does not fold.
fn word_of(sense: Sense, written: &str) -> impl Iterator<Item = Word> {
    let stem = written.strip_prefix('-').unwrap_or(written);
    let text = stem.strip_suffix('-').unwrap_or(stem);
    let (joins, goes_on) = (stem.len() < written.len(), text.len() < stem.len());
    let mut forms = vec![text.to_owned(), text.to_uppercase(), capitalised(text)];
    forms.dedup();
    if text.is_ascii() {
        forms.truncate(1);
    }
    forms.into_iter().map(move |text| Word { text, sense, joins, goes_on })
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The marked words of a text, in order of place.
#[derive(Debug)]
pub(super) struct Marks {
    marks: Vec<Mark>,
    /// Where the last question was answered; the next one is asked close by.
    at: Cell<usize>,
}

impl Marks {
    /// Marks a text.
    pub(super) fn of(text: &str) -> Self {
        let Words { words, automaton } = &*WORDS;
        // Overlapping: "driftskonto" holds "sk" before it holds "konto", and only the latter means anything here.
        let matches = automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text));
        let mut marks: Vec<Mark> = Vec::new();
        for found in matches {
            let word = &words[found.pattern().as_usize()];
            if word.fits(text, &found.range()) {
                place(&mut marks, Mark { bytes: found.range(), sense: word.sense });
            }
        }
        Self { marks, at: Cell::new(0) }
    }

    /// All marks.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }

    /// What the nearest word says: the last one before the number, else the first one after it; an order or a case that
    /// only comes after the number does not explain it, and neither does a word that already explains another number.
    pub(super) fn hint(&self, text: &str, bytes: &Range<usize>) -> Option<Hint> {
        let unspent =
            |between: &str| between.split(|c: char| !c.is_ascii_digit()).all(|digits| digits.len() < EXPLAINED);
        let before = self.before(bytes).next().filter(|(end, _)| unspent(&text[*end..bytes.start]));
        let after = || {
            self.after(bytes).next().filter(|(start, hint)| *hint != Hint::Other && unspent(&text[bytes.end..*start]))
        };
        before.or_else(after).map(|(_, hint)| hint)
    }

    /// Whether any word within reach hints at `wanted`.
    pub(super) fn hints_at(&self, bytes: &Range<usize>, wanted: Hint) -> bool {
        self.before(bytes).chain(self.after(bytes)).any(|(_, hint)| hint == wanted)
    }

    /// Where the marks end of which something holds; it holds of all before.
    fn first_not(&self, holds: impl Fn(&Mark) -> bool) -> usize {
        let mut at = self.at.get();
        at += self.marks[at..].iter().take_while(|mark| holds(mark)).count();
        at -= self.marks[..at].iter().rev().take_while(|mark| !holds(mark)).count();
        self.at.set(at);
        at
    }

    /// The hints before a number, the nearest first, each with where it ends.
    fn before(&self, bytes: &Range<usize>) -> impl Iterator<Item = (usize, Hint)> {
        let (from, start) = (bytes.start.saturating_sub(REACH), bytes.start);
        let first = self.first_not(|mark| mark.bytes.end <= start);
        let near = self.marks[..first].iter().rev().take_while(move |mark| mark.bytes.end >= from);
        near.filter_map(|mark| mark.hint().map(|hint| (mark.bytes.end, hint)))
    }

    /// The hints after a number, the nearest first, each with where it begins.
    fn after(&self, bytes: &Range<usize>) -> impl Iterator<Item = (usize, Hint)> {
        let (start, to) = (bytes.end, bytes.end + REACH);
        let first = self.first_not(|mark| mark.bytes.start < start);
        let near = self.marks[first..].iter().take_while(move |mark| mark.bytes.start <= to);
        near.filter_map(|mark| mark.hint().map(|hint| (mark.bytes.start, hint)))
    }
}

impl Mark {
    fn hint(&self) -> Option<Hint> {
        match self.sense {
            Sense::Hint(hint) => Some(hint),
            _ => None,
        }
    }
}

impl Word {
    /// Whether the word begins and ends here as its list says.
    fn fits(&self, text: &str, bytes: &Range<usize>) -> bool {
        // A number may follow a hint without a blank ("fnr20036914700"), but not a grade ("kode 65").
        let is_hint = matches!(self.sense, Sense::Hint(_));
        let touches = |c: char| c.is_alphabetic() || !is_hint && c.is_numeric();
        (self.joins || !is_letter_before(text, bytes.start))
            && (self.goes_on || !text[bytes.end..].starts_with(touches))
    }
}

/// Adds a mark; of those that overlap the longest stays. Marks come in the order of their ends.
fn place(marks: &mut Vec<Mark>, mark: Mark) {
    while let Some(last) = marks.last() {
        if last.bytes.end <= mark.bytes.start {
            break;
        }
        if last.bytes.len() > mark.bytes.len() {
            return;
        }
        marks.pop();
    }
    marks.push(mark);
}

fn is_letter_before(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Hint, Marks};

    #[test]
    fn the_nearest_word_before_the_number_decides() {
        for (text, expected) in [
            ("fnr 1", Some(Hint::Person)),
            ("FØDSELSNUMMER 1", Some(Hint::Person)),
            ("fnr og konto 1", Some(Hint::Account)),
            ("driftskonto: 1", Some(Hint::Account)),
            ("1 er mitt fødselsnummer", Some(Hint::Person)),
            ("vi så 1 fugl", None),
            ("Norge har 1 fugl", None),
            ("KID: 1", Some(Hint::Kid)),
            ("tlf. 90000000 1", None),
            ("1 i sak", None),
        ] {
            let at = text.find('1').unwrap();
            assert_eq!(Marks::of(text).hint(text, &(at..at + 1)), expected, "{text}");
        }
    }
}
