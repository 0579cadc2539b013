//! What a person confirmed of a mail (bekreftet): what it is, whether that corrected the rules, and fingerprints of its words; no text.

use super::{Class, Facts, Features, House, Proposal, Said, propose};
use crate::{rule::retention::Kind, thread::Message};
use sha2::{Digest, Sha256};
use vocabulary::TenantId;

/// Days in which a confirmation can be corrected; then it is forgotten by which mail it was.
pub const CORRECTABLE_DAYS: u64 = Kind::Sorted.shipped() as u64;

/// What a mail is, in a person's word: an action and, for a mail that goes to another unit, which.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    class: Class,
    unit: Option<String>,
}

/// Why a word on a mail cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Forward, but to whom?
    #[error("forward needs the id of the unit")]
    UnitMissing,
    /// A unit beside another action.
    #[error("only forward has a unit")]
    UnitBeside,
    /// The house has no such unit.
    #[error("there is no unit with this id")]
    UnitUnknown,
}

impl Label {
    /// An action with its unit.
    ///
    /// # Errors
    /// [`Unfit`] where the unit is missing, or stands beside another action than forward.
    pub fn of(class: Class, unit: Option<String>) -> Result<Self, Unfit> {
        match (class, &unit) {
            (Class::Forward, None) => Err(Unfit::UnitMissing),
            (Class::Forward, Some(_)) | (_, None) => Ok(Self { class, unit }),
            (_, Some(_)) => Err(Unfit::UnitBeside),
        }
    }

    /// The same in this house.
    ///
    /// # Errors
    /// [`Unfit`]; also where the house has no such unit.
    pub fn within(house: &House, class: Class, unit: Option<String>) -> Result<Self, Unfit> {
        let label = Self::of(class, unit)?;
        let known = |id: &String| house.units().iter().any(|unit| unit.id == *id);
        if label.unit.as_ref().is_none_or(known) { Ok(label) } else { Err(Unfit::UnitUnknown) }
    }

    /// The label of a proposal.
    #[must_use]
    pub fn proposed(proposal: &Proposal) -> Self {
        Self { class: proposal.class, unit: proposal.forward_to.clone() }
    }

    /// The label with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (class, unit) = name.split_once(':').map_or((name, None), |(class, unit)| (class, Some(unit.to_owned())));
        Self::of(Class::named(class)?, unit).ok()
    }

    /// Its stable name: `question`, `forward:vva`.
    #[must_use]
    pub fn name(&self) -> String {
        self.unit.iter().fold(self.class.name().to_owned(), |name, unit| format!("{name}:{unit}"))
    }

    /// The action.
    #[must_use]
    pub fn class(&self) -> Class {
        self.class
    }

    /// The id of the unit that a mail is forwarded to.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }
}

/// By what a mail is known again without being kept (merke): a hash of its Message-ID and sender, or of its id where it has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(String);

impl Mark {
    /// The mark of a mail; different in every municipality.
    #[must_use]
    pub fn of(tenant: &TenantId, mail: &Message) -> Self {
        let id = mail.internet_id.as_deref().or(mail.id.as_ref().map(vocabulary::MailId::as_str));
        let parts = [tenant.as_str(), mail.from.address.as_str(), id.unwrap_or(&mail.text)];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// As it is kept: 64 hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One confirmed mail, as it is learned from and taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// What the rules alone said, and what the person said.
    pub said: Said,
    /// Fingerprints of its words, each once.
    pub features: Vec<u32>,
}

impl Confirmed {
    /// A person's word on a mail.
    #[must_use]
    pub fn of(facts: &Facts, label: Label) -> Self {
        let ruled = Label::proposed(&propose(&Facts { learned: None, ..*facts }));
        Self { said: Said { ruled, label }, features: Features::of(facts.thread).fingerprints() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Label, Mark, Unfit};
    use crate::{sort::unit::tests::house, thread::Message};
    use vocabulary::{MailId, TenantId};

    #[test]
    fn forward_has_a_unit_of_the_house_and_nothing_else_has() {
        for (class, unit, refused) in [
            (Class::Forward, Some("vva"), None),
            (Class::Question, None, None),
            (Class::Forward, None, Some(Unfit::UnitMissing)),
            (Class::Forward, Some("romfart"), Some(Unfit::UnitUnknown)),
            (Class::Delete, Some("vva"), Some(Unfit::UnitBeside)),
        ] {
            let label = Label::within(&house(), class, unit.map(str::to_owned));
            assert_eq!(label.clone().err(), refused, "{class:?} {unit:?}");
            if let Ok(label) = label {
                assert_eq!(Label::named(&label.name()), Some(label));
            }
        }
        for name in ["forward", "question:vva", "dreamt", "", ":"] {
            assert_eq!(Label::named(name), None, "{name}");
        }
    }

    #[test]
    fn a_mail_has_one_mark_wherever_it_lies_and_another_in_another_town() {
        let mail = |id: &str, internet: Option<&str>| Message {
            id: Some(MailId::new(id)),
            internet_id: internet.map(str::to_owned),
            ..Message::default()
        };
        let of = |mail: &Message| Mark::of(&TenantId::new("fjordvik"), mail);
        let one = mail("a", Some("<1@example.no>"));
        assert_eq!(of(&one), of(&mail("b", Some("<1@example.no>"))));
        assert_ne!(of(&one), of(&mail("a", Some("<2@example.no>"))));
        assert_ne!(of(&mail("a", None)), of(&mail("b", None)));
        assert_ne!(of(&one), Mark::of(&TenantId::new("bjerkedal"), &one));
        assert!(!of(&one).as_str().contains("example"));
    }
}
