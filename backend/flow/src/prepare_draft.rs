//! Prepares a draft (lag utkast): reads the thread, finds the case and the sources, has it written, checks it, and keeps it.

use crate::{
    Blocked, Call, Choice, Failure, Flow, Shown, allow, conversation,
    reading::Found,
    writing::{PERSON, Reply},
};
use domain::{
    audit::{Action, Entry, commitment},
    dossier::{Beginning, Dossier, MailKey},
    draft::normal::hex,
    port::Change,
    send::reference,
    thread::Message,
};
use vocabulary::{DraftId, Language, Status};

/// What is to be prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The mail on the screen.
    pub key: MailKey,
    /// Write anew although there is a draft.
    pub again: bool,
    /// What a person chose.
    pub choice: Choice,
    /// The revision they saw, where they saw one.
    pub seen: Option<u32>,
}

/// One step on the way, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The conversation is being read.
    Reading,
    /// It is read.
    Read {
        /// Mails in it.
        mails: usize,
        /// Questions in the mail that is answered.
        questions: usize,
    },
    /// Case and sources are found.
    Found {
        /// How many sources.
        sources: usize,
    },
    /// The writer has written so far.
    Written {
        /// The text up to now.
        text: String,
        /// The language it is in.
        language: Language,
    },
    /// The draft is being checked.
    Checking,
}

/// A draft to be written: over what was read, and over the dossier it goes on, if there is one.
struct Task {
    key: MailKey,
    choice: Choice,
    messages: Vec<Message>,
    dossier: Option<Dossier>,
}

/// Is told each step.
pub type Progress<'a> = dyn Fn(Step) + Send + Sync + 'a;

impl Flow {
    /// Prepares a draft, or gives back the open one of the conversation, or the one that answered this mail. For its author
    /// `again`, a choice of case, language or tone, or newer mail over a text that no person has edited, write it anew as the next revision; newer mail over an edited text keeps the text and voids its approval.
    ///
    /// # Errors
    /// [`Failure`]; `NotAllowed` for who does not write, `BadInput` for a language that is not written, `Blocked` where there is nothing to answer or somebody else has the draft in
    /// their own mailbox, `Outside` where mail or records do not answer.
    pub async fn prepare_draft(&self, call: Call<'_>, order: Order, progress: &Progress<'_>) -> Result<Shown, Failure> {
        // Of two presses at once the second finds the draft that the first made.
        match self.made(call, order.clone(), progress).await {
            Err(Failure::Stale) => self.made(call, Order { again: false, ..order }, progress).await,
            made => made,
        }
    }

