//! Cases of an address (saker etter adresse): each with what is needed to know that the address stands in it, and no more.

use crate::{
    ask::Kernel,
    failure,
    filter::literal,
    link::Way,
    read::{self, CASES},
    wire::{CaseFolder, JournalEntry},
};
use domain::{case::Case, port::Failure};
use futures::future::{try_join, try_join_all};

/// Entries of journals that are looked at.
const TRACES: usize = 60;

/// Cases that know this address: as party, or as correspondent of an entry.
pub(crate) async fn cases(kernel: &Kernel, address: &str) -> Result<Vec<Case>, Failure> {
    if address.is_empty() {
        return Ok(Vec::new());
    }
    if kernel.knows_any() {
        match by_person(kernel, address).await {
            // A kernel of the base level says that it does not understand; it has a search of its own instead.
            Err(failure) if failure::is_puzzled(&failure) => kernel.forget_any(),
            cases => return cases,
        }
    }
    by_search(kernel, address).await
}

async fn by_person(kernel: &Kernel, address: &str) -> Result<Vec<Case>, Failure> {
    let is = format!("x/kontaktinformasjon/epostadresse eq {}", literal(address));
    let doors = kernel.doors().await?;
    let (party, correspondent) = (format!("part/any(x: {is})"), format!("korrespondansepart/any(x: {is})"));
    let (parties, correspondents) = ([("$filter", party.as_str())], [("$filter", correspondent.as_str())]);
    let of = async {
        let folders = kernel.list_with(&doors.cases, ("part", &parties), CASES).await?;
        try_join_all(folders.into_iter().map(|folder| with_parties(kernel, folder))).await
    };
    let (mut cases, above) = try_join(of, by_entry(kernel, &doors.entries, &correspondents)).await?;
    for case in above {
        match cases.iter_mut().find(|known| known.number == case.number) {
            Some(known) => known.entries.extend(case.entries),
            None => cases.push(case),
        }
    }
    Ok(cases)
}

/// The cases of the entries that an address stands in, each with these entries.
async fn by_entry(kernel: &Kernel, entries: &Way, asked: &[(&str, &str)]) -> Result<Vec<Case>, Failure> {
    let newest: Vec<_> = asked.iter().copied().chain([("$orderby", "dokumentetsDato desc")]).collect();
    let mut all: Vec<JournalEntry> = kernel.list_with(entries, (read::PEOPLE, &newest), TRACES).await?;
    all.retain(read::is_told);
    let mut above: Vec<&str> = Vec::new();
    for href in all.iter().filter_map(|entry| entry.links.to("sakarkiv/saksmappe")) {
        if above.len() < CASES && !above.contains(&href) {
            above.push(href);
        }
    }
    try_join_all(above.into_iter().map(|href| case(kernel, href, &all))).await
}

/// A case with those of the entries that lie in it.
async fn case(kernel: &Kernel, href: &str, entries: &[JournalEntry]) -> Result<Case, Failure> {
    let own = entries.iter().filter(|entry| entry.links.to("sakarkiv/saksmappe") == Some(href));
    let people = try_join_all(own.clone().map(|entry| read::people(kernel, entry)));
    let (folder, people) = try_join(kernel.get::<CaseFolder>(href), people).await?;
    let entries =
        own.zip(people).map(|(entry, people)| domain::case::Entry { correspondents: people, ..read::line(entry) });
    Ok(Case { entries: entries.collect(), ..read::bare(&folder) })
}

async fn with_parties(kernel: &Kernel, mut folder: CaseFolder) -> Result<Case, Failure> {
    let known = folder.part.take();
    Ok(Case { parties: read::parties(kernel, &folder, known).await?, ..read::bare(&folder) })
}

/// What the kernel's own search finds is read with all its people: nothing tells where in it the address stands.
async fn by_search(kernel: &Kernel, address: &str) -> Result<Vec<Case>, Failure> {
    let doors = kernel.doors().await?;
    let folders: Vec<CaseFolder> = kernel.list(&doors.cases.href, &[("$search", address)], CASES).await?;
    try_join_all(folders.into_iter().map(|folder| read::peopled(kernel, folder))).await
}
