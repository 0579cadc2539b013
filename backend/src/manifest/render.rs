//! The templates of `manifest/`, filled (utfylling).

use super::{
    ENTRA, ENTRA_FIRST, OUTLOOK_JSON, OUTLOOK_XML, OUTLOOK_ZIP,
    archive::packed,
    fill::Kind,
    picture::{COLOR, OUTLINE, PICTURES},
    value::{Values, consent},
};
use crate::config::Config;
use std::collections::BTreeMap;

/// Name, kind and text of each template.
const TEMPLATES: [(&str, Kind, &str); 5] = [
    (OUTLOOK_XML, Kind::Xml, include_str!("../../../manifest/outlook.xml")),
    (OUTLOOK_JSON, Kind::Json, include_str!("../../../manifest/outlook.json")),
    (ENTRA, Kind::Json, include_str!("../../../manifest/entra.json")),
    ("entra.sh", Kind::Shell, include_str!("../../../manifest/entra.sh")),
    ("entra.ps1", Kind::PowerShell, include_str!("../../../manifest/entra.ps1")),
];

/// Every file of a deployment.
pub(super) fn files(values: &Values, config: &Config) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    for (name, kind, template) in TEMPLATES {
        let text = values.fill(template, kind).map_err(|why| format!("{name}: {why}"))?;
        files.insert(name.to_owned(), text.into_bytes());
    }
    let pictures = PICTURES.iter().filter(|(name, _)| ![COLOR, OUTLINE].contains(name));
    files.extend(pictures.map(|(name, bytes)| (format!("icon/{name}"), bytes.to_vec())));
    let unified = files.get(OUTLOOK_JSON).map(Vec::as_slice).unwrap_or_default();
    let packaged = PICTURES.iter().filter(|(name, _)| [COLOR, OUTLINE].contains(name));
    let content: Vec<_> = std::iter::once(("manifest.json", unified)).chain(packaged.copied()).collect();
    files.insert(OUTLOOK_ZIP.to_owned(), packed(&content)?);
    let first = first_step(files.get(ENTRA).map(Vec::as_slice).unwrap_or_default())?;
    files.insert(ENTRA_FIRST.to_owned(), first);
    let allowed = web::allowed_scripts(&config.server.public_url);
    files.insert(web::ALLOWED.trim_start_matches('/').to_owned(), format!("{allowed}\n").into_bytes());
    files.insert("consent.txt".to_owned(), format!("{}\n", consent(config)).into_bytes());
    Ok(files)
}

