//! What is in force while a page is drawn (grafikktilstand): where letters go, how large, in which font.

use hayro_font::{
    Font, FontGlyph,
    hayro_cmap::BfString,
    kurbo::{Affine, Vec2},
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// A font, and what its letters are.
pub(super) struct Face<'a> {
    font: Font<'a>,
    letters: RefCell<HashMap<u32, Option<String>>>,
}

impl<'a> Face<'a> {
    pub(super) fn new(font: Font<'a>) -> Self {
        Self { font, letters: RefCell::default() }
    }

    pub(super) fn font(&self) -> &Font<'a> {
        &self.font
    }

    /// What this code says, where the file tells.
    pub(super) fn letters(&self, code: u32) -> Option<String> {
        self.letters.borrow_mut().entry(code).or_insert_with(|| self.named(code)).clone()
    }

    fn named(&self, code: u32) -> Option<String> {
        let glyph = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        match glyph? {
            BfString::Char(one) => Some(one.to_string()),
            BfString::String(many) => Some(many),
        }
        .filter(|letters| !letters.is_empty() && !letters.contains(['\0', '\u{fffd}']))
    }
}

/// The state of drawing that `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) ctm: Affine,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) spacing: f64,
    pub(super) word_spacing: f64,
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Whether letters are drawn at all; a scan's letters lie unseen behind its picture.
    pub(super) is_drawn: bool,
    pub(super) line: Affine,
    pub(super) text: Affine,
}

impl State<'_> {
    pub(super) fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            face: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_drawn: true,
            line: Affine::IDENTITY,
            text: Affine::IDENTITY,
        }
    }

    pub(super) fn begin(&mut self, at: Affine) {
        self.line = at;
        self.text = at;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.begin(self.line * Affine::translate((x, y)));
    }

    /// From the space of a letter of size one to that of the page.
    pub(super) fn placed(&self) -> Affine {
        let size = Affine::new([self.size * self.scale, 0.0, 0.0, self.size, 0.0, self.rise]);
        self.ctm * self.text * size
    }

    /// A gap of so many thousandths, as between two letters of one line.
    pub(super) fn adjust(&mut self, thousandths: f64) {
        let by = -thousandths / 1000.0 * self.size;
        let is_level = self.face.as_ref().is_none_or(|face| face.font().is_horizontal());
        self.text *= Affine::translate(if is_level { (by * self.scale, 0.0) } else { (0.0, by) });
    }

    /// Goes on behind a letter.
    pub(super) fn advance(&mut self, width: Vec2, is_blank: bool) {
        let spacing = self.spacing + if is_blank { self.word_spacing } else { 0.0 };
        let is_level = self.face.as_ref().is_none_or(|face| face.font().is_horizontal());
        let by = if is_level {
            ((width.x / 1000.0 * self.size + spacing) * self.scale, 0.0)
        } else {
            (0.0, width.y / 1000.0 * self.size + spacing)
        };
        self.text *= Affine::translate(by);
    }
}
