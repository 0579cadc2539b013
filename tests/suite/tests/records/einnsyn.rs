//! Published journals (eInnsyn): a system without cases, which says so, and is searched outside of them alone.

use crate::system::{self, System};
use einnsyn::{Einnsyn, Settings};
use std::sync::Arc;
use town::{EinnsynSettings, Published};

/// It, with an answer about fees in it.
pub(crate) async fn system() -> (System, town::Einnsyn) {
    let published = vec![Published::sent(1, "Svar om gebyr i byggesak", "Byggesak")];
    let there =
        town::Einnsyn::start(EinnsynSettings { published, ..EinnsynSettings::default() }).await.expect("it starts");
    let here = Einnsyn::new(Settings::at(&there.url), system::clock()).expect("the settings are right");
    let folder = tempfile::tempdir().expect("a folder");
    (System { name: "einnsyn", records: Arc::new(here), kernel: None, p360: None, _folder: folder }, there)
}