    async fn made(&self, call: Call<'_>, order: Order, progress: &Progress<'_>) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let key = MailKey { conversation: conversation(&order.key.conversation), ..order.key };
        let choice = order.choice.possible(call)?;
        progress(Step::Reading);
        let messages = self.mails(call, &key).await?;
        let open = self.open_in(call, &key).await?;
        let Some(dossier) = open else {
            if !order.again
                && choice == Choice::default()
                && let Some(answered) = self.answered(call, &key, &messages).await?
            {
                return self.show(call, answered);
            }
            let task = Task { key, choice, messages, dossier: None };
            return self.written(call, task, progress).await;
        };
        let newer = self.newer(&dossier, &messages).len();
        let is_author = dossier.current().author == call.person().id;
        let changes = choice.changes(&dossier);
        if order.again && !changes && is_author && order.seen == dossier.current().number.checked_sub(1) {
            // The same press once more: what stands over the revision they saw was written by the first.
            return self.show(call, dossier);
        }
        let asked = order.again || changes;
        if asked && !is_author {
            return Err(Blocked::NotAuthor.into());
        }
        let on_its_way = dossier.is_on_its_way(self.clock.now());
        if asked && on_its_way {
            return Err(Blocked::OnItsWay.into());
        }
        if asked || (newer > 0 && !on_its_way && is_author && dossier.current().writer != PERSON) {
            let task = Task { key, choice, messages, dossier: Some(dossier) };
            let shown = self.written(call, task, progress).await?;
            return Ok(Shown { newer, ..shown });
        }
        let (dossier, newer) = self.taken_in(call, dossier, messages).await?;
        Ok(Shown { newer, ..self.show(call, dossier)? })
    }

    /// The open dossier of the conversation. Only to be asked after the caller has shown that they can read the conversation.
    async fn open_in(&self, call: Call<'_>, key: &MailKey) -> Result<Option<Dossier>, Failure> {
        let latest = self.tenant(call).latest_in(&key.conversation).await?;
        let Some(dossier) = latest.filter(|dossier| dossier.status != Status::Sent) else { return Ok(None) };
        if dossier.is_open_to(call.person()) && self.sees_basis(call, &dossier).await? {
            // What was let through may have left: then the next draft is a new one.
            let swept = self.swept(call, dossier).await?;
            return Ok(Some(swept).filter(|dossier| dossier.status != Status::Sent));
        }
        Err(Blocked::OfAnother(dossier.current().author_name.clone()).into())
    }

    /// The sent reply to this very mail: who opens an answered mail is shown the answer, not a second draft.
    async fn answered(&self, call: Call<'_>, key: &MailKey, messages: &[Message]) -> Result<Option<Dossier>, Failure> {
        let latest = self.tenant(call).latest_in(&key.conversation).await?;
        let is_answer = |dossier: &Dossier| {
            let is_same = dossier.key.mail == key.mail && dossier.is_open_to(call.person());
            is_same && dossier.status == Status::Sent && self.newer(dossier, messages).is_empty()
        };
        match latest.filter(is_answer) {
            Some(dossier) if self.sees_basis(call, &dossier).await? => Ok(Some(dossier)),
            _ => Ok(None),
        }
    }

    /// Reads, writes and keeps: as a new dossier, or as the next revision of one.
    async fn written(&self, call: Call<'_>, task: Task, progress: &Progress<'_>) -> Result<Shown, Failure> {
        let Task { key, choice, messages, dossier } = task;
        let read = self.read(&key, messages)?;
        progress(Step::Read { mails: read.messages.len(), questions: read.thread.questions().len() });
        // What a person chose stays chosen when the draft is written anew.
        let choice = dossier.as_ref().map_or(choice, |dossier| choice.over(dossier, self.clock.today()));
        let found = self.find(call, &read, choice.case).await?;
        progress(Step::Found { sources: found.evidence.items().len() });
        let begun = dossier.as_ref().map(|dossier| dossier.reference.clone());
        let reference = begun.unwrap_or_else(|| reference::reference(self.chance.bytes()));
        let reply = Reply { read: &read, found: &found, reference: &reference, choice };
        let (revision, evidence) = self.write(call, reply, progress).await?;
        progress(Step::Checking);
        if dossier.is_none()
            && let Some(other) = self.open_in(call, &key).await?
        {
            // Another window was faster while the writer wrote: its draft is the one.
            return self.show(call, other);
        }
        let reading = read.kept(&Found { evidence, ..found });
        let next = match dossier {
            Some(dossier) => dossier.rewritten(key, reading, revision),
            None => Dossier::begun(
                self.beginning(call, key, (reference, &read.thread.answered().message)),
                reading,
                revision,
            ),
        };
        let entry = self.prepared(call, &next);
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    fn beginning(
        &self,
        call: Call<'_>,
        key: MailKey,
        (reference, mail): (vocabulary::Reference, &Message),
    ) -> Beginning {
        let from = key.mailbox.clone().unwrap_or_else(|| call.person().address.clone());
        let id = DraftId::new(hex(&self.chance.bytes()));
        Beginning { id, reference, key, subject: mail.subject.clone(), from }
    }

    fn prepared(&self, call: Call<'_>, dossier: &Dossier) -> Entry {
        let sources: Vec<String> =
            dossier.evidence.iter().map(|item| format!("{}:{}", item.source.system, item.source.record)).collect();
        let entry = self.entry(call, Action::DraftPrepared, dossier).fact("writer", &dossier.current().writer);
        let silent: Vec<String> =
            dossier.matched.silent.iter().map(|one| format!("{}:{:?}", one.system, one.why).to_lowercase()).collect();
        // Who reads the trail sees what the draft could not rest on.
        let entry = if silent.is_empty() { entry } else { entry.fact("silent", silent.join(" ")) };
        let unread: Vec<String> =
            dossier.matched.unread.iter().map(|one| format!("{}:{}", one.record, one.why.code())).collect();
        let entry = if unread.is_empty() { entry } else { entry.fact("unread", unread.join(" ")) };
        entry.fact("sources", sources.join(" ")).fact("text", self.commitment(dossier))
    }

    /// The salted commitment to the text that counts. The salt is the reference: 80 random bits, erased with the dossier.
    pub(crate) fn commitment(&self, dossier: &Dossier) -> String {
        commitment(dossier.reference.as_str().as_bytes(), &dossier.current().marked)
    }
}
