//! Refusals (feilmelding): the request is wrong, the archive failed, or it is not there.

use crate::xml::{Unreadable, root, space};

/// A refusal of the archive; its words are the archive's own, and may hold what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The request is wrong (ugyldig forespørsel).
    Invalid,
    /// The archive failed (serverfeil).
    Broken,
    /// It is not there (ikke funnet).
    Missing,
}

impl Problem {
    /// The refusal of this type; none where it is of another.
    pub(crate) fn named(kind: &str) -> Option<Self> {
        match kind.strip_prefix("no.ks.fiks.arkiv.v1.feilmelding.")? {
            "ugyldigforespoersel" => Some(Self::Invalid),
            "serverfeil" => Some(Self::Broken),
            "ikkefunnet" => Some(Self::Missing),
            _ => None,
        }
    }

    /// Whether its file is what the standard says; the archive's reference for it, for whoever runs the archive.
    pub(crate) fn read(self, xml: &[u8]) -> Result<String, Unreadable> {
        let outermost = match self {
            Self::Invalid => ("ugyldigforespoersel", space::INVALID),
            Self::Broken => ("serverfeil", space::BROKEN),
            Self::Missing => ("ikkefunnet", space::MISSING),
        };
        root(xml, outermost, |all| {
            let mut all = all.of_base(space::ERROR);
            let id = all.one("feilId")?.string()?;
            all.one("feilmelding")?.string()?;
            all.end()?;
            Ok(id)
        })
    }
}
