//! Draws a page without ink (tegning): follows its instructions, and notes each letter where it would stand.

use super::{
    line::{Letter, Piece, Sheet},
    mark::{Layers, Marks},
    state::{Face, State},
};
use crate::limit::{Deadline, FORMS};
use domain::port::Unreadable;
use hayro_font::{
    CMapResolverFn, FontCache, FontQuery, FontResolverFn, StandardFont,
    kurbo::{Affine, Point},
};
use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction},
    object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Rect, Stream},
    page::{Page, Resources},
};
use std::{collections::HashMap, rc::Rc, sync::Arc};

/// States kept within states; more is no page that anybody drew.
const STATES: usize = 512;
/// Letters smaller than this, in points, are not seen.
const SMALLEST: f64 = 1.0;

/// Reads page after page; the fonts of one serve the next.
pub(super) struct Printer<'a, 'd> {
    fonts: FontCache<'a>,
    faces: HashMap<ObjectIdentifier, Option<Rc<Face<'a>>>>,
    fallback: FontResolverFn,
    tables: CMapResolverFn,
    layers: Layers,
    deadline: &'d Deadline,
    /// Letters that could be named, and those that could not.
    pub(super) known: usize,
    pub(super) unknown: usize,
}

/// A page while it is drawn.
struct Drawing<'a> {
    sheet: Sheet,
    state: State<'a>,
    kept: Vec<State<'a>>,
    marks: Marks,
    edges: Rect,
}

impl<'a, 'd> Printer<'a, 'd> {
    pub(super) fn new(layers: Layers, deadline: &'d Deadline) -> Self {
        let standard = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        };
        Self {
            fonts: FontCache::new(),
            faces: HashMap::new(),
            fallback: Arc::new(standard),
            tables: Arc::new(|_| None),
            layers,
            deadline,
            known: 0,
            unknown: 0,
        }
    }

    /// What stands on a page.
    pub(super) fn page(&mut self, page: &Page<'a>) -> Result<Vec<Piece>, Unreadable> {
        let edges = page.intersected_crop_box();
        let mut drawing = Drawing {
            sheet: Sheet::default(),
            state: State::new(Affine::IDENTITY),
            kept: Vec::new(),
            marks: Marks::default(),
            edges,
        };
        self.follow(page.typed_operations(), page.resources(), (&mut drawing, 0))?;
        Ok(drawing.sheet.read())
    }

    fn follow(
        &mut self,
        mut steps: TypedIter<'_>,
        resources: &Resources<'a>,
        (drawing, depth): (&mut Drawing<'a>, usize),
    ) -> Result<(), Unreadable> {
        let kept = drawing.kept.len();
        let before = drawing.state.clone();
        while let Some(step) = steps.next() {
            self.deadline.hold()?;
            match step {
                TypedInstruction::XObject(one) => {
                    if let Some(stream) = resources.get_x_object(one.0) {
                        self.object(&stream, resources, (drawing, depth))?;
                    }
                }
                TypedInstruction::TextFont(font) => {
                    drawing.state.size = font.1.as_f64();
                    drawing.state.face = self.face(resources, font.0);
                }
                TypedInstruction::ShowText(text) => self.show(drawing, text.0.as_bytes())?,
                TypedInstruction::ShowTexts(texts) => self.show_all(drawing, texts.0)?,
                TypedInstruction::NextLineAndShowText(text) => {
                    drawing.state.next_line(0.0, -drawing.state.leading);
                    self.show(drawing, text.0.as_bytes())?;
                }
                TypedInstruction::ShowTextWithParameters(text) => {
                    drawing.state.word_spacing = text.0.as_f64();
                    drawing.state.spacing = text.1.as_f64();
                    drawing.state.next_line(0.0, -drawing.state.leading);
                    self.show(drawing, text.2.as_bytes())?;
                }
                TypedInstruction::BeginMarkedContent(_) => drawing.marks.begin(None, resources, &self.layers),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    drawing.marks.begin(Some(mark.1), resources, &self.layers);
                }
                TypedInstruction::EndMarkedContent(_) => drawing.marks.end(),
                other => drawing.step(&other),
            }
        }
        drawing.kept.truncate(kept);
        drawing.state = before;
        Ok(())
    }

    /// A form is drawn as a part of the page; of a picture only its size is noted.
    fn object(
        &mut self,
        stream: &Stream<'a>,
        outer: &Resources<'a>,
        (drawing, depth): (&mut Drawing<'a>, usize),
    ) -> Result<(), Unreadable> {
        let dict = stream.dict();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => drawing.picture(),
            Some(b"Form") if depth < FORMS && !self.layers.hide(dict, b"OC") => {
                let Ok(steps) = stream.decoded_data() else { return Ok(()) };
                let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
                let before = drawing.state.clone();
                drawing.state.ctm *= matrix(dict);
                self.follow(TypedIter::new(&steps), own.as_ref().unwrap_or(outer), (drawing, depth + 1))?;
                drawing.state = before;
            }
            _ => {}
        }
        Ok(())
    }

    fn face(&mut self, resources: &Resources<'a>, name: &Name<'_>) -> Option<Rc<Face<'a>>> {
        let Some(dict) = resources.get_font(name) else { return self.standard() };
        let id = dict.obj_id();
        if let Some(face) = id.as_ref().and_then(|id| self.faces.get(id)) {
            return face.clone();
        }
        let face = self.fonts.font(&dict, &self.fallback, &self.tables).map(|font| Rc::new(Face::new(font)));
        self.faces.extend(id.map(|id| (id, face.clone())));
        face
    }

    /// What viewers take where a page names a font that it does not have.
    fn standard(&self) -> Option<Rc<Face<'a>>> {
        let font = self.fonts.standard_font(StandardFont::Helvetica, &self.fallback)?;
        Some(Rc::new(Face::new(font)))
    }

    fn show_all(&mut self, drawing: &mut Drawing<'a>, texts: &Array<'_>) -> Result<(), Unreadable> {
        for one in texts.iter::<Object<'_>>() {
            match one {
                Object::Number(gap) => drawing.state.adjust(gap.as_f64()),
                Object::String(text) => self.show(drawing, text.as_bytes())?,
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, drawing: &mut Drawing<'a>, bytes: &[u8]) -> Result<(), Unreadable> {
        if drawing.state.face.is_none() {
            drawing.state.face = self.standard();
        }
        let Some(face) = drawing.state.face.clone() else { return Ok(()) };
        let mut at = 0;
        while at < bytes.len() {
            self.deadline.hold()?;
            let (code, length) = face.font().read_code(bytes, at);
            at += length.max(1);
            let width = face.font().code_advance(code);
            let letters = face.letters(code);
            let is_blank = code == 32 && length == 1;
            match letters {
                Some(text) => {
                    self.known += usize::from(!text.trim().is_empty());
                    drawing.letter(text, width.x);
                }
                None if is_blank => drawing.letter(" ".to_owned(), width.x),
                None => self.unknown += 1,
            }
            drawing.state.advance(width, is_blank);
        }
        Ok(())
    }
}

