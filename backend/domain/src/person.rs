//! Who acts (ansatt) and what each may do.

use vocabulary::{GroupId, PersonId, Role, TenantId};

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
    /// The groups of the directory they are in, as the token says.
    pub groups: Vec<GroupId>,
}

impl Person {
    /// Whether the person has this role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the person writes replies: a caseworker, or a reviewer who edits (and thereby becomes an author).
    #[must_use]
    pub fn is_writer(&self) -> bool {
        self.is(Role::Caseworker) || self.is(Role::Reviewer)
    }
}

#[cfg(test)]
mod tests {
    use super::Person;
    use vocabulary::{PersonId, Role, TenantId};

    #[test]
    fn caseworkers_and_reviewers_write_and_nobody_else() {
        for role in Role::ALL {
            let person = Person {
                tenant: TenantId::new("t"),
                id: PersonId::new("p"),
                name: "Kari Nordby".into(),
                address: "kari.nordby@fjordvik.kommune.no".into(),
                roles: vec![role],
                groups: Vec::new(),
            };
            assert_eq!(person.is_writer(), matches!(role, Role::Caseworker | Role::Reviewer), "{role:?}");
        }
    }
}
