//! What may stand below the sealed block (kjent tekst): the mails of the thread as a client quotes them, and the person's signature.
//!
//! Strict on purpose. A word below the block is known when it is one of four or more that follow each other in a mail of the thread
//! (or the whole of a shorter mail), or when it belongs to the line that a client puts before a quote: it must begin with a word
//! such as `Fra` or `Den`, and hold nothing but such words and the senders, recipients, subject and date of a mail of the thread.
//! Leaving words of the quote out is fine; a word changed, added or moved is not known.

use super::{Signature, difference::shortened, seal::subject};
use crate::{
    draft::normal::normalise,
    thread::{Address, Attachment, Message},
};
use jiff::{Timestamp, Zoned, tz::TimeZone};
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

/// Scalars of the unknown words that are told.
const QUOTED: usize = 80;
/// Words that must follow each other as they do in the thread.
const RUN: usize = 4;
/// Words that begin the line before a quote.
const OPENERS: [&str; 12] = [
    "fra",
    "frå",
    "from",
    "den",
    "on",
    "på",
    "opprinnelig",
    "opphavleg",
    "original",
    "videresendt",
    "forwarded",
    "begynnelse",
];
/// Other words of that line.
const BETWEEN: [&str; 36] = [
    "sendt",
    "sent",
    "til",
    "to",
    "kopi",
    "cc",
    "emne",
    "subject",
    "dato",
    "date",
    "skrev",
    "wrote",
    "kl",
    "at",
    "melding",
    "message",
    "following",
    "følgende",
    "følgjande",
    "viktighet",
    "importance",
    "mailto",
    "am",
    "pm",
    "the",
    "av",
    "by",
    "og",
    "and",
    "svar",
    "re",
    "sv",
    "vs",
    "fwd",
    "fw",
    "e-post",
];

/// What is known of a conversation, made once per comparison.
#[derive(Clone, Debug, Default)]
pub struct Known {
    runs: HashSet<u64>,
    header: HashSet<String>,
    links: HashSet<String>,
    /// What may follow the block at once, one after the other: the person's signature, the house's notice.
    below: Vec<Vec<String>>,
    images: Vec<Attachment>,
}

impl Known {
    /// The mails of the thread.
    #[must_use]
    pub fn of(messages: &[Message]) -> Self {
        let mut known = Self::default();
        for message in messages {
            known.learn(message);
        }
        known
    }

    /// Also the signature that the person registered.
    #[must_use]
    pub fn signed(mut self, signature: Option<&Signature>) -> Self {
        let Some(signature) = signature else { return self };
        self.images.extend(signature.images().iter().cloned());
        self.with_below(signature.text())
    }

    /// Also a text that the house puts below every mail; empty where it puts none.
    #[must_use]
    pub fn with_below(mut self, text: &str) -> Self {
        self.links.extend(links(text));
        self.below.extend(Some(words(text)).filter(|words| !words.is_empty()));
        self
    }

    fn learn(&mut self, message: &Message) {
        let all = words(&message.text);
        let bare: Vec<String> = all.iter().filter(|word| !is_link(word)).cloned().collect();
        for words in [&all, &bare] {
            self.runs.extend(words.windows(RUN.min(words.len()).max(1)).map(hashed));
        }
        let people = [&message.from].into_iter().chain(&message.to).chain(&message.cc).chain(&message.reply_to);
        for person in people {
            self.header.extend(of_address(person));
            self.links.insert(bare_link(&person.address));
        }
        self.header.extend(words(&message.subject).into_iter().chain(words(&subject(&message.subject))).map(lower));
        self.header.extend(message.date.into_iter().flat_map(of_date));
        self.links.extend(links(&message.text));
        self.images.extend(message.attachments.iter().filter(|file| file.inline).cloned());
    }

    /// Whether this target of a link stands in a mail of the thread.
    #[must_use]
    pub fn has_link(&self, target: &str) -> bool {
        self.links.contains(&bare_link(target))
    }

    /// Whether a picture with this name and size (and content, where both are known) is in the thread.
    #[must_use]
    pub fn has_image(&self, image: &Attachment) -> bool {
        self.images.iter().any(|known| {
            let same_content = known.sha256.is_none() || image.sha256.is_none() || known.sha256 == image.sha256;
            known.name == image.name && known.size == image.size && same_content
        })
    }

