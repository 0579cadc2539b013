//! What a question asks for (emne), by the words that citizens use in bokmål, nynorsk and English.

/// A question with a flow of its own, or any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// How far the case has come.
    Status,
    /// When an answer will come.
    When,
    /// Whether something has come in.
    Received,
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
const CUES: [(Topic, &[&str], &[&str]); 16] = [
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
            "åbent",
            "öppet",
        ],
        &[],
    ),
    (
        Topic::Hours,
        &["når ", "when ", "what time ", "hvornår ", "när "],
        &["sentralbord", "betjent", "telefontid", "stengjer", "switchboard", " open", " close"],
    ),
    (
        Topic::Received,
        &[
            "har dere fått",
            "har de fått",
            "har dykk fått",
            "har dere mottatt",
            "har de motteke",
            "fikk dere",
            "fekk de",
            "mottok dere",
            "have you received",
            "have you got",
            "did you receive",
            "did you get",
        ],
        &[],
    ),
    (
        Topic::Status,
        &[
            "resultatet",
            "utfallet",
            "hva ble vedtaket",
            "kva vart vedtaket",
            "er det fattet vedtak",
            "er det gjort vedtak",
            "the outcome",
            "the result",
            "was decided",
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
    (
        Topic::Fee,
        &[
            "koste",
            "kosta",
            "hva tar dere for",
            "kva tek de for",
            "kva tar de for",
            " pris",
            " cost",
            "how much",
            "charge",
        ],
        &[],
    ),
    (
        Topic::Fee,
        &["gebyr", "avgift", " fee"],
        &[
            " hva ",
            " kva ",
            "hvor mye",
            "kor mykje",
            "hvor stor",
            "kor stor",
            " what ",
            "er det ",
            "blir det ",
            "is there ",
        ],
    ),
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
            "kommet noen vei",
            "kome nokon veg",
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
        &["hvor lang tid", "kor lang tid", "how long", "hvor lenge må", "kor lenge må", "hvor lenge tar"],
        // How long others have, or how long something lasts, is another matter.
        &[
            " tar ", " tek ", " ta ", " ta?", " take", "behandl", "handsam", "svar", "vedtak", "vent", "wait",
            "answer", "decision", "regne", "rekne",
        ],
    ),
    (Topic::When, &["saksbehandlingstid", "sakshandsamingstid", "behandlingstid", "processing time"], &[]),
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
        if asks_how_far(&question) {
            topics.push(Self::Status);
        }
        for (topic, first, second) in CUES {
            if has(first) && (second.is_empty() || has(second)) && !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        if has(&["frist", "deadline", "time limit"]) {
            // By when others must act is no question of when we answer.
            topics.retain(|topic| *topic != Self::When);
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

/// "Er søknaden min ferdig behandlet?": how far, unless it asks when.
fn asks_how_far(question: &str) -> bool {
    const MATTERS: [&str; 14] = [
        " er søknad",
        " er saken",
        " er saka",
        " er klage",
        " er klaga",
        " er krav",
        " har søknad",
        " har saken",
        " har saka",
        " blir søknad",
        " is my ",
        " is our ",
        " is the application",
        " has my ",
    ];
    const STAGES: [&str; 12] = [
        "registrert",
        "ferdig",
        "behandlet",
        "behandla",
        "handsama",
        "avgjort",
        "avgjord",
        "kommet inn",
        "kome inn",
        "registered",
        "processed",
        "decided",
    ];
    let has = |words: &[&str]| words.iter().any(|word| question.contains(word));
    has(&MATTERS) && has(&STAGES) && !has(&[" når ", " when ", " lang tid", " lenge ", "how long", " må ", " must "])
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
            ("Hvor lang tid har naboene på seg til å protestere?", vec![Other]),
            ("Kor lenge har eg på meg til å klage?", vec![Other]),
            ("How long is the permit valid?", vec![Other]),
            ("Hvor lang tid tar det å få svar?", vec![When]),
            ("Når er fristen for å svare på tilbudet?", vec![Other]),
            ("When is the town hall open?", vec![Hours]),
            ("Regnes gebyret etter satsene den dagen jeg søkte?", vec![Other]),
            ("Kva er gebyret for garasje?", vec![Fee]),
            ("Hva tar dere for en delesøknad?", vec![Fee]),
            ("Har dere fått tegningene?", vec![Received]),
            ("Fekk de brevet mitt?", vec![Received]),
            ("Did you get my drawings?", vec![Received]),
            ("Hva ble resultatet i saken?", vec![Status]),
            ("What was the outcome?", vec![Status]),
            ("Er søknaden min registrert?", vec![Status]),
            ("Er klaga mi ferdig handsama?", vec![Status]),
            ("Is my application processed?", vec![Status]),
        ] {
            assert_eq!(Topic::of(question), topics, "{question}");
        }
    }
}
