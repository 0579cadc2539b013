//! The key that signs checkpoints (signeringsnøkkel): Ed25519 (RFC 8032), written as signed notes write keys.

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use domain::audit::note::{self, Note, Refused, Signature, Verifier, written_id};

/// How the text of a private key begins, in the form of golang.org/x/mod/sumdb/note, which tools of transparency logs read.
const START: &str = "PRIVATE+KEY+";

/// A private key with its name.
pub struct Key {
    verifier: Verifier,
    seed: [u8; 32],
    pair: Ed25519KeyPair,
}

impl Key {
    /// A new key with this name.
    ///
    /// # Errors
    /// A sentence when the name cannot be one, or the system gives no random bytes.
    pub fn new(name: &str) -> Result<Self, String> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| format!("the system gives no random bytes: {error}"))?;
        Self::of(name, seed).map_err(|_| {
            format!(
                "\"{name}\" cannot name a key: write an address without spaces and plus signs, as sak.example.no/spor"
            )
        })
    }

    /// Reads the text of a private key.
    ///
    /// # Errors
    /// [`Refused::NoKey`] when it is none.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let mut parts = text.trim().strip_prefix(START).ok_or(Refused::NoKey)?.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(Refused::NoKey);
        };
        let own = Self::of(name, note::decoded(key).ok_or(Refused::NoKey)?)?;
        if written_id(own.verifier.id()) == id { Ok(own) } else { Err(Refused::NoKey) }
    }

    fn of(name: &str, seed: [u8; 32]) -> Result<Self, Refused> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| Refused::NoKey)?;
        let public = <[u8; 32]>::try_from(pair.public_key().as_ref()).map_err(|_| Refused::NoKey)?;
        let verifier = Verifier { name: name.to_owned(), public };
        if note::is_name(name) { Ok(Self { verifier, seed, pair }) } else { Err(Refused::NoKey) }
    }

    /// The text of it, to be kept secret.
    #[must_use]
    pub fn written(&self) -> String {
        let id = written_id(self.verifier.id());
        format!("{START}{}+{id}+{}\n", self.verifier.name, note::encoded(&self.seed))
    }

    /// Its public half.
    #[must_use]
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// A text with the signature of this key.
    #[must_use]
    pub fn signed(&self, text: String) -> Note {
        let bytes = self.pair.sign(text.as_bytes()).as_ref().to_vec();
        let signature = Signature { name: self.verifier.name.clone(), id: self.verifier.id(), bytes };
        Note { text, signatures: vec![signature] }
    }
}

/// Whether the signature over a message is that of a public key.
#[must_use]
pub fn holds(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(message, signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Key, holds};
    use domain::audit::note::{Note, Refused, Verifier};

    /// The example of C2SP's signed-note v1.0.0.
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_example_of_the_specification_is_signed_by_its_key() {
        let (key, note) = (Verifier::read(KEY).unwrap(), Note::read(NOTE).unwrap());
        assert_eq!(key.signed(&note, holds), Ok(()));
        let forged = Note { text: note.text.replace("example", "exampel"), ..note };
        assert_eq!(key.signed(&forged, holds), Err(Refused::Forged));
    }

    #[test]
    fn what_a_key_signs_its_public_half_holds_and_another_does_not() {
        let key = Key::new("sak.example.no/spor").unwrap();
        let again = Key::read(&key.written()).unwrap();
        assert_eq!(again.verifier(), key.verifier());
        let note = Note::read(&again.signed("a\n1\nb\n".into()).written()).unwrap();
        assert_eq!(key.verifier().signed(&note, holds), Ok(()));
        let other = Key::new("sak.example.no/spor").unwrap();
        assert_eq!(other.verifier().signed(&note, holds), Err(Refused::Unknown));
        assert!(!key.verifier().written().contains(&domain::audit::note::encoded(&key.seed)));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert!(Key::new("two words").is_err());
        let written = Key::new("a").unwrap().written();
        for wrong in ["", "a+b+c", &written.replace("PRIVATE", "PUBLIC"), &written.replace("+a+", "+b+")] {
            assert_eq!(Key::read(wrong).err(), Some(Refused::NoKey), "{wrong}");
        }
    }
}
