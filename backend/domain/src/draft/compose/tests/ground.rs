//! Letters of several answers as a whole, and what no letter may rest on.

use super::*;
use vocabulary::{Language::*, Outcome::*};

pub(super) fn rows() -> Vec<Row> {
    let three = ["Hvor mye koster et tilbygg på 24 m²?", "Hva er status i saken min?", "Må jeg varsle naboene?"];
    let gaps = ["Mangler dere noe fra meg?", "Når får jeg svar?", "Kan jeg sette opp gjerde mot veien?"];
    let evidence = vec![case(), deficiency(), fees(), hours(), neighbours()];
    let lead = ["Jeg lurer på to ting:", "Hvem er saksbehandler?", "Når har servicetorget åpent?"];
    vec![
        row(
            "in the order of the questions",
            brief(Nb, &three, evidence),
            Ready,
            "Takk for e-posten din.\n\nGebyret for tilbygg inntil 50 m² er kr 12 500. [3]\n\nNår det gjelder saken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er den under behandling hos Ola Nes i Byggesak. [1] Saken ble opprettet 12. januar 2026. [1] Det nyeste dokumentet i saken er «Mangelbrev» fra 3. februar 2026. [2]\n\nDu må varsle naboer og gjenboere før du sender søknaden. [5] De har to uker på seg til å komme med merknader. [5] Bruk skjemaet for nabovarsel. [5]",
        ),
        row(
            "what is known and what is not",
            brief(Nb, &gaps, vec![case(), deficiency(), fees()]),
            NeedsFilling,
            "Takk for e-posten din.\n\nI «Mangelbrev» fra 3. februar 2026 står det: «Vi mangler situasjonsplan og fasadetegninger.» [2]\n\nDu kan vente svar ⟦når svaret kan ventes⟧.\n\n⟦svar på spørsmålet om gjerde mot veien⟧",
        ),
        row(
            "a line that leads up to questions",
            brief(Nb, &lead, vec![case(), hours()]),
            Ready,
            "Takk for e-posten din.\n\nDet er Ola Nes i Byggesak som har ansvaret for saken din. [1]\n\nServicetorget er åpent mandag til fredag kl. 09.00–15.00. [4]",
        ),
    ]
}

#[test]
fn a_letter_stands_between_greeting_and_signature() {
    let asked = |name: Option<&str>, language| {
        let brief = brief(language, &["Når har servicetorget åpent?"], vec![hours()]);
        compose(&Brief { name: name.map(str::to_owned), ..brief }).marked()
    };
    let nb = "Hei, Per\n\nTakk for e-posten din.\n\nServicetorget er åpent mandag til fredag kl. 09.00–15.00. [4]\n\nEr noe uklart, er det bare å svare på denne e-posten.\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune";
    assert_eq!(asked(Some("Per"), Nb), nb);
    assert!(asked(Some("Magnhild"), Nb).starts_with("Hei, Magnhild\n\n"));
    assert!(asked(Some("Kundeservice"), Nb).starts_with("Hei\n\n"));
    assert!(
        asked(None, En).starts_with("Hello,\n\n")
            && asked(None, En).ends_with("Kind regards\nKari Nordby\nFjordvik kommune")
    );
    assert!(asked(Some("Per Haug"), Nn).ends_with("Venleg helsing\nKari Nordby\nFjordvik kommune"));
}

#[test]
fn facts_are_read_as_sentences_and_as_lines() {
    let lines = "Saksnummer: 2026/1234\nTittel: Søknad om tilbygg – Storgata 12\nStatus: B\nOpprettet: 2026-01-12\nSaksansvarlig: Ola Nes\nEnhet: Byggesak";
    let lines = excerpt(1, Origin::Case, "Søknad om tilbygg – Storgata 12", lines);
    let letters = [case(), lines].map(|case| compose(&brief(Nb, &["Hva er status i saken min?"], vec![case])).marked());
    assert_eq!(letters[0], letters[1]);
}

#[test]
fn what_may_not_be_told_is_never_used() {
    let hidden = |excerpt: Excerpt| Excerpt { tellable: false, ..excerpt };
    let evidence = [case(), deficiency(), fees(), neighbours(), guide(), appeals()].map(hidden).to_vec();
    let questions = [
        "Hva er status?",
        "Hva koster tilbygg?",
        "Mangler dere noe?",
        "Må jeg varsle naboene?",
        "Hvem har saken?",
        "Når får jeg svar?",
        "Hvordan søker jeg om tilbygg?",
        "Hvem avgjør klagen?",
    ];
    for purpose in [Purpose::Answer, Purpose::AccessRequest, Purpose::Complaint] {
        let answer = compose(&Brief { purpose, ..brief(Nb, &questions, evidence.clone()) });
        assert!(answer.parts.iter().all(|part| part.citations.is_empty()), "{}", answer.marked());
        assert!(!answer.marked().contains("12 500") && !answer.marked().contains("Ola Nes"));
    }
}

#[test]
fn a_note_is_never_told() {
    let note =
        Excerpt { tellable: false, ..excerpt(2, Origin::Note, "Notat", "Du må varsle naboene, mener vi internt.") };
    let open = Excerpt { tellable: true, ..note.clone() };
    for note in [note, open] {
        let answer = compose(&brief(Nb, &["Må jeg varsle naboene?"], vec![note]));
        assert_eq!(answer.outcome, CannotAnswer, "{}", answer.marked());
    }
}

#[test]
fn a_deadline_is_found_in_its_own_article() {
    let uptake = "Hovedopptaket til barnehage har søknadsfrist 1. mars. Barn som fyller ett år innen utgangen av november det året det søkes, har rett til plass fra august. Foreldrene rangerer inntil fem barnehager.";
    let build = "Tilbygg over 15 m² må du søke om. Mangler det noe, ber vi deg sende det, og fristen løper fra dagen vi har fått alt.";
    let evidence =
        vec![article(1, "Slik søker du om tilbygg eller garasje", build), article(2, "Opptak i barnehage", uptake)];
    let asked = subject(
        "Klage på barnehageplass, sak 2026/733",
        brief(Nb, &["Og når er fristen for å søke til neste år?"], evidence),
    );
    let answer = compose(&asked);
    assert!(answer.marked().contains("søknadsfrist 1. mars. [2]"), "{}", answer.marked());
}
