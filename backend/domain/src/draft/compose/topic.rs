//! What a question asks for (emne), by the words that citizens use in bokmål, nynorsk and English.

/// A question with a flow of its own, or any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// How far the case has come.
    Status,
    /// When an answer will come.
    When,
    /// Who has the case.
    Who,
    /// What is missing in the case.
    Missing,
    /// Which documents the case has.
    Documents,
    /// What something costs.
    Fee,
    /// When a place is open.
    Hours,
    /// How one applies for something.
    Apply,
    /// Who decides a complaint.
    Appeal,
    /// Anything else: the best passage of the evidence.
    Other,
}

/// A question has the topic when it has one word of each list (the second may be empty).
const CUES: [(Topic, &[&str], &[&str]); 11] = [
    (
        Topic::Hours,
        &[
            "åpningstid",
            "opningstid",
            "åpent",
            "åpner",
            "stenger",
            "er dere åpne",
            "er de opne",
            "held de ope",
            "har de ope",
            "opening hours",
            "are you open",
        ],
        &[],
    ),
    (
        Topic::Missing,
        &[
            "mangler",
            "manglar",
            "noe mer fra meg",
            "noko meir frå meg",
            "noe mer av meg",
            "missing",
            "anything more from me",
            "anything else from me",
        ],
        &[],
    ),
    (Topic::Fee, &["koste", "kosta", "pris", "gebyr", "avgift", " fee", "cost", "how much", "charge"], &[]),
    (
        Topic::Status,
        &[
            "status",
            "hvor langt",
            "kor langt",
            "hvordan går det",
            "korleis går det",
            "noe nytt",
            "noko nytt",
            "kommet til noe",
            "kome til noko",
            "har søknaden kommet",
            "hva skjer med",
            "kva skjer med",
            "how far",
            "what is happening",
            "any news",
            "any update",
        ],
        &[],
    ),
    (
        Topic::When,
        &["når ", "when "],
        &[
            "svar",
            "ferdig",
            "behandl",
            "handsam",
            "vedtak",
            "avgjort",
            "avgjord",
            "høre",
            "høyre",
            "answer",
            "decision",
            "hear",
            "reply",
            "processed",
        ],
    ),
    (
        Topic::When,
        &[
            "hvor lang tid",
            "kor lang tid",
            "how long",
            "hvor lenge må",
            "kor lenge må",
            "hvor lenge tar",
            "saksbehandlingstid",
            "sakshandsamingstid",
            "behandlingstid",
        ],
        &[],
    ),
    (
        Topic::Who,
        &["hvem", "kven", "who "],
        &[
            "saksbehandl",
            "sakshandsam",
            "saken",
            "saka",
            "ansvar",
            "kontakt",
            "responsible",
            "contact",
            "case",
            "søknaden",
        ],
    ),
    (
        Topic::Apply,
        &["hvordan", "korleis", "how do", "how can", "how to", "hvor kan", "kor kan", "where do", "where can"],
        &["søke ", "søkje ", "søker ", "søkjer ", "søke?", "søkje?", " apply", "søknadsskjema"],
    ),
    (
        Topic::Apply,
        &[
            "må søknaden inneholde",
            "må søknaden innehalde",
            "må jeg legge ved",
            "må eg leggje ved",
            "skal jeg legge ved",
            "skal eg leggje ved",
            "need to attach",
            "include in the application",
        ],
        &[],
    ),
    (
        Topic::Appeal,
        &["hvem", "kven", "who "],
        &[
            "avgjør klage",
            "avgjer klag",
            "behandler klage",
            "behandlar klag",
            "klageinstans",
            "decides the",
            "appeal body",
        ],
    ),
    (
        Topic::Documents,
        &[
            "innsyn",
            "kopi av",
            "dokumentene",
            "dokumenta i",
            "dokumenter i",
            "få se ",
            "få sjå ",
            "copy of",
            "documents",
        ],
        &[],
    ),
];

impl Topic {
    /// The topics of a question, at least one; the most particular first.
    pub(super) fn of(question: &str) -> Vec<Self> {
        let question = format!(" {} ", question.to_lowercase());
        let has = |words: &[&str]| words.iter().any(|word| question.contains(word));
        let mut topics: Vec<Self> = Vec::new();
        for (topic, first, second) in CUES {
            if has(first) && (second.is_empty() || has(second)) && !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        if topics.is_empty() { vec![Self::Other] } else { topics }
    }

    /// Whether a passage about the question may answer it; facts of a case and prices are never taken from words nearby.
    pub(super) fn may_be_looked_up(self) -> bool {
        matches!(self, Self::Hours | Self::Documents | Self::Apply | Self::Other)
    }

    /// Whether the answer is the same however the question is worded.
    pub(super) fn is_of_case(self) -> bool {
        matches!(self, Self::Status | Self::When | Self::Who | Self::Missing | Self::Documents)
    }
}

#[cfg(test)]
mod tests {
    use super::Topic::{self, *};

    #[test]
    fn questions_are_told_apart_by_their_words() {
        for (question, topics) in [
            ("Hva er status i saken min, og når får jeg svar?", vec![Status, When]),
            ("Kor langt er søknaden min komen?", vec![Status]),
            ("Hvor mye koster det å søke om tilbygg?", vec![Fee]),
            ("How much is the fee for an extension?", vec![Fee]),
            ("Når har servicetorget åpent?", vec![Hours]),
            ("Mangler dere noe fra meg?", vec![Missing]),
            ("Hvem er saksbehandler?", vec![Who]),
            ("Kan jeg få kopi av brevet?", vec![Documents]),
            ("Må jeg varsle naboene?", vec![Other]),
            ("When will I hear from you?", vec![When]),
            ("Når er fristen for å melde seg på?", vec![Other]),
            ("Hvordan søker jeg om tilbygg?", vec![Apply]),
            ("Korleis kan eg søkje om plass?", vec![Apply]),
            ("How do I apply for a permit?", vec![Apply]),
            ("Hvordan går det med søknaden min?", vec![Status]),
            ("Hvem er det som avgjør klagen hvis dere ikke endrer det?", vec![Appeal]),
            ("Kven har saka mi?", vec![Who]),
        ] {
            assert_eq!(Topic::of(question), topics, "{question}");
        }
    }
}
