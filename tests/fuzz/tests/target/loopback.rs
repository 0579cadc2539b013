//! A server on this computer (prøvetjener) that answers every GET as its target says, for the clients of other systems.

use std::{
    io::{BufRead, BufReader, Write},
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
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let (status, body) = said(first.split(' ').nth(1).unwrap_or_default());
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(&[head.as_bytes(), &body].concat())
}
