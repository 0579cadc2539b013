//! Everybody can use it: every state in every set of colours and size, looked at by axe-core and by scripts of our own.

use browser::{Axe, CHAPTERS, Chapter, LOOKS, Look, Walk, ZOOMED, layout};
use std::io::Write;

/// Chapters under way at a time; each has a browser and a server of its own.
const AT_ONCE: usize = 2;

/// What was looked at, and what was found.
#[derive(Default)]
struct Tally {
    looks: usize,
    places: u64,
    found: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_can_be_used_by_everybody() {
    let axe = Axe::fetched();
    if let Err(why) = &axe {
        tell(&format!("not run: axe-core over every state of the pane; {why}"));
    }
    let axe: &'static Option<Axe> = Box::leak(Box::new(axe.ok()));
    let only = std::env::var("SAKSVAR_CHAPTER").unwrap_or_default();
    let wanted: Vec<&'static Chapter> = CHAPTERS.iter().filter(|it| it.name.contains(&only)).collect();
    let mut tally = Tally::default();
    for some in wanted.chunks(AT_ONCE) {
        let walks: Vec<_> = some.iter().map(|chapter| tokio::spawn(walked(chapter, axe.as_ref()))).collect();
        for walk in walks {
            let one = walk.await.expect("the chapter is walked to its end");
            tally.looks += one.looks;
            tally.places += one.places;
            tally.found.extend(one.found);
        }
    }
    let states: usize = wanted.iter().map(|chapter| chapter.states.len()).sum();
    let Tally { looks, places, found } = tally;
    tell(&format!("{states} states, {looks} looks, {places} places of Tab: {} findings", found.len()));
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

async fn walked(chapter: &'static Chapter, axe: Option<&Axe>) -> Tally {
    let mut walk = Walk::of(chapter, "nb").await;
    let mut tally = Tally::default();
    for state in chapter.states {
        walk.to(state).await;
        for look in LOOKS.iter().chain([&ZOOMED]) {
            look.set(&walk.visit).await;
            let found = looked(&walk, look, axe, &mut tally).await;
            tally.looks += 1;
            tally.found.extend(found.into_iter().map(|line| format!("{}, {}: {line}", state.name, look.name)));
        }
        Look::leave(&walk.visit).await;
    }
    walk.visit.browser.quit().await;
    tally
}

async fn looked(walk: &Walk, look: &Look, axe: Option<&Axe>, tally: &mut Tally) -> Vec<String> {
    let mut found = layout::edges(&walk.visit).await;
    if let Some(axe) = axe {
        found.extend(axe.findings(&walk.visit).await.1);
    }
    // The order is the same in all of them; where nothing must be scrolled, it can be seen.
    if look.name == LOOKS[0].name || look.forced {
        let (places, wrong) = layout::order(&walk.visit).await;
        tally.places += places;
        found.extend(wrong);
    }
    found
}

/// Says it past the runner, which keeps what a passing test prints to itself.
fn tell(line: &str) {
    let _ = writeln!(std::io::stdout(), "\n{line}");
}
