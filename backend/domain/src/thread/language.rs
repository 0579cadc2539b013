//! In which language a mail is written (språk): a small classifier over function words and letters, honest about short texts.

use std::{collections::HashMap, sync::OnceLock};
use vocabulary::Language;

/// The words by which each language is known. A word in several lists counts less.
const WORDS: [(Language, &str); 7] = [
    (
        Language::Nb,
        "var som så ved mot over under mange andre flere år før enn mer mest sin sitt sine hans hennes slik siden uten innen mens \
         ifølge første annet blant både sammen igjen aldri alltid derfor fordi gjennom hatt gjort sagt sier sa tok kom gikk fikk \
         ga ligger ser bedre frem gi ta ha be la si man alt nok tid dag hverandre selve tilbake bort hjem ned ute inne allerede \
         kanskje derimot imidlertid heller verken ettersom deretter dermed samt hos bør burde finnes finner finne viser jeg ikke \
         hva hvordan hvor hvorfor hvem noen noe dere deres fra også være vært blir ble mye selv bare hvis etter meg deg seg nå \
         kunne skulle gjerne takk spørsmål søknad søknaden hei vennlig hilsen kommunen uke uker måned måneder til mellom ennå \
         saken fått er å og i på det en et for med av har kan vil skal må om vi du han hun de dem min mitt mine når der her men \
         eller mottatt ønsker vite gjelder hvilke hvilken lurer svar opp ut inn da sende sendt barnehage skole eneste alle ingen \
         disse denne dette hadde kommer gjør går får står tomten eiendommen veien gebyret huset",
    ),
    (
        Language::Nn,
        "var som så ved mot over under mange andre fleire år før enn meir mest sin sitt sine hans hennar slik sidan utan innan \
         medan ifølgje første fyrste anna blant både saman igjen aldri alltid difor fordi gjennom hatt gjort sagt seier sa tok \
         kom gjekk fekk gav ligg ser betre fram gje ta ha be la seie man alt nok tid dag kvarandre sjølve tilbake bort heim ned \
         ute inne allereie kanskje derimot likevel heller verken ettersom deretter dermed samt hos bør burde finst finn finne \
         viser vert verte vorte skil einskild eigen eige eigne heile høve eg ikkje kva korleis kor kvifor kven nokon noko dykk \
         dykkar frå òg også vere vera vore blir vart mykje sjølv berre dersom etter meg deg seg no kunne skulle gjerne takk \
         spørsmål søknad søknaden hei vennleg venleg helsing kommunen veke veker månad månader til mellom enno saka fått er å og \
         i på det ein eit ei for med av har kan vil skal må om vi me du han ho dei min mitt mine når der her men eller motteke \
         ønskjer ynskjer vite gjeld kvar lurer svar opp ut inn då sende sendt barnehage skule einaste alle ingen desse denne \
         dette hadde kjem gjer går får står tomta eigedomen vegen gebyret huset sjå heime mogleg",
    ),
    (
        Language::Da,
        "var som så ved mod over under mange andre flere år før end mere mest sin sit sine hans hendes sådan siden uden inden \
         mens ifølge første andet blandt både sammen igen aldrig altid derfor fordi gennem haft gjort sagt siger sagde tog kom \
         gik fik gav ligger ser bedre frem give tage have man alt nok tid dag hinanden selve tilbage bort hjem ned ude inde \
         allerede måske dog heller hverken derefter dermed samt hos bør burde findes finder finde viser jeg ikke hvad hvordan \
         hvor hvorfor hvem nogen noget i jeres fra også være været bliver blev meget selv kun hvis efter mig dig sig nu kunne \
         skulle gerne tak spørgsmål ansøgning ansøgningen hej venlig hilsen kommunen uge uger måned måneder til mellem endnu \
         sagen fået er at og på det en et for med af har kan vil skal må om vi du han hun de dem min mit mine når der her men \
         eller modtaget ønsker vide gælder hvilke hvilken svar op ud ind da sende sendt børnehave skole eneste alle ingen disse \
         denne dette havde kommer gør går får står grunden ejendommen vejen gebyret huset oplyse",
    ),
    (
        Language::Sv,
        "var som så vid mot över under många andra flera år före än mer mest sin sitt sina hans hennes sådan sedan utan inom \
         medan enligt första annat bland både tillsammans igen aldrig alltid därför eftersom genom haft gjort sagt säger sade tog \
         kom gick fick gav ligger ser bättre fram ge ta ha man allt nog tid dag varandra själva tillbaka bort hem ner ute inne \
         redan kanske dock heller varken därefter samt hos bör borde finns finner finna visar jag inte vad hur varför vem någon \
         något ni er från också vara varit blir blev mycket själv bara om efter mig dig sig nu kunde skulle gärna tack fråga \
         frågor ansökan hej vänlig vänliga hälsning hälsningar kommunen vecka veckor månad månader till mellan ännu ärendet fått \
         är att och i på det en ett för med av har kan vill ska måste vi du han hon de dem min mitt mina när där här men eller \
         mottagit önskar veta gäller vilka vilken undrar svar upp ut in då skicka skickat förskola skola alla ingen dessa denna \
         detta hade kommer gör går får står tomten fastigheten vägen avgiften huset",
    ),
    (
        Language::En,
        "his her she he they them their than then so just only also into over after before other some more most all no out up one \
         two first said says through between both because without our us me him the and is of to you i have what how for with are \
         my would please thank thanks regards this that not be been it was were when where who which why can could do does will \
         should must we your from at on in as an a or if but about application know dear hello hi sincerely week weeks month \
         months any there has had",
    ),
    (
        Language::Se,
        "lea leat ja mun in ii dat dan go mii mo gii gos goas bures giitu dearvvuođat dearvvuođaiguin ohcat ohcan ohcama áššis \
         ášši suohkan suohkana galgá galggan sáhttá sáhtán jus vai dahje mu du su min din sin leamaš ovdal maŋŋel maid muhto nu \
         son don dii sii gielda dárbbašan háliidan diehtit galle maŋŋá vel eai it ehpet lei ledje",
    ),
    (
        Language::Other,
        "der die das und nicht ich ist mit sie wir haben bitte wann wie für auf ein eine zu von werden mein guten tag danke des \
         est je vous nous pour une dans que qui bonjour merci mon avec el los las por una para señor hola gracias usted nie się \
         jest dzień dobry proszę czy mam jak że ale dziękuję w il che sono non buongiorno grazie ja nav es kā labdien paldies yra \
         kaip laba diena ačiū mitä miten minä olen kiitos hyvää päivää waa iyo aan ku ka",
    ),
];

