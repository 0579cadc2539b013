//! `[access]`: who in the house sees what an access code restricts (tilgangstabell).

use domain::rule::access::{AccessTable, Circle, Grant, Members};
use serde::{Deserialize, Serialize};
use vocabulary::GroupId;

/// `[access]`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml is the documentation")]
pub struct Access {
    pub code: Vec<Code>,
    pub unit: Vec<Unit>,
}

/// `[[access.code]]`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// As the case system writes it.
    pub code: String,
    /// How far records under it are seen.
    pub seen_by: SeenBy,
    /// Groups that see them besides.
    #[serde(default)]
    pub groups: Vec<GroupId>,
}

/// `[[access.unit]]`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// As the case system names it.
    pub unit: String,
    /// The groups its people are in.
    pub groups: Vec<GroupId>,
}

/// How far a code lets a record be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SeenBy {
    /// Everyone who is let in.
    House,
    /// The unit that answers for the case.
    Unit,
    /// The one who answers for the case.
    Responsible,
}

impl From<SeenBy> for Circle {
    fn from(seen_by: SeenBy) -> Self {
        match seen_by {
            SeenBy::House => Self::House,
            SeenBy::Unit => Self::Unit,
            SeenBy::Responsible => Self::Responsible,
        }
    }
}

impl Access {
    /// The table that records are shown by.
    ///
    /// # Errors
    /// A sentence that names the row and the remedy.
    pub fn table(&self) -> Result<AccessTable, String> {
        let groups =
            self.code.iter().flat_map(|code| &code.groups).chain(self.unit.iter().flat_map(|unit| &unit.groups));
        if let Some(group) = groups.into_iter().find(|group| !is_object_id(group.as_str())) {
            return Err(format!(
                "access: groups: «{group}» is no object id; write the one that the Entra admin centre shows for the group, \
                 such as 12345678-1234-1234-1234-123456789abc."
            ));
        }
        let grants = self.code.iter().cloned();
        let grants = grants.map(|row| Grant { code: row.code, circle: row.seen_by.into(), groups: row.groups });
        let units = self.unit.iter().cloned().map(|row| Members { unit: row.unit, groups: row.groups });
        AccessTable::of(grants.collect(), units.collect()).map_err(|unclear| format!("access: {unclear}."))
    }
}

/// Whether it is written as Entra writes an object id. A name would match no token, and nobody would be told.
fn is_object_id(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12])
        && text.chars().all(|sign| sign == '-' || sign.is_ascii_hexdigit() && !sign.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::Access;

    fn read(text: &str) -> Result<(), String> {
        let access: Access = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        access.table().map(|_| ())
    }

    #[test]
    fn a_row_that_cannot_be_meant_is_named() {
        let unit = |groups: &str| format!("code = []\n[[unit]]\nunit = 'Byggesak'\ngroups = [{groups}]");
        for (text, told) in [
            (unit("'0c8a0f00-3333-4333-8333-000000000001'"), None),
            (unit(""), None),
            (unit("'Byggesak'"), Some("«Byggesak» is no object id")),
            (unit("'0C8A0F00-3333-4333-8333-000000000001'"), Some("no object id")),
            ("unit = []\n[[code]]\ncode = 'UO'\nseen_by = 'unit'".into(), None),
            ("unit = []\n[[code]]\ncode = 'UO'\nseen_by = 'all'".into(), Some("unknown variant `all`")),
            ("unit = []\n[[code]]\ncode = ''\nseen_by = 'unit'".into(), Some("a code has no name")),
            (
                "unit = []\n[[code]]\ncode = 'UO'\nseen_by = 'unit'\n[[code]]\ncode = 'uo'\nseen_by = 'house'".into(),
                Some("code \"uo\" stands twice"),
            ),
        ] {
            match (read(&text), told) {
                (Ok(()), None) => {}
                (Err(why), Some(told)) => assert!(why.contains(told), "{why}"),
                (outcome, told) => panic!("{text}: {outcome:?}, expected {told:?}"),
            }
        }
    }
}
