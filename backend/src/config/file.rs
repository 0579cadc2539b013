//! Municipalities in files of their own (kommunefiler): one for each in the folder of `server.tenants`, after those of `[[tenant]]`.

use super::{Config, table};
use std::{fs, path::Path};
use toml::Table;

impl Config {
    /// With the municipalities of the folder that `server.tenants` names, by the names of their files.
    pub(super) fn with_files(mut self) -> Result<Self, String> {
        let folder = self.server.tenants.clone();
        if folder.as_os_str().is_empty() {
            return Ok(self);
        }
        let told = |error| format!("server.tenants {}: {error}. Make the folder, or leave it empty.", folder.display());
        let entries = fs::read_dir(&folder).map_err(told)?.collect::<Result<Vec<_>, _>>().map_err(told)?;
        let mut files: Vec<_> =
            entries.into_iter().map(|entry| entry.path()).filter(|file| is_settings(file)).collect();
        files.sort();
        for file in files {
            let name = file.display().to_string();
            let text = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}."))?;
            self.add(table(&text, &name)?, name);
        }
        Ok(self)
    }

    /// One more municipality, from this file.
    pub(crate) fn add(&mut self, own: Table, file: String) {
        self.tenant.push(own);
        self.files.push(file);
    }

    /// What a municipality is called in a sentence about its settings, by its number from 1.
    pub(super) fn called(&self, number: usize) -> String {
        let written_here = self.tenant.len() - self.files.len();
        let file = number.checked_sub(written_here + 1).and_then(|place| self.files.get(place));
        file.map_or_else(|| format!("tenant {number}"), |file| format!("tenant {number} ({file})"))
    }
}

/// What an editor leaves behind is none.
fn is_settings(file: &Path) -> bool {
    let is_hidden = file.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && file.extension().is_some_and(|end| end == "toml")
}

#[cfg(test)]
mod tests {
    use super::Config;
    use std::fs;

    #[test]
    fn each_file_is_a_municipality_and_is_named_in_what_is_wrong_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let load = |more: &[(&str, &str)]| {
            let place = folder.path().display().to_string();
            let set = [("SERVER__TENANTS", place.as_str())];
            let set = set.iter().chain(more).map(|(key, value)| (format!("SAKSVAR__{key}"), (*value).to_owned()));
            Config::load(None, set)
        };
        assert!(load(&[]).unwrap().tenant.is_empty());
        let own = |digit: u8| {
            format!(
                "server.public_url = 'https://{digit}.example'\nentra = {{ tenant = 't{digit}', client_id = 'c' }}\n"
            )
        };
        put("b.toml", &own(2));
        put("a.toml", &own(1));
        put(".a.toml.swp", "<");
        put(".c.toml", "<");
        put("a.toml~", "<");
        let names =
            |config: &Config| config.houses().unwrap().into_iter().map(|house| house.entra.tenant).collect::<Vec<_>>();
        assert_eq!(names(&load(&[]).unwrap()), ["t1", "t2"]);
        let here = format!("[{{ {} }}]", own(3).replace('\n', ",").trim_end_matches(','));
        assert_eq!(names(&load(&[("TENANT", &here)]).unwrap()), ["t3", "t1", "t2"]);
        put("c.toml", &own(2));
        let faults = load(&[("STORE__KEY", "env:KEY")]).unwrap().faults();
        assert!(
            faults.len() == 2
                && faults.iter().all(|fault| fault.starts_with("tenant 3 (") && fault.contains("c.toml): ")),
            "{faults:?}"
        );
        put("c.toml", "house = { bdy = 'x' }");
        assert!(load(&[]).unwrap().houses().is_err_and(|why| why.contains("c.toml): there is no setting house.bdy")));
        put("c.toml", "house = {");
        assert!(load(&[]).is_err_and(|why| why.contains("c.toml, line 1")));
        assert!(load(&[("SERVER__TENANTS", "/nowhere")]).is_err_and(|why| why.starts_with("server.tenants /nowhere")));
    }
}
