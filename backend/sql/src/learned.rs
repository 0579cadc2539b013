//! What confirmed mails taught (lært) in and out: counts that are added to, and for a while by which mail, so that it can be taken back.
//! Marks of mails and fingerprints of words are kept under the tenant's lookup key: without it nobody can try a word or a mail.

use crate::{
    digest::digest,
    engine::{Cells, Engine, Statement, statement},
    failure::garbled,
    tenant::nothing,
};
use domain::{
    port::{Cipher, Failure, Lesson},
    sort::{CORRECTABLE_DAYS, Confirmed, Label, Learned, Mark, Said},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use vocabulary::TenantId;

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT tenant, mark, at, ruled, label, words, sender, digest FROM confirmation ", $rest)
    };
}

/// Words that one statement asks for.
const AT_ONCE: usize = 8;
/// Old confirmations that go with a new one; more than one, so that they never pile up.
const FORGOTTEN_AT_ONCE: u64 = 5;
/// …and those that the clock takes in one transaction.
pub(crate) const SWEPT_AT_ONCE: u64 = 200;

/// Whose it is, and their keys.
#[derive(Clone, Copy)]
pub(crate) struct Whose<'a> {
    pub(crate) tenant: &'a TenantId,
    pub(crate) cipher: &'a dyn Cipher,
}

impl Whose<'_> {
    /// A statement whose first value is the tenant.
    fn own(self, sql: &'static str) -> Statement {
        statement(sql).text(self.tenant.as_str())
    }

    /// A mail as it is looked up.
    pub(crate) fn mark(self, mark: &Mark) -> Result<String, Failure> {
        self.cipher.lookup(self.tenant, "confirmation.mark", mark.as_str())
    }

    /// A sender as they are looked up.
    pub(crate) fn sender(self, address: &str) -> Result<String, Failure> {
        self.cipher.lookup(self.tenant, "confirmation.sender", address)
    }

    /// A fingerprint as it is kept: sixty bits of its keyed hash.
    fn word(self, print: u32) -> Result<u64, Failure> {
        let hash = self.cipher.lookup(self.tenant, "learned_word.word", &print.to_string())?;
        u64::from_str_radix(hash.get(..15).unwrap_or_default(), 16).map_err(|_| garbled("a keyed hash"))
    }
}

/// One confirmation, as it is kept.
struct Kept {
    said: Said,
    words: Vec<u64>,
    /// Keyed; empty where it is older than that column.
    sender: String,
}

/// One count.
struct Count {
    word: u64,
    said: Said,
    mails: u32,
}

fn said(ruled: &str, label: &str) -> Result<Said, Failure> {
    let named = |name| Label::named(name).ok_or_else(|| garbled("what was learned"));
    Ok(Said { ruled: named(ruled)?, label: named(label)? })
}

/// `ruled, label, mails` of all mails; no word has the number 0.
fn read_all(row: &dyn Cells) -> Result<Count, Failure> {
    let mails = u32::try_from(row.count(2)?).map_err(|_| garbled("what was learned"))?;
    Ok(Count { word: 0, said: said(&row.text(0)?, &row.text(1)?)?, mails })
}

fn read_word(row: &dyn Cells) -> Result<Count, Failure> {
    Ok(Count { word: row.count(3)?, ..read_all(row)? })
}

/// So much of what was learned as concerns these words.
pub(crate) async fn about<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    prints: &[u32],
) -> Result<Learned, Failure> {
    let prints: Result<BTreeMap<u64, u32>, Failure> =
        prints.iter().map(|print| Ok((whose.word(*print)?, *print))).collect();
    let prints = prints?;
    let mut learned = Learned::default();
    let all = whose.own("SELECT ruled, label, mails FROM learned WHERE tenant = $1 AND mails > 0");
    for Count { said, mails, .. } in DB::fetch(connection, all, read_all).await? {
        learned.put(None, said, mails);
    }
    let words: Vec<u64> = prints.keys().copied().collect();
    for some in words.chunks(AT_ONCE) {
        let asked = whose.own(
            "SELECT ruled, label, mails, word FROM learned_word \
             WHERE tenant = $1 AND word IN ($2, $3, $4, $5, $6, $7, $8, $9) AND mails > 0",
        );
        // The last is asked for again until the statement is full.
        let full = some.iter().chain(std::iter::repeat_n(&some[some.len() - 1], AT_ONCE - some.len()));
        let asked = full.fold(asked, |asked, word| asked.number(*word));
        for Count { word, said, mails } in DB::fetch(connection, asked, read_word).await? {
            learned.put(prints.get(&word).copied(), said, mails);
        }
    }
    Ok(learned)
}

