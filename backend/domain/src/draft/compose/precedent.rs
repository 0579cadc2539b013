//! What we answered before (tidligere svar): the words of an earlier letter of ours to the same kind of question; its values are
//! bound anew to what is known today and in this case, and what nothing bears becomes a gap. A newer rule of the same matter wins.

use super::{asked::Asked, letter::Letter, topic::Topic, wanted::Wanted, wording};
use crate::draft::brief::Excerpt;
use crate::evidence::{Origin, earlier, sentence, word};
use crate::value::{self, Kind, Value};
use jiff::civil::Date;
use vocabulary::Language;

/// Whether an excerpt is a letter to somebody, and so was written about another person's matter.
pub(super) fn is_answer(excerpt: &Excerpt) -> bool {
    excerpt.origin == Origin::Answer || excerpt.origin == Origin::Decision && wording::addresses(&excerpt.text)
}

/// Answers with the words of the nearest earlier answer that no rule has overtaken; `false` when none is near enough, or when all it
/// says belongs to somebody. One in another language than the reply's is quoted, where each of its values still holds.
pub(super) fn tell(letter: &mut Letter, asked: &Asked) -> bool {
    let wanted = Wanted::new(asked, letter.brief, Topic::Other);
    let answers = letter.answers().filter(|excerpt| !is_overtaken(letter, excerpt));
    let near = |excerpt: &'_ Excerpt| {
        let (score, said) = wanted.nearest(excerpt, Topic::Other)?;
        Some(((wording::fits(&excerpt.text, letter.language), score), said))
    };
    let found = answers.filter_map(|excerpt| near(excerpt).map(|(score, said)| (score, excerpt, said)));
    // The first of equals wins: the newest stands first.
    let Some(((fits, _), excerpt, said)) = found.reduce(|best, next| if next.0 > best.0 { next } else { best }) else {
        return false;
    };
    let ground = Ground::of(letter);
    let restated: Vec<_> = said.iter().filter_map(|text| ground.restate(letter.language, excerpt, text)).collect();
    if fits { say(letter, restated) } else { quote(letter, excerpt, restated) }
}

/// Whether a rule of the same matter is newer than the answer.
fn is_overtaken(letter: &Letter, answer: &Excerpt) -> bool {
    let rules = letter.evidence().filter(|excerpt| is_rule(excerpt));
    let mut rules = rules.map(|rule| (rule.title.as_str(), rule.valid_from));
    rules.any(|rule| earlier::is_overtaken((&answer.title, answer.date), rule))
}

fn is_rule(excerpt: &Excerpt) -> bool {
    matches!(excerpt.origin, Origin::Article | Origin::Fee | Origin::Law)
}

/// The sentences as our own words of today.
fn say(letter: &mut Letter, restated: Vec<Restated>) -> bool {
    let any = !restated.is_empty();
    for (at, one) in restated.into_iter().enumerate() {
        match one {
            Restated { open: false, sentence, citations } => letter.claim(sentence, &citations),
            // What only goes on, and would need filling, is not needed; without a condition the rest would not be true.
            Restated { sentence, citations, .. } if at == 0 || restricts(&sentence) => {
                letter.claim_in_part(sentence, &citations);
            }
            Restated { .. } => {}
        }
    }
    any
}

/// Whether a sentence says what must, may not or need be done.
fn restricts(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "må", "skal", "ikke", "ikkje", "bare", "berre", "kun", "unntatt", "unnateke", "likevel", "krever", "krev",
        "must", "not", "only", "unless", "except",
    ];
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| WORDS.contains(&word))
}

/// The sentences between quotation marks, where nothing in them needs filling but what only goes on.
fn quote(letter: &mut Letter, answer: &Excerpt, restated: Vec<Restated>) -> bool {
    let is_partial = restated.iter().any(|one| one.open && restricts(&one.sentence));
    let whole: Vec<_> = restated.into_iter().take_while(|one| !one.open).collect();
    if is_partial || whole.is_empty() {
        return false;
    }
    let mut citations = vec![answer.number];
    for number in whole.iter().flat_map(|one| &one.citations) {
        if !citations.contains(number) {
            citations.push(*number);
        }
    }
    let words: Vec<_> = whole.into_iter().map(|one| one.sentence).collect();
    let lead = letter.pick(
        "Vi har svart slik på det samme før:",
        "Vi har svart slik på det same før:",
        "We have answered the same question before (in Norwegian):",
    );
    letter.claim(format!("{lead} {}", wording::quoted(&words.join(" "), letter.language)), &citations);
    true
}

/// A sentence of an earlier answer as it may be said again.
struct Restated {
    sentence: String,
    citations: Vec<u16>,
    /// Whether a value of it is a gap now.
    open: bool,
}

/// What bears values today: every sentence of the evidence that facts may be taken from.
struct Ground {
    passages: Vec<Passage>,
    /// The words of the rules, in which a name is nobody's secret.
    published: String,
    today: Date,
}

struct Passage {
    source: u16,
    language: Option<Language>,
    values: Vec<Value>,
    /// What it is about, with its heading.
    stems: Vec<String>,
}

