//! A plain sheet of HTML (ark): headings, pairs, tables and text, all of it escaped; no script, nothing fetched.

use crate::send::escaped;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use vocabulary::Language;

/// One sentence in bokmål, nynorsk and English.
pub(super) type Said = [&'static str; 3];

const STYLE: &str = "\
:root{color-scheme:light}\
body{font:11pt/1.45 system-ui,sans-serif;color:#111;background:#fff;max-width:50rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;margin-bottom:.3rem}\
h2{font-size:1.15rem;border-bottom:1px solid #767676;margin:2rem 0 .6rem}\
h3{font-size:1rem;margin:1.2rem 0 .3rem}\
table{border-collapse:collapse;width:100%;font-size:.9em}\
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}\
th{white-space:nowrap}\
dl{display:grid;grid-template-columns:11rem 1fr;gap:.15rem 1rem;margin:.5rem 0}\
dt{color:#595959}dd{margin:0;overflow-wrap:anywhere}\
.text{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid #767676;padding-left:.8rem;margin:.5rem 0}\
code{font:.82em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}\
ins{background:#dff5df}del{background:#fbe3e3}\
@media print{body{margin:0;max-width:none;padding:0;font-size:9.5pt}tr,dl{break-inside:avoid}h2,h3{break-after:avoid}}\
@page{margin:16mm}";

/// The sheet as it grows.
pub(super) struct Sheet {
    html: String,
    words: Language,
}

impl Sheet {
    pub(super) fn new(title: Said, words: Language) -> Self {
        let mut own = Self { html: String::new(), words };
        let (language, title) = (own.say(["nb", "nn", "en"]), own.say(title));
        own.html = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
             <body>\n<h1>{title}</h1>\n"
        );
        own
    }

    /// The words in the reader's language.
    pub(super) fn say(&self, said: Said) -> &'static str {
        let [nb, nn, en] = said;
        self.words.pick(nb, nn, en)
    }

    pub(super) fn heading(&mut self, said: Said) {
        self.html.push_str(&format!("<h2>{}</h2>\n", self.say(said)));
    }

    pub(super) fn under(&mut self, text: &str) {
        self.html.push_str(&format!("<h3>{}</h3>\n", escaped(text)));
    }

    /// A sentence of ours.
    pub(super) fn note(&mut self, said: Said) {
        self.html.push_str(&format!("<p>{}</p>\n", self.say(said)));
    }

    /// Names with what they are; one that is nothing is left out.
    pub(super) fn pairs(&mut self, pairs: &[(Said, String)]) {
        self.html.push_str("<dl>\n");
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            self.html.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", self.say(*name), escaped(value)));
        }
        self.html.push_str("</dl>\n");
    }

    pub(super) fn table(&mut self, heads: &[Said], rows: impl IntoIterator<Item = Vec<String>>) {
        let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", self.say(*head))).collect();
        self.html.push_str(&format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"));
        for row in rows {
            let cells: String = row.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
            self.html.push_str(&format!("<tr>{cells}</tr>\n"));
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    /// A text of somebody's, with its line breaks.
    pub(super) fn text(&mut self, text: &str) {
        self.html.push_str(&format!("<div class=\"text\">{}</div>\n", escaped(text.trim())));
    }

    /// Stretches of a text, each in an element (`ins`, `del`) or in none.
    pub(super) fn stretches<'a>(&mut self, stretches: impl Iterator<Item = (Option<&'static str>, &'a str)>) {
        self.html.push_str("<div class=\"text\">");
        for (element, text) in stretches {
            let text = escaped(text);
            let html = element.map_or_else(|| text.clone(), |element| format!("<{element}>{text}</{element}>"));
            self.html.push_str(&html);
        }
        self.html.push_str("</div>\n");
    }

    /// Lines in small type, as hashes are shown.
    pub(super) fn codes(&mut self, lines: &[String]) {
        let lines: Vec<String> = lines.iter().map(|line| format!("<code>{}</code>", escaped(line))).collect();
        self.html.push_str(&format!("<p>{}</p>\n", lines.join("<br>\n")));
    }

    /// A day as a person in Norway reads it.
    pub(super) fn day(&self, day: Date) -> String {
        match self.words {
            Language::En => day.to_string(),
            _ => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        }
    }

    /// A moment as a person in Norway reads it.
    pub(super) fn moment(&self, at: Timestamp) -> String {
        let zoned = at.to_zoned(TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC));
        let (date, time) = (zoned.date(), zoned.time());
        let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
        match self.words {
            Language::En => format!("{date} {clock}"),
            _ => format!("{} kl. {clock}", self.day(date)),
        }
    }

    pub(super) fn done(mut self) -> String {
        self.html.push_str("</body>\n</html>\n");
        self.html
    }
}
