//! Errands for any machine (ærend): a work to be made, a thing of the world to be explained, a routine to be automated; what no citizen asks a
//! municipality, and what has nothing to do with the rest of the mail.

use super::{
    segment::{Letter, Segment},
    subject::{self, Placed},
};

/// What is ordered, at the beginning of a sentence.
const ORDERED: &str = "compile enumerate itemize characterize contextualize dissect derive prove differentiate distinguish cite deduce infer extrapolate quantify curate report present clarify introduce write draft compose create generate produce design develop implement code program build explain describe summarize summarise outline list provide give \
 suggest recommend propose name identify analyze analyse compare contrast evaluate assess examine explore investigate research discuss define translate convert calculate compute solve \
 simplify paraphrase rewrite rephrase proofread classify categorize categorise rank predict forecast estimate brainstorm imagine pretend tell show teach fetch retrieve automate schedule configure \
 organize organise track monitor determine detect illustrate demonstrate interpret elaborate detail craft script invent devise formulate prepare map trace chart plot count recite sing quote \
 insinuate claim assert argue imply spread emphasize downplay criticize criticise praise endorse advocate justify predict rate trace debate narrate optimize optimise debug refactor extract sort label gauge judge delve \
 skriv lag lagar generer oversett omset omsett forklar forklår beskriv skildre oppsummer list nevn nemn foreslå analyser sammenlign samanlikn beregn berekn rekn regn fortell fortel \
 programmer konverter løs løys definer anbefal tilrå planlegg ranger undersøk drøft dikt syng finn automatiser gi gje vis lær tegn teikn utform utarbeid utgrei grei drøfting hevd påstå ros kritiser";

/// Orders that advertisements give too («Find your hotel»): only what is plainly of a machine's world counts.
const ADVERTISED: [&str; 10] = ["find", "search", "share", "make", "set", "help", "look", "plan", "send", "get"];

/// How things of the world are asked for.
const ASKED: [&str; 40] = [
    "what", "what's", "whats", "who", "whom", "whose", "which", "when", "where", "why", "how", "is", "are", "was",
    "were", "does", "do", "did", "can", "could", "should", "would", "has", "have", "will", "hva", "kva", "hvem",
    "kven", "hvilke", "hvilken", "hvilket", "når", "hvor", "kor", "hvorfor", "kvifor", "hvordan", "korleis", "er",
];

/// Oneself, or those who are written to: a letter.
const IN_PERSON: [&str; 36] = [
    "i", "i'm", "me", "my", "mine", "we", "our", "ours", "us", "you", "your", "yours", "jeg", "eg", "meg", "min", "mi",
    "mitt", "mine", "vi", "oss", "vår", "vårt", "våre", "du", "deg", "din", "ditt", "dine", "dere", "deres", "dykk",
    "dykkar", "de", "dei", "kommunen",
];
/// What points back to something that was said.
const POINTING: [&str; 24] = [
    "this", "that", "these", "those", "it", "its", "they", "them", "he", "she", "his", "her", "there", "here", "dette",
    "denne", "disse", "desse", "det", "den", "han", "hun", "ho", "her",
];

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Order,
    Advertised,
    HowTo,
    Question,
}

/// Whether a sentence is such an errand.
pub(super) fn is_errand(segment: &Segment, letter: &Letter) -> bool {
    let Some(form) = form(segment) else { return false };
    let place = subject::placed(segment);
    let in_person = segment.has(&IN_PERSON);
    if place.works > 0 && matches!(form, Form::Order | Form::Advertised) && place.own <= 1.0 && !speaks_of_own(segment)
    {
        return true;
    }
    match form {
        Form::Order => is_worldly(place, in_person && speaks_of_own(segment)) || is_stray(segment, letter, place),
        Form::Advertised => !in_person && place.world >= place.own + 2.0,
        Form::HowTo => is_worldly(place, false) || (place.own == 0.0 && segment.has(&subject::TONGUES)),
        Form::Question => is_worldly(place, in_person) || is_stray(segment, letter, place),
    }
}

/// More words of the world than of the municipality; more still where somebody speaks in person.
fn is_worldly(place: Placed, in_person: bool) -> bool {
    let works = place.works as f32;
    place.world + works > place.own + if in_person { 1.0 } else { 0.0 }
}

/// An order or a general question alone on its line, to nobody, and about nothing else in the mail.
fn is_stray(segment: &Segment, letter: &Letter, place: Placed) -> bool {
    let general = !segment.has(&IN_PERSON) && !segment.has(&POINTING) && !segment.polite;
    segment.alone && general && place.own == 0.0 && segment.words.len() >= 4 && letter.is_foreign(segment)
}

/// «my application», «saka vår»: an errand of one's own.
fn speaks_of_own(segment: &Segment) -> bool {
    segment.has(&["my", "our", "us", "min", "mi", "mitt", "mine", "vår", "vårt", "våre", "oss"])
}

fn form(segment: &Segment) -> Option<Form> {
    let first = segment.first();
    let how_to = [
        "how do i ",
        "how can i ",
        "how to ",
        "how could i ",
        "how would i ",
        "how do you ",
        "how can you ",
        "how should i ",
        "what's the best way to ",
        "what is the best way to ",
    ];
    let asks_to = [
        "can you ",
        "could you ",
        "would you ",
        "will you ",
        "i want you to ",
        "i need you to ",
        "kan du ",
        "kunne du ",
        "eg vil at du skal ",
        "jeg vil at du skal ",
    ];
    if how_to.iter().any(|start| segment.lower.starts_with(start)) {
        return Some(Form::HowTo);
    }
    if is_ordered(first) {
        return Some(Form::Order);
    }
    if ADVERTISED.contains(&first) {
        return Some(Form::Advertised);
    }
    if let Some(start) = asks_to.iter().find(|start| segment.lower.starts_with(**start)) {
        let next = segment.lower[start.len()..]
            .split(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty() && *word != "please");
        return next.filter(|word| is_ordered(word)).map(|_| Form::Question);
    }
    let second = segment.words.get(1).map_or("", String::as_str);
    let led = ["in", "at", "on", "to", "from", "by", "during", "i", "på", "til"].contains(&first)
        && ["what", "which", "whom", "hvilken", "hvilket", "hvilke", "kva", "hva"].contains(&second);
    ((led || ASKED.contains(&first)) && segment.text.trim_end().ends_with('?')).then_some(Form::Question)
}

fn is_ordered(word: &str) -> bool {
    ORDERED.split_whitespace().any(|verb| verb == word)
}
