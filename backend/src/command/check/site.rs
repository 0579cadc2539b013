//! The installation as it is seen from outside (utenfra): certificate and address, the file that Outlook looks for, and Entra's time.

use super::State;
use crate::config::Config;
use domain::port::Secret;
use jiff::{Timestamp, fmt::rfc2822};
use reqwest::{Client, Response, redirect::Policy};
use serde_json::Value;
use std::{error::Error, time::Duration};

/// Seconds that one answer may take.
const PATIENCE: u64 = 10;
/// Seconds that our clock may differ from Entra's; tokens are not believed beyond.
const SKEW: i64 = 60;
/// What helps where a certificate does not hold.
const CERTIFICATE: &str =
    "such a certificate is not believed: it must be publicly trusted, in date, of this host, with its intermediates";
/// What helps where our own address does not answer.
const OURS: &str = "start `saksvar serve` and the proxy; look at DNS and firewall";
/// What helps where Entra does not.
const THEIRS: &str = "let the server out to it: DNS, firewall, entra.authority";

/// Somebody who comes to the public address.
pub(super) struct Visitor<'a> {
    house: &'a Config,
    client: Client,
}

impl<'a> Visitor<'a> {
    /// One that believes the same certificates as our calls to Entra, and follows no redirect.
    pub(super) fn new(house: &'a Config) -> Result<Self, String> {
        let builder = Client::builder().timeout(Duration::from_secs(PATIENCE)).redirect(Policy::none());
        // A proxy named in the environment has no business with this computer's own addresses.
        let builder = if house.is_loopback() { builder.no_proxy() } else { builder.https_only(true) };
        let client = builder.build().map_err(|error| format!("no TLS client could be made: {error}"))?;
        Ok(Self { house, client })
    }

    async fn answer(&self, url: &str) -> Result<Response, String> {
        let answer = self.client.get(url).send().await.map_err(|error| unreached(url, &error, OURS))?;
        if answer.status().is_success() {
            return Ok(answer);
        }
        Err(format!(
            "{url} answers with {}; look at the proxy, it must pass every path and the Host header on",
            answer.status().as_u16()
        ))
    }

    /// Whether the public address answers, under a certificate that holds.
    pub(super) async fn address(&self) -> Result<String, String> {
        let origin = &self.house.server.public_url;
        self.answer(&format!("{origin}/health/live")).await?;
        let kind = if origin.starts_with("https://") { ", and its certificate holds" } else { "" };
        Ok(format!("{origin} answers{kind}"))
    }

    /// Whether the file that Outlook looks for names the gate's script, to the letter.
    pub(super) async fn well_known(&self) -> Result<String, String> {
        let origin = &self.house.server.public_url;
        let url = format!("{origin}{}", web::ALLOWED);
        let found: Value = self.answer(&url).await?.json().await.map_err(|_| {
            format!("{url} is no JSON; something else answers there. Let the proxy pass /.well-known/ on to saksvar")
        })?;
        if found == web::allowed_scripts(origin) {
            return Ok("names the gate's script".to_owned());
        }
        Err(format!(
            "{url} says {found}; the server runs with another server.public_url. Start it anew with these settings"
        ))
    }

    /// Whether Graph answers: who does not say who is calling is asked to.
    pub(super) async fn graph(&self) -> Result<String, String> {
        let url = format!("{}/me", self.house.graph.url);
        match self.client.get(&url).send().await {
            Ok(answer) if answer.status().as_u16() == 401 => Ok("answers, and asks who is calling".to_owned()),
            Ok(answer) => Err(format!("{url} answers with {}; look at graph.url", answer.status().as_u16())),
            Err(error) => Err(unreached(&url, &error, "let the server out to it: DNS, firewall, graph.url")),
        }
    }

    /// What the application may do with a mailbox while nobody is signed in: nothing, unless somebody granted it.
    pub(super) async fn mailbox(&self, address: &str, token: &Secret) -> State {
        let url = format!("{}/users/{address}/messages?$top=1&$select=id", self.house.graph.url);
        let answer = self.client.get(&url).bearer_auth(token.reveal()).send().await;
        match answer.map(|answer| answer.status().as_u16()) {
            Ok(401 | 403) => State::Fine(format!(
                "{address} is closed to the application itself; people read it by their own access in Exchange"
            )),
            Ok(200) => State::Open(format!(
                "{address} can be read by the application while nobody is signed in; right only where RBAC for Applications was to grant it \
                 (manifest/README.md), and for no other mailbox"
            )),
            Ok(404) => State::Wrong(format!("there is no mailbox {address}; look at its address in Exchange")),
            Ok(status) => State::Wrong(format!("Graph answers for {address} with {status}; try again")),
            Err(error) => State::Wrong(unreached(&self.house.graph.url, &error, "let the server out to it")),
        }
    }

    /// Whether our clock goes like Entra's.
    pub(super) async fn clock(&self) -> Result<String, String> {
        let entra = &self.house.entra;
        let url = format!("{}/{}/v2.0/.well-known/openid-configuration", entra.authority, entra.tenant);
        let answer = self.client.get(&url).send().await.map_err(|error| unreached(&url, &error, THEIRS))?;
        let date = answer.headers().get("date").and_then(|date| date.to_str().ok());
        let theirs = date.and_then(|date| rfc2822::parse(date).ok()).map(|date| date.timestamp());
        compared(Timestamp::now(), theirs)
    }
}

fn compared(ours: Timestamp, theirs: Option<Timestamp>) -> Result<String, String> {
    let Some(theirs) = theirs else {
        return Err(format!(
            "{ours}; Entra told no time to compare with. A proxy on the way takes headers away: let them pass"
        ));
    };
    let apart = ours.as_second() - theirs.as_second();
    match apart.abs() {
        0..=SKEW => Ok(format!("{ours}, {} seconds from Entra's", apart.abs())),
        seconds => Err(format!(
            "{ours} is {seconds} seconds from Entra's; let the machine take its time from the network, or every token is refused"
        )),
    }
}

