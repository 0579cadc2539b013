//! What confirmed mails taught (lært): how many mails of each label had a word, as counts of fingerprints, never text.

use super::{Confirmed, Label};
use crate::{
    evidence::word::{stem, stemmed},
    thread::Thread,
    value::Kind,
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::LazyLock,
};

/// Confirmed mails before a likeness is believed.
const ENOUGH: u32 = 40;
/// …and of a label before it is likely.
const ENOUGH_OF_LABEL: f32 = 3.0;
/// Features of one mail that are learned from; a longer mail is a report.
const FEATURES: usize = 400;
/// The most that a likeness weighs against the rules.
const MOST: f32 = 0.6;

/// Words that tell when: mails of one matter come to share them by chance, and they are no habit's.
const WHEN: &str = "uke veke helg mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag januar februar mars april \
    mai juni juli august september oktober november desember jul julen jula påske påska pinse sommer sumar vinter høst haust morgen morgon \
    kveld formiddag ettermiddag måned månad time minutt week weekend monday tuesday wednesday thursday friday saturday sunday january \
    february march may june july october december christmas easter summer winter autumn spring morning evening month hour";
static STEMS_OF_WHEN: LazyLock<HashSet<String>> = LazyLock::new(|| WHEN.split_whitespace().map(stem).collect());

/// What the rules alone said of a mail, and what a person said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Said {
    /// The rules.
    pub ruled: Label,
    /// The person.
    pub label: Label,
}

/// How many confirmed mails of each kind.
type Counts = BTreeMap<Said, u32>;

/// What a tenant's confirmed mails taught; or so much of it as concerns the words of one mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    all: Counts,
    /// Per fingerprint of a word.
    words: BTreeMap<u32, Counts>,
}

/// The features of one mail: fingerprints of the stems of its words, each with the word as it stands there.
#[derive(Clone, Debug, Default)]
pub struct Features(Vec<(u32, String)>);

/// A label that the words of a mail make likely.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Likely {
    pub(super) label: Label,
    /// 0 to 1, of all labels together.
    pub(super) share: f32,
    /// The words that spoke most for it.
    pub(super) words: Vec<String>,
}

/// A word, and what people said of the mails with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Habit<'a> {
    pub(super) label: &'a Label,
    pub(super) word: &'a str,
    /// Whether it is what the rules say.
    pub(super) agrees: bool,
    /// Mails with the word of which the rules said what they say now, and people this.
    pub(super) here: u32,
    /// Mails with the word of which people said this against the rules, whatever those said.
    pub(super) corrected: u32,
    /// The same with any word.
    pub(super) corrected_in_all: u32,
    /// Mails with the word that are this.
    pub(super) so: u32,
    /// All confirmed mails with the word.
    pub(super) of: u32,
}

impl Features {
    /// The features of the answered mail: of its subject and own words, but for what tells of a person (names, addresses, all with a
    /// figure in it) and for what tells when.
    #[must_use]
    pub fn of(thread: &Thread) -> Self {
        let answered = thread.answered();
        let people = people(thread);
        let tells = |stem: &str, word: &str| {
            !people.contains(word) && !stem.contains(char::is_numeric) && !STEMS_OF_WHEN.contains(stem)
        };
        let words = stemmed(&format!("{}\n{}", answered.message.subject, answered.visible)).into_iter();
        let kept = words.filter(|(stem, word)| tells(stem, word)).take(FEATURES);
        let mut seen = HashSet::new();
        let prints = kept.map(|(stem, word)| (fingerprint(&stem), word));
        Self(prints.filter(|(print, _)| seen.insert(*print)).collect())
    }

    /// What is kept of them.
    #[must_use]
    pub fn fingerprints(&self) -> Vec<u32> {
        self.0.iter().map(|(print, _)| *print).collect()
    }
}

/// The words by which people are named in the mail.
fn people(thread: &Thread) -> HashSet<String> {
    let personal = |kind| matches!(kind, Kind::Name | Kind::Email | Kind::Address | Kind::PostalCode);
    let named = thread.values().iter().filter(|value| personal(value.kind)).map(|value| value.text.as_str());
    let from = &thread.answered().message.from;
    let sender = [from.name.as_deref().unwrap_or_default(), from.address.as_str()];
    let words = named.chain(sender).flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.map(str::to_lowercase).collect()
}

impl Learned {
    /// Learns one confirmed mail.
    pub fn add(&mut self, confirmed: &Confirmed) {
        self.moved(confirmed, |count| count + 1);
    }

    /// Takes one back that was learned before.
    pub fn remove(&mut self, confirmed: &Confirmed) {
        self.moved(confirmed, |count| count.saturating_sub(1));
        let forget = |counts: &mut Counts| counts.retain(|_, count| *count > 0);
        forget(&mut self.all);
        self.words.values_mut().for_each(forget);
        self.words.retain(|_, counts| !counts.is_empty());
    }

