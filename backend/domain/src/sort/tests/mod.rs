//! Mails as data: short invented ones with the action a caseworker would choose, and what must never be deleted.

mod month;

use super::{Class, Envelope, Facts, Learned, Proposal, learned::tests::confirmed, propose, unit::tests::house};
use crate::{
    evidence::{CaseMatch, Origin, Source, matching::Reason},
    thread::{Address, Message, Thread},
};
use jiff::civil::date;
use vocabulary::{CaseNumber, Language, Match};

/// Blocks that begin with `=== class [unit] [known] [strong|party|number] [not-delete]`, then header lines, an empty line, the text.
const MAILS: &str = include_str!("../../../../../tests/fixture/sort/mails.txt");

/// One block.
struct Case<'a> {
    class: &'a str,
    marks: Vec<&'a str>,
    header: Vec<(&'a str, &'a str)>,
    text: &'a str,
}

impl Case<'_> {
    fn is(&self, mark: &str) -> bool {
        self.marks.contains(&mark)
    }

    fn value(&self, name: &str) -> String {
        self.header.iter().find(|(known, _)| *known == name).map_or_else(String::new, |(_, value)| (*value).to_owned())
    }

    fn matched(&self) -> CaseMatch {
        let number = CaseNumber { year: 2026, sequence: 1234 };
        let (matched, reason) = match () {
            () if self.is("strong") => (Match::Strong, Reason::NumberAndParty),
            () if self.is("party") => (Match::Offered, Reason::PartyOnly),
            () if self.is("number") => (Match::Offered, Reason::NumberFromStranger),
            () => (Match::None, Reason::Nothing),
        };
        let candidates = if matched == Match::None {
            vec![]
        } else {
            vec![(number, "Søknad om tilbygg – Storgata 12".to_owned())]
        };
        CaseMatch {
            silent: Vec::new(),
            unread: Vec::new(),
            matched,
            number: (matched == Match::Strong).then_some(number),
            reason,
            relation: vocabulary::Relation::Unknown,
            candidates,
        }
    }

    /// What the records say, where they say anything: the mail's own words, as an article.
    fn sources(&self) -> Vec<Source> {
        let article = || Source::open(Origin::Article, "", &self.value("Subject"), self.text);
        self.is("known").then(article).into_iter().collect()
    }

    fn proposed(&self, learned: Option<&Learned>) -> Proposal {
        let address = |name: &str| Address { name: None, address: self.value(name) };
        let mail = Message {
            from: address("From"),
            to: vec![address("To")],
            subject: self.value("Subject"),
            text: self.text.to_owned(),
            ..Message::default()
        };
        let thread = Thread::new(vec![mail], None, date(2026, 11, 21)).unwrap();
        propose(&Facts {
            thread: &thread,
            envelope: Envelope::of(self.header.iter().copied()),
            matched: &self.matched(),
            sources: &self.sources(),
            house: &house(),
            learned,
        })
    }
}

fn cases() -> Vec<Case<'static>> {
    let blocks = MAILS.split("=== ").skip(1);
    blocks
        .map(|block| {
            let (head, text) = block.split_once("\n\n").unwrap();
            let mut lines = head.lines();
            let mut marks = lines.next().unwrap().split(' ');
            let class = marks.next().unwrap();
            let header = lines.map(|line| line.split_once(": ").unwrap()).collect();
            Case { class, marks: marks.collect(), header, text: text.trim() }
        })
        .collect()
}

#[test]
fn mails_are_sorted_as_a_caseworker_would() {
    let (mut right, mut wrong) = (0, Vec::new());
    for case in cases() {
        let proposal = case.proposed(None);
        let unit_fits = proposal.forward_to.as_deref().is_none_or(|unit| case.is(unit));
        if proposal.class.name() == case.class && unit_fits {
            right += 1;
        } else {
            let reasons: Vec<_> = proposal.reasons.iter().map(|reason| reason.words(Language::Nb)).collect();
            wrong.push(format!(
                "{}: {} {:?} instead of {} {reasons:?}",
                case.value("Subject"),
                proposal.class.name(),
                proposal.forward_to,
                case.class
            ));
        }
    }
    println!("{right} of {} sorted right\n{}", right + wrong.len(), wrong.join("\n"));
    assert!(right + wrong.len() >= 60);
    assert!(wrong.is_empty());
}

