//! What went wrong on our side, what we broke, and what we apologise for beyond a delay (ansvar og beklagelse).

use super::word::{maybe, not, us};
use crate::check::frame::{Frame, Frames};

/// Wrong, as said of a thing.
macro_rules! wrong {
    () => {
        "feil feile feilen feilene feila galt gal gale uriktig- feilaktig- mangelfull- misvisande misvisende ufullstendig- kritikkverdig- uforsvarlig- uforsvarleg- klanderverdig- uheldig uheldige dårlig dårlege dårleg dårlige slurvete slurvete wrong incorrect misleading inadequate poor mistake error"
    };
}
/// What we make: answers, advice, the handling of a case.
macro_rules! work {
    () => {
        "svar svaret svara opplysning- informasjon- råd rådet råda rettleiing- veiledning- rådgiving- saksbehandling- sakshandsaming- behandling- behandlingen behandlinga handsaming- handtering- håndtering- vurdering- beregning- utrekning- berekning- -beregning -utrekning fakturaen vedtaket brevet rutine- oppfølging- kommunikasjon- varsling- kontroll- arbeid arbeidet answer information advice handling assessment calculation decision letter"
    };
}
/// Says that one is sorry.
macro_rules! sorry {
    () => {
        "beklager beklagar beklage beklagelse beklagelig beklageleg orsak orsaka orsaker orsakar unnskyld unnskyldning unnskyldninga orsaking leit lei sorry apologise apologize apology apologies regret angrer angrar"
    };
}

