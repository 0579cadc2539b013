//! The gate: exactly the approved mail passes, anything else is stopped or asked about, mail of no concern is left alone.

use crate::walk::{TILBYGG, drafted, gate, known, mail_about, released, sending};
use contract::{
    operation::{AttachedFile, ConfirmSend},
    view::GateDecision::{self, Allow, Ask, Stop},
};
use suite::Stand;
use vocabulary::Reference;

/// A change, what the gate says to it, and how it is made.
type Case = (&'static str, GateDecision, fn(&mut ConfirmSend));

const CASES: [Case; 14] = [
    ("nothing", Allow, |_| {}),
    ("what clients rewrite", Allow, |mail| {
        mail.html = mail.html.replace("<p>", "<p class=\"MsoNormal\">&nbsp;").replace(' ', "  ")
    }),
    ("a figure", Stop, |mail| mail.html = mail.html.replace("500", "900")),
    ("a sentence above", Stop, |mail| mail.html = mail.html.replace("<body>", "<body><p>Du får medhold i klagen.</p>")),
    ("a sentence below", Stop, |mail| {
        mail.html = mail.html.replace("</body>", "<p>Vi lover at du slipper å betale gebyret.</p></body>")
    }),
    ("white text", Stop, |mail| {
        mail.html = mail.html.replace("</body>", "<p style=\"color:#fff\">hemmelig</p></body>")
    }),
    ("a picture below the quote", Ask, |mail| {
        mail.html = mail.html.replace("</body>", "<img src=\"https://evil.example/p.png\"></body>")
    }),
    ("another recipient", Ask, |mail| mail.cc.push("journalist@example.org".to_owned())),
    ("a blind copy", Ask, |mail| mail.bcc.push("ukjent@example.org".to_owned())),
    ("another sender", Stop, |mail| mail.from = "kari.nordby@fjordvik.kommune.no".to_owned()),
    ("another subject", Stop, |mail| mail.subject = "Vedtak om avslag".to_owned()),
    ("an attachment", Stop, |mail| {
        mail.attachments.push(AttachedFile { name: "x.pdf".to_owned(), size: 9, sha256: None, inline: false })
    }),
    ("an unknown reference", Stop, |mail| {
        let unknown = Reference::new("SV-0000-0000-0000-0000");
        let real = mail.reference.replace(unknown.clone()).expect("a reference");
        mail.html = mail.html.replace(real.as_str(), unknown.as_str());
        mail.conversation = None;
    }),
    ("another reference kept with the item: the one in the text counts", Allow, |mail| {
        mail.reference = Some(Reference::new("SV-0000-0000-0000-0000"));
        mail.conversation = None;
    }),
];

#[tokio::test(flavor = "multi_thread")]
async fn exactly_the_approved_mail_passes() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    for (name, expected, change) in CASES {
        let mut sending = sending(&released, &mail);
        change(&mut sending);
        let answer = gate(&stand, &sending).await;
        assert_eq!(answer.decision, expected, "{name}: {}", answer.sentence);
        assert_eq!(answer.sentence.is_empty(), expected == Allow, "{name} is told in a sentence");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_pasted_past_an_open_draft_is_caught() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    assert_eq!(known(&stand, &mail.conversation()).await, GateDecision::Known);
    let pasted = ConfirmSend {
        reference: None,
        conversation: Some(vocabulary::ConversationId::new(mail.conversation())),
        from: crate::walk::POSTMOTTAK.to_owned(),
        to: draft.recipients.clone(),
        cc: vec![],
        bcc: vec![],
        subject: format!("SV: {}", mail.subject),
        html: "<p>Gebyret er kr 12 500.</p>".to_owned(),
        attachments: vec![],
    };
    assert_eq!(gate(&stand, &pasted).await.decision, Ask, "a fee is asked about");
    let number = ConfirmSend { html: "<p>Fødselsnummeret ditt er 13097248022.</p>".to_owned(), ..pasted };
    assert_eq!(gate(&stand, &number).await.decision, Stop, "a personal number is stopped");
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_no_concern_passes_unread() {
    let stand = Stand::up().await;
    assert_eq!(known(&stand, "AAQkAnother").await, GateDecision::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guesser_is_told_to_wait() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    let mut told = 0;
    for guess in 0..140 {
        let reference = Some(Reference::new(format!("SV-{guess:04}-0000-0000-0000")));
        let body = serde_json::to_vec(&ConfirmSend {
            reference,
            conversation: None,
            html: String::new(),
            ..sending(&released, &mail)
        });
        told += u32::from(stand.post("/gate/confirm", None, body.expect("JSON")).await.status() == 429);
    }
    assert!(told > 0, "guessing is slow");
}
