//! The sentence (setning) that Outlook shows when the gate asks or stops: what happened and what to do, at most 500 characters.

use super::{difference::shortened, gate::Why};
use vocabulary::Language;

/// Scalars that a Smart Alerts dialog takes (`event.completed`, `errorMessage`).
pub const LONGEST: usize = 500;

/// Why the gate asks or stops, in the reader's language; empty where it lets the mail through.
#[must_use]
pub fn sentence(why: &Why, reader: Language) -> String {
    let text = match why {
        Why::Same | Why::Nothing => String::new(),
        Why::TextChanged { was, now } => changed(was, now, reader),
        Why::TextAdded(words) => with(words, ADDED, reader),
        Why::LinkAdded(link) => with(link, LINK, reader),
        Why::RecipientAdded(all) => with(&all.join(", "), RECIPIENT, reader),
        Why::Findings(all) => with(&all.join(" "), FOUND, reader),
        plain => pick(of_plain(plain), reader).to_owned(),
    };
    shortened(&text, LONGEST - 1)
}

type Three = [&'static str; 3];

const CHANGED: Three = [
    "Teksten er ikke den som ble godkjent: «{was}» er blitt «{now}». Åpne Saksvar, rett utkastet der og sett det inn på nytt.",
    "Teksten er ikkje den som vart godkjend: «{was}» har vorte «{now}». Opne Saksvar, rett utkastet der og set det inn på nytt.",
    "The text is not the one that was approved: “{was}” has become “{now}”. Open Saksvar, correct the draft there and insert it again.",
];
const REMOVED: Three = [
    "Teksten er ikke den som ble godkjent: «{was}» mangler. Åpne Saksvar, rett utkastet der og sett det inn på nytt.",
    "Teksten er ikkje den som vart godkjend: «{was}» manglar. Opne Saksvar, rett utkastet der og set det inn på nytt.",
    "The text is not the one that was approved: “{was}” is missing. Open Saksvar, correct the draft there and insert it again.",
];
const PUT_IN: Three = [
    "Teksten er ikke den som ble godkjent: «{now}» er kommet til. Åpne Saksvar, rett utkastet der og sett det inn på nytt.",
    "Teksten er ikkje den som vart godkjend: «{now}» har kome til. Opne Saksvar, rett utkastet der og set det inn på nytt.",
    "The text is not the one that was approved: “{now}” has been put in. Open Saksvar, correct the draft there and insert it again.",
];
const ADDED: Three = [
    "Under det godkjente svaret står det mer: «{it}». Fjern det, eller ta det inn i utkastet i Saksvar og sett det inn på nytt.",
    "Under det godkjende svaret står det meir: «{it}». Ta det bort, eller ta det inn i utkastet i Saksvar og set det inn på nytt.",
    "There is more below the approved reply: “{it}”. Remove it, or take it into the draft in Saksvar and insert that again.",
];
const LINK: Three = [
    "E-posten har en lenke eller et bilde som ikke var med i det godkjente svaret: {it}. Se etter om det skal være der; fjern det ellers.",
    "E-posten har ei lenkje eller eit bilete som ikkje var med i det godkjende svaret: {it}. Sjå etter om det skal vere der; ta det bort elles.",
    "The mail has a link or a picture that was not in the approved reply: {it}. See whether it belongs there; remove it if not.",
];
const RECIPIENT: Three = [
    "Svaret er ikke kontrollert for {it}. Skal denne mottakeren ha det? Fjern adressen hvis ikke.",
    "Svaret er ikkje kontrollert for {it}. Skal denne mottakaren ha det? Ta bort adressa om ikkje.",
    "The reply was not checked for {it}. Should this recipient have it? Remove the address if not.",
];
const FOUND: Three = [
    "Saksvar har et åpent utkast i denne samtalen, og teksten her er ikke godkjent. Se på dette først: {it} Bruk utkastet i Saksvar, eller rett teksten.",
    "Saksvar har eit ope utkast i denne samtalen, og teksten her er ikkje godkjend. Sjå på dette først: {it} Bruk utkastet i Saksvar, eller rett teksten.",
    "Saksvar has an open draft in this conversation, and the text here is not approved. Look at this first: {it} Use the draft in Saksvar, or correct the text.",
];

fn changed(was: &str, now: &str, reader: Language) -> String {
    let three = match (was.is_empty(), now.is_empty()) {
        (false, true) => REMOVED,
        (true, _) => PUT_IN,
        _ => CHANGED,
    };
    pick(three, reader).replace("{was}", was).replace("{now}", now)
}

fn with(it: &str, three: Three, reader: Language) -> String {
    pick(three, reader).replace("{it}", &shortened(it, 280))
}

fn pick([nb, nn, en]: Three, reader: Language) -> &'static str {
    match reader {
        Language::Nn => nn,
        Language::En => en,
        _ => nb,
    }
}

