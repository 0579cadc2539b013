//! A server that is half away: the pages at Send load, and no question is ever answered.

use crate::Stand;
use std::{collections::HashMap, sync::Arc};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

const PAGE: &str = "/launchevent.html";

/// It stands where the server stood, until it is dropped.
pub struct Mute(JoinHandle<()>);

impl Mute {
    /// Keeps the pages at Send as the server gives them, stops it, and takes its place.
    pub async fn instead_of(stand: &mut Stand) -> Self {
        let page = kept(stand.address(), PAGE).await;
        let mut pages = HashMap::new();
        for path in scripts(&String::from_utf8_lossy(&page)) {
            pages.insert(path.clone(), kept(stand.address(), &path).await);
        }
        pages.insert(PAGE.to_owned(), page);
        stand.halt().await;
        let listener = TcpListener::bind(stand.address()).await.expect("the port is free again");
        let pages = Arc::new(pages);
        Self(tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                tokio::spawn(answer(caller, pages.clone()));
            }
        }))
    }
}

impl Drop for Mute {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The page's own scripts, by path.
fn scripts(page: &str) -> Vec<String> {
    let named = page.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    named.filter(|source| !source.contains("://")).map(|source| format!("/{source}")).collect()
}

/// The whole answer to a request, head and body.
async fn kept(address: &str, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.expect("the server listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("asked");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("answered");
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{path} is served");
    answer
}

async fn answer(mut caller: TcpStream, pages: Arc<HashMap<String, Vec<u8>>>) {
    let mut head = Vec::new();
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        if caller.read_buf(&mut head).await.unwrap_or_default() == 0 {
            return;
        }
    }
    let line = String::from_utf8_lossy(&head);
    let path = line.split([' ', '?']).nth(1).unwrap_or_default();
    match pages.get(path) {
        Some(page) => {
            let _ = caller.write_all(page).await;
        }
        // Heard, and never answered, until the caller hangs up.
        None => while caller.read_buf(&mut head).await.unwrap_or_default() > 0 {},
    }
}
