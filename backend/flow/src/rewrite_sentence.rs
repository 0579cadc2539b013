//! Writes one sentence anew (skriv setningen på nytt) from the sources it cites; the rest of the letter stays as the person has it.

use crate::{
    Blocked, Call, Choice, Failure, Flow, Shown, allow,
    asking::{Letter, people},
    reading::{Found, Read},
    writing::BUILTIN,
};
use domain::{
    audit::Action,
    check::{Assessed, Bearing},
    dossier::{Dossier, Revision},
    draft::{
        Class,
        anew::{Old, around, gap, replaced, wordings},
        brief::{Brief, Part, Purpose},
    },
    port::Change,
};
use vocabulary::DraftId;

/// The author's own letter with one sentence that is to be said otherwise.
struct Task<'a> {
    dossier: &'a Dossier,
    sentence: &'a Assessed,
    read: Read,
    found: Found,
    brief: Brief,
}

impl Task<'_> {
    fn old(&self) -> Old<'_> {
        let Assessed { text, citations, bearing, .. } = self.sentence;
        Old { text, citations, is_borne: is_borne(*bearing) }
    }

    /// The letter with this in the sentence's place.
    fn with(&self, part: &Part) -> String {
        replaced(&self.dossier.current().marked, self.sentence.span, part)
    }
}

impl Flow {
    /// One sentence of the revision the author saw, said in other words by the writer, or a gap where its sources do not bear it. It is an
    /// edit as any other: it becomes the next revision and voids an approval. The same call twice is one.
    ///
    /// # Errors
    /// `Stale`; `Blocked` for who is not the author, when it has left, and where there is no other way to say it; `BadInput` with field
    /// `sentence` where there is none.
    pub async fn rewrite_sentence(
        &self,
        call: Call<'_>,
        seen: (&DraftId, u32),
        sentence: u32,
    ) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, seen.0).await?;
        let at = sentence as usize;
        if is_repeated(&dossier, seen.1, at, call) {
            return self.show(call, dossier);
        }
        if dossier.current().number != seen.1 {
            return Err(Failure::Stale);
        }
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        let dossier = self.not_leaving(call, dossier).await?;
        let checked = dossier.checked(self.under(call.words))?;
        let Some(old) = checked.sentences().get(at) else { return Err(none(call)) };
        let (edit, writer) = self.said_anew(call, &dossier, old).await?;
        let next = dossier.revised(edit);
        let entry = self.entry(call, Action::DraftRevised, &next).fact("text", self.commitment(&next));
        let entry = entry.fact("reason", "sentence").fact("writer", writer);
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    /// The letter with the sentence said otherwise, and who said it: a model that may see it, else the built-in writer.
    async fn said_anew(
        &self,
        call: Call<'_>,
        dossier: &Dossier,
        sentence: &Assessed,
    ) -> Result<(Revision, String), Failure> {
        if sentence.citations.is_empty() {
            return Err(Blocked::NoOtherWording.into());
        }
        let task = self.task(call, dossier, sentence)?;
        if let Some((part, writer)) = self.asked_outside(call, &task).await
            && let Some(edit) = self.borne(call, &task, &part)?
        {
            return Ok((edit, writer));
        }
        for part in wordings(task.old(), &task.brief, &dossier.current().marked) {
            if let Some(edit) = self.borne(call, &task, &part)? {
                return Ok((edit, BUILTIN.to_owned()));
            }
        }
        if is_borne(sentence.bearing) {
            return Err(Blocked::NoOtherWording.into());
        }
        let text = task.with(&gap(task.old(), dossier.current().language));
        Ok((self.edit(call, dossier, &text)?, BUILTIN.to_owned()))
    }

    fn task<'a>(&self, call: Call<'_>, dossier: &'a Dossier, sentence: &'a Assessed) -> Result<Task<'a>, Failure> {
        let read = self.read(&dossier.key, dossier.messages.clone())?;
        let found = Found { matched: dossier.matched.clone(), evidence: dossier.evidence() };
        let now = dossier.current();
        let choice = Choice { case: None, language: Some(now.language), tone: Some(now.tone) };
        let brief = self.brief(call, (&read, &found), choice);
        Ok(Task { dossier, sentence, read, found, brief })
    }

    /// What a model says, that is given the sentence and its sources and nothing of the mail.
    async fn asked_outside(&self, call: Call<'_>, task: &Task<'_>) -> Option<(Part, String)> {
        if self.writers.list().is_empty() {
            return None;
        }
        let people = people(call, &task.read);
        let cited = |number: &u16| task.found.evidence.get(*number);
        let sources = task.sentence.citations.iter().filter_map(cited);
        let class = Class::of(&[task.old().text], &people, sources);
        let asked = Brief {
            purpose: Purpose::Sentence,
            mail: String::new(),
            subject: String::new(),
            questions: vec![task.old().text.to_owned()],
            ..task.brief.about(task.old())
        };
        let letter = Letter { tenant: &call.person().tenant, class, brief: &asked, people };
        let written = self.outside(&letter, &|_| {}).await.ok()?;
        let part = written.answer.parts.into_iter().next()?;
        Some((part, written.writer))
    }

    /// The letter with these words, where they say something else and their sources bear them as well as they must.
    fn borne(&self, call: Call<'_>, task: &Task<'_>, part: &Part) -> Result<Option<Revision>, Failure> {
        let edit = self.edit(call, task.dossier, &task.with(part))?;
        if task.dossier.says(&edit.marked) {
            return Ok(None);
        }
        let draft = task.dossier.draft(&edit).map_err(domain::dossier::Damaged::from)?;
        let checked = task.dossier.check(draft, self.under(call.words)).map_err(domain::dossier::Damaged::from)?;
        let start = task.sentence.span.start;
        let new = checked.sentences().iter().find(|one| one.span.start == start);
        let bears = new.is_some_and(|new| is_borne(new.bearing));
        Ok(Some(edit).filter(|_| bears))
    }
}

/// The same press once more: the revision after the one that was seen is the caller's, and differs from it in this sentence alone.
fn is_repeated(dossier: &Dossier, seen: u32, at: usize, call: Call<'_>) -> bool {
    let now = dossier.current();
    let old = dossier.revision(seen).filter(|old| old.number + 1 == now.number && now.author == call.person().id);
    let Some(draft) = old.and_then(|old| dossier.draft(old).ok()) else { return false };
    draft.sentences().get(at).is_some_and(|sentence| {
        let (before, after) = around(draft.marked(), sentence.span);
        now.marked.starts_with(before) && now.marked.ends_with(after)
    })
}

fn is_borne(bearing: Bearing) -> bool {
    matches!(bearing, Bearing::Supported | Bearing::NoClaim)
}

fn none(call: Call<'_>) -> Failure {
    let why = call.words.pick(
        "Setningen finnes ikke i denne utgaven av utkastet.",
        "Setninga finst ikkje i denne utgåva av utkastet.",
        "There is no such sentence in this revision of the draft.",
    );
    Failure::BadInput { field: "sentence", why: why.to_owned() }
}
