//! How a draft waits for a second person, in words (ventetid): by when, for whom, reminded of, and which clock of the law presses.

use domain::{
    deadline::{Deadline, Kind, State},
    dossier::{Addressee, Wait},
    port::clock::day,
    review::{Absence, Approver},
    value::month::written,
};
use flow::Waiting;
use jiff::{Timestamp, civil::Date};
use vocabulary::Language;

/// One draft of the list: who wrote which revision, how long it has waited, and all that follows.
pub(super) fn queued(waiting: &Waiting, words: Language) -> String {
    let by = words.pick("Utkast av {}, ", "Utkast av {}, ", "Draft by {}, ");
    let number = words.pick("{}. utgave.", "{}. utgåve.", "revision {}.");
    let own = words.pick(
        "Den som har skrevet i utkastet, kan ikke godkjenne det.",
        "Den som har skrive i utkastet, kan ikkje godkjenne det.",
        "Who has written in the draft cannot approve it.",
    );
    let mut told = vec![
        filled(by, &waiting.author) + &filled(number, &waiting.revision.to_string()),
        waited(waiting.waited_minutes, words),
        told(&waiting.wait, (waiting.to.as_ref(), waiting.reminded), words),
    ];
    told.extend(waiting.wait.deadline.as_ref().and_then(|clock| pressing(clock, words)));
    told.extend((!waiting.decidable).then(|| own.to_owned()));
    told.join(" ")
}

/// How long it has waited, in its largest whole unit.
fn waited(minutes: u32, words: Language) -> String {
    let (form, n) = match minutes {
        0..60 => (words.pick("Har ventet {} min.", "Har venta {} min.", "Has waited {} min."), minutes),
        60..2880 => (words.pick("Har ventet {} t.", "Har venta {} t.", "Has waited {} h."), minutes / 60),
        _ => (words.pick("Har ventet {} dager.", "Har venta {} dagar.", "Has waited {} days."), minutes / 1440),
    };
    filled(form, &n.to_string())
}

/// By when it should be decided, whom the author named, and when they reminded.
pub(super) fn told(wait: &Wait, (to, reminded): (Option<&Addressee>, Option<Timestamp>), words: Language) -> String {
    let on = |day: Date| written(day, words);
    let mut told = vec![filled(words.pick("Frist {}.", "Frist {}.", "Due {}."), &on(wait.due))];
    told.extend(to.map(|to| filled(words.pick("Til {}.", "Til {}.", "For {}."), &to.name)));
    let form = words.pick("Purret {}.", "Purra {}.", "Reminded {}.");
    told.extend(reminded.map(|at| filled(form, &on(day(at)))));
    told.join(" ")
}

/// A clock of the law that begins to press, and its day.
fn pressing(clock: &Deadline, words: Language) -> Option<String> {
    let form = match clock.kind {
        Kind::PreliminaryReply => {
            words.pick("Foreløpig svar innen {}.", "Førebels svar innan {}.", "Preliminary reply by {}.")
        }
        Kind::AccessRequest => words.pick("Innsyn innen {}.", "Innsyn innan {}.", "Access request by {}."),
        Kind::Appeal => words.pick("Klagefrist {}.", "Klagefrist {}.", "Appeal by {}."),
    };
    (clock.state > State::Ok).then(|| filled(form, &written(clock.due, words)))
}

/// Until when somebody is away, and who stands in.
pub(super) fn away(absence: &Absence, known: &[Approver], words: Language) -> String {
    let stand_in = known.iter().find(|other| other.person == absence.stand_in);
    let form = words.pick("Borte til og med {}.", "Borte til og med {}.", "Away up to and including {}.");
    let told = filled(form, &written(absence.until, words));
    let form = words.pick("Stedfortreder: {}.", "Stadfortredar: {}.", "Stand-in: {}.");
    let parts = [Some(told), stand_in.map(|other| filled(form, &other.name))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn filled(form: &str, word: &str) -> String {
    form.replace("{}", word)
}

#[cfg(test)]
mod tests {
    use super::{away, pressing, queued, told};
    use domain::{
        deadline::{Deadline, Kind, State},
        dossier::{Addressee, Wait},
        review::{Absence, Approver},
    };
    use flow::Waiting;
    use jiff::{Timestamp, civil::date};
    use vocabulary::{DraftId, Language, PersonId};

    #[test]
    fn a_wait_is_told_in_the_words_of_who_reads() {
        let wait = Wait { due: date(2026, 3, 3), overdue: false, deadline: None };
        let liv = Addressee { person: PersonId::new("liv"), name: "Liv Aas".into() };
        let asked = Some(&liv);
        for (to, reminded, words, sentence) in [
            (None, None, Language::Nb, "Frist 3. mars 2026."),
            (asked, None, Language::En, "Due 3 March 2026. For Liv Aas."),
            (
                asked,
                Some(Timestamp::UNIX_EPOCH),
                Language::Nn,
                "Frist 3. mars 2026. Til Liv Aas. Purra 1. januar 1970.",
            ),
        ] {
            assert_eq!(told(&wait, (to, reminded), words), sentence);
        }
    }

    #[test]
    fn a_row_tells_who_wrote_and_how_long_it_has_waited() {
        let row = |waited_minutes, decidable| Waiting {
            draft: DraftId::new("d"),
            from_name: "Per Haug".into(),
            case: None,
            author: "Kari Nordby".into(),
            revision: 2,
            findings: Vec::new(),
            requested_at: Timestamp::UNIX_EPOCH,
            waited_minutes,
            decidable,
            mine: decidable,
            to: None,
            reminded: None,
            wait: Wait { due: date(2026, 3, 3), overdue: false, deadline: None },
        };
        for (minutes, words, sentence) in [
            (14, Language::Nb, "Utkast av Kari Nordby, 2. utgave. Har ventet 14 min. Frist 3. mars 2026."),
            (2879, Language::Nn, "Utkast av Kari Nordby, 2. utgåve. Har venta 47 t. Frist 3. mars 2026."),
            (2880, Language::En, "Draft by Kari Nordby, revision 2. Has waited 2 days. Due 3 March 2026."),
        ] {
            assert_eq!(queued(&row(minutes, true), words), sentence);
        }
        assert!(queued(&row(1, false), Language::Nb).ends_with("kan ikke godkjenne det."));
    }

    #[test]
    fn a_clock_of_the_law_is_told_once_it_presses_and_an_absence_with_its_stand_in() {
        let clock = |state| Deadline { kind: Kind::AccessRequest, due: date(2026, 3, 5), state };
        assert_eq!(pressing(&clock(State::Ok), Language::Nb), None);
        assert_eq!(pressing(&clock(State::Red), Language::Nb).as_deref(), Some("Innsyn innen 5. mars 2026."));
        let siv = PersonId::new("siv");
        let absence = Absence { until: date(2026, 3, 5), stand_in: siv.clone() };
        let known = [Approver { person: siv, name: "Siv Lund".into(), seen: Timestamp::UNIX_EPOCH, absence: None }];
        let both = "Borte til og med 5. mars 2026. Stedfortreder: Siv Lund.";
        assert_eq!(away(&absence, &known, Language::Nb), both);
        assert_eq!(away(&absence, &[], Language::En), "Away up to and including 5 March 2026.");
    }
}
