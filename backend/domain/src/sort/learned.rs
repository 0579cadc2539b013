//! What confirmed mails taught (lært): counts of features per class, never text; a naive Bayes that can name the words it weighed.

use super::Class;
use crate::evidence::word::stems;
use std::collections::BTreeMap;

/// Confirmed mails before anything learned is mixed in.
const ENOUGH: u32 = 40;
/// …and of a class before it is proposed.
const ENOUGH_OF_CLASS: u32 = 5;
/// Features of one mail that are learned from; a longer mail is a report.
const FEATURES: usize = 400;
/// The most that learning weighs against the rules.
const MOST: f32 = 0.6;

/// Counts of one label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Confirmed mails.
    pub mails: u32,
    /// In how many of them each feature stood.
    pub features: BTreeMap<u32, u32>,
}

/// What a tenant's confirmed mails taught. Features are fingerprints of word stems, so that what is kept cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// Per class.
    pub classes: BTreeMap<Class, Counts>,
    /// Per unit, by its id, of the mails that were forwarded.
    pub units: BTreeMap<String, Counts>,
}

/// The features of one mail, with the word each came from.
#[derive(Clone, Debug, Default)]
pub struct Features(Vec<(u32, String)>);

impl Features {
    /// The features of subject and own words.
    #[must_use]
    pub fn of(subject: &str, visible: &str) -> Self {
        let stems = stems(&format!("{subject}\n{visible}"));
        Self(stems.into_iter().take(FEATURES).map(|stem| (fingerprint(&stem), stem)).collect())
    }
}

impl Learned {
    /// Learns one confirmed mail.
    pub fn add(&mut self, features: &Features, class: Class, unit: Option<&str>) {
        self.classes.entry(class).or_default().add(features);
        if let Some(unit) = unit {
            self.units.entry(unit.to_owned()).or_default().add(features);
        }
    }

    /// Takes over what another one learned; the order does not matter.
    pub fn merge(&mut self, other: &Self) {
        for (class, counts) in &other.classes {
            self.classes.entry(*class).or_default().merge(counts);
        }
        for (unit, counts) in &other.units {
            self.units.entry(unit.clone()).or_default().merge(counts);
        }
    }

    /// How much it weighs against the rules: nothing before it has seen enough, then slowly more.
    #[must_use]
    pub fn weight(&self) -> f32 {
        let seen: u32 = self.classes.values().map(|counts| counts.mails).sum();
        if seen < ENOUGH { 0.0 } else { MOST * seen as f32 / (seen as f32 + 100.0) }
    }

    /// How likely each class is, with the words that spoke most for it.
    #[must_use]
    pub fn classes(&self, features: &Features) -> Vec<(Class, f32, Vec<String>)> {
        judged(&self.classes, features)
    }

    /// How likely each unit is, with the words that spoke most for it.
    #[must_use]
    pub fn units(&self, features: &Features) -> Vec<(String, f32, Vec<String>)> {
        judged(&self.units, features)
    }
}

impl Counts {
    fn add(&mut self, features: &Features) {
        self.mails += 1;
        for (feature, _) in &features.0 {
            *self.features.entry(*feature).or_default() += 1;
        }
    }

    fn merge(&mut self, other: &Self) {
        self.mails += other.mails;
        for (feature, count) in &other.features {
            *self.features.entry(*feature).or_default() += count;
        }
    }

    fn holding(&self, feature: u32) -> f32 {
        self.features.get(&feature).copied().unwrap_or_default() as f32
    }
}

/// Each label against all others, smoothed by one mail; the sum is tempered by its length, because words come together and naive
/// Bayes counts them as if they did not.
fn judged<L: Clone + Ord>(of: &BTreeMap<L, Counts>, features: &Features) -> Vec<(L, f32, Vec<String>)> {
    let all: f32 = of.values().map(|counts| counts.mails as f32).sum();
    let known: Vec<&(u32, String)> =
        features.0.iter().filter(|(feature, _)| of.values().any(|counts| counts.holding(*feature) > 0.0)).collect();
    let temper = (known.len().max(1) as f32).sqrt();
    let mut scored = Vec::new();
    for (label, counts) in of.iter().filter(|(_, counts)| counts.mails >= ENOUGH_OF_CLASS) {
        let (own, rest) = (counts.mails as f32, all - counts.mails as f32);
        let weigh = |feature: u32| {
            let elsewhere: f32 =
                of.values().map(|counts| counts.holding(feature)).sum::<f32>() - counts.holding(feature);
            ((counts.holding(feature) + 0.5) / (own + 1.0)).ln() - ((elsewhere + 0.5) / (rest + 1.0)).ln()
        };
        let mut words: Vec<(f32, &String)> = known.iter().map(|(feature, word)| (weigh(*feature), word)).collect();
        let sum: f32 = words.iter().map(|(weight, _)| weight).sum();
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let words =
            words.into_iter().filter(|(weight, _)| *weight > 0.0).take(3).map(|(_, word)| word.clone()).collect();
        scored.push((label.clone(), sum / temper + (own / all).ln(), words));
    }
    let highest = scored.iter().map(|(_, score, _)| *score).fold(f32::MIN, f32::max);
    let total: f32 = scored.iter().map(|(_, score, _)| (score - highest).exp()).sum();
    scored.into_iter().map(|(label, score, words)| (label, (score - highest).exp() / total, words)).collect()
}

/// FNV-1a, 32 bits: the same everywhere and for good.
fn fingerprint(stem: &str) -> u32 {
    stem.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::{Class, Features, Learned};

    fn taught(times: u32) -> Learned {
        let mut learned = Learned::default();
        for at in 0..times {
            learned.add(
                &Features::of("Torgdag", &format!("Vi vil ha bod nummer {at} på torget.")),
                Class::Forward,
                Some("kultur"),
            );
            learned.add(&Features::of("Møte", &format!("Referat nummer {at} fra sameiet.")), Class::Journal, None);
        }
        learned
    }

    #[test]
    fn what_was_seen_often_is_known_again_and_the_words_are_named() {
        let learned = taught(30);
        let asked = Features::of("", "Kan vi få en bod på torget i år?");
        let classes = learned.classes(&asked);
        let (class, likely, words) = classes.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        assert_eq!(*class, Class::Forward);
        assert!(*likely > 0.8, "{likely}");
        assert!(words.iter().any(|word| word == "torg" || word == "torget"), "{words:?}");
        assert_eq!(learned.units(&asked)[0].0, "kultur");
    }

    #[test]
    fn little_seen_weighs_nothing_and_much_never_all() {
        assert_eq!(taught(10).weight(), 0.0);
        assert!(taught(30).weight() > 0.1);
        assert!(taught(500).weight() < 0.6);
    }

    #[test]
    fn what_two_learned_apart_is_what_one_learned() {
        let (mut one, two) = (taught(10), taught(7));
        one.merge(&two);
        let mut all = taught(10);
        all.merge(&taught(7));
        assert_eq!(one, all);
        assert_eq!(one.classes[&Class::Forward].mails, 17);
    }
}
