//! Earlier answers (tidligere svar): what of a letter of ours to somebody else may be said to anyone, and when a rule has overtaken it.

use super::{passage::LEFT_OUT, sentence, word};
use crate::{
    scan::{self, Confidence},
    value::{self, Kind},
};
use jiff::civil::Date;

/// Words of a title that say that somebody's question was answered.
const ANSWERS: [&str; 12] = [
    "svar",
    "sv",
    "re",
    "tilbakemelding",
    "veiledning",
    "rettleiing",
    "orientering",
    "informasjon",
    "spørsmål",
    "answer",
    "reply",
    "guidance",
];
/// Beginnings of words of a title that say that a matter was decided, begun or put off: such a letter explains no rule.
const DECIDES: [&str; 18] = [
    "vedtak",
    "avslag",
    "avvis",
    "innvilg",
    "tillatels",
    "løyve",
    "tilbud",
    "tilbod",
    "pålegg",
    "varsel",
    "søknad",
    "klage",
    "klaga",
    "foreløpig",
    "førebels",
    "mangel",
    "krav",
    "innsyn",
];
/// Words of a title that say nothing of its matter.
const SAYS_LITTLE: &str = "svar spørsmål henvendelse tilbakemelding veiledning rettleiing orientering informasjon tidligere tidlegare \
                           answer reply guidance kommune";

/// Whether a letter of ours with this title answers a question (svar på spørsmål), and decides nobody's matter.
#[must_use]
pub fn is_answer(title: &str) -> bool {
    let title = title.to_lowercase();
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ANSWERS.contains(&word))
        && !title
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| DECIDES.iter().any(|begins| word.starts_with(begins)))
}

/// The sentences of an answer that hold for anyone, in their order; empty where none does. What names a person, an address or a
/// number is left out, unless it is published: it stands in `published`, the articles found with it.
#[must_use]
pub fn explaining(text: &str, published: &str) -> String {
    let published = plain(published);
    let sentences = sentence::split(text);
    let kept = (0..sentences.len()).filter(|at| holds_for_anyone(&text[sentences[*at].clone()], &published));
    let mut explained = String::new();
    let mut last = None;
    for at in kept {
        match last {
            Some(before) if before + 1 == at => {
                let gap =
                    if text[..sentences[at].start].trim_end_matches([' ', '\t']).ends_with('\n') { '\n' } else { ' ' };
                explained.push(gap);
            }
            Some(_) => explained.push_str(LEFT_OUT),
            None => {}
        }
        explained.push_str(&text[sentences[at].clone()]);
        last = Some(at);
    }
    explained
}

/// Whether nobody is named in a text, and nothing that belongs to somebody, but what is published.
#[must_use]
pub fn names_nobody(text: &str, published: &str) -> bool {
    let published = plain(published);
    is_impersonal(text, &published)
}

/// Whether a rule of this title that came into force on `from` has overtaken an answer of `on` about `matter`: they are about the
/// same, and the rule is the newer one.
#[must_use]
pub fn is_overtaken((matter, on): (&str, Option<Date>), (title, from): (&str, Option<Date>)) -> bool {
    let is_newer = from.is_some_and(|from| on.is_none_or(|on| on < from));
    is_newer && {
        let about = of_matter(title);
        let shared = word::shared(&about, &of_matter(matter));
        shared > 0 && shared * 2 >= about.len()
    }
}

/// What a title is about, without what any answer's title has, and without figures.
fn of_matter(title: &str) -> Vec<String> {
    let little = word::stems(SAYS_LITTLE);
    let mut stems = word::stems(title);
    stems.retain(|stem| !little.contains(stem) && !stem.contains(char::is_numeric));
    stems
}

fn holds_for_anyone(text: &str, published: &str) -> bool {
    let is_whole = text.ends_with('.') && text.split_whitespace().count() >= 4;
    is_whole && !speaks_of_one(text) && is_impersonal(text, published)
}

/// Whether a sentence is about the matter of the one it was written to, or about what we did in it.
fn speaks_of_one(text: &str) -> bool {
    const WORDS: [&str; 42] = [
        "jeg",
        "eg",
        "meg",
        "min",
        "mi",
        "mitt",
        "mine",
        "din",
        "di",
        "ditt",
        "dine",
        "deres",
        "dykkar",
        "your",
        "hei",
        "takk",
        "takkar",
        "beklager",
        "beklagar",
        "sorry",
        "viser",
        "mottok",
        "fikk",
        "fekk",
        "sendte",
        "sende",
        "ga",
        "gav",
        "saken",
        "saka",
        "henvendelsen",
        "førespurnaden",
        "vedlagt",
        "vedlagte",
        "nevnte",
        "nemnde",
        "ovenfor",
        "ovanfor",
        "dessverre",
        "diverre",
        "hilsen",
        "helsing",
    ];
    const PHRASES: [&str; 8] =
        ["vi har ", "vi er ", "har du ", "i går", "i dag", "we have ", "thank you", "as mentioned"];
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| WORDS.contains(&word))
        || PHRASES.iter().any(|phrase| lower.starts_with(phrase) || lower.contains(&format!(" {phrase}")))
}

