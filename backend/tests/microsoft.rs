//! Microsoft's own tools over what we render: their validator of the unified manifest, their reader of the XML, and their converter
//! between the two. They come by npm into the build's folder; without npm this says aloud that it was not run, and counts as skipped.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test program")]

use backend::{config::Config, manifest::Bundle};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The versions that the outcomes below were read with.
const TOOLS: [&str; 2] = ["office-addin-manifest@3.0.0", "office-addin-manifest-converter@0.4.1"];

type Case = (&'static str, fn(&Bench) -> Result<(), String>);

const CASES: [Case; 5] = [
    ("the unified manifest is valid", valid),
    ("a send mode that is none is refused in the unified manifest", refused),
    ("the XML is read as it was meant", read),
    ("the XML becomes a valid unified manifest", converted),
    ("an entry that is missing in the XML is refused after conversion", unresolved),
];

/// The tools, and a folder with what was rendered.
struct Bench {
    tools: PathBuf,
    folder: PathBuf,
}

fn main() {
    let bench = match Bench::ready() {
        Ok(bench) => bench,
        Err(why) => {
            println!("\nnot run: Microsoft's validator over the manifests; {why}");
            println!("test result: ok. 0 passed; 0 failed; {} ignored; 0 measured; 0 filtered out", CASES.len());
            return;
        }
    };
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    let cases: Vec<Case> = CASES.into_iter().filter(|(name, _)| name.contains(&wanted)).collect();
    let mut failed = 0;
    println!("\nrunning {} tests", cases.len());
    for (name, case) in &cases {
        match case(&bench) {
            Ok(()) => println!("test {name} ... ok"),
            Err(why) => {
                failed += 1;
                println!("test {name} ... FAILED: {why}");
            }
        }
    }
    let (passed, word) = (cases.len() - failed, if failed == 0 { "ok" } else { "FAILED" });
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; {} filtered out",
        CASES.len() - cases.len()
    );
    std::process::exit(i32::from(failed > 0));
}

/// What a tool said, and whether it was content.
fn run(program: &str, words: &[&str], folder: &Path) -> Result<(bool, String), String> {
    let output = Command::new(program).args(words).current_dir(folder).output();
    let output = output.map_err(|error| format!("{program} did not start: {error}"))?;
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    Ok((output.status.success(), told))
}

impl Bench {
    /// Installs the tools where they are missing, and renders a municipality whose name wants escaping.
    fn ready() -> Result<Self, String> {
        let tools = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
        let folder = tools.join("rendered");
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        run("node", &["--version"], &tools)?;
        if !tools.join("node_modules/.bin/office-addin-manifest-converter").exists() {
            let once = [
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--fetch-retries=0",
                "--fetch-timeout=30000",
                "--prefix",
                ".",
            ];
            let (installed, told) = run("npm", &[&once[..], &TOOLS].concat(), &tools)?;
            if !installed {
                return Err(format!("npm could not install {}: {}", TOOLS.join(" and "), last(&told)));
            }
        }
        let set = [
            ("SAKSVAR__SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example"),
            ("SAKSVAR__ENTRA__TENANT", "5e0a3c11-1111-4111-8111-000000000001"),
            ("SAKSVAR__ENTRA__CLIENT_ID", "5e0a3c11-2222-4222-8222-000000000002"),
            ("SAKSVAR__HOUSE__BODY", "Fjordvik & <Vest> \"kommune\""),
        ];
        let config = Config::load(None, set.map(|(key, value)| (key.to_owned(), value.to_owned()))).expect("settings");
        Bundle::rendered(&config).expect("rendered").write(&folder).expect("written");
        Ok(Self { tools, folder })
    }

    fn tool(&self, name: &str, words: &[&str]) -> Result<(bool, String), String> {
        let program = self.tools.join("node_modules/.bin").join(name);
        run(&program.to_string_lossy(), words, &self.folder)
    }

    fn validates(&self, file: &str) -> Result<(bool, String), String> {
        self.tool("office-addin-manifest", &["validate", file])
    }

    /// Writes a file with something exchanged; gives its name.
    fn mutated(&self, file: &str, from: &str, to: &str) -> String {
        let text = fs::read_to_string(self.folder.join(file)).expect("a rendered file");
        assert!(text.contains(from), "{file} holds {from}");
        let name = format!("mutated-{file}");
        fs::write(self.folder.join(&name), text.replace(from, to)).expect("written");
        name
    }

    fn converts(&self, file: &str) -> Result<(bool, String), String> {
        let out = format!("converted-{file}");
        let _ = fs::remove_dir_all(self.folder.join(&out));
        let (converted, told) = self.tool("office-addin-manifest-converter", &["convert", file, "-o", &out])?;
        if !converted { Ok((false, told)) } else { self.validates(&format!("{out}/manifest.json")) }
    }
}

fn last(told: &str) -> &str {
    told.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default()
}

/// The outcome that was expected, or what the tool said instead.
fn expect(wanted: bool, (outcome, told): (bool, String)) -> Result<(), String> {
    if outcome == wanted { Ok(()) } else { Err(told.chars().take(600).collect()) }
}

fn valid(bench: &Bench) -> Result<(), String> {
    expect(true, bench.validates("outlook.json")?)
}

fn refused(bench: &Bench) -> Result<(), String> {
    expect(false, bench.validates(&bench.mutated("outlook.json", "softBlock", "soft"))?)
}

fn read(bench: &Bench) -> Result<(), String> {
    let (fine, told) = bench.tool("office-addin-manifest", &["info", "outlook.xml"])?;
    let wanted =
        ["5b2f6a1c-6f0e-4c0e-9a53-5a4b7c0d1e2f", "1.0.0.0", "Fjordvik & <Vest> \"kommune\"", "nb-NO", "ReadWriteItem"];
    expect(true, (fine && wanted.iter().all(|word| told.contains(word)), told))
}

fn converted(bench: &Bench) -> Result<(), String> {
    expect(true, bench.converts("outlook.xml")?)?;
    let text = fs::read_to_string(bench.folder.join("converted-outlook.xml/manifest.json"))
        .map_err(|error| error.to_string())?;
    let kept = [
        "\"pinnable\": true",
        "messageSending",
        "softBlock",
        "AccessSharedFolders",
        "launchevent.js",
        "mailRead",
        "mailCompose",
    ];
    let lost: Vec<_> = kept.iter().filter(|word| !text.contains(**word)).collect();
    if lost.is_empty() { Ok(()) } else { Err(format!("the converted manifest lost {lost:?}")) }
}

fn unresolved(bench: &Bench) -> Result<(), String> {
    expect(false, bench.converts(&bench.mutated("outlook.xml", "resid=\"Gate.Script\"", "resid=\"Gate.Scrip\""))?)
}
