//! What a passage must be about to answer (søkt): the words of a question, the kind of value it asks for, and how near a sentence is.

use super::{asked::Asked, expected::Expected, fee, topic::Topic};
use crate::draft::brief::{Brief, Excerpt};
use crate::evidence::{Origin, sentence, word};
use jiff::civil::Date;

/// Characters of a passage; a letter answers, it does not recite.
const PASSAGE: usize = 380;
/// Stems of words that ask whether one must.
const NEED: [&str; 6] = ["treng", "trenger", "behøv", "behøver", "need", "nødvendig"];
/// Stems that any matter has.
const GENERAL: [&str; 6] = ["søknad", "vedtak", "sak", "tillatelse", "m²", "slik"];
/// Sentences of a passage.
const SENTENCES: usize = 3;

/// What a passage must be about.
pub(super) struct Wanted {
    stems: Vec<String>,
    /// Those of them that are things, not an application or a size.
    objects: Vec<String>,
    /// Whether it is asked if one must: then the answer names the thing itself.
    duty: bool,
    /// How many of them must be met.
    enough: usize,
    /// Words of the mail's subject that the question leaves out.
    context: Vec<String>,
    /// What the mail tells before it asks, for whether a text is about its matter at all.
    story: Vec<String>,
    /// The date of a day that the question names by its feast.
    days: Option<(&'static str, &'static str)>,
    /// The kind of value that an answer must have.
    expected: Option<Expected>,
    question: String,
    today: Date,
}

impl Wanted {
    pub(super) fn new(asked: &Asked, brief: &Brief, topic: Topic) -> Self {
        let question = asked.clause.as_str();
        let mut stems = common(question);
        if stems.is_empty() {
            stems = word::stems(question);
        }
        stems.retain(|stem| !stem.chars().all(|c| c.is_ascii_digit()));
        if stems.len() > 1 {
            // "Trenger jeg å …" asks for a duty, and is not about needs.
            stems.retain(|stem| !NEED.contains(&stem.as_str()));
        }
        let is_new = |stem: &String| !stems.iter().any(|own| word::is_kin(own, stem));
        let context: Vec<_> = common(&brief.subject)
            .into_iter()
            .filter(|stem| is_new(stem) && !stem.chars().any(char::is_numeric))
            .collect();
        if stems.len() == 1 && topic == Topic::Other {
            // A single word is about anything; the subject says about what.
            stems.extend(context.iter().cloned());
        }
        let mut enough = enough(stems.len());
        if !asked.context.is_empty() {
            // A question that says little is about what stands before it; two words of that are enough.
            stems.extend(common(&asked.context).into_iter().filter(|stem| !stems.contains(stem)).collect::<Vec<_>>());
            enough = stems.len().min(2);
        }
        let expected = Expected::of(question);
        let mut story = common(&format!("{} {}", asked.whole, brief.mail));
        story.retain(|stem| !stems.contains(stem));
        let objects: Vec<String> = stems.iter().filter(|stem| !GENERAL.contains(&stem.as_str())).cloned().collect();
        let words = question.to_lowercase();
        let duty = !objects.is_empty()
            && stems.iter().any(|stem| matches!(stem.as_str(), "søknad" | "tillatelse"))
            && ["må ", "treng", "need "].iter().any(|must| words.contains(must));
        Self {
            stems,
            objects,
            duty,
            enough,
            context,
            story,
            days: holiday(question),
            expected,
            question: question.to_owned(),
            today: brief.today,
        }
    }

