//! Whom a dossier tells of (den registrerte): found by e-mail address or case number, wherever it stands, so that a person's rights
//! reach everything that is kept of them (personvernforordningen art. 15 and 17).

use super::Dossier;
use crate::{send::Envelope, thread::Message};
use std::str::FromStr;
use vocabulary::{CaseNumber, PersonId};

/// Who asks for what is kept of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// By address, lower case.
    Address(String),
    /// By the number of a case of theirs.
    Case(CaseNumber),
    /// An employee by their account. What they wrote on duty is the body's, and goes with its dossier; their own is the signature alone.
    Account(PersonId),
}

/// Neither an address nor a case number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write an e-mail address, a case number such as 2026/1234, or the id of an employee's account")]
pub struct Unnamed;

impl FromStr for Subject {
    type Err = Unnamed;

    fn from_str(text: &str) -> Result<Self, Unnamed> {
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return Ok(Self::Case(number));
        }
        if is_account(text) {
            return Ok(Self::Account(PersonId::new(text.to_lowercase())));
        }
        let parts = text.split_once('@').filter(|(name, domain)| {
            let is_one =
                |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "@<>,;".contains(c));
            is_one(name) && is_one(domain) && domain.contains('.')
        });
        parts.map(|_| Self::Address(text.to_lowercase())).ok_or(Unnamed)
    }
}

impl Subject {
    /// Whether a text names the address or the number, and not something longer that it is a part of; an account stands in no text.
    #[must_use]
    pub fn is_named_in(&self, text: &str) -> bool {
        match self {
            Self::Address(address) => names(text, address, is_of_address),
            // A document of the case has the number with one of its own behind it.
            Self::Case(number) => names(text, &number.to_string(), |c| c.is_ascii_digit()),
            Self::Account(_) => false,
        }
    }
}

/// How a dossier has to do with them; the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// They wrote, were written to, or are to be.
    Correspondent,
    /// It is about their case.
    Case,
    /// A source of it is about them: they are a party, or it is of their case.
    Source,
    /// A text names the address, or the number.
    Named,
}

impl Tie {
    /// Its name, as in the export.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Correspondent => "correspondent",
            Self::Case => "case",
            Self::Source => "source",
            Self::Named => "named",
        }
    }
}

impl Dossier {
    /// How it has to do with somebody; `None` where nothing in it tells of them.
    #[must_use]
    pub fn tie(&self, subject: &Subject) -> Option<Tie> {
        let tie = match subject {
            Subject::Address(address) => self.tie_to_address(address),
            Subject::Case(number) => self.tie_to_case(*number),
            Subject::Account(_) => return None,
        };
        tie.or_else(|| self.texts().any(|text| subject.is_named_in(text)).then_some(Tie::Named))
    }

    fn tie_to_address(&self, address: &str) -> Option<Tie> {
        let is = |other: &str| other.trim().to_lowercase() == address;
        let mails = self.messages.iter().flat_map(people);
        let told = self.revisions.iter().flat_map(|revision| &revision.recipients).map(String::as_str);
        let sealed = self.seal.iter().flat_map(|seal| recipients(&seal.envelope));
        if mails.chain(told).chain(sealed).any(is) {
            return Some(Tie::Correspondent);
        }
        let parties = self.evidence.iter().flat_map(|item| &item.source.parties);
        parties.into_iter().any(|party| is(party)).then_some(Tie::Source)
    }

    fn tie_to_case(&self, number: CaseNumber) -> Option<Tie> {
        let filed = self.journalling.iter().filter_map(|journalling| journalling.fields.case);
        let offered = self.matched.candidates.iter().map(|(number, _)| *number).chain(filed);
        if self.matched.number.into_iter().chain(offered).any(|one| one == number) {
            return Some(Tie::Case);
        }
        self.evidence.iter().any(|item| item.source.case == Some(number)).then_some(Tie::Source)
    }

    /// Everything in it that is a text.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let mails = self.messages.iter().flat_map(|mail| {
            let files = mail.attachments.iter().map(|file| file.name.as_str());
            [mail.subject.as_str(), &mail.text].into_iter().chain(files)
        });
        let offered = self.matched.candidates.iter().map(|(_, title)| title.as_str());
        let sources = self.evidence.iter().flat_map(|item| {
            let source = &item.source;
            [source.record.as_str(), &source.title, &source.text].into_iter().chain(source.url.as_deref())
        });
        let written = self.revisions.iter().flat_map(|revision| [revision.marked.as_str(), &revision.footer]);
        let laid = self.asides.iter().map(|aside| aside.text.as_str());
        let ruled = self.rulings.iter().flat_map(|ruling| {
            let ticked = ruling.ticked.iter().map(String::as_str);
            ticked.chain([ruling.comment.as_str()]).chain(ruling.proposal.as_deref())
        });
        let sealed = self.seal.iter().flat_map(|seal| [seal.envelope.subject.as_str(), &seal.text]);
        let journalled = self.journalling.iter().flat_map(|journalling| {
            let fields = &journalling.fields;
            let numbers = journalling.numbers.iter().map(String::as_str);
            numbers.chain([fields.title.as_str(), &fields.public_title, &journalling.why])
        });
        let own = std::iter::once(self.subject.as_str());
        own.chain(mails)
            .chain(offered)
            .chain(sources)
            .chain(written)
            .chain(laid)
            .chain(ruled)
            .chain(sealed)
            .chain(journalled)
    }
}

