//! Results (resultat): what a search found or a request fetched, as far as it is needed; the rest must only be in its place.

mod entry;
mod folder;

use crate::xml::{Unreadable, read::Element, root, space};
use domain::case::Access;
pub(crate) use entry::{Entry, Paper, Part, Registration, Version};
pub(crate) use folder::Folder;

/// A page of what a search found.
#[derive(Debug)]
pub(crate) struct Found<T> {
    /// How many there are in all.
    pub(crate) count: u32,
    /// Those of this page.
    pub(crate) page: Vec<T>,
}

/// What can be found by a search.
pub(crate) trait Sought: Sized {
    /// The result's type, and the element that holds it.
    const NAME: &'static str;
    /// Reads one.
    fn read(element: Element<'_, '_>) -> Result<Self, Unreadable>;
}

/// Reads what a search found.
pub(crate) fn found<T: Sought>(xml: &[u8]) -> Result<Found<T>, Unreadable> {
    root(xml, ("sokeresultat", space::FOUND), |mut all| {
        all.one("system")?.string()?;
        all.one("take")?.value::<u32>()?;
        all.one("skip")?.value::<u32>()?;
        let count = all.one("count")?.value()?;
        if all.one("resultattype")?.string()? != T::NAME {
            return Err(Unreadable::new("resultattype is not what was asked for"));
        }
        let mut list = all.one("resultatListe")?.within(space::FOUND);
        all.end()?;
        let page = list.many("resultat").into_iter().map(|one| {
            let mut one = one.within(space::FOUND);
            let read = T::read(one.one(T::NAME)?)?;
            one.end().map(|()| read)
        });
        let page = page.collect::<Result<_, _>>()?;
        list.end()?;
        Ok(Found { count, page })
    })
}

/// Reads the case folder that was fetched; none where it is a folder that is no case.
pub(crate) fn folder(xml: &[u8]) -> Result<Option<Folder>, Unreadable> {
    root(xml, ("mappeHentResultat", space::FOLDER_RESULT), |mut all| {
        all.pass(&["mappe"]);
        let folder = all.maybe("saksmappe").map(Folder::read).transpose()?;
        all.end().map(|()| folder)
    })
}

/// Reads the entry that was fetched; none where it is a registration that is no entry of a journal.
pub(crate) fn entry(xml: &[u8]) -> Result<Option<Entry>, Unreadable> {
    root(xml, ("registreringHentResultat", space::ENTRY_RESULT), |mut all| {
        all.pass(&["registrering"]);
        let entry = all.maybe("journalpost").map(Entry::read).transpose()?;
        all.end().map(|()| entry)
    })
}

/// Reads a code list: codes and their names.
pub(crate) fn codes(xml: &[u8]) -> Result<Vec<(String, String)>, Unreadable> {
    root(xml, ("KodeListe", space::CODES_RESULT), |mut all| {
        let rows = all.many("liste").into_iter().map(Element::pair).collect::<Result<Vec<_>, _>>()?;
        all.end()?;
        if rows.is_empty() {
            return Err(Unreadable::new("KodeListe has no liste where it belongs"));
        }
        Ok(rows.into_iter().map(|(code, name)| (code, name.unwrap_or_default())).collect())
    })
}

/// Any screening (skjerming) restricts, also one whose code is no sign: then under a code that no house has.
fn access(screening: Option<Element<'_, '_>>) -> Result<Access, Unreadable> {
    let Some(screening) = screening else { return Ok(Access::default()) };
    let mut all = screening.within(space::STRUCTURE);
    let code = all.one("tilgangsrestriksjon")?.code()?;
    let basis = all.one("skjermingshjemmel")?.text()?;
    all.pass(&["skjermingOpphoererDato", "skjermingOpphoererAksjon"]);
    all.end()?;
    let code = if code.trim().is_empty() { format!("{}?", crate::SYSTEM) } else { code.trim().to_owned() };
    Ok(Access { code: Some(code), legal_basis: Some(basis) })
}

/// An address as it is compared.
fn address(text: &str) -> Option<String> {
    Some(text.trim().to_lowercase()).filter(|text| !text.is_empty())
}
