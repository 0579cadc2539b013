//! The gate's first question (sluse): does Saksvar have anything to do with this mail? Answered without its content.

use crate::{Failure, Flow, conversation};
use domain::audit::Action;
use vocabulary::{ConversationId, GateMode, Reference, Status};

/// Whether the gate has to do with a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knows {
    /// Nothing.
    Nothing,
    /// It must be shown the whole mail.
    Something,
    /// The gate is off.
    Off,
}

impl Flow {
    /// Whether the gate must ask again with the whole mail: always where it carries a reference (known, unknown and foreign ones alike, so
    /// that this answer tells nothing), else where a draft is open in the conversation. Where the gate is off, that a mail about a draft of
    /// ours went by it is put on record, and its content is not asked for.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn know_conversation(
        &self,
        reference: Option<&Reference>,
        conversation_id: Option<&ConversationId>,
    ) -> Result<Knows, Failure> {
        if self.gate_mode().await? == GateMode::Off {
            self.passed_by(reference, conversation_id).await?;
            return Ok(Knows::Off);
        }
        if reference.is_some() {
            return Ok(Knows::Something);
        }
        let Some(id) = conversation_id else { return Ok(Knows::Nothing) };
        let open = self.open_conversation(id).await?;
        Ok(open.map_or(Knows::Nothing, |_| Knows::Something))
    }

    /// Puts on record that a mail about a draft of ours was not looked at, because the gate was off.
    pub(crate) async fn passed_by(
        &self,
        reference: Option<&Reference>,
        conversation_id: Option<&ConversationId>,
    ) -> Result<(), Failure> {
        let store = self.store.tenant(&self.tenant);
        let named = match reference {
            Some(reference) => store.by_reference(reference).await?,
            None => None,
        };
        let dossier = match (named, conversation_id) {
            (None, Some(id)) => self.open_conversation(id).await?.map(|held| held.dossier),
            (named, _) => named,
        };
        if let Some(dossier) = dossier {
            let entry = self.gate_entry(Action::SendUngated, &dossier).fact("gate", GateMode::Off.name());
            store.record(entry).await?;
        }
        Ok(())
    }

    /// The house's store and the open dossier of a conversation.
    pub(crate) async fn open_conversation(
        &self,
        id: &ConversationId,
    ) -> Result<Option<crate::confirm_send::Held>, Failure> {
        let id = conversation(id);
        let store = self.store.tenant(&self.tenant);
        let dossier = store.latest_in(&id).await?.filter(|dossier| dossier.status != Status::Sent);
        Ok(dossier.map(|dossier| crate::confirm_send::Held { store, dossier }))
    }
}
