//! Law references (hjemler): act, paragraph, ledd, nummer and bokstav in one form, whatever the act is called.

use super::{
    Hit, Kind, Strength, act,
    pattern::{Pattern, group, head, letter_after, tail, whole},
};
use jiff::civil::Date;
use regex::Captures;

/// An act's name right before the sign.
static ACT_BEFORE: Pattern = Pattern::new(concat!(
    r"(?i)(?:^|[^a-zæøåäö])((?:[a-zæøå]+-~og~)?[a-zæøå]+(?:lov|loven|lova|forskrift|forskriften|forskrifta)|",
    r"lov~om~sosiale~tjenester~i~nav|byggteknisk~forskrift|personvernforordningen|personvernforordninga|gdpr|",
    r"fvl|offl|pbl|oppll|opll|bhgl|koml|arkl|popplyl|hol|sotjl|bvl|pbrl|pasrl|forurl|matrl|alkl|vegl|efvf|sak10|tek17)\.?,?~{0,2}$"
));
/// An act's name behind: «§ 11 a i forvaltningsloven».
static ACT_BEHIND: Pattern = Pattern::new(
    r"(?i)^~i~((?:[a-zæøå]+-~og~)?[a-zæøå]+(?:loven|lova|forskriften|forskrifta)|fvl|offl|pbl|bhgl|koml)\b\.?",
);
static PARAGRAPH: Pattern = Pattern::new(
    r"(?i)(?:§{1,2}~{0,2}|\bparagraf(?:en)?~{1,2}|\bart(?:ikkel|icle)?\.?~{1,2})([0-9]{1,3}(?:-[0-9]{1,3})?)",
);
static LEDD: Pattern = Pattern::new(
    r"(?i)^,?~{0,2}(?:(første|fyrste|andre|annet|tredje|fjerde|femte|sjette|siste|[0-9]{1,2}\.?)~ledd|ledd~([0-9]{1,2}))\b",
);
static NUMBER: Pattern = Pattern::new(r"(?i)^,?~{0,2}(?:nr|nummer)\.?~{0,2}([0-9]{1,2})\b");
static LETTER: Pattern = Pattern::new(r"(?i)^,?~{0,2}(?:bokstav|litra)~{1,2}([a-z])\b");
/// A further paragraph of the same act: «§§ 18 og 19».
static FURTHER: Pattern = Pattern::new(
    r"(?i)^(?:~{0,2},~{0,2}|~{1,2}(?:og|eller|jf\.?|and|or)~{1,2})(?:§{1,2}~{0,2})?([0-9]{1,3}(?:-[0-9]{1,3})?)",
);

/// All references. Parts of an act without a name are kept as `§ 11`.
pub(super) fn find(text: &str, _: Date) -> Vec<Hit> {
    let mut hits = Vec::new();
    if !["§", "arag", "rt", "RT", "ARAG"].iter().any(|sign| text.contains(sign)) {
        return hits;
    }
    for found in PARAGRAPH.find_before_letters(text) {
        let mut reference = Reference::begin(text, &found);
        if group(&found, 0).to_lowercase().starts_with("art") && reference.act != "gdpr" {
            continue;
        }
        let plural = group(&found, 0).starts_with("§§");
        reference.read_parts(text);
        reference.read_act_behind(text);
        let (end, act) = (reference.end, reference.act.clone());
        hits.push(reference.hit());
        if plural {
            read_further(text, &act, end, &mut hits);
        }
    }
    hits
}

/// The further paragraphs of a list, each a value of its own.
fn read_further(text: &str, act: &str, mut end: usize, hits: &mut Vec<Hit>) {
    while let Some(found) = FURTHER.find_before_letters(head(text, end, 24)).next() {
        let Some(number) = found.get(1) else { return };
        let (letter, stop) = letter_after(text, end + number.end());
        let value = join(act, "§", number.as_str(), &letter);
        hits.push(Hit::new(Kind::Law, end + number.start()..stop, value, Strength::Strong));
        end = stop;
    }
}

