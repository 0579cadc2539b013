//! The comparison at Send (sluse): the sealed block whole and first, after it only what is known; anything else counts as changed.

use super::{
    difference::{difference, first},
    dress::{Dress, Dressed, judged},
    known::{Known, bare_link, links},
    seal::{Seal, subject},
};
use crate::{draft::normal::normalise, thread::Attachment};
use jiff::Timestamp;
use vocabulary::{ConversationId, GateMode, Reference};

/// Scalars of the words that a sentence about a difference quotes.
const QUOTED: usize = 80;

/// A mail as it is about to leave; addresses lower case, text from the client's HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// The reference found.
    pub reference: Option<Reference>,
    /// The conversation, where the client knew it.
    pub conversation: Option<ConversationId>,
    /// Sender.
    pub from: String,
    /// To.
    pub to: Vec<String>,
    /// Cc.
    pub cc: Vec<String>,
    /// Bcc.
    pub bcc: Vec<String>,
    /// Subject as it stands.
    pub subject: String,
    /// The text a reader sees.
    pub text: String,
    /// Text that is there but not seen (white, tiny, hidden).
    pub hidden: String,
    /// Targets of links, and pictures, in the HTML.
    pub links: Vec<String>,
    /// How the words are dressed.
    pub dress: Dress,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// Why the gate answers as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Exactly the sealed mail.
    Same,
    /// Nothing to hold against it.
    Nothing,
    /// The text differs: removed words, added words, at the first difference.
    TextChanged {
        /// What stood there.
        was: String,
        /// What stands there now.
        now: String,
    },
    /// Text after the sealed block that is not known.
    TextAdded(String),
    /// Text that a reader does not see.
    HiddenText,
    /// Words that are not read as they stand: pale, struck out, turned round.
    LooksOtherwise,
    /// Links or pictures that were not in the sealed text.
    LinkAdded(String),
    /// Recipients who were not sealed.
    RecipientAdded(Vec<String>),
    /// Another sender.
    SenderChanged,
    /// Another subject.
    SubjectChanged,
    /// Other attachments.
    AttachmentsChanged,
    /// Another conversation.
    OtherConversation,
    /// The seal is too old.
    Expired,
    /// A mail has already left under this seal.
    Used,
    /// The server itself was told to send it, and it may have left.
    Leaving,
    /// The draft is not released: it waits, was returned, or has open findings.
    NotReleased,
    /// Unknown or somebody else's reference.
    UnknownReference,
    /// Unsealed text with a finding that stops.
    Findings(Vec<String>),
}

impl Why {
    /// Its stable name, for the trail; no personal text.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Nothing => "nothing",
            Self::TextChanged { .. } => "text_changed",
            Self::TextAdded(_) => "text_added",
            Self::HiddenText => "hidden_text",
            Self::LooksOtherwise => "looks_otherwise",
            Self::LinkAdded(_) => "link_added",
            Self::RecipientAdded(_) => "recipient_added",
            Self::SenderChanged => "sender_changed",
            Self::SubjectChanged => "subject_changed",
            Self::AttachmentsChanged => "attachments_changed",
            Self::OtherConversation => "other_conversation",
            Self::Expired => "expired",
            Self::Used => "used",
            Self::Leaving => "leaving",
            Self::NotReleased => "not_released",
            Self::UnknownReference => "unknown_reference",
            Self::Findings(_) => "findings",
        }
    }
}

/// Where in the pane a person finds what the gate's answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The difference: the sentence itself quotes it.
    Difference,
    /// Who gets it.
    Recipients,
    /// The lines of a signature.
    Signature,
    /// How the draft stands, and what is to be done next.
    Standing,
    /// The draft, to be inserted anew or used in place of what was written.
    Draft,
}

impl Place {
    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Difference => "difference",
            Self::Recipients => "recipients",
            Self::Signature => "signature",
            Self::Standing => "standing",
            Self::Draft => "draft",
        }
    }
}

impl Why {
    /// Where in the pane it is put right.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::TextChanged { .. } | Self::HiddenText | Self::LooksOtherwise | Self::LinkAdded(_) => {
                Place::Difference
            }
            Self::TextAdded(_) => Place::Signature,
            Self::RecipientAdded(_) | Self::SenderChanged | Self::SubjectChanged | Self::AttachmentsChanged => {
                Place::Recipients
            }
            Self::Expired | Self::Used | Self::Leaving | Self::NotReleased => Place::Standing,
            Self::OtherConversation | Self::UnknownReference | Self::Findings(_) | Self::Same | Self::Nothing => {
                Place::Draft
            }
        }
    }
}

