//! Receipts (kvitteringer): an access request and a complaint with their clocks, and the bare receipt of a mail that asks nothing.

use super::{about_case, facts::Facts, letter::Letter, wording};
use crate::deadline::{self, Kind};
use crate::evidence::Origin;
use vocabulary::Language;

/// What we tell the public about access ourselves, where it names the same five days.
fn our_own_word(letter: &Letter) -> Vec<u16> {
    let says = |text: &str| text.to_lowercase().contains("fem arbeidsdag");
    let told = letter.evidence().find(|excerpt| excerpt.origin == Origin::Article && says(&excerpt.text));
    told.map(|excerpt| excerpt.number).into_iter().collect()
}

/// An access request has come in: what the law gives us to answer it, as a date (offentleglova §§ 29, 32).
pub(super) fn access_request(letter: &mut Letter) {
    let received = letter.pick(
        "Vi har mottatt kravet ditt om innsyn.",
        "Vi har fått kravet ditt om innsyn.",
        "We have received your request for access to documents.",
    );
    letter.acknowledge(received);
    let Some(due) = due(letter, Kind::AccessRequest) else {
        return letter.leave_open(letter.pick(
            "Fristen for å svare er ⟦fem arbeidsdager etter at kravet kom⟧.",
            "Fristen for å svare er ⟦fem arbeidsdagar etter at kravet kom⟧.",
            "The time limit for our answer is ⟦five working days after the request came⟧.",
        ));
    };
    letter.say(letter.pick(
        "Vi behandler kravet så snart vi kan.",
        "Vi behandlar kravet så snart vi kan.",
        "We will process it as soon as we can.",
    ));
    let sentence = match letter.language {
        Language::Nn => format!("Fristen er fem arbeidsdagar frå vi fekk det, altså {due}."),
        Language::En => format!("The time limit is five working days from when we received it, that is {due}."),
        _ => format!("Fristen er fem arbeidsdager fra vi fikk det, altså {due}."),
    };
    let act = law(letter, &["offentleglov", "offentlighetslov"]);
    let told = if act.is_empty() { our_own_word(letter) } else { act };
    letter.state(sentence, &told);
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
    letter.say(letter.pick("Vi ser på saken på nytt.", "Vi ser på saka på nytt.", "We will look at the case again."));
    let sentence = match letter.language {
        Language::Nn => format!("Er vi ikkje ferdige innan {due}, får du eit førebels svar frå oss."),
        Language::En => format!("If we have not finished by {due}, you will get a preliminary reply from us."),
        _ => format!("Er vi ikke ferdige innen {due}, får du et foreløpig svar fra oss."),
    };
    let act = law(letter, &["forvaltningslov", "forvaltingslov"]);
    if sentence.contains('⟦') { letter.leave_open(sentence) } else { letter.state(sentence, &act) }
}

/// The provisions of an act among the evidence, so that a clock can name its ground.
fn law(letter: &Letter, names: &[&str]) -> Vec<u16> {
    let named = |title: &str| names.iter().any(|name| title.to_lowercase().contains(name));
    let acts = letter.evidence().filter(|excerpt| excerpt.origin == Origin::Law && named(&excerpt.title));
    acts.map(|excerpt| excerpt.number).collect()
}

/// A mail that asks nothing: that it came, and where its case stands; without a case a person says what happens.
pub(super) fn bare(letter: &mut Letter) {
    letter.say(letter.pick("Vi har mottatt den.", "Vi har fått han.", "We have received it."));
    letter.paragraph();
    if !about_case::status(letter) {
        letter.leave_open(letter.pick("⟦hva som skjer videre⟧", "⟦kva som skjer vidare⟧", "⟦what happens next⟧"));
    }
}

fn due(letter: &Letter, kind: Kind) -> Option<String> {
    let brief = letter.brief;
    brief.received.map(|received| wording::date(deadline::of(kind, received, brief.today).due, letter.language))
}
