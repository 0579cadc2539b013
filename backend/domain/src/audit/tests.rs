//! The public vectors of proofs (RFC 6962 and subtrees): every good one holds, every bad one is refused.

use super::{
    proof::{holds_consistency, holds_inclusion, holds_subtree},
    tree::Hash,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The sets of `testdata`, each with how it is held.
type Held = fn(&Value) -> Option<bool>;
const SETS: [(&str, Held); 4] = [
    ("inclusion", |case| {
        let at = (number(case, "leafIdx")?, number(case, "treeSize")?);
        Some(holds_inclusion(&hash(&case["leafHash"])?, at, &proof(case)?, &bytes(&case["root"])?))
    }),
    ("consistency", |case| {
        let (old, new) = (number(case, "size1")?, number(case, "size2")?);
        Some(holds_consistency((old, &bytes(&case["root1"])?), (new, &bytes(&case["root2"])?), &proof(case)?))
    }),
    ("subtreeinclusion", |case| {
        let (start, end) = (number(case, "start")?, number(case, "end")?);
        let whole = end.checked_sub(start).filter(|length| *length > 0)?.checked_next_power_of_two()?;
        let at = (number(case, "leafIdx")?.checked_sub(start)?, end - start);
        let holds = holds_inclusion(&hash(&case["leafHash"])?, at, &proof(case)?, &bytes(&case["root"])?);
        Some(holds && start.is_multiple_of(whole))
    }),
    ("subtreeconsistency", |case| {
        let range = number(case, "start")?..number(case, "end")?;
        let tree = (number(case, "size")?, bytes(&case["root2"])?);
        Some(holds_subtree(&range, &bytes(&case["root1"])?, (tree.0, &tree.1), &proof(case)?))
    }),
];

fn number(case: &Value, name: &str) -> Option<u64> {
    case[name].as_u64()
}

fn bytes(text: &Value) -> Option<Vec<u8>> {
    STANDARD.decode(text.as_str()?).ok()
}

fn hash(text: &Value) -> Option<Hash> {
    bytes(text)?.try_into().ok()
}

fn proof(case: &Value) -> Option<Vec<Hash>> {
    let Some(all) = case["proof"].as_array() else { return Some(Vec::new()) };
    all.iter().map(hash).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(inside) = fs::read_dir(folder) else { return Vec::new() };
    let paths = inside.filter_map(|entry| Some(entry.ok()?.path()));
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "what was not tried is said aloud")]
fn the_public_vectors_hold_or_are_refused_as_they_say() {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).expect("cargo names it");
    let folder = own.join("../../../shared/data/server/merkle/testdata");
    let mut tried = [0, 0];
    for (set, held) in SETS {
        for file in files(&folder.join(set)) {
            let case: Value = serde_json::from_slice(&fs::read(&file).expect("a vector")).expect("JSON");
            let is_bad = case["wantErr"].as_bool().expect("a vector says what it is");
            assert_eq!(held(&case).unwrap_or(false), !is_bad, "{}", file.display());
            tried[usize::from(is_bad)] += 1;
        }
    }
    if tried == [0, 0] {
        println!("The public vectors of proofs are not beside the project: only proofs of our own are tried.");
    } else {
        println!("{} good and {} bad vectors.", tried[0], tried[1]);
        assert!(tried.iter().all(|count| *count > 30), "{tried:?}");
    }
}
