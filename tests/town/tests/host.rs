//! Outlook on the hosts that it has on the internet, seen by a client that finds them here.
#![cfg(test)]

use rcgen::generate_simple_self_signed;
use reqwest::{Certificate, Client, Response};
use std::{fs, net::SocketAddr};
use tempfile::TempDir;
use town::{HOSTS, Library, Settings, Town};

/// Host and path, the status, and what stands in the answer.
const CASES: [(&str, u16, &str); 7] = [
    ("outlook.office.com/", 200, "id=\"pane\""),
    ("outlook.office.com/host/line.js", 200, "ExecuteMethod"),
    ("appsforoffice.microsoft.com/lib/1/hosted/office.js", 200, "// the library\n"),
    ("appsforoffice.microsoft.com/lib/1/hosted/nb-no/office_strings.js", 200, "// words"),
    ("appsforoffice.microsoft.com/lib/1/hosted/none.js", 404, ""),
    ("appsforoffice.microsoft.com/lib/1/hosted/..%2Fsecret.txt", 404, ""),
    ("ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js", 200, "registerNamespace"),
];

#[tokio::test]
async fn each_host_answers_for_itself_with_tls() {
    let folder = TempDir::new().unwrap();
    let dist = folder.path().join("dist");
    fs::create_dir_all(dist.join("nb-no")).unwrap();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    fs::write(dist.join("office.js"), "// the library").unwrap();
    fs::write(dist.join("nb-no/office_strings.js"), "// words").unwrap();
    let made = generate_simple_self_signed(HOSTS.map(str::to_owned)).unwrap();
    let library = Library { folder: dist, certificate: made.cert.pem(), key: made.signing_key.serialize_pem() };
    let town = Town::start(Settings { library: Some(library), ..Settings::default() }).await.unwrap();
    assert_eq!(town.outlook_url, "https://outlook.office.com");
    let at: SocketAddr = town.outlook_at.parse().unwrap();
    let trusted = Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = Client::builder().no_proxy().add_root_certificate(trusted);
    let client = HOSTS.into_iter().fold(client, |client, host| client.resolve(host, at)).build().unwrap();
    for (address, status, words) in CASES {
        let answer: Response = client.get(format!("https://{address}")).send().await.unwrap();
        assert_eq!(answer.status(), status, "{address}");
        let text = answer.text().await.unwrap();
        assert!(text.contains(words) && !text.contains("secret"), "{address}: {text}");
    }
}