    /// The sentences of an excerpt that answer best, with how near they are.
    pub(super) fn nearest(&self, excerpt: &Excerpt, topic: Topic) -> Option<(usize, Vec<String>)> {
        let text = Text::new(self, excerpt, topic);
        let sentences: Vec<_> = sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]).collect();
        let score = |said: &str| self.score(&text, said);
        let scored = sentences.iter().enumerate().filter_map(|(at, said)| score(said).map(|score| (score, at)));
        let (score, mut at) = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        // A passage does not begin with what only the sentence before it explains.
        while at > 0 && leans_back(sentences[at]) {
            at -= 1;
        }
        Some((score, self.from(&sentences[at..], &text)))
    }

    /// How near a sentence is; `None` for one that does not answer.
    fn score(&self, text: &Text, said: &str) -> Option<usize> {
        let own = word::stems(said);
        let both: Vec<_> = own.iter().chain(&text.title).cloned().collect();
        let (all, met) = (word::shared(&self.stems, &both), word::shared(&self.stems, &own));
        if text.is_schedule && fee::is_line(said) || is_of_another(&self.stems, text.heading, said) {
            return None;
        }
        let words = 3 * all + 2 * met + 2 * text.about;
        if self.days.is_some_and(|(day, month)| says_day(said, day, month)) {
            // "Er dere åpne julaften?" is answered by the one sentence that names 24 December.
            return Some(4 * (words + 8));
        }
        let hours = text.is_hours && has_time(said);
        // One word is about anything, unless it is what the whole text is about.
        let alone = self.stems.len() == 1 && !hours && !text.title.iter().any(|stem| stem.starts_with(&self.stems[0]));
        let near = |enough| all >= enough && (met > 0 || hours) && !alone;
        if !near(text.enough.saturating_sub(1)) || self.duty && word::shared(&self.objects, &own) == 0 {
            return None;
        }
        let right = self.expected.is_some_and(|expected| expected.is_in(said, &self.question, self.today));
        if !right && self.expected.is_some_and(Expected::is_strict) {
            return None;
        }
        // The right kind of value makes up for a word, in a text that is about the matter.
        let lenient = right && met > 0 && text.is_on_matter && !text.is_hours && self.has_word_of_its_own(&own, text);
        let value = if hours { 4 } else { 0 } + if right { 10 } else { 0 };
        let score = || 4 * (words + value - usize::from(leans_back(said))) + text.alike;
        (near(text.enough) || lenient).then(score)
    }

    /// Whether a sentence has a word of the question that not all of its text is about; whom to turn to is told of the whole matter.
    fn has_word_of_its_own(&self, own: &[String], text: &Text) -> bool {
        self.expected == Some(Expected::Contact)
            || self.stems.iter().any(|stem| own.contains(stem) && !text.title.contains(stem))
    }

    /// The first sentence and those after it that go on about the same. A heading alone says nothing; it is left out.
    fn from(&self, sentences: &[&str], text: &Text) -> Vec<String> {
        // That something else is open, too, or needs an application, too, is no answer.
        let particular = self
            .stems
            .iter()
            .filter(|stem| !matches!(stem.as_str(), "åpningstid" | "søknad") && !stem.ends_with("dag"));
        // Where a value is asked for, what only goes on about the matter of the whole text is no answer either.
        let on_all = |stem: &&String| self.expected.is_some() && text.title.contains(*stem);
        let (title, own): (Vec<&String>, Vec<&String>) = particular.partition(on_all);
        // An act is quoted no longer than what answers.
        let particular = if own.is_empty() { title } else { own }.into_iter().filter(|_| !text.is_law);
        let particular: Vec<String> = particular.cloned().collect();
        let mut said: Vec<String> = Vec::new();
        let mut length = 0;
        for sentence in sentences {
            length += sentence.chars().count();
            let goes_on = said.is_empty()
                || said.len() == 1 && is_heading(&said[0])
                || leans_back(sentence)
                || word::shared(&particular, &telling(sentence)) > 0;
            if said.len() == SENTENCES || !said.is_empty() && length > PASSAGE || !goes_on || sentence.trim() == "…" {
                break;
            }
            said.push((*sentence).to_owned());
        }
        if said.len() > 1 && is_heading(&said[0]) {
            said.remove(0);
        }
        said
    }
}

/// The words of a sentence without those that any matter has: "søkes" goes on about no "søknadsfrist".
fn telling(sentence: &str) -> Vec<String> {
    let mut stems = word::stems(sentence);
    stems.retain(|stem| !GENERAL.contains(&stem.as_str()));
    stems
}

/// What a text is to a question, the same for all its sentences.
struct Text<'a> {
    heading: &'a str,
    /// The words of its heading.
    title: Vec<String>,
    /// How many words of the mail's subject it is about.
    about: usize,
    /// How many words of the question must be met in it.
    enough: usize,
    /// Whether it is about something that the question or the mail is about.
    is_on_matter: bool,
    /// Up to three, the less it is about what nobody asked of: of two equally near that one answers.
    alike: usize,
    is_schedule: bool,
    is_law: bool,
    is_hours: bool,
}

impl<'a> Text<'a> {
    fn new(wanted: &Wanted, excerpt: &'a Excerpt, topic: Topic) -> Self {
        let title = word::stems(&excerpt.title);
        let about = word::shared(&wanted.context, &title);
        let told = word::shared(&wanted.story, &title) > 0;
        // A text beside the mail's subject must meet one word more, where there is one.
        let beside = about == 0 && !wanted.context.is_empty() && topic == Topic::Other;
        let more = wanted.enough.saturating_add(1).min(wanted.stems.len().max(1));
        let known =
            |stem: &String| [&wanted.stems, &wanted.context, &wanted.story].iter().any(|own| own.contains(stem));
        let says = |stem: &&String| !GENERAL.contains(&stem.as_str()) && !stem.chars().any(char::is_numeric);
        let strange = title.iter().filter(says).filter(|stem| !known(stem)).count();
        Self {
            heading: &excerpt.title,
            about,
            enough: if beside { more } else { wanted.enough },
            is_on_matter: told || about > 0 || word::shared(&wanted.stems, &title) > 0,
            alike: 3_usize.saturating_sub(strange),
            is_schedule: excerpt.origin == Origin::Fee,
            is_law: excerpt.origin == Origin::Law,
            is_hours: topic == Topic::Hours,
            // What names somebody is gone from an earlier answer: what is left need not be what its title promises.
            title: if excerpt.origin == Origin::Answer { Vec::new() } else { title },
        }
    }
}

