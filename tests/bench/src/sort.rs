//! How fast a month of a town's mail is sorted: seven thousand mails, the fixture's ones varied.

use domain::{
    evidence::{CaseMatch, matching::Reason},
    sort::{Envelope, Facts, House, Unit, propose},
    thread::{Address, Message, Thread},
};
use jiff::civil::date;
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};
use vocabulary::Match;

const MAILS: &str = include_str!("../../fixture/sort/mails.txt");
const MONTH: usize = 7_000;
/// A longer letter around the matter, as citizens write.
const AROUND: &str = "Jeg håper dette kommer til rett sted, og at noen har tid til å se på det. Vi har bodd her i tolv år og har aldri skrevet til dere før.\n";

/// Prints the figures.
pub(crate) fn run() {
    let house = house();
    let mails: Vec<Message> = MAILS.split("=== ").skip(1).map(mail).collect();
    let start = Instant::now();
    let mut sorting = Duration::ZERO;
    let mut classes: BTreeMap<String, usize> = BTreeMap::new();
    for (at, mail) in mails.iter().cycle().take(MONTH).enumerate() {
        let text = format!("{}\n\n{}Vår referanse er {at}.\n", mail.text, AROUND.repeat(at % 5));
        let Ok(thread) = Thread::new(vec![Message { text, ..mail.clone() }], None, date(2026, 11, 21)) else {
            continue;
        };
        let matched = CaseMatch { matched: Match::None, number: None, reason: Reason::Nothing, candidates: vec![] };
        let facts = Facts {
            thread: &thread,
            envelope: Envelope::default(),
            matched: &matched,
            sources: &[],
            house: &house,
            learned: None,
        };
        let begun = Instant::now();
        *classes.entry(format!("{:?}", propose(&facts).class)).or_default() += 1;
        sorting += begun.elapsed();
    }
    println!(
        "sort: {MONTH} mails read and sorted in {:.2} s on one processor, {:.2} s of them for sorting: {classes:?}",
        start.elapsed().as_secs_f64(),
        sorting.as_secs_f64()
    );
}

/// The subject and the text of a block.
fn mail(block: &str) -> Message {
    let (head, text) = block.split_once("\n\n").unwrap_or((block, ""));
    let subject = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default();
    let from = Address { name: None, address: "innbygger@example.no".to_owned() };
    Message { from, subject: subject.to_owned(), text: text.to_owned(), ..Message::default() }
}

fn house() -> House {
    let unit = |(id, about): (&str, &str)| Unit {
        id: id.to_owned(),
        name: id.to_owned(),
        email: format!("{id}@fjordvik.kommune.no"),
        about: about.to_owned(),
    };
    let units = [
        ("byggesak", "byggesøknader, tilbygg, nabovarsel, ferdigattest, dispensasjon"),
        ("skole", "barnehageplass, opptak, skole, SFO, skoleskyss"),
        ("vva", "kommunale veier, brøyting, gatelys, vannlekkasje, avløp, renovasjon, parkering"),
        ("helse", "hjemmesykepleie, omsorgsbolig, barnevern, hjelpemidler"),
        ("okonomi", "faktura, eiendomsskatt, betalingsutsettelse, skjenkebevilling"),
        ("postmottak", "innsynskrav, journal, arkiv, generelle spørsmål"),
    ];
    House::new(units.map(unit).to_vec())
}
