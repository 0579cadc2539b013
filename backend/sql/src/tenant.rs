//! The handle of one tenant (virksomhetens lager): every statement through it names the tenant.

use crate::{
    approver::{self, APPROVER},
    dossier,
    engine::{Cells, Engine, Statement, statement},
    erase, examine,
    failure::stale,
    gate, learned, outbox,
    personal::Kind,
    rating,
    repo::{Repo, commit},
    signature::{self, SIGNATURE},
    trail, tree,
};
use async_trait::async_trait;
use domain::{
    audit::{
        Action, Entry, Examined, Link,
        tree::{Frontier, Hash, Part},
    },
    dossier::Dossier,
    port::{
        Batch, Enrolled, Erasing, Failure, Heap, Laid, Posted, Posting, Registered, Save, Switched, Tallied, Taught,
        TenantStore,
    },
    review::Approver,
    send::Signature,
    sort::{Learned, Mark, Said},
};
use jiff::Timestamp;
use vocabulary::{ConversationId, DraftId, GateMode, PersonId, Reference, Status, TenantId};

/// One tenant's store.
#[derive(Clone, Debug)]
pub(crate) struct Tenant<DB: Engine> {
    repo: Repo<DB>,
    tenant: TenantId,
}

impl<DB: Engine> Tenant<DB> {
    pub(crate) fn new(repo: Repo<DB>, tenant: TenantId) -> Self {
        Self { repo, tenant }
    }

    /// A statement whose first value is the tenant.
    fn own(&self, sql: &'static str) -> Statement {
        statement(sql).text(self.tenant.as_str())
    }

