//! The gate at Send (slusen): its event, its function, its runtime, and the script that Outlook may run.

use super::{
    super::{Bundle, SCRIPT},
    Report, Rule,
    address::origin_of,
    sheet::{Sheet, children, is, kind, overrides},
};
use roxmltree::Node;
use serde_json::Value;
use std::collections::BTreeSet;

/// The events that Outlook knows, as the two manifests write them
/// (<https://learn.microsoft.com/office/dev/add-ins/develop/event-based-activation>).
pub(super) const EVENTS: [(&str, &str); 16] = [
    ("OnNewMessageCompose", "newMessageComposeCreated"),
    ("OnNewAppointmentOrganizer", "newAppointmentOrganizerCreated"),
    ("OnMessageAttachmentsChanged", "messageAttachmentsChanged"),
    ("OnAppointmentAttachmentsChanged", "appointmentAttachmentsChanged"),
    ("OnMessageRecipientsChanged", "messageRecipientsChanged"),
    ("OnAppointmentAttendeesChanged", "appointmentAttendeesChanged"),
    ("OnAppointmentTimeChanged", "appointmentTimeChanged"),
    ("OnAppointmentRecurrenceChanged", "appointmentRecurrenceChanged"),
    ("OnInfoBarDismissClicked", "infoBarDismissClicked"),
    (SEND.0, SEND.1),
    ("OnAppointmentSend", "appointmentSending"),
    ("OnMessageCompose", "messageComposeOpened"),
    ("OnAppointmentOrganizer", "appointmentOrganizerOpened"),
    ("OnMessageFromChanged", "messageFromChanged"),
    ("OnAppointmentFromChanged", "appointmentFromChanged"),
    ("OnSensitivityLabelChanged", "sensitivityLabelChanged"),
];
/// The event at Send.
pub(super) const SEND: (&str, &str) = ("OnMessageSend", "messageSending");
/// The events at which the gate looks ahead, and nothing is sent.
pub(super) const BESIDE: [(&str, &str); 2] = [
    ("OnMessageRecipientsChanged", "messageRecipientsChanged"),
    ("OnMessageAttachmentsChanged", "messageAttachmentsChanged"),
];
/// The send modes, as the two manifests write them.
pub(super) const MODES: [(&str, &str); 3] =
    [("PromptUser", "promptUser"), ("SoftBlock", "softBlock"), ("Block", "block")];
/// The least set of Mailbox that has an event at Send.
pub(super) const LEAST: (u32, u32) = (1, 12);

/// Whether an event has the send mode it needs: one that Outlook knows at Send, and none where nothing is sent. An event that Outlook does not
/// know needs none; it is told as such.
pub(super) fn has_mode(event: &str, mode: Option<&str>, of: fn((&'static str, &'static str)) -> &'static str) -> bool {
    match mode {
        Some(mode) => {
            MODES.iter().any(|known| mode == of(*known))
                && !BESIDE.iter().any(|(xml, json)| event == *xml || event == *json)
        }
        None => event != SEND.0 && event != SEND.1,
    }
}

pub(super) fn told_mode(event: &str, mode: Option<&str>) -> String {
    format!("there is no send mode \"{}\" for {event}", mode.unwrap_or_default())
}

/// Whether the gate's script associates a function of this name.
pub(super) fn is_associated(name: &str) -> bool {
    SCRIPT.contains(&format!("Office.actions.associate(\"{name}\","))
}

/// The button that the gate's script opens the pane with.
pub(super) fn command() -> &'static str {
    let rest = SCRIPT.split_once("PANE_COMMAND = \"").map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

