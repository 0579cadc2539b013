//! Chance that counts: every call gives other bytes, every run the same.

use crate::port::Chance;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes that count from a seed.
#[derive(Debug, Default)]
pub struct Counted(AtomicU64);

impl Counted {
    /// Counts from here.
    #[must_use]
    pub fn from(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Chance for Counted {
    fn bytes(&self) -> [u8; 10] {
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        let mixed = count.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&mixed.to_be_bytes());
        bytes[8..].copy_from_slice(&count.to_be_bytes()[6..]);
        bytes
    }
}
