//! What is quoted and what is one's own (sitat og eget): a mail's text in its parts, line by line, each line looked at once.

use super::{
    header::{self, Style},
    signature,
};

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
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let mut roles = quoted(&lines);
    sign(&lines, &mut roles);
    let pick = |keep: fn(Role) -> bool| {
        let kept: Vec<&str> =
            lines.iter().zip(&roles).filter(|(_, role)| keep(**role)).map(|(line, _)| line.trim_end()).collect();
        tidy(&kept.join("\n"))
    };
    let signature = pick(|role| role == Role::Signature);
    Parts {
        visible: pick(|role| role == Role::Own),
        reply: pick(|role| role != Role::Quoted),
        quoted: pick(|role| role == Role::Quoted),
        signature: (!signature.is_empty()).then_some(signature),
        fragments: fragments(&lines, &roles),
    }
}

/// Without empty lines at either end.
fn tidy(text: &str) -> String {
    text.trim_matches('\n').trim_end().to_owned()
}

/// Whether a line is marked as quoted.
pub(super) fn is_marked(line: &str) -> bool {
    line.trim_start_matches([' ', '\u{a0}']).starts_with('>')
}

/// Which lines are quoted.
fn quoted(lines: &[&str]) -> Vec<Role> {
    let mut roles = vec![Role::Own; lines.len()];
    let mut at = 0;
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
    let first = roles.iter().position(|role| *role == Role::Quoted);
    let above = first.and_then(|first| lines[..first].iter().rposition(|line| !line.trim().is_empty()));
    if let (Some(first), Some(above)) = (first, above)
        && is_rule(lines[above])
        && !is_marked(lines[first])
    {
        roles[above..first].fill(Role::Quoted);
    }
}

/// Outlook draws one above a quoted header.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 5 && line.chars().all(|c| matches!(c, '_' | '-' | '=' | '*'))
}

/// Marks the signature of every stretch of one's own text.
fn sign(lines: &[&str], roles: &mut [Role]) {
    let mut at = 0;
    while at < roles.len() {
        let same = roles[at..].iter().take_while(|role| **role == roles[at]).count();
        if roles[at] == Role::Own
            && let Some(start) = signature::start(&lines[at..at + same])
        {
            roles[at + start..at + same].fill(Role::Signature);
        }
        at += same;
    }
}

fn fragments(lines: &[&str], roles: &[Role]) -> Vec<Fragment> {
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut at = 0;
    while at < roles.len() {
        let same = roles[at..].iter().take_while(|role| **role == roles[at]).count();
        let text = lines[at..at + same].iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
        if !text.trim().is_empty() {
            let (quoted, signature) = (roles[at] == Role::Quoted, roles[at] == Role::Signature);
            fragments.push(Fragment { text, quoted, signature, hidden: false });
        }
        at += same;
    }
    for fragment in fragments.iter_mut().rev() {
        if !(fragment.quoted || fragment.signature) {
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
