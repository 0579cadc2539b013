//! One claim against one source (dekningsprøve), for the command line: no numbers, no thread, only the two texts.

use super::{
    Bearing,
    known::{content, plain, same},
};
use crate::{
    evidence::word,
    scan::pattern::Pattern,
    value::{self, Kind, Strength},
};
use jiff::civil::Date;
use std::collections::HashSet;
use vocabulary::{Span, span::Scalars};

/// Anything that looks like a fact: words with a capital or a figure in them.
static FACT: Pattern = Pattern::new(r"[\p{L}\p{N}][\p{L}\p{N}'’./-]*");

/// See [`super::support::bearing`].
pub(super) fn of(claim: &str, source: &str, today: Date) -> (Bearing, f32, Vec<Span>) {
    let there = Source::read(source, today);
    let scalars = Scalars::new(claim);
    let mut missing: Vec<Span> = value::find(claim, today)
        .into_iter()
        .filter(|value| !(there.says(value) || value.kind == Kind::Number && value.strength == Strength::Weak))
        .map(|value| value.span)
        .collect();
    for found in FACT.find_iter(claim) {
        let span = scalars.span(found.range());
        if is_fact(found.as_str()) && !there.has(found.as_str()) && !missing.iter().any(|other| other.overlaps(span)) {
            missing.push(span);
        }
    }
    missing.sort();
    let stems = content(claim);
    let shared = word::shared(&stems, &there.stems) as f32 / (stems.len().max(1)) as f32;
    let score = if missing.is_empty() { 0.5 + shared / 2.0 } else { shared / 2.5 };
    let bearing = if missing.is_empty() && (stems.is_empty() || shared >= 0.5) {
        Bearing::Supported
    } else {
        Bearing::Unsupported
    };
    (bearing, if bearing == Bearing::Supported { score.max(0.5) } else { score.min(0.49) }, missing)
}

struct Source {
    words: HashSet<String>,
    values: Vec<value::Value>,
    text: String,
    stems: Vec<String>,
}

impl Source {
    fn read(source: &str, today: Date) -> Self {
        Self {
            words: FACT.find_iter(source).map(|found| bare(found.as_str())).collect(),
            values: value::find(source, today),
            text: plain(source),
            stems: content(source),
        }
    }

    fn says(&self, wanted: &value::Value) -> bool {
        self.values.iter().any(|there| same(wanted, there)) || self.text.contains(&plain(&wanted.text))
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&bare(word))
    }
}

/// Lower case without the genitive and what hangs on.
fn bare(word: &str) -> String {
    let word = word.to_lowercase();
    let word = word.trim_end_matches(['.', ',', '/', '-', '\'', '’']);
    word.strip_suffix('s').filter(|rest| rest.chars().count() > 3).unwrap_or(word).to_owned()
}

fn is_fact(word: &str) -> bool {
    word.chars().any(char::is_uppercase) || word.chars().any(|c| c.is_ascii_digit())
}
