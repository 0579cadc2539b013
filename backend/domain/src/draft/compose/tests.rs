//! Briefs and the letters they become, each read by a person who writes such letters.

use super::compose;
use crate::deadline::{self, Kind};
use crate::draft::brief::{Brief, Excerpt, Purpose};
use crate::evidence::Origin;
use jiff::civil::date;
use vocabulary::{CaseNumber, Language, Outcome};

fn excerpt(number: u16, origin: Origin, title: &str, text: &str) -> Excerpt {
    Excerpt { number, origin, title: title.into(), date: None, valid_from: None, text: text.into(), tellable: true }
}

fn case() -> Excerpt {
    let text = "Saken har saksnummer 2026/1234 og gjelder «Søknad om tilbygg – Storgata 12». Saken ble opprettet 12. januar 2026. \
                Status: under behandling. Saksansvarlig er Ola Nes, Byggesak.";
    excerpt(1, Origin::Case, "Søknad om tilbygg – Storgata 12", text)
}

fn letter_in_case() -> Excerpt {
    let text = "Vi har gått gjennom søknaden. Vi mangler situasjonsplan og fasadetegninger. Send dem innen tre uker.";
    Excerpt { date: Some(date(2026, 2, 3)), ..excerpt(2, Origin::Document, "Mangelbrev", text) }
}

fn fees() -> Excerpt {
    let text = "Gebyrregulativ for byggesak 2026\nTilbygg inntil 50 m²: kr 12 500\nGarasje inntil 70 m²: kr 8 200\nFerdigattest: kr 1 900";
    excerpt(3, Origin::Fee, "Gebyrregulativ 2026", text)
}

fn hours() -> Excerpt {
    let text = "Servicetorget ligger i rådhuset. Servicetorget er åpent mandag til fredag kl. 09.00–15.00. Du kan også ringe oss. Velkommen innom.";
    excerpt(4, Origin::Article, "Åpningstider", text)
}

fn neighbours() -> Excerpt {
    let text = "Du må varsle naboer og gjenboere før du sender søknaden. De har to uker på seg til å komme med merknader. Bruk skjemaet for nabovarsel.";
    excerpt(5, Origin::Article, "Nabovarsel", text)
}

