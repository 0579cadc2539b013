//! The shell: hands events to the state, carries out what it wants done, and draws it.

use crate::{
    client::Client,
    host::{self, MailHost, Told, theme::Theme},
    state::{self, Call, Effect, Event, Model, Surface},
    text, view,
};
use contract::operation::SaveSignature;
use std::{cell::Cell, pin::Pin, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement};
use yew::{Component, Context, Html, html::Scope};

/// The whole pane.
pub struct App {
    model: Model,
    host: Rc<dyn MailHost>,
    client: Rc<Client>,
    focus: Option<String>,
    mark: Option<(u32, u32)>,
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let host = host::here();
        let language = text::language(&host.language());
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("lang", language.code());
        }
        paint(host.theme());
        let opens = Rc::default();
        listen(&host, ctx.link(), &opens);
        let link = ctx.link().clone();
        link.send_message(Event::Started);
        open(&host, link, &opens);
        let client = Rc::new(Client::new(Rc::clone(&host), language.code()));
        let mut model = Model::new(language, host.surface());
        if model.surface == Surface::Alone {
            model.linked = host::browser::linked();
        }
        Self { model, host, client, focus: None, mark: None }
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        for effect in state::update(&mut self.model, event) {
            self.carry_out(effect, ctx.link().clone());
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::pane(&self.model, ctx.link().callback(|event| event))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(id) = self.focus.take()
            && let Some(element) = document().and_then(|document| document.get_element_by_id(&id))
            && let Ok(element) = element.dyn_into::<HtmlElement>()
        {
            let _ = element.focus();
            if let (Some((start, end)), Some(field)) = (self.mark.take(), element.dyn_ref::<HtmlTextAreaElement>()) {
                let _ = field.set_selection_range(start, end);
            }
        }
    }
}

impl App {
    fn carry_out(&mut self, effect: Effect, link: Scope<Self>) {
        let client = Rc::clone(&self.client);
        match effect {
            Effect::Focus(id) => self.focus = Some(id),
            Effect::Mark(start, end) => self.mark = Some((start, end)),
            Effect::StopPreparing => client.stop(),
            Effect::Later(wait, event) => later(wait, move || link.send_message(*event)),
            Effect::Call(ticket, call) => spawn(async move {
                let answer = client.call(call).await;
                link.send_message(Event::Answered(ticket, answer));
            }),
            Effect::Prepare(ticket, request) => spawn(async move {
                let told = link.clone();
                let told = move |step| told.send_message(Event::Stepped(ticket, step));
                let answer = client.prepare(&request, &told).await;
                link.send_message(Event::Answered(ticket, answer));
            }),
            Effect::SaveSignature(ticket, text, known) => {
                let host = Rc::clone(&self.host);
                spawn(async move {
                    // A mail being written shows which pictures stand there now; elsewhere those that are known are kept.
                    let images = host.images().await.unwrap_or(known);
                    let answer = client.call(Call::SaveSignature(SaveSignature { text, images })).await;
                    link.send_message(Event::Answered(ticket, answer));
                });
            }
            Effect::SignIn => spawn(async move {
                let succeeded = client.sign_in().await;
                link.send_message(Event::SignedIn(succeeded));
            }),
            Effect::Copy(desk, text) => spawn(async move {
                let succeeded = copied(&text, "#draft .letter").await;
                link.send_message(Event::Copied(desk, succeeded));
            }),
            Effect::CopyLink(address) => spawn(async move {
                let succeeded = copied(&address, "#mend").await;
                link.send_message(Event::LinkCopied(succeeded));
            }),
            Effect::SignOut => spawn(async move { client.sign_out().await }),
            Effect::Insert(insertion) => {
                let host = Rc::clone(&self.host);
                spawn(async move {
                    let outcome = host.insert(insertion).await.map_err(Into::into);
                    link.send_message(Event::Inserted(outcome));
                });
            }
        }
    }
}

/// Lays a text on the clipboard. Where the frame around the pane does not let it, the place where it
/// stands is marked instead, for the person's own keys.
async fn copied(text: &str, place: &'static str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    if !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    let place = document().and_then(|document| document.query_selector(place).ok()?);
    if let (Some(place), Ok(Some(selection))) = (place, window.get_selection()) {
        let _ = selection.select_all_children(&place);
    }
    false
}

/// Lets something run on; boxed, so that all of them share one way to run.
fn spawn(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    spawn_local(future);
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Reads which mail is on the screen. A reading that ends after a newer one has begun is dropped: the host may tell them in any order.
fn open(host: &Rc<dyn MailHost>, link: Scope<App>, opens: &Rc<Cell<u32>>) {
    let (host, opens) = (Rc::clone(host), Rc::clone(opens));
    let turn = opens.get().wrapping_add(1);
    opens.set(turn);
    spawn(async move {
        let item = host.item().await;
        if opens.get() == turn {
            link.send_message(Event::ItemOpened(item));
        }
    });
}

/// Takes on the colours of the host; where it does not tell, the style sheet follows the system.
fn paint(theme: Option<Theme>) {
    if let Some(theme) = theme
        && let Some(root) = document().and_then(|document| document.document_element())
    {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}

/// Listens to the host and to the browser, for as long as the page lives.
fn listen(host: &Rc<dyn MailHost>, link: &Scope<App>, opens: &Rc<Cell<u32>>) {
    let (kept, told_to, opens) = (Rc::clone(host), link.clone(), Rc::clone(opens));
    host.listen(yew::Callback::from(move |told| match told {
        Told::Item => open(&kept, told_to.clone(), &opens),
        Told::Theme(theme) => paint(theme.or_else(|| kept.theme())),
    }));
    let Some(window) = web_sys::window() else { return };
    for (name, online) in [("online", true), ("offline", false)] {
        let link = link.clone();
        on(&window, name, move || link.send_message(Event::Online(online)));
    }
    if let Some(document) = document() {
        let (link, seen) = (link.clone(), document.clone());
        on(&document, "visibilitychange", move || {
            if !seen.hidden() {
                link.send_message(Event::Visible);
            }
        });
    }
}

fn on(target: &web_sys::EventTarget, name: &str, act: impl FnMut() + 'static) {
    let handler = Closure::<dyn FnMut()>::new(act).into_js_value();
    let _ = target.add_event_listener_with_callback(name, handler.unchecked_ref());
}

fn later(wait: u32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let wait = i32::try_from(wait).unwrap_or(i32::MAX);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), wait);
    }
}
