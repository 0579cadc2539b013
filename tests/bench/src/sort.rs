//! How fast a month of a town's mail is sorted: seven thousand mails, the fixture's ones varied; by the rules alone, and with what the
//! same mails taught.

use domain::{
    evidence::{CaseMatch, matching::Reason},
    sort::{Confirmed, Envelope, Facts, House, Label, Learned, Unit, propose},
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
    let start = Instant::now();
    let threads = month();
    let reading = start.elapsed();
    let mut learned = Learned::default();
    let teaching = timed(|| {
        for thread in &threads {
            // As a person would who always agrees.
            let label = with(thread, &house, None, |facts| Label::proposed(&propose(facts)));
            learned.add(&with(thread, &house, None, |facts| Confirmed::of(facts, label.clone())));
        }
    });
    for (what, learned) in [("by the rules", None), ("with 7,000 confirmed", Some(&learned))] {
        let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
        let sorting = timed(|| {
            for thread in &threads {
                *classes.entry(with(thread, &house, learned, propose).class.name()).or_default() += 1;
            }
        });
        println!(
            "sort: {MONTH} mails on one processor: read in {:.2} s, sorted {what} in {:.2} s: {classes:?}",
            reading.as_secs_f64(),
            sorting.as_secs_f64()
        );
    }
    println!("sort: taught in {:.2} s, rules asked twice", teaching.as_secs_f64());
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The fixture's mails over and over, in letters of several lengths.
fn month() -> Vec<Thread> {
    let mails: Vec<Message> = MAILS.split("=== ").skip(1).map(mail).collect();
    let varied = mails.iter().cycle().take(MONTH).enumerate().filter_map(|(at, mail)| {
        let text = format!("{}\n\n{}Vår referanse er {at}.\n", mail.text, AROUND.repeat(at % 5));
        Thread::new(vec![Message { text, ..mail.clone() }], None, date(2026, 11, 21)).ok()
    });
    varied.collect()
}

fn with<T>(thread: &Thread, house: &House, learned: Option<&Learned>, of: impl FnOnce(&Facts) -> T) -> T {
    let matched = CaseMatch {
        silent: Vec::new(),
        unread: Vec::new(),
        matched: Match::None,
        number: None,
        reason: Reason::Nothing,
        relation: vocabulary::Relation::Unknown,
        candidates: vec![],
    };
    of(&Facts { thread, envelope: Envelope::default(), matched: &matched, sources: &[], house, learned })
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
