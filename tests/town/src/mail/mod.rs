//! Mail (e-post) as the town keeps it, in mailboxes and folders.

mod eml;
mod ident;
mod post;

pub(crate) use eml::read;
pub(crate) use ident::hashed;
pub(crate) use post::{Outgoing, Post};

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A name and an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Address {
    /// Display name; the address where there is none.
    pub name: String,
    /// The address, as written.
    pub address: String,
}

impl Address {
    /// An address with a name.
    #[must_use]
    pub fn new(name: &str, address: &str) -> Self {
        let name = if name.is_empty() { address } else { name };
        Self { name: name.to_owned(), address: address.to_owned() }
    }
}

/// A folder of a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Folder {
    /// Innboks.
    Inbox,
    /// Sendte elementer.
    SentItems,
    /// Kladd.
    Drafts,
    /// Slettede elementer.
    DeletedItems,
}

impl Folder {
    pub(crate) const ALL: [Self; 4] = [Self::Inbox, Self::SentItems, Self::Drafts, Self::DeletedItems];

    /// By well-known name, in any case.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|folder| folder.name().eq_ignore_ascii_case(name))
    }

    /// Well-known name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::SentItems => "sentitems",
            Self::Drafts => "drafts",
            Self::DeletedItems => "deleteditems",
        }
    }
}

/// An attached file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) content_id: Option<String>,
    pub(crate) inline: bool,
    pub(crate) bytes: Vec<u8>,
}

/// One mail in one mailbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mail {
    /// Number within the town; stays when the mail is moved.
    pub number: u64,
    /// How often it was moved; its changing id depends on it.
    pub(crate) moves: u32,
    /// How often it was changed.
    pub(crate) changes: u32,
    /// The mailbox it lies in.
    pub mailbox: String,
    /// The folder it lies in; none for a mail that is not delivered yet.
    pub folder: Option<Folder>,
    /// Message-ID with its angle brackets.
    pub internet_id: String,
    /// What the conversation id is made of: the Message-ID of the first mail.
    pub(crate) root: String,
    /// Message-IDs in In-Reply-To and References.
    pub(crate) references: Vec<String>,
    /// Subject.
    pub subject: String,
    /// Sender.
    pub from: Address,
    /// To.
    pub to: Vec<Address>,
    /// Cc.
    pub cc: Vec<Address>,
    /// Bcc.
    pub bcc: Vec<Address>,
    /// Reply-To.
    pub reply_to: Vec<Address>,
    /// Unix seconds.
    pub received: i64,
    /// Body as text.
    pub text: String,
    /// Body as HTML, where there is one.
    pub html: Option<String>,
    /// Header fields in their order.
    pub headers: Vec<(String, String)>,
    pub(crate) files: Vec<File>,
    /// Whether it was read.
    pub read: bool,
    /// Categories.
    pub categories: Vec<String>,
    /// Custom properties that an add-in saved with the mail.
    pub properties: BTreeMap<String, Value>,
}

impl Mail {
    /// Whether it is a draft.
    #[must_use]
    pub fn draft(&self) -> bool {
        self.folder == Some(Folder::Drafts)
    }

    /// The whole as it travels, as far as this town keeps it.
    pub(crate) fn as_mime(&self) -> String {
        let list = |all: &[Address]| all.iter().map(|one| one.address.clone()).collect::<Vec<_>>().join(", ");
        let head = [
            ("Message-ID", self.internet_id.clone()),
            ("From", self.from.address.clone()),
            ("To", list(&self.to)),
            ("Cc", list(&self.cc)),
            ("Subject", self.subject.clone()),
            ("MIME-Version", "1.0".to_owned()),
            ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ];
        let lines =
            head.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}: {value}\r\n"));
        format!("{}\r\n{}", lines.collect::<String>(), self.text)
    }

    /// The body as HTML, made from the text where there is none.
    pub(crate) fn as_html(&self) -> String {
        self.html.clone().unwrap_or_else(|| html_of(&self.text))
    }

    /// Everybody it goes to.
    pub(crate) fn recipients(&self) -> impl Iterator<Item = &Address> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }
}

/// Plain text as the HTML a mailbox shows.
pub(crate) fn html_of(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(crate::entra::escaped).collect();
    format!("<html><head></head><body><div>{}</div></body></html>", lines.join("<br>\r\n"))
}

/// Line breaks without their attributes, which the conversion would not know again.
fn bare_breaks(html: &str) -> String {
    let mut pieces = html.split("<br ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |done, piece| done + "<br>" + piece.split_once('>').map_or("", |(_, rest)| rest))
}

/// HTML as plain text; blocks and points of a list stand on lines of their own, as Exchange writes them.
pub(crate) fn text_of(html: &str) -> String {
    let apart = [("</li>", "</li><br>"), ("</div>", "</div><br>"), ("</b> ", "</b>&nbsp;")];
    let html = apart.iter().fold(bare_breaks(html), |html, (end, more)| html.replace(end, more));
    mail_parser::decoders::html::html_to_text(&html).replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn lines_stay_apart_whatever_a_client_writes_in_their_breaks() {
        for html in ["Hilsen<br>Kari", "Hilsen<br class=\"\">Kari", "Hilsen<br style=\"x\" />Kari"] {
            assert_eq!(text_of(html).split_whitespace().collect::<Vec<_>>(), ["Hilsen", "Kari"], "{html}");
        }
    }
}