    fn moved(&mut self, Confirmed { said, features }: &Confirmed, step: fn(u32) -> u32) {
        let move_one = |counts: &mut Counts| {
            let count = counts.entry(said.clone()).or_default();
            *count = step(*count);
        };
        move_one(&mut self.all);
        features.iter().for_each(|feature| move_one(self.words.entry(*feature).or_default()));
    }

    /// Puts a count where it was kept: of all mails, or of those with a word.
    pub fn put(&mut self, word: Option<u32>, said: Said, count: u32) {
        match word {
            Some(word) => self.words.entry(word).or_default().insert(said, count),
            None => self.all.insert(said, count),
        };
    }

    /// So much of it as concerns these words.
    #[must_use]
    pub fn about(&self, features: &[u32]) -> Self {
        let words = features.iter().filter_map(|feature| Some((*feature, self.words.get(feature)?.clone())));
        Self { all: self.all.clone(), words: words.collect() }
    }

    /// How many confirmed mails it has seen.
    #[must_use]
    pub fn mails(&self) -> u32 {
        self.all.values().sum()
    }

    /// How many mails that was said of.
    pub(super) fn times(&self, said: &Said) -> u32 {
        self.all.get(said).copied().unwrap_or_default()
    }

    /// How much a likeness weighs against the rules: nothing before it has seen enough, then slowly more.
    #[must_use]
    pub fn weight(&self) -> f32 {
        let seen = self.mails();
        if seen < ENOUGH { 0.0 } else { MOST * seen as f32 / (seen as f32 + 100.0) }
    }

    /// Every word of the mail with everything that people said where the rules said what they say now.
    pub(super) fn habits<'a>(&'a self, features: &'a Features, ruled: &'a Label) -> impl Iterator<Item = Habit<'a>> {
        let rows = features.0.iter().filter_map(|(print, word)| Some((self.words.get(print)?, word.as_str())));
        rows.flat_map(move |(counts, word)| {
            let now = counts.iter().filter(move |(said, _)| said.ruled == *ruled);
            now.map(move |(Said { label, .. }, here)| Habit {
                label,
                word,
                agrees: label == ruled,
                here: *here,
                corrected: corrected(counts, label),
                corrected_in_all: corrected(&self.all, label),
                so: sum(counts, |said| said.label == *label),
                of: counts.values().sum(),
            })
        })
    }

    /// How likely each label is, by a naive Bayes: each against all others, smoothed by one mail; the sum is tempered by its length,
    /// because words come together and Bayes counts them as if they did not.
    pub(super) fn likely(&self, features: &Features) -> Vec<Likely> {
        let all = self.mails() as f32;
        let known: Vec<(BTreeMap<&Label, f32>, &String)> = features.0.iter().filter_map(|f| self.known(f)).collect();
        let temper = (known.len().max(1) as f32).sqrt();
        let labels = per_label(&self.all).into_iter().filter(|(_, mails)| *mails >= ENOUGH_OF_LABEL);
        let mut scored: Vec<Likely> = labels
            .map(|(label, own)| {
                let weigh = |row: &BTreeMap<&Label, f32>| {
                    let holding = row.get(label).copied().unwrap_or_default();
                    let elsewhere = row.values().sum::<f32>() - holding;
                    ((holding + 0.5) / (own + 1.0)).ln() - ((elsewhere + 0.5) / (all - own + 1.0)).ln()
                };
                let words: Vec<(f32, &String)> = known.iter().map(|(row, word)| (weigh(row), *word)).collect();
                let sum: f32 = words.iter().map(|(weight, _)| weight).sum();
                Likely { label: label.clone(), share: sum / temper + (own / all).ln(), words: weightiest(words) }
            })
            .collect();
        let highest = scored.iter().map(|likely| likely.share).fold(f32::MIN, f32::max);
        let total: f32 = scored.iter().map(|likely| (likely.share - highest).exp()).sum();
        for likely in &mut scored {
            likely.share = (likely.share - highest).exp() / total;
        }
        scored
    }

    /// What is known of a feature: its mails per label, and the word.
    fn known<'a>(&'a self, (print, word): &'a (u32, String)) -> Option<(BTreeMap<&'a Label, f32>, &'a String)> {
        Some((per_label(self.words.get(print)?), word))
    }
}

/// The mails of which that was said.
fn sum(counts: &Counts, is: impl Fn(&Said) -> bool) -> u32 {
    counts.iter().filter(|(said, _)| is(said)).map(|(_, count)| count).sum()
}

/// The mails of which people said this against the rules.
fn corrected(counts: &Counts, label: &Label) -> u32 {
    sum(counts, |said| said.label == *label && said.ruled != *label)
}

/// Mails per what people said of them.
fn per_label(counts: &Counts) -> BTreeMap<&Label, f32> {
    let mut mails: BTreeMap<&Label, f32> = BTreeMap::new();
    for (said, count) in counts {
        *mails.entry(&said.label).or_default() += *count as f32;
    }
    mails
}

