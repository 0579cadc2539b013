//! Why a document was not read (ulesbart dokument): a code for machines, a sentence for people.

/// Declares why a document was not read: each with its code for machines and its sentence for people.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $code:literal $sentence:literal;)*) => {
        /// Why a document was not read; as a sentence with what helps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
        pub enum Unreadable {
            $($(#[$doc])* #[error($sentence)] $name,)*
        }

        impl Unreadable {
            /// Every reason with its code.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$name, $code)),*];
        }
    };
}

reasons! {
    /// No bytes, or nothing but blanks.
    Empty "empty" "the file is empty";
    /// More bytes than are read.
    TooLarge "too_large" "the file is larger than what is read; split it, or save it without its pictures";
    /// It unpacks to far more than a document is.
    Swollen "swollen" "unpacked, the file is far larger than any document; save it anew in the program that made it";
    /// More pages, parts or text than are read.
    TooLong "too_long" "the document has more pages or parts than are read; split it";
    /// Locked by a password.
    Encrypted "encrypted" "the file is locked by a password; save a copy without one";
    /// Pages of pictures, without letters.
    NoText "no_text" "the pages are pictures (a scan) without letters that can be read; run text recognition on it, or ask for the original file";
    /// A picture.
    Image "image" "this is a picture; pictures are not read";
    /// Word, Excel or PowerPoint from before 2007.
    OldOffice "old_office" "this is a file of an older Office program; save it as DOCX or PDF";
    /// A mail in Outlook's own format.
    OutlookFile "outlook_file" "this is a mail in Outlook's own format (.msg); save it as .eml or PDF";
    /// A spreadsheet.
    Sheet "sheet" "this is a spreadsheet; save it as PDF";
    /// Slides.
    Slides "slides" "this is a presentation; save it as PDF";
    /// An archive of files.
    Archive "archive" "this is an archive of several files; unpack it, and give the files one by one";
    /// Sound or film.
    Media "media" "this is sound or film; they are not read";
    /// Something else.
    Unknown "unknown" "this is of a kind that is not read; save it as PDF, DOCX, ODT, HTML or plain text";
    /// It begins as what it is, and cannot be read to its end.
    Damaged "damaged" "the file is damaged or not whole; fetch it once more, or save it anew";
    /// It is built as no program builds a document: entities that grow, nesting without end.
    Hostile "hostile" "the file is built as no honest program builds one, and is not read; ask for another copy, and tell who looks after IT";
    /// Reading it took too long.
    Slow "slow" "reading took too long; save the file anew, or split it";
    /// The reader broke on it; nothing else was lost.
    Crashed "crashed" "the reader gave up on this file; save it anew in the program that made it";
    /// The case system did not hand it out.
    Missing "missing" "the case system did not hand out the file; look for it there";
    /// The reader cannot be started.
    Unavailable "unavailable" "documents cannot be read just now: the reader does not start; try again, and else tell who looks after the server";
}

impl Unreadable {
    /// Its code, for machines.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("unknown", |(_, code)| code)
    }

    /// The reason of this code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(one, _)| *one)
    }
}

#[cfg(test)]
mod tests {
    use super::Unreadable;

    #[test]
    fn every_reason_has_a_code_of_its_own_and_a_sentence() {
        for (reason, code) in Unreadable::ALL {
            assert_eq!((reason.code(), Unreadable::of(code)), (*code, Some(*reason)));
            assert!(reason.to_string().len() > 15, "{code}");
        }
    }
}
