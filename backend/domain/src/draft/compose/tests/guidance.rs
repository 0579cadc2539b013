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
            "Takk for e-posten din.\n\nI «Nabovarsel» står det: «Du må varsle naboer og gjenboere før du sender søknaden. De har to uker på seg til å komme med merknader. Bruk skjemaet for nabovarsel.» [5] Svaret er altså to veker. [5]",
        ),
        row(
            "a mail in a language that nobody here reads",
            mail(
                "Guten Tag, ich möchte eine Garage bauen. Brauche ich dafür eine Genehmigung?",
                brief(Nb, &["Brauche ich dafür eine Genehmigung?"], vec![guide()]),
            ),
            NeedsFilling,
            "Takk for e-posten din. Vi har mottatt den.\n\n⟦svar, når e-posten er oversatt⟧",
        ),
        row(
            "what only speaks of applying goes on about no deadline",
            subject(
                "Frist",
                brief(
                    Nb,
                    &["Når er søknadsfristen for kulturskolen?"],
                    vec![article(
                        5,
                        "Kulturskole",
                        "Søknadsfristen for kulturskolen er 1. mai. Barn kan søkes inn fra andre trinn.",
                    )],
                ),
            ),
            Ready,
            "Takk for e-posten din.\n\nSøknadsfristen for kulturskolen er 1. mai. [5]",
        ),
        row(
            "what hangs on the question before it",
            mail(
                "Når må vi varsle naboene, og hvor lenge kan de vente?",
                subject(
                    "Varsel",
                    brief(
                        Nb,
                        &["Når må vi varsle naboene?", "Hvor lenge kan de vente?"],
                        vec![article(5, "Nabovarsel", "Naboene varsles før søknaden, og de har to uker på seg.")],
                    ),
                ),
            ),
            Ready,
            "Takk for e-posten din.\n\nNaboene varsles før søknaden, og de har to uker på seg. [5]",
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
            "an earlier answer in another language, with a value that nothing bears",
            lit(Nn, &["Når blir gatelyset reparert?"], vec![earlier(text)]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om gatelyset reparert⟧",
        ),
        row(
            "an earlier answer in another language, without values",
            lit(
                Nn,
                &["Når blir gatelyset reparert?"],
                vec![earlier("Du får gatelyset reparert så snart vi har deler.")],
            ),
            Ready,
            "Takk for e-posten din.\n\nVi har svart slik på det same før: «Du får gatelyset reparert så snart vi har deler.» [10]",
        ),
    ]
}

/// An earlier answer about compost, with the price of its year and a condition.
fn compost(words: &str) -> Excerpt {
    let title = "Tidligere svar, 2025/88-2: Svar om kompost";
    Excerpt { date: Some(date(2025, 5, 20)), ..excerpt(10, Origin::Answer, title, words) }
}

/// How each value of an earlier answer is bound to what holds today, and what overtakes it.
fn rebound() -> Vec<Row> {
    let words = "Du kan kompostere matavfall hjemme. Da blir avgiften for kompost kr 650 lavere i året.";
    let asked = |questions: &[&str], evidence| subject("Kompost", brief(Nb, questions, evidence));
    let question = ["Kan vi kompostere matavfall hjemme?"];
    let price = ["Blir avgiften lavere når vi har kompost?"];
    let today = || excerpt(11, Origin::Fee, "Gebyrregulativ", "Avgiften for kompost blir kr 800 lavere i året.");
    let condition = "Du kan kompostere matavfall hjemme. Fram til 1. mai må du kompostere i tett beholder.";
    let rule = |from| Excerpt { valid_from: Some(from), ..article(12, "Kompost", "Kurs i mai er fullt.") };
    vec![
        row(
            "a stale price is left out where it only goes on",
            asked(&question, vec![compost(words)]),
            Ready,
            "Takk for e-posten din.\n\nDu kan kompostere matavfall hjemme. [10]",
        ),
        row(
            "a stale price becomes a gap where it is the answer",
            asked(
                &["Blir avgiften lavere for oss med kompost?"],
                vec![compost("Avgiften for kompost blir kr 650 lavere.")],
            ),
            NeedsFilling,
            "Takk for e-posten din.\n\nAvgiften for kompost blir ⟦beløp⟧ lavere. [10]",
        ),
        row(
            "the price in force wins",
            asked(&price, vec![compost("Avgiften for kompost blir kr 650 lavere i året."), today()]),
            Ready,
            "Takk for e-posten din.\n\nAvgiften for kompost blir kr 800 lavere i året. [11]",
        ),
        row(
            "the price in force takes the place of the stale one",
            asked(
                &question,
                vec![
                    compost(
                        "Du kan kompostere matavfall hjemme. Den som har kompost, får avgiften satt ned med kr 650 i året.",
                    ),
                    today(),
                ],
            ),
            Ready,
            "Takk for e-posten din.\n\nDu kan kompostere matavfall hjemme. [10] Den som har kompost, får avgiften satt ned med kr 800 i året. [10] [11]",
        ),
        row(
            "a condition stays, with a gap for its day",
            asked(&question, vec![compost(condition)]),
            NeedsFilling,
            "Takk for e-posten din.\n\nDu kan kompostere matavfall hjemme. [10] Fram til ⟦dato⟧ må du kompostere i tett beholder. [10]",
        ),
        row(
            "a figure that is no value keeps a sentence out",
            asked(&question, vec![compost("Du kan kompostere matavfall hjemme for to hus.")]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om matavfall hjemme⟧",
        ),
        row(
            "a newer rule of the same matter overtakes it",
            asked(&question, vec![compost(words), rule(date(2026, 1, 1))]),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om matavfall hjemme⟧",
        ),
        row(
            "what is left of an answer answers with its own words, not with those of its title",
            subject(
                "Kompost",
                brief(Nb, &["Hvem fordeler beholdere til kompost?"], vec![compost("Beholdere koster litt i år.")]),
            ),
            CannotAnswer,
            "Takk for e-posten din.\n\n⟦svar på spørsmålet om beholdere til kompost⟧",
        ),
        row(
            "an older rule does not",
            asked(&question, vec![compost(words), rule(date(2024, 1, 1))]),
            Ready,
            "Takk for e-posten din.\n\nDu kan kompostere matavfall hjemme. [10]",
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
    [fee(), hours_and_rules(), procedure(), precedent(), rebound(), values()].into_iter().flatten().collect()
}
