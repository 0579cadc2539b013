//! What is asked (spørsmål): sentences with a question mark, and those that ask without one, each in the citizen's own words.

mod asking;
mod part;

use super::sentence;

/// At most so many are kept.
const MOST: usize = 25;
/// A longer sentence is no question that could be answered, in bytes.
const LONGEST: usize = 1_200;

/// The questions of a text, in order, none twice.
#[must_use]
pub fn find(text: &str) -> Vec<String> {
    let mut found = Found::default();
    let sentences = sentence::split(text);
    for (at, range) in sentences.iter().enumerate() {
        if found.questions.len() >= MOST {
            break;
        }
        let next = sentences.get(at + 1).map_or("", |range| &text[range.clone()]);
        found.read(&text[range.clone()], next);
    }
    found.finish()
}

/// The questions so far.
#[derive(Default)]
struct Found {
    questions: Vec<String>,
    /// Sentences that only lead up to questions, by their place among these.
    leads: Vec<usize>,
    /// What was announced is being listed.
    listing: bool,
    /// The sentence before was the mark of a list item («1.»).
    marked: bool,
}

impl Found {
    fn read(&mut self, sentence: &str, next: &str) {
        let item = self.marked || sentence::is_item(sentence);
        self.marked = is_mark(sentence);
        if self.marked {
            return;
        }
        self.listing &= item;
        parts(sentence).into_iter().for_each(|part| self.read_part(part, next));
    }

    fn read_part(&mut self, part: &str, next: &str) {
        let sentence = bare(part);
        let lower = sentence.to_lowercase();
        let asks = sentence.len() <= LONGEST && asks(&lower) && !is_greeting(&lower) && !is_offer(&lower, next);
        if asks || (self.listing && sentence.len() <= LONGEST) {
            self.add(&sentence, &lower);
        }
        self.listing |= (sentence::is_item(next) || is_mark(next)) && announces(&lower);
    }

    fn add(&mut self, sentence: &str, lower: &str) {
        for question in part::split(part::without_lead(sentence)) {
            let question = capitalised(&question);
            if !self.questions.contains(&question) && self.questions.len() < MOST {
                if question.ends_with(':') || (announces(lower) && is_count(lower)) {
                    self.leads.push(self.questions.len());
                }
                self.questions.push(question);
            }
        }
    }

    /// «Jeg lurer på tre ting:» only leads up to what is asked, where anything is.
    fn finish(self) -> Vec<String> {
        let Self { mut questions, leads, .. } = self;
        if questions.len() > leads.len() {
            leads.iter().rev().for_each(|place| drop(questions.remove(*place)));
        }
        questions
    }
}

fn asks(lower: &str) -> bool {
    let words = lower.split_whitespace().count();
    if lower.contains('?') {
        return words >= 2 || asking::begins_with_question_word(lower);
    }
    words >= 3 && (asking::indirect(lower).is_some() || asks_without_mark(lower))
}

/// «Når er fristen» is a question without its mark; «Har du spørsmål, ring oss» and «Når jeg ringte» are none.
fn asks_without_mark(lower: &str) -> bool {
    let lead = part::without_lead(lower);
    asking::begins(lead)
        && !lower.ends_with(['!', ':'])
        && (lead.len() < lower.len() || !is_condition(lower))
        && ![" ta kontakt", " ring ", " ta gjerne", " contact us"].iter().any(|words| lower.contains(words))
}

/// What follows the comma of a condition is no further question.
fn is_condition(lower: &str) -> bool {
    let joined = |rest: &str| ["og ", "and ", "eller ", "or ", "men "].iter().any(|joint| rest.starts_with(joint));
    lower.split_once(", ").is_some_and(|(_, rest)| !joined(rest))
}

