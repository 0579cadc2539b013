//! The best passage of the evidence for any question (oppslag): whole sentences in the source's own words, with their source.

use super::{asked::Asked, expected::Expected, facts::Facts, fee, letter::Letter, precedent, topic::Topic, wording};
use crate::draft::brief::{Brief, Excerpt};
use crate::evidence::{Origin, sentence, word};
use jiff::civil::Date;
use vocabulary::Language;

/// Characters of a passage; a letter answers, it does not recite.
const PASSAGE: usize = 380;
/// Stems of words that ask whether one must.
const NEED: [&str; 6] = ["treng", "trenger", "behøv", "behøver", "need", "nødvendig"];
/// Sentences of a passage.
const SENTENCES: usize = 3;

/// Answers from the passage nearest to the question; `false` when none is near enough.
pub(super) fn passage(letter: &mut Letter, asked: &Asked, topic: Topic) -> bool {
    let wanted = Wanted::new(asked, letter.brief, topic);
    let best = letter
        .evidence()
        // What somebody wrote in a case answers no question about rules, and may be about somebody else.
        .filter(|excerpt| !matches!(excerpt.origin, Origin::Case | Origin::Note | Origin::Document))
        .filter(|excerpt| !precedent::is_answer(excerpt))
        .filter_map(|excerpt| wanted.nearest(excerpt, topic).map(|(score, said)| (score, excerpt, said)))
        // The first of equals wins: evidence stands in order of trust.
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((_, excerpt, said)) = best else { return false };
    tell(letter, excerpt, &said);
    true
}

/// What a passage must be about.
pub(super) struct Wanted {
    stems: Vec<String>,
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
        Self {
            stems,
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
        let title = word::stems(&excerpt.title);
        let about = word::shared(&self.context, &title);
        // A text beside the mail's subject must meet one word more, where there is one.
        let told = word::shared(&self.story, &title) > 0;
        let on_it = word::shared(&self.stems, &title) > 0;
        let beside = about == 0 && !told && !self.context.is_empty() && topic == Topic::Other;
        let enough = if beside { self.enough.saturating_add(1).min(self.stems.len().max(1)) } else { self.enough };
        let sentences: Vec<_> = sentence::split(&excerpt.text).into_iter().map(|range| &excerpt.text[range]).collect();
        let score = |text: &str| {
            let own = word::stems(text);
            let both: Vec<_> = own.iter().chain(&title).cloned().collect();
            let (all, met) = (word::shared(&self.stems, &both), word::shared(&self.stems, &own));
            let hours = topic == Topic::Hours && has_time(text);
            if excerpt.origin == Origin::Fee && fee::is_price(text) || self.is_of_another(&excerpt.title, text) {
                return None;
            }
            if self.days.is_some_and(|(day, month)| says_day(text, day, month)) {
                // "Er dere åpne julaften?" is answered by the one sentence that names 24 December.
                return Some(3 * all + 2 * met + 2 * about + 8);
            }
            // One word is about anything, unless it is what the whole text is about.
            let alone = self.stems.len() == 1 && !hours && !title.iter().any(|stem| stem.starts_with(&self.stems[0]));
            let near = |enough| all >= enough && (met > 0 || hours) && !alone;
            if !near(enough.saturating_sub(1)) {
                return None;
            }
            // The right kind of value makes up for a word, in a text that is about the matter.
            let right = self.expected.is_some_and(|expected| expected.is_in(text, &self.question, self.today));
            let particular = self.stems.iter().any(|stem| own.contains(stem) && !title.contains(stem));
            let lenient = right
                && met > 0
                && topic != Topic::Hours
                && (told || about > 0 || on_it)
                && (particular || self.expected == Some(Expected::Contact));
            (near(enough) || lenient).then(|| {
                let value = if hours { 4 } else { 0 } + if right { 10 } else { 0 };
                3 * all + 2 * met + 2 * about + value - usize::from(leans_back(text))
            })
        };
        let scored = sentences.iter().enumerate().filter_map(|(at, text)| score(text).map(|score| (score, at)));
        let (score, mut at) = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        // A passage does not begin with what only the sentence before it explains.
        while at > 0 && leans_back(sentences[at]) {
            at -= 1;
        }
        Some((score, self.from(&sentences[at..], &title)))
    }

