//! Running other programs, with what they print left visible.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Prints a line; a closed pipe is no reason to stop.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A cargo command in the workspace.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).current_dir(root());
    command
}

/// Flags for a compiler that writes nothing of the folders it works in, so that what is shipped is the same wherever it is built.
pub(crate) fn anywhere() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    // Of two that fit, the compiler takes the last.
    let shown = |from: PathBuf, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    [shown(home, "/cargo"), shown(root(), "/saksvar"), shown(target(), "/target")].join("\x1f")
}

/// Runs it to its end.
///
/// # Errors
/// A sentence when it could not start or did not succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let name = format!("{command:?}");
    let status = command.status().map_err(|error| format!("{name} did not start: {error}"))?;
    status.success().then_some(()).ok_or_else(|| format!("{name} failed: {status}"))
}

/// Runs it, prints each line as it comes, and hands each to `heard`; gives whether it succeeded.
///
/// # Errors
/// A sentence when it could not start.
pub(crate) fn listen(command: &mut Command, mut heard: impl FnMut(&str)) -> Result<bool, String> {
    let name = format!("{command:?}");
    let failed = |error| format!("{name} did not start: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let lines = child.stdout.take().map(BufReader::new);
    for line in lines.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        say(&line);
        heard(&line);
    }
    child.wait().map(|status| status.success()).map_err(failed)
}

/// The folder on PATH in which a program lies, if any.
pub(crate) fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
