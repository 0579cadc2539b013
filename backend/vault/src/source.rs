//! Where the master key comes from (nøkkelkilde): a file, a variable of the environment, or a command that prints it, such as a
//! key vault's client.

use crate::{master::Master, wrong::Wrong};
use std::{
    fmt, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use zeroize::Zeroizing;

/// A source of the master key.
#[derive(Clone)]
pub enum Source {
    /// `file:PATH`: the file holds the key and nothing else.
    File(PathBuf),
    /// `env:NAME`: the variable holds the key.
    Variable(String),
    /// `command:PROGRAM ARGUMENTS`: what the program prints is the key; no shell is between.
    Command(Vec<String>),
    /// A key of this process alone, gone with it.
    #[doc(hidden)]
    Held(Held),
}

/// A master key that is nowhere but in this process.
#[derive(Clone, Debug)]
pub struct Held(pub(crate) Master);

impl Source {
    /// From the setting.
    ///
    /// # Errors
    /// [`Wrong::NoSource`], which does not repeat the setting: somebody may have written the key itself.
    pub fn read(setting: &str) -> Result<Self, Wrong> {
        let (kind, rest) = setting.split_once(':').ok_or(Wrong::NoSource)?;
        let words: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
        match kind {
            _ if words.is_empty() => Err(Wrong::NoSource),
            "file" => Ok(Self::File(rest.trim().into())),
            "env" => Ok(Self::Variable(rest.trim().to_owned())),
            "command" => Ok(Self::Command(words)),
            _ => Err(Wrong::NoSource),
        }
    }

    /// Makes a new key in a file that only its owner may read; the id of the key.
    ///
    /// # Errors
    /// [`Wrong::Unread`] when the file is there already, or cannot be written.
    pub fn make(file: &Path) -> Result<String, Wrong> {
        let master = Master::fresh()?;
        let written = private(fs::OpenOptions::new().write(true).create_new(true)).open(file).and_then(|mut made| {
            made.write_all(master.written().as_bytes())?;
            made.sync_all()
        });
        written.map_err(|error| Wrong::Unread {
            place: file.display().to_string(),
            why: match error.kind() {
                std::io::ErrorKind::AlreadyExists => {
                    "a file is there already, and a key is never overwritten".to_owned()
                }
                kind => format!("it cannot be made ({kind})"),
            },
        })?;
        Ok(master.id().to_string())
    }

    /// The id of the key it gives; the key itself stays inside.
    ///
    /// # Errors
    /// When it gives none.
    pub fn id(&self) -> Result<String, Wrong> {
        Ok(self.master()?.id().to_string())
    }

    /// A sentence when others on this machine can read the key.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let Self::File(file) = self else { return None };
        let open = is_open(file);
        open.then(|| {
            format!(
                "{} can be read by others than its owner; `chmod 600` it, and make a new key if it was read",
                file.display()
            )
        })
    }

    /// Another secret that is kept there, without the blanks around it.
    ///
    /// # Errors
    /// When there is none, or it is no text.
    pub fn secret(&self) -> Result<Zeroizing<String>, Wrong> {
        let bytes = self.bytes()?;
        let text = std::str::from_utf8(&bytes).map(str::trim).unwrap_or_default();
        let none = || Wrong::Unread { place: self.to_string(), why: "no secret is there".to_owned() };
        if text.is_empty() { Err(none()) } else { Ok(Zeroizing::new(text.to_owned())) }
    }

    /// The key.
    pub(crate) fn master(&self) -> Result<Master, Wrong> {
        if let Self::Held(Held(master)) = self {
            return Ok(master.clone());
        }
        Master::read(&self.bytes()?).ok_or_else(|| Wrong::NoKey { place: self.to_string() })
    }

    fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, Wrong> {
        let unread = |why: String| Wrong::Unread { place: self.to_string(), why };
        let text = match self {
            Self::Held(_) => return Err(unread("it holds a master key alone".to_owned())),
            Self::File(file) => fs::read(file).map_err(|error| unread(error.kind().to_string()))?,
            Self::Variable(name) => {
                std::env::var(name).map_err(|_| unread("there is no such variable".to_owned()))?.into_bytes()
            }
            Self::Command(words) => printed(words).map_err(unread)?,
        };
        Ok(Zeroizing::new(text))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Source {
    /// Arguments are left out: a client may be given a token there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => write!(f, "file:{}", file.display()),
            Self::Variable(name) => write!(f, "env:{name}"),
            Self::Command(words) => write!(f, "command:{}", words.first().map_or("", String::as_str)),
            Self::Held(_) => f.write_str("this process"),
        }
    }
}

/// What a program prints; what it complains of goes where ours goes.
fn printed(words: &[String]) -> Result<Vec<u8>, String> {
    let Some((program, arguments)) = words.split_first() else { return Err("no program is named".to_owned()) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| format!("the program does not run ({})", error.kind()))?;
    if !output.status.success() {
        return Err(format!("the program ended with {}", output.status));
    }
    Ok(output.stdout)
}

/// For the owner's eyes alone, where the system knows such a thing.
pub(crate) fn private(options: &mut fs::OpenOptions) -> &mut fs::OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(unix)]
fn is_open(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}
