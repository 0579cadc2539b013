//! What the pane and the gate may ask (kontrakt): an input that is taken says what was written and nothing else; others are refused.

use crate::json::{changed, written};
use contract::{input::Object, operation::*};
use fuzz::Pick;
use serde_json::{Value, json};
use std::fmt::Debug;

/// Reads as the server does, and holds what was taken against what was written.
fn holds<T: Operation + PartialEq + Debug>(bytes: &[u8]) {
    let Ok(Object(read)) = serde_json::from_slice::<Object<T>>(bytes) else { return };
    let told = || String::from_utf8_lossy(bytes).into_owned();
    let again = serde_json::to_value(&read).expect("what was read can be written");
    let twice: Object<T> = serde_json::from_value(again.clone()).expect("what was written can be read");
    assert_eq!(twice.0, read, "{}", told());
    let said: Value = serde_json::from_slice(bytes).expect("it was read");
    assert!(says_the_same(&said, &again), "{} became {again}", told());
    let mut more = again;
    more["zz"] = json!(1);
    assert!(serde_json::from_value::<Object<T>>(more).is_err(), "an unknown field is taken: {}", told());
}

/// Whether nothing was added, lost or changed on the way, but for what is absent and `null`, `2.0` and `2`, and a case number's form.
fn says_the_same(said: &Value, read: &Value) -> bool {
    match (said, read) {
        (Value::Object(said), Value::Object(read)) => {
            said.keys().all(|name| read.contains_key(name))
                && read.iter().all(|(name, read)| {
                    let said = said.get(name).unwrap_or(&Value::Null);
                    says_the_same(said, read) || (name == "case" && said.is_string() && read.is_string())
                })
        }
        (Value::Array(said), Value::Array(read)) => {
            said.len() == read.len() && said.iter().zip(read).all(|(said, read)| says_the_same(said, read))
        }
        (Value::Number(said), Value::Number(read)) => said.as_f64() == read.as_f64(),
        _ => said == read,
    }
}

fn is_taken<T: Operation>(fine: &Value) -> bool {
    serde_json::from_value::<Object<T>>(fine.clone()).is_ok()
}

type Held = (fn(&[u8]), fn(&Value) -> bool, Value);

/// Every operation with an input that is fine.
fn operations() -> Vec<Held> {
    let file = json!({"name": "a.pdf", "size": 9, "sha256": null, "inline": false});
    let decided = json!({"draft": "d", "revision": 2, "fingerprint": "f", "approve": true, "ticked": ["a"], "comment": "", "proposal": null});
    let sent = json!({"reference": "SV-0000-0000-0000-0000", "conversation": "c", "from": "a@x.no", "to": ["b@x.no"], "cc": [], "bcc": [], "subject": "s", "html": "<p>", "attachments": [file]});
    let prepared = json!({"mail": "m", "conversation": "c", "mailbox": null, "again": false, "seen": 3, "case": "2026/1234", "without_case": false, "language": "nn", "tone": "short"});
    let sorted =
        json!({"mail": "m", "conversation": "c", "mailbox": null, "class": "forward", "forward_to": "byggesak"});
    let seen = json!({"draft": "d", "revision": 2});
    vec![
        (holds::<WhoAmI>, is_taken::<WhoAmI>, json!({})),
        (holds::<SortMail>, is_taken::<SortMail>, json!({"mail": "m", "conversation": "c", "mailbox": null})),
        (holds::<ConfirmSort>, is_taken::<ConfirmSort>, sorted),
        (holds::<FindDraft>, is_taken::<FindDraft>, json!({"conversation": "c"})),
        (holds::<PrepareDraft>, is_taken::<PrepareDraft>, prepared),
        (holds::<SearchCases>, is_taken::<SearchCases>, json!({"text": "tilbygg"})),
        (holds::<ShowDraft>, is_taken::<ShowDraft>, json!({"draft": "d"})),
        (holds::<ReviseDraft>, is_taken::<ReviseDraft>, json!({"draft": "d", "revision": 2, "text": "Hei [1]"})),
        (holds::<CheckDraft>, is_taken::<CheckDraft>, json!({"draft": "d", "text": "Hei", "keep": 2})),
        (holds::<RewriteSentence>, is_taken::<RewriteSentence>, json!({"draft": "d", "revision": 2, "sentence": 1})),
        (holds::<TakeOver>, is_taken::<TakeOver>, seen.clone()),
        (
            holds::<RequestReview>,
            is_taken::<RequestReview>,
            json!({"draft": "d", "revision": 2, "to": "11111111-1111-1111-1111-111111111111"}),
        ),
        (holds::<RemindReview>, is_taken::<RemindReview>, seen.clone()),
        (holds::<SayAway>, is_taken::<SayAway>, json!({"until": "2026-12-24", "stand_in": "s"})),
        (holds::<ListReviews>, is_taken::<ListReviews>, json!({})),
        (holds::<DecideReview>, is_taken::<DecideReview>, decided),
        (holds::<ReleaseDraft>, is_taken::<ReleaseDraft>, seen.clone()),
        (holds::<SendDraft>, is_taken::<SendDraft>, seen),
        (holds::<SweepSent>, is_taken::<SweepSent>, json!({"draft": "d"})),
        (holds::<RateDraft>, is_taken::<RateDraft>, json!({"draft": "d", "rating": "good"})),
        (
            holds::<JournalReply>,
            is_taken::<JournalReply>,
            json!({"draft": "d", "case": "2026/1234", "title": "Svar", "public_title": "Svar", "code": "", "basis": ""}),
        ),
        (holds::<SkipJournal>, is_taken::<SkipJournal>, json!({"draft": "d", "why": "Veiledning"})),
        (holds::<ShowLog>, is_taken::<ShowLog>, json!({"draft": "d"})),
        (holds::<ShowBasis>, is_taken::<ShowBasis>, json!({"draft": "d"})),
        (holds::<SaveSignature>, is_taken::<SaveSignature>, json!({"text": "Kari", "images": [file]})),
        (holds::<SwitchGate>, is_taken::<SwitchGate>, json!({"mode": "off"})),
        (holds::<KnowConversation>, is_taken::<KnowConversation>, json!({"conversation": "c", "reference": null})),
        (holds::<LookAhead>, is_taken::<LookAhead>, sent.clone()),
        (holds::<ConfirmSend>, is_taken::<ConfirmSend>, sent),
    ]
}

fn input(of: &Value, pick: &mut Pick<'_>) -> Vec<u8> {
    match pick.below(8) {
        0 => pick.raw(usize::MAX).to_vec(),
        _ => {
            let value = changed(of, pick);
            written(&value, pick)
        }
    }
}

fuzz::target!(
    /// Every operation's input, changed.
    contract_input, 3_000, |pick| {
    let operations = operations();
    assert_eq!(operations.len(), TABLE.len(), "every operation stands here");
    let (holds, _, fine) = &operations[pick.below(operations.len())];
    holds(&input(fine, pick));
});

#[test]
fn the_inputs_that_changes_begin_with_are_taken() {
    for (_, is_taken, fine) in operations() {
        assert!(is_taken(&fine), "{fine}");
    }
}
