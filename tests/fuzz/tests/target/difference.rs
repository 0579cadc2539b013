//! The difference between two texts (endring): its stretches make up both.

use crate::words::SAID;
use domain::{
    draft::normal::normalise,
    send::{Signature, Stretch, difference, difference::first},
};

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fuzz::target!(
    /// Word by word.
    difference_stretches, 450, |pick| {
    let old = pick.part().text(SAID);
    let new = if pick.coin() { String::from_utf8_lossy(&pick.mutated(old.as_bytes(), SAID)).into_owned() } else { pick.text(SAID) };
    let stretches = difference(&old, &new);
    let without = |gone: fn(&Stretch) -> bool| stretches.iter().filter(|stretch| !gone(stretch)).map(Stretch::text).collect::<String>();
    assert_eq!(words(&without(|stretch| matches!(stretch, Stretch::Added(_)))), words(&old), "{old:?} {new:?}");
    assert_eq!(without(|stretch| matches!(stretch, Stretch::Removed(_))).trim(), new.trim(), "{old:?} {new:?}");
    assert_eq!(first(&old, &new, 40).is_none(), words(&old) == words(&new), "{old:?} {new:?}");
});

fuzz::target!(
    /// A normal form is its own normal form; a signature holds its lines.
    normal_form, 1_500, |pick| {
    let text = pick.text(SAID);
    let normal = normalise(&text);
    assert_eq!(normalise(&normal), normal, "{text:?}");
    if let Ok(signature) = Signature::of(&text, Vec::new()) {
        assert_eq!(normalise(signature.text()), normal, "{text:?}");
    }
});
