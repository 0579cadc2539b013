//! The one table of operations: each type binds path, access and answer, and is what the pane sends and the server reads.

use crate::view::{Basis, Draft, DraftHtml, GateAnswer, LogLine, Me, OpenMail, QueueItem, Sorting, Sought};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use vocabulary::{
    ConversationId, DraftId, GateMode, Language, MailId, PersonId, Rating, Reference, Role, Tone, sort::Class,
};

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone; the operation gives nothing away (the gate, which proves its right by a reference).
    Anyone,
    /// Anyone who is signed in.
    SignedIn,
    /// Who has one of these roles.
    Roles(&'static [Role]),
}

/// One thing that can be asked of the server: `POST PATH` with the type as JSON.
pub trait Operation: Serialize + DeserializeOwned + Send + 'static {
    /// Absolute path.
    const PATH: &'static str;
    /// Who may.
    const ACCESS: Access;
    /// Whether the answer comes as a stream of [`crate::Event`]s.
    const STREAMS: bool = false;
    /// What comes back.
    type Answer: Serialize + DeserializeOwned + Send;
}

/// A row of the table, for the tests and the description of the API.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Absolute path.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
    /// Whether it streams.
    pub streams: bool,
}

const WRITERS: Access = Access::Roles(&[Role::Caseworker, Role::Reviewer]);
const CASEWORKERS: Access = Access::Roles(&[Role::Caseworker]);
const REVIEWERS: Access = Access::Roles(&[Role::Reviewer]);
const OPERATORS: Access = Access::Roles(&[Role::Operator]);
const READERS: Access = Access::Roles(&[Role::Caseworker, Role::Reviewer, Role::Auditor]);

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident $path:literal $access:ident $(+ $streams:ident)? -> $answer:ty { $($(#[$fdoc:meta])* $field:ident: $kind:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$fdoc])* pub $field: $kind,)* }

            impl Operation for $name {
                const PATH: &'static str = $path;
                const ACCESS: Access = $access;
                $(const STREAMS: bool = stringify!($streams).len() > 0;)?
                type Answer = $answer;
            }
        )*
        /// Every operation, in the order of the work.
        pub const TABLE: &[Row] = &[$(Row { path: $name::PATH, access: $name::ACCESS, streams: $name::STREAMS }),*];

        /// Path, request schema and answer schema of every operation, for `GET /openapi.json`.
        #[cfg(feature = "host")]
        #[must_use]
        pub fn schemas(generator: &mut schemars::SchemaGenerator) -> Vec<(&'static str, schemars::Schema, schemars::Schema)> {
            vec![$(($name::PATH, generator.subschema_for::<$name>(), generator.subschema_for::<$answer>())),*]
        }
    };
}

use Access::{Anyone, SignedIn};

