//! What a writer is given (oppdrag) and what it gives back: questions and numbered evidence in, ordered parts with evidence numbers out.

use crate::evidence::{Origin, word};
use jiff::civil::Date;
use std::{cmp::Reverse, collections::HashSet};
use vocabulary::{Language, Outcome, Tone};

/// One source, as a writer may see it: no address, no id, no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number.
    pub number: u16,
    /// What it is.
    pub origin: Origin,
    /// Title.
    pub title: String,
    /// Its own date.
    pub date: Option<Date>,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// The text.
    pub text: String,
    /// Whether it may be told to the recipient; one that may not is never quoted.
    pub tellable: bool,
}

/// What the reply is to do besides answering questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Answer the questions.
    Answer,
    /// Say that an access request (innsynskrav) has come in.
    AccessRequest,
    /// Say that a complaint (klage) has come in.
    Complaint,
    /// Say one sentence of the reply in other words; it stands in the place of the questions.
    Sentence,
}

/// The writer's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What to write.
    pub purpose: Purpose,
    /// Language of the reply.
    pub language: Language,
    /// How it speaks.
    pub tone: Tone,
    /// The citizen's name for the greeting, if known.
    pub name: Option<String>,
    /// Who signs, and the body.
    pub signature: (String, String),
    /// The citizen's subject line.
    pub subject: String,
    /// What the citizen wrote, without quotes: data, never instructions.
    pub mail: String,
    /// The questions, in order.
    pub questions: Vec<String>,
    /// The evidence.
    pub evidence: Vec<Excerpt>,
    /// When the mail came.
    pub received: Option<Date>,
    /// Whether a case is attached.
    pub case: Option<vocabulary::CaseNumber>,
    /// Today.
    pub today: Date,
}

impl Brief {
    /// The same with no more than `room` characters of evidence that may be told, and the numbers of what was left out. Numbers stay
    /// as they are.
    #[must_use]
    pub fn within(&self, room: usize) -> (Self, Vec<u16>) {
        let told: Vec<&Excerpt> = self.evidence.iter().filter(|excerpt| excerpt.tellable).collect();
        let mut left = room;
        let mut stays = HashSet::new();
        for at in self.by_value(&told) {
            let length = told[at].title.chars().count() + told[at].text.chars().count();
            if length <= left {
                left -= length;
                stays.insert(told[at].number);
            }
        }
        let unread = told.iter().map(|excerpt| excerpt.number).filter(|number| !stays.contains(number)).collect();
        let kept = self.evidence.iter().filter(|excerpt| !excerpt.tellable || stays.contains(&excerpt.number));
        (Self { evidence: kept.cloned().collect(), ..self.clone() }, unread)
    }

    /// The most useful first: the case's own facts, then what answers each question best, question by question, then the next best of
    /// each. A word that few excerpts have tells more than one that all of them have.
    fn by_value(&self, told: &[&Excerpt]) -> Vec<usize> {
        let stems: Vec<Vec<String>> =
            told.iter().map(|excerpt| word::stems(&format!("{} {}", excerpt.title, excerpt.text))).collect();
        let subject = std::slice::from_ref(&self.subject);
        let questions = if self.questions.is_empty() { subject } else { &self.questions };
        let best = |question: &String| {
            let wanted = word::stems(question);
            let rarity = |one: &String| {
                let having = stems.iter().filter(|there| word::shared(std::slice::from_ref(one), there) > 0).count();
                (one.clone(), COMMON / having.max(1))
            };
            let rare: Vec<(String, usize)> = wanted.iter().map(rarity).collect();
            let worth = |at: &usize| {
                let met = rare.iter().filter(|(one, _)| word::shared(std::slice::from_ref(one), &stems[*at]) > 0);
                Reverse(met.map(|(_, weight)| weight).sum::<usize>())
            };
            let mut order: Vec<usize> = (0..told.len()).collect();
            order.sort_by_key(worth);
            order
        };
        let ranked: Vec<Vec<usize>> = questions.iter().map(best).collect();
        let rounds = (0..told.len()).flat_map(|round| ranked.iter().map(move |order| order[round]));
        let mut seen = HashSet::new();
        let facts = (0..told.len()).filter(|at| told[*at].origin == Origin::Case);
        facts.chain(rounds).filter(|at| seen.insert(*at)).collect()
    }
}

/// The weight of a word that one excerpt alone has.
const COMMON: usize = 1_000;

/// A piece of the reply: a sentence or two with the evidence it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The words; gaps as `⟦…⟧`.
    pub text: String,
    /// Evidence numbers.
    pub citations: Vec<u16>,
    /// Whether a paragraph ends after it.
    pub ends_paragraph: bool,
}

/// What a writer gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In order, greeting to closing.
    pub parts: Vec<Part>,
    /// What it could make of it.
    pub outcome: Outcome,
    /// Citations to numbers that do not exist, dropped; flagged by a check.
    pub dropped: Vec<u16>,
}

impl Answer {
    /// The parts as one marked text.
    #[must_use]
    pub fn marked(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            text.push_str(part.text.trim());
            for number in &part.citations {
                text.push_str(&format!(" [{number}]"));
            }
            text.push_str(if part.ends_paragraph { "\n\n" } else { " " });
        }
        text.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Brief, Excerpt, Purpose};
    use crate::evidence::Origin;
    use jiff::civil::date;
    use vocabulary::{Language, Tone};

    fn excerpt(number: u16, origin: Origin, text: &str) -> Excerpt {
        let title = String::new();
        Excerpt {
            number,
            origin,
            title,
            date: None,
            valid_from: None,
            text: text.into(),
            tellable: origin != Origin::Note,
        }
    }

    #[test]
    fn what_answers_least_is_left_out_first() {
        let brief = Brief {
            purpose: Purpose::Answer,
            language: Language::Nb,
            tone: Tone::Usual,
            name: None,
            signature: (String::new(), String::new()),
            subject: "Gebyr".into(),
            mail: String::new(),
            questions: vec!["Hva koster tilbygg?".into()],
            evidence: vec![
                excerpt(1, Origin::Case, "Saken er åpen."),
                excerpt(2, Origin::Article, "Biblioteket er stengt."),
                excerpt(3, Origin::Fee, "Gebyr for tilbygg: kr 12 500."),
                excerpt(4, Origin::Article, "Tilbygg må søkes om."),
                excerpt(5, Origin::Note, "Ring ham."),
            ],
            received: None,
            case: None,
            today: date(2026, 11, 21),
        };
        for (room, stays, unread) in [
            (1000, vec![1, 2, 3, 4, 5], vec![]),
            (70, vec![1, 3, 4, 5], vec![2]),
            (45, vec![1, 3, 5], vec![2, 4]),
            (20, vec![1, 5], vec![2, 3, 4]),
            (0, vec![5], vec![1, 2, 3, 4]),
        ] {
            let (short, left_out) = brief.within(room);
            let numbers: Vec<u16> = short.evidence.iter().map(|excerpt| excerpt.number).collect();
            assert_eq!((numbers, left_out), (stays, unread), "{room}");
        }
    }
}
