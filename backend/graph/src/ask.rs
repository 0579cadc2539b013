//! Requests, put together by the SDK: in whose name, to which mailbox, for which fields.

use crate::{Graph, SYSTEM, id};
use domain::port::{Failure, FailureKind, Grant};
use graph_http::api_impl::RequestHandler;
use graph_rs_sdk::{
    ODataQuery,
    header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue},
    users::{MailFoldersIdApiClient, UsersMessagesApiClient, UsersMessagesIdApiClient},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The fields of a mail that we read.
const FIELDS: [&str; 15] = [
    "id",
    "subject",
    "from",
    "sender",
    "replyTo",
    "toRecipients",
    "ccRecipients",
    "bccRecipients",
    "receivedDateTime",
    "sentDateTime",
    "isDraft",
    "conversationId",
    "internetMessageId",
    "body",
    "uniqueBody",
];
/// What is told of attachments; content would need a cast and much room.
const ATTACHMENTS: &str = "attachments($select=id,name,contentType,size,isInline)";

/// In which form bodies shall come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As text; Graph does the conversion.
    Text,
    /// As it is, to write above the quote.
    Html,
}

/// A mailbox and the right to it.
pub(crate) struct Place<'g> {
    grant: &'g Grant,
    bearer: HeaderValue,
    mailbox: Option<String>,
}

impl<'g> Place<'g> {
    pub(crate) fn new(grant: &'g Grant, mailbox: Option<&str>) -> Result<Self, Failure> {
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", grant.token.reveal()))
            .map_err(|_| Failure::new(FailureKind::Denied, SYSTEM, "the token cannot stand in a header"))?;
        bearer.set_sensitive(true);
        let mailbox = mailbox.map(id::mailbox).transpose()?;
        Ok(Self { grant, bearer, mailbox })
    }

    /// The name of its queue: the shared mailbox, or whoever the token stands for; the token itself is not kept.
    pub(crate) fn queue(&self) -> String {
        self.mailbox.clone().unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            self.grant.token.reveal().hash(&mut hasher);
            format!("{:016x}", hasher.finish())
        })
    }

    /// The headers that every request carries; both preferences go into one line, which means the same (RFC 7240, 2).
    pub(crate) fn headers(&self, form: Form) -> HeaderMap {
        let prefer = match form {
            Form::Text => r#"outlook.body-content-type="text", IdType="ImmutableId""#,
            Form::Html => r#"outlook.body-content-type="html", IdType="ImmutableId""#,
        };
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, self.bearer.clone());
        headers.insert(HeaderName::from_static("prefer"), HeaderValue::from_static(prefer));
        headers
    }
}

impl Graph {
    /// Every mail of a conversation, without an order: Graph refuses to order what is filtered by conversation.
    pub(crate) fn ask_mails(&self, place: &Place<'_>, conversation: &str) -> RequestHandler {
        self.listed(place, self.messages(place).list_messages(), conversation)
    }

    /// The same in Sent Items alone.
    pub(crate) fn ask_sent(&self, place: &Place<'_>, conversation: &str) -> RequestHandler {
        self.listed(place, self.folder(place, "SentItems").messages().list_messages(), conversation)
    }

    fn listed(&self, place: &Place<'_>, list: RequestHandler, conversation: &str) -> RequestHandler {
        list.filter(&[&format!("conversationId eq {}", id::quoted(conversation))])
            .select(&FIELDS)
            .expand(&[ATTACHMENTS])
            .top(self.settings.page_size.to_string())
            .headers(place.headers(Form::Text))
    }

    /// The inbox, by its id alone: whoever may read the mailbox may read that.
    pub(crate) fn ask_inbox(&self, place: &Place<'_>) -> RequestHandler {
        self.folder(place, "inbox").get_mail_folders().select(&["id"]).headers(place.headers(Form::Text))
    }

    /// The headers of one mail, which lists do not hold.
    pub(crate) fn ask_headers(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        self.message(place, mail)
            .get_messages()
            .select(&["id", "conversationId", "internetMessageHeaders"])
            .headers(place.headers(Form::Text))
    }

    /// A mail as it came or left, with its header and files.
    pub(crate) fn ask_mime(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        self.message(place, mail).get_messages_content().headers(place.headers(Form::Text))
    }

    /// A reply draft with Outlook's own quote.
    pub(crate) fn ask_reply(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        self.message(place, mail).create_reply_all(&serde_json::json!({})).headers(place.headers(Form::Html))
    }

    /// A draft that we made, with what stands in it.
    pub(crate) fn ask_made(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        let asked = self.message(place, mail).get_messages().select(&FIELDS).expand(&[ATTACHMENTS]);
        asked.headers(place.headers(Form::Text))
    }

    /// The order to send a draft.
    pub(crate) fn ask_send(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        self.message(place, mail).send().headers(place.headers(Form::Text))
    }

    /// A draft to be thrown away.
    pub(crate) fn ask_discard(&self, place: &Place<'_>, mail: &str) -> RequestHandler {
        self.message(place, mail).delete_messages().headers(place.headers(Form::Text))
    }

    /// A new body for a draft, and these people as the only ones who get it.
    pub(crate) fn ask_body(&self, place: &Place<'_>, draft: &str, (html, to): (&str, &[String])) -> RequestHandler {
        let to: Vec<_> = to.iter().map(|to| serde_json::json!({"emailAddress": {"address": to}})).collect();
        let body = serde_json::json!({
            "body": {"contentType": "html", "content": html}, "toRecipients": to, "ccRecipients": [], "bccRecipients": [],
        });
        self.message(place, draft).update_messages(&body).headers(place.headers(Form::Html))
    }

    fn messages(&self, place: &Place<'_>) -> UsersMessagesApiClient {
        match &place.mailbox {
            Some(address) => self.client.user(address).messages(),
            None => self.client.me().messages(),
        }
    }

    fn message(&self, place: &Place<'_>, id: &str) -> UsersMessagesIdApiClient {
        match &place.mailbox {
            Some(address) => self.client.user(address).message(id),
            None => self.client.me().message(id),
        }
    }

    fn folder(&self, place: &Place<'_>, name: &str) -> MailFoldersIdApiClient {
        match &place.mailbox {
            Some(address) => self.client.user(address).mail_folder(name),
            None => self.client.me().mail_folder(name),
        }
    }
}
