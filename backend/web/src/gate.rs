//! The gate's two questions (sluse): anyone may ask, an unknown reference and a foreign one are answered alike, and guessing is slow.

use crate::{
    mount::{Call, Told},
    problem, view,
};
use contract::operation::{AttachedFile, ConfirmSend, KnowConversation, LookAhead};
use domain::{
    send::{Answer, Outgoing, Why},
    thread::Attachment,
};
use flow::Knows;
use vocabulary::Reference;

/// Is anything open here? Nothing of the mail but its conversation and reference is asked for; the answer to a reference is
/// always the same, so that it tells nothing.
pub(crate) async fn know(call: Call, input: KnowConversation) -> Told<KnowConversation> {
    let known = call.server.flow.know_conversation(input.reference.as_ref(), input.conversation.as_ref()).await;
    let known = known.map_err(|failure| call.problem(&failure))?;
    call.server.metrics.known(known == Knows::Something);
    Ok(view::known(known))
}

/// May this mail leave?
pub(crate) async fn confirm(call: Call, input: ConfirmSend) -> Told<ConfirmSend> {
    let patience = patient(&call, input.reference.as_ref()).ok_or_else(|| {
        call.server.door.refused("guesses", "");
        problem::too_many(call.words)
    })?;
    let outgoing = outgoing(&call, input);
    let answer = call.server.flow.confirm_send(outgoing, call.words).await.map_err(|failure| call.problem(&failure))?;
    call.server.metrics.judged(&answer);
    patience.after(!matches!(answer, Answer::Stop(Why::UnknownReference) | Answer::Ask(Why::UnknownReference)));
    Ok(view::gate_answer(&answer, call.words))
}

/// The same while the mail is being written: nothing is let go, and nothing recorded.
pub(crate) async fn ahead(call: Call, input: LookAhead) -> Told<LookAhead> {
    let patience = patient(&call, input.reference.as_ref()).ok_or_else(|| {
        call.server.door.refused("guesses", "");
        problem::too_many(call.words)
    })?;
    let LookAhead { reference, conversation, from, to, cc, bcc, subject, html, attachments } = input;
    let input = ConfirmSend { reference, conversation, from, to, cc, bcc, subject, html, attachments };
    let answer = call.server.flow.look_ahead(outgoing(&call, input), call.words).await;
    let answer = answer.map_err(|failure| call.problem(&failure))?;
    patience.after(!matches!(answer, Answer::Stop(Why::UnknownReference) | Answer::Ask(Why::UnknownReference)));
    Ok(view::gate_answer(&answer, call.words))
}

fn outgoing(call: &Call, input: ConfirmSend) -> Outgoing {
    let plain = call.server.flow.reader.plain(&input.html);
    let lower = |all: Vec<String>| all.into_iter().map(|address| address.trim().to_lowercase()).collect();
    Outgoing {
        reference: input.reference,
        conversation: input.conversation,
        from: input.from.trim().to_lowercase(),
        to: lower(input.to),
        cc: lower(input.cc),
        bcc: lower(input.bcc),
        subject: input.subject,
        text: plain.text,
        hidden: plain.hidden,
        links: plain.links,
        dress: call.server.flow.reader.dress(&input.html),
        attachments: input.attachments.into_iter().map(attachment).collect(),
    }
}

pub(crate) fn attachment(file: AttachedFile) -> Attachment {
    Attachment { name: file.name, size: file.size, sha256: file.sha256, inline: file.inline }
}

/// Counts a guess once the answer is known.
struct Patience<'a> {
    call: &'a Call,
    is_guess: bool,
}

impl Patience<'_> {
    fn after(self, is_known: bool) {
        if let (true, false, Some(peer)) = (self.is_guess, is_known, self.call.peer) {
            self.call.server.guesses.count(peer);
        }
    }
}

/// `None` for whoever has used up their minute.
fn patient<'a>(call: &'a Call, reference: Option<&Reference>) -> Option<Patience<'a>> {
    let is_spent = call.peer.is_some_and(|peer| call.server.guesses.is_spent(peer));
    (!is_spent).then_some(Patience { call, is_guess: reference.is_some() })
}
