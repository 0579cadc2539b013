//! Takes a person's word on what a mail is (bekreftelse), and learns from it; the last word on a mail counts.

use crate::{Call, Failure, Flow, Sorted};
use domain::{
    audit::{Action, Entry},
    dossier::MailKey,
    port::Lesson,
    sort::{Class, Confirmed, Label, Unfit},
};
use vocabulary::Language;

impl Flow {
    /// Confirms what was proposed for a mail, or says what it is instead; nothing is moved. What is kept is a mark of the mail, what the
    /// rules and the person said, and fingerprints of its words.
    ///
    /// # Errors
    /// As [`Flow::sort_mail`]; `BadInput` with field `forward_to` where the unit is missing, unknown, or beside another action.
    pub async fn confirm_sort(
        &self,
        call: Call<'_>,
        key: MailKey,
        (class, forward_to): (Class, Option<String>),
    ) -> Result<Sorted, Failure> {
        let desk = self.laid_out(call, key).await?;
        let label = Label::within(&desk.house, class, forward_to)
            .map_err(|unfit| Failure::BadInput { field: "forward_to", why: told(unfit, call.words).to_owned() })?;
        let confirmed = Confirmed::of(&desk.facts(None), label);
        let said = &confirmed.said;
        let entry = Entry::of(Action::SortConfirmed, self.clock.now()).by(&call.person().id);
        let entry = Entry { trace: Some(call.trace.to_owned()), ..entry }
            .in_case(desk.matched.number)
            .fact("sorted", said.label.name())
            .fact("ruled", said.ruled.name())
            .fact("mail", desk.mark.as_str());
        Lesson::of(desk.mark.clone(), desk.sender(), confirmed).commit(self.tenant(call).as_ref(), entry).await?;
        self.sorted(call, &desk).await
    }
}

fn told(unfit: Unfit, words: Language) -> &'static str {
    match unfit {
        Unfit::UnitMissing => words.pick(
            "Velg hvilken enhet e-posten skal til.",
            "Vel kva eining e-posten skal til.",
            "Choose the unit that the mail goes to.",
        ),
        Unfit::UnitBeside => words.pick(
            "Bare en e-post som videresendes, har en enhet. Ta bort enheten.",
            "Berre ein e-post som blir vidaresend, har ei eining. Ta bort eininga.",
            "Only a mail that is forwarded has a unit. Remove the unit.",
        ),
        Unfit::UnitUnknown => words.pick(
            "Enheten finnes ikke. Velg en av enhetene i registeret.",
            "Eininga finst ikkje. Vel ei av einingane i registeret.",
            "There is no such unit. Choose one of those in the register.",
        ),
    }
}
