//! The page says what is kept, escapes what others wrote, and still says what the trail holds when the text is gone.

use super::{Anchor, Basis, Kept, Placed, Said, page};
use crate::{
    audit::{
        Action, Entry, Link, chain, commitment, proof,
        tree::{Frontier, Part, joined},
    },
    case::Access,
    dossier::{Dossier, MailKey, Request, Revision, Under},
    evidence::{CaseMatch, Item, Origin, Source, matching::Reason},
    review::Ruling,
    rule::Rules,
    thread::{Address, Message},
};
use jiff::{Timestamp, civil::date};
use vocabulary::{CaseNumber, ConversationId, DraftId, Language, MailId, Match, Outcome, PersonId, Reference, Status};

const FIRST: &str = "Hei Per.\n\nGebyret er 12 500 kroner [1].";
const SECOND: &str = "Hei Per.\n\nGebyret for tilbygg er 12 500 kroner [1].";

fn at() -> Timestamp {
    "2026-03-02T08:00:00Z".parse().expect("a time")
}

fn revision(number: u32, marked: &str) -> Revision {
    Revision {
        number,
        author: PersonId::new("kari"),
        author_name: "Kari Nordby".into(),
        at: at(),
        marked: marked.into(),
        footer: String::new(),
        language: Language::Nb,
        tone: vocabulary::Tone::Usual,
        outcome: Outcome::Ready,
        recipients: vec!["per.haug@example.no".into()],
        writer: if number == 1 { "builtin" } else { "person" }.into(),
        note: None,
        rules: 1,
    }
}

fn fee() -> Item {
    let text = "Gebyr for tilbygg inntil 50 m² er 12 500 kroner.".to_owned();
    let source = Source {
        origin: Origin::Fee,
        system: "register".into(),
        record: "gebyr-2026".into(),
        title: "Gebyrer & satser 2026".into(),
        date: Some(date(2026, 1, 1)),
        valid_from: Some(date(2026, 1, 1)),
        valid_to: None,
        access: Access::default(),
        case: None,
        parties: Vec::new(),
        url: None,
        unit: Some("Byggesak".into()),
        text,
        retrieved: at(),
    };
    Item { number: 1, source }
}

fn dossier() -> Dossier {
    let per = Address { name: Some("Per Haug".into()), address: "per.haug@example.no".into() };
    let mail = Message {
        id: Some(MailId::new("m1")),
        from: per,
        date: Some(at()),
        subject: "Gebyr <b>nå</b>".into(),
        text: "Hei!\nHva koster tilbygg? <script>alert(1)</script>".into(),
        ..Message::default()
    };
    let ruling = Ruling {
        by: PersonId::new("liv"),
        by_name: "Liv Aas".into(),
        at: at(),
        revision: 2,
        fingerprint: String::new(),
        approve: true,
        ticked: Vec::new(),
        comment: "Fint.".into(),
        proposal: None,
    };
    Dossier {
        id: DraftId::new("d1"),
        reference: Reference::new("SV-1"),
        key: MailKey { mail: MailId::new("m1"), conversation: ConversationId::new("c"), mailbox: None },
        subject: "Gebyr".into(),
        from: "post@fjordvik.kommune.no".into(),
        messages: vec![mail],
        matched: CaseMatch {
            silent: Vec::new(),
            unread: Vec::new(),
            matched: Match::Strong,
            number: Some(CaseNumber { year: 2026, sequence: 1234 }),
            reason: Reason::NumberAndParty,
            relation: vocabulary::Relation::Party,
            candidates: Vec::new(),
        },
        evidence: vec![fee()],
        revisions: vec![revision(1, FIRST), revision(2, SECOND)],
        request: Some(Request {
            by: PersonId::new("kari"),
            by_name: "Kari Nordby".into(),
            at: at(),
            revision: 2,
            to: None,
            reminded: None,
        }),
        rulings: vec![ruling],
        asides: Vec::new(),
        seal: None,
        sending: None,
        rated: None,
        journalling: None,
        status: Status::Approved,
        created: at(),
        version: 3,
    }
}

fn links() -> Vec<Link> {
    let entry = |action, revision, text: &str| {
        let entry = Entry::of(action, at()).by(&PersonId::new("kari")).about(&DraftId::new("d1"), revision);
        entry.fact("rules", "1").fact("text", commitment(b"SV-1", text))
    };
    let entries = [
        entry(Action::DraftPrepared, 1, FIRST),
        entry(Action::DraftRevised, 2, SECOND),
        entry(Action::DraftReleased, 2, SECOND),
    ];
    let mut links: Vec<Link> = Vec::new();
    for (sequence, entry) in (1..).zip(entries) {
        let previous = links.last().map_or(chain::FIRST, |link| link.hash.as_str()).to_owned();
        links.push(chain::link(&previous, sequence, entry));
    }
    links
}

