//! Threats (trusler) in the mail that is answered: against somebody, or against the writer's own life; nobody answers those alone.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
    frame::Frames,
    said,
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const OTHERS: Check = Check {
    name: "threat",
    code: Code::Threat,
    rule: "a mail that threatens somebody is read by a second person",
    legal: AGAINST_OTHERS.legal,
    flagged: Example::Mail("Hvis jeg ikke får svar, skal jeg drepe saksbehandleren."),
    fine: Example::Mail("Hvis jeg ikke får svar, skal jeg klage til statsforvalteren."),
    plain: false,
    run: |look| findings(look, &OTHERS_WORDS, &said::threat::OTHERS, &AGAINST_OTHERS),
};

pub(super) const SELF: Check = Check {
    name: "self_harm",
    code: Code::Threat,
    rule: "a mail from somebody who may take their own life is read by a second person at once",
    legal: AGAINST_SELF.legal,
    flagged: Example::Mail("Jeg orker ikke å leve lenger."),
    fine: Example::Mail("Jeg orker ikke å vente lenger."),
    plain: false,
    run: |look| findings(look, &SELF_WORDS, &said::threat::SELF, &AGAINST_SELF),
};

const AGAINST_OTHERS: Concern = Concern {
    code: Code::Threat,
    severity: Severity::Verify,
    legal: Some("straffeloven § 263, arbeidsmiljøloven § 4-3"),
    why: [
        "E-posten kan være en trussel: «{}». Vis den til lederen din før du svarer; ring 112 hvis det haster.",
        "E-posten kan vere ein trussel: «{}». Vis han til leiaren din før du svarer; ring 112 om det hastar.",
        "The mail may be a threat: “{}”. Show it to your manager before you answer; call 112 if it is urgent.",
    ],
    clears: [
        "Lederen din eller en kollega har lest e-posten, og dere er enige om hva som gjøres.",
        "Leiaren din eller ein kollega har lese e-posten, og de er samde om kva som blir gjort.",
        "Your manager or a colleague has read the mail, and you agree on what is done.",
    ],
};

/// What comes first is what to do: a caseworker who reads this has perhaps never read the like.
const AGAINST_SELF: Concern = Concern {
    legal: Some("straffeloven § 287"),
    why: [
        "Ring 113 nå hvis du tror det er fare for liv, ellers legevakten på 116 117; si fra til lederen din. E-posten kan bety at noen vil ta sitt eget liv: «{}».",
        "Ring 113 no om du trur det er fare for liv, elles legevakta på 116 117; sei frå til leiaren din. E-posten kan bety at nokon vil ta sitt eige liv: «{}».",
        "Call 113 now if you think a life is in danger, otherwise the emergency clinic on 116 117; tell your manager. The mail may mean that somebody wants to take their own life: “{}”.",
    ],
    clears: [
        "Noen har snakket med avsenderen eller varslet 113 eller 116 117, og en kollega leser svaret. Nevn gjerne Mental Helse på 116 123, som svarer hele døgnet.",
        "Nokon har snakka med avsendaren eller varsla 113 eller 116 117, og ein kollega les svaret. Nemn gjerne Mental Helse på 116 123, som svarer heile døgnet.",
        "Somebody has spoken to the sender or told 113 or 116 117, and a colleague reads the answer. It helps to name Mental Helse on 116 123, which answers day and night.",
    ],
    ..AGAINST_OTHERS
};

