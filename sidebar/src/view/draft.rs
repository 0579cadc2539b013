//! The draft: words, numbered sources and gaps, as they will be read.

use super::{
    See, chip, closer, editor,
    element::{Tag, all, button, el, line, named, press, tag, words},
    evidence, manner,
};
use crate::{
    state::{
        Desk, Event, Shown, Touch,
        letter::{self, Paragraph, Piece},
    },
    text::{Text, code_name},
};
use contract::view::{Action, Finding};
use std::cell::Cell;
use vocabulary::{Language, Outcome, Severity};
use yew::Html;

pub(super) fn draft(see: &See, desk: Desk, shown: &Shown) -> Html {
    let draft = &shown.draft;
    let body = match &shown.editor {
        Some(editor) => editor::editor(see, desk, shown, editor),
        None => paragraphs(see, desk, shown),
    };
    let by = see.fill(Text::EditedBy, &[("name", &draft.author)]) + &writer(see, &draft.writer).unwrap_or_default();
    let copied = shown.copied.map(|succeeded| see.say(if succeeded { Text::Copied } else { Text::CopyFailed }));
    let cannot = draft.outcome == Outcome::CannotAnswer;
    let card = tag("section", "card draft").set("id", "draft").set("tabindex", "-1");
    let name = see.say(Text::Draft);
    card.set("aria-label", name).with([
        line("h2", "quiet", name),
        unsaved(see, desk, shown),
        line("p", "second", cannot.then(|| see.say(Text::OutcomeCannot))),
        body,
        el("div", "row foot", [line("p", "second", by), touches(see, desk, shown)]),
        manner::manner(see, desk, shown),
        line("p", "second", copied),
    ])
}

/// What was typed here and not saved, where it does not stand in the editor.
fn unsaved(see: &See, desk: Desk, shown: &Shown) -> Html {
    if shown.draft.unsaved.is_none() || shown.editor.is_some() {
        return Html::default();
    }
    tag("p", "unsaved").set("role", "status").with([
        words(see.say(Text::Unsaved)),
        if shown.draft.next.contains(&Action::Revise) {
            button("button link slim", see.say(Text::UnsavedTake), see.touch(desk, Touch::Resume))
        } else {
            Html::default()
        },
        button("button link slim", see.say(Text::UnsavedDrop), see.touch(desk, Touch::Discard)),
    ])
}

/// What can be done to the text itself; where editing is the next step, the bar at the bottom has it.
fn touches(see: &See, desk: Desk, shown: &Shown) -> Html {
    if shown.editor.is_some() || shown.doing.is_some() {
        return Html::default();
    }
    let link = |text, press| button("button link slim", see.say(text), press);
    let mut links = vec![link(Text::Copy, see.touch(desk, Touch::Copy))];
    if let Some(before) = &shown.draft.before {
        let word = if before.edited { Text::UndoAnew } else { Text::Undo };
        links.push(link(word, see.touch(desk, Touch::Undo)));
    }
    if shown.draft.next.iter().skip(1).any(|action| *action == Action::Revise) {
        links.push(link(Text::ActionRevise, see.press(Event::Acted(desk, Action::Revise))));
    }
    el("div", "links", links)
}

/// Which model wrote; the built-in writer needs no mention, nor does the person who is named as the author.
fn writer(see: &See, writer: &str) -> Option<String> {
    (!["builtin", "person"].contains(&writer)).then(|| format!(" · {}", see.fill(Text::Writer, &[("writer", writer)])))
}

/// How many gaps are left, as a label.
pub(super) fn gaps(see: &See, shown: &Shown) -> Html {
    match shown.draft.gaps.len() {
        0 => Html::default(),
        n => chip::chip(&see.count(n, (Text::GapsOne, Text::GapsMany)), "warn"),
    }
}

/// The text while it is being written: nothing in it can be opened yet.
pub(super) fn written(text: &str, language: Language) -> Html {
    let piece = |(place, piece): (usize, Piece)| {
        let drawn = match piece {
            Piece::Words { text, .. } => line("span", "", text),
            Piece::Citation { n, .. } => line("span", "citation", n.to_string()),
            Piece::Gap { what, .. } => line("span", "gap", what),
            Piece::Break => el("br", "", []),
        };
        named(place, drawn)
    };
    let laid = letter::laid(text, &[], &[]).into_iter().enumerate();
    let paragraph = |(place, pieces): (usize, Paragraph)| {
        named(place, el("p", "", pieces.into_iter().enumerate().map(piece).collect::<Vec<_>>()))
    };
    let paragraphs: Vec<Html> = laid.map(paragraph).collect();
    tag("div", "letter").set("lang", language.code()).with(paragraphs)
}

fn paragraphs(see: &See, desk: Desk, shown: &Shown) -> Html {
    let draft = &shown.draft;
    let laid = letter::laid(&draft.text, &draft.sentences, &draft.findings);
    let claim = shown.open.and_then(|open| claim(&laid, open));
    let letter = Letter { see, desk, shown, claim, marked: Cell::default() };
    let paragraphs: Vec<Html> = laid.iter().map(|paragraph| letter.paragraph(paragraph)).collect();
    tag("div", "letter").set("lang", draft.language.code()).with(paragraphs)
}

/// The sentence that the open source bears.
fn claim(laid: &[Paragraph], open: (usize, u16)) -> Option<usize> {
    laid.iter().flatten().find_map(|piece| match piece {
        Piece::Citation { place, n, sentence } if (*place, *n) == open => *sentence,
        _ => None,
    })
}

