//! The brief (oppdraget) for a writer: the questions and the evidence, each source with whether the recipient may be told of it.

use crate::{
    Call, Flow,
    reading::{Found, Read},
};
use domain::{
    dossier::purpose::purpose,
    draft::{
        brief::{Brief, Excerpt},
        compose::addressee,
    },
    evidence::Item,
    port::clock::day,
};

impl Flow {
    /// What the writer is asked to do.
    pub(crate) fn brief(&self, call: Call<'_>, read: &Read, found: &Found) -> Brief {
        let answered = read.thread.answered();
        let today = self.clock.today();
        // What no longer holds is for the caseworker to see, never a writer's fact.
        let tellable = |item: &Item| {
            item.source.holds(today) && read.recipients.iter().all(|recipient| item.source.tellable(recipient))
        };
        Brief {
            purpose: purpose(&read.thread),
            language: read.thread.language().0.of_reply(),
            name: addressee(answered.message.from.name.as_deref(), &answered.visible, answered.signature.as_deref()),
            signature: (call.person().name.clone(), self.rules.body.clone()),
            subject: answered.message.subject.clone(),
            mail: answered.visible.clone(),
            questions: read.thread.questions().to_vec(),
            evidence: found.evidence.items().iter().map(|item| excerpt(item, tellable(item))).collect(),
            received: answered.message.date.map(day),
            case: found.matched.number,
            today,
        }
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
