//! Which mails go into the journal with a reply (journalposter), each with its day and correspondents: the reply, and what it answers.

use super::Dossier;
use crate::{
    filing::{Correspondent, Way},
    thread::{Address, Message},
};
use jiff::Timestamp;
use vocabulary::MailId;

/// One mail, as far as it speaks for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Which way it went.
    pub way: Way,
    /// The mail in the mailbox.
    pub mail: MailId,
    /// Its Message-ID.
    pub message_id: String,
    /// When it came or left.
    pub at: Timestamp,
    /// From whom and to whom; never who got a blind copy.
    pub people: Vec<Correspondent>,
}

/// Who is of the house.
#[derive(Clone, Copy, Debug)]
pub struct House<'a> {
    /// The mailbox that the reply left from.
    pub from: &'a str,
    /// Mail domains of our own.
    pub domains: &'a [String],
}

impl House<'_> {
    fn has(self, address: &str) -> bool {
        let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        address.eq_ignore_ascii_case(self.from) || self.domains.iter().any(|own| own.eq_ignore_ascii_case(domain))
    }

    fn one(self, role: char, address: &Address) -> Correspondent {
        let side = if self.has(&address.address) { 'I' } else { 'E' };
        let name = address.name.clone().filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| address.address.clone());
        Correspondent { role: format!("{side}{role}"), name, email: Some(address.address.clone()) }
    }

    /// Everybody whom each of those who got the mail could see; somebody who is named twice stands there once.
    fn all(self, mail: &Message) -> Vec<Correspondent> {
        let to = mail.to.iter().map(|address| self.one('M', address));
        let copies = mail.cc.iter().map(|address| self.one('K', address));
        let mut people: Vec<Correspondent> = Vec::new();
        for one in std::iter::once(self.one('A', &mail.from)).chain(to).chain(copies) {
            if !people.iter().any(|known| known.email == one.email && !known.role.ends_with('A')) {
                people.push(one);
            }
        }
        people
    }
}

impl Dossier {
    /// The mails that the reply answers, oldest first: the one that was on the screen, and what others wrote since we last answered.
    #[must_use]
    pub fn incoming(&self, house: House<'_>) -> Vec<Slip> {
        let Some(answered) = self.answered() else { return Vec::new() };
        let is_ours = |mail: &Message| house.has(&mail.from.address);
        let ours = self.messages.iter().filter(|mail| !mail.draft && is_ours(mail) && mail.date < answered.date);
        let last = ours.filter_map(|mail| mail.date).max();
        let is_meant = |mail: &&Message| {
            let is_since = mail.date > last && mail.date <= answered.date;
            !mail.draft && !is_ours(mail) && (is_since || mail.id == answered.id)
        };
        let mut slips: Vec<Slip> = self.messages.iter().filter(is_meant).filter_map(|mail| slip(house, mail)).collect();
        slips.sort_by_key(|slip| slip.at);
        slips
    }

    /// The reply as it was seen among what was sent; whoever wrote it stands in it as who answered for it.
    #[must_use]
    pub fn outgoing(&self, house: House<'_>, sent: &Message) -> Option<Slip> {
        // Outlook's own copy may lie there before it has a day.
        let date = sent.date.or(self.seal.as_ref().map(|seal| seal.made));
        let mut slip = slip(house, &Message { date, ..sent.clone() })?;
        slip.way = Way::Out;
        slip.people.retain(|one| !one.role.ends_with('A'));
        let author = self.current().author_name.clone();
        slip.people.push(Correspondent { role: "IA".into(), name: author, email: None });
        Some(slip)
    }
}

/// `None` for a mail that the mailbox cannot give, or that nobody could know again.
fn slip(house: House<'_>, mail: &Message) -> Option<Slip> {
    Some(Slip {
        way: Way::In,
        mail: mail.id.clone()?,
        message_id: mail.internet_id.clone().filter(|id| !id.trim().is_empty())?,
        at: mail.date?,
        people: house.all(mail),
    })
}

