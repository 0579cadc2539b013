//! What is to be answered (spørsmålene): double questions taken apart, what leans on the question before joined to it.

use super::{about_case, expected::Expected, topic::Topic};
use crate::draft::brief::{Brief, Purpose};
use crate::evidence::{query, sentence, word};

/// A question, or one half of a double one with the whole beside it ("koster den noe?" needs to know what).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) clause: String,
    pub(super) whole: String,
    /// The sentence before it, where the question alone hardly says what it is about.
    pub(super) context: String,
}

/// Each question with each of its topics; a mail without a question is read by its subject. What a receipt says already is left out.
pub(super) fn asked(brief: &Brief) -> Vec<(Asked, Topic)> {
    let pairs = |asked: Asked| {
        let topics = topics(brief, &asked).into_iter();
        topics.map(move |topic| (asked.clone(), topic)).collect::<Vec<_>>()
    };
    let mut asked: Vec<_> = clauses(brief).into_iter().flat_map(pairs).collect();
    if asked.is_empty() {
        let clause = unmarked(brief).unwrap_or_else(|| format!("Hva: {}", brief.subject));
        asked = pairs(Asked { clause: clause.clone(), whole: clause, context: String::new() });
        asked.retain(|(_, topic)| !matches!(topic, Topic::Other | Topic::Appeal));
    }
    let said = said(brief, purpose(brief));
    asked.retain(|(_, topic)| !said.contains(topic));
    let mut seen = Vec::new();
    // Topics that turn on the case alone are answered once, however often they are asked.
    asked.retain(|(_, topic)| {
        let again = topic.is_of_case() && seen.contains(topic);
        seen.push(*topic);
        !again
    });
    asked
}

/// The topics of a question in its mail: who answers for something is asked of a case only where there is one, and when somebody
/// answers the telephone is no question of when we decide.
fn topics(brief: &Brief, asked: &Asked) -> Vec<Topic> {
    const PLACES: [&str; 6] =
        ["sentralbord", "telefon", "innbyggertorg", "innbyggjartorg", "servicetorg", "switchboard"];
    let whole = asked.whole.to_lowercase();
    let of_case = ["sak", "søknad", "klage", "case", "application"].iter().any(|word| whole.contains(word));
    let mut topics = Topic::of(&asked.clause);
    for topic in &mut topics {
        *topic = match *topic {
            Topic::Who if brief.case.is_none() && !of_case => Topic::Other,
            Topic::When if !of_case && PLACES.iter().any(|place| whole.contains(place)) => Topic::Hours,
            other => other,
        };
    }
    topics
}

/// What a letter is for: who only asks how one complains, or what access takes, has neither complained nor asked for access.
pub(super) fn purpose(brief: &Brief) -> Purpose {
    const HOW: [&str; 17] = [
        "koster",
        "how much",
        "hvor lang tid",
        "kor lang tid",
        "how long",
        "frist",
        "time limit",
        "deadline",
        "hvordan",
        "korleis",
        "how do",
        "how can",
        "må jeg",
        "må eg",
        "trenger jeg",
        "treng eg",
        "do i have to",
    ];
    const WISHES: [&str; 8] = [
        "would like to",
        "want to",
        "ønsker å klage",
        "ønskjer å klage",
        "vurderer å",
        "tenker på å",
        "how to",
        "å klage på et",
    ];
    let asks = |question: &String| {
        let question = question.to_lowercase();
        HOW.iter().any(|words| question.contains(words))
    };
    let how = brief.case.is_none() && !brief.questions.is_empty() && brief.questions.iter().all(asks);
    let wishes = || {
        // Who complains names what of.
        let mail = brief.mail.to_lowercase();
        !mail.contains(char::is_numeric) && WISHES.iter().any(|words| mail.contains(words))
    };
    let rest = || brief.questions.iter().fold(brief.mail.clone(), |mail, question| mail.replace(question.as_str(), ""));
    match brief.purpose {
        Purpose::Complaint if how && wishes() => Purpose::Answer,
        Purpose::AccessRequest if how && !rest().to_lowercase().contains("innsyn") => Purpose::Answer,
        purpose => purpose,
    }
}

/// A sentence that asks for a value without a question mark ("hei hva koster det å søke om garasje").
fn unmarked(brief: &Brief) -> Option<String> {
    let asks = |text: &&str| {
        matches!(Expected::of(text), Some(Expected::Amount | Expected::Count | Expected::Duration | Expected::Phone))
    };
    let sentences = sentence::split(&brief.mail).into_iter().map(|range| &brief.mail[range]);
    sentences.filter(|text| text.chars().count() < 160).find(asks).map(str::to_owned)
}

