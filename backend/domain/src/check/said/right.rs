//! What the reader or an owner may, must or must not, and what a law says, also where no section is named (rettar og plikter).

use super::word::{guide, maybe, not, reader};
use crate::check::frame::{Frame, Frames};

/// Laws, regulations and plans by name.
macro_rules! law {
    () => {
        "loven lova lov lover lovene lovane -loven -lova lovverk- lovgiv- lovgjev- forskrift- -forskrift -forskrifta -forskriften regelverk- -regelverk -regelverket regler reglar reglene reglane -reglene -reglane bestemmelse- føresegn- -føresegnene paragraf- hjemmel- heimel- lovheimel- lovhjemmel- reguleringsplan- reguleringa reguleringen -reguleringa arealdel- plankrav- byggegrense- byggjegrense- kommuneplan- arealplan- kommunedelplan- planbestemm- vedtekt- pbl tek17 tek10 law laws act regulations statute provision provisions rules code"
    };
}

pub(in crate::check) static FRAMES: Frames = Frames::new(&[
    // A law and what it does.
    Frame {
        all: &[
            law!(),
            "krever krev kreves krevst krevjast stiller stillast stilles forbyr forbyd tillater tillèt tillét tillet åpner opnar pålegger pålegg påleggjer bestemmer fastsetter fastset slår forutsetter føreset hindrer hindrar regulerer regulerar begrenser avgrensar verner vernar ment meint villet sier seier følger følgjer tilsier tilseier gjelder gjeld setter set unntar omfatter omfattar requires require states allows prohibit- permits says applies",
        ],
        none: concat!("lovdata vedlagt vedlagde kurs- spill- spel- biblioteket bading leik lek ", guide!()),
    },
    // There is, or is no, ground in law.
    Frame {
        all: &[
            "hjemmel hjemler hjemmelen heimel heimlar heimelen lovhjemmel lovheimel -hjemmel -heimel hjemlet heimla",
            "er har finnes finst finn finner mangler manglar i for uten utan gir gjev",
        ],
        none: "",
    },
    // The reader, or whom it concerns, may bring a matter further.
    Frame {
        all: &[
            "påklag- klagast klages klage klaga anke ankast ankes overprøv- omgjøring- innvend- protestere appeal appealed appealable",
            "kan kunne rett høve adgang anledning may can right",
            "vedtak- avgjørelse- avgjerd- avgjersla beslutning- avslag- statsforvalt- klageinstans- nemnda tingrett- domstol- pålegg- gebyr- decision governor",
        ],
        none: guide!(),
    },
    // Nobody may keep the reader from something.
    Frame {
        all: &[
            "nekte nekta nekter nektar hindre hindra tvinge tvinga frata fråta forby refuse force prevent deny",
            not!(),
            concat!(reader!(), " parten part eieren eigaren foreldrene foreldra"),
        ],
        none: "",
    },
    // The reader decides for themselves.
    Frame {
        all: &[
            "selv sjølv sjølve yourself",
            "bestemmer bestem velger vel velje velge avgjør avgjer decide choose",
            "du dere de dykk you",
        ],
        none: guide!(),
    },
    // Who has somebody to speak or to interpret for them.
    Frame {
        all: &[
            "fullmektig- bisitter- bisittar- tolk tolken advokat- representant- interpreter lawyer representative",
            "du deg dere dykk you parten barnet",
            "kan ha rett får få ta høve bruke bruka la may can entitled",
        ],
        none: "",
    },
    // Whose responsibility something is.
    Frame {
        all: &[
            "ansvar ansvaret -ansvar -ansvaret påhviler påhvil kviler hviler påligger pliktar plikter responsibility responsible duty",
            "du deg ditt eier eieren eierens eiere eiers eigar eigaren eigarane eigars grunneier- grunneigar- huseier- huseigar- hjemmelshaver- heimelshavar- tiltakshaver- tiltakshavar- byggherre- utbygg- foreldre foreldra foresatte føresette abonnent- leietak- leigetak- owner owners you",
        ],
        none: "søker kontakt- les takk saken saka saksbehandl- sakshandsam-",
    },
    // Something must be stopped, removed or put right.
    Frame {
        all: &[
            "stenges stengast stengjast fjernes fjernast rives rivast rettes rettast opphøre opphøyre tilbakeføres tilbakeførast ryddes ryddast stanses stansast stoppes stoppast flyttes flyttast utbedres utbetrast avlives avlivast avvikles avviklast tilbakebetales tilbakebetalast fraflyttes innstilles removed stopped closed demolished corrected vacated",
            "må skal must shall",
        ],
        none: concat!(
            "vannet vatnet arbeid arbeidet arbeidene snø snøen veien vegen gata kran krana brannalarm- skole- ",
            maybe!()
        ),
    },
    // What an owner or the reader must do with their property or their matter.
    Frame {
        all: &[
            "holde halde rydde måke fjerne rive stanse sikre gjerde gjerde inngjerde vedlikeholde vedlikehalde utbedre utbetre tømme koble kople isolere brannsikre reparere rense skifte flytte beskjære klippe felle hogge tilbakeføre omsøke dokumentere nabovarsle avlive bekoste forsikre keep maintain remove repair clear notify demolish insure register",
            "må skal plikter pliktar must shall have has",
            concat!(
                "eier eieren eigar eigaren grunneier grunneieren grunneigar huseier byggherre tiltakshaver tiltakshavar hundeeier hundeigar abonnent leietaker leigetakar leietakeren owner owners tenant ",
                "du dere de dykk you"
            ),
        ],
        none: concat!("vi avtale kontakt ring pc mobil nettleser- knapp- ", maybe!(), " ", guide!()),
    },
    // Whom the law has heard or told.
    Frame {
        all: &[
            "høres høyrast varsles varslast underrettes underrettast spørres informeres informerast heard notified consulted",
            "skal må kan har must shall",
            "nabo naboer naboar naboene naboane part parter partar parten grunneiere grunneigarar berørte gjenboere gjenbuarar foreldre foreldra foreldrene barnet neighbours parties parents",
        ],
        none: "brev post sms",
    },
    // No leave is needed, or one is.
    Frame {
        all: &[
            "trenger treng trengs trengst behøver krever krev kreves krevst need needs required",
            "godkjenning løyve tillatelse samtykke dispensasjon -løyve -tillatelse byggesøknad ansvarsrett permit permission approval consent",
            concat!("ikke ikkje ingen inga not no", " for til du tiltaket det slik så"),
        ],
        none: concat!(maybe!(), " ", guide!()),
    },
    // Up to the reader.
    Frame {
        all: &["opp up", "til to", "deg dere dykk dykkar foreldra foreldrene eieren eigaren you", "er står is"],
        none: concat!("koble kople kobler koplar legge inntil kurs- ", guide!()),
    },
    Frame {
        all: &["frivillig frivillige valgfritt valfritt valfri valgfri voluntary optional", "er is", "å for to"],
        none: concat!("kurs- korps- arbeid lag ", guide!()),
    },
    // May say no, or take back a yes.
    Frame {
        all: &[
            "nei reservere motsette motsetje samtykke samtykket samtykket reserve object refuse withdraw",
            "kan kunne har may can",
            "du dere de dykk foreldra foreldrene foreldre foresatte føresette parten eieren eigaren naboen naboer parents you",
        ],
        none: guide!(),
    },
    // Answers for something.
    Frame {
        all: &[
            "svarer svarar står stå hefter heftar",
            "for",
            "at skaden skaden skade arbeidet vedlikehaldet vedlikeholdet kostnad- kvalitet- utgift- massene følgene følgjene",
            "byggherren tiltakshaver tiltakshaveren tiltakshavar eieren eigaren grunneieren grunneigaren du dere entreprenøren leietakeren utbyggeren utbyggaren foretaket føretaket",
        ],
        none: guide!(),
    },
    // Within, outside or bound by a law.
    Frame {
        all: &[
            law!(),
            "utenfor utanfor innenfor innanfor etter ifølge ifølgje medhold medhald strid jf jamfør bundet bunden bundne henhold samsvar tråd ufravikelig- ufråvikeleg- preseptorisk- unntak according accordance contrary pursuant exempt",
            "er blir vert faller fell ligger ligg har kan må skal ble vart gjelder is are falls may must",
        ],
        none: concat!("lovdata vedlagt vedlagde spill- spel- lek leik ", guide!()),
    },
]);