/// «Jeg har noen spørsmål», «Jeg lurer på to ting».
fn announces(lower: &str) -> bool {
    [
        "spørsmål",
        "questions",
        "frågor",
        "spørgsmål",
        "lurer",
        "lurar",
        "wonder",
        "undrar",
        "vite",
        "know",
        "svar på",
        "veta",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Says how many things are asked, and none of them.
fn is_count(lower: &str) -> bool {
    let last = lower.trim_end_matches(['.', ':', '!', ' ']).rsplit(' ').next().unwrap_or_default();
    matches!(
        last,
        "ting"
            | "spørsmål"
            | "things"
            | "questions"
            | "saker"
            | "frågor"
            | "spørgsmål"
            | "følgende"
            | "følgjande"
            | "dette"
            | "following"
    )
}

/// How one greets is no question to answer.
fn is_greeting(lower: &str) -> bool {
    let asked = [
        "hvordan går det",
        "korleis går det",
        "hvordan har du det",
        "hvordan har dere det",
        "how are you",
        "går det bra",
    ];
    lower.split_whitespace().count() <= 6 && asked.iter().any(|words| lower.contains(words))
}

/// Whether a question only leads to a link, as advertisements ask («Vil du ha flere tilbud? Klikk her: https://…»).
fn is_offer(question: &str, next: &str) -> bool {
    const OFFERS: [&str; 7] =
        ["vil du ", "ønsker du ", "ønskjer du ", "har du lyst", "do you want", "would you like", "want "];
    OFFERS.iter().any(|offer| question.starts_with(offer))
        && ["http://", "https://", "www."].iter().any(|link| next.to_lowercase().contains(link))
}

/// People who write without points begin a question on a line of its own: a sentence in parts, each but the first such a line.
fn parts(sentence: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for start in sentence.match_indices('\n').map(|(at, _)| at + 1) {
        let line = sentence[start..].trim_start();
        if asking::begins(&line[..line.floor_char_boundary(80)].to_lowercase()) {
            parts.push(sentence[from..start].trim());
            from = start;
        }
    }
    parts.push(sentence[from..].trim());
    parts
}

/// The mark of a list item alone.
fn is_mark(sentence: &str) -> bool {
    let mark = sentence.trim_end_matches(['.', ')']);
    mark.len() < sentence.len() && mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// On one line, without list marks.
fn bare(sentence: &str) -> String {
    let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches(['-', '–', '*', '•', '·', ' ']);
    match line.split_once(['.', ')']) {
        Some((mark, rest)) if mark.len() == 1 && rest.starts_with(' ') => rest.trim_start().to_owned(),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn questions_are_found_in_the_citizens_words() {
        let table: &[(&str, &[&str])] = &[
            ("Hei!\nHva koster det å søke?", &["Hva koster det å søke?"]),
            (
                "Jeg lurer på om det er kommet noe svar på søknaden min.",
                &["Jeg lurer på om det er kommet noe svar på søknaden min."],
            ),
            ("Hei. Eg lurer på kva tid barnehagen opnar.", &["Eg lurer på kva tid barnehagen opnar."]),
            ("Kan dere si når saken blir behandlet.", &["Kan dere si når saken blir behandlet."]),
            ("I would like to know when the office opens.", &["I would like to know when the office opens."]),
            (
                "Når er fristen for å klage, og hvor skal jeg sende klagen?",
                &["Når er fristen for å klage?", "Hvor skal jeg sende klagen?"],
            ),
            (
                "Jeg lurer på to ting:\nHva koster det?\nHei igjen, kan dere ringe meg?",
                &["Hva koster det?", "Kan dere ringe meg?"],
            ),
            (
                "Da gjenstår ett spørsmål: Hvor lenge må vi vente på attesten, og koster den noe ekstra?",
                &["Hvor lenge må vi vente på attesten?", "Koster den noe ekstra?"],
            ),
            ("Vil du ikke ha flere nyhetsbrev? Meld deg av her: https://konferanse.example/av", &[]),
            ("Kan jeg bygge garasje og carport på tomten?", &["Kan jeg bygge garasje og carport på tomten?"]),
            ("1. Hva er gebyret?\n2. Når er fristen?", &["Hva er gebyret?", "Når er fristen?"]),
            ("Takk for svaret. Ha en fin dag.", &[]),
            ("Er dette\nrett adresse?", &["Er dette rett adresse?"]),
        ];
        for (text, questions) in table {
            assert_eq!(find(text), *questions, "{text:?}");
        }
    }

    #[test]
    fn questions_without_a_question_mark_are_found() {
        for question in [
            "Når er fristen for å søke barnehageplass.",
            "Hvor mange uker tar det å få svar.",
            "Hva slags dokumentasjon trenger dere.",
            "Er det mulig å få utsatt fristen.",
            "Har dere mottatt søknaden min.",
            "Må jeg søke om å sette opp gjerde.",
            "Jeg vil bare høre om det er kommet noe nytt i saken.",
            "Jeg er usikker på om jeg må søke.",
            "Jeg vet ikke hvem jeg skal kontakte.",
            "Vi trenger informasjon om vanngebyret.",
            "Jeg ber om svar på når veien blir brøytet.",
            "Fortell meg hva som mangler.",
            "Kva tid får eg svar.",
            "Korleis søkjer eg om redusert foreldrebetaling.",
            "Finst det ledige plassar i SFO.",
            "Eg veit ikkje kor eg skal sende skjemaet.",
            "Eg vil gjerne vite kven som handsamar saka.",
            "Me lurer òg på om gebyret kan delast.",
            "When will you decide on my application.",
            "Do I need a permit for a shed.",
            "I am not sure whether I need to apply.",
            "Please let me know what is missing.",
            "We would like to ask about the fee.",
            "Jag undrar när jag får svar.",
            "Hvornår får jeg svar.",
        ] {
            assert_eq!(find(&format!("Takk for sist. {question} Ha en fin dag.")), [question], "{question}");
        }
    }

    #[test]
    fn what_only_looks_like_a_question_is_none() {
        for text in [
            "Når jeg ringte i går, fikk jeg ikke svar.",
            "Når søknaden er sendt, venter vi bare.",
            "Har du spørsmål, ring oss på 900 00 000.",
            "Får jeg ikke svar innen fredag, klager jeg til Statsforvalteren.",
            "Skulle det mangle noe, sender jeg det.",
            "Jeg bor der hvor veien svinger.",
            "Vi vil gjerne komme på befaring.",
            "Jeg vil takke for god hjelp.",
            "Jeg har svart på det dere spurte om.",
            "Hei, hvordan går det?",
            "Da kan dere bare avslutte saken.",
            "Eg sender skjemaet når eg får det.",
            "Når saka er ferdig, vil me flytte inn.",
            "When I called, nobody answered.",
            "Do not call me before noon.",
            "Is all well, then call me.",
            "I know what you decided.",
        ] {
            assert_eq!(find(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn several_questions_are_told_apart() {
        let table: &[(&str, &[&str])] = &[
            (
                "Når er fristen, hvor mye koster det og hvem skal jeg sende søknaden til?",
                &["Når er fristen?", "Hvor mye koster det?", "Hvem skal jeg sende søknaden til?"],
            ),
            (
                "Jeg lurer på når fristen er og hvor jeg skal sende søknaden.",
                &["Jeg lurer på når fristen er.", "Hvor jeg skal sende søknaden."],
            ),
            (
                "Eg lurer på om de har opent i påsken og om eg må bestille time.",
                &["Eg lurer på om de har opent i påsken.", "Om eg må bestille time."],
            ),
            (
                "How long does it take, and do I have to pay in advance?",
                &["How long does it take?", "Do I have to pay in advance?"],
            ),
            ("Kan jeg sende den til huset, hvor jeg bor?", &["Kan jeg sende den til huset, hvor jeg bor?"]),
            (
                "Jeg har tre spørsmål:\n1. Hva koster det?\n2. pris for to\n3) frist\n\nPå forhånd takk.",
                &["Hva koster det?", "Pris for to", "Frist"],
            ),
            ("Eg lurer på fleire ting:\n- gebyr\n- kor lang tid det tek\nTakk!", &["Gebyr", "Kor lang tid det tek"]),
            ("I have two questions.\n\n1) the fee\n2) the deadline", &["The fee", "The deadline"]),
            ("Jeg lurer på noen ting. Hva koster det?", &["Hva koster det?"]),
            (
                "Jeg har søkt om plass i barnehagen\nnår får jeg svar\nkan jeg velge barnehage selv",
                &["Når får jeg svar", "Kan jeg velge barnehage selv"],
            ),
            ("Vi har søkt om plass\nHvor lenge må vi vente?", &["Hvor lenge må vi vente?"]),
            ("Dere skrev at det er venteliste. Hvorfor?", &["Hvorfor?"]),
        ];
        for (text, questions) in table {
            assert_eq!(find(text), *questions, "{text:?}");
        }
    }
}
