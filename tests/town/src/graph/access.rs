//! Whose token it is, and which mailbox (postkasse) it opens.

use super::Refusal;
use crate::{entra::verify, person::Person, world::World};
use axum::http::{HeaderMap, header};

/// A caller with a checked token.
pub(crate) struct Caller<'a> {
    pub(crate) person: &'a Person,
    scopes: Vec<String>,
}

/// What is to be done with a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Read,
    Write,
    Send,
}

impl Deed {
    /// The permissions any of which suffices in one's own mailbox.
    fn permissions(self) -> &'static [&'static str] {
        match self {
            Self::Read => &["Mail.Read", "Mail.ReadWrite"],
            Self::Write => &["Mail.ReadWrite"],
            Self::Send => &["Mail.Send"],
        }
    }
}

/// Checks the bearer.
pub(crate) fn caller<'a>(world: &'a World, headers: &HeaderMap) -> Result<Caller<'a>, Refusal> {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = value
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or_else(|| Refusal::token("Access token is empty."))?;
    let claims = verify(world, token, None).map_err(|flaw| {
        Refusal::token(match flaw {
            crate::entra::Flaw::Signature => "Signature is invalid.",
            crate::entra::Flaw::Audience => "Access token validation failure. Invalid audience.",
            crate::entra::Flaw::Expired => "Lifetime validation failed, the token is expired.",
        })
    })?;
    let scopes = claims["scp"].as_str().unwrap_or_default().split(' ').map(str::to_owned).collect();
    let person = world.person(claims["oid"].as_str().unwrap_or_default());
    Ok(Caller { person: person.ok_or_else(|| Refusal::token("The user is unknown."))?, scopes })
}

impl Caller<'_> {
    pub(crate) fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|it| it == scope)
    }

    /// The mailbox's address, if the caller may do this in it; `None` is one's own.
    pub(crate) fn mailbox(&self, world: &World, user: Option<&str>, deed: Deed) -> Result<String, Refusal> {
        let named = user.map(|user| world.person(user).map_or_else(|| user.to_lowercase(), |it| it.upn.clone()));
        let mailbox = named.unwrap_or_else(|| self.person.upn.clone());
        if !world.open().post.has(&mailbox) {
            return Err(Refusal::new(404, "ErrorInvalidUser", "The requested user is invalid."));
        }
        let own = mailbox == self.person.upn;
        let shared = if own { "" } else { ".Shared" };
        let granted = deed
            .permissions()
            .iter()
            .any(|it| self.has(&format!("{it}{shared}")) || (own && self.has(&format!("{it}.Shared"))));
        if granted && world.may_open(self.person, &mailbox) { Ok(mailbox) } else { Err(Refusal::denied()) }
    }
}
