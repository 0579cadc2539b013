//! Claims with their sources and how each is borne: a table in three languages, and what must hold of any text.

use super::{Bearing, Bearing::*, Ground, support};
use crate::{
    draft::{Draft, Frame},
    evidence::{Evidence, Item, Origin, Source, sentence},
    rule::Rules,
};
use jiff::civil::date;
use vocabulary::{Code, Language, Outcome};

const TODAY: jiff::civil::Date = date(2026, 11, 23);

const FEES: &str = "Gebyrregulativ 2026 for byggesak|gebyr-2026|Garasje inntil 70 m²: kr 8 400.\nTilbygg inntil 50 m²: kr 12 500.\n\
    Tilbygg over 50 m²: kr 19 800.\nIgangsettingstillatelse: kr 3 200.\nLedningsanlegg: kr 45 per m².\nGebyr uten oppmøte: kr 700. Gebyr med oppmøte: kr 950.";
const OLD_FEES: &str =
    "Gebyrregulativ 2025 for byggesak|gebyr-2025|Garasje inntil 70 m²: kr 8 000.\nTilbygg inntil 50 m²: kr 11 900.";
const BOTH: &str = "Priser|pris|Gebyret er kr 8 400 for garasje og kr 12 500 for tilbygg.";
const HEADED: &str = "Priser|pris|Garasje\nGebyret er kr 8 400.\nTilbygg\nGebyret er kr 12 500.";
const NEIGHBOUR: &str =
    "Nabovarsel|nabo|Naboene har to uker på seg til å komme med merknader. Vi behandler søknaden innen tolv uker.";
const APPEAL: &str = "Klage|klage|Fristen for å klage er tre uker fra du fikk vedtaket. Klagen sendes til kommunen, ikke til statsforvalteren.";
const HOURS: &str = "Åpningstider|tid|Innbyggertorget er åpent mandag til fredag klokken 09–15. Byggesak har åpen vakt onsdager klokken 10–14. \
    Sentralbordet har telefon 55 00 40 00. Vakttelefonen er 55 00 41 00.";
const CARE: &str = "Barnehage|bhg|Hovedopptaket har søknadsfrist 1. mars 2026. Klagefristen er 15. april 2026. Foreldrebetalingen er kr 1 200 i måneden. \
    Eiendomsskatten er 3 promille. Moderasjonen er 30 prosent for søsken.";
const LEAVE: &str = "Parkering|park|Tillatelsen er gratis og gjelder inntil fem år. Du må ikke sende legeerklæringen på e-post. Kurset varer halvannen time.";
const WASTE: &str = "Henting av avfall|avfall|Restavfall blir henta annakvar veke. Dunkar med feil innhald blir ikkje tømde. Renovasjonsavgifta for 140 liter er kr 4 350 i 2026.";
const PERMIT: &str = "Applying for a permit|permit|You need a permit for an extension larger than 15 m². Complete applications are handled within three weeks. \
    You may not begin any work before you have received the permission. The fee is NOK 12,500 and is due on 1 March 2026.";
const CASE: &str = "Frist i saken|2026/1234-5|Fristen for å sende tegninger er 1. desember 2026.";
const OTHER_CASE: &str = "Frist i saken|2025/77-2|Fristen for å sende tegninger er 15. desember 2026.";
const PERSON: &str = "Saken|sak|Saksbehandler for byggesaken er Kari Nordby. Vedtaket ble sendt 2. november 2026. Regningen er kr 1 000 uten mva.";

