//! What a draft came to use (bruk): sources nobody needs are put away, the others numbered in the order the letter uses them.

use super::brief::Part;
use crate::evidence::{Evidence, Item, Origin, word};
use std::{cmp::Reverse, collections::HashSet};

/// How near a source must be to a question to stand beside the draft uncited.
const NEAR: usize = 3;
/// How many such sources a question gets.
const BESIDE: usize = 2;

/// The evidence that a letter of `parts` needs, for somebody who asked `questions` (each with its subject's words): what it cites, the case with its documents and
/// notes and what is like it, and what is nearest to a question. Numbers follow the order of first use, so that the letter reads [1], [2], [3]; the parts
/// cite by them afterwards.
#[must_use]
pub fn used(evidence: &Evidence, questions: &[String], parts: &mut [Part]) -> Evidence {
    let mut order: Vec<u16> = Vec::new();
    for number in parts.iter().flat_map(|part| part.citations.iter().copied()) {
        if evidence.get(number).is_some() && !order.contains(&number) {
            order.push(number);
        }
    }
    let near: HashSet<u16> = questions.iter().flat_map(|question| nearest(evidence, question)).collect();
    let is_needed = |item: &Item| is_of_case(item) || near.contains(&item.number);
    let rest = evidence.items().iter().filter(|item| !order.contains(&item.number) && is_needed(item));
    let rest: Vec<u16> = rest.map(|item| item.number).collect();
    order.extend(rest);
    for part in parts {
        for number in &mut part.citations {
            *number = renumbered(&order, *number);
        }
    }
    let found = order.iter().filter_map(|number| evidence.get(*number));
    Evidence::restored((1..).zip(found).map(|(number, source)| Item { number, source: source.clone() }).collect())
}

/// A number that is no source of ours stays beyond the last one, where the check of citations finds it.
fn renumbered(order: &[u16], number: u16) -> u16 {
    let place = order.iter().position(|old| *old == number).unwrap_or(order.len() + usize::from(number));
    u16::try_from(place + 1).unwrap_or(u16::MAX)
}

fn is_of_case(item: &Item) -> bool {
    matches!(item.source.origin, Origin::Case | Origin::Document | Origin::Note | Origin::Similar)
}

/// The sources that share most words with a question; a word of the title says what the whole source is about.
fn nearest(evidence: &Evidence, question: &str) -> Vec<u16> {
    let asked = word::stems(question);
    let shared = |item: &Item| {
        let title = word::stems(&item.source.title);
        let all: Vec<String> = word::stems(&item.source.text).into_iter().chain(title.iter().cloned()).collect();
        (word::shared(&asked, &all) + 2 * word::shared(&asked, &title), item.number)
    };
    let sources = evidence.items().iter().filter(|item| !is_of_case(item)).map(shared);
    let mut sources: Vec<_> = sources.filter(|(shared, _)| *shared >= NEAR).collect();
    sources.sort_by_key(|(shared, number)| (Reverse(*shared), *number));
    sources.into_iter().take(BESIDE).map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Item, Origin, Part, used};
    use crate::evidence::Source;

    fn item(number: u16, origin: Origin, title: &str, text: &str) -> Item {
        let source = Source::open(origin, title, title, text);
        Item { number, source }
    }

    #[test]
    fn what_no_question_needs_is_put_away_and_the_rest_numbered_by_first_use() {
        let evidence = Evidence::restored(vec![
            item(1, Origin::Case, "Sak", "Saken er under behandling."),
            item(2, Origin::Article, "Åpningstider", "Rådhuset er åpent."),
            item(3, Origin::Article, "Slik søker du om tilbygg", "Tilbygg over 15 m² må du søke om."),
            item(4, Origin::Fee, "Gebyrregulativ", "Tilbygg: kr 12 500."),
        ]);
        let part = |citations: &[u16]| Part { citations: citations.to_vec(), ..Part::default() };
        let mut parts = [part(&[4]), part(&[1, 4]), part(&[]), part(&[9])];
        let kept = used(&evidence, &["Hva koster det å søke om tilbygg?".to_owned()], &mut parts);
        let titles: Vec<_> = kept.items().iter().map(|item| (item.number, item.source.title.as_str())).collect();
        assert_eq!(titles, [(1, "Gebyrregulativ"), (2, "Sak"), (3, "Slik søker du om tilbygg")]);
        let citations: Vec<_> = parts.iter().map(|part| part.citations.clone()).collect();
        assert_eq!(citations[..3], [vec![1], vec![2, 1], vec![]]);
        assert!(kept.get(citations[3][0]).is_none());
    }
}
