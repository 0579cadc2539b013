//! Not ours to answer (feil mottaker): who else has the matter, by the words of the mail. We say who it is (forvaltningsloven § 11
//! fourth paragraph) and promise nothing on their behalf.

use super::{letter::Letter, wording};
use vocabulary::Language;

/// A body, by its name in Norwegian and in English, with words of its matters: what stands in the mail, and how we name it.
struct Body {
    name: &'static str,
    english: &'static str,
    matters: &'static [Matter],
}

/// A word in lower case, and the matter in bokmål, nynorsk and English.
struct Matter(&'static str, [&'static str; 3]);

const BODIES: [Body; 8] = [
    Body {
        name: "Nav",
        english: "Nav",
        matters: &[
            Matter("dagpeng", ["dagpenger", "dagpengar", "unemployment benefit"]),
            Matter("meldekort", ["meldekort", "meldekort", "employment status forms"]),
            Matter("sykepeng", ["sykepenger", "sjukepengar", "sickness benefit"]),
            Matter("sjukepeng", ["sykepenger", "sjukepengar", "sickness benefit"]),
            Matter(
                "arbeidsavklaringspeng",
                ["arbeidsavklaringspenger", "arbeidsavklaringspengar", "work assessment allowance"],
            ),
            Matter("foreldrepeng", ["foreldrepenger", "foreldrepengar", "parental benefit"]),
            Matter("barnetrygd", ["barnetrygd", "barnetrygd", "child benefit"]),
            Matter("kontantstøtte", ["kontantstøtte", "kontantstøtte", "cash-for-care benefit"]),
            Matter("uføretrygd", ["uføretrygd", "uføretrygd", "disability benefit"]),
            Matter("alderspensjon", ["alderspensjon", "alderspensjon", "retirement pension"]),
            Matter("unemployment benefit", ["dagpenger", "dagpengar", "unemployment benefit"]),
            Matter("child benefit", ["barnetrygd", "barnetrygd", "child benefit"]),
        ],
    },
    Body {
        name: "Skatteetaten",
        english: "the Norwegian Tax Administration (Skatteetaten)",
        matters: &[
            Matter("skattemelding", ["skattemeldingen", "skattemeldinga", "the tax return"]),
            Matter("skattekort", ["skattekort", "skattekort", "tax deduction cards"]),
            Matter("skatteoppgjør", ["skatteoppgjøret", "skatteoppgjeret", "the tax settlement"]),
            Matter("skatteoppgjer", ["skatteoppgjøret", "skatteoppgjeret", "the tax settlement"]),
            Matter("restskatt", ["restskatt", "restskatt", "underpaid tax"]),
            Matter("folkeregist", ["folkeregisteret", "folkeregisteret", "the National Population Register"]),
            Matter("tax card", ["skattekort", "skattekort", "tax deduction cards"]),
            Matter("tax return", ["skattemeldingen", "skattemeldinga", "the tax return"]),
        ],
    },
    Body {
        name: "Statens vegvesen",
        english: "the Norwegian Public Roads Administration (Statens vegvesen)",
        matters: &[
            Matter("førerkort", ["førerkort", "førarkort", "driving licences"]),
            Matter("førarkort", ["førerkort", "førarkort", "driving licences"]),
            Matter("vognkort", ["vognkort", "vognkort", "vehicle registration"]),
            Matter("driving licence", ["førerkort", "førarkort", "driving licences"]),
            Matter("driver's license", ["førerkort", "førarkort", "driving licences"]),
        ],
    },
    Body {
        name: "Politiet",
        english: "the police",
        matters: &[
            Matter("pass og id", ["pass", "pass", "passports"]),
            Matter("nytt pass", ["pass", "pass", "passports"]),
            Matter("passtime", ["pass", "pass", "passports"]),
            Matter("time for pass", ["pass", "pass", "passports"]),
            Matter("time til pass", ["pass", "pass", "passports"]),
            Matter("bestille pass", ["pass", "pass", "passports"]),
            Matter("fornye pass", ["pass", "pass", "passports"]),
            Matter("passport", ["pass", "pass", "passports"]),
        ],
    },
    Body {
        name: "Helseforetaket",
        english: "the hospital",
        matters: &[
            Matter("sykehus", ["timer på sykehuset", "timar på sjukehuset", "hospital appointments"]),
            Matter("sjukehus", ["timer på sykehuset", "timar på sjukehuset", "hospital appointments"]),
            Matter("hospital", ["timer på sykehuset", "timar på sjukehuset", "hospital appointments"]),
        ],
    },
    Body {
        name: "Lånekassen",
        english: "Lånekassen (the Norwegian State Educational Loan Fund)",
        matters: &[
            Matter("lånekasse", ["studielån og stipend", "studielån og stipend", "student loans and grants"]),
            Matter("studielån", ["studielån og stipend", "studielån og stipend", "student loans and grants"]),
            Matter("student loan", ["studielån og stipend", "studielån og stipend", "student loans and grants"]),
        ],
    },
    Body {
        name: "Kartverket",
        english: "Kartverket (the Norwegian Mapping Authority)",
        matters: &[
            Matter("tinglys", ["tinglysing", "tinglysing", "registration of deeds"]),
            Matter("grunnbok", ["grunnboken", "grunnboka", "the land register"]),
        ],
    },
    Body {
        name: "UDI",
        english: "UDI (the Norwegian Directorate of Immigration)",
        matters: &[
            Matter("oppholdstillatelse", ["oppholdstillatelse", "opphaldsløyve", "residence permits"]),
            Matter("opphaldsløyve", ["oppholdstillatelse", "opphaldsløyve", "residence permits"]),
            Matter("statsborgerskap", ["statsborgerskap", "statsborgarskap", "citizenship"]),
            Matter("statsborgarskap", ["statsborgerskap", "statsborgarskap", "citizenship"]),
            Matter("residence permit", ["oppholdstillatelse", "opphaldsløyve", "residence permits"]),
        ],
    },
];

