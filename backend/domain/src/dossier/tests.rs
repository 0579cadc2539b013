//! The turns of a dossier and who may do what at each station.

use super::{Beginning, Dossier, MailKey, Reading, Revision, Step, Under, answered};
use crate::{
    check::{Checked, Ground, run},
    draft::Draft,
    evidence::{CaseMatch, Evidence, matching::Reason},
    person::Person,
    review::{Review, Ruling},
    rule::Rules,
};
use jiff::{Timestamp, civil::date};
use vocabulary::{
    ConversationId, DraftId, Language, MailId, Match, Outcome, PersonId, Reference, Role, Status, TenantId,
};

pub(super) fn person(id: &str, roles: &[Role]) -> Person {
    let (name, address) = (id.to_owned(), format!("{id}@fjordvik.kommune.no"));
    Person {
        tenant: TenantId::new("t"),
        id: PersonId::new(id),
        name,
        address,
        roles: roles.to_vec(),
        groups: Vec::new(),
    }
}

pub(super) fn revision(author: &str, marked: &str) -> Revision {
    Revision {
        number: 0,
        author: PersonId::new(author),
        author_name: author.to_owned(),
        at: Timestamp::UNIX_EPOCH,
        marked: marked.to_owned(),
        footer: "Ref. SV-0000-0000-0000-0000".into(),
        language: Language::Nb,
        tone: vocabulary::Tone::Usual,
        outcome: Outcome::Ready,
        recipients: vec!["per.haug@example.no".into()],
        writer: "builtin".into(),
        note: None,
        rules: 1,
    }
}

pub(super) fn begun(mailbox: Option<&str>) -> Dossier {
    let key =
        MailKey { mail: MailId::new("m"), conversation: ConversationId::new("c"), mailbox: mailbox.map(str::to_owned) };
    let matched = CaseMatch {
        silent: Vec::new(),
        unread: Vec::new(),
        matched: Match::None,
        number: None,
        reason: Reason::Nothing,
        relation: vocabulary::Relation::Unknown,
        candidates: Vec::new(),
    };
    let reading = Reading { messages: Vec::new(), matched, evidence: Vec::new() };
    let (id, reference) = (DraftId::new("d"), Reference::new("SV-0000-0000-0000-0000"));
    let start = Beginning { id, reference, key, subject: "Takk".into(), from: "Postmottak@Fjordvik.kommune.no".into() };
    Dossier::begun(start, reading, revision("kari", "Takk for henvendelsen."))
}

fn checked(dossier: &Dossier) -> Checked {
    let rules = Rules::shipped("Fjordvik kommune");
    let evidence = Evidence::default();
    let draft = dossier.draft(dossier.current()).expect("a draft");
    let words = Language::Nb;
    run(draft, &Ground { thread: None, evidence: &evidence, rules: &rules, today: date(2026, 3, 2), words })
}

fn ruling(dossier: &Dossier, by: &str, approve: bool) -> Ruling {
    let checked = checked(dossier);
    Ruling {
        by: PersonId::new(by),
        by_name: by.to_owned(),
        at: Timestamp::UNIX_EPOCH,
        revision: dossier.current().number,
        fingerprint: crate::draft::normal::fingerprint(checked.draft()),
        approve,
        ticked: checked.findings().iter().map(crate::check::Finding::key).collect(),
        comment: "sett".into(),
        proposal: None,
    }
}

fn ruled(dossier: Dossier, by: &str, approve: bool) -> Dossier {
    let review = Review::of(checked(&dossier), dossier.current().number, dossier.authors());
    let reviewed = review.decide(ruling(&dossier, by, approve)).expect("a ruling that counts");
    dossier.ruled(&reviewed)
}

#[test]
fn every_edit_leads_back_to_a_draft_and_keeps_what_was() {
    let waiting = begun(None).asked(PersonId::new("kari"), "kari", Timestamp::UNIX_EPOCH);
    assert_eq!(waiting.status, Status::AwaitingReview);
    let approved = ruled(waiting, "liv", true);
    assert_eq!(approved.status, Status::Approved);
    assert_eq!(approved.reviewed(checked(&approved)).map(|held| held.is_some()), Ok(true));
    let edited = approved.revised(revision("kari", "Takk for sist."));
    assert_eq!((edited.status, edited.current().number, edited.rulings.len()), (Status::Drafted, 2, 1));
    assert_eq!((edited.request.is_none(), edited.seal.is_none(), edited.ruling().is_none()), (true, true, true));
    assert_eq!(edited.reviewed(checked(&edited)), Ok(None));
}

#[test]
fn an_approval_that_was_tampered_with_does_not_hold_on_load() {
    let approved = ruled(begun(None), "liv", true);
    for (name, tamper) in [
        ("text", (|d| d.revisions[0].marked = "Søknaden er mottatt.".into()) as fn(&mut Dossier)),
        ("recipient", |d| d.revisions[0].recipients = vec!["annen@example.org".into()]),
        ("footer", |d| d.revisions[0].footer = "Ref. SV-1111-1111-1111-1111".into()),
        ("author", |d| d.revisions[0].author = PersonId::new("liv")),
        ("reviewer", |d| d.rulings[0].by = PersonId::new("kari")),
    ] {
        let mut stored = approved.clone();
        tamper(&mut stored);
        assert!(stored.reviewed(checked(&stored)).is_err(), "{name}");
    }
}

