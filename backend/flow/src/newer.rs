//! Newer mail (nyere e-post): what the citizen wrote after the draft was made makes it stale.

use crate::{Call, Failure, Flow};
use domain::{
    audit::Action,
    dossier::{Dossier, MailKey, Reading},
    port::Change,
    thread::Message,
};
use vocabulary::{Relation, Status};

impl Flow {
    /// The mails of others than us that the dossier does not know yet, oldest first.
    pub(crate) fn newer<'a>(&self, dossier: &Dossier, messages: &'a [Message]) -> Vec<&'a Message> {
        let latest = dossier.messages.iter().filter(|known| !known.draft).filter_map(|known| known.date).max();
        let ours = |mail: &Message| {
            let domain = mail.from.address.rsplit('@').next().unwrap_or_default();
            mail.from.address.eq_ignore_ascii_case(&dossier.from)
                || self.rules.domains.iter().any(|own| own.eq_ignore_ascii_case(domain))
        };
        let known = |mail: &Message| {
            dossier.messages.iter().any(|known| match (&known.id, &mail.id) {
                (Some(known), Some(id)) => known == id,
                _ => known.text == mail.text && known.date == mail.date,
            })
        };
        let mut newer: Vec<&Message> =
            messages.iter().filter(|mail| !mail.draft && !ours(mail) && !known(mail) && mail.date >= latest).collect();
        newer.sort_by_key(|mail| mail.date);
        newer
    }

    /// Takes newer mail into the dossier: the text stays, an approval does not; gives how many there were.
    pub(crate) async fn taken_in(
        &self,
        call: Call<'_>,
        dossier: Dossier,
        messages: Vec<Message>,
    ) -> Result<(Dossier, usize), Failure> {
        let newer = self.newer(&dossier, &messages);
        let count = newer.len();
        let is_open =
            !matches!(dossier.status, Status::SendAllowed | Status::Sent) && !dossier.is_on_its_way(self.clock.now());
        let Some(last) = newer.last().filter(|_| is_open) else { return Ok((dossier, count)) };
        let mail = last.id.clone().unwrap_or_else(|| dossier.key.mail.clone());
        let key = MailKey { mail, ..dossier.key.clone() };
        let (mut matched, evidence) = (dossier.matched.clone(), dossier.evidence.clone());
        let asked = dossier.answered().map(|mail| mail.from.address.as_str());
        if asked != Some(last.from.address.as_str()) {
            // What the one was in the case, the other need not be.
            matched.relation = Relation::Unknown;
        }
        let same = domain::dossier::Revision { at: self.clock.now(), ..dossier.current().clone() };
        let next = dossier.rewritten(key, Reading { messages, matched, evidence }, same);
        let entry = self.entry(call, Action::DraftRevised, &next).fact("reason", "newer_mail");
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        Ok((saved, count))
    }
}
