//! Names of people (personnavn): words with a capital, what is known of them, and what is said around them.
//!
//! A full name with a known given name or a known family name is probable, and so is a lone name that is known, has been
//! mentioned in full before, or stands beside an office or a verb that only people have. A run of unknown words with a capital
//! that looks like a name is possible. No name is certain: "Bjørn" and "Stein" are bears and stones too.

mod family;
mod given;
mod lexicon;
mod place;
mod plain;
mod run;

use super::{Candidate, Confidence, Kind};
use lexicon::Sorts;
use run::{Around, Form, Run, Word};
use std::collections::HashSet;

/// Words that are no part of a person's name.
const OTHERS: Sorts = Sorts::BODY.or(Sorts::THING).or(Sorts::PLACE);
const NAMES: Sorts = Sorts::GIVEN.or(Sorts::FAMILY);

/// Whether a word is the name of a place that may well be written with a number behind it.
pub(super) fn is_place(word: &str) -> bool {
    lexicon::known(word).is(Sorts::PLACE)
}

/// What roads and waters end with, in their definite forms, and hardly a family's name: "Storgata", "Fjordvegen". Not "-dalen" and
/// "-stranda": many families are called so, and who is in doubt is hidden.
const ENDS: [&str; 11] =
    ["vegen", "veien", "gata", "gaten", "allmenningen", "allmenninga", "fjorden", "bukta", "bukten", "brua", "broen"];

/// Whether a word is the name of a place, and of nobody: "Bergens", "Storgata", but neither "Lund" nor "Strand".
pub(crate) fn is_place_alone(word: &str) -> bool {
    let is_place = |word: &str| {
        let ends = |end: &&str| word.len() > end.len() && word.ends_with(*end);
        lexicon::known(word).is(Sorts::PLACE) || ENDS.iter().any(ends)
    };
    let bare = word.strip_suffix('s').unwrap_or(word);
    let is_somebody = [word, bare].iter().any(|word| lexicon::known(word).is(NAMES));
    !is_somebody && (is_place(word) || is_place(bare))
}

/// Finds names in one text, and remembers the family names of those mentioned in full.
#[derive(Debug, Default)]
pub(super) struct Names<'t> {
    mentioned: HashSet<&'t str>,
}

impl<'t> Names<'t> {
    /// The name in the run of capitals that begins at byte `start`, if there is one; and where the run ends.
    pub(super) fn at(&mut self, text: &'t str, start: usize) -> (Option<Candidate>, usize) {
        let run = Run::read(text, start);
        let Some(end) = run.words().last().map(|word| word.end) else { return (None, start) };
        let words = stripped(text, run.words());
        let found = self.judge(text, words, words.len() < run.words().len());
        (found, end)
    }

    fn judge(&mut self, text: &'t str, words: &[Word], led: bool) -> Option<Candidate> {
        let (first, last) = (words.first()?, words.last()?);
        let mut around = Around::of(text, &(first.start..last.end));
        around.begins &= !led;
        // "Wessels gate" and "Lillevik skole" are named after people at most.
        if around.behind.is(Sorts::BODY) && (words.len() == 1 || last.of(text).ends_with('s')) {
            return None;
        }
        let words = within(words, &around)?;
        let (first, last) = (words.first()?, words.last()?);
        let bytes = first.start..last.end;
        let confidence = match words {
            [only] => self.lone(text, only, &around).then_some(Confidence::Probable),
            _ => several(text, words, &around),
        }?;
        if words.len() > 1 && confidence == Confidence::Probable {
            self.mentioned.insert(last.of(text).trim_end_matches('s'));
        }
        Some(Candidate { kind: Kind::Name, bytes, confidence })
    }

