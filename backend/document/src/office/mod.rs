//! Word processing in a package (DOCX, ODT): a ZIP of XML parts, read part by part within limits.

mod docx;
mod numbering;
mod odt;
mod package;
#[cfg(test)]
mod tests;
mod writing;
mod xml;

use crate::{limit::Deadline, tidy::tidy};
use domain::port::{DocumentText, Format, Unreadable};
use package::Package;

/// A package, and what it holds.
#[derive(Debug)]
pub(crate) struct Opened<'b> {
    package: Package<'b>,
    format: Format,
}

/// Opens a package; what holds no word processing is refused as what it is.
pub(crate) fn open(bytes: &[u8]) -> Result<Opened<'_>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let format = format(&mut package)?;
    Ok(Opened { package, format })
}

/// By the type that OpenDocument writes down first, else by the folder that Office keeps its parts in.
fn format(package: &mut Package<'_>) -> Result<Format, Unreadable> {
    if let Some(kind) = package.part("mimetype")? {
        let kind = String::from_utf8_lossy(&kind).trim().to_owned();
        let opened = kind.strip_prefix("application/vnd.oasis.opendocument.");
        return match opened.map(|rest| rest.trim_end_matches("-template")) {
            Some("text" | "text-master" | "text-web") if package.has("content.xml") => Ok(Format::Odt),
            Some("text" | "text-master" | "text-web") => Err(Unreadable::Damaged),
            Some("spreadsheet") => Err(Unreadable::Sheet),
            Some("presentation" | "graphics") => Err(Unreadable::Slides),
            Some("image") => Err(Unreadable::Image),
            _ => Err(Unreadable::Archive),
        };
    }
    if !package.has("[Content_Types].xml") {
        return Err(Unreadable::Archive);
    }
    match ["word/", "xl/", "ppt/"].into_iter().find(|folder| package.has_folder(folder)) {
        Some("xl/") => Err(Unreadable::Sheet),
        Some("ppt/") => Err(Unreadable::Slides),
        Some(_) => Ok(Format::Docx),
        None => Err(Unreadable::Unknown),
    }
}

/// The text of a package.
pub(crate) fn read(opened: Opened<'_>, deadline: &Deadline) -> Result<DocumentText, Unreadable> {
    let Opened { mut package, format } = opened;
    let text = match format {
        Format::Odt => odt::read(&mut package, deadline)?,
        _ => docx::read(&mut package, deadline)?,
    };
    let text = tidy(&text);
    if text.is_empty() {
        // Pictures that were put into a document are a scan like any other.
        let is_scan = ["word/media/", "Pictures/"].into_iter().any(|folder| package.has_folder(folder));
        return Err(if is_scan { Unreadable::NoText } else { Unreadable::Empty });
    }
    Ok(DocumentText { format, text, pages: Vec::new(), attachments: Vec::new() })
}
