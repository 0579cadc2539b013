//! What the sign-in window says (innloggingsvinduet) when there is no ticket to hand over: a plain page with one sentence of our own.

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

/// The sentence is ours, so there is nothing to escape in it.
fn page(status: StatusCode, sentence: &str, words: Language) -> Response {
    let language = words.pick("nb", "nn", "en");
    let text = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Saksvar</title><main><h1>Saksvar</h1><p role=\"status\">{sentence}</p></main></html>"
    );
    (status, Html(text)).into_response()
}
