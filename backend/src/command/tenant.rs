//! `saksvar tenant`: the municipalities that share a server (kommuner): listed, added as files of their own, switched off and on.

use super::{Done, Ended, Wrong, print};
use crate::{
    config::Config,
    manifest::{Bundle, consent},
    note::Notes,
    switch,
};
use domain::audit::{Action, Entry};
use serde_json::json;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};
use toml::{Table, Value};
use vocabulary::TenantId;

#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Who is served, a line each.
    List,
    /// One more municipality, as a file in the folder of server.tenants; it is served from the next start on.
    Add(Box<Added>),
    /// Switches a municipality off: its people are refused with a sentence, its gate lets every mail go. Nothing is erased.
    Disable {
        /// Which one (entra.tenant), where several share the server.
        #[arg(long)]
        tenant: Option<String>,
    },
    /// Switches it on again.
    Enable {
        /// Which one (entra.tenant), where several share the server.
        #[arg(long)]
        tenant: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Added {
    /// The host that its people and Outlook reach the server by, such as saksvar.fjordvik.kommune.no.
    #[arg(long)]
    host: String,
    /// Its Entra tenant (Directory ID).
    #[arg(long)]
    tenant: String,
    /// The app registration in that tenant (Application ID).
    #[arg(long)]
    client: String,
    /// The municipality's name, as it signs.
    #[arg(long)]
    body: String,
    /// Who provides the add-in, as people see it in Outlook, where the municipality's name is longer than 32 characters.
    #[arg(long)]
    provider: Option<String>,
    /// A mail domain of its own; may be given several times.
    #[arg(long = "domain")]
    domains: Vec<String>,
    /// The certificate that was uploaded to the app registration (PEM).
    #[arg(long, requires = "certificate_key")]
    certificate: Option<PathBuf>,
    /// Where the certificate's key is: file:PATH, env:NAME or command:PROGRAM ARGUMENTS.
    #[arg(long, requires = "certificate")]
    certificate_key: Option<String>,
    /// Where the secret of the app registration is, in the place of a certificate; never the secret itself.
    #[arg(long, conflicts_with = "certificate")]
    client_secret: Option<String>,
}

pub(super) fn run(what: &What, is_json: bool, config: &Config) -> Done {
    let house = |tenant: &Option<String>| config.house(tenant.as_deref()).map_err(Wrong::Input);
    match what {
        What::List => list(config, is_json),
        What::Add(added) => add(added, is_json, config),
        What::Disable { tenant } => {
            let house = house(tenant)?;
            let mut notes = Notes::open(config).map_err(Wrong::Outside)?;
            let is_new = switch::turn_off(&house, jiff::Timestamp::now()).map_err(Wrong::Outside)?;
            told(is_new, &mut notes, (&house, Action::TenantDisabled))
        }
        What::Enable { tenant } => {
            let house = house(tenant)?;
            let mut notes = Notes::open(config).map_err(Wrong::Outside)?;
            let is_new = switch::turn_on(&house).map_err(Wrong::Outside)?;
            told(is_new, &mut notes, (&house, Action::TenantEnabled))
        }
    }
}

/// Notes what was done, if anything was, and says how it stands.
fn told(is_new: bool, notes: &mut Notes, (house, action): (&Config, Action)) -> Done {
    if is_new {
        noted(notes, house, action)?;
    }
    let since = switch::since(house);
    let next = match &since {
        Some(_) => {
            "a running server refuses its people within a second, and its gate lets every mail go; nothing is erased"
        }
        None => "a running server serves it again within a second",
    };
    print(&json!({"tenant": house.entra.tenant, "body": house.house.body, "disabled": since, "next": next}).to_string())
}

fn noted(notes: &mut Notes, house: &Config, action: Action) -> Result<(), Wrong> {
    let entry = Entry::of(action, jiff::Timestamp::now());
    notes.leave(&[TenantId::new(&house.entra.tenant)], &entry).map_err(Wrong::Outside)
}

fn list(config: &Config, is_json: bool) -> Done {
    for house in config.houses().map_err(Wrong::Input)? {
        let (tenant, body, url) = (&house.entra.tenant, &house.house.body, &house.server.public_url);
        let since = switch::since(&house);
        if is_json {
            print(&json!({"tenant": tenant, "body": body, "url": url, "disabled": since}).to_string())?;
        } else {
            let state = since.map_or_else(|| "on".to_owned(), |since| format!("off since {since}"));
            print(&format!("{tenant}  {url}  {body}: {state}"))?;
        }
    }
    Ok(Ended::Fine)
}

fn add(added: &Added, is_json: bool, config: &Config) -> Done {
    let file = added.file(config)?;
    let house = added.tried(config, &file)?;
    written(&file, &added.text()).map_err(Wrong::Input)?;
    // Before the first start there is no trail to tell.
    if config.store.folder.is_dir() {
        noted(&mut Notes::open(config).map_err(Wrong::Outside)?, &house, Action::TenantAdded)?;
    }
    let (tenant, consent) = (&house.entra.tenant, consent(&house));
    if is_json {
        return print(&json!({"file": file, "tenant": tenant, "consent": consent}).to_string());
    }
    print(&format!(
        "{} is written. Next:\n\
         1. `saksvar manifest render --tenant {tenant} --out DIR`, then `saksvar manifest validate DIR`\n\
         2. in DIR `sh entra.sh` or `pwsh entra.ps1`, signed in to the tenant of {}\n\
         3. consent, as Privileged Role Administrator there: {consent}\n\
         4. {} to this server in DNS, and in the proxy's certificate\n\
         5. `saksvar records import` for its records, start the server anew, and `saksvar check`\n\
         6. DIR/outlook.xml in that tenant's admin centre (manifest/README.md)",
        file.display(),
        added.body,
        added.host
    ))
}

impl Added {
    /// Where it is to lie; refused where no more municipality can be.
    fn file(&self, config: &Config) -> Result<PathBuf, Wrong> {
        if config.server.tenants.as_os_str().is_empty() {
            return Err(Wrong::Input(
                "server.tenants is not set. Make a folder such as /etc/saksvar/tenants, and name it there.".to_owned(),
            ));
        }
        if config.tenant.is_empty() && !config.entra.tenant.is_empty() {
            return Err(Wrong::Input(format!(
                "The settings serve {} alone, by its own [entra]. Put its server.public_url, [entra] and [house] into a file of their own in {} \
                 first, import its records anew for it, and leave them out of the settings.",
                config.house.body,
                config.server.tenants.display()
            )));
        }
        let is_host = !self.host.is_empty()
            && self
                .host
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:".contains(&byte))
            && self.host.starts_with(|first: char| first.is_ascii_alphanumeric());
        if !is_host {
            return Err(Wrong::Input(format!(
                "--host «{}» is no host. Write one such as saksvar.fjordvik.kommune.no, in small letters, without https://.",
                self.host
            )));
        }
        Ok(config.server.tenants.join(format!("{}.toml", self.host.replace(':', "-"))))
    }

    /// Its settings, if a server would start with them and Outlook and Entra take what comes of them.
    fn tried(&self, config: &Config, file: &Path) -> Result<Config, Wrong> {
        for (flag, setting) in [("--certificate-key", &self.certificate_key), ("--client-secret", &self.client_secret)]
        {
            if setting.as_ref().is_some_and(|setting| vault::Source::read(setting).is_err()) {
                return Err(Wrong::Input(format!("{flag} must be file:PATH, env:NAME or command:PROGRAM ARGUMENTS.")));
            }
        }
        let mut all = config.clone();
        all.add(self.table(), file.display().to_string());
        let faults = all.faults();
        if !faults.is_empty() {
            return Err(Wrong::Input(faults.join("\n")));
        }
        let house = all.house(Some(&self.tenant)).map_err(Wrong::Input)?;
        Bundle::rendered(&house).map_err(|faults| Wrong::Input(faults.join("\n")))?;
        Ok(house)
    }

    fn table(&self) -> Table {
        let text = |text: &str| Value::String(text.to_owned());
        let section = |rows: Vec<(&str, Value)>| {
            Value::Table(rows.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
        };
        let mut entra = vec![("tenant", text(&self.tenant)), ("client_id", text(&self.client))];
        entra.extend(self.certificate.iter().map(|file| ("certificate", text(&file.display().to_string()))));
        entra.extend(self.certificate_key.iter().map(|key| ("certificate_key", text(key))));
        entra.extend(self.client_secret.iter().map(|secret| ("client_secret", text(secret))));
        let domains = Value::Array(self.domains.iter().map(|domain| text(domain)).collect());
        let manifest = self.provider.iter().map(|name| ("manifest", section(vec![("provider", text(name))])));
        let sections = [
            ("server", section(vec![("public_url", text(&format!("https://{}", self.host)))])),
            ("entra", section(entra)),
            ("house", section(vec![("body", text(&self.body)), ("domains", domains)])),
        ];
        sections.into_iter().chain(manifest).map(|(name, section)| (name.to_owned(), section)).collect()
    }

    fn text(&self) -> String {
        format!("# {}. What is not here is as in the settings that name this folder.\n\n{}", self.body, self.table())
    }
}

/// Writes it whole or not at all, and over nothing.
fn written(file: &Path, text: &str) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    // The end keeps a server that starts just now from reading half of it.
    let mut half = file.as_os_str().to_owned();
    half.push(".part");
    let half = PathBuf::from(half);
    let mut made = fs::File::create(&half).map_err(told)?;
    made.write_all(text.as_bytes()).and_then(|()| made.sync_all()).map_err(told)?;
    let linked = fs::hard_link(&half, file).map_err(told);
    fs::remove_file(&half).map_err(told)?;
    linked
}

#[cfg(test)]
mod tests {
    use super::{Added, What, run};
    use crate::{
        command::{Ended, Wrong},
        config::Config,
    };
    use std::{fs, path::Path};

    const FJORDVIK: &str = "5e0a3c11-1111-4111-8111-000000000001";
    const NYVIK: &str = "5e0a3c11-1111-4111-8111-000000000002";

    fn config(folder: &Path, more: &[(&str, &str)]) -> Config {
        let place = |name: &str| folder.join(name).display().to_string();
        let own = [
            ("SERVER__TENANTS", place("tenants")),
            ("STORE__FOLDER", place("store")),
            ("STORE__KEY", "env:KEY".into()),
        ];
        let more = more.iter().map(|(key, value)| (*key, (*value).to_owned()));
        Config::load(None, own.into_iter().chain(more).map(|(key, value)| (format!("SAKSVAR__{key}"), value))).unwrap()
    }

    fn added(host: &str, tenant: &str) -> Added {
        Added {
            host: host.to_owned(),
            tenant: tenant.to_owned(),
            client: tenant.replace("1111", "2222"),
            body: "Nyvik «kommune»".to_owned(),
            provider: None,
            domains: vec!["nyvik.example".to_owned()],
            certificate: None,
            certificate_key: None,
            client_secret: Some("file:/etc/saksvar/nyvik.secret".to_owned()),
        }
    }

    #[test]
    fn a_municipality_is_added_once_with_settings_that_a_server_starts_with() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["tenants", "store"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let add =
            |added: Added, more: &[(&str, &str)]| run(&What::Add(Box::new(added)), true, &config(folder.path(), more));
        assert_eq!(add(added("saksvar.fjordvik.example", FJORDVIK), &[]), Ok(Ended::Fine));
        assert_eq!(add(added("saksvar.nyvik.example", NYVIK), &[]), Ok(Ended::Fine));
        let house = config(folder.path(), &[]).house(Some(NYVIK)).unwrap();
        assert_eq!(house.server.public_url, "https://saksvar.nyvik.example");
        assert_eq!(house.house.domains, ["nyvik.example"]);
        assert_eq!(house.entra.client_secret, "file:/etc/saksvar/nyvik.secret");
        let notes = fs::read_to_string(folder.path().join("store/notes.jsonl")).unwrap();
        assert_eq!(notes.lines().filter(|line| line.contains("tenant_added")).count(), 2);
        let other = "5e0a3c11-1111-4111-8111-000000000003";
        let mut said = added("saksvar.x.example", other);
        said.client_secret = Some("hemmelig".to_owned());
        let mut long = added("saksvar.x.example", other);
        long.body = "Nyvik kommune\n[server]\nplain_http = true".to_owned();
        for (wrong, more, told) in [
            (added("saksvar.nyvik.example", other), &[][..], "server.public_url is another's too"),
            (added("saksvar.x.example", NYVIK), &[], "entra.tenant is another's too"),
            (added("https://x.example", other), &[], "is no host"),
            (added("../x.example", other), &[], "is no host"),
            (added("Saksvar.example", other), &[], "is no host"),
            (added("saksvar.x.example", "fjordvik"), &[], "entra.tenant"),
            (long, &[], "house.body"),
            (said, &[], "--client-secret must be file:PATH"),
            (added("saksvar.x.example", other), &[("SERVER__TENANTS", "")], "server.tenants is not set"),
        ] {
            let outcome = add(wrong, more);
            assert!(matches!(&outcome, Err(Wrong::Input(why)) if why.contains(told)), "{told}: {outcome:?}");
            assert!(!format!("{outcome:?}").contains("hemmelig"));
        }
        assert_eq!(fs::read_dir(folder.path().join("tenants")).unwrap().count(), 2, "nothing half is left");
    }

    #[test]
    fn who_is_served_alone_is_moved_before_others_come() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("tenants")).unwrap();
        let alone = config(folder.path(), &[("ENTRA__TENANT", FJORDVIK), ("HOUSE__BODY", "Fjordvik kommune")]);
        let outcome = run(&What::Add(Box::new(added("saksvar.nyvik.example", NYVIK))), true, &alone);
        assert!(
            matches!(&outcome, Err(Wrong::Input(why)) if why.contains("serve Fjordvik kommune alone")),
            "{outcome:?}"
        );
    }
}
