//! Messages carried by a folder (mappe): what lies in `ut` is taken, what answers it is laid in `inn`. It stands in for the programs that
//! carry messages over Fiks IO.

use super::running::{FiksArchive, FiksMessage};
use serde_json::{Value, json};
use std::{fs, io, path::Path, time::Duration};

/// How often the folder is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// Takes and answers, until it is dropped.
pub(super) async fn serve(archive: FiksArchive, at: std::path::PathBuf, account: Option<String>) {
    loop {
        for name in names(&at.join("ut")) {
            // A message that was withdrawn meanwhile is nobody's.
            let Ok((message, mut about)) = taken(&at, &name) else { continue };
            if let Some(account) = &account {
                about["mottakerKontoId"] = account.as_str().into();
            }
            let (archive, at) = (archive.clone(), at.clone());
            tokio::spawn(async move {
                for answer in archive.take(message).await {
                    // Nobody waits for an answer that cannot be laid.
                    let _ = laid(&at, &answer, &about);
                }
            });
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn names(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    all.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| !name.starts_with('.')).collect()
}

fn taken(at: &Path, name: &str) -> io::Result<(FiksMessage, Value)> {
    let mine = at.join("ut").join(format!(".tatt-{name}"));
    fs::rename(at.join("ut").join(name), &mine)?;
    let about: Value = serde_json::from_slice(&fs::read(mine.join("melding.json"))?)?;
    let text = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
    let mut files = Vec::new();
    for file in about["filer"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        files.push((file.to_owned(), fs::read(mine.join(file))?));
    }
    let message = FiksMessage { id: text("meldingId"), kind: text("meldingType"), to: None, files };
    fs::remove_dir_all(&mine)?;
    Ok((message, about))
}

fn laid(at: &Path, answer: &FiksMessage, about: &Value) -> io::Result<()> {
    let inward = at.join("inn");
    let to = answer.to.clone().unwrap_or_default();
    let name = format!("{to}.{}", answer.id);
    let hidden = inward.join(format!(".{name}"));
    fs::create_dir_all(&hidden)?;
    for (file, bytes) in &answer.files {
        fs::write(hidden.join(file), bytes)?;
    }
    let files: Vec<&String> = answer.files.iter().map(|(file, _)| file).collect();
    let told = json!({
        "meldingId": answer.id, "meldingType": answer.kind, "svarPaMelding": to, "filer": files,
        "avsenderKontoId": about["mottakerKontoId"], "mottakerKontoId": about["avsenderKontoId"],
    });
    fs::write(hidden.join("melding.json"), told.to_string())?;
    fs::rename(&hidden, inward.join(&name))
}
