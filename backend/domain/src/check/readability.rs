//! Readability (lesbarhet): long sentences of long words are pointed out, by LIX.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "readability",
    code: Code::Readability,
    rule: "a letter can be read by those it is for",
    legal: CONCERN.legal,
    flagged: Example::Draft(concat!(
        "Kommunedirektørens administrasjonsavdeling forutsetter at dispensasjonssøknader oversendes byggesaksavdelingen elektronisk gjennom ",
        "søknadsportalen, herunder vedlagt situasjonsplaner, fasadetegninger, nabovarslingsdokumentasjon, ansvarsrettserklæringer samt ",
        "redegjørelser vedrørende arealdisponering, parkeringsdekning, overvannshåndtering og universell utforming."
    )),
    fine: Example::Draft(
        "Du sender søknaden i skjemaet på nettsiden. Vi svarer deg så fort vi kan. Takk for at du skrev til oss.",
    ),
    plain: false,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Readability,
    severity: Severity::Warn,
    legal: Some("språklova § 9"),
    why: [
        "Teksten er tung å lese (lesbarhetsindeks {}).",
        "Teksten er tung å lese (lesbarheitsindeks {}).",
        "The text is hard to read (readability index {}).",
    ],
    clears: [
        "Del lange setninger, og bruk kortere ord.",
        "Del lange setningar, og bruk kortare ord.",
        "Split long sentences, and use shorter words.",
    ],
};

const LONG: Concern = Concern {
    why: ["Setningen er svært lang.", "Setninga er svært lang.", "The sentence is very long."],
    clears: ["Del den i to eller tre.", "Del ho i to eller tre.", "Split it in two or three."],
    ..CONCERN
};

/// Above this a text counts as hard (the scale of LIX).
const HARD: usize = 55;
/// Below so many words the figure says little.
const ENOUGH: usize = 25;
/// A sentence longer than this is lost on the reader.
const SENTENCE: usize = 45;

fn run(look: &Look) -> Vec<Finding> {
    let sentences: Vec<_> = look.lines.iter().map(|line| (line, count(look.words(line)))).collect();
    let (words, long) = sentences.iter().fold((0, 0), |sum, (_, (words, long))| (sum.0 + words, sum.1 + long));
    let lix = words.checked_div(sentences.len()).unwrap_or(0) + (long * 100).checked_div(words).unwrap_or(0);
    let whole = (words >= ENOUGH && lix > HARD).then(|| CONCERN.at(look, Place::outside(lix.to_string())));
    let each = sentences.iter().filter(|(_, (words, _))| *words > SENTENCE);
    let each = each.map(|(line, _)| LONG.at(look, look.spanned(line.assessed.span, &line.assessed.text)));
    whole.into_iter().chain(each).collect()
}

/// Words, and words of more than six letters.
fn count(text: &str) -> (usize, usize) {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    words.fold((0, 0), |(all, long), word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        (all + 1, long + usize::from(letters > 6))
    })
}
