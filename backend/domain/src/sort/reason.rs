//! Why a mail is sorted as it is (begrunnelse): each reason in bokmål, nynorsk and English.

use super::{body::Body, bulk::Bulk};
use vocabulary::Language;

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The header or the words of a mail for nobody.
    Bulk(Bulk),
    /// The case number and the sender fit a case.
    Case(String),
    /// A case number, but somebody who is no party.
    Numbered,
    /// A case number and a party's address, but nobody vouches for the sender.
    Unproven,
    /// The sender is party to a case that may be meant.
    Party,
    /// It asks something.
    Asks(String),
    /// It asks nothing.
    AsksNothing,
    /// It wants something done.
    WantsDone,
    /// It puts a matter forward: an application, a report, an objection.
    Formal,
    /// It wants to see documents or its own data.
    Access,
    /// It does not accept a decision.
    Complaint,
    /// It is discontent, but with no decision.
    Grievance,
    /// Words that are a unit's own.
    Unit {
        /// The unit's name.
        name: String,
        /// The words of the mail.
        words: Vec<String>,
    },
    /// Words that are another body's.
    Body {
        /// The body.
        body: &'static Body,
        /// The words of the mail.
        words: Vec<String>,
    },
    /// Another municipality is spoken to.
    Municipality(String),
    /// The records answer it.
    Answerable,
    /// What was learned from confirmed mails; the words that weighed most.
    Learned(Vec<String>),
    /// A habit of the house: a word, and how many of the confirmed mails with it went this way.
    Habit {
        /// The word as it stands in the mail.
        word: String,
        /// Mails with the word that were sorted so.
        so: u32,
        /// All confirmed mails with the word.
        of: u32,
    },
    /// Little to go by.
    Unsure,
}

impl Reason {
    /// The reason as a sentence.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let quoted = |words: &[String]| words.iter().map(|word| format!("«{word}»")).collect::<Vec<_>>().join(", ");
        match self {
            Self::Bulk(bulk) => bulk_words(*bulk, language).to_owned(),
            Self::Unit { name, words } => language
                .pick("Ordene {} hører til {}.", "Orda {} høyrer til {}.", "The words {} belong to {}.")
                .replacen("{}", &quoted(words), 1)
                .replacen("{}", name, 1),
            Self::Body { body, words } => {
                let [nb, nn, en] = body.name;
                language
                    .pick(
                        "Ordene {} hører til {} ({}).",
                        "Orda {} høyrer til {} ({}).",
                        "The words {} belong to {} ({}).",
                    )
                    .replacen("{}", &quoted(words), 1)
                    .replacen("{}", language.pick(nb, nn, en), 1)
                    .replacen("{}", body.site, 1)
            }
            Self::Habit { word, so, of } => {
                filled(HABIT, language, word).replacen("{so}", &so.to_string(), 1).replacen("{of}", &of.to_string(), 1)
            }
            Self::Learned(words) => filled(LEARNED, language, &quoted(words)),
            Self::Case(number) => filled(CASE, language, number),
            Self::Asks(question) => filled(ASKS, language, question),
            Self::Municipality(name) => filled(MUNICIPALITY, language, name),
            _ => self.plain(language).to_owned(),
        }
    }

    fn plain(&self, language: Language) -> &'static str {
        let [nb, nn, en] = match self {
            Self::Numbered => [
                "Saksnummeret finnes, men avsenderen er ikke part.",
                "Saksnummeret finst, men avsendaren er ikkje part.",
                "The case exists, but the sender is no party to it.",
            ],
            Self::Unproven => [
                "Saksnummeret og adressen passer, men avsenderen er ikke bekreftet.",
                "Saksnummeret og adressa passar, men avsendaren er ikkje stadfesta.",
                "Case number and address fit, but the sender is not authenticated.",
            ],
            Self::Party => [
                "Avsenderen er part i en sak som kan være ment.",
                "Avsendaren er part i ei sak som kan vere meint.",
                "The sender is party to a case that may be meant.",
            ],
            Self::AsksNothing => {
                ["E-posten spør ikke om noe.", "E-posten spør ikkje om noko.", "The mail asks nothing."]
            }
            Self::WantsDone => [
                "Avsenderen ber om at noe blir gjort.",
                "Avsendaren ber om at noko blir gjort.",
                "The sender wants something done.",
            ],
            Self::Formal => [
                "E-posten legger fram en sak: søknad, melding, merknad eller krav.",
                "E-posten legg fram ei sak: søknad, melding, merknad eller krav.",
                "The mail puts a matter forward: an application, a report, an objection or a claim.",
            ],
            Self::Access => [
                "Avsenderen vil se dokumenter eller egne opplysninger (offl. § 28, fvl. § 18, personvernforordningen art. 15).",
                "Avsendaren vil sjå dokument eller eigne opplysningar (offl. § 28, fvl. § 18, personvernforordninga art. 15).",
                "The sender wants to see documents or own data (offl. § 28, fvl. § 18, GDPR art. 15).",
            ],
            Self::Complaint => [
                "Avsenderen godtar ikke et vedtak og vil ha det vurdert på nytt (fvl. § 28).",
                "Avsendaren godtek ikkje eit vedtak og vil ha det vurdert på nytt (fvl. § 28).",
                "The sender does not accept a decision and wants it looked at again (fvl. § 28).",
            ],
            Self::Grievance => [
                "Avsenderen er misfornøyd, men ikke med et vedtak.",
                "Avsendaren er misnøgd, men ikkje med eit vedtak.",
                "The sender is discontent, but not with a decision.",
            ],
            Self::Answerable => [
                "Kunnskapsgrunnlaget har svar på det som er spurt om.",
                "Kunnskapsgrunnlaget har svar på det som er spurt om.",
                "The records answer what is asked.",
            ],
            _ => [
                "Det er lite å gå etter; en person bør lese e-posten.",
                "Det er lite å gå etter; ein person bør lese e-posten.",
                "There is little to go by; a person should read the mail.",
            ],
        };
        language.pick(nb, nn, en)
    }
}

