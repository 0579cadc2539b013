//! Who comes under an offer and who does not: bounds, conditions and circles (vilkår).

use super::word::{guide, help, maybe, not, permit, person, us};
use crate::check::frame::{Frame, Frames};

/// Whom an offer may be kept to.
macro_rules! group {
    () => {
        "personer personar dem de dei den barn barna unge ungdom- eldre pensjonist- student- lag foreining- forening- familie- eiere eiger eigar- grunneier- husstand- hushald- husholdning- bedrift- verksemd- næringsdriv- gardbruk- innbygg- fastbuande fastboende flyktning- enslige einslege søkere søkjarar people persons families residents children pupils students adults pensioners households those anyone"
    };
}
/// An offer.
macro_rules! offer {
    () => {
        concat!(
            "granted admitted ordning- -ordning -ordningen -ordninga tilbud tilbudet -tilbudet tilbod tilbodet -tilbodet scheme offer ",
            help!(),
            " ",
            permit!()
        )
    };
}

pub(in crate::check) static FRAMES: Frames = Frames::new(&[
    // Over or under a bound.
    Frame {
        all: &[
            "grense grensa grensen -grense -grensa -grensen grenser tak taket nivå minstekrav- limit threshold ceiling",
            "inntekt- -inntekt -inntekta -inntekten formue- alder- år tjener tener lønn løn husstand- hushald- eiendel- income age earn assets",
            "over under innenfor innanfor utenfor utanfor for below above within exceeds når",
        ],
        none: "hvis dersom if",
    },
    // For whom an offer is meant.
    Frame {
        all: &[
            "gjelder gjeld meint ment meinte beregnet berekna rettet retta forbeholdt føreset omfatter omfattar kun bare berre kommer kjem tiltenkt tiltenkte kan only intended restricted",
            "ordning- -ordning -ordningen -ordninga tilbudet -tilbudet tilbodet -tilbodet scheme offer støtte støtta støtten -støtte -støtta stønad- -stønad tilskudd- -tilskudd tilskot- -tilskot -kort -kortet rabatt- moderasjon- fritak- båtplass- grant allowance",
            group!(),
        ],
        none: concat!("les lese finner finn her søke søkje kurs- time ", maybe!(), " ", guide!()),
    },
    // What must be for something to be got.
    Frame {
        all: &[
            "for to",
            "å get receive have",
            "få motta kunne kome komme bli tildelt innvilget innvilga beholde behalde get receive keep",
            "må skal kreves krevst krevjast krever krev forutsetter føreset forutsetning føresetnad must need required requires",
            offer!(),
        ],
        none: concat!(
            "sende sender sendast sendes fylle levere leverast ringe ringje kontakte legge leggje ved laste søke søkje søkes søkjast søknad- bestille tinge møte hente betale apply send call fill ",
            guide!()
        ),
    },
    // Not old enough, not poor enough.
    Frame {
        all: &[
            "nok enough",
            "gammel gamal gamle ung unge høy høg høye lav låg lave syk sjuk nær nære nærme lenge old low high long",
            concat!("du dere inntekt- -inntekta -inntekten formuen søkeren søkaren you income ", person!()),
            not!(),
        ],
        none: "",
    },
    // In or out of a circle.
    Frame {
        all: &[
            "målgruppe målgruppa målgruppen personkrets- inn innunder under omfattes omfattast omfatta omfattet omfattes covered comes eligible",
            "kommer kjem faller fell er hører høyrer omfattes omfattast ligger ligg covered comes falls",
            "ordninga ordningen -ordninga -ordningen ordning målgruppe målgruppa målgruppen regelen reglane reglene scheme",
        ],
        none: "kurs- foredrag- konsert-",
    },
    // The reader fills, or does not fill, what is asked.
    Frame {
        all: &[
            "oppfyller fyller fyll oppfylt oppfylte innfrir innfridd møter tilfredsstiller tilfredsstill meets meet satisfy fulfil",
            "krav kravet kravene krava -krav -kravet -kravene vilkår vilkåret vilkåra vilkårene kriterie- kriteria forutsetning- føresetnad- requirements conditions criteria",
            concat!("du dere de søkeren søkaren søknaden ordninga tiltaket you application ", us!(), " ", person!()),
        ],
        none: guide!(),
    },
    // Only some may.
    Frame {
        all: &[
            "bare berre kun only",
            "får kan skal gis gjevast gjelder gjeld may can get gets",
            "elever elevar personer personar barn familier familiar eldre pensjonister pensjonistar studenter studentar lag foreninger foreiningar innbyggere innbyggjarar fastboende fastbuande medlemmer medlemer eiere eigarar søkere søkjarar husstander bedrifter residents pupils families people members",
            concat!(help!(), " ", permit!(), " ordninga ordningen tilbudet tilbodet søke søkje delta apply støtte"),
        ],
        none: concat!("time timer billett- ", guide!()),
    },
    // For those of an age or a place.
    Frame {
        all: &[
            "over under mellom fylt eldre yngre aged bor bur hjemmeboende heimebuande bosatt busett folkeregistrert hjemmehørende",
            "for får gjelder gjeld retter gis",
            "tjenest- tenest- -tjenesten -tenesta tilbud tilbudet tilbod tilbodet ordninga ordningen -ordningen -ordninga plass -plass båtplass- støtten støtta rabatten kortet -kortet service scheme",
        ],
        none: concat!("kontor- åpningstid- opningstid- ", maybe!(), " ", guide!()),
    },
]);
