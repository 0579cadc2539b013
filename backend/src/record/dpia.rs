//! Facts for the impact assessment (personvernkonsekvensvurdering): what personvernforordningen art. 35 no. 7 wants described, and which
//! measures are in force; how grave a risk is, a municipality judges itself.

use super::{Line, Section, fact::Facts, open, processing, said};
use crate::config::Data;

/// All sections.
pub(super) fn sections(facts: &Facts) -> Vec<Section> {
    let section = |id, title, lines| Section { id, title, lines };
    let people = [processing::people(facts), processing::categories(facts)].concat();
    vec![
        section("description", "Behandlingen steg for steg (nr. 7 bokstav a)", description(facts)),
        section("people", "Hvem og hva det gjelder", people),
        section("receivers", "Hvem som får tekst", processing::receivers(facts)),
        section("need", "Nødvendighet og forholdsmessighet (bokstav b)", need(facts)),
        section("risks", "Risikoer og tiltak som er i kraft (bokstav c og d)", risks(facts)),
        section("settings", "Innstillinger som øker risikoen", weak(facts)),
        section("judgement", "Det kommunen må vurdere selv", judgement()),
    ]
}

fn description(facts: &Facts) -> Vec<Line> {
    let writes = match facts.writers.as_slice() {
        [] => "Utkastet skrives av faste regler på serveren. Ingen språkmodell er satt opp.".to_owned(),
        models => {
            let told: Vec<String> = models.iter().map(super::fact::Model::told).collect();
            format!(
                "Utkastet skrives av en språkmodell, i denne rekkefølgen: {}. Det ingen av dem kan få, skrives av faste regler.",
                told.join("; ")
            )
        }
    };
    vec![
        said(
            "En ansatt åpner en e-post i Outlook. Saksvar leser samtalen i den ansattes navn og finner saken og kilder i den.",
        ),
        said(writes),
        said(
            "Hver setning holdes mot kildene, og utkastet sjekkes for fakta uten kilde, personnummer, taushetsbelagte opplysninger, feil mottaker og mer.",
        ),
        said(
            "Sensitive utkast må godkjennes av en annen. Den ansatte sender selv fra Outlook, og porten ved Send holder e-posten mot det som ble godkjent.",
        ),
        said(
            "Saksvar lagrer samtalen, kildene, utkastet og godkjenningen som arbeidskopi, og fører hvert steg i et spor uten tekst.",
        ),
    ]
}

fn need(facts: &Facts) -> Vec<Line> {
    let mut lines = processing::ground();
    lines.push(said(
        "Bare samtalen som svaret gjelder og kilder som svarer på den leses. Postkasser gjennomsøkes ikke; tidligere svar kommer bare fra e-post som noen har tatt ut og importert.",
    ));
    lines.extend(processing::retention(facts));
    lines.extend(processing::rights());
    lines
}

fn risks(facts: &Facts) -> Vec<Line> {
    let mut lines = vec![
        said("Feil opplysninger til innbyggeren: hver påstand må ha en kilde, og de viktigste må ses av to."),
        said(
            "Opplysninger til feil person: kilder og mottakere holdes mot hverandre, og en ny mottaker spørres det om ved Send.",
        ),
        said(
            "Skjulte instruksjoner i en e-post: e-post er tekst, aldri en ordre; funnet vises, og en annen person må se utkastet.",
        ),
        said(
            "Ansatte ser saker de ikke skal: postkassen avgjør, spurt i den ansattes navn; hvert oppslag føres i sporet.",
        ),
        said(format!("Tekst på avveie: det som er skrevet, er kryptert på disken. Hovednøkkelen er {}.", facts.key)),
    ];
    for model in facts.models() {
        lines.push(said(format!(
            "Tekst til språkmodellen {}: navn, numre og adresser byttes ut med koder før noe sendes, og den får {}.",
            model.host,
            model.given()
        )));
    }
    lines.push(said(
        "At en maskin avgjør: ingen avgjørelse treffes, ingen personer vurderes eller rangeres, og en ansatt sender.",
    ));
    lines
}

/// What is set so that somebody must have thought about it.
fn weak(facts: &Facts) -> Vec<Line> {
    let mut lines = Vec::new();
    for model in facts.outside().filter(|model| model.sees == Data::Restricted) {
        lines.push(open(format!(
            "hvorfor {} utenfor eget nett kan få taushetsbelagt tekst og særlige kategorier, og på hvilket grunnlag.",
            model.host
        )));
    }
    for model in facts.models().filter(|model| model.in_the_open) {
        lines.push(open(format!("hvorfor tekst går uten TLS til {}.", model.host)));
    }
    if facts.asks_when_away {
        lines.push(open(
            "om det er riktig at en ansatt kan sende etter en advarsel når serveren er borte (house.when_away).",
        ));
    }
    if facts.checkpoints.is_none() {
        lines.push(open("hvorfor sjekkpunkter av sporet ikke er slått på (trail.key)."));
    }
    if facts.domains.is_empty() {
        lines.push(open("egne e-postdomener (house.domains). Uten dem kjennes egne mottakere ikke fra andre."));
    }
    if facts.notices.is_empty() {
        lines.push(open("om innbyggeren skal få vite at et hjelpemiddel er brukt (house.notice er tom)."));
    }
    if lines.is_empty() {
        lines.push(said("Ingen av innstillingene som er kjent for å øke risikoen, er i bruk."));
    }
    lines
}

fn judgement() -> Vec<Line> {
    vec![
        open("hvor alvorlig og sannsynlig hver risiko er for innbyggerne, og hva som er igjen etter tiltakene."),
        open("rådet fra personvernombudet (nr. 2) og, når det er aktuelt, synspunkter fra dem det gjelder (nr. 9)."),
        open(
            "om porten rekker: den gjelder Outlook på maskin og nett. Fra telefon og andre e-postprogrammer holdes ingenting igjen uten en transportregel i Exchange.",
        ),
        open("om Datatilsynet må spørres først (art. 36)."),
    ]
}