/// Says who has the matter of a question, where it is not ours; `false` where a case of ours is attached, or where neither the question
/// nor the subject line tells. What is only mentioned in passing elsewhere in the mail decides nothing.
pub(super) fn tell(letter: &mut Letter, question: &str) -> bool {
    let brief = letter.brief;
    if brief.case.is_some() {
        return false;
    }
    let asked = format!("{} {question}", brief.subject);
    let words = asked.to_lowercase();
    let found = BODIES.iter().find_map(|body| {
        let matter = body.matters.iter().find(|matter| words.contains(matter.0))?;
        Some((body, matter.1))
    });
    match (found, other_municipality(&asked, &brief.signature.1)) {
        (Some((body, [nb, nn, en])), _) => name(letter, body, letter.pick(nb, nn, en)),
        (None, Some(other)) => municipality(letter, &other),
        (None, None) => return false,
    }
    true
}

fn name(letter: &mut Letter, body: &Body, matter: &str) {
    let source: Vec<u16> = letter
        .evidence()
        .filter(|excerpt| {
            excerpt.text.contains(body.name) && excerpt.text.to_lowercase().contains(&matter.to_lowercase())
        })
        .map(|excerpt| excerpt.number)
        .take(1)
        .collect();
    letter.acknowledge(letter.pick(
        "Dette kan vi ikke svare på.",
        "Dette kan vi ikkje svare på.",
        "We cannot answer this.",
    ));
    let owner = letter.pick(body.name, body.name, body.english);
    // Without a source we only show the way; that somebody has the responsibility is a fact, and cites.
    let sentence = match (letter.language, source.is_empty()) {
        (Language::En, true) => format!("Please contact {owner} about {matter}."),
        (Language::En, false) => format!("{} is responsible for {matter}.", wording::raised(owner)),
        (_, true) => format!("Ta kontakt med {owner} om {matter}."),
        (_, false) => format!("Det er {owner} som har ansvaret for {matter}."),
    };
    letter.state(sentence, &source);
    if !source.is_empty() {
        letter.say(match letter.language {
            Language::En => "Please contact them directly.".to_owned(),
            _ => format!("Ta kontakt med {owner}."),
        });
    }
}

/// Which other municipality, only a person can tell for sure: its name stands in a gap.
fn municipality(letter: &mut Letter, other: &str) {
    letter.acknowledge(letter.pick(
        "Dette kan vi ikke svare på.",
        "Dette kan vi ikkje svare på.",
        "We cannot answer this.",
    ));
    let sentence = match letter.language {
        Language::Nn => format!("Det gjeld ⟦{other}⟧. Ta kontakt med dei."),
        Language::En => format!("It concerns ⟦{other}⟧. Please contact them."),
        _ => format!("Det gjelder ⟦{other}⟧. Ta kontakt med dem."),
    };
    letter.leave_open(sentence);
}

/// "Nordvik kommune", where a text names another municipality than our own body.
fn other_municipality(text: &str, body: &str) -> Option<String> {
    let own = body.to_lowercase();
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let named = words.windows(2).filter(|pair| matches!(pair[1], "kommune" | "kommunes"));
    let is_name = |word: &str| {
        word.chars().count() > 2 && word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase)
    };
    let place = named.map(|pair| pair[0]).find(|word| is_name(word) && !own.contains(&word.to_lowercase()))?;
    Some(format!("{place} kommune"))
}

#[cfg(test)]
mod tests {
    use super::BODIES;

    #[test]
    fn a_matter_is_looked_for_in_small_letters_and_has_three_names() {
        for matter in BODIES.iter().flat_map(|body| body.matters) {
            assert_eq!(matter.0, matter.0.to_lowercase());
            assert!(matter.1.iter().all(|name| !name.is_empty()), "{}", matter.0);
        }
    }
}