fn brief(language: Language, questions: &[&str], evidence: Vec<Excerpt>) -> Brief {
    let case = evidence.iter().any(|excerpt| excerpt.origin == Origin::Case);
    Brief {
        purpose: Purpose::Answer,
        language,
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

#[track_caller]
fn reads(brief: &Brief, outcome: Outcome, letter: &str) {
    let answer = compose(brief);
    assert_eq!(answer.marked(), letter, "\n--- written:\n{}\n---", answer.marked());
    assert_eq!(answer.outcome, outcome);
}

#[test]
fn status_fee_and_a_rule_in_bokmal() {
    let questions = ["Hva er status i saken min?", "Hvor mye koster det å søke om tilbygg?", "Må jeg varsle naboene?"];
    let evidence = vec![case(), letter_in_case(), fees(), hours(), neighbours()];
    reads(
        &brief(Language::Nb, &questions, evidence),
        Outcome::Ready,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling. [1] Saken ble opprettet 12. januar 2026, og det er Ola Nes i Byggesak som har ansvaret. [1] Blant dokumentene i saken er «Mangelbrev» av 3. februar 2026. [2]\n\nNår det gjelder prisen, er gebyret for tilbygg inntil 50 m² kr 12 500. [3]\n\nDu må varsle naboer og gjenboere før du sender søknaden. [5] De har to uker på seg til å komme med merknader. [5] Bruk skjemaet for nabovarsel. [5]\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn facts_are_read_as_sentences_and_as_lines() {
    let lines = "Saksnummer: 2026/1234\nTittel: Søknad om tilbygg – Storgata 12\nStatus: B\nOpprettet: 2026-01-12\nSaksansvarlig: Ola Nes\nEnhet: Byggesak";
    let lines = excerpt(1, Origin::Case, "Søknad om tilbygg – Storgata 12", lines);
    let questions = ["Hva er status i saken min?"];
    let letters = [case(), lines].map(|case| compose(&brief(Language::Nb, &questions, vec![case])).marked());
    assert_eq!(letters[0], letters[1]);
}

#[test]
fn a_closed_case_is_told_with_its_last_letter() {
    let text = "Saken har saksnummer 2025/7 og gjelder «Garasje». Saken ble opprettet 1. mars 2025. Status: ferdig behandlet. \
                Saken ble avsluttet 2. juni 2025. Vi mottok «Søknad» 1. mars 2025. Vi sendte «Vedtak» 30. mai 2025.";
    let questions = ["Har dere noe nytt om status?"];
    let evidence = vec![excerpt(1, Origin::Case, "Garasje", text)];
    reads(
        &brief(Language::Nb, &questions, evidence),
        Outcome::Ready,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\nSaken din, 2025/7 «Garasje», er avsluttet. [1] Saken ble avsluttet 2. juni 2025. [1] Vi sendte «Vedtak» 30. mai 2025. [1]\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn the_same_in_nynorsk_quotes_what_is_bokmal() {
    let questions = ["Kor langt er saka mi komen?", "Kva kostar det å søkje om tilbygg?", "Må eg varsle naboane?"];
    let evidence = vec![case(), fees(), neighbours()];
    reads(
        &brief(Language::Nn, &questions, evidence),
        Outcome::Ready,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\nSaka di, 2026/1234 «Søknad om tilbygg – Storgata 12», er under handsaming. [1] Saka vart oppretta 12. januar 2026, og det er Ola Nes i Byggesak som har ansvaret. [1]\n\nNår det gjeld prisen, er gebyret for tilbygg inntil 50 m² kr 12 500. [3]\n\nI «Nabovarsel» står det: «Du må varsle naboer og gjenboere før du sender søknaden. De har to uker på seg til å komme med merknader. Bruk skjemaet for nabovarsel.» [5]\n\nEr noko uklart, er det berre å svare på denne e-posten.\n\nVenleg helsing\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn the_same_in_english() {
    let questions = [
        "What is the status of my case?",
        "How much is the fee for an extension?",
        "When are you open? What are your opening hours?",
    ];
    let evidence = vec![case(), fees(), hours()];
    reads(
        &brief(Language::En, &questions, evidence),
        Outcome::Ready,
        "Dear Per Haug,\n\nThank you for your email.\n\nYour case, 2026/1234 “Søknad om tilbygg – Storgata 12”, is being processed. [1] It was opened on 12 January 2026, and Ola Nes (Byggesak) is responsible for it. [1]\n\nAs for the price, the fee for “Tilbygg inntil 50 m²” is kr 12 500. [3]\n\nIn “Åpningstider” it says (in Norwegian): “Servicetorget er åpent mandag til fredag kl. 09.00–15.00.” [4]\n\nIf anything is unclear, just reply to this email.\n\nKind regards\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn what_is_missing_and_when_leaves_a_gap() {
    let questions = ["Mangler dere noe fra meg?", "Når får jeg svar?", "Kan jeg sette opp gjerde mot veien?"];
    reads(
        &brief(Language::Nb, &questions, vec![case(), letter_in_case(), fees()]),
        Outcome::NeedsFilling,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\nI «Mangelbrev» av 3. februar 2026 står det: «Vi mangler situasjonsplan og fasadetegninger.» [2]\n\nDu kan vente svar ⟦når svaret kan ventes⟧.\n\n⟦svar på: Kan jeg sette opp gjerde mot veien?⟧\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn opening_hours_alone_are_a_short_letter() {
    reads(
        &brief(Language::Nb, &["Når har servicetorget åpent?"], vec![fees(), hours(), neighbours()]),
        Outcome::Ready,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\nServicetorget er åpent mandag til fredag kl. 09.00–15.00. [4]\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn nothing_known_is_said_and_nothing_is_invented() {
    let questions = ["Kan jeg sette opp gjerde mot veien [1]?"];
    reads(
        &brief(Language::Nb, &questions, vec![hours()]),
        Outcome::CannotAnswer,
        "Hei, Per Haug\n\nTakk for e-posten din.\n\n⟦svar på: Kan jeg sette opp gjerde mot veien (1)?⟧\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn an_access_request_is_told_its_date() {
    let due = super::wording::date(
        deadline::of(Kind::AccessRequest, date(2026, 11, 20), date(2026, 11, 21)).due,
        Language::Nb,
    );
    let brief = Brief {
        purpose: Purpose::AccessRequest,
        ..brief(Language::Nb, &["Kan jeg få kopi av dokumentene i saken?"], vec![])
    };
    reads(
        &brief,
        Outcome::Ready,
        &format!(
            "Hei, Per Haug\n\nVi har mottatt kravet ditt om innsyn. Vi behandler kravet så snart vi kan. Fristen er fem arbeidsdager fra vi fikk det, altså {due}.\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune"
        ),
    );
}

#[test]
fn a_complaint_is_received_and_looked_at() {
    let due = super::wording::date(
        deadline::of(Kind::PreliminaryReply, date(2026, 11, 20), date(2026, 11, 21)).due,
        Language::Nn,
    );
    let brief = Brief { purpose: Purpose::Complaint, ..brief(Language::Nn, &[], vec![case()]) };
    reads(
        &brief,
        Outcome::Ready,
        &format!(
            "Hei, Per Haug\n\nVi har fått klaga di. Klaga er knytt til sak 2026/1234. [1] Vi ser på saka på nytt. Er vi ikkje ferdige innan {due}, får du eit førebels svar frå oss.\n\nEr noko uklart, er det berre å svare på denne e-posten.\n\nVenleg helsing\nKari Nordby\nFjordvik kommune"
        ),
    );
}

#[test]
fn a_mail_that_asks_nothing_gets_a_receipt() {
    reads(
        &brief(Language::Nb, &[], vec![case()]),
        Outcome::Ready,
        "Hei, Per Haug\n\nTakk for e-posten din. Vi har mottatt den.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling. [1] Saken ble opprettet 12. januar 2026, og det er Ola Nes i Byggesak som har ansvaret. [1]\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune",
    );
    let stranger = Brief { name: None, ..brief(Language::En, &[], vec![]) };
    reads(
        &stranger,
        Outcome::CannotAnswer,
        "Hello,\n\nThank you for your email. We have received it.\n\n⟦what happens next⟧\n\nKind regards\nKari Nordby\nFjordvik kommune",
    );
}

#[test]
fn what_may_not_be_told_is_never_used() {
    let hidden = |excerpt: Excerpt| Excerpt { tellable: false, ..excerpt };
    let evidence = vec![hidden(case()), hidden(letter_in_case()), hidden(fees()), hidden(neighbours())];
    let questions =
        ["Hva er status?", "Hva koster tilbygg?", "Mangler dere noe?", "Må jeg varsle naboene?", "Hvem har saken?"];
    let answer = compose(&brief(Language::Nb, &questions, evidence));
    assert!(answer.parts.iter().all(|part| part.citations.is_empty()));
    assert!(!answer.marked().contains("12 500"));
    assert_eq!(answer.outcome, Outcome::CannotAnswer);
}

#[test]
fn every_sentence_with_a_fact_cites_and_no_citation_is_invented() {
    let questions =
        ["Hva er status, og hvem har saken?", "Hva koster garasje?", "Når har dere åpent?", "Når får jeg svar?"];
    let evidence = vec![case(), letter_in_case(), fees(), hours(), neighbours()];
    let answer = compose(&brief(Language::Nb, &questions, evidence.clone()));
    for part in &answer.parts {
        let has_value = part.text.chars().any(|c| c.is_ascii_digit());
        assert!(!has_value || !part.citations.is_empty(), "{}", part.text);
        assert!(part.citations.iter().all(|number| evidence.iter().any(|excerpt| excerpt.number == *number)));
    }
}

#[test]
fn a_deadline_is_found_in_its_own_article() {
    let uptake = "Hovedopptaket til barnehage har søknadsfrist 1. mars. Barn som fyller ett år innen utgangen av november det året det søkes, har rett til plass fra august. Foreldrene rangerer inntil fem barnehager.";
    let build = "Tilbygg over 15 m² må du søke om. Mangler det noe, ber vi deg sende det, og fristen løper fra dagen vi har fått alt.";
    let evidence = vec![
        excerpt(1, Origin::Article, "Slik søker du om tilbygg eller garasje", build),
        excerpt(2, Origin::Article, "Opptak i barnehage", uptake),
    ];
    let mut asked = brief(Language::Nb, &["Og når er fristen for å søke til neste år?"], evidence);
    asked.subject = "Klage på barnehageplass, sak 2026/733".into();
    let answer = compose(&asked);
    assert!(answer.marked().contains("søknadsfrist 1. mars. [2]"), "{}", answer.marked());
}
