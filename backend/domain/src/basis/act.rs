//! What was done (handlinger), as a person reads it on the page.

use super::sheet::Said;
use crate::{audit::Action, check::Bearing, draft::Note, evidence::matching::Reason};
use vocabulary::{Severity, Status};

/// An action in words.
pub(super) fn action(action: Action) -> Said {
    use Action as A;
    match action {
        A::OperationOpened => ["begynte på et kall", "byrja på eit kall", "began a call"],
        A::OperationClosed => ["gjorde seg ferdig", "gjorde seg ferdig", "finished it"],
        A::OperationFailed => ["fikk det ikke til", "fekk det ikkje til", "did not succeed"],
        A::OperationUnfinished => ["ble avbrutt", "vart avbroten", "was interrupted"],
        A::DraftPrepared => ["laget utkast", "laga utkast", "made a draft"],
        A::DraftShown => ["leste utkastet", "las utkastet", "read the draft"],
        A::DraftRevised => ["endret teksten", "endra teksten", "changed the text"],
        A::DraftTakenOver => ["tok over utkastet", "tok over utkastet", "took the draft over"],
        A::ReviewRequested => ["ba om godkjenning", "bad om godkjenning", "asked for approval"],
        A::ReviewReminded => ["minnet om godkjenning", "minte om godkjenning", "reminded of the approval"],
        A::DraftApproved => ["godkjente", "godkjende", "approved"],
        A::DraftReturned => ["sendte tilbake", "sende tilbake", "returned it"],
        A::ReviewRefused => ["fikk ikke godkjenne", "fekk ikkje godkjenne", "could not approve"],
        A::DraftReleased => {
            ["forseglet og satte inn svaret", "forsegla og sette inn svaret", "sealed and inserted the reply"]
        }
        A::SendAllowed => ["slapp e-posten gjennom", "sleppte e-posten gjennom", "let the mail through"],
        A::SendAsked => ["spurte før sending", "spurde før sending", "asked before sending"],
        A::SendStopped => ["stoppet e-posten", "stoppa e-posten", "stopped the mail"],
        A::SendUngated | A::SendBegun | A::SendOrdered | A::SendAccepted | A::SendUnsure | A::SendGivenUp => {
            sending(action)
        }
        A::DraftSent => ["fant e-posten blant sendte", "fann e-posten blant sende", "found the mail among those sent"],
        A::SentAltered => {
            ["fant e-posten sendt, men endret", "fann e-posten send, men endra", "found the mail sent, but altered"]
        }
        A::DraftRated => ["sa om utkastet var godt", "sa om utkastet var godt", "said whether the draft was good"],
        A::JournalConfirmed | A::JournalSkipped | A::JournalRegistered | A::JournalStopped | A::JournalRetried => {
            journal(action)
        }
        A::GateSwitched => {
            ["endret kontrollen ved sending", "endra kontrollen ved sending", "changed the gate at Send"]
        }
        A::SignatureSaved => ["registrerte signatur", "registrerte signatur", "registered a signature"],
        A::ApproverKnown => ["ble kjent som godkjenner", "vart kjend som godkjennar", "became known as an approver"],
        A::ApproverForgotten => {
            ["ble glemt som godkjenner", "vart gløymd som godkjennar", "was forgotten as an approver"]
        }
        A::AbsenceStated => ["meldte fravær", "melde fråvær", "stated an absence"],
        A::SortConfirmed => ["sa hva e-posten er", "sa kva e-posten er", "said what the mail is"],
        A::TrailExported => ["hentet ut sporet", "henta ut sporet", "exported the trail"],
        A::BasisShown => {
            ["så hva svaret bygget på", "såg kva svaret bygde på", "looked at what the answer was based on"]
        }
        A::KeyMade | A::KeyRotated | A::KeyRewrapped | A::KeyErased | A::TenantAdded | A::TenantDisabled => {
            upkeep(action)
        }
        A::TenantEnabled | A::BackupMade | A::BackupRestored | A::TextErased | A::SortForgotten => upkeep(action),
        A::PersonExported | A::PersonErased => upkeep(action),
    }
}

/// What was done to journal the reply.
fn journal(action: Action) -> Said {
    use Action as A;
    match action {
        A::JournalConfirmed => ["bekreftet journalføring", "stadfesta journalføring", "confirmed the journalling"],
        A::JournalSkipped => ["valgte å ikke journalføre", "valde å ikkje journalføre", "chose not to journal"],
        A::JournalRegistered => ["fikk svaret journalført", "fekk svaret journalført", "had the reply journalled"],
        A::JournalStopped => {
            ["fikk ikke svaret journalført", "fekk ikkje svaret journalført", "did not get the reply journalled"]
        }
        _ => ["prøvde å journalføre igjen", "prøvde å journalføre igjen", "tried to journal again"],
    }
}

