//! The post office (postgang): delivers mail to mailboxes, keeps drafts, sends.

use super::{Address, File, Folder, Mail, text_of};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// All mailboxes of the town.
#[derive(Default)]
pub(crate) struct Post {
    pub(crate) mails: Vec<Mail>,
    mailboxes: Vec<String>,
    /// Message-ID to the first mail of its conversation.
    roots: HashMap<String, String>,
    numbers: u64,
}

/// What somebody writes in Outlook and sends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outgoing {
    pub(crate) mailbox: String,
    pub(crate) from: Address,
    pub(crate) to: Vec<Address>,
    pub(crate) cc: Vec<Address>,
    pub(crate) bcc: Vec<Address>,
    pub(crate) subject: String,
    pub(crate) html: String,
    pub(crate) files: Vec<File>,
    /// Number of the mail it answers.
    pub(crate) answers: Option<u64>,
    pub(crate) properties: BTreeMap<String, Value>,
}

impl Post {
    pub(crate) fn new(mailboxes: Vec<String>) -> Self {
        Self { mailboxes, ..Self::default() }
    }

    /// Whether a mailbox exists.
    pub(crate) fn has(&self, mailbox: &str) -> bool {
        self.mailboxes.iter().any(|it| it.eq_ignore_ascii_case(mailbox))
    }

    /// Brings a mail to every mailbox it names; one of the town's own also lies in its sender's Sent Items.
    pub(crate) fn deliver(&mut self, mail: &Mail) -> Vec<u64> {
        let mut numbers = self.receive(mail);
        let sender = mail.from.address.to_lowercase();
        if self.has(&sender) {
            numbers.push(self.put(mail.clone(), sender, Folder::SentItems));
        }
        numbers
    }

    fn receive(&mut self, mail: &Mail) -> Vec<u64> {
        let addressed: Vec<String> = mail.recipients().map(|it| it.address.to_lowercase()).collect();
        let boxes: Vec<String> = self.mailboxes.iter().filter(|it| addressed.contains(it)).cloned().collect();
        boxes
            .into_iter()
            .map(|mailbox| self.put(Mail { bcc: Vec::new(), ..mail.clone() }, mailbox, Folder::Inbox))
            .collect()
    }

    fn put(&mut self, mut mail: Mail, mailbox: String, folder: Folder) -> u64 {
        self.numbers += 1;
        mail.number = self.numbers;
        mail.root = self.root(&mail);
        self.roots.insert(mail.internet_id.clone(), mail.root.clone());
        mail.mailbox = mailbox;
        mail.folder = Some(folder);
        self.mails.push(mail);
        self.numbers
    }

    /// The conversation of a known reference, else the oldest reference, else the mail itself.
    fn root(&self, mail: &Mail) -> String {
        let known = mail.references.iter().find_map(|id| self.roots.get(id));
        known.or_else(|| mail.references.first()).unwrap_or(&mail.internet_id).clone()
    }

    pub(crate) fn find(&self, mailbox: &str, id: &str) -> Option<&Mail> {
        self.mails.iter().find(|mail| mail.mailbox == mailbox && (mail.id() == id || mail.immutable_id() == id))
    }

    pub(crate) fn number(&self, number: u64) -> Option<&Mail> {
        self.mails.iter().find(|mail| mail.number == number)
    }

    pub(crate) fn number_mut(&mut self, number: u64) -> Option<&mut Mail> {
        self.mails.iter_mut().find(|mail| mail.number == number)
    }

    /// Puts a draft reply to a mail in Drafts.
    pub(crate) fn draft(&mut self, out: Outgoing, now: i64) -> u64 {
        let answered = out.answers.and_then(|number| self.number(number));
        let references =
            answered.map_or_else(Vec::new, |it| it.references.iter().chain([&it.internet_id]).cloned().collect());
        let mail = Mail {
            internet_id: format!("<{}@{}>", crate::world::random(), domain(&out.from.address)),
            references,
            subject: out.subject,
            from: out.from,
            to: out.to,
            cc: out.cc,
            bcc: out.bcc,
            received: now,
            text: text_of(&out.html),
            html: Some(out.html),
            files: out.files,
            read: true,
            properties: out.properties,
            ..Mail::default()
        };
        self.put(mail, out.mailbox, Folder::Drafts)
    }

    /// Moves a draft to Sent Items, where its changing id is another, and brings it to those it names here.
    pub(crate) fn send(&mut self, number: u64, now: i64) {
        let Some(mail) = self.number_mut(number) else { return };
        mail.folder = Some(Folder::SentItems);
        mail.moves += 1;
        mail.received = now;
        mail.headers = headers(mail, now);
        let copy = Mail { properties: BTreeMap::new(), categories: Vec::new(), read: false, moves: 0, ..mail.clone() };
        self.receive(&copy);
    }
}

fn domain(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or("town.invalid")
}

fn headers(mail: &Mail, now: i64) -> Vec<(String, String)> {
    let date =
        jiff::Timestamp::from_second(now).unwrap_or_default().strftime("%a, %d %b %Y %H:%M:%S +0000").to_string();
    let mut headers = vec![
        ("Date".to_owned(), date),
        ("Message-ID".to_owned(), mail.internet_id.clone()),
        ("Subject".to_owned(), mail.subject.clone()),
    ];
    if let Some(last) = mail.references.last() {
        headers.push(("In-Reply-To".to_owned(), last.clone()));
        headers.push(("References".to_owned(), mail.references.join(" ")));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(id: &str, references: &[&str], from: &str, to: &str) -> Mail {
        Mail {
            internet_id: id.to_owned(),
            references: references.iter().map(|it| (*it).to_owned()).collect(),
            from: Address::new("", from),
            to: vec![Address::new("", to)],
            ..Mail::default()
        }
    }

    #[test]
    fn a_conversation_holds_together_and_is_another_in_each_mailbox() {
        let mut post = Post::new(vec!["a@x.no".to_owned(), "b@x.no".to_owned()]);
        post.deliver(&mail("<1>", &[], "per@example.no", "a@x.no"));
        post.deliver(&mail("<2>", &["<1>"], "a@x.no", "b@x.no"));
        post.deliver(&mail("<3>", &["<0>", "<2>"], "b@x.no", "a@x.no"));
        let of = |mailbox: &str| -> Vec<String> {
            post.mails.iter().filter(|it| it.mailbox == mailbox).map(Mail::conversation).collect()
        };
        assert_eq!(of("a@x.no").len(), 3);
        assert!(of("a@x.no").windows(2).all(|pair| pair[0] == pair[1]));
        assert_ne!(of("a@x.no")[0], of("b@x.no")[0]);
    }

    #[test]
    fn a_sent_draft_keeps_its_lasting_id_only_and_reaches_the_town() {
        let mut post = Post::new(vec!["a@x.no".to_owned(), "b@x.no".to_owned()]);
        let out = Outgoing {
            mailbox: "a@x.no".to_owned(),
            from: Address::new("", "a@x.no"),
            to: vec![Address::new("", "B@x.no")],
            ..Outgoing::default()
        };
        let number = post.draft(out, 1);
        let before = post.number(number).unwrap().clone();
        post.send(number, 2);
        let after = post.number(number).unwrap();
        assert_eq!(after.folder, Some(Folder::SentItems));
        assert_eq!(after.immutable_id(), before.immutable_id());
        assert_ne!(after.id(), before.id());
        assert!(post.mails.iter().any(|it| it.mailbox == "b@x.no" && it.internet_id == after.internet_id));
    }
}
