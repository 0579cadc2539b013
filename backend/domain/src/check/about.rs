//! Whom a sentence is about (hvem det gjelder): the recipient, somebody else, or nobody in particular.

use super::look::{Line, Look};
use crate::scan::{Kind, pattern::Pattern};

static OTHER: Pattern = Pattern::new(concat!(
    r"\b(?:han|ham|hun|ho|henne|hennes|hennar|hans|naboen?|naboens|sønn\p{L}*|sonen|datter\p{L}*|dotter\p{L}*|mor(?:en|a)?|far(?:en)?|foreldrene|foreldra|kone[na]?|kona|mannen|ektefelle\p{L}*|samboer\p{L}*|bror(?:en)?|søster(?:en)?|",
    r"barnet|barna|barn(?:a)? dine|gutten|guten|jenta|eleven|pasienten|brukeren|brukaren|klienten|klageren|klagaren|varsleren|varslaren|leietaker\p{L}*|leigetakar\p{L}*|leigebuar\p{L}*|leieboer\p{L}*|huseier\p{L}*|huseigar\p{L}*|kvinnen|kvinna|personen|ungdom(?:men|mane|mene)|tenåring\p{L}*|baby(?:en)?|spedbarnet|tvilling\p{L}*|guttene|gutane|jentene|niese\p{L}*|nevø\p{L}*|onkel\p{L}*|tant(?:e|a|en)|bestemor\p{L}*|bestefar\p{L}*|søsken\p{L}*|eieren|eigaren|familien (?:din|hans|hennes|hennar|deres|dykkar)|foreldra|ungen|vedkommende|vedkommande|heimen (?:din|hans|hennar)|hjemmet (?:ditt|hans|hennes)|he|him|his|she|her|hers|son|daughter|mother|father|neighbou?r|child|husband|wife|tenant)s?\b"
));
/// A family spoken of as one that something is or happens to.
static FAMILY: Pattern = Pattern::new(
    r"^familien (?:har|hadde|er|var|får|fikk|fekk|mottar|mottek|mottok|går|lever|sliter|slit|ble|blei|vart|bor|bur|søkte|trenger|treng|mistet|mista|skylder|skuldar|klarer|klarar)\b|\b(?:om|hos|med) familien\b|\bopp (?:familien|heimen|hjemmet)\b",
);
/// Makes a person the name of a service: "child welfare office".
static SERVICE: Pattern = Pattern::new(r"^ (?:welfare|protection|care|health)\b");
static RECIPIENT: Pattern = Pattern::new(r"\b(?:du|deg|din|di|ditt|dine|dykk|dykkar|you|your|yours)\b");

/// Whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Recipient,
    Other,
    Nobody,
}

/// Whom this sentence is about; somebody else weighs more than the recipient, since "sønnen din" names both.
pub(super) fn about(look: &Look, line: &Line) -> About {
    let words = look.words(line);
    let first = look.found.partition_point(|found| found.span.start < line.assessed.span.start);
    let within = look.found[first..].iter().take_while(|found| found.span.start < line.assessed.span.end);
    let named = within.filter(|found| found.kind == Kind::Name).any(|found| !is_participant(look, &found.text));
    if named || is_of_another(words) {
        About::Other
    } else if RECIPIENT.is_match(words) {
        About::Recipient
    } else {
        About::Nobody
    }
}

fn is_of_another(words: &str) -> bool {
    FAMILY.is_match(words) || OTHER.find_iter(words).any(|found| !SERVICE.is_match(&words[found.end()..]))
}

/// Whether a name stands in what the participants wrote themselves.
pub(super) fn is_participant(look: &Look, name: &str) -> bool {
    look.mail.as_ref().is_some_and(|mail| mail.written.contains(&name.to_lowercase()))
}
