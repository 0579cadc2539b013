//! One written standard (målform): what sets a nynorsk word apart from the same word in bokmål, as rules for parts of words.

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
    use super::super::word::stems;

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
