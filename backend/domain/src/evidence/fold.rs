//! One written standard (målform): what sets a nynorsk word apart from the same word in bokmål, as whole words and as rules for parts
//! of words; for the comparison of claims with sources and for the search in the register alike.

use std::{collections::HashMap, sync::LazyLock};

/// Beginnings of words and of compounds, nynorsk then bokmål.
const BEGINNINGS: [(&str, &str); 27] = [
    ("byggje", "bygge"),
    ("hovud", "hoved"),
    ("eigedom", "eiendom"),
    ("eigar", "eier"),
    ("heime", "hjemme"),
    ("heim", "hjem"),
    ("opn", "åpn"),
    ("skule", "skole"),
    ("bustad", "bolig"),
    ("vass", "vann"),
    ("vatn", "vann"),
    ("veg", "vei"),
    ("teneste", "tjeneste"),
    ("kyrkj", "kirk"),
    ("sjuke", "syke"),
    ("rekn", "regn"),
    ("køyr", "kjør"),
    ("høyr", "hør"),
    ("haust", "høst"),
    ("fyrst", "først"),
    ("framleis", "fortsatt"),
    ("innbyggjar", "innbygger"),
    ("handsam", "behandl"),
    ("førebels", "foreløpig"),
    ("avgjer", "avgjør"),
    ("teikn", "tegn"),
    ("byrj", "begynn"),
];

/// Whole words, nynorsk then bokmål.
const WORDS: &[(&str, &str)] = &[
    ("ikkje", "ikke"),
    ("kva", "hva"),
    ("korleis", "hvordan"),
    ("kvar", "hvor"),
    ("kor", "hvor"),
    ("kven", "hvem"),
    ("kvifor", "hvorfor"),
    ("frå", "fra"),
    ("eg", "jeg"),
    ("me", "vi"),
    ("dei", "de"),
    ("ho", "hun"),
    ("noko", "noe"),
    ("nokon", "noen"),
    ("nokre", "noen"),
    ("mykje", "mye"),
    ("berre", "bare"),
    ("sjølv", "selv"),
    ("veke", "uke"),
    ("veker", "uker"),
    ("vekene", "ukene"),
    ("vekes", "ukes"),
    ("skule", "skole"),
    ("skulen", "skolen"),
    ("skular", "skoler"),
    ("heim", "hjem"),
    ("heime", "hjemme"),
    ("sjå", "se"),
    ("kome", "komme"),
    ("koma", "komme"),
    ("kjem", "kommer"),
    ("vatn", "vann"),
    ("vatnet", "vannet"),
    ("bustad", "bolig"),
    ("bustaden", "boligen"),
    ("bustader", "boliger"),
    ("eigedom", "eiendom"),
    ("eigedomen", "eiendommen"),
    ("eigedommar", "eiendommer"),
    ("eigar", "eier"),
    ("løyve", "tillatelse"),
    ("løyvet", "tillatelsen"),
    ("søkje", "søke"),
    ("søkjer", "søker"),
    ("søkjar", "søker"),
    ("byggje", "bygge"),
    ("byggjer", "bygger"),
    ("byrje", "begynne"),
    ("byrja", "begynne"),
    ("byrjar", "begynner"),
    ("starta", "starte"),
    ("opningstid", "åpningstid"),
    ("opningstider", "åpningstider"),
    ("opningstidene", "åpningstidene"),
    ("ope", "åpen"),
    ("open", "åpen"),
    ("opent", "åpent"),
    ("naboar", "naboer"),
    ("høyre", "høre"),
    ("høyrer", "hører"),
    ("tenester", "tjenester"),
    ("teneste", "tjeneste"),
    ("tenesta", "tjenesten"),
    ("born", "barn"),
    ("borna", "barna"),
    ("gjeld", "gjelder"),
    ("krev", "krever"),
    ("krevje", "kreve"),
    ("krevst", "kreves"),
    ("fekk", "fikk"),
    ("måndag", "mandag"),
    ("laurdag", "lørdag"),
    ("sundag", "søndag"),
    ("tysdag", "tirsdag"),
    ("hausten", "høsten"),
    ("avgjerd", "avgjørelse"),
    ("avgjerda", "avgjørelsen"),
];

