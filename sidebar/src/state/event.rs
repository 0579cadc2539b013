//! Everything that can happen to the pane (hendelser).

use super::{Desk, Item, Tab, Ticket, model::Trouble, queue::Part, signature::Sign, wish::Wish};
use contract::{
    Step,
    view::{Action, Draft, DraftHtml, LogLine, Me, OpenMail, QueueItem, Sought},
};
use vocabulary::{DraftId, PersonId, Rating, Span};

/// What the server answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Who is at the screen.
    Me(Me),
    /// A draft as it now stands.
    Draft(Box<Draft>),
    /// What is open in a conversation.
    Open(Box<OpenMail>),
    /// A released draft with the HTML to insert.
    Html(Box<DraftHtml>),
    /// What waits for a second person.
    Queue(Vec<QueueItem>),
    /// Cases that were sought.
    Cases(Sought),
    /// What has happened.
    Log(Vec<LogLine>),
}

/// What somebody does to the draft in front of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Opens or closes the source behind a number in the text.
    Citation {
        /// Which number of the text, counted from its beginning.
        place: usize,
        /// The source.
        n: u16,
    },
    /// Shows or hides the mail and the case.
    Unfold,
    /// Opens a finding at its words in the text, or closes it.
    Why(String),
    /// Goes to the element with this id.
    Go(String),
    /// Opens the editor at these words.
    EditAt(Span),
    /// Has a sentence written anew.
    Anew(usize),
    /// Takes up a text that was typed over an earlier revision.
    Resume,
    /// Throws it away.
    Discard,
    /// Points at the words a finding is about.
    Point(String),
    /// Types in a gap.
    Gap(usize, String),
    /// Saves the gaps that are filled.
    SaveGaps,
    /// Types in the editor.
    Type(String),
    /// Has not typed for a while.
    Pause(Ticket),
    /// Saves the edit.
    SaveEdit,
    /// Leaves the editor without saving.
    Abandon,
    /// Types a comment to the author.
    Comment(String),
    /// Ticks a finding, or takes the tick away.
    Tick(String, bool),
    /// Ticks off a question of the citizen, or takes the tick away.
    Dealt(String, bool),
    /// Types what a case is sought by.
    Seek(String),
    /// Seeks it.
    Search,
    /// Copies the text as it reads.
    Copy,
    /// Copies the title for the journal.
    CopyTitle,
    /// Says whether the draft was good.
    Rate(Rating),
    /// Types in a field of the journal, counted from the first.
    Field(usize, String),
    /// Confirms what goes into the journal, or that the reply does not go there (`true`).
    Journal(bool),
    /// Does not send after all.
    NotNow,
    /// Takes back the last edit that was saved here.
    Undo,
    /// Sends the draft back with the text in the editor, for its author to adopt.
    Propose,
    /// Loads the draft again after somebody else changed it; the edit is kept.
    Reload,
}

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The pane was opened.
    Started,
    /// Another mail is on the screen, or none.
    ItemOpened(Option<Item>),
    /// It has stayed there.
    Settled(Ticket),
    /// The network came or went.
    Online(bool),
    /// The pane is looked at again.
    Visible,
    /// A part was chosen.
    TabChosen(Tab),
    /// Somebody wants to sign in.
    SignInPressed,
    /// Somebody wants to sign out.
    SignOutPressed,
    /// The dialog is done; whether it succeeded.
    SignedIn(bool),
    /// A draft is wanted.
    PreparePressed,
    /// It is not wanted after all.
    CancelPressed,
    /// Once more, after something went wrong.
    RetryPressed,
    /// A case was chosen, or none, or a language, or a tone.
    Wished(Wish),
    /// The next step was pressed.
    Acted(Desk, Action),
    /// The draft was touched.
    Touched(Desk, Touch),
    /// The signature was touched.
    Signed(Sign),
    /// Escape was pressed: what was opened last is left.
    Escaped,
    /// A draft in the list was opened, or closed again.
    QueueOpened(DraftId),
    /// A part of the list was chosen.
    QueueParted(Part),
    /// The keys went from the row with this id down (`true`) or up.
    RowLeft(String, bool),
    /// The keys say yes (`true`) or send back.
    Keyed(bool),
    /// Somebody was asked by name.
    Named(PersonId),
    /// The last day away was typed.
    AwayTyped(String),
    /// Who stands in was chosen; or this person is back.
    AwaySaid(Option<PersonId>),
    /// The server works.
    Stepped(Ticket, Step),
    /// The server answered.
    Answered(Ticket, Result<Answer, Trouble>),
    /// The text lies on the clipboard, or not.
    Copied(Desk, bool),
    /// The link that helps is wanted on the clipboard, to be sent on.
    LinkPressed(String),
    /// It lies there, or not.
    LinkCopied(bool),
    /// The host took the text, or not.
    Inserted(Result<(), Trouble>),
    /// Time to look how things stand.
    WatchDue(Ticket),
}
