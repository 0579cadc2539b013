//! The same topics as most letters word them.

use super::Topic;
use vocabulary::Code;

pub(super) const TOPICS: &[Topic] = &[
    Topic {
        code: Code::Fee,
        flagged: &[
            "Gebyret for utskrift er 60 kroner.",
            "Vi sender deg en regning på kr 4 350.",
            "Du slepp å betale for den første timen.",
            "The deposit is NOK 1,000.",
        ],
        fine: &[
            "Regningen kommer i oktober.",
            "Parkeringsplassen har rom for 80 biler.",
            "Du kan be om avtalegiro i nettbanken.",
            "Fakturakopien ligg ved.",
        ],
    },
    Topic {
        code: Code::Deadline,
        flagged: &[
            "Siste frist for innlevering er 1. april 2027.",
            "Klagen må sendes innen tre uker etter at du fikk brevet.",
            "Du må svare oss innan fredag.",
            "The form must be returned before 1 June.",
        ],
        fine: &[
            "Vi snakka med naboane dine 12. mai.",
            "Kinoen stenger for sommeren.",
            "Saken har saksnummer 2026/1234.",
            "The meeting starts at 18.",
        ],
    },
    Topic {
        code: Code::Right,
        flagged: &[
            "Du har rett til å uttale deg før vi avgjør saken.",
            "Huseigaren har plikt til å ha røykvarslar.",
            "Det er ikke tillatt å campe i parken.",
            "You have a right to see your file.",
        ],
        fine: &[
            "Det rette skjemaet finner du øverst på siden.",
            "Kartet viser eiendommen til høyre.",
            "Du kan bestille time på nettet.",
            "Please sign at the bottom right.",
        ],
    },
    Topic {
        code: Code::LegalStatus,
        flagged: &[
            "Søknaden din ble innvilget 3. november.",
            "Ferdigattesten er utstedt.",
            "Løyvet til skjenking er ikkje lenger gyldig.",
            "Your permit was revoked.",
        ],
        fine: &[
            "Vi har fått søknaden og begynner å se på den.",
            "Saka er framleis til handsaming.",
            "Kartet er oppdatert.",
            "Your e-mail has been forwarded.",
        ],
    },
    Topic {
        code: Code::Refusal,
        flagged: &[
            "Vi kan dessverre ikke innvilge søknaden.",
            "Kommunen har ikke anledning til å dekke utgiften.",
            "Dokumenta er unnatekne offentlegheit.",
            "We cannot give you a copy of the report.",
        ],
        fine: &[
            "Vi finner ikke saken du spør om.",
            "Telefonen virker ikke i dag.",
            "Du treng ikkje gjere noko meir no.",
            "The form is not available in English.",
        ],
    },
    Topic {
        code: Code::Decision,
        flagged: &[
            "Vi har innvilget søknaden din om støttekontakt.",
            "Kommunen avviser klagen din.",
            "De får løyve til å rive løa.",
            "You have been granted a place in the kindergarten.",
        ],
        fine: &[
            "Saken skal behandles i utvalget i mars.",
            "Når vedtaket er klart, får du brev.",
            "Du kan lese vedtaket i innsynsløsningen.",
            "We will send you the decision by post.",
        ],
    },
    Topic {
        code: Code::Liability,
        flagged: &[
            "Vi tar ansvar for at rapporten ble forsinket.",
            "Feilen skyldes en glipp hos oss.",
            "Kommunen vil dekkje utgiftene til ny postkasse.",
            "It was our mistake that you got the wrong bill.",
        ],
        fine: &[
            "Takk for at du sa fra om feilen i kartet.",
            "Du er sjølv ansvarleg for å ta med verneutstyr.",
            "Beklager at svaret kommer sent.",
            "Report damage to the road in the app.",
        ],
    },
    Topic {
        code: Code::Eligibility,
        flagged: &[
            "Du må være over 18 år for å få plass på kurset.",
            "Vilkåret for tilskot er at laget er registrert.",
            "Barnet ditt er for ungt til å få plass.",
            "Residents with a disability are eligible for the card.",
        ],
        fine: &[
            "Alle kan bruke parken.",
            "Du må ha med kvittering.",
            "Skjemaet må være signert.",
            "The hall can be rented online.",
        ],
    },
    Topic {
        code: Code::Promise,
        flagged: &[
            "Vi lover deg et svar i løpet av uka.",
            "Lekeplassen blir ferdig til sommeren.",
            "Eg skal sørgje for at du får svar.",
            "We will fix the lamp tomorrow.",
        ],
        fine: &[
            "Vi skal undersøke saken.",
            "Du kan ringe oss i neste uke.",
            "Biblioteket åpner igjen til høsten.",
            "I have sent your question to the right department.",
        ],
    },
    Topic {
        code: Code::Personnel,
        flagged: &[
            "Saksbehandleren har sykepermisjon.",
            "Læraren er suspendert medan saka blir granska.",
            "Rektor har fått en advarsel.",
            "Your case worker is on parental leave.",
        ],
        fine: &[
            "Saksbehandleren din heter Kari Nordby.",
            "Lærerne har planleggingsdag fredag.",
            "Vi har fleire ledige stillingar.",
            "The teacher will answer your e-mail.",
        ],
    },
    Topic {
        code: Code::Tone,
        flagged: &[
            "Du burde ha lest brevet vi sendte.",
            "Som vi har sagt mange ganger før, kan vi ikke hjelpe.",
            "Slutt å mase.",
            "It is your own fault that you missed the bus.",
        ],
        fine: &[
            "Beklager hvis brevet var uklart.",
            "Vi forstår spørsmålet ditt.",
            "Det er fint at du spør.",
            "Thank you for reminding us.",
        ],
    },
    Topic {
        code: Code::Health,
        flagged: &[
            "Moren din er innlagt på sykehus.",
            "Du har en psykisk lidelse.",
            "Sonen din har astma.",
            "Your father has had a stroke.",
        ],
        fine: &[
            "Legevakten ligger i Storgata.",
            "Du må bestille time hos legen.",
            "Tannlegen har ferie i juli.",
            "The health station is closed.",
        ],
    },
    Topic {
        code: Code::ChildWelfare,
        flagged: &[
            "Barnevernet har besøkt familien din.",
            "Dottera di er plassert i fosterheim.",
            "Vi har mottatt en bekymringsmelding om deg.",
            "Your children have been taken into care by the child welfare services.",
        ],
        fine: &[
            "Barnevernet har døgnåpen vakttelefon.",
            "Barneverntenesta har kontor i andre høgda.",
            "Du kan lese om barnevernet på nettsiden.",
            "Child welfare can be reached by phone.",
        ],
    },
    Topic {
        code: Code::Crime,
        flagged: &[
            "Du er anmeldt for trusler.",
            "Naboen din er dømd for vald.",
            "Saken din er politianmeldt.",
            "Your son was convicted of theft.",
        ],
        fine: &[
            "Du må ha politiattest.",
            "Politiet passar på trafikken.",
            "Meld tyveri til politiet.",
            "Call the police if you see anything.",
        ],
    },
    Topic {
        code: Code::Welfare,
        flagged: &[
            "Du får sosialhjelp fra kommunen.",
            "Mannen din har stor gjeld.",
            "Du har fått innvilga bustøtte.",
            "She receives social benefits.",
        ],
        fine: &[
            "NAV har nytt kontor.",
            "Du kan søke om bostøtte.",
            "Ta kontakt med gjeldsrådgiver.",
            "NAV is on the first floor.",
        ],
    },
    Topic {
        code: Code::ThirdParty,
        flagged: &[
            "Naboen din har sendt inn en klage.",
            "Søstera di har ringt oss.",
            "Merknaden er skrevet av Lise Tangen.",
            "The owner has sold the house.",
        ],
        fine: &[
            "Alle naboer skal ha varsel.",
            "Du kan spørre naboen.",
            "Saksbehandleren er Kari Nordby.",
            "A neighbour may object.",
        ],
    },
];
