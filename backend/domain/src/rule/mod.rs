//! House rules (husregler), set by the business: validated here, read from TOML in `contract`.

pub mod access;
pub mod law;
pub mod retention;

pub use retention::Retention;

use std::sync::Arc;
use vocabulary::{Code, GateMode, Severity, Tone};

/// The rules a draft is written and checked under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Which version; recorded with every revision.
    pub version: u32,
    /// The body's name, as in "Fjordvik kommune".
    pub body: String,
    /// Line that says a machine helped (KI-merking), per language nb, nn, en; empty to leave out.
    pub notice: [String; 3],
    /// Severities raised above the shipped ones; never lowered.
    pub raised: Vec<(Code, Severity)>,
    /// Mail domains of our own.
    pub domains: Vec<String>,
    /// Who writes for the press, as only the house knows: addresses, mail domains and names, in lower case.
    pub press: Vec<String>,
    /// A text that the house's mail clients put below every mail, known to the gate; empty where there is none.
    pub below: String,
    /// How replies speak where nobody chose.
    pub tone: Tone,
    /// Whether the gate stops (else asks) when the server is away.
    pub stop_when_away: bool,
    /// Working days that a second person has.
    pub review_days: u32,
    /// How the gate works until somebody switches it.
    pub gate: GateMode,
    /// How long text is kept.
    pub retention: Retention,
    /// The acts and regulations that references are held against; empty where none were imported.
    pub law: Arc<law::Corpus>,
}

/// Characters of a notice; it is a line, not a page.
const NOTICE: usize = 400;
/// Working days that a second person has, as shipped, and at most.
const REVIEW_DAYS: (u32, u32) = (1, 20);
/// Characters of the text below every mail.
const BELOW: usize = 2000;

/// Why rules cannot be used; each names its key and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// Versions count from 1.
    #[error("version: must be 1 or more")]
    Version,
    /// No name.
    #[error("body: write the name of the municipality, for example \"Fjordvik kommune\"")]
    Body,
    /// Not a mail domain.
    #[error("domains: «{0}» is no mail domain; write what stands after the @, for example fjordvik.kommune.no")]
    Domain(String),
    /// Neither an address, a mail domain nor a whole name.
    #[error("press: «{0}» is no address, mail domain or name of two words or more")]
    Press(String),
    /// A notice that is too long or has more than one line.
    #[error("notice.{0}: must be one line of at most {NOTICE} characters")]
    Notice(&'static str),
    /// A text below the mails that is more than a notice.
    #[error("below: must be at most {BELOW} characters, and is put below by the mail client, not by a person")]
    Below,
    /// The same code twice, or raised to what is lightest.
    #[error("raised.{0:?}: name each code once, with warn, verify or stop")]
    Raised(Code),
    /// No time for the second person, or too much of it.
    #[error("review_days: {0}; write a number of working days from 1 to {most}", most = REVIEW_DAYS.1)]
    ReviewDays(u32),
    /// A limit that is too short or too long.
    #[error("retention.{name}: {days} days; write a number from {least} to {most}", name = .kind.name(), least = .kind.bounds().0, most = .kind.bounds().1)]
    Retention {
        /// Of what.
        kind: retention::Kind,
        /// As it was set.
        days: u32,
    },
}

impl Rules {
    /// The rules that are shipped, for a body of this name.
    #[must_use]
    pub fn shipped(body: &str) -> Self {
        Self {
            version: 1,
            body: body.to_owned(),
            notice: Default::default(),
            raised: Vec::new(),
            domains: Vec::new(),
            press: Vec::new(),
            below: String::new(),
            tone: Tone::default(),
            stop_when_away: false,
            review_days: REVIEW_DAYS.0,
            gate: GateMode::Soft,
            retention: Retention::default(),
            law: Arc::default(),
        }
    }

    /// The same rules, if they can be used; domains in lower case.
    ///
    /// # Errors
    /// [`Invalid`] with the key and the remedy.
    pub fn valid(mut self) -> Result<Self, Invalid> {
        if self.version == 0 {
            return Err(Invalid::Version);
        }
        if self.body.trim().is_empty() {
            return Err(Invalid::Body);
        }
        self.domains = self.domains.iter().map(|domain| domain.trim().to_lowercase()).collect();
        if let Some(wrong) = self.domains.iter().find(|domain| !is_domain(domain)) {
            return Err(Invalid::Domain(wrong.clone()));
        }
        self.press = self.press.iter().map(|one| one.trim().to_lowercase()).collect();
        if let Some(wrong) = self.press.iter().find(|one| !is_contact(one)) {
            return Err(Invalid::Press(wrong.clone()));
        }
        for (language, notice) in ["nb", "nn", "en"].into_iter().zip(&self.notice) {
            if notice.chars().count() > NOTICE || notice.trim().contains('\n') {
                return Err(Invalid::Notice(language));
            }
        }
        if self.below.chars().count() > BELOW {
            return Err(Invalid::Below);
        }
        for (at, (code, severity)) in self.raised.iter().enumerate() {
            if *severity == Severity::Note || self.raised[..at].iter().any(|(before, _)| before == code) {
                return Err(Invalid::Raised(*code));
            }
        }
        if !(1..=REVIEW_DAYS.1).contains(&self.review_days) {
            return Err(Invalid::ReviewDays(self.review_days));
        }
        self.retention = self.retention.valid()?;
        Ok(self)
    }

