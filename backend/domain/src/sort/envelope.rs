//! What the header lines tell of how a mail was made (konvolutt): by a person, by a list, by a machine, or by a failing delivery.

/// How a mail came about, as its header says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// An answer that a program gave: away, received, thank you (RFC 3834 `auto-replied`).
    pub auto_reply: bool,
    /// Made by a program without being an answer (RFC 3834 `auto-generated`).
    pub generated: bool,
    /// Sent to many (RFC 2369 `List-…`, `Precedence: bulk`).
    pub bulk: bool,
    /// A report that a mail of ours was not delivered (RFC 3464).
    pub bounce: bool,
    /// Our own filter took it for junk.
    pub junk: bool,
}

impl Envelope {
    /// Reads header lines, in any order and spelling.
    #[must_use]
    pub fn of<'a>(lines: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut own = Self::default();
        for (name, value) in lines {
            own.hear(&name.to_ascii_lowercase(), value.trim().to_ascii_lowercase().as_str());
        }
        own
    }

    fn hear(&mut self, name: &str, value: &str) {
        match name {
            "auto-submitted" => {
                self.auto_reply |= value.starts_with("auto-replied");
                self.generated |= value.starts_with("auto-generated") || value.starts_with("auto-notified");
            }
            "x-autoreply" | "x-autorespond" | "x-auto-reply-from" => self.auto_reply |= value != "no",
            "precedence" => {
                self.auto_reply |= value == "auto_reply";
                self.bulk |= matches!(value, "bulk" | "list" | "junk");
            }
            "list-unsubscribe" | "list-id" | "list-unsubscribe-post" | "x-campaign-id" | "feedback-id" => {
                self.bulk = true;
            }
            "content-type" => self.bounce |= value.contains("report-type=") && value.contains("delivery-status"),
            "x-failed-recipients" => self.bounce = true,
            "return-path" => self.generated |= value == "<>",
            "x-spam-flag" => self.junk |= value == "yes",
            // Exchange: 5 and more is junk to its own filter.
            "x-ms-exchange-organization-scl" => self.junk |= value.parse::<i8>().is_ok_and(|level| level >= 5),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Envelope;

    #[test]
    fn header_lines_tell_how_a_mail_came_about() {
        let none = Envelope::default();
        for (name, value, expected) in [
            ("Auto-Submitted", "auto-replied (vacation)", Envelope { auto_reply: true, ..none }),
            ("Auto-Submitted", "no", none),
            ("AUTO-SUBMITTED", "auto-generated", Envelope { generated: true, ..none }),
            ("Precedence", "bulk", Envelope { bulk: true, ..none }),
            ("List-Unsubscribe", "<mailto:av@example.org>", Envelope { bulk: true, ..none }),
            (
                "Content-Type",
                "multipart/report; report-type=delivery-status; boundary=x",
                Envelope { bounce: true, ..none },
            ),
            ("Content-Type", "multipart/report; report-type=disposition-notification", none),
            ("X-MS-Exchange-Organization-SCL", "6", Envelope { junk: true, ..none }),
            ("X-MS-Exchange-Organization-SCL", "-1", none),
            ("Return-Path", "<>", Envelope { generated: true, ..none }),
            ("X-Mailer", "bulk", none),
        ] {
            assert_eq!(Envelope::of([(name, value)]), expected, "{name}: {value}");
        }
    }
}
