//! The record of processing (behandlingsprotokoll): what personvernforordningen art. 30 no. 1 asks for, letter by letter.

use super::{Line, Section, fact::Facts, open, said};
use domain::rule::retention::Kind;
use vocabulary::Role;

/// All sections.
pub(super) fn sections(facts: &Facts) -> Vec<Section> {
    let section = |id, title, lines| Section { id, title, lines };
    vec![
        section("controller", "Behandlingsansvarlig (bokstav a)", controller(facts)),
        section("purpose", "Formål (bokstav b)", purpose()),
        section("ground", "Behandlingsgrunnlag", ground()),
        section("people", "Kategorier av registrerte (bokstav c)", people(facts)),
        section("categories", "Kategorier av personopplysninger (bokstav c)", categories(facts)),
        section("receivers", "Mottakere (bokstav d)", receivers(facts)),
        section("transfer", "Overføring til land utenfor EØS (bokstav e)", transfer(facts)),
        section("retention", "Slettefrister (bokstav f)", retention(facts)),
        section("security", "Sikkerhetstiltak (bokstav g)", security(facts)),
        section("roles", "Hvem som har tilgang", roles(facts)),
        section("rights", "De registrertes rettigheter", rights()),
    ]
}

fn controller(facts: &Facts) -> Vec<Line> {
    let mut lines = vec![said(format!("{}. Virksomhetens id i Entra: {}.", facts.body, facts.tenant))];
    if facts.shares {
        lines.push(said(
            "Serveren deles med andre virksomheter. Hver har egne nøkler, egne saker og egen innlogging, og ingen ser de andres.",
        ));
    }
    lines.push(open("navn og kontaktopplysninger til den behandlingsansvarlige og personvernombudet."));
    lines.push(open(
        "hvem som drifter serveren, og databehandleravtalen med dem hvis det ikke er virksomheten selv (art. 28).",
    ));
    lines
}

fn purpose() -> Vec<Line> {
    vec![
        said(
            "Lage utkast til svar på e-post fra innbyggere, der hver påstand viser til en kilde i saken eller i virksomhetens artikler.",
        ),
        said(
            "Hindre at feil, taushetsbelagte opplysninger og svar til feil mottaker går ut, ved kontroller og en godkjenning av en annen person.",
        ),
        said("Foreslå hva en innkommende e-post er, og hvem den hører til hos."),
        said("Dokumentere hvem som gjorde hva, og hva et svar bygget på."),
    ]
}

/// The grounds: a body may have others, and must say so itself.
pub(super) fn ground() -> Vec<Line> {
    vec![
        said(
            "Personvernforordningen art. 6 nr. 1 bokstav e (offentlig myndighet), jf. nr. 3 og forvaltningsloven § 11 (veiledning) og § 11 a (svar uten ugrunnet opphold); for innsynskrav offentleglova, for journalføring arkivlova (bokstav c).",
        ),
        said(
            "Særlige kategorier som står i en e-post eller en sak: art. 9 nr. 2 bokstav f og g sammen med loven som saken følger. Fødselsnummer: personopplysningsloven § 12.",
        ),
        open("om noen fagområder har et annet grunnlag eller en særlov."),
    ]
}

pub(super) fn people(facts: &Facts) -> Vec<Line> {
    let domains = if facts.domains.is_empty() { String::new() } else { format!(" ({})", facts.domains.join(", ")) };
    vec![
        said("Innbyggere og andre som skriver til virksomheten, også barn når noen skriver om dem."),
        said("Parter og andre som er nevnt i e-posten eller i saken den gjelder."),
        said(format!("Ansatte{domains} som skriver, godkjenner eller ser på utkast.")),
    ]
}

