//! Seeing and pressing as a person does: only what is visible counts, and everything is waited for, up to a bound.

use serde_json::{Value, json};
use std::{
    future::Future,
    time::{Duration, Instant},
};
use thirtyfour::{WebDriver, WebElement, error::WebDriverResult};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN: Duration = Duration::from_millis(25);

/// Finds the visible element of a selector whose words (or value) hold a text; blanks of any kind count as one.
const FIND: &str = r#"
const [css, words] = arguments;
const plain = (text) => (text ?? "").replace(/\s+/g, " ");
const seen = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility !== "hidden";
const says = (it) => plain(it.innerText).includes(words) || plain(it.textContent).includes(words) || plain(it.value).includes(words);
return [...document.querySelectorAll(css)].find((it) => seen(it) && says(it)) ?? null;
"#;

/// What a person looks for: a selector, and words in it (none: any).
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a>(pub &'a str, pub &'a str);

/// Tries until something comes of it, or the patience ends.
pub(crate) async fn until<T, F: Future<Output = Option<T>>>(mut attempt: impl FnMut() -> F) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = attempt().await {
            return Some(found);
        }
        if begun.elapsed() > PATIENCE {
            return None;
        }
        tokio::time::sleep(BETWEEN).await;
    }
}

/// The element, if it is there now.
pub(crate) async fn find(driver: &WebDriver, Wanted(css, words): Wanted<'_>) -> Option<WebElement> {
    let found = driver.execute(FIND, vec![json!(css), json!(words)]).await.ok()?;
    if found.json().is_null() { None } else { found.element().ok() }
}

/// The frame with this id becomes the place where things are looked for; none is the page itself.
pub(crate) async fn enter(driver: &WebDriver, frame: Option<&str>) -> WebDriverResult<()> {
    driver.enter_default_frame().await?;
    if let Some(id) = frame {
        let found = driver.execute("return document.getElementById(arguments[0])", vec![json!(id)]).await?;
        found.element()?.enter_frame().await?;
    }
    Ok(())
}

/// What a script gives.
pub(crate) async fn script(driver: &WebDriver, text: &str, arguments: Vec<Value>) -> Option<Value> {
    driver.execute(text, arguments).await.ok().map(|answer| answer.json().clone())
}
