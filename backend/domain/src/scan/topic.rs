//! Words for delicate matters (særlige kategorier): health, child welfare, crime and their kin, GDPR art. 9 and 10.
//!
//! The word alone is possible; with somebody it may be about in the same sentence it is probable; a diagnosis or a
//! formal grade of address protection is certain. Denied statements are no finding.

use super::pattern::{compile, lowered};
use super::{Candidate, Confidence, Kind, denial::is_denied};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// Each kind with its words; a word matches from its beginning, with any ending unless closed by `\b`.
const WORDS: [(Kind, &str); 11] = [
    (
        Kind::ProtectedAddress,
        r"(?:sperret|sperra|hemmelig|hemmeleg|skjult|skjerma|skjermet|gradert|fortrolig|fortruleg) (?:bosteds|bustads)?adresse|(?:strengt )?fortrolig adresse|adressesperre|\bkode (?:6|7|seks|sju)\b|secret address|protected address",
    ),
    (
        Kind::ChildWelfare,
        r"barnevern|omsorgsovertak|omsorgsovertek|fosterhjem|fosterheim|fosterforeld|fosterbarn|bekymringsmelding|uromelding|omsorgssvikt|akuttvedtak|child welfare|child protection|foster care|foster home",
    ),
    (
        Kind::Health,
        r"diagnose|sykmeld|sjukmeld|sykemeld|psykisk|psykiatri|psykolog|psykose|depresjon|depressiv|deprimert|angst(?:lid|en|anfall|\b)|kreft|diabetes|adhd|autis|asperger|demens|dement|rusmis|rusproblem|rusavheng|alkoholis|alkoholproblem|legeerklæring|legeattest|epikrise|journalnotat|medisin(?:er|en|ar|ering)|resept|funksjonsneds|funksjonshem|utviklingshem|uførepensjon|arbeidsufør|\bufør|gravid|spontanabort|\babort|\bhiv\b|selvmord|sjølvmord|epilep|astma|allergi|schizofren|bipolar|hjerneslag|hjerteinfarkt|hjartein|operert|innlagt|helsetilstand|helsejournal|helseopplysning|pasient|rullestol|lammet|blindhet|\b(?:er|var|ble|vart|blei|blir) (?:alvorlig |kronisk |alvorleg |svært |mye |mykje )?(?:syk|sjuk)\b|kronisk|\bsykdom|\bsjukdom|mental health|depression|cancer|pregnant|disabled|disability|sick leave|diagnos",
    ),
    (
        Kind::Crime,
        r"straffedømt|straffedømd|\bdømt\b|\bdømd\b|\bdømd for|siktet for|sikta for|\bsiktelse|\bsiktet\b|tiltalt|tiltale(?:n|t)?\b|fengsel|fengsla|fengslet|varetekt|straffbar|straffesak|anmeldt|anmeld(?:else|ing)|politianmeld|politimeld|meldt til politiet|tyveri|tjuveri|\bstjålet|\bstole[tn]|voldtekt|valdtekt|\bvold\b|\bvald\b|voldelig|valdeleg|mishandl|innbrudd|innbrot|narkotika|promille|underslag|bedrageri|svindel|svindla|overgrep|besøksforbud|besøksforbod|rulleblad|strafferegist|vandelsattest med merk|convicted|criminal|arrested|prison|theft|assault|rape\b|fraud",
    ),
    (Kind::Union, r"fagforen|fagforein|fagorganis|tillitsvalgt|tillitsvald|fagforbundet|trade union|union member"),
    (
        Kind::Religion,
        r"muslim|\bislam|\bkristen|kristne|\bkatol|\bjøde|\bjødisk|jehova|hindu|buddhis|\bmoské|menighet|kyrkjelyd|trossamfunn|trussamfunn|livssyn|religiøs|ateist|pinsevenn|\bjewish|christian|religious",
    ),
    (
        Kind::Ethnicity,
        r"etnisk|etnisitet|\bsamisk|\bkvensk|romanifolk|\brom-?folk|hudfarge|asylsøk|asylsøker|flyktning|\bkurd|\bsomali|\bafghan|\bsyrer|ethnic|refugee|asylum",
    ),
    (
        Kind::Sexuality,
        r"homofil|lesbisk|bifil|transperson|transkjønn|seksuell legning|seksuelle legning|seksuell orientering|\bskeiv|gay\b|lesbian|bisexual|transgender",
    ),
    (
        Kind::Politics,
        r"partimedlem|medlem (?:av|i) (?:høyre|høgre|arbeiderpartiet|fremskrittspartiet|framstegspartiet|senterpartiet|venstre|rødt|raudt|sv\b|frp\b|krf\b|mdg\b)|stemte på|stemte for (?:høyre|rødt)|røysta på|partitilhør|politisk (?:syn|overbevisning|ståsted)|voted for|party member",
    ),
    (
        Kind::Economy,
        r"inkasso|betalingsanmerk|sosialhjelp|sosialstønad|økonomisk (?:stønad|hjelp)|gjeldsordning|\bgjeld(?:en|a)?\b|konkurs|bostøtte|bustøtte|arbeidsavklaring|dagpenger|dagpengar|\binntekt(?:en|a)? (?:er|på|var)|årsinntekt|årsinntektene|\bformue(?:n|r)?\b|utlegg(?:s|st)|lønnstrekk|lønstrekk|social benefits|bankrupt|\bdebt",
    ),
    (
        Kind::Health,
        r"helsehjelp|hjemmesykepleie|heimesjukepleie|sykehjemsplass|sjukeheimsplass|omsorgslønn|avlastningstiltak|brukerstyrt personlig",
    ),
];

