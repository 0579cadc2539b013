//! What is quoted and what is one's own (sitat og eget): a mail's text in its parts, line by line, each line looked at once.

use super::{
    banner,
    header::{self, Style},
    signature,
};
use std::borrow::Cow;

/// A stretch of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its text.
    pub text: String,
    /// Somebody else's words, and the header above them.
    pub quoted: bool,
    /// A signature.
    pub signature: bool,
    /// Quoted or signature, with nothing of one's own after it.
    pub hidden: bool,
}

/// A mail's text, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// One's own words, without the signature.
    pub visible: String,
    /// One's own words with the signature.
    pub reply: String,
    /// What is quoted, headers and marks included.
    pub quoted: String,
    /// The signature.
    pub signature: Option<String>,
    /// All of it, in order.
    pub fragments: Vec<Fragment>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Own,
    Signature,
    Quoted,
}

/// Takes a mail's text apart.
#[must_use]
pub fn split(text: &str) -> Parts {
    let text = broken_at_newlines(text);
    let (lines, roles) = read(&text);
    let reply = joined(&lines, &roles, |role| role != Role::Quoted);
    Parts { reply, fragments: fragments(&lines, &roles), ..parts(&lines, &roles) }
}

/// The same without fragments and reply, which a thread does not need.
pub(super) fn without_fragments(text: &str) -> Parts {
    let text = broken_at_newlines(text);
    let (lines, roles) = read(&text);
    parts(&lines, &roles)
}

fn read(text: &str) -> (Vec<&str>, Vec<Role>) {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut roles = quoted(&lines);
    sign(&lines, &mut roles);
    (lines, roles)
}

fn parts(lines: &[&str], roles: &[Role]) -> Parts {
    let of = |wanted: Role| joined(lines, roles, |role| role == wanted);
    let signature = Some(of(Role::Signature)).filter(|signature| !signature.is_empty());
    Parts { visible: of(Role::Own), quoted: of(Role::Quoted), signature, ..Parts::default() }
}

