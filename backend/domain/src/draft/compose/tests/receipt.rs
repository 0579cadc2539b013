//! Receipts: access requests, complaints, mails that ask nothing, and mails that went to the wrong body.

use super::*;
use vocabulary::{Language::*, Outcome::*};

fn wants(purpose: Purpose, brief: Brief) -> Brief {
    Brief { purpose, ..brief }
}

fn access_requests() -> Vec<Row> {
    let copy = ["Kan jeg få kopi av dokumentene i saken?", "Når får jeg svar?"];
    let asks = |language, evidence| wants(Purpose::AccessRequest, brief(language, &copy, evidence));
    vec![
        row(
            "access nb",
            asks(Nb, vec![access()]),
            Ready,
            "Vi har mottatt kravet ditt om innsyn. Vi behandler det så snart vi kan. Fristen er fem arbeidsdager fra vi fikk det, altså 27. november 2026. [9]",
        ),
        row(
            "access in a case nb",
            asks(Nb, vec![case(), access()]),
            Ready,
            "Vi har mottatt kravet ditt om innsyn. Vi behandler det så snart vi kan. Fristen er fem arbeidsdager fra vi fikk det, altså 27. november 2026. [9] Saken du spør om, 2026/1234, ligger hos Ola Nes i Byggesak. [1]",
        ),
        row(
            "access nn",
            asks(Nn, vec![case()]),
            Ready,
            "Vi har fått kravet ditt om innsyn. Vi behandlar det så snart vi kan. Fristen er fem arbeidsdagar frå vi fekk det, altså 27. november 2026. Saka du spør om, 2026/1234, ligg hos Ola Nes i Byggesak. [1]",
        ),
        row(
            "access en",
            asks(En, vec![]),
            Ready,
            "We have received your request for access to documents. We will process it as soon as we can. The time limit is five working days from when we received it, that is 27 November 2026.",
        ),
        row(
            "access of an unknown day",
            Brief { received: None, ..asks(Nb, vec![]) },
            NeedsFilling,
            "Vi har mottatt kravet ditt om innsyn. Fristen for å svare er ⟦fem arbeidsdager etter at kravet kom⟧.",
        ),
    ]
}

fn complaints() -> Vec<Row> {
    let complains = |language, evidence| wants(Purpose::Complaint, brief(language, &[], evidence));
    let late = "Jeg har ennå ikke hørt noe om klagen min.";
    vec![
        row(
            "complaint nb",
            complains(Nb, vec![case(), appeals(), administration_act()]),
            Ready,
            "Vi har mottatt klagen din. Klagen gjelder sak 2026/1234, som ligger hos Ola Nes i Byggesak. [1] Vi ser på saken på nytt. Hvis vi ikke endrer vedtaket, sender vi saken til klageinstansen. [8] Er vi ikke ferdige innen 21. desember 2026, får du et foreløpig svar fra oss. [7]",
        ),
        row(
            "complaint nn",
            complains(Nn, vec![case()]),
            Ready,
            "Vi har fått klaga di. Klaga gjeld sak 2026/1234, som ligg hos Ola Nes i Byggesak. [1] Vi ser på saka på nytt. Er vi ikkje ferdige innan 21. desember 2026, får du eit førebels svar frå oss.",
        ),
        row(
            "complaint en",
            complains(En, vec![case(), appeals()]),
            Ready,
            "We have received your complaint. It concerns case 2026/1234, which is with Ola Nes (Byggesak). [1] We will look at the case again. If we do not change the decision, we send the case to the appeal body. [8] If we have not finished by 21 December 2026, you will get a preliminary reply from us.",
        ),
        row(
            "complaint without case",
            complains(Nb, vec![]),
            Ready,
            "Vi har mottatt klagen din. Vi ser på saken på nytt. Er vi ikke ferdige innen 21. desember 2026, får du et foreløpig svar fra oss.",
        ),
        row(
            "complaint that waits",
            mail(late, complains(Nb, vec![journalled("Vi mottok «Klage» 10. august 2026.")])),
            NeedsFilling,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Vi mottok «Klage» 10. august 2026. [1] Vi beklager at du har måttet vente på svar. Det tar tid fordi ⟦hvorfor det tar tid⟧. Du kan vente svar ⟦når svaret kan ventes⟧.",
        ),
    ]
}

