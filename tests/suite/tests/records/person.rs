//! Who asks: people of one unit, of another, and of none; and what the house's access table says.

use domain::{
    person::Person,
    rule::access::{AccessTable, Circle, Grant, Members},
};
use vocabulary::{GroupId, PersonId, Role, TenantId};

/// The user name of that somebody, by which a system that is asked in their name knows them.
pub(crate) fn account(unit: &str) -> String {
    let name: String = unit.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    format!("kari.{name}@fjordvik.kommune.no")
}

/// The units there are.
pub(crate) const UNITS: [&str; 5] =
    ["Byggesak", "Helse og omsorg", "Barnehage og skole", "Økonomi", "Vei, vann og avløp"];

/// Somebody who works in a unit.
pub(crate) fn of(unit: &str) -> Person {
    Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new(format!("somebody in {unit}")),
        name: "Kari Nordby".into(),
        address: account(unit),
        roles: vec![Role::Caseworker],
        groups: vec![GroupId::new(unit)],
    }
}

/// `UO` is for the unit; other codes have no row.
pub(crate) fn table() -> AccessTable {
    let members = UNITS.map(|unit| Members { unit: unit.into(), groups: vec![GroupId::new(unit)] });
    let grants = vec![Grant { code: "UO".into(), circle: Circle::Unit, groups: Vec::new() }];
    AccessTable::of(grants, members.to_vec()).expect("a table")
}
