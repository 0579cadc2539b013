//! Outlook through office.js: every binding to it stands here. What an older Outlook lacks is asked for by name first.

use super::{Later, MailHost, Told, theme::Theme};
use crate::{
    client::sha256,
    state::{Bar, Insertion, Item, Surface, model::Cause},
    way::Nested,
};
use contract::operation::AttachedFile;
use js_sys::{Function, Object, Promise, Reflect};
use vocabulary::{ConversationId, MailId, limit};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// Milliseconds that Outlook may take to answer, or to give a token with a prompt of its own: office.js leaves a caller without a word when
/// Outlook hangs.
const PATIENCE: i32 = 15_000;

/// Several mails, or others, are selected in the list.
const SELECTED: &str = "SelectedItemsChanged";

/// The events of Outlook that are listened to.
const HEARD: [(&str, Told); 3] =
    [("ItemChanged", Told::Item), (SELECTED, Told::Item), ("OfficeThemeChanged", Told::Theme(None))];

#[wasm_bindgen]
extern "C" {
    /// Nested app authentication, as `boot.js` lays it there.
    fn nested(pressed: bool, claims: Option<String>) -> Promise;

    /// `Office.context.mailbox`.
    #[derive(Clone)]
    type Mailbox;
    #[wasm_bindgen(method, getter)]
    fn item(this: &Mailbox) -> Option<MailItem>;

    /// `Office.context.mailbox.item`, read or compose.
    #[derive(Clone)]
    type MailItem;
    #[wasm_bindgen(method, getter, js_name = itemId)]
    fn item_id(this: &MailItem) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = conversationId)]
    fn conversation_id(this: &MailItem) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn subject(this: &MailItem) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn from(this: &MailItem) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn body(this: &MailItem) -> JsValue;

    /// What `loadCustomPropertiesAsync` gives.
    type CustomProperties;
    #[wasm_bindgen(method)]
    fn set(this: &CustomProperties, name: &str, value: &str);

    /// What `displayDialogAsync` gives.
    type Dialog;
    #[wasm_bindgen(method, js_name = addEventHandler)]
    fn add_event_handler(this: &Dialog, event: &str, handler: &Function);
    #[wasm_bindgen(method)]
    fn close(this: &Dialog);
}

/// Outlook.
pub(super) struct Outlook {
    context: JsValue,
    mailbox: Mailbox,
}

impl Outlook {
    /// Outlook, when the page stands in it.
    pub(super) fn here() -> Option<Self> {
        let context = at(&js_sys::global(), &["Office", "context"])?;
        let mailbox = at(&context, &["mailbox"])?.unchecked_into();
        Some(Self { context, mailbox })
    }
}

impl MailHost for Outlook {
    fn surface(&self) -> Surface {
        Surface::Outlook
    }

    fn language(&self) -> String {
        at(&self.context, &["displayLanguage"]).and_then(|tag| tag.as_string()).unwrap_or_default()
    }

    fn theme(&self) -> Option<Theme> {
        colours(&self.context)
    }

    fn listen(&self, told: Callback<Told>) {
        let mailbox = self.mailbox.clone();
        // One after the other: Outlook on the web refuses the fourth call at once, and the mail is being read meanwhile.
        wasm_bindgen_futures::spawn_local(async move {
            for (name, event) in HEARD {
                let Some(kind) = at(&js_sys::global(), &["Office", "EventType", name]) else { continue };
                let handler = heard(&mailbox, &told, (name, event));
                // An Outlook without this event has a pane that is made anew for each mail.
                let _ = asked(&mailbox, "addHandlerAsync", &[kind, handler]).await;
            }
        });
    }

    fn item(&self) -> Later<Option<Item>> {
        let mailbox = self.mailbox.clone();
        Box::pin(async move {
            match mailbox.item() {
                Some(item) => Some(read(&item).await),
                None => several(&mailbox).await.then(|| barred(Bar::Several)),
            }
        })
    }

    fn nested(&self, pressed: bool, claims: Option<String>) -> Later<Nested> {
        Box::pin(async move {
            match JsFuture::from(nested(pressed, claims)).await {
                Ok(answer) => answer.as_string().map_or(Nested::Person, Nested::Token),
                Err(_) => Nested::Away,
            }
        })
    }

