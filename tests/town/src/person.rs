//! The people (ansatte) of Fjordvik kommune; all of them invented.

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
}

fn person(key: &str, name: &str, title: &str, roles: &[&str]) -> Person {
    let number = key.bytes().map(u64::from).fold(7, |sum, byte| sum * 31 + byte);
    Person {
        key: key.to_owned(),
        name: name.to_owned(),
        upn: format!("{}@fjordvik.kommune.no", name.to_lowercase().replace(' ', ".")),
        oid: format!("{:08x}-3333-4333-8333-{number:012x}", number % 0xffff_ffff),
        title: title.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

/// Kari, Liv, Eva, Ola and Tor.
#[must_use]
pub fn persons() -> Vec<Person> {
    vec![
        person("kari", "Kari Nordby", "saksbehandler", &["Caseworker"]),
        person("liv", "Liv Aas", "fagleder", &["Caseworker", "Reviewer"]),
        person("eva", "Eva Dahl", "fagleder", &["Caseworker", "Reviewer"]),
        person("ola", "Ola Nes", "saksbehandler", &["Caseworker"]),
        person("tor", "Tor Vik", "IT", &["Operator", "Auditor", "RuleKeeper"]),
    ]
}