pub(in crate::check) static FRAMES: Frames = Frames::new(&[
    // Our work was wrong.
    Frame {
        all: &[wrong!(), work!(), concat!(us!(), " frå fra hos hjå du dere")],
        none: concat!(
            "kontakt ring meld melde gje gi sei si beskjed retter rettar rett meldt rapporter- naboen fylket veret vêret været ",
            maybe!()
        ),
    },
    // We failed in something.
    Frame {
        all: &[
            "forsømt forsømte forsømde bommet bomma surret surra somlet somla slurvet slurva tabbet tabba dummet feilet feila feilvurder- feilbehandl- feilhandsam- feilinform- feiltolk- feilregistr- mislykkes mislyktes mislukkast sviktet svikta sviktar rotet rota glemte glemt gløymde gløymt glapp glippet glippa oversett oversåg overså misforsto misforstod misforstått forgot failed neglected overlooked misunderstood messed",
            concat!(us!(), " oppgaven oppgåva saken saka dette det"),
            us!(),
        ],
        none: maybe!(),
    },
    // It ought to have been otherwise.
    Frame {
        all: &[
            "burde skulle should ought",
            "ha vært vore være vere fått gjort blitt svart oppdaga oppdaget varsla varslet hatt have been",
            concat!(us!(), " saken saka svaret klagen klaga søknaden dette det skaden"),
        ],
        none: concat!(
            "kommer kjem vil søkt sendt brukt kontaktet kontakta klart ifølge ifølgje politikerne ",
            maybe!()
        ),
    },
    // We, or what we drive, broke something.
    Frame {
        all: &[
            "kjørte kjørt køyrde køyrt rygget rygga velta veltet ødela ødelagt øydela øydelagt øydelagde skada skadet skadde traff raste grov gravde gravd kutta kuttet hogde hogg hugget felte felt knuste knust rev reiv skrapa skrapte dyttet hit damaged broke drove crashed crushed",
            concat!(
                us!(),
                " brøytebil- brøyte- gravemaskin- lastebil- renovasjonsbil- søppelbil- søplebil- traktor- -bilen -maskinen -traktoren mannskap- mannskapa arbeidarane arbeiderne entreprenør-"
            ),
            "gjerde- gjerdet gjerdet -gjerdet port porten postkasse- mur muren -muren hekk hekken bil bilen tre treet trea trærne vegg veggen garasje- kabel- kabelen leidning- ledning- -leidningen -ledningen rør røret plen plenen kum kummen trapp trappa vindu- vindauge- hus huset innkjørsel- innkøyrsel- eiendom- eigedom- tomt tomta fence wall car gate mailbox letterbox hedge tree pipe property",
        ],
        none: concat!("politiet forsikring- vil skal kan meld ", maybe!()),
    },
    // Sorry for what was done, and not only for the time it took.
    Frame {
        all: &[
            sorry!(),
            concat!(
                wrong!(),
                " skade skaden skader skadar skadene tap tapet  belastning- belasting- opplevelse- oppleving- måten møtt møtte skjedde skjedd hende hendt hendelse- hending- oppførsel- opptreden- framferd- behandlet behandla håndtert handtert håndteringen handteringa håndtering handtering behandling behandlinga behandlingen sakshandsaminga saksbehandlingen rutine- forskjellsbeh- krenkelse- krenking- way treated handled behaviour damage loss happened harm experience"
            ),
        ],
        none: concat!("lenk- nettsid- nettstad- telefon- systemet kø køen teknisk- link website phone ", maybe!()),
    },
    // Sorry that a duty was not kept: help, notice or time.
    Frame {
        all: &[
            sorry!(),
            not!(),
            "varsel varsla varslet varslingen hjelp hjelpen hjelpa hjalp tide frist fristen overholdt overhalde fulgt følgt helped notice notified time",
        ],
        none: concat!("lenk- nettsid- kan link website ", maybe!()),
    },
    // A full apology, or blame that we take.
    Frame {
        all: &[
            "unnskyldning unnskyldninga orsaking sjølvkritikk selvkritikk skylden skylda skuld skulda skuldi apology blame",
            "uforbeholden uforbehalden gir gje gjev gi vil skal tar tek ta fortjener fortener ber be skylder skuldar sterk sterkt full take takes owe offer accept vår ours",
        ],
        none: concat!(
            "vente ventetid- ventetida ventetiden seint sent sen sein forseinking- forsinkelse- late delay wait ",
            maybe!()
        ),
    },
    // The fault was ours.
    Frame {
        all: &[
            "feil feilen tabbe tabben glipp glippen misforståing- misforståelse- mistake fault error oversight",
            concat!(us!(), " ours"),
            "var lå låg ligger ligg skyldtes skyldast skuldast skyldes skjedde oppsto oppstod oppstått gjort gjorde was were lies hos",
        ],
        none: concat!("meldt melde du leverandør- nettsid- nettstad- kontakt lenk- program- link website ", maybe!()),
    },
    // Fault and loss by their legal names.
    Frame {
        all: &[
            "erstatnings- erstatningsansvar- erstatningsplikt- skadebot- uaktsom- aktløyse oppreisning- oppreising- prisavslag- kompensasjon- kompensere kompenserer kompenserast compensat- negligen- liable",
            concat!(us!(), " du dere deg dykk you"),
        ],
        none: maybe!(),
    },
    // What we pay for after harm.
    Frame {
        all: &[
            "vask vaska vasking- vaskingen vaskinga reparasjon- reparasjonen opprydd- oppryddinga taksering- takst hotell- hotellet tørking- utgift- utgiftene utlegg- utlegga skade skaden skadene -skade -skaden kostnad- repairs cleaning damage",
            "dekker dekkjer dekke dekkje betaler betalar betale erstatter erstattar tar tek covers pays pay cover",
            us!(),
            "etter for ved på grunn after caused",
        ],
        none: concat!("forsikring- ", maybe!()),
    },
    // It came about because we had not done something.
    Frame {
        all: &[
            "fordi ettersom skyldes skuldast skyldtes because due",
            us!(),
            "ikke ikkje feil for ingen manglende manglande uten utan not",
            "hadde burde manglet mangla fulgt følgt sjekket sjekka vedlikehold- vedlikehald- oppfølg- rutine- rutinar rutiner kontroll- varsla varslet had failed lack",
        ],
        none: maybe!(),
    },
    // Our routines, or what somebody had from us, failed.
    Frame {
        all: &[
            "svikta sviktet svikt svikten brast glapp uteble uteblei failed broke",
            "rutine- rutinane rutinene kommunikasjon- oppfølging- oppfølginga kontroll- hos hjå oss vår våre internt informasjon- routines us our",
            "vi vår våre oss kommunen det us our we",
        ],
        none: maybe!(),
    },
]);
