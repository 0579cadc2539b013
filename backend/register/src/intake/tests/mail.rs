//! Mail: single files, a Maildir and an mbox; what of it may be shown again.

use super::{House, Intake, folder, read};
use crate::{
    Register,
    tests::{block_on, clock},
};
use domain::{
    evidence::{Origin, Query},
    person::Person,
    port::Records,
};
use jiff::civil::date;
use vocabulary::{PersonId, TenantId};

fn mail(id: &str, from: &str, to: Option<&str>, text: &str) -> String {
    let reply = to.map(|to| format!("In-Reply-To: <{to}@x>\r\n")).unwrap_or_default();
    format!(
        "From: {from}\r\nTo: post@example.no\r\nSubject: SV: Tømming av septiktank\r\nDate: Tue, 10 Mar 2026 10:00:00 +0100\r\n\
         Message-ID: <{id}@x>\r\n{reply}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
}

fn three() -> [String; 4] {
    let ours = "Ola Nes <ola.nes@fjordvik.kommune.no>";
    [
        mail("q1", "Kari <kari@example.no>", None, "Når tømmes septiktanken?"),
        mail("a1", ours, Some("q1"), "Septiktanker tømmes annethvert år, i mai eller juni. Du får melding en uke før."),
        mail("a2", ours, Some("q9"), "Dette svarer på noe vi ikke har, og er derfor ikke noe svar som kan vises."),
        mail("a3", ours, Some("q1"), "Fødselsnummeret ditt 20036914700 står i avtalen om tømming av septiktanken din."),
    ]
}

fn found(path: &std::path::Path) -> Vec<String> {
    let register = Register::of_intake(read(path).unwrap(), clock()).unwrap();
    let person = Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    };
    let query = Query {
        questions: vec!["Når blir septiktanken tømt?".into()],
        limit: 3,
        on: date(2026, 6, 1),
        case: None,
        people: Vec::new(),
    };
    let sources = block_on(register.search(&person, &query)).unwrap();
    assert!(sources.iter().all(|source| source.origin == Origin::Answer));
    sources.into_iter().map(|source| format!("{}: {}", source.title, source.text)).collect()
}

#[test]
fn our_answers_to_questions_that_are_there_come_again_in_every_form_of_folder() {
    let all = three();
    let mbox: String = all.iter().map(|mail| format!("From x Tue Mar 10 10:00:00 2026\n{mail}\n")).collect();
    let names = ["1", "2", "3", "4"];
    let of = |form: &str, end: &str| -> Vec<(String, Vec<u8>)> {
        names.iter().zip(&all).map(|(name, mail)| (format!("{form}{name}{end}"), mail.clone().into_bytes())).collect()
    };
    let mut maildir = of("cur/", ":2,S");
    maildir.push(("new/5".into(), all[0].clone().into_bytes()));
    for files in [
        of("mailbox/", ".eml"),
        maildir,
        vec![("Innboks".into(), mbox.clone().into_bytes())],
        vec![("alle.mbox".into(), mbox.into_bytes())],
    ] {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let folder = folder(&files);
        let told = read(folder.path()).unwrap().told().join("\n");
        assert!(told.contains("1 answers of ours may be shown"), "{told}");
        let [answer] = found(folder.path()).try_into().unwrap();
        assert_eq!(
            answer,
            "Tidligere svar: Tømming av septiktank: Septiktanker tømmes annethvert år, i mai eller juni. Du får melding en uke før."
        );
    }
}

#[test]
fn what_is_no_mailbox_is_refused() {
    let folder = folder(&[("a.mbox", b"Hei\n")]);
    assert!(read(folder.path()).unwrap_err().to_string().contains("begins with a line `From …`"));
}

#[test]
fn without_a_domain_of_ours_no_answer_can_be_told_from_a_question() {
    let folder = folder(&[("a.eml", three()[0].as_bytes())]);
    let house = House { reader: &text::Text, domains: &[] };
    let refused = Intake::read(&[folder.path().to_owned()], &house).unwrap_err().to_string();
    assert!(refused.contains("set house.domains"), "{refused}");
}
