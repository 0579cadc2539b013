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
        brief::{Answer, Brief, Part},
        compose::compose,
        parse::Unreadable,
        used,
    },
    evidence::{Evidence, Query},
    send::footer::footer,
    thread::redact::Redaction,
};
use vocabulary::{Language, Outcome, Reference};

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
}

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
    /// Has the reply written, and makes it a revision, with the evidence it came to use.
    pub(crate) async fn write(
        &self,
        call: Call<'_>,
        reply: Reply<'_>,
        progress: &Progress<'_>,
    ) -> Result<(Revision, Evidence), Failure> {
        let Reply { read, found, reference } = reply;
        let brief = self.brief(call, read, found);
        let (answer, writer) = self.answer(&brief, &people(call, read), progress).await;
        let asked = Query::of(&read.thread, self.clock.today()).questions;
        let written = |mut answer: Answer, writer: &str| {
            let evidence = used(&found.evidence, &asked, &mut answer.parts);
            let recipients = read.recipients.clone();
            let basis = Basis { evidence: &evidence, language: brief.language, recipients, reference };
            let text = Text { marked: &answer.marked(), writer, outcome: answer.outcome };
            self.revision(call, &text, &basis).map(|revision| (revision, evidence.clone()))
        };
        let made = match written(answer, &writer) {
            // A model's answer that is no draft is as good as none.
            Err(_) if writer != BUILTIN => written(compose(&brief), BUILTIN),
            made => made,
        };
        made.map_err(|unreadable| Failure::Bug(unreadable.to_string()))
    }

    /// The first writer that answers; the built-in one always does. A model sees pseudonyms only, and what it says is put back before
    /// anybody hears it.
    async fn answer(&self, brief: &Brief, people: &[String], progress: &Progress<'_>) -> (Answer, String) {
        for writer in &self.writers {
            let (hidden, redaction) = hide(brief, people);
            let heard = |text: &str| progress(Step::Written { text: redaction.restore(text) });
            match writer.write(&hidden, &heard).await {
                Ok(answer) if !answer.parts.is_empty() => {
                    return (restored(answer, &redaction), writer.name().to_owned());
                }
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

/// The names that are known: everybody in the conversation, and the one who signs.
fn people(call: Call<'_>, read: &Read) -> Vec<String> {
    let addresses = read.messages.iter().flat_map(|mail| [&mail.from].into_iter().chain(&mail.to).chain(&mail.cc));
    let mut names: Vec<String> = addresses.filter_map(|address| address.name.clone()).collect();
    names.push(call.person().name.clone());
    names.sort();
    names.dedup();
    names
}

/// The brief with pseudonyms for people and numbers, and the way back.
fn hide(brief: &Brief, people: &[String]) -> (Brief, Redaction) {
    let mut redaction = Redaction::new(people);
    let mut hidden = brief.clone();
    let (signer, _) = &mut hidden.signature;
    let fields = [&mut hidden.subject, &mut hidden.mail, signer].into_iter().chain(&mut hidden.name);
    let evidence = hidden.evidence.iter_mut().flat_map(|excerpt| [&mut excerpt.title, &mut excerpt.text]);
    for text in fields.chain(&mut hidden.questions).chain(evidence) {
        *text = redaction.hide(text);
    }
    (hidden, redaction)
}

fn restored(answer: Answer, redaction: &Redaction) -> Answer {
    let part = |part: Part| Part { text: redaction.restore(&part.text), ..part };
    Answer { parts: answer.parts.into_iter().map(part).collect(), ..answer }
}

/// Open gaps always need filling; a person who has filled them all has answered.
fn outcome(text: &Text<'_>, draft: &Draft) -> Outcome {
    match text.outcome {
        Outcome::Ready if !draft.gaps().is_empty() => Outcome::NeedsFilling,
        _ if text.writer == PERSON && draft.gaps().is_empty() => Outcome::Ready,
        outcome => outcome,
    }
}
