//! The cut to what is needed (utvalg): what holds on the day, what this recipient may be told, numbered in a sensible order.

use super::{Evidence, Item, Origin, Source, earlier, passage, query::Query, word};
use std::{cmp::Reverse, collections::HashSet};
use vocabulary::limit::EVIDENCE_ITEMS;

/// Characters of one excerpt; a caseworker reads it beside the draft.
const EXCERPT: usize = 600;

/// Chooses and numbers the sources found, for a reply to `recipient` (an address): the case's own facts come first, then its
/// documents, fees, articles, law. What the recipient may not be told is left out, but for internal notes of a case they are
/// party to, and similar cases that anyone may see: those stand last, for the caseworker alone ([`Source::is_inward`]). What does
/// not hold on the day is left out while anything like it holds.
#[must_use]
pub fn select(found: Vec<Source>, query: &Query, recipient: &str) -> Evidence {
    let words = query.words();
    let mut seen = HashSet::new();
    let is_old = |source: &Source| !source.holds(query.on);
    let rule_holds = found.iter().any(|source| is_rule(source.origin) && !is_old(source));
    let published = published(&found, query);
    let mut kept: Vec<Source> = found
        .into_iter()
        .filter(|source| !is_old(source) || is_rule(source.origin) && !rule_holds)
        .map(|source| if source.origin == Origin::Answer { explaining(source, &published) } else { source })
        .filter(|source| may_stand(source, recipient) && !source.text.trim().is_empty())
        .map(|source| Source { text: passage::cut(&source.text, &words, EXCERPT), ..source })
        .filter(|source| seen.insert((source.system.clone(), source.record.clone(), source.text.clone())))
        .collect();
    // The sort is stable: within a kind the order of the search, best first, remains.
    kept.sort_by_key(|source| rank(source.origin));
    // What no draft may cite takes no place from what it may.
    let similar = kept.split_off(kept.partition_point(|source| source.origin != Origin::Similar));
    let numbered = (1..).zip(cut(kept, query).into_iter().chain(similar));
    Evidence { items: numbered.map(|(number, source)| Item { number, source }).collect() }
}

