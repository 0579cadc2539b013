//! The log (driftslogg): one line a thing, ids and kinds only; what people wrote never stands in it.

use crate::config::{Form, Log};
use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log on standard error.
///
/// # Errors
/// A sentence when the level is none.
pub(crate) fn start(log: &Log) -> Result<(), String> {
    if !["error", "warn", "info", "debug"].contains(&log.level.as_str()) {
        return Err(format!("log.level = \"{}\" is none of error, warn, info, debug.", log.level));
    }
    let ours = ["saksvar", "backend", "web", "flow", "entra", "graph", "register", "sql", "llm"];
    let filter =
        ours.iter().fold(EnvFilter::new("warn"), |filter, name| match format!("{name}={}", log.level).parse() {
            Ok(directive) => filter.add_directive(directive),
            Err(_) => filter,
        });
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let started = match log.form {
        Form::Text => lines.try_init(),
        Form::Json => lines.json().try_init(),
    };
    started.map_err(|error| format!("The log did not start: {error}"))
}
