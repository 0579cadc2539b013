//! What articles, schedules and earlier answers tell: fees, opening hours, how to apply, rules, and answers given before.

use super::*;
use vocabulary::{Language::*, Outcome::*};

fn fee() -> Vec<Row> {
    let sized = brief(Nb, &["Hva koster tilbygg på 60 m²?"], vec![fees()]);
    vec![
        row("fee by size", sized, Ready, "Takk for e-posten din.\n\nGebyret for tilbygg over 50 m² er kr 19 800. [3]"),
        row(
            "fee by size in the mail",
            mail("Tilbygget er på 24 kvm.", brief(Nb, &["Hva er gebyret for tilbygg?"], vec![fees()])),
            Ready,
            "Takk for e-posten din.\n\nGebyret for tilbygg inntil 50 m² er kr 12 500. [3]",
        ),
        row(
            "fee of both sizes",
            brief(Nb, &["Hva koster tilbygg?"], vec![fees()]),
            Ready,
            "Takk for e-posten din.\n\nGebyret for tilbygg inntil 50 m² er kr 12 500. [3] Gebyret for tilbygg over 50 m² er kr 19 800. [3]",
        ),
        row(
            "fee nn",
            subject("Garasje", brief(Nn, &["Kva kostar det å søkje om garasje?"], vec![fees()])),
            Ready,
            "Takk for e-posten din.\n\nGebyret for garasje inntil 70 m² er kr 8 200. [3]",
        ),
        row(
            "fee en",
            subject("Garage", brief(En, &["How much is the fee for a garage?"], vec![fees()])),
            Ready,
            "Thank you for your email.\n\nThe fee for “Garasje inntil 70 m²” is kr 8 200. [3]",
        ),
        row(
            "fee that is none",
            subject("Ferdigattest", brief(Nb, &["Koster ferdigattest noe?"], vec![fees()])),
            Ready,
            "Takk for e-posten din.\n\nFerdigattest er inkludert i gebyret for søknaden. [3]",
        ),
        row(
            "fee unknown",
            subject("Hundehold", brief(Nb, &["Hva koster hundetegn?"], vec![fees()])),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om hundetegn⟧",
        ),
    ]
}

