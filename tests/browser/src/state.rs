//! Every state the pane can show, each a row with the steps that lead to it from the row before: one list for the tests and the pictures.

mod journal;
mod reply;
mod review;
mod sending;
mod trouble;

pub use journal::CONNECTED;
pub use reply::SEALED;
pub use sending::SENDS;
use thirtyfour::Key;
use town::Fault;

/// What somebody does, or what happens, on the way to a state.
#[derive(Clone, Debug)]
pub enum Step {
    /// Opens Outlook anew.
    Again,
    /// Looks at the pane.
    Pane,
    /// Looks at Outlook.
    Outlook,
    /// Opens a mail by words of its subject.
    Open(&'static str),
    /// Selects one more.
    Also(&'static str),
    /// Becomes somebody else: the key, and what the pane shows of the name.
    Become(&'static str, &'static str),
    /// Presses something with these words (none: any).
    Press(&'static str, &'static str),
    /// Waits for something with these words (none: any).
    See(&'static str, &'static str),
    /// Waits until nothing of the kind is left.
    Gone(&'static str),
    /// Types into a field.
    Write(&'static str, &'static str),
    /// Types where the focus is.
    Type(&'static str),
    /// Presses a key where the focus is.
    Key(Key),
    /// Writes words over others in the mail.
    Overwrite(&'static str, &'static str),
    /// Waits for the draft, and fills its gaps.
    Drafted,
    /// Asks for a second person.
    Asked,
    /// Ticks every finding, and approves.
    Approved,
    /// Inserts the reply.
    Inserted,
    /// Presses Send.
    Send,
    /// Runs a script in what is looked at.
    Script(&'static str),
    /// A mail arrives.
    Deliver(&'static str),
    /// The case system is away from here on.
    Away,
    /// It is there again.
    Back,
    /// Graph answers nothing from here on.
    Hold,
    /// Graph answers again.
    Let,
    /// The next call of Graph goes wrong.
    Fail(Fault),
    /// Outlook gives no token.
    SignedOut,
    /// The municipality has not consented to anything.
    Unconsented,
}

/// One state: its name, what a person calls it, and how it is reached from the one before.
#[derive(Debug)]
pub struct State {
    /// In file names.
    pub name: &'static str,
    /// Under the picture.
    pub title: &'static str,
    /// The way.
    pub steps: &'static [Step],
}

/// States that follow from each other in one visit.
#[derive(Debug)]
pub struct Chapter {
    /// Its name.
    pub name: &'static str,
    /// What the server is told besides.
    pub settings: &'static [(&'static str, &'static str)],
    /// The query of Outlook's page.
    pub query: &'static str,
    /// Whether it is shown in every language; its steps name no words of the pane then.
    pub spoken: bool,
    /// In their order.
    pub states: &'static [State],
}

const fn state(name: &'static str, title: &'static str, steps: &'static [Step]) -> State {
    State { name, title, steps }
}

/// Per Haug's mail, which everything can be said of.
const MAIL: &str = "Sak 2026/1234 – tilbygg";
/// The draft lies there.
const LAID: Step = Step::See("#draft .letter p", "");
/// The server never answers.
const SILENT: &str = "window.fetch = () => new Promise(() => {})";

/// Every state, by chapters.
pub const CHAPTERS: &[Chapter] = &[
    reply::ALONE,
    reply::NOTHING,
    reply::DRAFT,
    reply::MAILS,
    review::REVIEW,
    review::RETURNED,
    sending::SENDING,
    sending::POSTED,
    journal::JOURNAL,
    trouble::TROUBLE,
    trouble::CONSENT,
];

#[cfg(test)]
mod tests {
    use super::CHAPTERS;
    use std::collections::BTreeSet;

    #[test]
    fn every_state_has_a_name_of_its_own() {
        let names: Vec<&str> = CHAPTERS.iter().flat_map(|chapter| chapter.states).map(|state| state.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "two pictures would lie in one file");
    }
}
