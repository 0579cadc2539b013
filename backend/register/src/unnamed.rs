//! Access codes (tilgangskoder) of the records that no row of the table names.

use crate::Register;
use std::collections::BTreeMap;

impl Register {
    /// Each code that no row of `[access]` names, as it is first written, with how many cases and entries stand under it. Only those who
    /// answer for the case see these.
    #[must_use]
    pub fn unnamed_codes(&self) -> BTreeMap<String, usize> {
        let form = |code: &str| code.trim().to_lowercase();
        let named: Vec<_> = self.table().codes().map(form).collect();
        let mut counted: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for code in self.lines.cases.iter().flat_map(|case| case.codes()).filter(|code| !named.contains(&form(code))) {
            counted.entry(form(code)).or_insert_with(|| (code.trim().to_owned(), 0)).1 += 1;
        }
        counted.into_values().collect()
    }
}
