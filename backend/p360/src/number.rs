//! Numbers of cases and documents (saksnummer, dokumentnummer), as the installation writes them.

use crate::Numbers;
use vocabulary::CaseNumber;

/// `26/01234` or `2026/01234`.
pub(crate) fn written(number: CaseNumber, numbers: Numbers) -> String {
    let CaseNumber { year, sequence } = number;
    match numbers {
        Numbers::Short => format!("{:02}/{sequence:05}", year % 100),
        Numbers::Long => format!("{year}/{sequence:05}"),
    }
}

/// The case and the place in it that a document's number says, `26/01234-5`.
pub(crate) fn entry(number: &str) -> Option<(CaseNumber, u32)> {
    let (case, at) = number.rsplit_once('-')?;
    Some((case.parse().ok()?, at.parse().ok()?))
}

/// A document's number as people know it: `2026/1234-5`; one of another form as it is.
pub(crate) fn known(number: &str) -> String {
    entry(number).map_or_else(|| number.to_owned(), |(case, at)| format!("{case}-{at}"))
}

#[cfg(test)]
mod tests {
    use super::{Numbers, known, written};

    #[test]
    fn numbers_are_written_as_there_and_shown_as_here() {
        for (number, short, long) in [
            ("2026/1234", "26/01234", "2026/01234"),
            ("2009/7", "09/00007", "2009/00007"),
            ("1998/123456", "98/123456", "1998/123456"),
        ] {
            let number = number.parse().expect("a number");
            assert_eq!((written(number, Numbers::Short), written(number, Numbers::Long)), (short.into(), long.into()));
        }
        for (number, is) in
            [("26/01234-5", "2026/1234-5"), ("2026/01234-12", "2026/1234-12"), ("AB-5", "AB-5"), ("", "")]
        {
            assert_eq!(known(number), is);
        }
    }
}
