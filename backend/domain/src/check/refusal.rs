//! Refusals (avslag): a second person sees each, and a refusal of access names its provision.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Words},
    frame::{self, Frame, Frames},
    look::Line,
    mood, said,
};
use crate::{
    scan::pattern::{Match, Pattern},
    value::Kind,
};
use vocabulary::{Code, Language, Severity};

pub(super) const CHECK: Check = Check {
    name: "refusal",
    code: Code::Refusal,
    rule: "a refusal is read by a second person; a refusal of access names its provision",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi kan ikke gi deg innsyn i dokumentet."),
    fine: Example::Draft("Rådhuset har åpent fra 9 til 15 [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Refusal,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven §§ 24 og 25"),
    why: ["«{}» sier nei til noe.", "«{}» seier nei til noko.", "“{}” refuses something."],
    clears: [
        "En kollega ser over avslaget og begrunnelsen.",
        "Ein kollega ser over avslaget og grunngivinga.",
        "A colleague reads the refusal and its reasons.",
    ],
};

/// A refusal of access that lacks something; its words are what is missing.
const INCOMPLETE: Concern = Concern {
    legal: Some("offentleglova § 31"),
    why: ["Avslaget på innsyn mangler: {}.", "Avslaget på innsyn manglar: {}.", "The refusal of access lacks: {}."],
    clears: [
        "Ta med det som mangler. Mottakeren kan innen tre uker kreve en nærmere begrunnelse.",
        "Ta med det som manglar. Mottakaren kan innan tre veker krevje ei nærare grunngiving.",
        "Add what is missing. The reader may within three weeks demand fuller reasons.",
    ],
    ..CONCERN
};

const PROVISION: Words =
    ["bestemmelsen avslaget bygger på", "føresegna avslaget byggjer på", "the provision it rests on"];
const PART: Words =
    ["ledd, bokstav eller nummer", "ledd, bokstav eller nummer", "the paragraph, letter or number of the provision"];
const SECRECY: Words = [
    "bestemmelsen om taushetsplikt (offentleglova § 13)",
    "føresegna om teieplikt (offentleglova § 13)",
    "the provision on confidentiality (offentleglova § 13)",
];
const FULLER: Words = [
    "retten til å kreve en nærmere begrunnelse",
    "retten til å krevje ei nærare grunngiving",
    "the right to demand fuller reasons",
];

