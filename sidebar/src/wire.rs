//! The contract's shapes, read from JSON and written to it. The fields are named once more here, and the compiler holds the list against
//! the contract's: what its own readers and writers would weigh is a tenth of the pane. A reader written out in place of each call would
//! weigh more than the call, hence `inline(never)`.

use crate::json::{self, Garbled, Json};
use contract::{
    Kind, Problem,
    operation::{
        AttachedFile, CheckDraft, DecideReview, FindDraft, JournalReply, ListReviews, PrepareDraft, RateDraft,
        ReleaseDraft, RemindReview, RequestReview, ReviseDraft, RewriteSentence, SaveSignature, SayAway, SearchCases,
        SendDraft, ShowDraft, ShowLog, SkipJournal, SweepSent, TakeOver, WhoAmI,
    },
    view::{
        Action, After, Approver, Before, Candidate, Case, Change, Deadline, Decided, Draft, DraftHtml, Evidence,
        Filing, Finding, LogLine, Mail, Me, OpenMail, Question, QueueItem, Review, Sentence, Signature, Sought,
        Support, Unsaved,
    },
};
use std::cell::Cell;
use vocabulary::{
    CaseNumber, Code, ConversationId, DraftId, GateMode, Language, MailId, Match, Outcome, PersonId, Rating, Reference,
    Role, Severity, Span, Status, Tone, Verdict,
};

/// Reads one shape.
///
/// # Errors
/// [`Garbled`].
pub fn read<T: Shape>(text: &str) -> Result<T, Garbled> {
    let json = json::parse(text)?;
    let bad = Cell::new(false);
    let shape = T::of(&json, &bad);
    if bad.get() { Err(Garbled) } else { Ok(shape) }
}

/// Writes one shape.
#[must_use]
pub fn write(shape: &dyn Written) -> String {
    let mut to = String::new();
    shape.write(&mut to);
    to
}

/// What can be read. It always gives something, and sets `bad` where that is not what stood there: a reader that could stop anywhere
/// would have to clear up everywhere.
pub trait Shape: Sized {
    /// From a value.
    fn of(json: &Json, bad: &Cell<bool>) -> Self;
}

/// What can be written.
pub trait Written {
    /// As JSON, at the end of a text.
    fn write(&self, to: &mut String);
}

macro_rules! shapes {
    ($($name:ident { $($field:ident)* })*) => { $(
        impl $crate::wire::Shape for $name {
            #[inline(never)]
            fn of(json: &$crate::json::Json, bad: &std::cell::Cell<bool>) -> Self {
                Self { $($field: $crate::wire::Shape::of(json.at(stringify!($field)), bad),)* }
            }
        }
    )* };
}
pub(crate) use shapes;

macro_rules! names {
    ($($name:ident { $($variant:ident $word:literal)* })*) => { $(
        impl Shape for $name {
            fn of(json: &Json, bad: &Cell<bool>) -> Self {
                // A variant that is missing here does not compile.
                const _: fn($name) = |it| match it { $($name::$variant => (),)* };
                [$($name::$variant),*][place(json, &[$($word),*], bad)]
            }
        }
        #[cfg(test)]
        impl tests::Named for $name {
            const ALL: &[(Self, &str)] = &[$(($name::$variant, $word)),*];
        }
    )* };
}

macro_rules! numbers {
    ($($name:ty)*) => { $(
        impl Shape for $name {
            fn of(json: &Json, bad: &Cell<bool>) -> Self {
                let Json::Number(number) = json else { return wrong(bad) };
                Self::try_from(*number).unwrap_or_else(|_| wrong(bad))
            }
        }
        impl Written for $name {
            fn write(&self, to: &mut String) {
                to.push_str(&self.to_string());
            }
        }
    )* };
}

macro_rules! ids {
    ($($name:ident)*) => { $(
        impl Shape for $name {
            fn of(json: &Json, bad: &Cell<bool>) -> Self {
                Self::new(String::of(json, bad))
            }
        }
        impl Written for $name {
            fn write(&self, to: &mut String) {
                json::quoted(self.as_str(), to);
            }
        }
    )* };
}

macro_rules! written {
    ($($name:ident { $($field:ident)* })*) => { $(
        impl Written for $name {
            fn write(&self, to: &mut String) {
                let Self { $($field),* } = self;
                object(&[$((stringify!($field), $field as &dyn Written)),*], to);
            }
        }
    )* };
}

