//! Asking the writers outside (språkmodellene): who may see the text, under pseudonyms, counted; else the built-in writer writes.

use crate::{
    Call, Flow,
    prepare_draft::{Progress, Step},
    reading::Read,
    writing::BUILTIN,
};
use domain::{
    draft::{
        Class, Note,
        brief::{Answer, Brief, Part},
        compose::compose,
    },
    port::{Told, Writer},
    thread::redact::Redaction,
};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use vocabulary::TenantId;

/// A letter that is to be written: for whom, how delicate, from what, and which names are known.
pub(crate) struct Letter<'a> {
    pub(crate) tenant: &'a TenantId,
    pub(crate) class: Class,
    pub(crate) brief: &'a Brief,
    pub(crate) people: Vec<String>,
}

/// What was written, by whom, and what there is to say of it.
pub(crate) struct Written {
    pub(crate) answer: Answer,
    pub(crate) writer: String,
    pub(crate) note: Option<Note>,
}

impl Flow {
    /// The first writer that may see it and answers; the built-in one always does.
    pub(crate) async fn answer(&self, letter: &Letter<'_>, progress: &Progress<'_>) -> Written {
        let note = match self.outside(letter, progress).await {
            Ok(written) => return written,
            Err(note) => note,
        };
        let answer = compose(letter.brief);
        progress(Step::Written { text: answer.marked(), language: letter.brief.language });
        Written { answer, writer: BUILTIN.to_owned(), note }
    }

    /// The first writer outside that may see it and answers; else what there is to say of why none did.
    pub(crate) async fn outside(&self, letter: &Letter<'_>, progress: &Progress<'_>) -> Result<Written, Option<Note>> {
        let mut note = None;
        for writer in self.writers.list() {
            if letter.class > writer.sees() {
                note = note.or(Some(Note::Withheld));
            } else if self.writers.is_spent(letter.tenant, self.clock.today()) {
                note = Some(Note::Spent);
            } else {
                match self.written_by(writer.as_ref(), letter, progress).await {
                    Some(written) => return Ok(written),
                    None => note = Some(Note::NoAnswer),
                }
            }
        }
        Err(note)
    }

    /// What this writer answers, if it does. It sees pseudonyms only, and what it says is put back before anybody hears it; what it
    /// spent is counted either way.
    async fn written_by(&self, writer: &dyn Writer, letter: &Letter<'_>, progress: &Progress<'_>) -> Option<Written> {
        let (hidden, redaction) = hide(letter.brief, &letter.people);
        let (tokens, is_short) = (AtomicU64::new(0), AtomicBool::new(false));
        let heard = |told: Told<'_>| match told {
            Told::Text(text) => {
                progress(Step::Written { text: redaction.restore(text), language: letter.brief.language });
            }
            Told::Unread { excerpts, mail } => is_short.store(mail || !excerpts.is_empty(), Relaxed),
            Told::Spent(more) => {
                tokens.fetch_add(more, Relaxed);
                self.writers.spend(letter.tenant, self.clock.today(), more);
            }
        };
        let answered = writer.write(&hidden, &heard).await;
        let (name, tokens) = (writer.name().to_owned(), tokens.into_inner());
        match answered {
            Ok(answer) if !answer.parts.is_empty() => {
                tracing::info!(writer = name, tokens, "the writer answered");
                let note = is_short.into_inner().then_some(Note::Shortened);
                return Some(Written { answer: restored(answer, &redaction), writer: name, note });
            }
            Ok(_) => tracing::warn!(writer = name, tokens, "the writer gave an empty answer"),
            // An answer that did not come may have been charged for all the same: the log says how much.
            Err(failure) => {
                tracing::warn!(writer = name, tokens, kind = ?failure.kind, why = failure.detail, "the writer failed");
            }
        }
        None
    }
}

/// The names that are known: everybody in the conversation, and the one who signs.
pub(crate) fn people(call: Call<'_>, read: &Read) -> Vec<String> {
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
