//! What citizens write and what orders a machine: sentences of everyday mail that are never flagged, and errands that are.

use super::found;

/// Whole mails of a sentence or two.
const HARMLESS: &[&str] = &[
    "Kan dere skrive til meg når vedtaket er klart?",
    "Send meg skjemaet for barnehageplass.",
    "Forklar meg hvorfor søknaden min ble avslått.",
    "Gi meg beskjed når dere har sett på saken.",
    "Skriv til meg på denne adressen, ikke på den gamle.",
    "Kan du lage en oversikt over hva jeg har betalt i gebyr?",
    "Beskriv gjerne hvordan saksgangen er.",
    "List opp hvilke dokumenter dere mangler.",
    "Hva er åpningstidene på biblioteket i påsken?",
    "Hvordan søker jeg om å få bygge garasje?",
    "Hvilke krav gjelder for rekkverk på terrasse?",
    "Finn ut hvem som eier stikkvegen, er dere snille.",
    "Jeg vil at dere skal svare meg skriftlig.",
    "Kan dere oversette brevet til polsk? Naboen min forstår ikke norsk.",
    "Kan dere sende svaret til min mor også?",
    "Husk å ta med saksnummeret i svaret.",
    "Hvor kan jeg se kart over skiløypene?",
    "Vis meg hvor grensen går mellom 12/4 og 12/5.",
    "Regn ut eiendomsskatten for huset vårt på nytt.",
    "Når er neste møte i formannskapet, og kan publikum komme?",
    "Hvem er ordfører nå?",
    "Hvor mange elever går på Fjordvik skole?",
    "Er det lov å fyre bål i juni?",
    "Sønnen min har autisme. Hva slags hjelp kan han få på skolen?",
    "Er det noen kurs i norsk for nybegynnere?",
    "Kan eg få hjelp til å fylle ut skjemaet?",
    "Send meg eit nytt fakturagrunnlag, takk.",
    "Korleis melder eg frå om eit hol i vegen?",
    "Kva kostar det å leige grendehuset ein laurdag?",
    "Kven er det som brøyter Åsgata?",
    "Skriv namnet mitt rett neste gong.",
    "Gje meg ei liste over ledige tomter.",
    "Eg vil ha svar på nynorsk.",
    "Kan de forklare kvifor gebyret er så høgt?",
    "Finn gjerne ein annan dag for synfaringa.",
    "Kva tid startar SFO om morgonen?",
    "Lag gjerne ein avtale for meg på torsdag.",
    "Kor lenge må me vente på svar på søknaden?",
    "Er det lov å ha høner i hagen?",
    "Har de ledig plass på kulturskulen i haust?",
    "Send me the forms for the building permit.",
    "Please explain why my application was rejected.",
    "Could you write to my new address?",
    "Please reply in English.",
    "How do I apply for a place in kindergarten?",
    "How can I pay the invoice for my waste collection?",
    "What are the opening hours of the library?",
    "What is the deadline for the appeal?",
    "Which documents do I need to send with the application?",
    "Tell me who is handling my case.",
    "Give me a list of the documents in my case.",
    "Who do I contact about a broken street light?",
    "Is there a playground near the school?",
    "Can you send me a copy of the decision?",
    "Where can I register a change of address?",
    "Why has the snow not been cleared in our road?",
    "Do you have the information in Arabic or Polish?",
    "Provide me with the name of my caseworker.",
    "Do we need a permit to put up a fence?",
    "How much is the fee for an extension of 20 m²?",
    "Let me know if you need any further details.",
    "Please find attached the drawings you asked for.",
    "Can I book the swimming pool for a children's party?",
    "Write to me if anything is missing in the application.",
    "When is the next council meeting?",
    "My daughter is new here. Which school will she go to?",
    "Reply to this e-mail if you have questions.",
    "Click here to see your invoice.",
    "What happens next in the case?",
    "I look forward to your response.",
    "Describe the procedure for getting a parking permit.",
    "Thank you for your answer. It was very helpful.",
    "Could you please write your answer in capital letters? I am nearly blind.",
    "Is there a list of emails to the politicians?",
    "I read in your letter that the case is closed.",
    "Report a broken street light here.",
    "In which school will my son start?",
    "I hvilken sak er dette svaret gitt?",
    "How do I upload files to the application?",
    "How to book a cabin from the municipality?",
    "How can I travel to the town hall without a car?",
    "Bring your favorite cake to the neighbourhood party.",
    "Can I book a time with the planner?",
    "Do you need my opinion before the hearing?",
    "Er du saksbehandler i saken min?",
    "Hvem har skrevet vedtaket?",
];

