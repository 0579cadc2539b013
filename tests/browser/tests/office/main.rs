//! The pane and the gate in Microsoft's own office.js. It comes by npm into the build's folder; without npm this says aloud that it was
//! not run, and counts as skipped.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test program")]

mod compose;
mod pane;
mod send;

use browser::Office;
use std::{future::Future, path::Path, pin::Pin, thread, time::Instant};

type Story = (&'static str, fn(&'static Office) -> Pin<Box<dyn Future<Output = ()>>>);

/// One entry a story: its name, and what is done.
macro_rules! stories {
    ($($module:ident::$name:ident),* $(,)?) => {
        [$((concat!(stringify!($module), "::", stringify!($name)), |office| Box::pin($module::$name(office)))),*]
    };
}

const STORIES: [Story; 9] = stories![
    compose::it_stands_above_what_is_written_with_its_reference_kept,
    compose::another_mail_on_the_screen_gets_nothing,
    compose::a_letter_too_long_for_a_reply_is_not_cut,
    pane::it_starts_drafts_and_takes_on_the_colours_that_outlook_changes_to,
    pane::it_follows_the_mail_on_the_screen_into_its_mailbox,
    pane::the_keyboard_reaches_everything_and_stays_in_the_pane,
    pane::a_window_signs_in_where_outlook_gives_no_token,
    send::what_was_changed_is_stopped_and_what_was_approved_leaves,
    send::mail_of_no_concern_passes_unread,
];

fn main() {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    let office = match Office::fetched(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("office-js")) {
        Ok(office) => Box::leak(Box::new(office)),
        Err(why) => {
            println!("\nnot run: the pane and the gate in Microsoft's office.js; {why}");
            println!("test result: ok. 0 passed; 0 failed; {} ignored; 0 measured; 0 filtered out", STORIES.len());
            return;
        }
    };
    let chosen: Vec<Story> = STORIES.into_iter().filter(|(name, _)| name.contains(&wanted)).collect();
    println!("\nrunning {} tests", chosen.len());
    let mut failed = 0;
    // Two at a time: a story waits for the browser most of its life.
    for two in chosen.chunks(2) {
        let running: Vec<_> = two.iter().map(|(name, story)| (*name, begun(name, *story, office))).collect();
        failed += running.into_iter().filter_map(|(name, story)| told(name, &story.join())).count();
    }
    let (passed, word) = (chosen.len() - failed, if failed == 0 { "ok" } else { "FAILED" });
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; {} filtered out",
        STORIES.len() - chosen.len()
    );
    std::process::exit(i32::from(failed > 0));
}

fn begun(
    name: &str,
    story: fn(&'static Office) -> Pin<Box<dyn Future<Output = ()>>>,
    office: &'static Office,
) -> thread::JoinHandle<f32> {
    let run = move || {
        let begun = Instant::now();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.expect("a runtime").block_on(story(office));
        begun.elapsed().as_secs_f32()
    };
    thread::Builder::new().name(name.to_owned()).spawn(run).expect("a thread")
}

/// Says how a story ended; what is given is a failure.
fn told(name: &str, ended: &thread::Result<f32>) -> Option<()> {
    match ended {
        Ok(seconds) => {
            println!("test {name} ... ok ({seconds:.1} s)");
            None
        }
        Err(_) => {
            println!("test {name} ... FAILED");
            Some(())
        }
    }
}