struct Reference {
    start: usize,
    end: usize,
    act: String,
    sign: &'static str,
    number: String,
    letter: String,
    parts: String,
}

impl Reference {
    fn begin(text: &str, found: &Captures<'_>) -> Self {
        let range = whole(found);
        let before = tail(text, range.start, 70);
        let named = ACT_BEFORE.first(before);
        let name = named.as_ref().and_then(|named| named.get(1));
        let start = name.map_or(range.start, |name| range.start - before.len() + name.start());
        let act = name.map(|name| act::short(name.as_str())).unwrap_or_default();
        let (letter, end) = letter_after(text, range.end);
        let sign = if group(found, 0).to_lowercase().starts_with("art") { "art" } else { "§" };
        Self { start, end, act, sign, number: group(found, 1).to_owned(), letter, parts: String::new() }
    }

    /// Ledd, nummer and bokstav, in that order.
    fn read_parts(&mut self, text: &str) {
        for (pattern, word) in [(&LEDD, "ledd"), (&NUMBER, "nr"), (&LETTER, "bokstav")] {
            let Some(found) = pattern.first(head(text, self.end, 40)) else { continue };
            let part = [group(&found, 1), group(&found, 2)].concat().to_lowercase();
            self.parts += &format!(" {word} {}", ordinal(&part));
            self.end += whole(&found).end;
        }
    }

    fn read_act_behind(&mut self, text: &str) {
        if !self.act.is_empty() {
            return;
        }
        if let Some(found) = ACT_BEHIND.first(head(text, self.end, 70)) {
            self.act = act::short(group(&found, 1));
            self.end += whole(&found).end - usize::from(group(&found, 0).ends_with('.'));
        }
    }

    fn hit(self) -> Hit {
        let value = join(&self.act, self.sign, &self.number, &self.letter) + &self.parts;
        Hit::new(Kind::Law, self.start..self.end, value, Strength::Strong)
    }
}

/// `fvl § 11 a`.
fn join(act: &str, sign: &str, number: &str, letter: &str) -> String {
    [act, sign, number, letter].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn ordinal(word: &str) -> &str {
    match word {
        "første" | "fyrste" => "1",
        "andre" | "annet" => "2",
        "tredje" => "3",
        "fjerde" => "4",
        "femte" => "5",
        "sjette" => "6",
        other => other.trim_end_matches('.'),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn law_references_have_one_form() {
        assert_table(
            Kind::Law,
            &[
                ("jf. fvl. § 11 a.", &["fvl § 11 a"]),
                ("etter forvaltningsloven § 11a", &["fvl § 11 a"]),
                ("forvaltningslova § 11 a", &["fvl § 11 a"]),
                ("§ 11 a i forvaltningsloven", &["fvl § 11 a"]),
                ("§ 29 i forvaltningsloven", &["fvl § 29"]),
                ("pbl. § 20-1", &["pbl § 20-1"]),
                ("plan- og bygningsloven § 20-1 første ledd bokstav a", &["pbl § 20-1 ledd 1 bokstav a"]),
                ("offentleglova § 13 andre ledd nr. 2 bokstav b", &["offl § 13 ledd 2 nr 2 bokstav b"]),
                ("SAK10 § 4-1", &["SAK10 § 4-1"]),
                ("forvaltningsloven §§ 18 og 19", &["fvl § 18", "fvl § 19"]),
                ("hundeloven § 4", &["hundeloven § 4"]),
                ("hundelova § 4", &["hundeloven § 4"]),
                ("jf. § 42 og ellers", &["§ 42"]),
                ("personvernforordningen artikkel 6 nr. 1", &["gdpr art 6 nr 1"]),
                ("art. 6 i listen", &[]),
                ("loven sier 11", &[]),
            ],
        );
    }
}
