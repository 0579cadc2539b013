//! Every kind of file, sound and hostile.

use crate::{made, read};
use domain::port::{DocumentText, Format, Said, Unreadable};
use std::time::{Duration, Instant};
use text::Text;

const PATIENCE: Duration = Duration::from_secs(2);

fn tried(bytes: &[u8], media: &str, name: &str) -> Result<DocumentText, Unreadable> {
    read(bytes, Said { media, name }, &Text, PATIENCE)
}

#[test]
fn what_a_file_is_follows_from_its_bytes() {
    let page =
        "<!doctype html><title>x</title><h1>Vedtak</h1><p>Du får støtte.</p><p style=\"display:none\">skjult</p>";
    let mail = "From: per@example.no\r\nSubject: =?utf-8?Q?S=C3=B8knad?=\r\n\r\nHei, se vedlagt.\r\n";
    let pdf = made::pdf(&[&made::letters(&["Vedtak om støtte"])]);
    for (bytes, media, name, format, text) in [
        (page.as_bytes(), "text/html", "", Format::Html, "Vedtak\n\nDu får støtte."),
        (page.as_bytes(), "application/pdf", "vedtak.pdf", Format::Html, "Vedtak\n\nDu får støtte."),
        (b"<p>Du f\xe5r st\xf8tte.", "text/html; charset=iso-8859-1", "", Format::Html, "Du får støtte."),
        (mail.as_bytes(), "message/rfc822", "", Format::Mail, "Hei, se vedlagt."),
        (mail.as_bytes(), "", "a.eml", Format::Mail, "Hei, se vedlagt."),
        (b"Fra: Per\nTil: Kari\n\nHei", "text/plain", "", Format::Plain, "Fra: Per\nTil: Kari\n\nHei"),
        (b"From: Per\nTo: Kari\n\nHei", "text/plain", "", Format::Plain, "From: Per\nTo: Kari\n\nHei"),
        (b"S\xf8knad", "", "a.txt", Format::Plain, "Søknad"),
        (b"\xff\xfeH\0e\0i\0", "text/plain", "", Format::Plain, "Hei"),
        (&pdf, "text/plain", "a.txt", Format::Pdf, "Vedtak om støtte"),
        (&made::docx("<w:p><w:r><w:t>Hei</w:t></w:r></w:p>"), "application/zip", "a.zip", Format::Docx, "Hei"),
        (&made::odt("<text:p>Hei</text:p>"), "", "a.docx", Format::Odt, "Hei"),
    ] {
        let read = tried(bytes, media, name).unwrap_or_else(|reason| panic!("{name} {media}: {reason}"));
        assert_eq!((read.format, read.text.as_str()), (format, text), "{name} {media}");
    }
}

#[test]
fn a_mails_attachments_are_named_and_not_read() {
    let traps = made::hostile();
    let mail = traps.iter().find(|trap| trap.name.starts_with("a mail in a mail")).expect("it is there");
    let read = tried(&mail.bytes, mail.media, "").expect("a mail");
    assert_eq!(read.attachments, ["m2.eml"]);
    assert_eq!(read.text, "Se vedlagt.");
}

/// Whether what came of a hostile file is one of what may come of it.
fn is_expected(trap: &made::Trap, outcome: &Result<DocumentText, Unreadable>) -> bool {
    match outcome {
        Ok(_) => trap.is_read(),
        Err(reason) => trap.reasons.contains(reason),
    }
}

#[test]
fn hostile_files_are_refused_as_what_they_are() {
    // As large as the stack of the reader's own thread.
    let work = std::thread::Builder::new().stack_size(64 << 20).spawn(|| {
        for trap in made::hostile().into_iter().filter(|trap| !trap.is_deadly) {
            let at = Instant::now();
            let outcome = tried(&trap.bytes, trap.media, "");
            assert!(is_expected(&trap, &outcome), "{}: {outcome:?}", trap.name);
            assert!(at.elapsed() < PATIENCE * 10, "{}: {:?}", trap.name, at.elapsed());
        }
    });
    work.expect("a thread").join().expect("no file breaks the reader");
}

#[test]
fn what_was_cut_off_is_read_in_part_or_refused() {
    let sound = [
        made::pdf(&[&made::letters(&["Første side"]), &made::letters(&["Andre side"])]),
        made::docx("<w:p><w:r><w:t>Hei</w:t></w:r></w:p>"),
        made::odt("<text:p>Hei</text:p>"),
    ];
    for bytes in sound {
        for twentieth in 1..20 {
            let cut = &bytes[..bytes.len() * twentieth / 20];
            let reasons =
                [Unreadable::Damaged, Unreadable::NoText, Unreadable::Archive, Unreadable::Empty, Unreadable::Unknown];
            match tried(cut, "", "") {
                Ok(read) => assert_eq!(read.format, Format::Pdf, "{twentieth}: {read:?}"),
                Err(reason) => assert!(reasons.contains(&reason), "{twentieth}: {reason:?}"),
            }
        }
    }
}

#[test]
fn more_bytes_than_are_read_are_not_looked_at() {
    assert_eq!(tried(&vec![b'a'; crate::BYTES + 1], "", ""), Err(Unreadable::TooLarge));
    assert_eq!(tried(&vec![b'a'; crate::limit::TEXT + 1], "", ""), Err(Unreadable::TooLong));
}