static WORDS: Pattern = Pattern::new(concat!(
    // A denial of something that a body can grant, whatever stands between.
    r"\b(?:kan|vil|får|må|kunne|ville) (?:\p{L}+ ){0,3}?(?:ikke|ikkje) (?:\p{L}+ ){0,2}?(?:innvilg|imøtek|etterk|godta|aksepter|tillat|dekk|dispenser|frafall|ettergi|gjøre unntak|gjere unntak|gjøre om|gjere om|gå med på|(?:tilby|gi|gje) (?:deg|dere|dykk|barnet|familien|sønnen|datteren|sonen|dottera)? ?(?:\p{L}+ )?(?:plass|støtte|lån|løyve|tillatelse|innsyn|avlastning|avlasting|skyss|bolig|bustad))\p{L}*|",
    r"\b(?:ikke|ikkje|ingen|inga) (?:\p{L}+ )?(?:mulighet|moglegheit|høve|anledning|adgang|grunnlag|hjemmel|heimel) (?:til|for) å (?:\p{L}+ )?(?:innvilg|imøtek|etterk|godta|godkjen|aksepter|tillat|dekk|gi|gje|tilby|ettergi|gjøre|gjere|omgjør|utlever)\p{L}*|\b(?:takker|takkar|takke|takka|takket|sagt|sa) (?:\p{L}+ )?nei til (?:søknad|forslag|ønske|kravet|tilbud|tilbod|klag|å gi|å gje|dispensasjon|mer|meir)\p{L}*|\b(?:må|vil) (?:\p{L}+ )?takke nei\b|\b(?:svaret|det) (?:blir|vert|vart|ble|er) (?:\p{L}+ )?nei\b|",
    r"\b(?:nådde|når|nådd|nås) (?:\p{L}+ )?(?:ikke|ikkje) (?:opp|fram|frem)\b|\b(?:du|barnet|sønnen|sonen|datteren|dattera|dottera|familien)(?: din| di| ditt)? (?:er|ble|blei|vart|har|fikk|fekk|får) (?:\p{L}+ )?(?:ikke|ikkje) (?:blitt |fått |vorte )?(?:tildelt\p{L}*|innvilg\p{L}*|prioritert\p{L}*|tatt opp|teken opp|plass|støtte|medhold|medhald)\b|\b(?:ikke|ikkje) (?:aktuelt|mulig|mogleg|rom) (?:for kommunen |for oss )?(?:å|for å) (?:gi|gje|innvilg|godkjen|tillat|imøtek|dekk|tilby|etterk|unntak)\p{L}*|",
    r"\b(?:can ?not|can't|unable to|will not|won't|not able to|not in a position to|not possible to) (?:\p{L}+ )?(?:grant|approve|accept|allow|permit|agree to|offer you (?:a|the) (?:place|permit|loan)|waive|cover|give you (?:a|the|access)|provide (?:a copy|access)|make an exception|disclose|release)\b|\bturned down\b|\b(?:was|were|is|been|not) (?:unsuccessful|successful)\b|\bdid not (?:get|receive) (?:a|the) (?:place|permit|grant)\b|",
    r"\bavsl(?:ag|aget|å|år|ått|ås|ege)\b|\bkan (?:vi |kommunen )?(?:dessverre |diverre )?(?:ikke|ikkje) (?:innvilg\p{L}*|imøtekomme|imøtekome|gi (?:deg|dere|dykk|innsyn|tillatelse|løyve|dispensasjon|fritak|støtte|plass|medhold)|gje|få (?:innsyn|støtte|plass|tillatelse|løyve|dispensasjon|fritak)|godkjenn\p{L}*|tillat\p{L}*)|",
    r"\bikk(?:e|je) (?:innvilg\p{L}*|imøtekomme\p{L}*|godkjen[tn]\p{L}*|medhold|medhald)\b|\b(?:ikke|ikkje) (?:\p{L}+ ){0,2}?til følgj?e\b|\bfår (?:du |dere |de )?(?:dessverre |diverre )?(?:ikke|ikkje) (?:innsyn|støtte|plass|tillatelse|løyve|medhold|medhald)|\bnekte[rst]?\b|\bnektar\b|\bavvis(?:er|es|t|ast)\b|",
    r"\b(?:ikke|ikkje) (?:fram|frem)\b|\bsvaret er (?:\p{L}+ )?nei\b|\b(?:går|kan gå) (?:ikke|ikkje) med på\b|\b(?:vil|kommer|kjem|valgt|valt|besluttet|bestemt) (?:\p{L}+ ){0,2}?(?:ikke|ikkje) (?:til )?(?:å )?(?:gi|gje|dekke|dekkje|betale|refundere|tillate|gjøre om|gjere om)\b|\bå (?:ikke|ikkje) (?:gi|gje|tillate|dekke|dekkje)\b|\b(?:kan|vil) (?:ikke|ikkje) (?:utleveres|utleverast|gis|gjevast|innvilges|innvilgast|godkjennes|godkjennast|imøtekommes|imøtekomast)\b|\b(?:sier|seier|si|seie) (?:\p{L}+ )?nei\b|\b(?:finner|finn|ser) (?:vi )?(?:ikke|ikkje) grunn(?:lag)? (?:til|for)\b|\bunntatt (?:fra |frå )?(?:offentlighet|offentleg|innsyn)\p{L}*|\bunnat[ea]k(?:e|en|ne|ene) (?:frå )?(?:offentleg|innsyn)\p{L}*|",
    r"\b(?:must|have to|has been|is|was|we) (?:\p{L}+ )?(?:refuse|refused|reject|rejected|decline|declined|denied|deny)\b|\b(?:cannot|unable to|will not) (?:grant|approve|accept|give you|cover|release)\b|\b(?:not|never) be (?:given|granted) (?:access|permission|a permit|a place)\b|\bexempt from (?:public )?(?:access|disclosure)"
));
/// What a body grants is denied, in whatever order: by us, or to the reader and theirs.
const FRAMES: [Frame; 2] = [
    Frame {
        all: &[
            frame::WE,
            "ikke ikkje ingen inga not never cannot can't unable",
            "innvilg- imøtekom- etterkom- godta- godkjen- aksepter- tillat- dekk- tilby- dispenser- støtte støtta frafall- fråfall- ettergi- utlever- dele støttar grant approve accept allow offer disclose release waive",
            "du deg dere dykk din di ditt dine you your søknad- klag- krav- ønsk- arrangement- tiltak- prosjekt- forslag- dispensasjon- hogst",
        ],
        none: "når hvis dersom trenger treng behøver ennå enno vedlegg- telefon- e-post fil- lenk- skjema- nettsid- passord tidspunkt if when whether yet link attachment phone",
    },
    Frame {
        all: &[
            "du barnet sønnen sonen datteren dattera dottera dere dykk familien you daughter son child",
            "får få fikk fekk fått tildelt offered given granted receive get",
            "ikke ikkje ingen inga not never cannot",
            "plass støtte støtta lån startlån løyve tillatelse innsyn utsatt utsett utsettelse utsetjing frist tilskudd tilskot medhold medhald avlastning avlasting skyss bolig bustad bostøtte fradrag place permit loan extension access",
        ],
        none: "når hvis dersom trenger treng må ennå enno e-post svar faktura if when whether yet e-mail reply",
    },
];
static FRAMED: Frames = Frames::new(&FRAMES);
static ACCESS: Pattern = Pattern::new(
    r"\binnsyn\p{L}*|\bdokument\p{L}*|\baccess\b|\bdocuments?\b|\butlever\p{L}*|\bkopi\b|\bunntatt (?:fra |frå )?offentlig|\bunnateke (?:frå )?offentleg|\brapporten\b|\breport\b",
);
static REASONS: Pattern = Pattern::new(
    r"\b(?:nærmere|nærare|utfyllende|utfyllande|fyldigere|fuller|further) (?:begrunnelse|grunngiving|grunngjeving|reasons)",
);
/// Sections of offentleglova with one paragraph and no list: nothing more than the section can be named.
const WHOLE: [&str; 4] = ["offl § 18", "offl § 19", "offl § 21", "offl § 22"];

