//! What asks (spørrende setninger): a question word before its verb, a verb before its subject, and phrases such as «lurer på om».

use regex::Regex;
use std::{collections::HashSet, sync::LazyLock};

/// Question words of bokmål, nynorsk, English, Danish and Swedish.
const WH: &[&str] = &[
    "hva", "hvor", "hvordan", "hvorfor", "hvem", "hvilken", "hvilket", "hvilke", "når", "åssen", "kva", "kor",
    "korleis", "kvifor", "kven", "kvar", "kvens", "what", "how", "when", "where", "who", "which", "why", "whose",
    "hvad", "hvornår", "vad", "hur", "varför", "när", "vem", "vilken", "vilket", "vilka",
];

/// Verbs that stand right behind a question word («når får jeg»), or before their subject («får jeg»).
const VERBS: &[&str] = &[
    "er",
    "blir",
    "ble",
    "var",
    "får",
    "fikk",
    "kan",
    "kunne",
    "skal",
    "skulle",
    "vil",
    "ville",
    "må",
    "måtte",
    "bør",
    "burde",
    "har",
    "hadde",
    "koster",
    "gjelder",
    "finnes",
    "fins",
    "finner",
    "skjer",
    "kommer",
    "går",
    "tar",
    "gjør",
    "trenger",
    "heter",
    "står",
    "ligger",
    "åpner",
    "stenger",
    "starter",
    "begynner",
    "slutter",
    "søker",
    "klager",
    "sender",
    "betaler",
    "melder",
    "bestiller",
    "behandles",
    "betyr",
    "bestemmer",
    "skyldes",
    "mangler",
    "holder",
    "vert",
    "vart",
    "fekk",
    "gjeld",
    "finst",
    "finn",
    "kjem",
    "tek",
    "gjer",
    "treng",
    "heiter",
    "ligg",
    "opnar",
    "stengjer",
    "startar",
    "byrjar",
    "sluttar",
    "søkjer",
    "klagar",
    "tyder",
    "manglar",
    "kostar",
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "can",
    "could",
    "will",
    "would",
    "shall",
    "should",
    "may",
    "must",
    "has",
    "have",
    "bliver",
    "gælder",
    "findes",
    "sker",
    "tager",
    "gør",
    "är",
    "ska",
    "vill",
    "måste",
    "gäller",
    "finns",
    "händer",
    "tar",
    "gör",
    "hade",
    "kunde",
];

/// What stands right behind a verb that asks.
const SUBJECTS: &[&str] = &[
    "jeg",
    "eg",
    "du",
    "vi",
    "me",
    "dere",
    "de",
    "dei",
    "dykk",
    "han",
    "hun",
    "ho",
    "det",
    "den",
    "man",
    "en",
    "noen",
    "nokon",
    "noe",
    "noko",
    "min",
    "mitt",
    "mine",
    "vår",
    "vårt",
    "våre",
    "dette",
    "denne",
    "disse",
    "desse",
    "kommunen",
    "søknaden",
    "saken",
    "saka",
    "i",
    "we",
    "you",
    "it",
    "they",
    "there",
    "he",
    "she",
    "this",
    "that",
    "my",
    "our",
    "the",
    "jag",
    "ni",
    "ikke",
    "ikkje",
];

/// Words between a question word and its verb at most: «hvor mange uker tar», «hva slags dokumentasjon trenger».
const BETWEEN: usize = 3;

/// The words with which a question can begin: every sentence is asked about them.
static FIRST: LazyLock<HashSet<&str>> = LazyLock::new(|| WH.iter().chain(VERBS).copied().collect());

