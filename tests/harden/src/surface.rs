//! The whole surface, from its own description: schemathesis makes requests that fit it and requests that do not.

use crate::Row;
use contract::{operation::PrepareDraft, view::Draft};
use std::{path::PathBuf, process::Command};
use suite::Stand;
use vocabulary::{ConversationId, MailId, Role};

/// The version that the figures were measured with.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// Examples for each operation and check.
pub(crate) const EXAMPLES: &str = "500";

/// Starts a server and lets schemathesis at it; a failed check or an answer of 5xx came through.
pub(crate) async fn run(examples: &str) -> Result<Row, String> {
    let tool = tool()?;
    let stand = Stand::up().await;
    let draft = drafted(&stand).await?;
    let mut claims = stand.town.claims("kari").ok_or("Kari works here")?;
    claims["roles"] = Role::ALL.map(Role::name).to_vec().into();
    let token = stand.town.sign(&claims).ok_or("the town signs")?;
    // What a rule of the domain refuses is told with 422; no schema can say it.
    let settings = "[checks.positive_data_acceptance]\nexpected-statuses = [200, 401, 403, 404, 409, 422, 429]\n";
    std::fs::write(folder().join("schemathesis.toml"), settings).map_err(|error| error.to_string())?;
    let mut command = Command::new(tool);
    command
        .args([
            "run",
            &format!("{}/openapi.json", stand.url),
            "--checks",
            "all",
            "--max-examples",
            examples,
            "--seed",
            "1",
        ])
        .args(["--continue-on-failure", "--no-color"])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("PYTHONPATH", suite::root().join("tests/harden"))
        .env("SAKSVAR_DRAFT", draft.id.as_str())
        .env("SAKSVAR_REVISION", draft.revision.to_string())
        .current_dir(folder());
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    let output =
        output.map_err(|error| error.to_string())?.map_err(|error| format!("schemathesis did not start: {error}"))?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    println!("{told}");
    let (cases, through) =
        (count(&told, "generated"), count(&told, "unique failures").max(u64::from(!output.status.success())));
    Ok(Row { class: "requests made from the description".to_owned(), cases, through })
}

/// A draft that is there to be asked for.
async fn drafted(stand: &Stand) -> Result<Draft, String> {
    let mailbox = "postmottak@fjordvik.kommune.no";
    let mails = stand.town.mails(mailbox, town::Folder::Inbox);
    let mail = mails.first().ok_or("there is no mail in the town")?;
    let prepare = PrepareDraft {
        mail: MailId::new(mail.immutable_id()),
        conversation: ConversationId::new(mail.conversation()),
        mailbox: Some(mailbox.to_owned()),
        again: false,
        seen: None,
        case: None,
        without_case: false,
        language: None,
        tone: None,
    };
    stand.call("kari", &prepare).await.map_err(|problem| problem.title)
}

/// The number before a word of the summary.
fn count(told: &str, word: &str) -> u64 {
    let before = told.lines().rev().find_map(|line| line.split_once(word)).map(|(before, _)| before);
    let digits: String = before
        .unwrap_or_default()
        .trim_end()
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    digits.chars().rev().collect::<String>().parse().unwrap_or(0)
}

fn folder() -> PathBuf {
    suite::root().join("target/harden")
}

/// The tool in a virtual environment of its own, made where missing.
fn tool() -> Result<PathBuf, String> {
    let made = folder().join("venv/bin/schemathesis");
    if made.is_file() {
        return Ok(made);
    }
    let run =
        |program: PathBuf, words: &[&str]| match Command::new(&program).args(words).current_dir(suite::root()).status()
        {
            Ok(status) if status.success() => Ok(()),
            _ => Err(format!("not run: schemathesis; {} {} did not succeed", program.display(), words.join(" "))),
        };
    std::fs::create_dir_all(folder()).map_err(|error| error.to_string())?;
    run("python3".into(), &["-m", "venv", "target/harden/venv"])?;
    run(folder().join("venv/bin/pip"), &["install", "--quiet", SCHEMATHESIS])?;
    Ok(made)
}
