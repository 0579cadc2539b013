//! What is laid aside (kladd): a text that somebody typed and has not saved, kept with the draft for them alone.

use super::{Dossier, Revision};
use crate::{draft::normal::normalise, person::Person};
use jiff::Timestamp;
use vocabulary::{PersonId, Role, Status};

/// A text that is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Who typed it; nobody else is given it.
    pub by: PersonId,
    /// The revision it is an edit of.
    pub revision: u32,
    /// The marked body as it stood in the editor.
    pub text: String,
    /// When it was typed.
    pub at: Timestamp,
}

impl Dossier {
    /// What this person typed and has not saved.
    #[must_use]
    pub fn aside(&self, person: &PersonId) -> Option<&Aside> {
        self.asides.iter().find(|aside| aside.by == *person)
    }

    /// Whether a text of this person's over that revision is kept: they could save it, it can still leave, and they have saved no other text
    /// since; what a slow line brings after that is old.
    #[must_use]
    pub fn keeps_for(&self, person: &Person, revision: u32) -> bool {
        let is_own = self.current().author == person.id;
        let saved = is_own && self.revision(revision).is_some_and(|old| !self.says(&old.marked));
        (is_own || person.is(Role::Reviewer)) && self.status != Status::Sent && !saved
    }

    /// Whether this text says nothing but what is saved.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        normalise(&self.current().marked) == normalise(text)
    }

    /// With this in the place of what the person had laid aside; `None` takes it away.
    #[must_use]
    pub fn with_aside(mut self, by: &PersonId, aside: Option<Aside>) -> Self {
        self.asides.retain(|other| other.by != *by);
        self.asides.extend(aside);
        self
    }

    /// The next revision is the person's own edit: what they had typed over the current one is saved with it. What they typed over an
    /// earlier one is still to be offered.
    #[must_use]
    pub fn saved(mut self, edit: Revision) -> Self {
        let number = self.current().number;
        self.asides.retain(|aside| aside.by != edit.author || aside.revision != number);
        self.revised(edit)
    }

    /// The text before the current one, where it was this person who changed it: what somebody else changed is not for them to take back.
    #[must_use]
    pub fn before(&self, person: &PersonId) -> Option<&Revision> {
        let (now, earlier) = self.revisions.split_last()?;
        let is_other = |one: &Revision| normalise(&one.marked) != normalise(&now.marked);
        let at = earlier.iter().rposition(is_other)?;
        (self.revisions[at + 1].author == *person).then(|| &earlier[at])
    }
}

#[cfg(test)]
mod tests {
    use super::Aside;
    use crate::dossier::{
        Dossier,
        tests::{begun, person, revision},
    };
    use jiff::Timestamp;
    use vocabulary::{PersonId, Role, Status};

    fn aside(by: &str, revision: u32) -> Aside {
        Aside { by: PersonId::new(by), revision, text: "Et halvt or".into(), at: Timestamp::UNIX_EPOCH }
    }

    fn with(dossier: Dossier, aside: Aside) -> Dossier {
        let by = aside.by.clone();
        dossier.with_aside(&by, Some(aside))
    }

    #[test]
    fn each_has_one_of_their_own_until_it_is_saved() {
        let (kari, liv) = (PersonId::new("kari"), PersonId::new("liv"));
        let laid = with(with(with(begun(None), aside("kari", 1)), aside("liv", 1)), aside("kari", 1));
        assert_eq!((laid.asides.len(), laid.aside(&PersonId::new("ola"))), (2, None));
        let saved = laid.clone().saved(revision("kari", "Et halvt ord."));
        assert_eq!((saved.aside(&kari), saved.aside(&liv).map(|aside| aside.revision)), (None, Some(1)));
        let faster = laid.saved(revision("liv", "Noe annet."));
        let later = faster.saved(revision("kari", "Noe tredje."));
        assert!(
            later.aside(&kari).is_some(),
            "what somebody was faster than is offered until it is taken or thrown away"
        );
        assert_eq!(later.with_aside(&kari, None).aside(&kari), None);
    }

    #[test]
    fn it_is_kept_for_who_could_save_it() {
        let dossier = begun(Some("postmottak@fjordvik.kommune.no"));
        for (id, roles, keeps) in
            [("kari", &[Role::Caseworker], true), ("ola", &[Role::Caseworker], false), ("liv", &[Role::Reviewer], true)]
        {
            assert_eq!(dossier.keeps_for(&person(id, roles), 1), keeps, "{id}");
        }
        let kari = person("kari", &[Role::Caseworker]);
        let newer = dossier.clone().revised(dossier.current().clone());
        let saved = dossier.clone().saved(revision("kari", "Noe annet."));
        for (one, over, keeps) in [(&newer, 1, true), (&saved, 1, false), (&saved, 2, true)] {
            assert_eq!(one.keeps_for(&kari, over), keeps, "{over} of {}", one.current().number);
        }
        let sent = Dossier { status: Status::Sent, ..dossier };
        assert!(!sent.keeps_for(&kari, 1));
    }

    #[test]
    fn ones_own_last_change_can_be_taken_back_and_nobody_elses() {
        let texts = |steps: &[(&str, &str)]| {
            steps.iter().fold(begun(None), |dossier, (by, text)| dossier.revised(revision(by, text)))
        };
        for (steps, by, before) in [
            (&[][..], "kari", None),
            (&[("kari", "To.")], "kari", Some("Takk for henvendelsen.")),
            (&[("kari", "To."), ("kari", "Takk for henvendelsen.")], "kari", Some("To.")),
            (&[("kari", "To."), ("kari", "To. ")], "kari", Some("Takk for henvendelsen.")),
            (&[("kari", "To."), ("ola", "To.")], "ola", None),
            (&[("kari", "To."), ("ola", "Tre.")], "ola", Some("To.")),
            (&[("kari", "To."), ("ola", "Tre.")], "kari", None),
        ] {
            let dossier = texts(steps);
            let found = dossier.before(&PersonId::new(by)).map(|one| one.marked.as_str());
            assert_eq!(found, before, "{steps:?} {by}");
        }
    }
}
