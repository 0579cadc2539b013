//! Builds the pane: Rust to WASM, the binding, content hashes, compression; the result lies in `dist/`.

use crate::{
    msal,
    shell::{self, run, say as tell},
    slim,
};
use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    fs,
    hash::{Hash, Hasher},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// The version of the binding library; it must be the one the pane is compiled with.
const BINDING: &str = "0.2.130";
/// Bytes of the whole pane in one language, after brotli: WASM, JavaScript, style and sentences.
const BUDGET: usize = 120_000;

/// Scripts that the pane does not need to be drawn: the gate at Send, the end of the sign-in dialog, nested app authentication, and the way
/// back of a plain tab.
const APART: [&str; 5] = ["launchevent", "signed-in", "naa", "msal", "tab"];

/// What was built.
#[derive(Debug)]
pub(crate) struct Built {
    /// The folder it lies in.
    pub(crate) folder: PathBuf,
    /// Every file with its bytes and its bytes after brotli.
    pub(crate) files: Vec<(String, usize, usize)>,
}

impl Built {
    /// Bytes that the pane loads before it is drawn, after brotli: everything of its own, and the longest of the languages.
    pub(crate) fn weight(&self) -> usize {
        let loaded = |name: &str| match name.rsplit('.').next() {
            Some("wasm" | "css") => true,
            Some("js") => !APART.iter().any(|apart| name.starts_with(apart)),
            _ => false,
        };
        let size = |wanted: &dyn Fn(&str) -> bool| {
            self.files.iter().filter(|(name, ..)| wanted(name)).map(|(.., small)| *small).collect::<Vec<_>>()
        };
        let language = size(&|name| name.ends_with(".txt")).into_iter().max().unwrap_or_default();
        size(&loaded).into_iter().sum::<usize>() + language
    }
}

/// `cargo xtask sidebar [--dev]`: `--dev` skips optimisation.
pub(crate) fn command(arguments: &[String]) -> Result<(), String> {
    let release = match arguments {
        [] => true,
        [flag] if flag == "--dev" => false,
        _ => return Err("write: cargo xtask sidebar [--dev]".to_owned()),
    };
    let built = build(release)?;
    for (name, whole, small) in &built.files {
        tell(&format!("{whole:>9} {small:>8} br  {name}"));
    }
    tell(&format!(
        "{}: {} bytes after brotli, in one language, at most {BUDGET}",
        built.folder.display(),
        built.weight()
    ));
    Ok(())
}

/// Builds the pane into `dist/`.
///
/// # Errors
/// A sentence that says what is missing or too large, and what to do.
pub(crate) fn build(release: bool) -> Result<Built, String> {
    let root = shell::root();
    same_binding(&root)?;
    add_target()?;
    let wasm = compile(release)?;
    let bound = root.join("target/pane");
    bind(&wasm, &bound)?;
    if release {
        make_slim(&bound)?;
    }
    let dist = root.join("dist");
    let built = gather(&root, &bound, &dist, release)?;
    if release && built.weight() > BUDGET {
        let weight = built.weight();
        return Err(format!(
            "the pane weighs {weight} bytes after brotli, at most {BUDGET} are allowed: take something out"
        ));
    }
    Ok(built)
}

/// The binding reads what the compiler wrote for exactly its own version.
fn same_binding(root: &Path) -> Result<(), String> {
    let lock = read(&root.join("Cargo.lock"))?;
    let version = lock.split("[[package]]").find_map(|package| {
        let named = package.contains("name = \"wasm-bindgen\"\n");
        named.then(|| package.split("version = \"").nth(1)?.split('"').next()).flatten()
    });
    match version {
        Some(BINDING) => Ok(()),
        Some(other) => Err(format!(
            "Cargo.lock has wasm-bindgen {other}, but the binding step is {BINDING}: pin both to the same version in Cargo.toml"
        )),
        None => Err("Cargo.lock has no wasm-bindgen: run `cargo check -p sidebar` once".to_owned()),
    }
}

pub(crate) fn add_target() -> Result<(), String> {
    let sysroot = output("rustc", &["--print", "sysroot"])?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    tell(&format!("adding the target {TARGET} with rustup …"));
    run(Command::new("rustup").args(["target", "add", TARGET]))
        .map_err(|error| format!("{error}; the pane needs the target {TARGET}: install it where this Rust came from"))
}