const CASE: [&str; 3] = ["Hører til sak {}.", "Høyrer til sak {}.", "Belongs to case {}."];
const ASKS: [&str; 3] = ["Spør: «{}»", "Spør: «{}»", "Asks: “{}”"];
const MUNICIPALITY: [&str; 3] = [
    "E-posten er rettet til {} kommune.",
    "E-posten er retta til {} kommune.",
    "The mail speaks to the municipality of {}.",
];
const LEARNED: [&str; 3] = [
    "Ligner e-poster som er bekreftet tidligere; mest veier {}.",
    "Liknar e-postar som er stadfesta før; mest veg {}.",
    "Resembles mails confirmed earlier; {} weigh most.",
];

const HABIT: [&str; 3] = [
    "Av {of} bekreftede e-poster med «{}» ble {so} sortert slik.",
    "Av {of} stadfesta e-postar med «{}» vart {so} sorterte slik.",
    "Of {of} confirmed mails with “{}”, {so} were sorted so.",
];

fn filled([nb, nn, en]: [&'static str; 3], language: Language, with: &str) -> String {
    language.pick(nb, nn, en).replacen("{}", with, 1)
}

fn bulk_words(bulk: Bulk, language: Language) -> &'static str {
    let [nb, nn, en] = match bulk {
        Bulk::Bounce => [
            "Melding om at en e-post herfra ikke kom fram; svaret må kanskje sendes på en annen måte.",
            "Melding om at ein e-post herifrå ikkje kom fram; svaret må kanskje sendast på ein annan måte.",
            "A mail of ours was not delivered; the reply may have to go another way.",
        ],
        Bulk::AutoReply => ["Automatisk svar.", "Automatisk svar.", "Automatic reply."],
        Bulk::Newsletter => {
            ["Sendt til mange (nyhetsbrev).", "Send til mange (nyheitsbrev).", "Sent to many (newsletter)."]
        }
        Bulk::Receipt => ["Kvittering eller bekreftelse.", "Kvittering eller stadfesting.", "Receipt or confirmation."],
        Bulk::Spam => ["Søppelpost.", "Søppelpost.", "Spam."],
    };
    language.pick(nb, nn, en)
}
