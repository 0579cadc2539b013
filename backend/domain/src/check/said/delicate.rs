//! What is most personal, where no single word tells it: somebody, and what ails or befalls them (særlege kategoriar).

use super::word::{maybe, not, person};
use crate::check::frame::{Frame, Frames};

/// Health: somebody, and a doctor's word, a loss of strength, or a treatment.
pub(in crate::check) static HEALTH: Frames = Frames::new(&[
    Frame {
        all: &[
            "lege legen legane fastlege- fastlegen overlege- psykiater- spesialisten sykehuset sjukehuset sykehus sjukehus ambulanse- ambulansen bup dps habilitering- poliklinikk- avrusing- rehabilitering- jordmor doctor hospital psychiatrist specialist",
            concat!("deg du dere you ", person!()),
            "mener meiner sier seier fraråder frarår erklærer erklærte skriver skriv attesterer konkluderer utreder utreda utredet utgreia behandler behandlar behandlet behandla tåler toler tåle innlagt henvist tilvist vist operert undersøkt undersøkte ligger ligg kom kjørt køyrt hentet henta says believes treated referred admitted",
        ],
        none: concat!(
            "kontor- kontoret telefon- åpent ope opent vikar legevakt- bestille tinge time kan kommuneoverlegen smittevern- nybygg- parkering- ",
            maybe!()
        ),
    },
    Frame {
        all: &[
            "klarer klarar greier greier greidde klarte makter maktar maktet orker orkar tåler toler husker hugsar manage cope tolerate remember",
            concat!("du deg you ", person!()),
            not!(),
            "alene åleine aleine selv sjølv trapp- trappa trapper trapper- stairs lenger lengre hverdagen kvardagen stell stelle smerte- smerter stress støy lyd mat lukt sove dusje kle alone longer everyday",
        ],
        none: concat!("skjema- legge logge åpne opne lese laste fylle vente betale finne sende form ", maybe!()),
    },
    Frame {
        all: &[
            "glemsk glemske gløymsk forvirra forvirret skrøpelig skrøpeleg svekka svekket utslitt utsliten utmattet utmatta nedbrutt nedbroten sengeliggende sengeliggande uhelbredelig uhelbredeleg kronisk kroniske suicidal lamma lammet amputert smerter smertene skrantende skrantande døende døyande bedridden paralysed chronic",
            concat!("du deg you your ", person!()),
            "er ble blei vart har begynt byrja blitt vorte hatt sitter sit ligger ligg med is was has been lives",
        ],
        none: concat!("dyr hund katt bygg betong mur vei veg ", maybe!()),
    },
    Frame {
        all: &[
            "rus rusa ruser rusar ruset rusar alkohol drikker drikk drikkfeldig edru full dop piller pillar medisin medisinar medisiner tabletter tablettar insulin cellegift sprøyter sprøyte drugs drinking alcohol pills medication",
            person!(),
            "sliter slit slite mye mykje ofte dagleg daglig går bruker brukar tar tek på mot avhengig sterk sterke struggles uses takes heavily",
        ],
        none: concat!(
            "skjenke- skjenking bevilling- løyve- -bevilling servering- apotek- resepter salg sal butikk- hund- kommunen ",
            maybe!()
        ),
    },
    // What the body no longer does without help.
    Frame {
        all: &[
            "gå ete eta spise stå snakke stelle kle dusje bevege røre sove svelge walk eat stand talk move",
            concat!("du deg you ", person!()),
            "ikke ikkje hjelp treng trenger no not cannot help needs lenger",
            "uten utan lenger lengre hjelp sjølv selv alene åleine operasjon- longer without help alone",
        ],
        none: concat!("kart skjema- film kino tv nettsid- skule- skole- saken saka dokument- ", maybe!()),
    },
]);

