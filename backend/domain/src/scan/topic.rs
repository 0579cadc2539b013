//! Words for delicate matters (særlige kategorier): health, child welfare, crime and their kin, GDPR art. 9 and 10.
//!
//! The word alone is possible: a text about the matter, and about nobody. With somebody in the same clause whom it may be about
//! it is probable; certain, where the word besides leaves no other reading. Denied statements are no finding.

use super::{
    Candidate, Confidence, Kind, clause,
    context::{Marks, Sense},
    denial::is_denied,
    list::{List, is_small, list},
};
use std::{ops::Range, sync::LazyLock};

/// Each kind, whether its words leave no other reading, and the words as `context` writes them. Words that have an everyday
/// meaning besides ("gjeld" is also a verb, "stolen" a chair, "krefter" strength) stand in the forms that have only this one.
pub(super) const WORDS: [(Kind, bool, &str); 19] = [
    (
        Kind::ProtectedAddress,
        true,
        "kode 6|kode 7|kode seks|kode sju|kode syv|strengt fortrolig adresse-|strengt fortruleg adresse-|fortrolig adresse-|fortruleg adresse-|adressesperre-|adressesperra|adressesperret",
    ),
    (
        Kind::ProtectedAddress,
        false,
        "sperret adresse-|sperra adresse-|hemmelig adresse-|hemmeleg adresse-|skjult adresse-|skjerma adresse-|\
     skjermet adresse-|gradert adresse-|sperret bostedsadresse-|hemmelig bostedsadresse-|skjermet bostedsadresse-|\
     hemmeleg bustadadresse-|skjult bostedsadresse-|skjult identitet|fiktiv identitet|voldsalarm-|valdsalarm-|krisesenter|\
     krisesenteret|secret address-|protected address-",
    ),
    (
        Kind::ChildWelfare,
        true,
        "omsorgsovertak-|omsorgsovertek-|akuttvedtak-|bekymringsmelding-|uromelding-|omsorgssvikt-|akuttplasser-|hasteplasser-|samvær under tilsyn",
    ),
    (
        Kind::ChildWelfare,
        false,
        "-barnevern|-barnevernet|-barnevernets|barnevernstjenest-|barneverntjenest-|barnevernteneste-|barnevernstenest-|\
     barnevernssak-|barnevernsak-|barnevernstiltak-|barnevernsbarn-|barnevernsvakt-|barnevernvakt-|barnevernskonsulent-|\
     barnevernsinstitusjon-|barnevernspedagog-|fosterhjem-|fosterheim-|fosterforeld-|fosterbarn-|fostermor-|fosterfar-|\
     beredskapshjem|beredskapshjemmet|avlastningshjem-|avlastningsheim-|fylkesnemnd-|barneverns- og helsenemnda|\
     tilsynsfører-|beredskapsheim-|beredskapsheimen|besøkshjem|besøksheim|tilsynsførar-|mistet omsorgen|mista omsorga|mistet foreldreansvaret|mista foreldreansvaret|fratatt foreldreansvar-|fråteken foreldreansvar-|fratatt barna|fråteke barna|fråtekne omsorg-|tatt fra foreldre-|teken frå foreldre-|tvangsplasser-|plassert utenfor heimen|taken into care|into care|care order|samværsordning-|samværsrett-|samvær med barnet under|samvær med sønn-|samvær med sonen|samvær med datter-|samvær med dotter-|samvær med dattera|\
     ungdomshjem-|ungdomsheim-|plassert utenfor hjemmet|plassert utanfor heimen|plassert i institusjon|plassert på institusjon|plasserte på institusjon|flyttet ut av hjemmet|flytta ut av heimen|fratatt omsorg-|fråteken omsorg-|child welfare|child protection|foster care|\
     foster home-|foster parent-",
    ),
    (
        Kind::Health,
        true,
        "-diagnose|-diagnosen|-diagnoser|-diagnosa|-diagnosar|-diagnosene|-diagnosert|schizofren-|bipolar|bipolare|\
     hiv-positiv-|hiv-smitt-|hivpositiv-|-kreft|-kreften|-kreftsyk-|kreftsjuk-|kreftsvulst-|kreftbehandling-|demens|\
     demensen|-dement|demente|adhd|autis-|asperger-|-psykose|psykotisk-|anoreksi-|bulimi-|epilepsi-|parkinson-|alzheimer-|\
     hepatitt-|leukemi-|multippel sklerose|diabetes|diabetik-|dementia|hjerneslag-|hjerteinfarkt-|hjarteinfarkt-|\
     rusavheng-|rusmisbruk-|alkoholiker-|alkoholikar-|alkoholisme-|selvmordsforsøk-|sjølvmordsforsøk-|selvskading-|\
     sjølvskading-|hjerneblødning-|hjernebløding-|slagrammet|slagramma|slagramme|fibromyalgi-|endometriose-|cøliaki-|kols|tourette-|lungebetennels-|lungebetennels-|ptsd|cancer|diagnosed|diagnosis|schizophreni-",
    ),
    (
        Kind::Health,
        false,
        "ryggplag-|nakkeplag-|muskelplag-|helseplag-|sykmeld-|sykemeld-|sjukmeld-|sjukemeld-|sykefravær-|sjukefråvær-|\
     langtidssyk-|langtidssjuk-|psykisk|psykiske|psykiatri-|psykolog|psykologen|psykologtime-|depresjon|depresjonen|\
     depresjonar|depresjoner|depressiv-|deprimert-|angst|angsten|angstlid-|angstanfall-|rusmiddelprobl-|rusproblem-|\
     rusomsorg|ruspasient-|alkoholproblem-|legeerklæring-|legeattest-|-epikrise|-epikrisen|journalnotat-|pasientjournal-|\
     legejournal-|medisiner|medisinene|medisinar|medisinane|medisinering-|resept|resepten|resepter|reseptar|funksjonsneds-|\
     funksjonshemm-|funksjonshemn-|utviklingshem-|arbeidsufør-|-ufør|uføre|uførhet-|uførleik|gravid|gravide|graviditet-|\
     spontanabort-|abort|aborten|selvmord-|sjølvmord-|astma|astmatisk-|allergi|allergien|allergisk-|hjertefeil-|\
     hjartefeil-|hjerteproblem-|hjertesyk-|hjartesjuk-|operert for|operert i|operert på|innlagt|innlagde|tvangsinnlagt|\
     tvangsinnlegg-|helsetilstand-|helsejournal-|helseopplysning-|helseproblem-|pasient|pasienten|rullestol|rullestolen|\
     rullestolbrukar-|rullestolbruker-|lammet|blindhet|-sykdom|-sykdommen|-sykdommer|-sjukdom|-sjukdomen|-sjukdomar|\
     kronisk syk-|kronisk sjuk-|alvorlig syk|alvorleg sjuk|er syk|er sjuk|var syk|var sjuk|blitt syk|blitt sjuk|blei sjuk|\
     ble syk|vart sjuk|psykisk syk-|terminalt syk|dialyse-|cellegift-|strålebehandling-|kjemoterapi-|mental health|\
     depression|pregnant|pregnancy|disabled|disability|sick leave|surgery|wheelchair|lagt inn på sykehus-|lagt inn på sjukehus-|lagd inn på sjukehus-|innlagd|ligger på sykehus-|ligg på sjukehus-|\
     nedsatt hørsel|nedsett høyrsel|nedsatt syn|nedsett syn|nedsatt arbeidsevne|nedsett arbeidsevne|redusert arbeidsevne|arbeidsevnevurdering-|hørselshem-|hørselsned-|høyrselshem-|høyrselsned-|synshem-|\
     synssvekk-|synsvekk-|svaksynt|svaksynte|tunghørt|tunghørte|tunghøyrd|er blind|er døv|pleietrengende|pleietrengande|hjelpetrengende|hjelpetrengande|spiseforstyrr-|eteforstyrr-|\
     glemsk|gløymsk|utbrenthet-|utbrendt|utmattelsessyndrom-|utmattelse|utmatting-|utmattelsen|panikkanfall-|panikkangst-|tvangslidels-|tvangsliding-|tvangstank-|traumer|traumar|posttraumatisk-|nervesammenbrudd-|nervesamanbrot-|nyresvikt-|hjertesvikt-|hjartesvikt-|hjerteoperasjon-|hjarteoperasjon-|hjerteoperert-|hjartelidels-|hjertelidels-|stoma|dialyse|insulin-|blodtrykksmedisin-|smertestillende|smertestillande|beroligende medisin-|antidepressiv-|metadon-|høreapparat-|høyreapparat-|dårlig syn|dårleg syn|dårlig hørsel|dårleg høyrsel|lam i|lamma frå|lammet fra|amputert-|fødselsdepresjon-|prøverør-|sykepenger|sykepengene|sjukepengar|sjukepengane|utredet for|utgreidd for|utreda for|til utredning ved|henvist til|tilvist til bup|innlagt ved|innlegging-|innleggelse-|sengeliggende|sengeliggande|ruser seg|rusar seg|sliter med rus|slit med rus|ruspåvirk-|ruspåverk-|alkoholiser-|overdose-|overdosen|rullator-|krykke-|protese-|sykeseng-|sjukeseng-|har hjemmehjelp|får hjemmehjelp|fått hjemmehjelp|har heimehjelp|får heimehjelp|fått heimehjelp|nykter|nyktert|tørrlagt|etter operasjonen|hofteoperasjon-|kneoperasjon-|sammenbrudd|samanbrot|samanbrotet|lårhalsbrudd-|lårhalsbrot-|hoftebrudd-|hoftebrot-|hjernerystelse-|hjernerysting-|hjerneskade-|migrene|leddgikt-|revmatis-|cerebral parese|downs syndrom|traumatisert|utbrent|utbrend|\
     -avhengighet|-avhengigheten|-avhengnad|sengeligg-|fått påvist|fekk påvist|fikk påvist|etter slag|hatt slag|brukket arm-|brukket lår-|brukket bein-|brukket fot-|brukket hoft-|brote arm-|brote lår-|brote bein-|\
     beinbrudd-|beinbrot-|til behandling for|behandlet for|behandla for|avrusning-|avrusing-|mentally ill|hospitalised|hospitalized|in hospital|hearing loss|medication|addiction|asthma|epilepsy|autism|autistic|in therapy|had a stroke",
    ),
    (
        Kind::Health,
        false,
        "helsehjelp|helsehjelpen|hjemmesykeplei-|heimesjukeplei-|sykehjemsplass-|sjukeheimsplass-|omsorgslønn-|omsorgsstønad-|avlastningstiltak-|brukerstyrt personlig-|brukarstyrt personleg-|støttekontakt-|hjelpestønad-|grunnstønad-|tvangsvedtak-",
    ),
    (
        Kind::Crime,
        true,
        "straffedømt|straffedømd|straffedømte|rulleblad-|varetektsfengsl-|domfelt|domfelte|convicted|imprisoned",
    ),
    (
        Kind::Crime,
        false,
        "dømt|dømt for|etterlyst og siktet|er siktet|etterforskning|etterforsking|forelegg|forelegget|førelegg|førelegget|fyllekjør-|bøtelagt|bøtelagd|bøtelagte|ilagt bot|tilsto|tilstod|dopsalg-|dopsal|charged with assault|charged with theft|mistenkt for|mistenkt|sikta|sonar ein dom|\
     soner en dom|soner straff|sonar straff|fengselsdom-|skattesvik-|skatteunndrag-|meld til politiet|melde til politiet|meldt til politiet|dømd for|dømd|dømde|siktet for|sikta for|siktelse-|siktinga|siktede|\
     tiltalt|tiltalte|tiltalen|tiltalt for|tiltale for|fengsel|fengselet|fengsla|fengslet|fengselsstraff-|varetekt|\
     varetekta|straffbar-|straffesak-|straffbart|anmeldt|anmeldt for|anmeldelse-|anmelding-|politianmeld-|politimeld-|\
     meldt til politiet|-tyveri|-tyveriet|-tjuveri|-tjuveriet|stjålet|stjal|stole frå|stolne|-voldtekt|-voldtekten|\
     -valdtekt|voldtok|voldtatt|valdteken|vold|vold mot|utsatt for vold|utsett for vald|vald mot|vald i nære relasjon-|\
     vold i nære relasjon-|voldelig-|valdeleg-|mishandl-|innbrudd-|innbrot-|narkotika-|narkoman-|promille|promillekjør-|\
     underslag-|underslått|bedrageri-|svindel|svindelen|svindlet|svindla|-overgrep|-overgrepet|overgriper-|overgripar-|\
     besøksforbud-|besøksforbod-|strafferegist-|vandelsattest med merk-|arrestert-|pågrepet|pågripen|criminal record|\
     criminal|arrested|prison|theft|assault|assaulted|rape|raped|fraud|reported to the police|suspected of|drunk driving|restraining order",
    ),
    (
        Kind::Union,
        false,
        "fagforening|fagforeningen|fagforeninga|fagforeningsmedlem-|fagforeining|fagforeininga|fagforeiningsmedlem-|fagorganis-|fagforbundet|utdanningsforbundet|sykepleierforbundet|sjukepleiarforbundet|trade union|union member-",
    ),
    (
        Kind::Religion,
        false,
        "muslim|muslimen|muslimar|muslimer|muslimsk-|islam|islamsk|kristen|kristne|katolikk-|katolsk|katolske|jøde|jøden|jøder|\
     jødar|jødisk-|jehovas vitne-|jehova-|hindu|hinduer|buddhis-|moské|moskeen|moskéen|trossamfunn|trossamfunnet|\
     trussamfunn|religiøs|ateist-|pinsevenn-|human-etiker-|jewish|muslims|christian faith|religious",
    ),
    (
        Kind::Ethnicity,
        false,
        "etnisk|etniske|etnisitet-|samisk|kvensk|samar|samer|romanifolk-|rom-folk-|hudfarge-|asylsøk-|asylmottak-|flyktning|flyktningen|flyktninger|flyktningar|kurder-|kurdar-|kurdisk-|somalier-|somaliar-|somalisk-|afghansk-|afghaner-|syrisk-|ethnic|refugee-|asylum",
    ),
    (
        Kind::Sexuality,
        false,
        "homofil|homofile|homoseksuell-|lesbisk|lesbiske|bifil|bifile|biseksuell-|transperson-|transkjønn-|transseksuell-|seksuell legning|seksuelle legning-|seksuell orientering-|seksuelle orientering-|skeiv|skeive|gay|lesbian|bisexual|transgender",
    ),
    (
        Kind::Politics,
        true,
        "medlem av høyre|medlem i høyre|medlem av høgre|medlem i høgre|medlem av arbeiderpartiet|medlem i arbeiderpartiet|\
     medlem av arbeidarpartiet|medlem i arbeidarpartiet|medlem av ap|medlem i ap|medlem av fremskrittspartiet|\
     medlem i fremskrittspartiet|medlem i framstegspartiet|medlem av senterpartiet|medlem i senterpartiet|\
     medlem av venstre|medlem i venstre|medlem av rødt|medlem i rødt|medlem i raudt|medlem av sv|medlem i sv|medlem av frp|\
     medlem i frp|medlem av krf|medlem i krf|medlem av mdg|medlem i mdg",
    ),
    (
        Kind::Politics,
        false,
        "partimedlem-|partibok-|stemte på|stemte for høyre|stemte for rødt|stemmer på|røysta på|røystar på|partitilhør-|politisk syn|politiske syn|politisk overbevisning|politisk overtyding|politisk ståsted|politisk standpunkt|voted for|party member-",
    ),
    (
        Kind::Economy,
        true,
        "inkasso-|betalingsanmerk-|betalingsmerknad-|gjeldsordning-|gjeldssanering-|sosialhjelp-|personlig konkurs|lønnstrekk-|lønstrekk-|arbeidsledighetstrygd-|arbeidsløysetrygd-|debt collection",
    ),
    (
        Kind::Economy,
        false,
        "sosialstønad-|økonomisk sosialhjelp|økonomisk stønad|økonomisk hjelp|økonomisk stønad til livsopphold|gjeldsproblem-|\
     gjeldsbrev-|i gjeld|har gjeld|med gjeld|stor gjeld|høy gjeld|høg gjeld|gjelden min|gjelden din|gjelda mi|gjelda di|\
     gjelden hans|gjelden hennes|kredittgjeld-|forbruksgjeld-|forbrukslån-|konkurs|bostøtte|bostøtten|bustøtte|bustøtta|\
     arbeidsavklaringspeng-|dagpenger|dagpengar|inntekten er|inntekta er|inntekt er|inntekt på|inntekten min|inntekta mi|\
     inntekten din|inntekta di|årsinntekt-|formue|formuen|formua|utleggstrekk-|utleggsforretning-|tvangssalg-|tvangssal|\
     uførepensjon-|uføretrygd-|social benefits|bankrupt-|in debt|debt|debts|stønaden din|stønaden hans|stønaden hennes|stønaden hennar|låginntekt|har lav inntekt|har låg inntekt|dagpengene|dagpengane|på trygd|trygden din|trygda di|trygden hans|trygda hans|trygdeytelse-|trygdeyting-|ytelser fra nav|ytingar frå nav|\
     stønad fra nav|stønad frå nav|støtte fra nav|støtte frå nav|penger fra nav|pengar frå nav|går på nav|kvalifiseringsprogram-|arbeidsledig|arbeidsløs|arbeidslaus|restanse-|ubetalt husleie|ubetalt husleige|husleierestanse-|\
     skylder husleie|dårlig råd|dårleg råd|trang økonomi|vanskelig økonomi|vanskeleg økonomi|anstrengt økonomi|økonomiske problem-|økonomiske vansk-|økonomien din|økonomien hans|økonomien hennes|økonomien hennar|utlegg i lønn|utlegg i løn|\
     uføretrygd|utlegg i lønn-|utlegg i løn-|trekk i lønn-|trekk i løn-|trekk i trygd-|gjeldsforhandling-|gjeldsoffer-|lite å rutte med|lever av trygd|lever på trygd|lever på stønad|utkastels-|namsmannen har|minstepensjon-|overgangsstønad-|supplerende stønad|supplerande stønad|aap|welfare benefit-|disability benefit-|social assistance|eviction|food bank|bailiff-|unemployment benefit-|housing benefit-|on benefits|receives benefits|unemployed",
    ),
    // Words that hold one of those above and mean nothing delicate: the longest word wins, and these are dropped.
    (
        Kind::Name,
        false,
        "etnisk mat|kreftforeningen|kreftforeininga|barnevernsdagen|barnevernloven|barnevernlova|barnevernsloven|barnevernslova|er syk av lengsel|straffbare forhold er|dømt til å mislykkes|dømt nord og ned|psykisk helsevern-|helsehjelploven|vold av",
    ),
    (Kind::Name, false, "operert med|gravide dyr|siktet til|siktet på|depresjon i markedet|depresjonen på 30-tallet"),
];