/// Why nothing answered, by the innermost reason; the outer ones repeat the address only.
fn unreached(url: &str, error: &reqwest::Error, remedy: &str) -> String {
    let mut inner: &dyn Error = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    let why = inner.to_string();
    let remedy = if why.contains("certificate") { CERTIFICATE } else { remedy };
    format!("{url} cannot be reached ({why}); {remedy}")
}

#[cfg(test)]
mod tests {
    use super::{Visitor, compared};
    use crate::config::Config;
    use domain::port::Secret;
    use jiff::Timestamp;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
        runtime::Runtime,
    };

    /// A server on loopback that answers each path with what is given, or with the status that is given, and everything else with 502; its
    /// settings.
    async fn standing(answers: Vec<(&'static str, String)>, date: &'static str) -> Config {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let set = [
            ("SERVER__PUBLIC_URL", origin.clone()),
            ("ENTRA__AUTHORITY", origin.clone()),
            ("GRAPH__URL", origin.clone()),
            ("ENTRA__TENANT", "t".to_owned()),
        ];
        let house = Config::load(None, set.map(|(key, value)| (format!("SAKSVAR__{key}"), value))).unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut asked = vec![0; 4096];
                let length = stream.read(&mut asked).await.unwrap_or_default();
                let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
                let found = answers.iter().find(|(path, _)| asked.starts_with(&format!("GET {path} ")));
                let (status, body) = found.map_or((502, String::new()), |(_, body)| {
                    body.parse()
                        .map_or_else(|_| (200, body.replace("{origin}", &origin)), |status| (status, String::new()))
                });
                let head =
                    format!("HTTP/1.1 {status} x\r\nconnection: close\r\n{date}content-length: {}\r\n\r\n", body.len());
                let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
            }
        });
        house
    }

    #[test]
    fn address_and_well_known_file_are_looked_at_from_outside() {
        let well_known = |body: &str| vec![("/health/live", "{}".to_owned()), (web::ALLOWED, body.to_owned())];
        for (answers, address, file) in [
            (well_known("{\"allowed\":[\"{origin}/launchevent.js\"]}"), Ok("answers"), Ok("names the gate's script")),
            (
                well_known("{\"allowed\":[\"https://other.example/launchevent.js\"]}"),
                Ok("answers"),
                Err("another server.public_url"),
            ),
            (well_known("<html>"), Ok("answers"), Err("is no JSON")),
            (vec![], Err("answers with 502"), Err("answers with 502")),
        ] {
            Runtime::new().unwrap().block_on(async {
                let house = standing(answers, "").await;
                let visitor = Visitor::new(&house).unwrap();
                for (outcome, wanted) in [(visitor.address().await, address), (visitor.well_known().await, file)] {
                    match (outcome, wanted) {
                        (Ok(told), Ok(wanted)) | (Err(told), Err(wanted)) => assert!(told.contains(wanted), "{told}"),
                        (outcome, wanted) => panic!("{outcome:?}, expected {wanted:?}"),
                    }
                }
            });
        }
    }

    #[test]
    fn graph_and_a_mailbox_are_asked_without_a_person() {
        const MAIL: &str = "/users/postmottak@fjordvik.example/messages?$top=1&$select=id";
        for (me, mail, is_reached, told) in [
            ("401", "403", true, "fine   mailbox: postmottak@fjordvik.example is closed to the application itself"),
            ("401", "401", true, "fine   mailbox"),
            ("401", "{}", true, "open   mailbox: postmottak@fjordvik.example can be read"),
            ("200", "404", false, "wrong  mailbox: there is no mailbox postmottak@fjordvik.example"),
            ("503", "503", false, "wrong  mailbox: Graph answers"),
        ] {
            Runtime::new().unwrap().block_on(async {
                let house = standing(vec![("/me", me.to_owned()), (MAIL, mail.to_owned())], "").await;
                let visitor = Visitor::new(&house).unwrap();
                assert_eq!(visitor.graph().await.is_ok(), is_reached, "{me}");
                let state = visitor.mailbox("postmottak@fjordvik.example", &Secret::new("t")).await;
                assert!(state.line("mailbox").starts_with(told), "{state:?}");
            });
        }
    }

    #[test]
    fn an_address_where_nobody_is_names_the_remedy() {
        let url = ("SAKSVAR__SERVER__PUBLIC_URL".to_owned(), "http://127.0.0.1:1".to_owned());
        let house = Config::load(None, [url]).unwrap();
        let told = Runtime::new().unwrap().block_on(async { Visitor::new(&house).unwrap().address().await });
        assert!(told.as_ref().is_err_and(|told| told.contains("start `saksvar serve`")), "{told:?}");
    }

    #[test]
    fn a_clock_that_is_off_is_told() {
        let told = Runtime::new().unwrap().block_on(async {
            let house = standing(Vec::new(), "date: Thu, 26 Nov 2020 10:00:00 GMT\r\n").await;
            Visitor::new(&house).unwrap().clock().await
        });
        assert!(told.as_ref().is_err_and(|told| told.contains("seconds from Entra's")), "{told:?}");
        let now: Timestamp = "2026-11-26T10:00:00Z".parse().unwrap();
        let at = |text: &str| Some(text.parse().unwrap());
        assert!(compared(now, at("2026-11-26T10:01:00Z")).is_ok());
        assert!(compared(now, at("2026-11-26T10:01:01Z")).is_err());
        assert!(compared(now, at("2026-11-26T09:58:59Z")).is_err());
        assert!(compared(now, None).is_err());
    }
}
