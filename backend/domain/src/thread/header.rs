//! Headers of quoted mail (sitathoder): «Den … skrev …:», «Fra: … Sendt: …», «Opprinnelig melding», in the languages of mail clients.

use super::message::Address;
use crate::value::{self, Kind};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};

/// How a quote is opened, which says where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// One sentence; the quote is what follows with `>`, or all of the rest.
    Attribution,
    /// Lines of `Fra:`, `Sendt:` and so on; the quote is all of the rest.
    Block,
    /// A line that says that an earlier mail follows.
    Separator,
}

/// A header found at the start of some lines.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub(super) style: Style,
    /// How many lines it takes.
    pub(super) lines: usize,
}

/// Longest sentence that can be an attribution, in bytes; a wrapped one has at most four lines.
const LONGEST: usize = 500;

/// Words that say «wrote».
const WROTE: &str = concat!(
    "skrev|wrote|writes|schrieb|écrit|ecrit|escribió|escreveu|scritto|schreef|geschreven|napisał|napsal|",
    "kirjoitti|писал|написа|пише|yazdı|čálii|scris|írta|έγραψε|viết|写道|寫道|작성|のメール",
);

/// How an attribution begins.
const OPENINGS: &str = concat!(
    "on |den |på |am |le |el |em |il |op |w dniu|dne |pe |la |în |man|tir|tys|ons|tor|fre|lør|",
    "laur|søn|sun|mån|tis|lör|sön|mon|tue|wed|thu|fri|sat|a |vào |στις|ke |ma |ti |to |pt|śr|",
    "pon|wt|czw|sob|niedz|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|понеде|вторник|среда",
);

/// Labels of a sender.
const FROM: &str = concat!(
    "fra|frå|from|från|von|de|da|van|od|lähettäjä|expéditeur|remitente|mittente|от|gönderen|afsender|",
    "från|avsender|avsendar",
);

/// Labels of everything else.
const OTHER: &str = concat!(
    "sendt|sent|dato|date|skickat|gesendet|datum|envoyé|envoyé le|copie à|copie|sujet|message du|",
    "sendt den|enviado|inviato|verzonden|data|fecha|til|to|till|an|à|para|a|aan|emne|subject|ämne|",
    "betreff|objet|asunto|oggetto|onderwerp|assunto|temat|kopi|cc|kopia|reply-to|svar til|lähetetty|",
    "vastaanottaja|aihe|wysłano|do|vedlegg|attachments|дата|кому|тема|bcc|prioritet|importance",
);

/// What stands between the dashes of a separator.
const SEPARATORS: &str = concat!(
    "opprinnelig melding|opphavleg melding|original message|oprindelig meddelelse|oprindelig besked|",
    "original besked|opprinnelig beskjed|original meddelelse|ursprungligt meddelande|originalmeddelande|",
    "ursprüngliche nachricht|message d'origine|message d’origine|videresendt melding|vidaresendt melding|",
    "forwarded message|videresendt|vidarebefordrat|weitergeleitete nachricht|message transféré|",
    "videresendt meddelelse|original e-mail|original email|opprinnelig e-post|reply message|mensagem original|",
    "mensaje original|messaggio originale",
);

/// Sentences that say the same without dashes.
const ANNOUNCEMENTS: &str = concat!(
    "begin forwarded message:|start på videresendt melding:|starten på videresendt melding:|videresendt melding:|",
    "vidaresendt melding:|anfang der weitergeleiteten nachricht:|vidarebefordrat brev:|",
    "start på videresendt besked:",
);

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|')
}

fn is_in(list: &'static str, word: &str) -> bool {
    words(list).any(|known| known == word)
}

/// The header that begins at the first of these lines, if one does.
pub(super) fn at(lines: &[&str]) -> Option<Header> {
    let first = lines.first()?.trim();
    if first.len() < 4 || first.len() > LONGEST {
        return None;
    }
    if is_separator(first) {
        return Some(Header { style: Style::Separator, lines: 1 });
    }
    block(lines)
        .map(|lines| Header { style: Style::Block, lines })
        .or_else(|| attribution(lines).map(|lines| Header { style: Style::Attribution, lines }))
}

fn is_separator(line: &str) -> bool {
    if !line.starts_with(['-', '–', '—', '_', '=', '*']) && !line.ends_with(':') {
        return false;
    }
    let lower = line.to_lowercase();
    if is_in(ANNOUNCEMENTS, &lower) {
        return true;
    }
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '_' | '=' | ' ' | '*');
    let inner = lower.trim_matches(dash).trim_end_matches(':').trim();
    let dashes = lower.chars().take_while(|c| dash(*c)).filter(|c| *c != ' ').count();
    dashes >= 2 && words(SEPARATORS).any(|words| inner.starts_with(words) && inner.len() <= words.len() + 40)
}

/// The label of a header line, in lower case, and what stands behind it.
fn label(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches(['*', ' ', '\t', '_']);
    let head: String = line.chars().take(24).collect();
    let (name, _) = head.split_once(':')?;
    let value = line.get(name.len() + 1..)?.trim_start_matches('*').trim();
    Some((name.trim_matches(['*', ' ', '_']).trim_end().to_lowercase(), value))
}