/// What the receipt at the top of the letter tells.
fn said(brief: &Brief, purpose: Purpose) -> &'static [Topic] {
    match purpose {
        Purpose::Answer | Purpose::Sentence => &[],
        Purpose::AccessRequest => &[Topic::Documents, Topic::When],
        // Who has waited long asks again on purpose, and without a case nothing has been said of it.
        Purpose::Complaint if about_case::waits(&brief.mail) && brief.case.is_none() => &[],
        Purpose::Complaint => &[Topic::When, Topic::Status],
    }
}

/// The questions, double ones taken apart; a line that only leads up to questions ("Jeg lurer på to ting:") is none.
fn clauses(brief: &Brief) -> Vec<Asked> {
    let mut found = Vec::new();
    for question in brief.questions.iter().map(|question| question.trim()).filter(|question| !question.is_empty()) {
        if question.ends_with(':') && brief.questions.len() > 1 {
            continue;
        }
        let led = query::led_up_to(&brief.mail, question).map(str::to_owned);
        // "…, og hvor lenge kan vi vente med å svare?" is about what its sentence began with.
        let joined = || {
            let before = found.last().map(|asked: &Asked| asked.whole.clone())?;
            (word::stems(question).len() <= 2 && is_joined(&brief.mail, &before, question)).then_some(before)
        };
        let context = led.or_else(joined).unwrap_or_default();
        // "Koster den noe?" is about what was asked before it.
        let before = found.last().filter(|_| leans_on_another(question)).map(|asked: &Asked| asked.whole.clone());
        let whole = before.map_or_else(|| question.to_owned(), |before| format!("{before} {question}"));
        let mut rest = without_lead(question);
        while let Some((at, joint)) = joint(rest) {
            found.push(Asked { clause: rest[..at].to_owned(), whole: whole.clone(), context: context.clone() });
            rest = &rest[at + joint..];
        }
        found.push(Asked { clause: rest.to_owned(), whole, context });
    }
    found
}

/// Whether two questions stand in the mail as one, with "og" between them.
fn is_joined(mail: &str, before: &str, question: &str) -> bool {
    let small = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = |text: &str| small(text).trim_end_matches(['.', '?', '!', ' ']).to_owned();
    let (mail, before, question) = (small(mail), bare(before), bare(question));
    [", og ", " og ", ", and ", " and "].iter().any(|joint| mail.contains(&format!("{before}{joint}{question}")))
}

fn leans_on_another(question: &str) -> bool {
    const PRONOUNS: [&str; 8] = ["den", "det", "dette", "denne", "han", "ho", "it", "that"];
    let mut words = question.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| PRONOUNS.contains(&word.to_lowercase().as_str())) && word::stems(question).len() <= 2
}

/// The question after "Da gjenstår bare ett spørsmål: " or "Hei, ".
fn without_lead(question: &str) -> &str {
    const GREETINGS: [&str; 8] = ["hei", "hei igjen", "hallo", "god dag", "hi", "hello", "hej", "takk"];
    let question = match question.split_once([',', '!']) {
        Some((lead, rest)) if GREETINGS.contains(&lead.trim().to_lowercase().as_str()) => rest.trim(),
        _ => question,
    };
    let asked = question.split_once(": ").map(|(_, rest)| rest.trim());
    asked.filter(|rest| rest.ends_with('?') && rest.starts_with(char::is_uppercase)).unwrap_or(question)
}

/// Where a second question begins within one: after ", og", when what follows asks by its first word.
fn joint(text: &str) -> Option<(usize, usize)> {
    const ASKING: [&str; 30] = [
        "hva", "hvem", "hvor", "når", "hvordan", "hvorfor", "hvilke", "kva", "kven", "kor", "korleis", "kvifor", "er",
        "må", "kan", "skal", "har", "koster", "kostar", "finnes", "finst", "what", "who", "how", "when", "where", "is",
        "do", "can", "does",
    ];
    // After a comma these ask, too; without one they may go on with the same subject.
    const GOES_ON: [&str; 6] = ["blir", "får", "trenger", "treng", "gjelder", "gjeld"];
    let joints =
        [", og ", ", and ", " og ", " and "].iter().filter_map(|joint| text.find(joint).map(|at| (at, joint.len())));
    joints
        .filter(|(at, length)| {
            let next = text[at + length..].split_whitespace().next().unwrap_or_default();
            let before = &text[..*at];
            let next = next.to_lowercase();
            let asks = ASKING.contains(&next.as_str())
                || text[*at..].starts_with(',') && text.ends_with('?') && GOES_ON.contains(&next.as_str());
            asks && !word::stems(before).is_empty()
        })
        .min()
}
