//! The laws of the tree, each a test that fails with a sentence.

mod budget;
mod edge;
mod gate_script;
mod link;
mod stage;
