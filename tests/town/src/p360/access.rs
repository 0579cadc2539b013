//! Whom it shows what (tilgangsstyring): in the name of the person that `ADContextUser` says, else in that of the integration itself, which
//! sees everything.

use super::{model::Access, refusal::Refusal};
use serde_json::Value;

/// Somebody with an account there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct P360User {
    /// User principal name.
    pub upn: String,
    /// Units whose restricted records they see.
    pub units: Vec<String>,
    /// Access codes they are cleared for.
    pub codes: Vec<String>,
}

/// In whose name a call is carried out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Viewer<'a> {
    /// The integration's own.
    Integration,
    /// A person's.
    Person(&'a P360User),
}

impl Viewer<'_> {
    /// Whether this one sees what is under this access in this unit's care.
    pub(super) fn sees(self, access: &Access, unit: &str) -> bool {
        let Self::Person(user) = self else { return true };
        let is_cleared = user.codes.contains(&access.code) && user.units.iter().any(|one| one == unit);
        access.is_open() || is_cleared
    }

    /// Whether this one may put something under this code.
    pub(super) fn may_use(self, code: &str) -> bool {
        let Self::Person(user) = self else { return true };
        code == "U" || user.codes.iter().any(|one| one == code)
    }
}

/// Who asks; an account that is not there is refused.
pub(super) fn viewer<'a>(users: &'a [P360User], parameter: &Value) -> Result<Viewer<'a>, Refusal> {
    let Some(name) = parameter["ADContextUser"].as_str().filter(|name| !name.is_empty()) else {
        return Ok(Viewer::Integration);
    };
    let user = users.iter().find(|user| user.upn.eq_ignore_ascii_case(name));
    user.map(Viewer::Person).ok_or_else(|| Refusal::said(format!("ADContextUser '{name}' was not found")))
}
