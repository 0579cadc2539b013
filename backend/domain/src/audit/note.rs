//! Signed notes (signert notat), as C2SP's signed-note v1.0.0 (<https://c2sp.org/signed-note>) writes them: a text, a blank line, and
//! signatures by keys with names. Which bytes are signed stands here; the signing itself is the caller's.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The byte that stands for an Ed25519 signature over the text.
pub const ED25519: u8 = 1;
/// Signatures that are looked at; more are refused.
const SIGNATURES: usize = 16;

/// One signature below a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The id of the key.
    pub id: [u8; 4],
    /// The signature.
    pub bytes: Vec<u8>,
}

/// A text with signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The text, with its last line break.
    pub text: String,
    /// Whoever signed it.
    pub signatures: Vec<Signature>,
}

/// Why a note does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It has not the form of a signed note.
    #[error("it is no signed note")]
    Form,
    /// It has not the form of a checkpoint.
    #[error("it is no checkpoint")]
    NoCheckpoint,
    /// None of the known keys signed it.
    #[error("no key that is known here signed it")]
    Unknown,
    /// A known key's signature does not hold.
    #[error("its signature does not hold")]
    Forged,
    /// The text is no key.
    #[error("it is no key; the form is NAME+ID+KEY")]
    NoKey,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// [`Refused::Form`] when it is none.
    pub fn read(note: &str) -> Result<Self, Refused> {
        if note.chars().any(|c| c < ' ' && c != '\n') {
            return Err(Refused::Form);
        }
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(Refused::Form)?;
        let lines = signatures.strip_suffix('\n').ok_or(Refused::Form)?.split('\n');
        let signatures: Vec<Signature> = lines.map(signature).collect::<Option<_>>().ok_or(Refused::Form)?;
        if signatures.len() > SIGNATURES {
            return Err(Refused::Form);
        }
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The note as it is kept.
    #[must_use]
    pub fn written(&self) -> String {
        let line = |one: &Signature| {
            let bytes = STANDARD.encode([&one.id[..], &one.bytes].concat());
            format!("— {} {bytes}\n", one.name)
        };
        format!("{}\n{}", self.text, self.signatures.iter().map(line).collect::<String>())
    }
}

fn signature(line: &str) -> Option<Signature> {
    let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = STANDARD.decode(bytes).ok()?;
    let (id, bytes) = bytes.split_first_chunk::<4>()?;
    is_name(name).then(|| Signature { name: name.to_owned(), id: *id, bytes: bytes.to_vec() })
}

/// Whether a key may be called so: no spaces, no plus sign, not empty.
#[must_use]
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

/// The public half of a key, with its name (verifier key).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    /// The name.
    pub name: String,
    /// The Ed25519 public key (RFC 8032).
    pub public: [u8; 32],
}

impl Verifier {
    /// Reads `NAME+ID+KEY`.
    ///
    /// # Errors
    /// [`Refused::NoKey`] when it is none, or its id is another key's.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let mut parts = text.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(Refused::NoKey);
        };
        let own = Self { name: name.to_owned(), public: decoded(key).ok_or(Refused::NoKey)? };
        if is_name(name) && written_id(own.id()) == id { Ok(own) } else { Err(Refused::NoKey) }
    }

    /// As `NAME+ID+KEY`.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}+{}+{}", self.name, written_id(self.id()), encoded(&self.public))
    }

    /// The id of the key.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let hash = Sha256::new().chain_update(&self.name).chain_update([b'\n', ED25519]).chain_update(self.public);
        let hash: [u8; 32] = hash.finalize().into();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Whether this key signed the note; `holds` says whether a signature (last) over a message is that of a public key (first).
    ///
    /// # Errors
    /// [`Refused::Unknown`] when it did not sign, [`Refused::Forged`] when its signature does not hold.
    pub fn signed(&self, note: &Note, holds: impl Fn(&[u8; 32], &[u8], &[u8]) -> bool) -> Result<(), Refused> {
        let own = |one: &&Signature| one.name == self.name && one.id == self.id();
        let mut signatures = note.signatures.iter().filter(own).peekable();
        signatures.peek().ok_or(Refused::Unknown)?;
        let all = signatures.all(|one| holds(&self.public, note.text.as_bytes(), &one.bytes));
        if all { Ok(()) } else { Err(Refused::Forged) }
    }
}

/// A key's 32 bytes behind the byte of their kind, as they stand in a text.
#[must_use]
pub fn encoded(key: &[u8; 32]) -> String {
    STANDARD.encode([&[ED25519], &key[..]].concat())
}

/// The 32 bytes of such a text; `None` when it is none.
#[must_use]
pub fn decoded(text: &str) -> Option<[u8; 32]> {
    let key = STANDARD.decode(text).ok()?;
    key.strip_prefix(&[ED25519])?.try_into().ok()
}

/// An id as it stands in a key.
#[must_use]
pub fn written_id(id: [u8; 4]) -> String {
    format!("{:08x}", u32::from_be_bytes(id))
}

#[cfg(test)]
mod tests {
    use super::{Note, Refused, Verifier};

    /// The example of the specification.
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_example_of_the_specification_is_read_and_written_back() {
        let (key, note) = (Verifier::read(KEY).expect("a key"), Note::read(NOTE).expect("a note"));
        assert_eq!((key.written().as_str(), note.written().as_str()), (KEY, NOTE));
        assert_eq!(note.text, "This is an example message.\n");
        assert_eq!(key.signed(&note, |_, _, signature| signature.len() == 64), Ok(()));
        assert_eq!(key.signed(&note, |_, _, _| false), Err(Refused::Forged));
        let other = Verifier { name: "example.com/bar".into(), ..key };
        assert_eq!(other.signed(&note, |_, _, _| true), Err(Refused::Unknown));
    }

    #[test]
    fn what_is_no_note_and_no_key_is_refused() {
        let without = NOTE.trim_end();
        for wrong in [
            "",
            "text\n",
            without,
            &NOTE.replace('—', "-"),
            &NOTE.replace("Uw2Q", "*"),
            &NOTE.replace("This", "\tThis"),
        ] {
            assert_eq!(Note::read(wrong), Err(Refused::Form), "{wrong:?}");
        }
        for wrong in
            ["", "a+b", &KEY.replace("530d903a", "530d903b"), &KEY.replace("+Ae", "+Be"), &KEY.replace("/foo", "/ foo")]
        {
            assert_eq!(Verifier::read(wrong), Err(Refused::NoKey), "{wrong:?}");
        }
    }
}
