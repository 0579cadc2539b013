//! What is most personal (særlige kategorier): health, child welfare, crime and benefits, under one rule with a row for each.
//!
//! Somebody else's facts stop a mail, the recipient's own are read by a second person; what only tells how a service is reached,
//! and what an open article says of nobody in particular, is nobody's fact.

use super::{
    Bearing, Check, Example, Finding, Look,
    about::{About, about},
    concern::{Concern, Words},
    frame::Frames,
    look::Line,
    mood, said,
};
use crate::{
    evidence::Origin,
    scan::{Found, Kind, pattern::Pattern},
    value,
};
use vocabulary::{Code, Severity};

pub(super) const HEALTH: Check = Check {
    name: "health",
    code: Code::Health,
    rule: "health data of somebody else never leaves; the recipient's own is read by a second person",
    legal: HEALTH_DATA.other.legal,
    flagged: Example::Draft("Naboen din har fått en diagnose."),
    fine: Example::Draft("Du kan søke om helsehjelp på nettsiden [1]."),
    plain: true,
    run: |look| told(look, &HEALTH_DATA, &said::delicate::HEALTH),
};

pub(super) const CHILD_WELFARE: Check = Check {
    name: "child_welfare",
    code: Code::ChildWelfare,
    rule: "child welfare information of somebody else never leaves; the recipient's own is read by a second person",
    legal: CHILD_WELFARE_DATA.other.legal,
    flagged: Example::Draft("Naboen din er i kontakt med barnevernet."),
    fine: Example::Draft("Du er ikke i kontakt med barnevernet."),
    plain: true,
    run: |look| told(look, &CHILD_WELFARE_DATA, &said::delicate::CHILD_WELFARE),
};

pub(super) const CRIME: Check = Check {
    name: "crime",
    code: Code::Crime,
    rule: "information on criminal offences of somebody else never leaves; the recipient's own is read by a second person",
    legal: CRIME_DATA.other.legal,
    flagged: Example::Draft("Han er dømt for tyveri."),
    fine: Example::Draft("Du må melde tyveri til politiet."),
    plain: true,
    run: |look| findings(look, &CRIME_DATA),
};

pub(super) const WELFARE: Check = Check {
    name: "welfare",
    code: Code::Welfare,
    rule: "what somebody gets from NAV, owes or earns is read by a second person",
    legal: WELFARE_DATA.other.legal,
    flagged: Example::Draft("Du mottar sosialhjelp."),
    fine: Example::Draft("Du kan søke om sosialhjelp hos NAV [1]."),
    plain: true,
    run: |look| told(look, &WELFARE_DATA, &said::delicate::WELFARE),
};

/// One kind of delicate fact.
struct Matter {
    kind: Kind,
    recipient: Concern,
    other: Concern,
}

const REMOVE: Words = ["Stryk det.", "Stryk det.", "Remove it."];
const DECIDE: Words = [
    "Stryk det, bruk en sikker kanal, eller la en kollega vurdere det.",
    "Stryk det, bruk ein sikker kanal, eller la ein kollega vurdere det.",
    "Remove it, use a secure channel, or let a colleague decide.",
];

/// The concerns of a matter from its legal ground and its name in the three languages.
macro_rules! matter {
    ($kind:ident, $code:ident, $legal:literal, $nb:literal, $nn:literal, $en:literal) => {
        Matter {
            kind: Kind::$kind,
            recipient: Concern {
                code: Code::$code,
                severity: Severity::Verify,
                legal: Some($legal),
                why: [
                    concat!("«{}» er ", $nb, ", og e-post er ikke en sikker kanal."),
                    concat!("«{}» er ", $nn, ", og e-post er ikkje ein sikker kanal."),
                    concat!("“{}” is ", $en, ", and e-mail is not a safe channel."),
                ],
                clears: DECIDE,
            },
            other: Concern {
                code: Code::$code,
                severity: Severity::Stop,
                legal: Some($legal),
                why: [
                    concat!("«{}» er ", $nb, " om en annen enn mottakeren."),
                    concat!("«{}» er ", $nn, " om ein annan enn mottakaren."),
                    concat!("“{}” is ", $en, " about somebody other than the recipient."),
                ],
                clears: REMOVE,
            },
        }
    };
}

