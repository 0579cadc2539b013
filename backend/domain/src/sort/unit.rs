//! Where mail can be forwarded (enheter): which unit a mail's words belong to, by what each unit says it answers for.

use super::{
    lexicon::words,
    matter::{self, MATTERS},
};
use crate::evidence::word::{is_kin, stems};
use std::collections::HashSet;

/// A unit of the municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where its mail goes.
    pub email: String,
    /// What it answers for, in the words of those who write to it.
    pub about: String,
}

/// The municipality that sorts: its units and what it is called.
#[derive(Debug)]
pub struct House {
    units: Vec<Unit>,
    /// Names of the municipality, lower case, without the word municipality.
    names: Vec<String>,
    /// Each word that units say of themselves, with the units that say it.
    said: Vec<(String, Vec<usize>)>,
    /// For each matter, the units that answer for it.
    matters: Vec<Vec<usize>>,
}

/// The unit that a mail most belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ranked {
    /// Which.
    pub(super) unit: usize,
    /// How much of what speaks for units speaks for this one, 0 to 1.
    pub(super) share: f32,
    /// Its words in the mail, the weightiest first.
    pub(super) words: Vec<String>,
}

impl House {
    /// The house with these units; its names come from the domains of their addresses (`fjordvik.kommune.no`).
    #[must_use]
    pub fn new(units: Vec<Unit>) -> Self {
        let mut said: Vec<(String, Vec<usize>)> = Vec::new();
        let mut matters: Vec<Vec<usize>> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let text = format!("{} {}", unit.name, unit.about);
            for stem in stems(&text).into_iter().filter(|stem| !matter::is_general(stem)) {
                match said.iter_mut().find(|(known, _)| *known == stem) {
                    Some((_, of)) => of.push(at),
                    None => said.push((stem, vec![at])),
                }
            }
            let rows: HashSet<usize> = MATTERS.hits(&words(&text)).into_iter().map(|hit| hit.row).collect();
            for row in rows {
                matters.resize_with(matters.len().max(row + 1), Vec::new);
                matters[row].push(at);
            }
            names.extend(municipality(&unit.email).filter(|name| !names.contains(name)));
        }
        Self { units, names, said, matters }
    }

    /// The units.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The unit one of these addresses belongs to.
    pub(super) fn at<'a>(&self, mut addresses: impl Iterator<Item = &'a str>) -> Option<usize> {
        addresses.find_map(|address| self.units.iter().position(|unit| unit.email.eq_ignore_ascii_case(address)))
    }

    /// Whether this unit opens everybody's mail instead of answering for a matter.
    pub(super) fn is_general(&self, unit: usize) -> bool {
        const DESKS: [&str; 6] = ["post", "firmapost", "epost", "servicetorg", "sentralbord", "kontakt"];
        let unit = &self.units[unit];
        let desk = DESKS.iter().any(|desk| unit.email.to_lowercase().starts_with(desk));
        desk || unit.about.to_lowercase().contains("generelle")
    }

    /// The unit that the words of a mail belong to; the first `subject` words count more.
    pub(super) fn rank(&self, mail: &[String], subject: usize) -> Option<Ranked> {
        let mut scores = vec![0.0_f32; self.units.len()];
        let mut because: Vec<Vec<(f32, String)>> = vec![Vec::new(); self.units.len()];
        for (word, weights) in self.weights(mail, subject) {
            for (unit, weight) in weights {
                scores[unit] += weight;
                because[unit].push((weight, word.clone()));
            }
        }
        let all: f32 = scores.iter().sum();
        let unit = (0..scores.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b]))?;
        let mut words = std::mem::take(&mut because[unit]);
        words.sort_by(|a, b| b.0.total_cmp(&a.0));
        (scores[unit] > 0.0).then(|| Ranked {
            unit,
            share: scores[unit] / all,
            words: words.into_iter().map(|(_, word)| word).take(3).collect(),
        })
    }

    /// For each different word, how much it speaks for which units: a word of the unit's own most, a word of its matter less, and
    /// each less when several units claim it.
    fn weights(&self, mail: &[String], subject: usize) -> Vec<(String, Vec<(usize, f32)>)> {
        let hits = MATTERS.hits(mail);
        let mut seen: HashSet<&str> = HashSet::new();
        let fresh = mail.iter().enumerate().filter(|(_, word)| seen.insert(word));
        let weigh = |(at, word): (usize, &String)| {
            let place = if at < subject { 1.5 } else { 1.0 } * if matter::is_place(word) { 0.5 } else { 1.0 };
            let own = stems(word).into_iter().next().filter(|stem| !matter::is_general(stem));
            let direct = own.iter().flat_map(|stem| self.said.iter().filter(move |(said, _)| is_kin(stem, said)));
            let mut weights: Vec<(usize, f32)> = direct.flat_map(|(_, of)| shared(of, 2.0 * place)).collect();
            let rows = hits.iter().filter(|hit| hit.at == at).filter_map(|hit| self.matters.get(hit.row));
            weights.extend(rows.flat_map(|of| shared(of, place)));
            weights.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            weights.dedup_by_key(|(unit, _)| *unit);
            (word.clone(), weights)
        };
        fresh.map(weigh).filter(|(_, weights)| !weights.is_empty()).collect()
    }
}