/// With lines that end in `\n` alone.
fn broken_at_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Lines of some roles without blanks at their ends, and without empty lines at either end of them all.
fn joined(lines: &[&str], roles: &[Role], keep: impl Fn(Role) -> bool) -> String {
    let mut text = String::new();
    for (line, _) in lines.iter().zip(roles).filter(|(_, role)| keep(**role)) {
        let line = line.trim_end();
        if !(text.is_empty() && line.is_empty()) {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Whether a line is marked as quoted.
pub(super) fn is_marked(line: &str) -> bool {
    line.trim_start_matches([' ', '\u{a0}']).starts_with('>')
}

/// Which lines are quoted.
fn quoted(lines: &[&str]) -> Vec<Role> {
    let mut roles = vec![Role::Own; lines.len()];
    // A warning above the mail is the mail system's word.
    let mut at = banner::length(lines);
    roles[..at].fill(Role::Quoted);
    while at < lines.len() {
        if is_marked(lines[at]) {
            roles[at] = Role::Quoted;
            at += 1;
        } else if let Some(header) = header::at(&lines[at..]) {
            let behind = at + header.lines;
            if header.style != Style::Attribution || !is_marked_next(&lines[behind..]) {
                roles[at..].fill(Role::Quoted);
                break;
            }
            roles[at..behind].fill(Role::Quoted);
            at = behind;
        } else {
            at += 1;
        }
    }
    join_wrapped(lines, &mut roles);
    join_blanks(lines, &mut roles);
    roles
}

/// Whether the first line with text is marked as quoted.
fn is_marked_next(lines: &[&str]) -> bool {
    lines.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| is_marked(line))
}

/// What a client wrapped out of a long quoted line lost its mark: it goes on in lower case right below, and nothing follows it.
fn join_wrapped(lines: &[&str], roles: &mut [Role]) {
    for at in 1..lines.len() {
        let above = roles[at - 1] == Role::Quoted && is_marked(lines[at - 1]) && lines[at - 1].len() >= 60;
        let goes_on = roles[at] == Role::Own && lines[at].trim_start().starts_with(char::is_lowercase);
        let ends = lines.get(at + 1).is_none_or(|next| next.trim().is_empty() || is_marked(next));
        if above && goes_on && ends {
            roles[at] = Role::Quoted;
        }
    }
}

/// Empty lines between quoted lines are quoted, and so is the rule above a quoted header.
fn join_blanks(lines: &[&str], roles: &mut [Role]) {
    let mut last = None;
    for at in 0..lines.len() {
        if roles[at] == Role::Quoted {
            if let Some(start) = last.filter(|start| *start + 1 < at) {
                roles[start + 1..at].fill(Role::Quoted);
            }
            last = Some(at);
        } else if !lines[at].trim().is_empty() {
            last = None;
        }
    }
    let ends = |at: &usize| roles[*at] == Role::Quoted && roles[at - 1] == Role::Own && !is_marked(lines[*at]);
    let above = |at: usize| Some((lines[..at].iter().rposition(|line| !line.trim().is_empty())?, at));
    let first = (1..lines.len()).find(ends).and_then(above);
    if let Some((above, first)) = first.filter(|(above, _)| roles[*above] == Role::Own && is_rule(lines[*above])) {
        roles[above..first].fill(Role::Quoted);
    }
}

/// Outlook and others draw one above a quoted header.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && line.chars().all(|c| matches!(c, '_' | '-' | '=' | '*'))
}

/// Marks the signature of every stretch of one's own text.
fn sign(lines: &[&str], roles: &mut [Role]) {
    for (start, end) in stretches(roles) {
        let stretch = &lines[start..end];
        let Some(mark) = Some(stretch).filter(|_| roles[start] == Role::Own).and_then(signature::start) else {
            continue;
        };
        for (role, own) in roles[start + mark..end].iter_mut().zip(signature::afterthoughts(&stretch[mark..])) {
            *role = if own { Role::Own } else { Role::Signature };
        }
    }
}

/// Where lines of one role begin and end.
fn stretches(roles: &[Role]) -> Vec<(usize, usize)> {
    let mut at = 0;
    roles
        .chunk_by(|above, below| above == below)
        .map(|same| {
            at += same.len();
            (at - same.len(), at)
        })
        .collect()
}

/// All lines in order; joined by line breaks, the fragments are the text.
fn fragments(lines: &[&str], roles: &[Role]) -> Vec<Fragment> {
    let mut fragments: Vec<Fragment> = Vec::new();
    for (start, end) in stretches(roles) {
        let (quoted, signature) = (roles[start] == Role::Quoted, roles[start] == Role::Signature);
        // The footer of a mailing list is no part of the signature above it.
        let parts = lines[start..end].chunk_by(|_, below| !(signature && signature::is_rule(below)));
        fragments.extend(parts.map(|part| Fragment { text: part.join("\n"), quoted, signature, hidden: false }));
    }
    for fragment in fragments.iter_mut().rev() {
        if !(fragment.quoted || fragment.signature || fragment.text.trim().is_empty()) {
            break;
        }
        fragment.hidden = true;
    }
    fragments
}

#[cfg(test)]
mod tests {
    use super::split;

    /// Mail, then what is one's own, the signature, and words that the quote holds.
    const MAILS: &[(&str, &str, Option<&str>, &str)] = &[
        ("Hei\n\nNår får jeg svar?\n\nMvh\nPer", "Hei\n\nNår får jeg svar?", Some("Mvh\nPer"), ""),
        (
            "Takk!\n\nFra: Kari Nordby <kari@fjordvik.kommune.no>\nSendt: mandag 16. mars 2026 10:12\nTil: Per Haug\nEmne: SV: Tilbygg\n\nHei Per",
            "Takk!",
            None,
            "Hei Per",
        ),
        (
            "Ja.\n\n________________________________\nFrå: Kari\nSendt: i dag\nTil: Per\nEmne: x\n\nTekst",
            "Ja.",
            None,
            "Tekst",
        ),
        ("Ok\n\nman. 16. mars 2026 kl. 10:12 skrev Kari <k@example.no>:\n\n> Hei\n> Per\n", "Ok", None, "Hei"),
        (
            "Ok\n\nDen 16.03.2026 10:12, skrev Kari:\n> Kan du?\nJa, det kan jeg.\n> Når?\nI morgen.",
            "Ok\n\nJa, det kan jeg.\nI morgen.",
            None,
            "Kan du?",
        ),
        (
            "Ok\n\nSendt fra min iPhone\n\n> 16. mars 2026 kl. 10:12 skrev Kari <k@example.no>:\n> \n> Hei",
            "Ok",
            Some("Sendt fra min iPhone"),
            "Hei",
        ),
        ("Fint\r\n\r\n-----Opprinnelig melding-----\r\nFra: a\r\nTekst", "Fint", None, "Tekst"),
        (
            "Ok\n\nDen 16.03.2026 10:12, skrev Kari:\n> En lang linje som postprogrammet har brutt fordi den ble for lang og\nfortsetter her\n> slutt",
            "Ok",
            None,
            "fortsetter her",
        ),
        (
            "Du får ikke ofte e-post fra per@example.no. Finn ut hvorfor dette er viktig\n\nHei, når åpner dere?\nMvh Per",
            "Hei, når åpner dere?",
            Some("Mvh Per"),
            "Finn ut",
        ),
        ("Ok\n\n====\n\nFra: Kari <k@example.no>\nSendt: i dag\nTil: Per\nEmne: x\n\nTekst", "Ok", None, "Tekst"),
        ("Hei\n\nMvh Per\nPS: Kan dere ringe?", "Hei\n\nPS: Kan dere ringe?", Some("Mvh Per"), ""),
        ("", "", None, ""),
    ];

    #[test]
    fn ones_own_words_are_told_from_quotes_and_signature() {
        for (text, visible, signature, quoted) in MAILS {
            let parts = split(text);
            assert_eq!(parts.visible, *visible, "{text:?}");
            assert_eq!(parts.signature.as_deref(), *signature, "{text:?}");
            assert!(parts.quoted.contains(quoted), "{text:?}");
        }
    }

    #[test]
    fn hostile_lengths_take_no_longer_than_their_length() {
        let at = std::time::Instant::now();
        for piece in [">", "> ", "On ", "Fra: x\n", "On 2026 a@b\n", "--\n", "\n", "Mvh\n", "den 1 "] {
            let _ = split(&piece.repeat(100_000 / piece.len()));
        }
        assert!(at.elapsed().as_secs() < 30, "{:?}", at.elapsed());
    }
}
