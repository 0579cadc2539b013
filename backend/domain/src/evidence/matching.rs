//! Which case a mail belongs to (sakstreff): a weak match is offered, never attached.

use super::{Silent, Unread, relation, several};
use crate::{
    case::Case,
    thread::{Message, Thread},
    value::{Kind, Strength, Value},
};
use vocabulary::{CaseNumber, Match, Relation};

/// Candidates that are offered; more is a search, not a choice.
const OFFERED: usize = 20;

/// Why a case was taken, or not; the words are the reader's language's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Our reference, or the number in the mail, and the sender is party or correspondent. Offered (not strong) where that is
    /// true of more than one case.
    NumberAndParty,
    /// A person chose it.
    Chosen,
    /// A person chose to answer without a case.
    Declined,
    /// The number stands in the mail, but the sender is no party.
    NumberFromStranger,
    /// The number stands in the mail, but the sender's server could not be authenticated.
    NotAuthenticated,
    /// The sender is party to cases; no number says which.
    PartyOnly,
    /// The number in the mail is no case of ours.
    UnknownNumber,
    /// A case system said nothing, and no other has the case.
    NotLookedUp,
    /// Nothing points to a case.
    Nothing,
}

/// The outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMatch {
    /// How sure.
    pub matched: Match,
    /// The case attached; only when strong.
    pub number: Option<CaseNumber>,
    /// Why.
    pub reason: Reason,
    /// What the sender is in the case that is attached.
    pub relation: Relation,
    /// The ones offered, with their titles (public ones where the case is restricted, empty where it has none).
    pub candidates: Vec<(CaseNumber, String)>,
    /// The systems that said nothing while case and sources were looked for.
    pub silent: Vec<Silent>,
    /// The documents of the case that could not be read.
    pub unread: Vec<Unread>,
}