shapes! {
    Draft {
        id revision fingerprint status outcome language tone mail case text footer sentences evidence findings fine verdict gaps
        recipients writer author mine review changes before unsaved after next
    }
    After { sent_at by unsure journal why title filing unrated }
    Filing { state open told case title public_title code basis mails }
    Mail { from_name from_address role role_told subject received visible language questions deadlines mails }
    Question { text answered }
    Deadline { kind due state }
    Case { matched number title responsible why candidates silent }
    Sought { cases said }
    Candidate { number title }
    Sentence { span citations support }
    Evidence { n system record title date valid_from valid_to access url text marks retrieved }
    Finding { key code severity span text why legal clears evidence }
    Review { requested_by requested_at overdue told decided_by decided_at approved comment proposal proposed approved_by approved_at ticked }
    Before { text edited }
    Unsaved { text revision }
    Change { kind text }
    DraftHtml { html reference away expires draft }
    OpenMail { conversation draft }
    QueueItem { draft from_name case topics severity decidable mine overdue told }
    LogLine { at who action revision entry }
    Me { name tenant roles waiting pressing pending overdue approvers decided signature gate }
    Approver { id name own told }
    Decided { draft from_name by approved }
    Signature { text images }
    AttachedFile { name size sha256 inline }
}

impl Shape for Problem {
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        let part = |name| Option::of(json.at(name), bad);
        Self {
            uri: Shape::of(json.at("type"), bad),
            title: Shape::of(json.at("title"), bad),
            status: Shape::of(json.at("status"), bad),
            kind: Shape::of(json.at("kind"), bad),
            detail: part("detail"),
            field: part("field"),
            claims: part("claims"),
            link: part("link"),
            trace: part("trace"),
        }
    }
}

names! {
    Status {
        Drafted "drafted" AwaitingReview "awaiting_review" Returned "returned" Approved "approved" Released "released"
        SendAllowed "send_allowed" Sent "sent"
    }
    Outcome { Ready "ready" NeedsFilling "needs_filling" CannotAnswer "cannot_answer" }
    Match { Strong "strong" Offered "offered" None "none" }
    Language { Nb "nb" Nn "nn" En "en" Da "da" Sv "sv" Se "se" Other "other" }
    Tone { Short "short" Usual "usual" Explaining "explaining" }
    Severity { Note "note" Warn "warn" Verify "verify" Stop "stop" }
    Verdict { Clear "clear" Review "review" Stop "stop" }
    Support { Supported "supported" Unsupported "unsupported" Contradicted "contradicted" NoClaim "no_claim" }
    Action {
        Fill "fill" RequestReview "request_review" Remind "remind" Send "send" Release "release" Approve "approve" Return "return" Adopt "adopt"
        Revise "revise"
        Rewrite "rewrite" TakeOver "take_over" SweepSent "sweep_sent"
    }
    GateMode { Soft "soft" Prompt "prompt" Off "off" }
    Role { Caseworker "Caseworker" Reviewer "Reviewer" RuleKeeper "RuleKeeper" Auditor "Auditor" Operator "Operator" }
    Kind {
        BadInput "bad-input" NotSignedIn "not-signed-in" MoreNeeded "more-needed" NotAllowed "not-allowed" NotFound "not-found"
        Stale "stale" Blocked "blocked" TooLarge "too-large" TooMany "too-many" Outside "outside" Bug "bug"
    }
    Code {
        Fee "fee" Deadline "deadline" Right "right" LegalStatus "legal_status" Refusal "refusal" Eligibility "eligibility"
        Liability "liability" Health "health" ChildWelfare "child_welfare" Crime "crime" Welfare "welfare" ThirdParty "third_party"
        Promise "promise" PersonalData "personal_data" Decision "decision" AppealMissing "appeal_missing"
        ReasonsMissing "reasons_missing" CitationMissing "citation_missing" Unsupported "unsupported" Contradicted "contradicted"
        Personnel "personnel" Tone "tone" LawUnknown "law_unknown" Language "language" LanguageMixed "language_mixed"
        Readability "readability" Recipient "recipient" RestrictedSource "restricted_source" OldSource "old_source"
        AccountChanged "account_changed" Instruction "instruction" Sender "sender" Threat "threat" Writer "writer"
    }
}

numbers! { u16 u32 u64 usize }
ids! { DraftId MailId ConversationId PersonId Reference }

