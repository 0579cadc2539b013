//! Why a verb did not do it (feil): what `web` turns into a problem with a sentence.

use domain::{
    dossier::Damaged,
    port::{self, FailureKind},
    review::Refusal,
    send,
};
use vocabulary::Language;

/// A verb that was not carried out; nothing was lost by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It does not exist, or not for this person.
    #[error("not found")]
    NotFound,
    /// The role is missing.
    #[error("not allowed")]
    NotAllowed,
    /// Somebody else changed it first, or the caller saw an older revision.
    #[error("stale")]
    Stale,
    /// The rules do not let it through.
    #[error("blocked: {}", .0.name())]
    Blocked(Blocked),
    /// The input is wrong in this field.
    #[error("{field}: {why}")]
    BadInput {
        /// Which field.
        field: &'static str,
        /// What is wrong with it, for a person, in the language of the call.
        why: String,
    },
    /// A system outside.
    #[error(transparent)]
    Outside(port::Failure),
    /// Our own error.
    #[error("bug: {0}")]
    Bug(String),
}

/// Which rule does not let it through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// A second person's word does not count.
    Refused(Refusal),
    /// The draft cannot be sealed, or not be asked about.
    Unready(send::Blocked),
    /// It has been sent.
    Sent,
    /// It is being sent, or may have left.
    OnItsWay,
    /// Somebody else is the author; take over first.
    NotAuthor,
    /// Nobody has asked for a second person.
    NotAsked,
    /// There is nothing to answer in the conversation.
    NothingToAnswer,
    /// Its text was erased, by retention or on request.
    Erased,
    /// An address of the house itself is no person's.
    OwnAddress,
    /// It has not been seen sent, and only what has left is journalled.
    NotSent,
    /// No case system is connected that takes mails.
    NotConnected,
    /// The mail to be journalled is not in the mailbox any more.
    MailGone,
    /// The mail to be journalled is too large.
    TooLargeToFile,
    /// It is on its way to the case system, or there.
    Filed,
    /// The writer knows no other way to say a sentence.
    NoOtherWording,
    /// Somebody else has a draft for this conversation in their own mailbox.
    OfAnother(String),
}

impl Failure {
    /// Its stable name, for the trail and the log; no personal text.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NotAllowed => "not_allowed",
            Self::Stale => "stale",
            Self::Blocked(_) => "blocked",
            Self::BadInput { .. } => "bad_input",
            Self::Outside(_) => "outside",
            Self::Bug(_) => "bug",
        }
    }
}

impl From<port::Failure> for Failure {
    fn from(failure: port::Failure) -> Self {
        match failure.kind {
            FailureKind::Stale => Self::Stale,
            FailureKind::NotFound => Self::NotFound,
            _ => Self::Outside(failure),
        }
    }
}

impl From<Blocked> for Failure {
    fn from(blocked: Blocked) -> Self {
        Self::Blocked(blocked)
    }
}

impl From<Damaged> for Failure {
    fn from(damaged: Damaged) -> Self {
        Self::Bug(damaged.to_string())
    }
}

impl Blocked {
    /// Its stable name, for the trail.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.name(),
            Self::Unready(send::Blocked::OpenGap) => "open_gap",
            Self::Unready(send::Blocked::Stopped) => "stopped",
            Self::Unready(send::Blocked::NeedsReview) => "needs_review",
            Self::Sent => "sent",
            Self::OnItsWay => "on_its_way",
            Self::NotAuthor => "not_author",
            Self::NotAsked => "not_asked",
            Self::NothingToAnswer => "nothing_to_answer",
            Self::Erased => "erased",
            Self::OwnAddress => "own_address",
            Self::NotSent => "not_sent",
            Self::NotConnected => "not_connected",
            Self::MailGone => "mail_gone",
            Self::TooLargeToFile => "too_large_to_file",
            Self::Filed => "filed",
            Self::NoOtherWording => "no_other_wording",
            Self::OfAnother(_) => "of_another",
        }
    }

    /// What happened and what to do next, in the reader's language.
    #[must_use]
    pub fn sentence(&self, reader: Language) -> String {
        let [nb, nn, en] = match self {
            Self::Refused(refusal) => of_refusal(refusal),
            Self::Unready(blocked) => of_unready(*blocked),
            Self::NotSent | Self::NotConnected | Self::MailGone | Self::TooLargeToFile | Self::Filed => of_filing(self),
            other => of_station(other),
        };
        let who = if let Self::OfAnother(who) = self { who.as_str() } else { "" };
        reader.pick(nb, nn, en).replace("{who}", who)
    }
}

fn of_refusal(refusal: &Refusal) -> [&'static str; 3] {
    match refusal {
        Refusal::OwnDraft => [
            "Du har skrevet i dette utkastet. En annen må godkjenne det.",
            "Du har skrive i dette utkastet. Ein annan må godkjenne det.",
            "You have written in this draft. Somebody else must approve it.",
        ],
        Refusal::Stopped => of_unready(send::Blocked::Stopped),
        Refusal::OpenGap => of_unready(send::Blocked::OpenGap),
        Refusal::NotTicked(_) => [
            "Se på hver merknad og kryss den av før du godkjenner.",
            "Sjå på kvar merknad og kryss han av før du godkjenner.",
            "Look at every finding and tick it before you approve.",
        ],
        Refusal::Changed => [
            "Utkastet er endret siden du leste det. Les det på nytt.",
            "Utkastet er endra sidan du las det. Les det på nytt.",
            "The draft has changed since you read it. Read it again.",
        ],
        Refusal::CommentMissing => [
            "Skriv en kommentar til den som har skrevet utkastet.",
            "Skriv ein kommentar til den som har skrive utkastet.",
            "Write a comment to the author of the draft.",
        ],
    }
}

