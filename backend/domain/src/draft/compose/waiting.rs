//! When an answer comes (når svaret kommer): what a source says of it, else why it takes time and when, as far as a person knows
//! (forvaltningsloven § 11 a, foreløpig svar). Never a promise of our own.

use super::{about_case, elsewhere, facts::Facts, letter::Letter, lookup, topic::Topic, wording};
use crate::deadline::{self, Kind, State};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence, word};
use crate::value;
use jiff::{Span, civil::Date};

/// When an answer comes.
pub(super) fn when(letter: &mut Letter, question: &str) -> bool {
    match says_by_when(letter, question) {
        // The usual time is no answer to somebody who has waited longer than that.
        Some((excerpt, said)) if excerpt.origin == Origin::Document || !is_past(letter, &said) => {
            lookup::tell(letter, excerpt, &[said]);
        }
        _ if elsewhere::tell(letter, question) => {}
        _ => preliminary(letter),
    }
    true
}

/// A preliminary reply: how far the case has come, why it takes time, and when an answer can be expected. Somebody who has not
/// waited is only told when.
pub(super) fn preliminary(letter: &mut Letter) {
    if !letter.is_under_way() {
        about_case::status(letter);
    }
    if !has_waited(letter) {
        return letter.missing("", Topic::When);
    }
    letter.say(letter.pick(
        "Vi beklager at du har måttet vente på svar.",
        "Vi beklagar at du har måtta vente på svar.",
        "We are sorry that you have had to wait for an answer.",
    ));
    letter.leave_open(letter.pick(
        "Det tar tid fordi ⟦hvorfor det tar tid⟧.",
        "Det tek tid fordi ⟦kvifor det tek tid⟧.",
        "It is taking time because ⟦why it takes time⟧.",
    ));
    letter.missing("", Topic::When);
}

/// Whether the citizen says so, or the month that the law gives for a first answer is nearly over.
fn has_waited(letter: &Letter) -> bool {
    let brief = letter.brief;
    let late = |received| deadline::of(Kind::PreliminaryReply, received, brief.today).state >= State::Red;
    about_case::waits(&brief.mail) || brief.received.is_some_and(late)
}

/// The sentence of a source that says by when an answer comes, with its source.
fn says_by_when<'a>(letter: &Letter<'a>, question: &str) -> Option<(&'a Excerpt, String)> {
    let mut about = word::stems(&format!("{question} {}", letter.brief.subject));
    about.extend(kind_of_case(letter));
    let articles = letter.evidence().filter(|excerpt| matches!(excerpt.origin, Origin::Article | Origin::Fee));
    let sources = about_case::ours(letter).into_iter().chain(articles);
    let mut found: Option<(&Excerpt, String)> = None;
    for excerpt in sources.filter(|excerpt| near(excerpt, &about)) {
        let sentences = sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]);
        let said = sentences
            .filter(|text| says_when(text) && !has_passed(text, letter.brief.today))
            .max_by_key(|text| word::shared(&about, &word::stems(text)));
        // A letter in the case itself is nearer than any article, the newest the nearest.
        let newer = |best: &Excerpt| {
            (excerpt.origin == Origin::Document, excerpt.date) > (best.origin == Origin::Document, best.date)
        };
        if let Some(said) = said
            && found.as_ref().is_none_or(|(best, _)| newer(best))
        {
            found = Some((excerpt, said.to_owned()));
        }
    }
    found
}

/// What the case is about by its title, without the words that every case has and the place.
fn kind_of_case(letter: &Letter) -> Vec<String> {
    let title = Facts::among(letter.evidence()).and_then(|facts| facts.title).unwrap_or_default();
    let mut stems = word::stems(title.split(['–', '-']).next().unwrap_or_default());
    stems.retain(|stem| !matches!(stem.as_str(), "søknad" | "sak" | "klage"));
    stems
}

fn near(excerpt: &Excerpt, about: &[String]) -> bool {
    excerpt.origin == Origin::Document || word::shared(about, &word::stems(&excerpt.title)) > 0
}

