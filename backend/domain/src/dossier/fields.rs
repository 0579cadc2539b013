//! What a person confirms before a mail goes into the journal (journalføringsfelt): case, both titles, access code and its ground.
//!
//! Date, type and correspondents are the mail's own and are not for anybody to write. The public title is read in an open list, with a
//! search of it for names (offentlegforskrifta §§ 6–7): what the access code hides must not stand in it.

use crate::{
    case::Access,
    scan::{self, Confidence, Kind},
};
use vocabulary::{CaseNumber, Language};

/// Characters of a title, as most case systems take them.
const LONGEST: usize = 255;
/// Characters of a code, and of the provision that it rests on.
const LONGEST_CODE: usize = 20;

/// What is confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// In which case; `None` while nobody has said.
    pub case: Option<CaseNumber>,
    /// What the reply is about, in the house.
    pub title: String,
    /// What it is about, to the public.
    pub public_title: String,
    /// Who may see it, and on what ground.
    pub access: Access,
}

/// What is wrong, and with which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No case, or nothing that reads as its number.
    Case,
    /// No title, or too long a one.
    Title,
    /// No public title, or too long a one.
    PublicTitle,
    /// The public title says what the code is to hide, or what no list may show.
    Revealing,
    /// A ground without a code, or a code too long to be one.
    Code,
    /// A code without a ground.
    Basis,
}

impl Unfit {
    /// The field, as the operation names it.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Title => "title",
            Self::PublicTitle | Self::Revealing => "public_title",
            Self::Code => "code",
            Self::Basis => "basis",
        }
    }

    /// What to do, in the reader's language.
    #[must_use]
    pub fn sentence(self, reader: Language) -> &'static str {
        let [nb, nn, en] = match self {
            Self::Case => [
                "Sak: skriv saksnummeret, for eksempel 2026/1234.",
                "Sak: skriv saksnummeret, til dømes 2026/1234.",
                "Case: write its number, for example 2026/1234.",
            ],
            Self::Title => [
                "Tittel: skriv hva svaret gjelder, i høyst 255 tegn.",
                "Tittel: skriv kva svaret gjeld, i høgst 255 teikn.",
                "Title: write what the reply is about, in 255 characters at most.",
            ],
            Self::PublicTitle => [
                "Offentlig tittel: skriv hva svaret gjelder uten noe som skal skjermes, i høyst 255 tegn.",
                "Offentleg tittel: skriv kva svaret gjeld utan noko som skal skjermast, i høgst 255 teikn.",
                "Public title: write what the reply is about without what is to be hidden, in 255 characters at most.",
            ],
            Self::Revealing => [
                "Offentlig tittel: ta ut navn, adresse, nummer og annet som skal skjermes.",
                "Offentleg tittel: ta ut namn, adresse, nummer og anna som skal skjermast.",
                "Public title: take out names, addresses, numbers and whatever else is to be hidden.",
            ],
            Self::Code => [
                "Tilgangskode: skriv koden som hjemmelen gjelder, eller ta bort hjemmelen.",
                "Tilgangskode: skriv koden som heimelen gjeld, eller ta bort heimelen.",
                "Access code: write the code that the legal basis is for, or take the basis away.",
            ],
            Self::Basis => [
                "Hjemmel: skriv bestemmelsen som tilgangskoden bygger på, for eksempel offl. § 13.",
                "Heimel: skriv føresegna som tilgangskoden byggjer på, til dømes offl. § 13.",
                "Legal basis: write the provision that the access code rests on, for example offl. § 13.",
            ],
        };
        reader.pick(nb, nn, en)
    }
}

impl Fields {
    /// As a person wrote them: without what is around, and with nothing where nothing was written.
    #[must_use]
    pub fn written([case, title, public_title, code, basis]: [&str; 5]) -> Self {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let some = |text: &str| Some(line(text)).filter(|text| !text.is_empty());
        let access = Access { code: some(code), legal_basis: some(basis) };
        Self { case: line(case).parse().ok(), title: line(title), public_title: line(public_title), access }
    }

