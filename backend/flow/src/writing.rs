//! Writing (skriving): a model endpoint when there is one and it answers, else the built-in writer; then body, footer and frame.

use crate::{
    Call, Choice, Failure, Flow,
    asking::{Letter, Written, people},
    prepare_draft::Progress,
    reading::{Found, Read},
};
use domain::{
    dossier::Revision,
    draft::{Class, Draft, Frame, Note, brief::Answer, compose::compose, parse::Unreadable, used},
    evidence::{Evidence, Query},
    send::footer::footer,
};
use vocabulary::{Language, Outcome, Reference, Tone};

/// The name of the built-in writer.
pub(crate) const BUILTIN: &str = "builtin";
/// The writer of a revision that a person edited.
pub(crate) const PERSON: &str = "person";

/// A reply to be written: to what, from what, under which reference.
#[derive(Clone, Copy)]
pub(crate) struct Reply<'a> {
    pub(crate) read: &'a Read,
    pub(crate) found: &'a Found,
    pub(crate) reference: &'a Reference,
    pub(crate) choice: Choice,
}

/// A marked text that is to become a revision.
pub(crate) struct Text<'a> {
    pub(crate) marked: &'a str,
    pub(crate) writer: &'a str,
    pub(crate) outcome: Outcome,
    pub(crate) note: Option<Note>,
}

/// What a revision is written over.
pub(crate) struct Basis<'a> {
    pub(crate) evidence: &'a Evidence,
    pub(crate) language: Language,
    pub(crate) tone: Tone,
    pub(crate) recipients: Vec<String>,
    pub(crate) reference: &'a Reference,
}

impl Flow {
    /// Has the reply written, and makes it a revision, with the evidence it came to use.
    pub(crate) async fn write(
        &self,
        call: Call<'_>,
        reply: Reply<'_>,
        progress: &Progress<'_>,
    ) -> Result<(Revision, Evidence), Failure> {
        let Reply { read, found, reference, choice } = reply;
        let brief = self.brief(call, (read, found), choice);
        let people = people(call, read);
        // Without a model nobody is told anything, and nothing need be weighed.
        let class = if self.writers.list().is_empty() { Class::Open } else { self.class(read, found, &people) };
        let letter = Letter { tenant: &call.person().tenant, class, brief: &brief, people };
        let Written { answer, writer, note } = self.answer(&letter, progress).await;
        let asked = Query::of(&read.thread, self.clock.today()).questions;
        let written = |mut answer: Answer, writer: &str, note| {
            let evidence = used(&found.evidence, &asked, &mut answer.parts);
            let recipients = read.recipients.clone();
            let basis =
                Basis { evidence: &evidence, language: brief.language, tone: brief.tone, recipients, reference };
            let text = Text { marked: &answer.marked(), writer, outcome: answer.outcome, note };
            self.revision(call, &text, &basis).map(|revision| (revision, evidence.clone()))
        };
        let made = match written(answer, &writer, note) {
            // A model's answer that is no draft is as good as none.
            Err(_) if writer != BUILTIN => written(compose(&brief), BUILTIN, Some(Note::NoAnswer)),
            made => made,
        };
        made.map_err(|unreadable| Failure::Bug(unreadable.to_string()))
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
            tone: basis.tone,
            outcome: outcome(text, &draft),
            recipients: basis.recipients.clone(),
            writer: text.writer.to_owned(),
            note: text.note,
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
