//! How fast the register is searched at a million records, and how much memory it holds then.

use register::search::{Document, Documents};
use std::time::{Duration, Instant};

/// Documents of the collection.
const DOCUMENTS: usize = 1_000_000;
/// Words of the language; the first is the most common, as Zipf found.
const WORDS: usize = 200_000;
/// Words of a title and of a text.
const TITLE: usize = 5;
const BODY: usize = 25;
/// Questions that are asked.
const QUESTIONS: usize = 2_000;
/// Hits of each.
const HITS: usize = 10;

/// Prints the figures.
pub(crate) fn run() {
    let count = std::env::args().nth(2).and_then(|count| count.parse().ok()).unwrap_or(DOCUMENTS);
    let mut language = Language::new();
    let start = Instant::now();
    let documents =
        (0..count).map(|at| Document { id: format!("d{at}"), title: language.text(TITLE), text: language.text(BODY) });
    let indexed = match Documents::index(documents.collect::<Vec<_>>()) {
        Ok(indexed) => indexed,
        Err(failure) => return println!("search: {failure}"),
    };
    println!("search: {count} documents generated and indexed in {:.1} s", start.elapsed().as_secs_f64());
    println!("search: resident memory {} MB, at most {} MB while it was built", memory("VmRSS:"), memory("VmHWM:"));
    let drawn: Vec<String> = (0..QUESTIONS).map(|at| language.text(2 + at % 9)).collect();
    let all = |_: usize| true;
    told("questions of 2 to 10 words drawn as the texts are", &indexed, (&drawn, &all));
    let common: Vec<String> = (0..QUESTIONS).map(|at| language.common(1 + at % 12)).collect();
    told("questions of 1 to 12 of the most common words", &indexed, (&common, &all));
    let unknown: Vec<String> = drawn.iter().take(QUESTIONS / 10).map(|text| format!("{text} zxqwvut")).collect();
    told("questions with a word that nobody wrote", &indexed, (&unknown, &all));
    // Cases are searched for answers in closed ones alone; of an archive a part has them.
    told("drawn questions, one document in three fits", &indexed, (&drawn, &|at| at % 3 == 0));
    told("drawn questions, one document in fifty fits", &indexed, (&drawn, &|at| at % 50 == 0));
}

/// Asks each question once.
fn told(what: &str, documents: &Documents, (questions, fits): (&[String], &dyn Fn(usize) -> bool)) {
    let mut found = 0;
    let (mut times, mut own): (Vec<Duration>, Vec<f64>) = (Vec::new(), Vec::new());
    for question in questions {
        let (start, begun) = (Instant::now(), processor());
        found += documents.hits_where(question, HITS, fits).map_or(0, |hits| hits.len());
        own.push(processor() - begun);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    own.sort_unstable_by(f64::total_cmp);
    let place = |part: f64| ((times.len() - 1) as f64 * part) as usize;
    let at = |part: f64| times[place(part)].as_secs_f64() * 1e3;
    println!("search, {what}: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms ({found} hits)", at(0.5), at(0.99), at(1.0));
    let (p50, p99) = (own[place(0.5)], own[place(0.99)]);
    println!(
        "    of the processor: p50 {p50:.2} ms, p99 {p99:.2} ms; where the time is far above that, the machine is shared"
    );
}

/// Milliseconds that this process has had of the processor; 0 where the system does not say.
pub(crate) fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or_default() / 1e6
}

/// Megabytes that the system counts for this process; 0 where it does not say.
pub(crate) fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// Words that are drawn as Zipf's law says: the n-th as often as 1/n.
pub(crate) struct Language {
    words: Vec<String>,
    /// For each word the weight of all up to it.
    weights: Vec<f64>,
    state: u64,
}

impl Language {
    pub(crate) fn new() -> Self {
        let mut sum = 0.0;
        let weigh = |at: usize| {
            sum += 1.0 / (at + 1) as f64;
            sum
        };
        let weights = (0..WORDS).map(weigh).collect();
        let mut own = Self { words: Vec::new(), weights, state: 20_261_121 };
        own.words = (0..WORDS).map(|at| own.word(at)).collect();
        own
    }

    /// Syllables, and the number, so that no word is another one's stem.
    fn word(&mut self, at: usize) -> String {
        const SYLLABLES: [&str; 16] =
            ["ba", "de", "fi", "go", "hu", "ki", "la", "me", "no", "på", "ro", "så", "tu", "ve", "kry", "ster"];
        let mut word: String = (0..2).map(|_| SYLLABLES[(self.next() % 16) as usize]).collect();
        let mut rest = at;
        while rest > 0 {
            word.push_str(SYLLABLES[rest % 16]);
            rest /= 16;
        }
        word
    }

    /// Xorshift: the same numbers on every machine.
    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }

    pub(crate) fn text(&mut self, words: usize) -> String {
        let total = self.weights.last().copied().unwrap_or(1.0);
        let mut text = String::new();
        for _ in 0..words {
            let drawn = (self.next() >> 11) as f64 / (1_u64 << 53) as f64 * total;
            let at = self.weights.partition_point(|weight| *weight < drawn).min(WORDS - 1);
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(&self.words[at]);
        }
        text.shrink_to_fit();
        text
    }

    fn common(&mut self, words: usize) -> String {
        let places: Vec<usize> = (0..words).map(|_| (self.next() % 50) as usize).collect();
        places.into_iter().map(|at| self.words[at].as_str()).collect::<Vec<_>>().join(" ")
    }
}
