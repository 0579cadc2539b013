//! Who wrote (avsender): what goes to the press, to a lawyer or to an elected representative is read by a second person.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
    correspondence::Mail,
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const PRESS: Check = Check {
    name: "press",
    code: Code::Sender,
    rule: "an answer to the press is read by a second person",
    legal: JOURNALIST.concern.legal,
    flagged: Example::Mail("Hei, jeg skriver som journalist i Fjordavisa. Hva har skolen kostet?"),
    fine: Example::Mail("Hei, jeg leste i avisen at skolen er blitt dyr. Hva har den kostet?"),
    plain: false,
    run: |look| press(look),
};

pub(super) const LAWYER: Check = Check {
    name: "lawyer",
    code: Code::Sender,
    rule: "an answer to a lawyer is read by a second person",
    legal: COUNSEL.concern.legal,
    flagged: Example::Mail("Jeg skriver på vegne av min klient og ber om en redegjørelse."),
    fine: Example::Mail("Vi har snakket med en advokat, og ber om en redegjørelse."),
    plain: false,
    run: |look| findings(look, &COUNSEL),
};

pub(super) const POLITICIAN: Check = Check {
    name: "politician",
    code: Code::Sender,
    rule: "an answer to an elected representative is read by a second person",
    legal: ELECTED.concern.legal,
    flagged: Example::Mail("Jeg er kommunestyrerepresentant og ønsker å se dokumentene."),
    fine: Example::Mail("Politikerne bør rydde opp, og jeg ønsker å se dokumentene."),
    plain: false,
    run: |look| findings(look, &ELECTED),
};

/// One part that somebody may write in: what shows it in their words, in a line of a signature, and in an address.
struct Part {
    words: &'static Pattern,
    line: &'static Pattern,
    address: &'static Pattern,
    concern: Concern,
}

const JOURNALIST: Part = Part {
    words: &PRESS_WORDS,
    line: &PRESS_LINE,
    address: &PRESS_ADDRESS,
    concern: Concern {
        code: Code::Sender,
        severity: Severity::Verify,
        legal: Some("offentleglova § 3, kommuneloven § 4-1"),
        why: [
            "Avsenderen ser ut til å skrive for pressen («{}»). Svaret kan bli sitert.",
            "Avsendaren ser ut til å skrive for pressa («{}»). Svaret kan bli sitert.",
            "The sender seems to write for the press (“{}”). The answer may be quoted.",
        ],
        clears: [
            "En kollega, helst den som har mediekontakten, leser svaret.",
            "Ein kollega, helst den som har mediekontakten, les svaret.",
            "A colleague, best the one who speaks to the press, reads the answer.",
        ],
    },
};

const COUNSEL: Part = Part {
    words: &LAWYER_WORDS,
    line: &LAWYER_LINE,
    address: &LAWYER_ADDRESS,
    concern: Concern {
        legal: Some("forvaltningsloven § 12"),
        why: [
            "Avsenderen ser ut til å være advokat («{}»). Svaret kan bli brukt i en tvist.",
            "Avsendaren ser ut til å vere advokat («{}»). Svaret kan bli brukt i ein tvist.",
            "The sender seems to be a lawyer (“{}”). The answer may be used in a dispute.",
        ],
        clears: [
            "En kollega leser svaret, og ser etter hvem advokaten skriver for.",
            "Ein kollega les svaret, og ser etter kven advokaten skriv for.",
            "A colleague reads the answer, and sees for whom the lawyer writes.",
        ],
        ..JOURNALIST.concern
    },
};

const ELECTED: Part = Part {
    words: &POLITICIAN_WORDS,
    line: &POLITICIAN_LINE,
    address: &POLITICIAN_ADDRESS,
    concern: Concern {
        legal: Some("kommuneloven § 11-13"),
        why: [
            "Avsenderen ser ut til å skrive som folkevalgt («{}»).",
            "Avsendaren ser ut til å skrive som folkevald («{}»).",
            "The sender seems to write as an elected representative (“{}”).",
        ],
        clears: [
            "En kollega leser svaret, og ser etter hva en folkevalgt har rett til å få vite.",
            "Ein kollega les svaret, og ser etter kva ein folkevald har rett til å få vite.",
            "A colleague reads the answer, and sees what a representative has the right to know.",
        ],
        ..JOURNALIST.concern
    },
};

