//! Words of municipal life (ordliste): what citizens say and what records say, and English for both.

/// What somebody writes (stem-like beginnings, folded), and what the records may call it.
const RELATED: &[(&[&str], &[&str])] = &[
    (
        &[
            "koste", "koster", "kostar", "pris", "prisen", "betale", "betaler", "cost", "costs", "fee", "fees",
            "price", "pay",
        ],
        &["gebyr", "gebyrregulativ", "avgift", "kr"],
    ),
    (&["gebyr", "gebyret", "gebyrene"], &["gebyrregulativ"]),
    (
        &["grave", "graving", "begynne", "starte", "bygge", "dig", "digging", "start", "starting", "begin"],
        &["igangsettingstillatelse", "igangsetting"],
    ),
    (&["building", "build", "bygg"], &["bygge", "byggesak", "byggetillatelse"]),
    (
        &["permit", "permission", "tillatelse", "tillatelsen", "lov"],
        &["tillatelse", "byggetillatelse", "igangsettingstillatelse"],
    ),
    (&["extension", "påbygg", "påbygget", "utvide", "utvidelse"], &["tilbygg"]),
    (&["application", "apply", "applied", "applying", "søke", "søker"], &["søknad", "søke"]),
    (&["neighbour", "neighbours", "neighbor", "neighbors", "nabo", "naboer", "naboen"], &["nabo", "nabovarsel"]),
    (&["kindergarten", "nursery", "daycare", "barnehageplass"], &["barnehage", "barnehageplass", "opptak"]),
    (&["school"], &["skole"]),
    (&["parking"], &["parkering", "parkeringstillatelse"]),
    (&["disabled", "disability", "handikap", "handicap", "hc"], &["forflytningshemmede", "parkeringstillatelse"]),
    (
        &[
            "garbage",
            "rubbish",
            "waste",
            "trash",
            "bin",
            "bins",
            "søppel",
            "søpla",
            "boss",
            "bosset",
            "bossdunk",
            "søppeldunk",
        ],
        &["avfall", "renovasjon"],
    ),
    (
        &["collected", "collection", "hentet", "hentes", "tømming", "tømmes", "tømt"],
        &["henting", "tømming", "renovasjon"],
    ),
    (
        &[
            "open",
            "opening",
            "hours",
            "åpent",
            "åpen",
            "åpner",
            "åpne",
            "stenger",
            "stengt",
            "åbent",
            "åben",
            "åbner",
            "åbningstid",
            "åbningstider",
            "öppet",
            "öppettider",
            "öppnar",
        ],
        &["åpningstider", "åpningstid"],
    ),
    (&["borgerservice", "medborgarkontor"], &["innbyggertorg", "servicetorg", "servicekontor"]),
    (&["complaint", "complain", "appeal", "klage", "klager"], &["klage", "klagefrist"]),
    (&["deadline", "frist", "fristen"], &["frist", "klagefrist"]),
    (&["access", "innsyn", "innsynskrav", "kopi", "copy", "documents"], &["innsyn", "innsynskrav", "dokument"]),
    (&["tax"], &["skatt", "eiendomsskatt"]),
    (&["road", "snow", "brøyting", "brøyte"], &["vei", "brøyting"]),
    (&["water", "vann"], &["vann", "avløp"]),
    (&["property"], &["eiendom"]),
    (&["house", "hus", "huset"], &["bolig"]),
    (&["julaften", "nyttårsaften", "christmas"], &["desember", "stengt"]),
    (&["bestille", "bestilling", "avtale", "appointment", "boka", "book"], &["timebestilling"]),
    (&["answer", "reply", "svar", "svare"], &["svar", "saksbehandlingstid"]),
];

/// Words that compounds of records are made of, beside those of the collection itself.
const WORDS: &[&str] = &[
    "avfall",
    "avgift",
    "avløp",
    "barnehage",
    "bygge",
    "byggesak",
    "eiendom",
    "frist",
    "gebyr",
    "innsyn",
    "klage",
    "krav",
    "nabo",
    "opptak",
    "parkering",
    "plan",
    "plass",
    "regulativ",
    "regulering",
    "renovasjon",
    "sak",
    "satser",
    "skatt",
    "søknad",
    "tilbygg",
    "tilsyn",
    "tillatelse",
    "varsel",
    "vedtak",
    "vann",
];

/// The words of the records for a word of a mail.
pub(super) fn related(word: &str) -> impl Iterator<Item = &'static str> + use<> {
    let word = word.to_owned();
    RELATED.iter().filter(move |(said, _)| said.contains(&&*word)).flat_map(|(_, meant)| meant.iter().copied())
}

/// Whether it is a word that compounds are made of.
pub(super) fn is_word(form: &str) -> bool {
    WORDS.contains(&form)
}
