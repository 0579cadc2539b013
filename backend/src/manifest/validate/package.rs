//! The package of the unified manifest (zip-pakke): the manifest that lies beside it, and two pictures of the right size.

use super::{
    super::{
        Bundle, OUTLOOK_JSON,
        archive::unpacked,
        picture::{COLOR, OUTLINE, size},
    },
    Report, Rule, icon,
};

pub(super) fn check(bundle: &Bundle, bytes: &[u8], report: &mut Report) {
    let files = match unpacked(bytes) {
        Ok(files) => files,
        Err(why) => return report.add(1, Rule::Read, why),
    };
    let file = |name: &str| files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice());
    let manifest = file("manifest.json");
    if manifest.is_none() || bundle.file(OUTLOOK_JSON).is_some_and(|beside| Some(beside) != manifest) {
        report.add(1, Rule::Package, format!("manifest.json in it is not {OUTLOOK_JSON} beside it"));
    }
    for (name, wanted) in [(COLOR, 192), (OUTLINE, 32)] {
        let told = match file(name) {
            Some(bytes) => icon::told(name, size(bytes), wanted),
            None => Some(format!("\"{name}\" is not in it")),
        };
        told.into_iter().for_each(|told| report.add(1, Rule::Package, told));
    }
}
