//! Whether the systems outside answer (rekkevidde), for `saksvar check`.

use super::{models, sign_in::entra};
use crate::config::Config;
use domain::port::Secret;
use std::time::Duration;

/// Whether each model endpoint answers, with its address.
pub async fn models_answer(config: &Config) -> Vec<(String, Result<String, String>)> {
    let mut all = Vec::new();
    let models = match models(&config.writer) {
        Ok(models) => models,
        Err(why) => return vec![(config.writer.url.clone(), Err(why))],
    };
    for settings in models {
        let url = settings.url.clone();
        let reached = match llm::Llm::new(settings) {
            Ok(writer) => writer.reach().await,
            Err(failure) => Err(failure),
        };
        all.push((url, reached.map_err(|failure| failure.to_string())));
    }
    all
}

/// Whether Entra answers with its keys.
///
/// # Errors
/// A sentence with what to look at.
pub async fn entra_answers(config: &Config) -> Result<String, String> {
    use domain::port::{FailureKind, Identity as _};
    let entra = entra(config)?;
    // A token that nobody signed is refused before anybody is asked, so the keys are asked for first.
    let unsigned = concat!("eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vbmUifQ", ".", "e30", ".", "AA");
    let asked = async {
        entra.reach().await?;
        Ok(entra.caller(unsigned).await)
    };
    match tokio::time::timeout(Duration::from_secs(15), asked).await.map(|asked| asked.and_then(|caller| caller)) {
        Ok(Err(failure)) if failure.kind == FailureKind::Denied => {
            Ok("answers, and a forged token is refused".to_owned())
        }
        Ok(Err(failure)) => Err(format!("{failure}; look at entra.authority and entra.tenant")),
        Ok(Ok(_)) => Err("a forged token was accepted: do not go on, and tell us".to_owned()),
        Err(_) => Err("does not answer within 15 seconds; look at entra.authority and the network".to_owned()),
    }
}

/// Whether Entra believes that we are our app registration; the token it gives the application itself.
///
/// # Errors
/// A sentence with what to look at.
pub async fn credential_holds(config: &Config) -> Result<Secret, String> {
    let asked = entra(config)?;
    asked.own().await.map_err(|failure| {
        format!(
            "{failure}; look at entra.client_secret or entra.certificate, and at its last day in the Entra admin centre under App registrations → \
             Certificates & secrets"
        )
    })
}
