//! What mail systems put above and below a person's words (systemtekst): warnings of foreign senders, and disclaimers.

/// What a warning above the mail begins with or says first, in lower case.
const WARNINGS: &[&str] = &[
    "du får ikke ofte e-post fra",
    "du får ikkje ofte e-post frå",
    "du mottar ikke ofte e-post fra",
    "noen som mottok denne meldingen, får ikke ofte",
    "you don't often get email from",
    "you don’t often get email from",
    "some people who received this message don't often get",
    "some people who received this message don’t often get",
    "du modtager ikke ofte mails fra",
    "du får inte ofta e-post från",
    "denne e-posten kommer fra en ekstern",
    "denne e-posten kommer fra utsiden",
    "denne e-posten er sendt fra en ekstern",
    "denne e-posten er sendt fra utsiden",
    "denne e-posten er fra en ekstern",
    "denne e-posten kjem frå ein ekstern",
    "denne e-posten kjem frå utsida",
    "denne meldingen kommer fra en ekstern",
    "dette er en ekstern e-post",
    "e-post fra ekstern avsender",
    "ekstern avsender:",
    "this email originated from outside",
    "this e-mail originated from outside",
    "this message originated from outside",
    "this email was sent from outside",
    "this is an external email",
    "detta mejl kommer från en extern",
    "denne mail kommer fra en ekstern",
];

/// What the lines of a warning go on with.
const GOING_ON: &[&str] = &[
    "klikk ikke",
    "ikke klikk",
    "ikkje klikk",
    "klikk ikkje",
    "ikke åpne",
    "ikkje opne",
    "finn ut hvorfor",
    "finn ut kvifor",
    "vær forsiktig",
    "ver forsiktig",
    "do not click",
    "don't click",
    "learn why this is",
    "klik ikke på",
    "klicka inte på",
];

/// What a disclaimer below the mail says, in lower case.
const DISCLAIMERS: &[&str] = &[
    "denne e-posten og eventuelle vedlegg",
    "denne e-posten kan inneholde",
    "denne e-posten kan innehalde",
    "denne e-posten er konfidensiell",
    "denne meldingen er konfidensiell",
    "denne meldingen er kun ment for",
    "denne meldingen er bare ment for",
    "innholdet i denne e-posten er",
    "innholdet i denne meldingen er",
    "dersom du ikke er rett mottaker",
    "hvis du ikke er rett mottaker",
    "har du mottatt denne e-posten ved en feil",
    "har du fått denne e-posten ved en feil",
    "dersom du har mottatt denne e-posten ved en feil",
    "hvis du har mottatt denne e-posten ved en feil",
    "dersom du har fått denne e-posten ved ein feil",
    "tenk på miljøet",
    "tenk miljø",
    "ta hensyn til miljøet",
    "må du skrive ut denne e-posten",
    "trenger du å skrive ut denne",
    "this e-mail and any attachments",
    "this email and any attachments",
    "this e-mail and any files",
    "this email and any files",
    "this message and any attachments",
    "this e-mail may contain",
    "this email may contain",
    "this message may contain confidential",
    "this message is intended only",
    "this e-mail is intended only",
    "this email is intended only",
    "this e-mail is confidential",
    "this email is confidential",
    "the information contained in this",
    "if you are not the intended recipient",
    "please consider the environment",
    "think before you print",
    "denne e-mail kan indeholde",
    "denne e-mail og eventuelle",
    "detta mejl kan innehålla",
    "detta e-postmeddelande kan innehålla",
    "tänk på miljön",
    "diese e-mail enthält vertrauliche",
    "tämä sähköposti",
    "ce message et toutes les pièces jointes",
    "virusfri. ",
    "virus-free.",
    "denne e-posten er sjekket for virus",
    "denne e-posten er kontrollert for virus",
    "this email has been checked for viruses",
];

/// A warning stands within so many lines, each no longer than so many bytes.
const MOST_LINES: usize = 8;
const LONGEST: usize = 600;

/// How many of the first lines are a warning that a mail system put there.
pub(super) fn length(lines: &[&str]) -> usize {
    let Some(first) = lines.iter().position(|line| !line.trim().is_empty()) else { return 0 };
    let mut end = 0;
    for (at, line) in lines.iter().enumerate().skip(first).take(MOST_LINES) {
        let text = lower(line);
        let warns = warns(&text) || (end > 0 && GOING_ON.iter().any(|words| text.contains(words)));
        // «ADVARSEL:» alone on its line waits for what it warns of.
        let calls = end == 0 && at == first && is_call(&text);
        match (warns, calls) {
            (true, _) => end = at + 1,
            (false, true) => {}
            (false, false) => break,
        }
    }
    end
}

/// Whether a line begins a disclaimer.
pub(super) fn is_disclaimer(line: &str) -> bool {
    let text = lower(line);
    DISCLAIMERS.iter().any(|words| text.starts_with(words))
}

/// The beginning of a line, without marks.
fn lower(line: &str) -> String {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    line[..line.floor_char_boundary(LONGEST)].to_lowercase()
}

/// The warning stands at the beginning, or behind one word that calls («ADVARSEL: …», «OBS! …»).
fn warns(text: &str) -> bool {
    let behind = text.split_once([':', '!', ']']).filter(|(call, _)| is_call(call)).map_or("", |(_, rest)| rest.trim());
    WARNINGS.iter().any(|words| text.starts_with(words) || behind.starts_with(words))
}

fn is_call(text: &str) -> bool {
    let word = text.trim().trim_end_matches([':', '!', ']', ' ']);
    matches!(
        word,
        "advarsel"
            | "obs"
            | "merk"
            | "åtvaring"
            | "caution"
            | "warning"
            | "external"
            | "ekstern"
            | "ekstern e-post"
            | "external email"
    )
}

#[cfg(test)]
mod tests {
    use super::{is_disclaimer, length};

    #[test]
    fn warnings_of_foreign_senders_are_no_ones_own_words() {
        for (text, lines) in [
            ("Du får ikke ofte e-post fra per@example.no. Finn ut hvorfor dette er viktig\nHei", 1),
            (
                "[You don't often get email from per@example.no. Learn why this is important at https://aka.ms/x ]\n\nHei",
                1,
            ),
            (
                "ADVARSEL: Denne e-posten kommer fra en ekstern avsender.\nIkke klikk på lenker eller åpne vedlegg.\n\nHei",
                2,
            ),
            ("CAUTION:\nThis email originated from outside of the organization. Do not click links.\nHei", 2),
            ("\n\nOBS! Denne e-posten er sendt fra utsiden av kommunen.\nHei", 3),
            ("OBS!\nHei", 0),
            ("Ikke klikk på lenker, skrev dere i går.", 0),
            ("Hei, du får ikke ofte e-post fra meg.", 0),
            ("", 0),
        ] {
            assert_eq!(length(&text.lines().collect::<Vec<_>>()), lines, "{text:?}");
        }
    }

    #[test]
    fn disclaimers_are_known_by_their_beginning() {
        assert!(is_disclaimer("Denne e-posten kan inneholde taushetsbelagte opplysninger."));
        assert!(is_disclaimer("*This email and any attachments are confidential.*"));
        assert!(!is_disclaimer("Jeg tror denne e-posten kan inneholde feil."));
    }
}
