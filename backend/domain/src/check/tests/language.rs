//! Which form of Norwegian a letter is in, and whether it can be read: many letters each, right ones and wrong ones.

use super::findings;
use vocabulary::Code;

fn strays(marked: &str) -> Vec<String> {
    let found = findings(marked).into_iter().filter(|finding| finding.code == Code::LanguageMixed);
    found.map(|finding| finding.text).collect()
}

#[test]
fn a_letter_in_one_form_has_no_strays_and_a_mixed_one_shows_them() {
    for (letter, expected) in [
        // Bokmål, also with the forms it shares with nynorsk.
        ("Vi har ikke fått skjemaet, og vet ikke hvordan saken står.", &[][..]),
        ("Saka di ble sendt til boligavdelinga, og vi veit ikke mer.", &[]),
        ("Jenta blei syk, og boka hennes ble ikke levert.", &[]),
        ("Hvis du har spørsmål, kan du ringe oss. Vi svarer innen to dager.", &[]),
        ("Hvilke tegninger har du sendt fra før?", &[]),
        ("Vi viser til offentleglova og sender kopi av dokumentene dere ba om.", &[]),
        ("Kommunen har mottatt søknaden, men mangler opplysninger fra naboene.", &[]),
        ("Skolen i Øygarden kommune har ikke svart oss.", &[]),
        ("Du finner mer på www.fjordvik.kommune.no/kva-skjer, hvis du vil.", &[]),
        ("I brevet skrev du «eg veit ikkje», og det har vi ikke svart på.", &[]),
        ("Jeg har ikke sett heftet “Korleis søkje” før nå.", &[]),
        // Nynorsk, also with the forms it shares with bokmål.
        ("Vi har ikkje fått skjemaet, og veit ikkje korleis saka står.", &[]),
        ("Kommunen har mye å gjere denne uka, og svarar om to uker.", &[]),
        ("Saka har blitt liggjande, og mora har mista boka si.", &[]),
        ("Dersom du har spørsmål, kan du ringje oss. Vi svarar innan to dagar.", &[]),
        ("Kva teikningar har du sendt frå før?", &[]),
        ("Naboane har ikkje gitt opplysningar om eigedomen.", &[]),
        ("Eg sender eit brev når avgjerda ligg føre.", &[]),
        ("Dei har fått løyve, men ikkje meir enn det.", &[]),
        ("I brevet skreiv du «jeg vet ikke», og det har vi ikkje svart på.", &[]),
        // English, and too little to tell.
        ("We have not received the form from you.", &[]),
        ("Takk for e-posten din.", &[]),
        // Mixed.
        ("Vi har ikke fått skjemaet, og vet ikke kva naboene mener.", &["kva"]),
        ("Vi har ikke fått skjemaet fra deg. Eg ringer deg ikke.", &["Eg"]),
        ("Vi har ikkje fått skjemaet, og veit ikkje hvordan saka står.", &["hvordan"]),
        ("Kommunen har ikkje svart frå før. Du får svar innen to dagar.", &["innen"]),
        ("Eigedomen ligg ikkje i planen. Tillatelsen er ikkje gitt.", &["Tillatelsen"]),
        ("Vi trenger flere opplysninger, og har ikke fått alle teikningane.", &["teikningane"]),
        ("Dere må sende noe mer fra arkitekten. Kva tid passer?", &["Kva"]),
        ("Eg har sendt saka vidare, og dei kjem ikkje. Jeg ringer dem.", &["Jeg"]),
        ("Du får en bekreftelse fra oss. Det kjem ikke et brev.", &["kjem"]),
        ("Hun var ikke hjemme, men brevet vart levert fra oss.", &["vart"]),
        ("Me har ikkje fleire opplysningar, og ho er ikkje her. Noen ringer deg.", &["Noen"]),
    ] {
        assert_eq!(strays(letter), expected, "{letter}");
    }
}

/// What is said of how a letter reads: the whole, a long sentence, a heavy one.
fn reads(marked: &str) -> Vec<&'static str> {
    let found = findings(marked).into_iter().filter(|finding| finding.code == Code::Readability);
    let said = found.map(|finding| match finding.why.as_str() {
        why if why.starts_with("Teksten er tung") => "hard",
        why if why.contains("svært lang") => "long",
        _ => "heavy",
    });
    let mut said: Vec<_> = said.collect();
    said.sort_unstable();
    said
}

const LONG: &str = "Du kan sende oss alt du har om huset og tomta og veien og naboen og alt annet som du vil at vi skal se på før vi \
        ser på saken din igjen og gir deg et svar på det du spør om nå.";
