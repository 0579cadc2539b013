//! Mails by who writes them and what they threaten, each with look-alikes that must not alarm.

use super::{CHECKS, Ground, PER, TODAY, draft, evidence, look, with_look};
use crate::{
    check::{Finding, Look, sender, threat},
    rule::Rules,
    thread::{Address, Message, Thread},
};
use vocabulary::{Code, Language, Severity};

type Case = (&'static str, bool);

const PRESS: &[Case] = &[
    ("Jeg skriver som journalist i Fjordavisa og lurer på hva skolen har kostet.", true),
    ("Hei, jeg heter Nora Lie og er journalist i Fjordvik Blad. Kan ordføreren kommentere?", true),
    ("Eg er frilansjournalist og ønskjer innsyn i rapporten.", true),
    ("Vi lager en reportasje om skoleveier, og ber om et intervju.", true),
    ("Her får dere mulighet til samtidig imøtegåelse.", true),
    ("Vi trenger en kommentar før saken publiseres i kveld.", true),
    ("Kan vi få innsyn i saken?\n\nMvh\nNora Lie\nJournalist, Fjordavisa", true),
    ("I am a journalist and would like to see the contract.", true),
    ("Jeg leste i avisen at skolen skal stenges.", false),
    ("En journalist ringte meg om saken min. Hva skal jeg si?", false),
    ("Jeg har snakket med en journalist i Fjordavisa om dette.", false),
    ("Jeg er ikke journalist, bare en nysgjerrig innbygger.", false),
    ("Eg vurderer å gå til avisa med dette.", false),
    ("Når publiserer dere kommentarene til planen?", false),
    ("Skal vi journalføre avisartikkelen som vedlegg?", false),
    ("I read about this in the newspaper.", false),
];

const LAWYER: &[Case] = &[
    ("Jeg skriver på vegne av min klient, Per Haug.", true),
    ("Som kjent bistår vi Per Haug som advokat for ham i saken.", true),
    ("Klienten min krev innsyn i dokumenta.", true),
    ("Advokatfirmaet Lie bistår Per Haug i saken.", true),
    ("Jeg er advokat for Per Haug.", true),
    ("Vi ber om svar.\n\nMed vennlig hilsen\nIda Lie\nAdvokat (H)", true),
    ("We act for Per Haug in this matter.", true),
    ("I am writing about our client, Per Haug.", true),
    ("Vi har snakket med en advokat.", false),
    ("Advokaten min sier at vedtaket er feil.", false),
    ("Må jeg ha advokat for å klage?", false),
    ("Eg vurderer å ta kontakt med ein advokat.", false),
    ("Dekker kommunen utgifter til advokat?", false),
    ("Hvilken advokat bruker kommunen?", false),
    ("Do I need a lawyer?", false),
    ("Datamaskinen min er en tynn klient.", false),
];

const POLITICIAN: &[Case] = &[
    ("Jeg er kommunestyrerepresentant for en liten liste og ber om innsyn.", true),
    ("Eg sit i kommunestyret og lurer på kostnaden.", true),
    ("Som folkevalgt ønsker jeg å se saken.", true),
    ("Eg skriv som gruppeleiar og treng tala.", true),
    ("Jeg er varaordfører i nabokommunen.", true),
    ("Kan dere sende meg tallene?\n\nHilsen\nIda Lie\nKommunestyrerepresentant", true),
    ("I am a councillor and would like to see the numbers.", true),
    ("Jeg sitter i formannskapet og har et spørsmål.", true),
    ("Politikerne bør rydde opp.", false),
    ("Ordføreren har sagt at veien skal utbedres.", false),
    ("Hvem er kommunestyrerepresentant for bygda vår?", false),
    ("Når møtes kommunestyret?", false),
    ("Eg skreiv til ordføraren i går.", false),
    ("Jeg er ikke politiker, men jeg har en mening.", false),
    ("Jeg sitter i styret i borettslaget.", false),
    ("Who is the mayor?", false),
];

const OTHERS: &[Case] = &[
    ("Neste gang har jeg med meg haglen.", true),
    ("De skal få svi for dette.", true),
    ("Får jeg ikke byggetillatelse, så smeller det.", true),
    ("Jeg tar med meg balltreet og kommer på kontoret.", true),
    ("Neste helg tar jeg med haglen på jakt.", false),
    ("Noen kommer til å bli skadet hvis dere ikke strør veien.", false),
    ("Da kommer jeg ned på rådhuset og tar det opp med dere.", false),
    ("Det smeller fra skytebanen hver kveld.", false),
    ("Får jeg avslag igjen, skal jeg drepe saksbehandleren.", true),
    ("Jeg kommer til å banke dere opp.", true),
    ("Eg veit kvar du bur.", true),
    ("Dere skal få svi for dette.", true),
    ("I morgen kommer jeg på rådhuset med hagla.", true),
    ("I will kill you.", true),
    ("Du kommer til å angre på dette vedtaket.", true),
    ("Eg skal brenne ned rådhuset.", true),
    ("Jeg skal klage til statsforvalteren.", false),
    ("Naboen har truet med å drepe hunden min.", false),
    ("Vi skal brenne kvister i hagen på lørdag. Må vi melde fra?", false),
    ("Jeg skal skyte elg i høst, hvor søker jeg?", false),
    ("Vi skal slå ned stolper langs veien.", false),
    ("Vet dere hvor søppelet skal?", false),
    ("Noen kommer til å dø i dette krysset om dere ikke bygger undergang.", false),
    ("Where do you live if you work for the municipality?", false),
];

const SELF: &[Case] = &[
    ("Livet har ikke noe mer å gi meg, jeg vil bort.", true),
    ("Eg kjem til å gjere slutt på det heile.", true),
    ("Jeg vil bort fra støyen og bråket.", false),
    ("Det er på tide å gjøre slutt på hele striden om veien.", false),
    ("Jeg orker ikke å leve lenger.", true),
    ("Hvis jeg mister huset, tar jeg livet av meg.", true),
    ("Eg vil ikkje leve meir.", true),
    ("Det hadde vært best om jeg var død.", true),
    ("Sønnen min har selvmordstanker, og vi får ikke hjelp.", true),
    ("Jeg har tenkt på å gjøre slutt på livet.", true),
    ("Eg har lyst til å døy.", true),
    ("I want to end my life.", true),
    ("Jeg orker ikke å vente lenger.", false),
    ("Vi kan ikke leve med støyen fra veien.", false),
    ("Broren min tok livet av seg i 2010. Hvem tar over huset?", false),
    ("Kommunen har en plan for å forebygge selvmord. Hvor finner jeg den?", false),
    ("Bestemoren min vil ikke dø på sykehjem.", false),
    ("Jeg vil leve av gården.", false),
    ("Hunden min holder på å dø. Finnes det vakt?", false),
    ("I do not live in the municipality.", false),
    ("Jeg vil ikke leve med denne støyen.", false),
    ("We do not want to live next to a quarry.", false),
];

fn found(letter: &str, run: fn(&Look) -> Vec<Finding>) -> Vec<Finding> {
    with_look("Takk for e-posten.", PER, letter, run)
}

#[test]
fn who_writes_is_told_by_what_they_say_of_themselves() {
    let checks = [
        (sender::PRESS, PRESS),
        (sender::LAWYER, LAWYER),
        (sender::POLITICIAN, POLITICIAN),
        (threat::OTHERS, OTHERS),
        (threat::SELF, SELF),
    ];
    let mut wrong = Vec::new();
    for (check, cases) in checks {
        for (letter, flagged) in cases {
            let found = found(letter, check.run);
            if found.is_empty() == *flagged || found.iter().any(|one| one.severity != Severity::Verify) {
                wrong.push(format!("{} {flagged}: {letter}: {found:?}", check.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_address_tells_who_writes_too() {
    for (address, flagged) in [
        ("redaksjonen@fjordavisa.example", true),
        ("nora@fjordavisa.no", true),
        ("ida@advokatlie.example", true),
        ("per@stortinget.no", true),
        ("per@posten.example", false),
        ("avis.leser@example.no", false),
    ] {
        let found = with_look("Takk for e-posten.", address, "Hei", |look| {
            [sender::PRESS, sender::LAWYER, sender::POLITICIAN]
                .iter()
                .flat_map(|check| (check.run)(look))
                .collect::<Vec<_>>()
        });
        assert_eq!(!found.is_empty(), flagged, "{address}: {found:?}");
    }
}

#[test]
fn who_may_be_in_danger_is_told_first_with_what_to_do() {
    let letter = "Jeg vil ikke leve lenger.";
    let all = with_look("Fnr 20036914700", PER, letter, |look| {
        look::ordered(CHECKS.iter().flat_map(|check| (check.run)(look)).collect())
    });
    assert_eq!(all[0].code, Code::Threat, "{all:?}");
    assert!(all[0].why.starts_with("Ring 113"), "{}", all[0].why);
    assert!(all.iter().any(|finding| finding.severity == Severity::Stop));
}

#[test]
fn what_is_quoted_is_not_what_the_sender_says_and_a_signature_is() {
    for (text, press) in [
        (
            "Takk for svaret.\n\nDen 3. mars 2026 skrev Nora Lie <nora@example.no>:\n> Jeg er journalist i Fjordavisa.\n",
            false,
        ),
        ("Kan vi få innsyn i kontrakten?\n\nMed vennlig hilsen\nNora Lie\nJournalist i Fjordavisa\n", true),
    ] {
        let message = Message { text: text.into(), ..Message::default() };
        let thread = Thread::new(vec![message], None, TODAY).expect("a mail");
        let (evidence, rules) = (evidence(), Rules::shipped("Fjordvik kommune"));
        let ground =
            Ground { thread: Some(&thread), evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
        let found = crate::check::run(draft("Takk for e-posten.", PER), &ground);
        assert_eq!(found.findings().iter().any(|one| one.code == Code::Sender), press, "{text}: {found:?}");
    }
}

#[test]
fn whom_the_house_lists_writes_for_the_press() {
    for (name, address, press) in [
        (Some("Ada Lind"), "ada@example.org", true),
        (Some("Bo Myhre"), "tips@fjordposten.example", true),
        (None, "per@example.no", false),
    ] {
        let from = Address { name: name.map(str::to_owned), address: address.into() };
        let message = Message { from, text: "Hva har skolen kostet?".into(), ..Message::default() };
        let thread = Thread::new(vec![message], None, TODAY).expect("a mail");
        let listed = vec!["ada lind".into(), "fjordposten.example".into()];
        let (evidence, rules) = (evidence(), Rules { press: listed, ..Rules::shipped("Fjordvik kommune") });
        let ground =
            Ground { thread: Some(&thread), evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
        let found = crate::check::run(draft("Takk for e-posten.", PER), &ground);
        assert_eq!(found.findings().iter().any(|one| one.code == Code::Sender), press, "{address}: {found:?}");
    }
}
