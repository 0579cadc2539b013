//! What confirmed mails taught (lært) in and out: counts that are added to, and for a while by which mail, so that it can be taken back.

use crate::{
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::garbled,
    tenant::nothing,
};
use domain::{
    port::Failure,
    sort::{CORRECTABLE_DAYS, Confirmed, Label, Learned, Mark, Said},
};
use jiff::Timestamp;
use vocabulary::TenantId;

/// Words that one statement asks for.
const AT_ONCE: usize = 8;
/// Old confirmations that go with a new one; more than one, so that they never pile up.
const FORGOTTEN_AT_ONCE: u64 = 5;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// One count.
struct Count {
    word: Option<u32>,
    said: Said,
    mails: u32,
}

fn said(ruled: &str, label: &str) -> Result<Said, Failure> {
    let named = |name| Label::named(name).ok_or_else(|| garbled("what was learned"));
    Ok(Said { ruled: named(ruled)?, label: named(label)? })
}

fn number(row: &dyn Cells, at: usize) -> Result<u32, Failure> {
    u32::try_from(row.count(at)?).map_err(|_| garbled("what was learned"))
}

fn read_all(row: &dyn Cells) -> Result<Count, Failure> {
    Ok(Count { word: None, said: said(&row.text(0)?, &row.text(1)?)?, mails: number(row, 2)? })
}

fn read_word(row: &dyn Cells) -> Result<Count, Failure> {
    Ok(Count { word: Some(number(row, 3)?), ..read_all(row)? })
}

/// So much of what was learned as concerns these words.
pub(crate) async fn about<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    words: &[u32],
) -> Result<Learned, Failure> {
    let all = statement("SELECT ruled, label, mails FROM learned WHERE tenant = $1").text(tenant.as_str());
    let mut counts = DB::fetch(connection, all, read_all).await?;
    for some in words.chunks(AT_ONCE) {
        let asked = statement(
            "SELECT ruled, label, mails, word FROM learned_word WHERE tenant = $1 AND word IN ($2, $3, $4, $5, $6, $7, $8, $9)",
        );
        // The last is asked for again until the statement is full.
        let full = some.iter().chain(std::iter::repeat_n(&some[some.len() - 1], AT_ONCE - some.len()));
        let asked = full.fold(asked.text(tenant.as_str()), |asked, word| asked.number((*word).into()));
        counts.extend(DB::fetch(connection, asked, read_word).await?);
    }
    let mut learned = Learned::default();
    for Count { word, said, mails } in counts.into_iter().filter(|count| count.mails > 0) {
        learned.put(word, said, mails);
    }
    Ok(learned)
}

/// The statement that finds what was confirmed of one mail.
pub(crate) fn of(tenant: &TenantId, mark: &Mark) -> Statement {
    statement("SELECT tenant, mark, at, ruled, label, words, digest FROM confirmation WHERE tenant = $1 AND mark = $2")
        .text(tenant.as_str())
        .text(mark.as_str())
}

/// What was confirmed, from the columns of [`of`]; refused when any of them is not what was written.
pub(crate) fn read(row: &dyn Cells) -> Result<Confirmed, Failure> {
    let wrong = || garbled("a confirmation");
    let (tenant, mark, at) = (row.text(0)?, row.text(1)?, row.number(2)?.to_string());
    let (ruled, label, words) = (row.text(3)?, row.text(4)?, row.text(5)?);
    if row.text(6)? != digest(&[&tenant, &mark, &at, &ruled, &label, &words]) {
        return Err(wrong());
    }
    let features: Result<Vec<u32>, _> = words.split_whitespace().map(str::parse).collect();
    Ok(Confirmed { said: said(&ruled, &label)?, features: features.map_err(|_| wrong())? })
}