/// Words for somebody whom a clause may be about.
const PERSONS: &str = "jeg eg meg min mi mitt mine du deg din ditt dine han ham hun ho henne hennes hans hennar deres dykkar sønn sønnen sønnens son sonen datter datteren dattera dotter dottera mor mora moren far faren kone kona konen mannen ektefelle ektefellen samboer samboeren sambuar sambuaren bror broren søster søsteren systera barnet barna barn gutten guten jenta jenten nabo naboen eleven elev brukeren brukaren klienten pasienten my your he she his her son daughter mother father neighbour husband wife i'm i've mamma pappa bestemor bestefar foreldrene foreldra vedkommende vedkommande søkeren søkaren leietakeren leigetakaren kollegaen ansatte arbeidstakeren arbeidstakaren oss vår vårt våre familien ungen tenåringen stesønnen nevøen niesen tanten onkelen svigermor svigerfar";

static PERSON: LazyLock<List> = LazyLock::new(|| list(PERSONS));

/// The delicate words of a text; `names` are where people are named, in order of place.
pub(super) fn find(text: &str, marks: &Marks, names: &[Range<usize>], out: &mut Vec<Candidate>) {
    for mark in marks.iter() {
        let Sense::Topic(kind, telling) = mark.sense else { continue };
        if kind == Kind::Name || is_denied(text, mark.bytes.start) {
            continue;
        }
        let bytes = mark.bytes.start..word_end(text, mark.bytes.end);
        let confidence = match (is_about_somebody(text, &bytes, names), telling) {
            (true, true) => Confidence::Certain,
            (true, false) => Confidence::Probable,
            _ => Confidence::Possible,
        };
        out.push(Candidate { kind, bytes, confidence });
    }
}