pub(super) fn categories(facts: &Facts) -> Vec<Line> {
    let mut lines = vec![
        said("Navn, e-postadresse, telefon, adresse, saksnummer og det som ellers står i e-posten og svaret."),
        said("Utdrag av saken: tittel, dokumenttekst, parter, tilgangskode."),
        said(
            "Fødselsnummer og særlige kategorier når de står i e-posten eller saken. Saksvar ber ikke om dem, og stopper dem på vei ut.",
        ),
        said(
            "Tidligere svar, når de er importert fra e-post: emne, dato, egen tekst og adressene til dem svaret gikk til. Svar med fødselsnummer, helse, barnevern eller lignende som oppdages, tas ikke inn.",
        ),
        said("Om ansatte: konto-id, navn, rolle, signatur og hva de gjorde når."),
    ];
    for model in facts.models() {
        lines.push(said(format!("Språkmodell: {}. Navn, numre og adresser byttes ut før noe sendes.", model.told())));
    }
    lines
}

/// Who is given text.
pub(super) fn receivers(facts: &Facts) -> Vec<Line> {
    let (mail, scopes) = &facts.mail;
    let mut lines = vec![
        said("Den som e-posten besvares til, når en ansatt sender svaret fra Outlook. Saksvar sender ingenting selv."),
        said(format!("E-post leses gjennom {mail}, i den ansattes navn; tillatelser: {}.", scopes.join(", "))),
        said(format!("Innlogging: {}.", facts.sign_in)),
    ];
    for model in &facts.writers {
        lines.push(said(format!("Språkmodell som skriver utkast: {}.", model.told())));
    }
    let meaning = facts.embeddings.iter();
    lines.extend(
        meaning.map(|model| {
            said(format!("Språkmodell som søker etter mening: {}; aldri tekst fra en sak.", model.told()))
        }),
    );
    if facts.models().next().is_none() {
        lines.push(said("Ingen språkmodell er satt opp. Utkast skrives av faste regler på serveren, og ingen tekst gis til noen modell."));
    }
    lines
}

fn transfer(facts: &Facts) -> Vec<Line> {
    let mut lines = vec![open(format!(
        "hvor leverandøren av {} og {} behandler opplysningene, og overføringsgrunnlaget.",
        facts.mail.0, facts.sign_in
    ))];
    for model in facts.outside() {
        lines.push(open(format!(
            "hvor {} behandler opplysningene, databehandleravtale (art. 28) og bekreftelse på at tekst ikke brukes til trening.",
            model.host
        )));
    }
    if facts.outside().next().is_none() {
        lines.push(said("Ingen språkmodell utenfor eget nett får tekst."));
    }
    lines
}

/// What each kind is, and how long it is kept.
pub(super) fn retention(facts: &Facts) -> Vec<Line> {
    let days = |kind| facts.retention.days(kind);
    let of = |kind| match kind {
        Kind::Answered => format!(
            "Besvart e-post med svar, utkast, kilder og godkjenning: {} dager etter at svaret ble funnet blant sendte.",
            days(kind)
        ),
        Kind::Unsent => format!(
            "Utkast som ikke er sendt, med e-posten: {} dager etter at noen sist gjorde noe med det.",
            days(kind)
        ),
        Kind::Sorted => {
            format!("Hvilken e-post en sortering gjaldt (nøklede summer, ingen tekst): {} dager.", days(kind))
        }
    };
    let mut lines: Vec<Line> = Kind::ALL.into_iter().map(|kind| said(of(kind))).collect();
    lines.push(said(
        "Sporet (hvem som gjorde hva, id-er og saltede summer, ingen tekst): så lenge virksomheten bruker Saksvar.",
    ));
    lines.push(said(
        "Ansattes signatur: til den ansatte tar den bort, eller den slettes når den ansatte slutter («saksvar person erase»). Importerte saker: til neste import; saksystemet bestemmer.",
    ));
    lines.push(said(
        "Tidligere svar fra importert e-post, hvis noen har importert slik («saksvar records import»): til neste import av e-post, eller til de slettes for en person. Etter tre år vises de ikke mer, men blir liggende til da.",
    ));
    lines.push(open(
        "om tidligere svar importeres fra e-post, og hvor ofte det importeres på nytt så de eldste går ut.",
    ));
    lines.push(said("Hvem som kan godkjenne (navn, sist innlogget, fravær og stedfortreder): til de logger inn uten rollen, eller 180 dager etter siste innlogging."));
    lines.push(said("Serveren sletter ved start og hver time, og fører i sporet hvor mye av hva som ble slettet. Frister måles i døgn."));
    lines.push(open("hvor lenge sikkerhetskopier beholdes. De har teksten så lenge, i tillegg til fristene over."));
    lines
}

