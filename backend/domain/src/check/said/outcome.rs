//! How a case stands or ended, and what is refused (utfall og avslag).

use super::word::{asked, body, help, maybe, not, permit, reader, us};
use crate::check::frame::{Frame, Frames};

/// How the case of somebody stands: what a body did, what is or is not granted, what stops or starts.
pub(in crate::check) static STATUS: Frames = Frames::new(&[
    // A body went for or against something.
    Frame {
        all: &[
            body!(),
            "gikk gjekk stemte røysta røystet vedtok vedtatt vedteke sa dømte avgjorde konkluderte innstilte tilrådde fant fann found held voted decided ruled recommended",
            "inn for mot imot ned nei ja at enstemmig einstemmig samrøystes flertall fleirtal against favour",
        ],
        none: concat!("møtet møte sendt direkte venter ventar ", maybe!()),
    },
    // A permit exists, or does not.
    Frame {
        all: &[
            permit!(),
            "utstedt utferda utskrive foreligger ligg føreligg finnes finst mangler manglar søkt omsøkt registrert issued exists lacks granted",
            concat!("er ble blei vart har mangler manglar foreligger føreligg is was has been lacks ", not!()),
        ],
        none: concat!(
            "trenger treng må skal vil kan søke søkje legg søknaden søknad opplysninger opplysningar vedlegg- skjema- kart- tegning- teikning- ",
            maybe!()
        ),
    },
    // Who was found right.
    Frame {
        all: &["medhold medhald upheld", "fikk fekk fått får har gitt gjeve gjevi ble vart blei was given"],
        none: concat!("kan vil ", maybe!()),
    },
    // What somebody gets stops, goes on, or starts.
    Frame {
        all: &[
            concat!(
                help!(),
                " ",
                permit!(),
                " vedtaket kontrakten kontrakta leieforhold- leigeforhold- tjenesten tenesta tjenestetilbud- assistent-"
            ),
            "stanses stansast stansa stanset stoppes stoppast stoppet stoppa opphører opphøyrer opphørte inndras inndragast inndratt inndrege trekkes trekkjast trukket trekt avsluttes avsluttast avslutta avsluttet bortfaller bortfell forlenges forlengast forlenga forlenget videreføres vidareførast fornyes fornyast endres endrast reduseres reduserast redusert stopped discontinued extended renewed withdrawn",
        ],
        none: concat!("søke søkje kan ikke ikkje må ", maybe!()),
    },
    // A permit, a place or support is given to somebody.
    Frame {
        all: &[
            concat!(permit!(), " ", help!(), " pålegg avslag medhold medhald"),
            "gis gjevast gitt gjeve gjevi tildelt tildeles tildelast innvilges innvilgast innvilga innvilget fått given awarded allocated granted",
            "blir ble blei vart vert er har søker søkjar søkeren søkjaren tiltakshaver tiltakshavar du de dere barnet is was been",
        ],
        none: concat!("kan vil må skal før ikke ikkje ingen ofte inntil søke søkje ", maybe!()),
    },
    Frame {
        all: &[
            "søker søkeren søkjar søkjaren tiltakshaver tiltakshavaren tiltakshavar eieren eigaren klageren klagaren dere de foreldra foreldrene",
            "får gis gjevast",
            permit!(),
        ],
        none: concat!("kan vil må skal før alle bare berre inntil søke søkje ", maybe!()),
    },
    // A case lies with, or went to, another body.
    Frame {
        all: &[
            "oversendt oversend oversende sendt send ligger ligg brakt bragt forwarded sent referred",
            "er ble blei vart har ligger ligg is was has been",
            "statsforvalt- klageinstans- klagenemnd- -nemnda domstol- tingrett- lagmannsrett- sivilombud- governor court",
            "klage klagen klaga saken saka -saken -saka søknaden vedtaket case complaint appeal",
        ],
        none: concat!("kan må skal vil du brev- kontor- ", maybe!()),
    },
    // What the law makes of a decision or of a thing that was done.
    Frame {
        all: &[
            "rettskraft- tvangsfullbyrd- tvangsgrunnlag- tvangskraft- foreldet forelda nullitet- ulovlig- ulovleg- lovstridig- tvangssolgt tvangsseld ekspropri- unlawful- enforceable",
            "er ble blei vart vert blir regnes regnast rekna kan har is was are har anses",
        ],
        none: concat!("meld melde varsle tips- kopiering- parkering- ", maybe!()),
    },
    // A proposal fell, or carried.
    Frame {
        all: &[
            "falt fall flertall fleirtal gjennomslag gjennomslag nedstemt nedstemd majority",
            "forslag- -forslag -forslaget framlegg- framlegget planen -planen søknaden saka saken vedtaket klagen klaga proposal plan",
            "falt fall fikk fekk ble vart blei var er i got was",
        ],
        none: maybe!(),
    },
    // Whether a decision works yet.
    Frame {
        all: &[
            "virkning verknad kraft oppsettende utsettende utsetjande oppsetjande effect force",
            concat!(permit!(), " vedtak- pålegg- klagen klaga planen -planen forskrift- decision"),
            "har er trer trår trådte fikk fekk gis ikke ikkje has is",
        ],
        none: maybe!(),
    },
    // What an inspection came to.
    Frame {
        all: &[
            "avvik avviket avvika avvikene etterkommet etterkome etterlevd etterlevde lagt lagd lukket lukka deviations",
            "pålegg pålegget tilsyn tilsynet tilsynssak- saken saka -saken -saka kontrollen inspection",
            "er ble blei vart har fant fann avdekket avdekka ga gav was found",
        ],
        none: maybe!(),
    },
]);

