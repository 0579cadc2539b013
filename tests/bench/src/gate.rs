//! The gate at Send under load: two hundred callers at once, each asking again and again about the same approved reply.
//!
//! Callers, town and server share the cores of this machine, so that with all of them busy a call waits for as many others as there are
//! callers: the median is callers divided by calls a second, and says little of the server. What one call costs is told beside it: alone, and
//! as processor time, with the same for a call that does nothing (`/health/live`), which is what client, connection and routing cost.

use contract::operation::{
    AttachedFile, ConfirmSend, DecideReview, PrepareDraft, ReleaseDraft, RequestReview, ReviseDraft,
};
use std::time::{Duration, Instant};
use suite::Stand;
use town::Folder;
use vocabulary::{ConversationId, MailId, Severity};

const POSTMOTTAK: &str = "postmottak@fjordvik.kommune.no";
const CALLERS: usize = 200;
const EACH: usize = 25;

pub(crate) fn run() {
    match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime.block_on(measured()),
        Err(error) => println!("the runtime did not start: {error}"),
    }
}

async fn measured() {
    let stand = Stand::up().await;
    let Some(sending) = sealed(&stand).await else { return println!("the reply was not released") };
    // The first ones compile patterns and fill what is kept in memory.
    let _ = tokio::join!(stand.call("gate", &sending), stand.call("gate", &sending));
    let alone = alone(&stand, &sending).await;
    let nothing = nothing(&stand).await;
    let before = resident(&stand).await;
    let (start, spent) = (Instant::now(), processor());
    let callers = (0..CALLERS).map(|_| async {
        let mut times = Vec::with_capacity(EACH);
        for _ in 0..EACH {
            let begun = Instant::now();
            let answered = stand.call("gate", &sending).await;
            times.push((begun.elapsed(), answered.is_ok()));
        }
        times
    });
    let mut times: Vec<_> = futures::future::join_all(callers).await.concat();
    let (whole, spent) = (start.elapsed(), (processor() - spent) / times.len() as f64);
    times.sort_unstable();
    let failed = times.iter().filter(|(_, is_fine)| !is_fine).count();
    let at = |part: usize| milliseconds(times[(times.len() - 1) * part / 1000].0);
    println!("confirm_send, {CALLERS} at once, {} calls, {failed} failed:", times.len());
    println!("p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms", at(500), at(990), at(1000));
    println!("{:.0} calls a second", times.len() as f64 / whole.as_secs_f64());
    println!("one caller alone: p50 {alone:.2} ms");
    println!("processor time a call, both sides: {spent:.2} ms; a call that does nothing: {nothing:.2} ms");
    println!("resident, server with town and callers: {before} MB before, {} MB after", resident(&stand).await);
}

/// The median of one caller, in milliseconds.
async fn alone(stand: &Stand, sending: &ConfirmSend) -> f64 {
    let mut times = Vec::new();
    for _ in 0..CALLERS {
        let begun = Instant::now();
        let _ = stand.call("gate", sending).await;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    milliseconds(times[CALLERS / 2])
}

/// Processor time of a call that does nothing, under the same load, in milliseconds.
async fn nothing(stand: &Stand) -> f64 {
    let (address, spent) = (format!("{}/health/live", stand.url), processor());
    let callers = (0..CALLERS).map(|_| async {
        for _ in 0..EACH {
            let _ = stand.client.get(&address).send().await;
        }
    });
    futures::future::join_all(callers).await;
    (processor() - spent) / (CALLERS * EACH) as f64
}

/// Processor time of this process so far, in milliseconds: the kernel counts hundredths of a second.
fn processor() -> f64 {
    let about = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = about.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
}

/// A reply that a second person approved, as the client would send it.
async fn sealed(stand: &Stand) -> Option<ConfirmSend> {
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    let mail = mails.iter().find(|mail| mail.subject.contains("Sak 2026/1234"))?;
    let (id, conversation) = (MailId::new(mail.immutable_id()), ConversationId::new(mail.conversation()));
    let mailbox = Some(POSTMOTTAK.to_owned());
    let prepare = PrepareDraft {
        mail: id,
        conversation,
        mailbox,
        again: false,
        case: None,
        seen: None,
        without_case: false,
        language: None,
        tone: None,
    };
    let draft = stand.call("kari", &prepare).await.ok()?;
    let revise = ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text: filled(&draft.text) };
    let draft = stand.call("kari", &revise).await.ok()?;
    let ask = RequestReview { draft: draft.id.clone(), revision: draft.revision, to: None };
    let draft = stand.call("kari", &ask).await.ok()?;
    let heavy = draft.findings.iter().filter(|finding| finding.severity >= Severity::Verify);
    let decide = DecideReview {
        draft: draft.id.clone(),
        revision: draft.revision,
        fingerprint: draft.fingerprint.clone(),
        approve: true,
        ticked: heavy.map(|finding| finding.key.clone()).collect(),
        comment: String::new(),
        proposal: None,
    };
    let draft = stand.call("liv", &decide).await.ok()?;
    let released = stand.call("kari", &ReleaseDraft { draft: draft.id, revision: draft.revision }).await.ok()?;
    Some(ConfirmSend {
        reference: Some(released.reference),
        conversation: Some(ConversationId::new(mail.conversation())),
        from: POSTMOTTAK.to_owned(),
        to: released.draft.recipients,
        cc: Vec::new(),
        bcc: Vec::new(),
        subject: format!("SV: {}", mail.subject),
        html: format!("<html><body>{}</body></html>", released.html),
        attachments: Vec::<AttachedFile>::new(),
    })
}

/// The text with a phrase in every gap.
fn filled(text: &str) -> String {
    let parts = text.split('⟦').enumerate();
    let after = |part: &'_ str| part.split_once('⟧').map_or(String::new(), |(_, after)| after.to_owned());
    parts.map(|(place, part)| if place == 0 { part.to_owned() } else { format!("dette{}", after(part)) }).collect()
}

/// Megabytes, as the server's own figures tell them.
async fn resident(stand: &Stand) -> u64 {
    let figures = stand.metrics().await;
    let bytes = figures.lines().find_map(|line| line.strip_prefix("process_resident_memory_bytes "));
    bytes.and_then(|bytes| bytes.parse::<u64>().ok()).unwrap_or_default() / 1_000_000
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
