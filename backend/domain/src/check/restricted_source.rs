//! Restricted sources (skjermede kilder): who is no party is told nothing of them, and internal notes are never quoted.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
    known::{Known, plain},
    look::Line,
};
use crate::evidence::Origin;
use std::collections::{HashMap, HashSet};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "restricted_source",
    code: Code::RestrictedSource,
    rule: "a source with an access code reaches parties only, and an internal note nobody",
    legal: STRANGER.legal,
    flagged: Example::Draft("Grunnmuren er undersøkt på nytt [2]."),
    fine: Example::Draft("Du må sende nabovarsel før du søker om tilbygg [1]."),
    plain: true,
    run,
};

const STRANGER: Concern = Concern {
    code: Code::RestrictedSource,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven § 13, offentleglova § 13"),
    why: [
        "Setningen bygger på en skjermet kilde, og mottakeren er ikke part.",
        "Setninga byggjer på ei skjerma kjelde, og mottakaren er ikkje part.",
        "The sentence rests on a restricted source, and the recipient is no party.",
    ],
    clears: [
        "Stryk setningen, eller fjern mottakeren som ikke er part.",
        "Stryk setninga, eller fjern mottakaren som ikkje er part.",
        "Remove the sentence, or the recipient who is no party.",
    ],
};

const PARTY: Concern = Concern {
    severity: Severity::Verify,
    why: [
        "Setningen bygger på en skjermet kilde som mottakeren er part i.",
        "Setninga byggjer på ei skjerma kjelde som mottakaren er part i.",
        "The sentence rests on a restricted source the recipient is party to.",
    ],
    clears: [
        "En kollega bekrefter at mottakeren kan få vite det i e-post.",
        "Ein kollega stadfestar at mottakaren kan få vite det i e-post.",
        "A colleague confirms that the recipient may be told by e-mail.",
    ],
    ..STRANGER
};

const NOTE: Concern = Concern {
    legal: Some("offentleglova § 14"),
    why: [
        "Setningen gjengir et internt notat.",
        "Setninga gjev att eit internt notat.",
        "The sentence quotes an internal note.",
    ],
    clears: ["Stryk setningen.", "Stryk setninga.", "Remove the sentence."],
    ..STRANGER
};

const SIMILAR: Concern = Concern {
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 13"),
    why: [
        "Setningen bygger på en annens sak.",
        "Setninga byggjer på saka til nokon annan.",
        "The sentence rests on somebody else's case.",
    ],
    clears: [
        "Stryk setningen, eller vis til regelen den andre saken bygger på.",
        "Stryk setninga, eller vis til regelen den andre saka byggjer på.",
        "Remove the sentence, or cite the rule that the other case rests on.",
    ],
    ..STRANGER
};

/// So many words in a row from a source that may not be told are no chance.
const RUN: usize = 7;

fn run(look: &Look) -> Vec<Finding> {
    let closed: Vec<&Known> = look.known.iter().filter(|known| !known.is_open()).collect();
    if closed.is_empty() {
        return Vec::new();
    }
    let copied = Copied::from(look, &closed);
    look.lines.iter().flat_map(|line| findings(look, line, &closed, &copied)).collect()
}

fn findings(look: &Look, line: &Line, closed: &[&Known], copied: &Copied) -> Vec<Finding> {
    let quoted = copied.of(look.words(line));
    let used =
        closed.iter().filter(|known| line.assessed.citations.contains(&known.number) || quoted.contains(&known.number));
    used.map(|known| concern(look, known).at(look, place(look, line).citing(&[known.number]))).collect()
}

fn place(look: &Look, line: &Line) -> Place {
    look.spanned(line.assessed.span, &line.assessed.text)
}

fn concern(look: &Look, known: &Known) -> Concern {
    let party = |address: &String| known.source.parties.iter().any(|party| party.eq_ignore_ascii_case(address));
    let readers: &[String] = match &look.mail {
        Some(mail) if look.recipients.is_empty() => std::slice::from_ref(&mail.sender),
        _ => look.recipients,
    };
    match known.source.origin {
        Origin::Note => NOTE,
        Origin::Similar => SIMILAR,
        _ if !readers.is_empty() && readers.iter().all(party) => PARTY,
        _ => STRANGER,
    }
}

/// Runs of words that stand in a closed source and in no open one.
struct Copied {
    runs: HashMap<String, u16>,
}

impl Copied {
    fn from(look: &Look, closed: &[&Known]) -> Self {
        let open: HashSet<String> =
            look.known.iter().filter(|known| known.is_open()).flat_map(|known| runs(&known.text)).collect();
        let own = |known: &&Known| runs(&known.text).into_iter().map(|run| (run, known.number)).collect::<Vec<_>>();
        Self { runs: closed.iter().flat_map(own).filter(|(run, _)| !open.contains(run)).collect() }
    }

    /// The closed sources that a sentence copies from.
    fn of(&self, words: &str) -> HashSet<u16> {
        runs(&plain(words)).iter().filter_map(|run| self.runs.get(run).copied()).collect()
    }
}

fn runs(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(RUN).map(|run| run.join(" ")).collect()
}
