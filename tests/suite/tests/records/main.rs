//! One suite for every case system (samsvarstest): what is asked of a port is answered alike, whoever answers.
#![cfg(test)]

mod answer;
mod capability;
mod document;
mod failing;
mod journal;
mod large;
mod name;
mod person;
mod system;
