//! Sizes (areal): the square metres a citizen writes of, and which line of a schedule is meant for them ("inntil 50 m²").

/// The one size that a text names; `None` where it names none, or several.
pub(super) fn of(text: &str) -> Option<f64> {
    let mut sizes = sizes(text).into_iter().map(|(_, size)| size);
    let first = sizes.next()?;
    sizes.all(|size| (size - first).abs() < f64::EPSILON).then_some(first)
}

/// Whether a line is meant for a thing of this size: the line's own bounds, where it has any, hold.
pub(super) fn admits(line: &str, size: f64) -> bool {
    let sizes = sizes(line);
    if let [(_, low), (word, high)] = sizes.as_slice()
        && matches!(word.as_str(), "til" | "to" | "og" | "and" | "–" | "-")
    {
        return *low <= size && size <= *high;
    }
    sizes.iter().all(|(word, bound)| match word.as_str() {
        "inntil" | "til" | "under" | "maks" | "maksimalt" | "to" | "below" => size <= *bound,
        "over" | "fra" | "frå" | "above" | "from" | "minst" => size >= *bound,
        _ => true,
    })
}

/// Each size with the word before it. In a span ("50–100 m²", "50 til 100 m²") the unit stands once, behind the second number.
fn sizes(text: &str) -> Vec<(String, f64)> {
    let spaced = text.to_lowercase().replace(['–', '-'], " – ").replace("m²", " m² ").replace("m2", " m² ");
    let words: Vec<&str> =
        spaced.split_whitespace().map(|word| word.trim_matches([',', ';', '(', ')', '?', ':'])).collect();
    let number =
        |at: usize| words.get(at).and_then(|word| word.trim_end_matches('.').replace(',', ".").parse::<f64>().ok());
    let mut found = Vec::new();
    for at in (1..words.len()).filter(|at| is_unit(words[*at])) {
        let Some(size) = number(at - 1) else { continue };
        let before = at.checked_sub(2).map_or("", |at| words[at]);
        if matches!(before, "–" | "til" | "to" | "og" | "and")
            && let Some(low) = at.checked_sub(3).and_then(number)
        {
            found.push((String::new(), low));
        }
        found.push((before.to_owned(), size));
    }
    found
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '!', '?']);
    matches!(word, "m²" | "kvm" | "kvadratmeter" | "kvadrat" | "square" | "sqm")
}

#[cfg(test)]
mod tests {
    use super::{admits, of};

    #[test]
    fn a_line_is_meant_for_what_lies_within_its_bounds() {
        for (line, size, meant) in [
            ("Tilbygg inntil 50 m²: kr 12 500", 24.0, true),
            ("Tilbygg over 50 m²: kr 19 800", 24.0, false),
            ("Tilbygg over 50 m²: kr 19 800", 60.0, true),
            ("Garasje 50–100 m²: kr 9 000", 60.0, true),
            ("Garasje 50–100 m²: kr 9 000", 40.0, false),
            ("Garasje fra 50 til 100 kvm: kr 9 000", 120.0, false),
            ("Garasje: kr 9 000", 60.0, true),
        ] {
            assert_eq!(admits(line, size), meant, "{line} {size}");
        }
    }

    #[test]
    fn a_mail_names_one_size_or_none() {
        for (text, size) in [
            ("Hva blir gebyret for et tilbygg på 24 m2?", Some(24.0)),
            ("A garage of about 40 square metres.", Some(40.0)),
            ("Garasje på 48,5 kvm.", Some(48.5)),
            ("24 m² eller 60 m²?", None),
            ("Hva koster det?", None),
        ] {
            assert_eq!(of(text), size, "{text}");
        }
    }
}