/// The gate's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It may leave.
    Allow,
    /// A person decides after reading why.
    Ask(Why),
    /// It may not leave.
    Stop(Why),
}

/// The answer as the house wants it: where the gate is only to ask, it asks in place of stopping; where it is off, it lets everything go.
#[must_use]
pub fn under(mode: GateMode, answer: Answer) -> Answer {
    match (mode, answer) {
        (GateMode::Off, _) => Answer::Allow,
        (GateMode::Prompt, Answer::Stop(why)) => Answer::Ask(why),
        (_, answer) => answer,
    }
}

/// Holds a mail against its seal; what stops comes before what is asked about.
///
/// Removed recipients are fine. An added recipient is asked about alone, after everything else was found the same; whether the
/// content may go there is for the checks (`check::run` with that recipient). A link that is neither in the sealed text nor in the
/// thread stops where our block is all there is; below a quote it is asked about, for clients rewrite the links of a quote.
#[must_use]
pub fn compare(seal: &Seal, outgoing: &Outgoing, known: &Known, now: Timestamp) -> Answer {
    let stopped = dead(seal, now)
        .or_else(|| around(seal, outgoing, known))
        .or_else(|| hidden(outgoing))
        .or_else(|| words(seal, &outgoing.text, known));
    if let Some(why) = stopped {
        return Answer::Stop(why);
    }
    let dressed = judged(seal, outgoing, known);
    if let Dressed::Stop(why) = dressed {
        return Answer::Stop(why);
    }
    if let Some(link) = added_link(seal, outgoing, known) {
        let alone = normalise(&outgoing.text).len() <= seal.text.len();
        let why = Why::LinkAdded(super::difference::shortened(&link, QUOTED));
        return if alone { Answer::Stop(why) } else { Answer::Ask(why) };
    }
    if let Dressed::Ask(why) = dressed {
        return Answer::Ask(why);
    }
    let added = added_recipients(seal, outgoing);
    if added.is_empty() { Answer::Allow } else { Answer::Ask(Why::RecipientAdded(added)) }
}

/// Whether a mail without its reference is the sealed one all the same, pasted or edited: more than half of the sealed words stand
/// at its beginning, in their order.
#[must_use]
pub fn resembles(seal: &Seal, text: &str) -> bool {
    let text = normalise(text);
    let (sealed, now) = (tokens(&seal.text), tokens(&text));
    let reach = (sealed.len() + sealed.len() / 4).min(now.len());
    let stretches = difference(&sealed.join(" "), &now[..reach].join(" "));
    let same = stretches.iter().filter(|stretch| stretch.is_same());
    2 * same.map(|stretch| stretch.text().split_whitespace().count()).sum::<usize>() > sealed.len()
}

/// The part of a mail above the first quote: what its sender wrote now. A quote begins at a line of `>`, at `Fra:`/`From:` with `Sendt:`,
/// `Til:` or the like in the lines after, at `Den … skrev …:`, or at `-----Opprinnelig melding-----`.
#[must_use]
pub fn above_quote(text: &str) -> &str {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_quote(line.trim(), &text[at + line.len()..]) {
            return &text[..at];
        }
        at += line.len();
    }
    text
}

fn begins_quote(line: &str, after: &str) -> bool {
    let line = line.to_lowercase();
    let begins = |text: &str, all: &[&str]| all.iter().any(|word| text.starts_with(word));
    let fields = ["sendt:", "sent:", "dato:", "date:", "til:", "to:"];
    let field_follows = || after.lines().take(6).any(|next| begins(&next.trim().to_lowercase(), &fields));
    let says = |word: &str| line.contains(word) && line.ends_with(':');
    line.starts_with('>')
        || begins(&line, &["fra:", "frå:", "from:"])
            && (field_follows() || fields.iter().any(|field| line.contains(field)))
        || begins(&line, &["den ", "on ", "på "]) && (says(" skrev") || says(" wrote"))
        || begins(&line, &["-----opp", "----- opp", "-----orig", "----- orig", "---------- forwarded"])
}

