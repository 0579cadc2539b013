//! Writing (skriving): a model endpoint when there is one and it answers, else the built-in writer; then body, footer and frame.

use crate::{
    Call, Failure, Flow,
    prepare_draft::{Progress, Step},
    reading::{Found, Read},
};
use domain::{
    dossier::Revision,
    draft::{
        Draft, Frame,
        brief::{Answer, Brief},
        compose::compose,
        parse::Unreadable,
    },
    evidence::Evidence,
    send::footer::footer,
};
use vocabulary::{Language, Outcome, Reference};

/// The name of the built-in writer.
pub(crate) const BUILTIN: &str = "builtin";
/// The writer of a revision that a person edited.
pub(crate) const PERSON: &str = "person";

/// A marked text that is to become a revision.
pub(crate) struct Text<'a> {
    pub(crate) marked: &'a str,
    pub(crate) writer: &'a str,
    pub(crate) outcome: Outcome,
}

/// What a revision is written over.
pub(crate) struct Basis<'a> {
    pub(crate) evidence: &'a Evidence,
    pub(crate) language: Language,
    pub(crate) recipients: Vec<String>,
    pub(crate) reference: &'a Reference,
}

impl Flow {
    /// Has the reply written, and makes it a revision.
    pub(crate) async fn write(
        &self,
        call: Call<'_>,
        (read, found): (&Read, &Found),
        reference: &Reference,
        progress: &Progress<'_>,
    ) -> Result<Revision, Failure> {
        let brief = self.brief(call, read, found);
        let (answer, writer) = self.answer(&brief, progress).await;
        let (evidence, recipients) = (&found.evidence, read.recipients.clone());
        let basis = Basis { evidence, language: brief.language, recipients, reference };
        let marked = answer.marked();
        let text = Text { marked: &marked, writer: &writer, outcome: answer.outcome };
        let revision = match self.revision(call, &text, &basis) {
            // A model's answer that is no draft is as good as none.
            Err(_) if writer != BUILTIN => {
                let answer = compose(&brief);
                let text = Text { marked: &answer.marked(), writer: BUILTIN, outcome: answer.outcome };
                self.revision(call, &text, &basis)
            }
            revision => revision,
        };
        revision.map_err(|unreadable| Failure::Bug(unreadable.to_string()))
    }

    /// The first writer that answers; the built-in one always does.
    async fn answer(&self, brief: &Brief, progress: &Progress<'_>) -> (Answer, String) {
        for writer in &self.writers {
            let heard = |text: &str| progress(Step::Written { text: text.to_owned() });
            match writer.write(brief, &heard).await {
                Ok(answer) if !answer.parts.is_empty() => return (answer, writer.name().to_owned()),
                Ok(_) => tracing::warn!(writer = writer.name(), "the writer gave an empty answer"),
                Err(failure) => tracing::warn!(writer = writer.name(), kind = ?failure.kind, "the writer failed"),
            }
        }
        let answer = compose(brief);
        progress(Step::Written { text: answer.marked() });
        (answer, BUILTIN.to_owned())
    }

    /// A revision of this text by the caller, with the footer for what it cites; its number is given by the dossier.
    pub(crate) fn revision(&self, call: Call<'_>, text: &Text<'_>, basis: &Basis<'_>) -> Result<Revision, Unreadable> {
        let frame = |footer: String, outcome| {
            let recipients = basis.recipients.clone();
            Frame { language: basis.language, outcome, footer, recipients }
        };
        let draft = Draft::parse(text.marked, frame(String::new(), text.outcome))?;
        let mut cited: Vec<u16> = draft.sentences().iter().flat_map(|sentence| sentence.citations.clone()).collect();
        cited.sort_unstable();
        cited.dedup();
        let footer = footer(&cited, basis.evidence, &self.rules, basis.language, basis.reference);
        Ok(Revision {
            number: 0,
            author: call.person().id.clone(),
            author_name: call.person().name.clone(),
            at: self.clock.now(),
            marked: draft.marked().to_owned(),
            footer,
            language: basis.language,
            outcome: outcome(text, &draft),
            recipients: basis.recipients.clone(),
            writer: text.writer.to_owned(),
            rules: self.rules.version,
        })
    }
}

/// Open gaps always need filling; a person who has filled them all has answered.
fn outcome(text: &Text<'_>, draft: &Draft) -> Outcome {
    match text.outcome {
        Outcome::Ready if !draft.gaps().is_empty() => Outcome::NeedsFilling,
        _ if text.writer == PERSON && draft.gaps().is_empty() => Outcome::Ready,
        outcome => outcome,
    }
}
