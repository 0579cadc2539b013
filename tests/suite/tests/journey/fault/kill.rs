//! Kill -9 at random moments under load: what was answered is there once, what is asked again is done once, and the trail holds.

use super::Served;
use crate::{
    trail::{command, run, trail},
    walk::{POSTMOTTAK, approval, filled, preparing},
};
use contract::{
    Kind, Problem,
    operation::{FindDraft, ReleaseDraft, RequestReview, ReviseDraft, ShowDraft},
    view::Draft,
};
use domain::audit::{Action, chain};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};
use suite::Stand;
use town::{Folder, Mail};
use vocabulary::{ConversationId, DraftId, Status};

/// Conversations that are worked on at the same time: as many drafts as one person may have written at once.
const PEOPLE: usize = 4;
/// How long a server lives at the most, in milliseconds.
const LIFE: u64 = 900;
/// What may be done once to a revision, and is answered for.
const ONCE: [Action; 5] = [
    Action::DraftPrepared,
    Action::DraftRevised,
    Action::ReviewRequested,
    Action::DraftApproved,
    Action::DraftReleased,
];

/// What was done, to which revision of which draft.
type Done = (Action, DraftId, u32);

/// Numbers that look random and are the same every time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % most
    }
}

/// A step towards a sent reply.
#[derive(Clone, Debug)]
enum Step {
    Prepare,
    Revise(String),
    Ask,
    Approve,
    Release,
}

/// Somebody at work on one conversation.
struct Worker {
    mail: Mail,
    chance: Chance,
    /// The draft as it was last answered.
    draft: Option<Draft>,
    /// Asked for, and not answered yet.
    pending: Option<Step>,
    edits: u32,
    /// All that was answered with success.
    answered: Vec<Done>,
    /// Steps asked for again after a kill.
    again: u32,
}

impl Worker {
    fn new(mail: Mail, seed: u64) -> Self {
        Self { mail, chance: Chance(seed), draft: None, pending: None, edits: 0, answered: Vec::new(), again: 0 }
    }

    /// Works until the line breaks.
    async fn work(&mut self, stand: &Stand) {
        loop {
            self.again += u32::from(self.pending.is_some());
            let step = self.pending.clone().unwrap_or_else(|| self.next());
            self.pending = Some(step.clone());
            let Some(answer) = self.tried(stand, &step).await else { return };
            match answer {
                Ok(draft) => self.take(&step, draft),
                // A rule says no: nothing was done, and something else is.
                Err(problem) if problem.kind == Kind::Blocked => {
                    self.draft = self.shown(stand).await.or(self.draft.take())
                }
                Err(problem) => panic!("{step:?}: {problem:?}"),
            }
            self.pending = None;
        }
    }

    fn next(&mut self) -> Step {
        let Some(draft) = self.draft.clone() else { return Step::Prepare };
        let is_edit = self.chance.below(3) == 0;
        match draft.status {
            Status::Drafted if !is_edit && self.edits > 0 => Step::Ask,
            Status::AwaitingReview if !is_edit => Step::Approve,
            Status::Approved if !is_edit => Step::Release,
            _ => {
                self.edits += 1;
                Step::Revise(format!("{}\n\nTillegg {}.", filled(&draft.text), self.edits))
            }
        }
    }

    async fn tried(&self, stand: &Stand, step: &Step) -> Option<Result<Draft, Problem>> {
        let at = self.draft.as_ref().map(|draft| (draft.id.clone(), draft.revision));
        let (draft, revision) = match (step, at) {
            (Step::Prepare, _) | (_, None) => return stand.tried("kari", &preparing(&self.mail)).await,
            (_, Some(at)) => at,
        };
        match step {
            Step::Revise(text) => stand.tried("kari", &ReviseDraft { draft, revision, text: text.clone() }).await,
            Step::Ask => stand.tried("kari", &RequestReview { draft, revision, to: None }).await,
            Step::Approve => stand.tried("liv", &approval(self.draft.as_ref()?)).await,
            Step::Release => {
                let released = stand.tried("kari", &ReleaseDraft { draft, revision }).await?;
                Some(released.map(|released| released.draft))
            }
            Step::Prepare => None,
        }
    }

    fn take(&mut self, step: &Step, draft: Draft) {
        let action = match step {
            Step::Prepare => Action::DraftPrepared,
            Step::Revise(_) => Action::DraftRevised,
            Step::Ask => Action::ReviewRequested,
            Step::Approve => Action::DraftApproved,
            Step::Release => Action::DraftReleased,
        };
        let before = self.draft.as_ref().map_or(0, |before| before.revision);
        let expected = before + u32::from(matches!(step, Step::Prepare | Step::Revise(_)));
        assert_eq!(draft.revision, expected, "{step:?} was done once");
        if let Step::Revise(text) = step {
            let last = text.lines().last().expect("a line");
            assert!(draft.text.contains(last), "{last}: {}", draft.text);
        }
        self.answered.push((action, draft.id.clone(), draft.revision));
        self.draft = Some(draft);
    }

