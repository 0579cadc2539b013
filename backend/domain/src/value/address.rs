//! Street addresses (adresser) and postal codes with their place.

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, group, letter_after, tail, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static STREET: Pattern = Pattern::on(
    concat!(
        r"((?:[A-ZÆØÅ][A-Za-zæøåéÆØÅ.-]+~){0,3}",
        r"(?:[A-ZÆØÅ][a-zæøåé-]+(?:gata|gaten|gate|vegen|veien|veg|vei|plassen|plass|alléen|allé|stien|bakken|svingen|torget|tunet|lia|haugen|bryggen|brygga|kaia|ringen|terrasse|krysset|marka|åsen|jordet|stranda|neset)|",
        r"[Gg]ate|[Vv]eg|[Vv]ei|[Pp]lass|[Aa]llé|[Tt]errasse|[Bb]rygge))~([0-9]{1,4})"
    ),
    Needs::figures(1).all(Signs::STREET),
);
static BOX: Pattern =
    Pattern::on(r"(?i)\b(?:postboks|boks|p\.?b\.?)~([0-9]{1,5})\b", Needs::figures(1).all(Signs::BOX));
static POSTAL: Pattern = Pattern::on(
    r"\b(?:NO?-)?([0-9]{4})~{1,2}([A-ZÆØÅ][A-Za-zæøåäöÆØÅ-]+(?:~(?:i~)?[A-ZÆØÅ][A-Za-zæøåÆØÅ-]+)?)",
    Needs::figures(4).all(Signs::FOUR),
);

/// Addresses and postal codes.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let streets = STREET.find_before_letters(text).map(|found| {
        let street = group(&found, 1).split_whitespace().collect::<Vec<_>>().join(" ");
        let (letter, end) = letter_after(text, whole(&found).end);
        let value = format!("{street} {} {}", group(&found, 2), letter.to_uppercase());
        Hit::new(Kind::Address, whole(&found).start..end, value.trim_end().to_owned(), Strength::Strong)
    });
    let boxes = BOX.find(text).map(|found| {
        Hit::new(Kind::Address, whole(&found), format!("Postboks {}", group(&found, 1)), Strength::Strong)
    });
    let places = POSTAL.find(text).filter_map(|found| place(text, &found));
    streets.chain(boxes).chain(places).collect()
}

fn place(text: &str, found: &regex::Captures<'_>) -> Option<Hit> {
    let range = whole(found);
    let before = tail(text, range.start, 24).trim_end_matches(' ');
    let set_off =
        before.is_empty() || before.ends_with([',', '\n', ':', ';']) || before.ends_with(|c: char| c.is_ascii_digit());
    let year = matches!(group(found, 1).parse::<u32>(), Ok(1900..=2100));
    if year && !set_off {
        return None;
    }
    let value = format!("{} {}", group(found, 1), title(group(found, 2)));
    Some(Hit::new(Kind::PostalCode, range, value, if set_off { Strength::Strong } else { Strength::Medium }))
}

/// `TRONDHEIM` as `Trondheim`.
fn title(place: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
    };
    place.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn addresses_are_found_with_their_place() {
        assert_table(
            Kind::Address,
            &[
                ("Storgata 12 B, 7030 Trondheim", &["Storgata 12 B"]),
                ("i Karl Johans gate 5", &["Karl Johans gate 5"]),
                ("Fjellvegen 3a", &["Fjellvegen 3 A"]),
                ("Postboks 123, 0101 Oslo", &["Postboks 123"]),
                ("paragraf 12 i loven", &[]),
            ],
        );
        assert_table(
            Kind::PostalCode,
            &[
                ("Storgata 12 B, 7030 TRONDHEIM", &["7030 Trondheim"]),
                ("4999 Fjordvik", &["4999 Fjordvik"]),
                ("våren 2026 Søknad", &[]),
                ("5003 bergen", &[]),
            ],
        );
    }
}
