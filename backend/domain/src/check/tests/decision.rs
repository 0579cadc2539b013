//! Letters that decide something: each part that the law wants told is named when it lacks, and nothing is named in a whole letter.

use super::findings;
use vocabulary::{Code, Severity};

const WHOLE: &str = "Vi avslår søknaden din om tilbygg etter plan- og bygningsloven § 21-3 fordi den mangler nabovarsel. \
    Du kan klage til Statsforvalteren innen tre uker fra du mottok dette brevet. Send klagen til oss. \
    Du har rett til å se dokumentene i saken.";
const WHOLE_NN: &str = "Vi avslår søknaden din om tilbygg etter plan- og bygningslova § 21-3 fordi han manglar nabovarsel. \
    Du kan klage til Statsforvaltaren innan tre veker frå du fekk dette brevet. Klaga skal sendast til oss. \
    Du har rett til å sjå dokumenta i saka.";
const ACCESS: &str = "Vi avslår kravet ditt om innsyn etter offentleglova § 14 første ledd. Du kan klage til statsforvalteren innen \
    tre uker. Du kan innen tre uker kreve en nærmere begrunnelse.";

/// What a finding of this code says, and how heavy it is.
fn said(marked: &str, code: Code) -> Option<(Severity, String)> {
    let found = findings(marked).into_iter().find(|finding| finding.code == code);
    found.map(|finding| (finding.severity, finding.why))
}

#[test]
fn what_a_decision_does_not_say_of_appeal_is_named() {
    let without = |part: &str| WHOLE.replace(part, "");
    for (letter, missing) in [
        (WHOLE.to_owned(), &[][..]),
        (WHOLE_NN.to_owned(), &[]),
        (without(" Send klagen til oss."), &["hvor klagen sendes"]),
        (without(" til Statsforvalteren"), &["klageinstansen"]),
        (without(" innen tre uker fra du mottok dette brevet"), &["klagefristen"]),
        (without(" Du har rett til å se dokumentene i saken."), &["retten til å se dokumentene"]),
        (
            "Vi avslår søknaden din fordi den mangler nabovarsel.".to_owned(),
            &[
                "retten til å klage",
                "klagefristen",
                "klageinstansen",
                "hvor klagen sendes",
                "retten til å se dokumentene",
            ],
        ),
        (ACCESS.to_owned(), &[]),
        (ACCESS.replace("innen tre uker. Du", "snart. Du").replace("innen tre uker kreve", "kreve"), &["klagefristen"]),
        ("Når vedtaket er fattet, får du brev.".to_owned(), &[]),
    ] {
        let found = said(&letter, Code::AppealMissing);
        let Some((severity, why)) = found else {
            assert!(missing.is_empty(), "{letter}");
            continue;
        };
        assert_eq!(severity, Severity::Stop, "{letter}");
        let named = why.rsplit(": ").next().unwrap_or_default().trim_end_matches('.');
        assert_eq!(named.split(", ").collect::<Vec<_>>(), missing, "{letter}");
    }
}

#[test]
fn what_the_reasons_of_a_decision_do_not_say_is_named() {
    for (letter, said_of_it) in [
        (WHOLE, None),
        (WHOLE_NN, None),
        (
            "Vi avslår søknaden din.",
            Some((Severity::Stop, "reglene vedtaket bygger på, fakta vedtaket bygger på, hva det er lagt vekt på")),
        ),
        (
            "Vi avslår søknaden din fordi den mangler nabovarsel.",
            Some((Severity::Verify, "reglene vedtaket bygger på")),
        ),
        (
            "Vi avslår søknaden etter barnehageloven.",
            Some((Severity::Stop, "fakta vedtaket bygger på, hva det er lagt vekt på")),
        ),
        ("Vi avslår søknaden fordi tiltaket er i strid med reguleringsplanen.", None),
        ("Vi innvilger søknaden etter barnehageloven § 16 etter en samlet vurdering.", None),
        (
            "Vi avslår søknaden fordi plassene er fulle. Du kan klage etter forvaltningsloven § 28.",
            Some((Severity::Verify, "reglene vedtaket bygger på")),
        ),
        ("Vedtaket ble sendt 3. mars 2026.", None),
    ] {
        let found = said(letter, Code::ReasonsMissing);
        let found = found.map(|(severity, why)| {
            (severity, why.rsplit(": ").next().unwrap_or_default().trim_end_matches('.').to_owned())
        });
        assert_eq!(found.as_ref().map(|(severity, why)| (*severity, why.as_str())), said_of_it, "{letter}");
    }
}

#[test]
fn what_a_refusal_of_access_does_not_say_is_named() {
    let instead = |provision: &str| ACCESS.replace("offentleglova § 14 første ledd", provision);
    for (letter, severity, missing) in [
        (ACCESS.to_owned(), Severity::Verify, None),
        (instead("offl. § 13 første ledd, jf. forvaltningsloven § 13 første ledd nr. 1"), Severity::Verify, None),
        (instead("offentleglova § 18"), Severity::Verify, None),
        (instead("loven"), Severity::Stop, Some("bestemmelsen avslaget bygger på")),
        (instead("offentleglova § 31"), Severity::Stop, Some("bestemmelsen avslaget bygger på")),
        (instead("offentleglova § 14"), Severity::Stop, Some("ledd, bokstav eller nummer")),
        (
            instead("offentleglova § 13 første ledd"),
            Severity::Stop,
            Some("bestemmelsen om taushetsplikt (offentleglova § 13)"),
        ),
        (
            ACCESS.replace(" Du kan innen tre uker kreve en nærmere begrunnelse.", ""),
            Severity::Verify,
            Some("retten til å kreve en nærmere begrunnelse"),
        ),
    ] {
        let (found, why) = said(&letter, Code::Refusal).expect("a refusal is found");
        assert_eq!(found, severity, "{letter}: {why}");
        let named = why.strip_prefix("Avslaget på innsyn mangler: ").map(|rest| rest.trim_end_matches('.'));
        assert_eq!(named, missing, "{letter}");
        assert!(said(&letter, Code::Decision).is_none(), "{letter}");
    }
}

#[test]
fn the_last_day_to_appeal_is_counted_from_a_stated_receipt() {
    for (letter, severity, why) in [
        ("Du kan klage innen tre uker fra du mottok vedtaket.", Severity::Verify, "er en frist"),
        ("Klagefristen er 23. november 2026.", Severity::Verify, "løper fra mottakeren fikk vedtaket"),
        ("Du kan klage fram til 23. november 2026.", Severity::Verify, "løper fra mottakeren fikk vedtaket"),
        ("Du mottok vedtaket 2. november 2026. Klagefristen er 23. november 2026.", Severity::Verify, "er en frist"),
        (
            "Du mottok vedtaket 2. november 2026. Klagefristen er 30. november 2026.",
            Severity::Stop,
            "ikke tre uker fra",
        ),
        ("Du mottok vedtaket 2. november 2026, og kan klage innen 23. november 2026.", Severity::Verify, "er en frist"),
        ("Du fikk vedtaket 12. mars 2026. Du må klage innen 7. april 2026.", Severity::Verify, "er en frist"),
        ("Du får svar på klagen din innen 15. januar 2027.", Severity::Verify, "er en frist"),
        ("Svarfristen er 23. november 2026.", Severity::Verify, "er en frist"),
    ] {
        let (found, said) = said(letter, Code::Deadline).expect("a deadline is found");
        assert_eq!(found, severity, "{letter}: {said}");
        assert!(said.contains(why), "{letter}: {said}");
    }
}
