//! Who may rule on what, as tables.

use super::{Refusal, Review, Ruling, approvable};
use crate::{
    check::{Finding, Ground, run},
    draft::{Draft, Frame, normal::fingerprint},
    evidence::Evidence,
    rule::Rules,
};
use jiff::{Timestamp, civil::date};
use vocabulary::{Code, Language, Outcome, PersonId, Severity};

fn finding(code: Code, severity: Severity) -> Finding {
    let (text, why, clears) = (format!("{code:?}"), String::new(), String::new());
    Finding { code, severity, span: None, text, why, legal: None, clears, evidence: Vec::new() }
}

fn ruling(approve: bool, ticked: &[String], comment: &str) -> Ruling {
    Ruling {
        by: PersonId::new("liv"),
        by_name: "Liv Aas".into(),
        at: Timestamp::UNIX_EPOCH,
        revision: 1,
        fingerprint: String::new(),
        approve,
        ticked: ticked.to_vec(),
        comment: comment.into(),
        proposal: None,
    }
}

#[test]
fn an_approval_holds_only_when_everything_was_seen() {
    let fee = finding(Code::Fee, Severity::Verify);
    let deadline = finding(Code::Deadline, Severity::Verify);
    let tone = finding(Code::Tone, Severity::Warn);
    let personal = finding(Code::PersonalData, Severity::Stop);
    let decision = finding(Code::Decision, Severity::Stop);
    let gap = vec!["dato".to_owned()];
    for (name, findings, gaps, ticked, comment, holds) in [
        ("nothing found", vec![], &[][..], vec![], "", Ok(())),
        ("a warning needs no tick", vec![&tone], &[], vec![], "", Ok(())),
        ("ticked", vec![&fee, &deadline], &[], vec![&fee, &deadline], "", Ok(())),
        ("one not ticked", vec![&fee, &deadline], &[], vec![&fee], "", Err(Refusal::NotTicked(vec![deadline.key()]))),
        ("a gap", vec![], &gap, vec![], "", Err(Refusal::OpenGap)),
        ("a stop", vec![&personal], &[], vec![&personal], "likevel", Err(Refusal::Stopped)),
        ("a stop beside a decision", vec![&personal, &decision], &[], vec![&decision], "§ 8", Err(Refusal::Stopped)),
        ("a decision with reason", vec![&decision], &[], vec![&decision], "Parten ba om e-post", Ok(())),
        ("a decision without reason", vec![&decision], &[], vec![&decision], " ", Err(Refusal::CommentMissing)),
        ("a decision not ticked", vec![&decision], &[], vec![], "x", Err(Refusal::NotTicked(vec![decision.key()]))),
    ] {
        let findings: Vec<Finding> = findings.into_iter().cloned().collect();
        let ticked: Vec<String> = ticked.into_iter().map(Finding::key).collect();
        assert_eq!(approvable(&findings, gaps, &ruling(true, &ticked, comment)), holds, "{name}");
    }
}

#[test]
fn a_ruling_counts_for_one_text_and_never_from_an_author() {
    let rules = Rules::shipped("Fjordvik kommune");
    let evidence = Evidence::default();
    let words = Language::Nb;
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: date(2026, 3, 2), words };
    let frame = Frame {
        language: Language::Nb,
        outcome: Outcome::Ready,
        footer: "Ref. SV-0000-0000-0000-0000".into(),
        recipients: vec!["per.haug@example.no".into()],
    };
    let draft = |text: &str| Draft::parse(text, frame.clone()).expect("a draft");
    let (read, other) = (draft("Hei Per"), draft("Hei Pål"));
    let print = fingerprint(&read);
    for (name, on, revision, authors, comment, refused) in [
        ("an author", &read, 1, vec!["kari", "liv"], "nei", Some(Refusal::OwnDraft)),
        ("another text", &other, 1, vec!["kari"], "nei", Some(Refusal::Changed)),
        ("another revision", &read, 2, vec!["kari"], "nei", Some(Refusal::Changed)),
        ("no word to the author", &read, 1, vec!["kari"], "", Some(Refusal::CommentMissing)),
        ("returned", &read, 1, vec!["kari"], "Sjekk gebyret", None),
    ] {
        let authors = authors.into_iter().map(PersonId::new).collect();
        let word = Ruling { fingerprint: print.clone(), ..ruling(false, &[], comment) };
        let answer = Review::of(run(on.clone(), &ground), revision, authors).decide(word);
        assert_eq!(answer.err(), refused, "{name}");
    }
}

#[test]
fn the_same_word_twice_is_one_and_another_word_is_not() {
    let said = ruling(true, &["a".into(), "b".into()], "fint");
    let again = Ruling { at: Timestamp::MAX, ticked: vec!["b".into(), "a".into(), "a".into()], ..said.clone() };
    assert!(said.repeats(&again));
    for other in [
        Ruling { approve: false, ..said.clone() },
        Ruling { by: PersonId::new("tor"), ..said.clone() },
        Ruling { ticked: Vec::new(), ..said.clone() },
        Ruling { fingerprint: "x".into(), ..said.clone() },
    ] {
        assert!(!said.repeats(&other), "{other:?}");
    }
}
