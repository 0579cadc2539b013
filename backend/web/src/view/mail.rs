//! The mail and the case as they are shown (henvendelse og sak).

use contract::view::{Candidate, Case, Deadline, Mail, Question, Sought};
use domain::{
    deadline,
    evidence::{matching::Reason, several, unread},
};
use flow::Shown;
use vocabulary::{Language, Relation};

/// The mail that is answered.
pub(crate) fn mail(shown: &Shown, words: Language) -> Mail {
    let answered = shown.thread.answered();
    let from = &answered.message.from;
    let questions = shown.thread.questions().iter().zip(&shown.answered);
    let questions = questions.map(|(text, answered)| Question { text: text.clone(), answered: *answered });
    Mail {
        from_name: from.name.clone().unwrap_or_else(|| from.address.clone()),
        from_address: from.address.clone(),
        role: shown.dossier.matched.relation.name().to_owned(),
        role_told: role(shown.dossier.matched.relation, words).to_owned(),
        subject: answered.message.subject.clone(),
        received: answered.message.date.map(super::moment).unwrap_or_default(),
        visible: answered.visible.clone(),
        language: shown.thread.language().0,
        questions: questions.collect(),
        deadlines: shown.deadlines.iter().map(deadline).collect(),
        mails: shown.thread.messages().len(),
    }
}

/// What the sender is, as a person is told.
fn role(relation: Relation, words: Language) -> &'static str {
    match relation {
        Relation::Applicant => words.pick("søker i saken", "søkjar i saka", "applicant in the case"),
        Relation::Appellant => words.pick("klager i saken", "klagar i saka", "appellant in the case"),
        Relation::Neighbour => words.pick("nabo i saken", "nabo i saka", "neighbour in the case"),
        Relation::Representative => {
            words.pick("opptrer for en part i saken", "opptrer for ein part i saka", "acts for a party to the case")
        }
        Relation::Party => words.pick("part i saken", "part i saka", "party to the case"),
        Relation::Correspondent => words.pick(
            "står i journalen, men ikke som part",
            "står i journalen, men ikkje som part",
            "is in the journal, but not as a party",
        ),
        Relation::Official => {
            words.pick("skriver fra det offentlige", "skriv frå det offentlege", "writes from a public body")
        }
        Relation::Outsider => words.pick("er ikke med i saken", "er ikkje med i saka", "has no part in the case"),
        Relation::Unknown => {
            words.pick("rollen i saken er ukjent", "rolla i saka er ukjend", "role in the case unknown")
        }
    }
}

fn deadline(clock: &deadline::Deadline) -> Deadline {
    let kind = match clock.kind {
        deadline::Kind::PreliminaryReply => "preliminary_reply",
        deadline::Kind::AccessRequest => "access_request",
        deadline::Kind::Appeal => "appeal",
    };
    let state = match clock.state {
        deadline::State::Ok => "ok",
        deadline::State::Amber => "amber",
        deadline::State::Red => "red",
        deadline::State::Breached => "breached",
    };
    Deadline { kind: kind.to_owned(), due: clock.due.to_string(), state: state.to_owned() }
}

/// The case, or those that are offered.
pub(crate) fn case(shown: &Shown, words: Language) -> Case {
    let matched = &shown.dossier.matched;
    let facts = shown.evidence.items().iter().find(|item| item.source.origin == domain::evidence::Origin::Case);
    Case {
        matched: matched.matched,
        number: matched.number,
        title: facts.map(|item| item.source.title.clone()),
        responsible: facts.and_then(|item| item.source.unit.clone()),
        why: why(matched.reason, words).to_owned(),
        candidates: matched
            .candidates
            .iter()
            .map(|(number, title)| Candidate { number: *number, title: title.clone() })
            .collect(),
        silent: unknown(shown, words),
    }
}

