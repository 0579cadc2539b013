//! A visit to Outlook, and the steps people take there.

use crate::{
    Browser, Office, Stand, Wanted,
    page::{enter, find, script, until},
};
use serde_json::{Value, json};
use std::path::PathBuf;
use thirtyfour::{WebElement, prelude::*};

/// The shared mailbox that citizens write to.
pub const POSTMOTTAK: &str = "postmottak@fjordvik.kommune.no";

/// Marks the first place of a text in an editable element, whatever blanks stand in it.
const MARK: &str = r#"
const [css, words] = arguments;
const root = document.querySelector(css);
const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const at = texts.currentNode.data.replace(/\s/g, " ").indexOf(words);
  if (at < 0) continue;
  root.focus();
  getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + words.length);
  return true;
}
return false;
"#;

/// A stand with somebody in front of it.
pub struct Visit {
    /// Town and server.
    pub stand: Stand,
    /// The browser.
    pub browser: Browser,
}

impl Visit {
    /// Kari opens Outlook in a window of usual size.
    pub async fn begin() -> Self {
        Self::with(&[], "", (1280, 800)).await
    }

    /// The same with settings of the server, a query of Outlook's page (`?person=liv&theme=dark`), and a size of window.
    pub async fn with(more: &[(&str, &str)], query: &str, size: (u32, u32)) -> Self {
        Self::at(Stand::with(more, None).await, query, size).await
    }

    /// Kari opens Outlook where it gives its add-ins Microsoft's own office.js.
    pub async fn hosted(office: &'static Office) -> Self {
        Self::at(Stand::with(&[], Some(office)).await, "", (1280, 800)).await
    }

    async fn at(stand: Stand, query: &str, size: (u32, u32)) -> Self {
        let browser = Browser::start(size, &stand.flags()).await;
        let visit = Self { stand, browser };
        visit.go(query).await;
        visit
    }

    /// Opens Outlook anew.
    pub async fn go(&self, query: &str) {
        self.browser.driver.goto(format!("{}/{query}", self.stand.town.outlook_url)).await.expect("Outlook opens");
        self.outlook().await.see("body[data-ready]", "").await;
        self.listened().await;
    }

    /// Waits until the pane listens for another mail: Microsoft's library tells nothing of what happened before.
    async fn listened(&self) {
        if self.stand.is_hosted() {
            self.see("#pane[data-listens~=olkItemSelectedChanged]", "").await;
        }
    }

    /// Looks at Outlook's own page from here on.
    pub async fn outlook(&self) -> &Self {
        self.within(None).await
    }

    /// Looks at the pane from here on.
    pub async fn pane(&self) -> &Self {
        self.within(Some("pane")).await
    }

    async fn within(&self, frame: Option<&str>) -> &Self {
        let entered = until(|| async { enter(&self.browser.driver, frame).await.ok() }).await;
        assert!(entered.is_some(), "there is a frame {frame:?}");
        self
    }

    /// Waits for something visible.
    pub async fn see(&self, css: &str, words: &str) -> WebElement {
        let wanted = Wanted(css, words);
        match until(|| find(&self.browser.driver, wanted)).await {
            Some(element) => element,
            None => panic!("{wanted:?} is not there. {}", self.told().await),
        }
    }

    /// Waits until nothing of the kind is visible.
    pub async fn gone(&self, css: &str, words: &str) -> &Self {
        let wanted = Wanted(css, words);
        let away = until(|| async { find(&self.browser.driver, wanted).await.is_none().then_some(()) }).await;
        assert!(away.is_some(), "{wanted:?} is still there. {}", self.told().await);
        self
    }

    /// Presses it with the mouse, once it is there and can be pressed.
    pub async fn press(&self, css: &str, words: &str) -> &Self {
        let wanted = Wanted(css, words);
        let pressed = until(|| async {
            let element = find(&self.browser.driver, wanted).await?;
            let ready = element.is_enabled().await.unwrap_or_default();
            (ready && element.click().await.is_ok()).then_some(())
        });
        assert!(pressed.await.is_some(), "{wanted:?} cannot be pressed. {}", self.told().await);
        self
    }

    /// Types into a field.
    pub async fn write(&self, css: &str, text: &str) -> &Self {
        self.see(css, "").await.send_keys(text).await.expect("the field takes text");
        self
    }

