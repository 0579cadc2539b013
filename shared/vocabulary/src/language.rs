//! The languages (språk) a mail can be written in.

use serde::{Deserialize, Serialize};

/// A language, by its ISO 639-1 code; `Other` is anything not told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
    /// Danish.
    Da,
    /// Swedish.
    Sv,
    /// Northern Sámi.
    Se,
    /// Another language, or too little text to tell.
    Other,
}

impl Language {
    /// The code as written in `lang` attributes; `und` where unknown.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
            Self::Da => "da",
            Self::Sv => "sv",
            Self::Se => "se",
            Self::Other => "und",
        }
    }

    /// The language we can write a reply in: nynorsk and English as they are, bokmål for all others (språklova § 8 lets a
    /// public body answer Danish and Swedish in Norwegian; Sámi goes to a translator).
    #[must_use]
    pub fn of_reply(self) -> Self {
        match self {
            Self::Nn | Self::En => self,
            _ => Self::Nb,
        }
    }

    /// Whether we write it, and need not hand a reply on to a translator.
    #[must_use]
    pub fn is_written(self) -> bool {
        matches!(self, Self::Nb | Self::Nn | Self::En)
    }

    /// One of three sentences, by the language of the reader (bokmål unless nynorsk or English).
    #[must_use]
    pub fn pick<'a>(self, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Nn => nn,
            Self::En => en,
            _ => nb,
        }
    }
}
