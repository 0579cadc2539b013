//! Street addresses (gateadresse): a name that ends as streets do, a house number, perhaps postal code and place.

use super::{
    Candidate, Confidence, Kind,
    digit::stands_alone,
    list::{Ends, List, list},
    name::is_place,
    run::Place,
};
use std::{ops::Range, sync::LazyLock};

/// What the names of Norwegian streets, roads and places along them end in.
const ENDINGS: &str = "gata gaten gate veien vegen veg vei alléen allé alle plassen plass torget torg stien sti bakken bakke bakkane svingen sving \
    tunet tun haugen haug lia lien åsen ås kroken krok ringen ring løkka løkken kaia kaien brygga bryggen jordet lunden lund toppen skogen \
    dalen marka moen mo neset nes feltet terrassen terrasse stredet smauet smug smuget hagen faret ledet stykket gropa flata flaten vika \
    viken vik enga engen bråten berget berg kleiva kleiven sletta sletten rinden myra myren stranda stranden høgda høyden reina grenda kollen \
    tjernet vannet vatnet skrenten ekra åkeren roa røa fjellet fossen elva bekken gården garden tråkket leitet kneika rabben teigen sundet \
    holmen odden øya lykkja løypa stubben kvartalet almenningen allmenningen spranget gjerdet eggen holtet havna hamna vollen lyngen dammen \
    bukta tangen hammeren klypa dumpa lokket nabben klopp klova mælen vangen vegene veiene bygget parken kroa trappene bakkene lysthuset";

/// Words for a street that stand alone behind the name of somebody or something.
const STREETS: [&str; 22] = [
    "gate",
    "gata",
    "gaten",
    "vei",
    "veg",
    "veien",
    "vegen",
    "plass",
    "allé",
    "alle",
    "terrasse",
    "torg",
    "sti",
    "bakke",
    "brygge",
    "ring",
    "kai",
    "smug",
    "minde",
    "løkke",
    "tverrgate",
    "gård",
];

/// Words before the name of a street that belong to it.
const PREFIXES: [&str; 34] = [
    "Nedre",
    "Øvre",
    "Gamle",
    "Gamla",
    "Nye",
    "Nya",
    "Store",
    "Lille",
    "Vesle",
    "Søndre",
    "Søre",
    "Nordre",
    "Nørdre",
    "Vestre",
    "Østre",
    "Austre",
    "Indre",
    "Ytre",
    "Sankt",
    "St",
    "St.",
    "Dronning",
    "Kong",
    "Kongens",
    "Prins",
    "Prinsesse",
    "Kronprinsens",
    "Doktor",
    "Dr.",
    "Professor",
    "Biskop",
    "General",
    "Store-",
    "Midtre",
];

/// What has a number and is no house: boxes at the post office, and roads that are counted.
const NUMBERED: [&str; 10] = [
    "Postboks",
    "Boks",
    "Fylkesveg",
    "Fylkesvei",
    "Riksveg",
    "Riksvei",
    "Europaveg",
    "Europavei",
    "Skogsbilveg",
    "Skogsbilvei",
];

/// Bytes before and behind a house number that are read.
const WINDOW: usize = 96;

static ENDS: LazyLock<(List, Ends)> = LazyLock::new(|| {
    let endings = list(ENDINGS);
    let ends = Ends::of(endings.iter().copied());
    (endings, ends)
});

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    out.extend(if place.length() <= 4 { address(place.text, place.first()) } else { None });
}

fn address(text: &str, number: Range<usize>) -> Option<Candidate> {
    let before = text[..number.start].strip_suffix([' ', '\u{a0}'])?;
    let word = last_word(before);
    if word.is_empty() {
        return None;
    }
    let named = word.starts_with(char::is_uppercase);
    if !(named || STREETS.contains(&word)) || NUMBERED.contains(&word) {
        return None;
    }
    let end = number.end + letter(&text[number.end..]);
    let town = town(&text[end..]);
    let typical = if named { ends_as_street(word) && !is_place(word) } else { true };
    let start = if named { prefixed(before, word) } else { bearer(before, word)? };
    let whole = start..end + town;
    let plain = town == 0 && (!typical || number.len() > 3);
    let fits = !plain && !text[..start].ends_with(char::is_alphanumeric) && stands_alone(text, &(number.start..end));
    let confidence = if town > 0 { Confidence::Certain } else { Confidence::Probable };
    fits.then_some(Candidate { kind: Kind::Address, bytes: whole, confidence })
}

