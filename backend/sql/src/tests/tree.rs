//! The kept tree: the same root and the same proofs as from all entries, also where the entries are older than the tree.

use super::sample::{about, memory, tenant};
use crate::Sql;
use domain::{
    audit::{
        Action, Link, chain, proof,
        tree::{Frontier, Hash, Part, joined},
    },
    port::TenantStore,
};
use std::ops::Range;

async fn filled(length: u64) -> Sql {
    let store = memory().await;
    for _ in 0..length {
        tenant(&store, "fjordvik").record(about(Action::DraftShown, "a")).await.unwrap();
    }
    store
}

fn leaves(links: &[Link]) -> Vec<Hash> {
    links.iter().map(|link| chain::leaf(&link.hash).unwrap()).collect()
}

fn root(leaves: &[Hash]) -> Hash {
    let mut tree = Frontier::default();
    leaves.iter().for_each(|leaf| tree.push(*leaf, |_, _| {}));
    tree.root()
}

async fn proved(store: &dyn TenantStore, path: Vec<Range<u64>>) -> Vec<Hash> {
    let mut proof = Vec::new();
    for range in path {
        proof.push(joined(&store.hashes(&Part::of(&range)).await.unwrap()));
    }
    proof
}

#[tokio::test]
async fn entries_are_proved_to_be_in_the_tree_and_the_tree_to_have_grown() {
    let store = filled(700).await;
    let ours = tenant(&store, "fjordvik");
    let leaves = leaves(&ours.entries(0, 1000).await.unwrap());
    let now = root(&leaves);
    assert_eq!(ours.tree().await.unwrap().root(), now);
    for size in [1, 255, 256, 257, 511, 512, 513, 700_u64] {
        let old = root(&leaves[..usize::try_from(size).unwrap()]);
        let proof = proved(&*ours, proof::consistency(size, 700).unwrap()).await;
        assert!(proof::holds_consistency((size, &old), (700, &now), &proof), "{size}");
        let at = size - 1;
        let proof = proved(&*ours, proof::inclusion(at, 700).unwrap()).await;
        assert!(proof::holds_inclusion(&leaves[usize::try_from(at).unwrap()], (at, 700), &proof, &now), "{at}");
    }
}

#[tokio::test]
async fn a_trail_that_is_older_than_the_tree_gets_one_with_its_next_entry() {
    let (store, twin) = (filled(600).await, filled(601).await);
    for old in ["UPDATE head SET peaks = ''", "DELETE FROM node"] {
        sqlx::query(old).execute(store.pool()).await.unwrap();
    }
    let ours = tenant(&store, "fjordvik");
    assert_eq!(ours.examine(&[]).await.unwrap().broken, None);
    assert_eq!(ours.tree().await.unwrap().size(), 600);
    ours.record(about(Action::DraftShown, "a")).await.unwrap();
    let twin = tenant(&twin, "fjordvik");
    assert_eq!(ours.tree().await.unwrap(), twin.tree().await.unwrap());
    assert_eq!(ours.examine(&[]).await.unwrap(), twin.examine(&[]).await.unwrap());
    let whole = [Part { level: 8, place: 1 }, Part { level: 9, place: 0 }];
    assert_eq!(ours.hashes(&whole).await.unwrap(), twin.hashes(&whole).await.unwrap());
}

#[tokio::test]
async fn no_tree_is_read_where_nothing_was_written() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    assert_eq!(ours.tree().await.unwrap(), Frontier::default());
    assert!(ours.hashes(&[Part { level: 0, place: 0 }]).await.is_err());
    assert_eq!(ours.examine(&[]).await.unwrap().entries, 0);
}
