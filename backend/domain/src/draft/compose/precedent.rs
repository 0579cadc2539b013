//! What we answered before (tidligere svar): the words of an earlier letter of ours to the same kind of question; its values are
//! bound anew to what is known of this case, and what nothing bears becomes a gap.

use super::{asked::Asked, letter::Letter, topic::Topic, wanted::Wanted, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, sentence};
use crate::value::{self, Kind, Strength, Value};

/// Whether an excerpt is a letter to somebody, and so was written about another person's matter.
pub(super) fn is_answer(excerpt: &Excerpt) -> bool {
    excerpt.origin == Origin::Decision && wording::addresses(&excerpt.text)
}

/// Answers with the words of the nearest earlier answer; `false` when none is near enough in the reply's language.
pub(super) fn tell(letter: &mut Letter, asked: &Asked) -> bool {
    let wanted = Wanted::new(asked, letter.brief, Topic::Other);
    let answers =
        letter.evidence().filter(|excerpt| is_answer(excerpt) && wording::fits(&excerpt.text, letter.language));
    let found =
        answers.filter_map(|excerpt| wanted.nearest(excerpt, Topic::Other).map(|(score, said)| (score, excerpt, said)));
    let Some((_, excerpt, said)) = found.reduce(|best, next| if next.0 > best.0 { next } else { best }) else {
        return false;
    };
    let said: Vec<_> = said.iter().filter(|text| !is_personal(letter, text)).collect();
    for (at, text) in said.iter().enumerate() {
        let restated = restate(letter, excerpt, text);
        match restated {
            Restated { open: false, sentence, citations } => letter.claim(sentence, &citations),
            // What only goes on, and would need filling, is not needed.
            Restated { sentence, citations, .. } if at == 0 => letter.claim_in_part(sentence, &citations),
            Restated { .. } => {}
        }
    }
    !said.is_empty()
}

/// Whether a sentence speaks of the one it was written to: a name, a case, a property, an address.
fn is_personal(letter: &Letter, text: &str) -> bool {
    let about_somebody = |value: &Value| {
        matches!(
            value.kind,
            Kind::Name
                | Kind::CaseNumber
                | Kind::ReplyReference
                | Kind::Property
                | Kind::Organisation
                | Kind::BankAccount
                | Kind::Iban
                | Kind::Kid
                | Kind::Address
                | Kind::PostalCode
        )
    };
    value::find(text, letter.brief.today).iter().any(about_somebody) || sentence::split(text).len() > 1
}

/// A sentence of an earlier answer as it may be said again.
struct Restated {
    sentence: String,
    citations: Vec<u16>,
    /// Whether a value of it is a gap now.
    open: bool,
}

/// The sentence with each value borne by this case's sources, or a gap in its place.
fn restate(letter: &Letter, excerpt: &Excerpt, text: &str) -> Restated {
    let text = wording::borrowed(text);
    let mut citations = vec![excerpt.number];
    let mut bound = String::with_capacity(text.len());
    let mut at = 0;
    let mut open = false;
    for value in value::find(&text, letter.brief.today) {
        if value.kind == Kind::Number && value.strength == Strength::Weak && value.text.len() < 2 {
            continue;
        }
        let words = value.span.of(&text);
        let Some(start) = text[at..].find(words).map(|offset| at + offset) else { continue };
        bound.push_str(&text[at..start]);
        at = start + words.len();
        match bearer(letter, &value) {
            Some(number) => {
                bound.push_str(words);
                citations.push(number);
            }
            None => {
                open = true;
                bound.push_str(&format!("⟦{}⟧", label(letter, value.kind)));
            }
        }
    }
    bound.push_str(&text[at..]);
    citations.dedup();
    Restated { sentence: wording::stopped(&bound), citations, open }
}

/// The source of this case that says the same value.
fn bearer(letter: &Letter, value: &Value) -> Option<u16> {
    let says = |excerpt: &&Excerpt| {
        let there = value::find(&excerpt.text, letter.brief.today);
        there.iter().any(|other| other.kind == value.kind && other.value == value.value)
    };
    letter.evidence().filter(|excerpt| !is_answer(excerpt)).find(says).map(|excerpt| excerpt.number)
}

/// What a gap waits for.
fn label(letter: &Letter, kind: Kind) -> &'static str {
    let [nb, nn, en] = match kind {
        Kind::Amount => ["beløp", "beløp", "amount"],
        Kind::Date => ["dato", "dato", "date"],
        Kind::Deadline => ["hvor lang tid", "kor lang tid", "how long"],
        Kind::Law => ["lovhjemmel", "lovheimel", "law"],
        Kind::Phone => ["telefonnummer", "telefonnummer", "telephone number"],
        Kind::Email => ["e-postadresse", "e-postadresse", "email address"],
        Kind::Percent => ["prosent", "prosent", "per cent"],
        Kind::Time => ["klokkeslett", "klokkeslett", "time"],
        _ => ["tall", "tal", "number"],
    };
    letter.language.pick(nb, nn, en)
}
