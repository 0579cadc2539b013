//! Words that carry no meaning (fyllord).

use std::{collections::HashSet, sync::LazyLock};

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

/// Whether a folded word tells nothing.
pub(super) fn is_empty_word(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.iter().copied().collect());
    WORDS.contains(word)
}
