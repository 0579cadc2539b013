//! The rules (regler) of a manifest, each with its remedy.

use serde::Serialize;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident: $remedy:literal,)*) => {
        /// What a manifest is held to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What to do where it is broken.
            #[must_use]
            pub fn remedy(self) -> &'static str {
                match self { $(Self::$name => $remedy,)* }
            }
        }
    };
}

rules! {
    /// The file can be read as what it is.
    Read: "Mend it at this line, or render it anew.",
    /// A manifest has 256 kB at the most.
    Size: "Make it smaller than 256 kB.",
    /// Elements stand under their parent, in the order of the schema, and those that must be there are.
    Order: "Put the elements in the order of manifest/outlook.xml; Outlook does not load others.",
    /// What is of version 1.1 stands in the overrides of 1.1, and those in the ones of 1.0.
    Overrides: "Put it into the VersionOverrides of version 1.1, which stand in those of 1.0.",
    /// A `resid` names an entry of the right kind; an `actionId` an action.
    Resource: "Write the id of an entry that is there.",
    /// A `resid` has 32 characters at the most.
    Name: "Give the entry a shorter id, 32 characters at the most.",
    /// No id stands twice.
    Unique: "Give each an id of its own.",
    /// A text fits where it is shown.
    Length: "Write it shorter, or write something.",
    /// Every address is https.
    Https: "Write a whole https address.",
    /// Everything comes from the one server, which is among the domains, and which the sign-in is for.
    Origin: "Write the address of the one server (server.public_url) here and among the domains.",
    /// An id is a GUID.
    Id: "Write a GUID in lower case, as 12345678-1234-1234-1234-123456789abc.",
    /// A version is numbers with points between: four in the XML, three in the JSON.
    Version: "Write numbers from 0 to 65535 with points between: four in outlook.xml, three in outlook.json.",
    /// The default language is written as Outlook wants it, and every text has its default.
    Locale: "Write the language as nb-NO (outlook.json: nb-no), and a default for each text.",
    /// No more of the mailbox is asked for than the item on the screen, and no less.
    Permission: "Ask for reading and writing the item: ReadWriteItem, in outlook.json MailboxItem.ReadWrite.User.",
    /// An event is one that Outlook knows, and each stands once.
    Event: "Write an event that Outlook knows, such as OnMessageSend (outlook.json: messageSending), once.",
    /// The send mode is one of three.
    Mode: "Write PromptUser, SoftBlock or Block (outlook.json: promptUser, softBlock, block).",
    /// The gate needs Mailbox 1.12.
    Requirement: "Require the set Mailbox 1.12 at the least; older ones have no event at Send.",
    /// The function is one that the gate's script associates.
    Function: "Write the name that launchevent.js gives to Office.actions.associate.",
    /// The event's page has a script of its own for classic Outlook.
    Runtime: "Give the page of the event a runtime with a script, which classic Outlook runs without a page.",
    /// The script is the one that the server names to Outlook.
    Allowed: "Write the script's address exactly as /.well-known/microsoft-officeaddins-allowed.json names it.",
    /// The button that the gate opens the pane with is there.
    Command: "Give the button in compose the id that launchevent.js has as PANE_COMMAND.",
    /// Pictures are there, and as large as is said.
    Icon: "Name a PNG of that size; the sizes 16, 32 and 80 must be there.",
    /// The registration lets in whom it should, and tells what the server reads.
    Registration: "Render entra.json anew and apply it; what else you changed, change in the settings.",
    /// The package holds the manifest and its two pictures.
    Package: "Render outlook.zip anew.",
}
