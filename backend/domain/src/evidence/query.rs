//! What is looked for (søk): made from the questions, not from the whole mail.

use super::{sentence, word};
use crate::thread::Thread;
use jiff::civil::Date;
use vocabulary::CaseNumber;

/// Questions that are searched for; a mail with more is a list, not a letter.
const QUESTIONS: usize = 12;
/// Characters of one search text.
const LENGTH: usize = 300;
/// Hits asked for per question.
const HITS: usize = 5;

/// Words of a question that hardly says what it is about, with its subject line's.
const VAGUE: usize = 4;
/// What any case has, and which says nothing of its kind.
const ACTS: [&str; 4] = ["søknad", "sak", "klage", "vedtak"];

/// A search in the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// One text per question, with its subject words.
    pub questions: Vec<String>,
    /// The day for which prices and rules must hold.
    pub on: Date,
    /// How many hits per question.
    pub limit: usize,
    /// The case that is answered in; others like it are looked for.
    pub case: Option<CaseNumber>,
    /// Names of those in the conversation, to be hidden where a question leaves the house.
    pub people: Vec<String>,
}

impl Query {
    /// The query of a thread, asked on `on`. A mail that asks nothing is searched by its subject.
    #[must_use]
    pub fn of(thread: &Thread, on: Date) -> Self {
        Self {
            questions: searched(thread.questions(), &thread.answered().message.subject, &thread.answered().visible),
            on,
            limit: HITS,
            case: None,
            people: thread.names(),
        }
    }

    /// The same asked within a case of this title: a question that hardly says what it is about ("Når kan jeg regne med vedtak?") is
    /// about the case's kind of matter, which stands before the dash; the place or the person after it is nobody's search.
    #[must_use]
    pub fn in_case(mut self, title: &str) -> Self {
        let end = [" – ", " - ", " — "].into_iter().filter_map(|dash| title.find(dash)).min().unwrap_or(title.len());
        let matter = &title[..end];
        let kind = word::stems(matter);
        for question in &mut self.questions {
            let own = word::stems(question);
            if own.len() <= VAGUE
                && own.iter().filter(|stem| kind.contains(stem)).all(|stem| ACTS.contains(&stem.as_str()))
            {
                *question = short(&format!("{question} {matter}"));
            }
        }
        self
    }

    /// The words it turns on, each once.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        word::stems(&self.questions.join(" "))
    }
}

/// The sentence before a question that hardly says what it is about ("Dunken er ikke tømt. Hva gjør jeg?"), if there is one.
#[must_use]
pub fn led_up_to<'a>(mail: &'a str, question: &str) -> Option<&'a str> {
    if word::stems(question).len() > 1 {
        return None;
    }
    let before = &mail[..mail.find(question.trim_end_matches(['.', '?', '!', ' ']))?];
    let sentence = sentence::split(before).pop().map(|range| &before[range])?;
    // "Det gjelder sak 2026/1234" tells nothing of the matter.
    let tells = |stem: &String| stem != "sak" && stem.chars().all(char::is_alphabetic);
    (word::stems(sentence).iter().filter(|stem| tells(stem)).count() > 1).then_some(sentence)
}

/// Each question with the subject's words that it does not have itself: "Hva koster det?" alone finds nothing.
fn searched(questions: &[String], subject: &str, mail: &str) -> Vec<String> {
    let subject =
        subject.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic) && !word.ends_with(':'));
    let subject: Vec<_> = subject.filter(|word| !word::stems(word).is_empty()).collect();
    if questions.is_empty() {
        return if subject.is_empty() { Vec::new() } else { vec![short(&subject.join(" "))] };
    }
    let with_subject = |question: &String| {
        let own = word::stems(question);
        let new = subject.iter().filter(|word| word::shared(&word::stems(word), &own) == 0);
        // Where question and subject together hardly say what is asked, the sentence before them does.
        let before = led_up_to(mail, question).filter(|_| own.len() + subject.len() <= 2);
        let asked = std::iter::once(question.trim()).chain(new.copied()).chain(before);
        short(&asked.collect::<Vec<_>>().join(" "))
    };
    questions.iter().take(QUESTIONS).map(with_subject).collect()
}

fn short(text: &str) -> String {
    text.chars().take(LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::{led_up_to, searched};

    #[test]
    fn a_question_within_a_case_is_about_its_matter() {
        for (question, title, searched) in [
            (
                "Når kan jeg regne med vedtak? Sak",
                "Søknad om tilbygg – Storgata 12",
                "Når kan jeg regne med vedtak? Sak Søknad om tilbygg",
            ),
            ("Er søknaden ferdig?", "Søknad om tilbygg", "Er søknaden ferdig? Søknad om tilbygg"),
            ("Hva koster tilbygget?", "Søknad om tilbygg – Storgata 12", "Hva koster tilbygget?"),
            (
                "Må vi fortsatt sette dunken ved hovedveien på onsdager?",
                "Søknad om tilbygg",
                "Må vi fortsatt sette dunken ved hovedveien på onsdager?",
            ),
        ] {
            let on = jiff::civil::date(2026, 11, 21);
            let query =
                super::Query { questions: vec![question.to_owned()], on, limit: 5, case: None, people: Vec::new() };
            assert_eq!(query.in_case(title).questions, [searched]);
        }
    }

    #[test]
    fn a_question_is_searched_with_the_subject_it_leaves_out() {
        let mail = "Hei! Dunken er ikke tømt. Hva gjør jeg?";
        for (questions, subject, texts) in [
            (vec!["Hva koster det?"], "Re: Tilbygg i Storgata 12", vec!["Hva koster det? Tilbygg Storgata"]),
            (vec!["Hva koster tilbygget?"], "Tilbygg", vec!["Hva koster tilbygget?"]),
            (vec![], "SV: Gebyr for feiing", vec!["Gebyr feiing"]),
            (vec!["Hva gjør jeg?"], "Søppel", vec!["Hva gjør jeg? Søppel Dunken er ikke tømt."]),
            (vec![], "", vec![]),
        ] {
            let questions: Vec<_> = questions.into_iter().map(str::to_owned).collect();
            assert_eq!(searched(&questions, subject, mail), texts, "{subject}");
        }
        assert_eq!(led_up_to("Det gjelder sak 2026/1234. Hva gjør han?", "Hva gjør han?"), None);
        assert_eq!(led_up_to(mail, "Hva gjør jeg?"), Some("Dunken er ikke tømt."));
    }
}
