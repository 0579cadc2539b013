//! The frame of the pane: who, the three parts, the bar of progress, the part itself, the next step.

use super::{
    See, actions,
    element::{all, el, line, link, named, press, tag, words},
    log, queue, reply, trouble, waiting,
};
use crate::{
    state::{Event, Stage, Surface, Tab, queue::ROW},
    text::Text,
};
use wasm_bindgen::JsCast;
use yew::{Html, KeyboardEvent};

/// A draft is on its way.
const COMING: &str = "coming";

pub(super) fn shell(see: &See) -> Html {
    // A plain tab has no mail: it has the list alone, for who may approve.
    let alone = see.model.surface == Surface::Alone;
    let panel = if see.model.signed_out.is_some() {
        trouble::signed_out(see)
    } else if alone && !see.model.reads_for_others() {
        trouble::alone(see)
    } else {
        match see.model.tab {
            Tab::Reply => reply::reply(see),
            Tab::Review => queue::queue(see),
            Tab::Log => log::log(see),
        }
    };
    // The log has nothing in it to go to: the keys must reach the list itself.
    let reached = if see.model.tab == Tab::Log { "0" } else { "-1" };
    let shown = tag("div", "panel").set("id", "panel").set("tabindex", reached);
    let shown = shown.set("role", (!alone).then_some("tabpanel"));
    let shown = shown.set("aria-labelledby", (!alone).then(|| tab_id(see.model.tab)));
    let shown = shown.with([trouble::offline(see), all([named(at(see), all([panel, about(see)]))])]);
    let tabs = if alone { Html::default() } else { tabs(see) };
    let next = all([named(at(see), actions::actions(see))]);
    let main = el("main", "work", [tabs, waiting::bar(see), shown, next]);
    let said = tag("div", "said").set("role", "status").set("aria-live", "polite").says(&see.model.said);
    let pane = tag("div", "pane").keys(see.key(keyed));
    pane.with([head(see), main, said])
}

/// What is on the screen: a name for each thing of its own, so that nothing of one becomes a part of the next.
fn at(see: &See) -> &'static str {
    match (see.model.tab, &see.model.reply) {
        (Tab::Reply, Stage::Open(_)) => "draft",
        (Tab::Reply, Stage::Looking | Stage::Preparing(..)) => COMING,
        (tab, _) => tab_id(tab),
    }
}

/// Below all else: who can use the pane, and whom to tell when they cannot. Not while a draft streams in, which would move it.
fn about(see: &See) -> Html {
    if at(see) == COMING {
        return Html::default();
    }
    let page = format!("accessibility.html#{}", see.model.language.code());
    el("p", "about", [link(page, see.say(Text::Accessibility))])
}

/// Escape leaves; Ctrl (or ⌘) and Enter approve, with Shift they send back; the arrows, and J and K, go from row to row of the list, but
/// only from a row, so that nobody who writes meets them.
fn keyed(event: &KeyboardEvent) -> Option<Event> {
    let down = match event.key().as_str() {
        "Escape" => return Some(Event::Escaped),
        "Enter" if event.ctrl_key() || event.meta_key() => return Some(Event::Keyed(!event.shift_key())),
        "ArrowDown" | "j" => true,
        "ArrowUp" | "k" => false,
        _ => return None,
    };
    let from = event.target()?.dyn_into::<web_sys::HtmlElement>().ok()?.id();
    from.starts_with(ROW).then(|| {
        event.prevent_default();
        Event::RowLeft(from, down)
    })
}

fn head(see: &See) -> Html {
    let me = see.model.me.as_ref().filter(|_| see.model.signed_out.is_none());
    let who = me.map(|me| format!("{} · {}", me.tenant, shortened(&me.name)));
    let out = me.map(|_| {
        let button = press("button link slim", see.press(Event::SignOutPressed)).set("id", "sign-out");
        button.says(see.say(Text::SignOut))
    });
    el("header", "head", [line("h1", "", "Saksvar"), el("span", "who", [words(who)]), out.unwrap_or_default()])
}

/// `Kari Nordby` as `Kari N.`, on one line.
fn shortened(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((first, last)) => match last.chars().next() {
            Some(letter) => format!("{first}\u{a0}{letter}."),
            None => first.to_owned(),
        },
        None => name.to_owned(),
    }
}

fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Reply => "tab-reply",
        Tab::Review => "tab-review",
        Tab::Log => "tab-log",
    }
}

/// The parts that concern this person; only who may approve has a list of what waits.
fn shown_tabs(see: &See) -> Vec<(Tab, Text)> {
    let mut tabs = vec![(Tab::Reply, Text::TabReply)];
    if see.model.reads_for_others() {
        tabs.push((Tab::Review, Text::TabReview));
    }
    tabs.push((Tab::Log, Text::TabLog));
    tabs
}

fn tabs(see: &See) -> Html {
    let shown = shown_tabs(see);
    let order: Vec<Tab> = shown.iter().map(|(tab, _)| *tab).collect();
    let list = tag("div", "tabs").set("role", "tablist").set("aria-label", see.say(Text::Tabs));
    let list = list.keys(see.key(move |event| moved(&order, event)));
    list.with(shown.into_iter().map(|(tab, name)| one_tab(see, tab, name)).collect::<Vec<_>>())
}

fn one_tab(see: &See, tab: Tab, name: Text) -> Html {
    let chosen = see.model.tab == tab;
    let (count, text) = match (tab, &see.model.me) {
        (Tab::Review, Some(me)) => (me.waiting as usize, Text::WaitingCount),
        (Tab::Reply, _) => (reply::back(see).count(), Text::BackCount),
        _ => (0, Text::WaitingCount),
    };
    let badge = (count > 0).then(|| {
        let n = count;
        let mut told = see.fill(text, &[("n", &n.to_string())]);
        let late = match (tab, &see.model.me) {
            (Tab::Review, Some(me)) => me.pressing > 0,
            _ => false,
        };
        if late {
            told = told + ", " + see.say(Text::QueueOverdue);
        }
        let number = tag("span", "").set("aria-hidden", "true").says(n.to_string());
        el("span", if late { "badge late" } else { "badge" }, [number, line("span", "quiet", told)])
    });
    let class = if chosen { "tab chosen" } else { "tab" };
    let button = press(class, see.press(Event::TabChosen(tab))).set("role", "tab").set("id", tab_id(tab));
    let button = button.set("aria-selected", chosen).set("aria-controls", "panel");
    let button = button.set("tabindex", if chosen { "0" } else { "-1" });
    button.with([line("span", "", see.say(name)), badge.unwrap_or_default()])
}

/// The arrow keys go from part to part, as in Outlook's own.
fn moved(order: &[Tab], event: &KeyboardEvent) -> Option<Event> {
    let from = event.target()?.dyn_into::<web_sys::HtmlElement>().ok()?;
    let at = order.iter().position(|tab| tab_id(*tab) == from.id())?;
    let to = match event.key().as_str() {
        "ArrowRight" => (at + 1) % order.len(),
        "ArrowLeft" => (at + order.len() - 1) % order.len(),
        "Home" => 0,
        "End" => order.len() - 1,
        _ => return None,
    };
    event.prevent_default();
    let next = from.parent_element()?.children().item(u32::try_from(to).ok()?)?;
    let _ = next.dyn_into::<web_sys::HtmlElement>().ok()?.focus();
    Some(Event::TabChosen(order[to]))
}
