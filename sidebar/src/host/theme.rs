//! Light or dark, told from the background colour that Outlook gives.

/// The two sets of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on light.
    Light,
    /// Light words on dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// From a background like `#1f1f1f`, by its luminance (ITU-R BT.709 weights); `None` when it cannot be read.
    #[must_use]
    pub fn of(background: &str) -> Option<Self> {
        let digits = background.trim().strip_prefix('#')?;
        let colour = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6)?;
        let [_, red, green, blue] = colour.to_be_bytes().map(u32::from);
        let luminance = (2126 * red + 7152 * green + 722 * blue) / 10_000;
        Some(if luminance < 128 { Self::Dark } else { Self::Light })
    }
}

#[cfg(test)]
mod tests {
    use super::Theme::{self, Dark, Light};

    #[test]
    fn a_background_tells_light_from_dark() {
        for (background, theme) in [
            ("#FFFFFF", Some(Light)),
            ("#1f1f1f", Some(Dark)),
            ("#000000", Some(Dark)),
            (" #0078D4 ", Some(Dark)),
            ("#00ff00", Some(Light)),
            ("#fff", None),
            ("white", None),
            ("", None),
        ] {
            assert_eq!(Theme::of(background), theme, "{background}");
        }
    }
}