/// What was confirmed of one mail.
pub(crate) async fn confirmed<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    mark: &Mark,
) -> Result<Option<Said>, Failure> {
    Ok(kept::<DB>(connection, whose, &whose.mark(mark)?).await?.map(|kept| kept.said))
}

async fn kept<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    mark: &str,
) -> Result<Option<Kept>, Failure> {
    let asked = whose.own(select!("WHERE tenant = $1 AND mark = $2")).text(mark);
    Ok(DB::fetch(connection, asked, read).await?.pop())
}

/// A confirmation from the columns of `select!`; refused when any of them is not what was written.
fn read(row: &dyn Cells) -> Result<Kept, Failure> {
    let wrong = || garbled("a confirmation");
    let (tenant, mark, at) = (row.text(0)?, row.text(1)?, row.number(2)?.to_string());
    let (ruled, label, words, sender) = (row.text(3)?, row.text(4)?, row.text(5)?, row.text(6)?);
    if row.text(7)? != sum([&tenant, &mark, &at, &ruled, &label, &words], &sender) {
        return Err(wrong());
    }
    let words: Result<Vec<u64>, _> = words.split_whitespace().map(str::parse).collect();
    Ok(Kept { said: said(&ruled, &label)?, words: words.map_err(|_| wrong())?, sender })
}

/// The digest of a row; without the sender in a row that is older than that column.
fn sum(columns: [&str; 6], sender: &str) -> String {
    if sender.is_empty() { digest(&columns) } else { digest(&[&columns[..], &[sender]].concat()) }
}

/// Learns it in the place of what was confirmed of the same mail, and forgets what is too old to be taken back. The transaction must
/// hold the tenant's lock already.
pub(crate) async fn write<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    Lesson { mark, sender, confirmed: Confirmed { said, features } }: &Lesson,
    now: Timestamp,
) -> Result<(), Failure> {
    let mark = whose.mark(mark)?;
    let words: Result<Vec<u64>, Failure> = features.iter().map(|print| whose.word(*print)).collect();
    let next = Kept { said: said.clone(), words: words?, sender: whose.sender(sender)? };
    let correctable = SignedDuration::from_hours(24 * CORRECTABLE_DAYS.cast_signed());
    let old = now.saturating_sub(correctable).unwrap_or(Timestamp::MIN);
    forget::<DB>(connection, whose, (old, FORGOTTEN_AT_ONCE)).await?;
    if let Some(before) = kept::<DB>(connection, whose, &mark).await? {
        count::<DB>(connection, whose, &before, DOWN).await?;
    }
    keep::<DB>(connection, whose, (mark, &next), u64::try_from(now.as_millisecond()).unwrap_or_default()).await?;
    count::<DB>(connection, whose, &next, UP).await
}

/// Statements that move the counts of a mail by one: of all mails, then of those with a word.
type Step = (&'static [&'static str], &'static [&'static str]);

const UP: Step = (
    &["INSERT INTO learned (tenant, ruled, label, mails) VALUES ($1, $2, $3, 1) \
       ON CONFLICT (tenant, ruled, label) DO UPDATE SET mails = learned.mails + 1"],
    &["INSERT INTO learned_word (tenant, ruled, label, word, mails) VALUES ($1, $2, $3, $4, 1) \
       ON CONFLICT (tenant, word, ruled, label) DO UPDATE SET mails = learned_word.mails + 1"],
);
/// What nothing is left of goes.
const DOWN: Step = (
    &[
        "UPDATE learned SET mails = mails - 1 WHERE tenant = $1 AND ruled = $2 AND label = $3 AND mails > 0",
        "DELETE FROM learned WHERE tenant = $1 AND ruled = $2 AND label = $3 AND mails = 0",
    ],
    &[
        "UPDATE learned_word SET mails = mails - 1 WHERE tenant = $1 AND ruled = $2 AND label = $3 AND word = $4 AND mails > 0",
        "DELETE FROM learned_word WHERE tenant = $1 AND ruled = $2 AND label = $3 AND word = $4 AND mails = 0",
    ],
);