fn shared(of: &[usize], weight: f32) -> impl Iterator<Item = (usize, f32)> {
    let each = weight / of.len().max(1) as f32;
    of.iter().map(move |unit| (*unit, each))
}

/// `post@fjordvik.kommune.no` → `fjordvik`.
fn municipality(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    let name = domain.strip_suffix(".kommune.no")?.rsplit('.').next()?;
    Some(name.to_lowercase())
}

#[cfg(test)]
pub(super) mod tests {
    use super::{House, Unit, words};

    /// A municipality of our own invention.
    pub(crate) fn house() -> House {
        let unit = |id: &str, name: &str, about: &str| Unit {
            id: id.to_owned(),
            name: name.to_owned(),
            email: format!("{id}@fjordvik.kommune.no"),
            about: about.to_owned(),
        };
        House::new(vec![
            unit("byggesak", "Byggesak", "byggesøknader, tilbygg, nabovarsel, ferdigattest, dispensasjon"),
            unit("skole", "Barnehage og skole", "barnehageplass, opptak, skole, SFO, skoleskyss"),
            unit(
                "vva",
                "Vei, vann og avløp",
                "kommunale veier, brøyting, gatelys, vannlekkasje, avløp, renovasjon, parkering",
            ),
            unit("helse", "Helse og omsorg", "hjemmesykepleie, omsorgsbolig, barnevern, hjelpemidler"),
            unit("okonomi", "Økonomi", "faktura, eiendomsskatt, betalingsutsettelse, skjenkebevilling"),
            unit("postmottak", "Dokumentsenteret", "innsynskrav, journal, arkiv, klage på vedtak, generelle spørsmål"),
            unit("kultur", "Kultur og idrett", "bibliotek, kulturskole, svømmehall, arrangement, turstier"),
        ])
    }

    #[test]
    fn words_lead_to_the_unit_that_answers_for_them() {
        let house = house();
        for (text, unit) in [
            ("Kan jeg søke om tilbygg?", Some("byggesak")),
            ("Søpla er ikkje henta", Some("vva")),
            ("There is a pothole in our road", Some("vva")),
            ("Min mor trenger trygghetsalarm", Some("helse")),
            ("SFO i høstferien", Some("skole")),
            ("Fakturaen for eiendomsskatten", Some("okonomi")),
            ("Symjehallen, er han open?", Some("kultur")),
            ("garasjesøknad", Some("byggesak")),
            ("Takk for sist", None),
        ] {
            let ranked = house.rank(&words(text), 0).map(|ranked| house.units[ranked.unit].id.as_str());
            assert_eq!(ranked, unit, "{text}");
        }
        assert_eq!(house.names(), ["fjordvik"]);
        assert!(house.is_general(5) && !house.is_general(0));
    }
}
