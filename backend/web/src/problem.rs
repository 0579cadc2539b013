//! Failures become problems (feilmeldinger): the one exhaustive match from flow's failures to RFC 9457.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use contract::{Kind, Problem};
use domain::port::{self, FailureKind};
use std::any::Any;
use vocabulary::Language;

/// The media type of a problem.
const PROBLEM: &str = "application/problem+json";
/// Seconds until whoever asked too often may ask again.
const MINUTE: &str = "60";
/// Seconds until a store that does not store may do so again.
const SOON: &str = "10";

/// The problem of a failed verb, in the caller's language.
pub(crate) fn of(failure: &flow::Failure, words: Language) -> Problem {
    use flow::Failure as F;
    match failure {
        F::NotFound => Problem::new(
            Kind::NotFound,
            words.pick(
                "Dette finnes ikke, eller ikke for deg.",
                "Dette finst ikkje, eller ikkje for deg.",
                "This does not exist, or not for you.",
            ),
        ),
        F::NotAllowed => Problem::new(
            Kind::NotAllowed,
            words.pick(
                "Dette kan du ikke gjøre med dette utkastet.",
                "Dette kan du ikkje gjere med dette utkastet.",
                "You cannot do this with this draft.",
            ),
        ),
        F::Stale => Problem::new(
            Kind::Stale,
            words.pick(
                "Utkastet er endret i mellomtiden. Se på den nye utgaven, og prøv igjen.",
                "Utkastet er endra i mellomtida. Sjå på den nye utgåva, og prøv igjen.",
                "The draft has changed in the meantime. Look at the new version and try again.",
            ),
        ),
        F::Blocked(reason) => Problem::new(Kind::Blocked, reason.sentence(words)),
        F::BadInput { field, why } => refused_input(field, why, words),
        F::Outside(failure) => outside(failure, words),
        F::Bug(_) => bug(words),
    }
}

/// A request whose `field` cannot be read.
pub(crate) fn bad_input(field: &str, why: &str, words: Language) -> Problem {
    let title = words.pick(
        "Forespørselen kunne ikke leses.",
        "Førespurnaden kunne ikkje lesast.",
        "The request could not be read.",
    );
    let mut problem = Problem::new(Kind::BadInput, title);
    problem.field = (!field.is_empty()).then(|| field.to_owned());
    problem.detail = Some(why.to_owned());
    problem
}

/// A request that can be read, and whose `field` a rule of the domain refuses (422, RFC 9110 § 15.5.21).
fn refused_input(field: &str, why: &str, words: Language) -> Problem {
    let title = words.pick("Noe må rettes.", "Noko må rettast.", "Something must be corrected.").to_owned();
    Problem { status: 422, title, ..bad_input(field, why, words) }
}

/// A request larger than `limit` bytes.
pub(crate) fn too_large(limit: usize, words: Language) -> Problem {
    let title = words.pick("Forespørselen er for stor.", "Førespurnaden er for stor.", "The request is too large.");
    let mut problem = Problem::new(Kind::TooLarge, title);
    problem.detail = Some(format!("{limit} bytes at most"));
    problem
}

/// More requests than one address may make in a minute.
pub(crate) fn too_many(words: Language) -> Problem {
    let sentence = words.pick(
        "For mange forespørsler. Vent et minutt.",
        "For mange førespurnader. Vent eit minutt.",
        "Too many requests. Wait a minute.",
    );
    Problem::new(Kind::TooMany, sentence)
}

/// As many drafts at once as one person may have.
pub(crate) fn busy(words: Language) -> Problem {
    let sentence = words.pick(
        "Saksvar skriver allerede flere utkast for deg. Vent til ett av dem er ferdig.",
        "Saksvar skriv alt fleire utkast for deg. Vent til eitt av dei er ferdig.",
        "Saksvar is already writing several drafts for you. Wait until one of them is done.",
    );
    Problem::new(Kind::TooMany, sentence)
}

/// A request that was not sent to its end in time (408, RFC 9110 § 15.5.9).
pub(crate) fn unfinished(words: Language) -> Problem {
    Problem { status: 408, ..bad_input("", "the request did not come to its end in time", words) }
}

/// An operation that took longer than a person waits (504); what it does is done all the same.
pub(crate) fn slow(words: Language) -> Problem {
    let sentence = words.pick(
        "Dette tar lengre tid enn vanlig. Se etter om det ble gjort, og prøv ellers igjen om litt.",
        "Dette tek lengre tid enn vanleg. Sjå etter om det vart gjort, og prøv elles igjen om litt.",
        "This is taking longer than usual. Look whether it was done, and otherwise try again in a moment.",
    );
    Problem { status: 504, ..Problem::new(Kind::Outside, sentence) }
}

