//! The rules (regler) in the order they are asked: for nobody, another's, the law's, a case's, another unit's, ours.

use super::{Bulk, Class, Journal, Proposal, Reason, look::Belongs, look::Look};

/// What the rules propose.
pub(super) fn ruled(look: &Look) -> Proposal {
    for_nobody(look)
        .or_else(|| anothers(look))
        .or_else(|| by_law(look))
        .or_else(|| in_case(look))
        .or_else(|| another_units(look))
        .unwrap_or_else(|| ours(look))
}

fn proposal(class: Class, confidence: f32, reasons: Vec<Reason>, journal: Journal) -> Proposal {
    Proposal { class, forward_to: None, confidence, reasons, journal }
}

/// A mail that asks something of its sender's own is never for nobody, whatever its header says.
fn for_nobody(look: &Look) -> Option<Proposal> {
    let (bulk, sure) = look.bulk?;
    let reported = bulk == Bulk::Bounce;
    let in_case = matches!(look.belongs, Belongs::Surely(_) | Belongs::Likely(_));
    // An advertisement asks about our matters too; a mail that only its header tells from a letter is taken at its question.
    let unadvertised = matches!(bulk, Bulk::AutoReply) || (bulk == Bulk::Newsletter && sure <= 0.7);
    let about_ours = unadvertised && look.asked.asks && (look.own > 0.0 || look.pointed.is_some());
    let meant = about_ours || look.asked.personal || look.asked.complaint || look.asked.access || in_case;
    // A form that a citizen fills in comes from a machine too: an application is not a newsletter.
    let submitted = look.asked.formal && !look.facts.envelope.bulk && bulk != Bulk::AutoReply && look.own > 0.0;
    if !reported && (meant || submitted) {
        return None;
    }
    let sure = if reported && look.belongs != Belongs::No { 0.6 } else { sure };
    Some(proposal(Class::Delete, sure, vec![Reason::Bulk(bulk)], Journal::default()))
}

/// Another body's matter, with nothing of ours in it; forvaltningsloven § 11 fourth paragraph.
fn anothers(look: &Look) -> Option<Proposal> {
    if !matches!(look.belongs, Belongs::Perhaps | Belongs::No) {
        return None;
    }
    if let Some(name) = &look.neighbour {
        let reasons = vec![Reason::Municipality(name.clone())];
        return Some(proposal(Class::WrongRecipient, 0.75, reasons, Journal::default()));
    }
    let pointed = look.pointed.as_ref()?;
    let theirs = pointed.words.len();
    let known = look.belongs == Belongs::Perhaps;
    if theirs as f32 <= look.own || (known && look.own > 0.0) {
        return None;
    }
    let words = pointed.words.iter().map(|at| look.words[*at].clone()).take(3).collect();
    let sure = match (look.own > 0.5, theirs) {
        (true, _) => 0.6,
        (false, 1) => 0.75,
        (false, _) => 0.9,
    };
    Some(proposal(Class::WrongRecipient, sure, vec![Reason::Body { body: pointed.body, words }], Journal::default()))
}

/// A complaint starts a procedure and access a clock: both go before plain questions.
fn by_law(look: &Look) -> Option<Proposal> {
    let in_case = !matches!(look.belongs, Belongs::No | Belongs::Perhaps);
    let asked = look.asked;
    if asked.complaint {
        let reasons =
            std::iter::once(Reason::Complaint).chain(asked.access.then_some(Reason::Access)).chain(case(look));
        let journal = Journal { value_as_evidence: true, case_handled: true };
        return Some(proposal(Class::Complaint, if in_case { 0.92 } else { 0.85 }, reasons.collect(), journal));
    }
    asked.access.then(|| {
        // Arkivforskrifta § 14 third paragraph: a plain request for access is not journalled; one's own file is.
        let journal = Journal { value_as_evidence: asked.own_file, case_handled: true };
        let reasons = std::iter::once(Reason::Access).chain(case(look)).collect();
        proposal(Class::AccessRequest, if asked.own_file || in_case { 0.92 } else { 0.88 }, reasons, journal)
    })
}