/// Under "Tilbygg eller garasje" what is said of the one is not said of the other.
pub(super) fn is_of_another(wanted: &[String], title: &str, text: &str) -> bool {
    if !title.contains(" eller ") && !title.contains(" or ") {
        return false;
    }
    let own = word::stems(text);
    let mut named = word::stems(title);
    named.retain(|stem| stem != "søknad");
    let (asked, others): (Vec<_>, Vec<_>) = named.into_iter().partition(|stem| wanted.contains(stem));
    !asked.is_empty() && word::shared(&asked, &own) == 0 && word::shared(&others, &own) > 0
}

/// How many of so many words must be met: two of two, two of three, half of more.
fn enough(count: usize) -> usize {
    match count {
        0 => usize::MAX,
        1..=2 => count,
        3 => 2,
        _ => count.div_ceil(2),
    }
}

/// The words a question turns on, without the names of places and people in it: the rules do not know each road.
fn common(text: &str) -> Vec<String> {
    let mut opens = true;
    let mut common = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if opens || !word.starts_with(char::is_uppercase) || word.chars().skip(1).any(char::is_uppercase) {
            common.push_str(word);
            common.push(' ');
        }
        opens = word.ends_with(['.', '?', '!', ':']);
    }
    word::stems(&common)
}

/// The date of a day that people call by its name.
fn holiday(question: &str) -> Option<(&'static str, &'static str)> {
    const DAYS: [(&[&str], (&str, &str)); 5] = [
        (&["julaften", "julaftan", "julekvelden", "christmas eve"], ("24", "desember")),
        (
            &["nyttårsaften", "nyttårsaftan", "nyårsaften", "nyårsaftan", "nyttårskveld", "new year's eve"],
            ("31", "desember"),
        ),
        (&["lille julaften", "veslejulaftan", "litle julaftan"], ("23", "desember")),
        (&["grunnlovsdagen", "nasjonaldagen", "17. mai"], ("17", "mai")),
        (&["første juledag", "1. juledag", "fyrste juledag", "christmas day"], ("25", "desember")),
    ];
    let question = question.to_lowercase();
    let named = DAYS.iter().filter(|(names, _)| names.iter().any(|name| question.contains(name)));
    named
        .max_by_key(|(names, _)| names.iter().filter(|name| question.contains(**name)).map(|name| name.len()).max())
        .map(|(_, day)| *day)
}

/// "Stengt 24. og 31. desember", "closed on 24 December".
fn says_day(text: &str, day: &str, month: &str) -> bool {
    let lower = text.to_lowercase();
    let month = lower.contains(month) || month == "desember" && lower.contains("december");
    month && lower.split(|c: char| !c.is_ascii_digit()).any(|number| number == day)
}

/// Whether a sentence speaks of what the one before it named.
fn leans_back(text: &str) -> bool {
    const WORDS: [&str; 29] = [
        "De",
        "Det",
        "Den",
        "Dei",
        "Dette",
        "Disse",
        "Desse",
        "Denne",
        "Han",
        "Hun",
        "Ho",
        "Da",
        "Då",
        "Slik",
        "Slike",
        "Dermed",
        "Derfor",
        "Difor",
        "Likevel",
        "Begge",
        "Ellers",
        "Elles",
        "It",
        "They",
        "This",
        "These",
        "Then",
        "Such",
        "Therefore",
    ];
    let mut words = text.split_whitespace();
    let first = words.next();
    // "Den som starter før tid": whoever does, nobody named before.
    let anybody = words.next().is_some_and(|second| second == "som" || second == "who");
    first.is_some_and(|first| WORDS.contains(&first)) && !anybody
}

fn is_heading(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ':', '»'])
        && text.chars().count() < 60
        && !text.contains(':')
        && !text.chars().any(|c| c.is_ascii_digit())
}

fn has_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let hour =
        |lead: &str| lower.split(lead).skip(1).any(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    if ["kl.", "kl ", "klokken", "klokka", "from ", "at "].iter().any(|lead| hour(lead)) {
        return true;
    }
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len())
        .any(|at| matches!(bytes[at], b'.' | b':') && digit(at - 1) && digit(at + 1) && digit(at + 2) && !digit(at + 3))
}
