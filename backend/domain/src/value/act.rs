//! Acts and regulations (lover og forskrifter) by the names people give them, with the short name used here.

use super::pattern::is_blank;

/// Short name, then every other name in lower case without a final point: the usual ones, the formal title, the id of Lovdata, and
/// the one used in English.
const ACTS: [(&str, &[&str]); 33] = [
    (
        "fvl",
        &[
            "forvaltningsloven",
            "forvaltningslova",
            "forvaltingslova",
            "forvaltningslov",
            "fvl",
            "lov om behandlingsmåten i forvaltningssaker",
            "lov om saksbehandlingen i offentlig forvaltning",
            "lov-1967-02-10",
            "public administration act",
        ],
    ),
    (
        "offl",
        &[
            "offentleglova",
            "offentlighetsloven",
            "offentlighetslova",
            "offentligloven",
            "offl",
            "offentleglov",
            "lov om rett til innsyn i dokument i offentleg verksemd",
            "lov-2006-05-19-16",
            "freedom of information act",
        ],
    ),
    (
        "pbl",
        &[
            "plan- og bygningsloven",
            "plan- og bygningslova",
            "plan og bygningsloven",
            "pbl",
            "lov om planlegging og byggesaksbehandling",
            "lov-2008-06-27-71",
            "planning and building act",
        ],
    ),
    (
        "opplæringsl",
        &[
            "opplæringslova",
            "opplæringsloven",
            "oppll",
            "opll",
            "opplæringsl",
            "lov om grunnskoleopplæringa og den vidaregåande opplæringa",
            "lov-2023-06-09-30",
            "education act",
        ],
    ),
    (
        "bhgl",
        &[
            "barnehageloven",
            "barnehagelova",
            "bhgl",
            "bhl",
            "barnehagel",
            "lov om barnehager",
            "lov-2005-06-17-64",
            "kindergarten act",
        ],
    ),
    (
        "koml",
        &[
            "kommuneloven",
            "kommunelova",
            "koml",
            "kommunel",
            "lov om kommuner og fylkeskommuner",
            "lov-2018-06-22-83",
            "local government act",
        ],
    ),
    (
        "arkl",
        &["arkivlova", "arkivloven", "arkl", "lov om dokumentasjon og arkiv", "lov-2025-06-20-96", "archives act"],
    ),
    (
        "popplyl",
        &[
            "personopplysningsloven",
            "personopplysningslova",
            "popplyl",
            "pol",
            "lov om behandling av personopplysninger",
            "lov-2018-06-15-38",
            "personal data act",
        ],
    ),
    (
        "hol",
        &[
            "helse- og omsorgstjenesteloven",
            "helse- og omsorgstenestelova",
            "hol",
            "lov om kommunale helse- og omsorgstjenester",
            "lov-2011-06-24-30",
            "health and care services act",
        ],
    ),
    (
        "sotjl",
        &[
            "sosialtjenesteloven",
            "sosialtenestelova",
            "sotjl",
            "lov om sosiale tjenester i nav",
            "lov om sosiale tjenester i arbeids- og velferdsforvaltningen",
            "lov-2009-12-18-131",
            "social services act",
        ],
    ),
    (
        "bvl",
        &[
            "barnevernsloven",
            "barnevernloven",
            "barnevernslova",
            "bvl",
            "lov om barnevern",
            "lov-2021-06-18-97",
            "child welfare act",
        ],
    ),
    (
        "pbrl",
        &[
            "pasient- og brukerrettighetsloven",
            "pasient- og brukarrettslova",
            "pbrl",
            "pasrl",
            "lov om pasient- og brukerrettigheter",
            "lov-1999-07-02-63",
            "patients' rights act",
        ],
    ),
    (
        "forurl",
        &[
            "forurensningsloven",
            "forureiningslova",
            "forurl",
            "lov om vern mot forurensninger og om avfall",
            "lov-1981-03-13-6",
            "pollution control act",
        ],
    ),
    (
        "eigedomsskattelova",
        &[
            "eigedomsskattelova",
            "eiendomsskatteloven",
            "eigskl",
            "esktl",
            "lov om eigedomsskatt til kommunane",
            "lov-1975-06-06-29",
            "property tax act",
        ],
    ),
    (
        "matrikkellova",
        &["matrikkellova", "matrikkelloven", "matrl", "lov om eigedomsregistrering", "lov-2005-06-17-101"],
    ),
    ("språklova", &["språklova", "språkloven", "lov om språk", "lov-2021-05-21-42", "language act"]),
    (
        "sameloven",
        &[
            "sameloven",
            "samelova",
            "lov om sametinget og andre samiske rettsforhold",
            "lov-1987-06-12-56",
            "sámi act",
            "sami act",
        ],
    ),
    (
        "alkl",
        &[
            "alkoholloven",
            "alkohollova",
            "alkl",
            "lov om omsetning av alkoholholdig drikk m.v",
            "lov-1989-06-02-27",
            "alcohol act",
        ],
    ),
    ("vegl", &["veglova", "vegloven", "veglov", "vegl", "lov om vegar", "lov-1963-06-21-23", "roads act"]),
    ("aml", &["arbeidsmiljøloven", "arbeidsmiljølova", "aml", "lov-2005-06-17-62", "working environment act"]),
    (
        "ftrl",
        &[
            "folketrygdloven",
            "folketrygdlova",
            "ftrl",
            "lov om folketrygd",
            "lov-1997-02-28-19",
            "national insurance act",
        ],
    ),
    ("jordl", &["jordlova", "jordloven", "jordl", "lov om jord", "lov-1995-05-12-23"]),
    ("hundeloven", &["hundeloven", "hundelova", "lov om hundehold", "lov-2003-07-04-74", "dog act"]),
    (
        "skl",
        &[
            "skadeserstatningsloven",
            "skadeserstatningslova",
            "skl",
            "skbl",
            "lov om skadeserstatning",
            "lov-1969-06-13-26",
        ],
    ),
    (
        "domstolloven",
        &[
            "domstolloven",
            "domstollova",
            "domstl",
            "dl",
            "lov om domstolene",
            "lov-1915-08-13-5",
            "courts of justice act",
        ],
    ),
    ("grl", &["grunnloven", "grunnlova", "grl", "the constitution", "constitution"]),
    (
        "SAK10",
        &[
            "byggesaksforskriften",
            "byggesaksforskrifta",
            "sak10",
            "sak 10",
            "forskrift om byggesak",
            "for-2010-03-26-488",
            "building application regulations",
        ],
    ),
    (
        "TEK17",
        &["byggteknisk forskrift", "tek17", "tek 17", "forskrift om tekniske krav til byggverk", "for-2017-06-19-840"],
    ),
    (
        "eforvaltningsforskriften",
        &[
            "eforvaltningsforskriften",
            "eforvaltningsforskrifta",
            "efvf",
            "forskrift om elektronisk kommunikasjon med og i forvaltningen",
            "for-2004-06-25-988",
            "eadministration",
            "regulations",
        ],
    ),
    (
        "offentlegforskrifta",
        &["offentlegforskrifta", "offentlighetsforskriften", "forskrift til offentleglova", "for-2008-10-17-1119"],
    ),
    (
        "arkivforskrifta",
        &["arkivforskrifta", "arkivforskriften", "forskrift om dokumentasjon og arkiv", "for-2025-12-17-2647"],
    ),
    (
        "foreldrebetalingsforskriften",
        &[
            "foreldrebetalingsforskriften",
            "foreldrebetalingsforskrifta",
            "forskrift om foreldrebetaling i barnehager",
            "for-2005-12-16-1478",
        ],
    ),
    ("gdpr", &["personvernforordningen", "personvernforordninga", "gdpr", "general data protection regulation"]),
];

/// The short name; an act that is not in the list keeps its own name, ended as in bokmål.
pub(super) fn short(name: &str) -> String {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    let name = name.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some((short, _)) = ACTS.iter().find(|(_, names)| names.contains(&name.as_str())) {
        return (*short).to_owned();
    }
    match name.strip_suffix("lova").or_else(|| name.strip_suffix("loven")) {
        Some(stem) => format!("{stem}loven"),
        None => name.strip_suffix("forskrifta").map_or(name.clone(), |stem| format!("{stem}forskriften")),
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTS, short};

    #[test]
    fn an_act_has_one_short_name_and_no_name_two_acts() {
        let mut all: Vec<&str> = ACTS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for (name, expected) in [
            ("Forvaltningslova", "fvl"),
            ("plan- og\u{a0}bygningsloven", "pbl"),
            ("Public Administration Act", "fvl"),
            ("LOV-2008-06-27-71", "pbl"),
            ("naboloven", "naboloven"),
            ("friluftslova", "friluftsloven"),
            ("renovasjonsforskrifta", "renovasjonsforskriften"),
        ] {
            assert_eq!(short(name), expected, "{name}");
        }
    }
}
