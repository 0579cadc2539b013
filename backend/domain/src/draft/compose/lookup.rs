//! The best passage of the evidence for any question (oppslag): whole sentences in the source's own words, with their source.

use super::{asked::Asked, facts::Facts, gloss, letter::Letter, topic::Topic, wanted::Wanted, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::Origin;
use vocabulary::Language;

/// Answers from the passage nearest to the question; `false` when none is near enough.
pub(super) fn passage(letter: &mut Letter, asked: &Asked, topic: Topic) -> bool {
    let wanted = Wanted::new(asked, letter.brief, topic);
    let best = letter
        .evidence()
        // What somebody wrote in a case answers no question about rules, and may be about somebody else.
        .filter(|excerpt| !matches!(excerpt.origin, Origin::Case | Origin::Note | Origin::Document))
        .filter_map(|excerpt| wanted.nearest(excerpt, topic).map(|(score, said)| (score, excerpt, said)))
        // The first of equals wins: evidence stands in order of trust.
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((_, excerpt, said)) = best else { return false };
    tell(letter, excerpt, &said);
    gloss::tell(letter, excerpt, (&asked.clause, &said));
    true
}

/// Whether sentences of a source may stand in the letter as they are: in its language, and in words of ours that speak to the reader.
pub(super) fn is_own_words(letter: &Letter, excerpt: &Excerpt, said: &[String]) -> bool {
    // Law in our own words speaks to the reader; the text of an act is quoted.
    let explains = || excerpt.origin == Origin::Law && wording::addresses(&said.join(" "));
    wording::fits(&excerpt.text, letter.language)
        && (matches!(excerpt.origin, Origin::Article | Origin::Fee) || explains())
}

/// Puts sentences of a source into the letter: as they stand where language and kind of source allow, else as a quotation.
pub(super) fn tell(letter: &mut Letter, excerpt: &Excerpt, said: &[String]) {
    let said: Vec<_> = said
        .iter()
        .map(|text| wording::borrowed(text))
        .filter(|text| text.chars().any(char::is_alphanumeric) && !letter.says(text))
        .collect();
    if said.is_empty() {
        return letter.answered();
    }
    let all = said.join(" ");
    if is_own_words(letter, excerpt, &said) {
        for (at, text) in said.iter().enumerate() {
            let text = if at == 0 { wording::untied(text) } else { text.clone() };
            letter.claim(wording::stopped(&text), &[excerpt.number]);
        }
    } else {
        let introduced = introduction(letter, excerpt);
        letter.claim(
            format!("{introduced} {}", wording::quoted(&wording::stopped(&all), letter.language)),
            &[excerpt.number],
        );
    }
}

/// "I «Gebyrregulativ 2026» står det:", "I brevet «Mangelbrev» fra 3. februar 2026 skrev vi:", "Der står det også:".
fn introduction(letter: &Letter, excerpt: &Excerpt) -> String {
    if letter.goes_on(excerpt.number) {
        return letter.pick("Der står det også:", "Der står det òg:", "It also says:").to_owned();
    }
    let language = letter.language;
    let dated = excerpt.date.filter(|_| matches!(excerpt.origin, Origin::Document | Origin::Decision));
    let of = language.pick("fra", "frå", "of");
    let date = dated.map_or_else(String::new, |date| format!(" {of} {}", wording::date(date, language)));
    let title = wording::quoted(&wording::borrowed(&excerpt.title), language);
    if excerpt.origin == Origin::Document && dated.is_some() && is_our_letter(letter, excerpt) {
        return match language {
            Language::Nn => format!("I brevet {title}{date} skreiv vi:"),
            Language::En => format!("In our letter {title}{date} we wrote (in Norwegian):"),
            _ => format!("I brevet {title}{date} skrev vi:"),
        };
    }
    match language {
        Language::En => format!("In {title}{date} it says (in Norwegian):"),
        _ => format!("I {title}{date} står det:"),
    }
}

/// Whether the journal of the case says that we wrote it.
fn is_our_letter(letter: &Letter, excerpt: &Excerpt) -> bool {
    Facts::among(letter.evidence()).and_then(|facts| facts.wrote_on(excerpt.date)) == Some(true)
}
