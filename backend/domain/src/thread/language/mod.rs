//! In which language a mail is written (språk): a small classifier over known words and letters, honest about short texts.

mod word;

use std::{collections::HashMap, sync::OnceLock};
use vocabulary::Language;
use word::WORDS;

/// The languages, in the order of [`WORDS`].
const COUNT: usize = WORDS.len();
const NN: usize = 1;
const DA: usize = 2;
const SV: usize = 3;
const EN: usize = 4;
const SE: usize = 5;
const OTHER: usize = 6;

/// How often the mail of a Norwegian municipality is in each.
const PRIOR: [f32; COUNT] = [0.5, 0.2, 0.05, 0.05, 0.1, 0.02, 0.08];

/// A word that only other languages have, against one of this language: how much less likely.
const FOREIGN: f32 = 0.06;
/// A word in no list: rarer in a language whose common words we know than in one we do not.
const UNKNOWN: f32 = 0.6;
/// Words of one text follow one another; each says less than it would alone.
const DEPENDENCE: f32 = 0.9;

/// Which languages have a word, one bit each.
fn known() -> &'static HashMap<&'static str, u8> {
    static KNOWN: OnceLock<HashMap<&'static str, u8>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known: HashMap<&'static str, u8> = HashMap::new();
        for (at, (_, words)) in WORDS.iter().enumerate() {
            for word in words.split_whitespace() {
                *known.entry(word).or_default() |= 1 << at;
            }
        }
        known
    })
}

/// Endings of words that no list has, and how much more likely each language makes them.
const ENDINGS: &[(&str, &[(usize, f32)])] = &[
    ("heiter", &[(NN, 4.0)]),
    ("heita", &[(NN, 6.0)]),
    ("heit", &[(NN, 4.0)]),
    ("leg", &[(NN, 4.0)]),
    ("lege", &[(NN, 2.5)]),
    ("ane", &[(NN, 3.0)]),
    ("jar", &[(NN, 4.0)]),
    ("jaren", &[(NN, 5.0)]),
    ("jarar", &[(NN, 6.0)]),
    ("leik", &[(NN, 4.0)]),
    ("inga", &[(NN, 2.0)]),
    ("ud", &[(DA, 4.0)]),
    ("skab", &[(DA, 4.0)]),
    ("dt", &[(DA, 2.0)]),
    ("ingar", &[(NN, 4.0), (SV, 3.0)]),
    ("heten", &[(0, 3.0), (SV, 3.0)]),
    ("het", &[(0, 2.0), (SV, 2.0)]),
    ("sjon", &[(0, 2.0), (NN, 2.0)]),
    ("sjonen", &[(0, 2.5), (NN, 2.5)]),
    ("hed", &[(DA, 6.0)]),
    ("heden", &[(DA, 6.0)]),
    ("tion", &[(DA, 2.0), (SV, 2.0), (EN, 2.0)]),
    ("tionen", &[(DA, 3.0), (SV, 3.0)]),
    ("orna", &[(SV, 5.0)]),
    ("arna", &[(SV, 5.0)]),
    ("ade", &[(SV, 3.0)]),
    ("ede", &[(DA, 2.0)]),
    ("ene", &[(0, 2.0), (DA, 2.0)]),
    ("ing", &[(EN, 1.3)]),
    ("tion", &[(EN, 2.0)]),
    ("iid", &[(SE, 4.0)]),
    ("vuođa", &[(SE, 4.0)]),
];

/// Words that are read; a language does not change after so many.
const MOST_WORDS: usize = 1_500;

/// The language of a text and how sure that is, from 0 to 1: the share of such texts, among the mail a municipality gets, of
/// which the answer is right (below 0.6 a guess, above 0.9 hardly ever wrong). Where nothing tells (names, numbers, a word or
/// two that all languages share) it is [`Language::Other`] at 0. A text in two languages is never surer than 0.75.
#[must_use]
pub fn detect(text: &str) -> (Language, f32) {
    let mut evidence = Evidence::default();
    for word in text.split_whitespace().filter(|word| !is_address(word)).take(MOST_WORDS) {
        word.split(|c: char| !c.is_alphanumeric())
            .filter(|part| part.contains(char::is_alphabetic))
            .for_each(|part| evidence.add(part));
    }
    evidence.answer()
}

/// An address of mail or web is in no language.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with("www.")
}

/// What the words so far say.
#[derive(Default)]
struct Evidence {
    /// Logarithms of how likely the words are in each language.
    scores: [f32; COUNT],
    /// How many words each language knows.
    known: [f32; COUNT],
    /// How many words tell at all.
    telling: f32,
    /// For each pair, the words that the first knows and the second does not.
    only: [[f32; COUNT]; COUNT],
}

