#![doc = include_str!("../README.md")]
//! The pane inside Outlook (sidepanelet).

pub mod app;
pub mod client;
pub mod host;
pub mod state;
pub mod stream;
pub mod text;
pub mod view;

use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the pane; `boot.js` calls it when Outlook says that it is ready.
#[wasm_bindgen]
pub fn start() {
    yew::Renderer::<app::App>::new().render();
}
