//! The demo (demonstrasjon): the town with an unmodified `saksvar serve` against it, until Ctrl-C.

use std::{
    env, fs, io,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::{
    net::TcpStream,
    process::{Child, Command},
    signal,
    time::{sleep, timeout},
};
use town::{Bridge, Noark, NoarkSettings, Running, Settings, Town};

/// The port people see in the demo, where it is free.
const PORT: u16 = 8750;

/// Where everything lies.
#[derive(Debug)]
pub(crate) struct Demo {
    /// The binary.
    pub(crate) saksvar: PathBuf,
    /// The built pane.
    pub(crate) assets: PathBuf,
    /// The invented municipality: `records/` and `mail/`.
    pub(crate) fixture: PathBuf,
    /// A folder of the demo's own; emptied at every start.
    pub(crate) state: PathBuf,
}

/// Ctrl-C, or whoever started us asks us to end; the server goes with us.
async fn asked_to_stop() {
    #[cfg(unix)]
    if let Ok(mut terminate) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        return;
    }
    let _ = signal::ctrl_c().await;
}

impl Demo {
    /// Reads `--saksvar FILE --assets DIR --fixture DIR --state DIR`; `None` when the first of them is not given.
    pub(crate) fn from(words: &[String]) -> Option<Self> {
        let after =
            |name: &str| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).map(PathBuf::from);
        Some(Self {
            saksvar: after("--saksvar")?,
            assets: after("--assets").unwrap_or_else(|| "dist".into()),
            fixture: after("--fixture").unwrap_or_else(|| "tests/fixture".into()),
            state: after("--state").unwrap_or_else(|| env::temp_dir().join("saksvar-demo")),
        })
    }

    /// Starts both and waits to be stopped.
    pub(crate) async fn run(self) -> io::Result<()> {
        let port = if is_free(PORT) { PORT } else { 0 };
        let origin = format!("http://127.0.0.1:{}", if port == 0 { free()? } else { port });
        let settings = Settings {
            mail: Some(self.fixture.join("mail")),
            addin_url: Some(origin.clone()),
            pane_path: "/index.html".to_owned(),
            redirect_uris: vec![format!("{origin}/auth/callback"), origin.replace("http", "brk-multihub")],
            bridge: Bridge::There,
            ..Settings::default()
        };
        let town = Town::start(settings).await?;
        let records = Some(self.fixture.join("records"));
        let kernel = Noark::start(NoarkSettings { records, ..NoarkSettings::default() }).await?;
        let config = self.write(&town, &kernel, &origin)?;
        self.import(&config).await?;
        let mut server =
            Command::new(&self.saksvar).arg("serve").arg("--config").arg(&config).kill_on_drop(true).spawn()?;
        answers(&origin, &mut server).await?;
        tell(&town.outlook_url);
        tokio::select! {
            () = asked_to_stop() => {}
            ended = server.wait() => return Err(io::Error::other(format!("saksvar serve ended by itself: {}", ended?))),
        }
        say("\nEnding …");
        let _ = timeout(Duration::from_secs(5), server.wait()).await;
        town.stop().await;
        kernel.stop().await;
        Ok(())
    }

    /// The settings of the server in this town.
    fn write(&self, town: &Running, kernel: &Noark, origin: &str) -> io::Result<PathBuf> {
        if self.state.exists() {
            fs::remove_dir_all(&self.state)?;
        }
        fs::create_dir_all(&self.state)?;
        let listen = origin.trim_start_matches("http://");
        let Settings { tenant, client_id, client_secret, .. } = town.settings();
        let (code, unit) = town::access();
        let text = format!(
            "[server]\nlisten = \"{listen}\"\npublic_url = \"{origin}\"\nassets = {assets}\noffice_js = \"{outlook}/office.js\"\n\
             frame_ancestors = [\"{outlook}\"]\n[store]\nfolder = {state}\n[entra]\nauthority = \"{entra}\"\ntenant = \"{tenant}\"\n\
             client_id = \"{client_id}\"\nclient_secret = \"{client_secret}\"\n[graph]\nurl = \"{graph}/v1.0\"\n\
             [house]\nbody = \"Fjordvik kommune\"\ndomains = [\"fjordvik.kommune.no\"]\n[access]\ncode = {code}\nunit = {unit}\n\
             [noark]\nurl = \"{noark}\"\nclient_id = \"saksvar\"\nclient_secret = \"town-noark-secret\"\n[log]\nlevel = \"warn\"\n",
            assets = quoted(&self.assets),
            state = quoted(&self.state),
            outlook = town.outlook_url,
            entra = town.entra_url,
            graph = town.graph_url,
            noark = kernel.url,
        );
        let file = self.state.join("saksvar.toml");
        fs::write(&file, text)?;
        Ok(file)
    }

    async fn import(&self, config: &Path) -> io::Result<()> {
        let mut import = Command::new(&self.saksvar);
        import.arg("records").arg("import").arg(self.fixture.join("records")).arg("--config").arg(config);
        let status = import.status().await?;
        if status.success() { Ok(()) } else { Err(io::Error::other("the records were not imported; see above")) }
    }
}

fn quoted(path: &Path) -> String {
    format!("{:?}", path.display().to_string())
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

fn free() -> io::Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr().map(|address| address.port())
}

/// Waits until the server listens.
async fn answers(origin: &str, server: &mut Child) -> io::Result<()> {
    let address = origin.trim_start_matches("http://");
    for _ in 0..200 {
        if TcpStream::connect(address).await.is_ok() {
            return Ok(());
        }
        if let Some(status) = server.try_wait()? {
            return Err(io::Error::other(format!("saksvar serve did not start: {status}")));
        }
        sleep(Duration::from_millis(50)).await;
    }
    Err(io::Error::other("saksvar serve did not listen within ten seconds"))
}

fn tell(outlook: &str) {
    say(&format!(
        "\nOpen {outlook}\n\n\
         1. You are Kari. Open Per Haug's mail «Sak 2026/1234 – tilbygg Storgata 12»; the pane writes a draft.\n\
         2. Click a number in the draft: its source opens with the passage marked. Press «Send til godkjenning».\n\
         3. Become Liv (top right), tab «Til godkjenning»: tick the findings, approve.\n\
         4. Become Kari again, open the mail, press «Sett inn svar», then Send: it leaves. «Journalfør» in the pane\n\
            \x20  then registers the mail and the reply in the case system.\n\
         5. Do it once more with another mail, change a figure before Send: it is stopped, and says why.\n\n\
         Ctrl-C ends everything."
    ));
}

#[expect(clippy::print_stdout, reason = "the person at the terminal reads it")]
fn say(words: &str) {
    println!("{words}");
}
