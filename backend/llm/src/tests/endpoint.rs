//! A chat endpoint on loopback that plays one script per connection and remembers what it was asked.

use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What the endpoint does, in order.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Writes these bytes.
    Write(Vec<u8>),
    /// Waits for so many milliseconds.
    Pause(u64),
    /// Says nothing more until the caller hangs up.
    Stall,
}

/// A running endpoint; it ends with the test's runtime.
pub(super) struct Endpoint {
    pub(super) url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Endpoint {
    /// Plays the first script for the first request, and so on; the last one for all that follow.
    pub(super) async fn playing(scripts: Vec<Vec<Step>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/v1", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        tokio::spawn(async move {
            let mut turn = 0;
            while let Ok((stream, _)) = listener.accept().await {
                let script = scripts[turn.min(scripts.len() - 1)].clone();
                turn += 1;
                tokio::spawn(play(stream, script, heard.clone()));
            }
        });
        Self { url, asked }
    }

    /// The requests so far, head and body.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic before").clone()
    }
}

async fn play(mut stream: TcpStream, script: Vec<Step>, heard: Arc<Mutex<Vec<String>>>) {
    let request = read_request(&mut stream).await;
    heard.lock().expect("no panic before").push(request);
    for step in script {
        match step {
            Step::Write(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Step::Pause(time) => tokio::time::sleep(std::time::Duration::from_millis(time)).await,
            Step::Stall => {
                let mut rest = [0; 64];
                while stream.read(&mut rest).await.is_ok_and(|read| read > 0) {}
                return;
            }
        }
    }
    stream.shutdown().await.ok();
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(head) = text.find("\r\n\r\n") {
            let length = text[..head].lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
            });
            if bytes.len() >= head + 4 + length.unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut chunk).await {
            Ok(read) if read > 0 => bytes.extend_from_slice(&chunk[..read]),
            _ => return text,
        }
    }
}

/// A response with a status and a whole body.
pub(super) fn plain(status: &str, kind: &str, body: &str) -> Vec<Step> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    vec![Step::Write(format!("{head}{body}").into_bytes())]
}

/// The head of a stream that ends with the connection.
pub(super) fn head() -> Step {
    Step::Write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n".to_vec())
}

/// One event with these words of the model.
pub(super) fn words(text: &str) -> Step {
    event(&serde_json::json!({"choices": [{"delta": {"content": text}, "finish_reason": null}]}).to_string())
}

/// One event with this payload.
pub(super) fn event(payload: &str) -> Step {
    Step::Write(format!("data: {payload}\n\n").into_bytes())
}

/// The last events of a stream that ended as it should.
pub(super) fn end(reason: &str) -> Vec<Step> {
    vec![event(&serde_json::json!({"choices": [{"delta": {}, "finish_reason": reason}]}).to_string()), event("[DONE]")]
}

/// A whole stream: the content in pieces of `size` characters.
pub(super) fn streamed(content: &str, size: usize) -> Vec<Step> {
    let chars: Vec<_> = content.chars().collect();
    let pieces = chars.chunks(size).map(|piece| words(&piece.iter().collect::<String>()));
    std::iter::once(head()).chain(pieces).chain(end("stop")).collect()
}
