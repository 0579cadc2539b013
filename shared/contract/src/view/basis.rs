//! On what one answer was based (svargrunnlag): what is kept of it, its entries in the trail with their proofs, and the page to print.

use super::{Change, Support};
use serde::{Deserialize, Serialize};
use vocabulary::{CaseNumber, Code, DraftId, Language, Reference, Severity, Status};

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $kind:ty,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind,)* }
    )* };
}

views! {
    /// The whole. Times are RFC 3339, hashes are hex.
    Basis {
        /// The draft.
        draft: DraftId,
        /// The body that answers.
        body: String,
        /// When it was put together.
        at: String,
        /// What is kept beside the trail; absent when retention has erased it.
        kept: Option<KeptBasis>,
        /// What the trail holds of the text of each revision.
        commitments: Vec<Commitment>,
        /// The entries about it, oldest first.
        entries: Vec<ProvedEntry>,
        /// What the proofs lead to.
        anchor: Anchor,
        /// All of it as one HTML page.
        html: String,
    }
    /// What is kept beside the trail.
    KeptBasis {
        /// In the footer.
        reference: Reference,
        /// Where it stands.
        status: Status,
        /// The case.
        case: Option<CaseNumber>,
        /// The mail that was answered.
        mail: AskedMail,
        /// How many other mails were read.
        others: u32,
        /// The sources.
        evidence: Vec<BasisSource>,
        /// The sentences of the revision that counts; none where they can no longer be checked.
        sentences: Vec<BasisSentence>,
        /// What was found in it.
        findings: Vec<BasisFinding>,
        /// The revisions, oldest first.
        revisions: Vec<BasisRevision>,
        /// Who last asked for a second person, by name.
        requested_by: Option<String>,
        /// When.
        requested_at: Option<String>,
        /// Rulings, oldest first.
        rulings: Vec<BasisRuling>,
        /// The seal.
        seal: Option<BasisSeal>,
        /// The version of the house rules that the findings were found under now.
        rules: u32,
    }
    /// The mail that was answered.
    AskedMail {
        /// Who asked, by name.
        name: String,
        /// Their address.
        from: String,
        /// When it came.
        received: Option<String>,
        /// Its subject.
        subject: String,
        /// Its Message-ID.
        message_id: Option<String>,
        /// Its text; absent when retention has erased it.
        text: Option<String>,
    }
    /// A source.
    BasisSource {
        /// Its number.
        n: u16,
        /// The system it is in.
        system: String,
        /// Its id there.
        record: String,
        /// Its title.
        title: String,
        /// Its date.
        date: Option<String>,
        /// From when it holds.
        valid_from: Option<String>,
        /// The last day it holds.
        valid_to: Option<String>,
        /// When this version was fetched.
        retrieved: String,
        /// Its access code.
        access: Option<String>,
        /// Checksum of the excerpt.
        sha256: String,
        /// The excerpt; absent when retention has erased it.
        text: Option<String>,
    }
    /// A sentence.
    BasisSentence {
        /// Its words.
        text: String,
        /// The sources it cites.
        citations: Vec<u16>,
        /// How they bear it.
        support: Support,
    }
    /// A finding.
    BasisFinding {
        /// What kind.
        code: Code,
        /// How heavy.
        severity: Severity,
        /// The words it is about.
        text: String,
        /// Why.
        why: String,
        /// The legal ground.
        legal: Option<String>,
        /// Who ticked it, by name.
        ticked_by: Vec<String>,
    }
    /// A revision.
    BasisRevision {
        /// From 1.
        number: u32,
        /// Who answers for it.
        author: String,
        /// When.
        at: String,
        /// `builtin`, `person`, or the name of a model endpoint.
        writer: String,
        /// The version of the house rules.
        rules: u32,
        /// Its language.
        language: Language,
        /// Who would get it.
        recipients: Vec<String>,
        /// Its text; absent when retention has erased it.
        text: Option<String>,
        /// What it changed in the one before.
        changes: Vec<Change>,
    }
    /// A second person's word.
    BasisRuling {
        /// Who.
        by: String,
        /// When.
        at: String,
        /// Over which revision.
        revision: u32,
        /// Approved or returned.
        approved: bool,
        /// A word to the author.
        comment: String,
        /// The keys of the findings ticked.
        ticked: Vec<String>,
    }
    /// The seal, and what left under it.
    BasisSeal {
        /// Which revision.
        revision: u32,
        /// When it was made.
        made: String,
        /// Until when it was good.
        expires: String,
        /// When the mail was seen among those sent.
        sent: Option<String>,
        /// From where.
        from: String,
        /// To whom.
        to: Vec<String>,
        /// With copies to whom.
        cc: Vec<String>,
        /// Its subject.
        subject: String,
        /// The text that might leave; absent when retention has erased it.
        text: Option<String>,
    }
    /// What the trail holds of a revision's text.
    Commitment {
        /// Which revision.
        revision: u32,
        /// Salted SHA-256.
        sha256: String,
        /// The entries that hold it.
        entries: Vec<u64>,
        /// Whether the text that is kept is that one; absent when none is kept.
        matches: Option<bool>,
    }
    /// An entry with its proof (RFC 9162, section 2.1.3).
    ProvedEntry {
        /// Its number in the trail, from 1.
        sequence: u64,
        /// When.
        at: String,
        /// Who, by name where known; empty for the gate and the clock.
        who: String,
        /// The action's name.
        action: String,
        /// Which revision.
        revision: Option<u32>,
        /// Named facts.
        facts: Vec<(String, String)>,
        /// Its hash.
        hash: String,
        /// The hashes that lead from it to the root; absent for an entry newer than the checkpoint.
        proof: Option<Vec<String>>,
        /// Whether they do.
        proved: Option<bool>,
    }
    /// What the proofs lead to.
    Anchor {
        /// The trail, by the origin of its signed checkpoint; absent where none was made, and the trail as it is now is the anchor.
        origin: Option<String>,
        /// How many entries.
        size: u64,
        /// The root over them.
        root: String,
    }
}
