//! Mutations of a rendered bundle: for every rule some that it alone catches.

use super::{super::bundle::tests::house, Bundle, Rule};
use crate::manifest::{archive::packed, picture::PICTURES};

const XML: &str = "outlook.xml";
const JSON: &str = "outlook.json";
const ENTRA: &str = "entra.json";
const HOST: &str = "https://saksvar.fjordvik.example";

/// File, what stands there, what is put in its place everywhere, and the one rule that must say so.
const MUTATIONS: [(&str, &str, &str, Rule); 92] = [
    (XML, "</OfficeApp>", "", Rule::Read),
    (XML, "<OfficeApp", "<!DOCTYPE a [<!ENTITY b 'c'>]><OfficeApp", Rule::Read),
    (JSON, "\"manifestVersion\":", "\"manifestVersion\"", Rule::Read),
    (ENTRA, "\"api\": {", "\"api\": [", Rule::Read),
    (XML, "<DefaultLocale>nb-NO</DefaultLocale>", "", Rule::Order),
    (XML, "<Permissions>ReadWriteItem</Permissions>\n", "\n", Rule::Order),
    (XML, "<AppDomains>", "<AppDomains><Domain/>", Rule::Order),
    (
        XML,
        "<SupportsSharedFolders>true</SupportsSharedFolders>\n",
        "<ExtensionPoint/><SupportsSharedFolders/>",
        Rule::Order,
    ),
    (
        XML,
        "<Title resid=\"Name\"/><Description resid=\"Tip\"/>",
        "<Description resid=\"Tip\"/><Title resid=\"Name\"/>",
        Rule::Order,
    ),
    (
        XML,
        "<SourceLocation resid=\"Pane\"/><SupportsPinning>true</SupportsPinning>",
        "<SupportsPinning>true</SupportsPinning><SourceLocation resid=\"Pane\"/>",
        Rule::Order,
    ),
    (
        XML,
        "<RequestedHeight>450</RequestedHeight>",
        "<RequestedHeight>450</RequestedHeight><RequestedHeight>450</RequestedHeight>",
        Rule::Order,
    ),
    (XML, "OfficeApp", "OfficeAdd", Rule::Order),
    (XML, "\"MailApp\"", "\"TaskPaneApp\"", Rule::Order),
    (XML, "\"VersionOverridesV1_1\"", "\"VersionOverridesV1_0\"", Rule::Overrides),
    (XML, "mailappversionoverrides/1.1", "mailappversionoverrides", Rule::Overrides),
    (
        XML,
        "<SourceLocation resid=\"Pane\"/></Action>",
        "<SourceLocation resid=\"Pane\"/><SupportsPinning>true</SupportsPinning></Action>",
        Rule::Overrides,
    ),
    (XML, "<Label resid=\"Name\"/>", "<Label resid=\"Navn\"/>", Rule::Resource),
    (XML, "<Label resid=\"Name\"/>", "<Label resid=\"Tip\"/>", Rule::Resource),
    (JSON, "\"actionId\": \"openReadPane\"", "\"actionId\": \"openRead\"", Rule::Resource),
    (ENTRA, "[\"8e4a1f0c-2b7d-4a53-9c61-3d5f7b9a1c20\"]", "[\"8e4a1f0c-2b7d-4a53-9c61-3d5f7b9a1c99\"]", Rule::Resource),
    (XML, "\"Gate.Page\"", "\"Gate.Page.Of.The.Runtime.In.Outlook\"", Rule::Name),
    (XML, "id=\"composeGroup\"", "id=\"readGroup\"", Rule::Unique),
    (XML, "id=\"composeGroup\"", "id=\"Tip\"", Rule::Unique),
    (JSON, "\"id\": \"gate\"", "\"id\": \"pane\"", Rule::Unique),
    (JSON, "\"id\": \"composeGroup\"", "\"id\": \"readGroup\"", Rule::Unique),
    (JSON, "\"openComposePane\"", "\"openReadPane\"", Rule::Unique),
    (ENTRA, "9c61-3d5f7b9a1c22", "9c61-3d5f7b9a1c21", Rule::Unique),
    (XML, "<ProviderName>Fjordvik &amp; &lt;Vest&gt; &quot;kommune&quot;<", "<ProviderName><", Rule::Length),
    (XML, "\"Saksvar\"", "\"\"", Rule::Length),
    (JSON, "\"short\": \"Saksvar\"", "\"short\": \"Saksvar for alle i hele kommunen\"", Rule::Length),
    (XML, "<SupportUrl DefaultValue=\"https:", "<SupportUrl DefaultValue=\"http:", Rule::Https),
    (XML, "<IconUrl DefaultValue=\"https:", "<IconUrl DefaultValue=\"http:", Rule::Https),
    (XML, "<AppDomain>https://login", "<AppDomain>http://login", Rule::Https),
    (XML, "<AppDomain>https://login", "<AppDomain>{{authority}}", Rule::Https),
    (
        XML,
        "<bt:Image id=\"Icon.16\" DefaultValue=\"https://saksvar",
        "<bt:Image id=\"Icon.16\" DefaultValue=\"http://saksvar",
        Rule::Https,
    ),
    (
        JSON,
        "\"page\": \"https://saksvar.fjordvik.example/index",
        "\"page\": \"http://saksvar.fjordvik.example/index",
        Rule::Https,
    ),
    (JSON, "\"privacyUrl\": \"https:", "\"privacyUrl\": \"http:", Rule::Https),
    (
        ENTRA,
        "[\"https://saksvar.fjordvik.example/auth/callback\"]",
        "[\"http://saksvar.fjordvik.example/auth/callback\"]",
        Rule::Https,
    ),
    (ENTRA, "[\"brk-multihub://saksvar", "[\"brk-multihub://saks var\", \"brk-multihub://saksvar", Rule::Https),
    (XML, "https://saksvar.fjordvik.example/icon-32.png", "https://bilder.example/icon-32.png", Rule::Origin),
    (XML, "<AppDomain>https://saksvar.fjordvik.example</AppDomain>", "", Rule::Origin),
    (XML, "<Id>5e0a3c11-2222", "<Id>5e0a3c11-3333", Rule::Origin),
    (JSON, "https://saksvar.fjordvik.example/icon-32.png", "https://bilder.example/icon-32.png", Rule::Origin),
    (JSON, "\"validDomains\": [\"saksvar.", "\"validDomains\": [\"svar.", Rule::Origin),
    (JSON, "\"resource\": \"api://saksvar.", "\"resource\": \"api://svar.", Rule::Origin),
    (XML, "<Id>5b2f6a1c-6f0e", "<Id>5B2F6A1C-6F0E", Rule::Id),
    (JSON, "\"id\": \"5b2f6a1c-6f0e-", "\"id\": \"5b2f6a1c6f0e", Rule::Id),
    (ENTRA, "\"appId\": \"bc59ab01-", "\"appId\": \"bc59ab01", Rule::Id),
    (XML, "<Version>1.0.0.0<", "<Version>1.0.0<", Rule::Version),
    (XML, "<Version>1.0.0.0<", "<Version>1.0.0.70000<", Rule::Version),
    (JSON, "\"version\": \"1.0.0\"", "\"version\": \"1.0.0.0\"", Rule::Version),
    (XML, "<DefaultLocale>nb-NO<", "<DefaultLocale>nb<", Rule::Locale),
    (XML, "<DefaultLocale>nb-NO<", "<DefaultLocale>nn-NO<", Rule::Locale),
    (XML, "Locale=\"en-US\"", "Locale=\"engelsk\"", Rule::Locale),
    (XML, "<DisplayName DefaultValue=\"Saksvar\"/>", "<DisplayName/>", Rule::Locale),
    (JSON, "\"nb-no\"", "\"nb\"", Rule::Locale),
    (XML, "ReadWriteItem", "ReadWriteMailbox", Rule::Permission),
    (XML, "ReadWriteItem", "ReadItem", Rule::Permission),
    (JSON, "MailboxItem.ReadWrite.User", "MailboxItem.Read.User", Rule::Permission),
    (XML, "\"OnMessageSend\"", "\"OnMesageSend\"", Rule::Event),
    (
        XML,
        "</LaunchEvents>",
        "<LaunchEvent Type=\"OnMessageSend\" FunctionName=\"onMessageSendHandler\" SendMode=\"SoftBlock\"/></LaunchEvents>",
        Rule::Event,
    ),
    (JSON, "\"messageSending\"", "\"messageSend\"", Rule::Event),
    (XML, "\"SoftBlock\"", "\"softBlock\"", Rule::Mode),
    (XML, " SendMode=\"SoftBlock\"", "", Rule::Mode),
    (JSON, "\"softBlock\"", "\"soft\"", Rule::Mode),
    (
        XML,
        "\"onMessageRecipientsChangedHandler\"",
        "\"onMessageRecipientsChangedHandler\" SendMode=\"SoftBlock\"",
        Rule::Mode,
    ),
    (XML, "\"OnMessageRecipientsChanged\"", "\"OnMessageRecipientChanged\"", Rule::Event),
    (XML, "\"onMessageRecipientsChangedHandler\"", "\"onRecipientsChanged\"", Rule::Function),
    (JSON, "\"messageAttachmentsChanged\"", "\"messageAttachmentChanged\"", Rule::Event),
    (XML, "\"1.12\"", "\"1.8\"", Rule::Requirement),
    (JSON, "\"minVersion\": \"1.12\"", "\"minVersion\": \"1.8\"", Rule::Requirement),
    (XML, "\"onMessageSendHandler\"", "\"onMessageSend\"", Rule::Function),
    (JSON, "\"onMessageSendHandler\"", "\"onMessageSend\"", Rule::Function),
    (XML, "<Override type=\"javascript\" resid=\"Gate.Script\"/>", "", Rule::Runtime),
    (XML, "<Runtime resid=\"Gate.Page\">", "<Runtime resid=\"Pane\">", Rule::Runtime),
    (JSON, ", \"script\": \"https://saksvar.fjordvik.example/launchevent.js\"", "", Rule::Runtime),
    (XML, "/launchevent.js\"", "/launchevent-2.js\"", Rule::Allowed),
    (JSON, "/launchevent.js\"", "/launchevent-2.js\"", Rule::Allowed),
    (XML, "id=\"saksvarComposePane\"", "id=\"saksvarWritePane\"", Rule::Command),
    (XML, "MessageComposeCommandSurface", "AppointmentOrganizerCommandSurface", Rule::Command),
    (JSON, "\"saksvarComposePane\"", "\"saksvarWritePane\"", Rule::Command),
    (XML, "size=\"32\" resid=\"Icon.32\"", "size=\"32\" resid=\"Icon.16\"", Rule::Icon),
    (XML, "<bt:Image size=\"80\" resid=\"Icon.80\"/>", "", Rule::Icon),
    (XML, "/icon-80.png", "/icon-81.png", Rule::Icon),
    (XML, "/icon-128.png", "/icon-64.png", Rule::Icon),
    (
        JSON,
        "\"size\": 80, \"url\": \"https://saksvar.fjordvik.example/icon-80.png\"",
        "\"size\": 80, \"url\": \"https://saksvar.fjordvik.example/icon-64.png\"",
        Rule::Icon,
    ),
    (ENTRA, "\"AzureADMyOrg\"", "\"AzureADMultipleOrgs\"", Rule::Registration),
    (ENTRA, "\"ApplicationGroup\"", "\"SecurityGroup\"", Rule::Registration),
    (ENTRA, "\"requestedAccessTokenVersion\": 2", "\"requestedAccessTokenVersion\": null", Rule::Registration),
    (ENTRA, "\"access_as_user\"", "\"access\"", Rule::Registration),
    (ENTRA, "[\"api://saksvar.", "[\"api://svar.", Rule::Registration),
    (ENTRA, "brk-multihub://saksvar.", "brk-multihub://svar.", Rule::Registration),
];

