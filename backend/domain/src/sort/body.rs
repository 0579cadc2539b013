//! Other bodies (andre organ) and the matters that are theirs: what a citizen asks a municipality that another must answer,
//! forvaltningsloven § 11 fourth paragraph.

use super::lexicon::Lexicon;
use std::sync::LazyLock;

/// Somebody else who answers.
#[derive(Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name in bokmål, nynorsk and English.
    pub name: [&'static str; 3],
    /// Where it is found.
    pub site: &'static str,
    words: &'static str,
}

const fn body(name: [&'static str; 3], site: &'static str, words: &'static str) -> Body {
    Body { name, site, words }
}

/// All that are known. What NAV does for the municipality (social assistance, housing in need) is no word here.
static BODIES: [Body; 20] = [
    body(
        ["NAV", "NAV", "NAV"],
        "nav.no",
        "nav. dagpeng meldekort sykepeng sjukepeng foreldrepeng arbeidsavklaringspeng aap. uføretrygd uførepensjon alderspensjon barnetrygd \
         kontantstøtte engangsstønad barnebidrag bidragsforskudd grunnstønad hjelpestønad arbeidsledig arbeidslaus permittert pleiepenger omsorgspenger \
         unemployment_benefit child_benefit sick_pay sickness_benefit parental_benefit",
    ),
    body(
        ["Skatteetaten", "Skatteetaten", "the Norwegian Tax Administration"],
        "skatteetaten.no",
        "skatteetaten skattemelding skattekort selvangivelse sjølvmelding skatteoppgjør restskatt forskuddsskatt frikort_fra folkeregister \
         flyttemelding melde_flytting meld_flytting fødselsattest bostedsattest navneendring namneendring merverdiavgift mva_melding skattetrekk \
         tax_card tax_return tax_deduction national_registry birth_certificate notify_move",
    ),
    body(
        ["politiet", "politiet", "the police"],
        "politiet.no",
        "politiet. nytt_pass passet_mitt passet_hans passet_hennes passtime fornye_pass bestille_pass om_pass. pass_for passport tyveri tjuveri stjålet stolen. stole_frå innbrudd innbrot \
         anmelde. politianmeld våpentillatelse våpenløyve våpenkort burglary theft police_report firearm",
    ),
    body(
        ["Utlendingsdirektoratet (UDI)", "Utlendingsdirektoratet (UDI)", "the Directorate of Immigration (UDI)"],
        "udi.no",
        "udi. oppholdstillat opphaldsløyve oppholdskort familiegjenforen familieinnvandring familiesameining statsborgerskap statsborgarskap visum. arbeidstillatelse asylsøknad \
         residence_permit visa. citizenship work_permit family_reunification asylum",
    ),
    body(
        ["Statens vegvesen", "Statens vegvesen", "the Norwegian Public Roads Administration"],
        "vegvesen.no",
        "vegvesen førerkort førarkort eu_kontroll vognkort bilskilt omregistrere omregistrering kjøretøyregist køyretøyregist oppkjøring teoriprøve riksvei riksveg europavei europaveg \
         e6. e10. e16. e18. e39. e134. driving_licen driver_s driver_licen vehicle_registration",
    ),
    body(
        ["fylkeskommunen", "fylkeskommunen", "the county municipality"],
        "fylkeskommune.no",
        "fylkeskommune videregående vidaregåande fylkesvei fylkesveg tannlege tannklinikk tannhelse tannreguler lærling lærlingplass fagbrev bussrute bussbillett busskort ungdomskort \
         bussen. bussholdeplass kollektivtrafikk upper_secondary high_school dentist dental bus_ticket bus_route",
    ),
    body(
        ["Lånekassen", "Lånekassen", "the State Educational Loan Fund"],
        "lanekassen.no",
        "lånekassen studielån utdanningslån utdanningsstøtte stipendet student_loan",
    ),
    body(
        ["sykehuset", "sjukehuset", "the hospital"],
        "helsenorge.no",
        "sykehus sjukehus poliklinikk operasjonsdato pasientjournalen innkalling_til. røntgen mr_time helseforetak hospital outpatient surgery",
    ),
    body(
        ["Helfo", "Helfo", "Helfo"],
        "helsenorge.no",
        "helfo frikort_for egenandelskort helsetrygdkort bytte_fastlege byte_fastlege pasientreise health_insurance_card change_gp",
    ),
    body(
        ["Kartverket", "Kartverket", "the Mapping Authority"],
        "kartverket.no",
        "kartverket tinglys grunnbok skjøte. skjøtet hjemmelsoverf heimelsoverf pantedokument pantobligasjon land_registry title_deed",
    ),
    body(
        ["domstolen", "domstolen", "the court"],
        "domstol.no",
        "tingrett lagmannsrett stevning dødsbo skifteattest uskifte rettssak testament probate district_court",
    ),
    body(
        ["namsmannen", "namsmannen", "the enforcement officer"],
        "politiet.no/namsmann",
        "namsmannen namsmann tvangssalg utlegg. utleggstrekk gjeldsordning forliksklage fravikelse enforcement_officer",
    ),
    body(
        ["statsforvalteren", "statsforvaltaren", "the county governor"],
        "statsforvalteren.no",
        "statsforvalter statsforvaltar vergemål verge. vergen fremtidsfullmakt separasjon skilsmisse divorce guardianship",
    ),
    body(
        ["Brønnøysundregistrene", "Brønnøysundregistera", "the Brønnøysund Register Centre"],
        "brreg.no",
        "brønnøysund foretaksregister enhetsregister einingsregister registrere_firma starte_enkeltpersonforetak løsøreregister register_company company_registration",
    ),
    body(
        ["Mattilsynet", "Mattilsynet", "the Norwegian Food Safety Authority"],
        "mattilsynet.no",
        "mattilsynet matforgift dyrevelferd dyrevern dyreplageri dyremishandl vanskjøtte vanskjøtsel food_poisoning animal_cruelty animal_welfare",
    ),
    body(
        ["Arbeidstilsynet", "Arbeidstilsynet", "the Labour Inspection Authority"],
        "arbeidstilsynet.no",
        "arbeidstilsynet hms_kort minstelønn ulovlig_oppsigelse arbeidsgiveren_min arbeidsgiver_betaler labour_inspection",
    ),
    body(
        ["nettselskapet eller strømleverandøren", "nettselskapet eller straumleverandøren", "the power company"],
        "strompris.no",
        "strømbrudd straumbrot strømregning straumrekning nettleie nettleige strømmåler straummålar strømmen_er straumen_er power_outage electricity_bill",
    ),
    body(
        ["Posten", "Posten", "Posten, the mail"],
        "posten.no",
        "posten. pakke. pakken postkassen_blir postombæring sporingsnummer hentemelding parcel. package.",
    ),
    body(
        ["Tolletaten", "Tolletaten", "Norwegian Customs"],
        "toll.no",
        "tolletaten tollvesenet tolldeklarasjon fortolling tollavgift customs_duty customs_declaration",
    ),
    body(
        ["Forbrukerrådet", "Forbrukarrådet", "the Consumer Council"],
        "forbrukerradet.no",
        "forbrukerrådet forbrukarrådet reklamasjon reklamere angrerett nettbutikk",
    ),
];

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(BODIES.iter().map(|body| body.words)));

/// A body with the words of the mail that are its matter.
#[derive(Debug)]
pub(super) struct Pointed {
    pub(super) body: &'static Body,
    pub(super) words: Vec<usize>,
}

/// The body whose matter it most is.
pub(super) fn pointed(words: &[String]) -> Option<Pointed> {
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); BODIES.len()];
    for hit in WORDS.hits(words) {
        // The same word again tells nothing new.
        let mut said = of[hit.row].iter().map(|at| &words[*at]);
        if said.all(|word| *word != words[hit.at]) {
            of[hit.row].push(hit.at);
        }
    }
    let (row, hits) = of.into_iter().enumerate().max_by_key(|(row, hits)| (hits.len(), std::cmp::Reverse(*row)))?;
    (!hits.is_empty()).then(|| Pointed { body: &BODIES[row], words: hits })
}