    /// The first words of `tail` that are not known, shortened; `None` when all are.
    #[must_use]
    pub fn first_unknown(&self, tail: &str) -> Option<String> {
        let all = words(tail);
        let rest = self.after_below(&all);
        let mut quoted = vec![false; rest.len()];
        for length in [RUN, 3, 2, 1] {
            for (at, run) in rest.windows(length).enumerate() {
                let alone = length == RUN || (at == 0 || quoted[at - 1] || self.is_header(&rest[at - 1]));
                if alone && self.runs.contains(&hashed(run)) {
                    quoted[at..at + length].fill(true);
                }
            }
        }
        self.outside_headers(rest, &quoted)
    }

    /// What is left after the signature and the notice, each of which stands there once at most.
    fn after_below<'a>(&self, words: &'a [String]) -> &'a [String] {
        let mut rest = words;
        let mut left: Vec<&Vec<String>> = self.below.iter().collect();
        while let Some(place) = left.iter().position(|below| rest.starts_with(below)) {
            rest = &rest[left.swap_remove(place).len()..];
        }
        rest
    }

    /// The first words that are in no quote and in no line before a quote; such a line is followed by its quote.
    fn outside_headers(&self, words: &[String], quoted: &[bool]) -> Option<String> {
        let mut line: Option<usize> = None;
        let begins = |at: usize| OPENERS.contains(&words[at].to_lowercase().as_str()).then_some(at);
        for (at, word) in words.iter().enumerate() {
            line = line.filter(|_| self.is_header(word)).or_else(|| begins(at));
            if !quoted[at] && line.is_none() {
                let stops = |place: &usize| quoted[*place] || begins(*place).is_some();
                let end = (at..words.len()).find(stops).unwrap_or(words.len());
                return Some(shortened(&words[at..end].join(" "), QUOTED));
            }
        }
        let dangling = line.filter(|start| quoted[*start..].contains(&false))?;
        Some(shortened(&words[dangling..].join(" "), QUOTED))
    }

    fn is_header(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        OPENERS.contains(&word.as_str()) || BETWEEN.contains(&word.as_str()) || self.header.contains(&word)
    }
}

/// The words of a text without the signs that quoting and layout put around them; case counts.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(is_sign).to_owned();
    normalise(text).split(' ').map(bare).filter(|word| !word.is_empty()).collect()
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '>' | '<'
            | '|'
            | '*'
            | '_'
            | '-'
            | '–'
            | '—'
            | '='
            | '•'
            | '·'
            | '"'
            | '\''
            | '«'
            | '»'
            | '“'
            | '”'
            | '('
            | ')'
            | '['
            | ']'
            | ':'
            | ';'
            | ','
            | '.'
    )
}

fn is_link(word: &str) -> bool {
    word.contains("://") || word.starts_with("mailto:") || word.starts_with("cid:")
}

/// Everything in a text that could be the target of a link, without its scheme.
#[must_use]
pub fn links(text: &str) -> HashSet<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"'));
    parts.filter(|part| part.contains(['.', '@']) || part.len() >= 8).map(bare_link).collect()
}

/// The target of a link without scheme, closing slash and the signs around it, so that two spellings compare equal.
#[must_use]
pub fn bare_link(target: &str) -> String {
    let target = target.trim().trim_matches(is_sign);
    let target = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:")).unwrap_or(target);
    let target = target.split_once("://").map_or(target, |(_, rest)| rest);
    target.trim_end_matches('/').to_lowercase()
}

fn hashed(run: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}

fn lower(word: impl AsRef<str>) -> String {
    word.as_ref().to_lowercase()
}

fn of_address(address: &Address) -> Vec<String> {
    let name = address.name.as_deref().unwrap_or_default();
    let both = format!("{name}<{0}> {name}<mailto:{0}> mailto:{0} {0}<mailto:{0}>", address.address);
    words(name).into_iter().chain(words(&both)).chain(words(&address.address)).map(lower).collect()
}

/// A moment as clients write it before a quote, in Norwegian time and in UTC.
fn of_date(at: Timestamp) -> Vec<String> {
    let zones = [TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC), TimeZone::UTC];
    zones.into_iter().flat_map(|zone| of_moment(&at.to_zoned(zone))).collect()
}

