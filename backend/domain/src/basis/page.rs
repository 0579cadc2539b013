//! The page (side): what one answer was based on, to be read and printed by somebody who was not there.

use super::{Anchor, Basis, Commitment, Kept, Placed, Said as Committed, act, checksum, sheet::Sheet};
use crate::{
    check::Finding,
    dossier::{Revision, Stretch},
    draft::normal::hex,
    evidence::Item,
    review::Ruling,
    thread::Message,
};
use jiff::civil::Date;
use vocabulary::Language;

/// The page in the reader's language: one HTML document that needs nothing else.
#[must_use]
pub fn page(basis: &Basis, words: Language) -> String {
    let title = ["Hva bygget svaret på?", "Kva bygde svaret på?", "On what was this answer based?"];
    let mut sheet = Sheet::new(title, words);
    about(&mut sheet, basis);
    match &basis.kept {
        Some(kept) => facts(&mut sheet, kept),
        None => sheet.note([
            "Teksten er slettet etter reglene for oppbevaring. Det som står igjen, er revisjonssporet: hvem som gjorde hva, \
             id-ene til kildene, og kontrollsummer av teksten.",
            "Teksten er sletta etter reglane for oppbevaring. Det som står att, er revisjonssporet: kven som gjorde kva, \
             id-ane til kjeldene, og kontrollsummar av teksten.",
            "The text has been erased as retention demands. What is left is the trail: who did what, the ids of the sources, and \
             checksums of the text.",
        ]),
    }
    commitments(&mut sheet, &basis.commitments());
    entries(&mut sheet, basis);
    proofs(&mut sheet, basis);
    sheet.done()
}

fn about(sheet: &mut Sheet, basis: &Basis) {
    let dossier = basis.kept.as_ref().map(|kept| &kept.dossier);
    let pairs = [
        (["Virksomhet", "Verksemd", "Body"], basis.body.clone()),
        (["Referanse", "Referanse", "Reference"], dossier.map(|one| one.reference.to_string()).unwrap_or_default()),
        (["Utkast", "Utkast", "Draft"], basis.draft.to_string()),
        (
            ["Status", "Status", "Status"],
            dossier.map(|one| sheet.say(act::status(one.status)).to_owned()).unwrap_or_default(),
        ),
        (["Siden er laget", "Sida er laga", "This page was made"], sheet.moment(basis.at)),
    ];
    sheet.pairs(&pairs);
}

fn facts(sheet: &mut Sheet, kept: &Kept) {
    mail(sheet, kept);
    answer(sheet, kept);
    evidence(sheet, kept);
    findings(sheet, kept);
    revisions(sheet, kept);
    review(sheet, kept);
    sent(sheet, kept);
}

fn mail(sheet: &mut Sheet, kept: &Kept) {
    let dossier = &kept.dossier;
    sheet.heading(["Hvem spurte, og om hva", "Kven spurde, og om kva", "Who asked, and what"]);
    if let Some(mail) = dossier.answered() {
        let from = address(mail);
        let received = mail.date.map(|at| sheet.moment(at)).unwrap_or_default();
        let number = dossier.matched.number.map(|number| number.to_string()).unwrap_or_default();
        let case = [number, sheet.say(act::reason(dossier.matched.reason)).to_owned()];
        sheet.pairs(&[
            (["Fra", "Frå", "From"], from),
            (["Mottatt", "Motteken", "Received"], received),
            (["Emne", "Emne", "Subject"], mail.subject.clone()),
            (["Message-ID", "Message-ID", "Message-ID"], mail.internet_id.clone().unwrap_or_default()),
            (
                ["Sak", "Sak", "Case"],
                case.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" – "),
            ),
        ]);
        body(sheet, &mail.text);
    }
    let others = dossier.messages.len().saturating_sub(1);
    if others > 0 {
        sheet.pairs(&[(
            ["Andre e-poster som ble lest", "Andre e-postar som vart lesne", "Other mails that were read"],
            others.to_string(),
        )]);
    }
}

/// A text that is kept, or that it is not.
fn body(sheet: &mut Sheet, text: &str) {
    if text.trim().is_empty() {
        sheet.note([
            "Teksten er slettet etter reglene for oppbevaring.",
            "Teksten er sletta etter reglane for oppbevaring.",
            "The text has been erased as retention demands.",
        ]);
    } else {
        sheet.text(text);
    }
}

fn address(mail: &Message) -> String {
    let name = mail.from.name.as_deref().unwrap_or_default();
    format!("{name} <{}>", mail.from.address).trim().to_owned()
}

