//! The reply to the mail on the screen, in the order of the work: what is asked, which case, the draft, what to look at.

use super::{
    See, after, away, case, changes, chip, comment, draft,
    element::{self, all, el, press, tag},
    finding, footer,
    icon::{Icon, icon},
    mail, standing, trouble, waiting,
};
use crate::{
    state::{Bar, Desk, Item, Shown, Stage, Touch},
    text::Text,
};
use contract::view::Decided;
use yew::Html;

/// Drafts that came back which are named; the badge counts them all.
const SHOWN: usize = 3;

pub(super) fn reply(see: &See) -> Html {
    let stopped = see.model.item.as_ref().and_then(|item| item.stopped.as_deref());
    let stage = match &see.model.reply {
        Stage::Empty => nothing(see),
        Stage::Looking => waiting::loading(see, Text::Looking),
        Stage::Preparing(step, text) => waiting::preparing(see, step.as_ref(), text),
        Stage::Failed(failed) => trouble::trouble(see, failed),
        Stage::Open(shown) => open(see, shown),
    };
    let stopped = stopped.map(|sentence| standing::stopped(see, sentence)).unwrap_or_default();
    all([came_back(see), stopped, stage])
}

/// Drafts that came back and are not the one on the screen.
pub(super) fn back<'a>(see: &'a See) -> impl Iterator<Item = &'a Decided> {
    let on_screen = see.model.reply.shown().map(|shown| &shown.draft.id);
    see.model.me.iter().flat_map(|me| &me.decided).filter(move |one| Some(&one.draft) != on_screen)
}

/// Whose they are, and with which word they came.
fn came_back(see: &See) -> Html {
    let line = |one: &Decided| {
        let text = if one.approved { Text::BackApproved } else { Text::BackReturned };
        element::line("p", "", see.fill(text, &[("name", &one.by), ("citizen", &one.from_name)]))
    };
    let mut lines: Vec<Html> = back(see).take(SHOWN).map(line).collect();
    let late = see.model.me.as_ref().map_or(0, |me| me.overdue);
    if late > 0 {
        lines.push(element::line("p", "", see.fill(Text::Late, &[("n", &late.to_string())])));
    }
    if lines.is_empty() {
        Html::default()
    } else {
        tag("section", "card slim").set("id", "back").set("role", "status").with(lines)
    }
}

fn nothing(see: &See) -> Html {
    match &see.model.item {
        None => trouble::empty(see, Icon::Mail, Text::Empty, Text::EmptyWhy),
        Some(Item { bar: Some(Bar::Several), .. }) => trouble::empty(see, Icon::Mail, Text::Several, Text::SeveralWhy),
        Some(Item { bar: Some(Bar::Protected), .. }) => {
            trouble::empty(see, Icon::Lock, Text::Protected, Text::ProtectedWhy)
        }
        Some(item) if item.mail.is_none() => trouble::empty(see, Icon::Mail, Text::EmptyCompose, Text::EmptyComposeWhy),
        Some(item) => trouble::empty_of(see, Icon::Mail, &item.subject, Text::EmptyWhy),
    }
}

fn open(see: &See, shown: &Shown) -> Html {
    let changed = shown.is_decidable().then(|| changes::changes(see, shown));
    all([
        failed(see, shown),
        standing::standing(see, shown),
        after::after(see, shown),
        line(see, Desk::Reply, shown),
        beside(see, Desk::Reply, shown),
        changes::proposed(see, shown),
        changed.unwrap_or_default(),
        below(see, Desk::Reply, shown),
    ])
}

/// What went wrong last with the draft.
pub(super) fn failed(see: &See, shown: &Shown) -> Html {
    shown.trouble.as_ref().map(|failed| trouble::trouble(see, failed)).unwrap_or_default()
}

/// The draft and everything about it.
pub(super) fn below(see: &See, desk: Desk, shown: &Shown) -> Html {
    all([
        whole(see, shown, draft::draft(see, desk, shown)),
        finding::findings(see, desk, shown),
        comment::comment(see, desk, shown),
        away::named(see, desk, shown),
        footer::footer(see, &shown.draft),
    ])
}

/// The draft; folded away where the difference to what was approved is all there is to look at, until something in it is looked for.
fn whole(see: &See, shown: &Shown, draft: Html) -> Html {
    if shown.approved_before().is_none() {
        return draft;
    }
    let looked = shown.editor.is_some() || shown.pointed.is_some();
    let summary = element::line("summary", "second", see.say(Text::WholeDraft));
    tag("details", "whole-draft").set("open", looked.then_some("")).with([summary, draft])
}

/// Mail and case in one line; pressed, they open.
pub(super) fn line(see: &See, desk: Desk, shown: &Shown) -> Html {
    let draft = &shown.draft;
    let number = draft.case.number.map(|number| number.to_string());
    let (word, sign) = if shown.unfolded { (Text::Fold, Icon::Up) } else { (Text::Unfold, Icon::Down) };
    let tone = if number.is_some() { "brand" } else { "plain" };
    let mut chips = vec![chip::chip(number.as_deref().unwrap_or(see.say(Text::CaseNone)), tone)];
    chips.extend(draft.mail.deadlines.iter().map(|deadline| chip::deadline(see, deadline)));
    chips.extend([unanswered(see, shown), draft::gaps(see, shown)]);
    let button = press("line", see.touch(desk, Touch::Unfold))
        .set("id", "line")
        .set("data-open", shown.unfolded_last.map(|_| ""))
        .set("aria-expanded", shown.unfolded);
    let word = see.say(word);
    let told = element::line("span", "quiet", format!("{word}: "));
    button.set("title", word).with([told, el("span", "chips", chips), icon(sign, "plain")])
}

fn unanswered(see: &See, shown: &Shown) -> Html {
    match shown.unanswered() {
        0 => Html::default(),
        n => chip::chip(&see.count(n, (Text::QuestionsLeftOne, Text::QuestionsLeftMany)), "warn"),
    }
}

/// The mail and the case, where they are unfolded.
pub(super) fn beside(see: &See, desk: Desk, shown: &Shown) -> Html {
    if !shown.unfolded {
        return Html::default();
    }
    let can_choose = desk == Desk::Reply && see.has_mail();
    all([mail::mail(see, desk, &shown.draft), case::case(see, shown, can_choose)])
}
