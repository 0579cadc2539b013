//! A mail as it travels (e-post): read or refused with a sentence, and what is read can be taken apart.

use domain::{
    port::{FailureKind, Reader},
    thread::Thread,
};
use jiff::civil::date;
use text::Text;

const WORDS: &[&str] = &[
    "From: Per <per@example.no>\r\n",
    "To: a@x.no, b@x.no\n",
    "Subject: =?utf-8?Q?S=C3=B8knad?=\n",
    "Subject: =?iso-8859-1?B?5Q==?=\n",
    "=?",
    "?=",
    "=?utf-8?B?",
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/mixed; boundary=b\n\n",
    "Content-Type: text/html; charset=utf-8\n\n",
    "Content-Type: text/plain; charset=x-none\n",
    "Content-Type: message/rfc822\n\n",
    "Content-Transfer-Encoding: base64\n\n",
    "Content-Transfer-Encoding: quoted-printable\n\n",
    "--b\n",
    "--b--\n",
    "=\n",
    "=F8",
    "=ZZ",
    "aGVp",
    "\r\n",
    "\n\n",
    "\n ",
    "Date: Mon, 16 Mar 2026 10:12:00 +0100\n",
    "Date: Foo, 99 Bar 99999 99:99:99 +9999\n",
    "Message-ID: <1@x.no>\n",
    "Reply-To: <>\n",
    "Content-Disposition: attachment; filename*=utf-8''%C3%A5.pdf\n",
    "Content-ID: <a>\n",
    "Authentication-Results: mx; dmarc=pass\n",
    "dmarc=fail",
    "X-Unsent: 1\n",
    "List-Unsubscribe: <https://x.no>\n",
    "Received: from x by y; Mon, 16 Mar 2026 10:12:00 +0100\n",
    ";",
    ":",
    "<p>Hei</p>",
    "Hei,\n",
    "Group: a@x.no, b@x.no;",
    "\"",
    "(",
    "æøå",
    "begin 644 a.txt\n",
];

fuzz::target!(
    /// Bytes that may be a mail.
    eml_read, 500, |pick| {
    let bytes = match pick.below(4) {
        0 => pick.line(WORDS).into_bytes(),
        1 => format!("From: a@x.no\n{}", pick.text(WORDS)).into_bytes(),
        2 => pick.raw(usize::MAX).to_vec(),
        _ => {
            let mail = &fuzz::mails()[pick.below(fuzz::mails().len())];
            pick.mutated(&mail.bytes, WORDS)
        }
    };
    let shown = || String::from_utf8_lossy(&bytes).into_owned();
    for (name, value) in Text.header(&bytes) {
        assert!(!name.contains('\n') && !value.contains('\n'), "{:?}", shown());
    }
    match Text.mail(&bytes) {
        Ok(mail) => {
            let people = [&mail.from].into_iter().chain(&mail.to).chain(&mail.cc).chain(&mail.bcc).chain(&mail.reply_to);
            for person in people {
                assert_eq!(person.address, person.address.trim().to_lowercase(), "{:?}", shown());
            }
            let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
            assert!(!mail.text.contains(odd) && !mail.subject.contains(odd), "{:?}", shown());
            let draft = mail.draft;
            assert_eq!(Thread::new(vec![mail], None, date(2026, 11, 21)).is_err(), draft, "{:?}", shown());
        }
        Err(failure) => assert_eq!(failure.kind, FailureKind::Garbled, "{:?}", shown()),
    }
});
