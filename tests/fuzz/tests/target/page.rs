//! What a browser shows of a page (sidevisning): the tree of the HTML standard, and the letters in it; nothing of our own readers.

use domain::draft::normal::normalise;
use html5ever::{
    Attribute, LocalName, Namespace, ParseOpts, QualName,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    ns, parse_document,
    tendril::{StrTendril, TendrilSink},
    tree_builder::TreeBuilderOpts,
};
use std::{borrow::Cow, cell::RefCell, collections::HashMap, iter::successors};

/// Styles that hide a piece, as [`crate::letter`] writes them; all others leave it to be seen.
pub(crate) const HIDING: &[&str] =
    &["display:none", "visibility:hidden", "font-size:0", "opacity:0", "position:absolute;left:-9999px"];

/// The letters and figures that a reader of the page sees, one after the other.
pub(crate) fn seen(html: &str) -> String {
    let tree = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let page = parse_document(Page::default(), ParseOpts { tree_builder: tree, ..ParseOpts::default() }).one(html);
    let mut text = String::new();
    page.read(0, &mut text);
    signs(&text)
}

/// The letters and figures of a text.
pub(crate) fn signs(text: &str) -> String {
    normalise(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[derive(Default)]
struct Node {
    name: Option<QualName>,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<usize>,
    parent: Option<usize>,
    contents: Option<usize>,
}

/// The tree; 0 is the page itself.
struct Page(RefCell<Vec<Node>>);

impl Default for Page {
    fn default() -> Self {
        Self(RefCell::new(vec![Node::default()]))
    }
}

#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Page {
    /// The text below a node, as far as it is shown. Not by recursion: a page may be as deep as it likes.
    fn read(&self, root: usize, text: &mut String) {
        let nodes = self.0.borrow();
        let mut open = vec![(root, false)];
        let mut items: HashMap<usize, usize> = HashMap::new();
        while let Some((at, drawn)) = open.pop() {
            let node = &nodes[at];
            let drawn = match &node.name {
                Some(name) if is_unseen(name, &node.attributes) => continue,
                // Of a drawing only its texts are shown, and HTML that is set into it.
                Some(name) => {
                    name.ns == ns!(svg)
                        && !matches!(&*name.local, "text" | "tspan" | "textPath" | "a" if drawn || &*name.local == "text")
                }
                None => drawn,
            };
            if let Some(list) = numbered(&nodes, at) {
                let number = items.entry(list).or_default();
                *number += 1;
                text.push_str(&format!(" {number}. "));
            }
            if !(drawn && node.name.is_none()) {
                text.push_str(&node.text);
            }
            open.extend(node.children.iter().rev().map(|child| (*child, drawn)));
        }
    }

    fn add(&self, node: Node) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    /// Puts a child at a place; text joins the text before it.
    fn put(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendText(text) => self.add(Node { text: text.to_string(), ..Node::default() }),
            NodeOrText::AppendNode(node) => {
                self.remove_from_parent(&node);
                node
            }
        };
        let mut nodes = self.0.borrow_mut();
        nodes[child].parent = Some(parent);
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, child);
    }
}

/// The numbered list that this is a point of: a browser writes the number.
fn numbered(nodes: &[Node], at: usize) -> Option<usize> {
    let called = |at: usize, names: &[&str]| {
        nodes[at].name.as_ref().is_some_and(|name| name.ns == ns!(html) && names.contains(&&*name.local))
    };
    let parent = |at: &usize| nodes[*at].parent;
    let list = || successors(parent(&at), parent).find(|at| called(*at, &["ol", "ul", "menu", "dir"]));
    Some(at).filter(|at| called(*at, &["li"])).and_then(|_| list()).filter(|list| called(*list, &["ol"]))
}

impl TreeSink for Page {
    type Handle = usize;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        Name(self.0.borrow()[*target].name.clone().expect("only elements are asked for their name"))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> usize {
        let attributes = attributes.into_iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
        let contents = flags.template.then(|| self.add(Node::default()));
        self.add(Node { name: Some(name), attributes, contents, ..Node::default() })
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Node::default())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::default())
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.put(*parent, usize::MAX, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, before: &usize, child: NodeOrText<usize>) {
        let has_parent = self.0.borrow()[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(before, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        self.0.borrow()[*target].contents.expect("only templates are asked for their contents")
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        let place = {
            let nodes = self.0.borrow();
            nodes[*sibling]
                .parent
                .and_then(|parent| Some((parent, nodes[parent].children.iter().position(|child| child == sibling)?)))
        };
        if let Some((parent, at)) = place {
            self.put(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        let mut nodes = self.0.borrow_mut();
        let known = &mut nodes[*target].attributes;
        for attribute in attributes {
            let name = attribute.name.local.to_string();
            if known.iter().all(|(other, _)| *other != name) {
                known.push((name, attribute.value.to_string()));
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.0.borrow_mut();
        if let Some(parent) = nodes[*target].parent.take() {
            nodes[parent].children.retain(|child| child != target);
        }
    }

    fn reparent_children(&self, node: &usize, new: &usize) {
        let mut nodes = self.0.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        children.iter().for_each(|child| nodes[*child].parent = Some(*new));
        nodes[*new].children.extend(children);
    }
}

/// Whether an element shows nothing of what is in it.
fn is_unseen(name: &QualName, attributes: &[(String, String)]) -> bool {
    let has = |wanted: &str| attributes.iter().any(|(name, _)| name == wanted);
    let style = attributes.iter().find(|(name, _)| name == "style").map_or("", |(_, value)| value.as_str());
    let html = matches!(
        &*name.local,
        "head"
            | "title"
            | "style"
            | "script"
            | "template"
            | "noembed"
            | "noframes"
            | "iframe"
            | "datalist"
            | "audio"
            | "video"
            | "canvas"
            | "rp"
            | "frameset"
    );
    let drawn = matches!(&*name.local, "title" | "desc" | "metadata" | "style" | "script" | "defs" | "symbol");
    has("hidden")
        || HIDING.contains(&style)
        || (name.ns == ns!(html) && (html || (&*name.local == "details" && !has("open"))))
        || (name.ns == ns!(svg) && drawn)
}

#[test]
fn the_page_is_read_as_a_browser_reads_it() {
    for (html, text) in [
        ("<p>Hei<b> Per</b>", "HeiPer"),
        ("Hei<style>p{}</style><script>x</script><title>t</title><!-- x -->", "Hei"),
        ("<svg><style><p>Hei", "Hei"),
        ("<svg><style>a</style></svg>Hei", "Hei"),
        ("<svg>a<text>Hei</text></svg>", "Hei"),
        ("<table>a<tr><td>Hei</table>", "aHei"),
        ("<p style='display:none'>a</p>Hei", "Hei"),
        ("<textarea><p>Hei</textarea>", "pHei"),
        ("<noscript>Hei</noscript><template>a</template>", "Hei"),
    ] {
        assert_eq!(seen(html), text, "{html}");
    }
}