    fn token(&self, ask: bool, claims: Option<String>) -> Later<Option<String>> {
        Box::pin(async move {
            let auth = at(&js_sys::global(), &["Office", "auth"])?;
            let options = Object::new();
            set(&options, "allowSignInPrompt", &ask.into());
            set(&options, "allowConsentPrompt", &ask.into());
            if let Some(claims) = claims {
                set(&options, "authChallenge", &claims.into());
            }
            let promise = function(&auth, "getAccessToken")?.call1(&auth, &options).ok()?;
            JsFuture::from(in_time(&promise)?).await.ok()?.as_string()
        })
    }

    fn dialog(&self, url: String) -> Later<Option<String>> {
        let ui = at(&self.context, &["ui"]);
        Box::pin(async move {
            let options = Object::new();
            set(&options, "height", &60.into());
            set(&options, "width", &30.into());
            // Outlook on the web asks the person first whether the window may open: no answer is late here.
            let opened = asking(&ui?, "displayDialogAsync", &[url.into(), options.into()]).ok()?;
            let dialog: Dialog = JsFuture::from(opened).await.ok()?.unchecked_into();
            let message = JsFuture::from(said(&dialog)).await.ok().and_then(|message| message.as_string());
            if message.is_some() {
                dialog.close();
            }
            message
        })
    }

    fn images(&self) -> Later<Option<Vec<AttachedFile>>> {
        let mailbox = self.mailbox.clone();
        Box::pin(async move {
            let item = mailbox.item().filter(|item| !is_read(item))?;
            let attached = asked(&item, "getAttachmentsAsync", &[]).await.ok()?;
            let mut images = Vec::new();
            for file in attached.dyn_into::<js_sys::Array>().ok()?.iter() {
                if at(&file, &["isInline"]).is_some_and(|inline| inline.is_truthy()) {
                    images.push(image(&item, &file).await);
                }
            }
            Some(images)
        })
    }

    fn insert(&self, insertion: Insertion) -> Later<Result<(), Cause>> {
        let mailbox = self.mailbox.clone();
        Box::pin(async move {
            let item = mailbox.item().ok_or(Cause::OtherMail)?;
            if item.conversation_id().map(|id| rest(&id))
                != insertion.conversation.as_ref().map(|id| id.as_str().to_owned())
            {
                return Err(Cause::OtherMail);
            }
            if is_read(&item) { reply(&item, &insertion).await } else { prepend(&item, &insertion).await }
        })
    }
}

/// What to do when Outlook tells something. That another selection has been made counts only where no mail is on the screen: else the
/// change of the mail is told, too. The colours come with the event: those of the context are the first ones for good.
fn heard(mailbox: &Mailbox, told: &Callback<Told>, (name, event): (&'static str, Told)) -> JsValue {
    let (mailbox, told) = (mailbox.clone(), told.clone());
    let handler = Closure::<dyn FnMut(JsValue)>::new(move |said: JsValue| {
        if let Told::Theme(_) = event {
            told.emit(Told::Theme(colours(&said)));
        } else if name != SELECTED || mailbox.item().is_none() {
            told.emit(event);
        }
    });
    handler.into_js_value()
}

/// The colours of something that has them.
fn colours(of: &JsValue) -> Option<Theme> {
    Theme::of(&at(of, &["officeTheme", "bodyBackgroundColor"])?.as_string()?)
}

/// The same promise, rejected when it has not been kept in time: some hosts leave a question they do not know unanswered.
fn in_time(promise: &JsValue) -> Option<Promise> {
    let late = Promise::new(&mut |_, reject| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
        }
    });
    let promise: &Promise = promise.dyn_ref()?;
    Some(Promise::race(&js_sys::Array::of2(promise, &late)))
}

/// Whether more than one mail is selected; there is no item then, as when none is.
async fn several(mailbox: &Mailbox) -> bool {
    let selected = asked(mailbox, "getSelectedItemsAsync", &[]).await.ok();
    selected.and_then(|list| list.dyn_into::<js_sys::Array>().ok()).is_some_and(|list| list.length() > 1)
}

fn barred(bar: Bar) -> Item {
    Item { bar: Some(bar), ..Item::default() }
}

