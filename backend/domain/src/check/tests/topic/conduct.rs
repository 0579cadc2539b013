//! What concerns our own people, and how a citizen is spoken to.

use super::Topic;
use vocabulary::Code;

pub(super) const TOPICS: &[Topic] = &[
    Topic {
        code: Code::Personnel,
        flagged: &[
            "Saksbehandleren er sykmeldt.",
            "Læraren er sjukmeld fram til jul.",
            "Rektor er suspendert.",
            "Hun har fått en advarsel fra arbeidsgiver.",
            "Den ansatte er sagt opp.",
            "Vi har en personalsak om dette.",
            "Saksbehandlaren har slutta etter ein konflikt.",
            "Medarbeideren er under oppfølging.",
            "Saksbehandler er i permisjon.",
            "The case officer is on sick leave.",
            "The employee was dismissed.",
        ],
        fine: &[
            "Saksbehandleren svarer på telefon mandag.",
            "Saksbehandleren din er i møte i dag.",
            "Rektor har kontor i andre etasje.",
            "Sakshandsamaren ringjer deg.",
            "Du kan kontakte personalavdelingen.",
            "The case officer will reply by e-mail.",
            "Læreren har kontaktmøte på tirsdag.",
            "Vi søker nye medarbeidere.",
        ],
    },
    Topic {
        code: Code::Tone,
        flagged: &[
            "Som vi allerede har sagt, må du vente.",
            "Du burde ha lest brevet.",
            "Du må forstå at vi har mye å gjøre.",
            "Det er ikkje vårt problem.",
            "Du har tydeligvis misforstått.",
            "Nå må du vente!!",
            "Som du bør vite, er fristen ute.",
            "Obviously you have not read the letter.",
            "Du kan ikke forvente at vi svarer med en gang.",
        ],
        fine: &[
            "Saken tar dessverre litt tid.",
            "Vi har skrevet om dette på nettsiden.",
            "Du må sende skjemaet på nytt.",
            "Takk for at du skrev til oss!",
            "Vi forstår at du venter på svar.",
            "You should receive the form today.",
            "Det er ikkje vår avdeling, men vi sender saka vidare.",
            "Kanskje var brevet vårt uklart.",
        ],
    },
];