/// Words that leave no doubt about the matter.
const CERTAIN: [&str; 10] = [
    "diagnose",
    "kode 6",
    "kode 7",
    "strengt fortrolig adresse",
    "omsorgsovertak",
    "omsorgsovertek",
    "straffedømt",
    "schizofren",
    "hiv",
    "kreft",
];

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let groups: Vec<String> = WORDS.iter().map(|(_, words)| format!("({words})")).collect();
    compile(&format!(r"(?:{})\p{{L}}*", groups.join("|")))
});

static PERSON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    compile(
        r"\b(?:jeg|eg|meg|min|mi|mitt|mine|du|deg|din|di|ditt|dine|han|ham|hun|ho|henne|hennes|hans|hennar|deres|dykkar|sønn\p{L}*|son|sonen|dott?e?r\p{L}*|datter\p{L}*|mor|mora|moren|far|faren|kone\p{L}*|mann|mannen|ektefelle\p{L}*|samboer\p{L}*|bror\p{L}*|søster\p{L}*|barnet|barna|gutten|guten|jenta|jenten|nabo\p{L}*|eleven|pasienten|brukeren|klienten|i|my|you|your|he|she|his|her|son|daughter|mother|father|neighbour)\b",
    )
});

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let text = lowered(text);
    let text = text.as_str();
    let captures = PATTERN.iter().flat_map(|pattern| pattern.captures_iter(text));
    captures
        .filter_map(|found| {
            let bytes = found.get(0)?.range();
            let kind = WORDS.iter().enumerate().find_map(|(at, (kind, _))| found.get(at + 1).map(|_| *kind))?;
            let whole = begins_word(text, bytes.start) && !is_denied(text, bytes.start);
            whole.then(|| Candidate { kind, confidence: confidence(text, &bytes), bytes })
        })
        .collect()
}

fn begins_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

fn confidence(text: &str, bytes: &Range<usize>) -> Confidence {
    let word = &text[bytes.clone()];
    if !PERSON.as_ref().is_some_and(|person| person.is_match(sentence(text, bytes))) {
        return Confidence::Possible;
    }
    if CERTAIN.iter().any(|certain| word.starts_with(certain)) { Confidence::Certain } else { Confidence::Probable }
}

/// The sentence around a word, at most 160 characters to each side.
fn sentence<'a>(text: &'a str, bytes: &Range<usize>) -> &'a str {
    let ends = ['.', '!', '?', '\n'];
    let (before, after) = (&text[..bytes.start], &text[bytes.end..]);
    let from = before.char_indices().rev().take(160).find(|(_, c)| ends.contains(c)).map(|(at, c)| at + c.len_utf8());
    let far = || before.char_indices().rev().nth(159).map_or(0, |(at, _)| at);
    let to = after
        .char_indices()
        .take(160)
        .take_while(|(_, c)| !ends.contains(c))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    &text[from.unwrap_or_else(far)..bytes.end + to]
}

#[cfg(test)]
mod tests {
    use super::{Confidence::*, Kind::*, find};

    #[test]
    fn words_for_delicate_matters_are_found_with_whom_they_are_about() {
        for (text, expected) in [
            ("Sønnen hennes har diagnosen ADHD.", vec![(Health, Certain), (Health, Probable)]),
            ("Helsestasjonen har åpent.", vec![]),
            ("Barneverntjenesten har vakttelefon.", vec![(ChildWelfare, Possible)]),
            ("Han er dømt for tyveri.", vec![(Crime, Probable), (Crime, Probable)]),
            ("Hun bor på sperret adresse.", vec![(ProtectedAddress, Probable)]),
            ("Ho er fagorganisert og muslim.", vec![(Union, Probable), (Religion, Probable)]),
            ("Jeg har aldri fått diagnose.", vec![]),
            ("Bygget er sjukt fint.", vec![]),
            ("Du mottar sosialhjelp.", vec![(Economy, Probable)]),
            ("Møtet er i kommunehuset.", vec![]),
        ] {
            let found: Vec<_> = find(text).into_iter().map(|one| (one.kind, one.confidence)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
