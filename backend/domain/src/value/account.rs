//! Numbers with check digits (kontrollsiffer): organisations, accounts, payments; a number that does not add up is none.

use super::{
    Hit, Kind, Strength,
    checksum::{is_account, is_iban, is_kid, is_organisation},
    pattern::{Pattern, digits, group, whole},
    sign::{Needs, Page, Signs},
};
use jiff::civil::Date;

static IBAN: Pattern = Pattern::on(
    r"\b[A-Za-z]{2}[0-9]{2}(?:~?[0-9A-Za-z]{4}){2,7}(?:~?[0-9A-Za-z]{1,3})?\b",
    Needs::figures(2).all(Signs::JOINED),
);
static KID: Pattern = Pattern::on(
    r"(?i)\bKID(?:-?nr|-?nummer)?\.?:?~{0,3}(?:er~)?([0-9](?:~?[0-9]){0,23}(?:~?[0-9]|-))",
    Needs::figures(1).all(Signs::KID),
);
static ORGANISATION_WORD: Pattern = Pattern::on(
    r"(?i)\b(?:org(?:anisasjons)?\.?~?(?:nr|nummer|no)\.?|foretaksregisteret|orgnr\.?):?~{0,3}(?:NO~?)?([89][0-9]{2}~?[0-9]{3}~?[0-9]{3})(?:~?MVA)?\b",
    Needs::figures(9).all(Signs::ORGANISATION),
);
static VAT: Pattern =
    Pattern::on(r"\b(?:NO~?)?([89][0-9]{2}~?[0-9]{3}~?[0-9]{3})~?MVA\b", Needs::figures(9).all(Signs::VAT));
static ORGANISATION: Pattern = Pattern::number(r"\b([89][0-9]{2}~?[0-9]{3}~?[0-9]{3})\b", Needs::figures(9));
static ACCOUNT_WORD: Pattern = Pattern::on(
    r"(?i)\b(?:bank)?(?:konto(?:nr|nummer|nummeret)?|account(?:~(?:no|number))?)\.?:?~{0,3}(?:er~)?([0-9]{4}[ .\x{a0}]?[0-9]{2}[ .\x{a0}]?[0-9]{5})\b",
    Needs::figures(11).all(Signs::ACCOUNT),
);
static ACCOUNT: Pattern =
    Pattern::number(r"\b([0-9]{4}([ .\x{a0}]?)[0-9]{2}([ .\x{a0}]?)[0-9]{5})\b", Needs::figures(11));

/// International account numbers.
pub(super) fn ibans(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let hit = |found: regex::Captures<'_>| {
        let value: String = group(&found, 0).chars().filter(char::is_ascii_alphanumeric).collect();
        let value = value.to_uppercase();
        is_iban(&value).then(|| Hit::new(Kind::Iban, whole(&found), value, Strength::Strong))
    };
    IBAN.find(text).filter_map(hit).collect()
}

/// Numbers beside a word that says what they are. The word is not part of the value's text.
pub(super) fn worded(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let organisations = ORGANISATION_WORD.find(text).chain(VAT.find(text));
    let organisations = organisations.filter_map(|found| checked(&found, Kind::Organisation, Strength::Strong));
    let accounts = ACCOUNT_WORD.find(text).filter_map(|found| checked(&found, Kind::BankAccount, Strength::Strong));
    let kids = KID.find(text).filter_map(|found| checked(&found, Kind::Kid, Strength::Strong));
    kids.chain(organisations).chain(accounts).collect()
}

/// Numbers by form and check digit alone. Eleven digits that begin like a date are left to the search for personal numbers:
/// one valid account number in six also passes as one.
pub(super) fn bare(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let grouped = |found: &regex::Captures<'_>| !group(found, 2).is_empty() && group(found, 2) == group(found, 3);
    let plain = |found: &regex::Captures<'_>| group(found, 2).is_empty() && group(found, 3).is_empty();
    let accounts = ACCOUNT.find(text).filter_map(|found| {
        if grouped(&found) {
            checked(&found, Kind::BankAccount, Strength::Strong)
        } else if plain(&found) && !begins_like_a_date(group(&found, 1)) {
            checked(&found, Kind::BankAccount, Strength::Medium)
        } else {
            None
        }
    });
    let organisations =
        ORGANISATION.find(text).filter_map(|found| checked(&found, Kind::Organisation, Strength::Medium));
    accounts.chain(organisations).collect()
}

fn checked(found: &regex::Captures<'_>, kind: Kind, strength: Strength) -> Option<Hit> {
    let number = found.get(1)?;
    let value = match kind {
        Kind::Kid => number.as_str().chars().filter(|c| c.is_ascii_digit() || *c == '-').collect(),
        _ => digits(number.as_str()),
    };
    let right = match kind {
        Kind::Organisation => is_organisation(&value),
        Kind::BankAccount => is_account(&value),
        _ => is_kid(&value),
    };
    right.then(|| Hit::new(kind, number.range(), value, strength))
}

/// Day and month as in any personal number: day + 40 for D-numbers, month + 40, + 65 and + 80 for others.
fn begins_like_a_date(digits: &str) -> bool {
    let part = |range| digits.get(range).and_then(|two: &str| two.parse::<u32>().ok()).unwrap_or_default();
    let (day, month) = (part(0..2), part(2..4));
    let day = matches!(day, 1..=31 | 41..=71);
    let month = matches!(month, 1..=12 | 41..=52 | 66..=77 | 81..=92);
    day && month
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn a_number_counts_when_its_check_digit_is_right() {
        assert_table(
            Kind::Organisation,
            &[
                ("org.nr. 964 950 768", &["964950768"]),
                ("Foretaksregisteret NO 995 525 828 MVA", &["995525828"]),
                ("NO995525828MVA", &["995525828"]),
                ("988077917", &["988077917"]),
                ("org.nr. 987654321 og 123456785", &[]),
            ],
        );
        assert_table(
            Kind::BankAccount,
            &[
                ("konto 8601.11.17947", &["86011117947"]),
                ("8601 11 17947", &["86011117947"]),
                ("86011117947", &["86011117947"]),
                ("kontonummer: 12345678903", &["12345678903"]),
                ("kontonr 12345678901", &[]),
                ("20036914700", &[]),
            ],
        );
        assert_table(Kind::Iban, &[("IBAN NO93 8601 1117 947", &["NO9386011117947"]), ("NO93 8601 1117 948", &[])]);
        assert_table(
            Kind::Kid,
            &[
                ("KID: 2345676", &["2345676"]),
                ("KID-nummer 1234567897.", &["1234567897"]),
                ("2345676", &[]),
                ("KID 2345677", &[]),
            ],
        );
    }
}