impl Evidence {
    fn add(&mut self, word: &str) {
        // A foreign letter runs through a thousand forms; sixty bytes tell as much.
        let lower = word[..word.floor_char_boundary(60)].to_lowercase();
        match known().get(lower.as_str()) {
            Some(languages) => self.add_known(*languages),
            None => self.add_unknown(word, &lower),
        }
        self.add_letters(&lower);
    }

    fn add_known(&mut self, languages: u8) {
        let has = |language: usize| languages & (1 << language) != 0;
        self.telling += 1.0;
        for language in 0..COUNT {
            self.scores[language] += if has(language) { 0.0 } else { FOREIGN.ln() };
            self.known[language] += f32::from(u8::from(has(language)));
            for other in (0..COUNT).filter(|other| has(language) && !has(*other)) {
                self.only[language][other] += 1.0;
            }
        }
    }

    fn add_unknown(&mut self, word: &str, lower: &str) {
        // What has a capital may be a name, which every language has.
        let weight = if word.starts_with(char::is_uppercase) { 0.2 } else { 1.0 };
        self.scores[..OTHER].iter_mut().for_each(|score| *score += weight * UNKNOWN.ln());
        let long = |ending: &str| lower.len() > ending.len() + 2 && lower.ends_with(ending);
        let ending = ENDINGS.iter().filter(|(ending, _)| long(ending)).max_by_key(|(ending, _)| ending.len());
        for (language, times) in ending.map_or(&[][..], |(_, said)| said) {
            self.scores[*language] += times.ln();
            self.telling += 0.3;
        }
    }

    fn add_letters(&mut self, lower: &str) {
        if lower.is_ascii() {
            return;
        }
        let mut said = [0.0_f32; COUNT];
        for c in lower.chars() {
            let says = of_letter(c);
            said.iter_mut().zip(says).for_each(|(all, one)| *all = all.min(one));
        }
        self.telling += if said.iter().any(|one| *one < -1.0) { 0.7 } else { 0.0 };
        self.scores.iter_mut().zip(said).for_each(|(score, one)| *score += one);
    }

    fn answer(&self) -> (Language, f32) {
        if self.telling < 0.5 {
            return (Language::Other, 0.0);
        }
        let weighed: Vec<f32> =
            self.scores.iter().zip(PRIOR).map(|(score, prior)| score * DEPENDENCE + prior.ln()).collect();
        let best = (0..COUNT).max_by(|a, b| weighed[*a].total_cmp(&weighed[*b])).unwrap_or(OTHER);
        let all: f32 = weighed.iter().map(|one| (one - weighed[best]).exp()).sum();
        // One word alone is too little to be sure of, whatever it is.
        let enough = 1.0 - 0.4_f32.powf(self.telling);
        let sure = (1.0 / all) * enough;
        (WORDS[best].0, if self.is_mixed(best) { sure.min(0.75) } else { sure })
    }

    /// Whether a second language has a good part of the words that the best has not.
    fn is_mixed(&self, best: usize) -> bool {
        (0..OTHER).filter(|other| *other != best).any(|other| {
            let (ours, theirs) = (self.only[best][other], self.only[other][best]);
            theirs >= 2.0 && theirs * 3.0 > ours
        })
    }
}

/// How much less likely each language makes a letter, as logarithms.
fn of_letter(c: char) -> [f32; COUNT] {
    const HARDLY: f32 = -3.0;
    match c {
        'æ' => [0.0, 0.0, 0.0, HARDLY, HARDLY, HARDLY, -2.5],
        'ø' => [0.0, 0.0, 0.0, HARDLY, HARDLY, HARDLY, -3.0],
        'å' => [0.0, 0.0, 0.0, 0.0, HARDLY, -2.0, -2.5],
        'ä' | 'ö' => [HARDLY, HARDLY, HARDLY, 0.0, HARDLY, HARDLY, -0.7],
        'č' | 'š' | 'ž' => [HARDLY, HARDLY, HARDLY, HARDLY, HARDLY, 0.0, -0.7],
        'đ' | 'ŋ' | 'ŧ' => [HARDLY, HARDLY, HARDLY, HARDLY, HARDLY, 0.0, -1.5],
        'á' => [-2.0, -2.0, -2.0, -2.0, HARDLY, 0.0, -0.7],
        'é' | 'ò' | 'ô' | 'è' => [-0.5, -0.5, -0.5, -0.5, -1.5, -2.0, 0.0],
        c if c.is_ascii() || !c.is_alphabetic() => [0.0; COUNT],
        c if u32::from(c) > 0x24f => [-5.0, -5.0, -5.0, -5.0, -5.0, -5.0, 0.0],
        _ => [HARDLY, HARDLY, HARDLY, HARDLY, HARDLY, -2.0, 0.0],
    }
}

#[cfg(test)]
mod tests;
