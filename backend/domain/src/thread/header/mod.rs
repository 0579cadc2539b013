//! Headers of quoted mail (sitathoder): «Den … skrev …:», «Fra: … Sendt: …», «Opprinnelig melding», in the languages of mail clients.

mod attribution;
mod label;
mod moment;
mod origin;
mod separator;

pub(super) use origin::read;

/// How a quote is opened, which says where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// One sentence; the quote is what follows with `>`, or all of the rest.
    Attribution,
    /// Lines of `Fra:`, `Sendt:` and so on; the quote is all of the rest.
    Block,
    /// A line that says that an earlier mail follows.
    Separator,
}

/// A header found at the start of some lines.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub(super) style: Style,
    /// How many lines it takes.
    pub(super) lines: usize,
}

/// Longest line that can begin a header, in bytes.
const LONGEST: usize = 500;

/// The header that begins at the first of these lines, if one does.
pub(super) fn at(lines: &[&str]) -> Option<Header> {
    let first = lines.first()?;
    if first.len() < 3 || first.len() > LONGEST {
        return None;
    }
    if separator::is_one(first) {
        return Some(Header { style: Style::Separator, lines: 1 });
    }
    label::block(lines)
        .map(|lines| Header { style: Style::Block, lines })
        .or_else(|| attribution::length(lines).map(|lines| Header { style: Style::Attribution, lines }))
}

#[cfg(test)]
mod tests {
    use super::{Style, at, read};

    const MARCH: &str = "2026-03-16T09:12:00Z";

    /// Of Gmail, Thunderbird, Apple Mail, Outlook and the telephones: each opens a quote of Kari Nordby's at [`MARCH`].
    const ATTRIBUTIONS: &[&str] = &[
        "man. 16. mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "Den man. 16. mar. 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "Den 16. mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "16. mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "mandag 16. mars 2026 kl. 10:12:00 CET skrev Kari Nordby <kari@example.no>: ",
        "På mandag 16. mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "Den 16.03.2026 10:12, skreiv Kari Nordby:",
        "måndag 16. mars 2026 kl. 10:12 skreiv Kari Nordby <kari@example.no>:",
        "Den 16.03.2026 10:12, skrev Kari Nordby:",
        "Kari Nordby skrev den 16.03.2026 10:12:",
        "Kari Nordby skrev 2026-03-16 10:12:",
        "Den man. 16. mar. 2026 kl. 10.12 skrev Kari Nordby <\nkari@example.no>:",
        "man. 16. mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no\n>:",
        "Den 16-03-2026 kl. 10:12 skrev Kari Nordby:",
        "Den mån 16 mars 2026 kl 10:12 skrev Kari Nordby <kari@example.no>:",
        "Den 2026-03-16 kl. 10:12, skrev Kari Nordby:",
        "16 mars 2026 kl. 10:12 skrev Kari Nordby <kari@example.no>:",
        "ma 16. maalisk. 2026 klo 10.12 Kari Nordby (kari@example.no) kirjoitti:",
        "Kari Nordby <kari@example.no> kirjoitti 16.3.2026 kello 10.12:",
        "Kari Nordby kirjoitti 16.3.2026 klo 10.12:",
        "On Mon, 16 Mar 2026 at 10:12, Kari Nordby <kari@example.no> wrote:",
        "On Mon, Mar 16, 2026 at 10:12 AM Kari Nordby <kari@example.no>\nwrote:",
        "On 16 Mar 2026, at 10:12, Kari Nordby <kari@example.no> wrote:",
        "On Monday, March 16th, 2026 at 10:12, Kari Nordby <kari@example.no> wrote:",
        "On Monday, March 16, 2026 at 10:12:00 AM GMT+1, Kari Nordby <kari@example.no> wrote:",
        "On 3/16/2026 10:12 AM, Kari Nordby wrote:",
        "On 2026-03-16 10:12, Kari Nordby wrote:",
        "---- On Mon, 16 Mar 2026 10:12:00 +0100 Kari Nordby <kari@example.no> wrote ----",
        "Am Mo., 16. März 2026 um 10:12 Uhr schrieb Kari Nordby <kari@example.no>:",
        "Am 16.03.26 um 10:12 schrieb Kari Nordby:",
        "Le lun. 16 mars 2026 à 10:12, Kari Nordby <kari@example.no> a écrit :",
        "Le 16/03/2026 à 10:12, Kari Nordby a écrit\u{a0}:",
    ];

