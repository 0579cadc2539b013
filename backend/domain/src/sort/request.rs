//! What a mail asks for beside information (krav): access to documents, a new look at a decision, something done; by content, also
//! without the words of the law.

use crate::{
    scan::pattern::{Pattern, lowered},
    thread::{kind, sentence},
};

/// One's own data and one's own file: personvernforordningen art. 15, forvaltningsloven § 18.
static OWN_FILE: Pattern = Pattern::new(concat!(
    r"\b(?:opplysning(?:er|ar|ene|ane)?|informasjon(?:en)?|data|dokument(?:er|ene|a)?|papir(?:er|ene|a)?|information|records?)\b[^.?!\n]{0,40}\b(?:dere|de|dykk|kommunen|you|the municipality)\b[^.?!\n]{0,40}\b(?:om|about|on) (?:meg|oss|me|us|sønnen|dattera|datteren|barnet)\b|",
    r"\b(?:dere|de|dykk|kommunen|you)\b[^.?!\n]{0,15}\b(?:har|lagrer|lagrar|have|hold|keep|store)\b[^.?!\n]{0,40}\b(?:om|about|on) (?:meg|oss|me|us)\b[^.?!\n]{0,30}(?:personopplys|opplysning|registrert|lagret|lagra|skrevet|skrive|\?)|",
    r"\b(?:art(?:ikkel|\.|icle)? 15|gdpr|personvernforordning\p{L}*|subject access|right of access|personal data)\b[^.?!\n]{0,80}\b(?:innsyn|kopi|copy|access|få|se|sjå|utlever\p{L}*)\b|\b(?:innsyn|kopi|copy|access|utlever\p{L}*)\b[^.?!\n]{0,60}\b(?:art(?:ikkel|\.|icle)? 15|gdpr|personopplysning\p{L}*|personal data)\b|",
    r"\b(?:få |kan (?:jeg|eg|vi|me) |vil (?:gjerne )?|ønsker å |ønskjer å |krever å |krev å |like to |want to |may i |can i )(?:få )?(?:lese|se|sjå|utlevert|få utlevert|oversendt|tilsendt|tilsendt|see|read|inspect|have|get)\b[^.?!\n]{0,30}\b(?:mappa|mappen|saksmappa|saksmappen|journalen|rapporten|saken min|saka mi|sakspapir\p{L}*|saksdokument\p{L}*|korrespondansen|e-postene|e-postane|referatet|journal(?:en)?|(?:my|the|our) (?:case )?file|(?:my|the) records|the report|the correspondence|the minutes)\b|",
    r"\bhva (?:som )?(?:står|er skrevet|er registrert)\b[^.?!\n]{0,25}\b(?:om meg|i mappa|i mappen|i saken min|i journalen)\b|\bkva (?:som )?(?:står|er skrive|er registrert)\b[^.?!\n]{0,25}\b(?:om meg|i mappa|i saka mi|i journalen)\b"
));

/// Documents of the journal: offentleglova §§ 3 and 28.
static DOCUMENTS: Pattern = Pattern::new(concat!(
    r"\b(?:send|få|be|ber|ønsker|ønskjer|krever|krev|kan|could|can|please|like|request\p{L}*)\b[^.?!\n]{0,50}\b(?:dokumentene?|dokumenta|vedtaket|vedtaka|vedtakene|brev(?:et|ene|a)|e-post(?:en|ene|ane|veksling\p{L}*)|kontrakten|avtalen|rapporten|tilbud(?:et|ene)|søkerliste\p{L}*|søkarliste\p{L}*|correspondence|documents|contract|tenders)\b[^.?!\n]{0,40}\b(?:mellom kommunen|mellom dere|frå postlista|fra postlisten|på postlista|i sak(?:en|a)? (?:nr|om|\d)|doknr|dok\.? ?\d|between the municipality|in case)|",
    r"\b(?:utvidet |utvida )?søkerliste|\bsøkarliste"
));

