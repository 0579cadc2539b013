//! Journeys: the real router, the real store, the emulated outside, over HTTP.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod access;
mod at_once;
mod at_rest;
mod attack;
mod backup;
mod bad_day;
mod bad_input;
mod checkpoint;
mod description;
mod door;
mod fault;
mod fiks;
mod from_the_pane;
mod gate;
mod header;
mod journalled;
mod key;
mod limit;
mod marked;
mod meaning;
mod model;
mod noark;
mod p360;
mod person;
mod privacy;
mod review;
mod rights;
mod sent;
mod sign_in;
mod sorting;
mod surface;
mod tenant;
mod trail;
mod walk;
mod whole_line;