async fn count<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    Kept { said, words, .. }: &Kept,
    (all, one): Step,
) -> Result<(), Failure> {
    let (ruled, label) = (said.ruled.name(), said.label.name());
    for sql in all {
        DB::fetch(connection, whose.own(sql).text(&ruled).text(&label), nothing).await?;
    }
    for word in words {
        for sql in one {
            DB::fetch(connection, whose.own(sql).text(&ruled).text(&label).number(*word), nothing).await?;
        }
    }
    Ok(())
}

async fn keep<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    (mark, Kept { said, words, sender }): (String, &Kept),
    now: u64,
) -> Result<(), Failure> {
    let words = words.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    let (ruled, label, at) = (said.ruled.name(), said.label.name(), now.to_string());
    let digest = sum([whose.tenant.as_str(), &mark, &at, &ruled, &label, &words], sender);
    let upsert = "INSERT INTO confirmation (tenant, mark, at, ruled, label, words, sender, digest) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT (tenant, mark) DO UPDATE SET at = excluded.at, ruled = excluded.ruled, label = excluded.label, \
        words = excluded.words, sender = excluded.sender, digest = excluded.digest";
    let row = whose.own(upsert).text(mark).number(now);
    let row = row.text(ruled).text(label).text(words).text(sender.as_str()).text(digest);
    DB::fetch(connection, row, nothing).await.map(drop)
}

/// Takes back what one mail taught, as if nobody had ever said what it is; nothing where it is not known. What is damaged goes too, and
/// what it taught stays counted.
pub(crate) async fn take_back<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    mark: &str,
) -> Result<(), Failure> {
    let gone = "DELETE FROM confirmation WHERE tenant = $1 AND mark = $2 \
        RETURNING tenant, mark, at, ruled, label, words, sender, digest";
    let gone = DB::fetch(connection, whose.own(gone).text(mark), |row| Ok(read(row).ok())).await?;
    for kept in gone.into_iter().flatten() {
        count::<DB>(connection, whose, &kept, DOWN).await?;
    }
    Ok(())
}

/// Takes back what the mails of one sender taught; gives how many.
pub(crate) async fn unlearn<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    sender: &str,
) -> Result<u64, Failure> {
    let asked = "SELECT mark FROM confirmation WHERE tenant = $1 AND sender = $2";
    let marks = DB::fetch(connection, whose.own(asked).text(whose.sender(sender)?), |row| row.text(0)).await?;
    for mark in &marks {
        take_back::<DB>(connection, whose, mark).await?;
    }
    Ok(marks.len() as u64)
}

/// Lets go of the oldest confirmations before a moment, and of the words that no other mail had: a word that stood in one mail alone
/// says more of that mail than of a habit. Gives how many; a damaged one goes like the others, and keeps none of them here.
pub(crate) async fn forget<DB: Engine>(
    connection: &mut DB::Connection,
    whose: Whose<'_>,
    (before, limit): (Timestamp, u64),
) -> Result<u64, Failure> {
    let old = select!("WHERE tenant = $1 AND at < $2 ORDER BY at, mark LIMIT $3");
    let old = whose.own(old).maybe_number(Some(before.as_millisecond())).number(limit);
    let old = DB::fetch(connection, old, |row| Ok((row.text(1)?, read(row).ok()))).await?;
    let gone = old.len() as u64;
    for (mark, kept) in old {
        let gone = whose.own("DELETE FROM confirmation WHERE tenant = $1 AND mark = $2").text(mark);
        DB::fetch(connection, gone, nothing).await?;
        for word in kept.into_iter().flat_map(|kept| kept.words) {
            let alone = "DELETE FROM learned_word WHERE tenant = $1 AND word = $2 \
                AND (SELECT SUM(mails) FROM learned_word WHERE tenant = $1 AND word = $2) = 1";
            DB::fetch(connection, whose.own(alone).number(word), nothing).await?;
        }
    }
    Ok(gone)
}
