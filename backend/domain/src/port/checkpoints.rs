//! Checkpoints (sjekkpunkter) that are kept elsewhere than the trail.

use super::Failure;
use crate::audit::Checkpoint;
use async_trait::async_trait;
use vocabulary::TenantId;

/// Where checkpoints are kept.
#[async_trait]
pub trait Checkpoints: Send + Sync {
    /// The one over most entries of a tenant's trail, its signature held; `None` where none was made.
    async fn latest(&self, tenant: &TenantId) -> Result<Option<Checkpoint>, Failure>;
}

/// None are kept.
#[async_trait]
impl Checkpoints for () {
    async fn latest(&self, _: &TenantId) -> Result<Option<Checkpoint>, Failure> {
        Ok(None)
    }
}
