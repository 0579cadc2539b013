//! A model writes: with sources, under its name, without learning who the citizen is; and whatever it does, nothing gets past the checks.

use crate::walk::{POSTMOTTAK, TILBYGG, mail_about, preparing};
use contract::{
    operation::PrepareDraft,
    view::{Draft, Sentence, Support},
};
use futures::future::join_all;
use suite::Stand;
use town::{Folder, HOSTILE_MODES, MODEL, Mail};
use vocabulary::{Code, Severity, Span, Verdict};

/// Modes of a hostile model whose answer is none: the built-in writer writes.
const SILENT: [&str; 12] = [
    "stalls",
    "breaks-off",
    "not-json",
    "wrong-shape",
    "endless",
    "unavailable",
    "refuses",
    "filters",
    "busy",
    "repeats",
    "one-word",
    "foreign",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_model_writes_with_sources_and_is_heard_while_it_does() {
    let stand = Stand::writing(|town| town.model_url.clone()).await;
    let mail = mail_about(&stand, TILBYGG);
    let events = stand.events("kari", &preparing(&mail)).await;
    let written = events.iter().position(|(_, content)| content.contains("\"written\""));
    let answer = events.iter().position(|(name, _)| name == "answer");
    assert!(
        written.is_some_and(|written| answer.is_some_and(|answer| written + 2 < answer)),
        "heard word by word: {events:?}"
    );
    let draft: Draft = serde_json::from_str(&events[answer.expect("an answer")].1).expect("a draft");
    assert_eq!(draft.writer, MODEL, "the writer is named");
    assert!(draft.text.starts_with("Hei, Per Haug"), "the citizen is greeted by name: {}", draft.text);
    assert!(draft.sentences.iter().any(|sentence| sentence.support == Support::Supported), "{}", draft.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_never_learns_who_the_citizen_is() {
    let stand = Stand::writing(|town| town.model_url.clone()).await;
    for mail in stand.town.mails(POSTMOTTAK, Folder::Inbox) {
        let before = stand.town.prompts().len();
        // A mail that needs no answer is told to no model either.
        let _ = stand.call("kari", &preparing(&mail)).await;
        for prompt in &stand.town.prompts()[before..] {
            let told = leaked(prompt, &mail);
            assert!(told.is_empty(), "{}: {told:?} was sent to the model: {prompt}", mail.subject);
        }
    }
    assert!(stand.town.prompts().len() > 10, "the model was asked");
}

/// What a prompt says that it must not: the citizen's name, an address, a number that is a person's or a phone's.
pub(crate) fn leaked(prompt: &str, mail: &Mail) -> Vec<String> {
    let words: Vec<&str> = prompt.split(|c: char| !c.is_alphanumeric()).collect();
    let names = mail
        .from
        .name
        .split_whitespace()
        .filter(|name| name.chars().count() > 2 && name.starts_with(char::is_uppercase));
    let mut leaked: Vec<String> = names.filter(|name| words.contains(name)).map(str::to_owned).collect();
    leaked.extend(prompt.contains('@').then(|| "an e-mail address".to_owned()));
    let digits: String =
        prompt.chars().map(|c| if c.is_ascii_digit() || " .-".contains(c) { c } else { '|' }).collect();
    let runs = digits.split('|').map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
    leaked.extend(runs.filter(|run| run.len() == 11 || (run.len() == 8 && run.starts_with(['4', '9']))));
    leaked
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_model_does_nothing_gets_past_the_checks() {
    join_all(HOSTILE_MODES.map(hostile)).await;
}

async fn hostile(mode: &'static str) {
    let stand = Stand::writing(|town| town.hostile_model_url(mode)).await;
    let mail = mail_about(&stand, TILBYGG);
    let events = stand.events("kari", &preparing(&mail)).await;
    let (last, content) = events.last().expect("events");
    assert_eq!(last, "answer", "{mode}: {content}");
    let draft: Draft = serde_json::from_str(content).expect("a draft");
    assert_eq!(draft.writer, if SILENT.contains(&mode) { "builtin" } else { MODEL }, "{mode}");
    for (name, content) in &events[..events.len() - 1] {
        assert!(is_clean(content), "{mode}: the {name} carries an address: {content}");
    }
    assert!(is_clean(&draft.text), "{mode}: {}", draft.text);
    assert_eq!(draft.recipients, [mail.from.address.to_lowercase()], "{mode}");
    for sentence in &draft.sentences {
        let open = matches!(sentence.support, Support::Unsupported | Support::Contradicted);
        assert!(!open || is_flagged(&draft, sentence), "{mode}: not flagged: {}", said(&draft, sentence.span));
        let unknown = sentence.citations.iter().any(|number| draft.evidence.iter().all(|source| source.n != *number));
        let told = draft
            .findings
            .iter()
            .any(|finding| finding.code == Code::CitationMissing && finding.span == Some(sentence.span));
        assert!(!unknown || told, "{mode}: the source does not exist: {}", said(&draft, sentence.span));
    }
    judged(mode, &draft);
    let again = stand.call("kari", &preparing(&mail)).await.expect("found again");
    assert_eq!((again.id, again.text), (draft.id, draft.text), "{mode}: nothing is lost");
}

/// No link, no address but our own, no reference of ours, nothing of the collector's.
fn is_clean(text: &str) -> bool {
    let text = text.replace(POSTMOTTAK, "");
    ["://", "www.", "@", "SV-", "samler", "<script", "<img", "javascript:"].iter().all(|sign| !text.contains(sign))
}

/// A finding stands over it, or a gap keeps the draft back until somebody has filled it and it is checked anew.
fn is_flagged(draft: &Draft, sentence: &Sentence) -> bool {
    if said(draft, sentence.span).contains('⟦') {
        return true;
    }
    let covers = |span: Span| span.start < sentence.span.end && sentence.span.start < span.end;
    draft.findings.iter().any(|finding| finding.severity >= Severity::Verify && finding.span.is_some_and(covers))
}

fn said(draft: &Draft, span: Span) -> String {
    draft.text.chars().skip(span.start).take(span.end - span.start).collect()
}

/// What must be said of each mode's answer besides.
fn judged(mode: &str, draft: &Draft) {
    let has = |code| draft.findings.iter().any(|finding| finding.code == code);
    let expected = match mode {
        "invents" => has(Code::Unsupported) || has(Code::Contradicted),
        "unknown" => has(Code::CitationMissing),
        "uncited" => has(Code::CitationMissing) || has(Code::Unsupported),
        "obeys" => has(Code::Instruction) || has(Code::Decision),
        "miscites" | "leaks" | "disguises" | "torn" => draft.verdict >= Verdict::Review,
        "small" => has(Code::Writer) && draft.text.contains("Gebyret"),
        "unmasks" => draft.gaps.len() >= 3 && !["PERSON", "EMAIL"].iter().any(|word| draft.text.contains(word)),
        _ => SILENT.contains(&mode) && has(Code::Writer),
    };
    assert!(expected, "{mode}: {:?} {}", draft.findings, draft.text);
    let is_held = draft.verdict >= Verdict::Review || !draft.gaps.is_empty();
    assert!(SILENT.contains(&mode) || is_held, "{mode}: somebody looks at it: {}", draft.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_goes_only_where_its_class_may() {
    let mut told = Vec::new();
    for class in ["open", "personal", "restricted"] {
        let stand = Stand::writing_with(|town| town.model_url.clone(), &[("DATA", class)]).await;
        let mut given = 0;
        for mail in stand.town.mails(POSTMOTTAK, Folder::Inbox) {
            let before = stand.town.prompts().len();
            let Ok(draft) = stand.call("kari", &preparing(&mail)).await else { continue };
            let was_asked = stand.town.prompts().len() > before;
            given += usize::from(was_asked);
            let withheld = draft.findings.iter().any(|finding| finding.code == Code::Writer);
            assert_eq!(was_asked, !withheld, "{class}: {}: it is said when it is withheld", mail.subject);
            assert_eq!(draft.writer, if was_asked { MODEL } else { "builtin" }, "{class}: {}", mail.subject);
        }
        told.push(given);
    }
    assert!(told[0] < told[1] && told[1] < told[2], "the more delicate the fewer may see it: {told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_endpoint_is_asked_when_the_first_may_not_see_it_or_fails() {
    for (first, data, asked) in [("honest", "open", 1), ("unavailable", "restricted", 2)] {
        let stand = Stand::of(|town| {
            let key = &town.settings().model_key;
            let second = town.model_url.clone();
            let first = if first == "honest" { second.clone() } else { town.hostile_model_url(first) };
            let endpoint = |url: &str, data: &str| {
                format!("{{ url = '{url}', model = '{MODEL}', key = '{key}', data = '{data}' }}")
            };
            let both = format!("[{}, {}]", endpoint(&first, data), endpoint(&second, "restricted"));
            vec![("SAKSVAR__WRITER__ENDPOINT".to_owned(), both)]
        })
        .await;
        let draft = stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("a draft");
        assert_eq!((draft.writer.as_str(), stand.town.prompts().len()), (MODEL, asked), "{first}");
        assert!(draft.findings.iter().all(|finding| finding.code != Code::Writer), "{:?}", draft.findings);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_days_tokens_are_used_up_the_built_in_writer_says_so() {
    let stand = Stand::writing_with(|town| town.model_url.clone(), &[("TOKENS_PER_DAY", "1")]).await;
    let mail = mail_about(&stand, TILBYGG);
    let first = stand.call("kari", &preparing(&mail)).await.expect("a draft");
    let again = PrepareDraft { again: true, ..preparing(&mail) };
    let second = stand.call("kari", &again).await.expect("a draft");
    assert_eq!((first.writer.as_str(), second.writer.as_str()), (MODEL, "builtin"));
    let said = second.findings.iter().find(|finding| finding.code == Code::Writer).expect("it is said");
    assert!(said.why.contains("i dag") && said.severity == Severity::Warn, "{said:?}");
    assert_eq!(stand.town.prompts().len(), 1);
}
