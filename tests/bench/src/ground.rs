//! How fast a draft is held against its evidence, and a claim against a long source.

use crate::{median, say};
use domain::{
    check::{self, Ground, support},
    draft::{Draft, Frame},
    evidence::{Evidence, Item, Origin, Source},
    rule::Rules,
};
use vocabulary::{Language, Outcome};

/// A paragraph of a fee article.
const TEXT: &str = "Gebyret for tilbygg inntil 50 m² er kr 12 500, og for garasje inntil 70 m² kr 8 400. Naboene har to uker på seg til å komme \
     med merknader. Fristen er 1. mars 2026. Du må ikke sende tegninger på e-post.\n";

/// Sentences of a letter, right and wrong, cited and not.
const LETTER: &str = "Gebyret for tilbygg inntil 50 m² er kr 12 500 [1]. Gebyret for garasje er kr 12 500 [2]. Naboene har tre uker på seg [3]. \
     Du må sende tegninger på e-post. Fristen er første mars 2026 [4]. Kommunen svarer innen én måned.\n";

/// Prints the figures.
pub(crate) fn run() {
    let source = TEXT.repeat(400);
    let today = jiff::civil::date(2026, 11, 23);
    say("claim", source.len(), median(|| drop(support::bearing("Gebyret for garasje er kr 9 000.", &source, today))));
    for (paragraphs, lines) in [(4, 4), (8, 8), (16, 16), (32, 32)] {
        let (evidence, rules) = (evidence(&TEXT.repeat(paragraphs)), Rules::shipped("Fjordvik kommune"));
        let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today, words: Language::Nb };
        let letter = LETTER.repeat(lines);
        let checked = || Draft::parse(&letter, frame()).map(|draft| check::run(draft, &ground));
        say("check", letter.len() + 8 * paragraphs * TEXT.len(), median(|| drop(checked())));
    }
    // A draft has its limit; what somebody pasted has none.
    for paragraphs in [16, 32, 64, 128, 256] {
        let (evidence, rules) = (evidence(&TEXT.repeat(paragraphs)), Rules::shipped("Fjordvik kommune"));
        let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today, words: Language::Nb };
        let letter = LETTER.repeat(paragraphs).replace(['[', ']'], "");
        let whole = letter.len() + 8 * paragraphs * TEXT.len();
        say("pasted", whole, median(|| drop(check::text_findings(&letter, &ground))));
    }
}

fn frame() -> Frame {
    Frame { language: Language::Nb, outcome: Outcome::Ready, footer: String::new(), recipients: Vec::new() }
}

/// Eight articles with the same text.
fn evidence(text: &str) -> Evidence {
    let source = |number: u16| {
        Source::open(Origin::Article, &format!("artikkel-{number}"), &format!("Byggesak, del {number}"), text)
    };
    Evidence::restored((1..=8).map(|number| Item { number, source: source(number) }).collect())
}