    /// Whether they can go into a journal; the case, where they can.
    ///
    /// # Errors
    /// [`Unfit`] names the first field that is wrong.
    pub fn fit(&self) -> Result<CaseNumber, Unfit> {
        let case = self.case.ok_or(Unfit::Case)?;
        let is_title = |title: &str| !title.is_empty() && title.chars().count() <= LONGEST;
        let is_short = |text: &Option<String>, most| text.as_ref().is_none_or(|text| text.chars().count() <= most);
        let checks = [
            (is_title(&self.title), Unfit::Title),
            (is_title(&self.public_title), Unfit::PublicTitle),
            (is_short(&self.access.code, LONGEST_CODE), Unfit::Code),
            (self.access.code.is_some() || self.access.legal_basis.is_none(), Unfit::Code),
            (self.access.code.is_none() || self.access.legal_basis.is_some(), Unfit::Basis),
            (is_short(&self.access.legal_basis, LONGEST), Unfit::Basis),
            (!self.is_revealing(), Unfit::Revealing),
        ];
        checks.into_iter().find(|(is_fine, _)| !is_fine).map_or(Ok(case), |(_, unfit)| Err(unfit))
    }

    /// Whether the public title tells what it must not: a personal number or a delicate matter ever, all that tells of a person under a code.
    fn is_revealing(&self) -> bool {
        let never = |kind: Kind| kind.is_personal_number() || kind.is_topic();
        let is_hidden = !self.access.is_open();
        let found = scan::scan(&self.public_title);
        found.iter().any(|one| one.confidence >= Confidence::Probable && (is_hidden || never(one.kind)))
    }

    /// The same for the mail that is answered: what is a reply is not yet one there.
    #[must_use]
    pub fn of_incoming(&self) -> Self {
        Self { title: asked(&self.title), public_title: asked(&self.public_title), ..self.clone() }
    }
}

/// A title without «Svar på», where it begins so.
fn asked(title: &str) -> String {
    let Some(rest) = title.strip_prefix("Svar på ") else { return title.to_owned() };
    let mut letters = rest.chars();
    letters.next().map_or_else(|| title.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Fields, Unfit};

    #[test]
    fn each_field_is_held_to_what_the_journal_needs_and_one_is_named() {
        let long = "a".repeat(256);
        for (written, told) in [
            (["2026/1234", "Svar på henvendelse: Tilbygg", "Svar på henvendelse", "", ""], None),
            ([" 2026/1234 ", "Svar", "Svar", "UO", "offl. § 13"], None),
            (["", "Svar", "Svar", "", ""], Some(Unfit::Case)),
            (["tilbygg", "Svar", "Svar", "", ""], Some(Unfit::Case)),
            (["2026/1234", "  ", "Svar", "", ""], Some(Unfit::Title)),
            (["2026/1234", &long, "Svar", "", ""], Some(Unfit::Title)),
            (["2026/1234", "Svar", "", "", ""], Some(Unfit::PublicTitle)),
            (["2026/1234", "Svar", "Svar", "UO", ""], Some(Unfit::Basis)),
            (["2026/1234", "Svar", "Svar", "", "offl. § 13"], Some(Unfit::Code)),
            (["2026/1234", "Svar", "Svar til Per Haug", "UO", "offl. § 13"], Some(Unfit::Revealing)),
            (["2026/1234", "Svar til Per Haug", "Svar til Per Haug", "", ""], None),
            (["2026/1234", "Svar", "Svar om fnr. 03851598730", "", ""], Some(Unfit::Revealing)),
        ] {
            let told_now = Fields::written(written).fit().err();
            assert_eq!(told_now, told, "{written:?}");
        }
    }

    #[test]
    fn what_came_in_has_the_title_of_a_question() {
        for (title, incoming) in [
            ("Svar på henvendelse: Tilbygg", "Henvendelse: Tilbygg"),
            ("Svar på innsynskrav", "Innsynskrav"),
            ("Tilbygg", "Tilbygg"),
            ("Svar på ", "Svar på "),
        ] {
            let fields = Fields { title: title.into(), public_title: title.into(), ..Fields::default() };
            let incoming_fields = fields.of_incoming();
            assert_eq!((incoming_fields.title.as_str(), incoming_fields.public_title.as_str()), (incoming, incoming));
        }
    }
}