#[cfg(test)]
mod tests {
    use super::{House, Slip, Way};
    use crate::{
        dossier::{Dossier, tests::begun},
        thread::{Address, Message},
    };
    use vocabulary::MailId;

    const OURS: &str = "postmottak@fjordvik.kommune.no";
    const PER: &str = "per.haug@example.no";

    fn address(address: &str) -> Address {
        Address { name: None, address: address.to_owned() }
    }

    fn mail(id: &str, from: &str, hour: i64) -> Message {
        Message {
            id: Some(MailId::new(id)),
            internet_id: Some(format!("<{id}@example.no>")),
            from: address(from),
            to: vec![address(if from == OURS { PER } else { OURS })],
            date: Some(jiff::Timestamp::from_second(hour * 3600).unwrap()),
            ..Message::default()
        }
    }

    fn house(domains: &[String]) -> House<'_> {
        House { from: OURS, domains }
    }

    fn told(slip: &Slip) -> Vec<String> {
        slip.people.iter().map(|one| format!("{} {}", one.role, one.name)).collect()
    }

    #[test]
    fn a_reply_answers_what_came_since_the_last_one() {
        let draft = Message { draft: true, ..mail("draft", OURS, 9) };
        for (mails, answered, wanted) in [
            (vec![mail("a", PER, 1)], "a", vec!["a"]),
            (vec![mail("b", PER, 2), mail("a", PER, 1)], "b", vec!["a", "b"]),
            (vec![mail("c", PER, 3), mail("r", OURS, 2), mail("a", PER, 1)], "c", vec!["c"]),
            (vec![mail("late", PER, 5), mail("b", PER, 2)], "b", vec!["b"]),
            (vec![mail("r", OURS, 2), mail("a", PER, 1)], "a", vec!["a"]),
            (vec![mail("own", OURS, 2), draft], "own", vec![]),
            (vec![Message { internet_id: None, ..mail("a", PER, 1) }], "a", vec![]),
        ] {
            let mut dossier: Dossier = begun(Some(OURS));
            dossier.key.mail = MailId::new(answered);
            dossier.messages = mails;
            let incoming = dossier.incoming(house(&[]));
            let ids: Vec<&str> = incoming.iter().map(|slip| slip.mail.as_str()).collect();
            assert_eq!(ids, wanted, "{answered}");
            assert!(incoming.iter().all(|slip| slip.way == Way::In));
        }
    }

    #[test]
    fn correspondents_are_those_whom_all_could_see_and_our_own_stand_as_ours() {
        let domains = ["fjordvik.kommune.no".to_owned()];
        let to = ["liv@fjordvik.kommune.no", "advokat@example.com", PER, "liv@fjordvik.kommune.no"];
        let mut dossier = begun(Some(OURS));
        dossier.key.mail = MailId::new("a");
        dossier.messages = vec![Message {
            to: to.iter().map(|one| address(one)).collect(),
            cc: vec![address("nabo@example.org"), address("arkiv@fjordvik.kommune.no")],
            bcc: vec![address("skjult@example.net")],
            ..mail("a", PER, 1)
        }];
        let incoming = dossier.incoming(house(&domains));
        assert_eq!(
            told(&incoming[0]),
            [
                "EA per.haug@example.no",
                "IM liv@fjordvik.kommune.no",
                "EM advokat@example.com",
                "EM per.haug@example.no",
                "EK nabo@example.org",
                "IK arkiv@fjordvik.kommune.no"
            ]
        );
        let reply = Message { bcc: vec![address("skjult@example.net")], ..mail("r", OURS, 2) };
        let outgoing = dossier.outgoing(house(&domains), &reply).unwrap();
        assert_eq!(
            (outgoing.way, told(&outgoing)),
            (Way::Out, vec!["EM per.haug@example.no".into(), "IA kari".into()])
        );
    }
}
