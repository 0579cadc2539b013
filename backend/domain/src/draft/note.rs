//! What there is to say of how a text came to be (skrivemerknad).

/// Kept with the revision; the pane shows it beside the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// No model answered; the built-in writer wrote.
    NoAnswer,
    /// No model may see a text this delicate; the built-in writer wrote.
    Withheld,
    /// The tokens of the day are used up; the built-in writer wrote.
    Spent,
    /// The model was not given everything: some sources, or the end of the mail, were left out.
    Shortened,
}
