//! Who in the house may see what (tilgangstabell): whom each access code shows a record to, and which groups the people of a unit are in.

use crate::{
    case::{Access, Case, Responsible},
    person::Person,
};
use vocabulary::GroupId;

/// How far an access code lets a record be seen in the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// Everyone who is let in at all.
    House,
    /// The unit that answers for the case, and the one who does.
    Unit,
    /// The one who answers for the case.
    Responsible,
}

/// What one access code (tilgangskode) means in this house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The code, for example `UO`; however it is cased.
    pub code: String,
    /// How far records under it are seen.
    pub circle: Circle,
    /// Groups that see them besides.
    pub groups: Vec<GroupId>,
}

/// The people of a unit (enhet).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// The unit as the case system names it, for example `Byggesak`; however it is cased.
    pub unit: String,
    /// The groups they are in.
    pub groups: Vec<GroupId>,
}

/// The table. What no row names is seen by the one who answers for the case alone, so that a code nobody thought of hides and never
/// shows (fvl. § 13: those who do not need to know are not told).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessTable {
    grants: Vec<Grant>,
    units: Vec<Members>,
    whole: bool,
}

/// A row that stands twice, so that nobody can say which counts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// A code.
    #[error("code \"{0}\" stands twice; write it once")]
    Code(String),
    /// A unit.
    #[error("unit \"{0}\" stands twice; write it once, with all its groups")]
    Unit(String),
    /// A code or unit without a name.
    #[error("a {0} has no name; write it as the case system does")]
    Nameless(&'static str),
}

impl AccessTable {
    /// The table of these rows.
    ///
    /// # Errors
    /// [`Unclear`] where a code or unit is empty or stands twice.
    pub fn of(grants: Vec<Grant>, units: Vec<Members>) -> Result<Self, Unclear> {
        let name = |text: &str| text.trim().to_lowercase();
        let codes = grants.iter().map(|grant| name(&grant.code)).collect();
        let names = units.iter().map(|members| name(&members.unit)).collect();
        if let Some(code) = twice(codes) {
            return Err(if code.is_empty() { Unclear::Nameless("code") } else { Unclear::Code(code) });
        }
        if let Some(unit) = twice(names) {
            return Err(if unit.is_empty() { Unclear::Nameless("unit") } else { Unclear::Unit(unit) });
        }
        Ok(Self { grants, units, whole: false })
    }

    /// For whoever owns the records themselves: the files lie before them, and nothing is hidden.
    #[must_use]
    pub fn owner() -> Self {
        Self { whole: true, ..Self::default() }
    }

    /// The codes that have a row.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.grants.iter().map(|grant| grant.code.as_str())
    }

    /// Whether this person may see what is under this access, in a case that this one answers for.
    #[must_use]
    pub fn allows(&self, person: &Person, access: &Access, responsible: Option<&Responsible>) -> bool {
        let Some(code) = access.code.as_deref().filter(|_| !self.whole) else { return true };
        let grant = self.grants.iter().find(|grant| same(&grant.code, code));
        let circle = grant.map_or(Circle::Responsible, |grant| grant.circle);
        let answers = || responsible.is_some_and(|one| one.account.as_ref() == Some(&person.id));
        let named = || grant.is_some_and(|grant| is_in(person, &grant.groups));
        circle == Circle::House || answers() || named() || circle == Circle::Unit && self.belongs(person, responsible)
    }

    fn belongs(&self, person: &Person, responsible: Option<&Responsible>) -> bool {
        let unit = responsible.and_then(|one| one.unit.as_deref());
        let members = unit.and_then(|unit| self.units.iter().find(|members| same(&members.unit, unit)));
        members.is_some_and(|members| is_in(person, &members.groups))
    }
}

impl Case {
    /// What this person may see of the case: nothing of a case that is hidden, not even that it is there; else without the entries and
    /// documents that are hidden.
    #[must_use]
    pub fn seen_by(mut self, person: &Person, table: &AccessTable) -> Option<Self> {
        let responsible = self.responsible.as_ref();
        if !table.allows(person, &self.access, responsible) {
            return None;
        }
        self.entries.retain(|entry| table.allows(person, &entry.access, responsible));
        for entry in &mut self.entries {
            entry.documents.retain(|document| table.allows(person, &document.access, responsible));
        }
        Some(self)
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn is_in(person: &Person, groups: &[GroupId]) -> bool {
    groups.iter().any(|group| person.groups.contains(group))
}

/// The first name that is empty or stands twice.
fn twice(mut names: Vec<String>) -> Option<String> {
    names.sort();
    let empty = names.first().filter(|name| name.is_empty()).cloned();
    empty.or_else(|| names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()))
}

#[cfg(test)]
mod tests {
    use super::{AccessTable, Circle, Grant, Members, Unclear};
    use crate::{
        case::{Access, Case, Document, Entry, Responsible},
        person::Person,
    };
    use vocabulary::{GroupId, PersonId, Role, TenantId};

    fn groups(names: &[&str]) -> Vec<GroupId> {
        names.iter().copied().map(GroupId::new).collect()
    }

    fn grant(code: &str, circle: Circle, also: &[&str]) -> Grant {
        Grant { code: code.into(), circle, groups: groups(also) }
    }

