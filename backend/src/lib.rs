//! The binary saksvar: the only place that names every adapter; settings, wiring, the command line and nothing of the business.
#![doc = include_str!("../README.md")]

pub mod backup;
pub mod checkpoint;
pub mod command;
pub mod config;
pub mod manifest;
pub mod note;
mod notify;
pub mod reading;
pub mod record;
pub mod serve;
mod switch;
pub mod telemetry;
mod tls;
pub mod wire;
