//! Signing off (avskrivning): an incoming mail is answered by e-mail (`BE`), told for the correspondent whose mail it is to answer.

use super::{Kind, Message};
use crate::xml::{Writer, space, write::said};
use jiff::civil::Date;

/// Signs off what came in, by what went out.
pub(crate) fn sign_off((incoming, part): (&str, &str), answer: &str, (by, on): (&str, Date)) -> Message {
    let mut out = Writer::of("nyAvskrivning", space::SIGN_OFF);
    out.within("avskrivning", |out| {
        out.text("avskrivningsdato", &on.to_string());
        out.within("avskrevetAv", |out| out.text("m:navn", said(by, super::US)));
        out.code("avskrivningsmaate", "BE");
        out.reference("referanseAvskrivesAvJournalpost", answer);
    });
    keys(&mut out, (incoming, part));
    Message::of(Kind::SignOff, out.finish())
}

/// Takes it back.
pub(crate) fn unsign(incoming: &str, part: &str) -> Message {
    let mut out = Writer::of("slettAvskrivning", space::UNSIGN);
    keys(&mut out, (incoming, part));
    Message::of(Kind::Unsign, out.finish())
}

fn keys(out: &mut Writer, (entry, part): (&str, &str)) {
    out.reference("referanseTilJournalpost", entry);
    out.text("korrespondansepartID", part);
}