pub(super) fn security(facts: &Facts) -> Vec<Line> {
    let reached = if facts.loopback {
        format!("Tjenesten nås bare på egen maskin ({}).", facts.public_url)
    } else {
        format!("Tjenesten nås med TLS på {}.", facts.public_url)
    };
    let trail = facts.checkpoints.map_or_else(
        || "Sporet er kjedet, så endringer oppdages. Sjekkpunkter er ikke slått på: at slutten er kuttet, oppdages ikke.".to_owned(),
        |hours| format!("Sporet er kjedet, og et signert sjekkpunkt lages hver {hours}. time."),
    );
    let figures = if facts.figures {
        "Driftstall har tall og ord fra programmet, aldri navn eller id."
    } else {
        "Driftstall er slått av."
    };
    vec![
        said(format!(
            "Det som er skrevet, er kryptert på disken med egen nøkkel for virksomheten. Hovednøkkelen er {}.",
            facts.key
        )),
        said(reached),
        said("Ansatte logger inn med virksomhetens Entra. Postkassen leses bare i den ansattes eget navn."),
        said(trail),
        said(format!("Driftsloggen (nivå {}) har id-er, aldri tekst eller navn. {figures}", facts.log)),
        said(
            "Sensitive utkast må godkjennes av en annen enn den som skrev. Outlook holder e-posten igjen til den stemmer med det som ble godkjent.",
        ),
        said(away(facts)),
    ]
}

/// What the gate does when nobody answers.
pub(super) fn away(facts: &Facts) -> &'static str {
    if facts.asks_when_away {
        "Når serveren er borte, får den ansatte en advarsel og kan sende likevel."
    } else {
        "Når serveren er borte, kan ikke et svar fra Saksvar sendes."
    }
}

fn roles(facts: &Facts) -> Vec<Line> {
    let mut lines: Vec<Line> =
        Role::ALL.into_iter().map(|role| said(format!("{}: {}", role.name(), trusted(role)))).collect();
    let codes = facts.codes.iter();
    lines.extend(codes.map(|(code, seen_by)| {
        said(format!("Saker med tilgangskode {code} ses av {seen_by} og grupper som er gitt det."))
    }));
    lines.push(said("Saker med en tilgangskode som ikke er nevnt her, ses bare av den saksansvarlige."));
    lines.push(said("Den som drifter serveren og har hovednøkkelen, kan lese alt som er lagret."));
    lines.push(open("hvem som har rollene, og hvem som drifter serveren."));
    lines
}

/// What a role is trusted with.
fn trusted(role: Role) -> &'static str {
    match role {
        Role::Caseworker => "saksbehandler; lager og retter utkast på e-post i postkasser de selv har tilgang til.",
        Role::Reviewer => "fagleder; godkjenner eller returnerer det andre har skrevet.",
        Role::RuleKeeper => "regelansvarlig; har ingen tilgang til tekst gjennom tjenesten.",
        Role::Auditor => "revisor; leser sporet og hva svar bygget på.",
        Role::Operator => "drift; har ingen tilgang til tekst gjennom tjenesten.",
    }
}

/// How people's rights are met.
pub(super) fn rights() -> Vec<Line> {
    vec![
        said(
            "Innsyn (art. 15): «saksvar person export» gir alt som er lagret om en e-postadresse eller en sak, også tidligere svar fra importert e-post.",
        ),
        said(
            "Sletting (art. 17): «saksvar person erase» sletter det straks, også tidligere svar fra importert e-post. Sporet står igjen uten tekst; postkassen og saksystemet røres ikke.",
        ),
        said("Retting (art. 16): rettes i postkassen eller saksystemet; utkastet lages på nytt derfra."),
        said("Automatiserte avgjørelser (art. 22): ingen. En ansatt leser, retter og sender hvert svar."),
        open("hvor innbyggerne er fortalt om behandlingen (art. 13 og 14)."),
    ]
}