/// What was done at the command line, or by the clock.
fn upkeep(action: Action) -> Said {
    use Action as A;
    match action {
        A::KeyMade => ["laget en nøkkel", "laga ein nøkkel", "made a key"],
        A::KeyRotated => ["byttet nøkkel", "bytte nøkkel", "changed the key"],
        A::KeyRewrapped => ["låste nøklene på nytt", "låste nøklane på nytt", "locked the keys anew"],
        A::KeyErased => ["slettet nøklene", "sletta nøklane", "destroyed the keys"],
        A::TenantAdded => ["la til kommunen", "la til kommunen", "added the municipality"],
        A::TenantDisabled => {
            ["slo av Saksvar for kommunen", "slo av Saksvar for kommunen", "switched the municipality off"]
        }
        A::TenantEnabled => {
            ["slo på Saksvar for kommunen", "slo på Saksvar for kommunen", "switched the municipality on"]
        }
        A::BackupMade => ["tok sikkerhetskopi", "tok tryggingskopi", "made a backup"],
        A::BackupRestored => ["la tilbake en sikkerhetskopi", "la tilbake ein tryggingskopi", "restored a backup"],
        A::TextErased => ["slettet teksten", "sletta teksten", "erased the text"],
        A::SortForgotten => [
            "slettet hva e-poster ble sortert som",
            "sletta kva e-postar vart sorterte som",
            "erased words on what mails are",
        ],
        A::PersonExported => {
            ["hentet ut alt om en person", "henta ut alt om ein person", "exported all about a person"]
        }
        _ => ["slettet alt om en person", "sletta alt om ein person", "erased all about a person"],
    }
}

/// What was done to send it from the pane, or past a gate that was off.
fn sending(action: Action) -> Said {
    use Action as A;
    match action {
        A::SendUngated => [
            "så ikke på e-posten, kontrollen var slått av",
            "såg ikkje på e-posten, kontrollen var slått av",
            "did not look at the mail, the gate was off",
        ],
        A::SendBegun => ["begynte å sende svaret", "byrja å sende svaret", "began to send the reply"],
        A::SendOrdered => ["ba Outlook sende svaret", "bad Outlook sende svaret", "told Outlook to send the reply"],
        A::SendAccepted => ["fikk svaret sendt", "fekk svaret sendt", "had the reply sent"],
        A::SendUnsure => [
            "fikk ikke vite om svaret ble sendt",
            "fekk ikkje vite om svaret vart sendt",
            "did not learn whether the reply was sent",
        ],
        _ => ["ga opp å sende svaret", "gav opp å sende svaret", "gave up sending the reply"],
    }
}

/// Where the draft stands.
pub(super) fn status(status: Status) -> Said {
    match status {
        Status::Drafted => ["utkast", "utkast", "draft"],
        Status::AwaitingReview => ["venter på godkjenning", "ventar på godkjenning", "waits for approval"],
        Status::Returned => ["sendt tilbake", "sendt tilbake", "returned"],
        Status::Approved => ["godkjent", "godkjend", "approved"],
        Status::Released => ["forseglet, klart til sending", "forsegla, klart til sending", "sealed, ready to be sent"],
        Status::SendAllowed => ["sluppet gjennom ved sending", "sleppt gjennom ved sending", "let through at Send"],
        Status::Sent => ["sendt", "sendt", "sent"],
    }
}

/// How the evidence bears a sentence.
pub(super) fn bearing(bearing: Bearing) -> Said {
    match bearing {
        Bearing::Supported => ["dekket av kilden", "dekt av kjelda", "borne by the source"],
        Bearing::Unsupported => ["ikke dekket", "ikkje dekt", "not borne"],
        Bearing::Contradicted => ["kilden sier noe annet", "kjelda seier noko anna", "the source says otherwise"],
        Bearing::NoClaim => ["ingen påstand", "ingen påstand", "no claim"],
    }
}

/// How heavy a finding is.
pub(super) fn severity(severity: Severity) -> Said {
    match severity {
        Severity::Note => ["i orden", "i orden", "fine"],
        Severity::Warn => ["verdt å se på", "verdt å sjå på", "worth a look"],
        Severity::Verify => ["må ses av to", "må sjåast av to", "needs a second person"],
        Severity::Stop => ["stopper", "stoppar", "stops"],
    }
}

