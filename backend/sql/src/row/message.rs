//! Rows of mail (e-post).

use super::{mirror::mirror, moment::Moment};
use domain::thread::{Address, Attachment, Message};
use vocabulary::MailId;

mirror! {
    /// Name and address.
    AddressRow = Address { name: Option<String>, address: String }
}
mirror! {
    /// What is known of an attachment.
    AttachmentRow = Attachment { name: String, size: u64, sha256: Option<String>, inline: bool }
}
/// A registered signature, which comes back through its constructor.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureRow {
    pub(crate) text: String,
    pub(crate) images: Vec<AttachmentRow>,
}
mirror! {
    /// One mail.
    MessageRow = Message {
        id: Option<MailId>,
        internet_id: Option<String>,
        from: AddressRow,
        reply_to: Vec<AddressRow>,
        to: Vec<AddressRow>,
        cc: Vec<AddressRow>,
        bcc: Vec<AddressRow>,
        date: Option<Moment>,
        subject: String,
        text: String,
        attachments: Vec<AttachmentRow>,
        authenticated: Option<bool>,
        draft: bool,
    }
}