fn answer(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Svaret, setning for setning", "Svaret, setning for setning", "The answer, sentence by sentence"]);
    let Some(checked) = &kept.checked else { return body(sheet, &kept.dossier.current().marked) };
    let rows: Vec<Vec<String>> = checked
        .sentences()
        .iter()
        .map(|sentence| {
            let sources: Vec<String> = sentence.citations.iter().map(|number| format!("[{number}]")).collect();
            vec![sentence.text.clone(), sources.join(" "), sheet.say(act::bearing(sentence.bearing)).to_owned()]
        })
        .collect();
    sheet.table(
        &[["Setning", "Setning", "Sentence"], ["Kilder", "Kjelder", "Sources"], ["Dekning", "Dekning", "Support"]],
        rows,
    );
}

fn evidence(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Kildene", "Kjeldene", "The sources"]);
    for item in &kept.dossier.evidence {
        source(sheet, kept, item);
    }
    if kept.dossier.evidence.is_empty() {
        sheet.note(["Ingen kilder ble funnet.", "Ingen kjelder vart funne.", "No sources were found."]);
    }
}

fn source(sheet: &mut Sheet, kept: &Kept, Item { number, source }: &Item) {
    sheet.under(&format!("[{number}] {}", source.title));
    let used = if kept.cites(*number) { ["ja", "ja", "yes"] } else { ["nei", "nei", "no"] };
    let inward = ["intern, siteres ikke utad", "intern, blir ikkje sitert utetter", "internal, never quoted outwards"];
    let inward = if source.is_inward() { sheet.say(inward) } else { "" };
    let access = [source.access.code.as_deref().unwrap_or_default(), inward].join(" ");
    let day = |day: Option<Date>| day.map(|day| sheet.day(day)).unwrap_or_default();
    sheet.pairs(&[
        (["Dokument", "Dokument", "Record"], format!("{} ({})", source.record, source.system)),
        (["Dato", "Dato", "Date"], day(source.date)),
        (["Gjelder fra", "Gjeld frå", "In force from"], day(source.valid_from)),
        (["Gjelder til", "Gjeld til", "In force until"], day(source.valid_to)),
        (["Utgave hentet", "Utgåve henta", "Version fetched"], sheet.moment(source.retrieved)),
        (["Tilgang", "Tilgang", "Access"], access.trim().to_owned()),
        (["Enhet", "Eining", "Unit"], source.unit.clone().unwrap_or_default()),
        (["Sitert i svaret", "Sitert i svaret", "Cited in the answer"], sheet.say(used).to_owned()),
        (["Kontrollsum (SHA-256)", "Kontrollsum (SHA-256)", "Checksum (SHA-256)"], checksum(source)),
    ]);
    body(sheet, &source.text);
}

fn findings(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Merknader", "Merknader", "Findings"]);
    let Some(checked) = &kept.checked else { return };
    if kept.dossier.current().rules != kept.rules {
        sheet.note([
            "Merknadene er funnet på nytt med dagens husregler, som er andre enn dem utgaven ble laget under.",
            "Merknadene er funne på nytt med husreglane i dag, som er andre enn dei utgåva vart laga under.",
            "The findings were found again under the house rules of today, which are not those the revision was made under.",
        ]);
    }
    let row = |finding: &Finding, sheet: &Sheet| {
        let names: Vec<&str> = kept.ticked(finding).iter().map(|ruling| ruling.by_name.as_str()).collect();
        let why = finding.legal.map_or_else(|| finding.why.clone(), |legal| format!("{} ({legal})", finding.why));
        vec![finding.text.clone(), why, sheet.say(act::severity(finding.severity)).to_owned(), names.join(", ")]
    };
    let rows: Vec<_> = checked.findings().iter().map(|finding| row(finding, sheet)).collect();
    if rows.is_empty() {
        return sheet.note(["Ingen.", "Ingen.", "None."]);
    }
    let heads = [
        ["Ord", "Ord", "Words"],
        ["Hvorfor", "Kvifor", "Why"],
        ["Vekt", "Vekt", "Weight"],
        ["Krysset av", "Kryssa av", "Ticked by"],
    ];
    sheet.table(&heads, rows);
}

fn revisions(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Utgavene", "Utgåvene", "The revisions"]);
    for revision in &kept.dossier.revisions {
        let title = sheet.say(["utgave", "utgåve", "revision"]);
        sheet.under(&format!("{}. {title}", revision.number));
        let writer = act::writer(&revision.writer).map_or(revision.writer.as_str(), |said| sheet.say(said)).to_owned();
        let note = revision.note.map(|note| sheet.say(act::note(note)).to_owned()).unwrap_or_default();
        sheet.pairs(&[
            (["Ansvarlig", "Ansvarleg", "Author"], revision.author_name.clone()),
            (["Tid", "Tid", "Time"], sheet.moment(revision.at)),
            (["Skrevet av", "Skriven av", "Written by"], writer),
            (["Merknad", "Merknad", "Note"], note),
            (["Husregler, utgave", "Husreglar, utgåve", "House rules, version"], revision.rules.to_string()),
            (["Til", "Til", "To"], revision.recipients.join(", ")),
        ]);
        changed(sheet, kept, revision);
    }
}