/// Violence that the writer announces, against the reader, colleagues or the house; not what others did, nor that one will complain.
static OTHERS_WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:skal|vil|kommer til å|kjem til å|har lyst til å|burde|will|'ll|going to|want to)(?: (?:jeg|eg|vi|me))?(?: (?:da|nå|no|gjerne|personlig|personleg|faen|snart|just))*(?: komme og| kome og)? ",
    r"(?:drepe|drepa|ta livet av|knuse|banke opp|banke|banka|skyte|skyta|knivstikke|kverke|knerte|kvele|denge|slå ned|slå ihjel|slå i hjel|brenne ned|brenna ned|sprenge|sprengja|skade|kill|shoot|stab|hurt|beat up|burn down|blow up)",
    r"(?: \p{L}+){0,2}? (?:deg|dere|dykk|saksbehandler\p{L}*|saksbehandlar\p{L}*|sakshandsamar\p{L}*|ordfører\p{L}*|ordførar\p{L}*|rektor\p{L}*|lærer\p{L}*|lærar\p{L}*|ham|han|henne|ho|hun|barnevern\p{L}*|nav|rådhuset|kommunehuset|kontoret|you|him|her|them|the town hall|the office|your)\b|",
    r"\b(?:dere|du|de|dykk|saksbehandler\p{L}*|sakshandsamar\p{L}*|you|she|he|hun|han|ho)(?: \p{L}+){0,2}? (?:skal|kommer til å|kjem til å|fortjener å|fortener å|burde|bør|will|deserve to|should)(?: \p{L}+){0,2}? (?:dø|døy|få unngjelde|få svi|få bank|få juling|få kjenne det|bøte med livet|die|pay for this|pay with)\b|\b(?:dere|du|de|you)(?: \p{L}+)? (?:skal|kommer til å|kjem til å|will) (?:\p{L}+ )?(?:angre|angra|regret)\b|",
    r"\b(?:jeg|eg|vi|me|i|we) (?:vet|veit|know)(?: \p{L}+)? (?:hvor|kor|kvar|where) (?:du|dere|de|saksbehandleren|saksbehandlaren|sakshandsamaren|familien din|familien hennes|barna dine|borna dine|you|your (?:children|family|kids))(?: alle)? (?:bor|bur|går på skole|går på skule|live|lives|go to school)\b|",
    r"\b(?:kommer|kjem|møter opp|dukker opp|dukkar opp|coming)(?: \p{L}+){0,6}? (?:med|with)(?: \p{L}+)? (?:hagle|hagla|haglen|våpen|kniv|kniven|øks|øksa|gevær|geværet|bombe|bensin|gun|knife|bomb)\b|\bbombe (?:i|på|under) (?:rådhuset|kommunehuset|kontoret|skolen|skulen)\b|\b(?:bør|burde|får|må) (?:du|dere|de) passe (?:deg|dere|dykk)\b|\bwatch your back\b|\b(?:trenger|treng|skal få) (?:deg|dere|en|ein) (?:kule|kula) "
));
/// A wish not to live, or a plan to end one's life, one's own or that of somebody close.
static SELF_WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:ta|tar|tek|avslutte|avslutter|avslutta|ende|enda)(?: jeg| eg)? (?:mitt eget liv|mitt eige liv|livet av meg|livet mitt|mitt liv|livet av meg selv)\b|\b(?:han|hun|ho|sønnen min|sonen min|datteren min|dottera mi|broren min|mannen min|kona mi) (?:\p{L}+ ){0,2}?(?:vil|truer med å|trugar med å|kommer til å|kjem til å|snakker om å|snakkar om å|ønsker å) (?:ta livet av seg|ta sitt eget liv|ta sitt eige liv|ikke leve|dø)\b|",
    r"\b(?:gjøre|gjere) (?:slutt|ende) på (?:livet|det hele|det heile|alt|alt sammen)\b|\bavslutte det hele\b|\b(?:jeg|eg)(?: \p{L}+){0,4}? (?:begå|gjere|gjøre) (?:selvmord|sjølvmord)\b|\b(?:henge|hengja|hengje|skyte|drukne|drepe|drepa|skade|kutte) meg(?: selv| sjølv)?(?:$|[.,!]| hvis| om | dersom| i )|",
    r"\b(?:jeg|eg)(?: \p{L}+)? (?:vil|ønsker å|ønskjer å|har lyst til å|vil bare|vil berre|kunne ønske jeg kunne)(?: bare| berre| helst)? (?:dø|døy)\b|\bikke? (?:\p{L}+ )?orka[r]? (?:å )?leve\b|\b(?:ikke|ikkje)(?: \p{L}+)?(?: å)? (?:leve|leva) (?:lenger|lengre|mer|meir|mere|videre|vidare)\b(?: (?:med|av|i|på)\b)?|\b(?:orker|orkar|klarer|klarar|makter|maktar|ønsker|ønskjer|vil|gidder|gidd)(?: (?:jeg|eg))? (?:ikke|ikkje)(?: mer)?(?: å)? (?:leve|leva)\b(?: (?:med|i|på|under|av|her|der|slik|sånn)\b)?|",
    r"\b(?:ingen|inga|ikke noen|ikkje nokon) (?:grunn|grunnar|vits) (?:til |i )?(?:lenger |lengre )?å leve\b|\b(?:ikke|ikkje) (?:verdt|verd) å leve\b|\b(?:bedre|betre|best)(?: for \p{L}+)? (?:om|hvis|at|dersom) (?:jeg|eg) (?:var død|er død|dør|døyr|var borte|ikke fantes|ikke var her|ikkje fanst|ikkje var her)\b|\bleve[rn]? (?:ikke|ikkje) (?:når dere|til svaret)\b|",
    r"\b(?:jeg|eg|han|hun|ho|har|får|fått|med|sliter|slit|av)(?: \p{L}+){0,3}? (?:selvmordstank|sjølvmordstank)\p{L}*|\b(?:tenker|tenkjer|tanker|tankar)(?: \p{L}+){0,2}? (?:på|om) (?:selvmord|sjølvmord|å ta livet|å ta mitt)|",
    r"\b(?:kill|hurt|hang) myself\b|\bend (?:my life|it all)\b|\b(?:take|taking) my own life\b|\b(?:i|to) (?:want to|wish to|just want to) die\b|\b(?:don't|do not|no longer|can't|cannot) (?:want to |wish to )?(?:live any ?more|go on living)\b|\b(?:don't|do not|no longer) (?:want|wish) to live\b(?: (?:in|here|there|next|near|with|at|on)\b)?|\bsuicidal\b|\b(?:commit|thinking (?:of|about)|considering) suicide\b|\bbetter off (?:dead|without me)\b|\bno reason to live\b"
));
/// Says that death is not wanted, or where, with what or from what one lives.
static NOT_MEANT: Pattern = Pattern::new(
    r"(?:ikke|ikkje|not) (?:vil |want to )?(?:dø|døy|die)$|\b(?:live|leve|leva)(?: \p{L}+)? (?:here|there|in|next|near|with|at|on|med|i|på|under|av|her|der|slik|sånn)$",
);

fn findings(look: &Look, words: &Pattern, frames: &Frames, concern: &Concern) -> Vec<Finding> {
    let Some(mail) = &look.mail else { return Vec::new() };
    let found = words.find_iter(&mail.said).map(|found| found.as_str()).find(|words| !NOT_MEANT.is_match(words));
    let found = found.or_else(|| framed(&mail.said, frames));
    found.map(|words| concern.at(look, Place::outside(words.trim()))).into_iter().collect()
}

/// The words of the first sentence that fills a frame.
fn framed<'m>(said: &'m str, frames: &Frames) -> Option<&'m str> {
    said.split(['.', '!', '?', '\n']).find_map(|sentence| Some(&sentence[frames.find(sentence)?]))
}
