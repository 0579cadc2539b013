//! A plain browser tab: no mail; whoever may approve signs in by way of Entra's own page, in this very tab, and comes back. The two scripts
//! around the pane carry that out: `signed-in.js` leaves with a secret that waits in the tab's own storage, and `tab.js` redeems the ticket
//! that comes back with it. No page is opened beside this one, and no other page is listened to.

use super::{Later, MailHost, Told, theme::Theme};
use crate::state::{Insertion, Item, Surface, model::Cause};
use contract::operation::AttachedFile;
use js_sys::Reflect;
use vocabulary::DraftId;
use wasm_bindgen::JsValue;
use yew::Callback;

/// A plain browser tab.
pub(super) struct Browser;

impl MailHost for Browser {
    fn surface(&self) -> Surface {
        Surface::Alone
    }
    fn language(&self) -> String {
        web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
    }
    fn theme(&self) -> Option<Theme> {
        None
    }
    fn listen(&self, _: Callback<Told>) {}
    fn item(&self) -> Later<Option<Item>> {
        Box::pin(async { None })
    }
    /// The bearer that this page came back with; it is here once.
    fn token(&self, _: bool, _: Option<String>) -> Later<Option<String>> {
        let bearer = left("bearer");
        Box::pin(async { bearer })
    }
    /// The page itself leaves, and this future with it.
    fn dialog(&self, _: String) -> Later<Option<String>> {
        if let Some(window) = web_sys::window() {
            let named = left("draft").unwrap_or_default();
            let _ =
                Reflect::set(&window.location().into(), &"href".into(), &format!("/signed-in.html#={named}").into());
        }
        Box::pin(std::future::pending())
    }
    fn images(&self) -> Later<Option<Vec<AttachedFile>>> {
        Box::pin(async { None })
    }
    fn insert(&self, _: Insertion) -> Later<Result<(), Cause>> {
        Box::pin(async { Err(Cause::Insert) })
    }
}

/// The draft that the address names: `/#draft=…`. What stands behind `#` is never sent to a server.
#[must_use]
pub fn linked() -> Option<DraftId> {
    left("draft").filter(|name| !name.is_empty()).map(DraftId::new)
}

/// What `boot.js` and `tab.js` left for the pane: a bearer is taken away with the reading.
fn left(name: &str) -> Option<String> {
    let (window, name) = (web_sys::window()?, JsValue::from_str(name));
    let words = Reflect::get(&window.clone().into(), &name).ok()?.as_string();
    if name == "bearer" {
        let _ = Reflect::set(&window.into(), &name, &JsValue::NULL);
    }
    words
}
