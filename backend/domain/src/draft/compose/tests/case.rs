//! What the case itself answers: status, who has it, what is missing, when an answer comes.

use super::*;
use vocabulary::{Language::*, Outcome::*};

const MAP: &str = "Vi mottok «Søknad» 12. januar 2026. Vi sendte «Mangelbrev» 3. februar 2026. Vi mottok «Situasjonsplan» 10. februar 2026.";
const LETTER: &str = "Vi mottok «Søknad» 12. januar 2026. Vi sendte «Mangelbrev» 3. februar 2026.";
const PROMISE: &str = "Vi mottok «Søknad» 12. januar 2026. Vi sendte «Førebels svar» 20. oktober 2026.";
const WAITS: &str = "Jeg har ennå ikke fått svar.";

fn promise(text: &str) -> Excerpt {
    document(2, "Førebels svar", date(2026, 10, 20), text)
}

fn parking() -> Excerpt {
    article(
        3,
        "Parkeringstillatelse",
        "Legg ved legeerklæring. Vi behandler søknaden innen seks uker. Tillatelsen er gratis.",
    )
}

fn closed(status: &str, day: &str) -> Excerpt {
    let text = format!(
        "Saken har saksnummer 2025/7 og gjelder «Garasje». Saken ble opprettet 1. mars 2025. Status: {status}. {day}Vi mottok «Søknad» 1. mars 2025. Vi sendte «Vedtak» 30. mai 2025."
    );
    excerpt(1, Origin::Case, "Garasje", &text)
}