/// Where the word ends that goes on at byte `at`.
fn word_end(text: &str, at: usize) -> usize {
    let window = clause::after(text, at);
    at + window.find(|c: char| !c.is_alphabetic()).unwrap_or(window.len())
}

/// Whether the clause names somebody, or has a word for somebody.
fn is_about_somebody(text: &str, bytes: &Range<usize>, names: &[Range<usize>]) -> bool {
    let (before, after) = (clause::before_with_antecedent(text, bytes.start), clause::after(text, bytes.end));
    let clause = bytes.start - before.len()..bytes.end + after.len();
    let first = names.partition_point(|name| name.end <= clause.start);
    let named = names[first..]
        .iter()
        .take_while(|name| name.start < clause.end)
        .any(|name| name.end <= bytes.start || name.start >= bytes.end);
    let is_person =
        |word: &str| PERSON.contains(word) || !is_small(word) && PERSON.contains(word.to_lowercase().as_str());
    let words = |text: &str| text.split(|c: char| !(c.is_alphabetic() || c == '\'')).any(is_person);
    named || words(before) || words(after)
}

#[cfg(test)]
mod tests {
    use super::super::{Confidence::*, Kind::*, tests::kinds};

    #[test]
    fn words_for_delicate_matters_are_found_with_whom_they_are_about() {
        for (text, expected) in [
            ("Sønnen hennes har diagnosen ADHD.", vec![(Health, Certain), (Health, Certain)]),
            ("Helsestasjonen har åpent.", vec![]),
            ("Barneverntjenesten har vakttelefon.", vec![(ChildWelfare, Possible)]),
            ("Han er dømt for tyveri.", vec![(Crime, Probable), (Crime, Probable)]),
            ("Hun bor på sperret adresse.", vec![(ProtectedAddress, Probable)]),
            ("Ho er fagorganisert og muslim.", vec![(Union, Probable), (Religion, Probable)]),
            ("Jeg har aldri fått diagnose.", vec![]),
            ("Bygget er sjukt fint.", vec![]),
            ("Du mottar sosialhjelp.", vec![(Economy, Certain)]),
            ("Sønnen min, som er sykmeldt, kommer.", vec![(Health, Probable)]),
            ("Hun har brystkreft.", vec![(Health, Certain)]),
            ("Mannen min, som alle vet, har fått diabetes.", vec![(Health, Certain)]),
            ("MIN SØNN HAR HATT HJERNESLAG", vec![(Health, Certain)]),
            ("Eg er i gjeld.", vec![(Economy, Probable)]),
            ("Hun er medlem av Senterpartiet.", vec![(Politics, Certain)]),
            ("Møtet er i kommunehuset.", vec![]),
        ] {
            let found = kinds(text);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn words_that_only_look_alike_are_nothing() {
        for text in [
            "Dette gjeld dei nye reglane for oss.",
            "Hun satte seg i den gule stolen.",
            "Jeg har samlet krefter.",
            "Han siktet til budsjettet.",
            "Vi har operert med ventelister for deg.",
            "Du har rett etter barnevernloven.",
            "Du får svar same dag.",
            "Han reiste til Afghanistan.",
            "Prosjektet var dømt til å mislykkes for oss.",
        ] {
            assert!(kinds(text).iter().all(|(kind, _)| *kind == Name), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn whoever_is_named_is_whom_the_clause_is_about() {
        assert_eq!(kinds("Per Haug er sykmeldt."), [(Name, Probable), (Health, Probable)]);
    }
}
