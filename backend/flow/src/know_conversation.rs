//! The gate's first question (sluse): does Saksvar have anything to do with this mail? Answered without its content.

use crate::{Failure, Flow, conversation};
use vocabulary::{ConversationId, Reference, Status};

impl Flow {
    /// Whether the gate must ask again with the whole mail: always where it carries a reference (known, unknown and foreign ones alike, so
    /// that this answer tells nothing), else where a draft is open in the conversation.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn know_conversation(
        &self,
        reference: Option<&Reference>,
        conversation_id: Option<&ConversationId>,
    ) -> Result<bool, Failure> {
        if reference.is_some() {
            return Ok(true);
        }
        let Some(id) = conversation_id else { return Ok(false) };
        Ok(self.open_conversation(id).await?.is_some())
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
