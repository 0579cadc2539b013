//! `saksvar manifest`: what IT deploys, rendered from the settings and validated.

use super::{Done, Ended, Wrong, print};
use crate::{
    config::Config,
    manifest::{Bundle, consent},
};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Writes manifests, app registration and what belongs to them into a folder.
    Render {
        /// The folder, made where missing.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Whose they are (entra.tenant), where several municipalities share the server.
        #[arg(long)]
        tenant: Option<String>,
    },
    /// Looks through a folder or a file; without one, through what the settings would give.
    Validate {
        /// The folder, or one file of it.
        place: Option<PathBuf>,
        /// Whose settings (entra.tenant), where several municipalities share the server and no place is named.
        #[arg(long, conflicts_with = "place")]
        tenant: Option<String>,
    },
}

pub(super) fn run(what: &What, is_json: bool, settings: impl Fn() -> Result<Config, Wrong>) -> Done {
    let house = |tenant: &Option<String>| settings()?.house(tenant.as_deref()).map_err(Wrong::Input);
    match what {
        What::Render { out, tenant } => render(&house(tenant)?, out, is_json),
        What::Validate { place: Some(place), .. } => validate(&read(place)?, is_json),
        What::Validate { place: None, tenant } => validate(&rendered(&house(tenant)?)?, is_json),
    }
}

fn rendered(config: &Config) -> Result<Bundle, Wrong> {
    Bundle::rendered(config).map_err(|faults| Wrong::Input(faults.join("\n")))
}

fn read(place: &Path) -> Result<Bundle, Wrong> {
    if place.is_dir() { Bundle::read(place) } else { Bundle::of_file(place) }.map_err(Wrong::Input)
}

fn render(config: &Config, out: &Path, is_json: bool) -> Done {
    let bundle = rendered(config)?;
    bundle.write(out).map_err(Wrong::Input)?;
    let (names, consent) = (bundle.names().collect::<Vec<_>>(), consent(config));
    if is_json {
        return print(&json!({"folder": out, "files": names, "consent": consent}).to_string());
    }
    let list: String = names.iter().map(|name| format!("{}\n", out.join(name).display())).collect();
    print(&format!("{list}Next: manifest/README.md. The consent of the municipality: {consent}"))
}

fn validate(bundle: &Bundle, is_json: bool) -> Done {
    let findings = bundle.findings();
    for finding in &findings {
        let line = if is_json { json!(finding).to_string() } else { finding.to_string() };
        print(&line)?;
    }
    match findings.is_empty() {
        true if is_json => Ok(Ended::Fine),
        true => print(&format!("{}: nothing is wrong", bundle.validated().collect::<Vec<_>>().join(", "))),
        false => Ok(Ended::Findings),
    }
}

#[cfg(test)]
mod tests {
    use super::{What, run};
    use crate::{
        command::{Ended, Wrong},
        config::Config,
    };
    use std::{fs, path::Path};

    /// Two municipalities on one server.
    fn two() -> Result<Config, Wrong> {
        let own = |name: &str, digit: u8| {
            format!(
                "{{ server = {{ public_url = 'https://{name}.example' }}, entra = {{ \
                 tenant = '5e0a3c11-1111-4111-8111-00000000000{digit}', client_id = '5e0a3c11-2222-4222-8222-00000000000{digit}' }} }}"
            )
        };
        let tenants = format!("[{}, {}]", own("fjordvik", 1), own("nyvik", 2));
        Config::load(None, [("SAKSVAR__TENANT".to_owned(), tenants)]).map_err(Wrong::Input)
    }

    fn render(out: &Path, tenant: Option<&str>) -> Result<Ended, Wrong> {
        run(&What::Render { out: out.to_owned(), tenant: tenant.map(str::to_owned) }, true, two)
    }

    fn validate(place: &Path) -> Result<Ended, Wrong> {
        run(&What::Validate { place: Some(place.to_owned()), tenant: None }, true, two)
    }

    #[test]
    fn each_municipality_has_its_own_and_what_is_wrong_is_told_by_the_exit_code() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(render(folder.path(), None), Err(Wrong::Input(why)) if why.contains("--tenant")));
        assert_eq!(render(folder.path(), Some("5e0a3c11-1111-4111-8111-000000000002")), Ok(Ended::Fine));
        let file = folder.path().join("outlook.xml");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("https://nyvik.example/launchevent.js") && !text.contains("fjordvik"));
        for place in [folder.path(), &file, &folder.path().join("outlook.json"), &folder.path().join("outlook.zip")] {
            assert_eq!(validate(place), Ok(Ended::Fine), "{}", place.display());
        }
        let broken = folder.path().join("mine.xml");
        fs::write(&broken, text.replace("SoftBlock", "Soft")).unwrap();
        assert_eq!(validate(&broken), Ok(Ended::Findings));
        for wrong in ["entra.sh", "nothing.xml", "icon"] {
            assert!(matches!(validate(&folder.path().join(wrong)), Err(Wrong::Input(_))), "{wrong}");
        }
    }
}
