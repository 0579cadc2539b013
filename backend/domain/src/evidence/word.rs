//! The words a question turns on (emneord): content words with their endings off, the same for bokmål, nynorsk and English.

use super::{
    fold,
    same::{PHRASES, SAME},
};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Words that say nothing about the subject.
static EMPTY: LazyLock<HashSet<&str>> = LazyLock::new(|| FUNCTION_WORDS.split_whitespace().collect());
/// Each word of [`SAME`] with the name of its row.
static NAMES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| SAME.iter().flat_map(|row| row.iter().map(|word| (*word, row[0]))).collect());
const FUNCTION_WORDS: &str = " jeg eg du deg dere dykk vi oss han hun ho den det dei de dem som og eller men om at å for til fra frå \
 på i av med ved er var blir vert ble vart har hadde kan kunne skal skulle vil ville må måtte får fikk fekk en ein ei et eit \
 noe noko noen nokon ikke ikkje hva kva hvem kven hvor kor når hvordan korleis hvorfor kvifor hvilke hvilken kva kan der her \
 så også òg hos min mi mitt mine din ditt dine vår vårt våre deres dykkar sin sitt sine da då nå no etter før enn nok bare \
 berre lurer lurar på spørsmål hei takk gjerne svar vennlig hilsen mvh venleg helsing litt mye mykje mer meir veldig denne \
 dette desse disse selv sjølv være vere blitt gjelder gjeld over under mellom mot uten utan inn ut opp ned vite fortelle \
 re sv vs fw fwd fått gitt gi gir kommet komme kommer kom kjem kome tar ta tek går gå \
 gjør gjer se sett sjå sende sender send snakke mulig mens bør lenge ofte egentlig eigentleg år dag dager dagar neste  altså ting ny \
 nytt nye hvis dersom blitt hvilket hvilken snart spørsmålet lurte morra today yesterday yet already still soon hvornår hvad vad hur ni \
 up down høy høyt høg høgt stor stort store jag också man måste näste næste næste undrar the a an of to in on at is are was were be been do does did can could will would shall should may must i \
 you we they it my your our their this that these those and or but if for from with by as how what when where who which \
 why there here have has had not no any some please hello hi dear regards know much many long about me us get ";

const ENDINGS: [&str; 21] = [
    "ast", "ingene", "ingane", "inga", "ingen", "inger", "ing", "enes", "anes", "ene", "ane", "ens", "ets", "er", "ar",
    "en", "et", "es", "a", "e", "s",
];

/// The content words of `text`, each once, in order, in the form in which they are compared.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let text = joined(text);
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| is_content(word)).map(stem).filter(|stem| seen.insert(stem.clone())).collect()
}

/// The same, each with the word it came from.
pub(crate) fn stemmed(text: &str) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let text = joined(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| is_content(word));
    words.map(|word| (stem(word), word.to_owned())).filter(|(stem, _)| seen.insert(stem.clone())).collect()
}

/// A text in lower case, with one word for what is said in two.
fn joined(text: &str) -> String {
    let mut joined = text.to_lowercase();
    for (phrase, word) in PHRASES {
        if joined.contains(phrase) {
            joined = joined.replace(phrase, word);
        }
    }
    joined
}

/// Whether a word in lower case says something about a subject.
pub(crate) fn is_content(word: &str) -> bool {
    word.chars().count() > 1 && !EMPTY.contains(word)
}

/// The form in which a word in lower case is compared.
pub(crate) fn stem(word: &str) -> String {
    if let Some(name) = NAMES.get(word) {
        return (*name).to_owned();
    }
    let folded = fold::beginning(word);
    let word = folded.as_deref().unwrap_or(word);
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 4));
    let cut = cut.unwrap_or(word);
    let ended = fold::end(cut);
    let cut = ended.as_deref().unwrap_or(cut);
    // The folded word, whole or without its ending, may have a name in bokmål.
    NAMES.get(word).or_else(|| NAMES.get(cut)).map_or_else(|| cut.to_owned(), |name| (*name).to_owned())
}

/// Whether two stems are the same word, or one is a part of the other's compound ("gebyr", "byggesaksgebyr").
#[must_use]
pub fn is_kin(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // The cheap questions first: this is asked of every word against every word.
    short == long
        || short.len() >= 5 && (long.starts_with(short) || long.ends_with(short)) && short.chars().count() >= 5
}

/// How many of `wanted` occur among `there`.
#[must_use]
pub fn shared(wanted: &[String], there: &[String]) -> usize {
    wanted.iter().filter(|want| there.iter().any(|stem| is_kin(want, stem))).count()
}

#[cfg(test)]
mod tests {
    use super::{is_kin, shared, stems};

    #[test]
    fn questions_are_reduced_to_what_they_are_about() {
        for (text, wanted) in [
            ("Hva koster det å bygge garasje?", vec!["gebyr", "bygg", "garasje"]),
            ("How much is the fee for an extension?", vec!["gebyr", "tilbygg"]),
            ("Kva er opningstidene på rådhuset?", vec!["åpningstid", "rådhus"]),
            ("Kan du?", vec![]),
        ] {
            assert_eq!(stems(text), wanted, "{text}");
        }
    }

    #[test]
    fn parts_of_a_compound_are_kin() {
        for (one, other, kin) in [
            ("gebyr", "byggesaksgebyr", true),
            ("tilbygg", "tilbyggssøknad", true),
            ("sak", "saksliste", false),
            ("vei", "vei", true),
        ] {
            assert_eq!(is_kin(one, other), kin, "{one} {other}");
        }
        assert_eq!(shared(&stems("gebyr for tilbygg"), &stems("Byggesaksgebyr for tilbygget")), 2);
    }
}