/// Why the case was taken, or not.
pub(super) fn reason(reason: Reason) -> Said {
    match reason {
        Reason::NumberAndParty => {
            ["saksnummer og part stemmer", "saksnummer og part stemmer", "case number and party agree"]
        }
        Reason::Chosen => ["valgt av saksbehandler", "vald av saksbehandlar", "chosen by the caseworker"],
        Reason::Declined => [
            "besvart uten sak etter saksbehandlers valg",
            "svart på utan sak etter val av saksbehandlar",
            "answered without a case, as the caseworker chose",
        ],
        Reason::NumberFromStranger => {
            ["avsender er ikke part i saken", "avsendar er ikkje part i saka", "the sender is no party to the case"]
        }
        Reason::NotAuthenticated => [
            "avsender kunne ikke bekreftes",
            "avsendar kunne ikkje stadfestast",
            "the sender could not be authenticated",
        ],
        Reason::PartyOnly => [
            "avsender er part, men nevner ingen sak",
            "avsendar er part, men nemner inga sak",
            "the sender is a party, but names no case",
        ],
        Reason::NotLookedUp => [
            "Saken kunne ikke slås opp; et sakarkiv svarte ikke.",
            "Saka kunne ikkje slåast opp; eit sakarkiv svara ikkje.",
            "The case could not be looked up; a case archive did not answer.",
        ],
        Reason::UnknownNumber => [
            "saksnummeret finnes ikke, eller saken er skjermet for saksbehandleren",
            "saksnummeret finst ikkje, eller saka er skjerma for saksbehandlaren",
            "there is no case with that number, or it is hidden from the caseworker",
        ],
        Reason::Nothing => ["ingenting peker på en sak", "ingenting peikar på ei sak", "nothing points to a case"],
    }
}

/// What there is to say of how a text came to be.
pub(super) fn note(note: Note) -> Said {
    match note {
        Note::NoAnswer => ["språkmodellen svarte ikke", "språkmodellen svarte ikkje", "no model answered"],
        Note::Withheld => {
            ["for følsomt for språkmodellen", "for følsamt for språkmodellen", "too delicate for a model"]
        }
        Note::Spent => {
            ["dagens kvote var brukt opp", "kvoten for dagen var brukt opp", "the day's tokens were used up"]
        }
        Note::Shortened => {
            ["språkmodellen fikk ikke alt", "språkmodellen fekk ikkje alt", "the model was not given everything"]
        }
    }
}

/// Who wrote a text: the built-in writer, a person, or the name of a model's endpoint.
pub(super) fn writer(name: &str) -> Option<Said> {
    match name {
        "builtin" => Some(["den innebygde skriveren", "den innebygde skrivaren", "the built-in writer"]),
        "person" => Some(["saksbehandleren", "saksbehandlaren", "the caseworker"]),
        _ => None,
    }
}

/// The name of a fact in an entry; `None` for one that is shown as it stands.
pub(super) fn fact(name: &str) -> Option<Said> {
    Some(match name {
        "rules" => ["husregler", "husreglar", "house rules"],
        "writer" => ["skriver", "skrivar", "writer"],
        "sources" => ["kilder", "kjelder", "sources"],
        "fingerprint" => ["fingeravtrykk", "fingeravtrykk", "fingerprint"],
        "to" => ["til", "til", "to"],
        "ticked" => ["krysset av", "kryssa av", "ticked"],
        "reason" => ["grunn", "grunn", "reason"],
        "gate" => ["kontroll ved sending", "kontroll ved sending", "gate at Send"],
        "was" => ["før", "før", "before"],
        "account" => ["konto på serveren", "konto på tenaren", "account on the server"],
        "command" => ["kommando", "kommando", "command"],
        "kind" => ["slags", "slag", "kind"],
        "why" => ["hvorfor", "kvifor", "why"],
        "days" => ["frist i dager", "frist i dagar", "limit in days"],
        "numbers" => ["journalnummer", "journalnummer", "journal numbers"],
        "code" => ["tilgangskode", "tilgangskode", "access code"],
        "mails" => ["e-poster", "e-postar", "mails"],
        "revisions" => ["utgaver", "utgåver", "revisions"],
        "message_id" => ["Message-ID, saltet sum", "Message-ID, salta sum", "Message-ID, salted sum"],
        _ => return None,
    })
}