/// Beginnings that only whole words have.
const WHOLE: [(&str, &str); 2] = [("naboar", "nabo"), ("veke", "uke")];

/// Ends of compounds as they are spelled.
const SPELLED_ENDS: [(&str, &str); 8] = [
    ("løyve", "tillatelse"),
    ("løyvet", "tillatelsen"),
    ("skulen", "skolen"),
    ("skule", "skole"),
    ("tenesta", "tjenesten"),
    ("teneste", "tjeneste"),
    ("avgifta", "avgiften"),
    ("eigedom", "eiendom"),
];

/// Ends of words without their ending, nynorsk then bokmål.
const ENDS: [(&str, &str); 10] = [
    ("veg", "vei"),
    ("vegs", "veis"),
    ("løyv", "tillatelse"),
    ("tillatels", "tillatelse"),
    ("skul", "skol"),
    ("eigedom", "eiendom"),
    ("bustad", "bolig"),
    ("leg", "lig"),
    ("heit", "het"),
    ("tenest", "tjenest"),
];

/// A word in lower case as bokmål spells it, where the two differ: for a search, which cuts endings itself.
#[must_use]
pub fn spelled(word: &str) -> String {
    static BOKMÅL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| WORDS.iter().copied().collect());
    if let Some(bokmål) = BOKMÅL.get(word) {
        return (*bokmål).to_owned();
    }
    let begins = BEGINNINGS.iter().chain(&WHOLE).find(|(from, _)| word.starts_with(from) && word.len() > from.len());
    let mut folded = begins.map_or_else(|| word.to_owned(), |(from, to)| format!("{to}{}", &word[from.len()..]));
    if let Some((from, to)) = SPELLED_ENDS.iter().find(|(from, _)| folded.ends_with(from) && folded.len() > from.len())
    {
        folded.replace_range(folded.len() - from.len().., to);
    }
    folded
}

/// A word in lower case with its beginning as bokmål has it.
pub(super) fn beginning(word: &str) -> Option<String> {
    let (from, to) = BEGINNINGS.iter().find(|(from, _)| word.starts_with(from))?;
    Some(format!("{to}{}", &word[from.len()..]))
}

/// A word without its ending, with its last part as bokmål has it: "hovedveg", "vanleg", "krevj".
pub(super) fn end(stem: &str) -> Option<String> {
    if let Some((from, to)) = ENDS.iter().find(|(from, _)| stem.len() > from.len() && stem.ends_with(from)) {
        return Some(format!("{}{to}", &stem[..stem.len() - from.len()]));
    }
    // Verbs in -je ("krevje", "følgje") lose the sound that bokmål does not write.
    stem.strip_suffix('j').filter(|rest| rest.chars().count() >= 4).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{super::word::stems, spelled};

    #[test]
    fn a_word_is_spelled_as_in_bokmål_before_it_is_searched() {
        for (nn, nb) in [
            ("kvar", "hvor"),
            ("vekene", "ukene"),
            ("byggjeløyve", "byggetillatelse"),
            ("skuletenesta", "skoletjenesten"),
            ("opningstider", "åpningstider"),
            ("hus", "hus"),
            ("", ""),
        ] {
            assert_eq!(spelled(nn), nb, "{nn}");
        }
    }

    #[test]
    fn a_word_is_the_same_in_both_written_standards() {
        for (nn, nb) in [
            ("hovudvegane", "hovedveiene"),
            ("vegen", "veien"),
            ("bustadvegar", "boligveier"),
            ("eigedomsskatten", "eiendomsskatten"),
            ("byggjeløyve", "byggetillatelse"),
            ("krevjast", "kreve"),
            ("hentast", "hentes"),
            ("vanleg", "vanlig"),
            ("vassavgift", "vannavgift"),
            ("opningstidene", "åpningstidene"),
            ("byrjar", "begynner"),
            ("handsaminga", "behandlingen"),
            ("brøytte", "brøytet"),
            ("parkeringsløyvet", "parkeringstillatelsen"),
        ] {
            assert_eq!(stems(nn), stems(nb), "{nn} {nb}");
        }
    }
}
