//! What was checked and found fine (i orden): a few quiet lines, so that silence is not mistaken for not having looked.

use super::{
    Bearing, Finding,
    look::{Look, heaviest},
};
use vocabulary::Code;

/// The lines, in the reader's language.
pub(super) fn lines(look: &Look, findings: &[Finding]) -> Vec<String> {
    [claims(look), personal(look, findings), recipients(look, findings), sources(look, findings), mail(look, findings)]
        .into_iter()
        .flatten()
        .collect()
}

fn claims(look: &Look) -> Option<String> {
    let claims: Vec<_> = look.lines.iter().filter(|line| line.assessed.bearing != Bearing::NoClaim).collect();
    let borne = claims.iter().filter(|line| line.assessed.bearing == Bearing::Supported).count();
    let words = look.ground.words.pick("påstander har dekning.", "påstandar har dekning.", "claims are supported.");
    let of = look.ground.words.pick("av", "av", "of");
    (borne > 0).then(|| format!("{borne} {of} {} {words}", claims.len()))
}

fn personal(look: &Look, findings: &[Finding]) -> Option<String> {
    let codes = [Code::PersonalData, Code::ThirdParty, Code::Health, Code::ChildWelfare, Code::Crime, Code::Welfare];
    let words = look.ground.words.pick(
        "Ingen personopplysninger om andre.",
        "Ingen personopplysningar om andre.",
        "No personal data about others.",
    );
    heaviest(findings, &codes).is_none().then(|| words.to_owned())
}

fn recipients(look: &Look, findings: &[Finding]) -> Option<String> {
    let fine = look.mail.is_some() && !look.recipients.is_empty() && heaviest(findings, &[Code::Recipient]).is_none();
    let words = match look.recipients.len() {
        1 => look.ground.words.pick(
            "Mottakeren er med i tråden.",
            "Mottakaren er med i tråden.",
            "The recipient is in the thread.",
        ),
        _ => look.ground.words.pick(
            "Alle mottakerne er med i tråden.",
            "Alle mottakarane er med i tråden.",
            "All recipients are in the thread.",
        ),
    };
    fine.then(|| words.to_owned())
}

fn sources(look: &Look, findings: &[Finding]) -> Option<String> {
    let fine = !look.citations().is_empty() && heaviest(findings, &[Code::OldSource, Code::RestrictedSource]).is_none();
    let words = look.ground.words.pick(
        "Kildene gjelder i dag og er åpne.",
        "Kjeldene gjeld i dag og er opne.",
        "The sources hold today and are open.",
    );
    fine.then(|| words.to_owned())
}

fn mail(look: &Look, findings: &[Finding]) -> Option<String> {
    let words = look.ground.words.pick(
        "E-posten prøver ikke å styre maskinen.",
        "E-posten prøver ikkje å styre maskina.",
        "The mail does not try to steer the machine.",
    );
    (look.mail.is_some() && heaviest(findings, &[Code::Instruction]).is_none()).then(|| words.to_owned())
}
