//! Documents read in a process apart: each gets its answer, and no file takes anything with it but the process that read it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on says so and ends")]

use backend::reading::Desk;
use document::made;
use domain::port::{Documents, Format, Said, Unreadable};
use futures::future::join_all;
use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_saksvar");

fn desk() -> Desk {
    // Wide, because machines are shared.
    Desk::new(PathBuf::from(PROGRAM)).within(Duration::from_secs(2), Duration::from_secs(120))
}

fn sound() -> Vec<u8> {
    made::docx("<w:p><w:r><w:t>Hei på deg</w:t></w:r></w:p>")
}

async fn is_read(desk: &Desk) -> bool {
    desk.text(&sound(), Said::default()).await.is_ok_and(|read| read.text == "Hei på deg")
}

#[tokio::test]
async fn a_hostile_file_costs_nothing_but_itself() {
    let desk = desk();
    for trap in made::hostile().into_iter().filter(|trap| !trap.is_deadly) {
        let outcome = desk.text(&trap.bytes, Said { media: trap.media, name: "" }).await;
        let is_expected = match &outcome {
            Ok(_) => trap.is_read(),
            Err(reason) => trap.reasons.contains(reason),
        };
        assert!(is_expected, "{}: {outcome:?}", trap.name);
        assert!(is_read(&desk).await, "after {}", trap.name);
    }
}

#[tokio::test]
async fn memory_that_is_eaten_ends_the_reader_and_is_told() {
    let deadly = made::hostile().into_iter().find(|trap| trap.is_deadly).expect("there is one");
    let desk = desk();
    assert_eq!(desk.text(&deadly.bytes, Said::default()).await, Err(Unreadable::Swollen));
    assert!(is_read(&desk).await);
}

#[tokio::test]
async fn a_reader_that_goes_on_for_ever_is_killed_and_the_next_document_is_read() {
    let endless = made::hostile().into_iter().find(|trap| trap.name == "forms within forms").expect("there is one");
    let desk = Desk::new(PathBuf::from(PROGRAM)).within(Duration::from_secs(60), Duration::from_millis(400));
    let at = Instant::now();
    assert_eq!(desk.text(&endless.bytes, Said::default()).await, Err(Unreadable::Slow));
    assert!(at.elapsed() < Duration::from_secs(3), "{:?}", at.elapsed());
    assert!(desk.waiting().is_empty(), "it is not used again");
    assert!(is_read(&desk.within(Duration::from_secs(5), Duration::from_secs(60))).await);
}

#[tokio::test]
#[cfg(unix)]
async fn a_reader_that_was_ended_while_it_waited_is_replaced() {
    let desk = desk();
    assert!(is_read(&desk).await);
    let [waiting] = desk.waiting()[..] else { panic!("one waits: {:?}", desk.waiting()) };
    assert!(is_read(&desk).await);
    assert_eq!(desk.waiting(), [waiting], "it is asked again");
    assert!(Command::new("kill").args(["-9", &waiting.to_string()]).status().expect("kill").success());
    assert!(is_read(&desk).await);
    assert_ne!(desk.waiting(), [waiting]);
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn a_reader_has_no_environment_and_bounds() {
    let desk = desk();
    assert!(is_read(&desk).await);
    let [waiting] = desk.waiting()[..] else { panic!("one waits") };
    let of = |file: &str| std::fs::read_to_string(format!("/proc/{waiting}/{file}")).expect("the process is there");
    assert_eq!(of("environ"), "");
    let limits = of("limits");
    for (bound, most) in
        [("Max core file size", 0), ("Max file size", 0), ("Max open files", 3), ("Max address space", 512 << 20)]
    {
        let line = limits.lines().find(|line| line.starts_with(bound)).expect("a line");
        assert!(line.split_whitespace().any(|word| word == most.to_string()), "{line}");
    }
}

#[tokio::test]
async fn many_at_once_are_read_by_few() {
    let desk = desk();
    let bytes = made::pdf(&[&made::letters(&["Vedtak om støtte"])]);
    let all = join_all((0..20).map(|_| desk.text(&bytes, Said::default()))).await;
    assert!(all.iter().all(|read| read.as_ref().is_ok_and(|read| read.format == Format::Pdf)), "{all:?}");
    assert!((1..=4).contains(&desk.waiting().len()), "{:?}", desk.waiting());
}

#[tokio::test]
async fn a_reader_that_does_not_start_is_told_and_one_that_is_none_too() {
    for (program, reason) in [("/there/is/none", Unreadable::Unavailable), ("/bin/false", Unreadable::Crashed)] {
        let outcome = Desk::new(PathBuf::from(program)).text(&sound(), Said::default()).await;
        assert_eq!(outcome, Err(reason), "{program}");
    }
}

#[test]
fn the_command_prints_the_text_or_the_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let scan = made::pdf(&["0 0 m 10 10 l S"]);
    for (name, bytes, code, told) in [
        ("vedtak.docx", sound(), 0, "Hei på deg"),
        ("vedtak.pdf", sound(), 0, "Hei på deg"),
        ("skann.pdf", scan, 2, "(no_text)"),
        ("tom.txt", Vec::new(), 2, "the file is empty (empty)"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("written");
        let output = Command::new(PROGRAM).arg("document").arg(&file).output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).expect("text");
        assert_eq!((output.status.code(), said.contains(told)), (Some(code), true), "{name}: {said}");
    }
}
