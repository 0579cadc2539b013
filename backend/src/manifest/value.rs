//! What the templates are filled with: the settings, held to what Outlook and Entra take (verdier i malene).

use super::{
    fill::{Kind, Piece, fill},
    grant,
};
use crate::config::{Config, SendMode};

/// The longest name that the unified manifest takes.
const NAME: usize = 30;
/// The longest name of a provider.
const PROVIDER: usize = 32;

/// The values of one municipality.
#[derive(Clone, Debug)]
pub struct Values {
    pieces: Vec<(&'static str, Piece)>,
    mode: SendMode,
}

impl Values {
    /// The values that these settings give.
    ///
    /// # Errors
    /// One sentence for each setting that Outlook or Entra would refuse, with its remedy.
    pub fn of(config: &Config) -> Result<Self, Vec<String>> {
        let faults = faults(config);
        let permissions = grant::permissions(&config.graph.scopes);
        match permissions {
            Ok(permissions) if faults.is_empty() => Ok(Self::filled(config, permissions)),
            Ok(_) => Err(faults),
            Err(fault) => Err(faults.into_iter().chain([fault]).collect()),
        }
    }

    fn filled(config: &Config, permissions: String) -> Self {
        let (manifest, entra) = (&config.manifest, &config.entra);
        let text = |name, text: &str| (name, Piece::Text(text.to_owned()));
        let pieces = vec![
            text("id", &manifest.id),
            text("version", &manifest.version),
            text("name", &manifest.name),
            text("provider", provider(config)),
            text("support_url", &support(config)),
            text("origin", &config.server.public_url),
            text("host", &config.host()),
            text("authority", &entra.authority),
            text("graph_url", &config.graph.url),
            text("tenant", &entra.tenant),
            text("client_id", &entra.client_id),
            text("consent", &consent(config)),
            ("clients", Piece::Raw(grant::clients(&entra.client_id, &entra.callers))),
            ("permissions", Piece::Raw(permissions)),
        ];
        Self { pieces, mode: manifest.send_mode }
    }

    /// A template filled with them.
    pub(super) fn fill(&self, template: &str, kind: Kind) -> Result<String, String> {
        let mode = ("send_mode", Piece::Text(send_mode(self.mode, kind).to_owned()));
        let all: Vec<_> = self.pieces.iter().cloned().chain([mode]).collect();
        fill(template, kind, &all)
    }
}

/// The address where an administrator gives the municipality's consent.
#[must_use]
pub fn consent(config: &Config) -> String {
    let entra = &config.entra;
    format!("{}/{}/adminconsent?client_id={}", entra.authority, entra.tenant, entra.client_id)
}

fn send_mode(mode: SendMode, kind: Kind) -> &'static str {
    match (mode, kind == Kind::Xml) {
        (SendMode::Prompt, true) => "PromptUser",
        (SendMode::Prompt, false) => "promptUser",
        (SendMode::Soft, true) => "SoftBlock",
        (SendMode::Soft, false) => "softBlock",
        (SendMode::Block, true) => "Block",
        (SendMode::Block, false) => "block",
    }
}

fn provider(config: &Config) -> &str {
    let own = &config.manifest.provider;
    if own.is_empty() { &config.house.body } else { own }
}

fn support(config: &Config) -> String {
    let own = &config.manifest.support_url;
    if own.is_empty() { format!("{}/", config.server.public_url) } else { own.clone() }
}