/// The languages, in the order of [`WORDS`].
const COUNT: usize = WORDS.len();

/// For each known word, how much it speaks for each language.
fn weights() -> &'static HashMap<&'static str, [f32; COUNT]> {
    static WEIGHTS: OnceLock<HashMap<&'static str, [f32; COUNT]>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let mut weights: HashMap<&'static str, [f32; COUNT]> = HashMap::new();
        for (at, (_, words)) in WORDS.iter().enumerate() {
            for word in words.split_whitespace() {
                weights.entry(word).or_default()[at] = 1.0;
            }
        }
        for weight in weights.values_mut() {
            // A word of one language says much, one of three little; one that all share still speaks against the others.
            let sharing: f32 = weight.iter().sum();
            weight.iter_mut().for_each(|one| *one /= sharing * sharing);
        }
        weights
    })
}

/// Endings that say something, for which language (by its place in [`WORDS`]), and how much.
const ENDINGS: &[(&str, usize, f32)] = &[
    ("heit", 1, 0.4),
    ("heita", 1, 0.4),
    ("leg", 1, 0.3),
    ("lege", 1, 0.3),
    ("ane", 1, 0.25),
    ("heten", 0, 0.2),
    ("het", 0, 0.15),
    ("lig", 0, 0.1),
    ("lig", 2, 0.1),
    ("lige", 0, 0.1),
    ("lige", 2, 0.1),
    ("ene", 0, 0.1),
    ("ene", 2, 0.1),
    ("sjon", 0, 0.15),
    ("sjon", 1, 0.15),
    ("hed", 2, 0.4),
    ("heden", 2, 0.4),
    ("tion", 2, 0.15),
    ("tion", 3, 0.15),
    ("tion", 4, 0.15),
    ("orna", 3, 0.3),
    ("ing", 4, 0.02),
];

