//! What no rule of axe sees: nothing runs over the edge, nothing is cut, the focus shows, and Tab goes as one reads.

use crate::Visit;
use serde_json::{Value, json};
use thirtyfour::Key;

/// Everything that stands over an edge or is cut there.
const EDGES: &str = r#"
const found = [];
const page = document.scrollingElement;
if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} px wide in ${innerWidth}`);
const named = (it) => `${it.tagName.toLowerCase()}.${it.className?.baseVal ?? it.className} «${(it.innerText ?? "").slice(0, 40)}»`;
const quiet = (it) => it.closest(".quiet, .said");
for (const it of document.querySelectorAll("body *")) {
  if (quiet(it) || !it.checkVisibility({ visibilityProperty: true })) continue;
  const box = it.getBoundingClientRect();
  if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) found.push(`over the edge: ${named(it)} to ${Math.round(box.right)} of ${innerWidth}`);
  const style = getComputedStyle(it);
  const scrolls = /auto|scroll/.test(style.overflowX);
  if (it.clientWidth && it.scrollWidth > it.clientWidth + 1 && (scrolls || style.overflowX === "hidden" || style.overflowX === "clip")) {
    if (it.tagName !== "INPUT" && !it.title) found.push(`cut: ${named(it)}`);
  }
}
for (const it of document.querySelectorAll(".letter, .changes, blockquote, .evidence h3, #editor, .questions label > :first-child, .words, .subject")) {
  if (!it.lang) found.push(`in no language: ${named(it)}`);
}
return found;
"#;

/// Adds what WCAG 1.4.12 lets a reader add between lines, paragraphs, letters and words.
const SPACED: &str = "const style = new CSSStyleSheet(); style.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; \
                      word-spacing: .16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [style]";
/// Doubles every letter (WCAG 1.4.4).
const DOUBLED: &str = r#"
const sizes = [...document.querySelectorAll("body, body *")].map((it) => [it, getComputedStyle(it)]).map(([it, style]) => [it, parseFloat(style.fontSize), parseFloat(style.lineHeight)]);
for (const [it, size, line] of sizes) { it.dataset.kept = it.style.cssText; it.style.fontSize = `${2 * size}px`; if (line) it.style.lineHeight = `${2 * line}px`; }
"#;
const PLAIN: &str = "document.adoptedStyleSheets = []; for (const it of document.querySelectorAll('[data-kept]')) { it.style.cssText = it.dataset.kept; \
                     delete it.dataset.kept; if (!it.getAttribute('style')) it.removeAttribute('style') }";

/// What can be reached by Tab, in its order: whether its focus shows, and whether it stands after the one before.
const ORDER: &str = r#"
const found = [];
const all = [...document.querySelectorAll("a[href], button:not(:disabled), input:not(:disabled), textarea, summary, [tabindex='0']")]
  .filter((it) => it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }));
const was = document.activeElement;
const place = document.querySelector(".panel")?.scrollTop;
let last = null;
for (const it of all) {
  it.focus({ preventScroll: true });
  const style = getComputedStyle(it);
  const named = `${it.tagName.toLowerCase()}#${it.id}.${it.className} «${(it.innerText || it.value || "").slice(0, 30)}»`;
  if (document.activeElement !== it) { found.push(`takes no focus: ${named}`); continue; }
  const shows = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || parseFloat(style.borderBottomWidth) >= 2;
  if (!shows) found.push(`its focus does not show: ${named}`);
  if (it.tabIndex > 0) found.push(`an order of its own: ${named}`);
  const box = it.getBoundingClientRect();
  const inFrame = it.closest(".panel") ? 1 : it.closest(".actions") ? 2 : 0;
  const now = { top: box.top, left: box.left, bottom: box.bottom, inFrame };
  if (last && last.inFrame === now.inFrame && now.bottom < last.top + 4) found.push(`Tab goes up: ${named}`);
  last = now;
}
if (was && was !== document.body) was.focus({ preventScroll: true }); else document.activeElement.blur();
if (place !== undefined) document.querySelector(".panel").scrollTop = place;
return [all.length, found];
"#;

/// What stands over an edge: as it is, with wider spaces, and with letters twice as large.
pub async fn edges(visit: &Visit) -> Vec<String> {
    let mut found = Vec::new();
    for (how, script) in [("", ""), ("spaced: ", SPACED), ("doubled: ", DOUBLED)] {
        visit.ask(script, vec![]).await;
        found.extend(list(&visit.ask(EDGES, vec![]).await).into_iter().map(|line| format!("{how}{line}")));
        visit.ask(PLAIN, vec![]).await;
    }
    found
}

/// What is wrong with the way of Tab; how many places it has.
pub async fn order(visit: &Visit) -> (u64, Vec<String>) {
    // Shift changes nothing, and tells the browser that somebody is at the keyboard.
    visit.key(Key::Shift).await;
    let answer = visit.ask(ORDER, vec![]).await;
    (answer[0].as_u64().unwrap_or_default(), list(&answer[1]))
}

fn list(found: &Value) -> Vec<String> {
    serde_json::from_value(found.clone()).unwrap_or_else(|_| vec![json!(found).to_string()])
}