    fn is_of_another(&self, title: &str, text: &str) -> bool {
        is_of_another(&self.stems, title, text)
    }

    /// The first sentence and those after it that go on about the same. A heading alone says nothing; it is left out.
    fn from(&self, sentences: &[&str], title: &[String]) -> Vec<String> {
        // That something else is open, too, or needs an application, too, is no answer.
        let particular = self
            .stems
            .iter()
            .filter(|stem| !matches!(stem.as_str(), "åpningstid" | "søknad") && !stem.ends_with("dag"));
        // Where a value is asked for, what only goes on about the matter of the whole text is no answer either.
        let particular = particular.filter(|stem| self.expected.is_none() || !title.contains(stem));
        let particular: Vec<String> = particular.cloned().collect();
        let mut said: Vec<String> = Vec::new();
        let mut length = 0;
        for text in sentences {
            length += text.chars().count();
            let goes_on = said.is_empty()
                || said.len() == 1 && is_heading(&said[0])
                || leans_back(text)
                || word::shared(&particular, &word::stems(text)) > 0;
            if said.len() == SENTENCES || !said.is_empty() && length > PASSAGE || !goes_on || text.trim() == "…" {
                break;
            }
            said.push((*text).to_owned());
        }
        if said.len() > 1 && is_heading(&said[0]) {
            said.remove(0);
        }
        said
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

/// Puts sentences of a source into the letter: as they stand where language and kind of source allow, else as a quotation.
pub(super) fn tell(letter: &mut Letter, excerpt: &Excerpt, said: &[String]) {
    let said: Vec<_> = said
        .iter()
        .map(|text| wording::borrowed(text))
        .filter(|text| text.chars().any(char::is_alphanumeric) && !letter.says(text))
        .collect();
    if said.is_empty() {
        return letter.answered();
    }
    let all = said.join(" ");
    // Law in our own words speaks to the reader; the text of an act is quoted.
    let explains = excerpt.origin == Origin::Law && wording::addresses(&all);
    let own_words = explains || matches!(excerpt.origin, Origin::Article | Origin::Fee);
    if own_words && wording::fits(&excerpt.text, letter.language) {
        for (at, text) in said.iter().enumerate() {
            let text = if at == 0 { wording::untied(text) } else { text.clone() };
            letter.claim(wording::stopped(&text), &[excerpt.number]);
        }
    } else {
        let introduced = introduction(letter, excerpt);
        letter.claim(
            format!("{introduced} {}", wording::quoted(&wording::stopped(&all), letter.language)),
            &[excerpt.number],
        );
    }
}

/// "I «Gebyrregulativ 2026» står det:", "I brevet «Mangelbrev» fra 3. februar 2026 skrev vi:", "Der står det også:".
fn introduction(letter: &Letter, excerpt: &Excerpt) -> String {
    if letter.goes_on(excerpt.number) {
        return letter.pick("Der står det også:", "Der står det òg:", "It also says:").to_owned();
    }
    let language = letter.language;
    let dated = excerpt.date.filter(|_| matches!(excerpt.origin, Origin::Document | Origin::Decision));
    let of = language.pick("fra", "frå", "of");
    let date = dated.map_or_else(String::new, |date| format!(" {of} {}", wording::date(date, language)));
    let title = wording::quoted(&wording::borrowed(&excerpt.title), language);
    if excerpt.origin == Origin::Document && dated.is_some() && is_our_letter(letter, excerpt) {
        return match language {
            Language::Nn => format!("I brevet {title}{date} skreiv vi:"),
            Language::En => format!("In our letter {title}{date} we wrote (in Norwegian):"),
            _ => format!("I brevet {title}{date} skrev vi:"),
        };
    }
    match language {
        Language::En => format!("In {title}{date} it says (in Norwegian):"),
        _ => format!("I {title}{date} står det:"),
    }
}

/// Whether the journal of the case says that we wrote it.
fn is_our_letter(letter: &Letter, excerpt: &Excerpt) -> bool {
    Facts::among(letter.evidence()).and_then(|facts| facts.wrote_on(excerpt.date)) == Some(true)
}
