//! The entry for a register of AI in use (KI-register): what it is for, which models, how people hold it, and where it stands under the
//! AI Act (forordning (EU) 2024/1689).

use super::{Line, Section, fact::Facts, open, processing, said};

/// All sections.
pub(super) fn sections(facts: &Facts) -> Vec<Section> {
    let section = |id, title, lines| Section { id, title, lines };
    vec![
        section("system", "Systemet", system(facts)),
        section("models", "Språkmodeller", models(facts)),
        section("input", "Hva modellene får", input(facts)),
        section("oversight", "Menneskelig kontroll", oversight(facts)),
        section("openness", "Åpenhet", openness(facts)),
        section("class", "Plass i KI-forordningen", class()),
        section("log", "Logger og frister", processing::retention(facts)),
    ]
}

fn system(facts: &Facts) -> Vec<Line> {
    vec![
        said(format!("Saksvar {}, brukt av {}.", env!("CARGO_PKG_VERSION"), facts.body)),
        said(
            "Lager utkast til svar på e-post fra innbyggere, med kilde til hver påstand, og foreslår hvor e-post hører til.",
        ),
        said("Rolle: virksomheten er idriftsetter (art. 3 nr. 4)."),
        open("ansvarlig enhet og kontaktperson, og når systemet ble tatt i bruk."),
    ]
}

fn models(facts: &Facts) -> Vec<Line> {
    let mut lines: Vec<Line> =
        facts.writers.iter().map(|model| said(format!("Skriver utkast: {}.", model.told()))).collect();
    lines.extend(facts.embeddings.iter().map(|model| said(format!("Søker etter mening: {}.", model.told()))));
    if lines.is_empty() {
        lines.push(said("Ingen språkmodell er satt opp. Utkast skrives av faste regler, og søket går på ord."));
    } else {
        lines.push(said("Det en modell ikke kan få, eller ikke svarer på, skrives av faste regler."));
        lines.push(open("modellenes leverandør, versjon og vilkår."));
    }
    if facts.tokens_per_day > 0 {
        lines.push(said(format!("Høyst {} tokener i døgnet.", facts.tokens_per_day)));
    }
    lines.push(said(
        "Sorteringen lærer av rettelser: den teller ord som nøklede summer. Den lærer ingenting om personer.",
    ));
    lines
}

fn input(facts: &Facts) -> Vec<Line> {
    if facts.models().next().is_none() {
        return vec![said("Ingenting gis til noen modell.")];
    }
    let mut lines =
        vec![said("Navn, numre og adresser byttes ut med koder før noe sendes. Koblingen finnes bare i minnet.")];
    lines.extend(facts.models().map(|model| said(format!("{} får {}.", model.host, model.given()))));
    lines.extend(
        facts.outside().map(|model| {
            open(format!("bekreftelse på at {} ikke trener på teksten, og hvor den behandles.", model.host))
        }),
    );
    lines
}

fn oversight(facts: &Facts) -> Vec<Line> {
    vec![
        said("En ansatt leser, retter og sender hvert svar. Ingenting sendes av seg selv."),
        said(
            "Hver påstand vises med kilde; det som ikke er dekket, er merket. Gebyr, frister, rettigheter og lignende må ses av to.",
        ),
        said("Porten ved Send holder igjen det som er endret etter godkjenning."),
        said(processing::away(facts)),
        open("opplæringen de ansatte har fått (art. 4)."),
    ]
}

fn openness(facts: &Facts) -> Vec<Line> {
    let notice = if facts.notices.is_empty() {
        open("om svar skal si at et hjelpemiddel er brukt. Det gjør de ikke nå (house.notice er tom).")
    } else {
        said(format!("Svaret sier at et hjelpemiddel er brukt, på {}.", facts.notices.join(", ")))
    };
    vec![
        notice,
        said(
            "For hvert svar kan virksomheten vise hva det bygget på: e-post, kilder, utgaver og hvem som godkjente, så lenge teksten er lagret.",
        ),
    ]
}

fn class() -> Vec<Line> {
    vec![
        said(
            "Systemet er ment å forberede svar (art. 6 nr. 3 bokstav a og d). Det vurderer, profilerer eller rangerer ikke personer, og avgjør ingen rett til ytelser eller tjenester.",
        ),
        open(
            "at bruken holder seg innenfor dette. Brukes utkast til å avgjøre rett til ytelser, er det høyrisiko (vedlegg III nr. 5 bokstav a), og art. 26 og 27 gjelder.",
        ),
    ]
}
