//! What a mail wants besides its questions (formål): access to documents, or to complain; by plain words, and a person sees it.

use crate::{
    draft::brief::Purpose,
    thread::{Thread, kind},
};

/// What the answered mail wants; judged from its subject and from what its sender wrote, never from quotes.
///
/// Access to documents: offentleglova § 28; complaint: forvaltningsloven § 32. Both win over plain questions, because both
/// start a clock or a procedure; a mail that asks for access in order to complain is an access request.
#[must_use]
pub fn purpose(thread: &Thread) -> Purpose {
    if kind::is_access_request(thread) {
        Purpose::AccessRequest
    } else if kind::is_complaint(thread) {
        Purpose::Complaint
    } else {
        Purpose::Answer
    }
}

#[cfg(test)]
mod tests {
    use super::purpose;
    use crate::draft::brief::Purpose::{AccessRequest, Answer, Complaint};
    use crate::thread::{Message, Thread};
    use jiff::civil::date;

    #[test]
    fn the_words_of_the_mail_say_what_it_wants() {
        for (text, wants) in [
            ("Hva koster tilbygg?", Answer),
            ("Jeg ber om innsyn i sak 2026/1234", AccessRequest),
            ("Eg krev innsyn etter offentleglova", AccessRequest),
            ("Jeg klager på vedtaket av 1. mars", Complaint),
            ("I wish to appeal the decision", Complaint),
            ("Jeg ber om innsyn for å kunne klage på vedtaket", AccessRequest),
            ("Takk for innsynet dere ga", Answer),
            ("Kan jeg få kopi av søknaden og vedtaket for Kaia 4?", AccessRequest),
            ("Taksten er feil. Jeg er ikke fornøyd, og ber om at dere ser på den på nytt.", Complaint),
            ("Kan jeg klage på vedtaket?", Answer),
            ("Vi klaget i mai. Har dere kommet til noe?", Answer),
        ] {
            let mail = Message { text: text.into(), ..Message::default() };
            let thread = Thread::new(vec![mail], None, date(2026, 11, 21)).unwrap();
            assert_eq!(purpose(&thread), wants, "{text}");
        }
    }
}
