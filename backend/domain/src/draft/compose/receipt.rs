//! Receipts (kvitteringer): an access request and a complaint with their clocks, and the bare receipt of a mail that asks nothing.

use super::{about_case, facts::Facts, letter::Letter, wording};
use crate::deadline::{self, Kind};
use vocabulary::Language;

/// An access request has come in: what the law gives us to answer it, as a date (offentleglova §§ 29, 32).
pub(super) fn access_request(letter: &mut Letter) {
    let received = letter.pick(
        "Vi har mottatt kravet ditt om innsyn.",
        "Vi har fått kravet ditt om innsyn.",
        "We have received your request for access to documents.",
    );
    letter.acknowledge(received);
    match due(letter, Kind::AccessRequest) {
        Some(due) => letter.say(match letter.language {
            Language::Nn => format!("Vi behandlar kravet så snart vi kan. Fristen er fem arbeidsdagar frå vi fekk det, altså {due}."),
            Language::En => format!("We will process it as soon as we can. The time limit is five working days from when we received it, that is {due}."),
            _ => format!("Vi behandler kravet så snart vi kan. Fristen er fem arbeidsdager fra vi fikk det, altså {due}."),
        }),
        None => letter.leave_open(letter.pick(
            "Fristen for å svare er ⟦fem arbeidsdager etter at kravet kom⟧.",
            "Fristen for å svare er ⟦fem arbeidsdagar etter at kravet kom⟧.",
            "The time limit for our answer is ⟦five working days after the request came⟧.",
        )),
    }
}

/// A complaint has come in: we look at the case again, and when a preliminary reply comes (forvaltningsloven §§ 11 a, 33).
pub(super) fn complaint(letter: &mut Letter) {
    let received =
        letter.pick("Vi har mottatt klagen din.", "Vi har fått klaga di.", "We have received your complaint.");
    letter.acknowledge(received);
    let facts = Facts::among(letter.evidence());
    if let Some((facts, number)) = facts.and_then(|facts| facts.number.clone().map(|number| (facts, number))) {
        let about = letter.pick("Klagen er knyttet til sak", "Klaga er knytt til sak", "It concerns case");
        letter.claim(format!("{about} {number}."), &[facts.source]);
    }
    let due =
        due(letter, Kind::PreliminaryReply).unwrap_or_else(|| format!("⟦{}⟧", letter.pick("dato", "dato", "date")));
    let sentence = match letter.language {
        Language::Nn => {
            format!("Vi ser på saka på nytt. Er vi ikkje ferdige innan {due}, får du eit førebels svar frå oss.")
        }
        Language::En => format!(
            "We will look at the case again. If we have not finished by {due}, you will get a preliminary reply from us."
        ),
        _ => format!("Vi ser på saken på nytt. Er vi ikke ferdige innen {due}, får du et foreløpig svar fra oss."),
    };
    if sentence.contains('⟦') { letter.leave_open(sentence) } else { letter.say(sentence) }
}

/// A mail that asks nothing: that it came, and where its case stands; without a case a person says what happens.
pub(super) fn bare(letter: &mut Letter) {
    letter.acknowledge(letter.pick("Vi har mottatt den.", "Vi har fått han.", "We have received it."));
    letter.paragraph();
    if !about_case::status(letter) {
        letter.leave_open(letter.pick("⟦hva som skjer videre⟧", "⟦kva som skjer vidare⟧", "⟦what happens next⟧"));
    }
}

fn due(letter: &Letter, kind: Kind) -> Option<String> {
    let brief = letter.brief;
    brief.received.map(|received| wording::date(deadline::of(kind, received, brief.today).due, letter.language))
}