/// What anyone can read today: the rules found that hold.
fn published(found: &[Source], query: &Query) -> String {
    let texts =
        found.iter().filter(|source| is_rule(source.origin) && source.access.is_open() && source.holds(query.on));
    texts.map(|source| source.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// An earlier answer with nothing but what holds for anyone; the person it was written to does not come along.
fn explaining(source: Source, published: &str) -> Source {
    let text = earlier::explaining(&source.text, published);
    // "Tidligere svar, 2025/88-2: Svar om gjerde" without its second half, where that names somebody.
    let (lead, matter) = source.title.split_once(": ").unwrap_or((&source.title, ""));
    let title = if earlier::names_nobody(matter, published) { source.title.clone() } else { lead.to_owned() };
    Source { text, title, ..source }
}

fn may_stand(source: &Source, recipient: &str) -> bool {
    let party = source.parties.iter().any(|party| party.eq_ignore_ascii_case(recipient));
    match source.origin {
        Origin::Note => party,
        Origin::Similar => source.access.is_open(),
        _ => source.tellable(recipient),
    }
}

/// What is the same for everyone, not of one case.
fn is_rule(origin: Origin) -> bool {
    matches!(origin, Origin::Fee | Origin::Article | Origin::Law | Origin::Decision)
}

fn rank(origin: Origin) -> u8 {
    match origin {
        Origin::Case => 0,
        Origin::Document => 1,
        Origin::Fee => 2,
        Origin::Article => 3,
        Origin::Law => 4,
        Origin::Decision => 5,
        Origin::Answer => 6,
        Origin::Note => 7,
        Origin::Similar => 8,
    }
}

/// A case with many documents must not crowd out the prices, nor the prices the law: the case's facts stay, then the two best of
/// each question, then what shares most with the questions, the newest first.
fn cut(kept: Vec<Source>, query: &Query) -> Vec<Source> {
    if kept.len() <= EVIDENCE_ITEMS {
        return kept;
    }
    let about: Vec<_> = kept.iter().map(|source| word::stems(&format!("{} {}", source.title, source.text))).collect();
    let outside = |at: &usize| is_rule(kept[*at].origin);
    let mut order: Vec<usize> = (0..kept.len()).filter(|at| kept[*at].origin == Origin::Case).collect();
    for question in &query.questions {
        let wanted = word::stems(question);
        let mut best: Vec<_> =
            (0..kept.len()).filter(outside).map(|at| (word::shared(&wanted, &about[at]), at)).collect();
        best.sort_by_key(|(met, at)| (Reverse(*met), *at));
        order.extend(best.into_iter().filter(|(met, _)| *met > 0).take(2).map(|(_, at)| at));
    }
    let words = query.words();
    let mut rest: Vec<usize> = (0..kept.len()).collect();
    rest.sort_by_key(|at| (Reverse(word::shared(&words, &about[*at])), Reverse(kept[*at].date), *at));
    order.extend(rest);
    let mut seen = HashSet::new();
    let staying: HashSet<usize> = order.into_iter().filter(|at| seen.insert(*at)).take(EVIDENCE_ITEMS).collect();
    kept.into_iter().enumerate().filter(|(at, _)| staying.contains(at)).map(|(_, source)| source).collect()
}

#[cfg(test)]
mod tests {
    use super::{Origin, Query, Source, select};
    use crate::case::Access;
    use jiff::civil::date;

    fn source(origin: Origin, record: &str, text: &str) -> Source {
        Source { parties: vec!["per.haug@example.no".into()], ..Source::open(origin, record, record, text) }
    }

    fn restricted(source: Source) -> Source {
        Source { access: Access { code: Some("UO".into()), legal_basis: None }, ..source }
    }

    fn query() -> Query {
        Query {
            questions: vec!["Hva koster tilbygg?".into()],
            on: date(2026, 11, 21),
            limit: 5,
            case: None,
            people: Vec::new(),
        }
    }

    fn records(found: Vec<Source>, recipient: &str) -> Vec<String> {
        select(found, &query(), recipient)
            .items()
            .iter()
            .map(|item| format!("{} {}", item.number, item.source.record))
            .collect()
    }

    #[test]
    fn sources_stand_in_an_order_that_makes_sense_and_hold_today() {
        let old = Source { valid_to: Some(date(2025, 12, 31)), ..source(Origin::Fee, "gebyr-2025", "kr 1") };
        let found = vec![
            source(Origin::Law, "fvl", "a"),
            source(Origin::Article, "tilbygg", "b"),
            old,
            source(Origin::Fee, "gebyr-2026", "kr 2"),
            source(Origin::Fee, "gebyr-2026", "kr 2"),
            source(Origin::Article, "tom", "  "),
            source(Origin::Case, "2026/1234", "c"),
        ];
        assert_eq!(records(found, "per.haug@example.no"), ["1 2026/1234", "2 gebyr-2026", "3 tilbygg", "4 fvl"]);
    }

    #[test]
    fn what_no_longer_holds_is_offered_only_when_nothing_else_is() {
        let old = || Source { valid_to: Some(date(2025, 12, 31)), ..source(Origin::Fee, "gebyr-2025", "kr 1") };
        let case = || source(Origin::Case, "2026/1234", "c");
        assert_eq!(records(vec![case(), old()], "x@example.org"), ["1 2026/1234", "2 gebyr-2025"]);
        let article = source(Origin::Article, "tilbygg", "b");
        assert_eq!(records(vec![case(), old(), article], "x@example.org"), ["1 2026/1234", "2 tilbygg"]);
    }

    #[test]
    fn a_similar_case_stands_last_and_is_told_to_nobody() {
        let similar = || source(Origin::Similar, "2024/7", "Lignende sak.");
        let found = vec![similar(), source(Origin::Note, "notat", "internt"), source(Origin::Law, "fvl", "a")];
        assert_eq!(records(found, "per.haug@example.no"), ["1 fvl", "2 notat", "3 2024/7"]);
        assert!(!similar().tellable("per.haug@example.no"));
        assert_eq!(records(vec![restricted(similar())], "per.haug@example.no"), Vec::<String>::new());
    }

    #[test]
    fn an_earlier_answer_comes_without_the_one_it_was_written_to() {
        let answer =
            |title: &str, text: &str| Source { title: title.into(), ..source(Origin::Answer, "2025/88-2", text) };
        let text = "Hei Kari Moe\nDu kan ha gjerde i grensen. Gjerdet til Kari Moe er sjekket. Ring telefon 55 00 40 00 om gjerde.";
        for (title, shown) in [
            ("Tidligere svar, 2025/88-2: Svar om gjerde", "Tidligere svar, 2025/88-2: Svar om gjerde"),
            ("Tidligere svar, 2025/88-2: Svar til Kari Moe", "Tidligere svar, 2025/88-2"),
        ] {
            let contact = source(Origin::Article, "kontakt", "Sentralbordet har telefon 55 00 40 00.");
            let found =
                vec![answer(title, text), contact.clone(), restricted(answer(title, "Det er hemmelig for alle."))];
            let chosen = select(found, &query(), "per.haug@example.no");
            let told: Vec<_> =
                chosen.items().iter().map(|item| (item.source.title.as_str(), item.source.text.as_str())).collect();
            let kept = "Du kan ha gjerde i grensen.\n…\nRing telefon 55 00 40 00 om gjerde.";
            assert_eq!(told[1], (shown, kept));
            assert!(told.iter().all(|(_, text)| !text.contains("Kari")), "{told:?}");
            let alone = select(vec![answer(title, text)], &query(), "per.haug@example.no");
            assert_eq!(alone.items()[0].source.text, "Du kan ha gjerde i grensen.");
            assert!(select(vec![answer(title, "Hei Kari Moe.")], &query(), "per.haug@example.no").items().is_empty());
        }
        assert!(
            select(vec![restricted(answer("x", "Det er hemmelig for alle."))], &query(), "x@example.org")
                .items()
                .is_empty()
        );
    }

    #[test]
    fn a_stranger_is_told_nothing_restricted() {
        let found = || {
            vec![
                source(Origin::Note, "notat", "internt"),
                restricted(source(Origin::Document, "2026/1234-1", "søknad")),
                source(Origin::Article, "tilbygg", "b"),
            ]
        };
        for (recipient, kept) in [
            ("Per.Haug@example.no", vec!["1 2026/1234-1", "2 tilbygg", "3 notat"]),
            ("stranger@example.org", vec!["1 tilbygg"]),
        ] {
            assert_eq!(records(found(), recipient), kept, "{recipient}");
        }
        assert!(!source(Origin::Note, "notat", "x").tellable("per.haug@example.no"));
    }

    #[test]
    fn documents_beside_the_question_make_room_for_prices() {
        let mut found: Vec<_> = (1..=14).map(|n| source(Origin::Document, &format!("d{n}"), "vedlegg")).collect();
        found.push(source(Origin::Similar, "2024/7", "Hva koster tilbygg?"));
        found.push(source(Origin::Fee, "gebyr-2026", "Tilbygg: kr 12 500"));
        let kept = records(found, "per.haug@example.no");
        assert_eq!(kept[11..], ["12 gebyr-2026", "13 2024/7"]);
    }
}