fn changed(sheet: &mut Sheet, kept: &Kept, revision: &Revision) {
    let changes = kept.changes(revision);
    if revision.number == 1 {
        body(sheet, &revision.marked);
    } else if changes.iter().all(Stretch::is_same) {
        sheet.note([
            "Samme tekst som utgaven før.",
            "Same tekst som utgåva før.",
            "The same text as the revision before.",
        ]);
    } else {
        sheet.stretches(changes.iter().map(|stretch| match stretch {
            Stretch::Same(text) => (None, text.as_str()),
            Stretch::Added(text) => (Some("ins"), text.as_str()),
            Stretch::Removed(text) => (Some("del"), text.as_str()),
        }));
    }
}

fn review(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Godkjenning", "Godkjenning", "Approval"]);
    let dossier = &kept.dossier;
    if let Some(request) = &dossier.request {
        let asked = format!("{}, {}", request.by_name, sheet.moment(request.at));
        sheet.pairs(&[(["Bedt om av", "Bede om av", "Asked for by"], asked)]);
    }
    let row = |ruling: &Ruling, sheet: &Sheet| {
        let said = if ruling.approve {
            ["godkjent", "godkjend", "approved"]
        } else {
            ["sendt tilbake", "sendt tilbake", "returned"]
        };
        let ticked = ruling.ticked.len().to_string();
        vec![
            ruling.by_name.clone(),
            sheet.moment(ruling.at),
            ruling.revision.to_string(),
            sheet.say(said).to_owned(),
            ruling.comment.clone(),
            ticked,
        ]
    };
    let rows: Vec<_> = dossier.rulings.iter().map(|ruling| row(ruling, sheet)).collect();
    if rows.is_empty() {
        return sheet.note([
            "Ingen annen har tatt stilling til svaret.",
            "Ingen annan har teke stilling til svaret.",
            "No second person has ruled on the answer.",
        ]);
    }
    let heads = [
        ["Hvem", "Kven", "Who"],
        ["Når", "Når", "When"],
        ["Utgave", "Utgåve", "Revision"],
        ["Svar", "Svar", "Word"],
        ["Kommentar", "Kommentar", "Comment"],
        ["Krysset av", "Kryssa av", "Ticked"],
    ];
    sheet.table(&heads, rows);
}

fn sent(sheet: &mut Sheet, kept: &Kept) {
    sheet.heading(["Seglet, og det som gikk ut", "Seglet, og det som gjekk ut", "The seal, and what left"]);
    let Some(seal) = &kept.dossier.seal else {
        return sheet.note(["Svaret er ikke forseglet.", "Svaret er ikkje forsegla.", "The answer is not sealed."]);
    };
    let not_seen = ["ikke sett blant sendte ennå", "ikkje sett blant sende enno", "not seen among those sent yet"];
    let left = seal.sent.map_or_else(|| sheet.say(not_seen).to_owned(), |at| sheet.moment(at));
    let envelope = &seal.envelope;
    let attached: Vec<&str> = envelope.attachments.iter().map(|one| one.name.as_str()).collect();
    sheet.pairs(&[
        (["Utgave", "Utgåve", "Revision"], seal.revision.to_string()),
        (["Forseglet", "Forsegla", "Sealed"], sheet.moment(seal.made)),
        (["Gjaldt til", "Gjaldt til", "Good until"], sheet.moment(seal.expires)),
        (["Sendt", "Sendt", "Sent"], left),
        (["Fra", "Frå", "From"], envelope.from.clone()),
        (["Til", "Til", "To"], envelope.to.join(", ")),
        (["Kopi", "Kopi", "Cc"], [&envelope.cc[..], &envelope.bcc].concat().join(", ")),
        (["Emne", "Emne", "Subject"], envelope.subject.clone()),
        (["Vedlegg", "Vedlegg", "Attachments"], attached.join(", ")),
    ]);
    sheet.note([
        "Teksten som ble forseglet, uten linjeskift:",
        "Teksten som vart forsegla, utan linjeskift:",
        "The text that was sealed, without its line breaks:",
    ]);
    body(sheet, &seal.text);
}

