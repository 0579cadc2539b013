//! What was learned, weighed against the rules (avveining): a habit of the house goes before them, a likeness only where they are unsure.

use super::{
    Class, Label, Learned, Proposal, Reason, Said,
    learned::{Features, Habit, Likely},
    look::{Belongs, Look},
};

/// What the law makes of a mail, and what needs nobody, is not for learning to decide.
const FIXED: [Class; 3] = [Class::AccessRequest, Class::Complaint, Class::Delete];
/// Corrections for a word before it is a habit, and so many of them of what the rules say now…
const OFTEN: (u32, u32) = (3, 2);
/// …the part of the mails with the word that must have gone that way, reckoned as if two more had gone either way…
const MOSTLY: f32 = 0.75;
/// …and one of how many corrections of the kind has the word: one that only comes along is in fewer.
const TELLING: u32 = 4;
/// Below this the rules are unsure.
const UNSURE: f32 = 0.5;

/// The proposal of the rules, or what was learned in its place.
pub(super) fn weighed(look: &Look, ruled: Proposal, learned: &Learned) -> Proposal {
    if FIXED.contains(&ruled.class) {
        return ruled;
    }
    let features = Features::of(look.facts.thread);
    let said = Label::proposed(&ruled);
    let likely = learned.likely(&features);
    match habit(look, learned.habits(&features, &said), |label| is_liker(&likely, label, &said)) {
        Some(habit) => by_habit(&habit, ruled),
        None => by_likeness(look, ruled, likely, learned),
    }
}

/// Whether the mail as a whole is more like those of one label than of another; what is seldom is like nothing.
fn is_liker(likely: &[Likely], one: &Label, other: &Label) -> bool {
    let share = |label: &Label| likely.iter().find(|likely| likely.label == *label).map_or(0.0, |likely| likely.share);
    share(one) >= share(other)
}

/// Whether learning may propose it here: not what is fixed, not a unit that is gone, and not the unit that has the mail already.
fn is_open(look: &Look, label: &Label) -> bool {
    let units = look.facts.house.units();
    let at = |id: &str| units.iter().position(|unit| unit.id == id);
    let elsewhere = |id: &str| at(id).is_some_and(|unit| look.desk != Some(unit));
    !FIXED.contains(&label.class()) && label.unit().is_none_or(elsewhere)
}

/// The surest habit, if the whole mail speaks for it too and no word of it tells as surely that the rules are right. A mail that surely
/// belongs to a case stays with it.
fn habit<'a>(
    look: &Look,
    habits: impl Iterator<Item = Habit<'a>>,
    is_like: impl Fn(&Label) -> bool,
) -> Option<Habit<'a>> {
    if matches!(look.belongs, Belongs::Surely(_)) {
        return None;
    }
    let held = habits.filter(|habit| is_held(habit) && is_open(look, habit.label) && is_like(habit.label));
    let surest = held.max_by(|a, b| sure(a).total_cmp(&sure(b)).then(a.agrees.cmp(&b.agrees)))?;
    (!surest.agrees).then_some(surest)
}

fn is_held(habit: &Habit) -> bool {
    let often = habit.corrected >= OFTEN.0 && habit.here >= OFTEN.1;
    let corrects = often && sure(habit) >= MOSTLY && TELLING * habit.corrected >= habit.corrected_in_all;
    corrects || habit.agrees
}

fn sure(habit: &Habit) -> f32 {
    (habit.so + 1) as f32 / (habit.of + 2) as f32
}

fn by_habit(habit: &Habit, ruled: Proposal) -> Proposal {
    let because = Reason::Habit { word: habit.word.to_owned(), so: habit.so, of: habit.of };
    proposed(habit.label, sure(habit), because, ruled)
}

fn proposed(label: &Label, confidence: f32, because: Reason, ruled: Proposal) -> Proposal {
    Proposal {
        class: label.class(),
        forward_to: label.unit().map(str::to_owned),
        confidence,
        reasons: std::iter::once(because).chain(ruled.reasons).collect(),
        journal: ruled.journal,
    }
}

/// The likeliest label: it makes the rules surer where it agrees, less sure where it does not, and speaks where they have little to say.
fn by_likeness(look: &Look, ruled: Proposal, likely: Vec<Likely>, learned: &Learned) -> Proposal {
    let weight = learned.weight();
    let best = likely.into_iter().max_by(|a, b| a.share.total_cmp(&b.share));
    let Some(Likely { label, share, words }) = best.filter(|_| weight > 0.0) else { return ruled };
    let said = Said { ruled: Label::proposed(&ruled), label };
    if said.ruled == said.label {
        let confidence = ruled.confidence + weight * (share - ruled.confidence).max(0.0);
        return Proposal { confidence, ..ruled };
    }
    // One word is no likeness; alone it must be a habit.
    let (theirs, ours) = (weight * share, (1.0 - weight) * ruled.confidence);
    let speaks = ruled.confidence < UNSURE && theirs > ours && words.len() > 1 && is_open(look, &said.label);
    // Nor does it speak where people have let the rules have their way.
    if speaks && learned.times(&said) >= OFTEN.0 {
        return proposed(&said.label, theirs + (1.0 - weight) * 0.2, Reason::Learned(words), ruled);
    }
    Proposal { confidence: ours + weight * (1.0 - share), ..ruled }
}
