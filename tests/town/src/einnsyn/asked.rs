//! What may be asked (parametre) of the search, and in which form; everything else is refused.

use std::collections::BTreeMap;

/// Every parameter of the search with its form: `text`, `list` (joined by commas), `ids`, `time`, `boolean`, `number`, `cursor`, or the
/// words that may stand there, with a `+` before them where several may.
pub const PARAMETERS: [(&str, &str); 39] = [
    ("expand", "list"),
    ("limit", "number"),
    ("sortOrder", "asc desc"),
    ("startingAfter", "cursor"),
    ("endingBefore", "cursor"),
    (
        "sortBy",
        "administrativEnhetNavn dokumentetsDato entity fulltekst id journaldato journalpostnummer journalposttype korrespondansepartNavn moetedato \
         oppdatertDato publisertDato standardDato sakssekvensnummer score tittel",
    ),
    ("query", "text"),
    ("administrativEnhet", "ids"),
    ("administrativEnhetExact", "ids"),
    ("excludeAdministrativEnhet", "ids"),
    ("excludeAdministrativEnhetExact", "ids"),
    ("tittel", "list"),
    ("korrespondansepartNavn", "list"),
    ("skjermingshjemmel", "list"),
    ("publisertDatoFrom", "time"),
    ("publisertDatoTo", "time"),
    ("oppdatertDatoFrom", "time"),
    ("oppdatertDatoTo", "time"),
    ("journaldatoFrom", "time"),
    ("journaldatoTo", "time"),
    ("dokumentetsDatoFrom", "time"),
    ("dokumentetsDatoTo", "time"),
    ("moetedatoFrom", "time"),
    ("moetedatoTo", "time"),
    ("standardDatoFrom", "time"),
    ("standardDatoTo", "time"),
    ("saksaar", "list"),
    ("sakssekvensnummer", "list"),
    ("saksnummer", "list"),
    ("journalpostnummer", "list"),
    ("journalsekvensnummer", "list"),
    ("moetesaksaar", "list"),
    ("moetesakssekvensnummer", "list"),
    (
        "journalposttype",
        "+inngaaende_dokument utgaaende_dokument organinternt_dokument_uten_oppfoelging organinternt_dokument_for_oppfoelging saksframlegg sakskart \
         moeteprotokoll moetebok ukjent",
    ),
    ("entity", "+Journalpost Moetemappe Moetesak Saksmappe"),
    ("ids", "ids"),
    ("externalIds", "list"),
    ("journalenhet", "ids"),
    ("fulltext", "boolean"),
];

/// What is asked, each parameter once.
pub(super) type Asked = BTreeMap<String, String>;

/// Reads what is asked.
pub(super) fn read(pairs: Vec<(String, String)>) -> Result<Asked, String> {
    let mut asked = Asked::new();
    for (name, value) in pairs {
        let known = PARAMETERS.iter().find(|(known, _)| *known == name);
        let (_, form) = known.ok_or_else(|| format!("{name} is no parameter of the search"))?;
        if !is_of(form, &value) {
            return Err(format!("{name} is not of its form"));
        }
        if asked.insert(name.clone(), value).is_some() {
            return Err(format!("{name} is given twice; lists are joined by commas"));
        }
    }
    Ok(asked)
}

fn is_of(form: &str, value: &str) -> bool {
    let is_id = |id: &str| !id.is_empty() && id.chars().all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign));
    match form {
        "text" | "list" | "time" => !value.is_empty(),
        "ids" => value.split(',').all(is_id),
        "boolean" => matches!(value, "true" | "false"),
        "number" => value.parse::<u32>().is_ok_and(|number| (1..=100).contains(&number)),
        "cursor" => value.split(',').count() == 2,
        words => {
            let (words, several) = words.strip_prefix('+').map_or((words, false), |words| (words, true));
            let is_word = |value: &str| words.split_whitespace().any(|word| word == value);
            if several { value.split(',').all(is_word) } else { is_word(value) }
        }
    }
}