    /// The severity of a finding under these rules: the shipped one, or the raised one where that is heavier.
    #[must_use]
    pub fn severity(&self, code: Code, shipped: Severity) -> Severity {
        let raised = self.raised.iter().find(|(raised, _)| *raised == code);
        raised.map_or(shipped, |(_, severity)| shipped.max(*severity))
    }

    /// Whether an address is of our own house: its domain, or a subdomain of it.
    #[must_use]
    pub fn is_own(&self, address: &str) -> bool {
        self.domains.iter().any(|own| is_at(address, own))
    }

    /// Whether the house lists somebody as press: by address, by mail domain or a subdomain of it, or by name.
    #[must_use]
    pub fn is_press(&self, name: &str, address: &str) -> bool {
        let (name, address) = (name.trim().to_lowercase(), address.trim().to_lowercase());
        self.press.iter().any(|listed| *listed == name || *listed == address || is_at(&address, listed))
    }
}

/// Whether an address is at a domain, or at a subdomain of it.
fn is_at(address: &str, domain: &str) -> bool {
    let Some((_, at)) = address.rsplit_once('@') else { return false };
    let at = at.to_lowercase();
    at == domain || at.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
}

/// An address, a mail domain, or a name of two words or more: one word is the name of too many.
fn is_contact(text: &str) -> bool {
    let is_name = || text.split_whitespace().count() > 1 && !text.contains('@') && text.chars().count() <= 100;
    text.split_once('@').map_or_else(|| is_domain(text), |(local, domain)| !local.is_empty() && is_domain(domain))
        || is_name()
}

fn is_domain(text: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.len() <= 253 && text.split('.').count() > 1 && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_refused_with_the_key_that_is_wrong() {
        let shipped = || Rules::shipped("Fjordvik kommune");
        let with = |change: fn(&mut Rules)| {
            let mut rules = shipped();
            change(&mut rules);
            rules.valid().map(|_| ())
        };
        for (result, expected) in [
            (with(|_| {}), Ok(())),
            (with(|rules| rules.version = 0), Err(Invalid::Version)),
            (with(|rules| rules.body = "  ".into()), Err(Invalid::Body)),
            (with(|rules| rules.domains = vec!["Fjordvik.kommune.no".into()]), Ok(())),
            (with(|rules| rules.domains = vec!["a@b.no".into()]), Err(Invalid::Domain("a@b.no".into()))),
            (
                with(|rules| rules.press = vec!["Fjordavisa.no".into(), "tips@example.no".into(), "Ada Lind".into()]),
                Ok(()),
            ),
            (with(|rules| rules.press = vec!["Ada".into()]), Err(Invalid::Press("ada".into()))),
            (with(|rules| rules.press = vec!["@example.no".into()]), Err(Invalid::Press("@example.no".into()))),
            (with(|rules| rules.notice[1] = "a\nb".into()), Err(Invalid::Notice("nn"))),
            (with(|rules| rules.review_days = 0), Err(Invalid::ReviewDays(0))),
            (with(|rules| rules.review_days = 21), Err(Invalid::ReviewDays(21))),
            (
                with(|rules| rules.retention.answered = 0),
                Err(Invalid::Retention { kind: retention::Kind::Answered, days: 0 }),
            ),
            (with(|rules| rules.raised = vec![(Code::Tone, Severity::Note)]), Err(Invalid::Raised(Code::Tone))),
            (with(|rules| rules.raised = vec![(Code::Tone, Severity::Stop); 2]), Err(Invalid::Raised(Code::Tone))),
        ] {
            assert_eq!(result, expected);
        }
    }

    #[test]
    fn severities_are_raised_and_never_lowered() {
        let rules = Rules { raised: vec![(Code::Tone, Severity::Verify)], ..Rules::shipped("x") };
        for (code, shipped, severity) in [
            (Code::Tone, Severity::Warn, Severity::Verify),
            (Code::Tone, Severity::Stop, Severity::Stop),
            (Code::Fee, Severity::Verify, Severity::Verify),
        ] {
            assert_eq!(rules.severity(code, shipped), severity);
        }
    }

    #[test]
    fn an_address_is_ours_by_its_whole_domain() {
        let rules = Rules { domains: vec!["fjordvik.kommune.no".into()], ..Rules::shipped("x") };
        for (address, own) in [
            ("kari.nordby@Fjordvik.kommune.no", true),
            ("a@post.fjordvik.kommune.no", true),
            ("a@notfjordvik.kommune.no", false),
            ("fjordvik.kommune.no", false),
        ] {
            assert_eq!(rules.is_own(address), own, "{address}");
        }
    }

    #[test]
    fn press_is_known_by_address_domain_or_name() {
        let press = vec!["fjordavisa.no".into(), "Ada.Lind@example.no".into(), "Bo Myhre".into()];
        let rules = Rules { press, ..Rules::shipped("Fjordvik kommune") }.valid().expect("the list can be used");
        for (name, address, press) in [
            ("", "redaktor@fjordavisa.no", true),
            ("", "tips@nett.fjordavisa.no", true),
            ("", "tips@enfjordavisa.no", false),
            ("Ada", "ada.lind@EXAMPLE.no", true),
            ("BO MYHRE", "bo@example.org", true),
            ("Bo Myhren", "bo@example.org", false),
            ("", "", false),
        ] {
            assert_eq!(rules.is_press(name, address), press, "{name} {address}");
        }
    }
}
