//! Health (helse): a special category of personal data.

use super::{
    Check, Example, Finding, Look,
    about::{self, Delicate},
    concern::Concern,
};
use crate::scan::Kind;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "health",
    code: Code::Health,
    rule: "health data of somebody else never leaves; the recipient's own is read by a second person",
    legal: OTHER.legal,
    flagged: Example::Draft("Naboen din har fått en diagnose."),
    fine: Example::Draft("Rådhuset har åpent fra 9 til 15 [1]."),
    plain: true,
    run,
};

const OTHER: Concern = Concern {
    code: Code::Health,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven § 13, personvernforordningen art. 9"),
    why: [
        "«{}» er helseopplysninger om en annen enn mottakeren.",
        "«{}» er helseopplysningar om ein annan enn mottakaren.",
        "“{}” is health data about somebody other than the recipient.",
    ],
    clears: ["Stryk det.", "Stryk det.", "Remove it."],
};

const RECIPIENT: Concern = Concern {
    severity: Severity::Verify,
    why: [
        "«{}» er helseopplysninger, og e-post er ikke en sikker kanal.",
        "«{}» er helseopplysningar, og e-post er ikkje ein sikker kanal.",
        "“{}” is health data, and e-mail is not a safe channel.",
    ],
    clears: [
        "Stryk det, bruk en sikker kanal, eller la en kollega vurdere det.",
        "Stryk det, bruk ein sikker kanal, eller la ein kollega vurdere det.",
        "Remove it, use a secure channel, or let a colleague decide.",
    ],
    ..OTHER
};

fn run(look: &Look) -> Vec<Finding> {
    about::delicate(look, &Delicate { kind: Kind::Health, recipient: RECIPIENT, other: OTHER })
}