/// Phrases that ask without a question mark, in lower-case text.
static INDIRECT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?-u:\b)(?:",
        // Bokmål and nynorsk.
        r"lur(?:er|te|ar|a)(?: [^ .,?!]+){0,2} på|undr(?:er|ar)(?: [^ .,?!]+){0,2} (?:på|om|over)|",
        r"(?:vil|ville|må|måtte|ønsker å|ønskjer å|skulle)(?: gjerne| bare| berre| også| også| òg)* (?:spørre|spørja|høre|høyre)|",
        r"(?:ønsker|ønskjer|ynskjer|vil|trenger|treng|skulle|ønske)(?: [^ .,?!]+){0,3} (?:vite|visst|svar|informasjon|opplysning(?:er|ar)?|avklaring|bekreftelse|stadfesting|tilbakemelding)(?-u:\b)|",
        r"få vite|få svar på|",
        r"(?:kan|kunne|vil|ville)(?: [^ .,?!]+)? (?:dere|de|du|dykk|noen|nokon|kommunen)(?: [^ .,?!]+){0,2} (?:si|seie|fortelle|fortelja|opplyse|sende|gi|gje|bekrefte|stadfeste|svare|hjelpe|hjelpa|forklare|sjekke|ringe|vurdere)(?-u:\b)|kan dykk|",
        r"gi(?:r|e)? (?:meg|oss) (?:en |ei |eit |et )?(?:beskjed|tilbakemelding|svar)|gje (?:meg|oss) (?:beskjed|svar|melding)|",
        r"(?:fortell|fortel|si|sei) (?:meg|oss) (?:hva|kva|hvor|kor|om|når|hvilke|kven|hvem)|",
        r"ber om (?:et |en |eit |ei )?(?:svar|opplysning|informasjon|bekreftelse|stadfesting|tilbakemelding|avklaring|å få vite)|",
        r"usik(?:ker|re|ker|ra) på (?:om|hva|kva|hvor|kor|når|hvilke|kven|hvem)|",
        r"(?:jeg|eg|vi|me) (?:forstår|skjønner|skjønar|veit|vet) (?:ikke|ikkje)(?: helt| heilt)? (?:om|hva|kva|hvor|kor|kvifor|når|hvilke|hvem|kven)|",
        r"spørsmål(?:et|a|ene)?(?: mitt| mine| vårt| våre)? er|",
        r"håper (?:dere|de|du) kan (?:si|svare|hjelpe|opplyse|forklare|sende|gi)|",
        // English.
        r"(?:i|we)(?: am| are|'m|'re| was| were|’m|’re)?(?: just| also)? wonder(?:ing)?|(?:would|'d|’d) like to (?:know|ask)|want(?:ed)? to (?:know|ask)|",
        r"(?:can|could) you|please(?: [a-z]+)? (?:tell|let|advise|confirm|inform|explain)|let (?:me|us) know|",
        r"(?:not sure|unsure|don't know|don’t know|do not know|don't understand|don’t understand) (?:if|whether|what|how|when|where|which|why)|(?:my|our) questions? (?:is|are)|",
        // Danish and Swedish.
        r"vil gerne (?:vide|høre|spørge)|kan i (?:oplyse|fortælle|sige|sende|hjælpe)|undrar|vill (?:gärna )?(?:veta|fråga)|kan ni (?:säga|skicka|berätta|hjälpa|ge)",
        r")",
    ))
    .ok()
});

/// Where a phrase that asks ends in this lower-case text, if it has one; «jeg lurer på» without more asks nothing.
pub(super) fn indirect(lower: &str) -> Option<usize> {
    let end = INDIRECT.as_ref()?.find(lower)?.end();
    let open = [" på", " om", " over"].iter().any(|word| lower[..end].ends_with(word));
    (!open || lower[end..].contains(char::is_alphanumeric)).then_some(end)
}

/// Whether lower-case text begins as a question does, in the word order of one: «når får jeg», «har dere», never «når jeg».
pub(super) fn begins(lower: &str) -> bool {
    let mut words = words(lower);
    let Some(first) = words.next().filter(|first| FIRST.contains(first)) else { return false };
    let Some(second) = words.next() else { return false };
    if WH.contains(&first) {
        let verb = [second].into_iter().chain(words.take(BETWEEN)).take_while(|word| !is_pronoun(word));
        return verb.into_iter().any(|word| VERBS.contains(&word));
    }
    VERBS.contains(&first) && SUBJECTS.contains(&second)
}

/// Whether the first word asks, in any word order.
pub(super) fn begins_with_question_word(lower: &str) -> bool {
    words(lower).next().is_some_and(|word| WH.contains(&word))
}

/// A subject right behind a question word makes a clause within a sentence: «når jeg ringte».
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "jeg"
            | "eg"
            | "du"
            | "vi"
            | "me"
            | "dere"
            | "de"
            | "dei"
            | "dykk"
            | "han"
            | "hun"
            | "ho"
            | "i"
            | "we"
            | "you"
            | "they"
            | "it"
            | "det"
            | "den"
            | "som"
            | "jag"
            | "ni"
    )
}

fn words(lower: &str) -> impl Iterator<Item = &str> {
    lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '?' | '.' | ':' | '!' | ';'))
        .filter(|word| !word.is_empty())
}