/// What the law means by a look into documents is not a look into a garden.
static NEIGHBOURS: Pattern = Pattern::new(
    r"\binnsyn\b[^.?!\n]{0,30}\b(?:hage\p{L}*|terrasse\p{L}*|vindu\p{L}*|stue\p{L}*|stova|soverom\p{L}*|altan\p{L}*|uteplass\p{L}*|veranda\p{L}*|eiendommen vår|tomta vår)|\b(?:hindre|skjerme?|skjerming|mindre|mye|mykje|redusere)\b[^.?!\n]{0,20}\binnsyn\b",
);

/// Somebody sends copies instead of asking for them.
static OFFERS: Pattern = Pattern::new(
    r"\b(?:jeg|eg|vi|me|i|we) (?:har )?(?:sender|sendte|sendt|legger ved|legg ved|la ved|vedlegger|oversender|attach|enclose|am sending|are sending)\b|\b(?:vedlagt|vedlagte|her (?:er|kommer|kjem)|attached|enclosed)\b|\btakk for (?:innsyn|kopi|dokument)|\bhar fått (?:innsyn|kopi)",
);

/// A decision named, and found wrong or not accepted: forvaltningsloven § 28.
static DISAGREES: Pattern = Pattern::new(concat!(
    r"\b(?:vedtak(?:et)?|avslag(?:et)?|avgjørelsen?|avgjerda?|takst(?:en)?|gebyret|tildelingen|tildelinga|decision|rejection|refusal|assessment)\b[^.?!\n]{0,50}\b(?:er|bygger på|byggjer på|virker|verkar|is|was|må være|må vere|be|based on)\b[^.?!\n]{0,15}\b(?:feil\p{L}*|gal\p{L}*|uriktig\p{L}*|urimelig\p{L}*|urimeleg\p{L}*|urettferdig\p{L}*|ugyldig\p{L}*|ulovlig\p{L}*|wrong|unfair|incorrect|invalid|unreasonable)|",
    r"\b(?:vedtak(?:et)?|avslag(?:et)?|avgjørelsen?|avgjerda?)\b[^.?!\n]{0,30}\b(?:må|bør) (?:omgjøres|gjøres om|gjerast om|endres|endrast|oppheves|opphevast|revurderes)|\b(?:omgjør|omgjøre|gjere om|opphev|oppheve|endre|overturn|reverse|reconsider|revoke)\b[^.?!\n]{0,20}\b(?:vedtaket|avslaget|avgjørelsen|avgjerda|decision|rejection|refusal)\b|",
    r"\b(?:ikke|ikkje|not|never|aldri|cannot|can't|don't)\b[^.?!\n]{0,20}\b(?:godta|godtar|godtek|akseptere|aksepterer|aksepterar|fornøyd med|nøgd med|enige? i|einige? i|samde? i|forstår ikke|accept|agree with|agree to|happy with|satisfied with)\b[^.?!\n]{0,40}\b(?:vedtak\p{L}*|avslag\p{L}*|avgjørelse\p{L}*|avgjerd\p{L}*|takst\p{L}*|gebyr\p{L}*|svaret på søknad\p{L}*|tildeling\p{L}*|decision|rejection|refusal|assessment|outcome)|",
    r"\b(?:uenige?|ueinige?|usamde?|protesterer|protesterar|protest|disagree|object|dispute|contest|challenge|appeal)\b[^.?!\n]{0,30}\b(?:vedtak\p{L}*|avslag\p{L}*|avgjørelse\p{L}*|avgjerd\p{L}*|takst\p{L}*|gebyr\p{L}*|tildeling\p{L}*|your decision|the decision|this decision|the rejection|the refusal|the assessment|pålegg\p{L}*)|",
    r"\b(?:ber|be|krever|krev|ønsker|ønskjer|vil ha|håper|vonar|ask|want|request|demand)\b[^.?!\n]{0,50}\b(?:ny vurdering|ny behandling|ny handsaming|revurder\p{L}*|(?:vurder|behandl|handsam|prøv)\p{L}* [^.?!\n]{0,30}(?:på nytt|om igjen|opp att|en gang til|ein gong til)|(?:look|looked) at [^.?!\n]{0,20}again|reconsider\p{L}*|a new (?:decision|assessment))\b|\b(?:se|sjå|look) (?:på|at) (?:saken|saka|søknaden|vedtaket|the case|the decision|my application)[^.?!\n]{0,15}\b(?:på nytt|om igjen|opp att|en gang til|ein gong til|again)\b"
));

