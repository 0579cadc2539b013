//! Documents read apart (lesing for seg): in a process of our own program that may break, loop or eat memory, and nothing else is lost.
//!
//! Readers are few, wait warm for the next document, and are replaced: after so many documents, when time is up, and when they break. They
//! have no environment, open no file and no connection, and may take so much memory (`served`).

mod line;
mod served;
mod worker;

pub use served::serve;

use async_trait::async_trait;
use domain::port::{DocumentText, Documents, Said, Unreadable};
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};
use text::Text;
use tokio::{
    sync::{Semaphore, oneshot},
    time::timeout,
};
use worker::Worker;

/// How long a reader itself goes on with one document.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long it is waited for before it is killed.
const KILLED: Duration = Duration::from_secs(6);
/// Readers at a time.
const AT_ONCE: usize = 4;
/// Documents after which a reader is replaced, whatever it has gathered.
const SERVED: u32 = 100;
/// Stack of the thread that reads; nesting beyond it ends the reader, and no more.
const STACK: usize = 64 << 20;

/// Whether the program that runs is `saksvar`, and so can be started as a reader.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// The program that runs understands `saksvar read-document`; said once, where it begins.
pub(crate) fn this_program_reads() {
    IS_OURS.store(true, Ordering::Relaxed);
}

/// The readers of this program, the same for every municipality on it: as many at a time as there are cores, four at most. Within another
/// program (tests) documents are read in place.
#[must_use]
pub fn documents() -> Arc<dyn Documents> {
    static ALL: OnceLock<Arc<dyn Documents>> = OnceLock::new();
    let desk = || -> Arc<dyn Documents> {
        if IS_OURS.load(Ordering::Relaxed) { Arc::new(Desk::new(program())) } else { Arc::new(Here) }
    };
    ALL.get_or_init(desk).clone()
}

/// This very program, also where the file it was started from was replaced by a newer one meanwhile.
fn program() -> PathBuf {
    let own = PathBuf::from("/proc/self/exe");
    // What cannot be told does not start, and that is told.
    if own.exists() { own } else { std::env::current_exe().unwrap_or_default() }
}

/// Hands documents to readers.
#[derive(Debug)]
pub struct Desk {
    program: PathBuf,
    patience: Duration,
    killed: Duration,
    slots: Semaphore,
    idle: Mutex<Vec<Worker>>,
}

impl Desk {
    /// A desk whose readers are this program; none is started yet.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let (slots, idle) = (Semaphore::new(cores.min(AT_ONCE)), Mutex::default());
        Self { program, patience: PATIENCE, killed: KILLED, slots, idle }
    }

    /// The same, a reader going on with one document for `patience`, and being killed after `killed`.
    #[must_use]
    pub fn within(self, patience: Duration, killed: Duration) -> Self {
        Self { patience, killed, ..self }
    }

    /// Process ids of the readers that wait for a document.
    #[must_use]
    pub fn waiting(&self) -> Vec<u32> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).iter().filter_map(Worker::id).collect()
    }

    fn taken(&self) -> Result<Worker, Unreadable> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| Worker::start(&self.program).map_err(|_| Unreadable::Unavailable), Ok)
    }

    fn given_back(&self, worker: Worker) {
        if worker.served() < SERVED {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
        }
    }
}

#[async_trait]
impl Documents for Desk {
    async fn text(&self, bytes: &[u8], said: Said<'_>) -> Result<DocumentText, Unreadable> {
        if bytes.len() > document::BYTES {
            return Err(Unreadable::TooLarge);
        }
        let _slot = self.slots.acquire().await.map_err(|_| Unreadable::Unavailable)?;
        loop {
            let mut worker = self.taken()?;
            let is_fresh = worker.served() == 0;
            // A reader that is not given back is killed, also where nobody waits for it any longer.
            match timeout(self.killed, worker.ask(bytes, said, self.patience)).await {
                Ok(Ok(answer)) => {
                    self.given_back(worker);
                    return answer;
                }
                // It may have died of an earlier document, or have been ended from outside: a new one tells.
                Ok(Err(_)) if !is_fresh => {}
                Ok(Err(reason)) => return Err(reason),
                Err(_) => return Err(Unreadable::Slow),
            }
        }
    }
}

/// Reads in this very process, on a thread: for what is not the program itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Here;

#[async_trait]
impl Documents for Here {
    async fn text(&self, bytes: &[u8], said: Said<'_>) -> Result<DocumentText, Unreadable> {
        let (told, answer) = oneshot::channel();
        let (bytes, media, name) = (bytes.to_vec(), said.media.to_owned(), said.name.to_owned());
        let work = move || {
            let said = Said { media: &media, name: &name };
            let _ = told.send(document::read(&bytes, said, &Text, PATIENCE));
        };
        thread::Builder::new().stack_size(STACK).spawn(work).map_err(|_| Unreadable::Unavailable)?;
        answer.await.unwrap_or(Err(Unreadable::Crashed))
    }
}