#[test]
fn what_asks_something_of_its_senders_own_is_never_deleted() {
    for case in cases().iter().filter(|case| case.class != "delete") {
        // However the mail was sent: the header of a newsletter or of an automatic reply is no reason to lose a question.
        for line in
            [("List-Unsubscribe", "<https://x.example>"), ("Precedence", "bulk"), ("Auto-Submitted", "auto-replied")]
        {
            if !case.text.contains('?') && !matches!(case.class, "complaint" | "access_request") {
                continue;
            }
            let header = case.header.iter().copied().chain([line]).collect();
            let sent = Case { class: case.class, marks: case.marks.clone(), header, text: case.text };
            assert_ne!(sent.proposed(None).class, Class::Delete, "{} {line:?}", case.value("Subject"));
        }
    }
}

#[test]
fn what_was_confirmed_often_is_proposed_and_the_law_stays() {
    let mut learned = Learned::default();
    for at in 0..60 {
        let market = ("Torgdag", &*format!("Vi ønsker bod {at} på torgdagen i juni."));
        learned.add(&confirmed(market, Class::Forward, Some("kultur")));
        learned.add(&confirmed(("Takk", &format!("Fin tur nummer {at} i går.")), Class::Journal, None));
        let against = ("Klage", &*format!("Vedtaket {at} er feil, jeg klager."));
        learned.add(&confirmed(against, Class::Question, None));
    }
    let case = |text| Case { class: "", marks: vec![], header: vec![("Subject", "Hei")], text };
    let market = case("Korpset er med på torgdagen i juni.");
    assert_eq!(market.proposed(None).class, Class::Question);
    assert!(market.proposed(None).confidence < 0.5);
    let proposal = market.proposed(Some(&learned));
    assert_eq!((proposal.class, proposal.forward_to.as_deref()), (Class::Forward, Some("kultur")));
    assert!(proposal.reasons[0].words(Language::Nb).contains("ble 60 sortert slik"), "{:?}", proposal.reasons[0]);
    assert_eq!(case("Jeg klager på vedtaket.").proposed(Some(&learned)).class, Class::Complaint);
}

#[test]
fn what_says_nothing_is_not_known() {
    for text in ["Hei", "Se under.", "Ring meg", "…", "Dette er bare tull"] {
        let case = Case { class: "", marks: vec![], header: vec![("Subject", "")], text };
        assert!(case.proposed(None).confidence <= 0.5, "{text}");
    }
}

#[test]
fn who_always_agrees_changes_nothing_and_who_corrects_what_is_unsure_is_followed() {
    let case = |text| Case { class: "", marks: vec![], header: vec![("Subject", "Hei")], text };
    let texts =
        ["Koret synger på torget.", "Vi synger på trappa.", "Bandet spiller på torget.", "Bandet synger på trappa."];
    let asked = case("Koret spiller på trappa.");
    let alone = asked.proposed(None);
    assert!(alone.class == Class::Question && alone.confidence < 0.5, "{alone:?}");
    for (class, unit, expected) in
        [(Class::Question, None, Class::Question), (Class::Forward, Some("kultur"), Class::Forward)]
    {
        let mut learned = Learned::default();
        for at in 0..60 {
            learned.add(&confirmed(("Hei", texts[at % 4]), class, unit));
            learned.add(&confirmed(("Hei", "Jeg sender tegninger av taket."), Class::Journal, None));
        }
        assert_eq!(asked.proposed(Some(&learned)).class, expected);
    }
}
