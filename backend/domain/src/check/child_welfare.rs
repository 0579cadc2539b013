//! Child welfare (barnevern): among the most delicate things a municipality knows.

use super::{
    Check, Example, Finding, Look,
    about::{self, Delicate},
    concern::Concern,
};
use crate::scan::Kind;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "child_welfare",
    code: Code::ChildWelfare,
    rule: "child welfare information of somebody else never leaves; the recipient's own is read by a second person",
    legal: OTHER.legal,
    flagged: Example::Draft("Naboen din er i kontakt med barnevernet."),
    fine: Example::Draft("Du er ikke i kontakt med barnevernet."),
    plain: true,
    run,
};

const OTHER: Concern = Concern {
    code: Code::ChildWelfare,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven § 13, barnevernsloven § 13-1"),
    why: [
        "«{}» er barnevernsopplysninger om en annen enn mottakeren.",
        "«{}» er barnevernsopplysningar om ein annan enn mottakaren.",
        "“{}” is child welfare information about somebody other than the recipient.",
    ],
    clears: ["Stryk det.", "Stryk det.", "Remove it."],
};

const RECIPIENT: Concern = Concern {
    severity: Severity::Verify,
    why: [
        "«{}» er barnevernsopplysninger, og e-post er ikke en sikker kanal.",
        "«{}» er barnevernsopplysningar, og e-post er ikkje ein sikker kanal.",
        "“{}” is child welfare information, and e-mail is not a safe channel.",
    ],
    clears: [
        "Stryk det, bruk en sikker kanal, eller la en kollega vurdere det.",
        "Stryk det, bruk ein sikker kanal, eller la ein kollega vurdere det.",
        "Remove it, use a secure channel, or let a colleague decide.",
    ],
    ..OTHER
};

fn run(look: &Look) -> Vec<Finding> {
    about::delicate(look, &Delicate { kind: Kind::ChildWelfare, recipient: RECIPIENT, other: OTHER })
}
