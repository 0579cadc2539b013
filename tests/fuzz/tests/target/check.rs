//! The checks (kontroll): over any draft and any text they find, and what they find is there.

use crate::words::SAID;
use domain::{
    case::Access,
    check::{self, Bearing, Ground, support::bearing},
    draft::{Draft, Frame},
    evidence::{Evidence, Item, Origin, Source},
    rule::Rules,
    thread::{Message, Thread},
};
use fuzz::Pick;
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use vocabulary::{Language, Outcome};

const TODAY: Date = date(2026, 11, 21);

const WORDS: &[&str] = &[
    "[1]",
    "[2]",
    "[9]",
    "[1, 2]",
    "[",
    "]",
    "⟦dato⟧",
    "⟦",
    "⟧",
    ".",
    ". ",
    "!",
    "\n",
    "\n\n",
    "Gebyret for tilbygg er kr 12 500.",
    "Gebyret er kr 9 000 [1].",
    "Fristen er tre uker",
    "innen 14 dager",
    "Vi innvilger søknaden.",
    "Søknaden er avslått fordi",
    "Du har rett til å klage innen tre uker, jf. fvl. § 29.",
    "Vi lover at",
    "Du har krav på",
    "Kommunen er ansvarlig",
    "Du skriver at",
    "Hun har diabetes",
    "nabo Ola Nes er dømt",
    "fnr 13097248022",
    "konto 8601 11 17947",
    "Ny kontonummer:",
    "hestehandel",
    "dritt",
    "Dear Per,",
    "Vennlig hilsen\nKari Nordby",
    "ikke",
    "ikkje",
    "unntatt offentlighet",
    "offl. § 13",
    "fvl. § 999",
    "sak 2026/1234",
];

fn source(text: String, place: usize) -> Source {
    const ORIGINS: [Origin; 9] = [
        Origin::Case,
        Origin::Document,
        Origin::Note,
        Origin::Article,
        Origin::Fee,
        Origin::Law,
        Origin::Decision,
        Origin::Answer,
        Origin::Similar,
    ];
    Source {
        origin: ORIGINS[place % ORIGINS.len()],
        system: "register".into(),
        record: format!("2026/{place}"),
        title: "Gebyrregulativ".into(),
        date: place.is_multiple_of(2).then_some(date(2019, 1, 1)),
        valid_from: None,
        valid_to: place.is_multiple_of(3).then_some(TODAY),
        access: Access { code: (place % 4 == 1).then(|| "UO".to_owned()), legal_basis: None },
        case: None,
        parties: Vec::new(),
        url: None,
        unit: None,
        text,
        retrieved: Timestamp::UNIX_EPOCH,
    }
}

fn evidence(pick: &mut Pick<'_>) -> Evidence {
    let numbers = 1..=3;
    Evidence::restored(
        numbers.map(|number| Item { number, source: source(pick.words(12, SAID), pick.below(24)) }).collect(),
    )
}

fn thread(pick: &mut Pick<'_>) -> Option<Thread> {
    let mail = Message { subject: pick.words(4, SAID), text: pick.text(SAID), ..Message::default() };
    Thread::new(vec![mail], None, TODAY).ok().filter(|_| pick.below(4) > 0)
}

fn language(pick: &mut Pick<'_>) -> Language {
    pick.one(&[Language::Nb, Language::Nn, Language::En])
}

fuzz::target!(
    /// A draft with its evidence and the mail it answers.
    check_draft, 60, |pick| {
    let (evidence, thread) = (evidence(&mut pick.part()), thread(&mut pick.part()));
    let (rules, words) = (Rules::shipped("Fjordvik kommune"), language(pick));
    let recipients = vec!["per.haug@example.no".to_owned()];
    let frame = Frame { language: language(pick), outcome: Outcome::Ready, footer: String::new(), recipients };
    let marked = pick.text_of(&[WORDS, WORDS, SAID]);
    let Ok(draft) = Draft::parse(&marked, frame) else { return };
    let checked = check::run(draft, &Ground { thread: thread.as_ref(), evidence: &evidence, rules: &rules, today: TODAY, words });
    let text = checked.draft().marked();
    let length = text.chars().count();
    assert_eq!(checked.sentences().len(), checked.draft().sentences().len(), "{marked:?}");
    for sentence in checked.sentences() {
        assert!(sentence.span.end <= length, "{marked:?}");
        for (value, ..) in &sentence.values {
            // Blanks stand for a citation or gap that a value goes around.
            let (written, mut words) = (value.span.of(text), value.text.split_whitespace());
            let (first, last) = (words.next().unwrap_or_default(), words.next_back().unwrap_or_default());
            assert!(written.starts_with(first) && written.ends_with(last), "{marked:?}: {value:?}");
        }
    }
    for pair in checked.findings().windows(2) {
        assert!(pair[0].severity >= pair[1].severity, "heaviest first: {marked:?}");
    }
    for finding in checked.findings() {
        assert!(finding.span.is_none_or(|span| span.end <= length), "{marked:?}: {finding:?}");
        assert!(!finding.why.trim().is_empty() && !finding.clears.trim().is_empty(), "{marked:?}: {finding:?}");
    }
});

fuzz::target!(
    /// A text that somebody wrote without our help.
    check_text, 100, |pick| {
    let evidence = evidence(&mut pick.part());
    let (rules, words) = (Rules::shipped("Fjordvik kommune"), language(pick));
    let text = pick.text_of(&[WORDS, WORDS, SAID]);
    let length = text.chars().count();
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words };
    for finding in check::text_findings(&text, &ground) {
        assert!(finding.span.is_none_or(|span| span.end <= length), "{text:?}: {finding:?}");
    }
});

fuzz::target!(
    /// One claim against one source.
    check_claim, 250, |pick| {
    let source = pick.part().text(SAID);
    let claim = if pick.coin() { String::from_utf8_lossy(&pick.mutated(source.as_bytes(), SAID)).into_owned() } else { pick.text(SAID) };
    let (found, score, spans) = bearing(&claim, &source, TODAY);
    let length = claim.chars().count();
    assert!((0.0..=1.0).contains(&score) && found != Bearing::NoClaim, "{claim:?} / {source:?}: {score}");
    assert!(spans.iter().all(|span| span.end <= length), "{claim:?} / {source:?}: {spans:?}");
});