/// Words that are read; a language does not change after so many.
const MOST_WORDS: usize = 1_500;

/// The language of a text and how sure that is, from 0 to 1: low where the text is short or two languages are near.
#[must_use]
pub fn detect(text: &str) -> (Language, f32) {
    let mut scores = [0.0_f32; COUNT];
    let mut words = 0_u16;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_WORDS) {
        words += 1;
        add_word(&word.to_lowercase(), &mut scores);
    }
    let (best, second) = two_best(&scores);
    let top = scores[best];
    if words == 0 || top < 0.6 {
        return (Language::Other, 0.0);
    }
    // Words are evidence that adds up: a lead of one whole word of one language alone is good, two are near to certain.
    let lead = 1.0 / (1.0 + (-3.0 * (top - scores[second])).exp());
    // Two languages side by side (a quote, a mixed text) are doubted however long the text is.
    let alone = if scores[second] > 0.8 * top { 0.75 } else { 1.0 };
    let enough = 1.0 - (-top / 0.6).exp();
    (WORDS[best].0, lead * alone * enough)
}

fn add_word(word: &str, scores: &mut [f32; COUNT]) {
    if let Some(weight) = weights().get(word) {
        scores.iter_mut().zip(weight).for_each(|(score, one)| *score += one);
    }
    for (ending, language, amount) in ENDINGS {
        if word.len() > ending.len() + 2 && word.ends_with(ending) {
            scores[*language] += amount;
        }
    }
    let mut add = |language: usize, amount: f32| scores[language] += amount;
    for c in word.chars().take(40) {
        match c {
            'æ' | 'ø' => (0..3).for_each(|language| add(language, 0.05)),
            'ä' | 'ö' => {
                add(3, 0.25);
                add(6, 0.15);
            }
            'č' | 'đ' | 'ŋ' | 'ŧ' => add(5, 0.8),
            'á' => add(5, 0.3),
            'ß' | 'ü' | 'ł' | 'ę' | 'ą' | 'ñ' | 'ç' | 'ğ' | 'ț' | 'ő' => add(6, 0.8),
            c if c.is_alphabetic() && u32::from(c) > 0x24f => add(6, 0.5),
            _ => {}
        }
    }
}

fn two_best(scores: &[f32; COUNT]) -> (usize, usize) {
    let mut order: Vec<usize> = (0..COUNT).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    (order[0], order[1])
}

#[cfg(test)]
mod tests {
    use super::detect;
    use vocabulary::Language::{self, *};

    #[test]
    fn languages_are_told_apart() {
        let table: &[(&str, Language)] = &[
            ("Hei, jeg lurer på når jeg kan forvente svar på søknaden min om tilbygg.", Nb),
            ("Hva er gebyret for å søke om garasje, og hvor sender jeg søknaden?", Nb),
            ("Hei, eg lurer på når eg kan vente svar på søknaden min om tilbygg.", Nn),
            ("Kva kostar det å søkje om garasje, og kor skal eg sende søknaden?", Nn),
            ("Me har ikkje fått svar frå dykk enno, og det er gått tre veker.", Nn),
            ("Hej, jeg vil gerne vide, hvornår jeg får svar på min ansøgning.", Da),
            ("Hej, jag undrar när jag kan få svar på min ansökan om bygglov.", Sv),
            ("Hello, I would like to know when I can expect an answer to my application.", En),
            ("Bures! Mun háliidan diehtit goas mun oaččun vástádusa ohcamii.", Se),
            ("Guten Tag, ich möchte wissen, wann ich eine Antwort bekomme.", Other),
            ("Dzień dobry, kiedy otrzymam odpowiedź na mój wniosek? Dziękuję.", Other),
            ("Здравствуйте, когда я получу ответ на моё заявление?", Other),
        ];
        for (text, language) in table {
            let (found, sure) = detect(text);
            assert_eq!(found, *language, "{text} ({sure})");
            assert!(sure > 0.6, "{text}: {sure}");
        }
    }

    #[test]
    fn short_texts_are_doubted() {
        for text in ["", "Ok", "Takk!", "Hei Kari", "2026/1234"] {
            assert!(detect(text).1 < 0.6, "{text}: {:?}", detect(text));
        }
    }
}
