//! Properties (eiendommer): gårds- og bruksnummer with festenummer and seksjonsnummer, worded or with slashes.

use super::{
    Hit, Kind, Strength,
    pattern::{Pattern, after, group, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static WORDED: Pattern = Pattern::on(
    concat!(
        r"(?i)\bg\.?(?:årds)?nr\.?:?~{0,3}([0-9]{1,5})[ ,.;/og\x{a0}-]{0,12}b\.?(?:ruks)?nr\.?:?~{0,3}([0-9]{1,5})",
        r"(?:[ ,.;/og\x{a0}-]{0,12}f\.?(?:este)?nr\.?:?~{0,3}([0-9]{1,5}))?(?:[ ,.;/og\x{a0}-]{0,12}s\.?(?:eksjons)?nr\.?:?~{0,3}([0-9]{1,5}))?\b"
    ),
    Needs::figures(2).all(Signs::NR),
);
static SLASHED: Pattern = Pattern::on(
    concat!(
        r"(?i)\b(?:gbnr|g(?:årds)?nr\.?~?/~?b(?:ruks)?nr|eiendom(?:men|mer)?|eigedom(?:men|mar)?|matrikkel(?:nr|nummer|enhet)?|property)\.?:?~{0,3}",
        r"(?:([0-9]{4})-)?([0-9]{1,4})/([0-9]{1,4})(?:/([0-9]{1,4}))?(?:/([0-9]{1,4}))?\b"
    ),
    Needs::figures(2).any(Signs::NR.or(Signs::PROPERTY)).all(Signs::SLASH),
);
static NUMBERED: Pattern = Pattern::number(
    r"\b([0-9]{4})-([0-9]{1,4})/([0-9]{1,4})(?:/([0-9]{1,4}))?(?:/([0-9]{1,4}))?\b",
    Needs::figures(6).all(Signs::SLASH.or(Signs::HYPHEN)),
);

/// Properties beside a word that says so.
pub(super) fn worded(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let worded = WORDED.find(text).map(|found| hit(&found, 1, Strength::Strong));
    let slashed = SLASHED.find(text).filter(|found| ends(text, found)).map(|found| numbered(&found, Strength::Strong));
    worded.chain(slashed).collect()
}

/// Properties with the number of their municipality, as the national register writes them.
pub(super) fn bare(text: &Page<'_>, _: Date) -> Vec<Hit> {
    NUMBERED.find(text).filter(|found| ends(text, found)).map(|found| numbered(&found, Strength::Medium)).collect()
}

fn ends(text: &str, found: &regex::Captures<'_>) -> bool {
    !matches!(after(text, whole(found).end), Some('/'))
}

fn numbered(found: &regex::Captures<'_>, strength: Strength) -> Hit {
    let mut hit = hit(found, 2, strength);
    if !group(found, 1).is_empty() {
        hit.value = format!("{}-{}", group(found, 1), hit.value);
    }
    hit
}

/// The numbers from this group on, without leading zeros, without parts that were not given.
fn hit(found: &regex::Captures<'_>, first: usize, strength: Strength) -> Hit {
    let numbers: Vec<u32> = (first..first + 4).map(|index| group(found, index).parse().unwrap_or_default()).collect();
    let kept = 2.max(numbers.iter().rposition(|number| *number > 0).map_or(0, |last| last + 1));
    let value = numbers[..kept].iter().map(u32::to_string).collect::<Vec<_>>().join("/");
    Hit::new(Kind::Property, whole(found), value, strength)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn properties_have_one_form() {
        assert_table(
            Kind::Property,
            &[
                ("gnr. 47 bnr. 690", &["47/690"]),
                ("gårdsnr. 47, bruksnr. 690", &["47/690"]),
                ("gnr 47, bnr 690, fnr 2 og snr 3", &["47/690/2/3"]),
                ("gnr 47 bnr 690 snr 3", &["47/690/0/3"]),
                ("gnr/bnr 49/311", &["49/311"]),
                ("GBNR 47/690", &["47/690"]),
                ("eiendommen 63/8 m.fl.", &["63/8"]),
                ("matrikkel: 1108-123/12/1/1", &["1108-123/12/1/1"]),
                ("4999-47/690", &["4999-47/690"]),
                ("sak 26/1234", &[]),
            ],
        );
    }
}