    /// Whether a word alone is somebody's name.
    fn lone(&self, text: &str, word: &Word, around: &Around) -> bool {
        let written = word.of(text);
        if word.form != Form::Name || written.chars().count() < 2 {
            return false;
        }
        // "Riksarkivet opplyser" is a body; only an office before it makes a person of such a word.
        let common = is_definite(written) || around.begins && is_noun_like(written);
        let told = is_told(around) && (word.sorts.is(NAMES) || around.before.is(Sorts::TITLE) || !common);
        let at_place = around.before.is(Sorts::WHERE);
        let somewhere = at_place || around.before.is(Sorts::FROM);
        if word.sorts.is(OTHERS.or(Sorts::PLAIN)) {
            return word.sorts.is(NAMES) && told && !somewhere && !word.sorts.is(Sorts::PLAIN);
        }
        if self.mentioned.contains(written.trim_end_matches('s')) || told {
            return !somewhere || word.sorts.is(NAMES);
        }
        match (word.sorts.is(Sorts::GIVEN), word.sorts.is(Sorts::FAMILY)) {
            (true, _) => !around.begins || !word.sorts.is(Sorts::ALSO_WORD),
            (_, true) => !at_place && !(around.begins && (is_noun_like(written) || word.sorts.is(Sorts::ALSO_WORD))),
            _ => is_patronymic(written, around.begins),
        }
    }
}

/// Without the ordinary words and the offices that a run begins with, and the ordinary words it ends with.
fn stripped<'w>(text: &str, words: &'w [Word]) -> &'w [Word] {
    let leads = |word: &Word| {
        let given = word.sorts.is(Sorts::GIVEN) && !word.sorts.is(Sorts::TITLE);
        word.sorts.is(Sorts::PLAIN.or(Sorts::TITLE)) && !given || word.form == Form::Particle || word.form == Form::Noun
    };
    let start = words.iter().take_while(|word| leads(word)).count();
    let words = &words[start..];
    let ends = |word: &Word| {
        word.sorts.is(Sorts::PLAIN) && !word.sorts.is(NAMES.or(Sorts::BODY))
            || word.form == Form::Initial
            || word.of(text).is_empty()
    };
    let end = words.iter().rposition(|word| !ends(word)).map_or(0, |last| last + 1);
    &words[..end]
}

/// The part of a run that may be a person: what follows the last word for a body or a place, if a given name does.
fn within<'w>(words: &'w [Word], around: &Around) -> Option<&'w [Word]> {
    let is_other = |(at, word): (usize, &Word)| {
        let after_given = words[..at].iter().any(|word| word.sorts.is(Sorts::GIVEN));
        let borne = (after_given || at > 0 && word.sorts.is(Sorts::FAMILY))
            && word.sorts.is(Sorts::FAMILY.or(Sorts::PLACE))
            && !word.sorts.is(Sorts::BODY);
        let lone = words.len() == 1;
        let given = word.sorts.is(Sorts::GIVEN) && at + 1 < words.len();
        let shouted = word.form == Form::Shouted && !word.sorts.is(NAMES);
        (word.sorts.is(OTHERS) && !borne && !lone && !given) || word.form == Form::Noun || shouted
    };
    let Some(other) = words.iter().enumerate().filter(|one| is_other(*one)).map(|(at, _)| at).next_back() else {
        return Some(words);
    };
    let rest = &words[other + 1..];
    let named = rest.first().is_some_and(|word| word.sorts.is(Sorts::GIVEN)) && (rest.len() > 1 || is_told(around));
    named.then_some(rest)
}

/// Several words: how sure that they are one person.
fn several(text: &str, words: &[Word], around: &Around) -> Option<Confidence> {
    let (first, last) = (words.first()?, words.last()?);
    let shouted = words.iter().any(|word| word.form == Form::Shouted);
    let given = words[..words.len() - 1].iter().any(|word| word.sorts.is(Sorts::GIVEN));
    let family = last.sorts.is(Sorts::FAMILY) || is_family(last.of(text));
    if given && !(around.begins && first.sorts.is(Sorts::ALSO_WORD) && !family && words.len() == 2) {
        return Some(Confidence::Probable);
    }
    if shouted || words.iter().all(|word| word.form == Form::Initial) {
        return None;
    }
    let known = family || last.sorts.is(Sorts::GIVEN) || is_told(around);
    let opened = around.begins && is_definite(first.of(text)) && !around.bracketed;
    match (known, opened) {
        (true, false) => Some(Confidence::Probable),
        _ => Some(Confidence::Possible),
    }
}

/// Beside an office, a trade, a word for kin or a verb of saying; or with an age behind.
fn is_told(around: &Around) -> bool {
    around.before.is(Sorts::TITLE.or(Sorts::SAYING)) || around.behind.is(Sorts::SAYING) || around.bracketed
}