fn compile(release: bool) -> Result<PathBuf, String> {
    let (profile, folder) = if release { ("pane", "pane") } else { ("dev", "debug") };
    tell(&format!("compiling the pane (profile {profile}) …"));
    let mut command = shell::cargo(&["rustc", "--locked", "-p", "sidebar", "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", TARGET, "--profile", profile]);
    if release {
        command.env("CARGO_ENCODED_RUSTFLAGS", shell::anywhere());
        // The whole program is put together here; what is large and not inlined is written once, which compresses better.
        command.args(["--", "-Cllvm-args=-inline-threshold=8", "-Cllvm-args=-inline-instr-cost=10"]);
        // Loops that count several things at once, and values fetched ahead on every way there, are longer, and faster by nothing
        // that is felt.
        command.args(["-Cllvm-args=-disable-lsr", "-Cllvm-args=-enable-load-pre=0"]);
    }
    run(&mut command)?;
    Ok(shell::target().join(TARGET).join(folder).join("sidebar.wasm"))
}

fn bind(wasm: &Path, bound: &Path) -> Result<(), String> {
    let mut binding = wasm_bindgen_cli_support::Bindgen::new();
    binding.input_path(wasm).typescript(false).remove_name_section(true).remove_producers_section(true);
    binding
        .web(true)
        .and_then(|binding| binding.generate(bound))
        .map_err(|error| format!("the binding failed: {error:#}"))
}

/// Shortens what was bound, in place.
fn make_slim(bound: &Path) -> Result<(), String> {
    let (program, glue) = (bound.join("sidebar_bg.wasm"), bound.join("sidebar.js"));
    let bytes = fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
    let (bytes, text) = slim::slim(&bytes, &read(&glue)?)?;
    let put =
        |path: &Path, bytes: &[u8]| fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    put(&program, &bytes)?;
    put(&glue, text.as_bytes())
}

/// Names every file after its content, fills those names in, and writes it all with its compressed twin. The files that the
/// server renders on every start (`index.html`, `signed-in.html`, `launchevent.html`, `launchevent.js`) and the statement of accessibility keep their names and get no twin.
fn gather(root: &Path, bound: &Path, dist: &Path, release: bool) -> Result<Built, String> {
    let pane = root.join("sidebar");
    let mut names = BTreeMap::new();
    let mut built = Built { folder: dist.to_owned(), files: Vec::new() };
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    fs::create_dir_all(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    icons(root, dist)?;
    let hashed = [
        (bound.join("sidebar_bg.wasm"), "sidebar.wasm"),
        (bound.join("sidebar.js"), "sidebar.js"),
        (pane.join("static/naa.js"), "naa.js"),
        (pane.join("static/tab.js"), "tab.js"),
        (pane.join("static/boot.js"), "boot.js"),
        (pane.join("static/mend.js"), "mend.js"),
        (pane.join("static/ready.js"), "ready.js"),
        (pane.join("static/signed-in.js"), "signed-in.js"),
        (pane.join("style/pane.css"), "pane.css"),
    ];
    for name in ["nb", "nn", "en"] {
        let bytes = sentences(&pane.join(format!("text/{name}.ftl")))?;
        let own = named_after(&format!("{name}.txt"), &bytes);
        built.files.push(write(dist, &own, &bytes, Twin::of(release))?);
        names.insert(format!("{name}.txt"), own);
    }
    nested(dist, &mut names, (&mut built, Twin::of(release)))?;
    for (path, name) in hashed {
        let bytes = filled(&path, &names)?;
        let bytes = if release { lean(name, bytes) } else { bytes };
        let own = named_after(name, &bytes);
        built.files.push(write(dist, &own, &bytes, Twin::of(release))?);
        names.insert(name.to_owned(), own);
    }
    for (path, name) in [
        (pane.join("index.html"), "index.html"),
        (pane.join("static/signed-in.html"), "signed-in.html"),
        (pane.join("static/accessibility.html"), "accessibility.html"),
        (pane.join("static/launchevent.html"), "launchevent.html"),
        (pane.join("static/launchevent.js"), "launchevent.js"),
    ] {
        built.files.push(write(dist, name, &filled(&path, &names)?, Twin::Counted)?);
    }
    Ok(built)
}

/// Lays Microsoft's library beside the pane, with its licence; where it could not be had, its name stays empty.
fn nested(dist: &Path, names: &mut BTreeMap<String, String>, (built, twin): (&mut Built, Twin)) -> Result<(), String> {
    let (mut own, mut integrity) = (String::new(), String::new());
    if let Some(msal) = msal::found() {
        own = named_after("msal.js", &msal.script);
        integrity = msal::integrity(&msal.script);
        built.files.push(write(dist, &own, &msal.script, twin)?);
        let license = dist.join("msal.LICENSE");
        fs::write(&license, msal.license).map_err(|error| format!("{}: {error}", license.display()))?;
    }
    names.insert("msal.js".to_owned(), own);
    names.insert("msal.js#integrity".to_owned(), integrity);
    Ok(())
}

/// A script as it is loaded: what explains it is for who reads the source.
fn lean(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes) {
        Ok(text) if name.ends_with(".js") => slim::bare(text).into_bytes(),
        Ok(text) if name.ends_with(".css") => slim::style(text).into_bytes(),
        _ => bytes,
    }
}

