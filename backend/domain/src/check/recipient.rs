//! Recipients (mottakere): who is not in the conversation is looked at, and so is an address the mail asks to be answered at.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "recipient",
    code: Code::Recipient,
    rule: "every recipient takes part in the conversation",
    legal: STRANGER.legal,
    flagged: Example::Recipient("ukjent@example.org"),
    fine: Example::Recipient("per.haug@example.no"),
    plain: false,
    run,
};

const STRANGER: Concern = Concern {
    code: Code::Recipient,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 13, personvernforordningen art. 32"),
    why: ["{} er ikke med i samtalen.", "{} er ikkje med i samtalen.", "{} takes no part in the conversation."],
    clears: [
        "Fjern mottakeren, eller la en kollega bekrefte adressen.",
        "Fjern mottakaren, eller la ein kollega stadfeste adressa.",
        "Remove the recipient, or let a colleague confirm the address.",
    ],
};

const DIVERTED: Concern = Concern {
    why: [
        "E-posten ber om svar til {}, som verken er avsenderen eller part i saken.",
        "E-posten ber om svar til {}, som verken er avsendaren eller part i saka.",
        "The mail asks for the reply to go to {}, who is neither the sender nor a party.",
    ],
    clears: [
        "Svar avsenderen, eller la en kollega bekrefte adressen.",
        "Svar avsendaren, eller la ein kollega stadfeste adressa.",
        "Reply to the sender, or let a colleague confirm the address.",
    ],
    ..STRANGER
};

fn run(look: &Look) -> Vec<Finding> {
    let Some(mail) = &look.mail else { return Vec::new() };
    let party = |address: &String| {
        look.known.iter().any(|known| known.source.parties.iter().any(|party| party.eq_ignore_ascii_case(address)))
    };
    let concern = |address: &String| {
        if mail.reply_to.contains(address) && *address != mail.sender && !party(address) {
            Some(DIVERTED)
        } else if mail.addresses.contains(address) || mail.reply_to.contains(address) {
            None
        } else {
            Some(STRANGER)
        }
    };
    let recipients = look.recipients.iter().map(|address| address.to_lowercase());
    recipients
        .filter_map(|address| concern(&address).map(|concern| concern.at(look, Place::outside(address))))
        .collect()
}