fn case(look: &Look) -> Option<Reason> {
    match &look.belongs {
        Belongs::Surely(number) | Belongs::Likely(number) => Some(Reason::Case(number.clone())),
        Belongs::Numbered => Some(Reason::Numbered),
        Belongs::Unproven => Some(Reason::Unproven),
        Belongs::Perhaps => Some(Reason::Party),
        Belongs::No => None,
    }
}

/// Within a case: a question is answered, the rest is journalled.
fn in_case(look: &Look) -> Option<Proposal> {
    let (asks, tells) = match look.belongs {
        Belongs::Surely(_) => (0.95, 0.92),
        Belongs::Numbered | Belongs::Unproven => (0.85, 0.8),
        Belongs::Likely(_) => (0.82, 0.75),
        Belongs::Perhaps if look.own == 0.0 => (0.6, 0.45),
        _ => return None,
    };
    let mut reasons: Vec<Reason> = case(look).into_iter().collect();
    let journal = look.journal();
    Some(match look.questions.first() {
        Some(question) => {
            reasons.push(Reason::Asks(question.clone()));
            proposal(Class::Question, asks, reasons, journal)
        }
        None => {
            reasons.push(Reason::AsksNothing);
            proposal(Class::Journal, tells, reasons, journal)
        }
    })
}

/// Clearly another unit's: something to be done, a matter put forward, or a question the desk at hand cannot answer.
fn another_units(look: &Look) -> Option<Proposal> {
    let ranked = look.unit_elsewhere()?;
    let unit = look.facts.house.units().get(ranked.unit)?;
    let asks = !look.questions.is_empty();
    let answered_here = asks && look.is_at_general_desk() && look.is_answerable();
    if answered_here && !look.asked.formal {
        return None;
    }
    let mut reasons = vec![look.because_of_unit(ranked)];
    let told = [
        (look.asked.action, Reason::WantsDone),
        (look.asked.formal, Reason::Formal),
        (look.asked.grievance, Reason::Grievance),
    ];
    reasons.extend(told.into_iter().filter_map(|(is, reason)| is.then_some(reason)));
    let base = if reasons.len() > 1 || asks { 0.9 } else { 0.6 };
    let confidence = base * (0.4 + 0.6 * ranked.share);
    let journal = look.journal();
    Some(Proposal { forward_to: Some(unit.id.clone()), ..proposal(Class::Forward, confidence, reasons, journal) })
}

/// Ours to answer or to keep; with little to go by, it says so.
fn ours(look: &Look) -> Proposal {
    let journal = look.journal();
    let at_its_unit = look.ranked.as_ref().is_some_and(|ranked| look.desk == Some(ranked.unit));
    let mut reasons: Vec<Reason> = look.ranked.iter().map(|ranked| look.because_of_unit(ranked)).collect();
    if let Some(question) = look.questions.first() {
        reasons.insert(0, Reason::Asks(question.clone()));
        let answerable = look.is_answerable();
        reasons.extend(answerable.then_some(Reason::Answerable));
        let sure = if answerable || at_its_unit { 0.85 } else { 0.4 };
        return proposal(Class::Question, sure, reasons, journal);
    }
    reasons.extend(look.asked.formal.then_some(Reason::Formal));
    reasons.push(Reason::AsksNothing);
    if look.asked.formal || look.has_attachment || at_its_unit {
        return proposal(Class::Journal, if look.asked.formal { 0.6 } else { 0.45 }, reasons, journal);
    }
    reasons.push(Reason::Unsure);
    if look.asked.thanks {
        return proposal(Class::Journal, 0.4, reasons, Journal::default());
    }
    proposal(Class::Question, 0.2, reasons, journal)
}
