//! Whether a sentence claims anything (påstand): greetings, closings, questions and courtesies do not.

use super::known::content;
use crate::scan::pattern::Pattern;

static GREETING: Pattern = Pattern::new(
    r"^(?:hei|heisann|hallo|kjære|god (?:dag|morgen|kveld|morgon)|dear|hi|hello|good (?:morning|afternoon))\b[^.]{0,80}$",
);
/// From here on a letter is signature.
static CLOSING: Pattern = Pattern::new(
    r"^(?:med )?(?:vennlig|vennleg|venleg|beste|best|mange|kind|best|warm)? ?(?:hilsen|helsing|helsingar|hilsner|regards|wishes)\b|^mvh\b|^sincerely|^yours (?:sincerely|faithfully|truly)",
);
static COURTESY: Pattern = Pattern::new(concat!(
    r"takk for|tusen takk|ta (?:gjerne |bare )?kontakt|kontakt oss|håper (?:dette|det|vi|svaret)|håpar (?:dette|det|vi|svaret)|beklager (?:at|den|sen|sein|ventetid|forsinkelse|så)|",
    r"beklagar (?:at|den|sein|ventetid|forseinking)|ha en (?:fin|god)|ha ein (?:fin|god)|nedenfor|nedanfor|her er svar|under følger|under følgjer|lurer du på|lurar du på|har du (?:flere |fleire |andre |noen |nokon )?spørsmål|",
    r"svar(?:er|ar)? (?:gjerne|oss|på denne)|kan du (?:sende|opplyse|si|skrive|gi)|send oss (?:gjerne)?|gi oss beskjed|viser til (?:e-post|henvendelse|epost|spørsmål)|viser til førespurnad|",
    r"vi (?:har )?(?:mottatt|mottok|fått|fekk) (?:e-posten|henvendelsen|førespurnaden|spørsmålet|meldingen|meldinga|innsynskravet|klagen|klaga|kravet)|",
    r"så (?:snart|fort|raskt) vi kan|as soon as (?:we can|possible)|vi ser på (?:saken|saka) på nytt|look at (?:the|your) case again|if anything is unclear|just reply|er noe uklart|er noko uklart|",
    r"thank you|thanks for|please (?:do not|contact|let us|feel|reply|send)|do not hesitate|we hope|you asked|we have received your|du (?:spør|spurte|lurer|lurar|skriver|skriv) (?:på|om|at|til)",
));
/// What the reader must do or may not do is a claim, however short: "du må ikke sende det på e-post".
static OBLIGES: Pattern = Pattern::new(
    r"\b(?:du|dere|de) (?:må|skal|plikter|pliktar|trenger|treng) |\b(?:må|skal) (?:du|dere|de) |\byou (?:must|have to|may not|need not|do not need) ",
);
static INVITES: Pattern = Pattern::new(r"\b(?:gjerne|bare|berre|velkommen|feel free|welcome)\b");
/// We say that we do not know: the opposite of a claim.
static UNKNOWN: Pattern = Pattern::new(concat!(
    r"(?:finner|finn|fant|fann|har) (?:vi |jeg |eg |dessverre |diverre )*(?:ikke|ikkje|ingen|inga) (?:opplysning|svar|informasjon|noe|noko|kilde|kjelde|grunnlag|dekning|dette)|",
    r"(?:ikke|ikkje) (?:funnet|funne|fann) (?:svar|opplysning|noe|noko)|(?:vet|veit|kan) (?:vi |jeg |eg )?(?:ikke|ikkje) (?:svare|ennå|enno|om)|(?:did not|could not|cannot|do not|have not) (?:find|found|answer|know)|",
    r"må (?:vi )?(?:undersøke|undersøkje|sjekke|finne ut)|kommer tilbake (?:til|med)|kjem (?:vi )?attende|kjem tilbake|need to (?:check|look into)|get back to you",
));
/// Words of any letter, which say nothing about a matter.
const LETTER: [&str; 44] = [
    "henvendels",
    "henvend",
    "førespurnad",
    "e-post",
    "epost",
    "post",
    "kontakt",
    "kommun",
    "melding",
    "mottatt",
    "motta",
    "mottok",
    "fått",
    "send",
    "sende",
    "ønsk",
    "ønske",
    "ønskj",
    "hjelp",
    "hjelpe",
    "snarest",
    "viser",
    "vise",
    "skriv",
    "skriver",
    "spør",
    "spurt",
    "mail",
    "email",
    "letter",
    "reply",
    "answer",
    "question",
    "contact",
    "help",
    "svar",
    "svare",
    "behandl",
    "vedlagt",
    "nedenfor",
    "følg",
    "følgende",
    "dato",
    "referans",
];