    const BLOCKS: &[&str] = &[
        "Fra: Kari Nordby <kari@example.no>\nSendt: mandag 16. mars 2026 10:12\nTil: Postmottak\nEmne: Tilbygg",
        "Frå: Kari Nordby <kari@example.no>\nSendt: måndag 16. mars 2026 10:12\nTil: Postmottak\nKopi: Per\nEmne: Tilbygg",
        "Fra: Kari Nordby <kari@example.no>\nDato: mandag 16. mars 2026 kl. 10:12\nTil: Per <per@example.no>, Anne <anne@example.no>\nEmne: x",
        "Fra: Kari Nordby <kari@example.no>\nDate: man. 16. mars 2026 kl. 10:12\nSubject: Tilbygg\nTo: <per@example.no>",
        "Emne: Tilbygg\nDato: Mon, 16 Mar 2026 10:12:00 +0100\nFra: Kari Nordby <kari@example.no>\nTil: per@example.no",
        "Fra: Kari Nordby <kari@example.no>\nDato: 16.03.2026 10:12 (GMT+01:00)\nTil: per@example.no\nEmne: Tilbygg",
        "*Fra:* Kari Nordby <kari@example.no>\n*Sendt:* 16. mars 2026 10:12\n*Til:* x\n*Emne:* y",
        "Fra: Kari Nordby <kari@example.no>\n\nSendt: 16. mars 2026 10:12\n\nTil: x\n\nEmne: y",
        "Fra: Kari Nordby <kari@example.no>\nSendt: 16. mars 2026 10:12\nTil: Per Haug <per@example.no>;\nAnne Dahl <anne@example.no>;\nTor Lie <tor@example.no>\nEmne: y",
        "Afsender: Kari Nordby <kari@example.no>\nSendt: 16. marts 2026 10:12\nTil: x\nEmne: y",
        "Från: Kari Nordby <kari@example.no>\nSkickat: den 16 mars 2026 10:12\nTill: x\nÄmne: y",
        "Lähettäjä: Kari Nordby <kari@example.no>\nLähetetty: maanantai 16. maaliskuuta 2026 10.12\nVastaanottaja: x\nAihe: y",
        "From: Kari Nordby [mailto:kari@example.no]\nSent: Monday, March 16, 2026 10:12 AM\nTo: x\nSubject: y",
        "From: Kari Nordby <kari@example.no>\nSent: 16 March 2026 10:12",
        "Von: Kari Nordby <kari@example.no>\nGesendet: Montag, 16. März 2026 10:12\nAn: x\nBetreff: y",
        "De : Kari Nordby <kari@example.no>\nEnvoyé : lundi 16 mars 2026 10:12\nÀ : x\nObjet : y",
    ];

    /// Read as a header: style, name, address, moment, and whether it takes all lines.
    fn seen(text: &str) -> Option<(Style, String, String, String, bool)> {
        let lines: Vec<&str> = text.lines().collect();
        let header = at(&lines)?;
        let origin = read(&lines[..header.lines], header.style);
        let moment = origin.date.map(|at| at.to_string()).unwrap_or_default();
        let name = origin.from.name.unwrap_or_default();
        Some((header.style, name, origin.from.address, moment, header.lines == lines.len()))
    }

    #[test]
    fn headers_of_many_clients_say_who_wrote_when() {
        for (style, texts) in [(Style::Attribution, ATTRIBUTIONS), (Style::Block, BLOCKS)] {
            for text in texts {
                let address = if text.contains("kari@") { "kari@example.no" } else { "" };
                let expected = (style, "Kari Nordby".to_owned(), address.to_owned(), MARCH.to_owned(), true);
                assert_eq!(seen(text), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn a_blank_that_does_not_break_may_stand_before_the_address() {
        for text in [
            "Den 16. mars 2026 kl. 10.12 skrev Kari Nordby\u{a0}kari@example.no:",
            "On Mon, Mar 16, 2026 at 10:12 AM Kari Nordby\u{a0}kari@example.no wrote:",
        ] {
            let origin = seen(text).map(|(_, _, address, ..)| address);
            assert_eq!(origin.as_deref(), Some("kari@example.no"), "{text}");
        }
    }

    #[test]
    fn separators_of_many_clients_are_known() {
        for text in [
            "-----Opprinnelig melding-----",
            "-----Opphavleg melding-----",
            "-------- Opprinnelig melding --------",
            "-------- Videresendt melding --------",
            "---------- Forwarded message ---------",
            "------- Original Message -------",
            "-----Oprindelig meddelelse-----",
            "-----Ursprungligt meddelande-----",
            "-----Alkuperäinen viesti-----",
            "-----Ursprüngliche Nachricht-----",
            "-------- Message transféré --------",
            "Videresendt melding:",
            "Start på videresendt besked:",
            "Begin forwarded message:",
        ] {
            assert_eq!(seen(text).map(|found| found.0), Some(Style::Separator), "{text}");
        }
    }

    #[test]
    fn what_a_person_writes_is_no_header() {
        for text in [
            "Kommunen skrev i brevet 12. mars 2026 følgende:",
            "Kari skrev dette i går:",
            "Per Haug\nDen mandag 16. mars 2026 kl. 10.12 skrev Kari <kari@example.no>:",
            "Vennlig hilsen\nPer\n> 16. mars 2026 kl. 10:12 skrev Kari <kari@example.no>:",
            "Den 12. mars ringte jeg.",
            "På møtet i mars spurte vi om tre ting:",
            "Til: meg",
            "Fra: Oslo\nTil: Bergen\nDato: 12. mars 2026",
            "Fra: 1. mars 2026\nTil: 15. mars 2026\nSted: Storgata 12",
            "Emne: Tilbygg\nTil: Byggesak",
            "- original message in a bottle, the one that I wrote about to you last year",
            "Videresendt melding fra naboen ligger ved, se under:",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
