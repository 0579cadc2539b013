//! References (referanser): ours is found wherever it stands, and whatever is found is one.

use crate::words::SAID;
use domain::send::reference::{find, read, reference};

const WORDS: &[&str] = &[
    "SV-",
    "sv-",
    "SV:",
    "SV\u{2011}",
    "SV",
    "-",
    "–",
    "0000",
    "1A2B",
    "OOOO",
    "ILLO",
    "UUUU",
    "7g8h",
    "SV-1A2B-3C4D-5E6F-7G8H",
    "SV-1A2B3C4D5E6F7G8H",
    "\n> ",
    ">",
    " ",
    "\n",
    "\u{200b}",
    "\u{ad}",
    "Ref.",
    "ref ",
    "å",
    "XSV-",
];

fuzz::target!(
    /// What looks like a reference.
    reference_find, 2_000, |pick| {
    let text = pick.text_of(&[WORDS, WORDS, WORDS, SAID]);
    let found = find(&text);
    for (place, reference) in found.iter().enumerate() {
        assert_eq!(read(reference.as_str()).as_ref(), Some(reference), "{text:?}");
        assert!(!found[..place].contains(reference), "{text:?}");
    }
    assert_eq!(read(&text).as_ref(), found.first(), "{text:?}");
});

fuzz::target!(
    /// Ours, in the last line of any letter.
    reference_round_trip, 1_500, |pick| {
    let mut random = [0; 10];
    random.iter_mut().for_each(|byte| *byte = pick.byte());
    let ours = reference(random);
    let letter = pick.text(SAID);
    for written in [ours.as_str().to_owned(), ours.as_str().to_lowercase(), ours.as_str().replace('-', "-\n> ")] {
        let text = format!("{letter}\n\nRef. {written}\n");
        assert!(find(&text).contains(&ours), "{text:?}");
    }
});