/// Whether the text is encrypted or its rights are restricted. A mail that is only signed in the clear is read like any other.
fn is_protected(item: &MailItem) -> bool {
    let text = |from: &JsValue, name| at(from, &[name]).and_then(|value| value.as_string()).unwrap_or_default();
    let class = text(item, "itemClass").to_ascii_lowercase();
    if let Some(kind) = class.strip_prefix("ipm.note.") {
        return kind == "smime" || kind.starts_with("rpmsg");
    }
    let files = at(item, &["attachments"]).and_then(|files| files.dyn_into::<js_sys::Array>().ok());
    files.unwrap_or_default().iter().any(|file| {
        let name = text(&file, "name").to_ascii_lowercase();
        name == "smime.p7m" || name.ends_with(".rpmsg")
    })
}

/// What the pane knows of a mail without reading it.
async fn read(item: &MailItem) -> Item {
    if is_read(item) && is_protected(item) {
        return barred(Bar::Protected);
    }
    let (stopped, place) = if is_read(item) { (None, String::new()) } else { stopped(item).await };
    Item {
        mail: item.item_id().filter(|_| is_read(item)).map(|id| MailId::new(rest(&id))),
        conversation: item.conversation_id().map(|id| ConversationId::new(rest(&id))),
        mailbox: shared_mailbox(item).await,
        subject: item.subject().as_string().unwrap_or_default(),
        from: at(&item.from(), &["displayName"]).and_then(|name| name.as_string()).unwrap_or_default(),
        bar: None,
        stopped,
        place,
    }
}

/// A picture in the text, by name, size and content; an Outlook that does not give the content leaves it out, as the gate's script does.
async fn image(item: &MailItem, file: &JsValue) -> AttachedFile {
    let name = at(file, &["name"]).and_then(|name| name.as_string()).unwrap_or_default();
    let told = at(file, &["size"]).and_then(|size| size.as_f64()).unwrap_or_default();
    let content = content(item, file).await;
    let size = content.as_ref().map_or(told, |bytes| bytes.len() as f64);
    let sha256 = match (web_sys::window(), content) {
        (Some(window), Some(bytes)) => sha256(&window, &bytes).await,
        _ => None,
    };
    // A size is a whole number of bytes that a mail can hold.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, and never below zero")]
    let size = size.round().max(0.0) as u64;
    AttachedFile { name, size, sha256, inline: true }
}

