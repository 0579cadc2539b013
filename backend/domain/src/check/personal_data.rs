//! Personal data (personopplysninger): personal numbers never leave by e-mail; other people's numbers and addresses seldom.

use super::{
    Check, Example, Finding, Look,
    about::{About, about},
    concern::{Concern, Place},
};
use crate::scan::{self, Confidence, Found, Kind};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "personal_data",
    code: Code::PersonalData,
    rule: "no personal number leaves, also not the recipient's own; other people's contact data is looked at",
    legal: NUMBER.legal,
    flagged: Example::Draft("Fødselsnummeret er 20036914700."),
    fine: Example::Draft("Ring oss på 22 22 55 55 [1]."),
    plain: true,
    run,
};

const NUMBER: Concern = Concern {
    code: Code::PersonalData,
    severity: Severity::Stop,
    legal: Some("personopplysningsloven § 12"),
    why: [
        "«{}» er et fødselsnummer eller lignende, og det skal ikke sendes i e-post.",
        "«{}» er eit fødselsnummer eller liknande, og det skal ikkje sendast i e-post.",
        "“{}” is a personal number, which is not sent by e-mail.",
    ],
    clears: ["Stryk nummeret.", "Stryk nummeret.", "Remove the number."],
};

const MAYBE_NUMBER: Concern = Concern {
    severity: Severity::Verify,
    why: ["«{}» kan være et fødselsnummer.", "«{}» kan vere eit fødselsnummer.", "“{}” may be a personal number."],
    clears: [
        "Stryk nummeret, eller la en kollega bekrefte at det er noe annet.",
        "Stryk nummeret, eller la ein kollega stadfeste at det er noko anna.",
        "Remove it, or let a colleague confirm that it is something else.",
    ],
    ..NUMBER
};

const PROTECTED: Concern = Concern {
    legal: Some("forvaltningsloven § 13, personopplysningsloven § 1 (personvernforordningen art. 5 nr. 1 f)"),
    why: [
        "«{}» røper at noen har beskyttet adresse.",
        "«{}» røper at nokon har verna adresse.",
        "“{}” reveals that somebody's address is protected.",
    ],
    clears: ["Stryk det.", "Stryk det.", "Remove it."],
    ..NUMBER
};

const CONTACT: Concern = Concern {
    severity: Severity::Verify,
    legal: Some("personvernforordningen art. 5 og 6"),
    why: [
        "«{}» ser ut til å tilhøre en annen enn mottakeren.",
        "«{}» ser ut til å høyre til ein annan enn mottakaren.",
        "“{}” seems to belong to somebody other than the recipient.",
    ],
    clears: [
        "Stryk det, eller la en kollega bekrefte at det kan deles.",
        "Stryk det, eller la ein kollega stadfeste at det kan delast.",
        "Remove it, or let a colleague confirm that it may be shared.",
    ],
    ..NUMBER
};

const CATEGORY: Concern = Concern {
    legal: Some("personvernforordningen art. 9"),
    why: [
        "«{}» er en særlig personlig opplysning.",
        "«{}» er ei særleg personleg opplysning.",
        "“{}” is a special category of personal data.",
    ],
    ..CONTACT
};

const SECRET: Concern = Concern {
    severity: Severity::Stop,
    legal: Some("personvernforordningen art. 32"),
    why: [
        "Teksten inneholder et passord eller en kode.",
        "Teksten inneheld eit passord eller ein kode.",
        "The text holds a password or a code.",
    ],
    clears: ["Stryk det.", "Stryk det.", "Remove it."],
    ..NUMBER
};

/// Bytes of the mail that are searched for a number to note: what a person wrote stands at the top.
const LOOKED: usize = 32_768;

const RECEIVED: Concern = Concern {
    severity: Severity::Note,
    why: [
        "E-posten inneholder et fødselsnummer eller lignende. Det er ikke gjentatt i svaret.",
        "E-posten inneheld eit fødselsnummer eller liknande. Det er ikkje teke med i svaret.",
        "The mail holds a personal number. The reply does not repeat it.",
    ],
    clears: [
        "La nummeret stå utenfor svaret, og be om en sikker kanal hvis det trengs.",
        "La nummeret stå utanfor svaret, og be om ein sikker kanal dersom det trengst.",
        "Keep the number out of the reply, and ask for a secure channel if it is needed.",
    ],
    ..NUMBER
};