#[test]
fn all_who_wrote_are_authors_each_once() {
    let dossier = begun(Some("postmottak@fjordvik.kommune.no"))
        .taken_over(PersonId::new("ola"), "ola", Timestamp::UNIX_EPOCH)
        .revised(revision("kari", "Takk."));
    assert_eq!(dossier.authors(), [PersonId::new("kari"), PersonId::new("ola")]);
    assert_eq!((dossier.current().number, dossier.from.as_str()), (3, "postmottak@fjordvik.kommune.no"));
}

#[test]
fn what_comes_next_depends_on_the_station_and_the_person() {
    use Step::{Approve, Release, Return, Revise, Rewrite, SweepSent, TakeOver};
    let kari = person("kari", &[Role::Caseworker]);
    let ola = person("ola", &[Role::Caseworker]);
    let liv = person("liv", &[Role::Reviewer, Role::Caseworker]);
    let tor = person("tor", &[Role::Operator, Role::Auditor]);
    let own = begun(None);
    let shared = begun(Some("postmottak@fjordvik.kommune.no"));
    let asked = |d: &Dossier| d.clone().asked(PersonId::new("kari"), "kari", Timestamp::UNIX_EPOCH);
    let reminded = asked(&own).reminded(Timestamp::UNIX_EPOCH);
    let with_gap = own.clone().revised(revision("kari", "Svar kommer ⟦dato⟧."));
    for (name, dossier, who, steps) in [
        ("my draft", &own, &kari, vec![Release, Revise, Rewrite]),
        ("a gap", &with_gap, &kari, vec![Step::Fill, Revise, Rewrite]),
        ("my draft waits", &asked(&own), &kari, vec![Step::Remind, Revise, Rewrite]),
        ("reminded today", &reminded, &kari, vec![Revise, Rewrite]),
        ("it waits for me", &asked(&own), &liv, vec![Approve, Return, Revise, TakeOver]),
        ("somebody's own mail", &asked(&own), &ola, vec![]),
        ("our mailbox", &shared, &ola, vec![TakeOver]),
        ("our mailbox waits", &asked(&shared), &ola, vec![TakeOver]),
        ("an auditor looks", &asked(&own), &tor, vec![]),
        ("allowed", &shared.clone().allowed(), &kari, vec![SweepSent, Release, Revise]),
        ("sent", &shared.clone().sent(Timestamp::UNIX_EPOCH), &kari, vec![Rewrite]),
    ] {
        assert_eq!(dossier.next((who, date(1970, 1, 1)), &checked(dossier), false), steps, "{name}");
    }
}

#[test]
fn the_second_person_sees_what_changed_since_the_last_ruling() {
    let returned = ruled(begun(None), "liv", false);
    let twice = returned.revised(revision("kari", "Takk for e-posten.")).revised(revision("kari", "Takk for brevet."));
    let changed: Vec<String> =
        twice.changes().iter().filter(|stretch| !stretch.is_same()).map(|stretch| stretch.text().to_owned()).collect();
    assert_eq!(changed, ["henvendelsen.", "brevet."]);
    assert!(begun(None).changes().is_empty());
}

#[test]
fn a_question_is_answered_by_a_sentence_with_a_source() {
    let questions = ["Hva koster gebyret for tilbygg?".to_owned(), "Når er saken ferdig?".to_owned()];
    for (marked, outcome, told) in [
        ("Gebyret for tilbygg er 100 kroner. [1] ⟦når saken er ferdig⟧", Outcome::NeedsFilling, [true, false]),
        ("Gebyret for tilbygg er 100 kroner.", Outcome::NeedsFilling, [false, false]),
        ("Gebyret for tilbygg er 100 kroner. [1]", Outcome::Ready, [true, true]),
    ] {
        let revision = Revision { outcome, ..revision("kari", marked) };
        let draft = Draft::parse(marked, revision.frame()).expect("a draft");
        assert_eq!(answered(&questions, &draft), told, "{marked}");
    }
}

#[test]
fn a_dossier_without_a_mail_is_damaged_and_says_so() {
    let rules = Rules::shipped("Fjordvik kommune");
    let under = Under { rules: &rules, today: date(2026, 3, 2), words: Language::Nb };
    assert!(begun(None).checked(under).is_err());
}

#[test]
fn the_clock_of_an_appeal_runs_from_the_day_the_mail_names_and_stands_when_it_came() {
    use crate::{
        deadline::{Kind, State},
        thread::{Message, Thread},
    };
    let came: Timestamp = "2026-11-20T08:00:00Z".parse().expect("a moment");
    for (text, due) in [
        ("Jeg klager på vedtaket, som jeg mottok 2. november 2026.", Some((date(2026, 11, 23), State::Red))),
        ("Eg klagar på vedtaket. Eg fekk vedtaket 26. oktober 2026.", Some((date(2026, 11, 16), State::Breached))),
        ("Jeg klager på vedtaket av 2. november 2026.", None),
    ] {
        let message = Message { text: text.into(), date: Some(came), ..Message::default() };
        let today = date(2026, 12, 24);
        let thread = Thread::new(vec![message], None, today).expect("a mail");
        let clocks = begun(None).deadlines(&thread, today);
        let appeal = clocks.iter().find(|clock| clock.kind == Kind::Appeal);
        assert_eq!(appeal.map(|clock| (clock.due, clock.state)), due, "{text}");
    }
}
