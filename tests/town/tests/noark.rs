//! What the emulated Noark 5 kernel promises and refuses, seen by a client that follows relations.
#![cfg(test)]

use reqwest::{Client, Method, Response, header};
use serde_json::{Value, json};
use town::{Clerk, Noark, NoarkSettings};

const REL: &str = "https://rel.arkivverket.no/noark5/v5/api/";
const NOARK: &str = "application/vnd.noark5+json";

/// A kernel and somebody who is signed in there.
struct Desk {
    kernel: Noark,
    token: String,
}

async fn desk() -> Desk {
    with(NoarkSettings::default(), "saksvar", "town-noark-secret").await
}

async fn with(settings: NoarkSettings, name: &str, secret: &str) -> Desk {
    let kernel = Noark::start(settings).await.unwrap();
    let root: Value = Client::new().get(&kernel.url).send().await.unwrap().json().await.unwrap();
    assert_eq!(root["_links"].as_object().unwrap().len(), 2, "who is not signed in sees the way in alone");
    let described: Value = Client::new().get(href(&root, "login/oidc")).send().await.unwrap().json().await.unwrap();
    let form = [("grant_type", "client_credentials"), ("client_id", name), ("client_secret", secret)];
    let endpoint = described["token_endpoint"].as_str().unwrap();
    let given: Value = Client::new().post(endpoint).form(&form).send().await.unwrap().json().await.unwrap();
    Desk { kernel, token: given["access_token"].as_str().unwrap().to_owned() }
}

/// Where a relation leads, without its template.
fn href(value: &Value, relation: &str) -> String {
    let link = value["_links"][format!("{REL}{relation}/")]["href"].as_str();
    link.unwrap_or_else(|| panic!("{relation} is not offered: {value}")).split('{').next().unwrap().to_owned()
}

impl Desk {
    async fn ask(&self, method: Method, url: &str, body: Option<&Value>) -> Response {
        let request = Client::new().request(method, url).bearer_auth(&self.token).header(header::ACCEPT, NOARK);
        match body {
            Some(body) => request.header(header::CONTENT_TYPE, NOARK).body(body.to_string()).send().await.unwrap(),
            None => request.send().await.unwrap(),
        }
    }

    async fn get(&self, url: &str) -> Value {
        let answer = self.ask(Method::GET, url, None).await;
        assert_eq!(answer.headers()[header::CONTENT_TYPE], NOARK);
        answer.json().await.unwrap()
    }

    async fn door(&self, relation: &str) -> String {
        let root = self.get(&self.kernel.url).await;
        let group = relation.split('/').next().unwrap();
        href(&self.get(&href(&root, group)).await, relation)
    }

    async fn make(&self, url: &str, body: Value) -> Value {
        let answer = self.ask(Method::POST, url, Some(&body)).await;
        assert_eq!(answer.status(), 201, "{body}");
        answer.json().await.unwrap()
    }

    /// A case of our own.
    async fn case(&self) -> Value {
        let series = self.get(&self.door("arkivstruktur/arkivdel").await).await["results"][0].clone();
        self.make(&href(&series, "sakarkiv/ny-saksmappe"), json!({ "tittel": "Sak" })).await
    }
}

#[tokio::test]
async fn nothing_is_shown_before_signing_in_and_no_address_can_be_built() {
    let desk = desk().await;
    let list = desk.door("sakarkiv/saksmappe").await;
    let answer = Client::new().get(&list).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.headers()[header::WWW_AUTHENTICATE].to_str().unwrap()),
        (401, "Bearer")
    );
    for built in ["api/sakarkiv/saksmappe/", "sakarkiv/saksmappe/", "r/guess/sakarkiv/saksmappe/"] {
        let answer = desk.ask(Method::GET, &format!("{}{built}", desk.kernel.url), None).await;
        assert_eq!(answer.status(), 404, "{built}");
    }
    let told: Value = desk.ask(Method::GET, &list.replace("saksmappe", "sak"), None).await.json().await.unwrap();
    assert_eq!(told, json!({ "feil": { "kode": 404, "beskrivelse": "Ressursen finnes ikke" } }));
}

