//! A plain browser tab: no mail, no token; the pane says where it belongs.

use super::{Later, MailHost, Told, theme::Theme};
use crate::state::{Insertion, Item, Surface, model::Cause};
use contract::operation::AttachedFile;
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
    fn token(&self, _: bool, _: Option<String>) -> Later<Option<String>> {
        Box::pin(async { None })
    }
    fn dialog(&self, _: String) -> Later<Option<String>> {
        Box::pin(async { None })
    }
    fn images(&self) -> Later<Option<Vec<AttachedFile>>> {
        Box::pin(async { None })
    }
    fn insert(&self, _: Insertion) -> Later<Result<(), Cause>> {
        Box::pin(async { Err(Cause::Insert) })
    }
}