impl CaseMatch {
    /// A case that a person chose: attached, because somebody answers for it.
    #[must_use]
    pub fn chosen(case: &Case, mail: &Message) -> Self {
        let candidates = vec![(case.number, shown(case))];
        let relation = relation::of(Some(case), mail);
        let number = Some(case.number);
        Self {
            matched: Match::Strong,
            number,
            reason: Reason::Chosen,
            relation,
            candidates,
            silent: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// The same, found while these systems said nothing: what they did not tell is not said to be nowhere.
    #[must_use]
    pub fn without(mut self, silent: impl IntoIterator<Item = Silent>) -> Self {
        self.silent = several::each_once(std::mem::take(&mut self.silent).into_iter().chain(silent));
        if !self.silent.is_empty() && matches!(self.reason, Reason::UnknownNumber | Reason::Nothing) {
            self.reason = Reason::NotLookedUp;
        }
        self
    }

    /// The same mail without a case, because a person chose so; what was found is offered still.
    #[must_use]
    pub fn declined(self, mail: &Message) -> Self {
        let relation = relation::of(None, mail);
        Self { matched: Match::None, number: None, reason: Reason::Declined, relation, ..self }
    }
}

/// Matches a thread with the cases found by its numbers or by our reference in it (`named`) and by its sender (`known`).
#[must_use]
pub fn match_case(thread: &Thread, named: &[Case], known: &[Case]) -> CaseMatch {
    judge(&thread.answered().message, thread.values(), named, known)
}

fn judge(mail: &Message, values: &[Value], named: &[Case], known: &[Case]) -> CaseMatch {
    // A missing header means a file, or a server that does not write it: taken as it is (design: decisions).
    let authentic = mail.authenticated != Some(false);
    let pointed: Vec<&Case> = named.iter().filter(|case| points_to(mail, values, case)).collect();
    let known_to = |case: &&&Case| case.knows(&mail.from.address);
    let own: Vec<&Case> = pointed.iter().filter(known_to).copied().collect();
    let (number, reason) = match (pointed.as_slice(), own.as_slice()) {
        ([], _) => (None, without_number(values, named, known)),
        (_, []) => (None, Reason::NumberFromStranger),
        _ if !authentic => (None, Reason::NotAuthenticated),
        (_, [only]) => (Some(only.number), Reason::NumberAndParty),
        _ => (None, Reason::NumberAndParty),
    };
    let candidates = offered(named, known);
    let matched = match number {
        Some(_) => Match::Strong,
        None if candidates.is_empty() => Match::None,
        None => Match::Offered,
    };
    let attached = number.and_then(|number| named.iter().find(|case| case.number == number));
    CaseMatch {
        matched,
        number,
        reason,
        relation: relation::of(attached, mail),
        candidates,
        silent: Vec::new(),
        unread: Vec::new(),
    }
}

/// Whether the mail names this case by more than a weak number ("49/311" is a property far more often than a case), or was found
/// by our reference. A case whose number stands nowhere in the values was found by the reference, which may lie in the quotes.
fn points_to(mail: &Message, values: &[Value], case: &Case) -> bool {
    let written = |value: &&Value| value.kind == Kind::CaseNumber && number(value) == Some(case.number);
    let strongest = values.iter().filter(written).map(|value| value.strength).max();
    let referred = || mail.text.contains("SV-") || values.iter().any(|value| value.kind == Kind::ReplyReference);
    strongest.map_or_else(referred, |strength| strength > Strength::Weak)
}

/// The case of a value; `2026/1234-5` is document 5 of 2026/1234.
fn number(value: &Value) -> Option<CaseNumber> {
    value.value.split('-').next()?.parse().ok()
}

fn without_number(values: &[Value], named: &[Case], known: &[Case]) -> Reason {
    let stated = |value: &Value| value.kind == Kind::CaseNumber && value.strength > Strength::Weak;
    if !known.is_empty() {
        Reason::PartyOnly
    } else if named.is_empty() && values.iter().any(stated) {
        Reason::UnknownNumber
    } else {
        Reason::Nothing
    }
}

fn offered(named: &[Case], known: &[Case]) -> Vec<(CaseNumber, String)> {
    let mut candidates: Vec<(CaseNumber, String)> = Vec::new();
    for case in named.iter().chain(known) {
        if candidates.len() < OFFERED && candidates.iter().all(|(number, _)| *number != case.number) {
            candidates.push((case.number, shown(case)));
        }
    }
    candidates
}

/// A restricted case is shown by its public title alone: the mail may come from anybody who knows a number.
fn shown(case: &Case) -> String {
    if case.access.is_open() { case.title.clone() } else { case.public_title.clone().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::{CaseMatch, Kind, Match, Message, Reason, Relation, Strength, Value, judge};
    use crate::thread::Address;
    use crate::{
        case::{Access, Case, Entry, Party},
        evidence::several::{Silent, Why},
    };
    use vocabulary::{CaseNumber, Span};

    fn case(sequence: u32, code: Option<&str>) -> Case {
        let party = |email: &str| Party { email: Some(email.into()), ..Party::default() };
        Case {
            system: "register".into(),
            number: CaseNumber { year: 2026, sequence },
            title: "Søknad om tilbygg – Storgata 12".into(),
            public_title: Some("Søknad om tilbygg".into()),
            status: "B".into(),
            opened: None,
            closed: None,
            responsible: None,
            access: Access { code: code.map(str::to_owned), legal_basis: None },
            parties: vec![party("per.haug@example.no")],
            estates: vec![],
            entries: vec![Entry { correspondents: vec![party("nabo@example.org")], ..Entry::default() }],
        }
    }

    fn mail(from: &str, authenticated: Option<bool>) -> Message {
        let from = Address { name: None, address: from.into() };
        Message { from, authenticated, ..Message::default() }
    }

    fn number(value: &str, strength: Strength) -> Value {
        Value { kind: Kind::CaseNumber, text: value.into(), value: value.into(), strength, span: Span::default() }
    }

    const PER: &str = "Per.Haug@example.no";
    const STRANGER: &str = "x@example.org";
    const ATTACHED: (Match, Reason) = (Match::Strong, Reason::NumberAndParty);

    fn offered(reason: Reason) -> (Match, Reason) {
        (Match::Offered, reason)
    }

    #[test]
    fn only_a_number_and_an_authenticated_party_attach_a_case() {
        use Strength::{Medium, Strong, Weak};
        // Sender, authenticated, number in the mail, and whether the case was found by number and by sender.
        for (from, authentic, written, (by_number, by_sender), expected) in [
            (PER, Some(true), Some(("2026/1234", Strong)), (true, true), ATTACHED),
            (PER, Some(true), Some(("2026/1234-5", Medium)), (true, true), ATTACHED),
            ("nabo@example.org", None, Some(("2026/1234", Medium)), (true, false), ATTACHED),
            (PER, Some(false), Some(("2026/1234", Strong)), (true, true), offered(Reason::NotAuthenticated)),
            (STRANGER, Some(true), Some(("2026/1234", Strong)), (true, false), offered(Reason::NumberFromStranger)),
            (PER, Some(true), Some(("2026/1234", Weak)), (true, true), offered(Reason::PartyOnly)),
            (STRANGER, Some(true), Some(("2026/1234", Weak)), (true, false), offered(Reason::Nothing)),
            (PER, Some(true), None, (false, true), offered(Reason::PartyOnly)),
            (PER, Some(true), None, (true, false), offered(Reason::Nothing)),
            (STRANGER, Some(true), Some(("2026/9", Strong)), (false, false), (Match::None, Reason::UnknownNumber)),
            (STRANGER, Some(true), None, (false, false), (Match::None, Reason::Nothing)),
        ] {
            let values: Vec<_> = written.into_iter().map(|(value, strength)| number(value, strength)).collect();
            let found = |there: bool| if there { vec![case(1234, None)] } else { vec![] };
            let answer = judge(&mail(from, authentic), &values, &found(by_number), &found(by_sender));
            assert_eq!((answer.matched, answer.reason), expected, "{from} {authentic:?} {written:?}");
            assert_eq!(answer.number.is_some(), answer.matched == Match::Strong);
        }
    }

    #[test]
    fn without_a_case_that_a_person_declined_nobody_has_a_part_in_it() {
        let values = [number("2026/1234", Strength::Strong)];
        let mail = mail(PER, Some(true));
        let found = judge(&mail, &values, &[case(1234, None)], &[]);
        assert_eq!(found.relation, Relation::Party, "a party whose role the record does not name");
        let declined = found.declined(&mail);
        assert_eq!(
            (declined.matched, declined.number, declined.relation, declined.candidates.len()),
            (Match::None, None, Relation::Unknown, 1)
        );
    }

    #[test]
    fn two_cases_of_ones_own_are_a_choice() {
        let values = ["2026/1234", "2026/7"].map(|value| number(value, Strength::Strong));
        let answer = judge(&mail(PER, Some(true)), &values, &[case(1234, None), case(7, None)], &[]);
        assert_eq!(
            (answer.matched, answer.reason, answer.candidates.len()),
            (Match::Offered, Reason::NumberAndParty, 2)
        );
    }

    #[test]
    fn our_reference_in_the_quote_counts_as_a_number() {
        let mail = Message { text: "> Ref. SV-0000-0000-0000-0000".into(), ..mail("per.haug@example.no", Some(true)) };
        assert_eq!(judge(&mail, &[], &[case(1234, None)], &[]).matched, Match::Strong);
    }

    #[test]
    fn a_restricted_title_is_not_shown_to_whoever_writes_a_number() {
        for (code, title) in [(None, "Søknad om tilbygg – Storgata 12"), (Some("UO"), "Søknad om tilbygg")] {
            let found =
                judge(&mail("x@example.org", None), &[number("2026/1234", Strength::Strong)], &[case(1234, code)], &[]);
            assert_eq!(found.candidates, [(CaseNumber { year: 2026, sequence: 1234 }, title.to_owned())]);
        }
    }

    #[test]
    fn a_case_that_could_not_be_looked_up_is_not_said_to_be_nowhere() {
        let matched = |reason| CaseMatch {
            matched: Match::None,
            number: None,
            reason,
            relation: Relation::Unknown,
            candidates: Vec::new(),
            silent: Vec::new(),
            unread: Vec::new(),
        };
        let silent = || Silent { system: "noark".into(), why: Why::Slow };
        for (reason, is) in [
            (Reason::UnknownNumber, Reason::NotLookedUp),
            (Reason::Nothing, Reason::NotLookedUp),
            (Reason::PartyOnly, Reason::PartyOnly),
            (Reason::NumberAndParty, Reason::NumberAndParty),
            (Reason::Declined, Reason::Declined),
        ] {
            assert_eq!(matched(reason).without([]), matched(reason));
            let told = matched(reason).without([silent()]).without([silent()]);
            assert_eq!((told.reason, told.silent), (is, vec![silent()]), "{reason:?}");
        }
    }
}
