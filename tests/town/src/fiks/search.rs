//! Searching (søk): fields held against values, all of them; a page of what is found, and how many there are.

use super::{
    archive::{Archive, Case, Entry, Refusal},
    field, give,
    write::Xml,
};
use roxmltree::Node;

const TYPES: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A field, how it is held, and against what.
struct Parameter {
    field: String,
    operator: String,
    values: Vec<String>,
}

pub(super) fn found(archive: &Archive, asked: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let defined = field::inner(asked, "sokdefinisjon").ok_or_else(|| Refusal::invalid("sokdefinisjon mangler"))?;
    let what =
        defined.attribute((TYPES, "type")).and_then(|kind| kind.strip_suffix("Sokdefinisjon")).unwrap_or_default();
    if field::text(defined, "responstype").as_deref() != Some("utvidet") {
        return Err(Refusal::Broken("Bare utvidet svar gis her".to_owned()));
    }
    let parameters = parameters(defined)?;
    match what {
        "saksmappe" => {
            let all =
                archive.cases.iter().filter(|case| parameters.iter().all(|one| one.holds(&of_case(case, &one.field))));
            Ok(page(asked, what, &all.collect::<Vec<_>>(), give::case))
        }
        "journalpost" | "registrering" => {
            let holds = |(case, entry): &(&Case, &Entry)| {
                parameters.iter().all(|one| one.holds(&of_entry(case, entry, &one.field)))
            };
            let mut all: Vec<_> = archive.entries().filter(holds).collect();
            sort(&mut all, defined);
            let give = if what == "journalpost" { give::entry } else { give::registration };
            Ok(page(asked, what, &all, |out, (case, entry), include| give(out, case, entry, include)))
        }
        other => Err(Refusal::Broken(format!("Søk etter {other} støttes ikke"))),
    }
}

fn sort(all: &mut [(&Case, &Entry)], defined: Node<'_, '_>) {
    let Some(order) = field::inner(defined, "sortering") else { return };
    all.sort_by_key(|(case, entry)| (case.year, case.sequence, entry.number));
    if field::text(order, "type").as_deref() == Some("synkende") {
        all.reverse();
    }
}

fn page<T: Copy>(asked: Node<'_, '_>, what: &str, all: &[T], give: impl Fn(&mut Xml, T, &[String])) -> Vec<u8> {
    let number = |name| field::text(asked, name).and_then(|text| text.trim().parse::<usize>().ok()).unwrap_or_default();
    let (take, skip) = (number("take"), number("skip"));
    let include = field::inner(asked, "sokdefinisjon").map(|node| field::all(node, "inkluder")).unwrap_or_default();
    let spaces = [("", "sokeresultat.utvidet"), ("a", "arkivstruktur"), ("m", "metadatakatalog")];
    Xml::root("sokeresultat", &spaces, |out| {
        out.text("system", "Fjordvik arkiv");
        out.text("take", take.to_string());
        out.text("skip", skip.to_string());
        out.text("count", all.len().to_string());
        out.text("resultattype", what);
        out.of("resultatListe", |out| {
            for one in all.iter().skip(skip).take(take) {
                out.of("resultat", |out| out.of(what, |out| give(out, *one, &include)));
            }
        });
    })
}

fn parameters(defined: Node<'_, '_>) -> Result<Vec<Parameter>, Refusal> {
    let all = defined.children().filter(|child| child.tag_name().name() == "parametere");
    all.map(|one| {
        let values = field::inner(one, "sokVerdier").and_then(|node| node.first_element_child());
        let values = values.ok_or_else(|| Refusal::invalid("sokVerdier er tom"))?;
        let list = match values.tag_name().name() {
            "eksternNoekkel" => {
                vec![
                    field::text(values, "fagsystem").unwrap_or_default()
                        + "\n"
                        + &field::text(values, "noekkel").unwrap_or_default(),
                ]
            }
            "stringvalues" | "intvalues" | "datevalues" => field::all(values, "value"),
            other => return Err(Refusal::Broken(format!("{other} støttes ikke"))),
        };
        let field = field::text(one, "felt").unwrap_or_default();
        let operator = field::text(one, "operator").unwrap_or_default();
        Ok(Parameter { field, operator, values: list })
    })
    .collect()
}

impl Parameter {
    fn holds(&self, is: &[String]) -> bool {
        let lower = |text: &String| text.trim().to_lowercase();
        let is: Vec<String> = is.iter().map(lower).collect();
        let wanted: Vec<String> = self.values.iter().map(lower).collect();
        match self.operator.as_str() {
            "equal" | "inlist" => is.iter().any(|one| wanted.contains(one)),
            "notequal" => !is.iter().any(|one| wanted.contains(one)),
            "wildcardquery" => is.iter().any(|one| wanted.iter().any(|wanted| like(one, wanted))),
            _ => false,
        }
    }
}

/// Whether a text is like another in which `*` stands for anything.
fn like(text: &str, wanted: &str) -> bool {
    let parts: Vec<&str> = wanted.split('*').collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if parts.len() == 1 {
        return text == wanted;
    }
    let Some(mut rest) = text.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    for part in &parts[1..parts.len() - 1] {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

fn of_case(case: &Case, field: &str) -> Vec<String> {
    match field {
        "sakSaksaar" => vec![case.year.to_string()],
        "sakSaksekvensnummer" => vec![case.sequence.to_string()],
        "sakSaksstatus" => vec![case.status.clone()],
        "mappeTittel" => vec![case.title.clone()],
        "mappePartEpostadresse" => case.parties.iter().filter_map(|one| one.email.clone()).collect(),
        "mappePartPartNavn" => case.parties.iter().map(|one| one.name.clone()).collect(),
        _ => Vec::new(),
    }
}

fn of_entry(case: &Case, entry: &Entry, field: &str) -> Vec<String> {
    match field {
        "journalpostSaksaar" => vec![case.year.to_string()],
        "journalpostSakssekvensnummer" => vec![case.sequence.to_string()],
        "journalpostJournalpostnummer" => vec![entry.number.to_string()],
        "journalpostJournalstatus" => vec![entry.status.clone()],
        "registreringTittel" => vec![entry.title.clone()],
        "registreringEksternId" => entry.key.iter().map(|(system, key)| format!("{system}\n{key}")).collect(),
        "registreringKorrespondansepartEpostadresse" => {
            entry.people.iter().filter_map(|one| one.email.clone()).collect()
        }
        "registreringKorrespondansepartKorrespondansepartNavn" => {
            entry.people.iter().map(|one| one.name.clone()).collect()
        }
        _ => Vec::new(),
    }
}
