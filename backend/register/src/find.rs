//! What a person looks for (oppslag): what the words name exactly, then articles and cases by their words, and articles by what they
//! mean.

use crate::{
    Register,
    row::CaseRow,
    search::{CANDIDATES, Hit, Meant, Named, Wish, fused},
};
use domain::port::Failure;
use std::collections::{BTreeSet, HashSet};
use vocabulary::CaseNumber;

/// Words of a search that may name a record exactly.
const NAMED: usize = 64;

impl Register {
    /// The records that a person looks for, at most `k` by their ids, best first: what the words name exactly (a case by its number or
    /// property, an article by its id), then articles and cases by their words. Cases that are restricted are not among them.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn find(&self, words: &str, k: usize) -> Result<Vec<String>, Failure> {
        Ok(self.told(words, k, &self.worded(words, k)?))
    }

    /// The same by words and meaning together; by words alone where the embedder does not answer.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub async fn find_meant(&self, words: &str, k: usize) -> Result<Vec<String>, Failure> {
        let Some(meaning) = &self.meaning else { return self.find(words, k) };
        let Some(meant) = meaning.asked(&[words.to_owned()], &[]).await.pop().flatten() else {
            return self.find(words, k);
        };
        Ok(self.told(words, k, &self.fused(words, &meant)?))
    }

    /// Articles and cases by their words; cases are counted on behind the articles.
    fn worded(&self, words: &str, limit: usize) -> Result<Vec<Hit>, Failure> {
        let wish = Wish { limit, fits: &|_| true };
        let mut hits = self.articles.hits(&*self.lines.articles, words, &wish)?;
        let behind = self.lines.articles.len();
        let cases = self.cases.hits(&self.archive(), words, &wish)?.into_iter();
        hits.extend(cases.map(|hit| Hit { at: behind + hit.at, ..hit }));
        // Scores of two collections are no measure of each other; how much of the question each answers is.
        hits.sort_by(|one, other| other.covered.total_cmp(&one.covered));
        Ok(hits)
    }

    /// The same together with the articles that are near in meaning.
    fn fused(&self, words: &str, meant: &Meant) -> Result<Vec<Hit>, Failure> {
        let wish = Wish { limit: CANDIDATES, fits: &|_| true };
        let near = self.meaning.as_ref().map(|meaning| meaning.nearest(meant, &wish)).unwrap_or_default();
        let mut hits = fused(self.worded(words, CANDIDATES)?, near, meant.is_whole);
        Named::of(words).first(&mut hits, |hit| match self.lines.articles.get(hit.at) {
            Some(article) => article.whole(),
            None => self.id(hit.at),
        });
        Ok(hits)
    }

    /// The id of the one at a place among articles and cases.
    fn id(&self, at: usize) -> String {
        match self.lines.articles.get(at) {
            Some(article) => article.id.clone(),
            None => self.archive().at(at - self.lines.articles.len()).number().to_string(),
        }
    }

    /// The ids of hits, behind those that the words name exactly.
    fn told(&self, words: &str, k: usize, hits: &[Hit]) -> Vec<String> {
        let mut ids = self.named(words);
        for hit in hits {
            let id = self.id(hit.at);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.truncate(k);
        ids
    }

    /// The records that a word names exactly.
    fn named(&self, words: &str) -> Vec<String> {
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let words: Vec<String> =
            words.split_whitespace().take(NAMED).map(plain).filter(|word| !word.is_empty()).collect();
        let numbers = words.iter().filter_map(|word| word.parse::<CaseNumber>().ok());
        let is_open = |number: &CaseNumber| self.row(*number).is_some_and(CaseRow::is_open);
        let mut cases: Vec<CaseNumber> = numbers.filter(is_open).collect();
        cases.sort_unstable();
        let properties = words.iter().filter(|word| word.contains('/'));
        let places = properties.flat_map(|property| self.directory.of_estate(property));
        let mut about: Vec<CaseNumber> = places.map(|at| self.lines.cases[at].number()).filter(is_open).collect();
        about.sort_unstable();
        cases.extend(about);
        let mut seen = HashSet::new();
        let cases = cases.into_iter().filter(|number| seen.insert(*number)).map(|number| number.to_string());
        let is_id = |id: &&String| words.len() == 1 || id.contains(char::is_numeric);
        let places = words.iter().filter_map(|word| self.directory.of_id(word)).collect::<BTreeSet<_>>();
        let articles = places.into_iter().map(|at| &self.lines.articles[at].id).filter(is_id).cloned();
        cases.chain(articles).collect()
    }
}
