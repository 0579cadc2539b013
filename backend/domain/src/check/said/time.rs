//! What will be done by when, what comes too late, and what ends (løfte og fristar).

use super::word::{asked, day, guide, maybe, not, reader, us};
use crate::check::frame::{Frame, Frames};

/// Before or within a time.
macro_rules! by {
    () => {
        "innen innan før løpet til neste nest senest seinast på om i by before within next until"
    };
}

/// A promise: what the reader will have, or what will be done, and by when.
pub(in crate::check) static PROMISE: Frames = Frames::new(&[
    Frame {
        all: &[
            "hører høyrer høre høyre får få mottar mottek motta hear have receive get kommer kjem",
            "oss svar svaret vedtak vedtaket beskjed melding tilbakemelding penger pengene pengane plass brev brevet utbetaling- nøkkelen nøkkel dokumentene dokumenta answer reply decision money letter",
            day!(),
            concat!(by!(), " seinast senest"),
        ],
        none: concat!(
            "ikke ikkje fikk fekk har kan må hvor kva hva opningstid- åpningstid- kvar hver hvert kvart every not ",
            maybe!()
        ),
    },
    Frame {
        all: &[
            "ferdig ferdige ferdigstilt ferdigstilles klar klart klare orden plass konto utbetalt betalt avgjort avgjord behandla behandlet handsama opna åpnet asfaltert brøytt brøytet rydda ryddet retta rettet reparert ordna ordnet løyst løst fiksa fikset montert skifta skiftet ready done finished paid fixed repaired settled completed",
            day!(),
            by!(),
            "er blir vert ligger ligg kommer kjem være vere vil skal will be",
        ],
        none: concat!(
            "ikke ikkje ble blei vart var har ble må kan du dere de stengt åpent ope open hvor ventelis- ventetid not was has ",
            maybe!()
        ),
    },
    Frame {
        all: &[
            "regn rekn regne rekne stol stole satser satsar sikte forventer forventar ventar planlegger planlegg håper håpar reknar regner count rely aim expect plan",
            day!(),
            by!(),
            "at med på å that to on",
        ],
        none: concat!("ikke ikkje kan plantegning- var ble not ", maybe!()),
    },
    Frame {
        all: &[
            "skal lover lovar lovet lova love garanterer garanterar promise shall",
            "jeg eg vi me i we",
            day!(),
            "ringe ringje svare sende komme kome ordne fikse rydde rette betale gi gje ta hente se sjå sørge syte levere call send answer come fix pay",
        ],
        none: concat!("ha hvis ferie stengt flytte ", maybe!()),
    },
    Frame {
        all: &[
            "har ha have will",
            concat!("answer reply decision money permit svaret vedtaket pengene pengane ", "løyvet tillatelsen"),
            day!(),
            by!(),
            reader!(),
        ],
        none: concat!("hatt had has fikk fekk ", maybe!()),
    },
]);

/// A bound in time: what came too late, is closed, runs out, or is put off.
pub(in crate::check) static LIMIT: Frames = Frames::new(&[
    Frame {
        all: &[
            "sent seint late",
            "for too",
            concat!(
                asked!(),
                " merknad- innspill- innspel- uttale- uttalelse- innsigelse- svaret dokumenta dokumentene påmelding- remarks"
            ),
            "kom kommer kjem kommet kome innkom- levert leverte sendt send sendte fram frem motteke mottatt inn ble vart er came received submitted arrived",
        ],
        none: concat!("vi me oss vår ", maybe!()),
    },
    Frame {
        all: &[
            "imot mottar mottek motta vurdere behandle handsame accept consider",
            not!(),
            "etter after",
            concat!(asked!(), " innspill- innspel- merknad- uttale- uttalelse- påmelding- dokument- remarks"),
        ],
        none: concat!("stengetid klokka klokken kl ", guide!()),
    },
    Frame {
        all: &[
            "avslutter avsluttar avsluttes avsluttast henlegger henlegges henleggast lukker lukkes lukkast legger bortfaller trekkes stryker strykes close closed dismiss",
            "før innen innan within before",
            "saken saka søknaden klagen klaga kravet plassen tilbudet tilbodet case application offer",
            concat!(not!(), " hører høyrer mottar mottek svarer svar svarar dokument- dere deg"),
        ],
        none: "",
    },
    Frame {
        all: &[
            "ekstra utsatt utsett utsettelse utsetjing forlenget forlenga lenger lengre lengre forlenges forlengast extra extended extension postponed",
            "uker veker dager dagar månader måneder tid time weeks days frist fristen",
            concat!(reader!(), " ", us!()),
            "får gir gjev gis gitt gjeve fått give given have got innvilger innvilga",
        ],
        none: "ventetid behandlingstid behandlingstida saksbehandlingstid",
    },
    Frame {
        all: &[
            "utløper utgår utløp bortfaller forelder foreldes foreldast foreldet forelda oversittet oversete oversitjen gyldig gyldige varer varar expires lapses lapsed valid",
            "år måneder månader uker veker dager dagar januar februar mars april mai juni juli august september oktober november desember årsskiftet nyttår years months weeks days",
            "løyve- tillatelse- -løyvet -tillatelsen dispensasjon- søknad- krav- tilbudet tilbodet avtale- kontrakt- kort kortet -kortet plass plassen vedtak- permit permission offer contract",
        ],
        none: "",
    },
    // Too late to do something.
    Frame {
        all: &[
            "sent seint late",
            "for too",
            "å to",
            "søke søkje klage klaga melde levere uttale endre ombestemme trekke apply appeal complain submit change",
        ],
        none: maybe!(),
    },
    // Something to apply for is closed.
    Frame {
        all: &[
            "opptaket opptak søkerunden søkjerunden høringen høyringa høyringsperioden påmeldingen påmeldinga søknadsrunden ventelista ventelisten utlysningen utlysinga",
            "lukket lukka stengt stengd over avslutta avsluttet ute gått closed ended",
            "er ble blei vart har is was",
        ],
        none: "",
    },
    // What comes after a day counts for nothing.
    Frame {
        all: &[
            "etter after",
            not!(),
            "vurdert vurderes vurderast behandlet behandla behandles handsama handsamast tatt teke teken tas med considered accepted processed",
            "blir vert vil kan will cannot innkommet innkomne mottatt som that received",
        ],
        none: concat!("møtet samtal- ", guide!()),
    },
    // To be in somebody's hands by a day, or stamped by it.
    Frame {
        all: &[
            "hende poststemplet poststempla stemplet rekker rekk rekke hands postmarked",
            "innen innan før senest seinast må vere være blir vert by before den d dersom hvis om if",
        ],
        none: "busstoppet bussen toget tog skje kan",
    },
]);