/// The label of a line, where mail clients use it.
fn known_label(line: &str) -> Option<(String, &str)> {
    label(line).filter(|(name, _)| is_in(FROM, name) || is_in(OTHER, name))
}

/// How many lines a block of labels takes: at least three labels, a sender among them, in the first seven lines.
fn block(lines: &[&str]) -> Option<usize> {
    known_label(lines.first()?)?;
    let (mut labels, mut sender, mut last) = (0, false, 0);
    for (at, line) in lines.iter().take(9).enumerate() {
        match known_label(line) {
            Some((name, _)) => {
                labels += 1;
                sender |= is_in(FROM, &name);
                last = at;
            }
            // Outlook wraps long lists of recipients, and some clients put an empty line between labels.
            None if at <= last + 1
                && (line.trim().is_empty() || line.starts_with([' ', '\t', '<']) || line.contains('@')) => {}
            None => break,
        }
    }
    (labels >= 3 && sender).then_some(last + 1)
}

/// How many lines a sentence takes that says who wrote when.
fn attribution(lines: &[&str]) -> Option<usize> {
    // Most lines are followed by no such end, and need not be looked at more closely.
    let ends = |line: &&str| line.trim_end().ends_with([':', '：', '-']) || line.trim_end().ends_with("wrote");
    if !lines.iter().take(4).any(ends) {
        return None;
    }
    let first = undashed(lines.first()?).to_lowercase();
    let opens =
        words(OPENINGS).any(|opening| first.starts_with(opening)) || first.starts_with(|c: char| c.is_ascii_digit());
    if !opens && !first.contains('@') && !words(WROTE).any(|verb| first.contains(verb)) {
        return None;
    }
    let mut sentence = String::new();
    for (at, line) in lines.iter().take(4).enumerate() {
        if line.trim().is_empty() || sentence.len() + line.len() > LONGEST {
            return None;
        }
        sentence.push_str(undashed(line));
        sentence.push(' ');
        let lower = sentence.trim_end().to_lowercase();
        // Some clients leave the colon out, but never the address.
        if lower.ends_with(" wrote") && lower.contains('@') {
            return says_who_wrote(&lower, opens).then_some(at + 1);
        }
        if lower.ends_with([':', '：']) {
            return says_who_wrote(&lower, opens).then_some(at + 1);
        }
        if lower.ends_with(['.', '?', '!']) && !lower.contains('@') {
            return None;
        }
    }
    None
}

/// «---- On … wrote ----» without its dashes.
fn undashed(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix("----").map_or(line, |rest| rest.trim_matches(['-', ' ']))
}

fn says_who_wrote(sentence: &str, opens: bool) -> bool {
    let verb = words(WROTE).any(|verb| sentence.contains(verb));
    let address = sentence.contains('@');
    let dated = has_year_and_time(sentence);
    (verb && ((opens && (address || dated)) || (address && sentence.contains('<'))))
        || (opens && address && dated && sentence.ends_with(">:"))
}

/// A year, or a clock time.
fn has_year_and_time(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).any(|at| {
        let year = digit(at) && digit(at + 1) && digit(at + 2) && digit(at + 3);
        let time = digit(at) && matches!(bytes.get(at + 1), Some(b':' | b'.')) && digit(at + 2) && digit(at + 3);
        year || time
    })
}

/// Who wrote, and when, as far as the header says.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    pub(super) from: Address,
    pub(super) to: Vec<Address>,
    pub(super) date: Option<Timestamp>,
    pub(super) subject: String,
}

/// Reads a header's lines.
pub(super) fn read(lines: &[&str], style: Style, today: Date) -> Origin {
    match style {
        Style::Separator => Origin::default(),
        Style::Attribution => {
            let sentence = lines.join(" ");
            Origin { from: author(&sentence), date: moment(&sentence, today), ..Origin::default() }
        }
        Style::Block => block_origin(lines, today),
    }
}

fn block_origin(lines: &[&str], today: Date) -> Origin {
    let mut origin = Origin::default();
    for (name, value) in lines.iter().filter_map(|line| label(line)) {
        match name.as_str() {
            "emne" | "sujet" | "subject" | "ämne" | "betreff" | "objet" => value.clone_into(&mut origin.subject),
            "sendt" | "sendt den" | "envoyé le" | "message du" | "sent" | "dato" | "date" | "skickat" | "gesendet"
            | "datum" | "envoyé" => {
                origin.date = moment(value, today);
            }
            "til" | "to" | "till" | "an" | "à" => origin.to = value.split(';').map(address).collect(),
            from if is_in(FROM, from) => origin.from = address(value),
            _ => {}
        }
    }
    origin
}

