//! Revises a draft (rediger): a person's edit becomes the next revision, is checked, and voids what was approved.

use crate::{
    Blocked, Call, Failure, Flow, Shown, allow,
    writing::{Basis, PERSON, Text},
};
use domain::{
    audit::Action,
    dossier::{Dossier, Revision},
    draft::{normal::normalise, parse::Unreadable},
    port::Change,
};
use vocabulary::{DraftId, Role, Status};

impl Flow {
    /// The caller's edit of the revision they saw. The same edit twice is one, and a text that is the same makes no new revision.
    ///
    /// # Errors
    /// `Stale` when another revision is there; `Blocked(Sent)`, `Blocked(NotAuthor)` for a colleague; `BadInput` with field `text` when it is no draft.
    pub async fn revise_draft(&self, call: Call<'_>, seen: (&DraftId, u32), text: &str) -> Result<Shown, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.edited(call, seen, text).await {
            Err(Failure::Stale) => self.edited(call, seen, text).await,
            edited => edited,
        }
    }

    async fn edited(&self, call: Call<'_>, (draft, revision): (&DraftId, u32), text: &str) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let edit = self.edit(call, &dossier, text)?;
        if is_repeated(&dossier, revision, &edit) {
            return self.show(call, dossier);
        }
        if dossier.current().number != revision {
            return Err(Failure::Stale);
        }
        // A reviewer who edits becomes an author; a colleague takes over first, so that two do not write past each other.
        if dossier.current().author != call.person().id && !call.person().is(Role::Reviewer) {
            return Err(Blocked::NotAuthor.into());
        }
        let dossier = self.not_leaving(call, dossier).await?;
        // Whose text it was when a proposal is adopted as it stands: the trail tells what the revisions alone cannot.
        let adopted = dossier.proposal().filter(|(_, text)| normalise(text) == normalise(&edit.marked));
        let adopted = adopted.map(|(ruling, _)| ruling.by.to_string());
        let next = dossier.saved(edit);
        let entry = self.entry(call, Action::DraftRevised, &next).fact("text", self.commitment(&next));
        let entry = adopted.into_iter().fold(entry, |entry, by| entry.fact("adopted_from", by));
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    /// The edited text as a revision by the caller.
    pub(crate) fn edit(&self, call: Call<'_>, dossier: &Dossier, text: &str) -> Result<Revision, Failure> {
        let current = dossier.current();
        let evidence = dossier.evidence();
        let recipients = current.recipients.clone();
        let (language, tone) = (current.language, current.tone);
        let basis = Basis { evidence: &evidence, language, tone, recipients, reference: &dossier.reference };
        let text = Text { marked: text, writer: PERSON, outcome: current.outcome, note: None };
        self.revision(call, &text, &basis)
            .map_err(|unreadable| Failure::BadInput { field: "text", why: told(&unreadable, call) })
    }

    /// The dossier, when it has not left: one that the gate let through is looked for in Sent Items first.
    pub(crate) async fn not_leaving(&self, call: Call<'_>, dossier: Dossier) -> Result<Dossier, Failure> {
        let dossier = if dossier.status == Status::SendAllowed { self.swept(call, dossier).await? } else { dossier };
        if dossier.status == Status::Sent {
            return Err(Blocked::Sent.into());
        }
        if dossier.is_on_its_way(self.clock.now()) { Err(Blocked::OnItsWay.into()) } else { Ok(dossier) }
    }
}

/// The same text by the same author: a double click, or nothing changed.
fn is_repeated(dossier: &Dossier, revision: u32, edit: &Revision) -> bool {
    let current = dossier.current();
    let is_same = current.author == edit.author
        && normalise(&current.marked) == normalise(&edit.marked)
        && current.footer == edit.footer;
    is_same && (current.number == revision || current.number == revision.saturating_add(1))
}

fn told(unreadable: &Unreadable, call: Call<'_>) -> String {
    match unreadable {
        Unreadable::TooLong(length, most) => {
            let sentence = call.words.pick(
                "Svaret har {length} tegn, og det er plass til {most}. Kort det ned.",
                "Svaret har {length} teikn, og det er plass til {most}. Kort det ned.",
                "The reply has {length} characters, and there is room for {most}. Shorten it.",
            );
            sentence.replace("{length}", &length.to_string()).replace("{most}", &most.to_string())
        }
        Unreadable::Empty => call
            .words
            .pick("Svaret er tomt. Skriv noe.", "Svaret er tomt. Skriv noko.", "The reply is empty. Write something.")
            .to_owned(),
    }
}
