//! Lines that say that an earlier mail follows (skillelinjer): «-----Opprinnelig melding-----», «Videresendt melding:».

/// What stands between the dashes.
const BETWEEN_DASHES: &[&str] = &[
    "opprinnelig melding",
    "opprinneleg melding",
    "opphavleg melding",
    "opphaveleg melding",
    "opprinnelig beskjed",
    "opprinnelig e-post",
    "videresendt melding",
    "vidaresendt melding",
    "videresendt e-post",
    "videresendt",
    "original message",
    "original e-mail",
    "original email",
    "forwarded message",
    "reply message",
    "oprindelig meddelelse",
    "oprindelig besked",
    "original besked",
    "original meddelelse",
    "videresendt besked",
    "videresendt meddelelse",
    "ursprungligt meddelande",
    "originalmeddelande",
    "vidarebefordrat meddelande",
    "vidarebefordrat",
    "alkuperäinen viesti",
    "välitetty viesti",
    "ursprüngliche nachricht",
    "originalnachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "mensagem original",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "wiadomość oryginalna",
];

/// Sentences that say the same without dashes.
const ANNOUNCEMENTS: &[&str] = &[
    "begin forwarded message:",
    "start på videresendt melding:",
    "starten på videresendt melding:",
    "videresendt melding:",
    "vidaresendt melding:",
    "start på vidaresendt melding:",
    "start på videresendt besked:",
    "videresendt besked:",
    "vidarebefordrat brev:",
    "vidarebefordrat mejl:",
    "välitetty viesti alkaa:",
    "välitetty viesti:",
    "anfang der weitergeleiteten nachricht:",
    "début du message réexpédié :",
    "début du message transféré :",
];

/// No announcement is longer, in bytes.
const LONGEST: usize = 120;

/// Whether a line is one.
pub(super) fn is_one(line: &str) -> bool {
    let line = line.trim();
    let dashed = line.starts_with(is_dash);
    if line.len() > LONGEST || !(dashed || line.ends_with(':')) {
        return false;
    }
    let lower = line.to_lowercase();
    if ANNOUNCEMENTS.contains(&lower.trim_start_matches(['*', '_'])) {
        return true;
    }
    let dashes = lower.chars().take_while(|c| is_dash(*c) || *c == ' ').filter(|c| *c != ' ').count();
    let inner = lower.trim_matches(|c| is_dash(c) || matches!(c, ' ' | ':'));
    // «Opprinnelig melding fra Kari» still is one; a sentence that only begins like it is not.
    dashes >= 2 && BETWEEN_DASHES.iter().any(|words| inner.starts_with(words) && inner.len() <= words.len() + 40)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '_' | '=' | '*')
}
