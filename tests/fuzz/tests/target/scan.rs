//! Personal data in a text (personopplysninger): places that hold what they say, in order, none within another.

use crate::words::{SAID, at};
use domain::scan::{Found, scan};

const WORDS: &[&str] = &[
    "13097248022",
    "130972 48022",
    "53097248022",
    "13897248022",
    "fødselsnummer",
    "fnr.",
    "D-nummer",
    "DUF",
    "200012345678",
    "cpr",
    "010170-1234",
    "19121212-1212",
    "131052-308T",
    "+",
    "konto",
    "8601 11 17947",
    "NO93 8601 1117 947",
    "GB82 WEST 1234 5698 7654 32",
    "4111 1111 1111 1111",
    "kort",
    "EL 12345",
    "AB12345",
    "tlf",
    "+47 900 00 000",
    "(+47)",
    "900",
    "00",
    "per.haug@example.no",
    "a@",
    "@b.no",
    "Storgata 12 B",
    "4999 Fjordvik",
    "Postboks",
    "Per Haug",
    "Kari",
    "Nordby",
    "O'Hara",
    "Åse-Marie",
    "van der",
    "kreft",
    "diagnose",
    "NAV",
    "barnevernet",
    "dømt",
    "fagforening",
    "muslim",
    "same",
    "skilt",
    "gjeld",
    "adressesperre",
    "kode 6",
    "passord: hunter2",
    "passord",
    "api_key=",
    "sk-abcdef1234567890",
    "ikke",
    "har",
    "hun",
    "ordre",
    "faktura",
    "-",
    ".",
    " ",
    "\u{a0}",
    "\n",
    "1",
    "0",
    "/",
    "org.nr.",
    "995525828",
    "å",
    "Æ",
];

fuzz::target!(
    /// Identifiers, names, delicate matters, secrets.
    scan_find, 350, |pick| {
    let text = pick.text_of(&[WORDS, WORDS, WORDS, SAID]);
    let scalars: Vec<char> = text.chars().collect();
    let all = scan(&text);
    let mut start = 0;
    for (place, found) in all.iter().enumerate() {
        assert_eq!(at(&scalars, found.span), found.text, "{text:?}");
        assert!(start <= found.span.start && !found.text.trim().is_empty(), "{text:?}: {found:?}");
        start = found.span.start;
        // A word for a delicate matter may lie in an identifier; two identifiers share a place only where it may be either.
        let mut rivals = all[..place].iter().filter(|other| other.kind.is_topic() == found.kind.is_topic());
        let shares = |other: &&Found| other.span.overlaps(found.span) && other.span != found.span;
        assert_eq!(rivals.rfind(shares), None, "{text:?}: {found:?}");
    }
});