    fn members(unit: &str, of: &[&str]) -> Members {
        Members { unit: unit.into(), groups: groups(of) }
    }

    fn table() -> AccessTable {
        let codes = vec![
            grant("UO", Circle::Unit, &[]),
            grant("KL", Circle::Responsible, &["helse"]),
            grant("MU", Circle::House, &[]),
        ];
        AccessTable::of(codes, vec![members("Byggesak", &["bygg", "plan"]), members("Skole", &["skole"])]).unwrap()
    }

    fn person(id: &str, of: &[&str]) -> Person {
        Person {
            tenant: TenantId::new("t"),
            id: PersonId::new(id),
            name: "Kari Nordby".into(),
            address: "ola.nes@fjordvik.kommune.no".into(),
            roles: vec![Role::Caseworker],
            groups: groups(of),
        }
    }

    fn access(code: &str) -> Access {
        Access { code: (!code.is_empty()).then(|| code.to_owned()), legal_basis: None }
    }

    fn ola() -> Responsible {
        Responsible {
            name: "Ola Nes".into(),
            email: Some("ola.nes@fjordvik.kommune.no".into()),
            unit: Some("byggesak ".into()),
            account: Some(PersonId::new("ola")),
        }
    }

    #[test]
    fn a_code_is_seen_by_its_circle_and_its_groups_and_nobody_else() {
        for (code, who, of, sees) in [
            ("", "kari", vec![], true),
            ("UO", "kari", vec![], false),
            ("uo ", "kari", vec!["plan"], true),
            ("UO", "kari", vec!["skole", "helse"], false),
            ("UO", "ola", vec![], true),
            ("KL", "kari", vec!["bygg"], false),
            ("KL", "kari", vec!["helse"], true),
            ("KL", "ola", vec![], true),
            ("MU", "kari", vec![], true),
            ("XX", "kari", vec!["bygg", "helse"], false),
            ("XX", "ola", vec![], true),
        ] {
            assert_eq!(table().allows(&person(who, &of), &access(code), Some(&ola())), sees, "{code:?} {who} {of:?}");
        }
    }

    #[test]
    fn who_nobody_vouches_for_sees_what_is_open_alone() {
        let nobody = Responsible::default();
        for responsible in [None, Some(&nobody)] {
            assert!(!table().allows(&person("", &[""]), &access("UO"), responsible), "no unit, no account");
            assert!(table().allows(&person("kari", &[]), &access(""), responsible));
        }
        // An address is reassigned and can be written by anybody: it opens nothing.
        assert!(!AccessTable::default().allows(&person("kari", &["bygg"]), &access("UO"), Some(&ola())));
        assert!(AccessTable::owner().allows(&person("kari", &[]), &access("UO"), None));
    }

    #[test]
    fn of_a_case_only_what_may_be_seen_is_there() {
        let entry = |number, code| Entry { number, access: access(code), ..Entry::default() };
        let paper = |code: &str| Document { title: code.into(), access: access(code), ..Document::default() };
        let papers = Entry { documents: vec![paper(""), paper("UO"), paper("KL")], ..entry(1, "") };
        let case = |code| Case {
            system: "register".into(),
            number: "2026/7".parse().unwrap(),
            title: "Sak".into(),
            public_title: None,
            status: "B".into(),
            opened: None,
            closed: None,
            responsible: Some(ola()),
            access: access(code),
            parties: Vec::new(),
            estates: Vec::new(),
            entries: vec![papers.clone(), entry(2, "UO"), entry(3, "KL"), entry(4, "XX")],
        };
        for (code, who, of, left) in [
            ("", "kari", vec![], Some(vec![1])),
            ("", "kari", vec!["bygg"], Some(vec![1, 2])),
            ("", "kari", vec!["helse"], Some(vec![1, 3])),
            ("", "ola", vec![], Some(vec![1, 2, 3, 4])),
            ("KL", "kari", vec!["bygg"], None),
            ("UO", "kari", vec!["bygg"], Some(vec![1, 2])),
        ] {
            let seen = case(code).seen_by(&person(who, &of), &table());
            let numbers = seen.as_ref().map(|case| case.entries.iter().map(|entry| entry.number).collect::<Vec<_>>());
            assert_eq!(numbers, left, "{code:?} {who} {of:?}");
            let papers = seen.map_or(0, |case| case.entries[0].documents.len());
            // An entry of each code, the one nobody has a row for apart, and a document of each.
            assert_eq!(papers, left.map_or(0, |numbers| numbers.len().min(3)), "{code:?} {who} {of:?}");
        }
    }

    #[test]
    fn a_row_stands_once() {
        let twice = vec![grant("UO", Circle::House, &[]), grant(" uo", Circle::Unit, &[])];
        assert_eq!(AccessTable::of(twice, vec![]), Err(Unclear::Code("uo".into())));
        let twice = vec![members("Skole", &[]), members("skole", &[])];
        assert_eq!(AccessTable::of(vec![], twice), Err(Unclear::Unit("skole".into())));
        assert_eq!(AccessTable::of(vec![grant(" ", Circle::House, &[])], vec![]), Err(Unclear::Nameless("code")));
        assert_eq!(AccessTable::of(vec![], vec![members("", &[])]), Err(Unclear::Nameless("unit")));
    }
}
