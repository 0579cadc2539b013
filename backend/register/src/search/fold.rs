//! One written standard (målform): nynorsk words that a stemmer cannot bring together with bokmål, and words that carry no meaning.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

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

/// Beginnings and ends of compounds.
const BEGINNINGS: [(&str, &str); 10] = [
    ("byggje", "bygge"),
    ("eigedoms", "eiendoms"),
    ("eigar", "eier"),
    ("opnings", "åpnings"),
    ("skule", "skole"),
    ("vass", "vann"),
    ("bustad", "bolig"),
    ("heime", "hjemme"),
    ("naboar", "nabo"),
    ("veke", "uke"),
];
const ENDS: [(&str, &str); 8] = [
    ("løyve", "tillatelse"),
    ("løyvet", "tillatelsen"),
    ("skulen", "skolen"),
    ("skule", "skole"),
    ("tenesta", "tjenesten"),
    ("teneste", "tjeneste"),
    ("avgifta", "avgiften"),
    ("eigedom", "eiendom"),
];

/// Words without meaning of their own in bokmål and English; interrogatives among them.
const EMPTY: &[&str] = &[
    "a", "about", "alle", "an", "and", "are", "as", "at", "av", "be", "bli", "blir", "ble", "both", "by", "både",
    "can", "da", "de", "deg", "dem", "den", "denne", "der", "deres", "det", "dette", "din", "ditt", "dine", "disse",
    "do", "does", "dykk", "dykkar", "du", "dere", "eit", "ein", "eller", "en", "enn", "er", "et", "etter", "for",
    "fordi", "fra", "fått", "får", "få", "from", "han", "har", "have", "hadde", "hei", "hennes", "her", "hilsen",
    "hos", "how", "hun", "hva", "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor",
    "i", "if", "ikke", "in", "inn", "is", "it", "ja", "jeg", "kan", "kunne", "litt", "man", "me", "med", "meg",
    "mellom", "men", "mer", "mi", "min", "mine", "mitt", "much", "must", "my", "må", "nei", "noe", "noen", "nå", "når",
    "og", "of", "om", "on", "opp", "or", "oss", "our", "over", "på", "seg", "selv", "she", "should", "si", "sin",
    "sine", "sitt", "skal", "skulle", "slik", "so", "som", "så", "takk", "than", "that", "the", "their", "then",
    "there", "they", "this", "til", "to", "under", "upp", "us", "ut", "uten", "var", "ved", "vennlig", "vi", "vil",
    "ville", "vår", "våre", "vårt", "være", "vært", "was", "we", "were", "what", "when", "where", "which", "who",
    "whom", "why", "will", "with", "would", "you", "your", "å", "blei", "vere", "vore", "også", "også", "og", "hello",
    "hi", "regards", "please", "so", "long", "take", "takes", "get", "we", "am", "any", "been", "before", "but", "did",
    "how", "its", "just", "let", "like", "many", "need", "not", "often", "only", "same", "soon", "some", "up", "lenge",
    "lang", "langt", "ofte", "mye", "mange",
];

/// A word in lower case, in bokmål where the two differ.
pub(super) fn fold(word: &str) -> String {
    static BOKMÅL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| WORDS.iter().copied().collect());
    if let Some(bokmål) = BOKMÅL.get(word) {
        return (*bokmål).to_owned();
    }
    let mut folded = word.to_owned();
    if let Some((from, to)) = BEGINNINGS.iter().find(|(from, _)| folded.starts_with(from) && folded.len() > from.len())
    {
        folded.replace_range(..from.len(), to);
    }
    if let Some((from, to)) = ENDS.iter().find(|(from, _)| folded.ends_with(from) && folded.len() > from.len()) {
        folded.replace_range(folded.len() - from.len().., to);
    }
    folded
}

/// Whether a folded word tells nothing.
pub(super) fn is_empty_word(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.iter().copied().collect());
    WORDS.contains(word)
}
