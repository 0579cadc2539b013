//! What may be asked outside of the house (utgående søk): words of the matter, taken from a list; of the mail's own words none leaves.
//!
//! A word of the list is asked for where the mail has it, also within a compound ("byggesaksgebyret" has "byggesak" and "gebyr"). So no name,
//! address or number can be among what is asked, however it is written. A mail about a delicate matter asks nothing at all: even the matter
//! alone would tell, at that hour, that somebody wrote about it.

use super::Query;
use crate::scan::{Confidence, scan};

/// Words of one question that are asked for; more find nothing.
const WORDS: usize = 4;
/// Questions that are asked for.
const QUESTIONS: usize = 3;
/// Bytes of a word from which it counts within a compound.
const PART: usize = 5;
/// Words that say what is done with a matter, and no matter alone.
const ACTS: [&str; 9] =
    ["avgift", "avslag", "dispensasjon", "fritak", "gebyr", "klage", "søknad", "tillatelse", "vedtak"];

/// Matters of a municipality (saksområder) as journals call them, in bokmål and nynorsk; what is delicate stands in none of the rows. A
/// word stands for itself and for its compounds.
const MATTERS: [&str; 12] = [
    // Building.
    "anneks bruksendring byggegrense byggesak carport fasade ferdigattest garasje gjerde hyttetomt igangsettingstillatelse levegg nabovarsel naust \
     overbygg platting påbygg riving solceller solcelleanlegg støttemur takoppløft terrasse tilbygg ulovlighetsoppfølging uthus utnyttelsesgrad veranda",
    // Plans and nature.
    "arealplan detaljregulering kommuneplan reguleringsplan strandsone byggeforbud landbruksformål planforslag kulturminne vassdrag",
    // Property and mapping.
    "adressering eiendomsgrense eigedomsgrense eiendomsskatt eigedomsskatt fradeling grensejustering konsesjon matrikkel oppmåling seksjonering boplikt driveplikt",
    // Kindergarten and school.
    "barnehageopptak barnehageplass foreldrebetaling kulturskole leirskole leksehjelp oppholdsbetaling permisjon skolebytte skolefritidsordning skoleskyss \
     skolerute skuleskyss skulebyte søskenmoderasjon",
    // Roads, snow and light.
    "asfaltering avkjørsel avkjøring brøyting fartsdump fartsgrense fortau gangvei gangveg gatelys gravetillatelse veglys veilys snørydding strøing \
     trafikksikkerhet vegvedlikehold veivedlikehold",
    // Parking.
    "parkering parkeringsplass parkeringstillatelse parkeringsgebyr",
    // Waste.
    "avfall avfallsbeholder avfallsgebyr gjenvinningsstasjon hjemmekompostering kildesortering kjeldesortering renovasjon slamtømming",
    // Water, sewage and fire.
    "avløp drikkevann drikkevatn feiing overvann overvatn septik tilknytning tilknyting vannavgift vannlekkasje vannmåler vassmålar utslipp utslepp",
    // Farming, hunting and traffic off the roads.
    "avlingsskade fellingstillatelse hjorteviltjakt jakt motorferdsel nydyrking produksjonstilskudd snøscooter beitebruk",
    // Licences and events.
    "alkoholbevilling arrangement fyrverkeri salgsbevilling serveringsbevilling skjenkebevilling skjenketid skjenkjeløyve torgplass uteservering",
    // Culture, sport and hire.
    "bibliotek frivillighet idrettsanlegg idrettshall kulturmidler nærmiljøanlegg spillemidler svømmehall utleie",
    // Animals, noise and order.
    "båndtvang bandtvang forsøpling støy viltgjerde rotteplage skadedyr",
];