impl Drawing<'_> {
    /// Steps that show nothing themselves.
    fn step(&mut self, step: &TypedInstruction<'_, '_>) {
        let state = &mut self.state;
        match step {
            TypedInstruction::SaveState(_) if self.kept.len() < STATES => self.kept.push(state.clone()),
            TypedInstruction::RestoreState(_) => {
                if let Some(kept) = self.kept.pop() {
                    *state = kept;
                }
            }
            TypedInstruction::Transform(m) => state.ctm *= affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]),
            TypedInstruction::BeginText(_) => state.begin(Affine::IDENTITY),
            TypedInstruction::SetTextMatrix(m) => state.begin(affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5])),
            TypedInstruction::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            TypedInstruction::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                state.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::HorizontalScaling(scale) => state.scale = scale.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(leading) => state.leading = leading.0.as_f64(),
            TypedInstruction::CharacterSpacing(spacing) => state.spacing = spacing.0.as_f64(),
            TypedInstruction::WordSpacing(spacing) => state.word_spacing = spacing.0.as_f64(),
            TypedInstruction::TextRise(rise) => state.rise = rise.0.as_f64(),
            TypedInstruction::TextRenderingMode(mode) => state.is_drawn = !matches!(mode.0.as_i64(), 3 | 7),
            _ => {}
        }
    }

    /// Notes a letter of this width where it stands, if that is on the page.
    fn letter(&mut self, text: String, width: f64) {
        let placed = self.state.placed();
        let [a, b, c, d, ..] = placed.as_coeffs();
        let from = placed * Point::ORIGIN;
        let to = placed * Point::new(width / 1000.0, 0.0);
        let edges = self.edges;
        let is_on = from.x >= edges.x0 - 1.0 && from.x <= edges.x1 && from.y >= edges.y0 - 1.0 && from.y <= edges.y1;
        let size = c.hypot(d);
        if !is_on || self.marks.is_hidden() || !to.is_finite() || size.is_nan() || size < SMALLEST {
            return;
        }
        let text = self.marks.said(text);
        let turn = turned(a, b);
        let (from, to) = (upright(from, turn), upright(to, turn));
        self.sheet.add(Letter {
            left: from.x.min(to.x),
            right: from.x.max(to.x),
            y: from.y,
            size,
            turn,
            is_seen: self.state.is_drawn,
            text,
        });
    }

    fn picture(&mut self) {
        let [a, b, c, d, ..] = self.state.ctm.as_coeffs();
        let page = (self.edges.width() * self.edges.height()).abs().max(1.0);
        self.sheet.pictured = self.sheet.pictured.max((a * d - b * c).abs() / page);
    }
}

/// The quarter turns of letters whose line runs so.
fn turned(a: f64, b: f64) -> u8 {
    match (a.abs() >= b.abs(), a >= 0.0, b >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

/// A place as seen by who turned the page so that the letters stand upright.
fn upright(at: Point, turn: u8) -> Point {
    match turn {
        0 => at,
        1 => Point::new(at.y, -at.x),
        2 => Point::new(-at.x, -at.y),
        _ => Point::new(-at.y, at.x),
    }
}

fn affine(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

/// How a form stands on what it is drawn on.
fn matrix(dict: &Dict<'_>) -> Affine {
    let numbers: Vec<f64> =
        dict.get::<Array<'_>>("Matrix").map(|all| all.iter::<f64>().take(6).collect()).unwrap_or_default();
    numbers.try_into().map_or(Affine::IDENTITY, Affine::new)
}
