//! The fixed bar at the bottom: one primary button, named after what happens next.

use super::{
    See,
    element::{self, all, button, tag},
};
use crate::{
    state::{Desk, Event, Shown, Stage, Tab, Touch, model::Cause},
    text::Text,
};
use contract::{Kind, view::Action};
use vocabulary::Status;
use yew::{Callback, Html, MouseEvent};

pub(super) fn actions(see: &See) -> Html {
    let desk = match see.model.tab {
        Tab::Reply => Desk::Reply,
        Tab::Review => Desk::Review,
        Tab::Log => Desk::Reply,
    };
    let buttons = match (see.model.signed_out, see.model.tab, see.model.stage(desk)) {
        (Some(out), ..) => {
            let word = if out.busy { Text::Working } else { Text::SignIn };
            primary(see.say(word), out.busy, see.press(Event::SignInPressed))
        }
        (_, Tab::Log, _) => return Html::default(),
        (_, _, Stage::Open(shown)) => of_draft(see, desk, shown),
        (_, _, Stage::Failed(_)) => primary(see.say(Text::Retry), false, see.press(Event::RetryPressed)),
        (_, Tab::Reply, Stage::Preparing(..)) => all([
            primary(see.say(Text::ActionRelease), true, Callback::noop()),
            secondary(see.say(Text::Cancel), see.press(Event::CancelPressed)),
        ]),
        (_, Tab::Reply, Stage::Empty) if see.has_mail() => {
            primary(see.say(Text::Prepare), false, see.press(Event::PreparePressed))
        }
        _ => return Html::default(),
    };
    tag("div", "actions").set("role", "group").set("aria-label", see.say(Text::Actions)).with([buttons])
}

fn of_draft(see: &See, desk: Desk, shown: &Shown) -> Html {
    if shown.editor.is_some() {
        return while_editing(see, desk, shown);
    }
    if is_stale(shown) {
        return primary(see.say(Text::Reload), shown.doing.is_some(), see.touch(desk, Touch::Reload));
    }
    if shown.confirming {
        return all([
            primary(see.say(Text::ActionSendNow), false, see.press(Event::Acted(desk, Action::Send))),
            secondary(see.say(Text::Cancel), see.touch(desk, Touch::NotNow)),
        ]);
    }
    let busy = shown.doing.is_some();
    let can_write = see.has_mail();
    let offered = shown.draft.next.iter().filter(|action| match action {
        // Who writes a mail sends that one.
        Action::Rewrite | Action::Send => can_write && desk == Desk::Reply,
        // It stands below the text itself.
        Action::Revise => shown.draft.next.first() == Some(&Action::Revise),
        _ => true,
    });
    let buttons = offered.enumerate().map(|(place, action)| {
        let press = see.press(Event::Acted(desk, *action));
        let word = see.say(name(*action, shown));
        match (place, action) {
            // Nothing is to be done next; this one may be.
            (0, Action::Rewrite | Action::Revise | Action::Remind) => secondary(word, press),
            (0, _) => primary(if busy { see.say(Text::Working) } else { word }, busy, press),
            (_, Action::Return | Action::Release | Action::RequestReview) => secondary(word, press),
            _ => button("button link", word, press),
        }
    });
    all(buttons.collect::<Vec<_>>())
}

/// Somebody else changed it first: what is shown must be loaded again before anything is done with it.
fn is_stale(shown: &Shown) -> bool {
    shown.trouble.as_ref().is_some_and(|trouble| trouble.cause == Cause::Refused(Kind::Stale))
}

fn while_editing(see: &See, desk: Desk, shown: &Shown) -> Html {
    let busy = shown.doing.is_some();
    let reload = is_stale(shown).then(|| secondary(see.say(Text::Reload), see.touch(desk, Touch::Reload)));
    let returns = shown.draft.next.contains(&Action::Return);
    let propose = returns.then(|| secondary(see.say(Text::Propose), see.touch(desk, Touch::Propose)));
    all([
        primary(see.say(if busy { Text::Working } else { Text::Save }), busy, see.touch(desk, Touch::SaveEdit)),
        reload.unwrap_or_default(),
        propose.unwrap_or_default(),
        button("button link", see.say(Text::Cancel), see.touch(desk, Touch::Abandon)),
    ])
}

fn name(action: Action, shown: &Shown) -> Text {
    match action {
        Action::Fill if shown.has_fills() => Text::Save,
        Action::Fill => Text::ActionFill,
        Action::RequestReview => Text::ActionRequestReview,
        Action::Remind => Text::ActionRemind,
        Action::Send => Text::ActionSend,
        Action::Release => Text::ActionRelease,
        Action::Approve if shown.approved_before().is_some() => Text::ActionApproveChange,
        Action::Approve => Text::ActionApprove,
        Action::Return => Text::ActionReturn,
        Action::Adopt => Text::ActionAdopt,
        Action::Revise => Text::ActionRevise,
        Action::Rewrite if shown.draft.status == Status::Sent => Text::Prepare,
        Action::Rewrite => Text::ActionRewrite,
        Action::TakeOver => Text::ActionTakeOver,
        Action::SweepSent => Text::ActionSweepSent,
    }
}

fn primary(word: &'static str, disabled: bool, press: Callback<MouseEvent>) -> Html {
    element::press("button primary", press).set("id", "primary").set("disabled", disabled.then_some("")).says(word)
}

fn secondary(word: &'static str, press: Callback<MouseEvent>) -> Html {
    button("button", word, press)
}
