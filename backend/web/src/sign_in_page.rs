//! What the sign-in window says (innloggingsvinduet) when there is no ticket to hand over: a plain page with one sentence of our own.

use crate::asset::quotable;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use contract::Problem;
use vocabulary::Language;

/// Entra came back with an error (<https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1>).
pub(crate) fn not_done(error: &str, words: Language) -> Response {
    let sentence = if error == "access_denied" {
        words.pick(
            "Innloggingen ble avbrutt. Lukk vinduet, og prøv igjen når du vil.",
            "Innlogginga vart avbroten. Lukk vindauget, og prøv igjen når du vil.",
            "The sign-in was cancelled. Close the window, and try again when you like.",
        )
    } else {
        words.pick(
            "Innloggingen ble ikke fullført. Lukk vinduet, og prøv igjen. Skjer det flere ganger, så meld fra til IT.",
            "Innlogginga vart ikkje fullført. Lukk vindauget, og prøv igjen. Skjer det fleire gonger, så meld frå til IT.",
            "The sign-in was not completed. Close the window and try again. If it happens again, tell IT.",
        )
    };
    page(StatusCode::BAD_REQUEST, sentence, words)
}

/// What Entra says where the municipality has not consented and the person cannot: nobody has yet (65001), or an administrator must (90094,
/// 90095) (<https://learn.microsoft.com/entra/identity-platform/reference-error-codes>).
const WITHOUT_CONSENT: [&str; 3] = ["AADSTS65001", "AADSTS90094", "AADSTS90095"];

/// Whether it is consent that Entra lacks.
pub(crate) fn is_consent_missing(error: &str, description: &str) -> bool {
    error == "consent_required"
        || WITHOUT_CONSENT
            .iter()
            .any(|code| description.split(|c: char| !c.is_ascii_alphanumeric()).any(|it| it == *code))
}

/// The municipality's consent is missing: whom to ask, and what to send them.
pub(crate) fn without_consent(link: &str, words: Language) -> Response {
    let sentence = words.pick(
        "Kommunen har ikke gitt Saksvar tilgang ennå. Send denne lenken til IT, så kan en administrator gi den:",
        "Kommunen har ikkje gitt Saksvar tilgang enno. Send denne lenkja til IT, så kan ein administrator gi han:",
        "The municipality has not given Saksvar access yet. Send this link to IT, so that an administrator can give it:",
    );
    let link = quotable(link);
    let told = format!("{sentence}</p><p><a href=\"{link}\" rel=\"noopener noreferrer\">{link}</a>");
    page(StatusCode::FORBIDDEN, &told, words)
}

/// An administrator has consented.
pub(crate) fn consented(words: Language) -> Response {
    let sentence = words.pick(
        "Takk, samtykket er registrert. Lukk vinduet, og åpne Saksvar i Outlook på nytt.",
        "Takk, samtykket er registrert. Lukk vindauget, og opne Saksvar i Outlook på nytt.",
        "Thank you, the consent is registered. Close the window and open Saksvar in Outlook again.",
    );
    page(StatusCode::OK, sentence, words)
}

/// The sign-in did not hold.
pub(crate) fn refused(problem: &Problem, words: Language) -> Response {
    page(StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST), &problem.title, words)
}

/// The sentence is ours, and what is put into it is escaped there.
fn page(status: StatusCode, sentence: &str, words: Language) -> Response {
    let language = words.pick("nb", "nn", "en");
    let text = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Saksvar</title><main><h1>Saksvar</h1><p role=\"status\">{sentence}</p></main></html>"
    );
    (status, Html(text)).into_response()
}

#[cfg(test)]
mod tests {
    use super::is_consent_missing;

    #[test]
    fn consent_is_told_from_what_else_ends_a_sign_in() {
        for (error, description, expected) in [
            ("consent_required", "", true),
            ("access_denied", "AADSTS65004: User declined to consent to access the app.", false),
            ("access_denied", "AADSTS90094: The grant requires admin permission. Trace ID: x", true),
            ("access_denied", "the user canceled the authentication", false),
            ("server_error", "AADSTS650011: something else", false),
        ] {
            assert_eq!(is_consent_missing(error, description), expected, "{error} {description}");
        }
    }
}
