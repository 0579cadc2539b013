//! What a check can find (merknad): codes, severities and the verdict over all.

use serde::{Deserialize, Serialize};

/// What kind of thing was found; the names are those of the command line and the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// An amount or fee (gebyr).
    Fee,
    /// A deadline or date with effect (frist).
    Deadline,
    /// A right or duty (rettighet, plikt).
    Right,
    /// The legal status or outcome of a case (rettslig status).
    LegalStatus,
    /// A refusal (avslag).
    Refusal,
    /// Who qualifies for something (vilkår).
    Eligibility,
    /// Liability or admission of error (ansvar).
    Liability,
    /// Health (helse), GDPR art. 9.
    Health,
    /// Child welfare (barnevern).
    ChildWelfare,
    /// Crime (straffbare forhold), GDPR art. 10.
    Crime,
    /// Benefits and private finances (ytelser fra NAV, økonomi).
    Welfare,
    /// Facts about somebody else (tredjeperson).
    ThirdParty,
    /// A promise (løfte).
    Promise,
    /// Personal numbers and other personal data (personopplysninger).
    PersonalData,
    /// An individual decision (enkeltvedtak).
    Decision,
    /// The right of appeal is missing (klageadgang), forvaltningsloven § 27.
    AppealMissing,
    /// The reasons are missing (begrunnelse), forvaltningsloven §§ 24, 25.
    ReasonsMissing,
    /// A claim without a source (kildehenvisning mangler).
    CitationMissing,
    /// A claim that no source supports (uten dekning).
    Unsupported,
    /// A value that its source contradicts (i strid med kilden).
    Contradicted,
    /// Personnel matters (personalsak).
    Personnel,
    /// Tone (tone).
    Tone,
    /// A law reference that does not exist (ukjent hjemmel).
    LawUnknown,
    /// Another language than the citizen's (språk).
    Language,
    /// Bokmål and nynorsk mixed (blandet målform).
    LanguageMixed,
    /// Hard to read (tungt språk).
    Readability,
    /// A recipient who does not belong (mottaker).
    Recipient,
    /// A source with an access code (skjermet kilde).
    RestrictedSource,
    /// A source out of date (foreldet kilde).
    OldSource,
    /// An account number that was changed (endret kontonummer).
    AccountChanged,
    /// An instruction in the mail to the machine (instruks).
    Instruction,
    /// Who wrote the mail: press, a lawyer, an elected representative (avsender).
    Sender,
    /// A threat in the mail, against others or oneself (trussel).
    Threat,
    /// How the text came to be (tilblivelse): without a model, or without all sources.
    Writer,
}

impl Code {
    /// Its stable name, as on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Deadline => "deadline",
            Self::Right => "right",
            Self::LegalStatus => "legal_status",
            Self::Refusal => "refusal",
            Self::Eligibility => "eligibility",
            Self::Liability => "liability",
            Self::Health => "health",
            Self::ChildWelfare => "child_welfare",
            Self::Crime => "crime",
            Self::Welfare => "welfare",
            Self::ThirdParty => "third_party",
            Self::Promise => "promise",
            Self::PersonalData => "personal_data",
            Self::Decision => "decision",
            Self::AppealMissing => "appeal_missing",
            Self::ReasonsMissing => "reasons_missing",
            Self::CitationMissing => "citation_missing",
            Self::Unsupported => "unsupported",
            Self::Contradicted => "contradicted",
            Self::Personnel => "personnel",
            Self::Tone => "tone",
            Self::LawUnknown => "law_unknown",
            Self::Language => "language",
            Self::LanguageMixed => "language_mixed",
            Self::Readability => "readability",
            Self::Recipient => "recipient",
            Self::RestrictedSource => "restricted_source",
            Self::OldSource => "old_source",
            Self::AccountChanged => "account_changed",
            Self::Instruction => "instruction",
            Self::Sender => "sender",
            Self::Threat => "threat",
            Self::Writer => "writer",
        }
    }
}

/// How much a finding weighs, lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Checked and found fine.
    Note,
    /// Worth a look; stops nobody.
    Warn,
    /// A second person must have seen it.
    Verify,
    /// Cannot leave; the author removes the cause.
    Stop,
}

/// What the findings of a draft come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// May leave.
    Clear,
    /// A second person must approve it.
    Review,
    /// May not leave as it stands.
    Stop,
}

impl Verdict {
    /// `Stop` if anything stops, else `Review` if anything must be verified, else `Clear`.
    pub fn of(severities: impl IntoIterator<Item = Severity>) -> Self {
        match severities.into_iter().max() {
            Some(Severity::Stop) => Self::Stop,
            Some(Severity::Verify) => Self::Review,
            _ => Self::Clear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Severity::*, Verdict};

    #[test]
    fn the_heaviest_finding_decides() {
        for (all, verdict) in [
            (vec![], Verdict::Clear),
            (vec![Note, Warn], Verdict::Clear),
            (vec![Warn, Verify], Verdict::Review),
            (vec![Stop, Verify, Note], Verdict::Stop),
        ] {
            assert_eq!(Verdict::of(all.clone()), verdict, "{all:?}");
        }
    }
}
