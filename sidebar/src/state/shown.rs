//! A draft in front of somebody: what they have opened, typed and ticked, besides the draft itself.

use super::{Ticket, letter, model::Trouble};
use contract::view::{Action, Draft, Filing, Finding, Sought};
use vocabulary::{ConversationId, Severity};

/// The editor, with the text as it stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Editor {
    /// The body with its citations and gaps.
    pub text: String,
    /// The revision it began from.
    pub revision: u32,
    /// The latest pause in the typing.
    pub pause: Option<Ticket>,
    /// Whether a check is under way.
    pub checking: bool,
    /// What the checks said last.
    pub checked: Option<Box<Draft>>,
}

/// What the server has been asked to do with the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Save an edit.
    Saving,
    /// Ask for a second person.
    Asking,
    /// Approve or return.
    Deciding,
    /// Seal and hand over.
    Releasing,
    /// Seal and send.
    Sending,
    /// The host is taking the text.
    Inserting,
    /// Anything else that only brings the draft up to date.
    Renewing,
}

/// A draft in front of somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The draft, as the server last told.
    pub draft: Draft,
    /// The conversation that was on the screen when it came.
    pub conversation: Option<ConversationId>,
    /// The open source: which number in the text, and which source.
    pub open: Option<(usize, u16)>,
    /// The finding that is open at its words.
    pub why: Option<String>,
    /// The finding whose words are pointed at.
    pub pointed: Option<String>,
    /// Whether mail and case are shown.
    pub unfolded: bool,
    /// Set while the person has opened them: whether after the source.
    pub unfolded_last: Option<bool>,
    /// Sending was pressed once, and is asked about.
    pub confirming: bool,
    /// What has been typed in the gaps, in their order.
    pub fills: Vec<String>,
    /// The editor, when open.
    pub editor: Option<Editor>,
    /// What the server has been asked.
    pub doing: Option<Doing>,
    /// What went wrong last.
    pub trouble: Option<Trouble>,
    /// Whether the text could be copied, once somebody has tried.
    pub copied: Option<bool>,
    /// What a case is sought by.
    pub sought: String,
    /// The cases that were found, once one was sought.
    pub found: Option<Sought>,
    /// The findings ticked.
    pub ticked: Vec<String>,
    /// What stands in the fields of the journal: case, title, public title, code, its ground, and why the reply does not go there. Empty
    /// until it has left.
    pub fields: Vec<String>,
    /// A word to the author.
    pub comment: String,
    /// Returning was tried without a word.
    pub comment_missing: bool,
}

impl Shown {
    /// A draft just laid in front of somebody.
    #[must_use]
    pub fn new(draft: Draft, conversation: Option<ConversationId>) -> Self {
        let chooses = draft.case.number.is_none() && !draft.case.candidates.is_empty();
        // What the draft could not rest on is not folded away.
        let unfolded = chooses || draft.case.silent.is_some();
        let (ticked, fields) = (ticked(&draft), fields(&draft));
        Self {
            draft,
            conversation,
            open: None,
            why: None,
            pointed: None,
            unfolded,
            unfolded_last: None,
            confirming: false,
            fills: Vec::new(),
            editor: None,
            doing: None,
            trouble: None,
            copied: None,
            sought: String::new(),
            found: None,
            ticked,
            fields,
            comment: String::new(),
            comment_missing: false,
        }
    }

    /// The draft as it now stands. What belonged to an earlier text is let go; what somebody is typing is kept.
    pub fn renew(&mut self, draft: Draft) {
        if draft.fingerprint != self.draft.fingerprint {
            self.copied = None;
            self.open = None;
            self.pointed = None;
            self.fills.clear();
            self.why = None;
            self.ticked = ticked(&draft);
        }
        if self.fields.is_empty() {
            self.fields = fields(&draft);
        }
        self.draft = draft;
        self.confirming = false;
        self.doing = None;
        self.trouble = None;
    }

    /// Whether the case system has not taken the reply yet.
    #[must_use]
    pub fn is_queued(&self) -> bool {
        let filing = self.draft.after.as_ref().and_then(|after| after.filing.as_ref());
        filing.is_some_and(|filing| filing.state == "queued")
    }

    /// The draft whose findings are shown: the text in the editor once it is checked, else the saved one.
    #[must_use]
    pub fn latest(&self) -> &Draft {
        self.editor.as_ref().and_then(|editor| editor.checked.as_deref()).unwrap_or(&self.draft)
    }

    /// Opens the editor on the saved text, with what has been typed in the gaps.
    pub fn edit(&mut self) {
        let text = self.filled();
        let revision = self.draft.revision;
        self.editor = Some(Editor { text, revision, pause: None, checking: false, checked: None });
    }

    /// The text with the gaps that have been typed in.
    #[must_use]
    pub fn filled(&self) -> String {
        letter::filled(&self.draft.text, &self.fills)
    }

    /// Whether anything has been typed in a gap.
    #[must_use]
    pub fn has_fills(&self) -> bool {
        self.fills.iter().any(|text| !text.trim().is_empty())
    }

    /// The findings a second person ticks, one by one.
    pub fn to_tick(&self) -> impl Iterator<Item = &Finding> {
        self.draft.findings.iter().filter(|finding| finding.severity == Severity::Verify)
    }

    /// The first of them that is not ticked.
    #[must_use]
    pub fn first_unticked(&self) -> Option<&Finding> {
        self.to_tick().find(|finding| !self.ticked.contains(&finding.key))
    }

    /// How many of them are not ticked.
    #[must_use]
    pub fn unticked(&self) -> usize {
        self.to_tick().filter(|finding| !self.ticked.contains(&finding.key)).count()
    }

    /// The questions that the draft does not answer.
    #[must_use]
    pub fn unanswered(&self) -> usize {
        self.draft.mail.questions.iter().filter(|question| !question.answered).count()
    }

    /// Whether this person can have a sentence written anew.
    #[must_use]
    pub fn is_rewritable(&self, sentence: usize) -> bool {
        let cites = self.draft.sentences.get(sentence).is_some_and(|sentence| !sentence.citations.is_empty());
        cites && self.draft.mine && self.draft.next.contains(&Action::Revise)
    }

    /// Who approved an earlier text, and when, where this person decides on what has changed since.
    #[must_use]
    pub fn approved_before(&self) -> Option<(&str, &str)> {
        let review = self.draft.review.as_ref().filter(|_| self.is_decidable())?;
        let changed = self.draft.changes.iter().any(|change| change.kind != "same");
        Some((review.approved_by.as_deref()?, review.approved_at.as_deref()?)).filter(|_| changed)
    }

    /// Whether the server lets this person decide it.
    #[must_use]
    pub fn is_decidable(&self) -> bool {
        self.draft.next.contains(&Action::Approve)
    }
}

/// What the server puts in the fields of the journal.
fn fields(draft: &Draft) -> Vec<String> {
    let filing = draft.after.as_ref().and_then(|after| after.filing.as_ref());
    let filled = |it: &Filing| {
        [&it.case, &it.title, &it.public_title, &it.code, &it.basis, &String::new()].map(String::clone).to_vec()
    };
    filing.map(filled).unwrap_or_default()
}

/// What the server says is ticked already.
fn ticked(draft: &Draft) -> Vec<String> {
    draft.review.as_ref().map(|review| review.ticked.clone()).unwrap_or_default()
}
