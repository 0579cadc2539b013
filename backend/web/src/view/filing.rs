//! The way into the journal as it is shown (journalføring).

use contract::view::Filing;
use domain::{
    dossier::{Hindrance, Journalling, Slip, Standing},
    filing::Correspondent,
};
use flow::{Blocked, Card, Shown};
use jiff::{Timestamp, tz::TimeZone};
use vocabulary::Language;

/// What goes there, and how far it has come; nothing before it was seen sent.
pub(super) fn filing(shown: &Shown, words: Language) -> Option<Filing> {
    let card = shown.card.as_ref()?;
    let journalling = shown.dossier.journalling.as_ref();
    let (state, told) = standing(card, journalling, words);
    let fields = card.fields.clone();
    Some(Filing {
        state: state.to_owned(),
        open: card.is_theirs && matches!(state, "open" | "stopped"),
        told,
        case: fields.case.map(|case| case.to_string()).unwrap_or_default(),
        title: fields.title,
        public_title: fields.public_title,
        code: fields.access.code.unwrap_or_default(),
        basis: fields.access.legal_basis.unwrap_or_default(),
        mails: card.incoming.iter().map(|slip| came(slip, words)).chain(left(shown, words)).collect(),
    })
}

/// How it stands, and in words.
fn standing(card: &Card, journalling: Option<&Journalling>, words: Language) -> (&'static str, String) {
    let Some(journalling) = journalling else {
        let by_hand = || ("by_hand", Blocked::NotConnected.sentence(words));
        return if card.is_connected { ("open", String::new()) } else { by_hand() };
    };
    match journalling.standing {
        Standing::Queued => ("queued", queued(words).to_owned()),
        Standing::Registered => ("registered", registered(&journalling.numbers, words)),
        Standing::Stopped => {
            ("stopped", journalling.hindrance.map_or("", |why: Hindrance| why.sentence(words)).to_owned())
        }
        Standing::Skipped => ("skipped", skipped(&journalling.why, words)),
    }
}

fn queued(words: Language) -> &'static str {
    words.pick(
        "Venter på sakssystemet. Svaret blir journalført når det svarer.",
        "Ventar på sakssystemet. Svaret blir journalført når det svarar.",
        "Waiting for the case system. The reply is journalled when it answers.",
    )
}

/// The numbers of one case, the case named once.
fn registered(numbers: &[String], words: Language) -> String {
    let case = numbers.first().and_then(|first| first.rsplit_once('-')).map_or("", |(case, _)| case);
    let short =
        |number: &String| number.strip_prefix(case).filter(|rest| rest.starts_with('-')).unwrap_or(number).to_owned();
    let later = numbers.iter().skip(1).map(short);
    let all: Vec<String> = numbers.first().cloned().into_iter().chain(later).collect();
    let and = words.pick(" og ", " og ", " and ");
    let listed = match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
        _ => all.concat(),
    };
    let sentence = words.pick("Journalført som {}.", "Journalført som {}.", "Journalled as {}.");
    sentence.replace("{}", &listed)
}

fn skipped(why: &str, words: Language) -> String {
    let sentence = words.pick("Ikke journalført.", "Ikkje journalført.", "Not journalled.");
    if why.is_empty() { sentence.to_owned() } else { format!("{} {why}", sentence.replace('.', ":")) }
}

/// A mail that came in, with everybody in it.
fn came(slip: &Slip, words: Language) -> String {
    let way = words.pick("Inn", "Inn", "In");
    let named = |role: char, word: &str| {
        let is_it = |one: &&Correspondent| one.role.ends_with(role);
        let names: Vec<&str> = slip.people.iter().filter(is_it).map(|one| one.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{word} {}", names.join(", ")))
    };
    let parts = [
        named('A', words.pick("fra", "frå", "from")),
        named('M', words.pick("til", "til", "to")),
        named('K', words.pick("kopi", "kopi", "copy")),
    ];
    format!("{way} {}: {}", day(slip.at), parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The reply, as it was sealed and seen.
fn left(shown: &Shown, words: Language) -> Option<String> {
    let seal = shown.dossier.seal.as_ref()?;
    let (way, to, copy) =
        (words.pick("Ut", "Ut", "Out"), words.pick("til", "til", "to"), words.pick("kopi", "kopi", "copy"));
    let copies =
        if seal.envelope.cc.is_empty() { String::new() } else { format!(", {copy} {}", seal.envelope.cc.join(", ")) };
    let at = day(seal.sent.unwrap_or(seal.made));
    Some(format!("{way} {at}: {to} {}{copies}", seal.envelope.to.join(", ")))
}

/// A day as a Norwegian writes it.
fn day(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d.%m.%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::{day, registered, skipped};
    use vocabulary::Language;

    #[test]
    fn numbers_of_one_case_name_it_once() {
        for (numbers, told) in [
            (&["2026/1234-6", "2026/1234-7"][..], "Journalført som 2026/1234-6 og -7."),
            (&["2026/1234-6", "2026/1234-7", "2026/1234-8"], "Journalført som 2026/1234-6, -7 og -8."),
            (&["2026/9-6", "2026/1234-7"], "Journalført som 2026/9-6 og 2026/1234-7."),
            (&["2026/1234-6"], "Journalført som 2026/1234-6."),
        ] {
            let numbers: Vec<String> = numbers.iter().map(|number| (*number).to_owned()).collect();
            assert_eq!(registered(&numbers, Language::Nb), told);
        }
        assert_eq!(skipped("Veiledning", Language::Nn), "Ikkje journalført: Veiledning");
        assert_eq!(skipped("", Language::En), "Not journalled.");
        assert_eq!(day("2026-11-20T23:30:00Z".parse().unwrap()), "21.11.2026");
    }
}
