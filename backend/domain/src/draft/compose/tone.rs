//! How much is said around the facts (tone): the same answers, sources and gaps in each; only what surrounds them is left out or added,
//! and what is added claims nothing.

use super::letter::Letter;
use vocabulary::Tone;

/// Thanks, and a way into the letter for who wants one; a short letter begins with the answer.
pub(super) fn begin(letter: &mut Letter, questions: usize) {
    if letter.brief.tone != Tone::Short {
        letter.thank();
    }
    if letter.brief.tone == Tone::Explaining {
        letter.say(match questions {
            1 => letter.pick(
                "Her er svaret på det du spør om.",
                "Her er svaret på det du spør om.",
                "Here is the answer to your question.",
            ),
            _ => letter.pick(
                "Du spør om flere ting, og her er svarene.",
                "Du spør om fleire ting, og her er svara.",
                "You asked about several things, and here are the answers.",
            ),
        });
    }
}

/// That the mail came.
pub(super) fn received(letter: &mut Letter) -> &'static str {
    if letter.brief.tone == Tone::Short {
        return letter.pick(
            "Vi har mottatt e-posten din.",
            "Vi har fått e-posten din.",
            "We have received your email.",
        );
    }
    letter.thank();
    letter.pick("Vi har mottatt den.", "Vi har fått han.", "We have received it.")
}

/// What stands before the closing: where the sources are, and that one may ask again.
pub(super) fn end(letter: &mut Letter, cites: bool) {
    let again = match letter.brief.tone {
        Tone::Short => return,
        Tone::Usual => letter.pick(
            "Er noe uklart, er det bare å svare på denne e-posten.",
            "Er noko uklart, er det berre å svare på denne e-posten.",
            "If anything is unclear, just reply to this email.",
        ),
        Tone::Explaining => letter.pick(
            "Er noe uklart, er det bare å svare på denne e-posten, så hjelper vi deg gjerne.",
            "Er noko uklart, er det berre å svare på denne e-posten, så hjelper vi deg gjerne.",
            "If anything is unclear, just reply to this email, and we will gladly help.",
        ),
    };
    if letter.brief.tone == Tone::Explaining && cites {
        letter.say(letter.pick(
            "Nedenfor finner du kildene vi bygger på.",
            "Nedanfor finn du kjeldene vi byggjer på.",
            "The sources for what you asked about are listed below.",
        ));
    }
    letter.say(again);
    letter.paragraph();
}
