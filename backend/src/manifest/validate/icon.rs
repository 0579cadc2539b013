//! Pictures (ikoner): there, and really as large as the manifest says.

use super::{
    super::{
        Bundle,
        picture::{PICTURES, size},
    },
    Report, Rule,
    sheet::{Sheet, children},
};

/// The sizes that a button must have.
pub(super) const SIZES: [u32; 3] = [16, 32, 80];

/// What is wrong with a picture that should be so large; looked for beside the manifest, then among our own.
pub(super) fn fault(bundle: &Bundle, url: &str, wanted: u32) -> Option<String> {
    let name = url.rsplit('/').next().unwrap_or_default();
    let own = PICTURES.iter().find(|(own, _)| *own == name).map(|(_, bytes)| *bytes);
    match bundle.file(&format!("icon/{name}")).or(own) {
        None => Some(format!("there is no picture \"{name}\"")),
        Some(bytes) => told(name, size(bytes), wanted),
    }
}

/// What is wrong with a size that was found.
pub(super) fn told(name: &str, found: Option<(u32, u32)>, wanted: u32) -> Option<String> {
    match found {
        None => Some(format!("\"{name}\" is no PNG")),
        Some(found) if found != (wanted, wanted) => {
            Some(format!("\"{name}\" is {} × {} and should be {wanted} × {wanted}", found.0, found.1))
        }
        Some(_) => None,
    }
}

pub(super) fn check(sheet: &Sheet<'_>, report: &mut Report) {
    for (name, wanted) in [("IconUrl", 64), ("HighResolutionIconUrl", 128)] {
        for node in sheet.named(name) {
            let found = node.attribute("DefaultValue").and_then(|url| fault(sheet.bundle, url, wanted));
            found.into_iter().for_each(|told| report.add(sheet.line(node), Rule::Icon, told));
        }
    }
    for icon in sheet.named("Icon") {
        let mut sizes = Vec::new();
        for image in children(icon, "Image") {
            let wanted = image.attribute("size").and_then(|size| size.parse().ok()).unwrap_or_default();
            sizes.push(wanted);
            let found = sheet.resource(image).and_then(|url| fault(sheet.bundle, url, wanted));
            found.into_iter().for_each(|told| report.add(sheet.line(image), Rule::Icon, told));
        }
        for missing in SIZES.iter().filter(|size| !sizes.contains(size)) {
            report.add(sheet.line(icon), Rule::Icon, format!("the button has no picture of {missing}"));
        }
    }
}