struct Letter<'a> {
    see: &'a See<'a>,
    desk: Desk,
    shown: &'a Shown,
    claim: Option<usize>,
    /// The findings whose first words are laid out: those can be reached by the keyboard.
    marked: Cell<Vec<usize>>,
}

impl Letter<'_> {
    fn paragraph(&self, paragraph: &Paragraph) -> Html {
        let open = self.shown.open.filter(|open| {
            paragraph.iter().any(|piece| matches!(piece, Piece::Citation { place, n, .. } if (*place, *n) == *open))
        });
        let source = open.and_then(|(_, n)| self.shown.draft.evidence.iter().find(|evidence| evidence.n == n));
        let words: Vec<Html> = letter::stretches(paragraph).into_iter().map(|stretch| self.stretch(stretch)).collect();
        // Always a place of its own, filled or not: else the paragraph is drawn anew, and the focus in it is lost.
        let anew = self.claim.map(|sentence| closer::anew(self.see, (self.desk, self.shown), Some(sentence)));
        let source = source.map(|source| evidence::opened(self.see, self.desk, (source, anew.unwrap_or_default())));
        let why = closer::opened(self.see, (self.desk, self.shown), paragraph);
        all([el("p", "", words), why, source.unwrap_or_default()])
    }

    fn stretch(&self, stretch: &[Piece]) -> Html {
        let pieces: Vec<Html> = stretch.iter().map(|piece| self.piece(piece)).collect();
        if stretch.len() > 1 { el("span", "held", pieces) } else { all(pieces) }
    }

    fn piece(&self, piece: &Piece) -> Html {
        match piece {
            Piece::Words { text, sentence, finding } => self.words(text, *sentence, *finding),
            Piece::Citation { place, n, .. } => self.citation(*place, *n),
            Piece::Gap { index, what } => self.gap(*index, what),
            Piece::Break => el("br", "", []),
        }
    }

    fn words(&self, text: &str, sentence: Option<usize>, finding: Option<usize>) -> Html {
        let found = finding.and_then(|at| Some((at, self.shown.draft.findings.get(at)?)));
        let claimed = sentence.is_some() && sentence == self.claim;
        let is = |key: &Option<String>| found.is_some_and(|(_, finding)| key.as_ref() == Some(&finding.key));
        let pointed = is(&self.shown.pointed);
        let class = [found.map(|(_, one)| tone(one)), claimed.then_some("claim"), pointed.then_some("pointed")];
        let class: Vec<&str> = class.into_iter().flatten().collect();
        let class = Some(class.join(" ")).filter(|class| !class.is_empty());
        let words = tag("span", "").set("class", class);
        match found {
            Some((at, finding)) => self.mark(words, (at, finding), is(&self.shown.why)).says(text.to_owned()),
            None => words.says(text.to_owned()),
        }
    }

    /// The words of a finding: pressed, they tell why. The first of them can be reached by the keyboard.
    fn mark(&self, words: Tag, (at, finding): (usize, &Finding), open: bool) -> Tag {
        let (desk, key) = (self.desk, finding.key.clone());
        let words = words.pressed(self.see.touch(desk, Touch::Why(key.clone())));
        let mut marked = self.marked.take();
        let is_first = !marked.contains(&at);
        marked.push(at);
        self.marked.set(marked);
        if !is_first {
            return words;
        }
        let why = move || Event::Touched(desk, Touch::Why(key.clone()));
        let enter = self.see.key(move |event| (event.key() == "Enter").then(&why));
        let words = words.set("id", format!("mark-{at}")).set("role", "button").set("tabindex", "0");
        let title = self.see.say(code_name(finding.code));
        words.set("aria-expanded", open).set("aria-controls", open.then_some("why")).set("title", title).keys(enter)
    }

    fn citation(&self, place: usize, n: u16) -> Html {
        let open = self.shown.open == Some((place, n));
        let title =
            self.shown.draft.evidence.iter().find(|evidence| evidence.n == n).map(|evidence| evidence.title.as_str());
        let label = format!("{}: {}", self.see.fill(Text::Source, &[("n", &n.to_string())]), title.unwrap_or_default());
        let class = if open { "citation open" } else { "citation" };
        let button = press(class, self.see.touch(self.desk, Touch::Citation { place, n }));
        let button = button.set("id", format!("citation-{place}")).set("aria-expanded", open);
        let button = button.set("aria-controls", open.then_some("evidence"));
        button.set("aria-label", &label).set("title", label).says(n.to_string())
    }

    /// A gap is a field in the text, where the server lets this person fill it.
    fn gap(&self, index: usize, what: &str) -> Html {
        let draft = &self.shown.draft;
        if !draft.next.iter().any(|action| matches!(action, Action::Fill | Action::Revise)) {
            return line("span", "gap", what.to_owned());
        }
        let typed = self.shown.fills.get(index).cloned().unwrap_or_default();
        let width = typed.chars().count().max(what.chars().count()).clamp(4, 40) + 1;
        let desk = self.desk;
        let enter =
            self.see.key(move |event| (event.key() == "Enter").then_some(Event::Touched(desk, Touch::SaveGaps)));
        let field = tag("input", "gap").set("type", "text").set("id", format!("gap-{index}"));
        let field = field.set("placeholder", what.to_owned()).set("style", format!("width:{width}ch"));
        let field = field.set("aria-label", self.see.fill(Text::Gap, &[("what", what)])).set("autocomplete", "off");
        field.keys(enter).typed(&typed, self.see.typed(desk, move |text| Touch::Gap(index, text)))
    }
}

fn tone(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Stop => "found bad",
        Severity::Verify => "found warn",
        Severity::Warn => "found plain",
        Severity::Note => "",
    }
}
