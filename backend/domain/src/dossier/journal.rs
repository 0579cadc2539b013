//! Whether a reply that has left should be journalled (journalføring), and under which title: a suggestion, which a person follows or not.
//!
//! Arkivforskrifta § 14 asks two things: is it handled as a case, and is it worth something as proof? Offentlegforskrifta §§ 6–7 keep
//! names and delicate matters out of a title that the public reads.

use super::{Dossier, Fields, purpose::purpose};
use crate::{
    check::Checked,
    draft::brief::Purpose,
    scan::{self, Confidence, Found},
    send::seal,
    thread::Thread,
};
use vocabulary::{Code, Language};

/// Characters of a title.
const LONGEST: usize = 100;

/// What speaks for it, or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It stands in a case.
    InCase,
    /// It answers a complaint.
    Complaint,
    /// It refuses access to documents, with reasons.
    AccessRefused,
    /// It binds the body, or tells of rights and duties.
    Binds,
    /// Access to documents was given: nothing more is to be proved (§ 14 third paragraph).
    AccessGiven,
    /// General guidance that no case hangs on.
    Guidance,
}

/// The suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// Why, or why not.
    pub reason: Reason,
    /// What is suggested to stand there: a public title without what the code hides, and one for the house.
    pub fields: Fields,
}

impl Reason {
    /// Whether it speaks for journalling.
    #[must_use]
    pub fn is_for(self) -> bool {
        !matches!(self, Self::AccessGiven | Self::Guidance)
    }

    /// In a sentence, in the reader's language.
    #[must_use]
    pub fn sentence(self, reader: Language) -> &'static str {
        match self {
            Self::InCase => reader.pick(
                "Svaret hører til en sak og har verdi som dokumentasjon.",
                "Svaret høyrer til ei sak og har verdi som dokumentasjon.",
                "The reply belongs to a case and is worth keeping as proof.",
            ),
            Self::Complaint => reader.pick(
                "Svaret gjelder en klage, og blir del av saksbehandlingen.",
                "Svaret gjeld ei klage, og blir del av saksbehandlinga.",
                "The reply is about a complaint, and becomes part of how the case was handled.",
            ),
            Self::AccessRefused => reader.pick(
                "Svaret avslår innsyn, og begrunnelsen må kunne finnes igjen.",
                "Svaret avslår innsyn, og grunngivinga må kunne finnast att.",
                "The reply refuses access, and the reasons must be possible to find again.",
            ),
            Self::Binds => reader.pick(
                "Svaret kan binde kommunen eller gjelder rettigheter, og bør kunne dokumenteres. Opprett en sak hvis det ikke finnes en.",
                "Svaret kan binde kommunen eller gjeld rettar, og bør kunne dokumenterast. Opprett ei sak om det ikkje finst ei.",
                "The reply may bind the municipality or is about rights, and should be documented. Open a case if there is none.",
            ),
            Self::AccessGiven => reader.pick(
                "Svar på innsynskrav journalføres vanligvis ikke når innsyn er gitt.",
                "Svar på innsynskrav blir vanlegvis ikkje journalførte når innsyn er gitt.",
                "Answers to requests for access are not usually journalled when access was given.",
            ),
            Self::Guidance => reader.pick(
                "Svaret er generell veiledning uten sak.",
                "Svaret er generell rettleiing utan sak.",
                "The reply is general guidance without a case.",
            ),
        }
    }
}

impl Dossier {
    /// What is suggested for this reply.
    #[must_use]
    pub fn journal(&self, thread: &Thread, checked: &Checked) -> Journal {
        let purpose = purpose(thread);
        let (access, (title, public_title)) = (self.hidden(), self.titles(purpose));
        let public_title = if access.is_open() { public_title } else { self.what(purpose).to_owned() };
        let fields = Fields { case: self.matched.number, title, public_title, access };
        Journal { reason: self.reason(purpose, checked), fields }
    }

    fn reason(&self, purpose: Purpose, checked: &Checked) -> Reason {
        let says = |codes: &[Code]| checked.findings().iter().any(|finding| codes.contains(&finding.code));
        match purpose {
            Purpose::Complaint => Reason::Complaint,
            Purpose::AccessRequest if says(&[Code::Refusal, Code::ReasonsMissing]) => Reason::AccessRefused,
            Purpose::AccessRequest => Reason::AccessGiven,
            _ if self.matched.number.is_some() => Reason::InCase,
            _ if says(&[
                Code::Decision,
                Code::Refusal,
                Code::Promise,
                Code::Liability,
                Code::Eligibility,
                Code::LegalStatus,
            ]) =>
            {
                Reason::Binds
            }
            _ => Reason::Guidance,
        }
    }

