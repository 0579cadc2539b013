//! Fee schedules (gebyrregulativ): a row becomes an article, and a later schedule ends the earlier one.

use super::{amount, tables::Row};
use crate::row::{Article, Day, Kind};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeMap;

/// What stands before the id of every row of a schedule.
const MARK: &str = "gebyr";

/// Words as they stand in an id: letters and digits, the rest one dash.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').chars().take(80).collect()
}

/// What a schedule is called where its rows do not say so: its file without the year, which is all that changes.
pub(super) fn schedule(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let letters: String = stem.chars().map(|c| if c.is_ascii_digit() { ' ' } else { c }).collect();
    let slug = slug(&letters);
    if slug.is_empty() { MARK.to_owned() } else { slug }
}

/// A row before it is known which edition it stands in.
pub(super) struct Fee {
    pub(super) article: Article,
    schedule: String,
    from: Date,
    what: String,
}

/// The fee of a row; what is wrong is noted by the row.
pub(super) fn fee(row: &mut Row<'_, '_>, file_schedule: &str) -> Option<Fee> {
    let (what, amount, from) = (row.text("what"), row.amount("amount"), row.day("from"));
    let (to, url, unit) = (row.optional_day("to"), row.optional("url"), row.optional("department"));
    let (what, amount, from) = (what?, amount?, from?);
    let heading = row.optional("heading");
    let title = heading.as_deref().map_or_else(|| what.clone(), |heading| format!("{heading} – {what}"));
    let per = row.optional("unit").map(|per| per_told(&per)).unwrap_or_default();
    let sentence = |text: String| if text.ends_with('.') { text } else { format!("{text}.") };
    let mut told = vec![format!("{title}: {}{per}.", amount::told(amount))];
    told.extend(row.optional("condition").map(|condition| sentence(format!("Vilkår: {condition}"))));
    let until = to.map(|to| format!(" til {}", day(to.0))).unwrap_or_default();
    told.push(format!("Gjelder fra {}{until}.", day(from.0)));
    told.extend(row.optional("basis").map(|basis| sentence(format!("Hjemmel: {basis}"))));
    let article = Article {
        id: String::new(),
        kind: Kind::Fee,
        title: title.clone(),
        text: told.join(" "),
        url,
        unit,
        language: None,
        valid_from: Some(from),
        valid_to: to,
    };
    let schedule = row.optional("schedule").map_or_else(|| file_schedule.to_owned(), |name| slug(&name));
    let condition = row.optional("condition").unwrap_or_default();
    let what = [title, row.optional("unit").unwrap_or_default(), condition].join(" ");
    Some(Fee { article, schedule, from: from.0, what: slug(&what) })
}

fn per_told(per: &str) -> String {
    let per = per.trim();
    if per.to_lowercase().starts_with("per ") || per.to_lowercase().starts_with("pr") {
        format!(" {per}")
    } else {
        format!(" per {per}")
    }
}

