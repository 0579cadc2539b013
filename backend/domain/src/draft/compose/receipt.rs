//! Receipts (kvitteringer): an access request and a complaint with their clocks, and what a mail gets that asks nothing.

use super::{about_case, elsewhere, facts::Facts, letter::Letter, procedure, tone, waiting, wording};
use crate::deadline::{self, Kind};
use crate::evidence::{Origin, sentence, word};
use vocabulary::{Language, Tone};

/// What we tell the public about access ourselves, where it names the same five days.
fn our_own_word(letter: &Letter) -> Vec<u16> {
    let says = |text: &str| text.to_lowercase().contains("fem arbeidsdag");
    let told = letter.evidence().find(|excerpt| excerpt.origin == Origin::Article && says(&excerpt.text));
    told.map(|excerpt| excerpt.number).into_iter().collect()
}

/// An access request has come in: what the law gives us to answer it, as a date (offentleglova §§ 29, 32), and who has the case.
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
    if letter.brief.tone != Tone::Short {
        letter.say(letter.pick(
            "Vi behandler det så snart vi kan.",
            "Vi behandlar det så snart vi kan.",
            "We will process it as soon as we can.",
        ));
    }
    let sentence = match letter.language {
        Language::Nn => format!("Fristen er fem arbeidsdagar frå vi fekk det, altså {due}."),
        Language::En => format!("The time limit is five working days from when we received it, that is {due}."),
        _ => format!("Fristen er fem arbeidsdager fra vi fikk det, altså {due}."),
    };
    let act = law(letter, &["offentleglov", "offentlighetslov"]);
    let told = if act.is_empty() { our_own_word(letter) } else { act };
    letter.state(sentence, &told);
    keeper(letter, ("Saken du spør om,", "Saka du spør om,", "The case you ask about,"));
}

/// Which case a receipt is about and with whom it lies: "Klagen gjelder sak 2026/990, som ligger hos Marit Vold i Økonomi."
fn keeper(letter: &mut Letter, (nb, nn, en): (&str, &str, &str)) {
    let Some(facts) = Facts::among(letter.evidence()) else { return };
    let Some(number) = facts.number.clone() else { return };
    let who = about_case::responsible(letter, &facts);
    let lead = letter.pick(nb, nn, en);
    let case = letter.pick("sak", "sak", "case");
    let asks = lead.ends_with(',');
    let sentence = match who {
        Some(who) => {
            letter.names_responsible = true;
            let lies = letter.pick("ligger hos", "ligg hos", "is with");
            let which = if asks { "" } else { letter.pick("som ", "som ", "which ") };
            let number = if asks { number } else { format!("{case} {number}") };
            format!("{lead} {number}, {which}{lies} {who}.")
        }
        None if asks => return,
        None => format!("{lead} {case} {number}."),
    };
    letter.claim(sentence, &[facts.source]);
}

/// A complaint has come in: what happens with it next, and when a preliminary reply comes (forvaltningsloven §§ 11 a, 33); no
/// judgement. Who has complained before and still waits gets no second receipt, but hears where the case stands.
pub(super) fn complaint(letter: &mut Letter) {
    if about_case::waits(&letter.brief.mail) && letter.brief.case.is_some() {
        if letter.brief.tone != Tone::Short {
            letter.thank();
        }
        letter.paragraph();
        about_case::status_or_gap(letter);
        return waiting::preliminary(letter);
    }
    let received =
        letter.pick("Vi har mottatt klagen din.", "Vi har fått klaga di.", "We have received your complaint.");
    letter.acknowledge(received);
    keeper(letter, ("Klagen gjelder", "Klaga gjeld", "It concerns"));
    letter.say(letter.pick("Vi ser på saken på nytt.", "Vi ser på saka på nytt.", "We will look at the case again."));
    if let Some(number) = says_what_follows(letter) {
        letter.state(
            letter
                .pick(
                    "Hvis vi ikke endrer vedtaket, sender vi saken til klageinstansen.",
                    "Om vi ikkje endrar vedtaket, sender vi saka til klageinstansen.",
                    "If we do not change the decision, we send the case to the appeal body.",
                )
                .to_owned(),
            &[number],
        );
    }
    preliminary_reply(letter);
}

/// By when a preliminary reply comes.
fn preliminary_reply(letter: &mut Letter) {
    let due =
        due(letter, Kind::PreliminaryReply).unwrap_or_else(|| format!("⟦{}⟧", letter.pick("dato", "dato", "date")));
    let sentence = match letter.language {
        Language::Nn => format!("Er vi ikkje ferdige innan {due}, får du eit førebels svar frå oss."),
        Language::En => format!("If we have not finished by {due}, you will get a preliminary reply from us."),
        _ => format!("Er vi ikke ferdige innen {due}, får du et foreløpig svar fra oss."),
    };
    let act = law(letter, &["forvaltningslov", "forvaltingslov"]);
    if sentence.contains('⟦') { letter.leave_open(sentence) } else { letter.state(sentence, &act) }
}

