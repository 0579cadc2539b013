//! Where the pane comes from (sidepanelet): out of the program itself, as it is shipped, or out of a folder.

use crate::config::Server;
use std::{path::Path, sync::Arc};
use web::Pane;

/// The files that were put into the program. `cargo xtask dist` writes the list of them and names it in `SAKSVAR_PANE`.
#[cfg(feature = "embedded")]
const INSIDE: &[(&str, &[u8])] = include!(env!("SAKSVAR_PANE"));
/// Built for development: none.
#[cfg(not(feature = "embedded"))]
const INSIDE: &[(&str, &[u8])] = &[];

/// The pane of these settings, and in a word where it comes from.
///
/// # Errors
/// A sentence when it is not there.
pub fn pane(server: &Server) -> Result<(Arc<Pane>, String), String> {
    found(&server.assets, INSIDE)
}

fn found(folder: &Path, inside: &'static [(&'static str, &'static [u8])]) -> Result<(Arc<Pane>, String), String> {
    if folder.as_os_str().is_empty() && !inside.is_empty() {
        return Ok((Arc::new(Pane::inside(inside)), "inside the program".to_owned()));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(Server::BUILT) } else { folder };
    let pane = Pane::of_folder(folder)?;
    if pane.file("index.html").is_none() {
        return Err(format!("{} holds no pane. Build it with `cargo xtask sidebar`.", folder.display()));
    }
    Ok((Arc::new(pane), folder.display().to_string()))
}

#[cfg(test)]
mod tests {
    use super::found;
    use std::{fs, path::Path};

    #[test]
    fn a_folder_that_is_named_goes_before_what_is_inside() {
        const INSIDE: &[(&str, &[u8])] = &[("index.html", b"inside")];
        let folder = tempfile::tempdir().unwrap();
        let read = |folder: &Path, inside| {
            let (pane, _) = found(folder, inside)?;
            Ok::<_, String>(String::from_utf8(pane.file("index.html").unwrap_or_default().to_vec()).unwrap())
        };
        assert_eq!(read(Path::new(""), INSIDE).as_deref(), Ok("inside"));
        assert!(read(folder.path(), INSIDE).is_err_and(|why| why.contains("holds no pane")));
        fs::write(folder.path().join("index.html"), "beside").unwrap();
        assert_eq!(read(folder.path(), INSIDE).as_deref(), Ok("beside"));
        assert!(read(Path::new(""), &[]).is_err_and(|why| why.contains("(dist:")), "built for development");
    }
}