/// Our own error; the log has the rest.
pub(crate) fn bug(words: Language) -> Problem {
    Problem::new(
        Kind::Bug,
        words.pick(
            "Noe gikk galt hos oss. Ingenting er sendt, og ingenting er tapt. Prøv igjen, eller meld fra til IT.",
            "Noko gjekk gale hos oss. Ingenting er sendt, og ingenting er tapt. Prøv igjen, eller meld frå til IT.",
            "Something went wrong on our side. Nothing is sent and nothing is lost. Try again, or tell IT.",
        ),
    )
}

/// An outside system that did not do what was asked.
pub(crate) fn outside(failure: &port::Failure, words: Language) -> Problem {
    if let ("sql", FailureKind::Unavailable | FailureKind::Slow) = (failure.system, failure.kind) {
        return unstored(words);
    }
    let system = name(failure.system, words);
    let title = match failure.kind {
        FailureKind::Unavailable | FailureKind::Slow => words.pick(
            "{} svarer ikke nå. Prøv igjen om litt.",
            "{} svarar ikkje no. Prøv igjen om litt.",
            "{} is not answering. Try again in a moment.",
        ),
        FailureKind::Denied if failure.system == "graph" => words.pick(
            "{} gir deg ikke tilgang til denne e-posten. Be den som har ansvar for postkassen, om tilgang, eller meld fra til IT.",
            "{} gir deg ikkje tilgang til denne e-posten. Be den som har ansvar for postkassa, om tilgang, eller meld frå til IT.",
            "{} does not give you access to this mail. Ask whoever is in charge of the mailbox for access, or tell IT.",
        ),
        FailureKind::Denied => words.pick(
            "{} gir deg ikke tilgang til dette. Be IT om å se på tilgangen.",
            "{} gir deg ikkje tilgang til dette. Be IT om å sjå på tilgangen.",
            "{} does not give you access to this. Ask IT to look at your access.",
        ),
        FailureKind::MoreNeeded if failure.link.is_some() => words.pick(
            "Kommunen har ikke gitt Saksvar tilgang til e-posten ennå. Send lenken til IT, så kan en administrator gi den.",
            "Kommunen har ikkje gitt Saksvar tilgang til e-posten enno. Send lenkja til IT, så kan ein administrator gi han.",
            "The municipality has not given Saksvar access to mail yet. Send the link to IT, so that an administrator can give it.",
        ),
        FailureKind::MoreNeeded => words.pick(
            "{} ber om mer før du kan gå videre.",
            "{} ber om meir før du kan gå vidare.",
            "{} asks for more before you can go on.",
        ),
        FailureKind::NotFound => words.pick(
            "{} finner ikke e-posten. Den kan være flyttet eller slettet, eller postkassen er ikke åpen for deg. Åpne den på nytt, eller be den som \
             har ansvar for postkassen, om tilgang.",
            "{} finn ikkje e-posten. Han kan vere flytta eller sletta, eller postkassa er ikkje open for deg. Opne han på nytt, eller be den som \
             har ansvar for postkassa, om tilgang.",
            "{} does not find the mail. It may have been moved or deleted, or the mailbox is not open to you. Open it again, or ask whoever is in \
             charge of the mailbox for access.",
        ),
        FailureKind::Garbled | FailureKind::Refused => words.pick(
            "{} ga et svar vi ikke kan lese. Prøv igjen, eller meld fra til IT.",
            "{} gav eit svar vi ikkje kan lese. Prøv igjen, eller meld frå til IT.",
            "{} gave an answer we cannot read. Try again, or tell IT.",
        ),
        FailureKind::Stale => return of(&flow::Failure::Stale, words),
        FailureKind::TooLarge => words.pick(
            "{}: innholdet er for stort for Saksvar. Svar på vanlig måte.",
            "{}: innhaldet er for stort for Saksvar. Svar på vanleg måte.",
            "{}: the content is too large for Saksvar. Reply in the usual way.",
        ),
    };
    let kind = match failure.kind {
        FailureKind::MoreNeeded => Kind::MoreNeeded,
        FailureKind::NotFound => Kind::NotFound,
        FailureKind::TooLarge => Kind::TooLarge,
        _ => Kind::Outside,
    };
    let mut problem = Problem::new(kind, title.replace("{}", system));
    problem.claims = failure.claims.clone();
    problem.link = failure.link.clone();
    problem
}

/// Our own store: the disk is full, or somebody holds the database (503). Every operation may be asked for again.
fn unstored(words: Language) -> Problem {
    let sentence = words.pick(
        "Saksvar får ikke lagret nå. Prøv igjen om litt; det som alt er gjort, blir ikke gjort to ganger. Hjelper det ikke, meld fra til IT.",
        "Saksvar får ikkje lagra no. Prøv igjen om litt; det som alt er gjort, blir ikkje gjort to gonger. Hjelper det ikkje, meld frå til IT.",
        "Saksvar cannot store anything now. Try again in a moment; what is done already is not done twice. If that does not help, tell IT.",
    );
    Problem { status: 503, ..Problem::new(Kind::Outside, sentence) }
}

