//! Language (språk): the citizen is answered in the language they wrote, where we can write it.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
};
use crate::thread::language::detect;
use vocabulary::{Code, Language, Severity};

pub(super) const CHECK: Check = Check {
    name: "language",
    code: Code::Language,
    rule: "the reply is in the citizen's language, as far as we write it",
    legal: CONCERN.legal,
    flagged: Example::Draft("You must notify your neighbours before you apply, and we have not received the form."),
    fine: Example::Draft("Du må varsle naboene før du søker, og vi har ikke fått skjemaet."),
    plain: false,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Language,
    severity: Severity::Warn,
    legal: Some("språklova §§ 4 og 9"),
    why: [
        "Svaret er på {}, men e-posten er skrevet på et annet språk.",
        "Svaret er på {}, men e-posten er skriven på eit anna språk.",
        "The reply is in {}, but the mail is in another language.",
    ],
    clears: [
        "Skriv svaret på språket i e-posten, om det ikke er valgt slik med vilje.",
        "Skriv svaret på språket i e-posten, om det ikkje er valt slik med vilje.",
        "Write in the language of the mail, unless this was chosen on purpose.",
    ],
};

/// A mail in Sámi: who writes Sámi to a body in the Sámi area has the right to be answered in it, and we do not write it.
const SAMI: Concern = Concern {
    legal: Some("sameloven § 3-3"),
    why: [
        "E-posten er på samisk, og Saksvar skriver ikke samisk.",
        "E-posten er på samisk, og Saksvar skriv ikkje samisk.",
        "The mail is in Sámi, and Saksvar does not write Sámi.",
    ],
    clears: [
        "Få e-posten oversatt, og finn ut om avsenderen har rett til svar på samisk. Da må svaret også oversettes.",
        "Få e-posten omsett, og finn ut om avsendaren har rett til svar på samisk. Då må svaret òg omsetjast.",
        "Have the mail translated, and find out whether the sender has the right to an answer in Sámi. Then the reply must be translated too.",
    ],
    ..CONCERN
};

/// Below this a language is a guess.
const SURE: f32 = 0.8;

fn run(look: &Look) -> Vec<Finding> {
    let Some(mail) = look.mail.as_ref().filter(|mail| mail.language.1 >= SURE && mail.language.0 != Language::Other)
    else {
        return Vec::new();
    };
    if mail.language.0 == Language::Se {
        return vec![SAMI.at(look, Place::outside(""))];
    }
    let (ours, theirs) = (written_in(look), mail.language.0.of_reply());
    if ours == theirs {
        return Vec::new();
    }
    vec![CONCERN.at(look, Place::outside(name(ours, look.ground.words)))]
}

/// The language the text is in by its own words; what the draft says of itself, where they do not tell.
fn written_in(look: &Look) -> Language {
    let body: Vec<&str> = look.saying().map(|line| look.words(line)).collect();
    let (language, sureness) = detect(&body.join(" "));
    if sureness >= SURE { language.of_reply() } else { look.language.of_reply() }
}

fn name(language: Language, reader: Language) -> &'static str {
    match language {
        Language::Nn => "nynorsk",
        Language::En => reader.pick("engelsk", "engelsk", "English"),
        _ => "bokmål",
    }
}