fn run(look: &Look) -> Vec<Finding> {
    let plain = look.flag_where(&WORDS, &CONCERN, &|look, line, at| !mood::is_conditional(look.words(line), at.start));
    let framed = look.flag_framed(plain, &FRAMED, &CONCERN);
    let all = look.flag_framed(framed, &said::outcome::REFUSAL, &CONCERN);
    all.into_iter().map(|finding| completed(look, finding)).collect()
}

/// A refusal of access that lacks something is told by what it lacks; without its provision it stops.
fn completed(look: &Look, finding: Finding) -> Finding {
    let line = finding.span.and_then(|span| look.line_at(span)).filter(|line| is_of_access(look, line));
    let Some((line, missing)) = line.map(|line| (line, missing(look))).filter(|(_, missing)| !missing.is_empty())
    else {
        return finding;
    };
    let stops = missing.iter().any(|part| *part != FULLER);
    let concern = Concern { severity: if stops { Severity::Stop } else { Severity::Verify }, ..INCOMPLETE };
    let named = listed(&missing, look.ground.words);
    let place = look.spanned(line.assessed.span, &line.assessed.text).citing(&line.assessed.citations);
    Finding { why: concern.why_of(look.ground.words, &named), ..concern.at(look, place) }
}

/// What a refusal of access lacks (offentleglova § 31): its provision in full, the one on confidentiality, the right to fuller reasons.
fn missing(look: &Look) -> Vec<Words> {
    let values = look.lines.iter().flat_map(|line| &line.assessed.values);
    let laws: Vec<&str> =
        values.filter(|(value, ..)| value.kind == Kind::Law).map(|(value, ..)| &*value.value).collect();
    // The sections on refusal and appeal themselves are no ground for it.
    let grounds: Vec<&str> = laws.iter().copied().filter(|law| !is_procedure(law)).collect();
    let is_full =
        |law: &&str| [" ledd ", " bokstav ", " nr "].iter().any(|part| law.contains(part)) || WHOLE.contains(law);
    let is_secrecy = |law: &&str| law.starts_with("offl § 13") || *law == "§ 13";
    let fuller = || look.saying().any(|line| REASONS.is_match(look.words(line)));
    let lacks = [
        (grounds.is_empty(), PROVISION),
        (!grounds.is_empty() && !grounds.iter().any(is_full), PART),
        (
            grounds.iter().any(is_secrecy)
                && grounds.iter().all(|law| law.starts_with("offl ") || law.starts_with('§')),
            SECRECY,
        ),
        (!fuller(), FULLER),
    ];
    lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, part)| part).collect()
}

/// Sections on how a refusal is given and appealed, and on weighing wider access.
fn is_procedure(law: &str) -> bool {
    ["§ 3", "§ 11", "§ 29", "§ 30", "§ 31", "§ 32"].iter().any(|section| {
        let rest = law.strip_prefix("offl ").unwrap_or(law).strip_prefix(section);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Parts in one line.
pub(super) fn listed(parts: &[Words], language: Language) -> String {
    let named: Vec<&str> = parts.iter().map(|[nb, nn, en]| language.pick(nb, nn, en)).collect();
    named.join(", ")
}

/// Whether this sentence refuses access to documents.
pub(super) fn is_of_access(look: &Look, line: &Line) -> bool {
    let words = look.words(line);
    let refuses = |found: Match| !mood::is_conditional(words, found.start());
    ACCESS.is_match(words) && WORDS.find(words).is_some_and(refuses)
}

/// Whether some sentence refuses access to documents.
pub(super) fn refuses_access(look: &Look) -> bool {
    look.saying().any(|line| is_of_access(look, line))
}