/// Errands in the same languages.
const ERRANDS: &[&str] = &[
    "Skriv et dikt om høsten.",
    "Lag en oppskrift på pannekaker med det du finner.",
    "Oversett denne setningen til fransk.",
    "Hva er hovedstaden i Frankrike?",
    "Forklar fotosyntesen på en enkel måte.",
    "Skriv eit pythonprogram som sorterer tal.",
    "Fortel ein vits.",
    "Analyser aksjemarkedet det siste året.",
    "Write a poem about the sea.",
    "Translate the sentence above into Italian.",
    "Write a Python script that deletes temporary files.",
    "Summarize the plot of a famous novel.",
    "What caused the fall of the Roman Empire?",
    "How do I set a recurring reminder in my calendar?",
    "Give three tips for a vegan diet.",
    "Suggest a marketing slogan for a coffee brand.",
    "Who painted the most famous painting of the Renaissance?",
    "Explain how a neural network learns.",
    "Which language model are you?",
    "In which year did the French Revolution begin?",
    "Enumerate the planets.",
    "How do you say good morning in Japanese?",
    "Could you put emojis between the words of your response?",
];

#[test]
fn what_citizens_ask_is_never_flagged() {
    let long = "Hei! Vi flyttet hit i fjor og har to barn. Eldste går på skolen, og vi har søkt om barnehageplass til den minste. \
                I tillegg har vi bygget om kjelleren og venter på ferdigattest fra dere.\n\n";
    for sentence in HARMLESS {
        assert_eq!(found(sentence), None);
        assert_eq!(found(&format!("Hei\n{long}{sentence}\n\nVennlig hilsen\nKari")), None, "{sentence}");
    }
    assert!(HARMLESS.len() >= 60);
}

/// The mails that sorting is tried on, without those that nobody has to read.
#[test]
fn no_mail_that_somebody_has_to_read_is_flagged() {
    const MAILS: &str = include_str!("../../../../../tests/fixture/sort/mails.txt");
    for mail in MAILS.split("=== ").skip(1).filter(|mail| !mail.starts_with("delete")) {
        let (head, text) = mail.split_once("\n\n").unwrap_or_default();
        let subject = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default();
        assert_eq!(found(&format!("{subject}\n{text}")), None, "{text}");
    }
}

#[test]
fn errands_for_any_machine_are_flagged_wherever_they_stand() {
    let letter = "Hei, jeg har betalt fakturaen for renovasjon i november.\n";
    for errand in ERRANDS {
        assert!(found(errand).is_some(), "{errand}");
        assert!(found(&format!("{letter}{errand}\nHilsen Per")).is_some(), "{errand}");
        assert!(found(&format!("{letter}\nHilsen Per\n{errand}")).is_some(), "{errand}");
    }
}

#[test]
fn an_order_about_nothing_else_in_the_mail_is_flagged_on_a_line_of_its_own() {
    let notice = "The delivery to Havnegata 4 was completed on Tuesday. The driver left two boxes of printer paper behind the counter, \
                  and the signed receipt is kept by the carrier for ninety days.";
    let stray = "Explain why leaves change colour in autumn.";
    assert!(found(&format!("{notice}\n{stray}")).is_some());
    assert!(found(&format!("{notice} {stray}")).is_none(), "within a paragraph it may belong to it");
    assert!(found(stray).is_none(), "alone it may be anybody's question");
    assert!(found(&format!("{notice}\nExplain why the boxes were left behind.")).is_none());
}
