//! What concerns an employee as such, and who told us what (personal og tredjepersonar).

use super::word::{maybe, not, person};
use crate::check::frame::{Frame, Frames};

/// Who works for us.
macro_rules! staff {
    () => {
        "-læreren -læraren læreren læraren -lederen -leiaren lederen leiaren -styreren -styraren -pleieren -pleiaren -arbeideren -arbeidaren saksbehandleren saksbehandlaren sakshandsamaren -assistenten assistenten -vikaren vikaren -rådgiveren -rådgjevaren rådgiveren rådgjevaren -konsulenten -inspektøren -ingeniøren -sjåføren sjåføren rektor rektoren -sjefen -mesteren -meisteren -meistaren ansatt ansatte tilsett tilsette medarbeideren medarbeidaren kollegaen vernepleieren sykepleieren sjukepleiaren lærlingen direktøren -direktøren teacher employee colleague assistant caretaker principal caseworker nurse manager headteacher"
    };
}

/// Of an employee.
pub(in crate::check) static PERSONNEL: Frames = Frames::new(&[
    // Moved or kept away from their work.
    Frame {
        all: &[
            "flytta flyttet omplassert friteken frateken fritatt fratatt fråteken fjerna fjernet avsatt avsett degradert suspendert permittert sykmeldt sjukmeld sykemeldt relieved removed reassigned suspended dismissed demoted sick",
            staff!(),
            "arbeid arbeide arbeidet oppgave- oppgåve- oppgaver stilling stillinga stillingen avdeling teneste tenesta tjeneste tjenesten vente undersøk- granskar gransker permisjon lønn løn jobb jobben duties position work job pay leave",
        ],
        none: concat!(
            "kontor kontoret lokale lokaler etasje rom bygg bygget adresse ledig ledige søk- office ",
            maybe!()
        ),
    },
    // What an employer does to somebody.
    Frame {
        all: &[
            "advarsel åtvaring irettesett- irettesetjing tilrettevis- oppsigelse oppseiing oppsagt oppsagd avskjed- avskil sparken sparka sparket bortvis- suspender- permitter- sluttpakke sluttavtale varslingssak- personalsak- prøvetid- prøvetida tjenestefeil tenestefeil tjenstleg tjenstlig refs refsa omplasser- degrader- warning dismissal dismissed fired reprimand- misconduct probation suspended",
            concat!(staff!(), " hun han ho ham henne vedkommende vedkommande she he him her"),
        ],
        none: concat!(
            "elev- eleven barn- barnet barna foreldre- foresatte føresette leie- leige- leietak- leigetak- bolig- bustad- storm- vær- vêr- pupil parents tenant ",
            maybe!()
        ),
    },
    // Pay and terms.
    Frame {
        all: &[
            "lønnsforhandling- lønsforhandling- lønnskrav- lønskrav- lønnsøkning- lønsauke- lønnsplassering- årslønn- årsløn- lønnen løna lønna arbeidsavtale- arbeidskontrakt- sykefravær- sjukefråvær- foreldrepermisjon- fødselspermisjon- medarbeidersamtale- medarbeidarsamtale- salary bonus",
            concat!(staff!(), " hun han ho ham henne hans hennes hennar vedkommende vedkommande she he him her"),
        ],
        none: concat!("utlegg trekk namsmann- namsfut- leie- ", maybe!()),
    },
    // Somebody's having left, and over what.
    Frame {
        all: &[
            "sluttet slutta sluttar slutter gått oppsagt sagt fratrådt fråtredd fratrer resigned left quit",
            concat!(staff!(), " hun han ho she he"),
            "konflikt- krangel- usemje uenighet- hendels- hending- hendinga samarbeidsprobl- mobbing- mobba trakasser- varsel varsling etter dagen opp conflict bullying harassment disagreement",
        ],
        none: concat!("buss- kurs skole- skule- elev- time medlem- ", maybe!()),
    },
    // A complaint about an employee, taken up with them.
    Frame {
        all: &[
            "konsekvens- reaksjon- oppfølging samtale samtalar internt gransking- granskning- undersøkelse- undersøking- varsel varslet conversation internally investigation",
            staff!(),
            "hendels- hending- hendinga saken saka forholdet tilhøvet oppførsel- åtferd- atferd- incident matter behaviour conduct",
        ],
        none: concat!("elev- barn- du dere saksnummer- ringer svarer tar you ", maybe!()),
    },
    // Asked to go.
    Frame {
        all: &[
            "stilling stillinga stillingen jobb jobben position post job verv",
            "slutte slutta sluttet fratre fratrådte fratrådt fråtre gå fratatt fråteken leave left quit mistet mista bortvist oppsagt",
            concat!(staff!(), " hun han ho vedkommende vedkommande she he"),
        ],
        none: concat!("ledig ledige søk- utlys- buss- ", maybe!()),
    },
    // A case against an employee.
    Frame {
        all: &[
            "sak saka saken gransking- granskning- undersøking undersøkelse varsel varslet varsla klage klager klagar oppfølging følge følgje følger følgjer case complaint",
            "ansatt ansatte tilsett tilsette medarbeider medarbeideren medarbeidar medarbeidaren employee staff",
            "mot overfor andsynes opp om against",
            "er ble blei vart har åpnet opna opprettet oppretta kommer kjem skal vil reist is was will",
        ],
        none: concat!("du kurs møte elev- you ", maybe!()),
    },
]);