/// Claim, sources (title, record and text), bearing.
const TABLE: &[(&str, &[&str], Bearing)] = &[
    // The same value in other forms.
    ("Gebyret for tilbygg inntil 50 m² er kr 12 500 [1].", &[FEES], Supported),
    ("Gebyret for tilbygg inntil 50 m² er kr 12 500,- [1].", &[FEES], Supported),
    ("Gebyret for tilbygg inntil 50 kvm er 12.500 kroner [1].", &[FEES], Supported),
    ("Gebyret for tilbygg inntil 50 m² er tolv tusen fem hundre kroner [1].", &[FEES], Supported),
    ("Gebyret for tilbygg inntil 50 m2 er NOK 12,500.00 [1].", &[FEES], Supported),
    ("The fee for an extension is NOK 12 500 [1].", &[FEES], Supported),
    ("Gebyret for tilbygg er 12 500 kronar [1].", &[FEES], Supported),
    ("Søknadsfristen i hovedopptaket er første mars 2026 [1].", &[CARE], Supported),
    ("Søknadsfristen i hovedopptaket er 01.03.26 [1].", &[CARE], Supported),
    ("Søknadsfristen i hovedopptaket er 1. mars [1].", &[CARE], Supported),
    ("Søknadsfristen i hovudopptaket er fyrste mars 2026 [1].", &[CARE], Supported),
    ("The fee is due March 1, 2026 [1].", &[PERMIT], Supported),
    ("Kurset varer 90 minutter [1].", &[LEAVE], Supported),
    ("Kurset varer 1,5 timer [1].", &[LEAVE], Supported),
    ("Kurset varer to timer [1].", &[LEAVE], Contradicted),
    ("Naboene har 14 dager på seg til å komme med merknader [1].", &[NEIGHBOUR], Supported),
    ("Naboane har to veker på seg til å kome med merknader [1].", &[NEIGHBOUR], Supported),
    ("Moderasjonen for søsken er tretti prosent [1].", &[CARE], Supported),
    ("Byggesak har åpen vakt onsdager kl. 10.00–14.00 [1].", &[HOURS], Supported),
    ("Vi behandler søknaden innen 12 uker [1].", &[NEIGHBOUR], Supported),
    ("Applications are handled within 21 days when they are complete [1].", &[PERMIT], Supported),
    // A value that the source does not have.
    ("Gebyret for tilbygg inntil 50 m² er kr 12 600 [1].", &[FEES], Contradicted),
    ("Søknadsfristen i hovedopptaket er 1. mai 2026 [1].", &[CARE], Contradicted),
    ("Naboene har tre uker på seg til å komme med merknader [1].", &[NEIGHBOUR], Contradicted),
    ("You need a permit for an extension larger than 25 m² [1].", &[PERMIT], Contradicted),
    ("Complete applications are handled within two weeks [1].", &[PERMIT], Contradicted),
    ("Renovasjonsavgifta for 140 liter er kr 4 530 i 2026 [1].", &[WASTE], Contradicted),
    // The right value of something else.
    ("Gebyret for garasje er kr 12 500 [1].", &[FEES], Contradicted),
    ("Gebyret for tilbygg er kr 8 400 [1].", &[FEES], Contradicted),
    ("Gebyret for tilbygg over 50 m² er kr 12 500 [1].", &[FEES], Contradicted),
    ("Gebyret for tilbygg inntil 50 m² er kr 19 800 [1].", &[FEES], Contradicted),
    ("Gebyret for tilbygg over 50 m² er kr 19 800 [1].", &[FEES], Supported),
    ("Gebyr med oppmøte er kr 700 [1].", &[FEES], Contradicted),
    ("Gebyr med oppmøte er kr 950 [1].", &[FEES], Supported),
    ("Gebyret for garasje er kr 12 500 [1].", &[BOTH], Contradicted),
    ("Gebyret for garasje er kr 8 400 [1].", &[BOTH], Supported),
    ("Gebyret for tilbygg er kr 12 500 [1].", &[BOTH], Supported),
    ("Gebyret for tilbygg er kr 8 400 [1].", &[HEADED], Contradicted),
    ("Gebyret for tilbygg er kr 12 500 [1].", &[HEADED], Supported),
    ("Naboene har tolv uker på seg til å komme med merknader [1].", &[NEIGHBOUR], Contradicted),
    ("Klagefristen er 1. mars 2026 [1].", &[CARE], Contradicted),
    ("Klagefristen er 15. april 2026 [1].", &[CARE], Supported),
    ("Vakttelefonen er 55 00 40 00 [1].", &[HOURS], Contradicted),
    ("Vakttelefonen er 55 00 41 00 [1].", &[HOURS], Supported),
    ("Innbyggertorget er åpent klokken 10–14 [1].", &[HOURS], Contradicted),
    (
        "Byggegebyrene er fra 2026, og «Priser» er datert 3. mars 2026 [1].",
        &["Priser 3. mars 2026|pris|Gebyrene gjelder fra 1. januar 2026."],
        Supported,
    ),
    // Another unit.
    ("Gebyret for ledningsanlegg er kr 45 [1].", &[FEES], Contradicted),
    ("Gebyret for ledningsanlegg er kr 45 per kvadratmeter [1].", &[FEES], Supported),
    ("Naboene har 14 arbeidsdager på seg til å komme med merknader [1].", &[NEIGHBOUR], Contradicted),
    ("Renovasjonsavgifta for 140 m³ er kr 4 350 i 2026 [1].", &[WASTE], Contradicted),
    // Another year.
    ("Gebyret for tilbygg inntil 50 m² i 2026 er kr 11 900 [1].", &[OLD_FEES], Contradicted),
    ("Gebyret for tilbygg inntil 50 m² i 2025 er kr 11 900 [1].", &[OLD_FEES], Supported),
    ("Gebyret for tilbygg inntil 50 m² er kr 11 900 [1].", &[OLD_FEES, FEES], Contradicted),
    ("Gebyret for tilbygg inntil 50 m² er kr 12 500 [2].", &[OLD_FEES, FEES], Supported),
    ("Renovasjonsavgifta for 140 liter er kr 4 350 i 2027 [1].", &[WASTE], Contradicted),
    (
        "Søknaden kom 3. desember 2025, og gebyret for tilbygg inntil 50 m² var kr 11 900 [1].",
        &[OLD_FEES, FEES],
        Unsupported,
    ),
    // Another case.
    ("Fristen for å sende tegninger i sak 2026/1234 er 15. desember 2026 [2].", &[CASE, OTHER_CASE], Contradicted),
    ("Fristen for å sende tegninger i sak 2026/1234 er 1. desember 2026 [1].", &[CASE, OTHER_CASE], Supported),
    ("Fristen for å sende teikningar er 15. desember 2026 [1].", &[CASE, OTHER_CASE], Contradicted),
    // Denials.
    ("Du må sende legeerklæringen på e-post [1].", &[LEAVE], Contradicted),
    ("Du må ikke sende legeerklæringen på e-post [1].", &[LEAVE], Supported),
    ("Tillatelsen er ikke gratis [1].", &[LEAVE], Contradicted),
    ("Dunkar med feil innhald blir tømde [1].", &[WASTE], Contradicted),
    ("Dunkar med feil innhald blir ikkje tømde [1].", &[WASTE], Supported),
    ("You may begin any work before you have received the permission [1].", &[PERMIT], Contradicted),
    ("You do not need a permit for an extension larger than 15 m² [1].", &[PERMIT], Contradicted),
    (
        "Send legeerklæringen på e-post [1].",
        &["Parkering|park|Ikke send legeerklæringen på e-post; bruk skjemaet."],
        Contradicted,
    ),
    ("Klagen sendes til statsforvalteren [1].", &[APPEAL], Contradicted),
    ("Gebyr med oppmøte betales ikke [1].", &["Gebyr|g|Gebyr uten oppmøte betales ikke."], Contradicted),
    ("Klagefristen på taksten er tre uker [1].", &["Takst|t|Klage på taksten sendes innen seks uker."], Contradicted),
    ("Vi held stengt 24. desember [1].", &["Tider|t|Torget er stengt 24. og 31. desember."], Supported),
    // Computed.
    ("Tilbygg inntil 50 m² og igangsettingstillatelse koster til sammen kr 15 700 [1].", &[FEES], Supported),
    ("Tilbygg kr 12 500 og igangsetting kr 3 200 er til sammen kr 15 700 [1].", &[FEES], Supported),
    ("Tilbygg kr 12 500 og igangsetting kr 3 200 er til sammen kr 16 700 [1].", &[FEES], Contradicted),
    ("Regningen er kr 1 250 med mva [1].", &[PERSON], Supported),
    ("Ledningsanlegg på 20 m² koster kr 900 [1].", &[FEES], Supported),
    ("Foreldrebetalingen er kr 14 400 i året [1].", &[CARE], Supported),
    (
        "Vedtaket ble sendt 2. november 2026, og klagefristen er tre uker, altså 23. november 2026 [1][2].",
        &[PERSON, APPEAL],
        Supported,
    ),
    (
        "Vedtaket ble sendt 2. november 2026, og klagefristen er tre uker, altså 30. november 2026 [1][2].",
        &[PERSON, APPEAL],
        Contradicted,
    ),
    ("Det er 8 dager igjen til fristen for å sende tegninger [1].", &[CASE], Supported),
    ("Det er 18 dager igjen til fristen for å sende tegninger [1].", &[CASE], Unsupported),
    // Words and names.
    ("Saksbehandler for byggesaken er Kari Nordby [1].", &[PERSON], Supported),
    ("Saksbehandler for byggesaken er Ola Nes [1].", &[PERSON], Unsupported),
    ("Klagen sender du til kommunen [1].", &[APPEAL], Supported),
    ("Du må levere politiattest til kulturskolen [1].", &[APPEAL], Unsupported),
    ("Kva skjer no?", &[APPEAL], NoClaim),
    ("Med venleg helsing", &[APPEAL], NoClaim),
];

