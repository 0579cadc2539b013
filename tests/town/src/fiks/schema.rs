//! What a message must be (skjema): the table of `schema.txt`, held against what comes in.

use roxmltree::{Document, Node};
use std::{collections::BTreeMap, sync::LazyLock};

const BASE: &str = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/";
const TYPES: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// How often something stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Often {
    Once,
    Maybe,
    Any,
    Some,
}

/// A part of a type.
enum Part {
    Element(String, String, Often),
    Choice(Vec<Part>, Often),
    Group(Vec<Part>, Often),
}

/// A type.
struct Type {
    space: String,
    base: Option<String>,
    parts: Vec<Part>,
    is_abstract: bool,
}

#[derive(Default)]
struct Table {
    roots: BTreeMap<String, String>,
    types: BTreeMap<String, Type>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| table(include_str!("schema.txt")));

fn table(text: &str) -> Table {
    let mut table = Table::default();
    let mut space = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["root", name, kind] => drop(table.roots.insert((*name).to_owned(), (*kind).to_owned())),
            ["space", name] => (*name).clone_into(&mut space),
            _ => {
                let (is_abstract, words) =
                    if words[0] == "abstract" { (true, &words[1..]) } else { (false, words.as_slice()) };
                let full = |name: &str| if name.contains('/') { name.to_owned() } else { format!("{space}/{name}") };
                let base = (words.get(1) == Some(&"<")).then(|| full(words[2]));
                let mut rest = words.iter().copied().skip_while(|word| *word != "=").skip(1).peekable();
                let (parts, _) = parts(&mut rest, &space);
                table.types.insert(full(words[0]), Type { space: space.clone(), base, parts, is_abstract });
            }
        }
    }
    table
}

fn often(word: &str) -> (&str, Often) {
    for (sign, often) in [('?', Often::Maybe), ('*', Often::Any), ('+', Often::Some)] {
        if let Some(word) = word.strip_suffix(sign) {
            return (word, often);
        }
    }
    (word, Often::Once)
}

/// Parts up to a closing bracket, and how often the brackets stand.
fn parts<'a>(words: &mut impl Iterator<Item = &'a str>, space: &str) -> (Vec<Part>, Often) {
    let mut all = Vec::new();
    let mut is_choice = false;
    while let Some(word) = words.next() {
        match word {
            "(" => {
                let (inner, often) = parts(words, space);
                all.push(match inner.as_slice() {
                    [Part::Choice(..)] => {
                        let Some(Part::Choice(inner, _)) = inner.into_iter().next() else { continue };
                        Part::Choice(inner, often)
                    }
                    _ => Part::Group(inner, often),
                });
            }
            "|" => is_choice = true,
            word if word.starts_with(')') => {
                let (_, often) = often(word);
                let all = if is_choice { vec![Part::Choice(all, Often::Once)] } else { all };
                return (all, often);
            }
            word => {
                let (word, often) = often(word);
                let (name, kind) = word.split_once(':').unwrap_or((word, "string"));
                let is_own = !kind.contains('/') && !kind.starts_with('{') && !VALUES.contains(&kind);
                let kind = if is_own { format!("{space}/{kind}") } else { kind.to_owned() };
                all.push(Part::Element(name.to_owned(), kind, often));
            }
        }
    }
    (all, Often::Once)
}

const VALUES: [&str; 11] =
    ["string", "text", "int", "natural", "date", "dateTime", "boolean", "uuid", "land", "any", "decimal"];

/// Whether a message is what its schema says; else why not.
///
/// # Errors
/// A sentence in the words of the schema.
pub fn judged(xml: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(xml).map_err(|_| "Meldingen er ikke UTF-8".to_owned())?;
    let document = Document::parse(text).map_err(|error| format!("Meldingen er ikke XML: {error}"))?;
    let top = document.root_element();
    let name = top.tag_name().name();
    let kind = TABLE.roots.get(name).ok_or_else(|| format!("{name} er ikke rotelement i noen melding"))?;
    let space = kind.split('/').next().unwrap_or_default();
    if top.tag_name().namespace() != Some(uri(space).as_str()) {
        return Err(format!("{name} er ikke i sitt navnerom"));
    }
    element(top, kind)
}

/// A space as the standard names it.
pub(super) fn uri(space: &str) -> String {
    format!("{BASE}{}/v1", space.replace('.', "/"))
}

fn element(node: Node<'_, '_>, kind: &str) -> Result<(), String> {
    let name = node.tag_name().name();
    let mut others = node.attributes().filter(|attribute| attribute.namespace() != Some(TYPES));
    if others.any(|attribute| !(kind == "uuid" && attribute.name() == "label")) {
        return Err(format!("{name} har et attributt som ikke hører hjemme"));
    }
    if kind == "any" {
        return Ok(());
    }
    if !kind.contains('/') {
        return value(node, kind);
    }
    let kind = narrowed(node, kind)?;
    let known = TABLE.types.get(&kind).ok_or_else(|| format!("{kind} er ingen type"))?;
    if known.is_abstract {
        return Err(format!("{name} må si hvilken type det er"));
    }
    if node.children().any(|child| child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty())) {
        return Err(format!("{name} har tekst der elementer skal stå"));
    }
    let mut rest: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
    rest.reverse();
    content(&kind, &mut rest)?;
    match rest.last() {
        Some(left) => Err(format!("{} hører ikke hjemme der i {name}", left.tag_name().name())),
        None => Ok(()),
    }
}