/// The basis with proofs over the first `size` entries.
fn basis(dossier: Option<Dossier>, size: u64) -> Basis {
    let links = links();
    let tree = |first: u64, last: u64| {
        let mut tree = Frontier::default();
        let within = links.iter().filter(|link| (first..last).contains(&(link.sequence - 1)));
        within.filter_map(|link| chain::leaf(&link.hash)).for_each(|leaf| tree.push(leaf, |_, _| {}));
        tree.root()
    };
    let proof = |link: &Link| {
        let path = proof::inclusion(link.sequence - 1, size)?;
        let hash = |part: &Part| tree(part.place << part.level, part.last());
        Some(path.iter().map(|range| joined(&Part::of(range).iter().map(hash).collect::<Vec<_>>())).collect())
    };
    let anchor = Anchor::Now(size, tree(0, size));
    let entries = links.iter().map(|link| Placed { proof: proof(link), link: link.clone() }).collect();
    let kept = dossier.map(|dossier| {
        let rules = Rules::shipped("Fjordvik kommune");
        let under = Under { rules: &rules, today: date(2026, 3, 2), words: Language::Nb };
        let checked = dossier.checked(under).ok();
        Kept { dossier, checked, rules: 1 }
    });
    Basis { body: "Fjordvik kommune".into(), draft: DraftId::new("d1"), at: at(), kept, entries, anchor }
}

#[test]
fn the_page_tells_all_that_is_kept_and_nothing_in_it_is_live() {
    let page = page(&basis(Some(dossier()), 3), Language::Nb);
    for told in [
        "Per Haug &lt;per.haug@example.no&gt;",
        "Hva koster tilbygg?",
        "2026/1234",
        "gebyr-2026 (register)",
        "Gebyrer &amp; satser",
        "den innebygde skriveren",
        "<ins>for tilbygg </ins>",
        "Liv Aas",
        "Fint.",
        "<dt>Gjelder fra</dt><dd>01.01.2026</dd>",
        "<dt>Sitert i svaret</dt><dd>ja</dd>",
        "husregler: 1",
        "02.03.2026 kl. 09:00:00",
        "dekket av kilden",
        "stemmer med teksten",
        "beviset holder",
        "ikke forseglet",
        "Husregler, utgave",
    ] {
        assert!(page.contains(told), "{told} is not on the page: {page}");
    }
    for live in ["<script", "<b>", "http://", "https://", "src=", "href=", "STEMMER IKKE", "HOLDER IKKE"] {
        assert!(!page.contains(live), "{live} is on the page");
    }
}

#[test]
fn every_language_has_its_own_words() {
    let pages = [Language::Nb, Language::Nn, Language::En].map(|words| page(&basis(Some(dossier()), 3), words));
    for (page, own) in pages.iter().zip(["Hvem spurte, og om hva", "Kven spurde, og om kva", "Who asked, and what"]) {
        assert!(page.contains(own), "{own}");
    }
    assert!(pages[2].contains("2026-03-02 09:00:00") && pages[1].contains("<html lang=\"nn\">"));
}

#[test]
fn commitments_are_held_against_the_text_while_it_is_kept() {
    let said = |dossier: Option<Dossier>| {
        let all = basis(dossier, 3).commitments();
        all.into_iter().map(|one| (one.revision, one.entries, one.said)).collect::<Vec<_>>()
    };
    let with = |text: &str| {
        let mut dossier = dossier();
        dossier.revisions[1].marked = text.into();
        Some(dossier)
    };
    let expected = |second| vec![(1, vec![1], Said::Matches), (2, vec![2, 3], second)];
    assert_eq!(said(Some(dossier())), expected(Said::Matches));
    assert_eq!(said(with("Hei Per.")), expected(Said::Differs));
    assert_eq!(said(with("")), expected(Said::Erased));
    assert_eq!(said(None), vec![(1, vec![1], Said::Erased), (2, vec![2, 3], Said::Erased)]);
}

#[test]
fn what_is_erased_is_said_and_the_trail_still_speaks() {
    let page = page(&basis(None, 3), Language::Nb);
    for told in ["Teksten er slettet", "postene har samme sum", "laget utkast", "beviset holder", "kari"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("12 500"));
}

#[test]
fn a_proof_holds_for_its_entry_alone_and_a_newer_entry_has_none() {
    let whole = basis(None, 2);
    let holds: Vec<_> = whole.entries.iter().map(|placed| placed.holds(&whole.anchor)).collect();
    assert_eq!(holds, [Some(true), Some(true), None]);
    let mut forged = whole.entries[0].clone();
    forged.link.entry.action = Action::DraftSent;
    assert_eq!(forged.holds(&whole.anchor), Some(false));
}
