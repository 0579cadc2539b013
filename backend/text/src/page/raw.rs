//! Elements whose content is no HTML (råtekst), and where it ends.

/// What an element holds.
pub(super) enum Content {
    Html,
    /// Text up to the end tag.
    Raw {
        /// Whether character references stand for signs.
        has_references: bool,
    },
    /// Text up to the end of the page.
    Plain,
}

impl Content {
    /// What an element of this name holds; scripts never run here, so `<noscript>` holds HTML.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "title" | "textarea" => Self::Raw { has_references: true },
            "script" | "style" | "iframe" | "noembed" | "noframes" | "xmp" => Self::Raw { has_references: false },
            "plaintext" => Self::Plain,
            _ => Self::Html,
        }
    }
}

/// The bytes before the end tag of a raw element.
pub(super) fn length(rest: &str, name: &str) -> usize {
    let end = if name == "script" { script(rest) } else { tags(rest).find(|at| is_tag(&rest[*at..], "</", name)) };
    end.unwrap_or(rest.len())
}

fn tags(rest: &str) -> impl Iterator<Item = usize> {
    rest.match_indices('<').map(|(at, _)| at)
}

/// Whether a tag of this name begins here, and the name ends with it.
fn is_tag(rest: &str, open: &str, name: &str) -> bool {
    let Some(rest) = rest.strip_prefix(open) else { return false };
    rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name))
        && matches!(rest.as_bytes().get(name.len()), Some(b'\t' | b'\n' | 0x0c | b' ' | b'/' | b'>'))
}

/// Where a script is, as the standard reads it (13.2.5.15 to 13.2.5.31).
enum Script {
    Plain,
    /// Within `<!--`.
    Escaped,
    /// In a `<script>` within `<!--`.
    Twice,
}

/// Where a script ends.
fn script(rest: &str) -> Option<usize> {
    let mut within = Script::Plain;
    // The two dashes that begin a comment may be those that end it.
    for (at, _) in rest.match_indices(['<', '-']) {
        let here = &rest[at..];
        within = match within {
            Script::Plain | Script::Escaped if is_tag(here, "</", "script") => return Some(at),
            Script::Plain if here.starts_with("<!--") => Script::Escaped,
            Script::Escaped | Script::Twice if here.starts_with("-->") => Script::Plain,
            Script::Escaped if is_tag(here, "<", "script") => Script::Twice,
            Script::Twice if is_tag(here, "</", "script") => Script::Escaped,
            same => same,
        };
    }
    None
}
