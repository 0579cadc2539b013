//! What a mail wants besides its questions (formål): access to documents, or to complain; by plain words, and a person sees it.

use crate::{draft::brief::Purpose, thread::Thread};

/// What the answered mail wants; judged from its subject and from what its sender wrote, never from quotes.
///
/// Access to documents: offentleglova § 28; complaint: forvaltningsloven § 32. Both win over plain questions, because both
/// start a clock or a procedure; a mail that asks for access in order to complain is an access request.
#[must_use]
pub fn purpose(thread: &Thread) -> Purpose {
    let mail = thread.answered();
    of_text(&format!("{}\n{}", mail.message.subject, mail.visible))
}

fn of_text(text: &str) -> Purpose {
    const ACCESS: [&str; 12] = [
        "innsynskrav",
        "krever innsyn",
        "krev innsyn",
        "ber om innsyn",
        "be om innsyn",
        "bed om innsyn",
        "ønsker innsyn",
        "ønskjer innsyn",
        "krav om innsyn",
        "innsyn i ",
        "request access to",
        "freedom of information",
    ];
    const COMPLAINT: [&str; 10] = [
        "klager på",
        "klagar på",
        "klage på",
        "påklager",
        "påklagar",
        "klage over",
        "vil klage",
        "formal complaint",
        "appeal against",
        "wish to appeal",
    ];
    let text = text.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    if says(&ACCESS) {
        Purpose::AccessRequest
    } else if says(&COMPLAINT) {
        Purpose::Complaint
    } else {
        Purpose::Answer
    }
}

#[cfg(test)]
mod tests {
    use super::of_text;
    use crate::draft::brief::Purpose::{AccessRequest, Answer, Complaint};

    #[test]
    fn the_words_of_the_mail_say_what_it_wants() {
        for (text, purpose) in [
            ("Hva koster tilbygg?", Answer),
            ("Jeg ber om innsyn i sak 2026/1234", AccessRequest),
            ("Eg krev innsyn etter offentleglova", AccessRequest),
            ("Jeg klager på vedtaket av 1. mars", Complaint),
            ("I wish to appeal the decision", Complaint),
            ("Jeg ber om innsyn for å kunne klage på vedtaket", AccessRequest),
            ("Takk for innsynet dere ga", Answer),
        ] {
            assert_eq!(of_text(text), purpose, "{text}");
        }
    }
}