fn of_unready(blocked: send::Blocked) -> [&'static str; 3] {
    match blocked {
        send::Blocked::OpenGap => [
            "Fyll ut det som mangler i utkastet først.",
            "Fyll ut det som manglar i utkastet først.",
            "Fill in what is missing in the draft first.",
        ],
        send::Blocked::Stopped => [
            "En merknad stopper utkastet. Rett det den peker på.",
            "Ein merknad stoppar utkastet. Rett det han peikar på.",
            "A finding stops the draft. Correct what it points to.",
        ],
        send::Blocked::NeedsReview => [
            "En annen må godkjenne utkastet før det settes inn. Be om godkjenning.",
            "Ein annan må godkjenne utkastet før det blir sett inn. Be om godkjenning.",
            "Somebody else must approve the draft before it is inserted. Ask for approval.",
        ],
    }
}

fn of_filing(blocked: &Blocked) -> [&'static str; 3] {
    match blocked {
        Blocked::NotSent => [
            "Svaret er ikke sett blant sendte e-poster ennå. Velg «Er den sendt?» først.",
            "Svaret er ikkje sett blant sende e-postar enno. Vel «Er han sendt?» først.",
            "The reply has not been seen among sent mails yet. Choose “Has it been sent?” first.",
        ],
        Blocked::NotConnected => [
            "Saksvar er ikke koblet til et sakssystem som tar imot. Journalfør svaret for hånd i sakssystemet.",
            "Saksvar er ikkje kopla til eit sakssystem som tek imot. Journalfør svaret for hand i sakssystemet.",
            "Saksvar is not connected to a case system that takes mails. Journal the reply by hand in the case system.",
        ],
        Blocked::MailGone => [
            "E-posten ligger ikke i postkassen lenger. Legg den tilbake og prøv igjen, eller journalfør for hånd.",
            "E-posten ligg ikkje i postkassa lenger. Legg han tilbake og prøv igjen, eller journalfør for hand.",
            "The mail is not in the mailbox any more. Put it back and try again, or journal by hand.",
        ],
        Blocked::TooLargeToFile => [
            "E-posten er for stor til at Saksvar kan journalføre den. Journalfør den for hånd.",
            "E-posten er for stor til at Saksvar kan journalføre han. Journalfør han for hand.",
            "The mail is too large for Saksvar to journal. Journal it by hand.",
        ],
        _ => [
            "Svaret er alt journalført, eller på vei til sakssystemet.",
            "Svaret er alt journalført, eller på veg til sakssystemet.",
            "The reply is journalled already, or on its way to the case system.",
        ],
    }
}

fn of_station(blocked: &Blocked) -> [&'static str; 3] {
    match blocked {
        Blocked::Sent => [
            "Svaret er sendt og kan ikke endres. Lag et nytt utkast hvis du vil skrive mer.",
            "Svaret er sendt og kan ikkje endrast. Lag eit nytt utkast om du vil skrive meir.",
            "The reply has been sent and cannot be changed. Make a new draft if you want to write more.",
        ],
        Blocked::OnItsWay => [
            "Svaret er kanskje allerede på vei. Se i Sendte elementer, og velg «Er den sendt?» her, før du gjør noe mer.",
            "Svaret er kanskje alt på veg. Sjå i Sendte element, og vel «Er han sendt?» her, før du gjer noko meir.",
            "The reply may already be on its way. Look in Sent Items, and choose “Has it been sent?” here, before you do anything more.",
        ],
        Blocked::NotAuthor => [
            "En annen har dette utkastet. Overta det først.",
            "Ein annan har dette utkastet. Ta det over først.",
            "Somebody else has this draft. Take it over first.",
        ],
        Blocked::NotAsked => [
            "Ingen har bedt om godkjenning av denne utgaven av utkastet.",
            "Ingen har bede om godkjenning av denne utgåva av utkastet.",
            "Nobody has asked for approval of this revision of the draft.",
        ],
        Blocked::Erased => [
            "Utkastet er slettet, og kan ikke godkjennes eller sendes. Skal e-posten besvares, må det lages et nytt.",
            "Utkastet er sletta, og kan ikkje godkjennast eller sendast. Skal e-posten svarast på, må det lagast eit nytt.",
            "The draft has been erased, and cannot be approved or sent. If the mail is to be answered, a new one must be made.",
        ],
        Blocked::OwnAddress => [
            "Dette er virksomhetens egen adresse. Oppgi adressen til den det gjelder, eller saksnummeret.",
            "Dette er verksemda si eiga adresse. Oppgi adressa til den det gjeld, eller saksnummeret.",
            "This is an address of the body itself. Give the address of the person, or the number of the case.",
        ],
        Blocked::NoOtherWording => [
            "Kilden gir ingen annen måte å si dette på. Rediger setningen om du vil ha den annerledes.",
            "Kjelda gir ingen annan måte å seie dette på. Rediger setninga om du vil ha henne annleis.",
            "The source gives no other way to say this. Edit the sentence if you want it otherwise.",
        ],
        Blocked::OfAnother(_) => [
            "{who} har et utkast til svar i denne samtalen. Avtal hvem som svarer.",
            "{who} har eit utkast til svar i denne samtalen. Avtal kven som svarar.",
            "{who} has a draft of a reply in this conversation. Agree on who replies.",
        ],
        _ => [
            "Det er ingen e-post å svare på i denne samtalen.",
            "Det er ingen e-post å svare på i denne samtalen.",
            "There is no mail to answer in this conversation.",
        ],
    }
}
