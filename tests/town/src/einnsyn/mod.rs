//! eInnsyn: published journals of invented bodies, searched as its OpenAPI says.

mod asked;
mod item;
mod running;

pub use asked::PARAMETERS as EINNSYN_PARAMETERS;
pub use item::Published;
pub use running::{Einnsyn, EinnsynSettings};
