//! Room on the disk (diskplass) of the store.

use std::path::Path;

/// The least that should be free, in bytes.
const LEAST: u64 = 1 << 30;

/// How much room there is; the folder itself may not be there before the first start.
pub(super) fn room(folder: &Path) -> Result<String, String> {
    let absolute = std::path::absolute(folder).map_err(|error| error.to_string())?;
    let there = absolute.ancestors().find(|above| above.exists()).unwrap_or(&absolute);
    let free = fs4::available_space(there).map_err(|error| format!("{}: {error}", there.display()))?;
    enough(free, there)
}

fn enough(free: u64, there: &Path) -> Result<String, String> {
    let told = format!("{:.1} GB free at {}", free as f64 / LEAST as f64, there.display());
    if free < LEAST { Err(format!("{told}; make room, or move store.folder to a larger disk")) } else { Ok(told) }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, enough, room};
    use std::path::Path;

    #[test]
    fn too_little_room_is_told_and_a_folder_to_come_counts_where_it_will_be() {
        assert!(enough(LEAST, Path::new("/")).is_ok_and(|told| told.starts_with("1.0 GB")));
        assert!(enough(LEAST - 1, Path::new("/")).is_err_and(|told| told.contains("store.folder")));
        let folder = tempfile::tempdir().unwrap();
        let told = room(&folder.path().join("not/yet")).unwrap_or_else(|told| told);
        assert!(told.contains(&folder.path().display().to_string()) && !told.contains("not/yet"), "{told}");
    }
}
