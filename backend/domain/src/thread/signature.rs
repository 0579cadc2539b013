//! Signatures (signaturer): where a person's own words end and the closing begins, and what one adds below it.

use super::banner::is_disclaimer;

/// Closings, in lower case; a name may stand behind them on the same line.
const CLOSINGS: &[&str] = &[
    "mvh",
    "m.v.h",
    "vh",
    "med vennlig hilsen",
    "med vennleg helsing",
    "med venleg helsing",
    "vennlig hilsen",
    "vennleg helsing",
    "venleg helsing",
    "vennlege helsingar",
    "beste hilsen",
    "beste helsing",
    "med beste hilsen",
    "hilsen",
    "helsing",
    "med hilsen",
    "med helsing",
    "hilsener",
    "på forhånd takk",
    "på førehand takk",
    "best regards",
    "kind regards",
    "regards",
    "warm regards",
    "many thanks",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "best wishes",
    "all the best",
    "cheers",
    "med venlig hilsen",
    "venlig hilsen",
    "de bedste hilsner",
    "mange hilsner",
    "kærlig hilsen",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "vänligen",
    "hälsningar",
    "ystävällisin terveisin",
    "terveisin",
    "parhain terveisin",
    "mit freundlichen grüßen",
    "freundliche grüße",
    "liebe grüße",
    "beste grüße",
    "viele grüße",
    "cordialement",
    "bien cordialement",
    "bien à vous",
    "sincères salutations",
    "dearvvuođaiguin",
    "dearvuođaiguin",
    "ustitlaš dearvvuođaiguin",
];

/// Lines that mail programs add, a device or program behind them.
const DEVICES: &[&str] = &[
    "sendt fra ",
    "sendt frå ",
    "sendt via ",
    "sendt med ",
    "sent from ",
    "sent via ",
    "sent with ",
    "get outlook for ",
    "få outlook for ",
    "hent outlook ",
    "last ned outlook",
    "skickat från ",
    "skickat med ",
    "skaffa outlook",
    "hämta outlook",
    "lähetetty ",
    "hanki outlook",
    "von meinem ",
    "gesendet von ",
    "gesendet mit ",
    "holen sie sich outlook",
    "outlook für ",
    "envoyé de mon ",
    "envoyé depuis ",
    "envoyé à partir d",
    "télécharger outlook",
    "verzonden vanaf ",
    "inviato da ",
    "enviado desde ",
    "enviado do ",
    "wysłane z ",
];

/// Closings count when at most this many lines with text follow.
const NEAR_THE_END: usize = 12;
/// Nothing further from the end is a signature.
const REACH: usize = NEAR_THE_END + 20;

/// The line of `lines` (one stretch of a person's own text) at which the signature begins: the topmost mark near the end that
/// has no sentences between itself and the marks below it.
pub(super) fn start(lines: &[&str]) -> Option<usize> {
    let top = lines.iter().position(|line| !line.trim().is_empty())?;
    let mut found = None;
    let mut seen = Below::default();
    for at in (top..lines.len()).rev() {
        let line = lines[at].trim();
        if line.is_empty() {
            continue;
        }
        if seen.lines > REACH {
            break;
        }
        if is_mark(line, seen) && !(at == top && is_all(line, seen)) && !is_item(line, &lines[top..at]) {
            found = Some(at);
            seen.sentences = false;
        } else {
            seen.sentences |= is_sentence(line);
        }
        seen.marked = found.is_some();
        seen.lines += 1;
    }
    found
}

/// What stands below a line.
#[derive(Clone, Copy, Debug, Default)]
struct Below {
    /// Lines with text.
    lines: usize,
    /// A sentence stands before the next mark.
    sentences: bool,
    /// A mark was found.
    marked: bool,
}

/// Whether a mail that begins with this mark would be nothing but a signature: a lone «Mvh», or «Hilsen fra Bergen» and a letter.
fn is_all(line: &str, below: Below) -> bool {
    (below.lines == 0 && !is_device(line)) || (below.sentences && !is_delimiter(line))
}

