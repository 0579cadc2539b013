//! References to law held against imported acts, the act in force first.

use super::{PER, TODAY, draft, evidence};
use crate::{
    check::{self, Ground},
    rule::{
        Rules,
        law::{Act, Corpus},
    },
};
use jiff::civil::date;
use std::sync::Arc;
use vocabulary::{Code, Language, Severity};

fn acts() -> Vec<Act> {
    let act = |name: &'static str, from, provisions: &[(&'static str, &'static str)]| {
        Act::read([name].into_iter(), from, provisions.iter().copied())
    };
    let handling = [("§ 11", "Ett."), ("§ 28", "Ett.\nTo.\nTre.\nFire."), ("§ 29", "Ett.")];
    [
        act("forvaltningsloven", Some(date(1970, 1, 1)), &handling),
        act("forvaltningsloven", None, &[("§ 63", "(1) Ett.")]),
        act("havneloven", None, &[("§ 1", "Ett.")]),
        act("personopplysningsloven", Some(date(2018, 7, 20)), &[("§ 12", "Ett."), ("gdpr/a15", "Ett.")]),
    ]
    .concat()
}

fn said(marked: &str, law: Corpus) -> Vec<(Severity, String)> {
    let (evidence, rules) = (evidence(), Rules { law: Arc::new(law), ..Rules::shipped("Fjordvik kommune") });
    let ground = Ground { thread: None, evidence: &evidence, rules: &rules, today: TODAY, words: Language::Nb };
    let checked = check::run(draft(marked, PER), &ground);
    let found = checked.findings().iter().filter(|finding| finding.code == Code::LawUnknown);
    found.map(|finding| (finding.severity, finding.text.clone())).collect()
}

#[test]
fn a_provision_that_no_act_in_force_has_is_found() {
    for (marked, expected) in [
        ("Du kan klage, jf. forvaltningsloven § 28.", None),
        ("Du kan klage, jf. fvl. § 28 fjerde ledd.", None),
        ("Du kan klage, jf. fvl. § 28 femte ledd.", Some((Severity::Verify, "fvl. § 28 femte ledd"))),
        ("Du kan klage, jf. forvaltningslova § 99.", Some((Severity::Verify, "forvaltningslova § 99"))),
        // Passed, not in force: the act it shall follow decides.
        ("Du kan klage, jf. forvaltningsloven § 63.", Some((Severity::Verify, "forvaltningsloven § 63"))),
        ("Etter havnelova § 1 må du søkje.", Some((Severity::Verify, "havnelova § 1"))),
        ("Etter pbl. § 20-1 må du søke.", Some((Severity::Note, "pbl. § 20-1"))),
        ("Du har rett til innsyn etter GDPR art. 15.", None),
        (
            "Du har rett til innsyn etter personvernforordningen art. 151.",
            Some((Severity::Verify, "personvernforordningen art. 151")),
        ),
        ("See section 28 of the Public Administration Act.", None),
        (
            "See section 98 of the Public Administration Act.",
            Some((Severity::Verify, "section 98 of the Public Administration Act")),
        ),
        ("Dette står i § 4 i vedtektene.", None),
    ] {
        let found = said(marked, Corpus::new(acts()));
        assert_eq!(found.first().map(|(severity, text)| (*severity, text.as_str())), expected, "{marked}");
    }
    // Without a corpus only what the evidence quotes is held against it.
    assert!(said("Etter pbl. § 20-1 må du søke.", Corpus::default()).is_empty());
    assert_eq!(said("Etter forvaltningsloven § 99 må du søke.", Corpus::default()).len(), 1);
}