/// What a decision is spoken of with; complaining about snow or noise is a report, not an appeal.
static DECISION: Pattern = Pattern::new(
    r"\b(?:vedta\p{L}*|avslag\p{L}*|avsl(?:å|ått|o)\p{L}*|avgjør\p{L}*|avgjerd\p{L}*|tildel\p{L}*|innvilg\p{L}*|fikk (?:nei|ikke)|fekk (?:nei|ikkje)|gebyr\p{L}*|takst\p{L}*|\p{L}*skatt\p{L}*|\p{L}*tillatelse\p{L}*|\p{L}*løyve\p{L}*|dispensasjon\p{L}*|\p{L}*plass(?:en)?|søknad\p{L}*|pålegg\p{L}*|tvangsmulkt\p{L}*|\p{L}*bot(?:a|en)?|karakter\p{L}*|sak (?:nr\.? ?)?\d|decision|reject\p{L}*|refus\p{L}*|denied|permit|permission|assessment|fee|fine|grant)\b",
);

/// Only getting ready to complain.
static LATER: Pattern = Pattern::new(
    r"\b(?:for å (?:kunne )?|før (?:jeg|eg|vi|me) |vurderer å |vurderer om (?:jeg|vi) (?:skal|vil) |vurderar å |in order to |so that (?:i|we) can |before (?:i|we) |considering (?:an )?)(?:klag|påklag|anke|appeal|complain)",
);

/// Something is broken, left undone, or wanted done.
static ACTION: Pattern = Pattern::new(concat!(
    r"\b(?:fikse?[ts]?|fiks|ordne[ts]?|ordna[st]?|reparere?s?|reparera?st?|reparert|utbedre[st]?|brøyte[st]?|brøytast?|strø[dsr]?d?|strø|måke|tømme[ts]?|tømmast?|tømt|rydde[ts]?|ryddast?|fjerne[ts]?|fjernast?|skifte[ts]?|skiftast?|bytte[ts]?|rense[ts]?|sette opp|rette opp|komme (?:og|ut)|sende noen|sende nokon|hente|henta|hentet|repair(?:ed)?|fix(?:ed)?|clear(?:ed)?|remov(?:e|ed)|replac(?:e|ed)|empt(?:y|ied)|collect(?:ed)?|grit(?:ted)?)\b|",
    r"\b(?:er|har vært|har vore|ligger|ligg|står|is|are|has been) (?:helt |heilt |blitt |nå |no )?(?:ødelagt|øydelagd|øydelagt|knust|tett|tette|full|fulle|mørkt|mørke|glatt|i stykker|i sund|nede|broken|blocked|full|out|slippery|dark)\b|\b(?:virker|fungerer|verkar|fungerar|lyser) (?:ikke|ikkje)|\b(?:lekker|lek|lekkasje|oversvømm\p{L}*|leaking|leak|flooded|does(?:n't| not) work|not working)\b"
));

/// Words by which a matter is put before the municipality.
static FORMAL: Pattern = Pattern::new(concat!(
    r"\b(?:søknad\p{L}*|søker (?:herved |hermed |med dette )?om|søkjer (?:med dette )?om|merknad\p{L}*|innspel|innspill|høringssvar|høyringssvar|høringsuttale\p{L}*|uttale\p{L}*|melding om|melder (?:fra|herved|med dette)|melde (?:fra|frå)|bekymringsmelding|uromelding|varsler|varslar|varsel om|oversender|oversending|oppsigelse|oppseiing|sier opp|seier opp|",
    r"krav om|erstatning\p{L}*|erstatningskrav|faktura\p{L}*|tilbud på|bekrefter|stadfestar|hereby|application for|apply for|applying for|objection\p{L}*|notice of|claim for|invoice|notify you|report that)\b"
));

