//! Walks through the states of a chapter, and lets somebody look at each.

use crate::{Chapter, State, Step, Visit};
use town::Hold;

/// A visit on its way through a chapter.
pub struct Walk {
    /// The visit.
    pub visit: Visit,
    query: String,
    held: Option<Hold>,
}

impl Walk {
    /// Opens Outlook for a chapter, in a language (`nb`, `nn`, `en`).
    pub async fn of(chapter: &Chapter, language: &str) -> Self {
        let between = if chapter.query.is_empty() { "?" } else { "&" };
        let query = format!("{}{between}language={language}", chapter.query);
        let visit = Visit::with(chapter.settings, &query, (1280, 1400)).await;
        Self { visit, query, held: None }
    }

    /// Goes from the state before to this one.
    pub async fn to(&mut self, state: &State) {
        for step in state.steps {
            self.step(step).await;
        }
        self.visit.pane().await;
    }

    async fn step(&mut self, step: &Step) {
        let visit = &self.visit;
        match step {
            Step::Again => visit.go(&self.query).await,
            Step::Away => visit.stand.kernel.iter().for_each(|kernel| kernel.fail(vec![town::Failing::Down; 1000])),
            Step::Back => visit.stand.kernel.iter().for_each(town::Noark::heal),
            Step::Hold => self.held = Some(visit.stand.town.hold_graph()),
            Step::Let => self.held = None,
            Step::Fail(fault) => visit.stand.town.fail_graph([fault.clone()]),
            Step::SignedOut => visit.stand.town.fail_office_sign_in(Some(13012)),
            Step::Unconsented => visit.stand.town.withdraw_consent(),
            Step::Deliver(mail) => assert_eq!(visit.stand.town.deliver(mail.as_bytes()).len(), 1, "delivered"),
            _ => self.done(step).await,
        }
    }

    /// What a person does.
    async fn done(&self, step: &Step) {
        let visit = &self.visit;
        match step {
            Step::Pane => drop(visit.pane().await),
            Step::Outlook => drop(visit.outlook().await),
            Step::Open(words) => drop(visit.open(words).await),
            Step::Also(words) => drop(visit.also(words).await),
            Step::Become(key, shown) => drop(visit.becomes(key, shown).await),
            Step::Press(css, words) => drop(visit.press(css, words).await),
            Step::See(css, words) => drop(visit.see(css, words).await),
            Step::Gone(css) => drop(visit.gone(css, "").await),
            Step::Write(css, text) => drop(visit.write(css, text).await),
            Step::Type(text) => drop(visit.type_here(text).await),
            Step::Key(key) => drop(visit.key(key.clone()).await),
            Step::Overwrite(old, new) => drop(visit.outlook().await.overwrite("#compose-body", old, new).await),
            Step::Drafted => drop(visit.drafted().await),
            Step::Asked => drop(visit.asked().await),
            Step::Approved => drop(visit.ticked().await),
            Step::Inserted => drop(visit.inserted().await),
            Step::Send => drop(visit.send().await),
            Step::Script(text) => drop(visit.ask(text, vec![]).await),
            _ => {}
        }
    }
}