written! {
    WhoAmI {}
    FindDraft { conversation }
    PrepareDraft { mail conversation mailbox again seen case without_case language tone }
    SearchCases { text }
    ShowDraft { draft }
    ReviseDraft { draft revision text }
    CheckDraft { draft text keep }
    RewriteSentence { draft revision sentence }
    TakeOver { draft revision }
    RequestReview { draft revision to }
    RemindReview { draft revision }
    SayAway { until stand_in }
    ListReviews {}
    DecideReview { draft revision fingerprint approve ticked comment proposal }
    ReleaseDraft { draft revision }
    SendDraft { draft revision }
    RateDraft { draft rating }
    JournalReply { draft case title public_title code basis }
    SkipJournal { draft why }
    SweepSent { draft }
    ShowLog { draft }
    SaveSignature { text images }
    AttachedFile { name size sha256 inline }
}

impl Written for Rating {
    fn write(&self, to: &mut String) {
        json::quoted(self.name(), to);
    }
}

/// Something else stood there.
fn wrong<T: Default>(bad: &Cell<bool>) -> T {
    bad.set(true);
    T::default()
}

/// Which of the words it is.
fn place(json: &Json, words: &[&str], bad: &Cell<bool>) -> usize {
    let Json::Text(own) = json else { return wrong(bad) };
    words.iter().position(|word| own == word).unwrap_or_else(|| wrong(bad))
}

/// An object with these fields.
pub(crate) fn object(fields: &[(&str, &dyn Written)], to: &mut String) {
    let mut before = '{';
    for (name, value) in fields {
        to.push(before);
        json::quoted(name, to);
        to.push(':');
        value.write(to);
        before = ',';
    }
    to.push_str(if fields.is_empty() { "{}" } else { "}" });
}

impl Shape for String {
    #[inline(never)]
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        let Json::Text(text) = json else { return wrong(bad) };
        text.clone()
    }
}

impl Shape for bool {
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        let Json::Bool(is) = json else { return wrong(bad) };
        *is
    }
}

impl<T: Shape> Shape for Option<T> {
    #[inline(never)]
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        (*json != Json::Null).then(|| T::of(json, bad))
    }
}

impl<T: Shape> Shape for Vec<T> {
    #[inline(never)]
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        let Json::List(list) = json else { return wrong(bad) };
        list.iter().map(|one| T::of(one, bad)).collect()
    }
}

impl Shape for Span {
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        match Vec::of(json, bad)[..] {
            [start, end] => Self::new(start, end),
            _ => wrong(bad),
        }
    }
}

/// As the server writes it: `2026/1234`. What people write in other forms is read by the server alone.
impl Shape for CaseNumber {
    fn of(json: &Json, bad: &Cell<bool>) -> Self {
        let text = String::of(json, bad);
        let read = text.split_once('/').and_then(|(year, rest)| Some((year.parse().ok()?, rest.parse().ok()?)));
        let (year, sequence) = read.unwrap_or_else(|| wrong(bad));
        Self { year, sequence }
    }
}

impl Written for CaseNumber {
    fn write(&self, to: &mut String) {
        json::quoted(&self.to_string(), to);
    }
}

impl Written for Language {
    fn write(&self, to: &mut String) {
        // All but the unknown one are written as their codes, and nobody chooses that.
        json::quoted(self.code(), to);
    }
}

impl Written for Tone {
    fn write(&self, to: &mut String) {
        json::quoted(self.name(), to);
    }
}

impl Written for String {
    fn write(&self, to: &mut String) {
        json::quoted(self, to);
    }
}

impl Written for bool {
    fn write(&self, to: &mut String) {
        to.push_str(if *self { "true" } else { "false" });
    }
}

impl<T: Written> Written for Option<T> {
    fn write(&self, to: &mut String) {
        match self {
            Some(value) => value.write(to),
            None => to.push_str("null"),
        }
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, to: &mut String) {
        let mut before = '[';
        for one in self {
            to.push(before);
            one.write(to);
            before = ',';
        }
        to.push_str(if self.is_empty() { "[]" } else { "]" });
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Written, read, write};
    use crate::state::sample;
    use contract::{
        Kind, Problem,
        operation::{
            AttachedFile, CheckDraft, DecideReview, JournalReply, ListReviews, PrepareDraft, RateDraft, RemindReview,
            RequestReview, ReviseDraft, RewriteSentence, SaveSignature, SayAway, SearchCases, SendDraft, SkipJournal,
        },
        view::{self, Action, Draft, Finding, Me, QueueItem, Sentence, Support},
    };
    use std::fmt::Debug;
    use vocabulary::{
        CaseNumber, Code, ConversationId, DraftId, GateMode, Language, MailId, Match, Outcome, PersonId, Rating, Role,
        Severity, Span, Status, Tone, Verdict,
    };

