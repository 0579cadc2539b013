//! Acts in Lovdata's own form: as files, and packed as they are given out.

use super::{articles, folder, read};
use crate::{Register, law::law, tests::clock};
use domain::rule::law::Standing;
use jiff::civil::date;
use std::{
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
};

const ACT: &str = r#"<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<html lang="nb"><head><title>Lov om havn</title></head><body>
<header class="documentHeader"><dl class="data-document-key-info">
<dt class="legacyID">Datokode</dt><dd class="legacyID">LOV-2001-01-01-1</dd>
<dt class="refid">RefID</dt><dd class="refid">lov/2001-01-01-1</dd>
<dt class="title">Tittel</dt><dd class="title">Lov om havn og kai (havnelova)</dd>
<dt class="titleShort">Korttittel</dt><dd class="titleShort">Havnelova – havnel</dd>
<dt class="dateInForce">I kraft</dt><dd class="dateInForce">2002-01-01</dd></dl></header>
<main class="documentBody"><h1>Lov om havn og kai</h1>
<section class="section" data-name="kap1"><h2>Kapittel 1. Kaier</h2>
<article class="legalArticle" data-name="§1" id="kapittel-1-paragraf-1" data-lovdata-URL="NL/lov/2001-01-01-1/§1">
<h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1</span>. <span class="legalArticleTitle">Formål</span></h3>
<article class="legalP">Loven gjelder kaier<sup class="footnotereference">1</sup> og moloer.</article>
<article class="legalP">Den gjelder også:<ol><li data-name="a."><article class="listArticle">flytebrygger</article></li><li data-name="b."><article class="listArticle">fortøyninger</article></li></ol></article>
<article class="changesToParent">Endret ved lov 1 jan 2010 nr. 1.</article>
<footer class="footnotes">1 Se noten.</footer></article>
<article class="legalArticle" data-name="§2" id="kapittel-1-paragraf-2"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 2</span>. <span class="legalArticleTitle">(Opphevet)</span></h3><article class="changesToParent">Opphevet ved lov 1 jan 2012.</article></article>
<article class="legalArticle" data-name="§3" id="kapittel-1-paragraf-3"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 3</span>.</h3><article class="legalP">Kommunen fører tilsyn.</article></article>
</section></main></body></html>"#;

/// Packed as Lovdata packs.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    let mut archive = tar::Builder::new(encoder);
    for (name, text) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, name, text.as_bytes()).unwrap();
    }
    archive.into_inner().unwrap().finish().unwrap()
}

#[test]
fn each_section_is_an_article_and_what_is_repealed_or_a_note_is_none() {
    let coming = ACT.replace("2002-01-01</dd>", "Kongen bestemmer</dd>").replace("2001-01-01-1", "2025-06-20-81");
    let archive = packed(&[("nl/nl-20010101-001.xml", ACT), ("nl/nl-20250620-081.xml", &coming)]);
    for files in [
        vec![("gjeldende-lover.tar.bz2", archive.as_slice())],
        vec![("nl/nl-20010101-001.xml", ACT.as_bytes()), ("nl/nl-20250620-081.xml", coming.as_bytes())],
    ] {
        let folder = folder(&files);
        let intake = read(folder.path()).unwrap();
        let told: Vec<_> = articles(&intake).iter().map(|one| (one.title.as_str(), one.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (
                    "Havnelova § 1 Formål (Kapittel 1. Kaier)",
                    "Loven gjelder kaier og moloer.\nDen gjelder også: a. flytebrygger b. fortøyninger"
                ),
                ("Havnelova § 3 (Kapittel 1. Kaier)", "Kommunen fører tilsyn."),
            ]
        );
        let first = &articles(&intake)[0];
        assert_eq!(first.url.as_deref(), Some("https://lovdata.no/dokument/NL/lov/2001-01-01-1/§1"));
        assert_eq!(first.valid_from.map(|day| day.0), Some(date(2002, 1, 1)));
        assert_eq!(intake.acts.as_ref().map(Vec::len), Some(2), "what comes is known as not in force");
        assert!(
            Register::of_intake(intake, clock()).unwrap().find("flytebrygger", 3).unwrap()[0].ends_with("paragraf-1")
        );
    }
}

#[test]
fn references_are_held_against_what_was_imported() {
    let folder = folder(&[("nl/a.xml", ACT.as_bytes())]);
    let (kept, ring) = (tempfile::tempdir().unwrap(), vault::Ring::fleeting(clock()).unwrap());
    let house = vocabulary::TenantId::new("fjordvik");
    domain::port::Cipher::admit(&ring, &house).unwrap();
    let shelf = crate::Shelf::new(kept.path(), &ring, &house);
    let place = kept.path().join("law");
    assert_eq!(read(folder.path()).unwrap().keep(&shelf, &place).unwrap(), ["law.jsonl"]);
    assert!(read(folder.path()).unwrap().keep(&shelf, &place).unwrap().is_empty());
    let corpus = law(&place).unwrap();
    for (reference, standing) in [
        ("havneloven § 1 ledd 2", Standing::Known),
        ("havneloven § 2", Standing::NoSection),
        ("havneloven § 3", Standing::Known),
    ] {
        assert_eq!(corpus.standing(reference, date(2026, 1, 1)), standing, "{reference}");
    }
}

#[test]
fn a_broken_archive_or_act_is_refused() {
    let whole = packed(&[("nl/a.xml", ACT)]);
    let unclosed = ACT.replace("</section>", "");
    for (name, bytes, remedy) in [
        ("lover.tar.bz2", &whole[..whole.len() / 2], "the archive is broken"),
        ("lover.tar.bz2", b"BZh9nothing", "the archive is broken"),
        ("a.xml", unclosed.as_bytes(), "no well-formed XML"),
        ("a.xml", b"<html><body data-lovdata-URL=\"x\"></body></html>", "is no act"),
    ] {
        let folder = folder(&[(name, bytes)]);
        let refused = read(folder.path()).unwrap_err().to_string();
        assert!(refused.contains(remedy), "{name}: {refused}");
    }
}

#[test]
fn the_public_acts_become_sections() {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    let data = env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from).join("law");
    if !data.is_dir() {
        let why = "they lie neither beside the project nor where SAKSVAR_PUBLIC_DATA says";
        writeln!(io::stdout(), "\nnot run: importing Lovdata's public acts; {why}").unwrap();
        return;
    }
    let count = fs::read_dir(&data).unwrap().count();
    let intake = read(&data).unwrap();
    assert_eq!(intake.acts.as_ref().map(Vec::len), Some(count));
    assert!(articles(&intake).len() > 20 * count, "{}", articles(&intake).len());
}