/// Whether a sentence says by when something is answered.
fn says_when(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let answers = [
        "behandlingstid",
        "handsamingstid",
        "vente svar",
        "svar innen",
        "svar innan",
        "vi behandler",
        "vi behandlar",
        "vi handsamar",
        "vi svarer",
        "vi svarar",
        "processing time",
        "are handled",
        "are processed",
    ];
    let long = ["uke", "veke", "dager", "dagar", "måned", "månad", "week", "month", "days"];
    has(&answers) && (has(&long) || lower.contains(char::is_numeric))
}

/// Whether every day it names is over: what was once expected is no answer today.
fn has_passed(text: &str, today: Date) -> bool {
    let dates = value::find(text, today).into_iter().filter(|value| value.kind == value::Kind::Date);
    let days: Vec<Date> = dates.filter_map(|value| value.value.parse().ok()).collect();
    !days.is_empty() && days.iter().all(|day| *day < today)
}

/// Whether somebody who still waits has by their own account waited longer than a source says it takes.
fn is_past(letter: &Letter, said: &str) -> bool {
    let brief = letter.brief;
    let Some(received) = brief.received.filter(|_| about_case::waits(&brief.mail)) else { return false };
    let Some(usual) = lengths(said, brief.today).max_by(|one, other| longer(*one, *other, received)) else {
        return false;
    };
    let limit = received.saturating_sub(usual);
    let waited = lengths(&brief.mail, brief.today).any(|waited| received.saturating_sub(waited) < limit);
    waited || since(&brief.mail, received).is_some_and(|since| since < limit)
}

fn longer(one: Span, other: Span, from: Date) -> std::cmp::Ordering {
    from.saturating_add(one).cmp(&from.saturating_add(other))
}

/// The lengths of time that a text names ("seks uker").
fn lengths(text: &str, today: Date) -> impl Iterator<Item = Span> {
    let found = value::find(text, today).into_iter().filter(|value| value.kind == value::Kind::Deadline);
    found.filter_map(|value| value.value.replace("WD", "D").parse().ok())
}

/// The last day of the month since which somebody says to wait ("jeg søkte i april"), at or before the mail.
fn since(mail: &str, received: Date) -> Option<Date> {
    let words: Vec<String> = mail.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let months = words.windows(2).filter_map(|pair| match pair[0].as_str() {
        "i" | "siden" | "sidan" => wording::month(&pair[1]),
        "in" | "since" => wording::english_month(&pair[1]),
        _ => None,
    });
    let last = |month: i8| {
        let year = if month > received.month() { received.year() - 1 } else { received.year() };
        Date::new(year, month, 1).ok().map(Date::last_of_month)
    };
    months.filter_map(last).min()
}

#[cfg(test)]
mod tests {
    use super::{has_passed, says_when, since};
    use jiff::civil::date;

    #[test]
    fn only_a_time_for_an_answer_that_lies_ahead_is_one() {
        let today = date(2026, 11, 21);
        for (text, says, passed) in [
            ("Vi behandler søknaden innen seks uker.", true, false),
            ("Du kan vente svar innan 15. desember 2026.", true, false),
            ("Du kan vente svar innen 1. oktober 2026.", true, true),
            ("Applications are handled within three weeks.", true, false),
            ("Vi behandler søknaden din.", false, false),
            ("Servicetorget er åpent til kl. 15.", false, false),
        ] {
            assert_eq!((says_when(text), has_passed(text, today)), (says, passed), "{text}");
        }
    }

    #[test]
    fn the_month_of_an_application_says_since_when() {
        for (mail, received, day) in [
            ("Jeg søkte i april og venter.", date(2026, 11, 19), Some(date(2026, 4, 30))),
            ("Eg søkte i desember.", date(2026, 2, 1), Some(date(2025, 12, 31))),
            ("I applied in May.", date(2026, 11, 19), Some(date(2026, 5, 31))),
            ("May I ask? I may have applied.", date(2026, 11, 19), None),
            ("Jeg søkte for lenge siden.", date(2026, 11, 19), None),
        ] {
            assert_eq!(since(mail, received), day, "{mail}");
        }
    }
}