static THANKS: Pattern = Pattern::new(r"\b(?:takk|tusen takk|thanks|thank you|mottatt|motteke|received)\b");

/// The first person, or the municipality spoken to: what a newsletter's question lacks.
static PERSONAL: Pattern = Pattern::new(
    r"\b(?:jeg|eg|meg|min|mi|mitt|mine|vår|vårt|våre|oss|i|i'm|i've|me|my|mine|our|us)\b|\b(?:kan|kunne|har|vil|when|can|could|would|do|will) (?:dere|de|dykk|kommunen|noen|nokon|you|the municipality|someone|somebody)\b",
);
static OFFERED: Pattern = Pattern::new(
    r"\b(?:vil du|ønsker du|ønskjer du|har du|trenger du|treng du|vil dere|lurer du|er du|er dere|do you|would you like|are you|want to|looking for|ready to|visste du|did you know|hva om|why not)\b",
);

/// Without one of these no pattern for access can match; looking for them costs little, the patterns much.
const ACCESS_WORDS: [&str; 36] = [
    "e-post",
    "kontrakt",
    "contract",
    "avtale",
    "tilbud",
    "tender",
    "innsyn",
    "opplysning",
    "informasjon",
    "information",
    "data",
    "dokument",
    "document",
    "papir",
    "record",
    "file",
    "mapp",
    "journal",
    "rapport",
    "report",
    "referat",
    "minutes",
    "korrespondanse",
    "correspondence",
    "brev",
    "kopi",
    "copy",
    "copies",
    "access",
    "freedom",
    "offent",
    "om meg",
    "about me",
    "søkerliste",
    "søkarliste",
    "saken min",
];
/// …and none for a complaint.
const COMPLAINT_WORDS: [&str; 33] = [
    "klag",
    "anke",
    "ankar",
    "appeal",
    "complain",
    "vedtak",
    "avslag",
    "avgj",
    "takst",
    "gebyr",
    "tildel",
    "uenig",
    "ueinig",
    "usamd",
    "protest",
    "decision",
    "reject",
    "refus",
    "assess",
    "disagree",
    "reconsider",
    "accept",
    "dispute",
    "challenge",
    "på nytt",
    "om igjen",
    "opp att",
    "opp igjen",
    "gang til",
    "gong til",
    "vurder",
    "pålegg",
    "again",
];

fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What a mail asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Access to documents or to own data.
    pub(super) access: bool,
    /// …to own data or the own file, which is journalled.
    pub(super) own_file: bool,
    /// A new look at a decision.
    pub(super) complaint: bool,
    /// Discontent with something that is no decision.
    pub(super) grievance: bool,
    /// Something is to be done.
    pub(super) action: bool,
    /// A matter put forward: application, report, objection.
    pub(super) formal: bool,
    /// Nothing but thanks.
    pub(super) thanks: bool,
    /// A question that no advertisement asks («Vil du spare tid?»).
    pub(super) asks: bool,
    /// A question or wish of the sender's own.
    pub(super) personal: bool,
}

impl Asked {
    /// Reads subject and own words; `questions` are the ones found in them.
    pub(super) fn of(subject: &str, visible: &str, questions: &[String]) -> Self {
        let text = lowered(&format!("{subject}\n\n{visible}"));
        let told = if mentions(&text, &ACCESS_WORDS) { without_offers(&text) } else { String::new() };
        let own_file = OWN_FILE.is_match(&told) && !NEIGHBOURS.is_match(&told);
        let documents = kind::asks_access(&told) || DOCUMENTS.is_match(&told);
        let complains = mentions(&text, &COMPLAINT_WORDS) && complains(&text);
        let about_decision = complains && DECISION.is_match(&text);
        let later = about_decision && LATER.is_match(&text);
        let asks = questions.iter().any(|question| !OFFERED.is_match(&lowered(question)));
        Self {
            access: own_file || (documents && !NEIGHBOURS.is_match(&told)),
            own_file,
            complaint: about_decision && !later,
            grievance: complains && !about_decision,
            action: ACTION.is_match(&text),
            formal: FORMAL.is_match(&text),
            thanks: questions.is_empty() && visible.split_whitespace().count() < 25 && THANKS.is_match(&text),
            asks,
            personal: questions.iter().any(|question| is_personal(question)),
        }
    }
}

