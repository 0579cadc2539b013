//! The log (driftslogg): one line a thing, ids and kinds only; what people wrote never stands in it.

use crate::config::{Form, Log};
use tracing_subscriber::{
    EnvFilter,
    fmt::{
        self, SubscriberBuilder,
        format::{DefaultFields, Format},
    },
};

/// Starts the log on standard error.
///
/// # Errors
/// A sentence when the level is none.
pub(crate) fn start(log: &Log) -> Result<(), String> {
    if !["error", "warn", "info", "debug"].contains(&log.level.as_str()) {
        return Err(format!("log.level = \"{}\" is none of error, warn, info, debug.", log.level));
    }
    let started = match log.form {
        Form::Text => lines(&log.level).with_writer(std::io::stderr).try_init(),
        Form::Json => lines(&log.level).with_writer(std::io::stderr).json().try_init(),
    };
    started.map_err(|error| format!("The log did not start: {error}"))
}

/// The lines that are logged at this level: ours, and the warnings of the crates we stand on. Each line that belongs to a request stands
/// in its span, which says id and operation.
pub fn lines(level: &str) -> SubscriberBuilder<DefaultFields, Format, EnvFilter> {
    let ours = ["saksvar", "backend", "web", "flow", "entra", "graph", "register", "sql", "llm"];
    let filter = ours.iter().fold(EnvFilter::new("warn"), |filter, name| match format!("{name}={level}").parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    });
    fmt::fmt().with_env_filter(filter).with_target(false)
}
