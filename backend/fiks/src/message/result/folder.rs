//! A case folder (saksmappe).

use super::{Sought, access, address};
use crate::xml::{Unreadable, read::Element, space};
use domain::case::{Access, Party, Responsible};
use jiff::civil::Date;
use vocabulary::CaseNumber;

/// A case folder, as far as it is needed.
#[derive(Debug)]
pub(crate) struct Folder {
    pub(crate) number: CaseNumber,
    pub(crate) title: String,
    pub(crate) public_title: Option<String>,
    pub(crate) status: String,
    pub(crate) opened: Date,
    pub(crate) closed: Option<Date>,
    pub(crate) responsible: Option<Responsible>,
    pub(crate) access: Access,
    pub(crate) parties: Vec<Party>,
    pub(crate) estates: Vec<String>,
}

impl Sought for Folder {
    const NAME: &'static str = "saksmappe";

    fn read(element: Element<'_, '_>) -> Result<Self, Unreadable> {
        let mut all = element.within(space::STRUCTURE);
        all.one("systemID")?.id()?;
        all.one("mappeID")?.text()?;
        all.pass(&["referanseForeldermappe"]);
        let title = all.one("tittel")?.text()?;
        let public_title = all.maybe("offentligTittel").map(Element::text).transpose()?;
        all.pass(&["beskrivelse", "noekkelord", "dokumentmedium"]);
        all.one("opprettetDato")?.moment()?;
        all.one("opprettetAv")?.text()?;
        let closed = all.maybe("avsluttetDato").map(Element::moment).transpose()?;
        all.pass(&["avsluttetAv", "arkivdel", "virksomhetsspesifikkeMetadata"]);
        let parties = all.many("part").into_iter().map(party).collect::<Result<_, _>>()?;
        all.pass(&["kryssreferanse", "merknad", "kassasjon"]);
        let access = access(all.maybe("skjerming"))?;
        all.pass(&["gradering", "klassifikasjon", "referanseEksternNoekkel", "mappe", "registrering", "mappetype"]);
        let year = all.one("saksaar")?.value()?;
        let number = CaseNumber { year, sequence: all.one("sakssekvensnummer")?.value()? };
        let opened = all.one("saksdato")?.date()?;
        let unit = all.one("administrativEnhet")?.somebody()?.called();
        let responsible = all.one("saksansvarlig")?.somebody()?;
        all.pass(&["journalenhet"]);
        let status = all.one("saksstatus")?.code()?;
        all.pass(&["presedens"]);
        let estates = all.many("matrikkelnummer").into_iter().map(estate).collect::<Result<_, _>>()?;
        all.pass(&["byggident", "planident", "punkt", "adresse"]);
        all.end()?;
        let email = responsible.email.as_deref().and_then(address);
        let responsible = responsible.called().map(|name| Responsible { name, email, unit, ..Responsible::default() });
        Ok(Self { number, title, public_title, status, opened, closed, responsible, access, parties, estates })
    }
}

fn party(element: Element<'_, '_>) -> Result<Party, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    all.pass(&["partID"]);
    let name = all.one("partNavn")?.text()?;
    let role = all.one("partRolle")?.code()?;
    all.pass(&["organisasjonID", "personID", "postadresse", "postnummer", "poststed", "landkode"]);
    let email = all.maybe("epostadresse").map(Element::text).transpose()?;
    all.pass(&["telefonnummer", "kontaktperson", "virksomhetsspesifikkeMetadata", "erSkjermet", "erPersonnavn"]);
    all.end()?;
    Ok(Party { role, name, email: email.as_deref().and_then(address) })
}

fn estate(element: Element<'_, '_>) -> Result<String, Unreadable> {
    let mut all = element.within(space::STRUCTURE);
    let municipality = all.one("kommunenummer")?.text()?;
    let (farm, title): (u32, u32) = (all.one("gardsnummer")?.value()?, all.one("bruksnummer")?.value()?);
    all.pass(&["festenummer", "seksjonsnummer"]);
    all.end()?;
    Ok(format!("{municipality}-{farm}/{title}"))
}
