//! A month of a town's mail (en måneds post), invented: what is learned of the habits of a house, and that the rest is not worse for it.

use super::super::{Class, Confirmed, Envelope, Facts, House, Label, Learned, Unit, propose, unit::tests::house};
use crate::{
    evidence::{CaseMatch, matching::Reason},
    thread::{Address, Message, Thread},
};
use jiff::civil::date;
use vocabulary::Match;

/// Blocks that begin with `=== weight [habit] class [unit]`, then the subject and the text; `[a|b]` is one of them.
const MONTH: &str = include_str!("../../../../../tests/fixture/sort/month.txt");

/// Months that are measured; more of them take longer and tell more.
const MONTHS: u64 = 1;

/// A mail with what a caseworker of this house makes of it.
struct Mail {
    thread: Thread,
    label: Label,
    is_habit: bool,
}

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn filled(&mut self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('[') {
            let (choices, after) = after.split_once(']').unwrap();
            let choices: Vec<&str> = choices.split('|').collect();
            filled.extend([before, choices[self.below(choices.len())]]);
            rest = after;
        }
        filled + rest
    }
}

/// Three hundred mails in the order they come.
fn month(seed: u64) -> Vec<Mail> {
    let mut dice = Dice(seed);
    let blocks: Vec<(Vec<&str>, &str)> = MONTH
        .split("=== ")
        .skip(1)
        .map(|block| block.split_once('\n').unwrap())
        .flat_map(|(head, text)| {
            let marks: Vec<&str> = head.split(' ').collect();
            let weight: usize = marks[0].parse().unwrap();
            std::iter::repeat_n((marks[1..].to_vec(), text), weight)
        })
        .collect();
    (0..300)
        .map(|_| {
            let (marks, text) = &blocks[dice.below(blocks.len())];
            let is_habit = marks[0] == "habit";
            let marks = &marks[usize::from(is_habit)..];
            let label =
                Label::of(Class::named(marks[0]).unwrap(), marks.get(1).map(|unit| (*unit).to_owned())).unwrap();
            Mail { thread: read(&dice.filled(text)), label, is_habit }
        })
        .collect()
}

fn read(text: &str) -> Thread {
    let (head, text) = text.split_once("\n\n").unwrap();
    let address = |address: &str| Address { name: None, address: address.to_owned() };
    let mail = Message {
        from: address("innbygger@example.no"),
        to: vec![address("postmottak@fjordvik.kommune.no")],
        subject: head.trim_start_matches("Subject: ").to_owned(),
        text: text.trim().to_owned(),
        ..Message::default()
    };
    Thread::new(vec![mail], None, date(2026, 11, 21)).unwrap()
}

/// The house of the other tests with one more unit, which says nothing of containers.
fn with_miljo() -> House {
    let miljo = Unit {
        id: "miljo".to_owned(),
        name: "Natur og miljø".to_owned(),
        email: "miljo@fjordvik.kommune.no".to_owned(),
        about: "oljetanker, forurensning, vilt".to_owned(),
    };
    House::new(house().units().iter().cloned().chain([miljo]).collect())
}

fn with<T>(mail: &Mail, house: &House, learned: Option<&Learned>, of: impl Fn(&Facts) -> T) -> T {
    let matched = CaseMatch {
        silent: Vec::new(),
        unread: Vec::new(),
        matched: Match::None,
        number: None,
        reason: Reason::Nothing,
        relation: vocabulary::Relation::Unknown,
        candidates: vec![],
    };
    let (envelope, thread) = (Envelope::default(), &mail.thread);
    of(&Facts { thread, envelope, matched: &matched, sources: &[], house, learned })
}

fn is_right(mail: &Mail, house: &House, learned: Option<&Learned>) -> bool {
    let proposal = with(mail, house, learned, propose);
    (proposal.class, proposal.forward_to.as_deref()) == (mail.label.class(), mail.label.unit())
}

/// The parts of the habitual mails and of the rest that are sorted right.
fn figures(mails: &[Mail], house: &House, learned: Option<&Learned>) -> (f32, f32) {
    let part = |is_habit: bool| {
        let of = || mails.iter().filter(|mail| mail.is_habit == is_habit);
        of().filter(|mail| is_right(mail, house, learned)).count() as f32 / of().count() as f32
    };
    (part(true), part(false))
}

/// After how many confirmed mails it is measured.
const AFTER: [u32; 3] = [50, 100, 200];

/// What a month's last mails are sorted like, first with nothing confirmed and then after each number of [`AFTER`].
fn course(seed: u64, house: &House) -> Vec<(f32, f32)> {
    let mails = month(seed);
    let (shown, asked) = mails.split_at(200);
    let mut learned = Learned::default();
    let mut course = vec![figures(asked, house, None)];
    for (at, mail) in (1..).zip(shown) {
        learned.add(&with(mail, house, None, |facts| Confirmed::of(facts, mail.label.clone())));
        if AFTER.contains(&at) {
            course.push(figures(asked, house, Some(&learned)));
        }
    }
    course
}

#[test]
fn habits_of_the_house_are_learned_and_the_rest_is_not_worse() {
    let house = with_miljo();
    let courses: Vec<_> = (1..=MONTHS).map(|seed| course(seed, &house)).collect();
    for (at, after) in std::iter::once(&0).chain(&AFTER).enumerate() {
        let of = courses.iter().map(|course| course[at]);
        let (habits, rest) = of.fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let (habits, rest) = (habits / MONTHS as f32, rest / MONTHS as f32);
        println!("after {after}: habits {habits:.3}, the rest {rest:.3}");
        let (floor, rest_floor) = [(0.0, 1.0), (0.2, 0.99), (0.6, 0.99), (0.8, 0.99)][at];
        assert!(habits >= floor && rest >= rest_floor, "after {after}: {habits} {rest}");
    }
    assert!(courses.iter().all(|course| course[0].0 < 0.15), "the rules do not know the habits");
}