    fn whose(&self) -> Result<learned::Whose<'_>, Failure> {
        Ok(learned::Whose { tenant: &self.tenant, cipher: self.repo.cipher()? })
    }

    /// Keeps what is said of one person, or nothing any more, with its entry.
    async fn keep(
        &self,
        (kind, person): (&'static Kind, &PersonId),
        body: Option<String>,
        entry: Entry,
    ) -> Result<(), Failure> {
        let mut transaction = self.repo.begin().await?;
        // Encrypted with the lock held: the key in use must not retire before the row is there.
        kind.write::<DB>((&mut transaction, self.repo.cipher()?), (&self.tenant, person), body).await?;
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn dossiers(&self, asked: Statement) -> Result<Vec<Dossier>, Failure> {
        let cipher = self.repo.cipher()?;
        let rows = self.repo.fetch(asked, dossier::Columns::read).await?;
        rows.into_iter().map(|columns| columns.dossier(cipher)).collect()
    }
}

#[async_trait]
impl<DB: Engine> TenantStore for Tenant<DB> {
    async fn dossier(&self, draft: &DraftId) -> Result<Option<Dossier>, Failure> {
        let asked = self.own(dossier::select!("WHERE tenant = $1 AND id = $2")).text(draft.as_str());
        Ok(self.dossiers(asked).await?.pop())
    }

    async fn latest_in(&self, conversation: &ConversationId) -> Result<Option<Dossier>, Failure> {
        // One that has not left comes first, whatever the clock said when each was begun: there is one at the most.
        let newest = dossier::select!(
            "WHERE tenant = $1 AND conversation = $2 ORDER BY CASE status WHEN 'sent' THEN 1 ELSE 0 END, created DESC, id DESC LIMIT 1"
        );
        let conversation = dossier::conversation(self.repo.cipher()?, &self.tenant, conversation)?;
        Ok(self.dossiers(self.own(newest).text(conversation)).await?.pop())
    }

    async fn by_reference(&self, reference: &Reference) -> Result<Option<Dossier>, Failure> {
        let asked = self.own(dossier::select!("WHERE tenant = $1 AND reference = $2")).text(reference.as_str());
        Ok(self.dossiers(asked).await?.pop())
    }

    async fn waiting(&self) -> Result<Vec<Dossier>, Failure> {
        let oldest = dossier::select!("WHERE tenant = $1 AND status = $2 ORDER BY requested_at, id");
        self.dossiers(self.own(oldest).text(dossier::status(Status::AwaitingReview))).await
    }

    async fn decided(&self) -> Result<Vec<Dossier>, Failure> {
        let latest = dossier::select!(
            "WHERE tenant = $1 AND (status = $2 OR status = $3) ORDER BY requested_at DESC, id LIMIT 100"
        );
        let asked = self.own(latest).text(dossier::status(Status::Approved)).text(dossier::status(Status::Returned));
        self.dossiers(asked).await
    }

    async fn save(&self, save: Save) -> Result<(), Failure> {
        let (dossier, entry) = save.into_parts();
        let mut transaction = self.repo.begin().await?;
        // Encrypted with the lock held: the key in use must not retire before the row is there.
        dossier::write::<DB>(&mut transaction, self.repo.cipher()?, &self.tenant, dossier).await?;
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn lay_aside(&self, laid: Laid) -> Result<(), Failure> {
        let (draft, version) = laid.over();
        let asked = self.own(dossier::select!("WHERE tenant = $1 AND id = $2 AND version = $3"));
        let asked = asked.text(draft.as_str()).number(version);
        let mut transaction = self.repo.begin().await?;
        let cipher = self.repo.cipher()?;
        let kept = DB::fetch(&mut transaction, asked, dossier::Columns::read).await?.pop().ok_or_else(stale)?;
        let dossier = laid.in_place(kept.dossier(cipher)?);
        dossier::write::<DB>(&mut transaction, cipher, &self.tenant, dossier).await?;
        commit(transaction).await
    }

    async fn gate(&self) -> Result<Option<GateMode>, Failure> {
        Ok(self.repo.fetch(gate::of(&self.tenant), gate::read).await?.pop())
    }

    async fn switch(&self, switched: Switched) -> Result<(), Failure> {
        let (mode, entry) = switched.into_parts();
        let mut transaction = self.repo.begin().await?;
        gate::write::<DB>(&mut transaction, &self.tenant, mode).await?;
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn tally(&self, tallied: Tallied) -> Result<(), Failure> {
        let (heap, save) = tallied.into_parts();
        let (dossier, entry) = save.into_parts();
        let mut transaction = self.repo.begin().await?;
        dossier::write::<DB>(&mut transaction, self.repo.cipher()?, &self.tenant, dossier).await?;
        rating::add::<DB>(&mut transaction, &self.tenant, heap).await?;
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn tallies(&self) -> Result<Vec<(Heap, u64)>, Failure> {
        self.repo.fetch(self.own(rating::ALL), rating::read).await
    }

    async fn post(&self, posted: Posted) -> Result<(), Failure> {
        let (posting, stays, save) = posted.into_parts();
        let (dossier, entry) = save.into_parts();
        let mut transaction = self.repo.begin().await?;
        let cipher = self.repo.cipher()?;
        dossier::write::<DB>(&mut transaction, cipher, &self.tenant, dossier).await?;
        if stays {
            outbox::write::<DB>(&mut transaction, (cipher, &self.tenant), posting).await?;
        } else {
            outbox::delete::<DB>(&mut transaction, &self.tenant, &posting).await?;
        }
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn take(&self, now: Timestamp) -> Result<Option<Posting>, Failure> {
        let mut transaction = self.repo.begin().await?;
        let taken = outbox::take::<DB>(&mut transaction, (self.repo.cipher()?, &self.tenant), now).await?;
        commit(transaction).await?;
        Ok(taken)
    }

    async fn carry(&self, posting: Posting) -> Result<(), Failure> {
        let mut transaction = self.repo.begin().await?;
        outbox::write::<DB>(&mut transaction, (self.repo.cipher()?, &self.tenant), posting).await?;
        commit(transaction).await
    }

    async fn posting(&self, draft: &DraftId) -> Result<Option<Posting>, Failure> {
        let asked = self.own(outbox::select!("WHERE tenant = $1 AND draft = $2")).text(draft.as_str());
        let rows = self.repo.fetch(asked, outbox::Columns::raw).await?;
        Ok(outbox::read(rows, self.repo.cipher()?)?.pop())
    }

    async fn postings(&self) -> Result<Vec<Posting>, Failure> {
        let rows = self.repo.fetch(self.own(outbox::select!("WHERE tenant = $1 ORDER BY draft")), outbox::Columns::raw);
        outbox::read(rows.await?, self.repo.cipher()?)
    }

    async fn signature(&self, person: &PersonId) -> Result<Option<Signature>, Failure> {
        let cipher = self.repo.cipher()?;
        let row = self.repo.fetch(SIGNATURE.of(&self.tenant, person), |row| SIGNATURE.read(row)).await?.pop();
        row.map(|columns| signature::read(columns, cipher)).transpose()
    }

    async fn register(&self, registered: Registered) -> Result<(), Failure> {
        let (person, signature, entry) = registered.into_parts();
        let body = signature.as_ref().map(signature::body).transpose()?;
        self.keep((&SIGNATURE, &person), body, entry).await
    }

    async fn approvers(&self) -> Result<Vec<Approver>, Failure> {
        let cipher = self.repo.cipher()?;
        let rows = self.repo.fetch(self.own(APPROVER.all), |row| APPROVER.read(row)).await?;
        rows.into_iter().map(|columns| approver::read(columns, cipher)).collect()
    }

    async fn enrol(&self, enrolled: Enrolled) -> Result<(), Failure> {
        let (person, approver, entry) = enrolled.into_parts();
        let body = approver.map(approver::body).transpose()?;
        self.keep((&APPROVER, &person), body, entry).await
    }

    async fn learned(&self, words: &[u32]) -> Result<Learned, Failure> {
        let mut snapshot = self.repo.snapshot().await?;
        let learned = learned::about::<DB>(&mut snapshot, self.whose()?, words).await?;
        commit(snapshot).await?;
        Ok(learned)
    }

    async fn confirmed(&self, mark: &Mark) -> Result<Option<Said>, Failure> {
        let mut snapshot = self.repo.snapshot().await?;
        let said = learned::confirmed::<DB>(&mut snapshot, self.whose()?, mark).await?;
        commit(snapshot).await?;
        Ok(said)
    }

    async fn learn(&self, taught: Taught) -> Result<(), Failure> {
        let (lesson, entry) = taught.into_parts();
        let now = entry.at;
        let mut transaction = self.repo.begin().await?;
        // The entry comes first: it takes the tenant's lock, so that two who confirm the same mail take it back but once.
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        learned::write::<DB>(&mut transaction, self.whose()?, &lesson, now).await?;
        commit(transaction).await
    }

    async fn begun_before(&self, at: Timestamp, after: &DraftId, limit: u32) -> Result<Batch, Failure> {
        let some = dossier::select!("WHERE tenant = $1 AND created < $2 AND id > $3 ORDER BY id LIMIT $4");
        let some = self.own(some).maybe_number(Some(at.as_millisecond())).text(after.as_str());
        self.repo.batch(some.number(limit.into())).await
    }

    async fn erase(&self, erasing: Erasing) -> Result<(), Failure> {
        let (erasure, entry) = erasing.into_parts();
        let mut transaction = self.repo.begin().await?;
        erase::erase::<DB>(&mut transaction, self.whose()?, &erasure).await?;
        trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await
    }

    async fn forget(&self, before: Timestamp, entry: Entry) -> Result<u64, Failure> {
        let mut transaction = self.repo.begin().await?;
        let gone = learned::forget::<DB>(&mut transaction, self.whose()?, (before, learned::SWEPT_AT_ONCE)).await?;
        if gone > 0 {
            trail::append::<DB>(&mut transaction, &self.tenant, entry.fact("mails", gone.to_string())).await?;
        }
        commit(transaction).await?;
        Ok(gone)
    }

    async fn confirmed_of(&self, sender: &str) -> Result<u64, Failure> {
        let asked = "SELECT count(*) FROM confirmation WHERE tenant = $1 AND sender = $2";
        let asked = self.own(asked).text(self.whose()?.sender(sender)?);
        Ok(self.repo.fetch(asked, |row| row.count(0)).await?.pop().unwrap_or_default())
    }

    async fn unlearn(&self, sender: &str, entry: Entry) -> Result<u64, Failure> {
        let mut transaction = self.repo.begin().await?;
        let gone = learned::unlearn::<DB>(&mut transaction, self.whose()?, sender).await?;
        if gone > 0 {
            trail::append::<DB>(&mut transaction, &self.tenant, entry.fact("mails", gone.to_string())).await?;
        }
        commit(transaction).await?;
        Ok(gone)
    }

    async fn record(&self, entry: Entry) -> Result<u64, Failure> {
        let mut transaction = self.repo.begin().await?;
        let sequence = trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
        commit(transaction).await?;
        Ok(sequence)
    }

    async fn entries_of(&self, draft: &DraftId) -> Result<Vec<Link>, Failure> {
        let asked = self.own(trail::select!("WHERE tenant = $1 AND draft = $2 ORDER BY sequence")).text(draft.as_str());
        self.repo.fetch(asked, trail::read).await
    }

    async fn entries(&self, after: u64, limit: u32) -> Result<Vec<Link>, Failure> {
        let page = trail::select!("WHERE tenant = $1 AND sequence > $2 ORDER BY sequence LIMIT $3");
        let head = self.own(trail::Head::SELECT);
        let mut snapshot = self.repo.snapshot().await?;
        let head = DB::fetch(&mut snapshot, head, trail::Head::read).await?.pop();
        let page = self.own(page).number(after).number(limit.into());
        let links = DB::fetch(&mut snapshot, page, trail::read).await?;
        commit(snapshot).await?;
        let at_the_end = links.len() < limit as usize;
        trail::whole(head.as_ref(), after, &links, at_the_end)?;
        Ok(links)
    }

    async fn tree(&self) -> Result<Frontier, Failure> {
        let mut snapshot = self.repo.snapshot().await?;
        let tree = tree::edge::<DB>(&mut snapshot, &self.tenant).await?;
        commit(snapshot).await?;
        Ok(tree)
    }

    async fn hashes(&self, parts: &[Part]) -> Result<Vec<Hash>, Failure> {
        let mut snapshot = self.repo.snapshot().await?;
        let mut hashes = Vec::with_capacity(parts.len());
        for part in parts {
            hashes.push(tree::hash::<DB>(&mut snapshot, &self.tenant, *part).await?);
        }
        commit(snapshot).await?;
        Ok(hashes)
    }

    async fn examine(&self, sizes: &[u64]) -> Result<Examined, Failure> {
        let mut snapshot = self.repo.snapshot().await?;
        let examined = examine::examine::<DB>(&mut snapshot, &self.tenant, sizes).await?;
        commit(snapshot).await?;
        Ok(examined)
    }

    async fn sweep_unfinished(&self, at: Timestamp) -> Result<u64, Failure> {
        let open = trail::select!(
            "JOIN trace ON trace.tenant = trail.tenant AND trace.opened = trail.sequence WHERE trail.tenant = $1 ORDER BY opened"
        );
        let mut transaction = self.repo.begin().await?;
        let opened = DB::fetch(&mut transaction, self.own(open), trail::read).await?;
        let mut swept = 0;
        for link in opened {
            let entry = Entry { at, action: Action::OperationUnfinished, ..link.entry };
            trail::append::<DB>(&mut transaction, &self.tenant, entry).await?;
            swept += 1;
        }
        commit(transaction).await?;
        Ok(swept)
    }
}

/// A row of which nothing is read.
pub(crate) fn nothing(_row: &dyn Cells) -> Result<(), Failure> {
    Ok(())
}
