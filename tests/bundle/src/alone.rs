//! A program on its own (alene): started in an empty folder with the settings that it cannot do without, and asked for its pane.

use crate::told;
use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long a start may take at the most; a slow machine is no fault.
const PATIENCE: Duration = Duration::from_secs(30);
/// As Entra writes ids.
const ID: &str = "5e0a3c11-1111-4111-8111-000000000001";
/// Scripts, styles and pictures that a page names.
const NAMED: [&str; 2] = ["src=\"", "href=\""];

/// How a start went.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    /// From the start of the process to the first answer that it can work.
    pub(crate) ready: Duration,
    /// Memory then, in kB; 0 where the system does not say.
    pub(crate) resident: u64,
    /// Files of the pane that were asked for.
    pub(crate) files: usize,
}

/// A folder with nothing but settings, and the program that is tried there.
pub(crate) struct Place {
    program: PathBuf,
    folder: PathBuf,
    address: String,
}

impl Place {
    /// In a folder that must be empty.
    pub(crate) fn new(program: &Path, folder: &Path) -> Result<Self, String> {
        // Free a moment ago; whoever takes it meanwhile makes the start fail, and says so.
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(|error| error.to_string())?.to_string();
        let settings = format!(
            "[server]\nlisten = \"{address}\"\npublic_url = \"http://{address}\"\n[entra]\ntenant = \"{ID}\"\nclient_id = \"{ID}\"\n[log]\nlevel = \"error\"\n"
        );
        let file = folder.join("saksvar.toml");
        fs::write(&file, settings).map_err(told(&file))?;
        Ok(Self { program: program.to_owned(), folder: folder.to_owned(), address })
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["--config", "saksvar.toml"]).args(words).current_dir(&self.folder).env_clear();
        command
    }

    /// Runs a command over the settings to its end; what it printed.
    pub(crate) fn said(&self, words: &[&str]) -> Result<String, String> {
        crate::crates::answer(&mut self.command(words))
    }

    /// Starts the server, asks for the pane as a browser does, and ends it.
    pub(crate) fn start(&self) -> Result<Start, String> {
        let since = Instant::now();
        let mut server = self.command(&["serve"]);
        let mut server = Running(server.stderr(Stdio::inherit()).spawn().map_err(told(&self.program))?);
        let ready = loop {
            if get(&self.address, "/health/ready").is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 200")) {
                break since.elapsed();
            }
            let is_over = server.0.try_wait().map_err(told(&self.program))?.is_some();
            if is_over || since.elapsed() > PATIENCE {
                return Err(format!("{} did not come up", self.program.display()));
            }
            std::thread::yield_now();
        };
        let resident = resident(server.0.id());
        let files = self.pane()?;
        self.said(&["health"])?;
        Ok(Start { ready, resident, files })
    }

    /// The first page, and whatever it names of its own.
    fn pane(&self) -> Result<usize, String> {
        let page = self.file("/index.html")?;
        let rest = NAMED.iter().flat_map(|start| page.split(start).skip(1));
        let names = rest.filter_map(|rest| rest.split('"').next());
        // Of Microsoft's library there is no copy.
        let names: Vec<_> =
            names.filter(|name| !name.contains("://")).map(|name| name.trim_start_matches('/')).collect();
        if names.is_empty() {
            return Err("the first page names no file of its own".to_owned());
        }
        for name in &names {
            self.file(&format!("/{name}"))?;
        }
        Ok(names.len() + 1)
    }

    fn file(&self, path: &str) -> Result<String, String> {
        let answer = get(&self.address, path).map_err(|error| format!("{path}: {error}"))?;
        let text = String::from_utf8_lossy(&answer).into_owned();
        let body = text.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
        let is_there = text.starts_with("HTTP/1.1 200") && !body.is_empty();
        is_there
            .then_some(body)
            .ok_or_else(|| format!("{path} is answered with {}", text.lines().next().unwrap_or_default()))
    }
}

/// Ends with its holder.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(address: &str, path: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

/// From `/proc`, as Linux has it.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::{crates, inside};
    use std::{fs, process::Command};

    /// The pages that a server renders, and one file of each further kind.
    const PANE: [(&str, &str); 7] = [
        (
            "index.html",
            "<script src=\"{{office_js}}\"></script><script src=\"boot.js\"></script><link href=\"/pane.css\"><link href=\"/icon.png\">",
        ),
        ("launchevent.html", "a"),
        ("launchevent.js", "b"),
        ("signed-in.html", "c"),
        ("boot.js", "d"),
        ("pane.css", "e"),
        ("icon.png", "f"),
    ];

    #[test]
    fn a_program_with_the_pane_inside_shows_it_where_nothing_else_is() {
        let target = crates::target();
        let pane = target.join("bundle/pane");
        fs::create_dir_all(&pane).unwrap();
        PANE.iter().for_each(|(name, text)| fs::write(pane.join(name), text).unwrap());
        let list = target.join("bundle/pane.rs");
        fs::write(&list, inside(&pane).unwrap()).unwrap();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--locked", "--package", "backend", "--features", "embedded"]);
        crates::said(build.env("SAKSVAR_PANE", &list)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        // A copy: the next build for development puts another program there.
        let program = folder.path().join("saksvar");
        fs::copy(target.join("debug").join(format!("saksvar{}", std::env::consts::EXE_SUFFIX)), &program).unwrap();
        let place = folder.path().join("empty");
        fs::create_dir(&place).unwrap();
        let place = Place::new(&program, &place).unwrap();
        assert_eq!(place.start().unwrap().files, 4);
        // What was inside when it was built is all that it needs.
        fs::remove_dir_all(&pane).unwrap();
        assert_eq!(place.start().unwrap().files, 4);
        assert!(place.said(&["config"]).unwrap().contains("assets = \"\""));
    }
}
