//! Law references (hjemler): act, paragraph, ledd, nummer and bokstav in one form, whatever the act is called.

use super::{
    Hit, Kind, Strength, act,
    pattern::{Pattern, group, head, is_blank, letter_after, tail, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;
use regex::Captures;

/// An act's name right before the sign.
static ACT_BEFORE: Pattern = Pattern::new(concat!(
    r"(?i)(?:^|[^a-zæøåäö])((?:[a-zæøå]+-~og~)?[a-zæøå]+(?:lov|loven|lova|forskrift|forskriften|forskrifta)|",
    r"(?:lov|forskrift)~(?:av~)?[0-9]{1,2}\.~[a-z]+~[0-9]{4}(?:~nr\.?~[0-9]{1,4})?(?:~om~[a-zæøå~-]{4,80})?|(?:lov|for)-[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]{1,4})?|",
    r"(?:lov|forskrift)~(?:om|til)~[a-zæøå~-]{4,80}?|byggteknisk~forskrift|personvernforordningen|personvernforordninga|gdpr|",
    r"(?:public~administration|freedom~of~information|planning~and~building|education|kindergarten|local~government|archives|personal~data|health~and~care~services|social~services|child~welfare|pollution~control|property~tax|language|sámi|sami|alcohol|roads|dog|working~environment|national~insurance)~act|general~data~protection~regulation|",
    r"fvl|offl|pbl|oppll|opll|opplæringsl|bhgl|bhl|barnehagel|koml|kommunel|arkl|popplyl|pol|hol|sotjl|bvl|pbrl|pasrl|forurl|matrl|alkl|vegl|aml|ftrl|skl|domstl|jordl|eigskl|esktl|grl|efvf|sak~?10|tek~?17)\.?,?~{0,2}(?:\(([a-zæøå0-9~-]{2,40})\)~{0,2})?$"
));
/// An act's name behind: «§ 11 a i forvaltningsloven», "section 28 of the Public Administration Act", "article 15 GDPR".
static ACT_BEHIND: Pattern = Pattern::new(concat!(
    r"(?i)^,?~(?:(?:i|of~the|in~the|of|in)~)?((?:[a-zæøå]+-~og~)?[a-zæøå]+(?:loven|lova|forskriften|forskrifta)|fvl|offl|pbl|bhgl|koml|sak~?10|tek~?17|gdpr|personvernforordningen|personvernforordninga|general~data~protection~regulation|",
    r"(?:public~administration|freedom~of~information|planning~and~building|education|kindergarten|local~government|archives|personal~data|health~and~care~services|social~services|child~welfare|pollution~control|property~tax|language|sámi|sami|alcohol|roads|dog|working~environment|national~insurance)~act|",
    r"(?:lov|forskrift)~om~(?:[a-zæøå-]+(?:~og~[a-zæøå-]+)?))\b\.?",
));
static PARAGRAPH: Pattern = Pattern::on(
    r"(?i)(?:§{1,2}~{0,2}|\bparagraf(?:en|ane|ene)?~{1,2}|\bsections?~{1,2}|\bart(?:ikkel|ikkelen|ikler|iklar|icles?)?\.?~{1,2})([0-9]{1,3}(?:-[0-9]{1,3})?)",
    Needs::figures(1).all(Signs::LAW),
);
static LEDD: Pattern = Pattern::new(concat!(
    r"(?i)^,?~{0,2}(?:(første|fyrste|andre|annet|tredje|fjerde|femte|sjette|siste|[0-9]{1,2}\.?)~ledd(?:et)?|ledd~([0-9]{1,2})|",
    r"(first|second|third|fourth|fifth|sixth)~paragraph)\b",
));
/// The figure in brackets ends without a word's boundary.
static BRACKET: Pattern = Pattern::new(r"^~?\(([0-9]{1,2})\)");
static SENTENCE: Pattern =
    Pattern::new(r"(?i)^,?~{0,2}(første|fyrste|andre|annet|tredje|fjerde|femte|siste)~(?:punktum|setning)(?:et)?\b");
static NUMBER: Pattern = Pattern::new(r"(?i)^,?~{0,2}(?:nr|nummer|no)\.?~{0,2}([0-9]{1,2})\b");
static LETTER: Pattern = Pattern::new(r"(?i)^,?~{0,2}(?:bokstav|litra|letter)~{1,2}([a-z])\b");
/// A further paragraph of the same act: «§§ 18 og 19», «§§ 18 til 22», «§§ 18–22».
static FURTHER: Pattern = Pattern::new(
    r"(?i)^(?:~{0,2},~{0,2}|~?[–-]~?|~{1,2}(?:og|eller|til|jf\.?|and|or|to)~{1,2})(?:§{1,2}~{0,2})?([0-9]{1,3}(?:-[0-9]{1,3})?)",
);
/// Between two references to one act of which only the first names it: «fvl. § 27 og § 28».
static BETWEEN: Pattern = Pattern::new(r"(?i)^(?:,?~(?:og|eller|samt|jf\.?|jfr\.?|and|or)~|,~)$");

/// All references. Parts of an act without a name are kept as `§ 11`.
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    if !["§", "arag", "ARAG", "rt", "RT", "ection"].iter().any(|sign| text.text.contains(sign)) {
        return hits;
    }
    let mut last = (0, String::new());
    for found in PARAGRAPH.find_before_letters(text) {
        let mut reference = Reference::begin(text, &found);
        let (word, plural) = (group(&found, 0).to_lowercase(), is_plural(group(&found, 0)));
        reference.read_parts(text);
        reference.read_act_behind(text);
        if reference.act.is_empty() && BETWEEN.first(&text[last.0.min(reference.start)..reference.start]).is_some() {
            reference.act.clone_from(&last.1);
        }
        let named = if word.starts_with("art") { reference.act == "gdpr" } else { !reference.act.is_empty() };
        if !named
            && (word.starts_with("art") || word.starts_with("section"))
            && !(plural && is_named_later(text, &reference))
        {
            continue;
        }
        last = push(text, reference, plural, &mut hits);
    }
    hits
}

/// Adds a reference and what its list goes on with; returns where that ends and whose it is.
fn push(text: &str, reference: Reference, plural: bool, hits: &mut Vec<Hit>) -> (usize, String) {
    let (first, sign, own) = (hits.len(), reference.sign, reference.act.clone());
    let mut end = reference.end;
    hits.push(reference.hit());
    if plural {
        end = read_further(text, (&own, sign), end, hits);
    }
    // The act of a whole list may be named behind it: «§§ 18 og 19 i forvaltningsloven».
    let behind = ACT_BEHIND.first(head(text, end, 70)).filter(|_| own.is_empty());
    let Some(behind) = behind else { return (end, own) };
    let act = act_named(group(&behind, 1));
    for hit in &mut hits[first..] {
        hit.value = format!("{act} {}", hit.value);
    }
    (end + whole(&behind).end, act)
}

fn is_plural(sign: &str) -> bool {
    let sign = sign.to_lowercase();
    sign.starts_with("§§")
        || ["paragrafane", "paragrafene", "sections", "articles", "artikler", "artiklar"]
            .iter()
            .any(|word| sign.starts_with(word))
}

/// Whether a list that this reference begins names its act at its end.
fn is_named_later(text: &str, reference: &Reference) -> bool {
    let end = read_further(text, ("", reference.sign), reference.end, &mut Vec::new());
    ACT_BEHIND.first(head(text, end, 70)).is_some()
}

/// The further paragraphs of a list, each a value of its own; returns where the list ends.
fn read_further(text: &str, (act, sign): (&str, &str), mut end: usize, hits: &mut Vec<Hit>) -> usize {
    while let Some(found) = FURTHER.first_before_letters(head(text, end, 24)) {
        let Some(number) = found.get(1) else { return end };
        let (letter, stop) = letter_after(text, end + number.end());
        let value = join(act, sign, number.as_str(), &letter);
        hits.push(Hit::new(Kind::Law, end + number.start()..stop, value, Strength::Strong));
        end = stop;
    }
    end
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
        let before = tail(text, range.start, 140);
        let named = ACT_BEFORE.first(before);
        let name = named.as_ref().and_then(|named| named.get(1)).filter(|name| !leads_on(name.as_str()));
        let year = named.as_ref().map(|named| group(named, 2)).filter(|year| is_year(year));
        let start = name.map_or(range.start, |name| range.start - before.len() + name.start());
        let act =
            name.map(|name| join(&act_named(name.as_str()), year.unwrap_or_default(), "", "")).unwrap_or_default();
        let (letter, end) = letter_after(text, range.end);
        let sign = if group(found, 0).to_lowercase().starts_with("art") { "art" } else { "§" };
        Self { start, end, act, sign, number: group(found, 1).to_owned(), letter, parts: String::new() }
    }

    /// Ledd, punktum, nummer and bokstav, in that order.
    fn read_parts(&mut self, text: &str) {
        for (pattern, word) in
            [(&LEDD, "ledd"), (&BRACKET, "ledd"), (&SENTENCE, "punktum"), (&NUMBER, "nr"), (&LETTER, "bokstav")]
        {
            let Some(found) = pattern.first(head(text, self.end, 40)) else { continue };
            let part: String = found.iter().skip(1).flatten().map(|part| part.as_str()).collect();
            self.parts += &format!(" {word} {}", ordinal(&part.to_lowercase()));
            self.end += whole(&found).end;
        }
    }

    fn read_act_behind(&mut self, text: &str) {
        if !self.act.is_empty() {
            return;
        }
        if let Some(found) = ACT_BEHIND.first(head(text, self.end, 70)) {
            self.act = act_named(group(&found, 1));
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

/// The short name, whatever the act is called: by its date too, «lov 10. februar 1967», or by its formal title.
fn act_named(name: &str) -> String {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(is_blank).filter(|word| !word.is_empty() && *word != "av").collect();
    let [kind @ ("lov" | "forskrift"), day, month, year, rest @ ..] = words.as_slice() else {
        return act::short(&name);
    };
    let (Ok(day), Some(month)) = (day.trim_end_matches('.').parse::<u8>(), super::date::month_number(month)) else {
        return act::short(&name);
    };
    let number = rest.first().filter(|word| word.starts_with("nr")).and(rest.get(1));
    let number = number.map_or_else(String::new, |number| format!("-{number}"));
    act::short(&format!("{}-{year}-{month:02}-{day:02}{number}", kind.get(..3).unwrap_or(kind)))
}

/// «forskrift om unntak fra kravene i § 7» names no act: what it says of the section goes on.
fn leads_on(name: &str) -> bool {
    let last = name.rsplit(is_blank).next().unwrap_or_default();
    ["i", "etter", "av", "til", "med", "for", "og", "jf", "om"].contains(&last)
}

/// «plan- og bygningsloven (1985)»: an older act of that name.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn ordinal(word: &str) -> &str {
    match word {
        "første" | "fyrste" | "first" => "1",
        "andre" | "annet" | "second" => "2",
        "tredje" | "third" => "3",
        "fjerde" | "fourth" => "4",
        "femte" | "fifth" => "5",
        "sjette" | "sixth" => "6",
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
                ("fvl.§28", &["fvl § 28"]),
                ("offl. §§ 13 og 14", &["offl § 13", "offl § 14"]),
                ("pbl. § 21-4", &["pbl § 21-4"]),
                ("pbl. §§ 20-1, 20-2 og 20-3", &["pbl § 20-1", "pbl § 20-2", "pbl § 20-3"]),
                ("forvaltningsloven §§ 18–22", &["fvl § 18", "fvl § 22"]),
                ("forvaltningslova §§ 27 til 36", &["fvl § 27", "fvl § 36"]),
                ("§§ 18 og 19 i forvaltningsloven", &["fvl § 18", "fvl § 19"]),
                ("fvl. § 27 og § 28", &["fvl § 27", "fvl § 28"]),
                ("fvl. § 18, jf. § 19", &["fvl § 18", "fvl § 19"]),
                ("offl. § 13 jf. fvl. § 13", &["offl § 13", "fvl § 13"]),
                ("forvaltningsloven § 28 første ledd", &["fvl § 28 ledd 1"]),
                ("forvaltningslova § 28 fyrste leddet", &["fvl § 28 ledd 1"]),
                ("forvaltningsloven § 25 første ledd annet punktum", &["fvl § 25 ledd 1 punktum 2"]),
                ("pbl. § 20-1 (1) bokstav a", &["pbl § 20-1 ledd 1 bokstav a"]),
                ("forvaltningsloven paragraf 28", &["fvl § 28"]),
                ("paragraf 28 i forvaltningslova", &["fvl § 28"]),
                ("lov om barnehager § 16", &["bhgl § 16"]),
                ("lov om kommuner og fylkeskommuner § 5-1", &["koml § 5-1"]),
                ("lov 10. februar 1967 § 28", &["fvl § 28"]),
                ("lov 27. juni 2008 nr. 71 § 20-1", &["pbl § 20-1"]),
                ("lov av 17. juni 2005 nr. 64 om barnehager (barnehageloven) § 16", &["bhgl § 16"]),
                ("LOV-1967-02-10 § 28", &["fvl § 28"]),
                ("forskrift om byggesak § 5-4", &["SAK10 § 5-4"]),
                ("SAK 10 § 5-4", &["SAK10 § 5-4"]),
                ("byggesaksforskriften § 5-4", &["SAK10 § 5-4"]),
                ("byggteknisk forskrift (TEK17) § 12-5", &["TEK17 § 12-5"]),
                ("plan- og bygningsloven (1985) § 25", &["pbl 1985 § 25"]),
                ("forskrift om unntak fra kravene i § 7", &["§ 7"]),
                ("GDPR art. 15", &["gdpr art 15"]),
                ("personvernforordninga artikkel 15 nr. 3", &["gdpr art 15 nr 3"]),
                ("article 15 of the GDPR", &["gdpr art 15"]),
                ("section 28 of the Public Administration Act", &["fvl § 28"]),
                ("sections 18 and 19 of the Public Administration Act", &["fvl § 18", "fvl § 19"]),
                ("Planning and Building Act section 20-1", &["pbl § 20-1"]),
                ("section 28, second paragraph, of the Public Administration Act", &["fvl § 28 ledd 2"]),
                ("see section 4 of the form", &[]),
                ("sections 2 and 3 of the form", &[]),
                ("loven sier 11", &[]),
            ],
        );
    }
}