impl Ground {
    fn of(letter: &Letter) -> Self {
        let today = letter.brief.today;
        let bearing: Vec<_> = letter.evidence().collect();
        let passages = bearing.iter().flat_map(|excerpt| {
            let language = wording::language_of(&excerpt.text);
            let passage = move |range: std::ops::Range<usize>| {
                let text = &excerpt.text[range];
                let stems = word::stems(&format!("{} {text}", excerpt.title));
                Passage { source: excerpt.number, language, values: value::find(text, today), stems }
            };
            sentence::split(&excerpt.text).into_iter().map(passage)
        });
        let rules = bearing.iter().filter(|excerpt| is_rule(excerpt)).map(|excerpt| excerpt.text.to_lowercase());
        Self { passages: passages.collect(), published: rules.collect::<Vec<_>>().join("\n"), today }
    }

    /// The sentence with each value borne by a source of today, or a gap in its place; `None` for one that speaks of somebody, or has
    /// a figure that is no value.
    fn restate(&self, language: Language, answer: &Excerpt, text: &str) -> Option<Restated> {
        let text = wording::borrowed(text);
        let values = value::find(&text, self.today);
        if sentence::split(&text).len() > 1 || values.iter().any(|value| self.is_of_somebody(value)) {
            return None;
        }
        let mut about = word::stems(&text);
        let own: Vec<_> = values.iter().flat_map(|value| word::stems(&value.text)).collect();
        about.retain(|stem| !own.contains(stem) && stem.chars().all(char::is_alphabetic));
        let mut restated = Restated { sentence: String::new(), citations: vec![answer.number], open: false };
        let mut rest = text.as_str();
        for value in &values {
            let (before, after) = rest.split_once(value.text.as_str())?;
            if has_figure(before) {
                return None;
            }
            restated.sentence.push_str(before);
            rest = after;
            match self.bound(value, &about, language) {
                Some((words, source)) => restated.bind(&words, source),
                None => restated.leave_open(label(language, value.kind)),
            }
        }
        if has_figure(rest) {
            return None;
        }
        restated.sentence.push_str(rest);
        restated.sentence = wording::stopped(&restated.sentence);
        Some(restated)
    }

    /// A telephone or an address of mail is bound to a source by itself; a name must be published.
    fn is_of_somebody(&self, value: &Value) -> bool {
        earlier::is_somebodys(value.kind)
            && !matches!(value.kind, Kind::Phone | Kind::Email)
            && !self.published.contains(&value.text.to_lowercase())
    }

    /// The value as a source has it that speaks of the same, and the source: the same one, or the one that holds in its place today.
    fn bound(&self, value: &Value, about: &[String], language: Language) -> Option<(String, u16)> {
        let is_same = |there: &Value| there.kind == value.kind && there.value == value.value;
        let same = self.passages.iter().find(|passage| {
            let near = names_by_itself(value.kind) || word::shared(about, &passage.stems) > 0;
            near && passage.values.iter().any(is_same)
        });
        if let Some(passage) = same {
            return Some((value.text.clone(), passage.source));
        }
        let successors = self.passages.iter().filter(|passage| {
            let shared = word::shared(about, &passage.stems);
            shared > 1 && shared * 2 > about.len() && passage.language.is_none_or(|own| own == language)
        });
        let mut successors = successors.filter_map(|passage| Some((only(&passage.values, value)?, passage.source)));
        let (words, source) = successors.next()?;
        // Two that could be meant are none.
        successors.all(|(other, _)| other == words).then_some((words, source))
    }
}

impl Restated {
    fn bind(&mut self, words: &str, source: u16) {
        self.sentence.push_str(words);
        if !self.citations.contains(&source) {
            self.citations.push(source);
        }
    }

    fn leave_open(&mut self, label: &str) {
        self.open = true;
        self.sentence.push_str(&format!("⟦{label}⟧"));
    }
}

/// Whether a value names one thing wherever it stands.
fn names_by_itself(kind: Kind) -> bool {
    earlier::is_somebodys(kind) || kind == Kind::Law
}

/// The words of the one value of the same kind and unit among these; `None` where there are none, or several.
fn only(values: &[Value], wanted: &Value) -> Option<String> {
    let measured = matches!(wanted.kind, Kind::Amount | Kind::Deadline | Kind::Percent | Kind::Date | Kind::Time);
    let mut same = values.iter().filter(|value| value.kind == wanted.kind && unit(value) == unit(wanted));
    let first = same.next().filter(|_| measured)?;
    same.next().is_none().then(|| first.text.clone())
}

/// What an amount is reckoned by (`/m²`); durations and dates have no unit to differ in.
fn unit(value: &Value) -> &str {
    value.value.find('/').map_or("", |at| &value.value[at..])
}

/// Whether words hold a figure, in digits or in letters.
fn has_figure(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        word.contains(|c: char| c.is_ascii_digit())
            || word == "to"
            || value::spelled(word).is_some_and(|number| number > 1)
    })
}

/// What a gap waits for.
fn label(language: Language, kind: Kind) -> &'static str {
    let [nb, nn, en] = match kind {
        Kind::Amount => ["beløp", "beløp", "amount"],
        Kind::Date => ["dato", "dato", "date"],
        Kind::Deadline => ["hvor lang tid", "kor lang tid", "how long"],
        Kind::Law => ["lovhjemmel", "lovheimel", "law"],
        Kind::Phone => ["telefonnummer", "telefonnummer", "telephone number"],
        Kind::Email => ["e-postadresse", "e-postadresse", "email address"],
        Kind::Percent => ["prosent", "prosent", "per cent"],
        Kind::Time => ["klokkeslett", "klokkeslett", "time"],
        _ => ["tall", "tal", "number"],
    };
    language.pick(nb, nn, en)
}
