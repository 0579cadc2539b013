//! The few signs of the pane; each stands beside a word and is silent to a screen reader.

use super::element::tag;
use yew::Html;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// Fine.
    Check,
    /// Look here.
    Bang,
    /// Not like this.
    Cross,
    /// Not known.
    Question,
    /// Opens below.
    Down,
    /// Closes again.
    Up,
    /// Waits.
    Clock,
    /// A mail.
    Mail,
    /// Not open to us.
    Lock,
}

/// Draws a sign in a colour of its meaning (`ok`, `warn`, `bad`, `brand`, `plain`).
pub(super) fn icon(icon: Icon, tone: &'static str) -> Html {
    let path = match icon {
        Icon::Check => "M3.5 8.5l3 3 6-7",
        Icon::Bang => "M8 3.5v5.5M8 12v.5",
        Icon::Cross => "M4.5 4.5l7 7M11.5 4.5l-7 7",
        Icon::Question => "M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.6M8 12v.4",
        Icon::Down => "M4 6l4 4 4-4",
        Icon::Up => "M4 10l4-4 4 4",
        Icon::Mail => "M2.5 4h11v8h-11zM2.5 4.5L8 9l5.5-4.5",
        Icon::Lock => "M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        Icon::Clock => "M8 4.5V8l2.5 1.5M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11",
    };
    let svg = tag("svg", "").set("class", format!("icon {tone}")).set("viewBox", "0 0 16 16");
    svg.set("aria-hidden", "true").set("focusable", "false").with([tag("path", "").set("d", path).with([])])
}
