//! `town`: the emulated municipality on fixed ports, until Ctrl-C; with `--saksvar FILE` also the server against it.

mod demo;

use std::{env, io, process::ExitCode};
use town::{Noark, NoarkSettings, P360, P360Settings, Settings, Town};

const USAGE: &str =
    "town [--ports ENTRA,GRAPH,OUTLOOK,MODEL] [--addin ORIGIN] [--redirect URI] [--mail DIR] [--secret TEXT]
town noark [--port PORT] [--records DIR]
town p360 [--port PORT] [--records DIR]";

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    if let Some(demo) = demo::Demo::from(&words) {
        return demo.run().await.map_or_else(|error| told(&format!("The demo ended: {error}")), |()| ExitCode::SUCCESS);
    }
    if words.first().map(String::as_str) == Some("noark") {
        let kernel = match kernel(words.into_iter().skip(1)) {
            Ok(settings) => archive(settings).await,
            Err(words) => return told(&format!("{words}\n{USAGE}")),
        };
        return kernel.map_or_else(|error| told(&format!("The kernel did not start: {error}")), |()| ExitCode::SUCCESS);
    }
    if words.first().map(String::as_str) == Some("p360") {
        let started = match case_system(words.into_iter().skip(1)) {
            Ok(settings) => cases(settings).await,
            Err(words) => return told(&format!("{words}\n{USAGE}")),
        };
        return started
            .map_or_else(|error| told(&format!("Public 360 did not start: {error}")), |()| ExitCode::SUCCESS);
    }
    let settings = match settings(words.into_iter()) {
        Ok(settings) => settings,
        Err(words) => return told(&format!("{words}\n{USAGE}")),
    };
    match run(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => told(&format!("The town did not start: {error}")),
    }
}

#[expect(clippy::print_stderr, reason = "the person at the terminal reads it")]
fn told(words: &str) -> ExitCode {
    eprintln!("{words}");
    ExitCode::FAILURE
}

#[expect(clippy::print_stdout, reason = "the addresses are what the command is for")]
async fn run(settings: Settings) -> io::Result<()> {
    let town = Town::start(settings).await?;
    println!("entra   {}", town.entra_url);
    println!("graph   {}", town.graph_url);
    println!("outlook {}", town.outlook_url);
    println!("model   {}", town.model_url);
    tokio::signal::ctrl_c().await?;
    town.stop().await;
    Ok(())
}

/// A Noark 5 kernel alone, for testers that others wrote.
#[expect(clippy::print_stdout, reason = "the address is what the command is for")]
async fn archive(settings: NoarkSettings) -> io::Result<()> {
    let kernel = Noark::start(settings).await?;
    println!("noark   {}", kernel.url);
    tokio::signal::ctrl_c().await?;
    kernel.stop().await;
    Ok(())
}

/// A Public 360 alone.
#[expect(clippy::print_stdout, reason = "the address and the key are what the command is for")]
async fn cases(settings: P360Settings) -> io::Result<()> {
    let (key, client_id) = (settings.key.clone(), settings.client_id.clone());
    let system = P360::start(settings).await?;
    println!("p360    {} (clientid {client_id}, authkey {key})", system.url);
    tokio::signal::ctrl_c().await?;
    system.stop().await;
    Ok(())
}

fn case_system(mut arguments: impl Iterator<Item = String>) -> Result<P360Settings, String> {
    let mut settings = P360Settings { port: 8093, ..P360Settings::default() };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} wants a value."))?;
        match name.as_str() {
            "--port" => settings.port = value.parse().map_err(|_| format!("{value} is no port."))?,
            "--records" => settings.records = Some(value.into()),
            _ => return Err(format!("{name} is unknown.")),
        }
    }
    Ok(settings)
}

fn kernel(mut arguments: impl Iterator<Item = String>) -> Result<NoarkSettings, String> {
    let mut settings = NoarkSettings { port: 8092, ..NoarkSettings::default() };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} wants a value."))?;
        match name.as_str() {
            "--port" => settings.port = value.parse().map_err(|_| format!("{value} is no port."))?,
            "--records" => settings.records = Some(value.into()),
            _ => return Err(format!("{name} is unknown.")),
        }
    }
    Ok(settings)
}

fn settings(mut arguments: impl Iterator<Item = String>) -> Result<Settings, String> {
    let mut settings = Settings { ports: [8401, 8402, 8403, 8404], ..Settings::default() };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} wants a value."))?;
        match name.as_str() {
            "--ports" => settings.ports = ports(&value).ok_or_else(|| format!("{value} are not four ports."))?,
            "--addin" => settings.addin_url = Some(value),
            "--redirect" => settings.redirect_uris.push(value),
            "--mail" => settings.mail = Some(value.into()),
            "--secret" => settings.client_secret = value,
            _ => return Err(format!("{name} is unknown.")),
        }
    }
    Ok(settings)
}

fn ports(text: &str) -> Option<[u16; 4]> {
    let ports: Option<Vec<u16>> = text.split(',').map(|port| port.parse().ok()).collect();
    ports?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_read_or_refused() {
        let cases = [
            ("", Ok([8401, 8402, 8403, 8404])),
            ("--ports 1,2,3,4", Ok([1, 2, 3, 4])),
            ("--ports 1,2,3", Err("1,2,3 are not four ports.")),
            ("--ports", Err("--ports wants a value.")),
            ("--what x", Err("--what is unknown.")),
        ];
        for (line, expected) in cases {
            let read = settings(line.split_whitespace().map(str::to_owned)).map(|it| it.ports);
            assert_eq!(read, expected.map_err(str::to_owned), "{line}");
        }
    }
}
