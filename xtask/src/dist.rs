//! What is shipped (leveranse): the pane, the server with the pane inside it, then the folder with both described, tried and summed.

use crate::{shell, sidebar};

/// `cargo xtask dist [--target T]`.
///
/// # Errors
/// A sentence when something does not build, or does not start.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let target = match words {
        [] => None,
        [flag, target] if flag == "--target" => Some(target.as_str()),
        _ => return Err("write: cargo xtask dist [--target TARGET]".to_owned()),
    };
    sidebar::command(&[])?;
    let list = shell::target().join("dist/pane.rs");
    shell::run(bundle().arg("pane").arg(&list))?;
    let mut server =
        shell::cargo(&["build", "--locked", "--release", "--package", "backend", "--features", "embedded"]);
    server.env("SAKSVAR_PANE", &list).env("CARGO_ENCODED_RUSTFLAGS", shell::anywhere());
    shell::run(server.args(target.map(|target| ["--target", target]).into_iter().flatten()))?;
    shell::run(bundle().arg("ship").args(target))
}

fn bundle() -> std::process::Command {
    shell::cargo(&["run", "--quiet", "--locked", "--package", "bundle", "--"])
}
