//! Rows of evidence (kunnskapsgrunnlag) and of the case that was found.

use super::{
    mirror::{mirror, names},
    moment::{Day, Moment},
};
use domain::{
    case::Access,
    evidence::{
        CaseMatch, Item, Origin, Source, Unread,
        matching::Reason,
        several::{Silent, Why},
    },
    port::Unreadable,
};
use vocabulary::{CaseNumber, Match, Relation};

names! {
    /// Why a case was taken, or not.
    ReasonRow = Reason {
        NumberAndParty, Chosen, Declined, NumberFromStranger, NotAuthenticated, PartyOnly, UnknownNumber, NotLookedUp, Nothing,
    }
}
names! {
    /// What a source is.
    OriginRow = Origin { Case, Document, Note, Article, Fee, Law, Decision, Answer, Similar }
}
mirror! {
    /// Who may see something.
    AccessRow = Access { code: Option<String>, legal_basis: Option<String> }
}
names! {
    /// Why a system said nothing.
    WhyRow = Why { Slow, Away, Refused, Unreadable }
}
mirror! {
    /// A system that said nothing.
    SilentRow = Silent { system: String, why: WhyRow }
}
names! {
    /// Why a document was not read.
    UnreadableRow = Unreadable {
        Empty, TooLarge, Swollen, TooLong, Encrypted, NoText, Image, OldOffice, OutlookFile, Sheet, Slides, Archive, Media, Unknown, Damaged,
        Hostile, Slow, Crashed, Missing, Unavailable,
    }
}
mirror! {
    /// A document that could not be read.
    UnreadRow = Unread { record: String, title: String, access: AccessRow, why: UnreadableRow }
}
mirror! {
    /// The case.
    CaseMatchRow = CaseMatch {
        matched: Match,
        number: Option<CaseNumber>,
        reason: ReasonRow,
        #[serde(default)]
        relation: Relation,
        candidates: Vec<(CaseNumber, String)>,
        #[serde(default)]
        silent: Vec<SilentRow>,
        #[serde(default)]
        unread: Vec<UnreadRow>,
    }
}
mirror! {
    /// A source.
    SourceRow = Source {
        origin: OriginRow,
        system: String,
        record: String,
        title: String,
        date: Option<Day>,
        valid_from: Option<Day>,
        valid_to: Option<Day>,
        access: AccessRow,
        case: Option<CaseNumber>,
        parties: Vec<String>,
        url: Option<String>,
        unit: Option<String>,
        text: String,
        retrieved: Moment,
    }
}
mirror! {
    /// A numbered source.
    ItemRow = Item { number: u16, source: SourceRow }
}