async fn content(item: &MailItem, file: &JsValue) -> Option<Vec<u8>> {
    let content = asked(item, "getAttachmentContentAsync", &[at(file, &["id"])?]).await.ok()?;
    let is_base64 = at(&content, &["format"])?.as_string()? == "base64";
    let text = at(&content, &["content"])?.as_string().filter(|_| is_base64)?;
    let latin = web_sys::window()?.atob(&text).ok()?;
    latin.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// A mail that is read has its subject as text; one that is written has an object to ask.
fn is_read(item: &MailItem) -> bool {
    item.subject().is_string()
}

/// Office gives ids of the older web services; Graph writes the same ones with two characters exchanged.
fn rest(id: &str) -> String {
    id.replace('/', "-").replace('+', "_")
}

async fn shared_mailbox(item: &MailItem) -> Option<String> {
    let shared = asked(item, "getSharedPropertiesAsync", &[]).await.ok()?;
    at(&shared, &["targetMailbox"])?.as_string()
}

/// The sentence of the gate and where it leads, when its dialog opened this pane.
async fn stopped(item: &MailItem) -> (Option<String>, String) {
    let context = asked(item, "getInitializationContextAsync", &[]).await.ok().and_then(|context| context.as_string());
    let context = context.and_then(|context| js_sys::JSON::parse(&context).ok());
    let of = |name| context.as_ref().and_then(|context| at(context, &[name])).and_then(|value| value.as_string());
    (of("sentence").filter(|sentence| !sentence.is_empty()), of("place").unwrap_or_default())
}

/// Opens a reply to all with the text in it.
async fn reply(item: &MailItem, insertion: &Insertion) -> Result<(), Cause> {
    let is_too_long = insertion.html.len() > limit::REPLY_HTML_BYTES;
    let opened = open(item, if is_too_long { "" } else { &insertion.html }).await;
    // An empty one takes it all the same, once the pane stands in it.
    if is_too_long { Err(Cause::TooLong) } else { opened }
}

async fn open(item: &MailItem, html: &str) -> Result<(), Cause> {
    let html = JsValue::from_str(html);
    if function(item, "displayReplyAllFormAsync").is_some() {
        return asked(item, "displayReplyAllFormAsync", &[html]).await.map(|_| ()).map_err(|()| Cause::Insert);
    }
    let older = function(item, "displayReplyAllForm").ok_or(Cause::Insert)?;
    older.call1(item, &html).map(|_| ()).map_err(|_| Cause::Insert)
}

/// Puts the text at the top of the mail being written, and the reference where the gate looks for it.
async fn prepend(item: &MailItem, insertion: &Insertion) -> Result<(), Cause> {
    let options = Object::new();
    set(&options, "coercionType", &"html".into());
    let properties = asked(item, "loadCustomPropertiesAsync", &[]).await.map_err(|()| Cause::Insert)?;
    let properties: CustomProperties = properties.unchecked_into();
    properties.set("saksvar.reference", &insertion.reference);
    properties.set("saksvar.away", &insertion.away);
    asked(&properties, "saveAsync", &[]).await.map_err(|()| Cause::Insert)?;
    let html = JsValue::from_str(&insertion.html);
    asked(&item.body(), "prependAsync", &[html, options.into()]).await.map(|_| ()).map_err(|()| Cause::Insert)
}

/// What a dialog says, or a rejection when it is closed.
fn said(dialog: &Dialog) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let message = Closure::once_into_js(move |event: JsValue| {
            let message = at(&event, &["message"]).filter(|_| is_ours(&event)).unwrap_or(JsValue::NULL);
            let _ = resolve.call1(&JsValue::NULL, &message);
        });
        let closed = Closure::once_into_js(move |_: JsValue| {
            let _ = reject.call0(&JsValue::NULL);
        });
        dialog.add_event_handler("dialogMessageReceived", message.unchecked_ref());
        dialog.add_event_handler("dialogEventReceived", closed.unchecked_ref());
    })
}

/// Whether a dialog's word comes from a page of ours. Older programs do not say where it is from (before DialogOrigin 1.1).
fn is_ours(event: &JsValue) -> bool {
    let ours = at(&js_sys::global(), &["location", "origin"]);
    at(event, &["origin"]).is_none_or(|origin| Some(origin) == ours)
}

/// Calls an Office function, and waits for its answer as long as Outlook may take.
async fn asked(target: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, ()> {
    let answer = asking(target, name, arguments)?;
    JsFuture::from(in_time(&answer).ok_or(())?).await.map_err(|_| ())
}

/// Calls an Office function that answers through a callback at the end of its arguments.
fn asking(target: &JsValue, name: &str, arguments: &[JsValue]) -> Result<Promise, ()> {
    let function = function(target, name).ok_or(())?;
    let given = arguments.iter().collect::<js_sys::Array>();
    Ok(Promise::new(&mut |resolve, reject| {
        let refuse = reject.clone();
        let callback = Closure::once_into_js(move |outcome: JsValue| {
            let succeeded =
                at(&outcome, &["status"]).and_then(|status| status.as_string()).as_deref() == Some("succeeded");
            let value = at(&outcome, &["value"]).unwrap_or(JsValue::UNDEFINED);
            let _ = if succeeded { resolve.call1(&JsValue::NULL, &value) } else { reject.call0(&JsValue::NULL) };
        });
        given.push(&callback);
        if function.apply(target, &given).is_err() {
            let _ = refuse.call0(&JsValue::NULL);
        }
    }))
}

fn function(target: &JsValue, name: &str) -> Option<Function> {
    at(target, &[name])?.dyn_into().ok()
}

/// The value at the end of a path of names, where every name leads somewhere.
fn at(from: &JsValue, path: &[&str]) -> Option<JsValue> {
    let mut value = from.clone();
    for name in path {
        if !value.is_object() && !value.is_function() {
            return None;
        }
        value = Reflect::get(&value, &JsValue::from_str(name)).ok()?;
    }
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
