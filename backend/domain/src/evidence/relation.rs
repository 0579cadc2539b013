//! What the sender is in the case (rolle i saken): by its parties and its journal, never by the words of the mail.

use crate::{
    case::{Case, Party},
    thread::Message,
};
use vocabulary::Relation;

/// How case systems word a role, in English, Norwegian and by code (Noark: partRolle and korrespondanseparttype). A role that is not
/// listed is that of a party of another kind.
const ROLES: [(Relation, &[&str]); 5] = [
    (
        Relation::Applicant,
        &[
            "applicant",
            "proposer",
            "søker",
            "søkjer",
            "søkar",
            "tiltakshaver",
            "tiltakshavar",
            "forslagsstiller",
            "forslagsstillar",
        ],
    ),
    (Relation::Appellant, &["appellant", "complainant", "klager", "klagar"]),
    (Relation::Neighbour, &["neighbour", "neighbor", "nabo", "gjenboer", "gjenbuar"]),
    (
        Relation::Representative,
        &[
            "representative",
            "agent",
            "lawyer",
            "guardian",
            "fullmektig",
            "advokat",
            "verge",
            "verje",
            "foresatt",
            "føresett",
            "ansvarlig søker",
            "ansvarleg søkar",
            "adv",
            "form",
        ],
    ),
    // Internal correspondents are our own people.
    (Relation::Official, &["ia", "im", "ik"]),
];

/// Mail domains that Norid gives to public bodies alone.
const PUBLIC: [&str; 5] = ["kommune.no", "herad.no", "dep.no", "stat.no", "mil.no"];

/// The sender's part in the case that is attached. Nothing is known of who may be another than they say, and without a case only
/// that somebody writes from a public body.
pub(super) fn of(case: Option<&Case>, mail: &Message) -> Relation {
    let address = mail.from.address.as_str();
    if mail.authenticated == Some(false) || address.is_empty() {
        return Relation::Unknown;
    }
    let outside = if case.is_some() { Relation::Outsider } else { Relation::Unknown };
    let outside = if is_public(address) { Relation::Official } else { outside };
    case.and_then(|case| within(case, address)).unwrap_or(outside)
}

/// The part of this address in a case: as its parties say; else as its journal does.
fn within(case: &Case, address: &str) -> Option<Relation> {
    let own = |party: &&Party| party.email.as_deref().is_some_and(|email| email.eq_ignore_ascii_case(address));
    let told = case.parties.iter().filter(own).map(|party| named(party).unwrap_or(Relation::Party));
    let mut entries = case.entries.iter().flat_map(|entry| &entry.correspondents).filter(own);
    // Who is listed twice is what the more telling line says.
    told.min_by_key(|told| *told == Relation::Party)
        .or_else(|| entries.next().map(|party| named(party).unwrap_or(Relation::Correspondent)))
}

fn named(party: &Party) -> Option<Relation> {
    let role = party.role.trim().to_lowercase();
    ROLES.iter().find(|(_, words)| words.contains(&role.as_str())).map(|(relation, _)| *relation)
}

fn is_public(address: &str) -> bool {
    let domain = address.rsplit('@').next().unwrap_or_default().to_lowercase();
    PUBLIC.iter().any(|public| domain.strip_suffix(public).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::{Relation, of};
    use crate::{
        case::{Access, Case, Entry, Party},
        thread::{Address, Message},
    };
    use vocabulary::CaseNumber;

    fn party(role: &str, email: &str) -> Party {
        Party { role: role.into(), email: Some(email.into()), ..Party::default() }
    }

    fn case() -> Case {
        let parties = [
            ("applicant", "per@example.no"),
            ("Klager", "kari@example.no"),
            ("nabo", "nils@example.no"),
            ("ADV", "adv@firma.example"),
            ("requester", "ber@example.no"),
            ("party", "to@example.no"),
            ("søker", "to@example.no"),
            ("høringspart", "post@dalen.kommune.no"),
        ];
        let correspondents = vec![party("EA", "skrev@example.no"), party("IA", "ola@huset.example")];
        Case {
            system: "register".into(),
            number: CaseNumber { year: 2026, sequence: 1 },
            title: String::new(),
            public_title: None,
            status: "B".into(),
            opened: None,
            closed: None,
            responsible: None,
            access: Access::default(),
            parties: parties.map(|(role, email)| party(role, email)).into(),
            estates: Vec::new(),
            entries: vec![Entry { correspondents, ..Entry::default() }],
        }
    }

    #[test]
    fn the_records_say_who_somebody_is_and_nothing_else_does() {
        use Relation::*;
        for (address, authenticated, in_case, without) in [
            ("Per@Example.no", Some(true), Applicant, Unknown),
            ("kari@example.no", None, Appellant, Unknown),
            ("nils@example.no", None, Neighbour, Unknown),
            ("adv@firma.example", None, Representative, Unknown),
            ("ber@example.no", None, Party, Unknown),
            ("to@example.no", None, Applicant, Unknown),
            ("post@dalen.kommune.no", None, Party, Official),
            ("skrev@example.no", None, Correspondent, Unknown),
            ("ola@huset.example", None, Official, Unknown),
            ("kari@fjordvik.kommune.no", None, Official, Official),
            ("kari@falskkommune.no", None, Outsider, Unknown),
            ("x@example.org", None, Outsider, Unknown),
            ("per@example.no", Some(false), Unknown, Unknown),
            ("kari@fjordvik.kommune.no", Some(false), Unknown, Unknown),
            ("", None, Unknown, Unknown),
        ] {
            let from = Address { name: Some("Advokat Nabo".into()), address: address.into() };
            let text = "Jeg er advokat for søkeren.".to_owned();
            let mail = Message { from, authenticated, text, ..Message::default() };
            assert_eq!((of(Some(&case()), &mail), of(None, &mail)), (in_case, without), "{address} {authenticated:?}");
        }
    }
}
