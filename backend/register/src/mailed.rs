//! Answers made from mail, by whom they tell of (innsyn og sletting): they are nobody's copy of a case system, so a person's rights reach
//! them here (personvernforordningen art. 15 and 17).

use crate::{
    Shelf,
    import::{Reading, Refused},
    intake::{named, written},
    row::{Answer, Line as _},
};
use domain::dossier::{Subject, Tie};
use jiff::civil::Date;

/// An answer made from mail, with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailed {
    /// The Message-ID, or a sum of the mail where it has none.
    pub id: String,
    /// The subject, without what mail programs put before it.
    pub title: String,
    /// When it was sent.
    pub date: Date,
    /// Whom it went to and whom it answers.
    pub to: Vec<String>,
    /// Our own words.
    pub text: String,
}

impl From<Answer> for Mailed {
    fn from(Answer { id, title, date, to, text }: Answer) -> Self {
        Self { id, title, date: date.0, to, text }
    }
}

impl Answer {
    /// How it has to do with somebody; `None` where nothing in it tells of them.
    fn tie(&self, subject: &Subject) -> Option<Tie> {
        if matches!(subject, Subject::Address(address) if self.to.contains(address)) {
            return Some(Tie::Correspondent);
        }
        let is_named = [&self.id, &self.title, &self.text].into_iter().any(|text| subject.is_named_in(text));
        is_named.then_some(Tie::Named)
    }
}

impl Shelf<'_> {
    /// The answers made from mail that tell of somebody, and how.
    ///
    /// # Errors
    /// [`Refused`] when they cannot be read.
    pub fn mailed(&self, subject: &Subject) -> Result<Vec<(Tie, Mailed)>, Refused> {
        let answers = self.answers()?.into_iter();
        Ok(answers.filter_map(|answer| Some((answer.tie(subject)?, answer.into()))).collect())
    }

    /// Takes the answers made from mail that tell of somebody out, whole, for good; how many. Nobody else may write meanwhile.
    ///
    /// # Errors
    /// [`Refused`] when they cannot be read or written.
    pub fn forget_mailed(&self, subject: &Subject) -> Result<usize, Refused> {
        let mut answers = self.answers()?;
        let before = answers.len();
        answers.retain(|answer| answer.tie(subject).is_none());
        let gone = before - answers.len();
        if gone > 0 {
            self.put_and_wipe(Answer::FILE, &written(Answer::FILE, answers)?)?;
        }
        Ok(gone)
    }

    fn answers(&self) -> Result<Vec<Answer>, Refused> {
        self.settle()?;
        let mut reading = Reading::default();
        let answers = named(self, &mut reading, Answer::FILE);
        reading.end()?;
        Ok(answers)
    }
}