/// Learns it in the place of what was confirmed of the same mail, and forgets what is too old to be taken back. The transaction must
/// hold the tenant's lock already.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (mark, confirmed): (&Mark, &Confirmed),
    now: Timestamp,
) -> Result<(), Failure> {
    let now = u64::try_from(now.as_millisecond()).unwrap_or_default();
    forget::<DB>(connection, tenant, now.saturating_sub(CORRECTABLE_DAYS * DAY)).await?;
    if let Some(before) = DB::fetch(connection, of(tenant, mark), read).await?.pop() {
        take_back::<DB>(connection, tenant, &before).await?;
    }
    keep::<DB>(connection, tenant, (mark, confirmed), now).await?;
    let all = "INSERT INTO learned (tenant, ruled, label, mails) VALUES ($1, $2, $3, 1) \
        ON CONFLICT (tenant, ruled, label) DO UPDATE SET mails = learned.mails + 1";
    let (ruled, label) = (confirmed.said.ruled.name(), confirmed.said.label.name());
    DB::fetch(connection, statement(all).text(tenant.as_str()).text(&ruled).text(&label), nothing).await?;
    for word in &confirmed.features {
        let one = "INSERT INTO learned_word (tenant, word, ruled, label, mails) VALUES ($1, $2, $3, $4, 1) \
            ON CONFLICT (tenant, word, ruled, label) DO UPDATE SET mails = learned_word.mails + 1";
        let one = statement(one).text(tenant.as_str()).number((*word).into()).text(&ruled).text(&label);
        DB::fetch(connection, one, nothing).await?;
    }
    Ok(())
}

async fn keep<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    (mark, Confirmed { said, features }): (&Mark, &Confirmed),
    now: u64,
) -> Result<(), Failure> {
    let words = features.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let (ruled, label, at) = (said.ruled.name(), said.label.name(), now.to_string());
    let digest = digest(&[tenant.as_str(), mark.as_str(), &at, &ruled, &label, &words]);
    let upsert = "INSERT INTO confirmation (tenant, mark, at, ruled, label, words, digest) VALUES ($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT (tenant, mark) DO UPDATE SET at = excluded.at, ruled = excluded.ruled, label = excluded.label, \
        words = excluded.words, digest = excluded.digest";
    let row = statement(upsert).text(tenant.as_str()).text(mark.as_str()).number(now);
    DB::fetch(connection, row.text(ruled).text(label).text(words).text(digest), nothing).await.map(drop)
}

/// Counts one down; what nothing is left of goes.
async fn take_back<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    Confirmed { said, features }: &Confirmed,
) -> Result<(), Failure> {
    let (ruled, label) = (said.ruled.name(), said.label.name());
    for sql in [
        "UPDATE learned SET mails = mails - 1 WHERE tenant = $1 AND ruled = $2 AND label = $3 AND mails > 0",
        "DELETE FROM learned WHERE tenant = $1 AND ruled = $2 AND label = $3 AND mails = 0",
    ] {
        DB::fetch(connection, statement(sql).text(tenant.as_str()).text(&ruled).text(&label), nothing).await?;
    }
    for word in features {
        for sql in [
            "UPDATE learned_word SET mails = mails - 1 WHERE tenant = $1 AND word = $2 AND ruled = $3 AND label = $4 AND mails > 0",
            "DELETE FROM learned_word WHERE tenant = $1 AND word = $2 AND ruled = $3 AND label = $4 AND mails = 0",
        ] {
            let one = statement(sql).text(tenant.as_str()).number((*word).into()).text(&ruled).text(&label);
            DB::fetch(connection, one, nothing).await?;
        }
    }
    Ok(())
}

/// Lets go of the oldest confirmations before a moment, and of the words that no other mail had: a word that stood in one mail alone
/// says more of that mail than of a habit.
async fn forget<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId, before: u64) -> Result<(), Failure> {
    let old = "SELECT tenant, mark, at, ruled, label, words, digest FROM confirmation WHERE tenant = $1 AND at < $2 \
        ORDER BY at, mark LIMIT $3";
    let old = statement(old).text(tenant.as_str()).number(before).number(FORGOTTEN_AT_ONCE);
    for (mark, confirmed) in DB::fetch(connection, old, |row| Ok((row.text(1)?, read(row)?))).await? {
        let gone = statement("DELETE FROM confirmation WHERE tenant = $1 AND mark = $2");
        DB::fetch(connection, gone.text(tenant.as_str()).text(mark), nothing).await?;
        for word in confirmed.features {
            let alone = "DELETE FROM learned_word WHERE tenant = $1 AND word = $2 \
                AND (SELECT SUM(mails) FROM learned_word WHERE tenant = $1 AND word = $2) = 1";
            DB::fetch(connection, statement(alone).text(tenant.as_str()).number(word.into()), nothing).await?;
        }
    }
    Ok(())
}
