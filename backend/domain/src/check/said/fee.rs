//! What costs something, and who bears it, also where no sum is named (kostnader).

use super::word::{guide, maybe, reader, us};
use crate::check::frame::{Frame, Frames};

/// Charges by name.
macro_rules! charge {
    () => {
        "gebyr- -gebyr -gebyret avgift- -avgift -avgifta -avgiften egenandel- eigendel- eigenandel- eigenbetaling- egenbetaling- foreldrebetaling- skatt skatten -skatt -skatten -skatta pris prisen prisene prisane -pris -prisen takst takster takstar sats satsen satsene satsane -sats -satsen husleie- husleige- leia leien leiga regning- rekning- faktura fakturaen kostnad- -kostnad -kostnaden utgift- rabatt- moderasjon- depositum- rente renter renta mulkt- -mulkt -mulkta -mulkten fee fees charge charges price prices rate rates rent bill invoice cost costs discount"
    };
}

pub(in crate::check) static FRAMES: Frames = Frames::new(&[
    // A charge comes, grows, shrinks or falls away.
    Frame {
        all: &[
            charge!(),
            "påløper påløp tilkommer tilkjem kreves krevst krevjast belastes belastast øker aukar auka økte økt stiger stig steig halveres halverast halvert dobles doblast dobla synker sokk søkk senkes senkast bortfaller bortfell ettergis ettergjeve frafalles fråfallast reduseres reduserast redusert fastsettes fastsett fastsetjast fastsatt beregnes bereknast indeksreguleres slettes slettast sletta slettet innkreves tilbakebetal- refunder- dekkes dekkast increases doubled halved waived applies",
        ],
        none: concat!(maybe!(), " ", guide!()),
    },
    // A charge comes on top.
    Frame {
        all: &["tillegg tilleggs- addition extra", charge!(), "kommer kjem kom betale betaler betalar comes pay"],
        none: maybe!(),
    },
    // What something costs somebody, or as compared with something.
    Frame {
        all: &[
            "koste kosta koster kostar kostet cost costs",
            concat!(reader!(), " samme same mer meir mindre dobbelt halvparten like lite mye mykje more less"),
        ],
        none: "hva kva hvor kor what how om whether",
    },
    // Who must pay, or need not.
    Frame {
        all: &[
            "betale betala dekke dekkje finansiere bekoste koste leggje legge pay cover",
            reader!(),
            "må skal slipper slepp plikter pliktar trenger treng behøver selv sjølv sjølve must have need",
        ],
        none: concat!(
            "hva kva hvordan korleis automat- appen app nettbank- vipps vekt ved fram frem inn how ",
            maybe!()
        ),
    },
    // Money in everyday words.
    Frame {
        all: &[
            "tusenlapp- hundrelapp- femhundrelapp- tusenlappar kroner kronar",
            "betale betaler koste koster kostar ut ligger ligg regne rekne rekn regn forvente bli blir vert rundt omtrent minst",
        ],
        none: "budsjett- milliard- million- budget",
    },
    // Charged by us.
    Frame {
        all: &[
            "charge charged charges invoice invoiced fakturer- avkrev- avkrevjer krever krev",
            concat!(us!(), " ", reader!()),
            "betaling- payment for gebyr- avgift- extra each",
        ],
        none: concat!(maybe!(), " ", guide!()),
    },
    // Paid too much, owed, or paid back.
    Frame {
        all: &[
            "betalt betalte betale betales betalast betala skylder skuldar skuldig skyldig utestående uteståande restanse ubetalt ubetalte tilbakebetal- refundert overpaid owe owed paid repaid",
            "mye mykje lite igjen att attende tilbake mangler rest restbeløp restbeløpet dobbelt gang gong back remaining twice",
            concat!(
                reader!(),
                " ",
                us!(),
                " må skal blir vert tilskotet tilskuddet støtten støtta beløpet pengene pengane depositumet"
            ),
        ],
        none: concat!("bekreft- ring post ", maybe!()),
    },
    // Half, double or free.
    Frame {
        all: &[
            "halv halve halvparten dobbel doble dobbelt tredjedel prosent gratis fri fritt half double twice free",
            charge!(),
            "utgjør utgjer er blir vert ble blei vart får gir gjev betaler betalar koster kostar is are gets costs",
        ],
        none: concat!("kollektiv- ", maybe!(), " ", guide!()),
    },
    // Dues and their course.
    Frame {
        all: &[
            "kontingent- påslag tillegget tilknytningsavgift- tilknyting- abonnement- årsleie- årsleige- festeavgift- leiesum",
            "er blir vert øker aukar går gjekk gikk ble vart betales betalast koster kostar",
        ],
        none: maybe!(),
    },
]);
