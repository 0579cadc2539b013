//! Whether a reply that has left should be journalled (journalføring), and under which title: a suggestion, which a person follows or not.
//!
//! Arkivforskrifta § 14 asks two things: is it handled as a case, and is it worth something as proof? Offentlegforskrifta §§ 6–7 keep
//! names and delicate matters out of a title that the public reads.

use super::{Dossier, purpose::purpose};
use crate::{
    check::Checked,
    draft::brief::Purpose,
    scan::{self, Confidence},
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
    /// A title that the public may read.
    pub title: String,
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
        Journal { reason: self.reason(purpose, checked), title: self.title(purpose) }
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

    /// A title in the language of the reply; neutral where the subject names somebody or tells something delicate, or a source is restricted.
    fn title(&self, purpose: Purpose) -> String {
        let nynorsk = self.current().language == Language::Nn;
        let what = match purpose {
            Purpose::AccessRequest => "Svar på innsynskrav",
            Purpose::Complaint => "Svar på klage",
            _ if nynorsk => "Svar på førespurnad",
            _ => "Svar på henvendelse",
        };
        let subject = seal::subject(&self.subject);
        let is_delicate = scan::scan(&subject).iter().any(|found| found.confidence >= Confidence::Probable);
        if subject.is_empty() || is_delicate || !self.restricted().is_empty() {
            return what.to_owned();
        }
        format!("{what}: {subject}").chars().take(LONGEST).collect()
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
    fn suggested(subject: &str, mail: &str, case: Option<CaseNumber>) -> (Reason, String) {
        let mut dossier: Dossier = begun(None);
        dossier.subject = subject.to_owned();
        dossier.matched.number = case;
        let (id, subject) = (Some(dossier.key.mail.clone()), subject.to_owned());
        dossier.messages = vec![Message { id, subject, text: mail.to_owned(), ..Message::default() }];
        let rules = Rules::shipped("Fjordvik kommune");
        let under = Under { rules: &rules, today: date(2026, 11, 26), words: Language::Nb };
        let (thread, checked) = (dossier.thread(under.today).unwrap(), dossier.checked(under).unwrap());
        let journal = dossier.journal(&thread, &checked);
        (journal.reason, journal.title)
    }

    #[test]
    fn what_is_a_case_or_may_be_needed_as_proof_is_journalled_and_no_title_names_anybody() {
        let case = Some(CaseNumber { year: 2026, sequence: 1234 });
        for (subject, mail, case, reason, title) in [
            (
                "SV: Tilbygg Storgata",
                "Hva koster tilbygg?",
                case,
                Reason::InCase,
                "Svar på henvendelse: Tilbygg Storgata",
            ),
            ("Åpningstid", "Når har dere åpent?", None, Reason::Guidance, "Svar på henvendelse: Åpningstid"),
            ("Vedtaket", "Jeg klager på vedtaket av 1. mars.", None, Reason::Complaint, "Svar på klage: Vedtaket"),
            ("Innsyn", "Jeg ber om innsyn i sak 2026/1.", case, Reason::AccessGiven, "Svar på innsynskrav: Innsyn"),
            ("Fnr 03851598730", "Hva koster tilbygg?", case, Reason::InCase, "Svar på henvendelse"),
            ("Ring per.haug@example.no", "Hva koster tilbygg?", case, Reason::InCase, "Svar på henvendelse"),
            ("", "Hva koster tilbygg?", case, Reason::InCase, "Svar på henvendelse"),
        ] {
            assert_eq!(suggested(subject, mail, case), (reason, title.to_owned()), "{subject}: {mail}");
        }
    }
}
