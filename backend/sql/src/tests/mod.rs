//! What the store must hold to: nothing lost, nothing mixed, nothing changed unseen.

mod dossier;
mod flip;
mod kill;
mod learned;
mod sample;
mod signature;
mod tamper;
mod trail;
