//! One suite for every case system (samsvarstest): what is asked of a port is answered alike, whoever answers.
#![cfg(test)]

mod answer;
mod capability;
mod document;
mod einnsyn;
mod failing;
mod fiks;
mod journal;
mod large;
mod name;
mod p360;
mod person;
mod system;