fn commitments(sheet: &mut Sheet, all: &[Commitment]) {
    sheet.heading([
        "Kontrollsummer av teksten i sporet",
        "Kontrollsummar av teksten i sporet",
        "Commitments to the text in the trail",
    ]);
    let row = |one: &Commitment, sheet: &Sheet| {
        let entries: Vec<String> = one.entries.iter().map(u64::to_string).collect();
        let said = match one.said {
            Committed::Matches => ["stemmer med teksten", "stemmer med teksten", "matches the text"],
            Committed::Differs => ["STEMMER IKKE med teksten", "STEMMER IKKJE med teksten", "DOES NOT match the text"],
            Committed::Erased if one.entries.len() > 1 => [
                "teksten er slettet; postene har samme sum",
                "teksten er sletta; postane har same sum",
                "the text is erased; the entries agree",
            ],
            Committed::Erased => ["teksten er slettet", "teksten er sletta", "the text is erased"],
        };
        vec![one.revision.to_string(), entries.join(", "), one.hash.clone(), sheet.say(said).to_owned()]
    };
    let rows: Vec<_> = all.iter().map(|one| row(one, sheet)).collect();
    let heads = [
        ["Utgave", "Utgåve", "Revision"],
        ["Poster", "Postar", "Entries"],
        ["Saltet SHA-256", "Salta SHA-256", "Salted SHA-256"],
        ["Teksten", "Teksten", "The text"],
    ];
    sheet.table(&heads, rows);
}

fn entries(sheet: &mut Sheet, basis: &Basis) {
    sheet.heading(["Revisjonssporet", "Revisjonssporet", "The trail"]);
    let row = |placed: &Placed, sheet: &Sheet| {
        let entry = &placed.link.entry;
        let who = entry.person.as_ref().map_or_else(|| "Saksvar".to_owned(), |person| basis.name(person));
        let facts: Vec<String> = entry
            .facts
            .iter()
            .filter(|(name, _)| name != "text")
            .map(|(name, value)| format!("{}: {value}", act::fact(name).map_or(name.as_str(), |said| sheet.say(said))))
            .collect();
        let revision = entry.revision.map(|number| number.to_string()).unwrap_or_default();
        let done = sheet.say(act::action(entry.action)).to_owned();
        vec![placed.link.sequence.to_string(), sheet.moment(entry.at), who, done, revision, facts.join("; ")]
    };
    let rows: Vec<_> = basis.entries.iter().map(|placed| row(placed, sheet)).collect();
    let heads = [
        ["Post", "Post", "Entry"],
        ["Tid", "Tid", "Time"],
        ["Hvem", "Kven", "Who"],
        ["Hva", "Kva", "What"],
        ["Utgave", "Utgåve", "Revision"],
        ["Opplysninger", "Opplysningar", "Facts"],
    ];
    sheet.table(&heads, rows);
}

fn proofs(sheet: &mut Sheet, basis: &Basis) {
    sheet.heading(["Bevis", "Bevis", "Proofs"]);
    sheet.note(match &basis.anchor {
        Anchor::Checkpoint(_) => [
            "Hver post er vist mot det siste signerte sjekkpunktet (RFC 9162, avsnitt 2.1.3).",
            "Kvar post er vist mot det siste signerte sjekkpunktet (RFC 9162, avsnitt 2.1.3).",
            "Each entry is proved against the last signed checkpoint (RFC 9162, section 2.1.3).",
        ],
        Anchor::Now(..) => [
            "Det finnes ikke noe signert sjekkpunkt. Postene er vist mot sporet slik det er nå; at slutten er hel, kan ikke bevises.",
            "Det finst ikkje noko signert sjekkpunkt. Postane er viste mot sporet slik det er no; at slutten er heil, kan ikkje provast.",
            "There is no signed checkpoint. The entries are proved against the trail as it is now; that its end is whole cannot be proved.",
        ],
    });
    let origin =
        if let Anchor::Checkpoint(checkpoint) = &basis.anchor { checkpoint.origin.clone() } else { String::new() };
    sheet.pairs(&[
        (["Spor", "Spor", "Trail"], origin),
        (["Poster", "Postar", "Entries"], basis.anchor.size().to_string()),
        (["Rot", "Rot", "Root"], hex(basis.anchor.root())),
    ]);
    for placed in &basis.entries {
        proof(sheet, basis, placed);
    }
}

fn proof(sheet: &mut Sheet, basis: &Basis, placed: &Placed) {
    let said = match placed.holds(&basis.anchor) {
        Some(true) => ["beviset holder", "beviset held", "the proof holds"],
        Some(false) => ["BEVISET HOLDER IKKE", "BEVISET HELD IKKJE", "THE PROOF DOES NOT HOLD"],
        None => ["nyere enn sjekkpunktet", "nyare enn sjekkpunktet", "newer than the checkpoint"],
    };
    let (sequence, size) = (placed.link.sequence, basis.anchor.size());
    let [post, of] = [["Post", "Post", "Entry"], ["av", "av", "of"]].map(|said| sheet.say(said));
    sheet.under(&format!("{post} {sequence} {of} {size}: {}", sheet.say(said)));
    let path = placed.proof.iter().flatten().map(|hash| hex(hash));
    let lines: Vec<String> = std::iter::once(placed.link.hash.clone()).chain(path).collect();
    sheet.codes(&lines);
}