fn is_impersonal(text: &str, published: &str) -> bool {
    let is_published = |words: &str| published.contains(&plain(words));
    let delicate = |one: &scan::Found| one.kind.is_topic() && one.confidence > Confidence::Possible;
    let named = |one: &scan::Found| !one.kind.is_topic() && !is_published(&one.text);
    scan::scan(text).iter().all(|one| !delicate(one) && !named(one))
        && value::find(text, Date::MAX).iter().all(|one| !is_somebodys(one.kind) || is_published(&one.text))
}

/// Whether a value of this kind belongs to a person, a body or a case.
#[must_use]
pub fn is_somebodys(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Name
            | Kind::CaseNumber
            | Kind::ReplyReference
            | Kind::Property
            | Kind::Organisation
            | Kind::BankAccount
            | Kind::Iban
            | Kind::Kid
            | Kind::Address
            | Kind::PostalCode
            | Kind::Phone
            | Kind::Email
    )
}

fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{explaining, is_answer, is_overtaken, names_nobody};
    use jiff::civil::date;

    #[test]
    fn an_answer_is_told_from_a_decision_by_its_title() {
        for (title, is) in [
            ("Svar på spørsmål om hjemmekompostering", true),
            ("SV: Gatelys", true),
            ("Rettleiing om gjerde mot veg", true),
            ("Vedtak om bruksendring", false),
            ("Svar på søknad om tilbygg", false),
            ("Svar på klage om brøyting", false),
            ("Foreløpig svar", false),
            ("Førebels svar", false),
            ("Etterspør situasjonskart", false),
            ("Bekreftelse på mottatt søknad", false),
            ("Answer about dogs", true),
        ] {
            assert_eq!(is_answer(title), is, "{title}");
        }
    }

    #[test]
    fn what_holds_for_anyone_is_kept_and_nobody_is_named() {
        let published = "Meld fra til veg@example.no. Sentralbordet har telefon 55 00 40 00.";
        for (text, kept) in [
            (
                "Hei Kari Moe\nTakk for at du spør. Du kan kompostere matavfall hjemme. Da trenger du en tett beholder.\nHilsen Ola Nes",
                "Du kan kompostere matavfall hjemme. Da trenger du en tett beholder.",
            ),
            (
                "Gjerdet kan stå i grensen. Gjerdet i Bergveien 8 er sjekket. Du må ikke søke om det.",
                "Gjerdet kan stå i grensen.\n…\nDu må ikke søke om det.",
            ),
            ("Du kan ringe Kari Moe om gjerde.", ""),
            ("Du kan ringe 90 00 00 12 om gjerde.", ""),
            ("Du kan skrive til kari.moe@example.no om det.", ""),
            ("Du kan ringe telefon 55 00 40 00 om gjerde.", "Du kan ringe telefon 55 00 40 00 om gjerde."),
            ("Du melder fra til veg@example.no om hull.", "Du melder fra til veg@example.no om hull."),
            ("Saken 2025/88 er ferdig behandlet nå.", ""),
            ("Vi har sett på gjerdet i dag.", ""),
            ("Søknaden din er på vei til oss.", ""),
            ("Eiendommen gnr 12 bnr 5 kan deles.", ""),
            ("Sønnen har diagnosen ADHD og får skyss.", ""),
            ("Kan gjerdet stå i grensen mot naboen?", ""),
            ("Gebyret for dette er kr 900 i år.", "Gebyret for dette er kr 900 i år."),
        ] {
            assert_eq!(explaining(text, published), kept, "{text}");
        }
        assert!(names_nobody("Svar om gatelys", "") && !names_nobody("Svar til Kari Moe", ""));
    }

    #[test]
    fn a_newer_rule_of_the_same_matter_overtakes_an_answer() {
        let (old, new) = (Some(date(2024, 5, 2)), Some(date(2026, 1, 1)));
        for (matter, on, title, from, overtaken) in [
            ("Tidligere svar, 2024/8: Svar om gjerde", old, "Gjerde mot vei", new, true),
            ("Tidligere svar, 2024/8: Svar om gjerde", new, "Gjerde mot vei", old, false),
            ("Tidligere svar, 2024/8: Svar om gjerde", old, "Gjerde mot vei", None, false),
            ("Tidligere svar, 2024/8: Svar om gjerde", old, "Henting av avfall", new, false),
            ("Tidligere svar, 2024/8", old, "Svar på spørsmål", new, false),
            ("Svar om gjerde", None, "Gjerde", new, true),
        ] {
            assert_eq!(is_overtaken((matter, on), (title, from)), overtaken, "{matter} / {title}");
        }
    }
}
