//! The security groups (sikkerhetsgrupper) of the directory, one for the people of each unit.

/// The units that have one, as the case system names them.
const UNITS: [&str; 5] = ["Byggesak", "Vei, vann og avløp", "Barnehage og skole", "Økonomi", "Helse og omsorg"];

/// The object id of a unit's group; `None` for a unit that has none.
pub(crate) fn group(unit: &str) -> Option<String> {
    let number = UNITS.iter().position(|known| *known == unit)?;
    Some(format!("7a000000-6666-4666-8666-{number:012}"))
}

/// What the add-in is told of them, as the values of its settings `access.code` and `access.unit`: the code that Fjordvik kommune uses
/// is seen by the unit of the case.
#[must_use]
pub fn access() -> (String, String) {
    let unit = |unit: &str| Some(format!("{{ unit = \"{unit}\", groups = [\"{}\"] }}", group(unit)?));
    let units: Vec<_> = UNITS.into_iter().filter_map(unit).collect();
    ("[{ code = \"UO\", seen_by = \"unit\" }]".to_owned(), format!("[{}]", units.join(", ")))
}
