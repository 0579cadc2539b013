//! What a municipality deals with (saksområder), in the words of those who write to it: bokmål, nynorsk, English.

use super::lexicon::Lexicon;
use std::sync::LazyLock;

/// The matters; a unit answers for those of which its own description has a word.
pub(crate) static MATTERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(ROWS.into_iter()));

const ROWS: [&str; 34] = [
    // Building.
    "bygge. byggje. bygg. bygget. byggesak byggesøk byggjesak byggjeløyve byggetillat byggeprosj tilbygg påbygg garasje carport bruksendring ferdigattest \
     igangsetting igongsetjing nabovars dispensasjon terrasse veranda anneks naust hyttetomt støttemur levegg fasade tegning teikning \
     kjellerleilighet hybel bod. boden rive. riving takoppløft brygge. brygga byggegrense ulovlig_bygg ulovleg_bygg gjerde. gjerdet \
     building_permit building_case build. building extension. garage. planning_permission neighbour_notice completion_certificate balcony",
    // Plans.
    "regulering reguleringsplan områdeplan kommuneplan arealplan planforslag detaljplan arealbruk utbygging planarbeid zoning zoned",
    // Property and mapping.
    "oppmåling tomt tomtegrense eiendomsgrense eigedomsgrense grensepåvis deling. fradeling seksjonering matrikkel adressering husnummer \
     kartforretning situasjonskart grunnkart gårdskart property_line boundary plot",
    // Kindergarten.
    "barnehage kindergarten nursery barnehageopptak foreldrebetaling daycare",
    // School.
    "skole skule sfo. lærer lærar elev. eleven elever elevar klassetrinn skoleskyss skuleskyss skolebytte skulebyte mobb lekse \
     spesialundervisning ppt. rektor skolerute skulerute school. schools teacher pupil classroom after_school bullying",
    // Roads.
    "vei. veien veier vegen. veg. veger gate. gata fortau gangvei gangveg kommunal_vei kommunal_veg hull_i hol_i asfalt grøft trafikkskilt fartsdump fartsgrense autovern \
     snuplass pothole pavement sidewalk road. roads speed_bump",
    // Winter.
    "brøyt strø. strødd strøing snørydd snøplog måking glatt. holke salting snow snowplough gritting icy",
    // Light.
    "gatelys gatelykt lyspære lysstolpe veilys veglys lyktestolpe street_light streetlight lamp_post",
    // Waste.
    "avfall renovasjon søppel søpla søppla boss. bosset bossdunk bosspann dunk. dunken dunker kildesort kjeldesort gjenvinning miljøstasjon plastposer \
     papirinnsamling matavfall papirdunk restavfall glassigloo rubbish garbage waste bin. bins recycling trash",
    // Water and sewage.
    "vann. vannet vatn. vatnet vannlekkasje vasslekkasje vannmåler vassmålar vannforsyning drikkevann drikkevatn vanntrykk avløp avlaup kloakk overvann stikkledning \
     slam. slamtømming septik kum. kummen kumlokk water. water_supply water_meter sewage sewer drain. septic",
    // Chimney and fire.
    "feier. feiing feiar pipe. pipa. skorstein brannvern brannvesen brannsyn bålbrenning ildsted eldstad chimney fireplace",
    // Parking.
    "parkering parkere parkeringsbot parkeringstillat parking hc_kort",
    // Care.
    "hjemmesykepleie heimesjukepleie hjemmetjeneste heimeteneste hjemmehjelp heimehjelp sykehjem sjukeheim omsorgsbolig omsorgsbustad \
     trygghetsalarm tryggleiksalarm hjelpemid støttekontakt bpa. omsorgslønn omsorgsstønad avlastning dagsenter rehabilitering ergoterap matlevering \
     nursing_home home_care care_home",
    // Doctor and health.
    "fastlege legevakt helsestasjon jordmor vaksin helsesykepleier helsesjukepleiar fysioterap kommunelege smittevern psykisk_helse gp. general_practitioner vaccin",
    // Child welfare.
    "barnevern bekymringsmelding uromelding fosterhjem fosterheim child_welfare",
    // Social services (the municipal part of NAV).
    "sosialhjelp sosialstønad sosialkontor kvalifiseringsprogram midlertidig_bolig krisesenter gjeldsrådgiv social_assistance",
    // Housing.
    "kommunal_bolig kommunal_bustad startlån bostøtte bustøtte utleiebolig boligsøknad bustadsøknad boligtilskudd council_housing municipal_housing housing",
    // Invoices and money.
    "faktura rekning regning. regninga betalingsutsett avdragsordning purring inkasso kommunale_avgifter kommunale_avgifta refusjon tilskudd tilskot innkreving avtalegiro efaktura \
     invoice. invoices bill. payment_plan reminder_fee",
    // Property tax.
    "eiendomsskatt eigedomsskatt skattetakst takst. taksten property_tax",
    // Licences to serve.
    "skjenkebevilling serveringsbevilling skjenkeløyve salgsbevilling ambulerende skjenketid kunnskapsprøve alcohol_licen liquor",
    // Events and premises.
    "arrangement leie_av lån_av leige_av møterom kulturhus idrettshall gymsal samfunnshus grendehus festlokale kunstgressbane banetid halltid rent_a event. venue",
    // Library.
    "bibliotek lånekort library. library",
    // Culture and sport.
    "kulturskole kulturskule svømmehall symjehall svømmebasseng basseng. idrettslag spillemid spelemid museum kino. kulturmidler kulturmidlar swimming_pool ungdomsklubb fritidsklubb",
    // Parks and paths.
    "park. parken lekeplass leikeplass lekeapparat turvei turveg tursti badeplass friluft skiløype benk. hundebånd bandtvang playground hiking_trail",
    // Farming, forest, wildlife.
    "landbruk jordbruk skogbruk produksjonstilskudd produksjonstilskot konsesjon boplikt buplikt viltforvalt jaktløyve fellingstillatelse elgjakt driveplikt nydyrking gårdsbruk gardsbruk hogst farming",
    // Environment and noise.
    "forurens forureining støy. støyen støyklage utslipp rotter skadedyr radon luftkvalitet noise. pollution rats",
    // Politics.
    "ordfører ordførar kommunestyre formannskap politisk_møte høringssvar høyringssvar innbyggerforslag innbyggjarforslag saksframlegg varaordfører mayor council_meeting municipal_council",
    // Elections.
    "valglokale vallokale forhåndsstemme førehandsrøyst stemmerett røysterett valgkort valkort polling_station",
    // Jobs.
    "stillingsannonse ledig_stilling ledig_jobb sommerjobb sommarjobb jobbsøknad stillingen vikar. ansettelse tilsetjing job_application vacancy attest_fra",
    // Opening hours and the front desk.
    "åpningstid opningstid rådhuset servicetorg innbyggertorg sentralbord timebestilling bestille_time opening_hours town_hall",
    // Records.
    "innsyn innsynskrav postliste saksdokument journal. arkiv arkivet access_to documents. freedom_of",
    // Marriage and burial.
    "vigsel borgerlig_vielse gravlund gravplass gravferd kirkegård kyrkjegard gravsted bisett wedding cemetery grave.",
    // Refugees and learning Norwegian.
    "norskkurs norskopplæring introduksjonsprogram flyktningtjeneste flyktningeteneste voksenopplæring vaksenopplæring norwegian_course language_course",
    // Animals and hunting dogs, taxis, trade.
    "torgplass torgsalg torghandel taxiløyve brosjyre_om skiltsøknad uteservering market_stall",
];

/// A word that mostly tells where something is, and only sometimes what the matter is.
pub(crate) fn is_place(word: &str) -> bool {
    const PLACES: [&str; 22] = [
        "vei",
        "veien",
        "veg",
        "vegen",
        "veier",
        "veger",
        "gate",
        "gata",
        "gaten",
        "road",
        "roads",
        "street",
        "skolen",
        "skulen",
        "school",
        "barnehagen",
        "parken",
        "rådhuset",
        "biblioteket",
        "hytte",
        "tomta",
        "tomten",
    ];
    PLACES.contains(&word)
}

/// A word that says nothing of the matter, though units describe themselves by it.
pub(crate) fn is_general(stem: &str) -> bool {
    const GENERAL: [&str; 22] = [
        "klage",
        "vedtak",
        "spørsmål",
        "generell",
        "generelle",
        "søknad",
        "skjema",
        "veiledn",
        "veiledning",
        "rettleiing",
        "sak",
        "kommunal",
        "kommunale",
        "bestille",
        "ulovlig",
        "tjenest",
        "tenest",
        "offentlig",
        "andre",
        "annet",
        "hjelp",
        "kommune",
    ];
    GENERAL.contains(&stem)
}
