//! What the pane says (tekster), in bokmål, nynorsk and English; the sentences live in `text/*.ftl`.

use vocabulary::{Code, Language};

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// The sentence in the language of the pane; every other language than nynorsk and English reads bokmål.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn say(language: Language, text: Text) -> &'static str {
    match language {
        Language::Nn => NN[text as usize],
        Language::En => EN[text as usize],
        _ => NB[text as usize],
    }
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    /// The sentences of the one language that was loaded, in the order of [`Text`].
    static SENTENCES: std::cell::Cell<&'static [&'static str]> = const { std::cell::Cell::new(&[]) };
}

/// The sentence in the language that was loaded.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn say(_: Language, text: Text) -> &'static str {
    SENTENCES.get().get(text as usize).copied().unwrap_or_default()
}

/// Takes the sentences of one language, one a line in the order of [`Text`]; they stay for as long as the page lives.
#[cfg(target_arch = "wasm32")]
pub fn load(sentences: String) {
    let lines: Vec<&'static str> = sentences.leak().lines().collect();
    SENTENCES.set(lines.leak());
}

/// The sentence with its places filled in.
#[must_use]
pub fn fill(language: Language, text: Text, places: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    parts(say(language, text), |part, is_place| {
        let value = places.iter().find(|(name, _)| is_place && *name == part);
        filled.push_str(value.map_or(part, |(_, value)| value));
    });
    filled
}

/// The words of a sentence and its places (`{ $name }`, given as `name`) in their order; no sentence has a brace of another kind.
pub fn parts<'t>(sentence: &'t str, mut part: impl FnMut(&'t str, bool)) {
    for (at, piece) in sentence.split(['{', '}']).enumerate() {
        let is_place = at % 2 == 1;
        part(if is_place { piece.trim_matches([' ', '$']) } else { piece }, is_place);
    }
}

/// The language of the pane, from the tag that Outlook or the browser gives (`nb-NO`, `nn`, `en-GB`).
#[must_use]
pub fn language(tag: &str) -> Language {
    match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "nn" => Language::Nn,
        "nb" | "no" | "da" | "sv" | "se" | "" => Language::Nb,
        _ => Language::En,
    }
}

/// The name of a language.
#[must_use]
pub fn language_name(language: Language) -> Text {
    match language {
        Language::Nb => Text::LangNb,
        Language::Nn => Text::LangNn,
        Language::En => Text::LangEn,
        Language::Da => Text::LangDa,
        Language::Sv => Text::LangSv,
        Language::Se => Text::LangSe,
        Language::Other => Text::LangOther,
    }
}

/// The name of a kind of finding (merknad).
#[must_use]
pub fn code_name(code: Code) -> Text {
    match code {
        Code::Fee => Text::CodeFee,
        Code::Deadline => Text::CodeDeadline,
        Code::Right => Text::CodeRight,
        Code::LegalStatus => Text::CodeLegalStatus,
        Code::Refusal => Text::CodeRefusal,
        Code::Eligibility => Text::CodeEligibility,
        Code::Liability => Text::CodeLiability,
        Code::Health => Text::CodeHealth,
        Code::ChildWelfare => Text::CodeChildWelfare,
        Code::Crime => Text::CodeCrime,
        Code::Welfare => Text::CodeWelfare,
        Code::ThirdParty => Text::CodeThirdParty,
        Code::Promise => Text::CodePromise,
        Code::PersonalData => Text::CodePersonalData,
        Code::Decision => Text::CodeDecision,
        Code::AppealMissing => Text::CodeAppealMissing,
        Code::ReasonsMissing => Text::CodeReasonsMissing,
        Code::CitationMissing => Text::CodeCitationMissing,
        Code::Unsupported => Text::CodeUnsupported,
        Code::Contradicted => Text::CodeContradicted,
        Code::Personnel => Text::CodePersonnel,
        Code::Tone => Text::CodeTone,
        Code::LawUnknown => Text::CodeLawUnknown,
        Code::Language => Text::CodeLanguage,
        Code::LanguageMixed => Text::CodeLanguageMixed,
        Code::Readability => Text::CodeReadability,
        Code::Recipient => Text::CodeRecipient,
        Code::RestrictedSource => Text::CodeRestrictedSource,
        Code::OldSource => Text::CodeOldSource,
        Code::AccountChanged => Text::CodeAccountChanged,
        Code::Instruction => Text::CodeInstruction,
        Code::Sender => Text::CodeSender,
        Code::Threat => Text::CodeThreat,
        Code::Writer => Text::CodeWriter,
    }
}

/// What happened, from the name in the trail; an action the pane does not know is told as «another event».
#[must_use]
pub fn log_name(action: &str) -> Text {
    match action {
        "draft_prepared" => Text::LogDraftPrepared,
        "draft_shown" => Text::LogDraftShown,
        "draft_revised" => Text::LogDraftRevised,
        "draft_taken_over" => Text::LogDraftTakenOver,
        "review_requested" => Text::LogReviewRequested,
        "review_reminded" => Text::LogReviewReminded,
        "draft_approved" => Text::LogDraftApproved,
        "draft_returned" => Text::LogDraftReturned,
        "review_refused" => Text::LogReviewRefused,
        "draft_released" => Text::LogDraftReleased,
        "send_allowed" => Text::LogSendAllowed,
        "send_asked" => Text::LogSendAsked,
        "send_stopped" => Text::LogSendStopped,
        "send_ungated" => Text::LogSendUngated,
        "send_begun" | "send_ordered" => Text::LogSendBegun,
        "send_accepted" => Text::LogSendAccepted,
        "send_unsure" => Text::LogSendUnsure,
        "send_given_up" => Text::LogSendGivenUp,
        "draft_rated" => Text::LogDraftRated,
        "journal_confirmed" => Text::LogJournalConfirmed,
        "journal_registered" => Text::LogJournalRegistered,
        "journal_stopped" => Text::LogJournalStopped,
        "journal_skipped" => Text::LogJournalSkipped,
        "draft_sent" => Text::LogDraftSent,
        "sent_altered" => Text::LogSentAltered,
        _ => Text::LogOther,
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, Text, fill, language, say};
    use std::{fs, path::Path};
    use vocabulary::Language;

    #[test]
    fn a_sentence_is_filled_in_and_follows_the_reader() {
        for (tag, sentence) in [
            ("nb-NO", "fant 5 kilder"),
            ("no", "fant 5 kilder"),
            ("nn-NO", "fann 5 kjelder"),
            ("en-GB", "found 5 sources"),
        ] {
            assert!(fill(language(tag), Text::StepFound, &[("n", "5")]).ends_with(sentence), "{tag}");
        }
        assert_eq!(say(Language::Da, Text::Save), "Lagre");
    }

    #[test]
    fn every_sentence_is_said_somewhere() {
        let code = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        let silent: Vec<_> = NAMES.iter().filter(|name| !says(&code, name)).collect();
        assert!(silent.is_empty(), "text/*.ftl has sentences that nothing says: {silent:?}");
    }

    fn says(code: &str, name: &str) -> bool {
        let called = format!("Text::{name}");
        code.match_indices(&called).any(|(at, _)| !code[at + called.len()..].starts_with(char::is_alphanumeric))
    }

    fn sources(folder: &Path) -> String {
        let mut code = String::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            code += &if path.is_dir() { sources(&path) } else { fs::read_to_string(path).unwrap() };
        }
        code
    }
}
