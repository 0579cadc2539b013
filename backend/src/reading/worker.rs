//! A reader as the server sees it (leserprosess): started with nothing, asked document by document, killed when it is let go of.

use super::{
    line::{Answer, Question},
    served::UNBOUND,
};
use domain::port::{DocumentText, Said, Unreadable};
use std::{io, path::Path, process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStderr, ChildStdin, ChildStdout, Command},
};

/// Bytes of an answer that are listened to.
const ANSWER: u64 = 64 << 20;
/// Bytes of a reader's last words.
const LAST_WORDS: u64 = 4 << 10;

/// A process that reads documents.
#[derive(Debug)]
pub(super) struct Worker {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    words: ChildStderr,
    served: u32,
}

impl Worker {
    /// Starts one: our own program, without an environment, in a folder that says nothing.
    pub(super) fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg("read-document").env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        command.current_dir("/");
        // Without it Windows finds none of its own libraries.
        #[cfg(windows)]
        command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
        let mut child = command.kill_on_drop(true).spawn()?;
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        let input = child.stdin.take().ok_or_else(gone)?;
        let output = BufReader::new(child.stdout.take().ok_or_else(gone)?);
        let words = child.stderr.take().ok_or_else(gone)?;
        Ok(Self { child, input, output, words, served: 0 })
    }

    /// Documents it has read.
    pub(super) fn served(&self) -> u32 {
        self.served
    }

    /// Its process id; none once it has ended.
    pub(super) fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// What it says of a document; an error where it broke.
    pub(super) async fn ask(
        &mut self,
        bytes: &[u8],
        said: Said<'_>,
        patience: Duration,
    ) -> Result<Result<DocumentText, Unreadable>, Unreadable> {
        let question = Question {
            bytes: bytes.len(),
            patience: u64::try_from(patience.as_millis()).unwrap_or(u64::MAX),
            media: said.media.to_owned(),
            name: said.name.to_owned(),
        };
        match self.asked(bytes, &question).await {
            Ok(answer) => {
                self.served += 1;
                Ok(answer.told())
            }
            Err(_) => Err(self.last_words().await),
        }
    }

    async fn asked(&mut self, bytes: &[u8], question: &Question) -> io::Result<Answer> {
        self.input.write_all(format!("{}\n", serde_json::to_string(question)?).as_bytes()).await?;
        self.input.write_all(bytes).await?;
        self.input.flush().await?;
        let mut line = Vec::new();
        (&mut self.output).take(ANSWER).read_until(b'\n', &mut line).await?;
        Ok(serde_json::from_slice(&line)?)
    }

    /// Why it broke: it says itself where it could not bound itself, Rust says where memory ran out, and nothing else can be known.
    async fn last_words(&mut self) -> Unreadable {
        let mut words = Vec::new();
        let _ = (&mut self.words).take(LAST_WORDS).read_to_end(&mut words).await;
        let words = String::from_utf8_lossy(&words);
        if words.contains("memory allocation") {
            Unreadable::Swollen
        } else if words.contains(UNBOUND) {
            Unreadable::Unavailable
        } else {
            Unreadable::Crashed
        }
    }
}
