//! How a sentence speaks (talemåte): of what is, of what may come, or of how something is done.

use crate::scan::pattern::Pattern;

/// Opens a clause that says on what condition, or when.
static CONDITION: Pattern = Pattern::new(
    r"\b(?:når|hvis|dersom|i tilfelle|så snart|med mindre|hvorvidt|kva tid|if|when|once|unless|whether|until|should you)\b|^om\b|\bom (?:du|dere|de|noen|nokon|vi|søknaden|saken|saka|klagen|klaga)\b",
);
/// A condition without its word: "Får du avslag, kan du klage."
static INVERTED: Pattern = Pattern::new(
    r"^(?:får|blir|vert|er|har|skulle|mangler|manglar) (?:du|dere|de|søknaden|saken|saka|klagen|klaga|kravet|tiltaket)\b|^should you\b",
);
/// Tells the reader what to do, or how a thing is done.
static GUIDES: Pattern = Pattern::new(concat!(
    r"\bdu (?:kan|må|bør|skal|søker|søkjer|finner|finn|får hjelp)\b|\b(?:kan|må|bør) (?:du|de|dere|alle|noen|nokon)\b|\bman (?:kan|må|søker)\b|\bein (?:kan|må|søkjer)\b|",
    r"\b(?:ringer|ringjer|melder|kontakter|kontaktar|sender|finner|finn|søker|søkjer|bestiller|tingar|leverer) du\b|^(?:legg (?:også )?ved|ring|ta (?:gjerne )?kontakt|send|søk|meld|kontakt|les|husk|bruk|attach|call|contact|apply|report|send|read|use)\b|",
    r"\b(?:skjema|skjemaet|søknadsskjema\p{L}*|rettleiing\p{L}*|veileder\p{L}*|veiledning\p{L}*) (?:for|om|til)\b|\b(?:kan|skal|må) (?:\p{L}+es|\p{L}+ast)\b|\b(?:meldes|meldast|sendes|sendast|søkes|søkjast) (?:til|om|på|i|hos)\b|",
    r"\byou (?:can|may|must|should|need to)\b|\bif you\b|\b(?:form|guide) for\b"
));
/// Says of somebody that something is so.
static STATES: Pattern = Pattern::new(concat!(
    r"\b(?:du|han|hun|ho|naboen|sønnen|sonen|datteren|dattera|dottera|mora|moren|faren|kona|mannen|barnet|eleven|klageren|klagaren|eieren|eigaren|familien) (?:din |di |ditt |dine |som )*(?:har|er|var|hadde|fikk|fekk|ble|blei|vart|mottar|mottek|lider|lid|går på|bor|bur)\b|",
    r"\b(?:you|he|she|(?:your|the) (?:son|daughter|child|neighbou?r|wife|husband|mother|father)) (?:who )?(?:have|has|are|is|was|were|had|receives?|suffers?)\b|\b(?:din|di|ditt|dine) (?:har|er|var|ble|blei|vart|viser)\b"
));

/// Whether the clause that byte `at` lies in speaks of what may come.
pub(super) fn is_conditional(words: &str, at: usize) -> bool {
    let begins = words[..at].rfind([',', ';', ':', '.']).map_or(0, |sign| sign + 1);
    let clause = words[begins..at].trim_start();
    let opens = begins == 0 && words[at..].contains(',');
    CONDITION.is_match(clause) || opens && INVERTED.is_match(words.trim_start())
}

/// Whether a sentence in lower case tells how something is done, and nothing of anybody.
pub(super) fn is_guidance(words: &str) -> bool {
    let states = || STATES.find_iter(words).any(|found| !is_conditional(words, found.start()));
    GUIDES.is_match(words.trim_start()) && !states()
}

#[cfg(test)]
mod tests {
    use super::{is_conditional, is_guidance};

    #[test]
    fn a_condition_reaches_to_the_end_of_its_clause() {
        for (words, what, conditional) in [
            ("hvis søknaden blir avslått, får du brev.", "avslått", true),
            ("du får brev når saka er avgjord.", "er avgjord", true),
            ("hvis du lurer, er søknaden avslått.", "avslått", false),
            ("søknaden er avslått.", "avslått", false),
            ("if we approve it, we write.", "approve", true),
            ("får du avslag, kan du klage.", "avslag", true),
            ("etter møtet i går, er søknaden avslått.", "avslått", false),
        ] {
            let at = words.find(what).expect("the words hold it");
            assert_eq!(is_conditional(words, at), conditional, "{words}");
        }
    }

    #[test]
    fn guidance_tells_nothing_of_anybody() {
        for (words, guidance) in [
            ("du kan søke om helsehjelp.", true),
            ("legg ved legeerklæring.", true),
            ("du må søkje dersom du er sjukmeld.", true),
            ("skjemaet for bostøtte ligger her.", true),
            ("you can apply if you are on sick leave.", true),
            ("du må vente fordi du er sjukmeld.", false),
            ("du kan si at sønnen din har adhd.", false),
            ("naboen er syk.", false),
        ] {
            assert_eq!(is_guidance(words), guidance, "{words}");
        }
    }
}
