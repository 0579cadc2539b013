//! `cargo xtask <task>`: builds the pane, shows the town, tests everything; only rustup's Rust and a C compiler are needed.

mod demo;
mod dist;
mod msal;
mod shell;
mod sidebar;
mod slim;
mod test;

use std::process::ExitCode;

const TASKS: &str = "cargo xtask demo      the town and the server, one address to open
cargo xtask test      format, lints, all tests, the pane's size, the browser
cargo xtask harden    attacks on a running server, and kills of it: tried, and let through (SAKSVAR_KILLS=N: so many, else 100)
cargo xtask fuzz      every parser with new hostile input (--minutes N: so long each; NAME: these)
cargo xtask quality   the golden mails and the figures they give (--misses: what was missed)
cargo xtask sidebar   builds the pane into dist/ (--dev: faster, larger)
cargo xtask gallery   pictures of every state of the pane, into sidebar/gallery (CHAPTER: these alone, into target/screenshots)
cargo xtask dist      what is shipped, in one folder: server with the pane inside, settings, bill of materials, licences, SHA-256
                      (--target T: for another platform, such as x86_64-unknown-linux-musl)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.first().map(String::as_str) {
        Some("demo") => demo::run(),
        Some("test") => test::run(),
        Some("harden") => shell::run(&mut shell::cargo(&["run", "--quiet", "--package", "harden"])),
        Some("fuzz") => shell::run(shell::cargo(&["run", "--quiet", "--package", "fuzz", "--"]).args(&words[1..])),
        Some("quality") => test::quality(&words[1..]),
        Some("sidebar") => sidebar::command(&words[1..]),
        Some("gallery") => sidebar::command(&[]).and_then(|()| {
            shell::run(shell::cargo(&["run", "--quiet", "--package", "browser", "--"]).args(&words[1..]))
        }),
        Some("dist") => dist::run(&words[1..]),
        _ => Err(format!("Which task?\n{TASKS}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            shell::say(&why);
            ExitCode::FAILURE
        }
    }
}
