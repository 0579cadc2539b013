//! `saksvar`: reads the command line, does one thing, and says with the exit code how it went.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    backend::command::run(backend::command::Line::parse())
}