/// The source that says where a complaint goes when we do not change the decision.
fn says_what_follows(letter: &Letter) -> Option<u16> {
    let says = |text: &str| {
        let sentences = sentence::split(text).into_iter();
        sentences.map(|range| &text[range]).any(|text| {
            let lower = text.to_lowercase();
            procedure::says_only_that_it_goes_on(text)
                && (lower.contains("ikke endrer") || lower.contains("ikkje endrar"))
        })
    };
    letter.evidence().find(|excerpt| says(&excerpt.text)).map(|excerpt| excerpt.number)
}

/// The provisions of an act among the evidence, so that a clock can name its ground.
fn law(letter: &Letter, names: &[&str]) -> Vec<u16> {
    let named = |title: &str| names.iter().any(|name| title.to_lowercase().contains(name));
    let acts = letter.evidence().filter(|excerpt| excerpt.origin == Origin::Law && named(&excerpt.title));
    acts.map(|excerpt| excerpt.number).collect()
}

/// A mail that asks nothing: thanks are thanked for; else that it came, and where its case stands; without a case a person says what
/// happens.
pub(super) fn bare(letter: &mut Letter) {
    if only_thanks(&letter.brief.mail) {
        letter.take_leave(letter.pick(
            "Takk for hyggelig tilbakemelding.",
            "Takk for hyggeleg tilbakemelding.",
            "Thank you for your kind message.",
        ));
        if letter.brief.tone != Tone::Short {
            letter.say(letter.pick(
                "Ta gjerne kontakt igjen hvis du lurer på noe.",
                "Ta gjerne kontakt igjen om du lurer på noko.",
                "Please contact us again if you have any questions.",
            ));
        }
        return;
    }
    let received = tone::received(letter);
    letter.say(received);
    letter.paragraph();
    let says_something = !word::stems(&letter.brief.mail).is_empty();
    if !about_case::status(letter) && !elsewhere::tell(letter, "") && !says_something {
        letter.leave_open(letter.pick("⟦hva som skjer videre⟧", "⟦kva som skjer vidare⟧", "⟦what happens next⟧"));
    }
}

/// A mail that the writer cannot read came in; what it asks is answered when somebody has translated it.
pub(super) fn unread(letter: &mut Letter) {
    let received = tone::received(letter);
    letter.acknowledge(received);
    letter.paragraph();
    letter.leave_open(letter.pick(
        "⟦svar, når e-posten er oversatt⟧",
        "⟦svar, når e-posten er omsett⟧",
        "⟦answer, once the email is translated⟧",
    ));
}

/// Whether somebody writes only to say thanks: every sentence does, and none has a figure.
fn only_thanks(mail: &str) -> bool {
    const KIND: [&str; 21] = [
        "takk",
        "supert",
        "flott",
        "så bra",
        "hyggel",
        "setter pris på",
        "set pris på",
        "ha en fin",
        "ha ein fin",
        "ha ei fin",
        "ha en god",
        "ha ei god",
        "god helg",
        "hei",
        "thank",
        "great",
        "perfect",
        "hello",
        "dear ",
        "have a nice",
        "appreciate",
    ];
    let sentences: Vec<String> = sentence::split(mail).into_iter().map(|range| mail[range].to_lowercase()).collect();
    let thanks = |text: &String| text.contains("takk") || text.contains("thank");
    // What follows the thanks after a comma or "men" is another matter.
    let short = |text: &String| {
        text.split_whitespace().count() <= 14 && !text.contains(char::is_numeric) && !text.contains(" men ")
    };
    let is_name = |text: &String| text.split_whitespace().count() <= 2 && !text.ends_with(['.', '!', '?']);
    let kind = |text: &String| is_name(text) || short(text) && KIND.iter().any(|word| text.contains(word));
    sentences.iter().any(thanks) && sentences.iter().all(kind) && !mail.contains('?')
}

fn due(letter: &Letter, kind: Kind) -> Option<String> {
    let brief = letter.brief;
    brief.received.map(|received| wording::date(deadline::of(kind, received, brief.today).due, letter.language))
}

#[cfg(test)]
mod tests {
    use super::only_thanks;

    #[test]
    fn thanks_alone_are_told_from_thanks_with_a_matter() {
        for (mail, alone) in [
            ("Hei!\nTusen takk for rask hjelp.\n\nPer", true),
            ("Takk for svar. Ha en fin helg!", true),
            ("Thank you so much for your help!", true),
            ("Hjarteleg takk for hjelpa! Ha ei fin helg.", true),
            ("Takk for svar. Her er tegningene dere ba om.", false),
            ("Takk for svar, men jeg er ikke enig.", false),
            ("Takk. Ring meg på 900 00 012.", false),
            ("Jeg sender tegningene i morgen.", false),
            ("Takk! Når får jeg svar?", false),
        ] {
            assert_eq!(only_thanks(mail), alone, "{mail}");
        }
    }
}
