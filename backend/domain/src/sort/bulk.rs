//! What nobody has to read (masseutsendelser): failed deliveries, automatic replies, newsletters, receipts, spam.

use super::Envelope;
use crate::{
    scan::pattern::{Pattern, lowered},
    thread::Message,
};

/// Why a mail needs nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bulk {
    /// A mail of ours was not delivered (ikke levert).
    Bounce,
    /// Somebody is away, or a program thanks for the mail (automatisk svar).
    AutoReply,
    /// Sent to many (nyhetsbrev).
    Newsletter,
    /// Confirms an order or a payment (kvittering).
    Receipt,
    /// Junk (søppelpost).
    Spam,
}

static BOUNCE_SENDER: Pattern = Pattern::new(r"^(?:mailer-daemon|postmaster|mail-daemon|bounce[a-z]*)@");
static BOUNCE: Pattern = Pattern::new(
    r"^(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|failure|subsystem)|returned mail|failure notice|uleverbar|kan ikke leveres|kunne ikke leveres|kunne ikkje leverast|melding(?:en)? ble ikke levert)",
);
static AWAY: Pattern = Pattern::new(concat!(
    r"^(?:automatisk (?:svar|svarmelding)|autosvar|auto(?:matic)? ?-?(?:reply|response)|autoreply|out of (?:the )?office|fravær(?:smelding)?\b|fråvær(?:smelding)?\b|ute av kontoret|ikke på kontoret|ferie(?:melding|svar))|",
    r"\b(?:jeg|eg|i) (?:er|am|har) (?:for tiden |for tida |nå |no |currently )?(?:(?:ute av|ikke på|ikkje på|out of|away from) (?:the )?(?:kontoret|office)|på ferie|bortreist|on (?:annual )?(?:leave|vacation|holiday)|i (?:foreldre)?permisjon)|\bdette er et(?:t)? automat\p{L}* (?:svar|kvittering)|\bthis is an automat\p{L}* (?:reply|response)"
));
static NEWSLETTER: Pattern = Pattern::new(concat!(
    r"\b(?:nyhetsbrev\p{L}*|nyheitsbrev\p{L}*|newsletter\p{L}*|meld(?:e)? (?:deg|dere|dykk) av|avmelding|avslutt abonnement\p{L}*|unsubscribe|avregistrer\p{L}*|vis(?:e)? (?:e-posten |meldingen )?i nettleser\p{L}*|view (?:this email )?in (?:your )?browser|meld (?:deg|dere) på|påmelding(?:en)? (?:her|innen|via)|",
    r"webinar\p{L}*|frokostseminar|kampanje\p{L}*|tilbud(?:et)? (?:gjelder|varer)|\d{1,2} ?% rabatt|early bird|spar opptil|les mer(?: her)?:|klikk her|click here|kjøp nå|bestill nå|book (?:a )?demo|du mottar denne e-posten fordi|you(?:'re| are) receiving this|manage (?:your )?preferences|privacy policy|følg oss på)\b"
));
static RECEIPT: Pattern = Pattern::new(concat!(
    r"\b(?:ordrebekreftelse\p{L}*|ordrestadfesting|bestillingsbekreftelse|kvittering (?:for|på|fra)|kvittering:|din kvittering|betalingsbekreftelse|takk for (?:din |bestillingen|handelen|kjøpet|ordren)(?: bestilling| ordre| handel)?|bestillingen din (?:er|har)|sporing av pakke|",
    r"order confirmation|your (?:order|receipt|booking|payment)|booking confirmation|receipt for|payment (?:received|confirmation)|thank you for your (?:order|purchase|payment)|har mottatt (?:din )?(?:betaling|bestilling))\b"
));
static SPAM: Pattern = Pattern::new(concat!(
    r"\b(?:bitcoin\p{L}*|krypto(?:valuta)?|crypto\p{L}*|forex|casino|gevinst|du har vunnet|you (?:have )?won|lottery|inheritance|next of kin|million (?:us )?dollars?|usd \d|viagra|weight loss|slank\p{L}* raskt|tjen penger|earn money|passive income|",
    r"investment opportunit\p{L}*|loan offer|lån uten sikkerhet|seo (?:services?|optimali\p{L}*|audit)|first page of google|første side på google|backlinks?|guest post|link building|rank higher|rank your|web design services|redesign your website|mobile app development|lead generation|",
    r"kontoen din (?:er|blir|vil bli) (?:sperret|suspendert|deaktivert)|bekreft (?:kontoen|passordet|kontoopplysningene)|your (?:account|mailbox) (?:is|has been|will be) (?:suspended|limited|deactivated|full)|verify your (?:account|identity|mailbox)|password (?:will )?expires?|unusual sign-in|dear (?:friend|beneficiary|sir/madam|website owner)|hello dear|business proposal|wire transfer)\b"
));
static LINK: Pattern = Pattern::new(r"https?://|www\.|bit\.ly");
static MACHINE: Pattern = Pattern::new(
    r"^(?:no-?reply|ikke-?svar|do-?not-?reply|noreply|notification[s]?|notify|news|nyhet\p{L}*|newsletter|marketing|info-?mail|mailer|kampanje|ordre|order[s]?|receipt[s]?|kvittering|booking|billing)[a-z0-9._+-]*@",
);

/// What kind of mail for nobody this is, and how sure, 0 to 1.
pub(super) fn of(mail: &Message, visible: &str, envelope: Envelope) -> Option<(Bulk, f32)> {
    let subject = lowered(mail.subject.trim());
    let text = lowered(&format!("{subject}\n{visible}"));
    let sender = mail.from.address.to_lowercase();
    let by_machine = envelope.generated || MACHINE.is_match(&sender);
    let said = |pattern: &Pattern| pattern.find_iter(&text).take(4).count();
    if envelope.bounce || BOUNCE_SENDER.is_match(&sender) && BOUNCE.is_match(&subject) {
        return Some((Bulk::Bounce, 0.95));
    }
    if envelope.auto_reply || AWAY.is_match(&text) {
        return Some((Bulk::AutoReply, if envelope.auto_reply { 0.95 } else { 0.8 }));
    }
    let spam = said(&SPAM) + usize::from(mail.authenticated == Some(false)) + usize::from(LINK.is_match(&text));
    if envelope.junk || said(&SPAM) >= 1 && spam >= 2 {
        return Some((Bulk::Spam, if spam >= 3 { 0.9 } else { 0.75 }));
    }
    if RECEIPT.is_match(&text) && (by_machine || RECEIPT.is_match(&subject)) {
        return Some((Bulk::Receipt, if by_machine { 0.9 } else { 0.7 }));
    }
    let letters = said(&NEWSLETTER);
    match (envelope.bulk, letters, by_machine) {
        (true, 1.., _) => Some((Bulk::Newsletter, 0.95)),
        (true, 0, _) => Some((Bulk::Newsletter, 0.7)),
        (false, 2.., true) | (false, 3.., _) => Some((Bulk::Newsletter, 0.8)),
        (false, 2, false) if LINK.is_match(&text) => Some((Bulk::Newsletter, 0.65)),
        _ => None,
    }
}
