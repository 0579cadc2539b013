//! The bill of materials (materialliste, SBOM) as CycloneDX 1.6: <https://cyclonedx.org/docs/1.6/json/>.

use crate::{
    crates::{Crates, Id, Known},
    hex,
    npm::Script,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The whole bill, the same for the same sources and compiler.
pub(crate) fn of((crates, scripts): (&Crates, &[Script]), moment: &str, rust: &str) -> Value {
    let mut components: Vec<_> = crates.all.iter().map(|(id, known)| component(crates, id, known)).collect();
    components.extend(scripts.iter().map(from_npm));
    // No crate, and yet in every program.
    components.push(json!({
        "type": "library", "bom-ref": "rust-std", "name": "rust-std", "version": rust, "scope": "required",
        "licenses": [{"expression": "MIT OR Apache-2.0"}], "purl": format!("pkg:generic/rust-std@{rust}"),
    }));
    // Loaded from Microsoft by the pane; Outlook allows no copy of it.
    components.push(json!({
        "type": "library", "bom-ref": "office.js", "name": "office.js", "scope": "required",
        "description": "Loaded at run time from appsforoffice.microsoft.com; it has no version of its own",
        "supplier": {"name": "Microsoft"},
    }));
    let ours = crates.programs.first().map(|(_, version)| version.as_str()).unwrap_or_default();
    let root = format!("saksvar@{ours}");
    let mut programs: Vec<_> = crates.programs.iter().map(named).collect();
    programs.extend(scripts.iter().map(|script| format!("{}@{}", script.name, script.version)));
    programs.extend(["rust-std".to_owned(), "office.js".to_owned()]);
    let mut dependencies = vec![json!({"ref": root, "dependsOn": programs})];
    dependencies.extend(crates.all.iter().map(|(id, known)| {
        let needs: Vec<_> = known.needs.iter().map(named).collect();
        json!({"ref": named(id), "dependsOn": needs})
    }));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": serial(&components),
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {
                "type": "application", "bom-ref": root, "name": "saksvar", "version": ours,
                "licenses": [{"expression": "EUPL-1.2"}],
            },
        },
        "components": components,
        "dependencies": dependencies,
    })
}

/// A scope of npm is written with its sign encoded (<https://github.com/package-url/purl-spec>).
fn from_npm(Script { name, version, license }: &Script) -> Value {
    json!({
        "type": "library", "bom-ref": format!("{name}@{version}"), "name": name, "version": version, "scope": "required",
        "licenses": [{"license": {"name": license.lines().next().unwrap_or_default()}}],
        "purl": format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
    })
}

fn component(crates: &Crates, id: &Id, known: &Known) -> Value {
    let (name, version) = id;
    let kind = if crates.programs.contains(id) { "application" } else { "library" };
    // `excluded`: takes part in the build, and is not in the programs.
    let scope = if crates.inside.contains(id) { "required" } else { "excluded" };
    let mut told = json!({
        "type": kind, "bom-ref": named(id), "name": name, "version": version, "scope": scope,
        "licenses": [{"expression": known.license}],
    });
    if known.is_outside {
        told["purl"] = json!(format!("pkg:cargo/{name}@{version}"));
    }
    if let Some(sum) = &known.checksum {
        told["hashes"] = json!([{"alg": "SHA-256", "content": sum}]);
    }
    told
}

fn named((name, version): &Id) -> String {
    format!("{name}@{version}")
}

/// A UUID of what is listed, so that the same list is the same document.
fn serial(components: &[Value]) -> String {
    let sum = hex(&Sha256::digest(json!(components).to_string()));
    // Version 8, a UUID of one's own making (RFC 9562 § 5.8).
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &sum[..8], &sum[8..12], &sum[13..16], &sum[17..20], &sum[20..32])
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::{
        crates::{self, Crates},
        npm::Script,
    };
    use std::collections::BTreeSet;

    #[test]
    fn every_crate_of_server_and_pane_is_listed_with_version_licence_and_hash() {
        let programs = [("backend", crates::host().unwrap()), ("sidebar", "wasm32-unknown-unknown".to_owned())];
        let all = Crates::of(&programs).unwrap();
        let msal = Script { name: "@azure/msal-browser".into(), version: "5.0.2".into(), license: "MIT".into() };
        let bom = of((&all, std::slice::from_ref(&msal)), "2026-11-26T00:00:00Z", "1.95.0");
        let list = bom["components"].as_array().unwrap();
        let refs: BTreeSet<_> = list.iter().map(|it| it["bom-ref"].as_str().unwrap()).collect();
        assert_eq!(refs.len(), list.len(), "nothing is listed twice");
        let of_name = |name: &str| list.iter().find(|it| it["name"] == name);
        for (name, scope) in [
            ("backend", "required"),
            ("sidebar", "required"),
            ("web", "required"),
            ("axum", "required"),
            ("@azure/msal-browser", "required"),
            ("yew", "required"),
            ("sqlx", "required"),
            ("serde_derive", "excluded"),
            ("cc", "excluded"),
        ] {
            assert_eq!(of_name(name).map(|it| it["scope"].as_str()), Some(Some(scope)), "{name}");
        }
        for absent in ["town", "suite", "insta", "thirtyfour", "xtask", "bundle"] {
            assert!(of_name(absent).is_none(), "{absent} is not shipped");
        }
        let npm = of_name("@azure/msal-browser").unwrap();
        assert_eq!(npm["purl"], "pkg:npm/%40azure/msal-browser@5.0.2");
        for it in list.iter().filter(|it| it["name"] != "office.js" && *it != npm) {
            let licence = it["licenses"][0]["expression"].as_str().unwrap();
            assert!(it["version"].is_string() && licence != "NOASSERTION", "{it}");
            let is_crate = it["purl"].as_str().is_some_and(|purl| purl.starts_with("pkg:cargo/"));
            assert_eq!(is_crate, it["hashes"][0]["content"].as_str().is_some_and(|sum| sum.len() == 64), "{it}");
        }
        for edge in bom["dependencies"].as_array().unwrap() {
            let needs = edge["dependsOn"].as_array().unwrap();
            assert!(needs.iter().all(|need| refs.contains(need.as_str().unwrap())), "{edge}");
        }
        assert!(list.len() > 200, "{} components", list.len());
        assert_eq!(
            of((&all, std::slice::from_ref(&msal)), "2026-11-26T00:00:00Z", "1.95.0"),
            bom,
            "the same sources give the same bill"
        );
    }
}
