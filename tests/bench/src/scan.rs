//! How fast personal data is found.

use crate::{median, say};
use domain::scan::scan;

/// A paragraph of a caseworker's day, without and with personal data.
const TEXT: &str = "Hei! Jeg viser til telefonsamtalen vi hadde i går om søknaden om tilbygg. Byggesaksavdelingen har åpent mandag til \
     fredag fra 09.00 til 15.00. Gebyret er kr 12 500,- og betales innen 1. mars 2026. Ring meg gjerne på 900 00 000.\n";

/// Prints the figures.
pub(crate) fn run() {
    let text = TEXT.repeat(4_000);
    say("scan", text.len(), median(|| drop(scan(&text))));
}