/// Letters with what is said of how they read.
const LETTERS: &[(&str, &[&str])] = &[
    ("Du sender søknaden i skjemaet på nettsiden. Vi svarer deg så fort vi kan. Takk for at du skrev til oss.", &[]),
    ("Du sender søknaden i skjemaet på nettsida. Vi svarar deg så fort vi kan. Takk for at du skreiv til oss.", &[]),
    ("You fill in the form on our website. We answer as soon as we can. Thank you for writing to us about this.", &[]),
    ("Takk for e-posten din.", &[]),
    ("Byggesaksavdelingen behandler dispensasjonssøknaden.", &[]),
    ("Vi ser på saken din etter plan- og bygningsloven.", &[]),
    ("Dokumentasjon vedrørende eiendommen mangler.", &[]),
    ("Ring oss på 22 22 55 55, eller skriv til postmottak@fjordvik.kommune.no.", &[]),
    ("Les mer på www.fjordvik.kommune.no/byggesak/dispensasjonssoknad/reguleringsplanbestemmelser.", &[]),
    ("Vi har sett på tegningene. De viser ikke hvor høyt huset blir. Kan du sende en tegning som viser høyden?", &[]),
    ("Huset er for høyt. Det står i planen at et hus her kan være åtte meter. Ditt er ni.", &[]),
    ("Vi treng ei teikning som viser kor høgt huset blir. Du kan sende ho til oss. Så ser vi på saka igjen.", &[]),
    ("Barnehagen har fått søknaden din. Du får svar når alle har søkt. Da ser vi hvem som får plass.", &[]),
    ("Barnehagen har fått søknaden din. Du får svar når alle har søkt. Då ser vi kven som får plass.", &[]),
    ("Vi skal møte naboen på tirsdag. Etter det ser vi hva vi kan gjøre med gjerdet.", &[]),
    (LONG, &["long"]),
    ("Søknad vedrørende tilbygg behandles i henhold til planen.", &["heavy"]),
    ("Det foreligger på nåværende tidspunkt ikke noe svar.", &["heavy"]),
    ("Du anmodes om å svare på hvorvidt du vil vente.", &["heavy"]),
    ("Svaret vedrørande tilbygget er gitt i medhald av planen.", &["heavy"]),
    ("With regard to your letter, we act pursuant to the plan.", &["heavy"]),
    ("Vi vil oversende saken samt tegningene i morgen.", &["heavy"]),
    (
        "Dispensasjonssøknaden forutsetter også reguleringsplanendring. Byggesaksavdelingen etterspør situasjonsplan, \
                fasadetegninger, nabovarslingsdokumentasjon, ansvarsrettserklæringer, overvannsvurdering, parkeringsdekning \
                samt redegjørelse vedrørende arealdisponering, universell utforming, renovasjonsløsning, gjennomføringsplan, kontrollerklæring, energiberegninger, brannsikkerhetsstrategi, støyutredning, \
                landskapsvurdering.",
        &["hard", "heavy"],
    ),
    (
        "Kommunedirektørens administrasjonsavdeling forutsetter kvalitetssikring. Dokumentasjonskravene omfatter \
                situasjonsplaner, fasadetegninger, nabovarslingsdokumentasjon, ansvarsrettserklæringer, arealdisponering, \
                parkeringsdekning, overvannshåndtering, renovasjonsløsninger, gjennomføringsplaner, kontrollerklæringer, \
                brannsikkerhetsstrategier, energiberegninger. Eventuelle klagebehandlinger gjennomføres administrativt gjennom saksbehandlingssystemet. Eventuelle klagebehandlinger gjennomføres administrativt innenfor saksbehandlingsfristene.",
        &["hard"],
    ),
    (
        "Kommunedirektørens administrasjonsavdeling føreset kvalitetssikring. Dokumentasjonskrava omfattar \
                situasjonsplanar, fasadeteikningar, nabovarslingsdokumentasjon, ansvarsretterklæringar, arealdisponering, \
                parkeringsdekning, overvasshandtering, renovasjonsløysingar, gjennomføringsplanar, kontrollerklæringar, \
                brannsikringsstrategiar, energiutrekningar. Eventuelle klagehandsamingar gjennomførast alltid administrativt gjennom saksbehandlingssystemet.",
        &["hard"],
    ),
    (
        "Administrative considerations necessitate comprehensive documentation. Applicants demonstrate compliance \
                regarding environmental requirements, architectural specifications, structural calculations, ventilation \
                arrangements, accessibility provisions, parking regulations, neighbouring properties, surface drainage, \
                archaeological investigations, environmental assessments.",
        &["hard"],
    ),
    (
        "Hei Per,\n\nVi har sett på søknaden. Den er fin.\n\nMed vennlig hilsen\nKari Nordby\nByggesaksbehandler\nByggesaksavdelingen",
        &[],
    ),
    ("Hei,\n\nDu finner skjemaet på nettsiden.\n\nHilsen\nKommunedirektørens administrasjonsavdeling", &[]),
    (
        "Du kan klage. Klagen sender du til oss. Vi ser på den, og sender den til Statsforvalteren hvis vi er uenige.",
        &[],
    ),
    ("Du kan klage. Klaga sender du til oss. Vi ser på ho, og sender ho til Statsforvaltaren om vi er usamde.", &[]),
    ("Parkeringsplassen er stengt mandag. Gravearbeidet tar én dag.", &[]),
];

#[test]
fn letters_that_can_be_read_pass_and_heavy_ones_are_pointed_out() {
    for (letter, expected) in LETTERS {
        assert_eq!(reads(letter), *expected, "{letter}");
    }
}

#[test]
fn a_heavy_sentence_is_told_with_everyday_words() {
    let found = findings("Søknad vedrørende tilbygg behandles i henhold til planen.");
    let finding = found.iter().find(|finding| finding.code == Code::Readability).expect("it is heavy");
    assert_eq!(
        finding.clears,
        "Bruk vanlige ord. Skriv for eksempel «etter» for «i henhold til», «om» for «vedrørende»."
    );
}
