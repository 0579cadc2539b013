//! Receipts (kvittering): what was made, and whether it stood there before.

use crate::xml::{Sequence, Unreadable, root, space};

/// An entry that stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    /// The archive's own id.
    pub(crate) id: String,
    /// Its number in the case, where the archive tells it.
    pub(crate) number: Option<u32>,
    /// Whether it stood there before.
    pub(crate) already: bool,
}

impl Receipt {
    /// Reads the receipt of an entry.
    ///
    /// # Errors
    /// Also where the entry was not made: then the archive says so in the receipt's place.
    pub(crate) fn read(xml: &[u8]) -> Result<Self, Unreadable> {
        root(xml, ("arkivmeldingKvittering", space::RECEIPT), |mut all| {
            all.pass(&["mappeKvittering", "mappeFeilet"]);
            if all.maybe("registreringFeilet").is_some() {
                return Err(Unreadable::new("the entry was not made, without a word why"));
            }
            let entry = all.one("registreringKvittering")?;
            all.end()?;
            registration(entry.within(space::RECEIPT))
        })
    }
}

fn registration(mut all: Sequence<'_, '_>) -> Result<Receipt, Unreadable> {
    let id = all.one("systemID")?.id()?;
    all.pass(&[
        "opprettetDato",
        "opprettetAv",
        "arkivertDato",
        "arkivertAv",
        "dokumentbeskrivelseKvittering",
        "registreringsID",
    ]);
    all.pass(&["referanseEksternNoekkel"]);
    let state = all.one("opprettetEllerEksisterende")?.string()?;
    all.pass(&["journalaar", "journalsekvensnummer"]);
    let number = all.maybe("journalpostnummer").map(|one| one.value()).transpose()?;
    all.pass(&["journalposttype", "journalstatus", "journaldato", "forfallsdato"]);
    all.end()?;
    let already = match state.as_str() {
        "Opprettet" => false,
        "Eksisterende" => true,
        _ => return Err(Unreadable::new("opprettetEllerEksisterende is neither")),
    };
    Ok(Receipt { id, number, already })
}
