//! What a mail asks for by law (hva slags henvendelse): access to documents, or a review of a decision, also without those words.

use super::Thread;
use regex::Regex;
use std::sync::LazyLock;

/// Access to documents (innsynskrav), offentleglova § 3, bokmål, nynorsk, English.
static ACCESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:innsyn(?:skrav|sbegjæring|srett)?\b|innsyn i|offentle[g]lova|offentlighetsloven|partsinnsyn|",
        r"(?:be(?:r|gjærer)?|ønske[r]?|ønskjer|krever|krev|kan (?:jeg|eg|vi|me)|vil (?:gjerne )?ha|få|send(?:e)?(?: meg| oss)?)[^.?!\n]{0,40}",
        r"(?:kopi av|kopiar av|kopier av|se (?:saks)?dokument|sjå (?:saks)?dokument|se saken?s dokument|sjå dokumenta|dokumentene i sak|dokumenta i sak|saksdokument|brevvekslingen|se brevet|sjå brevet)|",
        r"access to (?:the )?(?:documents?|case|file)|copy of (?:the )?(?:letter|decision|documents?|case)|copies of|freedom of information|see the (?:documents|case file))",
    ))
    .ok()
});

/// An appeal (klage), forvaltningsloven § 28, bokmål, nynorsk, English; «kan jeg klage» asks about one and is none.
static COMPLAINT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:\b(?:jeg|eg|vi|me|i|we)(?: (?:vil|ønsker å|ønskjer å|ynskjer å|må|skal|herved|hermed|would like to|want to|wish to|hereby))* ?(?:klage[r]?|klagar|påklage[r]?|påklagar|appeal|anke[r]?|ankar)\b(?: (?:på|over|herved|against))?|",
        r"\bklage[r]? (?:herved|med dette)|\bklage (?:på|over) (?:vedtak|avslag|avgjørelse|avgjerd|gebyr|karakter|tildeling)|\b(?:dette er|her er|vedlagt er|sender) (?:min |ein |en |vår )?klage|",
        r"\bmin klage\b|\bklaga mi\b|\bformal (?:complaint|appeal)|\bcomplaint (?:about|against)|\b(?:godtar|godtek|aksepterer|aksepterar) ikk(?:e|je) (?:vedtak|avslag|avgjør|avgjerd)|",
        r"\b(?:uenig|ueinig|usamd) i (?:vedtak|avslag|avgjør|avgjerd)|\b(?:be|ber|krever|krev) (?:om )?(?:at (?:vedtaket|avslaget|saken|saka) (?:blir |vert )?(?:omgjort|omgjøres|vurder))|",
        r"\b(?:be|ber|bed|krever|krev) om at (?:dere|de|dykk|kommunen|du) (?:ser|vurderer|vurderar|behandler|handsamar|tar|tek) [^.?!\n]{0,40}\b(?:på nytt|om igjen|opp att|opp igjen)\b|",
        r"\bdisagree with (?:the|your) decision|\breconsider (?:the|your) decision)",
    ))
    .ok()
});

/// Asking about appeals in general.
static ASKS_HOW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:hvordan|korleis|kan (?:jeg|eg|vi|me)|når kan|how (?:can|do)|can i|may i|hvor|kor)\b[^.!\n]{0,60}\b(?:klage|påklage|appeal)[^.!\n]*\?").ok()
});

/// The thread's answered mail asks for access to documents.
#[must_use]
pub fn is_access_request(thread: &Thread) -> bool {
    matches(&ACCESS, &words(thread))
}

/// The thread's answered mail appeals a decision.
#[must_use]
pub fn is_complaint(thread: &Thread) -> bool {
    is_complaining(&words(thread))
}

/// The same of words alone.
pub(crate) fn asks_access(text: &str) -> bool {
    matches(&ACCESS, text)
}

/// Whether words only ask how, when or whether to complain.
pub(crate) fn asks_how_to_complain(text: &str) -> bool {
    matches(&ASKS_HOW, text)
}

/// Whether words complain.
pub(crate) fn is_complaining(text: &str) -> bool {
    let told = ASKS_HOW.as_ref().map_or_else(|| text.to_owned(), |asks| asks.replace_all(text, " ").into_owned());
    matches(&COMPLAINT, &told)
}

fn matches(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Subject and own words.
fn words(thread: &Thread) -> String {
    let answered = thread.answered();
    format!("{}\n{}", answered.message.subject, answered.visible)
}

#[cfg(test)]
mod tests {
    use super::{ACCESS, is_complaining, matches};

    #[test]
    fn access_requests_are_known_also_without_the_word() {
        for text in [
            "Jeg ber om innsyn i sak 26/1234.",
            "Eg viser til offentleglova og krev dokumenta.",
            "Kan eg få sjå dokumenta i saka om vegen?",
            "Kan jeg få kopi av brevet dere sendte naboen?",
            "I would like a copy of the decision.",
            "Innsynskrav – postliste 12. mars",
        ] {
            assert!(matches(&ACCESS, text), "{text}");
        }
        for text in ["Når åpner svømmehallen?", "Jeg lurer på hva gebyret er.", "Kan jeg få svar snart?"] {
            assert!(!matches(&ACCESS, text), "{text}");
        }
    }

    #[test]
    fn complaints_are_told_from_questions_about_complaining() {
        for text in [
            "Jeg klager på vedtaket om avslag.",
            "Eg vil klage på avslaget.",
            "Klage på vedtak i sak 26/1234",
            "Vi er uenige. Jeg godtar ikke vedtaket.",
            "I wish to appeal against the decision.",
            "Eg er ueinig i avgjerda.",
        ] {
            assert!(is_complaining(text), "{text}");
        }
        for text in [
            "Kan jeg klage på vedtaket?",
            "Hvordan kan vi klage, og når er fristen?",
            "Takk for svaret.",
            "Når er klagefristen?",
        ] {
            assert!(!is_complaining(text), "{text}");
        }
    }
}