/// The last word of a text; words of addresses have letters, hyphens, apostrophes and dots.
fn last_word(text: &str) -> &str {
    let within = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
    let start = text.char_indices().rev().take(WINDOW / 2).take_while(|(_, c)| within(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn ends_as_street(word: &str) -> bool {
    let (endings, ends) = &*ENDS;
    let starts = word.char_indices().skip(1).map(|(at, _)| &word[at..]);
    ends.may_end(word) && starts.filter(|end| end.len() <= 14).any(|end| endings.contains(end))
}

/// Where the name of a street begins, with the words that belong to it ("Nedre Storgata").
fn prefixed(before: &str, word: &str) -> usize {
    let start = before.len() - word.len();
    let earlier = before[..start].strip_suffix(' ').map(last_word);
    earlier.filter(|earlier| PREFIXES.contains(earlier)).map_or(start, |earlier| start - 1 - earlier.len())
}

/// Where the name before a lone word for a street begins: up to three words with a capital ("Karl Johans gate").
fn bearer(before: &str, word: &str) -> Option<usize> {
    let mut start = before.len() - word.len();
    let mut found = None;
    for _ in 0..3 {
        let Some(earlier) = before[..start].strip_suffix(' ') else { break };
        let word = last_word(earlier);
        if !word.starts_with(char::is_uppercase) || OPENERS.contains(&word) {
            break;
        }
        start = earlier.len() - word.len();
        found = Some(start);
    }
    found
}

/// Bytes of the letter of a house: "12 B", "12b".
fn letter(after: &str) -> usize {
    let blank = usize::from(after.starts_with(' '));
    let mut signs = after[blank..].chars();
    let (first, next) = (signs.next(), signs.next());
    let is_letter = first.is_some_and(|c| c.is_ascii_uppercase() || blank == 0 && c.is_ascii_lowercase());
    if is_letter && next.is_none_or(|c| !c.is_alphanumeric()) { blank + 1 } else { 0 }
}

/// Bytes of a postal code and a place ("`, 7030 Trondheim`"), with what parts them from the number.
fn town(after: &str) -> usize {
    let blanks = [' ', '\u{a0}', '\n', '\r'];
    let rest = after.strip_prefix(',').unwrap_or(after);
    let trimmed = rest.trim_start_matches(blanks);
    let code = trimmed.strip_prefix("N-").or_else(|| trimmed.strip_prefix("NO-")).unwrap_or(trimmed);
    let gap = after.len() - trimmed.len();
    let digits = code.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let name = code.get(4..).and_then(|name| name.strip_prefix(' ')).unwrap_or_default();
    if gap == 0 || gap > 4 || digits != 4 || !name.starts_with(char::is_uppercase) {
        return 0;
    }
    after.len() - name.len() + place_name(name)
}

/// Bytes of the name of a place: a word, perhaps another one with a capital or "i" and its county's first letter behind it.
fn place_name(name: &str) -> usize {
    let letters = |text: &str| text.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(text.len());
    let first = letters(name);
    let rest = name[first..].strip_prefix(' ').unwrap_or_default();
    let second = letters(rest);
    let word = &rest[..second];
    let belongs = word.starts_with(char::is_uppercase)
        && !OPENERS.contains(&word)
        && name[..first].chars().all(char::is_uppercase);
    first + if word == "i" || word == "på" || belongs { 1 + second } else { 0 }
}

/// Words with a capital before a street only because they begin a sentence.
const OPENERS: [&str; 30] = [
    "I", "På", "Ved", "For", "Fra", "Frå", "Til", "Han", "Hun", "Ho", "Jeg", "Eg", "Vi", "Du", "Er", "Gjelder",
    "Gjeld", "Adressen", "Adressa", "Adresse", "Den", "Det", "De", "Dei", "Og", "Om", "Mot", "Langs", "Tlf", "Fordi",
];

#[cfg(test)]
mod tests {
    use super::super::{Kind::Address, tests::texts};

    #[test]
    fn an_address_is_a_street_with_a_number() {
        for (text, address) in [
            ("Hun bor i Storgata 12 B, 7030 Trondheim nå.", Some("Storgata 12 B, 7030 Trondheim")),
            ("Storgata 12\n7030 Trondheim\nNorge", Some("Storgata 12\n7030 Trondheim")),
            ("Vi møtes i Karl Johans gate 5.", Some("Karl Johans gate 5")),
            ("I Bergstien 1 er det stille", Some("Bergstien 1")),
            ("Nedre Storgata 3b er solgt", Some("Nedre Storgata 3b")),
            ("Prestespranget 7", Some("Prestespranget 7")),
            ("Ulvika 4, 4999 Fjordvik", Some("Ulvika 4, 4999 Fjordvik")),
            ("Hos Solgløtt 4, 4999 Fjordvik", Some("Solgløtt 4, 4999 Fjordvik")),
            ("Kari Haug Storgata 12", Some("Storgata 12")),
            ("Storgata 1, 7030 Trondheim– og", Some("Storgata 1, 7030 Trondheim")),
            ("Solgløtt 4", None),
            ("Postboks 12, 4999 Fjordvik", None),
            ("langs Fylkesveg 44", None),
            ("Storgata 2026", None),
            ("Kongsberg 12", None),
            ("Veien er 12 meter", None),
            ("storgata 12", None),
            ("en gate 12", None),
        ] {
            assert_eq!(texts(text, Address).first().map(String::as_str), address, "{text}");
        }
    }
}
