//! A draft (utkast) with the mail it answers, the case, its sources, its findings and what may be done next.

use serde::{Deserialize, Serialize};
use vocabulary::{
    CaseNumber, Code, ConversationId, DraftId, Language, Match, Outcome, Reference, Severity, Span, Status, Tone,
    Verdict,
};

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $kind:ty,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind,)* }
    )* };
}

views! {
    /// The whole draft, as the pane shows it. Times are RFC 3339; sentences for people are in the caller's language.
    Draft {
        /// Its id.
        id: DraftId,
        /// Counts from 1; every edit makes the next.
        revision: u32,
        /// Binds a review to text, recipients and attachments.
        fingerprint: String,
        /// Where it stands.
        status: Status,
        /// What the writer could make of it.
        outcome: Outcome,
        /// The language of the reply.
        language: Language,
        /// How it speaks.
        tone: Tone,
        /// The mail that is answered.
        mail: Mail,
        /// The case.
        case: Case,
        /// The body as it is edited: citations as `[1]`, gaps as `⟦…⟧`. All spans below are places in this text.
        text: String,
        /// Footer and list of sources, as they will leave after the body.
        footer: String,
        /// The sentences of the body in order.
        sentences: Vec<Sentence>,
        /// The numbered sources.
        evidence: Vec<Evidence>,
        /// What the checks found, heaviest first.
        findings: Vec<Finding>,
        /// What was checked and found fine, a short sentence each.
        fine: Vec<String>,
        /// What it comes to.
        verdict: Verdict,
        /// What is still to be filled in.
        gaps: Vec<String>,
        /// Who will get it.
        recipients: Vec<String>,
        /// Who wrote: `builtin`, or the name of the model endpoint.
        writer: String,
        /// Who answers for the text now.
        author: String,
        /// Whether the caller is the author.
        mine: bool,
        /// The second person's part, once asked for.
        review: Option<Review>,
        /// What changed since the text that was approved last, else since the second person saw it, else since the revision before.
        changes: Vec<Change>,
        /// The text before the caller's own last change, where they may take it back.
        before: Option<Before>,
        /// What the caller typed and has not saved.
        unsaved: Option<Unsaved>,
        /// What there is to say once it is on its way.
        after: Option<After>,
        /// What the server lets this caller do now; the first is the primary one.
        next: Vec<Action>,
    }
    /// Once the reply is on its way.
    After {
        /// When it was seen among what was sent.
        sent_at: Option<String>,
        /// Who sent it, or wrote it last.
        by: String,
        /// Whether the mail system was told to send it, and nobody knows yet whether it did.
        unsure: bool,
        /// Whether it should be journalled; absent until it was seen sent.
        journal: Option<bool>,
        /// Why, or why not, in the caller's language.
        why: String,
        /// A title for the journal, which the public may read.
        title: String,
        /// What goes into the journal, and how far it has come; absent until it was seen sent.
        filing: Option<Filing>,
        /// Whether the author may still say how good the draft was.
        unrated: bool,
    }
    /// On its way into the journal: what was confirmed, else what is suggested.
    Filing {
        /// `open`, `by_hand`, `queued`, `registered`, `stopped` or `skipped`.
        state: String,
        /// Whether the caller may confirm it now.
        open: bool,
        /// How it stands and what to do, in the caller's language; empty while nothing is to be said.
        told: String,
        /// The number of the case; empty where none is known.
        case: String,
        /// What the reply is about, in the house.
        title: String,
        /// What it is about, to the public.
        public_title: String,
        /// The access code; empty where it is open.
        code: String,
        /// The provision that the code rests on.
        basis: String,
        /// Each mail in a line: which way, when, from whom and to whom.
        mails: Vec<String>,
    }
    /// The mail that is answered.
    Mail {
        /// Display name of the sender.
        from_name: String,
        /// Address of the sender.
        from_address: String,
        /// What the sender is in the case, as the records say it: `applicant`, `appellant`, `neighbour`, `representative`, `party`,
        /// `correspondent`, `official`, `outsider` or `unknown`.
        role: String,
        /// The same in words, in the caller's language.
        role_told: String,
        /// Subject.
        subject: String,
        /// When it came.
        received: String,
        /// What this person wrote, without quotes and signature.
        visible: String,
        /// Its language.
        language: Language,
        /// What is asked.
        questions: Vec<Question>,
        /// By when it must be answered.
        deadlines: Vec<Deadline>,
        /// Mails in the conversation.
        mails: usize,
    }
    /// One question of the citizen.
    Question {
        /// In the citizen's own words, shortened.
        text: String,
        /// Whether the draft answers it.
        answered: bool,
    }
    /// A clock.
    Deadline {
        /// `preliminary_reply`, `access_request` or `appeal`.
        kind: String,
        /// The day.
        due: String,
        /// `ok`, `amber`, `red` or `breached`.
        state: String,
    }
    /// The case the mail belongs to, or the ones that are offered.
    Case {
        /// How sure.
        matched: Match,
        /// The number, when attached.
        number: Option<CaseNumber>,
        /// Its title.
        title: Option<String>,
        /// Who is responsible, and the unit.
        responsible: Option<String>,
        /// Why it was taken, or not.
        why: String,
        /// The ones a person can choose among.
        candidates: Vec<Candidate>,
        /// What the reply could not rest on, and what to do about it: case systems that said nothing, documents that could not be read.
        silent: Option<String>,
    }
    /// What a search for a case brought.
    Sought {
        /// The cases.
        cases: Vec<Candidate>,
        /// Which case systems said nothing, or cannot be searched so.
        said: Option<String>,
    }
    /// A case that is offered.
    Candidate {
        /// Its number.
        number: CaseNumber,
        /// Its title.
        title: String,
    }
    /// One sentence of the body.
    Sentence {
        /// Its place in the text, without the citations after it.
        span: Span,
        /// The evidence it cites.
        citations: Vec<u16>,
        /// How the evidence bears it.
        support: Support,
    }
    /// One numbered source.
    Evidence {
        /// The number in the text.
        n: u16,
        /// The system it comes from.
        system: String,
        /// Its id there.
        record: String,
        /// Its title.
        title: String,
        /// Its own date.
        date: Option<String>,
        /// From when it holds.
        valid_from: Option<String>,
        /// Until when it holds.
        valid_to: Option<String>,
        /// Access code; absent when open.
        access: Option<String>,
        /// Where the original is.
        url: Option<String>,
        /// The excerpt.
        text: String,
        /// The parts of the excerpt that the draft rests on.
        marks: Vec<Span>,
        /// When it was fetched.
        retrieved: String,
    }
    /// What a check found.
    Finding {
        /// Names it when it is ticked.
        key: String,
        /// What kind.
        code: Code,
        /// How heavy.
        severity: Severity,
        /// Where, if in the body.
        span: Option<Span>,
        /// The words it is about.
        text: String,
        /// Why it is flagged, in the caller's language.
        why: String,
        /// The legal ground.
        legal: Option<String>,
        /// What clears it, in the caller's language.
        clears: String,
        /// The evidence it is about.
        evidence: Vec<u16>,
    }
    /// The second person's part.
    Review {
        /// Who asked.
        requested_by: String,
        /// When.
        requested_at: String,
        /// Whether it has waited too long.
        overdue: bool,
        /// By when, for whom, and whether it was reminded of, while it waits: in words.
        told: String,
        /// Who decided.
        decided_by: Option<String>,
        /// When.
        decided_at: Option<String>,
        /// Approved, returned, or still open.
        approved: Option<bool>,
        /// A word to the author.
        comment: String,
        /// The text the second person would rather see, marked as the body is; sent back by `adopt`.
        proposal: Option<String>,
        /// What it would change.
        proposed: Vec<Change>,
        /// Who approved an earlier text of it last.
        approved_by: Option<String>,
        /// When.
        approved_at: Option<String>,
        /// The keys of the findings that the caller ticked then, and that nothing has changed about.
        ticked: Vec<String>,
    }
    /// The text before the caller's own last change.
    Before {
        /// The body.
        text: String,
        /// Whether a person wrote it, and what stands now was written anew over it.
        edited: bool,
    }
    /// A text that was typed and not saved; nobody but who typed it is given it.
    Unsaved {
        /// The body.
        text: String,
        /// The revision it is an edit of; an earlier one than the current where somebody was faster.
        revision: u32,
    }
    /// A stretch of the difference between two revisions.
    Change {
        /// `same`, `added` or `removed`.
        kind: String,
        /// The words.
        text: String,
    }
    /// Released: the HTML to insert and what goes with the item.
    DraftHtml {
        /// The reply as HTML, greeting to reference.
        html: String,
        /// The reference in its last line.
        reference: Reference,
        /// What the gate does when the server is away: `ask` or `stop`.
        away: String,
        /// Until when the seal holds.
        expires: String,
        /// The draft as it now stands.
        draft: Draft,
    }
    /// What is open in a conversation.
    OpenMail {
        /// The conversation asked about.
        conversation: ConversationId,
        /// The draft, if there is one.
        draft: Option<Draft>,
    }
}

/// How the evidence bears a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Every value is in a cited source.
    Supported,
    /// Something is in no cited source.
    Unsupported,
    /// A cited source says otherwise.
    Contradicted,
    /// It claims nothing.
    NoClaim,
}

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Fill the gaps first.
    Fill,
    /// Ask for a second person.
    RequestReview,
    /// Remind the second person.
    Remind,
    /// Have the server send it.
    Send,
    /// Insert into the reply.
    Release,
    /// Approve.
    Approve,
    /// Return with a comment, a text, or both.
    Return,
    /// Make the text that came back one's own.
    Adopt,
    /// Edit.
    Revise,
    /// Write anew.
    Rewrite,
    /// Become the author.
    TakeOver,
    /// Look whether it was sent.
    SweepSent,
}
