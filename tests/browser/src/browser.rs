//! Chromium with a fresh profile, through its driver on a free port; both end with it.

use std::{process::Stdio, time::Duration};
use tempfile::TempDir;
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, WebDriver, common::log::LoggingPrefsLogLevel, prelude::*,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-prefers-reduced-motion",
    // A tab beside Outlook speaks the language of the browser.
    "--accept-lang=nb",
    "--hide-scrollbars",
    // The browser ends by itself when its driver is gone.
    "--remote-debugging-pipe",
];

/// A browser; drop it after `quit`, or it is ended the hard way.
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    process: Child,
    profile: TempDir,
}

impl Browser {
    /// Starts it with a window of this size in CSS pixels, and more flags.
    pub async fn start((width, height): (u32, u32), more: &[String]) -> Self {
        let (process, port) = driver().await;
        let profile = TempDir::new().expect("a folder");
        let mut wanted = DesiredCapabilities::chrome();
        let own = [format!("--window-size={width},{height}"), format!("--user-data-dir={}", profile.path().display())];
        for flag in FLAGS.into_iter().chain(own.iter().chain(more).map(String::as_str)) {
            wanted.add_arg(flag).expect("a flag");
        }
        heard(&mut wanted);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.expect("chromium starts");
        sized(&driver, (width, height)).await;
        Self { driver, process, profile }
    }

    /// Ends the browser and its driver, and takes the profile away.
    pub async fn quit(self) {
        let Self { driver, mut process, profile } = self;
        driver.quit().await.expect("chromium ends");
        process.kill().await.expect("the driver ends");
        profile.close().expect("the profile goes");
    }
}

/// Makes the page itself, not the window around it, this large.
async fn sized(driver: &WebDriver, (width, height): (u32, u32)) {
    let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
    let frame = driver.execute(frame, vec![]).await.expect("the size of the window");
    let [right, below]: [u32; 2] = frame.convert().expect("two lengths");
    driver.set_window_rect(0, 0, width + right, height + below).await.expect("a size");
}

/// What pages print is kept for the end of the story.
fn heard(wanted: &mut ChromeCapabilities) {
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a level");
}

/// The driver as a child of this process, and the port it chose.
async fn driver() -> (Child, u16) {
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .env("TZ", "Europe/Oslo")
        .env("LANGUAGE", "nb")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("chromedriver starts (Debian: chromium-driver)");
    let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
    let port = timeout(Duration::from_secs(20), port(&mut lines)).await.expect("chromedriver tells its port in time");
    // What it says later must not block it.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    (process, port)
}

async fn port(lines: &mut Lines<BufReader<ChildStdout>>) -> u16 {
    while let Ok(Some(line)) = lines.next_line().await {
        let after = line.split("started successfully on port ").nth(1);
        if let Some(port) = after.and_then(|rest| rest.trim_end_matches('.').parse().ok()) {
            return port;
        }
    }
    panic!("chromedriver ended without telling its port");
}
