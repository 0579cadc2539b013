//! Import: every wrong line told, nothing half imported, the kept copy the same again.

use super::clock;
use crate::Register;
use std::{fmt::Write as _, fs};

/// File, field, line and a part of the remedy.
fn faults() -> [(&'static str, &'static str, String, &'static str); 20] {
    let case = r#"{"number":"2026/1","title":"T","status":"B""#;
    [
        ("cases.jsonl", "number", r#"{"number":"12","title":"T","status":"B"}"#.into(), "for example 2026/1234"),
        ("cases.jsonl", "colour", format!(r#"{case},"colour":"blue"}}"#), "unknown field `colour`"),
        ("cases.jsonl", "", r#"{"number":"2026/1","status":"B"}"#.into(), "`title` is missing; add it"),
        ("cases.jsonl", "title", r#"{"number":"2026/1","title":" ","status":"B"}"#.into(), "write something here"),
        ("cases.jsonl", "opened", format!(r#"{case},"opened":"2026-02-30"}}"#), "write a day that exists"),
        (
            "cases.jsonl",
            "closed",
            format!(r#"{case},"opened":"2026-02-03","closed":"2026-02-01"}}"#),
            "before the first",
        ),
        ("cases.jsonl", "access.code", format!(r#"{case},"access":{{"code":""}}}}"#), "write the code, or null"),
        ("cases.jsonl", "access.code", format!(r#"{case},"access":{{"code":null}}}}"#), "write a string"),
        (
            "cases.jsonl",
            "parties[0].email",
            format!(r#"{case},"parties":[{{"role":"a","name":"b","email":"c"}}]}}"#),
            "or null",
        ),
        (
            "cases.jsonl",
            "entries[1].number",
            format!(
                r#"{case},"entries":[{{"number":1,"kind":"I","title":"a"}},{{"number":1,"kind":"I","title":"b"}}]}}"#
            ),
            "another entry",
        ),
        (
            "cases.jsonl",
            "entries[0].documents[0].txt",
            format!(
                r#"{case},"entries":[{{"number":1,"kind":"I","title":"a","documents":[{{"title":"t","txt":"x"}}]}}]}}"#
            ),
            "unknown field `txt`",
        ),
        ("cases.jsonl", "entries[0].number", format!(r#"{case},"entries":[{{"number":"én"}}]}}"#), "write u32"),
        (
            "articles.jsonl",
            "kind",
            r#"{"id":"a","kind":"price","title":"t","text":"x"}"#.into(),
            "unknown variant `price`",
        ),
        (
            "articles.jsonl",
            "url",
            r#"{"id":"a","kind":"fee","title":"t","text":"x","url":"javascript:x"}"#.into(),
            "https://",
        ),
        ("units.jsonl", "email", r#"{"id":"a","name":"A","email":"a at b"}"#.into(), "e-mail address"),
        ("synonyms.jsonl", "words", r#"{"words":["bhg"]}"#.into(), "two words or more"),
        ("synonyms.jsonl", "words[1]", r#"{"words":["bhg","barne hage"]}"#.into(), "one word"),
        ("synonyms.jsonl", "word", r#"{"word":["bhg","barnehage"]}"#.into(), "unknown field `word`"),
        ("units.jsonl", "", r#"{"id":"a","name":"A""#.into(), "ends too early"),
        ("units.jsonl", "", r#"{"id":"a","name":"A","email":"a@b.no"} x"#.into(), "after the line's closing brace"),
    ]
}

#[test]
fn a_wrong_line_is_told_with_file_line_field_and_remedy() {
    for (file, field, line, remedy) in faults() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(file), format!("\u{feff}\r\n{line}\r\n")).unwrap();
        let refused = Register::import(folder.path(), clock()).unwrap_err();
        let wrong = &refused.wrong[0];
        assert_eq!((wrong.file.as_str(), wrong.line, wrong.field.as_str()), (file, 2, field), "{line}");
        assert!(wrong.remedy.contains(remedy), "{line}: {}", wrong.remedy);
        assert_eq!(refused.wrong.len(), 1, "{line}");
    }
}

#[test]
fn what_is_told_repeats_no_value() {
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"number":"2026/1","title":"T","status":"B","entries":"Per Haug"}"#;
    fs::write(folder.path().join("cases.jsonl"), line).unwrap();
    let told = Register::import(folder.path(), clock()).unwrap_err().to_string();
    assert!(!told.contains("Per Haug"), "{told}");
    assert!(told.starts_with("cases.jsonl, line 1, field `entries`: "), "{told}");
}

#[test]
fn all_wrong_lines_are_counted_and_twenty_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for at in 0..30 {
        writeln!(lines, r#"{{"id":"{at}","name":"","email":"a@b.no"}}"#).unwrap();
    }
    fs::write(folder.path().join("units.jsonl"), &lines).unwrap();
    fs::write(folder.path().join("articles.jsonl"), b"\xff\xfe\n").unwrap();
    let refused = Register::import(folder.path(), clock()).unwrap_err();
    assert_eq!((refused.wrong.len(), refused.more), (20, 11));
    assert!(refused.to_string().contains("and 11 more\nnothing was imported"));
    assert_eq!(refused.wrong[0].file, "articles.jsonl");
}

#[test]
fn a_folder_without_records_and_a_double_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let none = Register::import(folder.path(), clock()).unwrap_err();
    assert!(none.to_string().contains("holds none of cases.jsonl"), "{none}");
    let unit = "{\"id\":\"a\",\"name\":\"A\",\"email\":\"a@b.no\"}\n";
    fs::write(folder.path().join("units.jsonl"), unit.repeat(2)).unwrap();
    let double = Register::import(folder.path(), clock()).unwrap_err();
    assert_eq!(
        double.wrong[0].to_string(),
        "units.jsonl, line 2, field `id`: a stands on line 1 too; keep one of them"
    );
}

#[test]
fn ten_thousand_cases_are_imported_in_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for at in 1..=10_000 {
        let text = "Søknad om tilbygg på eiendommen, med tegninger og nabovarsel. ".repeat(2);
        writeln!(lines, r#"{{"number":"2026/{at}","title":"Sak {at}","status":"B","parties":[{{"role":"a","name":"N","email":"p{}@example.no"}}],"entries":[{{"number":1,"kind":"I","title":"Søknad","documents":[{{"title":"Søknad","text":"{text}"}}]}}]}}"#, at % 3000).unwrap();
    }
    fs::write(folder.path().join("cases.jsonl"), lines).unwrap();
    let begun = std::time::Instant::now();
    let imported = Register::import(folder.path(), clock()).unwrap();
    assert_eq!(imported.cases, 10_000);
    assert!(begun.elapsed().as_secs() < 20, "{:?} in an unoptimised build", begun.elapsed());
}

#[test]
fn garbage_is_told_line_by_line_and_never_falls_over() {
    const PIECES: [&[u8]; 14] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b":",
        b",",
        b"null",
        b"\"number\"",
        b"\"words\"",
        b"1e999",
        b"\\u0000",
        b"\xff",
        b"\xc3\xa5",
    ];
    let mut state = 11_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for file in ["cases.jsonl", "articles.jsonl", "units.jsonl", "synonyms.jsonl"] {
        let folder = tempfile::tempdir().unwrap();
        let mut lines = Vec::new();
        for _ in 0..400 {
            lines.extend((0..=draw(12)).flat_map(|_| PIECES[draw(PIECES.len())]).copied().chain([b'\n']));
        }
        fs::write(folder.path().join(file), &lines).unwrap();
        let refused = Register::import(folder.path(), clock()).unwrap_err();
        assert_eq!(refused.wrong.len() + refused.more, 400, "{file}");
        assert!(refused.wrong.iter().all(|wrong| wrong.file == file && wrong.line > 0 && !wrong.remedy.is_empty()));
    }
}
