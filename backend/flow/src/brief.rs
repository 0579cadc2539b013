//! The brief (oppdraget) for a writer: the questions and the evidence, each source with whether the recipient may be told of it.

use crate::{
    Call, Choice, Flow,
    reading::{Found, Read},
};
use domain::{
    dossier::purpose::purpose,
    draft::{
        Class,
        brief::{Brief, Excerpt},
        compose::addressee,
    },
    evidence::Item,
    port::clock::day,
};

impl Flow {
    /// How delicate is what a writer would be given: the mail, and the sources that the recipient may be told of.
    pub(crate) fn class(&self, read: &Read, found: &Found, people: &[String]) -> Class {
        let answered = read.thread.answered();
        let mut written = vec![answered.message.subject.as_str(), answered.visible.as_str()];
        written.extend(read.thread.questions().iter().map(String::as_str));
        let items = found.evidence.items().iter().filter(|item| self.is_tellable(read, item));
        Class::of(&written, people, items.map(|item| &item.source))
    }

    /// What the writer is asked to do.
    pub(crate) fn brief(&self, call: Call<'_>, (read, found): (&Read, &Found), choice: Choice) -> Brief {
        let answered = read.thread.answered();
        Brief {
            purpose: purpose(&read.thread),
            language: choice.language.unwrap_or_else(|| read.thread.language().0.of_reply()),
            tone: choice.tone.unwrap_or(self.rules.tone),
            name: addressee(answered.message.from.name.as_deref(), &answered.visible, answered.signature.as_deref()),
            signature: (call.person().name.clone(), self.rules.body.clone()),
            subject: answered.message.subject.clone(),
            mail: answered.visible.clone(),
            questions: read.thread.questions().to_vec(),
            evidence: found.evidence.items().iter().map(|item| excerpt(item, self.is_tellable(read, item))).collect(),
            received: answered.message.date.map(day),
            case: found.matched.number,
            today: self.clock.today(),
        }
    }

    /// Whether the writer may tell it: all who get the reply may see it, and it holds; what no longer does is for the caseworker alone.
    fn is_tellable(&self, read: &Read, item: &Item) -> bool {
        item.source.holds(self.clock.today()) && read.recipients.iter().all(|recipient| item.source.tellable(recipient))
    }
}

fn excerpt(item: &Item, tellable: bool) -> Excerpt {
    let source = &item.source;
    Excerpt {
        number: item.number,
        origin: source.origin,
        title: source.title.clone(),
        date: source.date,
        valid_from: source.valid_from,
        text: source.text.clone(),
        tellable,
    }
}
