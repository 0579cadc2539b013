//! A reader as it sees itself: bounds first, then document after document from standard input, until that ends.

use super::{
    STACK,
    line::{Answer, Question},
};
use domain::port::{Said, Unreadable};
use std::{
    io::{self, BufRead, Read, Write},
    panic, thread,
    time::Duration,
};
use text::Text;

/// What a reader says that could not bound itself; it reads nothing then.
pub(super) const UNBOUND: &str = "the bounds of a reader cannot be set";
/// Bytes of the line before a document.
const LINE: u64 = 64 << 10;
/// Bytes of addresses that a reader may take, all told; four of them fit beside the server in the unit's memory (`manifest/server`).
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// Seconds of work, of all its documents: it ends by itself also where nobody is left to kill it.
#[cfg(unix)]
const WORK: u64 = 600;

/// Reads what comes on standard input, and answers on standard output.
///
/// # Errors
/// What kept it from it: bounds that could not be set, or a line that is no question.
pub fn serve() -> io::Result<()> {
    bound().map_err(|error| io::Error::new(error.kind(), format!("{UNBOUND} ({error})")))?;
    // What a document makes the parser say may hold words of that document.
    panic::set_hook(Box::new(|_| ()));
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    loop {
        let mut line = Vec::new();
        (&mut input).take(LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(());
        }
        let question: Question = serde_json::from_slice(&line)?;
        let mut bytes = Vec::new();
        (&mut input).take(question.bytes as u64).read_to_end(&mut bytes)?;
        if bytes.len() != question.bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let answer = answered(question, bytes);
        output.write_all(format!("{}\n", serde_json::to_string(&answer)?).as_bytes())?;
        output.flush()?;
    }
}

/// On a thread with room for nesting.
fn answered(question: Question, bytes: Vec<u8>) -> Answer {
    let work = move || {
        let said = Said { media: &question.media, name: &question.name };
        document::read(&bytes, said, &Text, Duration::from_millis(question.patience))
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    let outcome = thread.map(thread::JoinHandle::join);
    Answer::from(outcome.map_or(Err(Unreadable::Unavailable), |joined| joined.unwrap_or(Err(Unreadable::Crashed))))
}

/// From here on: so much memory and work, no file and no connection opened or grown, and nothing left of it on a disk when it breaks.
#[cfg(unix)]
fn bound() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Standard input, output and error are open already.
    let bounds = [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, 3),
        (Resource::Cpu, WORK),
        (Resource::As, MEMORY),
    ];
    for (resource, most) in bounds {
        let set = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
        // macOS knows no bound of addresses; there time and the sizes of what is read are what holds.
        if cfg!(not(target_os = "macos")) {
            set?;
        }
    }
    Ok(())
}

/// Where the system has no such bounds, time and the sizes of what is read are what holds.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn bound() -> io::Result<()> {
    Ok(())
}