operations! {
    /// Who am I, and what may I do?
    WhoAmI "/api/who-am-i" SignedIn -> Me {}

    /// What to do with the mail on the screen: one action with its reasons, by the rules and by what was confirmed of mails like it.
    SortMail "/api/sort-mail" CASEWORKERS -> Sorting {
        /// The mail on the screen.
        mail: MailId,
        /// Its conversation.
        conversation: ConversationId,
        /// The shared mailbox it lies in; absent for one's own.
        mailbox: Option<String>,
    }

    /// What the mail on the screen is, in the caller's word: as proposed, or corrected. It is learned from; the last word on a mail counts.
    /// Nothing is moved.
    ConfirmSort "/api/confirm-sort" CASEWORKERS -> Sorting {
        /// The mail on the screen.
        mail: MailId,
        /// Its conversation.
        conversation: ConversationId,
        /// The shared mailbox it lies in; absent for one's own.
        mailbox: Option<String>,
        /// The action.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::class"))]
        class: Class,
        /// The id of the unit to forward to; with `forward` and with nothing else.
        forward_to: Option<String>,
    }

    /// The draft that is open in a conversation, if any (reload, another window, another person).
    FindDraft "/api/find-draft" WRITERS -> OpenMail {
        /// The conversation of the mail on the screen.
        conversation: ConversationId,
    }

    /// Reads the thread, finds the case and the sources, writes and checks. Gives back the open draft when there is one, unless `again`.
    PrepareDraft "/api/prepare-draft" WRITERS + streams -> Draft {
        /// The mail on the screen.
        mail: MailId,
        /// Its conversation.
        conversation: ConversationId,
        /// The shared mailbox it lies in; absent for one's own.
        mailbox: Option<String>,
        /// Write anew although there is a draft; a person's edits are kept as the revision before.
        again: bool,
        /// The revision on the screen, where there is one: pressed twice, `again` writes over it once.
        #[cfg_attr(feature = "host", serde(default, deserialize_with = "crate::input::whole_if_any"))]
        seen: Option<u32>,
        /// The case a person chose, among those offered or by a search.
        case: Option<vocabulary::CaseNumber>,
        /// A person chose to answer without a case; with `case` it is refused.
        without_case: bool,
        /// The language a person chose for the reply; absent: as chosen before, else the citizen's. One that is not written is refused.
        #[cfg_attr(feature = "host", serde(default, deserialize_with = "crate::input::word_if_any"))]
        language: Option<Language>,
        /// The tone a person chose for the reply; absent: as chosen before, else the house's.
        #[cfg_attr(feature = "host", serde(default, deserialize_with = "crate::input::word_if_any"))]
        tone: Option<Tone>,
    }

    /// Cases by number or by words of their title, newest first, a few: those that the caller may see.
    SearchCases "/api/search-cases" WRITERS -> Sought {
        /// A number, or words of a title.
        text: String,
    }

    /// One draft as it stands.
    ShowDraft "/api/show-draft" READERS -> Draft {
        /// Which.
        draft: DraftId,
    }

    /// A person's edit becomes the next revision, and is checked.
    ReviseDraft "/api/revise-draft" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision the edit began from.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
        /// The whole body, citations as `[1]` after the sentence, gaps as `⟦…⟧`.
        text: String,
    }

    /// What the checks say of a text that is not saved yet.
    CheckDraft "/api/check-draft" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The body as it stands in the editor.
        text: String,
        /// Lay the text aside for the caller, as an edit of this revision that is not saved; the saved text itself takes away what lay there.
        #[cfg_attr(feature = "host", serde(default, deserialize_with = "crate::input::whole_if_any"))]
        keep: Option<u32>,
    }

    /// One sentence is written anew from the sources it cites, and becomes the next revision; all else stays as it is.
    RewriteSentence "/api/rewrite-sentence" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision the author saw.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
        /// Which sentence of it, counted from 0.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        sentence: u32,
    }

    /// The caller becomes the author of somebody else's draft.
    TakeOver "/api/take-over" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision the caller saw.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
    }

    /// Asks for a second person.
    RequestReview "/api/request-review" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision the author saw.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
        /// The account of who is to read it, one of those known to approve; absent for whoever may.
        to: Option<PersonId>,
    }

    /// Reminds the second person, once a day.
    RemindReview "/api/remind-review" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision the author saw.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
    }

    /// What waits for a second person.
    ListReviews "/api/list-reviews" REVIEWERS -> Vec<QueueItem> {}

    /// A second person's word; the same call twice is one.
    DecideReview "/api/decide-review" REVIEWERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision that was read.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
        /// The fingerprint that was shown, so that nothing can have changed in between.
        fingerprint: String,
        /// Approve (`true`) or return.
        approve: bool,
        /// The keys of the findings ticked, one by one.
        ticked: Vec<String>,
        /// A word to the author; required when returning without a text.
        comment: String,
        /// When returning: the body as the second person would rather see it. The author adopts it or not.
        proposal: Option<String>,
    }

    /// The caller is away, and drafts addressed to them are also another's; without a day they are back.
    SayAway "/api/say-away" REVIEWERS -> Me {
        /// The last day away, as `2026-12-24`.
        until: Option<String>,
        /// The account of who stands in, one of those known to approve; with a day and with nothing else.
        stand_in: Option<PersonId>,
    }

    /// Seals the draft and hands over the HTML to insert.
    ReleaseDraft "/api/release-draft" WRITERS -> DraftHtml {
        /// Which.
        draft: DraftId,
        /// The revision to release.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
    }

    /// Seals the draft and has the mail system send exactly that, in the caller's name; the same call again sends nothing more.
    SendDraft "/api/send-draft" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The revision to send.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
        revision: u32,
    }

    /// Has the mail been sent? Looks in Sent Items, and says how the draft stands.
    SweepSent "/api/sweep-sent" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
    }

    /// Was the draft any good? One word, once, from who wrote in it; it is counted by week and unit, and tied to nobody.
    RateDraft "/api/rate-draft" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The word.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::rating"))]
        rating: Rating,
    }

    /// The reply, and the mails it answers, go into the journal as these fields say; the same call again registers nothing more.
    JournalReply "/api/journal-reply" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// The number of the case.
        case: String,
        /// What the reply is about, in the house.
        title: String,
        /// What it is about, to the public.
        public_title: String,
        /// The access code; empty where it is open.
        code: String,
        /// The provision that the code rests on.
        basis: String,
    }

    /// The reply does not go into the journal.
    SkipJournal "/api/skip-journal" WRITERS -> Draft {
        /// Which.
        draft: DraftId,
        /// Why not; may be empty where that is what is suggested.
        why: String,
    }

    /// What happened to a draft.
    ShowLog "/api/show-log" READERS -> Vec<LogLine> {
        /// Which.
        draft: DraftId,
    }

    /// On what was this answer based? Everything that is kept about it, as values and as one page to print.
    ShowBasis "/api/show-basis" READERS -> Basis {
        /// Which.
        draft: DraftId,
    }

    /// Registers the lines and pictures that the caller's mail client puts below every mail, so that the gate knows them; an empty text
    /// without pictures takes them away.
    SaveSignature "/api/save-signature" WRITERS -> Me {
        /// The lines: name, unit, how to reach the person.
        text: String,
        /// The pictures in it.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::objects"))]
        images: Vec<AttachedFile>,
    }

    /// Sets how the gate at Send works, for the caller's municipality and from the next mail on.
    SwitchGate "/api/switch-gate" OPERATORS -> Me {
        /// `soft`, `prompt` or `off`.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::gate_mode"))]
        mode: GateMode,
    }

    /// Does Saksvar have anything open in this conversation? (the gate's first question)
    KnowConversation "/gate/know" Anyone -> GateAnswer {
        /// The conversation of the mail being sent.
        conversation: Option<ConversationId>,
        /// A reference found in the text or kept with the item.
        reference: Option<Reference>,
    }

    /// What would the gate say to this mail as it stands? Asked while it is written; lets nothing go and records nothing.
    LookAhead "/gate/ahead" Anyone -> GateAnswer {
        /// The reference found in the text or kept with the item.
        reference: Option<Reference>,
        /// The conversation of the mail being written.
        conversation: Option<ConversationId>,
        /// The sender's address.
        from: String,
        /// To.
        to: Vec<String>,
        /// Cc.
        cc: Vec<String>,
        /// Bcc.
        bcc: Vec<String>,
        /// The subject line.
        subject: String,
        /// The whole body as the client holds it.
        html: String,
        /// What is attached.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::objects"))]
        attachments: Vec<AttachedFile>,
    }

    /// May this mail leave? (the gate's second question)
    ConfirmSend "/gate/confirm" Anyone -> GateAnswer {
        /// The reference found in the text or kept with the item.
        reference: Option<Reference>,
        /// The conversation of the mail being sent.
        conversation: Option<ConversationId>,
        /// The sender's address.
        from: String,
        /// To.
        to: Vec<String>,
        /// Cc.
        cc: Vec<String>,
        /// Bcc.
        bcc: Vec<String>,
        /// The subject line.
        subject: String,
        /// The whole body as the client holds it.
        html: String,
        /// What is attached.
        #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::objects"))]
        attachments: Vec<AttachedFile>,
    }
}

/// An attachment as the gate sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// File name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "host", serde(deserialize_with = "crate::input::whole"))]
    pub size: u64,
    /// SHA-256 in hex, where the client could read the content.
    pub sha256: Option<String>,
    /// Shown inside the text.
    pub inline: bool,
}