/// The registration without what Entra takes only of one that is there already: clients that are allowed a scope, which it must know first
/// (<https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1395>), and an address of ours as its name, which a tenant may
/// keep for registrations with tokens of version 2 (<https://learn.microsoft.com/graph/api/resources/identifieruriconfiguration>).
fn first_step(entra: &[u8]) -> Result<Vec<u8>, String> {
    let why = |error: serde_json::Error| format!("{ENTRA}: {error}");
    let mut registration: serde_json::Value = serde_json::from_slice(entra).map_err(why)?;
    let api = registration.get_mut("api").and_then(serde_json::Value::as_object_mut);
    api.into_iter().for_each(|api| drop(api.remove("preAuthorizedApplications")));
    registration.as_object_mut().into_iter().for_each(|all| drop(all.remove("identifierUris")));
    let mut text = serde_json::to_vec_pretty(&registration).map_err(why)?;
    text.push(b'\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use crate::manifest::{Bundle, bundle::tests::house};
    use serde_json::Value;
    use vocabulary::Role;

    fn text(name: &str) -> String {
        String::from_utf8(Bundle::rendered(&house()).unwrap().file(name).expect(name).to_vec()).unwrap()
    }

    #[test]
    fn every_file_is_there_and_no_place_is_left() {
        let bundle = Bundle::rendered(&house()).unwrap();
        let names: Vec<_> = bundle.names().collect();
        assert_eq!(
            names,
            [
                ".well-known/microsoft-officeaddins-allowed.json",
                "consent.txt",
                "entra-first.json",
                "entra.json",
                "entra.ps1",
                "entra.sh",
                "icon/icon-128.png",
                "icon/icon-16.png",
                "icon/icon-32.png",
                "icon/icon-64.png",
                "icon/icon-80.png",
                "outlook.json",
                "outlook.xml",
                "outlook.zip",
            ]
        );
        for name in names.iter().filter(|name| !name.contains(".png") && !name.contains(".zip")) {
            assert!(!text(name).contains("{{"), "{name}");
        }
    }

    #[test]
    fn words_of_the_settings_are_escaped() {
        assert!(
            text("outlook.xml")
                .contains("<ProviderName>Fjordvik &amp; &lt;Vest&gt; &quot;kommune&quot;</ProviderName>")
        );
        assert!(text("outlook.json").contains(r#""name": "Fjordvik & <Vest> \"kommune\"""#));
    }

    #[test]
    fn the_registration_has_our_roles_scope_groups_and_clients() {
        let read = |name: &str| serde_json::from_str::<Value>(&text(name)).unwrap();
        let (entra, first) = (read("entra.json"), read("entra-first.json"));
        let roles = entra["appRoles"].as_array().unwrap().iter().map(|role| role["value"].as_str().unwrap());
        assert!(roles.eq(Role::ALL.map(Role::name)));
        assert_eq!(entra["groupMembershipClaims"], "ApplicationGroup");
        assert_eq!(entra["api"]["requestedAccessTokenVersion"], 2);
        assert_eq!(entra["api"]["preAuthorizedApplications"].as_array().unwrap().len(), 5);
        assert_eq!(entra["requiredResourceAccess"][0]["resourceAccess"].as_array().unwrap().len(), 5);
        assert_eq!(first["api"]["preAuthorizedApplications"], Value::Null);
        assert_eq!((&first["identifierUris"], &first["api"]["requestedAccessTokenVersion"]), (&Value::Null, &2.into()));
        assert_eq!(first["api"]["oauth2PermissionScopes"], entra["api"]["oauth2PermissionScopes"]);
    }

    /// What is rolled out is known by these: a change of one of them is a new add-in, or keeps it from everybody for a while.
    #[test]
    fn ids_and_addresses_are_these_for_good() {
        let between = |text: &str, start: &str, end: &str| {
            let mut found: Vec<_> =
                text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect();
            found.sort();
            found.dedup();
            found
        };
        let xml = text("outlook.xml");
        assert!(xml.contains("<Id>5b2f6a1c-6f0e-4c0e-9a53-5a4b7c0d1e2f</Id>"));
        let pages = [
            "icon-128.png",
            "icon-16.png",
            "icon-32.png",
            "icon-64.png",
            "icon-80.png",
            "index.html",
            "launchevent.html",
            "launchevent.js",
        ];
        let mut addresses = between(&xml, "\"https://saksvar.fjordvik.example/", "\"");
        addresses.retain(|address| !address.is_empty());
        assert_eq!(addresses, pages);
        let buttons = ["composeGroup", "readGroup", "saksvarComposePane", "saksvarReadPane"];
        assert!(buttons.iter().all(|id| xml.contains(&format!("id=\"{id}\""))));
        let ours = between(&text("entra.json"), "8e4a1f0c-2b7d-4a53-9c61-3d5f7b9a1c2", "\"");
        assert_eq!(ours, ["0", "1", "2", "3", "4", "5"], "the ids of scope and roles");
    }

    #[test]
    #[cfg(unix)]
    fn the_lines_for_az_lay_the_registration_in_two_steps() {
        use std::{fs, os::unix::fs::PermissionsExt, process::Command};
        let folder = tempfile::tempdir().unwrap();
        Bundle::rendered(&house()).unwrap().write(folder.path()).unwrap();
        // An az that only notes what it is asked; no principal is there at first.
        let az = folder.path().join("az");
        let noted = "#!/bin/sh\necho \"$@\" >> asked\ncase \"$*\" in *--query*) echo PRINCIPAL;; 'ad sp show'*) exit 3;; esac\n";
        fs::write(&az, noted).unwrap();
        fs::set_permissions(&az, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:/usr/bin:/bin", folder.path().display());
        let status = Command::new("/bin/sh").arg("entra.sh").env("PATH", path).current_dir(&folder).status().unwrap();
        let asked = fs::read_to_string(folder.path().join("asked")).unwrap();
        let application = "https://graph.microsoft.com/v1.0/applications(appId='5e0a3c11-2222-4222-8222-000000000002')";
        let patch = |url: &str, body: &str| {
            format!("rest --method PATCH --url {url} --headers Content-Type=application/json --body {body}")
        };
        let wanted = [
            patch(application, "@entra-first.json"),
            patch(application, "@entra.json"),
            "ad sp show --id 5e0a3c11-2222-4222-8222-000000000002".to_owned(),
            "ad sp create --id 5e0a3c11-2222-4222-8222-000000000002".to_owned(),
            "ad sp show --id 5e0a3c11-2222-4222-8222-000000000002 --query id --output tsv".to_owned(),
            patch(
                "https://graph.microsoft.com/v1.0/servicePrincipals/PRINCIPAL",
                "{\"appRoleAssignmentRequired\":true}",
            ),
        ];
        assert!(status.success());
        assert_eq!(asked.lines().collect::<Vec<_>>(), wanted);
    }
}
