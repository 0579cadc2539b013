//! What is looked at grows with the letter and its sources, and no faster: passages, words and values are counted, not seconds.

use super::{PER, TODAY, draft, source};
use crate::{
    check::{Ground, run, text_findings, work},
    evidence::{Evidence, Item, Origin},
    rule::Rules,
};
use vocabulary::Language;

/// A letter and an article of so many paragraphs.
type Written = fn(usize) -> (String, String);

/// Every paragraph says the same: what is right, what is wrong, and what is not cited.
fn repeated(paragraphs: usize) -> (String, String) {
    let letter = "Gebyret for tilbygg er kr 12 500 [1]. Gebyret for garasje er kr 12 500 [1]. Naboene har tre uker på seg [1]. \
        Fristen er 1. mars 2026 [1]. Du må sende tegninger i posten.\n";
    let article = "Gebyret for tilbygg er kr 12 500, og for garasje kr 8 400. Naboene har to uker på seg. Fristen er 2. mars 2026.\n";
    (letter.repeat(paragraphs), article.repeat(paragraphs))
}

/// Every paragraph is about something of its own.
fn various(paragraphs: usize) -> (String, String) {
    let (mut letter, mut article) = (String::new(), String::new());
    for at in 0..paragraphs {
        let (thing, place, other) = (word(3 * at), word(3 * at + 1), word(3 * at + 2));
        article.push_str(&format!("Her er {thing} på {place}: 55 {:06}. Så er det {other}.\n", 100_000 + 7 * at));
        letter.push_str(&format!(
            "Her er {thing} på {place}: 55 {:06} [1]. Så er {other} på {place}.\n",
            100_001 + 7 * at
        ));
    }
    (letter, article)
}

/// A word that is no other one's beginning or end.
fn word(mut at: usize) -> String {
    const SYLLABLES: [&str; 8] = ["bro", "fle", "gri", "hul", "kve", "mos", "nap", "sty"];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(SYLLABLES[at % 8]);
        at /= 8;
    }
    word
}

#[test]
fn twice_the_letter_over_twice_the_source_is_twice_the_work() {
    for (what, written, plain) in [
        ("repeated", repeated as Written, false),
        ("repeated, pasted", repeated, true),
        ("various", various, false),
        ("various, pasted", various, true),
    ] {
        let [one, two, four] = [10, 20, 40].map(|paragraphs| {
            let (letter, article) = written(paragraphs);
            let items = vec![Item { number: 1, source: source(Origin::Article, "Byggesak", &article) }];
            let (evidence, rules) = (Evidence::restored(items), Rules::shipped("Fjordvik kommune"));
            let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
            work::of(|| match plain {
                true => drop(text_findings(&letter, &ground)),
                false => drop(run(draft(&letter, PER), &ground)),
            })
        });
        assert!(one > 10, "{what}: nothing is counted");
        assert!(two * 10 <= one * 22 && four * 10 <= two * 22, "{what}: {one}, {two}, {four}");
    }
}
