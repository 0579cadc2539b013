//! Earlier answers: their words bear a sentence, what they counted or promised then bears nothing.

use super::{LETTER, PER, TODAY, draft, mail, source};
use crate::{
    check::{CHECKS, Ground, Look, look},
    evidence::{Evidence, Item, Origin, Source},
    rule::Rules,
};
use jiff::civil::date;
use vocabulary::{Code, Language};

fn codes(marked: &str) -> Vec<Code> {
    let answer = "Du kan kompostere matavfall hjemme i en tett beholder. Avgiften blir kr 650 lavere, og vi svarer innen 14 dager.";
    let answer = Source {
        title: "Tidligere svar, 2025/88-2: Svar om kompost og gjerde".into(),
        date: Some(date(2025, 5, 20)),
        ..source(Origin::Answer, "", answer)
    };
    let fence = Source {
        title: "Tidligere svar, 2025/90-2: Svar om brygge".into(),
        ..source(Origin::Answer, "", "Du kan ha en brygge på egen tomt.")
    };
    let fees = source(Origin::Fee, "Gebyr for avfall", "Med kompost er avgiften kr 800 lavere.");
    let rule =
        Source { valid_from: Some(date(2026, 1, 1)), ..source(Origin::Article, "Brygge", "Brygge må du søke om.") };
    let sources = [answer, fence, fees, rule];
    let items = (1..).zip(sources).map(|(number, source)| Item { number, source }).collect();
    let (evidence, rules) = (Evidence::restored(items), Rules::shipped("Fjordvik kommune"));
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
    let draft = draft(marked, PER);
    let look = Look::of(&draft, &ground, Some(mail(LETTER)));
    let found = look::ordered(CHECKS.iter().flat_map(|check| (check.run)(&look)).collect());
    let mut codes: Vec<Code> = found.iter().map(|finding| finding.code).collect();
    codes.sort();
    codes
}

#[test]
fn a_value_that_came_along_is_caught_whatever_the_draft_cites() {
    for (marked, wanted) in [
        ("Du kan kompostere matavfall hjemme i en tett beholder [1].", vec![]),
        ("Avgiften blir kr 650 lavere [1].", vec![Code::Fee, Code::Unsupported]),
        ("Med kompost er avgiften kr 650 lavere [1][3].", vec![Code::Fee, Code::Contradicted]),
        ("Med kompost er avgiften kr 800 lavere [1][3].", vec![Code::Fee]),
        ("Vi svarer innen 14 dager [1].", vec![Code::Deadline, Code::Unsupported]),
        ("Du kan ha en brygge på egen tomt [2].", vec![Code::OldSource]),
    ] {
        let mut wanted = wanted;
        wanted.sort();
        assert_eq!(codes(marked), wanted, "{marked}");
    }
}