/// What the reply could not rest on: systems that said nothing, documents that could not be read.
fn unknown(shown: &Shown, words: Language) -> Option<String> {
    let silent = &shown.dossier.matched.silent;
    let told = [several::sentence(silent, words), unread::sentence(&shown.unread, words)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What a search brought.
pub(crate) fn sought(sought: flow::Sought, words: Language) -> Sought {
    let cases = sought.cases.into_iter().map(|(number, title)| Candidate { number, title }).collect();
    let names: Vec<&str> = sought.silent.iter().map(|one| one.system.as_str()).collect();
    let silent = (!names.is_empty()).then(|| {
        let told = words.pick(
            "Sakarkivet ({names}) svarte ikke. Saken kan ligge der. Søk igjen om litt.",
            "Sakarkivet ({names}) svara ikkje. Saka kan liggje der. Søk igjen om litt.",
            "The case archive ({names}) did not answer. The case may be there. Search again in a while.",
        );
        told.replace("{names}", &names.join(", "))
    });
    let wordless = (!sought.wordless.is_empty()).then(|| {
        let told = words.pick(
            "I {names} kan du bare søke med saksnummer.",
            "I {names} kan du berre søkje med saksnummer.",
            "In {names} you can search by case number only.",
        );
        told.replace("{names}", &sought.wordless.join(", "))
    });
    let said: Vec<String> = silent.into_iter().chain(wordless).collect();
    Sought { cases, said: (!said.is_empty()).then(|| said.join(" ")) }
}

fn why(reason: Reason, words: Language) -> &'static str {
    match reason {
        Reason::NumberAndParty => words.pick(
            "Saksnummeret står i e-posten, og avsenderen er part.",
            "Saksnummeret står i e-posten, og avsendaren er part.",
            "The case number is in the mail, and the sender is a party.",
        ),
        Reason::Chosen => words.pick("Saken er valgt av en saksbehandler.", "Saka er vald av ein saksbehandlar.", "A caseworker chose the case."),
        Reason::Declined => words.pick(
            "En saksbehandler har valgt å svare uten sak.",
            "Ein saksbehandlar har valt å svare utan sak.",
            "A caseworker chose to answer without a case.",
        ),
        Reason::NumberFromStranger => words.pick(
            "Saksnummeret står i e-posten, men avsenderen er ikke part. Velg saken bare hvis du vet at den hører til.",
            "Saksnummeret står i e-posten, men avsendaren er ikkje part. Vel saka berre om du veit at ho høyrer til.",
            "The case number is in the mail, but the sender is not a party. Choose the case only if you know that it belongs.",
        ),
        Reason::NotAuthenticated => words.pick(
            "Vi kan ikke bekrefte hvem som har sendt e-posten. Velg saken bare hvis du vet hvem det er.",
            "Vi kan ikkje stadfeste kven som har sendt e-posten. Vel saka berre om du veit kven det er.",
            "We cannot confirm who sent the mail. Choose the case only if you know who it is.",
        ),
        Reason::PartyOnly => words.pick(
            "Avsenderen er part i disse sakene. Velg den som hører til.",
            "Avsendaren er part i desse sakene. Vel den som høyrer til.",
            "The sender is a party to these cases. Choose the one that belongs.",
        ),
        Reason::NotLookedUp => words.pick(
            "Saken kunne ikke slås opp, for et sakarkiv svarte ikke.",
            "Saka kunne ikkje slåast opp, for eit sakarkiv svara ikkje.",
            "The case could not be looked up: a case archive did not answer.",
        ),
        Reason::UnknownNumber => words.pick(
            "Saksnummeret i e-posten finnes ikke hos oss, eller du har ikke tilgang til saken.",
            "Saksnummeret i e-posten finst ikkje hos oss, eller du har ikkje tilgang til saka.",
            "We have no case with the number in the mail, or you have no access to it.",
        ),
        Reason::Nothing => words.pick("Ingenting peker på en sak.", "Ingenting peikar på ei sak.", "Nothing points to a case."),
    }
}
