//! The seal (segl): the server's memory of exactly what may leave, good for 24 hours and one sending.

use super::html::letter_html;
use crate::{check::Checked, draft::normal::normalise, review::Reviewed, thread::Attachment};
use jiff::{SignedDuration, Timestamp};
use vocabulary::{ConversationId, DraftId, Reference, Verdict, limit::SEAL_HOURS};

/// Around the text: from where to whom, under which subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The mailbox it leaves from, lower case.
    pub from: String,
    /// Subject of the conversation, normalised, without `Sv:`/`Re:`/`VS:` prefixes.
    pub subject: String,
    /// To, lower case.
    pub to: Vec<String>,
    /// Cc, lower case.
    pub cc: Vec<String>,
    /// Bcc, lower case.
    pub bcc: Vec<String>,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// A seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Names it; stands in the text's last line.
    pub reference: Reference,
    /// The draft.
    pub draft: DraftId,
    /// The revision that was released.
    pub revision: u32,
    /// The conversation.
    pub conversation: ConversationId,
    /// Around the text.
    pub envelope: Envelope,
    /// Our block in normal form.
    pub text: String,
    /// When it was made.
    pub made: Timestamp,
    /// Until when it holds.
    pub expires: Timestamp,
    /// When a mail under it was seen in Sent Items: it is dead from then on.
    pub sent: Option<Timestamp>,
}

/// A draft that may be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing to verify was found.
    Clear(Checked),
    /// A second person approved it.
    Approved(Reviewed),
}

/// Why a draft cannot be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// Something is still to be filled in.
    #[error("a gap is open")]
    OpenGap,
    /// A finding stops it.
    #[error("a finding stops the draft")]
    Stopped,
    /// A second person must see it first.
    #[error("a second person must approve it")]
    NeedsReview,
}

/// What a seal is put on, besides the text: which draft, where, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Names the seal.
    pub reference: Reference,
    /// The draft.
    pub draft: DraftId,
    /// The revision.
    pub revision: u32,
    /// The conversation.
    pub conversation: ConversationId,
    /// The mailbox it leaves from, lower case.
    pub from: String,
    /// Subject of the conversation, prefixes and all.
    pub subject: String,
}

/// A sealed reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sendable {
    seal: Seal,
    letter: String,
}

/// Seals a draft that is clear, or approved by a second person; it holds for 24 hours from `at`.
///
/// The recipients are the draft's own, because the checks saw those; nothing is attached, and nobody gets a copy.
///
/// # Errors
/// [`Blocked`] where a gap is open, a finding stops it, or a second person is needed.
pub fn release(leaving: Leaving, label: Label, at: Timestamp) -> Result<Sendable, Blocked> {
    let checked = match leaving {
        Leaving::Clear(checked) => cleared(checked)?,
        Leaving::Approved(reviewed) if reviewed.is_approved() => reviewed.checked().clone(),
        Leaving::Approved(_) => return Err(Blocked::NeedsReview),
    };
    let draft = checked.draft();
    let letter = draft.letter();
    let envelope = Envelope {
        from: label.from.to_lowercase(),
        subject: subject(&label.subject),
        to: draft.frame().recipients.clone(),
        ..Envelope::default()
    };
    let seal = Seal {
        reference: label.reference,
        draft: label.draft,
        revision: label.revision,
        conversation: label.conversation,
        envelope,
        text: normalise(&letter),
        made: at,
        expires: at.saturating_add(SignedDuration::from_hours(SEAL_HOURS)).unwrap_or(Timestamp::MAX),
        sent: None,
    };
    Ok(Sendable { seal, letter: letter_html(&letter, draft.frame().language) })
}

fn cleared(checked: Checked) -> Result<Checked, Blocked> {
    if !checked.draft().gaps().is_empty() {
        return Err(Blocked::OpenGap);
    }
    match checked.verdict() {
        Verdict::Clear => Ok(checked),
        Verdict::Review => Err(Blocked::NeedsReview),
        Verdict::Stop => Err(Blocked::Stopped),
    }
}

/// A subject in normal form, without the prefixes that clients put before it (`Re:`, `Sv:`, `VS:`, `Fwd:`, `[Ekstern]` is kept).
#[must_use]
pub fn subject(text: &str) -> String {
    const PREFIXES: [&str; 8] = ["re", "sv", "vs", "fwd", "fw", "aw", "vb", "ref"];
    let normal = normalise(text);
    let mut rest = normal.as_str();
    while let Some((before, after)) = rest.split_once(':') {
        let word = before.trim().split('[').next().unwrap_or_default().to_lowercase();
        if !PREFIXES.contains(&word.as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    rest.to_owned()
}

impl Seal {
    /// Whether a mail may still leave under it.
    #[must_use]
    pub fn is_alive(&self, now: Timestamp) -> bool {
        self.sent.is_none() && now < self.expires
    }
}

impl Sendable {
    /// The seal.
    #[must_use]
    pub fn seal(&self) -> &Seal {
        &self.seal
    }

    /// The letter as HTML, greeting to reference.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.letter
    }
}

#[cfg(test)]
mod tests {
    use super::subject;

    #[test]
    fn the_prefixes_of_clients_are_no_part_of_the_subject() {
        for (written, normal) in [
            ("Byggesak", "Byggesak"),
            ("SV: VS: Re: Byggesak", "Byggesak"),
            ("Re[2]: Byggesak", "Byggesak"),
            ("sv:Byggesak: tegninger", "Byggesak: tegninger"),
            ("Svar: Byggesak", "Svar: Byggesak"),
            ("", ""),
            ("Re:", ""),
        ] {
            assert_eq!(subject(written), normal, "{written:?}");
        }
    }
}
