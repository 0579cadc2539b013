//! The people (ansatte) of Fjordvik kommune; all of them invented.

use crate::group::group;

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Short name in addresses of the town itself, such as `kari`.
    pub key: String,
    /// Full name.
    pub name: String,
    /// Account name and address.
    pub upn: String,
    /// Object id in the directory.
    pub oid: String,
    /// What they do, as shown in the person switcher.
    pub title: String,
    /// App roles that the administrator assigned.
    pub roles: Vec<String>,
    /// Object ids of the groups they are in.
    pub groups: Vec<String>,
}

fn person((key, name, title): (&str, &str, &str), roles: &[&str], units: &[&str]) -> Person {
    let number = key.bytes().map(u64::from).fold(7, |sum, byte| sum * 31 + byte);
    Person {
        key: key.to_owned(),
        name: name.to_owned(),
        upn: format!("{}@fjordvik.kommune.no", name.to_lowercase().replace(' ', ".")),
        oid: format!("{:08x}-3333-4333-8333-{number:012x}", number % 0xffff_ffff),
        title: title.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        groups: units.iter().filter_map(|unit| group(unit)).collect(),
    }
}

/// Kari, Liv, Eva, Ola and Tor. Kari answers for the whole house but what is health and care; Ola builds.
#[must_use]
pub fn persons() -> Vec<Person> {
    let most = ["Byggesak", "Vei, vann og avløp", "Barnehage og skole", "Økonomi"];
    let all = ["Byggesak", "Vei, vann og avløp", "Barnehage og skole", "Økonomi", "Helse og omsorg"];
    vec![
        person(("kari", "Kari Nordby", "saksbehandler"), &["Caseworker"], &most),
        person(("liv", "Liv Aas", "fagleder"), &["Caseworker", "Reviewer"], &all),
        person(("eva", "Eva Dahl", "fagleder"), &["Caseworker", "Reviewer"], &["Byggesak", "Økonomi"]),
        person(("ola", "Ola Nes", "saksbehandler"), &["Caseworker"], &["Byggesak"]),
        person(("tor", "Tor Vik", "IT"), &["Operator", "Auditor", "RuleKeeper"], &[]),
    ]
}