fn of_plain(why: &Why) -> Three {
    match why {
        Why::HiddenText => [
            "E-posten har tekst som leseren ikke ser (skjult eller hvit). Fjern den, eller sett inn svaret fra Saksvar på nytt.",
            "E-posten har tekst som lesaren ikkje ser (skjult eller kvit). Ta han bort, eller set inn svaret frå Saksvar på nytt.",
            "The mail has text that the reader does not see (hidden or white). Remove it, or insert the reply from Saksvar again.",
        ],
        Why::LooksOtherwise => [
            "Utformingen gjør at svaret ikke kan leses slik det ble godkjent (overstreket, blekt, bitte lite eller snudd). Fjern utformingen, eller sett inn svaret fra Saksvar på nytt.",
            "Utforminga gjer at svaret ikkje kan lesast slik det vart godkjent (overstroke, bleikt, bitte lite eller snudd). Ta bort utforminga, eller set inn svaret frå Saksvar på nytt.",
            "The formatting keeps the reply from being read as it was approved (struck out, pale, tiny or turned round). Remove the formatting, or insert the reply from Saksvar again.",
        ],
        Why::SenderChanged => [
            "Svaret er godkjent fra en annen avsender. Velg den postkassen e-posten kom til som avsender, og send på nytt.",
            "Svaret er godkjent frå ein annan avsendar. Vel den postkassa e-posten kom til som avsendar, og send på nytt.",
            "The reply was approved from another sender. Choose the mailbox the mail came to as the sender, and send again.",
        ],
        Why::SubjectChanged => [
            "Emnet er endret etter godkjenningen. Sett tilbake det opprinnelige emnet, og send på nytt.",
            "Emnet er endra etter godkjenninga. Set tilbake det opphavlege emnet, og send på nytt.",
            "The subject was changed after approval. Put the original subject back, and send again.",
        ],
        Why::AttachmentsChanged => [
            "Vedleggene er ikke de som ble godkjent. Fjern det som er kommet til, eller legg tilbake det som mangler.",
            "Vedlegga er ikkje dei som vart godkjende. Ta bort det som har kome til, eller legg tilbake det som manglar.",
            "The attachments are not the ones that were approved. Remove what was added, or put back what is missing.",
        ],
        Why::OtherConversation => [
            "Svaret er godkjent i en annen samtale. Åpne e-posten det svarer på, og sett det inn derfra.",
            "Svaret er godkjent i ein annan samtale. Opne e-posten det svarer på, og set det inn derifrå.",
            "The reply was approved in another conversation. Open the mail it answers, and insert it from there.",
        ],
        Why::Expired => [
            "Svaret ble satt inn for mer enn et døgn siden. Åpne Saksvar og sett det inn på nytt.",
            "Svaret vart sett inn for meir enn eit døgn sidan. Opne Saksvar og set det inn på nytt.",
            "The reply was inserted more than a day ago. Open Saksvar and insert it again.",
        ],
        Why::Used => [
            "Dette svaret er allerede sendt. Lag et nytt utkast i Saksvar hvis du vil skrive mer.",
            "Dette svaret er alt sendt. Lag eit nytt utkast i Saksvar om du vil skrive meir.",
            "This reply has already been sent. Make a new draft in Saksvar if you want to write more.",
        ],
        Why::Leaving => [
            "Saksvar har bedt Outlook om å sende dette svaret. Se i Sendte elementer før du sender det selv, så det ikke går to ganger.",
            "Saksvar har bede Outlook om å sende dette svaret. Sjå i Sendte element før du sender det sjølv, så det ikkje går to gonger.",
            "Saksvar has asked Outlook to send this reply. Look in Sent Items before you send it yourself, so that it does not go twice.",
        ],
        Why::NotReleased => [
            "Svaret er ikke klart til å sendes: det venter på godkjenning, er returnert eller er endret. Åpne Saksvar og se hva som gjenstår.",
            "Svaret er ikkje klart til å sendast: det ventar på godkjenning, er returnert eller er endra. Opne Saksvar og sjå kva som står att.",
            "The reply is not ready to be sent: it waits for approval, was returned or has been changed. Open Saksvar to see what remains.",
        ],
        _ => [
            "Referansen nederst i e-posten er ikke kjent. Sett inn svaret fra Saksvar på nytt, eller fjern linjen som begynner med «Ref. SV-».",
            "Referansen nedst i e-posten er ikkje kjend. Set inn svaret frå Saksvar på nytt, eller ta bort linja som byrjar med «Ref. SV-».",
            "The reference at the end of the mail is not known. Insert the reply from Saksvar again, or remove the line that begins with “Ref. SV-”.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, sentence};
    use crate::send::{Why, gate::Place};
    use vocabulary::Language;

    #[test]
    fn every_sentence_fits_the_dialog_and_says_what_to_do() {
        let long = "svært langt ord ".repeat(200);
        let all = [
            Why::TextChanged { was: long.clone(), now: long.clone() },
            Why::TextChanged { was: "100".into(), now: String::new() },
            Why::TextChanged { was: String::new(), now: "100".into() },
            Why::TextAdded(long.clone()),
            Why::HiddenText,
            Why::LooksOtherwise,
            Why::LinkAdded(long.clone()),
            Why::RecipientAdded(vec![long.clone(), "per.haug@example.no".into()]),
            Why::SenderChanged,
            Why::SubjectChanged,
            Why::AttachmentsChanged,
            Why::OtherConversation,
            Why::Expired,
            Why::Used,
            Why::Leaving,
            Why::NotReleased,
            Why::UnknownReference,
            Why::Findings(vec![long]),
        ];
        for why in all {
            let told: Vec<String> = [Language::Nb, Language::Nn, Language::En].map(|l| sentence(&why, l)).to_vec();
            for text in &told {
                assert!((20..=LONGEST).contains(&text.chars().count()), "{why:?}: {text}");
                assert!(!text.contains('{'), "{text}");
            }
            assert!(told[0] != told[1] && told[1] != told[2], "{why:?}");
            // Who is told to look in Saksvar is led to how the draft stands or to the draft itself.
            let sends_to_pane = told[2].contains("Open Saksvar to see") || told[2].contains("insert it again");
            assert!(!sends_to_pane || why.place() != Place::Recipients, "{why:?}");
        }
        assert_eq!(sentence(&Why::Same, Language::Nb), "");
    }
}