/// `Per Haug <per.haug@example.no>`, also as Outlook writes it: `[mailto:…]`.
fn address(text: &str) -> Address {
    let (start, end) = match (text.find(['<', '[']), text.rfind(['>', ']'])) {
        (Some(start), Some(end)) if start < end => (start, end),
        _ if text.contains('@') => return Address { name: None, address: text.trim().to_lowercase() },
        _ => return Address { name: named(text), address: String::new() },
    };
    let address = text[start + 1..end].trim().trim_start_matches("mailto:").to_lowercase();
    Address { name: named(&text[..start]), address }
}

fn named(text: &str) -> Option<String> {
    let name = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '*' | ':'));
    (!name.is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

/// The author of an attribution: behind «skrev» or behind the time, up to the address or the verb.
fn author(sentence: &str) -> Address {
    let sentence = sentence.trim().trim_end_matches(':').trim_end();
    let mut rest = ["skrev", "schrieb", "schreef"]
        .iter()
        .filter_map(|verb| sentence.rsplit_once(verb))
        .map(|(_, rest)| rest)
        .next();
    if rest.is_none_or(|rest| rest.trim().is_empty()) {
        let cut = words(WROTE).filter_map(|verb| sentence.rfind(verb)).max().unwrap_or(sentence.len());
        rest = Some(after_date(&sentence[..cut]));
    }
    let rest = rest.unwrap_or_default();
    let mut found = address(rest);
    if found.address.contains(' ') || (!found.address.is_empty() && !found.address.contains('@')) {
        found.address = String::new();
    }
    found
}

/// What stands behind the last clock time or year.
fn after_date(text: &str) -> &str {
    let name_ends = text.find('<').unwrap_or(text.len());
    let Some(last) = text[..name_ends].rfind(|c: char| c.is_ascii_digit()) else { return text };
    let rest = text[last + 1..].trim_start_matches([',', ' ', '\u{a0}', '\u{202f}']);
    ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| rest.strip_prefix(half))
        .unwrap_or(rest)
        .trim_start_matches([',', ' '])
}

/// The moment a text names, in Norwegian time; without a full date, none.
fn moment(text: &str, today: Date) -> Option<Timestamp> {
    let values = value::find(text, today);
    let date: Date = values.iter().filter(|v| v.kind == Kind::Date).find_map(|v| v.value.parse().ok())?;
    let time =
        values.iter().filter(|v| v.kind == Kind::Time).find_map(|v| v.value.parse().ok()).unwrap_or(Time::midnight());
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    Some(date.to_datetime(time).to_zoned(zone).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{Style, at, read};
    use jiff::civil::date;

    #[test]
    fn headers_of_many_clients_say_who_wrote_when() {
        type Seen<'a> = (Style, &'a str, &'a str, &'a str);
        let table: &[(&str, Option<Seen<'_>>)] = &[
            (
                "man. 16. mars 2026 kl. 10:12 skrev Per Haug <per.haug@example.no>:",
                Some((Style::Attribution, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "Den 16.03.2026 10:12, skrev Per Haug:",
                Some((Style::Attribution, "Per Haug", "", "2026-03-16T09:12:00Z")),
            ),
            (
                "On Mon, Mar 16, 2026 at 10:12 AM Per Haug <per.haug@example.no>\nwrote:",
                Some((Style::Attribution, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "Am 16.03.2026 um 10:12 schrieb Per Haug <per.haug@example.no>:",
                Some((Style::Attribution, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "Den mån 16 mars 2026 kl 10:12 skrev Per Haug <per.haug@example.no>:",
                Some((Style::Attribution, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "Le 16/03/2026 à 10:12, Per Haug <per.haug@example.no> a écrit :",
                Some((Style::Attribution, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "Fra: Per Haug <per.haug@example.no>\nSendt: mandag 16. mars 2026 10:12\nTil: Postmottak\nEmne: Tilbygg",
                Some((Style::Block, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            (
                "*From:* Per Haug [mailto:per.haug@example.no]\n*Sent:* Monday, March 16, 2026 10:12 AM\n*To:* x\n*Subject:* y",
                Some((Style::Block, "Per Haug", "per.haug@example.no", "2026-03-16T09:12:00Z")),
            ),
            ("-----Opprinnelig melding-----", Some((Style::Separator, "", "", ""))),
            ("---------- Forwarded message ---------", Some((Style::Separator, "", "", ""))),
            ("Kommunen skrev i brevet 12. mars 2026 følgende:", None),
            ("Den 12. mars ringte jeg.", None),
            ("Til: meg", None),
            ("- original message in a bottle, the one that I wrote about to you last year", None),
        ];
        for (text, expected) in table {
            let lines: Vec<&str> = text.lines().collect();
            let found = at(&lines).map(|header| {
                let origin = read(&lines[..header.lines], header.style, date(2026, 11, 21));
                assert_eq!(header.lines, lines.len(), "{text}");
                (
                    header.style,
                    origin.from.name.unwrap_or_default(),
                    origin.from.address,
                    origin.date.map(|at| at.to_string()).unwrap_or_default(),
                )
            });
            let expected =
                expected.map(|(style, name, address, at)| (style, name.to_owned(), address.to_owned(), at.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
