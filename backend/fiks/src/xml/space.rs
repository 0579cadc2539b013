//! The namespaces of the standard (navnerom), version 1.

macro_rules! spaces {
    ($($(#[$doc:meta])* $name:ident = $place:literal;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str =
            concat!("https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/", $place, "/v1");)*
    };
}

spaces! {
    /// Codes, references and simple values.
    METADATA = "metadatakatalog";
    /// Folders, entries and documents, as they are answered.
    STRUCTURE = "arkivstruktur";
    /// A search.
    SEARCH = "sok";
    /// What a search found.
    FOUND = "sokeresultat/utvidet";
    /// Asking for a folder.
    FOLDER = "mappe/hent";
    /// The folder.
    FOLDER_RESULT = "mappe/hent/resultat";
    /// Asking for an entry.
    ENTRY = "registrering/hent";
    /// The entry.
    ENTRY_RESULT = "registrering/hent/resultat";
    /// Asking for a file.
    FILE = "dokumentfil/hent";
    /// Asking for a code list.
    CODES = "kodeliste/hent";
    /// The code list.
    CODES_RESULT = "kodeliste/hent/resultat";
    /// Something new.
    CREATE = "arkivmelding/opprett";
    /// That it is there.
    RECEIPT = "arkivmelding/opprett/kvittering";
    /// A change.
    UPDATE = "arkivmelding/oppdater";
    /// Signing off.
    SIGN_OFF = "avskrivning/opprett";
    /// Taking that back.
    UNSIGN = "avskrivning/slett";
    /// What every refusal is made of.
    ERROR = "feil/feilmelding";
    /// The request is wrong.
    INVALID = "feil/ugyldigforespoersel";
    /// The archive failed.
    BROKEN = "feil/serverfeil";
    /// It is not there.
    MISSING = "feil/ikkefunnet";
}
