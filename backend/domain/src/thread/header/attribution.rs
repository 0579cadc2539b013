//! The sentence above a quote (sitatinnledning): «Den 16. mars 2026 kl. 10:12 skrev Kari Nordby:», in the languages of mail clients.

use crate::thread::quote::is_marked;

/// Words that say «wrote».
pub(super) const WROTE: &[&str] = &[
    "skrev",
    "skreiv",
    "wrote",
    "writes",
    "schrieb",
    "écrit",
    "ecrit",
    "kirjoitti",
    "čálii",
    "escribió",
    "escreveu",
    "scritto",
    "schreef",
    "geschreven",
    "napisał",
    "napsal",
    "писал",
    "написа",
    "пише",
    "yazdı",
    "scris",
    "írta",
    "έγραψε",
    "viết",
    "写道",
    "寫道",
    "작성",
    "のメール",
];

/// How an attribution begins, before its date.
const OPENINGS: &[&str] = &[
    "on ", "den ", "på ", "am ", "le ", "el ", "em ", "il ", "op ", "w dniu", "dne ", "pe ", "la ", "în ", "a ",
    "vào ", "στις",
];

/// Weekdays; an attribution may begin with one, or with its first letters.
const WEEKDAYS: &str = "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag tisdag lördag söndag \
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai monday tuesday wednesday thursday friday \
    saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi \
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì \
    giovedì venerdì domenica poniedziałek wtorek środa czwartek piątek niedziela пн вт ср чт пт сб вс \
    понедельник вторник среда";

/// Longest sentence, in bytes; a wrapped one has at most so many lines.
const LONGEST: usize = 500;
const MOST_LINES: usize = 4;

/// How many lines a sentence takes that says who wrote when.
pub(super) fn length(lines: &[&str]) -> Option<usize> {
    // Most lines are followed by no such end, and need not be looked at more closely.
    if !lines.iter().take(MOST_LINES).any(|line| may_end(line)) {
        return None;
    }
    let first = undashed(lines.first()?).to_lowercase();
    let opens = opens(&first);
    if !opens && !first.contains('@') && !has_verb(&first) {
        return None;
    }
    let mut sentence = String::new();
    for (at, line) in lines.iter().take(MOST_LINES).enumerate() {
        // A wrapped address may leave its «>:» at the start of a line.
        let open = sentence.rfind('<') > sentence.rfind('>');
        let leaves = line.trim().is_empty() || (at > 0 && !open && is_marked(line));
        if leaves || sentence.len() + line.len() > LONGEST {
            return None;
        }
        sentence.push_str(undashed(line));
        sentence.push(' ');
        let lower = sentence.trim_end().to_lowercase();
        // Some clients leave the colon out, but never the address.
        if lower.ends_with([':', '：']) || (lower.ends_with(" wrote") && lower.contains('@')) {
            return says_who_wrote(&lower, opens).then_some(at + 1);
        }
        if lower.ends_with(['.', '?', '!']) && !lower.contains('@') {
            return None;
        }
    }
    None
}

fn opens(first: &str) -> bool {
    let word = first.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    first.starts_with(|c: char| c.is_ascii_digit())
        || OPENINGS.iter().any(|opening| first.starts_with(opening))
        // «Per» is a name before it is a Friday: the date stands on the same line.
        || (word.len() >= 2
            && first.contains(|c: char| c.is_ascii_digit())
            && WEEKDAYS.split_whitespace().any(|day| day.starts_with(word)))
}

/// Whether a line ends as the last of an attribution does.
fn may_end(line: &str) -> bool {
    let line = line.trim_ascii_end();
    line.ends_with([':', '：', '-', '\u{a0}']) || line.ends_with("wrote")
}

/// «---- On … wrote ----» without its dashes.
fn undashed(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix("----").map_or(line, |rest| rest.trim_matches(['-', ' ']))
}

fn has_verb(sentence: &str) -> bool {
    WROTE.iter().any(|verb| sentence.contains(verb))
}

fn says_who_wrote(sentence: &str, opens: bool) -> bool {
    let address = sentence.contains('@');
    let dated = has_year_or_time(sentence);
    if !has_verb(sentence) {
        return opens && address && dated && sentence.ends_with(">:");
    }
    // «Kari Nordby skrev den 16.03.2026 10:12:» ends in its time; «Kommunen skrev i brevet 12. mars 2026 følgende:» does not.
    let ends_in_time = sentence.contains(':') && {
        let words = sentence.trim_end_matches([':', '：', ' ']);
        let end = words.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
        has_time(words[end..].trim_end_matches("am").trim_end_matches("pm").trim_end())
    };
    (opens && (address || dated)) || (address && sentence.contains('<')) || ends_in_time
}

/// A year, or a clock time.
fn has_year_or_time(sentence: &str) -> bool {
    let year = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
    sentence.as_bytes().windows(4).any(|four| year(four) || is_time(four))
}

fn has_time(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit()) && text.as_bytes().windows(4).any(is_time)
}

fn is_time(four: &[u8]) -> bool {
    matches!(four, [hour, b':' | b'.', ten, one] if hour.is_ascii_digit() && ten.is_ascii_digit() && one.is_ascii_digit())
}
