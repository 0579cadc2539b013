//! Briefs and the letters they become, each read by a person who writes such letters; a table for each flow, in each language.

#![allow(clippy::too_many_lines, reason = "a table of letters is as long as its letters")]

mod case;
mod guidance;
mod ground;
mod receipt;
mod rule;
mod tone;

use super::compose;
use crate::draft::brief::{Brief, Excerpt, Purpose};
use crate::evidence::Origin;
use jiff::civil::{Date, date};
use vocabulary::{CaseNumber, Language, Outcome};

/// One row: what is asked of the writer, and what the letter then says between greeting and closing.
struct Row {
    what: &'static str,
    brief: Brief,
    outcome: Outcome,
    body: &'static str,
}

fn row(what: &'static str, brief: Brief, outcome: Outcome, body: &'static str) -> Row {
    Row { what, brief, outcome, body }
}

/// All rows of all flows, for the rules that hold of every letter.
fn rows() -> Vec<Row> {
    [case::rows(), guidance::rows(), ground::rows(), receipt::rows()].into_iter().flatten().collect()
}

#[test]
fn each_flow_reads_as_a_caseworker_would_write_it() {
    let wrong: Vec<String> = rows()
        .into_iter()
        .filter_map(|row| {
            let answer = compose(&row.brief);
            // Blanks that hold a value together read like any other.
            let body = body(&answer.marked()).replace('\u{a0}', " ");
            let right = body == row.body && answer.outcome == row.outcome;
            (!right).then(|| format!("@@ {}\n{:?}\n{body}\n", row.what, answer.outcome))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_value_and_its_unit_stand_on_one_line() {
    let marked = compose(&brief(Language::Nb, &["Hva koster tilbygg på 60 m²?"], vec![fees()])).marked();
    assert!(marked.contains("over 50\u{a0}m² er kr\u{a0}19\u{a0}800. [3]"), "{marked}");
}

/// The letter without greeting, the line of leave and signature.
fn body(marked: &str) -> String {
    const LEAVE: [&str; 3] = ["Er noe uklart", "Er noko uklart", "If anything is unclear"];
    let paragraphs: Vec<_> = marked.split("\n\n").collect();
    let inner = paragraphs.get(1..paragraphs.len() - 1).unwrap_or_default();
    let inner = inner.iter().filter(|text| !LEAVE.iter().any(|leave| text.starts_with(leave)));
    inner.copied().collect::<Vec<_>>().join("\n\n")
}

fn excerpt(number: u16, origin: Origin, title: &str, text: &str) -> Excerpt {
    Excerpt { number, origin, title: title.into(), date: None, valid_from: None, text: text.into(), tellable: true }
}

fn article(number: u16, title: &str, text: &str) -> Excerpt {
    excerpt(number, Origin::Article, title, text)
}

fn document(number: u16, title: &str, date: Date, text: &str) -> Excerpt {
    Excerpt { date: Some(date), ..excerpt(number, Origin::Document, title, text) }
}

/// The case without a journal, as another case system may give it.
fn case() -> Excerpt {
    let text = "Saken har saksnummer 2026/1234 og gjelder «Søknad om tilbygg – Storgata 12». Saken ble opprettet 12. januar 2026. \
                Status: under behandling. Saksansvarlig er Ola Nes, Byggesak.";
    excerpt(1, Origin::Case, "Søknad om tilbygg – Storgata 12", text)
}

/// The case with what came in and went out.
fn journalled(events: &str) -> Excerpt {
    let case = case();
    Excerpt { text: format!("{} {events}", case.text), ..case }
}

fn deficiency() -> Excerpt {
    let text = "Vi har gått gjennom søknaden. Vi mangler situasjonsplan og fasadetegninger. Send dem innen tre uker.";
    document(2, "Mangelbrev", date(2026, 2, 3), text)
}

fn fees() -> Excerpt {
    let text = "Gebyrregulativ for byggesak 2026\nTilbygg inntil 50 m²: kr 12 500\nTilbygg over 50 m²: kr 19 800\nGarasje inntil 70 m²: kr 8 200\n\
                Punkt 6.2: Ferdigattest er inkludert i gebyret for søknaden.";
    excerpt(3, Origin::Fee, "Gebyrregulativ 2026", text)
}

fn hours() -> Excerpt {
    let text = "Servicetorget ligger i rådhuset. Servicetorget er åpent mandag til fredag kl. 09.00–15.00. På onsdager har Byggesak åpen vakt \
                kl. 10.00–14.00. Torget er stengt 24. og 31. desember.";
    article(4, "Åpningstider", text)
}

fn neighbours() -> Excerpt {
    let text = "Du må varsle naboer og gjenboere før du sender søknaden. De har to uker på seg til å komme med merknader. Bruk skjemaet for nabovarsel.";
    article(5, "Nabovarsel", text)
}

fn guide() -> Excerpt {
    let text = "Tilbygg over 15 m² må du søke om. Kommunen har mange fine hus. Send situasjonskart og tegninger sammen med søknaden. Bruk skjemaet på nettsiden. \
                Vi behandler søknader om tilbygg innen tre uker når de er fullstendige.";
    article(6, "Slik søker du om tilbygg", text)
}

fn guide_nn() -> Excerpt {
    let text = "Tilbygg over 15 m² må du søkje om. Send kart og teikningar saman med søknaden. Bruk skjemaet på nettsida. \
                Vi behandlar søknader om tilbygg innan tre veker når dei er fullstendige.";
    article(6, "Slik søkjer du om tilbygg", text)
}

fn guide_en() -> Excerpt {
    let text = "You need a permit for an extension larger than 15 m². Send the application with a site plan and drawings. Use the form on our website. \
                Complete applications are handled within three weeks.";
    article(6, "Applying for an extension", text)
}

fn administration_act() -> Excerpt {
    let text = "Kommunen skal avgjøre saken uten unødig opphold. I saker om enkeltvedtak skal foreløpig svar gis når henvendelsen ikke kan besvares innen en måned.";
    excerpt(7, Origin::Law, "Foreløpig svar – forvaltningsloven § 11 a", text)
}

fn appeals() -> Excerpt {
    let text = "Fristen for å klage er tre uker fra du fikk brevet om vedtaket. Vi vurderer saken på nytt og sender den til klageinstansen hvis vi ikke endrer \
                vedtaket. Klager på vedtak etter plan- og bygningsloven avgjøres av statsforvalteren.";
    article(8, "Slik klager du på et vedtak i byggesak", text)
}

fn access() -> Excerpt {
    article(
        9,
        "Slik ber du om innsyn i dokumenter",
        "Alle kan be om innsyn i dokumentene våre. Vi svarer uten ugrunnet opphold og senest innen fem arbeidsdager.",
    )
}

fn brief(language: Language, questions: &[&str], evidence: Vec<Excerpt>) -> Brief {
    let case = evidence.iter().any(|excerpt| excerpt.origin == Origin::Case);
    Brief {
        purpose: Purpose::Answer,
        language,
        tone: vocabulary::Tone::Usual,
        name: Some("Per Haug".into()),
        signature: ("Kari Nordby".into(), "Fjordvik kommune".into()),
        subject: "Tilbygg i Storgata 12".into(),
        mail: String::new(),
        questions: questions.iter().map(|question| (*question).to_owned()).collect(),
        evidence,
        received: Some(date(2026, 11, 20)),
        case: case.then_some(CaseNumber { year: 2026, sequence: 1234 }),
        today: date(2026, 11, 21),
    }
}

/// The same brief for a mail with these words.
fn mail(words: &str, brief: Brief) -> Brief {
    Brief { mail: words.into(), ..brief }
}

fn subject(words: &str, brief: Brief) -> Brief {
    Brief { subject: words.into(), ..brief }
}
