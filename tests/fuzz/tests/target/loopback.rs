//! A server on this computer (prøvetjener) that answers every request as its target says, for the clients of other systems.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
};

/// Status and body.
pub(crate) type Said = (u16, Vec<u8>);

/// Begins to serve; answers the address. It ends with the tests.
pub(crate) fn serve(said: impl Fn(&str) -> Said + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let said = Arc::new(said);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let said = Arc::clone(&said);
            // A client that hangs up is no failure of the server.
            std::thread::spawn(move || drop(answer(stream, &*said)));
        }
    });
    address
}

fn answer(mut stream: TcpStream, said: &dyn Fn(&str) -> Said) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut lines = reader.by_ref().lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut sent = 0;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        let length =
            line.to_ascii_lowercase().strip_prefix("content-length:").and_then(|length| length.trim().parse().ok());
        sent = length.unwrap_or(sent);
    }
    // What is left unread when the connection closes would take the answer with it.
    std::io::copy(&mut reader.take(sent), &mut std::io::sink())?;
    let (status, body) = said(first.split(' ').nth(1).unwrap_or_default());
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(&[head.as_bytes(), &body].concat())
}