/// Whether this line begins a signature.
fn is_mark(line: &str, below: Below) -> bool {
    let near = below.lines <= NEAR_THE_END;
    let joins = !(below.marked && below.sentences);
    is_delimiter(line)
        || (near && joins && (is_device(line) || is_closing(line) || is_rule(line)))
        || (joins && is_disclaimer(line))
        || (below.lines <= 3 && joins && is_dashed_name(line))
}

/// «- Kari» in a list of names is no signature.
fn is_item(line: &str, above: &[&str]) -> bool {
    let before = above.last().map_or("", |line| line.trim());
    is_dashed_name(line) && (before.starts_with(['-', '–', '—']) || before.ends_with(':'))
}

/// Six words or more that end as a sentence does; a disclaimer is none.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '?', '!']) && line.split_whitespace().nth(5).is_some() && !is_disclaimer(line)
}

/// Which lines of a signature are one's own words all the same: a postscript, and what one says below one's name.
pub(super) fn afterthoughts(lines: &[&str]) -> Vec<bool> {
    let begins = |line: &str| is_postscript(line) || is_mark(line.trim(), Below::default());
    let same_part = |above: &&str, below: &&str| above.trim().is_empty() == below.trim().is_empty() && !begins(below);
    let mut own = Vec::with_capacity(lines.len());
    let mut name = true;
    for part in lines.chunk_by(same_part) {
        name &= !part[0].trim().is_empty();
        let speaks = !name && !is_mark(part[0].trim(), Below::default()) && speaks_for_oneself(part);
        own.resize(own.len() + part.len(), is_postscript(part[0]) || speaks);
    }
    own
}

/// «PS: …», «P.S. …».
fn is_postscript(line: &str) -> bool {
    let line = line.trim();
    ["PS:", "PS.", "PS!", "PS ", "P.S.", "P.S:", "P.S ", "Ps:", "Ps.", "Ps!", "P.s.", "Etterskrift:", "NB:", "NB!"]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// Sentences of the writer's own, not the slogan of a firm («Trenger du hjelp?», «Vi gjør hverdagen enklere.»).
fn speaks_for_oneself(lines: &[&str]) -> bool {
    const I: [&str; 11] = ["jeg", "eg", "meg", "min", "mi", "mitt", "mine", "jag", "mig", "my", "i"];
    const WE: [&str; 7] = ["vi", "me", "oss", "vår", "vårt", "våre", "we"];
    let ends = |end: fn(&str) -> bool| lines.iter().any(|line| end(line.trim_end()));
    let says = |list: &[&str]| {
        let word = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            // «i» is a word of its own in Norwegian, and no person.
            word != "i" && list.contains(&word.to_lowercase().as_str())
        };
        lines.iter().any(|line| line.split_whitespace().any(word))
    };
    let asks = ends(|line| line.ends_with('?'));
    (asks && says(&WE)) || ((asks || ends(is_sentence)) && says(&I))
}

/// «-- », the delimiter of RFC 3676 section 4.3, with or without its blank.
fn is_delimiter(line: &str) -> bool {
    matches!(line, "--" | "—" | "–" | "---")
}

/// A line of underscores, as mailing lists and banners have.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 2 && line.bytes().all(|byte| byte == b'_')
}

/// A device has few words and no comma: «Sent from my desk, as usual» is a sentence.
fn is_device(line: &str) -> bool {
    let lower: String = line.chars().take(200).collect::<String>().to_lowercase();
    let lower = lower.trim_start_matches(['*', '[', ' ']);
    let named = lower.split(['<', '[', '(']).next().unwrap_or_default();
    DEVICES
        .iter()
        .filter_map(|words| named.strip_prefix(words))
        .any(|rest| rest.split_whitespace().count() <= 6 && !rest.contains([',', '?', '!']))
}

