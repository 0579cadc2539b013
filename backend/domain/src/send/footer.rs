//! The footer (bunntekst): the list of sources, the notice that a machine helped, and the reference as the last line.

use crate::{
    evidence::{Evidence, Origin, Source},
    rule::Rules,
};
use jiff::civil::Date;
use vocabulary::{Language, Reference};

/// The footer of a reply in `language` whose body cites `cited`; a restricted source stands in it without its title, and a source
/// that nothing cites does not stand in it at all.
#[must_use]
#[expect(
    clippy::too_many_arguments,
    reason = "five things of five kinds; a bundle of them would have no name of its own"
)]
pub fn footer(cited: &[u16], evidence: &Evidence, rules: &Rules, language: Language, reference: &Reference) -> String {
    let mut blocks = Vec::new();
    let sources = sources(cited, evidence, language);
    if !sources.is_empty() {
        let heading = language.pick("Kilder:", "Kjelder:", "Sources:");
        blocks.push(format!("{heading}\n{}", sources.join("\n")));
    }
    let [nb, nn, en] = &rules.notice;
    let notice = language.pick(nb, nn, en).trim();
    if !notice.is_empty() {
        blocks.push(notice.to_owned());
    }
    blocks.push(format!("Ref. {reference}"));
    blocks.join("\n\n")
}

/// One line per source, in the order of their numbers, each line once.
fn sources(cited: &[u16], evidence: &Evidence, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for item in evidence.items().iter().filter(|item| cited.contains(&item.number)) {
        let line = format!("– {}", line(&item.source, language));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn line(source: &Source, language: Language) -> String {
    let open = source.access.is_open() && !source.is_inward();
    let title = if open { one_line(&source.title) } else { String::new() };
    let name = match (open && !title.is_empty(), source.origin) {
        (false, _) => language
            .pick("Saksdokument (ikke offentlig)", "Saksdokument (ikkje offentleg)", "Case document (not public)")
            .to_owned(),
        (true, Origin::Case) => {
            let number = source.case.map(|number| format!(" {number}")).unwrap_or_default();
            format!("{}{number}: {title}", language.pick("Sak", "Sak", "Case"))
        }
        // Its title may tell of the one it was written to.
        (true, Origin::Answer) => {
            format!(
                "{}, {}",
                language.pick("Tidligere svar", "Tidlegare svar", "Earlier answer"),
                one_line(&source.record)
            )
        }
        (true, _) => title,
    };
    match when(source, language) {
        Some(when) => format!("{name}, {when}"),
        None => name,
    }
}

/// The date of a document; for prices and rules from when they hold.
fn when(source: &Source, language: Language) -> Option<String> {
    match (source.date, source.valid_from) {
        (Some(date), _) => Some(numeric(date)),
        (None, Some(from)) => {
            let valid = language.pick("gjelder fra", "gjeld frå", "valid from");
            Some(format!("{valid} {}", numeric(from)))
        }
        (None, None) => None,
    }
}

fn numeric(date: Date) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Item;
    use jiff::civil::date;
    use vocabulary::CaseNumber;

    fn item(number: u16, origin: Origin, title: &str) -> Item {
        let source = Source {
            case: Some(CaseNumber { year: 2026, sequence: 1234 }),
            url: Some("https://intern.example.no/1".into()),
            ..Source::open(origin, title, title, "x")
        };
        Item { number, source }
    }

    fn evidence() -> Evidence {
        let mut letter = item(2, Origin::Document, "Legeerklæring fra fastlegen");
        letter.source.access.code = Some("UO".into());
        letter.source.date = Some(date(2026, 2, 3));
        let mut fees = item(3, Origin::Fee, "Gebyrregulativ\n 2026");
        fees.source.valid_from = Some(date(2026, 1, 1));
        let mut answer = item(6, Origin::Answer, "Tidligere svar, 2025/88-2: Svar om gjerde");
        answer.source.record = "2025/88-2".into();
        answer.source.date = Some(date(2025, 5, 20));
        let note = item(5, Origin::Note, "Internt notat");
        Evidence::restored(vec![
            item(1, Origin::Case, "Søknad om tilbygg"),
            letter,
            fees,
            item(4, Origin::Article, "Nabovarsel"),
            note,
            answer,
        ])
    }

    #[test]
    fn cited_sources_are_named_and_restricted_ones_are_not() {
        let reference = Reference::new("SV-0000-1111-2222-3333");
        let mut rules = Rules::shipped("Fjordvik kommune");
        rules.notice[1] = "Svaret er skrive med hjelp av KI.".into();
        for (language, cited, text) in [
            (
                Language::Nb,
                vec![3, 1, 2, 9],
                "Kilder:\n– Sak 2026/1234: Søknad om tilbygg\n– Saksdokument (ikke offentlig), 03.02.2026\n– Gebyrregulativ 2026, gjelder fra 01.01.2026\n\nRef. SV-0000-1111-2222-3333",
            ),
            (
                Language::Nn,
                vec![4],
                "Kjelder:\n– Nabovarsel\n\nSvaret er skrive med hjelp av KI.\n\nRef. SV-0000-1111-2222-3333",
            ),
            (Language::En, vec![5], "Sources:\n– Case document (not public)\n\nRef. SV-0000-1111-2222-3333"),
            (Language::Nb, vec![6], "Kilder:\n– Tidligere svar, 2025/88-2, 20.05.2025\n\nRef. SV-0000-1111-2222-3333"),
            (Language::Nb, vec![], "Ref. SV-0000-1111-2222-3333"),
        ] {
            assert_eq!(footer(&cited, &evidence(), &rules, language, &reference), text);
        }
    }
}