/// `1.12` as two numbers.
pub(super) fn set(version: &str) -> Option<(u32, u32)> {
    let (major, minor) = version.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

pub(super) fn events(sheet: &Sheet<'_>, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for node in sheet.named("LaunchEvent") {
        let line = sheet.line(node);
        let of = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
        let (event, function, mode) = (of("Type"), of("FunctionName"), node.attribute("SendMode"));
        if !EVENTS.iter().any(|(known, _)| *known == event) || !seen.insert(event.clone()) {
            report.add(line, Rule::Event, format!("Outlook knows no event \"{event}\", or it stands twice"));
        }
        if !has_mode(&event, mode, |(xml, _)| xml) {
            report.add(line, Rule::Mode, told_mode(&event, mode));
        }
        if !is_associated(&function) {
            report.add(line, Rule::Function, format!("launchevent.js associates no function \"{function}\""));
        }
        if event == SEND.0 && required(sheet, node) < Some(LEAST) {
            report.add(line, Rule::Requirement, format!("{event} stands under a set of Mailbox below 1.12"));
        }
    }
}

/// The highest set of Mailbox that is required of a client before it comes to this element.
fn required(sheet: &Sheet<'_>, node: Node<'_, '_>) -> Option<(u32, u32)> {
    let own = overrides(node).into_iter().flat_map(|above| children(above, "Requirements"));
    let whole = sheet.elements().next().into_iter().flat_map(|root| children(root, "Requirements"));
    let sets = own.chain(whole).flat_map(|requirements| requirements.descendants()).filter(|node| is(node, "Set"));
    let least = |node: Node<'_, '_>| {
        let default = node.parent().and_then(|sets| sets.attribute("DefaultMinVersion"));
        node.attribute("MinVersion").or(default).and_then(set)
    };
    sets.filter(|node| node.attribute("Name") == Some("Mailbox")).filter_map(least).max()
}

pub(super) fn runtime(sheet: &Sheet<'_>, report: &mut Report) {
    for event in sheet.named("ExtensionPoint").filter(|node| kind(*node) == "LaunchEvent") {
        let page = children(event, "SourceLocation").find_map(|node| node.attribute("resid"));
        let of_page = |node: &Node<'_, '_>| node.attribute("resid") == page && overrides(*node) == overrides(event);
        let scripts = sheet.named("Runtime").filter(of_page).flat_map(|runtime| children(runtime, "Override"));
        let mut scripts = scripts.filter(|script| script.attribute("type") == Some("javascript")).peekable();
        if scripts.peek().is_none() {
            report.add(sheet.line(event), Rule::Runtime, "the page of the event has no script of its own");
        }
        for script in scripts {
            let address = sheet.resource(script).unwrap_or_default();
            allowed(sheet.bundle, (address, sheet.line(script)), report);
        }
    }
    if let Some(root) = sheet.elements().next().filter(|_| !has_command(sheet)) {
        let told = format!("no button in compose has the id \"{}\"", command());
        report.add(sheet.line(root), Rule::Command, told);
    }
}

fn has_command(sheet: &Sheet<'_>) -> bool {
    let newest = |node: &Node<'_, '_>| overrides(*node).is_some_and(|above| overrides(above).is_some());
    let composing = |node: &Node<'_, '_>| node.ancestors().any(|above| kind(above) == "MessageComposeCommandSurface");
    sheet
        .named("Control")
        .filter(|node| newest(node) && composing(node))
        .any(|node| node.attribute("id") == Some(command()))
}

/// The script is the one that the server names, and the one that the file beside the manifest names.
pub(super) fn allowed(bundle: &Bundle, (script, line): (&str, usize), report: &mut Report) {
    let served = web::allowed_scripts(origin_of(script));
    let beside = bundle
        .file(web::ALLOWED.trim_start_matches('/'))
        .map(|bytes| serde_json::from_slice(bytes).unwrap_or_default());
    let names = |list: &Value| list["allowed"].as_array().is_some_and(|all| all.iter().any(|one| one == script));
    if !names(&served) || beside.is_some_and(|beside: Value| !names(&beside)) {
        report.add(line, Rule::Allowed, format!("\"{script}\" is not the script that Outlook is told it may run"));
    }
}
