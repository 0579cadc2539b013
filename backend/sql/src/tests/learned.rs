//! What confirmed mails taught: counted once a mail, taken back whole, lost by nobody, and never a word of text.

use super::sample::{at, entry, keys_in, memory, tenant};
use crate::Sql;
use domain::{
    audit::{Action, Entry},
    port::{Lesson, TenantStore},
    sort::{CORRECTABLE_DAYS, Class, Confirmed, Label, Learned, Mark, Said},
    thread::Message,
};
use futures::future::join_all;
use jiff::SignedDuration;
use sqlx::{AssertSqlSafe, Row as _};
use vocabulary::TenantId;

const SENDER: &str = "Per.Haug@example.no";

pub(super) fn mark(mail: &str) -> Mark {
    let internet_id = Some(format!("<{mail}@example.no>"));
    Mark::of(&TenantId::new("fjordvik"), &Message { internet_id, ..Message::default() })
}

fn confirmed(class: Class, unit: Option<&str>, features: &[u32]) -> Confirmed {
    let label = |class, unit: Option<&str>| Label::of(class, unit.map(str::to_owned)).unwrap();
    let said = Said { ruled: label(Class::Question, None), label: label(class, unit) };
    Confirmed { said, features: features.to_vec() }
}

pub(super) fn journal() -> Confirmed {
    confirmed(Class::Journal, None, &[1, 2])
}

pub(super) async fn confirm(store: &dyn TenantStore, mail: &str, confirmed: &Confirmed) {
    Lesson::of(mark(mail), SENDER, confirmed.clone()).commit(store, entry(Action::SortConfirmed)).await.unwrap();
}

/// What the domain makes of the same mails.
fn taught(all: &[&Confirmed]) -> Learned {
    let mut learned = Learned::default();
    all.iter().for_each(|confirmed| learned.add(confirmed));
    learned
}

const WORDS: [u32; 12] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, u32::MAX];

#[tokio::test]
async fn a_mail_counts_once_and_a_correction_takes_the_first_word_back() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let (to_vva, to_miljo) =
        (confirmed(Class::Forward, Some("vva"), &WORDS), confirmed(Class::Forward, Some("miljo"), &WORDS[..3]));
    let journal = journal();
    for _ in 0..2 {
        confirm(&*ours, "a", &to_vva).await;
        assert_eq!(ours.learned(&WORDS).await.unwrap(), taught(&[&to_vva]));
    }
    confirm(&*ours, "b", &journal).await;
    confirm(&*ours, "a", &to_miljo).await;
    assert_eq!(ours.learned(&WORDS).await.unwrap(), taught(&[&to_miljo, &journal]));
    assert_eq!(ours.learned(&[2]).await.unwrap(), taught(&[&to_miljo, &journal]).about(&[2]));
    assert_eq!(ours.confirmed(&mark("a")).await.unwrap(), Some(to_miljo.said.clone()));
    assert_eq!(ours.confirmed(&mark("c")).await.unwrap(), None);
    assert_eq!(theirs.learned(&WORDS).await.unwrap(), Learned::default());
    assert_eq!(theirs.confirmed(&mark("a")).await.unwrap(), None);
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 4, "each word is on record");
}

#[tokio::test]
async fn of_many_at_once_none_is_lost_and_the_same_mail_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let store =
        crate::Sqlite::open(crate::Place::File(&folder.path().join("s.sqlite")), keys_in(folder.path())).await.unwrap();
    let ours = tenant(&store, "fjordvik");
    let one = confirmed(Class::Forward, Some("miljo"), &[7, 8]);
    let names: Vec<String> = (0..20).map(|at| format!("m{}", at % 10)).collect();
    join_all(names.iter().map(|name| confirm(&*ours, name, &one))).await;
    assert_eq!(ours.learned(&[7, 8]).await.unwrap(), taught(&[&one; 10]));
}

#[tokio::test]
async fn old_ones_cannot_be_corrected_and_what_one_mail_alone_had_goes_with_it() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let (first, second) = (confirmed(Class::Journal, None, &[1, 2]), confirmed(Class::Journal, None, &[2, 3]));
    confirm(&*ours, "a", &first).await;
    let later = at(0) + SignedDuration::from_hours(24 * CORRECTABLE_DAYS.cast_signed() + 1);
    let entry = Entry { at: later, ..entry(Action::SortConfirmed) };
    Lesson::of(mark("b"), SENDER, second.clone()).commit(&*ours, entry).await.unwrap();
    assert_eq!(ours.confirmed(&mark("a")).await.unwrap(), None);
    assert_eq!(ours.confirmed(&mark("b")).await.unwrap(), Some(second.said.clone()));
    assert_eq!(
        ours.learned(&[1]).await.unwrap(),
        taught(&[&first, &second]).about(&[]),
        "the word is gone, the mail counts"
    );
}

#[tokio::test]
async fn what_is_not_written_is_not_learned() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    sqlx::query("DROP TABLE learned_word").execute(store.pool()).await.unwrap();
    let lesson = Lesson::of(mark("a"), SENDER, confirmed(Class::Journal, None, &[1]));
    assert!(lesson.commit(&*ours, entry(Action::SortConfirmed)).await.is_err());
    assert_eq!(ours.confirmed(&mark("a")).await.unwrap(), None);
    assert_eq!(ours.entries(0, 10).await.unwrap(), [], "neither is it on record");
}

/// Every cell of a table that holds text.
async fn texts(store: &Sql, table: &str) -> Vec<String> {
    let columns = format!("SELECT name FROM pragma_table_info('{table}')");
    let columns = sqlx::query(AssertSqlSafe(columns)).fetch_all(store.pool()).await.unwrap();
    let mut texts = Vec::new();
    for column in columns.iter().map(|column| column.get::<String, _>(0)) {
        let cells = format!("SELECT CAST({column} AS TEXT) FROM {table}");
        let cells = sqlx::query(AssertSqlSafe(cells)).fetch_all(store.pool()).await.unwrap();
        texts.extend(cells.iter().map(|cell| cell.get::<String, _>(0)));
    }
    texts
}

#[tokio::test]
async fn no_cell_holds_anything_but_numbers_hashes_and_our_own_names() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    confirm(&*ours, "a", &confirmed(Class::Forward, Some("miljo"), &WORDS)).await;
    let prints: Vec<String> = WORDS.iter().skip(9).map(u32::to_string).collect();
    let is_ours = |text: &str| ["fjordvik", "question", "forward:miljo"].contains(&text);
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_hexdigit() || c == ' ');
    for table in ["learned", "learned_word", "confirmation"] {
        let texts = texts(&store, table).await;
        assert!(!texts.is_empty());
        for text in texts {
            assert!(is_ours(&text) || is_number(&text), "{table}: {text}");
            let bare = text.split(' ').find(|part| prints.iter().any(|print| print == part));
            assert!(bare.is_none() && text != mark("a").as_str(), "{table}: what is kept is keyed: {text}");
        }
    }
}