fn bare() -> Vec<Row> {
    let receipt = |language, evidence| {
        subject("Situasjonsplan", mail("Her er situasjonsplanen.", brief(language, &[], evidence)))
    };
    let thanks = |language, words| subject("SV: Tilbygg", mail(words, brief(language, &[], vec![case()])));
    vec![
        row(
            "bare nb",
            receipt(Nb, vec![case()]),
            Ready,
            "Takk for e-posten din. Vi har mottatt den.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Saken ble opprettet 12. januar 2026. [1]",
        ),
        row(
            "bare nn",
            receipt(Nn, vec![case()]),
            Ready,
            "Takk for e-posten din. Vi har fått han.\n\nSaka di, 2026/1234 «Søknad om tilbygg – Storgata 12», er under handsaming hos Ola Nes i Byggesak. [1] Saka vart oppretta 12. januar 2026. [1]",
        ),
        row(
            "only how access is asked for",
            Brief {
                purpose: Purpose::AccessRequest,
                ..brief(Nb, &["Må jeg si hvorfor jeg vil ha innsyn i dokumenter?"], vec![access()])
            },
            Ready,
            "Takk for e-posten din.\n\nAlle kan be om innsyn i dokumentene våre. [9]",
        ),
        row(
            "only how one appeals",
            mail(
                "I would like to appeal a decision. What is the time limit?",
                Brief {
                    purpose: Purpose::Complaint,
                    ..subject("Appeal", brief(En, &["What is the time limit?"], vec![appeals()]))
                },
            ),
            Ready,
            "Thank you for your email.\n\nIn “Slik klager du på et vedtak i byggesak” it says (in Norwegian): “Fristen for å klage er tre uker fra du fikk brevet om vedtaket.” [8] The time limit is three weeks. [8]",
        ),
        row("bare without case", receipt(En, vec![]), Ready, "Thank you for your email. We have received it."),
        row(
            "thanks nb",
            thanks(Nb, "Tusen takk for rask hjelp!"),
            Ready,
            "Takk for hyggelig tilbakemelding. Ta gjerne kontakt igjen hvis du lurer på noe.",
        ),
        row(
            "thanks nn",
            thanks(Nn, "Takk for hjelpa!"),
            Ready,
            "Takk for hyggeleg tilbakemelding. Ta gjerne kontakt igjen om du lurer på noko.",
        ),
        row(
            "thanks en",
            thanks(En, "Thank you for your help!"),
            Ready,
            "Thank you for your kind message. Please contact us again if you have any questions.",
        ),
    ]
}

fn elsewhere() -> Vec<Row> {
    let lost = |language, about: &str, question: &str, evidence| subject(about, brief(language, &[question], evidence));
    let nav = article(3, "Hjelp fra Nav", "Nav har ansvaret for dagpenger, sykepenger og barnetrygd.");
    vec![
        row(
            "nav nb",
            lost(Nb, "Dagpenger", "Kan dere se hva som har skjedd?", vec![]),
            Ready,
            "Takk for e-posten din.\n\nDette kan vi ikke svare på. Ta kontakt med Nav om dagpenger.",
        ),
        row(
            "nav with a source",
            lost(Nb, "Dagpenger", "Når får jeg svar?", vec![nav]),
            Ready,
            "Takk for e-posten din.\n\nDette kan vi ikke svare på. Det er Nav som har ansvaret for dagpenger. [3] Ta kontakt med Nav.",
        ),
        row(
            "nav nn",
            lost(Nn, "Sjukepengar", "Når kjem sjukepengane?", vec![]),
            Ready,
            "Takk for e-posten din.\n\nDette kan vi ikkje svare på. Ta kontakt med Nav om sjukepengar.",
        ),
        row(
            "tax en",
            lost(En, "Tax return", "Can you change my tax return?", vec![]),
            Ready,
            "Thank you for your email.\n\nWe cannot answer this. Please contact the Norwegian Tax Administration (Skatteetaten) about the tax return.",
        ),
        row(
            "another municipality",
            lost(Nb, "Søppel i Nordvik kommune", "Kan dere tømme dunken?", vec![]),
            NeedsFilling,
            "Takk for e-posten din.\n\nDette kan vi ikke svare på. Det gjelder ⟦Nordvik kommune⟧. Ta kontakt med dem.",
        ),
        row(
            "our own",
            lost(Nb, "Søppel i Fjordvik kommune", "Kan dere tømme dunken?", vec![]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om dunken⟧",
        ),
        row(
            "in a case of ours",
            lost(Nb, "Byggesak og tinglysing", "Kan jeg få hjelp til tinglysing?", vec![case()]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om hjelp til tinglysing⟧",
        ),
    ]
}

pub(super) fn rows() -> Vec<Row> {
    [access_requests(), complaints(), bare(), elsewhere()].into_iter().flatten().collect()
}
