//! What the pane wants done outside itself (virkninger); the shell does it and comes back with events.

use super::{Desk, Event, Ticket};
use contract::operation::{
    AttachedFile, CheckDraft, DecideReview, FindDraft, JournalReply, ListReviews, PrepareDraft, RateDraft,
    ReleaseDraft, RemindReview, RequestReview, ReviseDraft, RewriteSentence, SaveSignature, SayAway, SearchCases,
    SendDraft, ShowDraft, ShowLog, SkipJournal, SweepSent, TakeOver, WhoAmI,
};
use vocabulary::ConversationId;

/// One question to the server.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is named after the operation it carries")]
pub enum Call {
    WhoAmI(WhoAmI),
    Find(FindDraft),
    Show(ShowDraft),
    Revise(ReviseDraft),
    Check(CheckDraft),
    RewriteSentence(RewriteSentence),
    TakeOver(TakeOver),
    RequestReview(RequestReview),
    Remind(RemindReview),
    SayAway(SayAway),
    ListReviews(ListReviews),
    Decide(DecideReview),
    Release(ReleaseDraft),
    Send(SendDraft),
    Sweep(SweepSent),
    Rate(RateDraft),
    Journal(JournalReply),
    SkipJournal(SkipJournal),
    ShowLog(ShowLog),
    Search(SearchCases),
    SaveSignature(SaveSignature),
}

/// A reply on its way into the mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The reply as HTML.
    pub html: String,
    /// The reference in its last line, kept with the item as `saksvar.reference`.
    pub reference: String,
    /// What the gate does when the server is away, kept with the item as `saksvar.away`.
    pub away: String,
    /// The conversation it belongs to; the host refuses another.
    pub conversation: Option<ConversationId>,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the server.
    Call(Ticket, Call),
    /// Have a draft made, and hear about it while it is made.
    Prepare(Ticket, PrepareDraft),
    /// Stop listening to that.
    StopPreparing,
    /// Register a signature: its lines, and the pictures known so far; those in the mail being written take their place.
    SaveSignature(Ticket, String, Vec<AttachedFile>),
    /// Open the sign-in dialog.
    SignIn,
    /// End the sign-in at the server, and forget it here.
    SignOut,
    /// Put the reply into the mail.
    Insert(Insertion),
    /// Lay a text of a desk on the clipboard.
    Copy(Desk, String),
    /// Lay the link that helps on the clipboard.
    CopyLink(String),
    /// Let this happen after so many milliseconds.
    Later(u32, Box<Event>),
    /// Mark a stretch of the text in the editor, counted in units of UTF-16.
    Mark(u32, u32),
    /// Move the focus to the element with this id.
    Focus(String),
}
