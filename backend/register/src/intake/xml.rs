//! XML as it streams by (strømmende lesing): elements are handed over as they close; entities and document types with content are refused.

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};
use std::io::BufRead;

/// Elements within elements at most.
const DEEP: usize = 64;
/// Bytes of text of one element at most.
const LONGEST: usize = 4 * 1024 * 1024;
/// Parts of one element at most.
const PARTS: usize = 200_000;

/// Text or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Node(Node),
}

/// An element that is closed, or still open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// Its name, without the prefix of its namespace.
    pub(super) name: String,
    /// Its attributes, without prefixes.
    pub(super) marks: Vec<(String, String)>,
    pub(super) parts: Vec<Part>,
    /// The line it begins on.
    pub(super) line: usize,
}

impl Node {
    /// An attribute.
    pub(super) fn mark(&self, name: &str) -> Option<&str> {
        self.marks.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has this class, as HTML writes classes.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.mark("class").is_some_and(|all| all.split_whitespace().any(|one| one == class))
    }

    /// The elements right within it.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.parts.iter().filter_map(|part| match part {
            Part::Node(node) => Some(node),
            Part::Text(_) => None,
        })
    }

    /// Those of one name.
    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// The text of the first element of this name right within it; that of its code, where it has one.
    pub(super) fn leaf(&self, name: &str) -> Option<String> {
        let node = self.named(name).next()?;
        let text = node.named("kode").next().unwrap_or(node).own();
        (!text.is_empty()).then_some(text)
    }

    /// The text that stands right in it, white space made one.
    pub(super) fn own(&self) -> String {
        let texts = self.parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Node(_) => None,
        });
        texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What becomes of an element that closes: the ones around it are open still.
pub(super) trait Sink {
    /// Gives it back where it belongs into the one around it.
    fn closed(&mut self, open: &mut [Node], node: Node) -> Option<Node>;
}

/// Keeps everything: for files that are small.
pub(super) struct Whole(pub(super) Option<Node>);

impl Sink for Whole {
    fn closed(&mut self, open: &mut [Node], node: Node) -> Option<Node> {
        if open.is_empty() {
            self.0 = Some(node);
            return None;
        }
        Some(node)
    }
}

/// What is wrong, and on which line.
pub(super) type Fault = (usize, String);

struct Stream<'a, S> {
    open: Vec<Node>,
    line: usize,
    sink: &'a mut S,
    has_root: bool,
}

/// Hands every element over as it closes.
pub(super) fn stream<S: Sink>(input: impl BufRead, sink: &mut S) -> Result<(), Fault> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = true;
    let mut stream = Stream { open: Vec::new(), line: 1, sink, has_root: false };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| (stream.line, format!("this is no well-formed XML ({error}); export it again")))?;
        if matches!(event, Event::Eof) {
            break;
        }
        let lines = event.bytes().filter(|byte| *byte == b'\n').count();
        stream.event(event)?;
        stream.line += lines;
    }
    match stream.open.last() {
        Some(node) => Err((node.line, format!("<{}> begins here and is never closed; the file is cut off", node.name))),
        None if !stream.has_root => Err((1, "there is no element in it; export it again".to_owned())),
        None => Ok(()),
    }
}

impl<S: Sink> Stream<'_, S> {
    fn event(&mut self, event: Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(start) => self.begin(&start),
            Event::Empty(start) => self.begin(&start).map(|()| self.end()),
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(&reference),
            Event::DocType(kind) if kind.contains('[') => Err((
                self.line,
                "a document type with declarations of its own is not read; export it without".to_owned(),
            )),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        self.has_root = true;
        if self.open.len() >= DEEP {
            return Err((self.line, format!("more than {DEEP} elements within each other; nothing is made so")));
        }
        let mut node = Node { name: local(start.local_name().as_ref()), line: self.line, ..Node::default() };
        for mark in start.attributes() {
            let wrong = |error: String| (self.line, format!("an attribute cannot be read ({error}); export it again"));
            let mark = mark.map_err(|error| wrong(error.to_string()))?;
            let value =
                mark.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|error| wrong(error.to_string()))?;
            node.marks.push((local(mark.key.local_name().as_ref()), value.into_owned()));
        }
        self.open.push(node);
        Ok(())
    }

    fn end(&mut self) {
        let Some(node) = self.open.pop() else { return };
        if let Some(node) = self.sink.closed(&mut self.open, node)
            && let Some(around) = self.open.last_mut()
            && around.parts.len() < PARTS
        {
            around.parts.push(Part::Node(node));
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        let line = self.line;
        let Some(node) = self.open.last_mut() else { return Ok(()) };
        if text.contains('\0') {
            return Err((line, "there is a zero byte here; export the file again".to_owned()));
        }
        if node.parts.len() >= PARTS {
            return Err((line, format!("<{}> has more than {PARTS} parts; nothing is made so", node.name)));
        }
        match node.parts.last_mut() {
            Some(Part::Text(earlier)) if earlier.len() + text.len() > LONGEST => {
                Err((line, "an element has more than 4 MB of text; documents belong in files of their own".to_owned()))
            }
            Some(Part::Text(earlier)) => {
                earlier.push_str(text);
                Ok(())
            }
            _ if text.len() > LONGEST => {
                Err((line, "an element has more than 4 MB of text; documents belong in files of their own".to_owned()))
            }
            _ => {
                node.parts.push(Part::Text(text.to_owned()));
                Ok(())
            }
        }
    }

    /// The five that XML knows, and characters by their numbers; anything else would have to be declared, and nothing is.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Fault> {
        let name = reference.xml10_content();
        let known = match &*name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some('\u{a0}'),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        match known {
            Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
            None => {
                Err((self.line, "an entity stands here that XML does not know by itself; write its text".to_owned()))
            }
        }
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}
