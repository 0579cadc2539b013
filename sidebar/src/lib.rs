//! The pane inside Outlook (sidepanelet).
#![doc = include_str!("../README.md")]

pub mod app;
pub mod client;
pub mod host;
pub mod json;
pub mod state;
pub mod stream;
pub mod text;
pub mod view;
pub mod way;
pub mod wire;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
pub mod page {
    //! What `boot.js` calls.

    use super::{app, host, text};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Which sentences to load: `nb`, `nn` or `en`.
    #[wasm_bindgen]
    pub fn language() -> String {
        text::language(&host::here().language()).code().to_owned()
    }

    /// Draws the pane, once Outlook says that it is ready and the sentences are here.
    #[wasm_bindgen]
    pub fn start(sentences: String) {
        text::load(sentences);
        yew::Renderer::<app::App>::new().render();
    }
}