/// A common noun at the beginning of a sentence: in the definite form, or in the plural.
fn is_noun_like(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let ends = ["en", "et", "a", "ne", "er", "ar", "ing", "else", "het", "dom", "skap"];
    ends.iter().any(|end| word.ends_with(end) || bare.ends_with(end))
}

/// A common noun in the definite form.
fn is_definite(word: &str) -> bool {
    ["en", "et", "a", "ne"].iter().any(|end| word.ends_with(end)) && !lexicon::known(word).is(NAMES)
}

/// Whether a family name by its ending, with the word before it.
fn is_family(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let ends =
        |ending: &&&str| [word, bare].iter().any(|word| word.len() > ending.len() + 1 && word.ends_with(**ending));
    family::ENDINGS.iter().chain(&family::FARMS).any(|ending| ends(&ending))
}

/// Whether a lone word is a family name by its ending; at the beginning of a sentence it must be made of a given name, since
/// "Prosessen" and "Konferansen" are none.
fn is_patronymic(word: &str, begins: bool) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let stem = |word: &str| {
        ["sen", "son", "en", "ssen"]
            .iter()
            .filter_map(|end| word.strip_suffix(end).map(str::to_owned))
            .any(|stem| lexicon::known(&stem).is(Sorts::GIVEN))
    };
    let long = |word: &str| {
        word.len() > 5
            && !word.ends_with("elsen")
            && ["sen", "sson", "son", "dotter", "rud", "seth", "gaard"].iter().any(|end| word.ends_with(end))
    };
    [word, bare]
        .iter()
        .any(|word| if begins { (word.ends_with("sen") || word.ends_with("son")) && stem(word) } else { long(word) })
}

#[cfg(test)]
mod tests {
    use super::super::{Kind::Name, tests::texts};

    #[test]
    fn only_what_is_a_place_and_nobody_is_a_place_alone() {
        for (word, alone) in [
            ("Bergens", true),
            ("Drammensveien", true),
            ("Kvernfjorden", true),
            ("Lund", false),
            ("Skogdalen", false),
            ("Røstranden", false),
            ("Haug", false),
        ] {
            assert_eq!(super::is_place_alone(word), alone, "{word}");
        }
    }

    #[test]
    fn people_are_told_from_bodies_and_places() {
        for (text, names) in [
            ("Vi snakket med Per Haug i går.", vec!["Per Haug"]),
            ("Saken til Anne-Mette von Berg er ferdig.", vec!["Anne-Mette von Berg"]),
            ("Fjordvik kommune svarer.", vec![]),
            ("Olav Duuns Skole er stengt.", vec![]),
            ("Per sier hei.", vec!["Per"]),
            ("Naboen Zaid Ottersen klager.", vec!["Zaid Ottersen"]),
            ("Hilsen Nguyen Thi Hoa", vec!["Nguyen Thi Hoa"]),
            (
                "Ta kontakt med Agnieszka Kowalska eller Mohamed Abdi Warsame.",
                vec!["Agnieszka Kowalska", "Mohamed Abdi Warsame"],
            ),
            ("Møtet er i Kristiansund i Mars.", vec![]),
            ("Prosessen tar tid. Konferansen er i Oslo.", vec![]),
            ("Thomassen er på vei.", vec!["Thomassen"]),
            ("Vi sendte brevet til Berntsens advokat.", vec!["Berntsens"]),
            ("Vi møtte Kari Wiltersen. Wiltersen var blid.", vec!["Kari Wiltersen", "Wiltersen"]),
            ("Det sier rektor Zabriskov.", vec!["Zabriskov"]),
            ("Hun heter Yordanka.", vec!["Yordanka"]),
            ("Ifølge Aftenposten Espen Moe er det slik.", vec!["Espen Moe"]),
            ("Dag for dag. Even og Liv kom.", vec!["Liv"]),
            ("KARI NORDMANN\nBYGGESAK", vec!["KARI NORDMANN"]),
            ("Med Vennlig Hilsen", vec![]),
            ("Byggesak og Servicetorget svarer.", vec![]),
            ("Det opplyser Riksarkivet.", vec![]),
            ("Obama-besøket og SV-leder", vec![]),
        ] {
            assert_eq!(texts(text, Name), names, "{text}");
        }
    }
}
