//! What the pane stands in: Outlook, or a plain browser tab.

pub mod browser;
pub mod clock;
mod outlook;
pub mod theme;

use crate::{
    state::{Insertion, Item, Surface, model::Cause},
    way::Nested,
};
use contract::operation::AttachedFile;
use std::{future::Future, pin::Pin, rc::Rc};
use theme::Theme;
use yew::Callback;

/// Something the host answers later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// What the host tells of its own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Another mail is on the screen.
    Item,
    /// The colours have changed, to these where the host tells which.
    Theme(Option<Theme>),
}

/// A mail client with a pane.
pub trait MailHost {
    /// What it is.
    fn surface(&self) -> Surface;
    /// The language of its screen, as a tag.
    fn language(&self) -> String;
    /// Its colours, where it tells.
    fn theme(&self) -> Option<Theme>;
    /// Tells when something changes.
    fn listen(&self, told: Callback<Told>);
    /// The mail on the screen.
    fn item(&self) -> Later<Option<Item>>;
    /// A token for our API by nested app authentication; `pressed` says that the person waits for it, `claims` is what Microsoft wants besides.
    fn nested(&self, _pressed: bool, _claims: Option<String>) -> Later<Nested> {
        Box::pin(async { Nested::Away })
    }
    /// The same from Office; `ask` lets the host ask the person, `claims` is what Microsoft wants besides.
    fn token(&self, ask: bool, claims: Option<String>) -> Later<Option<String>>;
    /// Opens a page in a dialog, and gives back what it says.
    fn dialog(&self, url: String) -> Later<Option<String>>;
    /// The pictures in the text of the mail being written; `None` where no mail is being written.
    fn images(&self) -> Later<Option<Vec<AttachedFile>>>;
    /// Puts a reply into the mail.
    fn insert(&self, insertion: Insertion) -> Later<Result<(), Cause>>;
}

/// The host this page stands in.
#[must_use]
pub fn here() -> Rc<dyn MailHost> {
    match outlook::Outlook::here() {
        Some(outlook) => Rc::new(outlook),
        None => Rc::new(browser::Browser),
    }
}
