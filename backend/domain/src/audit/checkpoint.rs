//! A checkpoint (sjekkpunkt): how large the tree was and which root it had, as C2SP's tlog-checkpoint
//! (<https://c2sp.org/tlog-checkpoint>) writes it; signed and kept elsewhere, it holds the trail to what it was.

use super::{
    note::Refused,
    tree::{Frontier, Hash},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// A checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which trail.
    pub origin: String,
    /// How many entries it had.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The tree as it is now.
    #[must_use]
    pub fn of(origin: String, tree: &Frontier) -> Self {
        Self { origin, size: tree.size(), root: tree.root() }
    }

    /// The text that is signed: three lines.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    /// Reads the text of a note; lines after the third are not ours and are passed over.
    ///
    /// # Errors
    /// [`Refused::NoCheckpoint`] when it is none.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let mut lines = text.strip_suffix('\n').ok_or(Refused::NoCheckpoint)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(Refused::NoCheckpoint);
        };
        let root = STANDARD.decode(root).ok().and_then(|root| Hash::try_from(root).ok());
        let read = size.parse::<u64>().ok().filter(|number| number.to_string() == size);
        match (read, root) {
            (Some(size), Some(root)) if !origin.is_empty() && !lines.any(str::is_empty) => {
                Ok(Self { origin: origin.to_owned(), size, root })
            }
            _ => Err(Refused::NoCheckpoint),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Checkpoint;
    use crate::audit::note::Refused;

    /// The example of the specification.
    const TEXT: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    #[test]
    fn the_example_of_the_specification_is_read_and_written_back() {
        let read = Checkpoint::read(TEXT).expect("a checkpoint");
        assert_eq!((read.origin.as_str(), read.size), ("example.com/behind-the-sofa", 20_852_163));
        assert_eq!(read.text(), TEXT);
        assert_eq!(Checkpoint::read(&format!("{TEXT}more\n")), Ok(read));
    }

    #[test]
    fn what_is_no_checkpoint_is_refused() {
        let long = TEXT.replace("CsUY", "CsUYCsUY");
        for wrong in [
            "",
            "a\n1\n",
            TEXT.trim_end(),
            &TEXT.replace("208", "0208"),
            &TEXT.replace("208", "+208"),
            &long,
            &format!("\n{TEXT}"),
            &format!("{TEXT}\nmore\n"),
        ] {
            assert_eq!(Checkpoint::read(wrong), Err(Refused::NoCheckpoint), "{wrong:?}");
        }
    }
}