/// The bytes of a file with `{{file:NAME}}` replaced by the name that file got.
fn filled(path: &Path, names: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if path.extension().is_some_and(|end| end == "wasm") {
        return Ok(bytes);
    }
    let mut text = String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8", path.display()))?;
    for (name, own) in names {
        let prefix = if path.ends_with("boot.js") { "./" } else { "" };
        text = text.replace(&format!("{{{{file:{name}}}}}"), &format!("{prefix}{own}"));
    }
    match text.split_once("{{file:") {
        Some((_, rest)) => {
            Err(format!("{}: no file is called {}", path.display(), rest.split("}}").next().unwrap_or(rest)))
        }
        None => Ok(text.into_bytes()),
    }
}

/// The sentences of one language, one a line, in the order of their keys: the order in which the pane's build numbers them.
fn sentences(path: &Path) -> Result<Vec<u8>, String> {
    let text = read(path)?;
    let sorted: BTreeMap<&str, &str> =
        text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = ")).collect();
    Ok(sorted.into_values().map(str::trim).collect::<Vec<_>>().join("\n").into_bytes())
}

/// `pane.css` as `pane.0123456789abcdef.css`.
fn named_after(name: &str, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{:016x}.{end}", hasher.finish())
}

/// What becomes of the compressed bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Twin {
    /// Written beside the file, as small as it gets.
    Written,
    /// Only counted: the server changes the file, or the build is for development.
    Counted,
}

impl Twin {
    fn of(release: bool) -> Self {
        if release { Self::Written } else { Self::Counted }
    }
}

fn write(dist: &Path, name: &str, bytes: &[u8], twin: Twin) -> Result<(String, usize, usize), String> {
    let small = compressed(bytes, if twin == Twin::Written { 11 } else { 4 })?;
    let put = |name: &str, bytes: &[u8]| {
        let path = dist.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    put(name, bytes)?;
    if twin == Twin::Written {
        put(&format!("{name}.br"), &small)?;
        put(&format!("{name}.gz"), &zipped(bytes)?)?;
    }
    Ok((name.to_owned(), bytes.len(), small.len()))
}

/// As gzip, for who reads no brotli.
fn zipped(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zip.write_all(bytes).and_then(|()| zip.finish()).map_err(|error| format!("gzip: {error}"))
}

/// The icons that the manifest names; they keep their names, because manifests stay.
fn icons(root: &Path, dist: &Path) -> Result<(), String> {
    for size in [16, 32, 64, 80, 128] {
        let name = format!("icon-{size}.png");
        fs::copy(root.join("manifest/icon").join(&name), dist.join(&name))
            .map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

fn compressed(mut bytes: &[u8], quality: i32) -> Result<Vec<u8>, String> {
    let mut small = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, lgblock: 16, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut small, &how).map_err(|error| format!("brotli: {error}"))?;
    Ok(small)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| format!("{program} could not be started: {error}"))?;
    String::from_utf8(output.stdout).map_err(|error| format!("{program}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{compressed, named_after, zipped};
    use std::io::Read as _;

    #[test]
    fn a_name_follows_the_content() {
        let name = named_after("pane.css", b"a");
        assert!(name.starts_with("pane.") && name.ends_with(".css") && name.len() == "pane..css".len() + 16);
        assert_eq!(name, named_after("pane.css", b"a"));
        assert_ne!(name, named_after("pane.css", b"b"));
    }

    #[test]
    fn compression_is_lossless() {
        let text = "Svar innen 12. mai. ".repeat(50);
        let small = compressed(text.as_bytes(), 11).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert!(small.len() < 60 && back == text.as_bytes());
        let (small, mut back) = (zipped(text.as_bytes()).unwrap(), String::new());
        flate2::read::GzDecoder::new(small.as_slice()).read_to_string(&mut back).unwrap();
        assert!(small.len() < 90 && back == text);
    }
}