#[tokio::test]
async fn an_empty_list_has_no_results_and_a_long_one_its_next_page() {
    let desk = desk().await;
    let cases = desk.door("sakarkiv/saksmappe").await;
    let empty = desk.get(&format!("{cases}?$filter=saksaar eq 1999")).await;
    assert_eq!((&empty["count"], empty.get("results")), (&json!(0), None));
    for _ in 0..5 {
        desk.case().await;
    }
    let mut seen = Vec::new();
    let mut next = Some(format!("{cases}?$top=2&$orderby=sakssekvensnummer desc"));
    while let Some(url) = next {
        let page = desk.get(&url).await;
        assert_eq!(page["count"], 5);
        seen.extend(page["results"].as_array().unwrap().iter().map(|case| case["sakssekvensnummer"].as_u64().unwrap()));
        next = page["_links"]["next"]["href"].as_str().map(str::to_owned);
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
    for wrong in ["$filter=tittel eq 'a", "$filter=tittel", "$top=many", "$apply=groupby((tittel))"] {
        assert_eq!(desk.ask(Method::GET, &format!("{cases}?{wrong}"), None).await.status(), 400, "{wrong}");
    }
}

#[tokio::test]
async fn what_was_changed_meanwhile_is_not_overwritten() {
    let desk = desk().await;
    let case = desk.case().await;
    let url = case["_links"]["self"]["href"].as_str().unwrap().to_owned();
    let tag = desk.ask(Method::GET, &url, None).await.headers()[header::ETAG].clone();
    let patch = async |tag: Option<&header::HeaderValue>, body: Value| {
        let request = Client::new().patch(&url).bearer_auth(&desk.token).body(body.to_string());
        let request = match tag {
            Some(tag) => request.header(header::IF_MATCH, tag),
            None => request,
        };
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(patch(None, json!({ "tittel": "Ny" })).await, 400, "without the tag");
    assert_eq!(patch(Some(&tag), json!({ "tittel": "Ny" })).await, 200);
    assert_eq!(patch(Some(&tag), json!({ "tittel": "Annen" })).await, 409, "with the tag of before");
    assert_eq!(desk.get(&url).await["tittel"], "Ny");
}

#[tokio::test]
async fn the_archives_own_is_the_archives() {
    let desk = desk().await;
    let case = desk.case().await;
    let new = href(&case, "sakarkiv/ny-journalpost");
    for (body, status) in [
        (json!({ "tittel": "a", "journalstatus": { "kode": "J" } }), 403),
        (json!({ "tittel": "a", "journalstatus": { "kode": "A" } }), 403),
        (json!({ "tittel": "a", "journalstatus": { "kode": "Q" } }), 400),
        (json!({ "journalstatus": { "kode": "S" } }), 400),
        (json!({ "tittel": "a", "journalstatus": { "kode": "S" } }), 201),
    ] {
        assert_eq!(desk.ask(Method::POST, &new, Some(&body)).await.status(), status, "{body}");
    }
    let url = case["_links"]["self"]["href"].as_str().unwrap();
    assert_eq!(desk.ask(Method::DELETE, url, None).await.status(), 409, "something lies under it");
}

#[tokio::test]
async fn a_file_is_taken_once_and_only_as_it_was_announced() {
    let desk = desk().await;
    let entry = desk.make(&href(&desk.case().await, "sakarkiv/ny-journalpost"), json!({ "tittel": "a" })).await;
    let document = desk.make(&href(&entry, "arkivstruktur/ny-dokumentbeskrivelse"), json!({ "tittel": "a" })).await;
    let announced = json!({ "filstoerrelse": 5 });
    let version = desk.make(&href(&document, "arkivstruktur/ny-dokumentobjekt"), announced).await;
    let url = href(&version, "arkivstruktur/fil");
    let send = async |bytes: &'static str| {
        let request = Client::new().post(&url).bearer_auth(&desk.token).header(header::CONTENT_TYPE, "text/plain");
        request.body(bytes).send().await.unwrap().status().as_u16()
    };
    assert_eq!(send("hello!").await, 422, "another size");
    assert_eq!(send("hello").await, 201);
    assert_eq!(send("hello").await, 409, "there is one");
    assert_eq!(desk.ask(Method::GET, &url, None).await.status(), 406, "a file is no JSON");
    let bytes = Client::new().get(&url).bearer_auth(&desk.token).send().await.unwrap().text().await.unwrap();
    assert_eq!(bytes, "hello");
}

#[tokio::test]
async fn a_large_file_comes_in_parts_and_in_order() {
    let desk = desk().await;
    let entry = desk.make(&href(&desk.case().await, "sakarkiv/ny-journalpost"), json!({ "tittel": "a" })).await;
    let document = desk.make(&href(&entry, "arkivstruktur/ny-dokumentbeskrivelse"), json!({ "tittel": "a" })).await;
    let version = desk.make(&href(&document, "arkivstruktur/ny-dokumentobjekt"), json!({})).await;
    let url = href(&version, "arkivstruktur/fil");
    let begun = Client::new().post(&url).bearer_auth(&desk.token);
    let begun = begun.header("X-Upload-Content-Type", "text/plain").header("X-Upload-Content-Length", "8");
    let place = begun.send().await.unwrap().headers()[header::LOCATION].to_str().unwrap().to_owned();
    let part = async |range: &str, bytes: &'static str| {
        let request = Client::new().put(&place).bearer_auth(&desk.token).header(header::CONTENT_RANGE, range);
        request.body(bytes).send().await.unwrap().status().as_u16()
    };
    assert_eq!(part("bytes 4-7/8", "efgh").await, 400, "the second part first");
    assert_eq!(part("bytes 0-3/8", "abcd").await, 200);
    assert_eq!(part("bytes 4-7/8", "efgh").await, 201);
    let bytes = Client::new().get(&url).bearer_auth(&desk.token).send().await.unwrap().text().await.unwrap();
    assert_eq!(bytes, "abcdefgh");
}

#[tokio::test]
async fn a_restricted_record_is_not_there_for_who_is_not_cleared() {
    let clerk = |name: &str, cleared: &[&str]| Clerk {
        name: name.to_owned(),
        password: "secret".to_owned(),
        archivist: false,
        cleared: cleared.iter().map(|code| (*code).to_owned()).collect(),
    };
    let records = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
    for (cleared, count) in [(&["UO"][..], 16), (&[][..], 13)] {
        let settings = NoarkSettings {
            clerks: vec![clerk("somebody", cleared)],
            records: Some(records.clone()),
            ..NoarkSettings::default()
        };
        let desk = with(settings, "somebody", "secret").await;
        let list = desk.get(&desk.door("sakarkiv/saksmappe").await).await;
        assert_eq!(list["count"], count, "{cleared:?}");
    }
}
