//! How the gate works (sluse), and who sets it: in force with the next mail, for one house, with an entry in the trail.

use crate::{Call, Failure, Flow, allow};
use domain::{
    audit::{Action, Entry},
    port::{Switch, TenantStore},
};
use jiff::Timestamp;
use vocabulary::{GateMode, Role};

impl Flow {
    /// How the gate works now: as it was last switched, else as the settings say.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn gate_mode(&self) -> Result<GateMode, Failure> {
        Ok(self.store.tenant(&self.tenant).gate().await?.unwrap_or(self.rules.gate))
    }

    /// Switches the gate of the caller's house. Whether they are an operator is asked anew: a role that was taken away lives on in a token.
    ///
    /// # Errors
    /// `NotAllowed` for anybody but an operator; `Outside` when nobody can say whether the caller is one.
    pub async fn switch_gate(&self, call: Call<'_>, mode: GateMode) -> Result<(), Failure> {
        allow(call.person().is(Role::Operator))?;
        let caller = self.identity.anew(call.caller).await?;
        allow(caller.person.is(Role::Operator) && caller.person.tenant == self.tenant)?;
        let was = self.gate_mode().await?;
        let entry = switched(mode, was, self.clock.now()).by(&call.person().id);
        let entry = Entry { trace: Some(call.trace.to_owned()), ..entry };
        Ok(Switch::to(mode).commit(self.tenant(call).as_ref(), entry).await?)
    }
}

/// Switches the gate of a house at the command line, beside a running server; `account` is who sits there.
///
/// # Errors
/// The store's failure.
pub async fn switch_at_the_line(
    store: &dyn TenantStore,
    (mode, was): (GateMode, GateMode),
    account: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let entry = switched(mode, was, now).fact("command", "gate").fact("account", account);
    Ok(Switch::to(mode).commit(store, entry).await?)
}

fn switched(mode: GateMode, was: GateMode, now: Timestamp) -> Entry {
    Entry::of(Action::GateSwitched, now).fact("gate", mode.name()).fact("was", was.name())
}