/// What has come in, and how it ended.
fn received() -> Vec<Row> {
    let sent = "Jeg sendte situasjonsplanen på mandag. Har dere fått det?";
    let decision = document(2, "Vedtak", date(2025, 5, 30), "Kommunen gir tillatelse til garasjen. Du kan klage.");
    let ended = vec![closed("avsluttet", ""), decision];
    vec![
        row(
            "received nb",
            brief(Nb, &["Har dere fått planen?"], vec![journalled(MAP)]),
            Ready,
            "Takk for e-posten din.\n\nVi mottok «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "received nn",
            brief(Nn, &["Har de fått situasjonsplanen?"], vec![journalled(MAP)]),
            Ready,
            "Takk for e-posten din.\n\nVi fekk «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "received en",
            brief(En, &["Have you received the situasjonsplan?"], vec![journalled(MAP)]),
            Ready,
            "Thank you for your email.\n\nWe received “Situasjonsplan” on 10 February 2026. [1]",
        ),
        row(
            "received, told before the question",
            mail(sent, brief(Nb, &["Har dere fått det?"], vec![journalled(MAP)])),
            Ready,
            "Takk for e-posten din.\n\nVi mottok «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "not received",
            brief(Nb, &["Har dere fått fasadetegningen?"], vec![journalled(LETTER)]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om fasadetegningen⟧",
        ),
        row(
            "how it ended",
            brief(Nb, &["Hva ble resultatet i saken?"], ended),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2025/7 «Garasje», er avsluttet. [1] Vi sendte «Vedtak» 30. mai 2025. [1] I brevet «Vedtak» fra 30. mai 2025 skrev vi: «Kommunen gir tillatelse til garasjen.» [2]",
        ),
    ]
}

/// Status and who has the case.
fn status() -> Vec<Row> {
    let nb = ["Hva er status i saken min?"];
    let both = ["Er det noe nytt i saken min?", "Hvem er saksbehandler?"];
    vec![
        row(
            "status nb",
            brief(Nb, &nb, vec![journalled(MAP)]),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Vi mottok «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "status nn",
            brief(Nn, &["Kor langt er saka mi komen?"], vec![journalled(MAP)]),
            Ready,
            "Takk for e-posten din.\n\nSaka di, 2026/1234 «Søknad om tilbygg – Storgata 12», er under handsaming hos Ola Nes i Byggesak. [1] Vi fekk «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "status en",
            brief(En, &["What is the status of my case?"], vec![journalled(MAP)]),
            Ready,
            "Thank you for your email.\n\nYour case, 2026/1234 “Søknad om tilbygg – Storgata 12”, is being processed by Ola Nes (Byggesak). [1] We received “Situasjonsplan” on 10 February 2026. [1]",
        ),
        row(
            "status without journal",
            brief(Nb, &nb, vec![case(), deficiency()]),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Saken ble opprettet 12. januar 2026. [1] Det nyeste dokumentet i saken er «Mangelbrev» fra 3. februar 2026. [2]",
        ),
        row(
            "status without journal nn",
            brief(Nn, &["Er det noko nytt i saka?"], vec![case(), deficiency()]),
            Ready,
            "Takk for e-posten din.\n\nSaka di, 2026/1234 «Søknad om tilbygg – Storgata 12», er under handsaming hos Ola Nes i Byggesak. [1] Saka vart oppretta 12. januar 2026. [1] Det nyaste dokumentet i saka er «Mangelbrev» frå 3. februar 2026. [2]",
        ),
        row(
            "closed",
            brief(Nb, &nb, vec![closed("ferdig behandlet", "Saken ble avsluttet 2. juni 2025. ")]),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2025/7 «Garasje», ble avsluttet 2. juni 2025. [1] Vi sendte «Vedtak» 30. mai 2025. [1]",
        ),
        row(
            "closed en",
            brief(En, &["Any news?"], vec![closed("avsluttet", "Saken ble avsluttet 2. juni 2025. ")]),
            Ready,
            "Thank you for your email.\n\nYour case, 2025/7 “Garasje”, was closed on 2 June 2025. [1] We sent “Vedtak” on 30 May 2025. [1]",
        ),
        row(
            "finished nn",
            brief(Nn, &["Er det noko nytt?"], vec![closed("ferdig behandlet", "")]),
            Ready,
            "Takk for e-posten din.\n\nSaka di, 2025/7 «Garasje», er ferdig handsama. [1] Vi sende «Vedtak» 30. mai 2025. [1]",
        ),
        row(
            "registered",
            brief(Nb, &nb, vec![closed("opprettet, men ikke tatt til behandling", "")]),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2025/7 «Garasje», er registrert hos oss. [1] Vi sendte «Vedtak» 30. mai 2025. [1]",
        ),
        row(
            "who after status says nothing twice",
            brief(Nb, &both, vec![journalled(MAP)]),
            Ready,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Vi mottok «Situasjonsplan» 10. februar 2026. [1]",
        ),
        row(
            "who nb",
            brief(Nb, &["Hvem er saksbehandler?"], vec![case()]),
            Ready,
            "Takk for e-posten din.\n\nDet er Ola Nes i Byggesak som har ansvaret for saken din. [1]",
        ),
        row(
            "who nn",
            brief(Nn, &["Kven har saka mi?"], vec![case()]),
            Ready,
            "Takk for e-posten din.\n\nDet er Ola Nes i Byggesak som har ansvaret for saka di. [1]",
        ),
        row(
            "who en",
            brief(En, &["Who is responsible for my case?"], vec![case()]),
            Ready,
            "Thank you for your email.\n\nOla Nes (Byggesak) is responsible for your case. [1]",
        ),
        row(
            "status unknown nb",
            brief(Nb, &both, vec![]),
            CannotAnswer,
            "Takk for e-posten din.\n\nSaken din er ⟦hvor langt saken er kommet⟧. Det er ⟦hvem som har saken⟧ som har ansvaret for den.",
        ),
        row(
            "status unknown nn",
            brief(Nn, &["Er det noko nytt i saka mi?", "Kven har saka?"], vec![]),
            CannotAnswer,
            "Takk for e-posten din.\n\nSaka di er ⟦kor langt saka er komen⟧. Det er ⟦kven som har saka⟧ som har ansvaret for ho.",
        ),
        row(
            "status unknown en",
            brief(En, &["Any news?", "Who is responsible for the case?"], vec![]),
            CannotAnswer,
            "Thank you for your email.\n\nYour case is ⟦how far the case has come⟧. It is ⟦who has the case⟧ who is responsible for it.",
        ),
    ]
}

fn missing() -> Vec<Row> {
    let nb = ["Mangler dere noe fra meg?"];
    vec![
        row(
            "missing nb",
            brief(Nb, &nb, vec![journalled(LETTER), deficiency()]),
            Ready,
            "Takk for e-posten din.\n\nI brevet «Mangelbrev» fra 3. februar 2026 skrev vi: «Vi mangler situasjonsplan og fasadetegninger.» [2]",
        ),
        row(
            "missing came in",
            brief(Nb, &nb, vec![journalled(MAP), deficiency()]),
            NeedsFilling,
            "Takk for e-posten din.\n\nI brevet «Mangelbrev» fra 3. februar 2026 skrev vi: «Vi mangler situasjonsplan og fasadetegninger.» [2] Etter det har vi mottatt «Situasjonsplan» 10. februar 2026. [1] Nå mangler vi ⟦det som fortsatt mangler, eller ingenting⟧.",
        ),
        row(
            "missing came in nn",
            brief(Nn, &["Manglar det noko?"], vec![journalled(MAP), deficiency()]),
            NeedsFilling,
            "Takk for e-posten din.\n\nI brevet «Mangelbrev» frå 3. februar 2026 skreiv vi: «Vi mangler situasjonsplan og fasadetegninger.» [2] Etter det har vi fått «Situasjonsplan» 10. februar 2026. [1] No manglar vi ⟦det som framleis manglar, eller ingenting⟧.",
        ),
        row(
            "missing en",
            brief(En, &["Is anything missing?"], vec![journalled(LETTER), deficiency()]),
            Ready,
            "Thank you for your email.\n\nIn our letter “Mangelbrev” of 3 February 2026 we wrote (in Norwegian): “Vi mangler situasjonsplan og fasadetegninger.” [2]",
        ),
        row(
            "missing in a document of an unknown hand",
            brief(Nb, &nb, vec![case(), deficiency()]),
            Ready,
            "Takk for e-posten din.\n\nI «Mangelbrev» fra 3. februar 2026 står det: «Vi mangler situasjonsplan og fasadetegninger.» [2]",
        ),
        row(
            "missing unknown",
            brief(Nb, &nb, vec![case()]),
            CannotAnswer,
            "Takk for e-posten din.\n\nDette trenger vi fra deg: ⟦hva som mangler, eller at ingenting mangler⟧.",
        ),
    ]
}

fn when() -> Vec<Row> {
    let nb = ["Når får jeg svar på søknaden?"];
    let nn = ["Når kan eg vente svar på søknaden?"];
    let en = ["When will I hear from you?"];
    let parked = |mail_text: &str| {
        mail(
            mail_text,
            subject(
                "Parkeringstillatelse",
                brief(Nb, &["Hvor lenge må jeg vente?", "Hva koster tillatelsen?"], vec![parking()]),
            ),
        )
    };
    let nn_promise = promise("Vi har fått søknaden. Du kan vente svar innan 15. desember 2026.");
    let past = promise("Du kan vente svar innen 1. november 2026.");
    vec![
        row(
            "when in our letter nn",
            brief(Nn, &nn, vec![journalled(PROMISE), nn_promise]),
            Ready,
            "Takk for e-posten din.\n\nI brevet «Førebels svar» frå 20. oktober 2026 skreiv vi: «Du kan vente svar innan 15. desember 2026.» [2]",
        ),
        row(
            "when once promised and over",
            mail(WAITS, brief(Nb, &nb, vec![journalled(PROMISE), past])),
            NeedsFilling,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Vi sendte «Førebels svar» 20. oktober 2026. [1] Vi beklager at du har måttet vente på svar. Det tar tid fordi ⟦hvorfor det tar tid⟧. Du kan vente svar ⟦når svaret kan ventes⟧.",
        ),
        row(
            "when as an article says nb",
            brief(Nb, &nb, vec![case(), guide()]),
            Ready,
            "Takk for e-posten din.\n\nVi behandler søknader om tilbygg innen tre uker når de er fullstendige. [6]",
        ),
        row(
            "when as an article says nn",
            brief(Nn, &nn, vec![case(), guide_nn()]),
            Ready,
            "Takk for e-posten din.\n\nVi behandlar søknader om tilbygg innan tre veker når dei er fullstendige. [6]",
        ),
        row(
            "when as an article says en",
            subject("Extension", brief(En, &en, vec![guide_en()])),
            Ready,
            "Thank you for your email.\n\nComplete applications are handled within three weeks. [6]",
        ),
        row(
            "when no source says",
            brief(Nb, &nb, vec![case()]),
            NeedsFilling,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Saken ble opprettet 12. januar 2026. [1] Du kan vente svar ⟦når svaret kan ventes⟧.",
        ),
        row(
            "waits, the usual time answers",
            parked(WAITS),
            Ready,
            "Takk for e-posten din.\n\nVi behandler søknaden innen seks uker. [3] Tillatelsen er gratis. [3]",
        ),
        row(
            "waits longer than that",
            parked("Jeg søkte i april og har ikke fått svar."),
            NeedsFilling,
            "Takk for e-posten din.\n\nVi beklager at du har måttet vente på svar. Det tar tid fordi ⟦hvorfor det tar tid⟧. Du kan vente svar ⟦når svaret kan ventes⟧.\n\nTillatelsen er gratis. [3]",
        ),
        row(
            "waits nb, § 11 a",
            mail(WAITS, brief(Nb, &nb, vec![journalled(LETTER)])),
            NeedsFilling,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Vi sendte «Mangelbrev» 3. februar 2026. [1] Vi beklager at du har måttet vente på svar. Det tar tid fordi ⟦hvorfor det tar tid⟧. Du kan vente svar ⟦når svaret kan ventes⟧.",
        ),
        row(
            "waits nn, § 11 a",
            mail("Eg har ikkje fått svar.", brief(Nn, &nn, vec![journalled(LETTER)])),
            NeedsFilling,
            "Takk for e-posten din.\n\nSaka di, 2026/1234 «Søknad om tilbygg – Storgata 12», er under handsaming hos Ola Nes i Byggesak. [1] Vi sende «Mangelbrev» 3. februar 2026. [1] Vi beklagar at du har måtta vente på svar. Det tek tid fordi ⟦kvifor det tek tid⟧. Du kan vente svar ⟦når svaret kan ventast⟧.",
        ),
        row(
            "waits en, § 11 a",
            mail("I have not heard from you.", brief(En, &en, vec![journalled(LETTER)])),
            NeedsFilling,
            "Thank you for your email.\n\nYour case, 2026/1234 “Søknad om tilbygg – Storgata 12”, is being processed by Ola Nes (Byggesak). [1] We sent “Mangelbrev” on 3 February 2026. [1] We are sorry that you have had to wait for an answer. It is taking time because ⟦why it takes time⟧. You can expect an answer ⟦when an answer can be expected⟧.",
        ),
        row(
            "the month is over",
            Brief { received: Some(date(2026, 10, 15)), ..brief(Nb, &nb, vec![case()]) },
            NeedsFilling,
            "Takk for e-posten din.\n\nSaken din, 2026/1234 «Søknad om tilbygg – Storgata 12», er under behandling hos Ola Nes i Byggesak. [1] Saken ble opprettet 12. januar 2026. [1] Vi beklager at du har måttet vente på svar. Det tar tid fordi ⟦hvorfor det tar tid⟧. Du kan vente svar ⟦når svaret kan ventes⟧.",
        ),
    ]
}

pub(super) fn rows() -> Vec<Row> {
    [received(), status(), missing(), when()].into_iter().flatten().collect()
}
