//! The gallery (bildevegg): every state in every set of colours, laid out by the browser itself on a few sheets.

use crate::{Browser, CHAPTERS, Chapter, LOOKS, Look, State, Walk, ZOOMED, pictures, root};
use serde_json::json;
use std::{fmt::Write, fs, path::Path};
use thirtyfour::By;

/// A sheet: its name, what it says above, the look, the language, and whether it shows the main states alone.
struct Sheet {
    name: &'static str,
    heading: &'static str,
    look: &'static Look,
    language: &'static str,
    main: bool,
}

const fn sheet(
    (name, heading): (&'static str, &'static str),
    look: &'static Look,
    language: &'static str,
    main: bool,
) -> Sheet {
    Sheet { name, heading, look, language, main }
}

impl Sheet {
    fn shows(&self, state: &State) -> bool {
        !self.main || MAIN.contains(&state.name)
    }
}

/// What is shown in every language and at the least size, of the chapters that are walked in every language.
const MAIN: [&str; 9] =
    ["writing", "draft", "unfolded", "source", "editor", "awaiting", "queue", "queue-open", "proposal"];

const SHEETS: [Sheet; 7] = [
    sheet(("light", "Light, 340 px"), &LOOKS[0], "nb", false),
    sheet(("dark", "Dark, 340 px"), &LOOKS[1], "nb", false),
    sheet(("contrast", "A contrast theme of Windows, 340 px"), &LOOKS[2], "nb", false),
    sheet(("small", "320 by 640 px, the least that Outlook gives"), &LOOKS[3], "nb", true),
    sheet(("zoomed", "320 by 256 px: a window of 1280 by 1024 at 400 %"), &ZOOMED, "nb", true),
    sheet(("nynorsk", "Nynorsk"), &LOOKS[0], "nn", true),
    sheet(("english", "English"), &LOOKS[0], "en", true),
];

/// Width of a sheet in CSS pixels: six panes of 340.
const WIDTH: u32 = 2200;
/// How much smaller it is drawn.
const SCALE: f64 = 0.56;
const QUALITY: u32 = 40;
/// The highest that a pane is shown on a sheet, in CSS pixels.
const SHOWN: u32 = 900;

/// Lays the whole gallery into `sidebar/gallery`, or only looks at some chapters (`target/screenshots`), or lays those pictures
/// out again (`sheets`).
pub async fn lay(only: &str) {
    if only == "sheets" {
        return sheets().await;
    }
    for language in ["nb", "nn", "en"] {
        for chapter in CHAPTERS.iter().filter(|it| it.name.contains(only) && (it.spoken || language == "nb")) {
            shot(chapter, language).await;
        }
    }
    if only.is_empty() {
        sheets().await;
    }
}

async fn sheets() {
    let browser = Browser::start((WIDTH, 1200), &[]).await;
    for sheet in &SHEETS {
        put(&browser, sheet).await;
    }
    browser.quit().await;
}

/// A picture of the pane alone, for each state and each look that a sheet wants.
async fn shot(chapter: &Chapter, language: &str) {
    let wanted: Vec<&Sheet> =
        SHEETS.iter().filter(|it| it.language == language && (!it.main || chapter.spoken)).collect();
    let mut walk = Walk::of(chapter, language).await;
    fs::create_dir_all(pictures()).expect("a folder for pictures");
    for state in chapter.states {
        walk.to(state).await;
        for sheet in wanted.iter().filter(|it| it.shows(state)) {
            sheet.look.set(&walk.visit).await;
            let pane = walk.visit.outlook().await.browser.driver.find(By::Id("pane")).await.expect("the pane");
            pane.screenshot(&pictures().join(file(sheet, state.name))).await.expect("a picture");
        }
        Look::leave(&walk.visit).await;
    }
    walk.visit.browser.quit().await;
}

fn file(sheet: &Sheet, state: &str) -> String {
    format!("{}-{state}.png", sheet.name)
}

/// One sheet: a page of pictures with what each shows, as one small picture.
async fn put(browser: &Browser, sheet: &Sheet) {
    let page = pictures().join(format!("{}.html", sheet.name));
    fs::write(&page, html(sheet)).expect("a page");
    browser.driver.goto(format!("file://{}", page.display())).await.expect("the page opens");
    let ready = "const done = arguments[0]; Promise.all([...document.images].map((it) => it.decode())).then(() => done(document.documentElement.scrollHeight))";
    let height = browser.driver.execute_async(ready, vec![]).await.expect("the pictures are there");
    let clip = json!({ "x": 0, "y": 0, "width": WIDTH, "height": height.json(), "scale": SCALE });
    let how = json!({ "format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": true });
    let told = browser.driver.cdp().send_raw("Page.captureScreenshot", how).await.expect("a picture");
    let bytes = base64(told["data"].as_str().unwrap_or_default());
    write(&root().join("sidebar/gallery").join(format!("{}.webp", sheet.name)), &bytes);
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a picture");
}

/// Columns that fill from the left, as a page of a book.
fn html(sheet: &Sheet) -> String {
    let mut page = format!(
        "<!doctype html><meta charset=utf-8><style>body{{margin:24px;font:16px/22px 'Segoe UI',system-ui;background:#dcdcdc;color:#242424}}\
         h1{{font-size:26px;margin:0 0 20px}}main{{columns:6;column-gap:20px}}figure{{margin:0 0 20px;break-inside:avoid}}\
         figcaption{{margin-bottom:4px}}img{{display:block;box-sizing:border-box;width:100%;max-height:{SHOWN}px;object-fit:cover;object-position:top;border:1px solid #b0b0b0}}</style><h1>{}</h1><main>",
        sheet.heading
    );
    for state in CHAPTERS.iter().flat_map(|chapter| chapter.states).filter(|state| sheet.shows(state)) {
        let (title, file) = (state.title, file(sheet, state.name));
        let _ = write!(page, "<figure><figcaption>{title}</figcaption><img src=\"{file}\"></figure>");
    }
    page
}

/// What base64 stands for; the browser hands pictures over that way.
fn base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let six: Vec<u8> = text.bytes().filter_map(value).collect();
    let whole = |four: &[u8]| {
        let bits = (0..4).fold(0_u32, |bits, at| bits << 6 | u32::from(four.get(at).copied().unwrap_or_default()));
        bits.to_be_bytes().into_iter().skip(1).take(four.len().saturating_sub(1)).collect::<Vec<u8>>()
    };
    six.chunks(4).flat_map(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_read() {
        for (text, bytes) in [("", &b""[..]), ("aA==", b"h"), ("aGk=", b"hi"), ("aGkh", b"hi!"), ("////", &[255; 3])] {
            assert_eq!(base64(text), bytes, "{text}");
        }
    }
}