fn run(look: &Look) -> Vec<Finding> {
    let body = look.found.iter().filter_map(|found| weigh(look, found));
    let findings: Vec<Finding> = body.chain(footer(look)).collect();
    let stopped = findings.iter().any(|finding| finding.severity == Severity::Stop);
    let received = if stopped { None } else { received(look) };
    findings.into_iter().chain(received).collect()
}

/// The citizen wrote a personal number: noted without the number itself, which stays where it is.
fn received(look: &Look) -> Option<Finding> {
    let mail = look.mail.as_ref()?;
    let is_number = |found: &Found| found.kind.is_personal_number() && found.confidence > Confidence::Possible;
    let name = look.ground.words.pick("fødselsnummer", "fødselsnummer", "personal number");
    let end = (0..=LOOKED.min(mail.raw.len())).rev().find(|at| mail.raw.is_char_boundary(*at)).unwrap_or(0);
    scan::scan(&mail.raw[..end]).iter().any(is_number).then(|| RECEIVED.at(look, Place::outside(name)))
}

fn weigh(look: &Look, found: &Found) -> Option<Finding> {
    let line = look.line_at(found.span);
    let whom = line.map_or(About::Nobody, |line| about(look, line));
    let concern = match found.kind {
        kind if kind.is_personal_number() && found.confidence > Confidence::Possible => NUMBER,
        kind if kind.is_personal_number() => MAYBE_NUMBER,
        Kind::Secret => SECRET,
        Kind::ProtectedAddress if whom == About::Recipient => Concern { severity: Severity::Verify, ..PROTECTED },
        Kind::ProtectedAddress if whom == About::Other => PROTECTED,
        Kind::Union | Kind::Religion | Kind::Ethnicity | Kind::Sexuality | Kind::Politics if whom != About::Nobody => {
            CATEGORY
        }
        Kind::Phone | Kind::Email | Kind::Address | Kind::VehiclePlate | Kind::PaymentCard
            if !may_be_shared(look, found) =>
        {
            CONTACT
        }
        _ => return None,
    };
    Some(concern.at(look, look.spanned(found.span, &found.text)))
}

/// What an open source says (a unit's own number), what the participants wrote themselves, and addresses of our own house.
fn may_be_shared(look: &Look, found: &Found) -> bool {
    let said = look.known.iter().any(|known| known.is_open() && says(known, found));
    let own = found.kind == Kind::Email
        && look.ground.rules.domains.iter().any(|domain| found.text.to_lowercase().ends_with(domain));
    let theirs = look.mail.as_ref().is_some_and(|mail| {
        mail.written.contains(&found.text.to_lowercase()) || mail.addresses.contains(&found.text.to_lowercase())
    });
    said || own || theirs || found.confidence == Confidence::Possible && found.kind == Kind::Phone
}

/// A telephone number is the same in whatever groups it is written.
fn says(known: &super::known::Known, found: &Found) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = digits(&found.text);
    let ends = |value: &crate::value::Value| {
        value.kind == crate::value::Kind::Phone && digits(&value.value).ends_with(&number)
    };
    known.has(&found.text) || found.kind == Kind::Phone && number.len() >= 5 && known.stated.values().any(ends)
}

/// The footer names sources, so only personal numbers are looked for in it; its last line is our own reference.
fn footer<'l>(look: &'l Look) -> impl Iterator<Item = Finding> + 'l {
    let lines = look.footer.lines().filter(|line| !line.trim_start().starts_with("Ref."));
    let found = lines.flat_map(scan::scan).filter(|found| found.kind.is_personal_number());
    found.map(|found| {
        let concern = if found.confidence > Confidence::Possible { NUMBER } else { MAYBE_NUMBER };
        concern.at(look, Place::outside(found.text))
    })
}
