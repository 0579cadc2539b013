//! A finding opened at its words: why it is flagged, on what ground, what clears it, and the step that does.

use super::{
    See,
    element::{all, button, el, press, tag},
    finding,
    icon::{Icon, icon},
};
use crate::{
    state::{Desk, Shown, Touch, letter::Piece},
    text::{Text, code_name},
};
use contract::view::{Action, Finding};
use yew::Html;

/// The finding that is open, below the paragraph where its words stand.
pub(super) fn opened(see: &See, (desk, shown): (Desk, &Shown), paragraph: &[Piece]) -> Html {
    let Some(key) = &shown.why else { return Html::default() };
    let place = paragraph.iter().find_map(|piece| match piece {
        Piece::Words { finding: Some(at), sentence, .. } => {
            shown.draft.findings.get(*at).filter(|one| one.key == *key).map(|one| (one, *sentence))
        }
        _ => None,
    });
    let Some((found, sentence)) = place else { return Html::default() };
    let aside = tag("aside", "evidence why").set("id", "why").set("tabindex", "-1");
    let aside = aside.set("aria-label", see.say(code_name(found.code)));
    let close = press("close", see.touch(desk, Touch::Why(key.clone()))).set("aria-label", see.say(Text::Close));
    aside.with([
        close.with([icon(Icon::Cross, "plain")]),
        finding::told(see, found),
        steps(see, (desk, shown), (found, sentence, paragraph)),
    ])
}

/// What can be done about it: the gap beside it, the source it is about, the words themselves, other words for them.
fn steps(
    see: &See,
    (desk, shown): (Desk, &Shown),
    (found, at, paragraph): (&Finding, Option<usize>, &[Piece]),
) -> Html {
    let step = |text, touch| button("button link slim", see.say(text), see.touch(desk, touch));
    let edits = shown.draft.next.contains(&Action::Revise);
    let gap = paragraph.iter().find_map(|piece| match piece {
        Piece::Gap { index, .. } => Some(step(Text::GoGap, Touch::Go(format!("gap-{index}")))),
        _ => None,
    });
    let source = paragraph.iter().find_map(|piece| match piece {
        Piece::Citation { place, n, sentence } if *sentence == at || found.evidence.contains(n) => {
            Some(step(Text::GoSource, Touch::Citation { place: *place, n: *n }))
        }
        _ => None,
    });
    let edit = found.span.filter(|_| edits).map(|span| step(Text::EditHere, Touch::EditAt(span)));
    el(
        "div",
        "links",
        [gap.unwrap_or_default(), source.unwrap_or_default(), edit.unwrap_or_default(), anew(see, (desk, shown), at)],
    )
}

/// The button that has a sentence written anew, for who may.
pub(super) fn anew(see: &See, (desk, shown): (Desk, &Shown), sentence: Option<usize>) -> Html {
    let own = sentence.filter(|at| shown.doing.is_none() && shown.is_rewritable(*at));
    let press = |at| button("button link slim", see.say(Text::SentenceAnew), see.touch(desk, Touch::Anew(at)));
    own.map(press).unwrap_or_else(|| all([]))
}