fn complains(text: &str) -> bool {
    kind::is_complaining(text) || (DISAGREES.is_match(text) && !kind::asks_how_to_complain(text))
}

fn is_personal(question: &str) -> bool {
    let question = lowered(question);
    PERSONAL.is_match(&question) && !OFFERED.is_match(&question)
}

/// The text without the sentences that send something instead of asking for it.
fn without_offers(text: &str) -> String {
    let kept = sentence::split(text).into_iter().map(|range| &text[range]).filter(|one| !OFFERS.is_match(one));
    kept.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn of(text: &str) -> Asked {
        Asked::of("", text, &crate::thread::question::find(text))
    }

    #[test]
    fn access_is_known_by_content_and_sending_copies_asks_for_none() {
        for text in [
            "Hvilke opplysninger har dere om meg?",
            "Eg vil gjerne vite kva opplysningar kommunen har lagra om meg.",
            "I request a copy of all personal data you hold, under GDPR article 15.",
            "Kan jeg få lese journalen min?",
            "Eg ønskjer å sjå saksmappa.",
            "May I see my file?",
            "Jeg vil gjerne få utlevert rapporten fra tilsynet.",
            "Send meg e-postvekslingen mellom kommunen og utbyggeren.",
            "Vi ber om utvidet søkerliste til stillingen som rektor.",
            "Hva står det om meg i mappa?",
            "Kan eg få kopi av vedtaket?",
        ] {
            assert!(of(text).access, "{text}");
        }
        for text in [
            "Jeg sender dere kopi av kontrakten.",
            "Vedlagt følger kopi av søknaden.",
            "We attach copies of the drawings.",
            "Vi vil sette opp en levegg for å hindre innsyn fra naboen.",
            "Naboens terrasse gir innsyn i hagen vår.",
            "Takk for innsynet.",
            "Når kan jeg se leiligheten?",
            "Har dere registrert betalingen min?",
        ] {
            assert!(!of(text).access, "{text}");
        }
    }

    #[test]
    fn a_decision_that_is_not_accepted_is_a_complaint_and_snow_is_none() {
        for text in [
            "Avslaget er feil, for inntekten min er lavere enn dere skriver.",
            "Vedtaket må gjøres om.",
            "Eg godtek ikkje avslaget på søknaden om barnehageplass.",
            "Jeg er ikke fornøyd med vedtaket og ber om ny vurdering.",
            "I do not accept your decision to reject my application.",
            "I want you to reconsider the decision.",
            "Vi ber om at søknaden blir behandlet på nytt, for avslaget bygger på feil opplysninger.",
            "Jeg protesterer mot gebyret.",
            "Eg klagar på vedtaket.",
        ] {
            assert!(of(text).complaint, "{text}");
        }
        for text in [
            "Jeg vil klage på brøytingen i Bakkeveien.",
            "Naboen bråker, og jeg vil klage.",
            "Kan jeg klage på vedtaket?",
            "Jeg ber om innsyn for å kunne klage på vedtaket.",
            "Takk for vedtaket, vi er fornøyd.",
            "Når kommer vedtaket?",
            "Svaret er feil adressert.",
        ] {
            assert!(!of(text).complaint, "{text}");
        }
        assert!(of("Jeg vil klage på brøytingen i Bakkeveien.").grievance);
    }

    #[test]
    fn personal_questions_are_told_from_those_of_advertisements() {
        for (text, personal) in [
            ("Når får jeg svar på søknaden?", true),
            ("Kan dere ringe meg?", true),
            ("Can you help me with the form?", true),
            ("Vil du spare tid på møter?", false),
            ("Lurer du på hvordan KI kan hjelpe din kommune?", false),
            ("Are you ready to grow your business?", false),
        ] {
            assert_eq!(of(text).personal, personal, "{text}");
        }
    }
}
