//! What a person chooses for a draft: its language, its tone, its case or none; and what the sender is in that case.

use super::{block_on, by, conversation, house, kari, ola, order, question};
use crate::{Blocked, Choice, Chosen, Failure, Order, Sought};
use domain::{
    evidence::matching::Reason,
    rule::access::AccessTable,
    thread::{Address, Message},
};
use vocabulary::{
    CaseNumber,
    Language::{self, En, Nb, Nn, Se},
    Match, Outcome, Relation, Tone,
};

fn in_language(language: Language) -> Order {
    Order { choice: Choice { language: Some(language), ..Choice::default() }, ..order(false) }
}

fn in_tone(tone: Tone) -> Order {
    Order { choice: Choice { tone: Some(tone), ..Choice::default() }, ..order(false) }
}

#[test]
fn a_chosen_language_is_written_whole_and_stays_chosen() {
    let house = house();
    let first = house.prepare(&kari(), order(false)).expect("a draft");
    let edited = house.revise(&kari(), &first, "Hei Per. Jeg ringer deg.").expect("an edit");
    let before = edited.dossier.current().clone();
    for (number, language, words, foreign) in
        [(3, Nn, "Venleg helsing", "Vennlig"), (4, En, "Kind regards", "hilsen"), (5, Nb, "Vennlig hilsen", "Venleg")]
    {
        let shown = house.prepare(&kari(), in_language(language)).expect("written");
        let current = shown.dossier.current();
        assert_eq!((current.number, current.language), (number, language));
        assert!(current.marked.contains(words) && !current.marked.contains(foreign), "{}", current.marked);
        assert!(current.marked.contains("12\u{a0}500"), "the fact is the same: {}", current.marked);
        let again = house.prepare(&kari(), in_language(language)).expect("the same press");
        assert_eq!(again.dossier, shown.dossier, "pressed twice it is written once");
    }
    house.prepare(&kari(), in_language(Nn)).expect("nynorsk");
    let anew = house.prepare(&kari(), order(true)).expect("anew");
    assert_eq!(anew.dossier.current().language, Nn);
    assert_eq!(anew.dossier.revisions[1], before, "a person's edit is kept");
}

#[test]
fn a_language_that_nobody_chose_follows_the_citizen() {
    let house = house();
    house.prepare(&kari(), order(false)).expect("a draft");
    let nynorsk =
        "Hei igjen! Kva kostar det om eg ikkje byggjer tilbygget før neste år? Eg veit ikkje korleis eg søkjer.";
    house.post.receive(&conversation(), question("m9", "2026-03-02T09:30:00Z", nynorsk));
    let mut latest = order(false);
    latest.key.mail = vocabulary::MailId::new("m9");
    let anew = house.prepare(&kari(), latest).expect("written anew");
    assert_eq!(anew.dossier.current().language, Nn);
}

#[test]
fn a_language_that_is_not_written_is_refused_with_what_to_do() {
    let house = house();
    for language in [Se, Language::Da, Language::Sv, Language::Other] {
        let Err(Failure::BadInput { field: "language", why }) = house.prepare(&kari(), in_language(language)) else {
            panic!("{language:?} was written")
        };
        assert!(why.contains("oversatt"), "{why}");
    }
    let sami = "Bures! Man olu máksá ohcat garáša, ja gosa galggan sáddet ohcamuša? Mun vuorddán vástádusa.";
    house.post.receive(
        &vocabulary::ConversationId::new("samtale-2"),
        Message { subject: "Garáša".into(), ..question("m2", "2026-03-02T08:05:00Z", sami) },
    );
    let mut sami = order(false);
    (sami.key.mail, sami.key.conversation) =
        (vocabulary::MailId::new("m2"), vocabulary::ConversationId::new("samtale-2"));
    let shown = house.prepare(&kari(), sami).expect("a receipt");
    assert_eq!(shown.checked.draft().frame().outcome, Outcome::NeedsFilling);
    let told: Vec<&str> = shown.checked.findings().iter().filter_map(|finding| finding.legal).collect();
    assert!(told.contains(&"sameloven § 3-3"), "{told:?}");
}

