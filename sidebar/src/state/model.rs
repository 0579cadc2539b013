//! Everything the pane knows.

use super::{Requests, Shown, Signing, queue::Queue, shown::Editor};
use contract::{
    Kind, Problem, Step,
    view::{LogLine, Me},
};
use vocabulary::{ConversationId, DraftId, Language, MailId};

/// The three parts of the pane (faner).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The reply to the mail on the screen.
    #[default]
    Reply,
    /// What waits for a second person.
    Review,
    /// What has happened to the draft on the screen.
    Log,
}

/// Where a draft can lie open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// In front of the caseworker.
    Reply,
    /// In front of the second reader.
    Review,
}

/// What the pane stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// Outlook.
    #[default]
    Outlook,
    /// A plain browser tab, where there is no mail.
    Alone,
}

impl Surface {
    /// The part that is shown first.
    #[must_use]
    pub fn home(self) -> Tab {
        if self == Self::Alone { Tab::Review } else { Tab::Reply }
    }
}

/// Why there is nothing to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Several mails are selected.
    Several,
    /// It is encrypted, or its rights are restricted: there is no text that a server could read.
    Protected,
}

/// The mail on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its id; absent while a mail is being written.
    pub mail: Option<MailId>,
    /// Its conversation; absent for a new mail.
    pub conversation: Option<ConversationId>,
    /// The shared mailbox it lies in.
    pub mailbox: Option<String>,
    /// Its subject, as far as the host tells without asking.
    pub subject: String,
    /// The sender's name, likewise.
    pub from: String,
    /// Why the gate stopped it, when the pane was opened from there.
    pub stopped: Option<String>,
    /// Where that is put right, in the gate's word.
    pub place: String,
    /// Why it cannot be read; it has neither id nor conversation then, so that nothing asks for it.
    pub bar: Option<Bar>,
}

/// What lies on a desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing.
    #[default]
    Empty,
    /// A draft is being looked for.
    Looking,
    /// A draft is being made; the step last told, and the text so far.
    Preparing(Option<Step>, String),
    /// A draft.
    Open(Box<Shown>),
    /// It went wrong.
    Failed(Trouble),
}

impl Stage {
    /// The draft, when one lies open.
    #[must_use]
    pub fn shown(&self) -> Option<&Shown> {
        if let Self::Open(shown) = self { Some(shown) } else { None }
    }

    /// The same, to change.
    pub fn shown_mut(&mut self) -> Option<&mut Shown> {
        if let Self::Open(shown) = self { Some(shown) } else { None }
    }
}

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No contact with the server.
    Network,
    /// The answer made no sense.
    Garbled,
    /// The stream ended before the answer.
    Broken,
    /// Nobody is signed in.
    SignedOut,
    /// The server refused; its sentence says why.
    Refused(Kind),
    /// Another mail is on the screen than the draft is for.
    OtherMail,
    /// The host did not take the text.
    Insert,
    /// The text does not fit in a new reply.
    TooLong,
}

impl Cause {
    /// Whether it is the insertion into the mail that did not succeed.
    #[must_use]
    pub fn is_of_insertion(self) -> bool {
        matches!(self, Self::OtherMail | Self::Insert | Self::TooLong)
    }
}

/// Something went wrong, and what the server said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What kind.
    pub cause: Cause,
    /// The server's own words, when it was the server that refused.
    pub problem: Option<Box<Problem>>,
}

impl From<Cause> for Trouble {
    fn from(cause: Cause) -> Self {
        Self { cause, problem: None }
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        let cause = if problem.kind == Kind::NotSignedIn { Cause::SignedOut } else { Cause::Refused(problem.kind) };
        Self { cause, problem: Some(Box::new(problem)) }
    }
}

/// Nobody is signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignedOut {
    /// The dialog is open.
    pub busy: bool,
    /// The last try did not succeed.
    pub failed: bool,
}

/// The log of the draft on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Log {
    /// Not asked for.
    #[default]
    Closed,
    /// Asked for.
    Loading,
    /// Here.
    Lines(Vec<LogLine>),
    /// It went wrong.
    Failed(Trouble),
}

/// Everything the pane knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The language of the pane.
    pub language: Language,
    /// What the pane stands in.
    pub surface: Surface,
    /// The part that is shown.
    pub tab: Tab,
    /// Who is at the screen, once known.
    pub me: Option<Me>,
    /// Set while nobody is signed in.
    pub signed_out: Option<SignedOut>,
    /// Whether the network is away.
    pub offline: bool,
    /// The mail on the screen.
    pub item: Option<Item>,
    /// The reply to it.
    pub reply: Stage,
    /// What waits for a second person.
    pub queue: Queue,
    /// A draft that the address of the page names, until somebody is there to see it.
    pub linked: Option<DraftId>,
    /// What has happened to the draft on the screen.
    pub log: Log,
    /// Edits not saved yet, of drafts that are not on the screen, so that no word is lost by opening another mail.
    pub kept: Vec<(DraftId, Editor)>,
    /// Questions of citizens that this person has ticked off, by the draft that answers them.
    pub dealt: Vec<(DraftId, String)>,
    /// Drafts released here that may have been sent since.
    pub released: Vec<DraftId>,
    /// The numbers of the requests under way.
    pub requests: Requests,
    /// The signature while it is being written.
    pub signing: Signing,
    /// What a screen reader is told next.
    pub said: String,
}

impl Model {
    /// A pane that has just been opened.
    #[must_use]
    pub fn new(language: Language, surface: Surface) -> Self {
        Self { language, surface, tab: surface.home(), ..Self::default() }
    }

    /// Nobody is signed in any more: what only they may see is let go of. An edit that is not saved is laid aside, for the same person.
    pub fn lock(&mut self) {
        let failed = self.signed_out.is_some_and(|out| out.failed);
        self.signed_out = Some(SignedOut { busy: false, failed });
        self.keep_edit(Desk::Reply);
        self.keep_edit(Desk::Review);
        self.reply = Stage::Empty;
        self.queue = Queue::default();
        self.log = Log::Closed;
        self.signing = Signing::default();
        self.said.clear();
        self.requests.void();
    }

    /// An edit that is not saved is laid aside with its draft.
    pub(super) fn keep_edit(&mut self, desk: Desk) {
        if let Some(shown) = self.stage_mut(desk).shown_mut()
            && let Some(editor) = shown.editor.take()
        {
            let id = shown.draft.id.clone();
            self.kept.retain(|(draft, _)| *draft != id);
            self.kept.push((id, editor));
        }
    }

    /// What was laid aside for the person at the screen goes.
    pub(super) fn forget(&mut self) {
        self.kept.clear();
        self.dealt.clear();
        self.released.clear();
    }

    /// Takes on who is at the screen; what another left here is theirs.
    pub(super) fn meet(&mut self, me: Me) {
        if self.me.as_ref().is_some_and(|was| was.name != me.name || was.tenant != me.tenant) {
            self.forget();
        }
        self.me = Some(me);
    }

    /// What lies on a desk.
    #[must_use]
    pub fn stage(&self, desk: Desk) -> &Stage {
        match desk {
            Desk::Reply => &self.reply,
            Desk::Review => &self.queue.stage,
        }
    }

    /// The same, to change.
    pub fn stage_mut(&mut self, desk: Desk) -> &mut Stage {
        match desk {
            Desk::Reply => &mut self.reply,
            Desk::Review => &mut self.queue.stage,
        }
    }

    /// Whether the list of what waits concerns this person at all.
    #[must_use]
    pub fn reads_for_others(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.roles.contains(&vocabulary::Role::Reviewer))
    }
}
