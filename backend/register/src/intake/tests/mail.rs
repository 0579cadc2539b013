//! Mail: single files, a Maildir and an mbox; what of it may be shown again.

use super::{House, Intake, folder, read};
use crate::{
    Register, Shelf,
    tests::{block_on, clock},
};
use domain::{
    dossier::Tie,
    evidence::{Origin, Query},
    person::Person,
    port::Records,
};
use jiff::civil::date;
use std::io::Read as _;
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
    let house = House { reader: &text::Text, documents: &super::stand_in, domains: &[] };
    let refused = Intake::read(&[folder.path().to_owned()], &house).unwrap_err().to_string();
    assert!(refused.contains("set house.domains"), "{refused}");
}

#[test]
fn an_answer_is_found_and_taken_out_by_whom_it_went_to_answers_or_names() {
    let ring = vault::Ring::fleeting(clock()).unwrap();
    let (house, kept) = (TenantId::new("fjordvik"), tempfile::tempdir().unwrap());
    domain::port::Cipher::admit(&ring, &house).unwrap();
    let shelf = Shelf::new(kept.path(), &ring, &house);
    let ours = "Ola Nes <ola.nes@fjordvik.kommune.no>";
    let all = [
        mail("q1", "Tuva <Tuva.Lien@example.no>", None, "Når tømmes septiktanken?"),
        mail("a1", ours, Some("q1"), "Septiktanker tømmes annethvert år, i mai eller juni. Du får melding en uke før."),
        mail("q2", "Jon <jon@example.no>", None, "Hvem skal jeg spørre om veien?"),
        mail(
            "a2",
            ours,
            Some("q2"),
            "Skriv til tuva.lien@example.no om veien, hun er leder i laget. Se også sak 2026/12.",
        ),
        mail("q3", "Mia <mia@example.no>", None, "Hva koster kaiplass?"),
        mail("a3", ours, Some("q3"), "Kaiplass koster det som står i regulativet, og betales på forskudd hver vår."),
    ];
    let names = ["1.eml", "2.eml", "3.eml", "4.eml", "5.eml", "6.eml"];
    let files: Vec<(&str, &[u8])> = names.into_iter().zip(all.iter().map(String::as_bytes)).collect();
    read(folder(&files).path()).unwrap().keep(&shelf, &kept.path().join("law")).unwrap();
    let of = |who: &str| -> Vec<(Tie, String)> {
        let found = shelf.mailed(&who.parse().unwrap()).unwrap();
        found.into_iter().map(|(tie, answer)| (tie, answer.id)).collect()
    };
    let (a1, a2, a3) = ("<a1@x>".to_owned(), "<a2@x>".to_owned(), "<a3@x>".to_owned());
    for (who, found) in [
        ("Tuva.Lien@example.no", vec![(Tie::Correspondent, a1.clone()), (Tie::Named, a2.clone())]),
        ("jon@example.no", vec![(Tie::Correspondent, a2.clone())]),
        ("post@example.no", [&a1, &a2, &a3].map(|id| (Tie::Correspondent, id.clone())).into()),
        ("2026/12", vec![(Tie::Named, a2)]),
        ("2026/1", vec![]),
        ("lien@example.no", vec![]),
        ("0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f", vec![]),
    ] {
        assert_eq!(of(who), found, "{who}");
    }
    let tuva = "tuva.lien@example.no".parse().unwrap();
    assert_eq!(shelf.forget_mailed(&tuva).unwrap(), 2);
    assert_eq!((of("tuva.lien@example.no"), of("mia@example.no")), (vec![], vec![(Tie::Correspondent, a3)]));
    assert_eq!(shelf.forget_mailed(&tuva).unwrap(), 0);
    assert_eq!(shelf.forget_mailed(&"mia@example.no".parse().unwrap()).unwrap(), 1);
    assert!(Register::open(&shelf, clock()).is_ok(), "an empty file is a register still");
}

#[test]
fn where_erased_answers_lay_on_the_disk_is_written_over() {
    let ring = vault::Ring::fleeting(clock()).unwrap();
    let (house, kept) = (TenantId::new("fjordvik"), tempfile::tempdir().unwrap());
    domain::port::Cipher::admit(&ring, &house).unwrap();
    let shelf = Shelf::new(kept.path(), &ring, &house);
    let all = three();
    let folder = folder(&[("1.eml", all[0].as_bytes()), ("2.eml", all[1].as_bytes())]);
    read(folder.path()).unwrap().keep(&shelf, &kept.path().join("law")).unwrap();
    let place = kept.path().join("answers.encrypted");
    let mut old = std::fs::File::open(&place).unwrap();
    assert_eq!(shelf.forget_mailed(&"kari@example.no".parse().unwrap()).unwrap(), 1);
    let mut left = Vec::new();
    old.read_to_end(&mut left).unwrap();
    assert!(!left.is_empty() && left.iter().all(|byte| *byte == 0));
}
