//! What the store must hold to: nothing lost, nothing mixed, nothing changed unseen.

mod approver;
mod copy;
mod dossier;
mod erase;
mod examine;
mod flip;
mod gate;
mod key;
mod kill;
mod learned;
mod outbox;
mod life;
mod plain;
mod sample;
mod signature;
mod tamper;
mod trail;
mod tree;