/// A closing, alone or with a short name behind it.
fn is_closing(line: &str) -> bool {
    if line.chars().count() > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    CLOSINGS.iter().filter_map(|words| lower.strip_prefix(words)).any(|rest| {
        let rest = rest.trim_start_matches(['.', ',', '!', ':', ' ', '\u{a0}', '-', '–']);
        let bound = lower.len() == rest.len()
            || !lower[..lower.len() - rest.len()].ends_with(char::is_alphanumeric)
            || rest.is_empty();
        bound && rest.split_whitespace().count() <= 4 && !rest.contains(['?', '.'])
    })
}

/// «-Per Haug».
fn is_dashed_name(line: &str) -> bool {
    let Some(name) = line.strip_prefix(['-', '–', '—']) else { return false };
    let name = name.trim_start_matches(['-', ' ']);
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-.'".contains(c))
    };
    (1..=3).contains(&name.split_whitespace().count()) && name.split_whitespace().all(capital)
}

#[cfg(test)]
mod tests {
    use super::{afterthoughts, start};

    #[test]
    fn a_signature_begins_where_the_closing_does() {
        for (text, at) in [
            ("Hei\nJeg lurer.\n\nMvh\nPer Haug", Some(3)),
            ("Hei\nMed vennlig hilsen Per Haug", Some(1)),
            ("Hei\n\nVennleg helsing\nPer\nTlf 90000000", Some(2)),
            ("Hei\nSendt fra min iPhone", Some(1)),
            ("Hei\n-- \nPer", Some(1)),
            ("Hei\nSent from my desk, as I often do.", None),
            ("Hei\n\nBest regards,\nPer", Some(2)),
            ("Hei\n-Per Haug", Some(1)),
            ("Hilsen fra meg kommer i posten, skriver de. Er det rett?", None),
            ("Hei\nTakk for svar.", None),
            ("Mvh", None),
            ("Hilsen fra Bergen\nJeg lurer på når dere svarer på søknaden min.\n\nMvh\nPer", Some(3)),
            (
                "Hei\nMvh Per\n\nDenne e-posten kan inneholde konfidensielle opplysninger og er bare for mottakeren.",
                Some(1),
            ),
            ("Hei\n\nThis email and any attachments are confidential.", Some(2)),
            ("Med på møtet:\n- Kari Nordby\n- Ola Nes", None),
            ("Hei\n\n____\nen e-postliste\nliste@example.no\nhttps://example.no\nmeld deg av", Some(2)),
            ("-- \n\n____\nVi er et firma som leverer varer til alle.\n____", Some(0)),
            ("Hei\nLähetetty iPhonesta", Some(1)),
            ("Hei\nEnvoyé à partir d’Outlook pour iOS", Some(1)),
        ] {
            assert_eq!(start(&text.lines().collect::<Vec<_>>()), at, "{text:?}");
        }
    }

    #[test]
    fn what_is_added_below_a_name_is_read() {
        for (text, own) in [
            ("Mvh\nPer\nPS: Kan dere ringe?", "PS: Kan dere ringe?"),
            (
                "Mvh\nPer\n\nP.S. Jeg er bortreist\ntil fredag.\n\nSendt fra min iPhone",
                "P.S. Jeg er bortreist|til fredag.",
            ),
            ("Mvh Per\n\nKan jeg forresten få kvittering?", "Kan jeg forresten få kvittering?"),
            ("Mvh Per\n\nJeg glemte å skrive at huset er fra 1950.", "Jeg glemte å skrive at huset er fra 1950."),
            ("Mvh Per\n\nVi gjør hverdagen enklere for alle i byen.", ""),
            ("Mvh Per\n\nTrenger du hjelp? Hvor er du?", ""),
            ("Mvh Per\n\nHar du fått denne e-posten ved en feil? Gi oss beskjed.", ""),
            ("-- \nPer\nTlf 900 00 000", ""),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            let kept = lines.iter().zip(afterthoughts(&lines)).filter(|(_, own)| *own).map(|(line, _)| *line);
            assert_eq!(kept.collect::<Vec<_>>().join("|"), own, "{text:?}");
        }
    }
}
