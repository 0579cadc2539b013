//! How fast personal data is found: in prose, in a caseworker's day, in a text that is full of it, and in a hostile one.

use crate::{median, say};
use domain::scan::scan;

/// Prose with next to nothing to find.
const PROSE: &str = "Kommunen skal legge til rette for gode bomiljøer, og planen tar hensyn til både naboer og landskap. Søknaden behandles \
     etter at merknadene er lest, og fristen for å uttale seg er tre uker. Det er viktig at tegningene viser høyder og avstander.\n";

/// A paragraph of a caseworker's day.
const DAY: &str = "Hei! Jeg viser til telefonsamtalen vi hadde i går om søknaden om tilbygg. Byggesaksavdelingen har åpent mandag til \
     fredag fra 09.00 til 15.00. Gebyret er kr 12 500,- og betales innen 1. mars 2026. Ring meg gjerne på 900 00 000.\n";

/// Something to find in every line.
const FULL: &str = "Kari Nordmann, fnr 20036914700, Storgata 12 B, 7030 Trondheim, konto 8601.11.17947, tlf. 900 00 000, kari@example.no.\n\
     Sønnen hennes har diagnosen ADHD og er i kontakt med barnevernet. Bilen DN 12345 er solgt til Per Haug.\n";

/// Digits that never become a number.
const HOSTILE: &str = "1234 5678 9012 3456 AB 12345 a@b Storgata ";

/// Prints the figures.
pub(crate) fn run() {
    for (name, text) in [("scan prose", PROSE), ("scan day", DAY), ("scan full", FULL), ("scan hostile", HOSTILE)] {
        let text = text.repeat(1_000_000 / text.len());
        say(name, text.len(), median(|| drop(scan(&text))));
    }
}