impl Query {
    /// What of it may be asked outside of the house, a text for each question that is about a matter of the list; nothing where any of
    /// them is delicate.
    #[must_use]
    pub fn outward(&self) -> Vec<String> {
        let found: Vec<_> = self.questions.iter().map(|question| scan(question)).collect();
        let is_delicate = |least: Confidence| {
            move |found: &Vec<crate::scan::Found>| {
                found.iter().any(|one| one.kind.is_topic() && one.confidence >= least)
            }
        };
        if found.iter().any(is_delicate(Confidence::Probable)) {
            return Vec::new();
        }
        let plain = self.questions.iter().zip(&found).filter(|(_, found)| !is_delicate(Confidence::Possible)(found));
        let mut all: Vec<String> = Vec::new();
        for words in plain.filter_map(|(question, _)| of_list(question)) {
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all.truncate(QUESTIONS);
        all
    }
}

/// The words of the list that a question has, matters before what is done with them; none where there is no matter.
fn of_list(question: &str) -> Option<String> {
    let lower = question.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_in = |word: &str, listed: &str| if listed.len() < PART { word == listed } else { word.contains(listed) };
    let has = |listed: &&str| words.iter().any(|word| is_in(word, listed));
    let mut matters: Vec<&str> = MATTERS.iter().flat_map(|row| row.split_whitespace()).filter(has).collect();
    // "parkering" says nothing more beside "parkeringsplass".
    let longer = matters.clone();
    matters.retain(|one| !longer.iter().any(|other| other != one && other.contains(one)));
    if matters.is_empty() {
        return None;
    }
    matters.extend(ACTS.iter().copied().filter(has).filter(|act| !longer.iter().any(|one| one.contains(act))));
    matters.truncate(WORDS);
    Some(matters.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{ACTS, MATTERS, Query};

    fn asked(questions: &[&str]) -> Vec<String> {
        let questions = questions.iter().map(|one| (*one).to_owned()).collect();
        let on = jiff::civil::date(2026, 11, 21);
        Query { questions, on, limit: 5, case: None, people: vec!["Per Haug".into()] }.outward()
    }

    #[test]
    fn words_of_the_matter_alone_are_asked_for() {
        for (questions, words) in [
            (&["Hvor nær grensen kan jeg bygge garasje?"][..], &["garasje"][..]),
            (&["Hva koster byggesaksgebyret for et tilbygg i Storgata 12?"], &["byggesak tilbygg gebyr"]),
            (&["Får naboen min, Kari Lund på gnr. 49/311, dispensasjon for terrassen?"], &["terrasse dispensasjon"]),
            (&["per haug i storgata 12, tlf 90012345, per.haug@example.no: når kommer brøytinga?"], &["brøyting"]),
            (&["Kva kostar parkeringsplass? Sak 2026/1234", "Hva koster parkeringsplass?"], &["parkeringsplass"]),
            (&["Når er det høring om reguleringsplanen?", "Hva med skoleskyssen?"], &["reguleringsplan", "skoleskyss"]),
            (&["Kan jeg klage på vedtaket?"], &[]),
            (&["Hei"], &[]),
            (&[], &[]),
        ] {
            assert_eq!(asked(questions), words, "{questions:?}");
        }
    }

    #[test]
    fn a_delicate_mail_asks_nothing() {
        for questions in [
            &["Sønnen min har autisme. Får han skoleskyss?"][..],
            &["Hva koster garasje?", "Moren min har demens og trenger sykehjemsplass, hva gjør vi?"],
            &["Datteren min er plassert i fosterhjem, hvem søker barnehageplass?"],
        ] {
            assert!(asked(questions).is_empty(), "{questions:?}");
        }
    }

    #[test]
    fn nothing_but_the_list_can_leave_whatever_is_written() {
        let listed: Vec<&str> = MATTERS.iter().flat_map(|row| row.split_whitespace()).chain(ACTS).collect();
        let hostile = [
            "Garasjemannen Haugland 01017012345 vil ha terrasse på Tilbyggveien 3",
            "GARASJE\u{202e}GUAH REP\u{202c} kari@lund.no/tilbygg?x=Kari+Lund",
            "garasje&entity=Saksmappe#Lund",
            "tilbygg\r\nAPI-KEY: 1 gjerde 12345678901",
        ];
        for question in hostile {
            for text in asked(&[question]) {
                assert!(text.split(' ').all(|word| listed.contains(&word)), "{question}: {text}");
            }
        }
        // And what is delicate is not on the list.
        for word in listed {
            let found = crate::scan::scan(&format!("Naboen min gjelder {word}."));
            assert!(found.iter().all(|one| !one.kind.is_topic()), "{word}: {found:?}");
        }
    }
}
