//! Keeps a person's signature (signatur), so that the gate knows it below a reply.

use crate::{Call, Failure, Flow, allow};
use domain::{
    audit::{Action, Entry},
    port::Registration,
    send::{Signature, signature::Unfit},
    thread::Attachment,
};
use vocabulary::Language;

impl Flow {
    /// The caller's signature, if one is registered.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn signature(&self, call: Call<'_>) -> Result<Option<Signature>, Failure> {
        Ok(self.tenant(call).signature(&call.person().id).await?)
    }

    /// Registers the caller's signature over the one before; an empty one takes it away.
    ///
    /// # Errors
    /// `NotAllowed` for who does not write; `BadInput` with field `text` when it says something that belongs in the reply, or is too long.
    pub async fn save_signature(&self, call: Call<'_>, text: &str, images: Vec<Attachment>) -> Result<(), Failure> {
        allow(call.person().is_writer())?;
        let signature = match Signature::of(text, images) {
            Err(Unfit::Empty) => None,
            Err(unfit) => return Err(Failure::BadInput { field: "text", why: told(&unfit, call.words) }),
            Ok(signature) => Some(signature),
        };
        let images = signature.as_ref().map_or(0, |signature| signature.images().len());
        let entry = Entry::of(Action::SignatureSaved, self.clock.now()).by(&call.person().id);
        let entry = Entry { trace: Some(call.trace.to_owned()), ..entry }.fact("images", images.to_string());
        Ok(Registration::of(call.person().id.clone(), signature).commit(self.tenant(call).as_ref(), entry).await?)
    }
}

fn told(unfit: &Unfit, words: Language) -> String {
    let sentence = match unfit {
        Unfit::Telling(_) => words.pick(
            "«{words}» hører hjemme i svaret, ikke i signaturen. Skriv bare navn, enhet og kontaktopplysninger.",
            "«{words}» høyrer heime i svaret, ikkje i signaturen. Skriv berre namn, eining og kontaktopplysningar.",
            "“{words}” belongs in the reply, not in the signature. Write only name, unit and how to reach you.",
        ),
        Unfit::TooLong => words.pick(
            "Signaturen er for lang. Skriv høyst 12 korte linjer, og bruk høyst 6 bilder.",
            "Signaturen er for lang. Skriv høgst 12 korte linjer, og bruk høgst 6 bilete.",
            "The signature is too long. Write at most 12 short lines, and use at most 6 pictures.",
        ),
        Unfit::NotInline | Unfit::Empty => words.pick(
            "Signaturen kan bare ha bilder som står i teksten. Ta bort vedlegget.",
            "Signaturen kan berre ha bilete som står i teksten. Ta bort vedlegget.",
            "A signature can only have pictures that stand in the text. Remove the attachment.",
        ),
    };
    let Unfit::Telling(telling) = unfit else { return sentence.to_owned() };
    sentence.replace("{words}", telling)
}