fn evidence(sources: &[&str]) -> Evidence {
    let item = |(number, text): (u16, &&str)| {
        let mut parts = text.splitn(3, '|');
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (title, record, text) = (next(), next(), next());
        let case = record.split('-').next().and_then(|number| number.parse().ok());
        let source = Source { case, ..Source::open(Origin::Article, &record, &title, &text) };
        Item { number, source }
    };
    Evidence::restored((1..).zip(sources).map(item).collect())
}

fn checked(marked: &str, sources: &[&str]) -> super::Checked {
    let frame =
        Frame { language: Language::Nb, outcome: Outcome::Ready, footer: String::new(), recipients: Vec::new() };
    let (evidence, rules) = (evidence(sources), Rules::shipped("Fjordvik kommune"));
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
    super::run(Draft::parse(marked, frame).expect("a readable draft"), &ground)
}

#[test]
fn a_claim_is_borne_as_a_reader_of_its_source_would_say() {
    let mut wrong = Vec::new();
    for (claim, sources, wanted) in TABLE {
        let found = checked(claim, sources);
        let one = &found.sentences()[0];
        if one.bearing != *wanted {
            wrong.push(format!("{claim} {:?}, wanted {wanted:?}: {:?}", one.bearing, one.values));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
}
/// Numbers without end, the same at every run.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// The sentences of the table's sources, without those that are headings or lists.
fn repeated() -> Vec<(&'static str, String)> {
    let all = [FEES, BOTH, NEIGHBOUR, APPEAL, HOURS, CARE, LEAVE, WASTE, PERMIT, PERSON];
    let sentences = |source: &'static str| {
        let text = source.rsplit('|').next().unwrap_or_default();
        let cut = sentence::split(text).into_iter().map(|range| text[range].trim_end_matches('.').to_owned());
        cut.map(move |sentence| (source, sentence)).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(sentences).collect()
}

#[test]
fn a_sentence_repeated_word_for_word_is_supported_and_with_a_digit_changed_it_is_not() {
    let mut seeded = Seeded(7);
    for (source, sentence) in repeated() {
        let found = checked(&format!("{sentence} [1]."), &[source]);
        assert_eq!(found.sentences()[0].bearing, Supported, "{sentence}: {:?}", found.sentences()[0].values);
        let digits: Vec<usize> =
            sentence.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
        if digits.is_empty() {
            continue;
        }
        for _ in 0..4 {
            let at = digits[seeded.below(digits.len())];
            let old = sentence[at..].chars().next().and_then(|c| c.to_digit(10)).unwrap_or(0) as usize;
            let new = (old + 1 + seeded.below(8)) % 10;
            let changed = format!("{}{new}{} [1].", &sentence[..at], &sentence[at + 1..]);
            let found = checked(&changed, &[source]);
            assert_ne!(found.sentences()[0].bearing, Supported, "{changed}: {:?}", found.sentences()[0].values);
        }
    }
}

#[test]
fn any_text_is_read_and_every_place_lies_within_it() {
    let pieces = [
        "Gebyret ",
        "kr 12 500",
        "ikke ",
        "tolv tusen kroner ",
        "😀",
        "«",
        "\n",
        ". ",
        "[1]",
        "1. mars",
        "§ 11 ",
        "⟦x⟧",
        "Ola Nes ",
        "halvannen time ",
        "2026",
        "n't ",
        ",- ",
        "%",
        "\u{a0}",
        "-",
        "i",
        "æ",
        "10 % av ",
    ];
    let mut seeded = Seeded(11);
    for _ in 0..150 {
        let mut text = |length: usize| (0..length).map(|_| pieces[seeded.below(pieces.len())]).collect::<String>();
        let (claim, source) = (text(14), text(20));
        let (_, score, spans) = support::bearing(&claim, &source, TODAY);
        assert!((0.0..=1.0).contains(&score), "{claim:?}");
        assert!(spans.iter().all(|span| span.start < span.end && span.end <= claim.chars().count()), "{claim:?}");
        let found = checked(&format!("A{claim}"), &[&format!("Tittel|sak|{source}")]);
        for span in found.findings().iter().filter_map(|finding| finding.span) {
            assert!(span.end <= found.draft().marked().chars().count(), "{claim:?}");
        }
    }
}

#[test]
fn a_hostile_claim_against_a_hostile_source_takes_no_longer_than_their_lengths() {
    let at = std::time::Instant::now();
    for piece in ["gebyr ", "Gebyr. ", "kr 12 500 ", "1. mars ", "ikke ikke. ", "tusen ", "a", "gebyrgebyr "] {
        let text = piece.repeat(20_000 / piece.len());
        let _ = support::bearing(&text, &text, TODAY);
    }
    let forms: String = (0..4_000).map(|number| format!("gebyr{}æ ", "a".repeat(number % 40))).collect();
    let _ = support::bearing(&forms, &forms, TODAY);
    // Quadratic work would take minutes, so the bound may be wide.
    assert!(at.elapsed().as_secs() < 20, "{:?}", at.elapsed());
}

#[test]
fn the_source_that_says_it_is_named() {
    for (marked, code, number) in [
        ("Naboene har to uker på seg til å komme med merknader.", Code::CitationMissing, 2),
        ("Naboene har to uker på seg til å komme med merknader [1].", Code::Unsupported, 2),
        ("Gebyret for garasje inntil 70 m² er kr 8 400.", Code::CitationMissing, 1),
    ] {
        let found = checked(marked, &[FEES, NEIGHBOUR, HOURS]);
        let finding = found.findings().iter().find(|finding| finding.code == code).expect(marked);
        assert_eq!(finding.evidence, [number], "{marked}");
        assert!(finding.why.contains(&number.to_string()), "{}", finding.why);
    }
    let found = checked("Du må levere politiattest til kulturskolen.", &[FEES, NEIGHBOUR]);
    assert!(found.findings().iter().all(|finding| finding.evidence.is_empty()), "{:?}", found.findings());
}

#[test]
fn a_text_is_held_against_one_source_as_a_whole() {
    let source =
        "Kommunen åpnet biblioteket i Storgata 4. mai 1998. Det har 12 000 bøker og er ikke åpent på søndager.";
    for (claim, wanted) in [
        ("Biblioteket i Storgata åpnet 4. mai 1998.", Supported),
        ("Biblioteket har 12 000 bøker.", Supported),
        ("Biblioteket har 13 000 bøker.", Unsupported),
        ("Det er åpent på søndager.", Contradicted),
        ("Jeg tror biblioteket er fint.", Unsupported),
        ("Har biblioteket 12 000 bøker?", Unsupported),
        ("Rådhuset fikk nytt tak i fjor.", Unsupported),
    ] {
        let (found, score, _) = support::bearing(claim, source, TODAY);
        assert_eq!(found, wanted, "{claim}: {score}");
    }
}