fn of_moment(at: &Zoned) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "januar january jan",
        "februar february feb",
        "mars march mar",
        "april apr",
        "mai may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sep sept",
        "oktober october okt oct",
        "november nov",
        "desember december des dec",
    ];
    const DAYS: [&str; 7] = [
        "mandag måndag monday man mån mon",
        "tirsdag tysdag tuesday tir tys tue",
        "onsdag wednesday ons wed",
        "torsdag thursday tor tors thu",
        "fredag friday fre fri",
        "lørdag laurdag saturday lør lau sat",
        "søndag sundag sunday søn sun",
    ];
    let (year, month, day) = (at.year(), at.month(), at.day());
    let (hour, minute) = (at.hour(), at.minute());
    let half = if hour % 12 == 0 { 12 } else { hour % 12 };
    let numbers = format!(
        "{day} {day:02} {year} {day:02}.{month:02}.{year} {day}.{month}.{year} {year}-{month:02}-{day:02} {month}/{day}/{year} \
         {day:02}/{month:02}/{year} {hour:02}:{minute:02} {hour}:{minute:02} {hour:02}.{minute:02} {half}:{minute:02} \
         {hour:02}:{minute:02}:{:02} {half}:{minute:02}:{:02}",
        at.second(),
        at.second()
    );
    let month = MONTHS[usize::from(month.unsigned_abs().saturating_sub(1)) % 12];
    let weekday = DAYS[usize::from(at.weekday().to_monday_zero_offset().unsigned_abs()) % 7];
    [numbers.as_str(), month, weekday].iter().flat_map(|list| list.split(' ')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Known, Signature};
    use crate::thread::{Address, Message};

    fn known() -> Known {
        let address = |name: &str, address: &str| Address { name: Some(name.into()), address: address.into() };
        let first = Message {
            from: address("Per Haug", "per.haug@example.no"),
            to: vec![address("Postmottak", "postmottak@fjordvik.kommune.no")],
            date: "2026-03-02T08:05:00Z".parse().ok(),
            subject: "Tilbygg Storgata 12".into(),
            text: "Hei! Hva koster det å søke om tilbygg på 40 m²? Se https://example.no/plan for tegning av huset.\n\nHilsen Per".into(),
            ..Message::default()
        };
        let short = Message { text: "Ja, takk".into(), ..first.clone() };
        let signature = Signature::of("Kari Nordby\nFjordvik kommune", Vec::new()).expect("a signature");
        Known::of(&[first, short]).signed(Some(&signature)).with_below("E-post til kommunen kan bli journalført.")
    }

    #[test]
    fn what_a_client_puts_below_a_reply_is_known() {
        for tail in [
            "",
            "________________________________",
            "Kari Nordby Fjordvik kommune",
            "Kari Nordby\nFjordvik kommune\n\nE-post til kommunen kan bli journalført.\n\nFra: Per Haug\nJa, takk",
            "E-post til kommunen kan bli journalført.",
            "Fra: Per Haug <per.haug@example.no>\nSendt: mandag 2. mars 2026 09:05\nTil: Postmottak <postmottak@fjordvik.kommune.no>\n\
             Emne: Tilbygg Storgata 12\n\nHei! Hva koster det å søke om tilbygg på 40 m²? Se https://example.no/plan for tegning av huset.",
            "Den man. 2. mars 2026 kl. 09:05 skrev Per Haug <per.haug@example.no>:\n> Hei! Hva koster det å\n> søke om tilbygg på 40 m²?",
            "On Mon, Mar 2, 2026 at 9:05 AM Per Haug wrote:\n> Hva koster det å søke",
            "Kari Nordby\nFjordvik kommune\n-----Opprinnelig melding-----\nFra: Per Haug\nHva koster det å søke om tilbygg",
            "Se for tegning av huset. Hilsen Per",
            "Fra: Per Haug\nJa, takk",
        ] {
            assert_eq!(known().first_unknown(tail), None, "{tail:?}");
        }
    }

    #[test]
    fn what_somebody_typed_below_is_not_known() {
        for (tail, unknown) in [
            ("Gebyret er 12 500 kr.", "Gebyret er 12 500 kr"),
            ("Hva koster det å søke om tilbygg på 60 m²?", "60"),
            ("tilbygg om søke å det koster", "tilbygg om søke å det koster"),
            ("Fra: Per Haug 12 500 kroner", "500 kroner"),
            ("Den 2. mars 2026", "Den 2 mars 2026"),
            ("Per Haug 2. mars 2026", "Per Haug 2 mars 2026"),
            ("Kari Nordby Fjordvik kommune. Ring meg!", "Ring meg!"),
            ("👍", "👍"),
            ("Kari Nordby Fjordvik kommune Kari Nordby Fjordvik kommune", "Kari"),
            ("Kari Nordby", "Kari Nordby"),
            ("Ja, takk\nKari Nordby Fjordvik kommune", "Kari Nordby"),
            ("Hei! Hva koster det å søke PS: husk fristen", "PS husk fristen"),
        ] {
            let first = known().first_unknown(tail).unwrap_or_default();
            assert!(first.contains(unknown), "{tail:?}: {first:?}");
        }
    }
}
