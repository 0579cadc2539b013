//! Law references (lovhenvisninger): whatever is written, it stands to the imported acts in one way.

use domain::{
    rule::law::{Act, Corpus},
    value::{Kind, find},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 21);

const WORDS: &[&str] = &[
    "fvl",
    "fvl.",
    "forvaltningsloven",
    "forvaltningslova",
    "pbl",
    "plan- og bygningsloven",
    "offl",
    "personvernforordningen",
    "GDPR",
    "art.",
    "artikkel",
    "Article",
    "§",
    "§§",
    "paragraf",
    "11",
    "11 a",
    "11a",
    "20-1",
    "20-1 til 20-5",
    "28",
    "999999999999",
    "første",
    "ledd",
    "annet ledd",
    "tredje punktum",
    "nr. 2",
    "nr",
    "bokstav",
    "bokstav b",
    "a)",
    "og",
    "til",
    "-",
    "–",
    ",",
    "jf.",
    "(1967)",
    "av 10. februar 1967",
    "1985",
    "LOV-1967-02-10",
    "forskrift",
    "SAK10",
    "kapittel",
    "kap. 3",
    "i",
    "loven",
    "lovens",
    " ledd ",
    "gdpr/a15",
    "\n",
    "(1)",
    "(2)",
];

fn corpus(pick: &mut fuzz::Pick<'_>) -> Corpus {
    let names: Vec<String> = (0..3).map(|_| pick.words(4, WORDS)).collect();
    let provisions: Vec<(String, String)> = (0..6).map(|_| (pick.words(3, WORDS), pick.words(8, WORDS))).collect();
    let held = provisions.iter().map(|(provision, text)| (provision.as_str(), text.as_str()));
    let mut acts = Act::read(names.iter().map(String::as_str), Some(TODAY), held);
    let known = [("§ 11", "Ett.\nTo."), ("§ 11 a", "(1) Ett."), ("§ 28", "")];
    acts.extend(Act::read(
        ["Forvaltningsloven – fvl", "LOV-1967-02-10"].into_iter(),
        Some(date(1970, 1, 1)),
        known.into_iter(),
    ));
    Corpus::new(acts)
}

fuzz::target!(
    /// References as they are written, and corpora as they are imported.
    law_standing, 400, |pick| {
    let corpus = corpus(&mut pick.part());
    let text = pick.text(WORDS);
    let _ = corpus.standing(&text, TODAY);
    for value in find(&text, TODAY).into_iter().filter(|value| value.kind == Kind::Law) {
        assert_eq!(value.span.of(&text), value.text, "{text:?}");
        let first = corpus.standing(&value.value, TODAY);
        assert_eq!(corpus.standing(&value.value, TODAY), first, "{text:?}");
    }
});
