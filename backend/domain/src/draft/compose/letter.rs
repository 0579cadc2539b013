//! The letter while it is written (brev): greeting, paragraphs of sentences with their sources, gaps, closing.

use super::{label, precedent, salutation, tone, topic::Topic, wording};
use crate::draft::brief::{Answer, Brief, Excerpt, Part};
use vocabulary::{Language, Outcome};

pub(super) struct Letter<'a> {
    /// The task.
    pub(super) brief: &'a Brief,
    /// Language of the reply.
    pub(super) language: Language,
    /// Whether the letter says who has the case.
    pub(super) names_responsible: bool,
    parts: Vec<Part>,
    gaps: usize,
    answers: usize,
    acknowledged: bool,
    /// A farewell of its own stands in it.
    taken_leave: bool,
}

impl<'a> Letter<'a> {
    pub(super) fn new(brief: &'a Brief) -> Self {
        Self {
            brief,
            language: brief.language.of_reply(),
            names_responsible: false,
            parts: Vec::new(),
            gaps: 0,
            answers: 0,
            acknowledged: false,
            taken_leave: false,
        }
    }

    /// One of three wordings.
    pub(super) fn pick<'w>(&self, nb: &'w str, nn: &'w str, en: &'w str) -> &'w str {
        self.language.pick(nb, nn, en)
    }

    /// What the recipient may be told, and facts may be taken from.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &'a Excerpt> + use<'a> {
        self.brief.evidence.iter().filter(|excerpt| excerpt.tellable && !precedent::is_answer(excerpt))
    }

    /// What we answered others before: words, and no facts.
    pub(super) fn answers(&self) -> impl Iterator<Item = &'a Excerpt> + use<'a> {
        self.brief.evidence.iter().filter(|excerpt| excerpt.tellable && precedent::is_answer(excerpt))
    }

    /// Whether something has been answered before, so that a new answer needs a bridge.
    pub(super) fn is_under_way(&self) -> bool {
        self.answers > 0
    }

    /// Whether the last sentence rests on this source alone, so that the next one may go on about it.
    pub(super) fn goes_on(&self, number: u16) -> bool {
        self.parts.last().is_some_and(|part| part.citations == [number])
    }

    /// A sentence that claims nothing.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.push(text.into(), &[]);
    }

    /// A sentence of a receipt, with its ground where there is one; it answers no question.
    pub(super) fn state(&mut self, text: String, citations: &[u16]) {
        self.push(text, citations);
    }

    /// A sentence that rests on evidence.
    pub(super) fn claim(&mut self, text: String, citations: &[u16]) {
        self.answers += 1;
        self.push(text, citations);
    }

    /// A sentence with a gap in it.
    pub(super) fn leave_open(&mut self, text: impl Into<String>) {
        self.gaps += 1;
        self.push(text.into(), &[]);
    }

    /// A sentence that rests on evidence but for a value that nobody knows yet.
    pub(super) fn claim_in_part(&mut self, text: String, citations: &[u16]) {
        self.gaps += 1;
        self.claim(text, citations);
    }

    /// Whether these words stand in the letter.
    pub(super) fn says(&self, text: &str) -> bool {
        self.parts.iter().any(|part| part.text.contains(text.trim_end_matches('.')))
    }

    /// A question whose answer stands in the letter already.
    pub(super) fn answered(&mut self) {
        self.answers += 1;
    }

    /// What stands in the letter already is not said again, alone or within a longer sentence.
    fn push(&mut self, text: String, citations: &[u16]) {
        if !self.says(&text) {
            self.parts.push(Part { text, citations: citations.to_vec(), ends_paragraph: false });
        }
    }

    /// Says that something came in: an answer by itself.
    pub(super) fn acknowledge(&mut self, text: &str) {
        self.acknowledged = true;
        self.say(text);
    }

    /// Says what ends the letter, in place of the usual last line.
    pub(super) fn take_leave(&mut self, text: &str) {
        self.acknowledged = true;
        self.taken_leave = true;
        self.say(text);
    }

    /// The next sentence begins a paragraph.
    pub(super) fn paragraph(&mut self) {
        if let Some(last) = self.parts.last_mut() {
            last.ends_paragraph = true;
        }
    }

    pub(super) fn greet(&mut self) {
        self.say(salutation::greeting(self.brief));
        self.paragraph();
    }

    pub(super) fn thank(&mut self) {
        self.say(self.pick("Takk for e-posten din.", "Takk for e-posten din.", "Thank you for your email."));
    }

    /// Nothing was found for a question: the gap says which.
    pub(super) fn missing(&mut self, question: &str, topic: Topic) {
        let gap = match topic {
            Topic::Status => self.pick(
                "Saken din er ⟦hvor langt saken er kommet⟧.",
                "Saka di er ⟦kor langt saka er komen⟧.",
                "Your case is ⟦how far the case has come⟧.",
            ),
            Topic::When => self.pick(
                "Du kan vente svar ⟦når svaret kan ventes⟧.",
                "Du kan vente svar ⟦når svaret kan ventast⟧.",
                "You can expect an answer ⟦when an answer can be expected⟧.",
            ),
            Topic::Missing => self.pick(
                "Dette trenger vi fra deg: ⟦hva som mangler, eller at ingenting mangler⟧.",
                "Dette treng vi frå deg: ⟦kva som manglar, eller at ingenting manglar⟧.",
                "This is what we need from you: ⟦what is missing, or that nothing is⟧.",
            ),
            Topic::Who => self.pick(
                "Det er ⟦hvem som har saken⟧ som har ansvaret for den.",
                "Det er ⟦kven som har saka⟧ som har ansvaret for ho.",
                "It is ⟦who has the case⟧ who is responsible for it.",
            ),
            _ => {
                let about = label::of(question)
                    .map(|about| format!(" {} {about}", self.pick("om", "om", "about")))
                    .or_else(|| label::last_of(question).map(|last| format!(" «{last}»")));
                let answer = self.pick("svar på spørsmålet", "svar på spørsmålet", "answer to the question");
                return self.leave_open(format!("⟦{answer}{}⟧", about.unwrap_or_default()));
            }
        };
        self.leave_open(gap);
    }

    /// Closing and signature; the outcome is what the gaps say.
    pub(super) fn close(mut self) -> Answer {
        let outcome = match (self.gaps, self.answers) {
            (0, _) => Outcome::Ready,
            (_, 0) if !self.acknowledged => Outcome::CannotAnswer,
            _ => Outcome::NeedsFilling,
        };
        self.paragraph();
        merge(&mut self.parts);
        if outcome != Outcome::CannotAnswer && !self.taken_leave {
            let cites = self.parts.iter().any(|part| !part.citations.is_empty());
            tone::end(&mut self, cites);
        }
        self.say(salutation::closing(self.brief));
        for part in &mut self.parts {
            part.text = wording::tied(&part.text, self.brief.today);
        }
        Answer { parts: self.parts, outcome, dropped: Vec::new() }
    }
}

/// Answers from one and the same source become one paragraph, and so do sentences that wait for the same facts of a case.
fn merge(parts: &mut [Part]) {
    let ends: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].ends_paragraph).collect();
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().map(|end| end + 1)).collect();
    for (at, end) in ends.iter().enumerate().take(ends.len().saturating_sub(1)) {
        let (one, next) = (&parts[starts[at]..=*end], &parts[starts[at + 1]..=ends[at + 1]]);
        if belongs(one).is_some_and(|ground| belongs(next) == Some(ground)) {
            parts[*end].ends_paragraph = false;
        }
    }
}

/// What a whole paragraph rests on: one source, or nothing but gaps within sentences.
fn belongs(paragraph: &[Part]) -> Option<Option<u16>> {
    let open = |part: &Part| part.citations.is_empty() && part.text.contains('⟦') && !part.text.starts_with('⟦');
    if paragraph.iter().all(open) {
        return Some(None);
    }
    let first = paragraph.first()?.citations.first().copied()?;
    paragraph.iter().all(|part| part.citations == [first]).then_some(Some(first))
}
