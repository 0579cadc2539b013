//! Durations (frister): so many hours, days, working days, weeks or months, in figures or in words.

use super::{
    Hit, Kind, Strength,
    numeral::word,
    pattern::{Pattern, group, head, tail, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static DURATION: Pattern = Pattern::on(
    concat!(
        r"(?i)([0-9]{1,3}|[a-zåæøäöé]{2,8})~{1,2}",
        r"((?:virkedag(?:er|ar)?|virkedøgn|yrkedag(?:er|ar)?|arbeidsdag(?:er|ar)?|arbejdsdage?|arbetsdag(?:ar)?|(?:working|business)~days?|",
        r"dag(?:er|ar|e)?|døgn|dygn|days?|uker?|vek(?:e|er|a)|veke|uger?|veck(?:a|or)|weeks?|måned(?:er|ers|ar)?|månad(?:er|ar)?|months?|mnd|timer|timar|hours?)s?|time)\b",
    ),
    Needs::figures(0).any(Signs::UNIT.or(Signs::HOUR)),
);
/// One and a half hours, half an hour, two and a half hours.
static HALVES: Pattern = Pattern::on(
    concat!(
        r"(?i)\b(?:(halvannen|halvanna|halvannan|an~hour~and~a~half)(?:~time)?|(half~an~hour|(?:en|ein)~halv~time)|",
        r"([0-9]{1,2}[,.]5|[a-zåæø]{2,6}~(?:og~(?:en~|ein~)?halv|and~a~half))~(?:timer?|timar|hours?))\b",
    ),
    Needs::figures(0).any(Signs::HALF.or(Signs::HOUR)),
);
static TRIGGER: Pattern = Pattern::new(
    r"(?i)\b(?:innen|innan|inom|inden|within|senest|seinast|frist(?:en)?(?:~(?:er|på|er~på))?|deadline(?:~is)?|etter|efter|after)~(?:de~|dei~|the~|utgangen~av~)?(?:neste~|next~)?$",
);
static FOLLOWED: Pattern = Pattern::new(r"(?i)^~?(?:fra|frå|from|etter|after|klagefrist|frist|svarfrist)");

/// All durations.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let halves = HALVES.find(text).filter_map(|found| {
        let value = format!("PT{}M", half_hours(&found)? * 30);
        Some(Hit::new(Kind::Deadline, whole(&found), value, Strength::Weak))
    });
    halves.chain(whole_ones(text)).collect()
}

/// How many half hours.
fn half_hours(found: &regex::Captures<'_>) -> Option<u32> {
    if found.get(1).is_some() {
        return Some(3);
    }
    if found.get(2).is_some() {
        return Some(1);
    }
    let first = group(found, 3).split([',', '.', ' ']).next()?;
    let hours = first.parse().ok().or_else(|| word(first))?;
    Some(2 * hours + 1)
}

fn whole_ones(text: &Page<'_>) -> impl Iterator<Item = Hit> {
    DURATION.find(text).filter_map(|found| {
        let range = whole(&found);
        let count = group(&found, 1).parse().ok().or_else(|| word(group(&found, 1)))?;
        let set =
            TRIGGER.first(tail(text, range.start, 30)).is_some() || FOLLOWED.first(head(text, range.end, 16)).is_some();
        let strength = if set { Strength::Strong } else { Strength::Weak };
        Some(Hit::new(Kind::Deadline, range, form(count, group(&found, 2)), strength))
    })
}

/// ISO 8601, with `WD` for working days, which it does not know.
fn form(count: u32, unit: &str) -> String {
    let unit = unit.to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| unit.starts_with(word));
    if starts(&["virke", "yrke", "arbe", "working", "business"]) {
        format!("P{count}WD")
    } else if starts(&["uk", "vek", "veck", "ug", "week"]) {
        format!("P{count}W")
    } else if starts(&["mån", "mnd", "month"]) {
        format!("P{count}M")
    } else if starts(&["tim", "hour"]) {
        format!("PT{count}H")
    } else {
        format!("P{count}D")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Strength, assert_table, find};
    use jiff::civil::date;

    #[test]
    fn durations_have_one_form() {
        assert_table(
            Kind::Deadline,
            &[
                ("innen 14 dager", &["P14D"]),
                ("tre veker", &["P3W"]),
                ("innan fem arbeidsdagar", &["P5WD"]),
                ("innen tre uker fra du mottok", &["P3W"]),
                ("innan ein månad", &["P1M"]),
                ("within 48 hours", &["PT48H"]),
                ("innen én måned", &["P1M"]),
                ("within ten working days", &["P10WD"]),
                ("mange dager", &[]),
                ("14 dagligvarer", &[]),
                ("tre ukers frist og ein månads frist", &["P3W", "P1M"]),
                ("tjueen dager", &["P21D"]),
                ("halvannen time", &["PT90M"]),
                ("en halv time, half an hour", &["PT30M", "PT30M"]),
                ("1,5 timer", &["PT90M"]),
                ("to og en halv time", &["PT150M"]),
                ("one hour, en time, three times", &["PT1H", "PT1H"]),
            ],
        );
    }

    #[test]
    fn a_word_beside_it_makes_a_duration_a_deadline() {
        for (text, strength) in [
            ("svar innen 14 dager", Strength::Strong),
            ("fristen er tre uker", Strength::Strong),
            ("tre uker frå du fekk brevet", Strength::Strong),
            ("ferien varte 14 dager", Strength::Weak),
        ] {
            assert_eq!(find(text, date(2026, 11, 21))[0].strength, strength, "{text}");
        }
    }
}