/// Whether this is an account's id as Entra writes it: hexadecimal digits in groups of 8, 4, 4, 4 and 12.
fn is_account(text: &str) -> bool {
    let is_hex = |group: &str| group.chars().all(|c| c.is_ascii_hexdigit());
    text.split('-').all(is_hex) && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}

/// The addresses of a mail.
fn people(mail: &Message) -> impl Iterator<Item = &str> {
    let all = std::iter::once(&mail.from).chain(&mail.reply_to).chain(&mail.to).chain(&mail.cc).chain(&mail.bcc);
    all.map(|one| one.address.as_str())
}

fn recipients(envelope: &Envelope) -> impl Iterator<Item = &str> {
    envelope.to.iter().chain(&envelope.cc).chain(&envelope.bcc).map(String::as_str)
}

/// Whether an address goes on with this letter.
fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || "_-+".contains(c)
}

/// Whether a text names it, and not something longer that it is a part of.
fn names(text: &str, name: &str, goes_on: fn(char) -> bool) -> bool {
    let text = text.to_lowercase();
    text.match_indices(name).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + found.len()..].chars();
        let ends = match after.next() {
            // A full stop ends a sentence, or goes on with a domain.
            Some('.') => after.next().is_none_or(|next| !next.is_alphanumeric()),
            Some(next) => !goes_on(next),
            None => true,
        };
        ends && before.is_none_or(|before| !goes_on(before) && before != '.')
    })
}

#[cfg(test)]
mod tests {
    use super::{Message, Subject, Tie, is_of_address, names};
    use crate::{
        dossier::{Dossier, tests::begun},
        thread::Address,
    };

    fn changed(change: impl FnOnce(&mut Dossier)) -> Dossier {
        let mut dossier = begun(None);
        dossier.revisions[0].recipients = vec!["per.haug@example.no".into()];
        change(&mut dossier);
        dossier
    }

    fn tie(dossier: &Dossier, subject: &str) -> Option<Tie> {
        dossier.tie(&subject.parse().expect("a subject"))
    }

    #[test]
    fn a_person_is_found_wherever_a_dossier_holds_them() {
        let address = |address: &str| Address { name: None, address: address.into() };
        let eva = || address("Eva@Example.no");
        let mail = |change: fn(&mut Message, Address)| {
            let mut mail = Message::default();
            change(&mut mail, eva());
            changed(|dossier| dossier.messages.push(mail))
        };
        for (dossier, wanted) in [
            (changed(|_| {}), None),
            (mail(|mail, eva| mail.from = eva), Some(Tie::Correspondent)),
            (mail(|mail, eva| mail.reply_to.push(eva)), Some(Tie::Correspondent)),
            (mail(|mail, eva| mail.cc.push(eva)), Some(Tie::Correspondent)),
            (mail(|mail, eva| mail.bcc.push(eva)), Some(Tie::Correspondent)),
            (
                changed(|dossier| dossier.revisions[0].recipients.push("eva@example.no ".into())),
                Some(Tie::Correspondent),
            ),
            (mail(|mail, _| mail.text = "Send også til eva@example.no.".into()), Some(Tie::Named)),
            (mail(|mail, _| mail.text = "Send til greva@example.no".into()), None),
            (changed(|dossier| dossier.revisions[0].marked = "Skriv til Eva@example.no!".into()), Some(Tie::Named)),
        ] {
            assert_eq!(tie(&dossier, "EVA@example.no"), wanted);
        }
        assert_eq!(tie(&changed(|_| {}), "per.haug@example.no"), Some(Tie::Correspondent));
    }

    #[test]
    fn a_case_is_found_by_its_number() {
        let number = "2026/1234".parse().expect("a number");
        for (dossier, wanted) in [
            (changed(|dossier| dossier.matched.number = Some(number)), Some(Tie::Case)),
            (changed(|dossier| dossier.matched.candidates.push((number, "Tilbygg".into()))), Some(Tie::Case)),
            (changed(|dossier| dossier.subject = "Sak 2026/1234".into()), Some(Tie::Named)),
            (changed(|dossier| dossier.subject = "Sak 2026/12345".into()), None),
            (changed(|dossier| dossier.revisions[0].marked = "Se 2026/1234-5.".into()), Some(Tie::Named)),
            (changed(|_| {}), None),
        ] {
            assert_eq!(tie(&dossier, "26/1234"), wanted);
        }
    }

    #[test]
    fn an_address_ends_where_it_ends() {
        for (text, named) in [
            ("a@b.no", true),
            ("<a@b.no>", true),
            ("a@b.no.", true),
            ("a@b.no. Hei", true),
            ("a@b.no.uk", false),
            ("a@b.nord", false),
            ("x.a@b.no", false),
            ("xa@b.no", false),
            ("Epost:a@b.no,", true),
        ] {
            assert_eq!(names(text, "a@b.no", is_of_address), named, "{text}");
        }
    }

    #[test]
    fn who_is_not_named_is_not_looked_for() {
        for (text, fine) in [
            ("per@example.no", true),
            (" 2026/1 ", true),
            ("0a1b2c3d-0000-4000-8000-0123456789AB", true),
            ("0a1b2c3d-0000-4000-8000-0123456789AG", false),
            ("0a1b2c3d-0000-4000-8000", false),
            ("per", false),
            ("", false),
            ("@example.no", false),
            ("per@no", false),
            ("per haug@example.no", false),
            ("a@b.no, c@d.no", false),
        ] {
            assert_eq!(text.parse::<Subject>().is_ok(), fine, "{text}");
        }
    }
}
