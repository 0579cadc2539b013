//! Journeys: the real router, the real store, the emulated outside, over HTTP.

mod bad_input;
mod gate;
mod person;
mod walk;
mod whole_line;
