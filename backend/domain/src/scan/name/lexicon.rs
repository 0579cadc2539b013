//! What is known of a word (leksikon): whether people, places or bodies are called so, or whether it is an ordinary word.

use super::super::list::{Ends, Quick};
use super::{family, given, place, plain};
use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

/// What a word may be; one may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sorts(u16);

impl Sorts {
    pub(super) const GIVEN: Self = Self(1);
    pub(super) const FAMILY: Self = Self(2);
    pub(super) const PLACE: Self = Self(4);
    /// A body, a medium, a thing.
    pub(super) const THING: Self = Self(8);
    /// A word that makes a body or a place of its neighbours.
    pub(super) const BODY: Self = Self(16);
    pub(super) const PLAIN: Self = Self(32);
    pub(super) const TITLE: Self = Self(64);
    pub(super) const SAYING: Self = Self(128);
    pub(super) const WHERE: Self = Self(256);
    /// A given name that begins sentences as another word.
    pub(super) const ALSO_WORD: Self = Self(512);
    pub(super) const FROM: Self = Self(1024);

    /// Whether it is any of these.
    pub(super) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

type Table = HashMap<String, Sorts, BuildHasherDefault<Quick>>;

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let names = [
        (Sorts::GIVEN, given::NORDIC),
        (Sorts::GIVEN, given::WORLD),
        (Sorts::ALSO_WORD, given::ALSO_WORDS),
        (Sorts::FAMILY, family::FAMILY),
        (Sorts::FAMILY, family::WORLD),
        (Sorts::PLACE, place::PLACES),
        (Sorts::THING, place::THINGS),
    ];
    let words = [
        (Sorts::BODY, place::BODIES),
        (Sorts::PLAIN, plain::PLAIN),
        (Sorts::TITLE, plain::TITLES),
        (Sorts::SAYING, plain::SAYING),
        (Sorts::WHERE, plain::WHERE),
        (Sorts::FROM, plain::FROM),
    ];
    for (sort, list) in names.into_iter().chain(words) {
        list.split_whitespace().for_each(|word| add(&mut table, word.to_owned(), sort));
    }
    for (sort, list) in words {
        list.split_whitespace().for_each(|word| add(&mut table, capitalised(word), sort));
    }
    table
});

/// Words that make a compound what they are.
const HEADS: Sorts = Sorts::TITLE.or(Sorts::BODY);

static ENDS: LazyLock<Ends> = LazyLock::new(|| {
    let heads = WORDS.iter().filter(|(_, sorts)| sorts.is(HEADS));
    Ends::of(heads.map(|(word, _)| word.as_str()))
});

fn add(table: &mut Table, word: String, sort: Sorts) {
    let known = table.entry(word).or_default();
    *known = known.or(sort);
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What is known of a word as it is written.
pub(super) fn known(word: &str) -> Sorts {
    WORDS.get(word).copied().unwrap_or_default()
}

/// The same of a word with a capital: without the ending of the genitive, and of double names by their first part.
pub(super) fn named(word: &str) -> Sorts {
    let whole = known(word);
    if whole != Sorts::default() {
        return whole;
    }
    let bare = known(word.strip_suffix('s').or_else(|| word.strip_suffix(['\'', '’'])).unwrap_or(word));
    let names = Sorts::GIVEN.or(Sorts::FAMILY).or(Sorts::PLACE).or(Sorts::THING);
    match word.split_once('-') {
        _ if bare.is(names) => bare,
        Some((first, second)) if second.starts_with(char::is_uppercase) => {
            known(first).or(known(second)).without(Sorts::ALSO_WORD)
        }
        _ => ending(word),
    }
}

/// A compound is what its last part is: "Storgata", "Lysøysund barneskole", "utenriksminister".
fn ending(word: &str) -> Sorts {
    if !ENDS.may_end(word) {
        return Sorts::default();
    }
    let ends = word.char_indices().skip(3).map(|(at, _)| &word[at..]);
    ends.filter(|end| (4..=16).contains(&end.len())).map(known).find(|sorts| sorts.is(HEADS)).unwrap_or_default()
}

/// What is known of a word in small letters, of compounds by their last part.
pub(super) fn word(word: &str) -> Sorts {
    let whole = known(word);
    if whole == Sorts::default() { ending(word) } else { whole }
}
