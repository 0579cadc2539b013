//! How fast a mail of the fixture is answered in memory: its thread, its evidence, the draft and the checks, each by itself.

use crate::{median, say};
use domain::{
    check::{self, Ground},
    dossier::purpose::purpose,
    draft::{
        Brief, Draft, Frame,
        brief::Excerpt,
        compose::{addressee, compose},
        used,
    },
    evidence::{Evidence, Item, Query, matching::match_case, select},
    person::Person,
    port::{Clock, Failure, Reader, Records, clock::day},
    rule::Rules,
    thread::{Message, Thread},
};
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use register::Register;
use std::{path::Path, sync::Arc};
use vocabulary::{CaseNumber, Language, PersonId, TenantId};

const MAILS: [&str; 2] = ["per-haug-tilbygg.eml", "outlook-lang-traad.eml"];
const TODAY: Date = date(2026, 11, 21);

#[derive(Clone, Copy)]
struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        TODAY.to_zoned(jiff::tz::TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
    }
}

/// Prints the figures.
pub(crate) fn run() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture");
    let Ok(imported) = Register::import(&fixture.join("records"), Arc::new(Still)) else {
        return println!("letter: the records of the fixture cannot be read");
    };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else { return };
    for name in MAILS {
        let read = std::fs::read(fixture.join("mail").join(name)).ok().and_then(|bytes| text::Text.mail(&bytes).ok());
        let Some(message) = read else { return println!("letter: {name} cannot be read") };
        if let Err(failure) = runtime.block_on(told(name, &message, &imported.register)) {
            println!("letter, {name}: {failure}");
        }
    }
}

async fn told(name: &str, message: &Message, register: &Register) -> Result<(), Failure> {
    let bytes = message.text.len();
    let Ok(thread) = Thread::new(vec![message.clone()], None, TODAY) else { return Ok(()) };
    say(&format!("thread of {name}"), bytes, median(|| drop(Thread::new(vec![message.clone()], None, TODAY))));
    let evidence = evidence(&thread, register).await?;
    let brief = brief(&thread, &evidence);
    say("its draft", bytes, median(|| drop(compose(&brief))));
    let mut answer = compose(&brief);
    let evidence = used(&evidence, &Query::of(&thread, TODAY).questions, &mut answer.parts);
    let frame = || Frame {
        language: brief.language,
        outcome: answer.outcome,
        footer: String::new(),
        recipients: vec![message.from.address.clone()],
    };
    let Ok(draft) = Draft::parse(&answer.marked(), frame()) else { return Ok(()) };
    let rules = Rules::shipped("Fjordvik kommune");
    let ground =
        Ground { thread: Some(&thread), evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
    let whole = draft.marked().len() + evidence.items().iter().map(|item| item.source.text.len()).sum::<usize>();
    // Twenty at once: one by itself is too short a time to be told apart from what else the machine does.
    let checked = median(|| (0..20).for_each(|_| drop(check::run(draft.clone(), &ground))));
    say("its checks", whole, checked / 20);
    Ok(())
}

async fn evidence(thread: &Thread, register: &Register) -> Result<Evidence, Failure> {
    let person = Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".to_owned(),
        address: "kari.nordby@fjordvik.kommune.no".to_owned(),
        roles: Vec::new(),
        groups: Vec::new(),
    };
    let numbers = thread.values().iter().filter_map(|value| value.value.split('-').next()?.parse::<CaseNumber>().ok());
    let mut named = Vec::new();
    for number in numbers {
        named.extend(register.case(&person, number).await?);
    }
    let sender = &thread.answered().message.from.address;
    let matched = match_case(thread, &named, &register.cases_of(&person, sender).await?);
    let query = Query { case: matched.number, ..Query::of(thread, TODAY) };
    let mut found = match matched.number {
        Some(number) => match named.iter().find(|case| case.number == number) {
            Some(case) => register.sources_of(&person, case).await?.sources,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    found.extend(register.search(&person, &query).await?);
    Ok(select(found, &query, sender))
}

fn brief(thread: &Thread, evidence: &Evidence) -> Brief {
    let answered = thread.answered();
    let excerpt = |item: &Item| Excerpt {
        number: item.number,
        origin: item.source.origin,
        title: item.source.title.clone(),
        date: item.source.date,
        valid_from: item.source.valid_from,
        text: item.source.text.clone(),
        tellable: true,
    };
    Brief {
        purpose: purpose(thread),
        language: thread.language().0.of_reply(),
        tone: vocabulary::Tone::Usual,
        name: addressee(answered.message.from.name.as_deref(), &answered.visible, answered.signature.as_deref()),
        signature: ("Kari Nordby".to_owned(), "Fjordvik kommune".to_owned()),
        subject: answered.message.subject.clone(),
        mail: answered.visible.clone(),
        questions: thread.questions().to_vec(),
        evidence: evidence.items().iter().map(excerpt).collect(),
        received: answered.message.date.map(day),
        case: None,
        today: TODAY,
    }
}