/// The three that spoke most for it.
fn weightiest(mut words: Vec<(f32, &String)>) -> Vec<String> {
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    words.into_iter().filter(|(weight, _)| *weight > 0.0).take(3).map(|(_, word)| word.clone()).collect()
}

/// FNV-1a, 32 bits: the same everywhere and for good.
fn fingerprint(stem: &str) -> u32 {
    stem.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Confirmed, Features, Label, Learned, Said, fingerprint};
    use crate::{
        sort::Class,
        thread::{Address, Message, Thread},
    };
    use jiff::civil::date;

    fn thread(subject: &str, text: &str) -> Thread {
        let from = Address { name: Some("Solveig Bakke".into()), address: "solveig.bakke@example.no".into() };
        let mail = Message { from, subject: subject.into(), text: text.into(), ..Message::default() };
        Thread::new(vec![mail], None, date(2026, 11, 21)).unwrap()
    }

    fn label(class: Class, unit: Option<&str>) -> Label {
        Label::of(class, unit.map(str::to_owned)).unwrap()
    }

    /// A mail of which the rules said nothing but that it is a question, and a person this.
    pub(in crate::sort) fn confirmed((subject, text): (&str, &str), class: Class, unit: Option<&str>) -> Confirmed {
        let said = Said { ruled: label(Class::Question, None), label: label(class, unit) };
        Confirmed { said, features: Features::of(&thread(subject, text)).fingerprints() }
    }

    fn taught(times: u32) -> Learned {
        let mut learned = Learned::default();
        for at in 0..times {
            let market = ("Torgdag", &*format!("Vi vil ha bod nummer {at} på torget."));
            learned.add(&confirmed(market, Class::Forward, Some("kultur")));
            let minutes = ("Møte", &*format!("Referat nummer {at} fra sameiet."));
            learned.add(&confirmed(minutes, Class::Journal, None));
        }
        learned
    }

    #[test]
    fn what_was_seen_often_is_known_again_and_the_words_are_named() {
        let learned = taught(30);
        let asked = Features::of(&thread("", "Kan vi få en bod på torget i år?"));
        let all = learned.likely(&asked);
        let best = all.iter().max_by(|a, b| a.share.total_cmp(&b.share)).unwrap();
        assert_eq!((best.label.class(), best.label.unit()), (Class::Forward, Some("kultur")));
        assert!(best.share > 0.8, "{best:?}");
        assert!(best.words.iter().any(|word| word == "torget"), "{best:?}");
        let (question, journal) = (label(Class::Question, None), label(Class::Journal, None));
        let habit = learned.habits(&asked, &question).find(|habit| habit.word == "bod" && !habit.agrees).unwrap();
        assert_eq!((habit.so, habit.corrected, habit.of), (30, 30, 30));
        assert!(learned.habits(&asked, &journal).next().is_none(), "nobody corrected that");
    }

    #[test]
    fn little_seen_weighs_nothing_and_much_never_all() {
        assert_eq!(taught(10).weight(), 0.0);
        assert!(taught(30).weight() > 0.1);
        assert!(taught(500).weight() < 0.6);
    }

    #[test]
    fn what_is_taken_back_was_never_learned() {
        let wrong = confirmed(("Bod", "Referat fra torget."), Class::Question, None);
        let mut learned = taught(3);
        learned.add(&wrong);
        assert_ne!(learned, taught(3));
        learned.remove(&wrong);
        assert_eq!(learned, taught(3));
        assert_eq!(learned.about(&[]).mails(), 6);
    }

    #[test]
    fn nothing_that_tells_of_a_person_is_learned_and_nothing_can_be_read() {
        let text = "Hei, jeg heter Turid Haugland og bor i Granlia 14, 4999 Fjordvik. Ring 99 88 77 66 eller skriv til \
                    turid.h@example.org. Fødselsnummeret er 13097248022. Containeren er full.\n\nHilsen Solveig";
        let features = Features::of(&thread("Container for Turid Haugland", text));
        let words: Vec<&str> = features.0.iter().map(|(_, word)| word.as_str()).collect();
        for personal in
            ["turid", "haugland", "granlia", "14", "4999", "solveig", "bakke", "example", "13097248022", "99"]
        {
            assert!(!words.contains(&personal), "{personal}: {words:?}");
        }
        assert!(words.contains(&"container"), "{words:?}");
        assert!(features.fingerprints().contains(&fingerprint("contain")), "{words:?}");
        // All there is of it is numbers: there is no field that could hold a word.
        let kept = confirmed(("Container", text), Class::Forward, Some("vva"));
        let shown = format!("{kept:?}").to_lowercase();
        assert!(!words.iter().any(|word| word.len() > 5 && shown.contains(word)), "{shown}");
    }
}
