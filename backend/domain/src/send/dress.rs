//! How the words of a mail are dressed (utforming), and what the gate makes of it: nothing in the sealed block, nothing unknown below it.

use super::{
    difference::shortened,
    gate::{Outgoing, Why},
    known::Known,
    seal::Seal,
};
use crate::draft::normal::normalise;

/// Scalars of what was added that are told.
const QUOTED: usize = 80;

/// Something that makes a reader see other words than those of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Words that are not read as they stand: pale, tiny, struck out, covered, turned round, drawn as signs.
    Undone,
    /// Words that are seen and are no text of the page: in a field, in a frame, written by a style sheet, for one mail program alone.
    Added(String),
    /// A picture: where it comes from (of a picture within the page only its type), and the words that stand for it.
    Picture {
        /// Its address; empty where it has none.
        source: String,
        /// The words in its place.
        alt: String,
    },
    /// Something that changes the page: where its links lead, how it looks, or that it is left for another.
    Page,
}

/// An oddity and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// Bytes of [`Dress::text`] before it.
    pub at: usize,
    /// What it is.
    pub kind: Oddity,
}

/// How the words of a page are dressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// All text of the page one after the other, blanks as they stand; only for telling places.
    pub text: String,
    /// What is odd, in the order of the page.
    pub odd: Vec<Odd>,
}

/// What the gate says to how a mail is dressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dressed {
    /// Nothing to say.
    Fine,
    /// Somebody decides: it stands below the block, where clients rewrite what they quote.
    Ask(Why),
    /// It may not leave.
    Stop(Why),
}

/// Holds the dress of a mail against its seal: in the block nothing may be odd at all, for the letter is plain and clients add nothing of the
/// kind; below it, what is seen must be known. Words of a quote may be pale or struck out, as words of it may be left out.
pub(super) fn judged(seal: &Seal, outgoing: &Outgoing, known: &Known) -> Dressed {
    if outgoing.dress.odd.is_empty() {
        return Dressed::Fine;
    }
    let block = Block::of(seal, &outgoing.dress);
    let mut asked = Dressed::Fine;
    for odd in &outgoing.dress.odd {
        let within = odd.at < block.end;
        let why = match &odd.kind {
            Oddity::Undone if within => Why::LooksOtherwise,
            Oddity::Undone => continue,
            Oddity::Page => return Dressed::Stop(Why::LooksOtherwise),
            Oddity::Added(words) if within || known.first_unknown(&normalise(words)).is_some() => {
                Why::TextAdded(shortened(words, QUOTED))
            }
            Oddity::Added(_) => continue,
            Oddity::Picture { source, alt } => match picture((source, alt), outgoing, known) {
                Some(why) => why,
                None => continue,
            },
        };
        if within || block.is_alone {
            return Dressed::Stop(why);
        }
        asked = Dressed::Ask(why);
    }
    asked
}

/// Why a picture cannot pass: it is none of the mail's own files and of no mail of the thread, or words stand for it that nobody knows.
fn picture((source, alt): (&str, &str), outgoing: &Outgoing, known: &Known) -> Option<Why> {
    let own = source.starts_with("cid:") && is_attached(source, outgoing);
    if own || known.has_link(source) {
        return None;
    }
    let words = normalise(alt);
    if words.contains(char::is_alphanumeric) && known.first_unknown(&words).is_some() {
        return Some(Why::TextAdded(shortened(&words, QUOTED)));
    }
    let seen = !source.is_empty() && !source.starts_with("cid:");
    seen.then(|| Why::LinkAdded(shortened(source, QUOTED)))
}

/// Whether a picture in the text is one of the attached files: of that name, or one of as many as there are.
fn is_attached(source: &str, outgoing: &Outgoing) -> bool {
    let name = source.trim_start_matches("cid:");
    let inline: Vec<_> = outgoing.attachments.iter().filter(|file| file.inline).collect();
    let shown: std::collections::BTreeSet<&str> = outgoing
        .dress
        .odd
        .iter()
        .filter_map(|odd| match &odd.kind {
            Oddity::Picture { source, .. } => source.strip_prefix("cid:"),
            _ => None,
        })
        .collect();
    inline.iter().any(|file| name == file.name || name.starts_with(&format!("{}@", file.name)))
        || shown.len() <= inline.len()
}

/// Where the sealed block ends in the text of the page.
struct Block {
    /// Bytes.
    end: usize,
    /// Whether nothing stands below it.
    is_alone: bool,
}

impl Block {
    /// The block is as many letters as were sealed; blanks, and signs before the points of a list, are the client's.
    fn of(seal: &Seal, dress: &Dress) -> Self {
        let sealed: usize = super::gate::tokens(&seal.text).iter().map(|word| word.chars().count()).sum();
        let mut left = sealed;
        let mut end = dress.text.len();
        let mut from = 0;
        // In pieces between blanks, so that the normal form is made once over every letter.
        for piece in dress.text.split_inclusive(char::is_whitespace) {
            let letters = normalise(piece).chars().filter(|c| !c.is_whitespace()).count();
            from += piece.len();
            if letters >= left {
                end = from;
                break;
            }
            left -= letters;
        }
        let rest = normalise(&dress.text[end.min(dress.text.len())..]);
        Self { end, is_alone: !rest.contains(char::is_alphanumeric) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Dress};
    use crate::send::gate::tests::seal;

    #[test]
    fn the_block_ends_where_its_last_letter_stands() {
        let letter = crate::send::gate::tests::LETTER;
        for (text, end, alone) in [
            (letter.to_owned(), letter.len(), true),
            (format!("{letter}\n\nFra: Per"), letter.len() + 1, false),
            (format!("\n {letter} \u{a0}\n"), letter.len() + 3, true),
            (format!("{}\u{200b}{letter}", "\u{200b}".repeat(50)), letter.len() + 153, true),
            ("Hei".to_owned(), 3, true),
        ] {
            let block = Block::of(&seal(), &Dress { text: text.clone(), odd: Vec::new() });
            assert_eq!((block.end, block.is_alone), (end, alone), "{text:?}");
        }
    }
}
