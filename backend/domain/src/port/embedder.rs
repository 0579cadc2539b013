//! Texts by what they mean (betydningsvektorer): a model endpoint that turns each into a vector; texts that mean the same lie close.

use super::Failure;
use crate::{draft::Class, thread::redact::Redaction};
use async_trait::async_trait;

/// What a text is to the search; many models want to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is asked.
    Question,
    /// It may answer.
    Passage,
}

/// A vector of length 1; how much two of them mean the same is their product.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector(Vec<f32>);

impl Vector {
    /// The direction of these numbers; nothing where one is not finite, or all are nought.
    #[must_use]
    pub fn of(mut numbers: Vec<f32>) -> Option<Self> {
        let length = numbers.iter().map(|number| f64::from(*number).powi(2)).sum::<f64>().sqrt();
        if !length.is_finite() || length <= f64::EPSILON {
            return None;
        }
        #[allow(clippy::cast_possible_truncation)]
        numbers.iter_mut().for_each(|number| *number = (f64::from(*number) / length) as f32);
        Some(Self(numbers))
    }

    /// Its numbers.
    #[must_use]
    pub fn numbers(&self) -> &[f32] {
        &self.0
    }
}

/// An embedder.
#[async_trait]
pub trait Embedder: Send + Sync {
    /// The most delicate text it may be given.
    fn sees(&self) -> Class;
    /// One vector for each text, in their order, all of one dimension. A question is not waited for longer than a person waits.
    async fn vectors(&self, texts: &[String], side: Side) -> Result<Vec<Vector>, Failure>;
}

/// A question as it may leave the house: names and numbers under pseudonyms, `people` being those that are known; nothing when it is
/// more delicate than the embedder may see. As for a writer, that is reckoned before anything is hidden.
#[must_use]
pub fn outgoing(question: &str, people: &[String], sees: Class) -> Option<String> {
    (Class::of(&[question], people, []) <= sees).then(|| Redaction::new(people).hide(question))
}

#[cfg(test)]
mod tests {
    use super::{Class, Vector, outgoing};

    #[test]
    fn a_vector_has_length_one_or_is_none() {
        for (numbers, vector) in [
            (vec![3.0, 4.0], Some(vec![0.6, 0.8])),
            (vec![1e-30, 0.0], None),
            (vec![0.0, 0.0], None),
            (vec![], None),
            (vec![1.0, f32::NAN], None),
            (vec![f32::INFINITY, 1.0], None),
            (vec![f32::MAX, 0.0], Some(vec![1.0, 0.0])),
        ] {
            assert_eq!(Vector::of(numbers.clone()).map(|it| it.numbers().to_vec()), vector, "{numbers:?}");
        }
    }

    #[test]
    fn a_question_leaves_under_pseudonyms_or_not_at_all() {
        let open = "Når har biblioteket åpent?";
        let personal = "Per Haug vil bygge, når får han svar?";
        let restricted = "Sønnen min har fått diagnosen ADHD, hva gjør jeg?";
        for (question, sees, leaves) in [
            (open, Class::Open, Some(open)),
            (personal, Class::Open, None),
            (personal, Class::Personal, Some("[PERSON_1] vil bygge, når får han svar?")),
            (restricted, Class::Personal, None),
            (restricted, Class::Restricted, Some(restricted)),
        ] {
            assert_eq!(outgoing(question, &["Per Haug".to_owned()], sees).as_deref(), leaves, "{question} {sees:?}");
        }
    }
}