/// Says of oneself that one is of the press, or what only the press says: that a piece is made, and that one may answer in it.
static PRESS_WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:jeg|eg|vi|me)(?: heter| heiter)?(?: \p{L}+){0,3}? (?:er|skriver|skriv|jobber|jobbar|arbeider|arbeidar|ringer|henvender meg|vender meg)(?: til dere| til dykk| her)?(?: som)?(?: \p{L}+)? (?:\p{L}*journalist|reporter|\p{L}*redaktør|nyhetsleder|nyheitsleiar)\b|",
    r"\bsom (?:\p{L}*journalist|reporter|redaktør) (?:i|for|hos|ved|på) |\b(?:jeg|eg|vi|me|navnet mitt|namnet mitt)[^.!?]{0,60}(?:fra|frå|i|for) (?:redaksjonen|nyhetsredaksjonen|nyheitsredaksjonen)\b|\b(?:jeg|eg|vi|me) (?:lager|lagar|jobber med|jobbar med|arbeider med|arbeidar med|skriver|skriv|planlegger|planlegg)(?: nå| no)? (?:en |ein |et |eit )?(?:\p{L}+ )?(?:reportasje|nyhetssak|nyheitssak|avisartikkel|dokumentar)\b|",
    r"\bsamtidig (?:imøtegåelse|imøtegåing|tilsvar)\b|\bsamtidig imøtegå|\bvær varsom-plakaten\b|\b(?:kommentar|intervju|tilsvar)\b[^.!?]{0,80}\b(?:publiser\p{L}*|på trykk|i morgendagens avis|avisen vår|avisa vår|nettavisen|nettavisa)\b|\b(?:publiser\p{L}*|på trykk)\b[^.!?]{0,80}\b(?:kommentar|intervju|tilsvar)\b|",
    r"\b(?:i am|i'm|i work as|writing as) (?:a |an |the )?(?:\p{L}+ )?(?:journalist|reporter|news editor)\b|\b(?:we are|i am|i'm) (?:writing|working on|preparing) (?:a |an )(?:\p{L}+ )?(?:news story|news article|documentary|newspaper article|story for)\b"
));
static PRESS_LINE: Pattern = Pattern::new(
    r"^(?:\p{L}[\p{L}.-]*,? ){0,3}?(?:\p{L}*journalist|reporter|(?:ansvarlig |ansvarleg )?redaktør|nyhetsredaktør|nyhetsleder|nyheitsleiar|redaksjonssjef|vaktsjef|news editor|staff writer)(?:$|[ ,|/])",
);
static PRESS_ADDRESS: Pattern = Pattern::new(
    r"^(?:redaksjon\p{L}*|nyhete?i?r|newsdesk)@|@(?:[^@ ]*\.)?(?:nrk|tv2|vg|ntb)\.no$|@[^@ ]*(?:avis|avisa|avisen|aviso|tidende|dagblad|dagbladet|newspaper)\.(?:no|com|net)$",
);
/// Acts for a client.
static LAWYER_WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:min|vår|our|my) (?:klient|mandant|client)s?\b|\bklienten (?:min|vår)\b|\b(?:jeg|eg|vi|me)(?: \p{L}+){0,3}? som (?:advokat|advokatfullmektig|prosessfullmektig) (?:for|til|hos|i)\b|\b(?:jeg|eg) er (?:advokat|advokatfullmektig|prosessfullmektig) (?:for|til)\b|",
    r"\b(?:undertegnede|underteikna) (?:advokat|er advokat)|\badvokatfirma(?:et)? (?:\p{L}+ ){1,4}?(?:bistår|representerer|representerar|har fått i oppdrag|har påtatt seg|har teke på seg)\b|\b(?:bistår|representerer|representerar|bistå) (?:\p{L}+ ){1,4}?som (?:advokat|fullmektig)\b|",
    r"\b(?:i am|i'm|we are|acting as) (?:the |a |an )?(?:lawyer|solicitor|attorney|counsel|lawyers|solicitors) (?:for|of|representing|acting)\b|\b(?:i|we) act (?:for|on behalf of) \p{L}+"
));
static LAWYER_LINE: Pattern = Pattern::new(
    r"^(?:\p{L}[\p{L}.-]*,? ){0,3}?(?:advokat(?:en)?|advokatfullmektig|advokatfirma(?:et)?|attorney(?: at law)?|solicitor|lawyer|barrister)(?:$|[ ,|/])",
);
static LAWYER_ADDRESS: Pattern = Pattern::new(r"@[^@ ]*(?:advokat|lawfirm|lawyers)");
/// Writes as one who was elected.
static POLITICIAN_WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:jeg|eg)(?: \p{L}+){0,2}? (?:er|skriver|skriv|spør|henvender meg|vender meg|ber|sitter|sit)(?: til dere| til dykk)?(?: her)?(?: som)?(?: (?:ny|nyvalgt|nyvald|valgt|vald|fast|en|ein|også|og|samtidig))?(?: \p{L}+)? (?:(?:kommunestyre|bystyre|formannskaps|fylkestings|stortings|heradsstyre|utvalgs|utvals)(?:representant|medlem|politiker|politikar)|folkevalgt|folkevald|gruppeleder|gruppeleiar|varaordfører|varaordførar|ordfører|ordførar|lokalpolitiker|lokalpolitikar)\b|",
    r"\b(?:jeg|eg) (?:sitter|sit|møter|er valgt inn|er vald inn)(?: \p{L}+)? i (?:kommunestyret|bystyret|formannskapet|fylkestinget|stortinget|heradsstyret|hovedutvalget|hovudutvalet|planutvalget|planutvalet)\b|\bsom (?:folkevalgt|folkevald|kommunestyrerepresentant|kommunestyremedlem|bystyrerepresentant|formannskapsmedlem|stortingsrepresentant|fylkestingsrepresentant) (?:\p{L}+ ){0,4}?(?:jeg|eg)\b|",
    r"\b(?:i am|i'm|writing as|as) (?:a |an |the )?(?:\p{L}+ )?(?:councillor|councilor|member of the (?:municipal |city |town )?(?:council|executive board|parliament)|member of parliament|deputy mayor|mayor)\b"
));
static POLITICIAN_LINE: Pattern = Pattern::new(
    r"^(?:\p{L}[\p{L}.-]*,? ){0,3}?(?:(?:kommunestyre|bystyre|formannskaps|fylkestings|stortings|heradsstyre)(?:representant|medlem|politiker|politikar)|folkevalgt|folkevald|gruppeleder|gruppeleiar|varaordfører|varaordførar|ordfører|ordførar|councillor|member of parliament)(?:$|[ ,|/])",
);
static POLITICIAN_ADDRESS: Pattern = Pattern::new(r"@(?:[^@ ]*\.)?stortinget\.no$|@(?:[^@ ]*\.)?politiker\.");
/// Denies right before it is said: "jeg er ikke journalist".
static DENIED: Pattern = Pattern::new(r"\b(?:ikke|ikkje|not|tidligere|tidlegare|pensjonert|former|retired)\b");
/// A line of a signature has no more words than this.
const LINE: usize = 7;
/// A signature, where none was told apart, stands in so many last lines.
const LAST: usize = 6;