    /// What has a word for each of its values.
    pub(super) trait Named: Shape + serde::Serialize + PartialEq + Copy + Debug + 'static {
        const ALL: &[(Self, &str)];
    }

    fn words<T: Named>() {
        for (value, word) in T::ALL {
            let usual = serde_json::to_string(value).unwrap();
            assert_eq!(usual, format!("\"{word}\""));
            assert_eq!(read::<T>(&usual), Ok(*value));
        }
        assert!(read::<T>("\"\"").is_err() && read::<T>("0").is_err());
    }

    #[test]
    fn every_word_of_the_contract_is_known() {
        words::<Status>();
        words::<Outcome>();
        words::<Match>();
        words::<Language>();
        words::<Tone>();
        words::<Severity>();
        words::<Verdict>();
        words::<Support>();
        words::<Action>();
        words::<GateMode>();
        words::<Role>();
        words::<Kind>();
        words::<Code>();
    }

    fn agrees<T: Shape + serde::Serialize + PartialEq + Debug>(value: &T) {
        let usual = serde_json::to_string_pretty(value).unwrap();
        assert_eq!(read::<T>(&usual).as_ref(), Ok(value), "{usual}");
    }

    fn after() -> view::After {
        let text = || "n\u{1}«2»".to_owned();
        view::After {
            sent_at: Some(text()),
            by: text(),
            unsure: true,
            journal: Some(true),
            why: text(),
            title: text(),
            filing: Some(view::Filing {
                state: text(),
                open: true,
                told: text(),
                case: text(),
                title: text(),
                public_title: text(),
                code: text(),
                basis: text(),
                mails: vec![text()],
            }),
            unrated: true,
        }
    }

    /// A draft in which nothing is empty.
    fn draft() -> Draft {
        let (text, number) = (|| "d\u{1}«1»\n\"\\😀".to_owned(), CaseNumber { year: 2026, sequence: 1234 });
        let mut draft = sample::draft("d1", 3, Status::Drafted, &[Action::Fill, Action::SweepSent]);
        draft.mail.questions = vec![view::Question { text: text(), answered: true }];
        draft.mail.deadlines = vec![view::Deadline { kind: text(), due: text(), state: text() }];
        draft.case = view::Case {
            matched: Match::Strong,
            number: Some(number),
            title: Some(text()),
            responsible: Some(text()),
            why: text(),
            candidates: vec![view::Candidate { number, title: text() }],
            silent: Some(text()),
        };
        draft.sentences = vec![Sentence { span: Span::new(1, 5), citations: vec![1, 2], support: Support::NoClaim }];
        let some = || Some(text());
        draft.evidence = vec![view::Evidence {
            n: 7,
            system: text(),
            record: text(),
            title: text(),
            date: some(),
            valid_from: some(),
            valid_to: some(),
            access: some(),
            url: some(),
            text: text(),
            marks: vec![Span::new(0, 2)],
            retrieved: text(),
        }];
        draft.findings[0] = Finding { span: Some(Span::new(2, 4)), legal: some(), ..draft.findings[0].clone() };
        draft.changes = vec![view::Change { kind: text(), text: text() }];
        draft.review = Some(view::Review {
            requested_by: text(),
            requested_at: text(),
            overdue: true,
            told: text(),
            decided_by: some(),
            decided_at: some(),
            approved: Some(false),
            comment: text(),
            proposal: some(),
            proposed: draft.changes.clone(),
            approved_by: some(),
            approved_at: some(),
            ticked: vec![text()],
        });
        draft.before = Some(view::Before { text: text(), edited: true });
        draft.unsaved = Some(view::Unsaved { text: text(), revision: 2 });
        draft.after = Some(after());
        (draft.fine, draft.recipients) = (vec![text()], vec![text(), text()]);
        draft
    }

    #[test]
    fn it_reads_what_the_server_writes() {
        agrees(&draft());
        agrees(&sample::draft("d1", 1, Status::Sent, &[]));
        let reference = vocabulary::Reference::new("SV-A");
        let (html, away, expires) = ("<p>Hei</p>".to_owned(), "ask".to_owned(), "x".to_owned());
        agrees(&view::DraftHtml { html, reference, away, expires, draft: draft() });
        agrees(&view::OpenMail { conversation: ConversationId::new("c"), draft: Some(draft()) });
        agrees(&vec![QueueItem { case: draft().case.number, ..sample::waiting("d1") }]);
        let entry = u64::MAX;
        agrees(&view::LogLine {
            at: String::new(),
            who: String::new(),
            action: String::new(),
            revision: Some(2),
            entry,
        });
        let file = AttachedFile { name: "a.png".to_owned(), size: 12, sha256: Some("0".to_owned()), inline: true };
        let decided =
            view::Decided { draft: DraftId::new("d"), from_name: String::new(), by: String::new(), approved: true };
        let signature = Some(view::Signature { text: "Kari".to_owned(), images: vec![file] });
        let (id, name, told) = (PersonId::new("liv"), "Liv Aas".to_owned(), "Borte.".to_owned());
        let approvers = vec![view::Approver { id, name, own: true, told }];
        agrees(&Me { decided: vec![decided], signature, approvers, ..sample::lead() });
        let mut problem = Problem::new(Kind::Stale, "Ola endret først.");
        agrees(&problem);
        problem.trace = Some("7".to_owned());
        agrees(&problem);
    }

    #[test]
    fn another_shape_is_refused_and_what_is_new_is_passed_over() {
        let later = r#"{"later":{"a":[null,true]},"span":[1,5],"citations":[2],"support":"no_claim"}"#;
        assert_eq!(read::<Sentence>(later).map(|it| (it.span, it.citations)), Ok((Span::new(1, 5), vec![2])));
        for (from, to) in
            [("[1,5]", "[1]"), ("[2]", "[99999]"), ("[2]", "2"), ("no_claim", "else"), ("\"span\"", "\"x\"")]
        {
            assert!(read::<Sentence>(&later.replace(from, to)).is_err(), "{to}");
        }
        for text in ["[]", "null", "\"\"", "{}", "{"] {
            assert!(read::<Draft>(text).is_err(), "{text}");
        }
        assert!(read::<view::Candidate>(r#"{"number":"2026","title":""}"#).is_err());
    }

    fn same(ask: &(impl Written + serde::Serialize)) {
        let own = write(ask);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&own).ok(), serde_json::to_value(ask).ok(), "{own}");
    }

    #[test]
    fn it_writes_what_the_server_reads() {
        let (draft, mail, conversation) = (DraftId::new("d"), MailId::new("m"), ConversationId::new("c"));
        same(&ListReviews {});
        let (to, stand_in) = (Some(PersonId::new("liv")), Some(PersonId::new("siv")));
        same(&RequestReview { draft: draft.clone(), revision: 2, to });
        same(&RemindReview { draft: draft.clone(), revision: 2 });
        same(&SayAway { until: Some("2026-12-24".to_owned()), stand_in });
        same(&CheckDraft { draft: draft.clone(), text: String::new(), keep: Some(3) });
        same(&RewriteSentence { draft: draft.clone(), revision: 3, sentence: 1 });
        same(&ReviseDraft { draft: draft.clone(), revision: 3, text: "«\"\n".to_owned() });
        same(&SendDraft { draft: draft.clone(), revision: 3 });
        for rating in Rating::ALL {
            same(&RateDraft { draft: draft.clone(), rating });
        }
        let [case, title, public_title, code, basis] =
            ["2026/1", "Svar «1»", "Svar", "UO", "offl. § 13"].map(str::to_owned);
        same(&JournalReply { draft: draft.clone(), case, title, public_title, code, basis });
        same(&SkipJournal { draft: draft.clone(), why: "Nei".to_owned() });
        let case = Some(CaseNumber { year: 2026, sequence: 1234 });
        same(&SearchCases { text: "tilbygg".to_owned() });
        let prepare = PrepareDraft {
            mail,
            conversation,
            mailbox: None,
            again: true,
            seen: Some(2),
            case,
            without_case: false,
            language: Some(Language::Nn),
            tone: Some(Tone::Explaining),
        };
        same(&prepare);
        let other =
            PrepareDraft { mailbox: Some("a@b.no".to_owned()), again: false, seen: None, case: None, ..prepare };
        same(&PrepareDraft { without_case: true, language: None, tone: None, ..other });
        let ticked = vec!["a".to_owned(), "b".to_owned()];
        let (fingerprint, comment) = (String::new(), String::new());
        same(&DecideReview { draft, revision: 1, fingerprint, approve: true, ticked, comment, proposal: None });
        let file = AttachedFile { name: "a.png".to_owned(), size: 12, sha256: None, inline: true };
        same(&SaveSignature { text: "Kari".to_owned(), images: vec![file] });
    }
}