/// That something is refused: by us, to the reader, or as it came about.
pub(in crate::check) static REFUSAL: Frames = Frames::new(&[
    // We find ourselves unable.
    Frame {
        all: &[
            "stand anledning høve mulighet moglegheit mogleg mulig råd position able unable",
            not!(),
            "imøtekom- imøtekoma innvilg- etterkom- oppfyll- innfri- tilby dekke dekkje støtte støtta godkjenn- gi gje grant approve offer meet",
            concat!(asked!(), " ", permit!(), " ", help!(), " ", reader!()),
        ],
        none: concat!("svar beskjed tidspunkt dato telefon- ennå enno answer yet ", maybe!()),
    },
    // What is asked for is not granted, in the passive.
    Frame {
        all: &[
            "imøtekom- imøtekjem- etterkom- etterkjem- innvilg- innfri- innfrid godtas godtakast godtatt tillates tillatast gis gitt gjeve gjevi gjevast tildelt tildeles tilrådd tilrås anbefales granted given approved",
            not!(),
            concat!(asked!(), " ", permit!(), " ", help!(), " innsyn innsynskrav- -kravet"),
        ],
        none: concat!("ennå enno før trenger treng e-post skjema- opplysning- beskjed må yet ", maybe!()),
    },
    // A wish cannot be met.
    Frame {
        all: &[
            "oppfylle oppfyllast oppfylles oppfylt innfri innfris imøtekomme imøtekome fulfil fulfilled met",
            not!(),
            "ønske ønsket ønska -ønske -ønsket ønskja bytte overflytting- wish wishes request",
        ],
        none: maybe!(),
    },
    // It cannot be done, as said of itself.
    Frame {
        all: &[
            "lar let lot lét lèt går gikk gjekk",
            not!(),
            "oppfylle gjennomføre imøtekomme imøtekome innfri ordne ordna forene foreine tillate",
            "seg å",
        ],
        none: maybe!(),
    },
    // Somebody else got it.
    Frame {
        all: &[
            "annen anna annan andre noen nokon other another else someone",
            "plass plassen -plass -plassen tomten tomta stillingen stillinga båtplass- leiligheten leilegheita boligen bustaden tilbudet tilbodet oppdraget place flat",
            "gikk gjekk gitt gjeve fikk fekk tildelt gått tatt teke teken went given",
            "søker søkjar søkeren søkjaren søkere søkjarar til barn family applicant to",
        ],
        none: "kan vil",
    },
    // The reader did not get there, was not chosen, or may not.
    Frame {
        all: &[
            "prioritert prioriterte kvalifisert valgt vald trukket trekt utvalgt utvald nådde nådd tatt lov løyve tillatelse selected chosen allowed",
            not!(),
            "du deg dere de dykk søknaden barnet sønnen sonen datteren dottera dattera you your",
            "ble blei vart er får fikk fekk har nådde was were is have",
        ],
        none: concat!("kontakt sendt skjema- ennå enno kontaktet språk målform abonnement yet kryss ", maybe!()),
    },
    // Turned down, by its own words.
    Frame {
        all: &[
            "avslo nedstemt nedstemte forkasta forkastet forkastes forkastast avviste avvises avvisast avvist avvise avvist refusert vraka vraket -avslag -avslaget avslaget rejected declined dismissed denied",
            concat!(asked!(), " ", us!(), " ", reader!(), " ", body!()),
        ],
        none: concat!("anbud- epost- e-post spam post klage klager klagar kan brevet ", maybe!()),
    },
    // We must say no.
    Frame {
        all: &[
            "nei no avkall",
            "si seie sier seier sagt sa svare svaret svarer måtte måtta må gav gi",
            concat!(asked!(), " ", help!(), " ", permit!(), " ", reader!()),
        ],
        none: concat!("huk kryss skjema- spørsmål- kan can ", maybe!()),
    },
    // No room, no money.
    Frame {
        all: &[
            "rom kapasitet midler midlar ressurser ressursar budsjettdekning budsjettdekking budsjettmidler råd capacity funds resources",
            not!(),
            "for til å to",
            "vi me kommunen skolen skulen barnehagen ordninga avdelingen avdelinga du barnet søknaden støtte støtta prioritere flere fleire we school there var hadde er",
        ],
        none: concat!(
            "svare svar svara telefon- ringe lagring- kart salen parkering- bilen møterommet innboks- answer ",
            maybe!()
        ),
    },
    // Nothing comes of it.
    Frame {
        all: &[
            "blir vert blei ble vart",
            not!(),
            "noe noko noen nokon",
            "av",
            concat!(help!(), " ", asked!(), " ", permit!(), " prosjektet flyttingen flyttinga det dette"),
        ],
        none: concat!("møtet konserten arrangementet turen kurset ", maybe!()),
    },
    // We can go no further.
    Frame {
        all: &[
            "lenger lengre lengre lenger meir mer further more",
            not!(),
            "strekke strekkje gå tilby gi gje komme kome imøtekomme gjøre gjere do offer go",
            us!(),
            "enn for deg dere dykk saken saka than you",
        ],
        none: concat!("svar svare dokument- informasjon opplysning- ", maybe!()),
    },
    // Outside what is given.
    Frame {
        all: &[
            "utenfor utanfor outside beyond",
            "ramma rammen rammene rammer formål- føremål- formålet føremålet retningslinj- kriteri- ordning- ordninga ordningen hva kva det what scope scheme guidelines",
            concat!(asked!(), " prosjektet tiltaket dette request this"),
            "faller fell er ligger ligg falls is",
        ],
        none: maybe!(),
    },
    // Papers that are kept back.
    Frame {
        all: &[
            "skjermet skjerma hemmelig hemmeleg hemmelige unntatt unnateke unnatekne sladdet sladda tilbakeholdt gradert taushetsbelagt taushetsbelagte teiepliktige confidential withheld redacted kopi kopien utlevert",
            "dokument- rapport- opplysning- notat- brevet klagen journal- navnet namnet saken saka delar deler får document report parts",
            concat!(not!(), " er ble blei vart har is are was"),
        ],
        none: concat!("vedlagt følger følgjer legg lagt sender ", maybe!()),
    },
]);
