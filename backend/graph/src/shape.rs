//! Graph's JSON (<https://learn.microsoft.com/graph/api/resources/message>) and the mail it becomes.

use crate::{SYSTEM, garbled, id};
use domain::{
    port::{Failure, FailureKind},
    thread::{Address, Attachment, Message},
};
use jiff::Timestamp;
use serde::Deserialize;
use vocabulary::{MailId, limit};

/// One page of a list.
#[derive(Deserialize)]
pub(crate) struct Page {
    /// The mails.
    pub(crate) value: Vec<Mail>,
    /// Where the next page is.
    #[serde(rename = "@odata.nextLink")]
    pub(crate) next: Option<String>,
}

/// The answered mail's headers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Answered {
    pub(crate) id: String,
    #[serde(rename = "conversationId")]
    pub(crate) conversation: Option<String>,
    #[serde(default, rename = "internetMessageHeaders")]
    pub(crate) headers: Vec<Header>,
}

/// One header, in the order of the mail.
#[derive(Deserialize)]
pub(crate) struct Header {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) value: String,
}

/// A draft as createReply gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Draft {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) is_draft: bool,
    pub(crate) body: Option<Body>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mail {
    id: String,
    subject: Option<String>,
    from: Option<Recipient>,
    sender: Option<Recipient>,
    #[serde(default)]
    reply_to: Vec<Recipient>,
    #[serde(default)]
    to_recipients: Vec<Recipient>,
    #[serde(default)]
    cc_recipients: Vec<Recipient>,
    #[serde(default)]
    bcc_recipients: Vec<Recipient>,
    received_date_time: Option<String>,
    sent_date_time: Option<String>,
    #[serde(default)]
    is_draft: bool,
    internet_message_id: Option<String>,
    body: Option<Body>,
    unique_body: Option<Body>,
    #[serde(default)]
    attachments: Vec<Enclosed>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Body {
    #[serde(default)]
    pub(crate) content_type: String,
    #[serde(default)]
    pub(crate) content: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: Option<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: Option<String>,
    address: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Enclosed {
    name: Option<String>,
    #[serde(default)]
    size: u64,
    #[serde(default)]
    is_inline: bool,
}

impl Mail {
    /// The mail as the domain knows it.
    pub(crate) fn into_message(self) -> Result<Message, Failure> {
        let from = self.from.or(self.sender).map(Recipient::into_address).unwrap_or_default();
        let mut reply_to = addresses(self.reply_to);
        reply_to.retain(|address| address.address != from.address);
        Ok(Message {
            id: Some(MailId::new(id::told(&self.id)?)),
            internet_id: self.internet_message_id.filter(|id| !id.is_empty()),
            from,
            reply_to,
            to: addresses(self.to_recipients),
            cc: addresses(self.cc_recipients),
            bcc: addresses(self.bcc_recipients),
            date: moment(self.received_date_time)?.or(moment(self.sent_date_time)?),
            subject: self.subject.unwrap_or_default(),
            text: text(self.body, self.unique_body)?,
            attachments: self.attachments.into_iter().map(Enclosed::into_attachment).collect(),
            authenticated: None,
            draft: self.is_draft,
        })
    }
}

/// The whole body; where Graph has none, at least what is new in this mail.
fn text(body: Option<Body>, unique: Option<Body>) -> Result<String, Failure> {
    let whole = body.filter(|body| !body.content.trim().is_empty()).or(unique);
    let Some(body) = whole else { return Ok(String::new()) };
    if !body.content_type.eq_ignore_ascii_case("text") && !body.content.is_empty() {
        return Err(garbled("Graph gave HTML although text was asked for"));
    }
    if body.content.len() > limit::MAIL_BYTES {
        return Err(Failure::new(FailureKind::TooLarge, SYSTEM, "a mail is larger than is read"));
    }
    Ok(body.content.replace("\r\n", "\n"))
}

fn moment(text: Option<String>) -> Result<Option<Timestamp>, Failure> {
    let read = |text: String| text.parse().map_err(|_| garbled("a date cannot be read"));
    text.filter(|text| !text.is_empty()).map(read).transpose()
}

fn addresses(recipients: Vec<Recipient>) -> Vec<Address> {
    recipients.into_iter().map(Recipient::into_address).filter(|address| *address != Address::default()).collect()
}

impl Recipient {
    fn into_address(self) -> Address {
        let Some(named) = self.email_address else { return Address::default() };
        let address = named.address.unwrap_or_default().to_lowercase();
        let name = named.name.filter(|name| !name.is_empty() && name.to_lowercase() != address);
        Address { name, address }
    }
}

impl Enclosed {
    fn into_attachment(self) -> Attachment {
        Attachment { name: self.name.unwrap_or_default(), size: self.size, sha256: None, inline: self.is_inline }
    }
}
/// A folder, of which nothing but that it is there counts.
#[derive(serde::Deserialize)]
pub(crate) struct Folder {
    #[serde(rename = "id")]
    _id: String,
}