fn rules(bundle: &Bundle) -> Vec<Rule> {
    let mut rules: Vec<_> = bundle.findings().into_iter().map(|finding| finding.rule).collect();
    rules.sort();
    rules.dedup();
    rules
}

/// The same with a text exchanged; the package follows the manifest that it is made of.
fn mutated((file, from, to): (&str, &str, &str)) -> Bundle {
    let bundle = Bundle::rendered(&house()).unwrap().with(file, from, to);
    if file == JSON { repacked(bundle) } else { bundle }
}

fn repacked(bundle: Bundle) -> Bundle {
    let package = package(bundle.file(JSON), "");
    bundle.put("outlook.zip", package)
}

/// A package of this manifest and our two pictures, but for one.
fn package(manifest: Option<&[u8]>, but: &str) -> Vec<u8> {
    let mut files: Vec<(&str, &[u8])> = manifest.map(|bytes| ("manifest.json", bytes)).into_iter().collect();
    for (name, bytes) in PICTURES {
        if !name.starts_with("icon") && name != but {
            files.push((name, bytes));
        }
    }
    packed(&files).unwrap()
}

#[test]
fn what_is_rendered_is_valid() {
    assert_eq!(Bundle::rendered(&house()).unwrap().findings(), []);
}

#[test]
fn every_mutation_is_caught_by_its_rule_alone() {
    let mut caught = Vec::new();
    let mut wrong = Vec::new();
    for (file, from, to, rule) in MUTATIONS {
        let bundle = mutated((file, from, to));
        let mut found = rules(&bundle);
        if found != [rule] {
            wrong.push(format!("{file}: {from} → {to}: {:?}", bundle.findings()));
        }
        caught.append(&mut found);
    }
    for (bundle, rule) in of_bytes() {
        let mut found = rules(&bundle);
        if found != [rule] {
            wrong.push(format!("{rule:?}: {:?}", bundle.findings()));
        }
        caught.append(&mut found);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let never: Vec<_> = Rule::ALL.iter().filter(|rule| !caught.contains(rule)).collect();
    assert!(never.is_empty(), "no mutation is caught by {never:?}");
}

/// More files than a package has.
const NAMES: [&str; 17] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"];

/// Mutations that are no exchange of words.
fn of_bytes() -> Vec<(Bundle, Rule)> {
    let whole = || Bundle::rendered(&house()).unwrap();
    let picture = |name: &str| PICTURES.iter().find(|(known, _)| *known == name).unwrap().1.to_vec();
    let long = "x".repeat(super::LARGEST);
    let text = "x".repeat(251);
    let unified = whole().file(JSON).unwrap().to_vec();
    vec![
        (whole().with(XML, "</OfficeApp>", &format!("</OfficeApp><!-- {long} -->")), Rule::Size),
        (
            repacked(whole().with(JSON, "\"manifestVersion\"", &format!("\"x\": \"{long}\", \"manifestVersion\""))),
            Rule::Size,
        ),
        (whole().with(XML, "Skriv utkast til svar med kilde for hver påstand.", &text), Rule::Length),
        (whole().put(XML, b"<OfficeApp>\xff</OfficeApp>".to_vec()), Rule::Read),
        (whole().put("outlook.zip", b"PK".to_vec()), Rule::Read),
        (whole().put("outlook.zip", packed(&NAMES.map(|name| (name, b"".as_slice()))).unwrap()), Rule::Read),
        (whole().put(XML, "<a>".repeat(50_000).into_bytes()), Rule::Read),
        (repacked(whole().put(JSON, "[".repeat(50_000).into_bytes())), Rule::Read),
        (whole().put("icon/icon-80.png", picture("icon-16.png")), Rule::Icon),
        (whole().put("icon/icon-80.png", b"GIF89a".to_vec()), Rule::Icon),
        (whole().put("outlook.zip", package(Some(&unified), "color.png")), Rule::Package),
        (whole().put("outlook.zip", package(None, "")), Rule::Package),
        (whole().with(JSON, "#0F6CBD", "#0F6CBE"), Rule::Package),
        (whole().put(".well-known/microsoft-officeaddins-allowed.json", b"{\"allowed\":[]}".to_vec()), Rule::Allowed),
        (
            whole().with(
                ENTRA,
                "\"appId\": \"5e0a3c11-2222-4222-8222-000000000002\"",
                "\"appId\": \"5e0a3c11-2222-4222-8222-000000000003\"",
            ),
            Rule::Registration,
        ),
    ]
}

#[test]
fn a_finding_names_file_line_and_remedy() {
    let found = mutated((XML, "SendMode=\"SoftBlock\"", "SendMode=\"Soft\"")).findings();
    let line = 1 + Bundle::rendered(&house())
        .unwrap()
        .file(XML)
        .unwrap()
        .split(|byte| *byte == b'\n')
        .position(|line| line.windows(8).any(|window| window == b"SendMode"))
        .unwrap();
    let told = format!("outlook.xml:{line}: there is no send mode \"Soft\" for OnMessageSend. {}", Rule::Mode.remedy());
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), [told]);
    let found = mutated((JSON, &format!("\"url\": \"{HOST}/icon-16.png\""), "\"url\": \"icon-16.png\"")).findings();
    assert!(found.iter().all(|finding| finding.rule == Rule::Https && finding.line > 60), "{found:?}");
    assert_eq!(found.len(), 2);
}
