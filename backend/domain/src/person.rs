//! Who acts (ansatt) and what each may do.

use vocabulary::{PersonId, Role, TenantId};

/// An employee, as the verified token says; identity is tenant and id, never the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The municipality.
    pub tenant: TenantId,
    /// The account.
    pub id: PersonId,
    /// Display name.
    pub name: String,
    /// Address, for showing and for comparing a sender; never for authorisation.
    pub address: String,
    /// What they are trusted with.
    pub roles: Vec<Role>,
}

impl Person {
    /// Whether the person has this role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