#[test]
fn a_tone_is_the_houses_until_it_is_chosen_and_flags_nothing_new() {
    let mut house = house();
    let usual = house.prepare(&kari(), order(false)).expect("a draft");
    let findings = |shown: &crate::Shown| -> Vec<String> {
        let found = shown.checked.findings().iter();
        found.map(|finding| format!("{:?} {:?} {}", finding.code, finding.severity, finding.text)).collect()
    };
    for (tone, says, leaves_out) in
        [(Tone::Short, "12\u{a0}500", "Takk for"), (Tone::Explaining, "Her er svaret på det du spør om.", "⟦")]
    {
        let shown = house.prepare(&kari(), in_tone(tone)).expect("written");
        let current = shown.dossier.current();
        assert_eq!((current.tone, current.language), (tone, Nb));
        assert!(current.marked.contains(says) && !current.marked.contains(leaves_out), "{}", current.marked);
        assert_eq!(findings(&shown), findings(&usual), "{tone:?}");
    }
    let anew = house.prepare(&kari(), order(true)).expect("anew");
    assert_eq!(anew.dossier.current().tone, Tone::Explaining, "what was chosen stays");
    let edited = house.revise(&kari(), &anew, "Hei Per.").expect("an edit");
    assert_eq!(edited.dossier.current().tone, Tone::Explaining);
    house = super::house();
    house.flow.rules.tone = Tone::Short;
    let first = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(first.dossier.current().tone, Tone::Short, "the house's own");
}

#[test]
fn a_mail_is_answered_without_a_case_until_one_is_chosen() {
    let house = house();
    let choosing = |case| Order { choice: Choice { case: Some(case), ..Choice::default() }, ..order(false) };
    let strong = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!((strong.dossier.matched.matched, strong.dossier.matched.relation), (Match::Strong, Relation::Applicant));
    let without = house.prepare(&kari(), choosing(Chosen::Without)).expect("a draft");
    let matched = &without.dossier.matched;
    assert_eq!((matched.number, matched.reason, matched.relation), (None, Reason::Declined, Relation::Unknown));
    assert_eq!(matched.candidates.len(), 1, "what was found is offered still");
    assert!(without.dossier.evidence.iter().all(|item| item.source.case.is_none()), "nothing of the case is told");
    let again = house.prepare(&kari(), choosing(Chosen::Without)).expect("the same press");
    assert_eq!(again.dossier, without.dossier);
    let anew = house.prepare(&kari(), order(true)).expect("anew");
    assert_eq!(anew.dossier.matched.reason, Reason::Declined, "what was chosen stays");
    let number = CaseNumber { year: 2026, sequence: 1234 };
    let chosen = house.prepare(&kari(), choosing(Chosen::Case(number))).expect("a draft");
    assert_eq!((chosen.dossier.matched.number, chosen.dossier.matched.relation), (Some(number), Relation::Applicant));
    let refused = house.prepare(&ola(), choosing(Chosen::Without)).err();
    assert_eq!(refused, Some(Failure::Blocked(Blocked::NotAuthor)));
}

#[test]
fn what_one_sender_is_in_the_case_is_not_said_of_another() {
    let house = house();
    let edited = house.with_fee();
    assert_eq!(edited.dossier.matched.relation, Relation::Applicant);
    let from = Address { name: Some("Nils Dal".into()), address: "nils.dal@example.org".into() };
    let stranger = Message { from, ..question("m9", "2026-03-02T10:30:00Z", "Hei! Hva er gebyret for garasje?") };
    house.post.receive(&conversation(), stranger);
    let found = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!((found.newer, found.dossier.matched.relation), (1, Relation::Unknown));
}

#[test]
fn a_search_gives_the_cases_that_the_caller_may_see() {
    let house = house();
    let search = |text: &str| block_on(house.flow.search_cases(by(&kari()), text));
    let found = search("tilbygg storgata").expect("found");
    assert_eq!(
        found.cases,
        [(CaseNumber { year: 2026, sequence: 1234 }, "Søknad om tilbygg – Storgata 12".to_owned())]
    );
    assert_eq!(search("garasje"), Ok(Sought::default()));
    assert!(matches!(search("  "), Err(Failure::BadInput { field: "text", .. })));
    let mut hidden = super::case();
    (hidden.number.sequence, hidden.access.code) = (9, Some("UO".into()));
    house.archive.open(hidden);
    house.archive.guard(AccessTable::default());
    assert_eq!(search("tilbygg").map(|found| found.cases.len()), Ok(1), "what is hidden is not found");
    let operator = super::caller("fjordvik", "tor", &[vocabulary::Role::Operator]);
    let refused = block_on(house.flow.search_cases(by(&operator), "tilbygg"));
    assert_eq!(refused, Err(Failure::NotAllowed));
}
