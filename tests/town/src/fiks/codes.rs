//! The code lists (kodelister) that the archive gives, and holds what comes in against.

/// Codes and names of a list; none where the archive has no such list.
pub(super) fn list(name: &str) -> Option<&'static [(&'static str, &'static str)]> {
    Some(match name {
        "journalposttype" => &[
            ("I", "Inngående dokument"),
            ("U", "Utgående dokument"),
            ("N", "Organinternt dokument for oppfølging"),
            ("X", "Organinternt dokument uten oppfølging"),
            ("S", "Saksframlegg"),
        ],
        "journalstatus" => &[
            ("J", "Journalført"),
            ("F", "Ferdigstilt av saksbehandler"),
            ("G", "Godkjent av leder"),
            ("E", "Ekspedert"),
            ("A", "Arkivert"),
            ("U", "Utgår"),
            ("M", "Midlertidig registrering av innkommende dokument"),
            ("S", "Saksbehandler har registrert innkommende dokument"),
            ("R", "Reservert dokument"),
        ],
        "korrespondanseparttype" => &[
            ("EA", "Avsender"),
            ("EM", "Mottaker"),
            ("EK", "Kopimottaker"),
            ("GM", "Gruppemottaker"),
            ("IA", "Intern avsender"),
            ("IM", "Intern mottaker"),
            ("IK", "Intern kopimottaker"),
        ],
        "avskrivningsmaate" => &[
            ("BU", "Besvart med brev"),
            ("BE", "Besvart med e-post"),
            ("TLF", "Besvart på telefon"),
            ("TE", "Tatt til etteretning"),
            ("TO", "Tatt til orientering"),
        ],
        "saksstatus" => &[
            ("B", "Under behandling"),
            ("A", "Avsluttet"),
            ("U", "Utgår"),
            ("R", "Opprettet av saksbehandler"),
            ("F", "Ferdig fra saksbehandler"),
        ],
        "partrolle" => &[("K", "Klient"), ("P", "Pårørende arkiv"), ("F", "Formynder"), ("A", "Advokat")],
        "tilgangsrestriksjon" => {
            &[("UO", "Unntatt offentlighet"), ("P", "Personal"), ("MU", "Møte"), ("XX", "Midlertidig sperret")]
        }
        "dokumenttype" => &[("KORR", "Korrespondanse"), ("DOKUMENT", "Dokument"), ("VEDLEGG", "Vedlegg")],
        "variantformat" => {
            &[("P", "Produksjonsformat"), ("A", "Arkivformat"), ("O", "Dokument hvor deler av innholdet er skjermet")]
        }
        "tilknyttetregistreringsom" => &[("H", "Hoveddokument"), ("V", "Vedlegg")],
        _ => return None,
    })
}

pub(super) fn has(name: &str, code: &str) -> bool {
    list(name).is_none_or(|list| list.iter().any(|(known, _)| *known == code))
}