fn name(system: &str, words: Language) -> &'static str {
    match system {
        "graph" => "Outlook",
        "entra" => words.pick("Innloggingen", "Innlogginga", "The sign-in"),
        "register" => words.pick("Saksregisteret", "Saksregisteret", "The case register"),
        "llm" => words.pick("Språkmodellen", "Språkmodellen", "The language model"),
        "text" => words.pick("E-posten", "E-posten", "The mail"),
        _ => "Saksvar",
    }
}

/// A problem as an answer; the header carries a claims challenge in base64
/// (<https://learn.microsoft.com/entra/identity-platform/claims-challenge>).
pub(crate) fn answer(problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let challenge = problem.claims.as_deref().map_or_else(
        || "Bearer".to_owned(),
        |claims| format!("Bearer error=\"insufficient_claims\", claims=\"{}\"", STANDARD.encode(claims)),
    );
    let mut answer = (status, Json(&problem)).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    if let (StatusCode::UNAUTHORIZED, Ok(value)) = (status, HeaderValue::from_str(&challenge)) {
        headers.insert(header::WWW_AUTHENTICATE, value);
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static(MINUTE));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static(SOON));
    }
    // For the layer around every request, which counts it and adds the id.
    answer.extensions_mut().insert(problem);
    answer
}

/// The answer with the request's id in its problem.
pub(crate) fn traced(answer: Response, problem: Problem, trace: &str) -> Response {
    let (mut parts, _) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let named = Json(Problem { trace: Some(trace.to_owned()), ..problem }).into_response();
    Response::from_parts(parts, named.into_body())
}

/// No municipality is served under this host. 421 (RFC 9110 § 15.5.20): the request was sent to a server that does not answer for it.
pub(crate) fn misdirected(words: Language) -> Problem {
    let mut problem = bad_input("Host", "no municipality is served under this host; look at server.public_url", words);
    problem.status = 421;
    problem
}

/// The municipality of this host is not served any more (410, RFC 9110 § 15.5.11): what it wrote cannot be read by anybody.
pub(crate) fn closed(words: Language) -> Problem {
    let sentence = words.pick(
        "Nøklene til denne kommunen er slettet, og Saksvar svarer ikke lenger for den. Spør IT.",
        "Nøklane til denne kommunen er sletta, og Saksvar svarar ikkje lenger for han. Spør IT.",
        "The keys of this municipality were destroyed, and Saksvar no longer answers for it. Ask IT.",
    );
    Problem { status: 410, ..Problem::new(Kind::NotFound, sentence) }
}

/// IT switched the municipality off.
pub(crate) fn switched_off(words: Language) -> Problem {
    let sentence = words.pick(
        "Saksvar er slått av for kommunen. Ingenting er slettet, og e-post går som før. Spør IT når det slås på igjen.",
        "Saksvar er slått av for kommunen. Ingenting er sletta, og e-post går som før. Spør IT når det blir slått på igjen.",
        "Saksvar is switched off for the municipality. Nothing is erased, and mail goes as before. Ask IT when it comes back.",
    );
    Problem::new(Kind::NotAllowed, sentence)
}

/// Nothing lies at this address.
pub(crate) async fn no_such_page() -> Response {
    answer(of(&flow::Failure::NotFound, Language::En))
}

/// The address takes another method; operations take POST.
pub(crate) async fn no_such_method() -> Response {
    let mut problem = bad_input("", "operations are called with POST", Language::En);
    problem.status = 405;
    answer(problem)
}

/// A handler panicked; the process goes on.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands over the payload by value")]
pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> Response {
    answer(panic(payload.as_ref(), Language::En))
}

/// The problem of a panic. Only a fixed text is logged: one made while it ran could hold what somebody wrote.
pub(crate) fn panic(payload: &(dyn Any + Send), words: Language) -> Problem {
    let what = payload.downcast_ref::<&str>().map_or("no message", |text| text);
    tracing::error!(what, "a handler panicked");
    bug(words)
}

#[cfg(test)]
mod tests {
    use super::answer;
    use axum::http::header;
    use contract::{Kind, Problem};

    #[test]
    fn a_claims_challenge_stands_in_the_header_in_base64() {
        let claims = Some(r#"{"access_token":{}}"#.to_owned());
        let answer = answer(Problem { claims, ..Problem::new(Kind::MoreNeeded, "x") });
        let challenge = answer.headers()[header::WWW_AUTHENTICATE].to_str().unwrap();
        assert_eq!(challenge, "Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"");
    }
}