/// Of somebody who takes no part in the conversation.
pub(in crate::check) static TOLD: Frames = Frames::new(&[
    // Who it was that told us.
    Frame {
        all: &[
            "varslet varsla klaget klaga klagde meldte melde tipset tipsa anmeldte ringte ringde angav anga reported complained tipped",
            "som who",
            "den han hun ho ein en person personen vedkommende vedkommande naboen neighbour the",
            "er heter heiter bor bur var jobber jobbar arbeider arbeidar is was lives works",
        ],
        none: concat!("deg du ønsker ønskjer skal får blir vert anonym alle ", maybe!()),
    },
    // From whom a complaint or a word came.
    Frame {
        all: &[
            "underskrift- underskriftene opprop- klage klagen klaga melding meldinga meldingen tips tipset varsel varselet varslet bekymringsmelding- uromelding- merknad merknaden merknadene merknadane merknader nabomerknad- innsigelse innsigelsen protest protesten anmeldelse- opplysningane complaint report tip objection",
            "fra frå av by from",
            concat!(
                person!(),
                " læreren læraren kollegaen eieren eigaren huseieren huseigaren utleieren utleigaren beboerne bebuarane eksmannen ekskona eksen landlord owner"
            ),
            "kom kjem kommer ble blei vart var mottatt motteke fått fekk fikk gjort sendt er came made received was sent",
        ],
        none: concat!("kan må skal alle deg du politiet fristen ", not!(), " ", maybe!()),
    },
    // Who owns, rents, bought or drives something.
    Frame {
        all: &[
            "eier eies eig eigd eigast eiga eid kjøpt kjøpte selt solgt seld solgte leier leiger registrert disponerer bebor owned bought sold rented registered rents owns",
            "heter heiter kalles navn namn named called naboen naboens grannen naboeiendommen naboeigedomen nabohuset nabotomta nabotomten neighbour",
            "eiendommen eigedomen huset hytta hytten tomta tomten leiligheten leilegheita bilen båten gården garden gard garasjen skuret naboeiendommen naboeigedomen nabohuset nabotomta nabotomten house cabin plot flat car boat farm",
        ],
        none: concat!("du deg kommunen statens ", maybe!()),
    },
    // What somebody close to the reader has done with us.
    Frame {
        all: &[
            "din di ditt dine your dykkar deres",
            "tante tanta tanten onkel onkelen svigermor- svigerfar- svigerson- svigersønn- stefar- stemor- stesønn- kusine- fetter- søskenbarn- nevø- niese- venn vennen vennene venninne- venninna ven venen venninne eks eksen eksmannen ekskona ekskone kjæreste- kjærast- forlovede forloveden arbeidsgiver- arbeidsgjevar- sjefen utleier- utleigar- husvert- aunt uncle cousin friend boss landlord",
            "har er var ble blei vart ringte ringde sendte sende søkte klaget klaga fortalte fortalde skrev skreiv sa betalte betaler betalar bor bur eier eig has is was wrote told said",
        ],
        none: concat!("kan må skal får ", maybe!()),
    },
]);