    async fn shown(&self, stand: &Stand) -> Option<Draft> {
        let draft = self.draft.as_ref()?.id.clone();
        stand.tried("kari", &ShowDraft { draft }).await?.ok()
    }

    /// What was answered last is what is there, or the step that was under way has been done whole.
    async fn nothing_is_lost(&self, stand: &Stand) {
        let find = FindDraft { conversation: ConversationId::new(self.mail.conversation()) };
        let found = stand.call("kari", &find).await.expect("looked").draft;
        let Some(known) = &self.draft else { return };
        let found = found.expect("the draft is there");
        assert_eq!(found.id, known.id, "one draft for a conversation");
        let is_same = (found.revision, found.status, &found.text) == (known.revision, known.status, &known.text);
        let is_next = match &self.pending {
            Some(Step::Revise(text)) => {
                found.revision == known.revision + 1 && found.text.contains(text.lines().last().expect("a line"))
            }
            Some(_) => found.revision == known.revision && found.text == known.text,
            None => false,
        };
        assert!(is_same || is_next, "{:?} {:?}: {known:?} {found:?}", self.pending, self.answered.last());
    }
}

/// A number of the environment, or the one for everyday.
fn number(name: &str, everyday: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(everyday)
}

/// The trail holds, everything that was answered is in it once, and nothing at all is in it twice.
async fn once(stand: &Stand, workers: &[Worker]) {
    let links = trail(stand).await;
    let mut done: BTreeMap<Done, u32> = BTreeMap::new();
    for link in &links {
        if let (true, Some(draft), Some(revision)) =
            (ONCE.contains(&link.entry.action), &link.entry.draft, link.entry.revision)
        {
            *done.entry((link.entry.action, draft.clone(), revision)).or_default() += 1;
        }
    }
    let length = links.len();
    assert_eq!(chain::verify(links).map(|length| length as usize), Ok(length));
    for answered in workers.iter().flat_map(|worker| &worker.answered) {
        assert_eq!(done.get(answered), Some(&1), "{answered:?} was answered");
    }
    assert!(
        done.values().all(|count| *count == 1),
        "{:?}",
        done.iter().filter(|(_, count)| **count > 1).collect::<Vec<_>>()
    );
    let begun: BTreeSet<&DraftId> = done.keys().map(|(_, draft, _)| draft).collect();
    assert!(begun.len() <= workers.len(), "no conversation has two drafts: {begun:?}");
}

/// A server that is killed before it has begun to serve.
async fn killed_at_start(stand: &Stand, moment: Duration) {
    let server = Served::begun(&mut command(stand, &["serve"]));
    tokio::time::sleep(moment).await;
    drop(server);
}

/// A server that is killed in the middle of everybody's work.
async fn killed_at_work(stand: &Stand, workers: &mut [Worker], moment: Duration) {
    let server = Served::at(stand, &mut command(stand, &["serve"])).await;
    let work = futures::future::join_all(workers.iter_mut().map(|worker| worker.work(stand)));
    let kill = async {
        tokio::time::sleep(moment).await;
        drop(server);
    };
    futures::join!(work, kill);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_there_once_however_often_the_server_is_killed() {
    let (kills, seed) = (number("SAKSVAR_KILLS", 5), number("SAKSVAR_SEED", 20_261_126));
    let mut chance = Chance(seed);
    let mut stand = Stand::up().await;
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    let mut seen = BTreeSet::new();
    let mails = mails.into_iter().filter(|mail| seen.insert(mail.conversation())).take(PEOPLE);
    let mut workers: Vec<Worker> = (1..).zip(mails).map(|(number, mail)| Worker::new(mail, seed ^ number)).collect();
    stand.halt().await;
    for kill in 0..kills {
        if kill % 5 == 4 {
            killed_at_start(&stand, Duration::from_millis(chance.below(LIFE / 4))).await;
        } else {
            // The first one may begin: all have a draft by then.
            let least = if kill == 0 { 4 * LIFE } else { 0 };
            killed_at_work(&stand, &mut workers, Duration::from_millis(least + chance.below(LIFE))).await;
        }
        let (code, told) = run(&stand, &["audit", "verify"]);
        assert_eq!(code, Some(0), "seed {seed}, kill {kill}: {told}");
        once(&stand, &workers).await;
    }
    stand.restart().await;
    for worker in &workers {
        worker.nothing_is_lost(&stand).await;
    }
    let answered: usize = workers.iter().map(|worker| worker.answered.len()).sum();
    let again: u32 = workers.iter().map(|worker| worker.again).sum();
    assert!(answered > 0 && again > 0, "{answered} answers, {again} asked again");
    println!("kills | survived {kills} | answers {answered} | asked again after a kill {again} | lost or doubled 0");
    println!("attack | kill -9 under load (seed {seed}, {answered} answers, {again} asked again) | {kills} | 0");
}