    /// The title for the house, and the one for the public: that is neutral where the subject names somebody or tells something delicate.
    /// A personal number stands in neither.
    fn titles(&self, purpose: Purpose) -> (String, String) {
        let what = self.what(purpose);
        let subject = seal::subject(&self.subject);
        let found: Vec<Found> = scan::scan(&subject);
        let mut told = found.iter().filter(|found| found.confidence >= Confidence::Probable);
        let full: String = format!("{what}: {subject}").chars().take(LONGEST).collect();
        let numbered = found.iter().any(|found| found.kind.is_personal_number());
        let house = if subject.is_empty() || numbered { what.to_owned() } else { full.clone() };
        let public = if subject.is_empty() || told.next().is_some() { what.to_owned() } else { full };
        (house, public)
    }

    /// What kind of letter it is, in the language of the reply.
    fn what(&self, purpose: Purpose) -> &'static str {
        match purpose {
            Purpose::AccessRequest => "Svar på innsynskrav",
            Purpose::Complaint => "Svar på klage",
            _ if self.current().language == Language::Nn => "Svar på førespurnad",
            _ => "Svar på henvendelse",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;
    use crate::{
        dossier::{Dossier, Under, tests::begun},
        rule::Rules,
        thread::Message,
    };
    use jiff::civil::date;
    use vocabulary::{CaseNumber, Language};

    /// What is suggested for an answer to this mail, in a case or in none.
    fn suggested(subject: &str, mail: &str, case: Option<CaseNumber>) -> (Reason, [String; 2]) {
        let mut dossier: Dossier = begun(None);
        dossier.subject = subject.to_owned();
        dossier.matched.number = case;
        let (id, subject) = (Some(dossier.key.mail.clone()), subject.to_owned());
        dossier.messages = vec![Message { id, subject, text: mail.to_owned(), ..Message::default() }];
        let rules = Rules::shipped("Fjordvik kommune");
        let under = Under { rules: &rules, today: date(2026, 11, 26), words: Language::Nb };
        let (thread, checked) = (dossier.thread(under.today).unwrap(), dossier.checked(under).unwrap());
        let journal = dossier.journal(&thread, &checked);
        assert_eq!(journal.fields.case, case);
        (journal.reason, [journal.fields.public_title, journal.fields.title])
    }

    #[test]
    fn what_is_a_case_or_may_be_needed_as_proof_is_journalled_and_no_title_names_anybody() {
        let case = Some(CaseNumber { year: 2026, sequence: 1234 });
        for (subject, mail, case, reason, titles) in [
            (
                "SV: Tilbygg Storgata",
                "Hva koster tilbygg?",
                case,
                Reason::InCase,
                ["Svar på henvendelse: Tilbygg Storgata"; 2],
            ),
            ("Åpningstid", "Når har dere åpent?", None, Reason::Guidance, ["Svar på henvendelse: Åpningstid"; 2]),
            ("Vedtaket", "Jeg klager på vedtaket av 1. mars.", None, Reason::Complaint, ["Svar på klage: Vedtaket"; 2]),
            (
                "Innsyn",
                "Jeg ber om innsyn i sak 2026/1.",
                case,
                Reason::AccessGiven,
                ["Svar på innsynskrav: Innsyn"; 2],
            ),
            ("Fnr 03851598730", "Hva koster tilbygg?", case, Reason::InCase, ["Svar på henvendelse"; 2]),
            (
                "Ring per.haug@example.no",
                "Hva koster tilbygg?",
                case,
                Reason::InCase,
                ["Svar på henvendelse", "Svar på henvendelse: Ring per.haug@example.no"],
            ),
            (
                "Skoleplass",
                "Datteren min har fått diagnosen autisme.",
                case,
                Reason::InCase,
                ["Svar på henvendelse", "Svar på henvendelse: Skoleplass"],
            ),
            ("", "Hva koster tilbygg?", case, Reason::InCase, ["Svar på henvendelse"; 2]),
        ] {
            assert_eq!(suggested(subject, mail, case), (reason, titles.map(str::to_owned)), "{subject}: {mail}");
        }
    }
}
