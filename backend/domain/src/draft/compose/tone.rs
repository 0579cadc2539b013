//! How much is said around the facts (tone): the same answers, sources and gaps in each; only what surrounds them is left out or added.

use super::letter::Letter;
use vocabulary::Tone;

/// A word of the trade that is explained to whoever does not know it.
#[derive(Clone, Copy)]
pub(super) enum Term {
    /// Klageinstansen.
    AppealBody,
    /// Foreløpig svar.
    PreliminaryReply,
}

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
                "Du spør om flere ting, og vi tar dem i tur og orden.",
                "Du spør om fleire ting, og vi tek dei i tur og orden.",
                "You ask about several things, and we take them one by one.",
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

/// Says what a word means that was just used, where it is to be explained.
pub(super) fn explain(letter: &mut Letter, term: Term) {
    if letter.brief.tone == Tone::Explaining {
        letter.say(match term {
            Term::AppealBody => letter.pick(
                "Klageinstansen er det organet som da avgjør klagen.",
                "Klageinstansen er det organet som då avgjer klaga.",
                "The appeal body is the authority that then decides the complaint.",
            ),
            Term::PreliminaryReply => letter.pick(
                "Et foreløpig svar sier hvorfor det tar tid, og når du kan vente svar.",
                "Eit førebels svar seier kvifor det tek tid, og når du kan vente svar.",
                "A preliminary reply says why it takes time and when you can expect an answer.",
            ),
        });
    }
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
            "Er noe uklart, er det bare å svare på denne e-posten, så forklarer vi gjerne nærmere.",
            "Er noko uklart, er det berre å svare på denne e-posten, så forklarar vi gjerne nærare.",
            "If anything is unclear, just reply to this email, and we will gladly explain further.",
        ),
    };
    if letter.brief.tone == Tone::Explaining && cites {
        letter.say(letter.pick(
            "Kildene vi bygger på, står nederst i e-posten.",
            "Kjeldene vi byggjer på, står nedst i e-posten.",
            "The sources we rely on are listed at the end of this email.",
        ));
    }
    letter.say(again);
    letter.paragraph();
}
