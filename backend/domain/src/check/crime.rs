//! Crime (straffbare forhold): only with a legal basis of its own.

use super::{
    Check, Example, Finding, Look,
    about::{self, Delicate},
    concern::Concern,
};
use crate::scan::Kind;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "crime",
    code: Code::Crime,
    rule: "information on criminal offences of somebody else never leaves; the recipient's own is read by a second person",
    legal: OTHER.legal,
    flagged: Example::Draft("Han er dømt for tyveri."),
    fine: Example::Draft("Du får svar når saken er ferdig."),
    plain: true,
    run,
};

const OTHER: Concern = Concern {
    code: Code::Crime,
    severity: Severity::Stop,
    legal: Some("personvernforordningen art. 10, forvaltningsloven § 13"),
    why: [
        "«{}» er opplysninger om straffbare forhold om en annen enn mottakeren.",
        "«{}» er opplysningar om straffbare forhold om ein annan enn mottakaren.",
        "“{}” is information on criminal offences about somebody other than the recipient.",
    ],
    clears: ["Stryk det.", "Stryk det.", "Remove it."],
};

const RECIPIENT: Concern = Concern {
    severity: Severity::Verify,
    why: [
        "«{}» er opplysninger om straffbare forhold, og e-post er ikke en sikker kanal.",
        "«{}» er opplysningar om straffbare forhold, og e-post er ikkje ein sikker kanal.",
        "“{}” is information on criminal offences, and e-mail is not a safe channel.",
    ],
    clears: [
        "Stryk det, bruk en sikker kanal, eller la en kollega vurdere det.",
        "Stryk det, bruk ein sikker kanal, eller la ein kollega vurdere det.",
        "Remove it, use a secure channel, or let a colleague decide.",
    ],
    ..OTHER
};

fn run(look: &Look) -> Vec<Finding> {
    about::delicate(look, &Delicate { kind: Kind::Crime, recipient: RECIPIENT, other: OTHER })
}
