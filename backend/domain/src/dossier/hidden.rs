//! Which access code a letter is suggested to have (tilgangskode): that of what it rests on, else what its own words ask for.

use super::Dossier;
use crate::{
    case::Access,
    scan::{self, Confidence},
};

/// Codes that are told of, the mildest first; one of the house's own that is not here counts as the strictest.
const MILDEST_FIRST: [&str; 13] = ["UO", "XX", "5", "5a", "6", "11", "P", "KL", "F", "SF", "B", "K", "H"];
/// The code for what is exempt from public access, with no more said.
const EXEMPT: &str = "UO";
/// Somebody's personal circumstances (taushetsplikt).
const PERSONAL: &str = "offl. § 13 jf. fvl. § 13 første ledd nr. 1";
/// A number that names a person (fødselsnummer).
const NUMBER: &str = "offl. § 26 femte ledd";

impl Dossier {
    /// The code and its ground: the strictest among the sources that the answer rests on; where all of them are open, what a search for
    /// personal data says of the mails and of the answer.
    #[must_use]
    pub fn hidden(&self) -> Access {
        let strictest =
            self.restricted().into_iter().map(|source| &source.access).max_by_key(|access| strictness(access));
        let Some(strictest) = strictest else { return self.said() };
        // Of two sources with the same code, one may name the provision and the other not.
        let named = |access: &&Access| access.code == strictest.code && access.legal_basis.is_some();
        let sources = self.restricted();
        let named = sources.iter().map(|source| &source.access).find(named);
        named.unwrap_or(strictest).clone()
    }

    /// What the words themselves ask for.
    fn said(&self) -> Access {
        let mails = self.messages.iter().filter(|mail| !mail.draft).map(|mail| mail.text.as_str());
        let texts = mails.chain([self.subject.as_str(), self.current().marked.as_str()]);
        let found: Vec<_> = texts.flat_map(scan::scan).filter(|one| one.confidence >= Confidence::Probable).collect();
        let basis = if found.iter().any(|one| one.kind.is_topic()) {
            Some(PERSONAL)
        } else {
            found.iter().any(|one| one.kind.is_personal_number()).then_some(NUMBER)
        };
        Access { code: basis.map(|_| EXEMPT.to_owned()), legal_basis: basis.map(str::to_owned) }
    }
}

fn strictness(access: &Access) -> usize {
    let place = |code: &String| MILDEST_FIRST.iter().position(|known| known.eq_ignore_ascii_case(code));
    access.code.as_ref().map_or(0, |code| place(code).unwrap_or(MILDEST_FIRST.len()))
}

#[cfg(test)]
mod tests {
    use super::{NUMBER, PERSONAL};
    use crate::{
        case::Access,
        dossier::tests::begun,
        evidence::{Item, Origin, Source},
        thread::Message,
    };

    fn access(code: &str, basis: Option<&str>) -> Access {
        Access { code: (!code.is_empty()).then(|| code.to_owned()), legal_basis: basis.map(str::to_owned) }
    }

    #[test]
    fn the_strictest_code_of_what_it_rests_on_wins_and_else_the_words_ask() {
        let open = access("", None);
        for (sources, mail, wanted) in [
            (vec![], "Hva koster tilbygg?", open.clone()),
            (vec![open.clone()], "Hva koster tilbygg?", open),
            (vec![access("UO", Some("offl. § 13"))], "Hei", access("UO", Some("offl. § 13"))),
            (
                vec![access("UO", Some("offl. § 13")), access("SF", Some("besk.instr. § 4"))],
                "Hei",
                access("SF", Some("besk.instr. § 4")),
            ),
            (
                vec![access("BARN", Some("bvl. § 13-1")), access("H", Some("sikk.instr."))],
                "Hei",
                access("BARN", Some("bvl. § 13-1")),
            ),
            (vec![access("UO", None), access("UO", Some("offl. § 14"))], "Hei", access("UO", Some("offl. § 14"))),
            (vec![], "Sønnen min har fått diagnosen epilepsi.", access("UO", Some(PERSONAL))),
            (vec![], "Fødselsnummeret mitt er 03851598730.", access("UO", Some(NUMBER))),
        ] {
            let mut dossier = begun(None);
            dossier.messages = vec![Message { text: mail.to_owned(), ..Message::default() }];
            let item = |(number, access)| {
                let source = Source { access, ..Source::open(Origin::Document, "2026/1-1", "Dokument", "Tekst") };
                Item { number, source }
            };
            dossier.evidence = (1..).zip(sources).map(item).collect();
            assert_eq!(dossier.hidden(), wanted, "{mail}");
        }
    }
}