/// Recipients whom the seal does not name, or who were sealed as blind copies and now are seen by the others.
#[must_use]
pub fn added_recipients(seal: &Seal, outgoing: &Outgoing) -> Vec<String> {
    let envelope = &seal.envelope;
    let mut added: Vec<String> = Vec::new();
    let open = outgoing.to.iter().chain(&outgoing.cc).map(|address| (address, false));
    for (address, blind) in open.chain(outgoing.bcc.iter().map(|address| (address, true))) {
        let named = |list: &[String]| list.iter().any(|sealed| sealed.eq_ignore_ascii_case(address.trim()));
        let sealed = named(&envelope.to) || named(&envelope.cc) || (blind && named(&envelope.bcc));
        if !sealed && !added.contains(address) {
            added.push(address.clone());
        }
    }
    added
}

fn dead(seal: &Seal, now: Timestamp) -> Option<Why> {
    if seal.sent.is_some() {
        return Some(Why::Used);
    }
    (!seal.is_alive(now)).then_some(Why::Expired)
}

fn around(seal: &Seal, outgoing: &Outgoing, known: &Known) -> Option<Why> {
    let envelope = &seal.envelope;
    if outgoing.conversation.as_ref().is_some_and(|conversation| *conversation != seal.conversation) {
        return Some(Why::OtherConversation);
    }
    if !outgoing.from.trim().eq_ignore_ascii_case(&envelope.from) {
        return Some(Why::SenderChanged);
    }
    if subject(&outgoing.subject) != envelope.subject {
        return Some(Why::SubjectChanged);
    }
    let changed = !same_files(&envelope.attachments, outgoing)
        || outgoing
            .attachments
            .iter()
            .any(|file| file.inline && !sealed(&envelope.attachments, file) && !known.has_image(file));
    changed.then_some(Why::AttachmentsChanged)
}

fn same_files(sealed_files: &[Attachment], outgoing: &Outgoing) -> bool {
    let mut left: Vec<&Attachment> = sealed_files.iter().collect();
    for file in outgoing.attachments.iter().filter(|file| !file.inline || sealed(sealed_files, file)) {
        let Some(place) = left.iter().position(|sealed| same_file(sealed, file)) else { return false };
        left.swap_remove(place);
    }
    left.is_empty()
}

fn sealed(files: &[Attachment], file: &Attachment) -> bool {
    files.iter().any(|sealed| same_file(sealed, file))
}

/// By name, size and content; a seal that knows the content is not satisfied by a client that could not read it.
fn same_file(sealed: &Attachment, file: &Attachment) -> bool {
    let same_content = sealed.sha256.is_none() || sealed.sha256 == file.sha256;
    sealed.name == file.name && sealed.size == file.size && same_content
}

fn hidden(outgoing: &Outgoing) -> Option<Why> {
    (!normalise(&outgoing.hidden).is_empty()).then_some(Why::HiddenText)
}

/// Whether a text is the sealed one with nothing but known text below.
#[must_use]
pub fn same_text(seal: &Seal, text: &str, known: &Known) -> bool {
    words(seal, text, known).is_none()
}

fn words(seal: &Seal, text: &str, known: &Known) -> Option<Why> {
    let text = normalise(text);
    let (sealed, now) = (tokens(&seal.text), tokens(&text));
    if !now.starts_with(&sealed) {
        let reach = (sealed.len() + sealed.len() / 4 + 40).min(now.len());
        let (was, now) = first(&sealed.join(" "), &now[..reach].join(" "), QUOTED)?;
        return Some(Why::TextChanged { was, now });
    }
    known.first_unknown(&now[sealed.len()..].join(" ")).map(Why::TextAdded)
}

/// The words of a normal form without the lone signs that stand for a point of a list: clients write them as they like.
pub(super) fn tokens(normal: &str) -> Vec<&str> {
    normal.split(' ').filter(|word| !matches!(*word, "" | "-" | "•" | "*" | "–" | "·")).collect()
}

fn added_link(seal: &Seal, outgoing: &Outgoing, known: &Known) -> Option<String> {
    let sealed = links(&seal.text);
    // A picture inside the text is an attachment, and was held against the seal as one.
    let fine = |link: &&String| link.starts_with("cid:") || sealed.contains(&bare_link(link)) || known.has_link(link);
    outgoing.links.iter().find(|link| !fine(link)).cloned()
}

#[cfg(test)]
pub(super) mod tests;
