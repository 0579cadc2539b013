//! The register while the server runs (levende register): an import is seen within seconds, and takes the place of the old one whole.

use super::{SystemClock, key, meaning};
use crate::config::Config;
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    port::{Capabilities, CodeList, CodeRow, Embedder, Failure, Records},
    sort::Unit,
};
use register::{Register, Shelf};
use std::{
    sync::{Arc, PoisonError, RwLock, Weak},
    time::{Duration, SystemTime},
};
use vault::Ring;
use vocabulary::CaseNumber;

/// How soon a server sees that records were imported.
const LOOK: Duration = Duration::from_secs(2);

type Stamp = Vec<Option<(SystemTime, u64)>>;

/// The register that was imported last.
struct Living {
    system: String,
    register: RwLock<Arc<dyn Records>>,
}

impl Living {
    /// The one that a question is asked of, from its beginning to its end.
    fn now(&self) -> Arc<dyn Records> {
        self.register.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The register of this configuration, read again whenever an import has changed it.
///
/// # Errors
/// A sentence for each line that cannot be read at the start; later the one before stays.
pub(super) fn register(
    config: &Config,
    ring: &Arc<Ring>,
    embedder: Option<Arc<dyn Embedder>>,
) -> Result<Arc<dyn Records>, String> {
    let (living, follower) = opened(config, ring, embedder)?;
    if tokio::runtime::Handle::try_current().is_ok() {
        tokio::spawn(follower.follow(Arc::downgrade(&living)));
    }
    Ok(living)
}

fn opened(
    config: &Config,
    ring: &Arc<Ring>,
    embedder: Option<Arc<dyn Embedder>>,
) -> Result<(Arc<Living>, Follower), String> {
    let (first, last) = read(config, ring)?;
    let system = first.system().to_owned();
    let register = RwLock::new(meaning::learning(first, embedder.clone()));
    let living = Arc::new(Living { system, register });
    Ok((living, Follower { config: config.clone(), ring: ring.clone(), embedder, last }))
}

fn stamp(config: &Config, ring: &Ring) -> Stamp {
    let (folder, tenant) = (key::records(config), key::tenant(config));
    Shelf::new(&folder, ring, &tenant).stamp()
}

/// The register, and what its files looked like while nobody could change them.
fn read(config: &Config, ring: &Ring) -> Result<(Register, Stamp), String> {
    let _hold = ring.hold().map_err(|wrong| wrong.to_string())?;
    let (folder, tenant) = (key::records(config), key::tenant(config));
    let shelf = Shelf::new(&folder, ring, &tenant);
    let register = Register::open(&shelf, Arc::new(SystemClock)).map_err(|refused| refused.to_string())?;
    Ok((register.seen_by(config.access.table()?), shelf.stamp()))
}

/// What is needed to read the register again.
struct Follower {
    config: Config,
    ring: Arc<Ring>,
    embedder: Option<Arc<dyn Embedder>>,
    last: Stamp,
}

impl Follower {
    /// Looks once whether records were imported, and puts them in force.
    async fn look(&mut self, living: &Living) {
        let seen = stamp(&self.config, &self.ring);
        if seen == self.last {
            return;
        }
        let (config, ring) = (self.config.clone(), self.ring.clone());
        // Building the index takes as long as a start; the old one answers meanwhile.
        self.last = match tokio::task::spawn_blocking(move || read(&config, &ring)).await {
            Ok(Ok((register, stamp))) => {
                tracing::info!(?register, "records were imported, and are in force");
                let fresh = meaning::learning(register, self.embedder.clone());
                *living.register.write().unwrap_or_else(PoisonError::into_inner) = fresh;
                stamp
            }
            Ok(Err(why)) => {
                tracing::error!(why, "imported records cannot be read: the earlier ones stay in force");
                seen
            }
            Err(_) => seen,
        };
    }

    async fn follow(mut self, living: Weak<Living>) {
        let mut clock = tokio::time::interval(LOOK);
        loop {
            clock.tick().await;
            let Some(living) = living.upgrade() else { return };
            self.look(&living).await;
        }
    }
}

#[async_trait]
impl Records for Living {
    fn system(&self) -> &str {
        &self.system
    }

    fn capabilities(&self) -> Capabilities {
        self.now().capabilities()
    }

    async fn health(&self) -> Result<String, Failure> {
        self.now().health().await
    }

    async fn codes(&self, person: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.now().codes(person, list).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        self.now().case(person, number).await
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        self.now().cases_of(person, address).await
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        self.now().cases_like(person, seek).await
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        self.now().sources_of(person, case).await
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        self.now().search(person, query).await
    }

    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure> {
        self.now().units(person).await
    }
}

#[cfg(test)]
mod tests {
    use super::{Living, Records, key, opened};
    use crate::{config::Config, wire::import_paths};
    use domain::person::Person;
    use std::{fs, path::Path};
    use vocabulary::{PersonId, TenantId};

    async fn names(living: &Living) -> Vec<String> {
        let person = Person {
            tenant: TenantId::new("fjordvik"),
            id: PersonId::new("kari"),
            name: "Kari Nordby".into(),
            address: "kari.nordby@fjordvik.kommune.no".into(),
            roles: Vec::new(),
            groups: Vec::new(),
        };
        living.units(&person).await.unwrap().into_iter().map(|unit| unit.name).collect()
    }

    fn written(folder: &Path, name: &str) {
        fs::write(folder.join("enheter.csv"), format!("id;navn;epost\nbygg;{name};bygg@example.no\n")).unwrap();
    }

    #[tokio::test]
    async fn what_is_imported_is_in_force_at_the_next_look_and_what_cannot_be_read_never() {
        let folder = tempfile::tempdir().unwrap();
        let set = [("SAKSVAR__STORE__FOLDER".to_owned(), folder.path().join("store").display().to_string())];
        let config = Config::load(None, set).unwrap();
        let from = [folder.path().join("from")];
        fs::create_dir_all(&from[0]).unwrap();
        written(&from[0], "Før");
        let told = import_paths(&config, &from, false).unwrap();
        assert!(told.contains("1 units imported.") && told.contains("Written: "), "{told}");
        let ring = key::keys(&config).unwrap();
        let (living, mut follower) = opened(&config, &ring, None).unwrap();
        assert_eq!(names(&living).await, ["Før"]);
        written(&from[0], "Etter");
        assert!(import_paths(&config, &from, true).unwrap().contains("nothing was written"));
        follower.look(&living).await;
        assert_eq!(names(&living).await, ["Før"], "--check writes nothing");
        import_paths(&config, &from, false).unwrap();
        assert!(import_paths(&config, &from, false).unwrap().contains("nothing that was not there"));
        follower.look(&living).await;
        assert_eq!(names(&living).await, ["Etter"]);
        fs::write(key::records(&config).join("units.encrypted"), b"torn").unwrap();
        follower.look(&living).await;
        assert_eq!(names(&living).await, ["Etter"]);
        assert!(import_paths(&config, &[folder.path().join("nowhere")], false).is_err());
    }
}