fn findings(look: &Look, part: &Part) -> Vec<Finding> {
    let Some(mail) = &look.mail else { return Vec::new() };
    let shown = in_words(mail, part).or_else(|| in_signature(mail, part)).or_else(|| in_addresses(look, mail, part));
    shown.map(|words| part.concern.at(look, Place::outside(words))).into_iter().collect()
}

/// What shows itself, or whom the house lists: many of the press write from addresses of their own and do not say what they are.
fn press(look: &Look) -> Vec<Finding> {
    let shown = findings(look, &JOURNALIST);
    if !shown.is_empty() {
        return shown;
    }
    let (rules, sender) = (look.ground.rules, look.mail.iter().map(|mail| (mail.name.as_str(), mail.sender.as_str())));
    let recipients = look.recipients.iter().map(|address| ("", address.as_str()));
    let listed = sender.chain(recipients).find(|(name, address)| rules.is_press(name, address));
    let words = |(name, address): (&str, &str)| if name.is_empty() { address.to_owned() } else { name.to_owned() };
    listed.map(|one| JOURNALIST.concern.at(look, Place::outside(words(one)))).into_iter().collect()
}

fn in_words(mail: &Mail, part: &Part) -> Option<String> {
    let found = part.words.find_iter(&mail.said).map(|found| found.as_str()).find(|words| !DENIED.is_match(words))?;
    Some(found.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A short line at the end that gives an occupation: "Journalist, Fjordavisa".
fn in_signature(mail: &Mail, part: &Part) -> Option<String> {
    let last = mail.said.lines().rev().map(str::trim).filter(|line| !line.is_empty()).take(LAST);
    let is_short = |line: &&str| line.split_whitespace().count() <= LINE && !line.ends_with(['.', '?', '!']);
    let mut lines = mail.signature.lines().map(str::trim).chain(last).filter(is_short);
    lines.find(|line| part.line.is_match(line) && !DENIED.is_match(line)).map(str::to_owned)
}

fn in_addresses(look: &Look, mail: &Mail, part: &Part) -> Option<String> {
    let all = look.recipients.iter().map(|address| address.to_lowercase()).chain([mail.sender.clone()]);
    all.into_iter().find(|address| part.address.is_match(address))
}
