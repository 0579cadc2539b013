//! Pieces as text again (ombrekking): lines, rows and paragraphs; words that were parted at the end of a line are whole.

use super::line::Piece;

/// Width of a column, in the size of its letters, from which on its lines are taken to go on.
const NARROWEST: f64 = 15.0;
/// Pages from which on what stands on most of them is a running head or foot.
const RUNNING: usize = 3;

/// A line: its pieces from left to right.
#[derive(Debug)]
struct Line {
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    turn: u8,
    text: String,
}

/// The paragraphs of a page.
pub(super) fn paragraphs(pieces: Vec<Piece>) -> Vec<String> {
    let lines = lines(pieces);
    let usual = usual_gap(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let open = paragraphs.last_mut();
        match (before, open) {
            (Some(before), Some(open)) if is_near(before, line, usual) => {
                if goes_on(before, line, &lines) {
                    join(open, &line.text);
                } else {
                    open.push('\n');
                    open.push_str(&line.text);
                }
            }
            _ => paragraphs.push(line.text.clone()),
        }
    }
    paragraphs
}

/// Pieces that follow each other on one line are a row.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        let text = piece.text.trim();
        if text.is_empty() {
            continue;
        }
        match lines.last_mut() {
            Some(line)
                if line.turn == piece.turn
                    && piece.is_level_with(line.y, line.size)
                    && piece.left >= line.right - 0.3 * piece.size =>
            {
                line.text.push('\t');
                line.text.push_str(text);
                line.right = line.right.max(piece.right);
                line.size = line.size.max(piece.size);
            }
            _ => lines.push(Line {
                left: piece.left,
                right: piece.right,
                y: piece.y,
                size: piece.size,
                turn: piece.turn,
                text: text.to_owned(),
            }),
        }
    }
    lines
}

/// The usual distance of two lines, in the size of their letters.
fn usual_gap(lines: &[Line]) -> f64 {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let gaps = pairs.map(|(one, next)| (one.y - next.y) / one.size.max(0.1));
    let mut gaps: Vec<f64> = gaps.filter(|gap| (0.5..3.0).contains(gap)).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(1.2).clamp(1.0, 2.2)
}

/// Whether a line belongs to the same paragraph, or list, or table as the one before.
fn is_near(before: &Line, line: &Line, usual: f64) -> bool {
    let gap = (before.y - line.y) / before.size.max(0.1);
    let is_alike = (before.size - line.size).abs() < 0.15 * before.size.max(line.size);
    before.turn == line.turn && is_alike && gap > 0.0 && gap < usual * 1.3
}

/// Whether a line ended only because the next word had no room.
fn goes_on(before: &Line, line: &Line, all: &[Line]) -> bool {
    let is_row = |line: &Line| line.text.contains('\t') || line.text.contains("....");
    if is_row(before) || is_row(line) || is_item(&line.text) {
        return false;
    }
    let near = all.iter().filter(|one| one.turn == before.turn && (one.left - before.left).abs() < 3.0 * before.size);
    let edge = near.map(|one| one.right).fold(before.right, f64::max);
    if edge - before.left < NARROWEST * before.size {
        return false;
    }
    let letters = before.text.chars().count().max(1) as f64;
    let first = line.text.split(' ').next().unwrap_or_default().chars().count() as f64;
    before.right + (first + 0.5) * (before.right - before.left) / letters > edge
}

/// Whether a line begins as an item does.
fn is_item(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let is_counted = || {
        let counted = first.trim_end_matches(['.', ')']);
        counted.len() < first.len() && counted.len() <= 3 && counted.chars().all(|c| c.is_ascii_alphanumeric())
    };
    // As «2.1» before a heading; days are longer, and decimals have a comma.
    let is_section = || {
        let is_figure = |c: char| c.is_ascii_digit() || c == '.';
        first.len() <= 6
            && first.contains('.')
            && first.starts_with(|c: char| c.is_ascii_digit())
            && first.chars().all(is_figure)
    };
    matches!(first, "-" | "–" | "—" | "•" | "·" | "▪" | "◦" | "*" | "o" | "\u{f0b7}") || is_counted() || is_section()
}

/// Adds the next line; a word that was parted for want of room is whole again.
fn join(open: &mut String, next: &str) {
    if open.ends_with('\u{ad}') || (open.ends_with(['-', '‐']) && is_parted(open, next)) {
        open.pop();
    } else {
        open.push(' ');
    }
    open.push_str(next);
}

/// Whether the hyphen at the end stands for want of room, and not as in «inn- og utgang».
fn is_parted(open: &str, next: &str) -> bool {
    let mut before = open.chars().rev().skip(1);
    let has_two = before.next().is_some_and(char::is_lowercase) && before.next().is_some_and(char::is_alphabetic);
    let word = next.split(' ').next().unwrap_or_default();
    let is_pair = matches!(word, "og" | "eller" | "samt" | "and" | "or");
    has_two && !is_pair && word.chars().next().is_some_and(char::is_lowercase)
}

/// Heads and feet that stand on most pages are kept on the first that has them.
pub(super) fn drop_running(pages: &mut [Vec<String>]) {
    for is_head in [true, false] {
        let of = |page: &Vec<String>| if is_head { page.first() } else { page.last() }.map(|text| unnumbered(text));
        let all: Vec<Option<String>> = pages.iter().map(of).collect();
        let mut counts = std::collections::HashMap::new();
        all.iter().flatten().for_each(|text| *counts.entry(text.clone()).or_insert(0_usize) += 1);
        let mut seen = std::collections::HashSet::new();
        for (page, text) in pages.iter_mut().zip(all) {
            let Some(text) = text else { continue };
            let count = counts.get(&text).copied().unwrap_or_default();
            let is_running = count >= RUNNING && count * 2 > counts.values().sum::<usize>();
            if is_running && page.len() > 1 && !seen.insert(text) {
                page.remove(if is_head { 0 } else { page.len() - 1 });
            }
        }
    }
}

/// A text without its figures, which count pages.
fn unnumbered(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}