    /// Writes words over others in a text that is being written: marks them, and types.
    pub async fn overwrite(&self, css: &str, old: &str, new: &str) -> &Self {
        let marked = until(|| async { self.ask(MARK, vec![json!(css), json!(old)]).await.as_bool().filter(|it| *it) });
        assert!(marked.await.is_some(), "«{old}» does not stand in {css}. {}", self.told().await);
        if new.is_empty() { self.key(Key::Delete).await } else { self.type_here(new).await }
    }

    /// Types where the focus is.
    pub async fn type_here(&self, text: &str) -> &Self {
        self.browser.driver.action_chain().send_keys(text).perform().await.expect("keys");
        self
    }

    /// Goes to the end of the text that is being written.
    pub async fn end_of_text(&self) -> &Self {
        let chain = self.browser.driver.action_chain().key_down(Key::Control).send_keys(Key::End);
        chain.key_up(Key::Control).perform().await.expect("keys");
        self
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: Key) -> &Self {
        self.browser.driver.action_chain().send_keys(key).perform().await.expect("a key");
        self
    }

    /// What a script gives in the place that is looked at.
    pub async fn ask(&self, text: &str, arguments: Vec<Value>) -> Value {
        script(&self.browser.driver, text, arguments).await.unwrap_or_default()
    }

    /// The same, waited for until the script gives something.
    pub async fn answer(&self, text: &str, arguments: &[Value]) -> Value {
        let given = || async { Some(self.ask(text, arguments.to_vec()).await).filter(|it| !it.is_null()) };
        until(given).await.unwrap_or_else(|| panic!("nothing came of: {text}"))
    }

    /// The words of the first element of a selector, blanks of any kind as one.
    pub async fn words(&self, css: &str) -> String {
        let text = "return (document.querySelector(arguments[0])?.innerText ?? '').replace(/\\s+/g, ' ')";
        self.ask(text, vec![json!(css)]).await.as_str().unwrap_or_default().to_owned()
    }

    /// How many elements of a selector there are.
    pub async fn many(&self, css: &str) -> u64 {
        let count = self.ask("return document.querySelectorAll(arguments[0]).length", vec![json!(css)]).await;
        count.as_u64().unwrap_or_default()
    }

    /// Becomes somebody else, and waits for the pane to know it.
    pub async fn becomes(&self, person: &str, shown: &str) -> &Self {
        let option = By::Css(format!("#person option[value={person}]"));
        let option = self.outlook().await.browser.driver.find(option).await.expect("the person works here");
        option.click().await.expect("the person can be chosen");
        self.see(&format!("body[data-ready={person}]"), "").await;
        self.pane().await.see(".who", shown).await;
        self
    }

    /// Opens a mail by words of its subject or its sender; the pane is looked at afterwards.
    pub async fn open(&self, words: &str) -> &Self {
        // A narrow window shows the list or the mail.
        if find(&self.outlook().await.browser.driver, Wanted("#back", "")).await.is_some() {
            self.press("#back", "").await;
        }
        self.listened().await;
        self.press("#list .row", words).await.see("#mail", words).await;
        self.pane().await
    }

    /// Selects one more mail, by words of its subject or its sender; the pane is looked at afterwards.
    pub async fn also(&self, words: &str) -> &Self {
        let row = self.outlook().await.see("#list .row", words).await;
        let chain = self.browser.driver.action_chain().key_down(Key::Control).click_element(&row);
        chain.key_up(Key::Control).perform().await.expect("a click");
        self.pane().await
    }

    /// Waits for the draft to the open mail, fills its gaps with a harmless phrase, and saves it.
    pub async fn drafted(&self) -> &Self {
        self.pane().await.see("#draft .letter p", "").await;
        self.see("#primary:enabled", "").await;
        let gaps = self.many("input.gap").await;
        for gap in 0..gaps {
            self.write(&format!("#gap-{gap}"), "det kommer vi tilbake til").await;
        }
        if gaps > 0 {
            self.press("#primary", "Lagre").await.gone("input.gap", "").await;
        }
        self
    }

    /// Shows the mail and the case above the draft.
    pub async fn unfolded(&self) -> &Self {
        self.see("button.line", "").await;
        if self.many("button.line[aria-expanded=false]").await > 0 {
            self.press("button.line", "").await;
        }
        self
    }

    /// Asks for a second person.
    pub async fn asked(&self) -> &Self {
        self.press("#primary", "Send til godkjenning").await.see("#standing", "Venter på godkjenning").await;
        self
    }

