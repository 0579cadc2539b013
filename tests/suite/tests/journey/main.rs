//! Journeys: the real router, the real store, the emulated outside, over HTTP.

mod at_once;
mod bad_day;
mod bad_input;
mod description;
mod gate;
mod model;
mod person;
mod privacy;
mod sent;
mod sign_in;
mod trail;
mod walk;
mod whole_line;