const HEALTH_DATA: Matter = matter!(
    Health,
    Health,
    "forvaltningsloven § 13, personvernforordningen art. 9",
    "helseopplysninger",
    "helseopplysningar",
    "health data"
);
const CHILD_WELFARE_DATA: Matter = matter!(
    ChildWelfare,
    ChildWelfare,
    "forvaltningsloven § 13, barnevernsloven § 13-1",
    "barnevernsopplysninger",
    "barnevernsopplysningar",
    "child welfare information"
);
const CRIME_DATA: Matter = matter!(
    Crime,
    Crime,
    "personvernforordningen art. 10, forvaltningsloven § 13",
    "opplysninger om straffbare forhold",
    "opplysningar om straffbare forhold",
    "information on criminal offences"
);
/// Money is told of with less harm than illness: a second person weighs it, also when it is somebody else's.
const WELFARE_DATA: Matter = {
    let matter = matter!(
        Economy,
        Welfare,
        "forvaltningsloven § 13, sosialtjenesteloven § 44",
        "opplysninger om ytelser eller økonomi",
        "opplysningar om ytingar eller økonomi",
        "information on benefits or finances"
    );
    Matter { other: Concern { severity: Severity::Verify, clears: DECIDE, ..matter.other }, ..matter }
};

/// A word that stands for one certain matter: "diagnosen", "bekymringsmeldingen".
static CERTAIN: Pattern =
    Pattern::new(r"(?:en|et|n|a|ane|ene)$|^politi(?:an)?meld\p{L}*$|^etterforsk(?:n)?ing$|^akuttplasser(?:t|te)$");
/// The bodies and the law: "barneverntjenesten", "barnevernsloven".
static BODY: Pattern = Pattern::new(
    r"^barnevernet$|tjenest|tenest|vakt|team|avdeling|kontor|senter|sentral|lov(?:en|a)?$|forskrift|vernet$|^psykiatrien$",
);
/// Something that is so, or was done.
static IS: Pattern = Pattern::new(
    r"\b(?:er|ble|blei|vart|har|viser|tok|fikk|fekk|kom|gjelder|gjeld|pågår|går|sendte|sende|meldte|melde|avgjorde|vedtok|opprettet|oppretta|is|was|has|shows|took|came)\b",
);

/// What is found of one kind.
fn findings(look: &Look, matter: &Matter) -> Vec<Finding> {
    let found = look.found.iter().filter(|found| found.kind == matter.kind);
    found.filter_map(|found| weigh(look, matter, found)).collect()
}

/// The same, and what a sentence says of somebody without a word that tells it alone.
fn told(look: &Look, matter: &Matter, frames: &Frames) -> Vec<Finding> {
    let found = findings(look, matter);
    let is_found = |line: &Line| {
        found
            .iter()
            .filter_map(|finding| finding.span)
            .any(|span| look.line_at(span).is_some_and(|at| at.bytes == line.bytes))
    };
    let rest = look.saying().filter(|line| !is_found(line));
    let framed: Vec<Finding> = rest.filter_map(|line| weigh_framed(look, matter, line, frames)).collect();
    found.into_iter().chain(framed).collect()
}

fn weigh_framed(look: &Look, matter: &Matter, line: &Line, frames: &Frames) -> Option<Finding> {
    let words = look.words(line);
    let range = frames.find(words).filter(|_| !mood::is_guidance(words) && !is_public(look, line))?;
    let concern = if about(look, line) == About::Other { &matter.other } else { &matter.recipient };
    let place = look.place(line.bytes.start + range.start..line.bytes.start + range.end);
    Some(concern.at(look, place.citing(&line.assessed.citations)))
}

fn weigh(look: &Look, matter: &Matter, found: &Found) -> Option<Finding> {
    let line = look.line_at(found.span)?;
    let concern = match about(look, line) {
        _ if mood::is_guidance(look.words(line)) => return None,
        About::Other => &matter.other,
        About::Recipient => &matter.recipient,
        About::Nobody if is_public(look, line) || !is_certain(look, line, found) => return None,
        About::Nobody => &matter.recipient,
    };
    Some(concern.at(look, look.spanned(found.span, &found.text).citing(&line.assessed.citations)))
}

/// Nobody is named, yet it is one certain matter that has come to something: the recipient's, most likely.
fn is_certain(look: &Look, line: &Line, found: &Found) -> bool {
    let word = found.text.to_lowercase();
    CERTAIN.is_match(&word) && !BODY.is_match(&word) && IS.is_match(look.words(line))
}

/// Opening hours, where to call, and what an open article, schedule or act says to everybody.
fn is_public(look: &Look, line: &Line) -> bool {
    let kinds = [value::Kind::Phone, value::Kind::Email, value::Kind::Time, value::Kind::Address];
    let reached = || line.assessed.values.iter().any(|(value, ..)| kinds.contains(&value.kind));
    let told = |origin| matches!(origin, Origin::Article | Origin::Fee | Origin::Law);
    let knowledge = || look.cited(line).all(|known| known.is_open() && told(known.source.origin));
    line.assessed.bearing == Bearing::Supported && (reached() || knowledge())
}
