//! What is proposed for a mail (sortering): one action with a reason, and a unit only where it is forwarded.

use crate::words::{QUOTED, SAID};
use domain::{
    evidence::matching::match_case,
    port::Reader,
    sort::{Class, Confirmed, Envelope, Facts, House, Label, Learned, Unit, propose},
    thread::{Address, Message, Thread},
};
use fuzz::Pick;
use jiff::civil::date;
use text::Text;
use vocabulary::Language;

const WORDS: &[&str] = &[
    "innsyn",
    "ber om innsyn i",
    "kopi av",
    "klage",
    "klager på vedtaket",
    "påklages",
    "NAV",
    "skattemelding",
    "Skatteetaten",
    "politiet",
    "legetime",
    "nyhetsbrev",
    "avmeld",
    "unsubscribe",
    "tilbud",
    "faktura",
    "vedlagt",
    "til orientering",
    "takk",
    "automatisk svar",
    "out of office",
    "barnehage",
    "byggesak",
    "renovasjon",
    "vann og avløp",
    "eiendomsskatt",
    "skjenkebevilling",
    "parkering",
    "sak 2026/1234",
    "?",
    "!",
    "\n",
    "Fjordvik",
];
const HEADERS: &[&str] = &[
    "List-Unsubscribe",
    "Precedence",
    "Auto-Submitted",
    "X-Mailer",
    "From",
    "Return-Path",
    "X-Spam-Flag",
    "List-Id",
    "",
];
const VALUES: &[&str] = &["<https://x.no>", "bulk", "auto-replied", "no-reply@x.no", "<>", "YES", "list", "\u{0}", "æ"];

fn house(pick: &mut Pick<'_>) -> House {
    let unit = |place: usize, about: String| Unit {
        id: format!("u{place}"),
        name: ["Byggesak", "Barnehage", "Servicetorg"][place].to_owned(),
        email: format!("post{place}@fjordvik.kommune.no"),
        about,
    };
    House::new((0..3).map(|place| unit(place, pick.words(6, WORDS))).collect())
}

fuzz::target!(
    /// Any mail in any house.
    sort_propose, 250, |pick| {
    let house = house(&mut pick.part());
    let lines: Vec<_> = (0..pick.below(4)).map(|_| (pick.one(HEADERS), pick.one(VALUES))).collect();
    let from = Address { name: None, address: pick.one(&["per@example.no", "no-reply@x.no", "post0@fjordvik.kommune.no", ""]).to_owned() };
    let (subject, text) = (pick.part().words(6, WORDS), pick.text_of(&[WORDS, WORDS, SAID, QUOTED]));
    let mail = Message { from, subject, text: text.clone(), ..Message::default() };
    let thread = Thread::new(vec![mail], None, date(2026, 11, 21)).expect("there is a mail");
    let mut learned = Learned::default();
    let matched = match_case(&thread, &[], &[]);
    let facts = Facts { thread: &thread, envelope: Envelope::default(), matched: &matched, sources: &[], house: &house, learned: None };
    for _ in 0..pick.below(60) {
        let label = Label::of(Class::Forward, Some("u1".to_owned())).expect("a unit");
        learned.add(&Confirmed::of(&facts, label));
    }
    for learned in [None, Some(&learned)] {
        let facts = Facts { thread: &thread, envelope: Envelope::of(lines.iter().copied()), matched: &matched, sources: &[], house: &house, learned };
        let proposal = propose(&facts);
        assert!((0.0..=1.0).contains(&proposal.confidence), "{text:?}: {proposal:?}");
        let unit = proposal.forward_to.as_deref();
        assert!(unit.is_none_or(|id| house.units().iter().any(|unit| unit.id == id)), "{text:?}: {proposal:?}");
        assert!(unit.is_none() || proposal.class == Class::Forward, "{text:?}: {proposal:?}");
        let told = |language: Language| proposal.reasons.iter().all(|reason| !reason.words(language).trim().is_empty());
        assert!(!proposal.reasons.is_empty() && told(Language::Nb) && told(Language::En), "{text:?}: {proposal:?}");
    }
});

fuzz::target!(
    /// The header of any bytes.
    sort_envelope, 500, |pick| {
    let mail = &fuzz::mails()[pick.below(fuzz::mails().len())];
    let bytes = pick.mutated(&mail.bytes, HEADERS);
    let header = Text.header(&bytes);
    let _ = Envelope::of(header.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let _ = Text.mail(&bytes);
});
