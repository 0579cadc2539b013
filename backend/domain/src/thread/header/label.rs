//! Labels of quoted mail (etiketter): `Fra:`, `Sendt:`, `Til:`, `Emne:` in the languages of mail clients, and the blocks they make.

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    From,
    To,
    Sent,
    Subject,
    /// Copies, answers to, priority: no more is read out of them.
    Other,
}

/// The labels of Outlook, Apple Mail, Thunderbird, Gmail and the telephones, in lower case.
const LABELS: [(Label, &[&str]); 5] = [
    (
        Label::From,
        &[
            "fra",
            "frå",
            "avsender",
            "avsendar",
            "from",
            "afsender",
            "från",
            "avsändare",
            "lähettäjä",
            "von",
            "absender",
            "de",
            "expéditeur",
            "da",
            "mittente",
            "remitente",
            "van",
            "od",
            "от",
            "gönderen",
        ],
    ),
    (
        Label::To,
        &[
            "til",
            "mottaker",
            "mottakar",
            "to",
            "modtager",
            "till",
            "mottagare",
            "vastaanottaja",
            "an",
            "empfänger",
            "à",
            "a",
            "pour",
            "destinataire",
            "para",
            "aan",
            "do",
            "кому",
        ],
    ),
    (
        Label::Sent,
        &[
            "sendt",
            "sendt den",
            "dato",
            "tidspunkt",
            "sent",
            "date",
            "afsendt",
            "skickat",
            "datum",
            "lähetetty",
            "päivämäärä",
            "päiväys",
            "pvm",
            "gesendet",
            "envoyé",
            "envoyé le",
            "message du",
            "enviado",
            "enviado el",
            "inviato",
            "data",
            "fecha",
            "verzonden",
            "wysłano",
            "дата",
        ],
    ),
    (
        Label::Subject,
        &[
            "emne",
            "subject",
            "ämne",
            "aihe",
            "betreff",
            "objet",
            "sujet",
            "asunto",
            "assunto",
            "oggetto",
            "onderwerp",
            "temat",
            "тема",
        ],
    ),
    (
        Label::Other,
        &[
            "kopi",
            "kopi til",
            "cc",
            "bcc",
            "blindkopi",
            "kopia",
            "kopio",
            "kopie",
            "copie",
            "copie à",
            "svar til",
            "svar-til",
            "reply-to",
            "reply to",
            "svara till",
            "antwort an",
            "répondre à",
            "vedlegg",
            "attachments",
            "bilagor",
            "bilag",
            "anlagen",
            "prioritet",
            "viktighet",
            "viktigheit",
            "importance",
            "vigtighed",
            "prioritering",
            "priority",
            "organisasjon",
            "organization",
        ],
    ),
];

/// No label is longer, in bytes.
const LONGEST: usize = 40;
/// Lines that one block may have: all labels, and recipients that were wrapped.
const MOST_LINES: usize = 40;

/// The label of a line and what stands behind it.
pub(super) fn label(line: &str) -> Option<(Label, &str)> {
    let line = line.trim_start_matches(['*', ' ', '\t', '_', '\u{a0}']);
    let colon = line.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let value = line[colon + 1..].trim_start_matches('*').trim();
    let name = line[..colon].trim_end_matches(['*', ' ', '_', '\u{a0}', '\u{202f}']).to_lowercase();
    let named = LABELS.iter().find(|(_, names)| names.contains(&name.as_str()));
    named.map(|(label, _)| (*label, value))
}

/// How many lines a block of labels takes. A sender and a subject among three labels make one, or a sender's address and a
/// date: «Fra: Oslo, Til: Bergen, Dato: fredag» is a journey, not a mail.
pub(super) fn block(lines: &[&str]) -> Option<usize> {
    let (first, value) = label(lines.first()?)?;
    let mut seen = vec![first];
    let mut address = first == Label::From && value.contains('@');
    let mut last = 0;
    for (at, line) in lines.iter().enumerate().take(MOST_LINES).skip(1) {
        match label(line) {
            Some((kind, _)) if kind != Label::Other && seen.contains(&kind) => break,
            Some((kind, value)) => {
                address |= kind == Label::From && value.contains('@');
                seen.push(kind);
                last = at;
            }
            // Long lists of recipients are wrapped, and some clients put an empty line between labels.
            None if is_wrapped(line) => last = if last + 1 == at && !line.trim().is_empty() { at } else { last },
            None => break,
        }
        if at > last + 1 {
            break;
        }
    }
    let has = |label| seen.contains(&label);
    let told = (seen.len() >= 3 && (has(Label::Subject) || address)) || (address && has(Label::Sent));
    (has(Label::From) && told).then_some(last + 1)
}

/// Goes on with the recipients of the line before, or is empty.
fn is_wrapped(line: &str) -> bool {
    let text = line.trim();
    text.is_empty()
        || line.starts_with([' ', '\t', '<'])
        || text.ends_with(';')
        || (text.contains('@') && text.contains(['<', ';']))
}
