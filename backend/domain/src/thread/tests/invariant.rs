//! What holds for every mail whatsoever (egenskaper), tried on mails put together at random from what mail is made of.

use crate::thread::{Message, Thread, question, quote, sentence};
use jiff::civil::date;
use std::collections::HashSet;

/// What mails are made of, and what could break a reader of them.
const PIECES: &[&str] = &[
    "Hei,\n",
    "Jeg lurer på når søknaden min i sak 26/1234 blir behandlet, og hva gebyret er",
    "Kva kostar det?",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\u{a0}",
    "> ",
    ">",
    "\n> ",
    "\n>> \u{200b}",
    "Fra: Kari <kari@example.no>\nSendt: 1. mars 2026 10:12\nTil: x\nEmne: y\n",
    "Fra:",
    "Sendt: 99.99.2026 99:99\n",
    "\nDen 16.03.2026 10:12, skrev Kari:\n",
    "On Mon, Mar 16, 2026 at 10:12 AM Kari <k@x.no> wrote:\n",
    "skrev",
    "wrote:",
    "a écrit :",
    "-----Opprinnelig melding-----\n",
    "________________________________\n",
    "-- \n",
    "--",
    "\nMvh\nPer Haug\n",
    "\nPS: Kan dere ringe?\n",
    "Sendt fra min iPhone\n",
    "\nDenne e-posten kan inneholde konfidensielle opplysninger.\n",
    "ADVARSEL: Denne e-posten kommer fra en ekstern avsender.\n",
    "1. ",
    "- ",
    ": ",
    "?",
    ".",
    "İ",
    "ẞß",
    "å̊",
    "🎉",
    "ﬁ",
    "مرحبا",
    "\u{202e}",
    "<",
    "[mailto:",
    "@",
    "(GMT+99:99)",
    "0",
    "12 500,-",
];

/// A generator of numbers (xorshift), the same at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap_or_default()
    }

    fn mail(&mut self) -> String {
        (0..self.below(40)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

#[test]
fn every_part_of_a_mail_is_lines_of_it() {
    let mut chance = Chance(0x5eed);
    for _ in 0..3_000 {
        let mail = chance.mail();
        let text = mail.replace("\r\n", "\n").replace('\r', "\n");
        let lines: HashSet<&str> = text.split('\n').map(str::trim_end).collect();
        let parts = quote::split(&mail);
        for part in [&parts.visible, &parts.reply, &parts.quoted, parts.signature.as_ref().unwrap_or(&parts.visible)] {
            assert!(part.lines().all(|line| lines.contains(line)), "{mail:?}: {part:?}");
        }
        let fragments: Vec<&str> = parts.fragments.iter().map(|fragment| fragment.text.as_str()).collect();
        assert_eq!(fragments.join("\n"), text, "{mail:?}");
    }
}

#[test]
fn every_span_holds_what_it_says() {
    let mut chance = Chance(0xb0a7);
    for _ in 0..300 {
        let text = chance.mail();
        for range in sentence::split(&text) {
            assert!(!text[range].trim().is_empty(), "{text:?}");
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for question in question::find(&text) {
            // The first letter may have become a capital.
            let words: String = letters(&question).chars().skip(3).collect();
            assert!(!question.trim().is_empty() && letters(&text).contains(&words), "{text:?}: {question:?}");
        }
        let message = Message { text: text.clone(), ..Message::default() };
        let thread = Thread::new(vec![message], None, date(2026, 11, 21)).unwrap();
        for value in thread.values() {
            assert_eq!(value.span.of(&thread.answered().visible), value.text, "{text:?}");
        }
        assert!(thread.messages().iter().skip(1).all(|earlier| !earlier.visible.trim().is_empty()), "{text:?}");
    }
}

#[test]
fn a_mail_is_read_in_the_time_of_its_length() {
    // Twice the length takes about twice the time; a reader that looks back at every line would take four times.
    let time = |length: usize| {
        let at = std::time::Instant::now();
        for piece in [
            "hei alle sammen uten punktum\n",
            "Mvh\n",
            "On 2026 a@b\n",
            "Fra: x\n",
            "Fra: Kari <k@x.no>\nSendt: 1. mars 2026 10:12\nTil: x\nEmne: y\n",
            "Den 16.03.2026 10:12, skrev Kari <k@x.no>:\n> x\n",
            ">>>> x\n",
            "hva er det, og ",
            "- ",
            "\n",
        ] {
            let message = Message { text: piece.repeat(length / piece.len()), ..Message::default() };
            let _ = Thread::new(vec![message], None, date(2026, 11, 21));
        }
        at.elapsed()
    };
    let _warm = time(1_000);
    let least = |length: usize| (0..3).map(|_| time(length)).min().unwrap_or_default();
    let (short, long) = (least(10_000), least(40_000));
    assert!(long < short * 10, "{short:?}, {long:?}");
}