/// How a sentence stands to the world, before any source is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// Says something that may be true or false.
    Claims,
    /// A greeting, a question, a courtesy.
    Courtesy,
    /// The closing, or what stands below it.
    Closing,
}

/// The stance of each sentence in order, in lower case; `values` tells how many values each has.
pub(super) fn stances(sentences: &[(&str, usize)]) -> Vec<Stance> {
    let mut closed = false;
    sentences
        .iter()
        .map(|(text, values)| {
            // Below a closing formula only what looks like a signature is one: a sentence there is read by the citizen too.
            closed |= CLOSING.is_match(text.trim());
            match (closed && *values == 0 && is_signature(text), is_courtesy(text, *values)) {
                (true, _) => Stance::Closing,
                (_, true) => Stance::Courtesy,
                _ => Stance::Claims,
            }
        })
        .collect()
}

/// A short line without a full stop: a name, a title, an office.
fn is_signature(text: &str) -> bool {
    let text = text.trim();
    let stops = text.ends_with(['.', '!', ':']) && !CLOSING.is_match(text);
    !stops && text.split_whitespace().count() <= 8
}

fn is_courtesy(text: &str, values: usize) -> bool {
    let text = text.trim();
    if text.ends_with('?') || !text.chars().any(char::is_alphabetic) && values == 0 {
        return true;
    }
    if values > 0 {
        return false;
    }
    GREETING.is_match(text)
        || UNKNOWN.is_match(text) && matter(text) <= 6
        || text.split([',', ';', '–', ':']).all(is_courteous)
}

/// Each clause must be a courtesy of its own: "takk for e-posten, du slipper gebyr" is none.
fn is_courteous(clause: &str) -> bool {
    let matter = matter(clause);
    matter < 1 || matter < 2 && !obliges(clause) || matter <= 4 && COURTESY.is_match(clause)
}

fn obliges(clause: &str) -> bool {
    OBLIGES.is_match(clause) && !INVITES.is_match(clause)
}

/// How many words are about a matter, those of any letter left out.
fn matter(text: &str) -> usize {
    content(text).iter().filter(|stem| !LETTER.contains(&stem.as_str())).count()
}

#[cfg(test)]
mod tests {
    use super::{Stance::*, stances};

    #[test]
    fn only_sentences_about_a_matter_claim_something() {
        for (text, values, stance) in [
            ("Hei Per,", 0, Courtesy),
            ("Takk for e-posten din.", 0, Courtesy),
            ("Har du sendt inn nabovarsel?", 0, Courtesy),
            ("Ta gjerne kontakt hvis du lurer på noe mer.", 0, Courtesy),
            ("Vi finner ikke svar på dette.", 0, Courtesy),
            ("If anything is unclear, just reply to this email.", 0, Courtesy),
            ("Takk for e-posten din, du slipper å betale gebyr.", 0, Claims),
            ("Gebyret er kr 12 500.", 1, Claims),
            ("Du må sende nabovarsel før du søker om tilbygg.", 0, Claims),
            ("Du må ikke sende legeerklæringen på e-post.", 0, Claims),
            ("Du må gjerne ringe oss.", 0, Courtesy),
            ("Med vennlig hilsen", 0, Closing),
        ] {
            assert_eq!(stances(&[(&text.to_lowercase(), values)]), [stance], "{text}");
        }
    }

    #[test]
    fn what_stands_below_the_closing_claims_only_by_its_values() {
        let letter = [("hei", 0), ("med vennlig hilsen", 0), ("kari nordby i byggesak", 0), ("gebyret er kr 1", 1)];
        assert_eq!(stances(&letter), [Courtesy, Closing, Closing, Claims]);
        let promised = [("med vennlig hilsen", 0), ("fjordvik kommune vi lover at du får tillatelse i morgen.", 0)];
        assert_eq!(stances(&promised), [Closing, Claims]);
    }
}