/// What Outlook or Entra would refuse, a sentence each.
fn faults(config: &Config) -> Vec<String> {
    let (manifest, entra) = (&config.manifest, &config.entra);
    let origin = &config.server.public_url;
    let all = [
        (
            !is_origin(origin),
            format!(
                "server.public_url = \"{origin}\": Outlook loads nothing but https. Write https:// and a host in lower case, without a path."
            ),
        ),
        (
            !is_guid(&entra.tenant),
            "entra.tenant is no GUID. Write the Directory ID that the Entra admin centre shows under Overview."
                .to_owned(),
        ),
        (
            !is_guid(&entra.client_id),
            format!(
                "entra.client_id is no GUID. Make an empty registration with `az ad app create --display-name '{}' --sign-in-audience AzureADMyOrg --query appId --output tsv`, or in the Entra admin centre, and write the id it gives.",
                manifest.name
            ),
        ),
        (
            entra.callers.iter().any(|caller| !is_guid(caller)),
            "entra.callers: one is no GUID in lower case. Write client ids as default.toml has them.".to_owned(),
        ),
        (
            !is_guid(&manifest.id),
            "manifest.id is no GUID in lower case. Leave it as it was shipped, or write another GUID.".to_owned(),
        ),
        (
            !is_version(&manifest.version, 3),
            format!(
                "manifest.version = \"{}\": write three numbers such as 1.0.1, none above 65535.",
                manifest.version
            ),
        ),
        (!is_name(&manifest.name, NAME), format!("manifest.name: write 1 to {NAME} characters on one line.")),
        (
            !is_name(provider(config), PROVIDER),
            format!(
                "manifest.provider, or house.body where it is empty: Outlook takes 1 to {PROVIDER} characters on one line. Write a shorter name in manifest.provider."
            ),
        ),
        (
            !manifest.support_url.is_empty() && !is_https(&manifest.support_url),
            "manifest.support_url: write an https address, or leave it empty.".to_owned(),
        ),
        (
            !is_origin(&entra.authority),
            "entra.authority: the manifest takes the address of Entra itself alone, https and without a path."
                .to_owned(),
        ),
        (
            !is_https(&config.graph.url),
            "graph.url: the manifest takes the address of Graph itself alone, https.".to_owned(),
        ),
    ];
    all.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, fault)| fault).collect()
}

/// Lower case, eight-four-four-four-twelve hexadecimal digits.
pub(super) fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(is_digit))
}

/// So many numbers with points between, none above 65535 and none with a leading zero.
pub(super) fn is_version(text: &str, parts: usize) -> bool {
    let is_number = |part: &str| part.parse::<u16>().is_ok_and(|number| number.to_string() == part);
    text.split('.').count() == parts && text.split('.').all(is_number)
}

/// `https://` and a host, then what may stand in an address.
pub(super) fn is_https(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!&()*+,;=%".contains(&byte);
    is_host(host) && rest.bytes().all(fits)
}

/// `https://` and a host in lower case, and nothing more.
fn is_origin(url: &str) -> bool {
    url.strip_prefix("https://")
        .is_some_and(|host| is_host(host) && !host.bytes().any(|byte| byte.is_ascii_uppercase()))
}

fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    name.split('.').all(is_label) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

fn is_name(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.trim().chars().count())
        && text.chars().count() <= most
        && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::Values;
    use crate::manifest::bundle::tests::{house, house_with};

    #[test]
    fn a_setting_that_outlook_would_refuse_is_named_with_its_remedy() {
        assert!(Values::of(&house()).is_ok());
        for (key, value) in [
            ("SERVER__PUBLIC_URL", "http://saksvar.fjordvik.example"),
            ("SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example/sak"),
            ("SERVER__PUBLIC_URL", "https://Saksvar.fjordvik.example"),
            ("ENTRA__TENANT", "fjordvik"),
            ("ENTRA__CLIENT_ID", ""),
            ("ENTRA__CALLERS", "['outlook']"),
            ("ENTRA__AUTHORITY", "http://127.0.0.1:1"),
            ("GRAPH__URL", "http://127.0.0.1:1"),
            ("GRAPH__SCOPES", "['Mail.Everything']"),
            ("MANIFEST__ID", "5B2F6A1C-6F0E-4C0E-9A53-5A4B7C0D1E2F"),
            ("MANIFEST__VERSION", "1.0"),
            ("MANIFEST__VERSION", "1.0.01"),
            ("MANIFEST__VERSION", "1.0.65536"),
            ("MANIFEST__NAME", ""),
            ("MANIFEST__NAME", "Saksvar\nfor alle"),
            ("MANIFEST__NAME", "Saksvar for alle i hele kommunen"),
            ("MANIFEST__PROVIDER", "Det interkommunale samarbeidet i fjorden"),
            ("MANIFEST__SUPPORT_URL", "http://hjelp.fjordvik.example"),
            ("MANIFEST__SUPPORT_URL", "https://hjelp fjordvik"),
        ] {
            let faults = Values::of(&house_with(&[(key, value)])).expect_err(value);
            assert_eq!(faults.len(), 1, "{key} = {value}: {faults:?}");
            let named = key.to_lowercase().replace("__", ".");
            assert!(
                faults[0].contains(&named) && faults[0].to_lowercase().contains("write") || faults[0].contains("takes"),
                "{faults:?}"
            );
        }
    }
}