    /// The second person opens the draft of a citizen, ticks everything, and approves.
    pub async fn approved(&self, citizen: &str) -> &Self {
        self.press("#tab-review", "").await.press(".entry", citizen).await.see(".detail #draft", "").await;
        self.ticked().await
    }

    /// The second person writes on at the end of a citizen's draft, and sends that text back as a proposal.
    pub async fn proposed(&self, citizen: &str, words: &str) -> &Self {
        self.becomes("liv", "Liv A.").await.press("#tab-review", "").await.press(".entry", citizen).await;
        self.see(".detail #draft", "").await;
        self.press(".detail button.link", "Rediger").await.see("#editor:focus", "").await;
        self.end_of_text().await.type_here(words).await.press(".actions button", "Send tilbake som forslag").await
    }

    /// Ticks every finding, and approves.
    pub async fn ticked(&self) -> &Self {
        while let Some(tick) = find(&self.browser.driver, Wanted(".findings input:not(:checked)", "")).await {
            tick.click().await.expect("a tick");
        }
        self.press("#primary", "Godkjenn").await.see("#decided", "Godkjent").await;
        self
    }

    /// The author inserts the reply; Outlook is looked at afterwards.
    pub async fn inserted(&self) -> &Self {
        self.pane().await.press("#primary", "Sett inn svar").await.see("#standing", "Svaret er satt inn").await;
        self.outlook().await.see("#compose-body", "Ref. SV-").await;
        self
    }

    /// From the list of mails to the reply in Outlook, with two people.
    pub async fn through(&self, mail: &str, citizen: &str) -> &Self {
        self.open(mail).await.drafted().await.asked().await;
        self.becomes("liv", "Liv A.").await.approved(citizen).await;
        self.becomes("kari", "Kari N.").await.open(mail).await.inserted().await
    }

    /// Presses Send.
    pub async fn send(&self) -> &Self {
        self.outlook().await.press("#send", "Send").await
    }

    /// Presses something in the window that has come up, which closes itself then.
    pub async fn in_other_window(&self, css: &str) -> &Self {
        let driver = &self.browser.driver;
        let own = driver.window().await.expect("a window");
        let other = until(|| async { driver.windows().await.ok()?.into_iter().find(|it| *it != own) }).await;
        let Some(other) = other else { panic!("no other window has come up. {}", self.told().await) };
        driver.switch_to_window(other).await.expect("the other window");
        self.press(css, "").await;
        driver.switch_to_window(own).await.expect("the first window");
        let closed = until(|| async { (driver.windows().await.ok()?.len() == 1).then_some(()) }).await;
        assert!(closed.is_some(), "the other window is still there");
        self
    }

    /// How many mails lie among the sent ones of the shared mailbox.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.stand.town.sent(POSTMOTTAK).len()
    }

    /// What the event page at Send asked the server, by path.
    pub async fn asked_at_send(&self) -> Vec<String> {
        let text = "return performance.getEntriesByType('resource').map((it) => new URL(it.name).pathname)";
        let paths = self.within(Some("launch")).await.ask(text, vec![]).await;
        let paths: Vec<String> = serde_json::from_value(paths).expect("a list of paths");
        self.outlook().await;
        paths.into_iter().filter(|path| path.starts_with("/gate/")).collect()
    }

    /// Lays a picture of the window.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let folder = crate::pictures();
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}.png"));
        self.browser.driver.screenshot(&file).await.expect("a picture");
        file
    }

    /// The story ends: no page has complained, but for what this story brings about itself.
    pub async fn end(self, expected: &[&str]) {
        let log = self.browser.driver.browser_log().await.expect("the log of the browser");
        let wrong: Vec<String> = log
            .into_iter()
            .filter(|line| line.level == "SEVERE" || line.message.contains("Content Security Policy"))
            .map(|line| line.message)
            .filter(|message| !expected.iter().any(|words| message.contains(words)))
            .collect();
        self.browser.quit().await;
        assert!(wrong.is_empty(), "pages complained: {wrong:#?}");
    }

    async fn told(&self) -> String {
        let story = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let picture = self.picture(&format!("failed-{story}")).await;
        let text = self
            .ask("return (document.querySelector('#dialog:not([hidden])') ?? document.body).innerText", vec![])
            .await;
        let log = self.browser.driver.browser_log().await.unwrap_or_default();
        let log: Vec<String> = log.into_iter().map(|line| line.message).collect();
        format!("The page says: {text}\nThe browser's log: {log:#?}\nA picture: {}", picture.display())
    }
}
