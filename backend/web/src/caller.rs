//! Who is calling (innringer): the bearer becomes a verified person, and the person's roles open the operation, or not.

use crate::{Server, problem};
use axum::http::{HeaderMap, header};
use contract::{Access, Kind, Problem};
use domain::port::Caller;
use vocabulary::Language;

/// The longest bearer that is looked at; Entra's tokens stay well below.
const BEARER_BYTES: usize = 16 * 1024;

/// The verified caller of an operation with this access; `None` for an operation that anyone may call.
pub(crate) async fn verified(server: &Server, headers: &HeaderMap, access: Access) -> Result<Option<Caller>, Problem> {
    if access == Access::Anyone {
        return Ok(None);
    }
    let words = language(headers);
    let not_signed_in = |reason, why: &str| {
        server.door.refused(reason, why);
        Problem::new(
            Kind::NotSignedIn,
            words.pick("Du må logge inn på nytt.", "Du må logge inn på nytt.", "Please sign in again."),
        )
    };
    let bearer = bearer(headers).ok_or_else(|| not_signed_in("no-bearer", ""))?;
    let caller = server.flow.identity.caller(bearer).await.map_err(|failure| match failure.kind {
        domain::port::FailureKind::Unavailable | domain::port::FailureKind::Slow => problem::outside(&failure, words),
        // Why a token is not believed is a fixed sentence; nothing of the token stands in it.
        _ => not_signed_in("token", &failure.detail),
    })?;
    server.paces.take(&caller.person.id).map_err(|limit| {
        server.door.refused(limit, "");
        problem::too_many(words)
    })?;
    match access {
        Access::Roles(roles) if !roles.iter().any(|role| caller.person.is(*role)) => {
            server.door.refused("role", "");
            Err(without_role(words))
        }
        _ => Ok(Some(caller)),
    }
}

fn without_role(words: Language) -> Problem {
    let sentence = words.pick(
        "Du mangler tilgang til dette. Be den som styrer tilgangene i kommunen, om rollen.",
        "Du manglar tilgang til dette. Be den som styrer tilgangane i kommunen, om rolla.",
        "You do not have access to this. Ask your administrator for the role.",
    );
    Problem::new(Kind::NotAllowed, sentence)
}

/// The bearer; none where there is no header, more than one, or another scheme.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    // Of two, a proxy might have looked at the other one.
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let value = value.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= BEARER_BYTES).then(|| token.trim())
}

/// The language sentences are worded in: the first of nb, nn, en that the caller names.
pub(crate) fn language(headers: &HeaderMap) -> Language {
    let named = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    named
        .split(',')
        .find_map(|tag| match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
            "nn" => Some(Language::Nn),
            "en" => Some(Language::En),
            "nb" | "no" => Some(Language::Nb),
            _ => None,
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{bearer, language};
    use axum::http::{HeaderMap, HeaderValue, header};
    use vocabulary::Language;

    #[test]
    fn the_language_is_the_first_we_speak() {
        for (value, expected) in
            [("nn-NO,nb;q=0.8", Language::Nn), ("de, en;q=0.5", Language::En), ("", Language::Nb), ("å", Language::Nb)]
        {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_bytes(value.as_bytes()).unwrap());
            assert_eq!(language(&headers), expected, "{value}");
        }
    }

    #[test]
    fn only_a_bearer_is_a_bearer() {
        for (value, expected) in [
            ("Bearer abc", Some("abc")),
            ("bearer abc", Some("abc")),
            ("Basic abc", None),
            ("Bearer ", None),
            ("abc", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, HeaderValue::from_str(value).unwrap());
            assert_eq!(bearer(&headers), expected, "{value}");
            headers.append(header::AUTHORIZATION, HeaderValue::from_static("Bearer another"));
            assert_eq!(bearer(&headers), None, "{value} and another");
        }
    }
}
