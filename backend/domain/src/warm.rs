//! Warming up (oppvarming): every pattern is compiled before the first mail comes, so that no caseworker waits for it.

use crate::{
    check::{self, CHECKS, Example, Ground},
    dossier::purpose,
    draft::{
        Brief, Draft, Frame,
        brief::{Excerpt, Purpose},
        compose,
    },
    evidence::{Evidence, Item, Origin, Source},
    rule::Rules,
    thread::{Message, Thread},
};
use jiff::civil::Date;
use vocabulary::{Language, Outcome, Tone};

/// What citizens ask, in words that make the writer look at everything it knows.
const MAIL: &str =
    "Hei!\nHva er status, og når får jeg svar? Hva koster det? Når har dere åpent julaften?\n\nHilsen Per Haug";

/// Takes the whole line once over the examples of the checks. Worth a few hundred milliseconds at start, in the background; it
/// keeps nothing, and may run as often as one likes.
pub fn warm() {
    let today = Date::constant(2026, 1, 1);
    let mut mail = MAIL.to_owned();
    let mut marked = String::new();
    for check in CHECKS {
        for example in [check.flagged, check.fine] {
            let (text, words) = match example {
                Example::Mail(words) => (&mut mail, words),
                Example::Draft(words) => (&mut marked, words),
                Example::Recipient(_) => continue,
            };
            text.push('\n');
            text.push_str(words);
        }
    }
    let message = Message { text: mail, ..Message::default() };
    let Ok(thread) = Thread::new(vec![message], None, today) else { return };
    let evidence = Evidence::restored(vec![Item { number: 1, source: source(&marked) }]);
    let _ = purpose::purpose(&thread);
    let _ = compose::compose(&brief(&thread, &evidence, today));
    let frame =
        Frame { language: Language::Nb, outcome: Outcome::Ready, footer: String::new(), recipients: Vec::new() };
    let Ok(draft) = Draft::parse(&marked, frame) else { return };
    let rules = Rules::shipped("");
    let ground = Ground { thread: Some(&thread), evidence: &evidence, rules: &rules, today, words: Language::Nb };
    let _ = check::run(draft, &ground);
}

fn source(text: &str) -> Source {
    Source::open(Origin::Article, "", "Åpningstider", text)
}

fn brief(thread: &Thread, evidence: &Evidence, today: Date) -> Brief {
    let excerpt = |item: &Item| Excerpt {
        number: item.number,
        origin: item.source.origin,
        title: item.source.title.clone(),
        date: None,
        valid_from: None,
        text: item.source.text.clone(),
        tellable: true,
    };
    Brief {
        purpose: Purpose::Answer,
        language: Language::Nb,
        tone: Tone::Explaining,
        name: None,
        signature: (String::new(), String::new()),
        subject: String::new(),
        mail: MAIL.to_owned(),
        questions: thread.questions().to_vec(),
        evidence: evidence.items().iter().map(excerpt).collect(),
        received: Some(today),
        case: None,
        today,
    }
}

#[cfg(test)]
mod tests {
    use super::warm;

    #[test]
    fn warming_up_twice_is_no_harm() {
        warm();
        let again = std::time::Instant::now();
        warm();
        assert!(again.elapsed().as_secs() < 5);
    }
}
