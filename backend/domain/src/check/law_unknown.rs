//! Law references (hjemler): a provision that is named exists, as far as the imported acts or the evidence hold its act.

use super::{Check, Example, Finding, Look, concern::Concern, known::same};
use crate::{
    evidence::Origin,
    rule::law::Standing,
    value::{Kind, Value},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "law_unknown",
    code: Code::LawUnknown,
    rule: "a provision that is named exists in its act in force, where the imported acts or the evidence hold it",
    legal: CONCERN.legal,
    flagged: Example::Draft("Dette følger av forvaltningsloven § 99 [5]."),
    fine: Example::Draft("Dette følger av forvaltningsloven § 11 [5]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::LawUnknown,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 17"),
    why: [
        "«{}» finnes ikke i lovteksten vi har.",
        "«{}» finst ikkje i lovteksten vi har.",
        "“{}” is not in the text of the act we have.",
    ],
    clears: [
        "Rett henvisningen, eller la en kollega bekrefte den.",
        "Rett tilvisinga, eller la ein kollega stadfeste ho.",
        "Correct the reference, or let a colleague confirm it.",
    ],
};

const NO_PARAGRAPH: Concern = Concern {
    why: [
        "«{}» finnes ikke: paragrafen har ikke så mange ledd.",
        "«{}» finst ikkje: paragrafen har ikkje så mange ledd.",
        "“{}” is not there: the section has fewer paragraphs.",
    ],
    ..CONCERN
};

const NOT_IN_FORCE: Concern = Concern {
    why: ["«{}» er ikke trådt i kraft.", "«{}» er ikkje sett i kraft.", "“{}” has not come into force."],
    ..CONCERN
};

const NOT_HELD: Concern = Concern {
    severity: Severity::Note,
    why: [
        "«{}» er ikke kontrollert: loven er ikke i lovsamlingen.",
        "«{}» er ikkje kontrollert: lova er ikkje i lovsamlinga.",
        "“{}” was not checked: the act is not in the collection.",
    ],
    clears: [
        "Les bestemmelsen selv, eller be om at loven blir lagt inn.",
        "Les føresegna sjølv, eller be om at lova blir lagd inn.",
        "Read the provision yourself, or ask for the act to be imported.",
    ],
    ..CONCERN
};

fn run(look: &Look) -> Vec<Finding> {
    let values = look.lines.iter().flat_map(|line| &line.assessed.values).map(|(value, ..)| value);
    let claimed = values.filter(|value| value.kind == Kind::Law && !value.value.starts_with('§'));
    claimed.filter_map(|value| Some(concern(look, value)?.at(look, look.spanned(value.span, &value.text)))).collect()
}

/// What to say of a reference: by the imported acts where they hold its act, else by what the evidence quotes of it.
fn concern(look: &Look, value: &Value) -> Option<&'static Concern> {
    let law = &look.ground.rules.law;
    match law.standing(&value.value, look.ground.today) {
        Standing::Known => None,
        Standing::NoSection => Some(&CONCERN),
        Standing::NoParagraph(_) => Some(&NO_PARAGRAPH),
        Standing::NotInForce => Some(&NOT_IN_FORCE),
        Standing::NotHeld => match quoted(look, value) {
            Some(true) => None,
            Some(false) => Some(&CONCERN),
            None => (!law.acts().is_empty()).then_some(&NOT_HELD),
        },
    }
}

/// Whether an act in the evidence has the provision; `None` where none is of that act.
fn quoted(look: &Look, value: &Value) -> Option<bool> {
    let laws = look.known.iter().filter(|known| known.source.origin == Origin::Law);
    let values = laws.flat_map(|known| known.stated.values());
    let act = |value: &Value| value.value.split('§').next().unwrap_or_default().trim().to_owned();
    let name = act(value);
    let mut own = values.filter(|there| there.kind == Kind::Law && act(there) == name).peekable();
    own.peek()?;
    Some(own.any(|there| same(value, there)))
}