/// Child welfare: care that is lost, a child that is moved, a school that worries.
pub(in crate::check) static CHILD_WELFARE: Frames = Frames::new(&[
    Frame {
        all: &[
            "omsorg omsorga omsorgen omsorgsrett- foreldreansvar- foreldreansvaret custody care",
            "mistet mista miste mister mistar fratatt fratas frateken fråteken fråtekne fråtatt tatt teken overtatt overteke overtok overtar overtek plassert flyttet flytta lost took taken removed placed",
            person!(),
        ],
        none: concat!("sykehjem- sjukeheim- omsorgsbolig- omsorgsbustad- godt helse- health ", maybe!()),
    },
    Frame {
        all: &[
            "beredskapshjem- beredskapsheim- beredskapsheimen fosterhjem- fosterheim- fosterforeld- ungdomshjem- ungdomsheim- institusjon institusjonen besøkshjem- besøksheim- foster",
            "bor bur plassert plasserte plasseres flyttet flytta bodde budde lives placed moved fikk fekk",
            concat!(person!(), " barn du din ditt dine"),
        ],
        none: concat!("søker søkjer trenger treng kurs eldre ", maybe!()),
    },
    Frame {
        all: &[
            "blåmerke- blåmerka vold vald slag slått slege slår redd redde omsorgssvikt vanskjøt- vanskjøtsel forsømt forsømte bekymret bekymra bekymring- uro uroa urolig bruises neglect beaten worried",
            "skole- skolen skule- skulen barnehage- barnehagen lærer- lærar- læreren læraren helsesykepleier- helsesjukepleiar- naboer naboar tannlegen politiet lege legen school kindergarten teacher",
            "meldte melde meldt melding varslet varsla sa fortalte fortalde kontaktet kontakta reported told called",
            "barn barnet barna elev eleven elevane gutten guten jenta sønnen sonen dattera datteren dottera familien hjemme heime heimen hjemmet child pupil family",
        ],
        none: maybe!(),
    },
    Frame {
        all: &[
            "social sosialtjenesten sosialtenesta sosialkontoret barnevernet barnevernstenesta barneverntjenesten barnevernstjenesten nemnda fylkesnemnda barnevernsnemnda",
            "services worker workers barnet barna sønn- son sonen datter- dotter- gutten guten jenta familien foreldra foreldrene hjemmebesøk heimebesøk tilsyn tiltak samvær- omsorg- deg dere dykk child",
            "took taken removed visited reported investigat- tok tatt teke teken undersøk- opna åpnet gransk- besøk- besøkte vært vore kom henta hentet fulgt følgt følger følgjer meldt overtok avgjorde avgjorda vedtok vedtak contact contacted",
        ],
        none: concat!("telefon- kontor- søker ledig kurs kan foreldremøte- open åpent ope ", maybe!()),
    },
    // Who may see the children.
    Frame {
        all: &[
            "samvær samværet retten besøk custody contact visitation",
            "mistet mista nektet nekta fratatt fråteken forbud forbod tilsyn redusert utvidet utvida avtalt lost denied supervised",
            concat!(person!(), " du deg dere you"),
        ],
        none: concat!("innsyn sykehus- sjukehus- sjukeheim- sykehjem- plan- ", maybe!()),
    },
]);

/// Benefits and money troubles: somebody, and what they live on, owe or lost.
pub(in crate::check) static WELFARE: Frames = Frames::new(&[
    Frame {
        all: &[
            "nav trygdekontor- sosialkontor-",
            "utbetaling utbetalinga utbetalingen utbetalt utbetaler utbetalar stoppet stoppa stanset stansa stønad- stønaden penger pengar pengene pengane yting- ytelse- vedtak vedtaket krav kravet avslag lån garanti- depositum- tiltak sak saka saken utbetalinger trekk payment payments",
            concat!("du deg din ditt dine aldri kom fikk fekk har mottar mottek you your ", person!()),
        ],
        none: concat!("kan søke søkje kontakt ring kontor- spør råd ", maybe!()),
    },
    Frame {
        all: &[
            "namsmann- namsfut- inkasso- kreditor- kreditorar forliksråd- gjeld gjelda gjelden utlegg utleggsforretn- lønnstrekk- lønstrekk- tvangssalg- tvangssal- tvangsfullbyrd- betalingsevne betalingsproblem- purringer konkurs- utkastelse- utkasting- debts bailiff eviction bankrupt-",
            concat!("du deg din dere dykk you your ", person!()),
            "har er ble blei vart sliter slit skylder skuldar får fikk fekk ligger ligg tatt teke hos hjå klarer klarar has is was owes facing",
        ],
        none: concat!("kan kontakt ring kontor- selskap- faktura utlegga utleggene dekket dekka refunder- ", maybe!()),
    },
    Frame {
        all: &[
            "rutte råd økonomi økonomien økonomisk økonomiske inntekt inntekta inntekten pengar penger pensjon pensjonen minstepensjon- trygd trygda trygden husleia husleien husleiga income afford finances",
            concat!("du dere you ", person!()),
            "lite dårlig dårleg trang trangt stram stramt vanskelig vanskeleg låg lav lever mistet mista mister mistar klarer klarar ikke ikkje bare berre poor low struggles lost cannot",
        ],
        none: concat!("søke søkje veilede- rådgiv- rådgjev- kommunen ordning- grens- rabatt- redusert ", maybe!()),
    },
    Frame {
        all: &[
            "benefits benefit welfare sosialhjelp- sosialhjelpa sosialstønad- stønad stønaden dagpenger dagpengane dagpengene uføretrygd- uføretrygda arbeidsavklaringspeng- aap overgangsstønad- kontantstøtte kontantstøtta",
            concat!("du din you your ", person!()),
            "lever får fikk fekk mottar mottek har går på stoppet stansa stanset mistet mista søkt avslag innvilget innvilga lives receives gets has lost on",
        ],
        none: concat!("kan søke søkje skal må ", maybe!()),
    },
]);
