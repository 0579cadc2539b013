//! Registered signatures: a person's own, one at a time, on record, and nobody else's.

use super::sample::{entry, memory, signature, tenant};
use domain::{
    audit::Action,
    port::{Registration, TenantStore},
    send::Signature,
};
use vocabulary::PersonId;

async fn register(store: &dyn TenantStore, person: &str, signature: Option<Signature>) {
    let registration = Registration::of(PersonId::new(person), signature);
    registration.commit(store, entry(Action::SignatureSaved)).await.unwrap();
}

#[tokio::test]
async fn the_last_one_counts_and_every_change_is_an_entry() {
    let store = memory().await;
    let (ours, theirs) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    let of = async |store: &dyn TenantStore, person: &str| store.signature(&PersonId::new(person)).await.unwrap();
    let other = Signature::of("Kari Nordby, byggesak", Vec::new()).unwrap();
    assert_eq!(of(&*ours, "kari").await, None);
    for signature in [Some(signature()), Some(other), None, Some(signature())] {
        register(&*ours, "kari", signature.clone()).await;
        assert_eq!(of(&*ours, "kari").await, signature);
    }
    assert_eq!((of(&*ours, "ola").await, of(&*theirs, "kari").await), (None, None));
    assert_eq!(ours.entries(0, 100).await.unwrap().len(), 4);
}
