//! The whole trail in one pass (gjennomgang): every row of it, of its head and of its tree, held against what the entries say.

use crate::{
    digest::hex,
    engine::{Cells, Engine, statement},
    trail::{self, Head},
    tree,
};
use domain::{
    audit::{
        Broken, Examined, Link, Walk,
        tree::{Hash, Part},
    },
    port::Failure,
};
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::TenantId;

/// Rows after which the kept tree is looked at: memory stays bounded however long the trail is.
const PAGE: u64 = 65_536;

/// Reads the trail of a tenant from its first row to its last, or to the first that does not hold.
pub(crate) async fn examine<DB: Engine>(
    connection: &mut DB::Connection,
    tenant: &TenantId,
    sizes: &[u64],
) -> Result<Examined, Failure> {
    let head = head::<DB>(connection, tenant).await?;
    // Entries older than the tree have neither edge nor subtrees until the next one is added.
    let is_older = head.as_ref().is_some_and(|head| head.peaks.is_empty());
    let mut pass = Pass::new(sizes);
    let mut broken = None;
    while broken.is_none() {
        let page = trail::select!("WHERE tenant = $1 AND sequence > $2 ORDER BY sequence LIMIT $3");
        let page = statement(page).text(tenant.as_str()).number(pass.walk.length()).number(PAGE);
        let mut rows = 0;
        let mut seen = |row: &dyn Cells| {
            rows += 1;
            // A row that cannot be read is a finding of the examination, and no failure of it.
            broken = pass.step(trail::read(row).ok()).err();
            broken.is_none()
        };
        DB::each(connection, page, &mut seen).await?;
        let is_last = rows < PAGE;
        if broken.is_none() && !is_older {
            broken = pass.nodes::<DB>(connection, tenant).await?;
        }
        if is_last {
            break;
        }
    }
    if broken.is_none() {
        broken = pass.end(head, nodes::<DB>(connection, tenant).await?);
    }
    Ok(Examined { entries: pass.walk.length(), root: pass.walk.tree().root(), roots: pass.roots, broken })
}

/// What is carried along.
struct Pass {
    walk: Walk,
    sizes: BTreeSet<u64>,
    roots: BTreeMap<u64, Hash>,
    /// Subtrees that became whole in this page.
    whole: Vec<(Part, Hash)>,
    /// How many became whole before it.
    kept: u64,
}

impl Pass {
    fn new(sizes: &[u64]) -> Self {
        let (walk, sizes) = (Walk::default(), BTreeSet::from_iter(sizes.iter().copied()));
        let mut own = Self { walk, sizes, roots: BTreeMap::new(), whole: Vec::new(), kept: 0 };
        own.mark();
        own
    }

    fn mark(&mut self) {
        let size = self.walk.length();
        if self.sizes.contains(&size) {
            self.roots.insert(size, self.walk.tree().root());
        }
    }

    fn step(&mut self, link: Option<Link>) -> Result<(), Broken> {
        let sequence = self.walk.length() + 1;
        let link = link.ok_or_else(|| broken(sequence, "its row is not as it was written"))?;
        let whole = &mut self.whole;
        self.walk.step_to(&link, |part, hash| whole.extend(tree::is_kept(part).then_some((part, *hash))))?;
        self.mark();
        Ok(())
    }

    /// Holds the kept subtrees of this page against the entries; level by level, for their places follow each other.
    async fn nodes<DB: Engine>(
        &mut self,
        connection: &mut DB::Connection,
        tenant: &TenantId,
    ) -> Result<Option<Broken>, Failure> {
        self.whole.sort_unstable_by_key(|(part, _)| *part);
        for level in self.whole.chunk_by(|(one, _), (other, _)| one.level == other.level) {
            let (first, last) = (level[0].0, level[level.len() - 1].0);
            let kept = tree::nodes::<DB>(connection, tenant, (first.level, first.place, last.place + 1)).await?;
            let wrong = level.iter().enumerate().find(|(at, (_, hash))| kept.get(*at) != Some(&hex(hash)));
            if let Some((_, (part, _))) = wrong {
                let from = part.last() - (1 << part.level) + 1;
                let why = format!("the hash that is kept over entries {from} to {} is not theirs", part.last());
                return Ok(Some(Broken { sequence: part.last(), why }));
            }
        }
        self.kept += self.whole.len() as u64;
        self.whole.clear();
        Ok(None)
    }

    /// Holds the head against the entries, and the number of kept subtrees.
    fn end(&self, head: Option<Head>, nodes: u64) -> Option<Broken> {
        let length = self.walk.length();
        let Some(head) = head else {
            let has_rows = length > 0 || nodes > 0;
            return has_rows.then(|| broken(length + 1, "the end of the trail that the store keeps is missing"));
        };
        let is_last = length == 0 && head.sequence == 0 || head.hash == self.walk.last();
        let is_edge = if head.peaks.is_empty() { nodes == 0 } else { head.peaks == tree::written(self.walk.tree()) };
        if head.sequence > length && !is_last {
            Some(broken(length + 1, "it is missing: the store keeps that the trail is longer"))
        } else if head.sequence < length && !is_last {
            Some(broken(head.sequence + 1, "it was added: the store keeps that the trail is shorter"))
        } else if head.sequence != length || !is_last || !is_edge || nodes != self.kept {
            Some(broken(length.max(1), "the end of the trail that the store keeps is not that of its entries"))
        } else {
            None
        }
    }
}

/// The head of the tenant; one that cannot be read is one that is not there.
async fn head<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId) -> Result<Option<Head>, Failure> {
    let head = statement(Head::SELECT).text(tenant.as_str());
    Ok(DB::fetch(connection, head, |row| Ok(Head::read(row).ok())).await?.pop().flatten())
}

/// How many subtrees are kept.
async fn nodes<DB: Engine>(connection: &mut DB::Connection, tenant: &TenantId) -> Result<u64, Failure> {
    let nodes = statement("SELECT COUNT(*) FROM node WHERE tenant = $1").text(tenant.as_str());
    Ok(DB::fetch(connection, nodes, |row| row.count(0)).await?.pop().unwrap_or_default())
}

fn broken(sequence: u64, why: &str) -> Broken {
    Broken { sequence, why: why.to_owned() }
}
