//! Readability (lesbarhet): long sentences of long words are pointed out, by LIX, with plain words for the heavy ones.

use super::{
    Check, Example, Finding, Look,
    claim::Stance,
    concern::{Concern, Place},
    look::Line,
};
use crate::scan::pattern::Pattern;
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
        "Teksten er tung å lese: lesbarhetsindeks {}, og over 55 er svært vanskelig.",
        "Teksten er tung å lese: lesbarheitsindeks {}, og over 55 er svært vanskeleg.",
        "The text is hard to read: readability index {}, and above 55 is very hard.",
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

const HEAVY: Concern = Concern {
    why: [
        "Setningen er full av kanselliord.",
        "Setninga er full av kanselliord.",
        "The sentence is full of officialese.",
    ],
    clears: ["Bruk vanlige ord.", "Bruk vanlege ord.", "Use everyday words."],
    ..CONCERN
};

/// Above this a text counts as hard (the scale of LIX).
const HARD: usize = 55;
/// Below so many words the figure says little.
const ENOUGH: usize = 25;
/// A sentence longer than this is lost on the reader.
const SENTENCE: usize = 40;
/// Lines of fewer words are greetings, headings and signatures; they would make any letter look easy.
const LINE: usize = 4;
/// So many heavy expressions in one sentence are too many.
const MANY: usize = 2;

/// Heavy expressions in bokmål, nynorsk and English, each with everyday words.
const PLAIN: [(&str, &str); 30] = [
    ("i henhold til", "etter"),
    ("i medhold av", "etter"),
    ("i medhald av", "etter"),
    ("vedrørende", "om"),
    ("vedrørande", "om"),
    ("angående", "om"),
    ("i forbindelse med", "ved"),
    ("i samband med", "ved"),
    ("for så vidt gjelder", "når det gjelder"),
    ("hva angår", "om"),
    ("på nåværende tidspunkt", "nå"),
    ("på noverande tidspunkt", "no"),
    ("hvorvidt", "om"),
    ("herunder", "også"),
    ("samt", "og"),
    ("foreligger", "finnes"),
    ("ligg føre", "finst"),
    ("anmodes", "bes"),
    ("imøtese", "vente på"),
    ("oversende", "sende"),
    ("oversendes", "sendes"),
    ("iverksette", "sette i gang"),
    ("iverksettes", "settes i gang"),
    ("setje i verk", "setje i gang"),
    ("undertegnede", "jeg"),
    ("ovennevnte", "dette"),
    ("nedenforstående", "dette"),
    ("pursuant to", "under"),
    ("with regard to", "about"),
    ("in the event that", "if"),
];

static OFFICIAL: Pattern = Pattern::new(concat!(
    r"\b(?:i henhold til|i medhold av|i medhald av|vedrørende|vedrørande|angående|i forbindelse med|i samband med|for så vidt gjelder|hva angår|på nåværende tidspunkt|på noverande tidspunkt|hvorvidt|herunder|samt|foreligger|ligg føre|",
    r"anmodes|imøtese|oversendes?|iverksettes?|setje i verk|undertegnede|ovennevnte|nedenforstående|pursuant to|with regard to|in the event that)\b"
));

fn run(look: &Look) -> Vec<Finding> {
    let read = look.lines.iter().filter(|line| line.stance != Stance::Closing);
    let counted = read.map(|line| (line, count(look.words(line))));
    let sentences: Vec<_> = counted.filter(|(_, (words, _))| *words >= LINE).collect();
    let whole = index(&sentences).filter(|lix| *lix > HARD).map(|lix| told(look, &sentences, lix));
    let each = sentences.iter().filter_map(|(line, (words, _))| weigh(look, line, *words));
    whole.into_iter().chain(each).collect()
}

/// Words a sentence and long words in the hundred; `None` for a text too short to tell.
fn index(sentences: &[(&Line, (usize, usize))]) -> Option<usize> {
    let (words, long) = sentences.iter().fold((0, 0), |sum, (_, (words, long))| (sum.0 + words, sum.1 + long));
    (words >= ENOUGH).then(|| words / sentences.len().max(1) + long * 100 / words)
}

fn told(look: &Look, sentences: &[(&Line, (usize, usize))], lix: usize) -> Finding {
    let heavy: Vec<&str> = sentences
        .iter()
        .flat_map(|(line, _)| OFFICIAL.find_iter(look.words(line)))
        .map(|found| found.as_str())
        .collect();
    hinted(look, CONCERN.at(look, Place::outside(lix.to_string())), &heavy)
}

fn weigh(look: &Look, line: &Line, words: usize) -> Option<Finding> {
    let heavy: Vec<&str> = OFFICIAL.find_iter(look.words(line)).map(|found| found.as_str()).collect();
    let concern = match (words > SENTENCE, heavy.len() >= MANY) {
        (true, _) => &LONG,
        (_, true) => &HEAVY,
        _ => return None,
    };
    Some(hinted(look, concern.at(look, look.spanned(line.assessed.span, &line.assessed.text)), &heavy))
}

/// The finding with everyday words for the heavy ones, three at most.
fn hinted(look: &Look, finding: Finding, heavy: &[&str]) -> Finding {
    let mut told: Vec<String> = Vec::new();
    for (word, plain) in PLAIN.iter().filter(|(word, _)| heavy.contains(word)).take(3) {
        told.push(format!("«{plain}» for «{word}»"));
    }
    if told.is_empty() {
        return finding;
    }
    let write = look.ground.words.pick("Skriv for eksempel", "Skriv til dømes", "Write for example");
    Finding { clears: format!("{} {write} {}.", finding.clears, told.join(", ")), ..finding }
}

/// Words, and words of more than six letters; addresses are neither.
fn count(text: &str) -> (usize, usize) {
    let is_word =
        |word: &&str| word.chars().any(char::is_alphabetic) && !word.contains(['@', '/']) && !word.starts_with("www.");
    text.split_whitespace().filter(is_word).fold((0, 0), |(all, long), word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        (all + 1, long + usize::from(letters > 6))
    })
}
