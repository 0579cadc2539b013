//! Where cases stand (oppslag): by number, address, property and the words of their titles, so that no question looks through all of them.

use crate::row::{Article, CaseRow};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};
use vocabulary::CaseNumber;

/// A place among the cases.
type Place = u32;

/// The places of cases by what is asked for.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    addresses: HashMap<String, Vec<CaseNumber>>,
    estates: HashMap<String, Vec<Place>>,
    years: BTreeSet<u16>,
    /// Each word of a title once, a line each, and where each line begins.
    words: String,
    starts: Vec<usize>,
    /// For each word the cases in whose titles it stands, by how new they are.
    ranks: Vec<Vec<Place>>,
    /// The cases, the newest first.
    newest: Vec<Place>,
    /// The articles by their ids in lower case.
    ids: HashMap<String, usize>,
}

/// Places as they count in an index; a register of more than four thousand million cases is none.
fn placed<T>(all: &[T]) -> impl Iterator<Item = (Place, &T)> {
    (0..=Place::MAX).zip(all)
}

impl Directory {
    /// Of cases in the order of their numbers.
    pub(crate) fn of(cases: &[CaseRow], articles: &[Article]) -> Self {
        let mut own = Self { years: cases.iter().map(|case| case.number().year).collect(), ..Self::default() };
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let ranks = own.ranked(cases);
        for (at, case) in placed(cases) {
            own.note_people(case);
            for estate in &case.estates {
                let bare = estate.split_once('-').map(|(_, bare)| bare);
                for estate in [Some(estate.as_str()), bare].into_iter().flatten() {
                    own.estates.entry(estate.to_owned()).or_default().push(at);
                }
            }
            for word in case.title().to_lowercase().split_whitespace() {
                let next = own.ranks.len();
                let number = numbers.get(word).copied().unwrap_or(next);
                if number == next {
                    numbers.insert(word.to_owned(), next);
                    own.starts.push(own.words.len());
                    own.words.push_str(word);
                    own.words.push('\n');
                    own.ranks.push(Vec::new());
                }
                let (all, rank) = (&mut own.ranks[number], ranks[at as usize]);
                if all.last() != Some(&rank) {
                    all.push(rank);
                }
            }
        }
        own.newest_first(cases);
        own.ids = articles.iter().enumerate().map(|(at, article)| (article.id.to_lowercase(), at)).collect();
        own
    }

    /// For each case how many are newer.
    fn ranked(&mut self, cases: &[CaseRow]) -> Vec<Place> {
        self.newest = placed(cases).map(|(at, _)| at).collect();
        self.newest.sort_by_key(|at| {
            let case = &cases[*at as usize];
            Reverse((case.opened.map(|day| day.0), case.number()))
        });
        let mut ranks = vec![0; cases.len()];
        for (rank, at) in placed(&self.newest) {
            ranks[*at as usize] = rank;
        }
        ranks
    }

    fn note_people(&mut self, case: &CaseRow) {
        for address in case.addresses() {
            let numbers = self.addresses.entry(address.to_lowercase()).or_default();
            if numbers.last() != Some(&case.number()) {
                numbers.push(case.number());
            }
        }
    }

    fn newest_first(&mut self, cases: &[CaseRow]) {
        let opened = |number: CaseNumber| {
            let at = cases.binary_search_by_key(&number, CaseRow::number).ok()?;
            cases[at].opened.map(|day| day.0)
        };
        for numbers in self.addresses.values_mut() {
            numbers.sort_by_cached_key(|number| Reverse((opened(*number), *number)));
        }
    }

    /// The cases of an address as party or correspondent, the newest first.
    pub(crate) fn of_address(&self, address: &str) -> &[CaseNumber] {
        self.addresses.get(&address.trim().to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The cases about a property.
    pub(crate) fn of_estate(&self, estate: &str) -> impl Iterator<Item = usize> {
        self.estates.get(estate).into_iter().flatten().map(|at| *at as usize)
    }

    /// The article of this id, whatever its capitals.
    pub(crate) fn of_id(&self, id: &str) -> Option<usize> {
        self.ids.get(&id.to_lowercase()).copied()
    }

    /// The numbers that a sequence has in the years there are.
    pub(crate) fn of_sequence(&self, sequence: u32) -> impl Iterator<Item = CaseNumber> {
        self.years.iter().rev().map(move |year| CaseNumber { year: *year, sequence })
    }

    /// The cases in whose titles a word stands, also within a longer one, the newest first.
    pub(crate) fn of_word(&self, word: &str) -> impl Iterator<Item = usize> {
        let mut found: Vec<Place> = Vec::new();
        let mut last = None;
        for (at, _) in self.words.match_indices(word) {
            let line = self.starts.partition_point(|start| *start <= at) - 1;
            if last.replace(line) != Some(line) {
                found.extend(&self.ranks[line]);
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|rank| self.newest[rank as usize] as usize)
    }
}