fn hours_and_rules() -> Vec<Row> {
    let open = ["Når har servicetorget åpent?", "Er dere åpne julaften?"];
    let rule = ["Må jeg varsle naboene?"];
    let two = ["Må eg varsle naboane?", "Kor lenge har naboane på seg til å komme med merknader?"];
    let english = ["What are your opening hours?", "Are you open on Christmas Eve?"];
    vec![
        row(
            "hours in one paragraph",
            brief(Nb, &open, vec![hours(), fees()]),
            Ready,
            "Takk for e-posten din.\n\nServicetorget er åpent mandag til fredag kl. 09.00–15.00. [4] Torget er stengt 24. og 31. desember. [4]",
        ),
        row(
            "hours nn, quoted once, then on",
            brief(Nn, &["Når har servicetorget ope?", "Har de ope julaftan?"], vec![hours()]),
            Ready,
            "Takk for e-posten din.\n\nI «Åpningstider» står det: «Servicetorget er åpent mandag til fredag kl. 09.00–15.00.» [4] Der står det òg: «Torget er stengt 24. og 31. desember.» [4]",
        ),
        row(
            "hours en",
            brief(En, &english, vec![hours()]),
            Ready,
            "Thank you for your email.\n\nIn “Åpningstider” it says (in Norwegian): “Servicetorget er åpent mandag til fredag kl. 09.00–15.00.” [4] It also says: “Torget er stengt 24. og 31. desember.” [4]",
        ),
        row(
            "rule nb",
            brief(Nb, &rule, vec![neighbours(), fees()]),
            Ready,
            "Takk for e-posten din.\n\nDu må varsle naboer og gjenboere før du sender søknaden. [5] De har to uker på seg til å komme med merknader. [5] Bruk skjemaet for nabovarsel. [5]",
        ),
        row(
            "rule nn from bokmål",
            brief(Nn, &two, vec![neighbours()]),
            Ready,
            "Takk for e-posten din.\n\nI «Nabovarsel» står det: «Du må varsle naboer og gjenboere før du sender søknaden. De har to uker på seg til å komme med merknader. Bruk skjemaet for nabovarsel.» [5]",
        ),
        row(
            "the same asked twice",
            brief(Nb, &["Må jeg varsle naboene?", "Trenger jeg å varsle naboer?"], vec![neighbours()]),
            Ready,
            "Takk for e-posten din.\n\nDu må varsle naboer og gjenboere før du sender søknaden. [5] De har to uker på seg til å komme med merknader. [5] Bruk skjemaet for nabovarsel. [5]",
        ),
        row(
            "unknown",
            brief(Nb, &["Kan jeg sette opp gjerde mot veien [1]?"], vec![hours()]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om gjerde mot veien⟧",
        ),
        row(
            "unknown nn",
            brief(Nn, &["Kan eg setje opp gjerde mot vegen?"], vec![hours()]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om gjerde mot vegen⟧",
        ),
    ]
}

fn procedure() -> Vec<Row> {
    let who = ["Hvem er det som avgjør klagen?"];
    vec![
        row(
            "apply nb",
            brief(Nb, &["Hvordan søker jeg om tilbygg?"], vec![guide(), neighbours()]),
            Ready,
            "Takk for e-posten din.\n\nTilbygg over 15 m² må du søke om. [6] Send situasjonskart og tegninger sammen med søknaden. [6] Bruk skjemaet på nettsiden. [6]",
        ),
        row(
            "apply nn",
            brief(Nn, &["Korleis søkjer eg om tilbygg?"], vec![guide_nn()]),
            Ready,
            "Takk for e-posten din.\n\nTilbygg over 15 m² må du søkje om. [6] Send kart og teikningar saman med søknaden. [6] Bruk skjemaet på nettsida. [6]",
        ),
        row(
            "apply en",
            subject("Extension", brief(En, &["How do I apply for an extension?"], vec![guide_en()])),
            Ready,
            "Thank you for your email.\n\nYou need a permit for an extension larger than 15 m². [6] Send the application with a site plan and drawings. [6] Use the form on our website. [6]",
        ),
        row(
            "apply and when in one paragraph",
            brief(Nb, &["Hvordan søker jeg om tilbygg, og hvor lang tid tar det?"], vec![guide()]),
            Ready,
            "Takk for e-posten din.\n\nTilbygg over 15 m² må du søke om. [6] Send situasjonskart og tegninger sammen med søknaden. [6] Bruk skjemaet på nettsiden. [6] Vi behandler søknader om tilbygg innen tre uker når de er fullstendige. [6]",
        ),
        row(
            "who decides",
            subject("Klage i byggesak", brief(Nb, &who, vec![appeals()])),
            Ready,
            "Takk for e-posten din.\n\nKlager på vedtak etter plan- og bygningsloven avgjøres av statsforvalteren. [8]",
        ),
        row(
            "who decides another kind",
            subject("Klage på barnehageplass", brief(Nb, &who, vec![appeals()])),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om klagen⟧",
        ),
    ]
}

/// An earlier answer to somebody else, with what was true then.
fn earlier(text: &str) -> Excerpt {
    excerpt(10, Origin::Decision, "Svar om gatelys", text)
}

fn precedent() -> Vec<Row> {
    let question = ["Når blir gatelyset i gata vår reparert?"];
    let text = "Hei Kari Moe. Du kan melde fra om gatelys på telefon 55 00 40 00. Vi reparerer gatelys innen 14 dager. Gatelyset i Bergveien 8 ble sjekket.";
    let bears = article(11, "Kontakt oss", "Sentralbordet har telefon 55 00 40 00.");
    let lit = |language, questions: &[&str], evidence| subject("Gatelys", brief(language, questions, evidence));
    let where_to = ["Hvordan kan jeg melde fra om gatelys?"];
    vec![
        row(
            "an earlier answer, its values bound anew",
            lit(Nb, &question, vec![earlier(text), bears.clone()]),
            NeedsFilling,
            "Takk for e-posten din.\n\nVi reparerer gatelys innen ⟦hvor lang tid⟧. [10]",
        ),
        row(
            "an earlier answer, its telephone borne",
            lit(Nb, &where_to, vec![earlier(text), bears]),
            Ready,
            "Takk for e-posten din.\n\nDu kan melde fra om gatelys på telefon 55 00 40 00. [10] [11]",
        ),
        row(
            "an earlier answer without values",
            lit(Nb, &question, vec![earlier("Du får gatelyset reparert så snart vi har deler.")]),
            Ready,
            "Takk for e-posten din.\n\nDu får gatelyset reparert så snart vi har deler. [10]",
        ),
        row(
            "an earlier answer in another language",
            lit(Nn, &["Når blir gatelyset reparert?"], vec![earlier(text)]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om gatelyset reparert⟧",
        ),
    ]
}

fn roads() -> Excerpt {
    let text = "Hovudvegar skal vere brøytte innan klokka 07. Vi strør når det er glatt. Meld frå om manglande brøyting til veg@example.no.";
    article(12, "Brøyting og strøing", text)
}

fn bins() -> Excerpt {
    let text = "Sett dunken ved veien før klokken 06 den dagen den skal tømmes. Er dunken ikke tømt, melder du fra til avfall@example.no.";
    article(13, "Henting av avfall", text)
}

/// The sentence with the kind of value that is asked for, across the written languages.
fn values() -> Vec<Row> {
    let two = "Hvem har ansvaret for dette?";
    let unemptied = "Dunken vår vart ikkje tømd i dag. Kva gjer eg?";
    vec![
        row(
            "a time nb from nn",
            subject("Brøyting", brief(Nb, &["Når skal hovedveiene være brøytet?"], vec![roads()])),
            Ready,
            "Takk for e-posten din.\n\nI «Brøyting og strøing» står det: «Hovudvegar skal vere brøytte innan klokka 07.» [12]",
        ),
        row(
            "a time nn from nb",
            subject("Bosset", brief(Nn, &["Når må dunken stå ved vegen?"], vec![bins()])),
            Ready,
            "Takk for e-posten din.\n\nI «Henting av avfall» står det: «Sett dunken ved veien før klokken 06 den dagen den skal tømmes. Er dunken ikke tømt, melder du fra til avfall@example.no.» [13]",
        ),
        row(
            "a time en",
            subject("Bins", brief(En, &["When must the bin be out by the road?"], vec![bins()])),
            Ready,
            "Thank you for your email.\n\nIn “Henting av avfall” it says (in Norwegian): “Sett dunken ved veien før klokken 06 den dagen den skal tømmes. Er dunken ikke tømt, melder du fra til avfall@example.no.” [13]",
        ),
        row(
            "whom to turn to",
            mail(two, subject("Brøyting i Bergveien", brief(Nb, &[two], vec![roads()]))),
            Ready,
            "Takk for e-posten din.\n\nI «Brøyting og strøing» står det: «Meld frå om manglande brøyting til veg@example.no.» [12]",
        ),
        row(
            "what stands before the question nn",
            mail(unemptied, subject("Bosset", brief(Nn, &["Kva gjer eg?"], vec![bins()]))),
            Ready,
            "Takk for e-posten din.\n\nI «Henting av avfall» står det: «Er dunken ikke tømt, melder du fra til avfall@example.no.» [13]",
        ),
        row(
            "how long others have is not how long we take",
            subject(
                "Nabovarsel",
                brief(Nb, &["Hvor lang tid har naboene på seg til å protestere?"], vec![neighbours()]),
            ),
            Ready,
            "Takk for e-posten din.\n\nDu må varsle naboer og gjenboere før du sender søknaden. [5] De har to uker på seg til å komme med merknader. [5]",
        ),
        row(
            "another thing than the title's first",
            subject(
                "Garasje",
                brief(
                    Nb,
                    &["Må jeg søke om garasje på 40 m²?"],
                    vec![Excerpt { title: "Tilbygg eller garasje".into(), ..guide() }],
                ),
            ),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om garasje⟧",
        ),
        row(
            "a price that stands before the question",
            mail(
                "Vi skal bygge på huset, 65 m².",
                subject("Pris", brief(Nb, &["Hva blir byggesaksgebyret?"], vec![fees()])),
            ),
            Ready,
            "Takk for e-posten din.\n\nGebyret for tilbygg over 50 m² er kr 19 800. [3]",
        ),
        row(
            "a question that names nothing",
            subject("", brief(Nb, &["Hvor stort blir det?"], vec![hours()])),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet «hvor stort blir det»⟧",
        ),
    ]
}

pub(super) fn rows() -> Vec<Row> {
    [fee(), hours_and_rules(), procedure(), precedent(), values()].into_iter().flatten().collect()
}