fn day(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// The ids of one file's rows: schedule, edition (the first day of the file), first day and what it is for.
pub(super) fn named(fees: &mut [Fee]) {
    let mut editions: BTreeMap<String, Date> = BTreeMap::new();
    for fee in &*fees {
        let edition = editions.entry(fee.schedule.clone()).or_insert(fee.from);
        *edition = fee.from.min(*edition);
    }
    for fee in fees {
        let edition = editions.get(&fee.schedule).copied().unwrap_or(fee.from);
        fee.article.id = format!("{MARK}:{}:{edition}:{}:{}", fee.schedule, fee.from, fee.what);
    }
}

/// Schedule, edition, first day and what of an id.
fn parts(id: &str) -> Option<(&str, Date, Date, &str)> {
    let mut parts = id.strip_prefix(MARK)?.strip_prefix(':')?.splitn(4, ':');
    let (schedule, edition, from) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((schedule, edition, from, parts.next()?))
}

/// All editions that are known, each row ended by what replaces it: the same fee from a later day, or a later edition of the schedule.
/// An edition that is imported again stands in the place of the one that was there.
pub(crate) fn in_turn(kept: Vec<Article>, fresh: Vec<Article>) -> Vec<Article> {
    let edition = |article: &Article| parts(&article.id).map(|(schedule, edition, ..)| (schedule.to_owned(), edition));
    let renewed: std::collections::BTreeSet<_> = fresh.iter().filter_map(edition).collect();
    let stays = |article: &Article| edition(article).is_none_or(|edition| !renewed.contains(&edition));
    let mut all: Vec<Article> = kept.into_iter().filter(stays).chain(fresh).collect();
    all.sort_by(|one, other| one.id.cmp(&other.id));
    let ends = ends(&all);
    for (article, end) in all.iter_mut().zip(ends) {
        let earlier = end.is_some_and(|end| article.valid_to.is_none_or(|to| end < to.0));
        if earlier {
            article.valid_to = end.map(Day);
        }
    }
    all
}

/// For each row the last day before something replaces it.
fn ends(all: &[Article]) -> Vec<Option<Date>> {
    let mut editions: BTreeMap<&str, Vec<Date>> = BTreeMap::new();
    let mut changes: BTreeMap<(&str, &str), Vec<Date>> = BTreeMap::new();
    for (schedule, edition, from, what) in all.iter().filter_map(|article| parts(&article.id)) {
        editions.entry(schedule).or_default().push(edition);
        changes.entry((schedule, what)).or_default().push(from);
    }
    editions.values_mut().chain(changes.values_mut()).for_each(|days| {
        days.sort_unstable();
        days.dedup();
    });
    let after = |days: &[Date], day: Date| days.get(days.partition_point(|one| *one <= day)).copied();
    let end = |article: &Article| {
        let (schedule, edition, from, what) = parts(&article.id)?;
        let edition = editions.get(schedule).and_then(|days| after(days, edition));
        let change = changes.get(&(schedule, what)).and_then(|days| after(days, from));
        let next = [edition, change].into_iter().flatten().filter(|next| *next > from).min()?;
        Some(next.saturating_sub(1.day()))
    };
    all.iter().map(end).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_turn, schedule};
    use crate::row::{Article, Day, Kind};

    fn article(id: &str, to: Option<&str>) -> Article {
        Article {
            id: id.to_owned(),
            kind: Kind::Fee,
            title: "t".to_owned(),
            text: "t".to_owned(),
            url: None,
            unit: None,
            language: None,
            valid_from: None,
            valid_to: to.map(|day| Day(day.parse().unwrap())),
        }
    }

    fn told(all: &[Article]) -> Vec<String> {
        all.iter().map(|one| format!("{} {}", one.id, one.valid_to.map_or("-".into(), |to| to.0.to_string()))).collect()
    }

    #[test]
    fn the_later_schedule_ends_the_earlier_whatever_comes_first() {
        let old = || {
            vec![
                article("gebyr:bygg:2025-01-01:2025-01-01:tilbygg", None),
                article("gebyr:bygg:2025-01-01:2025-01-01:brygge", None),
            ]
        };
        let new = || {
            vec![
                article("gebyr:bygg:2026-01-01:2026-01-01:tilbygg", None),
                article("gebyr:bygg:2026-01-01:2026-07-01:tilbygg", None),
                article("gebyr:bygg:2026-01-01:2026-01-01:garasje", Some("2026-03-31")),
                article("gebyr:vann:2026-01-01:2026-01-01:tilkobling", None),
            ]
        };
        let expected = [
            "gebyr:bygg:2025-01-01:2025-01-01:brygge 2025-12-31",
            "gebyr:bygg:2025-01-01:2025-01-01:tilbygg 2025-12-31",
            "gebyr:bygg:2026-01-01:2026-01-01:garasje 2026-03-31",
            "gebyr:bygg:2026-01-01:2026-01-01:tilbygg 2026-06-30",
            "gebyr:bygg:2026-01-01:2026-07-01:tilbygg -",
            "gebyr:vann:2026-01-01:2026-01-01:tilkobling -",
        ];
        let forwards = in_turn(in_turn(Vec::new(), old()), new());
        assert_eq!(told(&forwards), expected);
        assert_eq!(told(&in_turn(in_turn(Vec::new(), new()), old())), expected);
        assert_eq!(told(&in_turn(forwards, new())), expected, "again changes nothing");
    }

    #[test]
    fn a_schedule_is_called_by_its_file_without_the_year() {
        for (file, name) in [
            ("gebyr-byggesak-2026.csv", "gebyr-byggesak"),
            ("2026.csv", "gebyr"),
            ("Vann og avløp 2025.csv", "vann-og-avløp"),
        ] {
            assert_eq!(schedule(file), name);
        }
    }
}