/// The type that an element says it is, which must begin with the one that its schema says.
fn narrowed(node: Node<'_, '_>, kind: &str) -> Result<String, String> {
    let Some(said) = node.attribute((TYPES, "type")) else { return Ok(kind.to_owned()) };
    let (prefix, name) = said.split_once(':').map_or((None, said), |(prefix, name)| (Some(prefix), name));
    let space = node.lookup_namespace_uri(prefix).unwrap_or_default();
    let full =
        TABLE.types.keys().find(|full| full.split_once('/').is_some_and(|(own, is)| is == name && uri(own) == space));
    let full = full.ok_or_else(|| format!("{said} er ingen type"))?;
    let mut at = Some(full.clone());
    while let Some(one) = at {
        if one == kind {
            return Ok(full.clone());
        }
        at = TABLE.types.get(&one).and_then(|known| known.base.clone());
    }
    Err(format!("{said} er ikke en slik type som skal stå der"))
}

fn content(kind: &str, rest: &mut Vec<Node<'_, '_>>) -> Result<(), String> {
    let known = TABLE.types.get(kind).ok_or_else(|| format!("{kind} er ingen type"))?;
    if let Some(base) = &known.base {
        content(base, rest)?;
    }
    known.parts.iter().try_for_each(|part| taken(part, &known.space, rest).map(|_| ()))
}

/// Takes a part from what is left; whether there was anything of it.
fn taken(part: &Part, space: &str, rest: &mut Vec<Node<'_, '_>>) -> Result<bool, String> {
    let often = match part {
        Part::Element(_, _, often) | Part::Choice(_, often) | Part::Group(_, often) => *often,
    };
    let mut count = 0;
    while (count == 0 || matches!(often, Often::Any | Often::Some)) && once(part, space, rest)? {
        count += 1;
    }
    if count == 0 && matches!(often, Often::Once | Often::Some) && !is_empty(part) {
        return Err(format!("{} mangler", first(part)));
    }
    Ok(count > 0)
}

fn once(part: &Part, space: &str, rest: &mut Vec<Node<'_, '_>>) -> Result<bool, String> {
    match part {
        Part::Element(name, kind, _) => {
            let uri = uri(space);
            let Some(node) = rest.pop_if(|node| node.has_tag_name((uri.as_str(), name.as_str()))) else {
                return Ok(false);
            };
            element(node, kind).map(|()| true)
        }
        Part::Choice(parts, _) => {
            for one in parts {
                if begins(one, space, rest) {
                    return taken(one, space, rest);
                }
            }
            Ok(false)
        }
        Part::Group(parts, _) => {
            if !parts.iter().any(|one| begins(one, space, rest)) {
                return Ok(false);
            }
            let before = rest.len();
            parts.iter().try_for_each(|one| taken(one, space, rest).map(|_| ()))?;
            Ok(rest.len() < before)
        }
    }
}

fn begins(part: &Part, space: &str, rest: &[Node<'_, '_>]) -> bool {
    match part {
        Part::Element(name, ..) => {
            rest.last().is_some_and(|node| node.has_tag_name((uri(space).as_str(), name.as_str())))
        }
        Part::Choice(parts, _) | Part::Group(parts, _) => parts.iter().any(|one| begins(one, space, rest)),
    }
}

/// Whether nothing need stand for it.
fn is_empty(part: &Part) -> bool {
    match part {
        Part::Element(_, _, often) => matches!(often, Often::Maybe | Often::Any),
        Part::Choice(parts, often) => matches!(often, Often::Maybe | Often::Any) || parts.iter().any(is_empty),
        Part::Group(parts, often) => matches!(often, Often::Maybe | Often::Any) || parts.iter().all(is_empty),
    }
}

fn first(part: &Part) -> &str {
    match part {
        Part::Element(name, ..) => name,
        Part::Choice(parts, _) | Part::Group(parts, _) => parts.first().map_or("", first),
    }
}

fn value(node: Node<'_, '_>, kind: &str) -> Result<(), String> {
    let name = node.tag_name().name();
    if node.children().any(|child| child.is_element()) {
        return Err(format!("{name} skal være en verdi"));
    }
    let text: String = node.children().filter(Node::is_text).filter_map(|child| child.text()).collect();
    let trimmed = text.trim();
    let is = match kind {
        "string" => true,
        "text" => !text.is_empty(),
        "int" => trimmed.parse::<i32>().is_ok(),
        "natural" => trimmed.parse::<i32>().is_ok_and(|number| number >= 0),
        "decimal" => trimmed.parse::<f64>().is_ok(),
        "boolean" => matches!(trimmed, "true" | "false" | "1" | "0"),
        "date" => is_date(trimmed),
        "dateTime" => {
            trimmed.split_once('T').is_some_and(|(date, time)| is_date(date) && date.len() == 10 && is_time(time))
        }
        "uuid" => {
            text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
                && text.chars().all(|sign| sign == '-' || sign.is_ascii_hexdigit())
        }
        "land" => text.len() == 2 && text.chars().all(|sign| sign.is_ascii_uppercase()),
        words => words.trim_matches(['{', '}']).split('|').any(|word| word == text),
    };
    if is { Ok(()) } else { Err(format!("{name} har en verdi som ikke er av sitt slag")) }
}

fn is_date(text: &str) -> bool {
    let Some((day, zone)) = text.split_at_checked(10) else { return false };
    day.parse::<jiff::civil::Date>().is_ok() && is_zone(zone)
}

fn is_zone(zone: &str) -> bool {
    let is_hours = |hours: &str| hours.len() == 5 && hours.split(':').all(|part| part.parse::<u8>().is_ok());
    zone.is_empty() || zone == "Z" || zone.strip_prefix(['+', '-']).is_some_and(is_hours)
}

fn is_time(text: &str) -> bool {
    let end = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at(end);
    time.len() >= 8 && time.parse::<jiff::civil::Time>().is_ok() && is_zone(zone)
}
