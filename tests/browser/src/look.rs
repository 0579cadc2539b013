//! How the pane is looked at: colours, contrast and size; set from outside, as Outlook and the system set them.

use crate::Visit;
use serde_json::json;

/// One way of looking.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// In file names.
    pub name: &'static str,
    /// Outlook is dark.
    pub dark: bool,
    /// The system has colours of its own (Windows: contrast themes).
    pub forced: bool,
    /// Width of the pane in CSS pixels.
    pub width: u32,
    /// Its height; none: as high as what stands in it.
    pub height: Option<u32>,
}

const fn look(name: &'static str, (dark, forced): (bool, bool), width: u32, height: Option<u32>) -> Look {
    Look { name, dark, forced, width, height }
}

/// Colours by sizes: the least that Outlook gives, and a pane drawn wide.
pub const LOOKS: [Look; 6] = [
    look("light", (false, false), 340, None),
    look("dark", (true, false), 340, None),
    look("contrast", (true, true), 340, None),
    look("small-light", (false, false), 320, Some(640)),
    look("small-dark", (true, false), 320, Some(640)),
    look("wide-contrast", (false, true), 600, Some(640)),
];

/// A window of 1280 by 1024 at 400 %.
pub const ZOOMED: Look = look("zoomed", (false, false), 320, Some(256));

/// The highest that a pane is drawn.
const HIGHEST: u32 = 1340;

/// Sets the frame of the pane to a size, over everything else; no size gives it back.
const FRAME: &str = r#"
const [width, height, dark] = arguments;
const pane = document.getElementById("pane");
pane.style.cssText = width ? `position:fixed;top:0;right:0;width:${width}px;height:${height}px;z-index:9;border:0;transition:none` : "";
const is = document.documentElement.dataset.theme === "dark";
if (is !== dark) document.getElementById("theme").click();
"#;
/// The height at which nothing of the pane must be scrolled.
const NATURAL: &str = "const panel = document.getElementById('panel') ?? document.querySelector('.panel'); return innerHeight - panel.clientHeight + panel.scrollHeight";

impl Look {
    /// Looks this way; the pane is looked at afterwards.
    pub async fn set(&self, visit: &Visit) {
        features(visit, self.forced, self.dark).await;
        self.size(visit, self.height.unwrap_or(400)).await;
        let theme = if self.dark { "dark" } else { "light" };
        if visit.pane().await.many("#tab-reply").await > 0 {
            visit.answer(&format!("return document.querySelector(':root[data-theme={theme}]') && true"), &[]).await;
        }
        if self.height.is_none() {
            let natural = visit.ask(NATURAL, vec![]).await.as_f64().unwrap_or(640.0);
            // A height is a whole number of pixels on a screen.
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "rounded up, and never below zero"
            )]
            self.size(visit, (natural.ceil().max(420.0) as u32).min(HIGHEST)).await;
        }
    }

    async fn size(&self, visit: &Visit, height: u32) {
        visit.outlook().await.ask(FRAME, vec![json!(self.width), json!(height), json!(self.dark)]).await;
        visit.pane().await;
    }

    /// Looks as before, for the next step.
    pub async fn leave(visit: &Visit) {
        features(visit, false, false).await;
        visit.outlook().await.ask(FRAME, vec![json!(null), json!(null), json!(false)]).await;
        visit.pane().await;
    }
}

async fn features(visit: &Visit, forced: bool, dark: bool) {
    let forced = json!({ "name": "forced-colors", "value": if forced { "active" } else { "none" } });
    let scheme = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
    let motion = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
    let set = json!({ "features": [forced, scheme, motion] });
    visit.browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", set).await.expect("the colours of the system");
}
