//! Every operation with its verb (ruter): a few lines each, no rules.

use crate::{
    Server, gate,
    mount::{Answered, Call, open_to_all, signed, streamed},
    outbox,
    progress::Listener,
    view,
};
use axum::Router;
use contract::{
    Step,
    operation::{
        CheckDraft, ConfirmSort, DecideReview, FindDraft, JournalReply, ListReviews, PrepareDraft, RateDraft,
        ReleaseDraft, RemindReview, RequestReview, ReviseDraft, RewriteSentence, SaveSignature, SayAway, SearchCases,
        SendDraft, ShowBasis, ShowDraft, ShowLog, SkipJournal, SortMail, SweepSent, SwitchGate, TakeOver, WhoAmI,
    },
    view::{DraftHtml, Me, OpenMail},
};
use domain::{
    dossier::{Fields, MailKey},
    port::Caller,
};
use flow::{Choice, Chosen, Failure, Order, Shown, Word};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};
use vocabulary::Language;

/// Mounts the whole table.
pub(crate) fn mount(router: Router<Arc<Server>>) -> Router<Arc<Server>> {
    let router = signed(router, who_am_i);
    let router = signed(router, sort_mail);
    let router = signed(router, confirm_sort);
    let router = signed(router, find_draft);
    let router = streamed(router, prepare_draft);
    let router = signed(router, search_cases);
    let router = signed(router, show_draft);
    let router = signed(router, revise_draft);
    let router = signed(router, check_draft);
    let router = signed(router, rewrite_sentence);
    let router = signed(router, take_over);
    let router = signed(router, request_review);
    let router = signed(router, remind_review);
    let router = signed(router, say_away);
    let router = signed(router, list_reviews);
    let router = signed(router, decide_review);
    let router = signed(router, release_draft);
    let router = signed(router, send_draft);
    let router = signed(router, sweep_sent);
    let router = signed(router, rate_draft);
    let router = signed(router, journal_reply);
    let router = signed(router, skip_journal);
    let router = signed(router, switch_gate);
    let router = signed(router, show_log);
    let router = signed(router, show_basis);
    let router = signed(router, save_signature);
    let router = open_to_all(router, gate::know);
    let router = open_to_all(router, gate::ahead);
    open_to_all(router, gate::confirm)
}

impl Call {
    /// The call as a verb takes it.
    fn by<'a>(&'a self, caller: &'a Caller) -> flow::Call<'a> {
        flow::Call { caller, words: self.words, trace: self.trace.id() }
    }

    /// A draft as an answer.
    fn shown(&self, shown: &Shown) -> contract::view::Draft {
        view::draft(shown, self.words)
    }
}

async fn who_am_i(call: Call, caller: Caller, _: WhoAmI) -> Answered<WhoAmI> {
    me(&call, &caller).await
}

async fn save_signature(call: Call, caller: Caller, input: SaveSignature) -> Answered<SaveSignature> {
    let images = input.images.into_iter().map(gate::attachment).collect();
    call.server.flow.save_signature(call.by(&caller), &input.text, images).await?;
    me(&call, &caller).await
}

async fn me(call: &Call, caller: &Caller) -> Answered<WhoAmI> {
    let signature = call.server.flow.signature(call.by(caller)).await?;
    let known = call.server.flow.approvers(call.by(caller)).await?;
    let away = call.server.flow.list_decided(call.by(caller), &known).await?;
    let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Me {
        name: caller.person.name.clone(),
        tenant: call.server.settings.body.clone(),
        roles: caller.person.roles.clone(),
        waiting: number(away.to_decide),
        pressing: number(away.pressing),
        pending: number(away.waiting),
        overdue: number(away.overdue),
        approvers: view::approvers(&known, (&caller.person.id, call.server.flow.clock.today()), call.words),
        decided: away.decided.into_iter().map(view::decided).collect(),
        signature: signature.as_ref().map(view::signature),
        gate: call.server.flow.gate_mode().await?,
    })
}

async fn sort_mail(call: Call, caller: Caller, input: SortMail) -> Answered<SortMail> {
    let key = MailKey { mail: input.mail, conversation: input.conversation, mailbox: input.mailbox };
    let sorted = call.server.flow.sort_mail(call.by(&caller), key).await?;
    Ok(view::sorting(sorted, call.words))
}

async fn confirm_sort(call: Call, caller: Caller, input: ConfirmSort) -> Answered<ConfirmSort> {
    let key = MailKey { mail: input.mail, conversation: input.conversation, mailbox: input.mailbox };
    let word = (input.class, input.forward_to);
    let sorted = call.server.flow.confirm_sort(call.by(&caller), key, word).await?;
    Ok(view::sorting(sorted, call.words))
}

async fn find_draft(call: Call, caller: Caller, input: FindDraft) -> Answered<FindDraft> {
    let found = call.server.flow.find_draft(call.by(&caller), &input.conversation).await?;
    let draft = found.map(|shown| call.shown(&shown));
    Ok(OpenMail { conversation: input.conversation, draft })
}

async fn prepare_draft(call: Call, caller: Caller, input: PrepareDraft, listener: Listener) -> Answered<PrepareDraft> {
    let key = MailKey { mail: input.mail, conversation: input.conversation, mailbox: input.mailbox };
    let case = match (input.case, input.without_case) {
        (Some(_), true) => return Err(both(call.words)),
        (Some(number), false) => Some(Chosen::Case(number)),
        (None, without) => without.then_some(Chosen::Without),
    };
    let choice = Choice { case, language: input.language, tone: input.tone };
    let order = Order { key, again: input.again, choice, seen: input.seen };
    let is_written = AtomicBool::new(false);
    let tell = |step: flow::Step| {
        is_written.fetch_or(step == flow::Step::Checking, Relaxed);
        // Nobody may be listening any more; the work goes on all the same.
        let _ = listener.send(told_step(step));
    };
    let shown = call.server.flow.prepare_draft(call.by(&caller), order, &tell).await?;
    // A draft that was there already is not counted once more.
    if is_written.into_inner() {
        call.server.metrics.written(&shown.checked);
    }
    Ok(call.shown(&shown))
}

/// A case, and none.
fn both(words: Language) -> Failure {
    let why = words.pick(
        "Velg enten en sak eller å svare uten sak.",
        "Vel anten ei sak eller å svare utan sak.",
        "Choose either a case or to answer without one.",
    );
    Failure::BadInput { field: "without_case", why: why.to_owned() }
}

async fn search_cases(call: Call, caller: Caller, input: SearchCases) -> Answered<SearchCases> {
    let by = call.by(&caller);
    Ok(view::sought(call.server.flow.search_cases(by, &input.text).await?, by.words))
}

fn told_step(step: flow::Step) -> Step {
    match step {
        flow::Step::Reading => Step::Reading,
        flow::Step::Read { mails, questions } => Step::Read { mails, questions },
        flow::Step::Found { sources } => Step::Found { sources },
        flow::Step::Written { text, language } => Step::Written { text, language },
        flow::Step::Checking => Step::Checking,
    }
}

async fn show_draft(call: Call, caller: Caller, input: ShowDraft) -> Answered<ShowDraft> {
    let shown = call.server.flow.show_draft(call.by(&caller), &input.draft).await?;
    Ok(call.shown(&shown))
}

async fn revise_draft(call: Call, caller: Caller, input: ReviseDraft) -> Answered<ReviseDraft> {
    let shown = call.server.flow.revise_draft(call.by(&caller), (&input.draft, input.revision), &input.text).await?;
    Ok(call.shown(&shown))
}

async fn check_draft(call: Call, caller: Caller, input: CheckDraft) -> Answered<CheckDraft> {
    let shown = call.server.flow.check_draft(call.by(&caller), &input.draft, (&input.text, input.keep)).await?;
    Ok(call.shown(&shown))
}

async fn rewrite_sentence(call: Call, caller: Caller, input: RewriteSentence) -> Answered<RewriteSentence> {
    let seen = (&input.draft, input.revision);
    let shown = call.server.flow.rewrite_sentence(call.by(&caller), seen, input.sentence).await?;
    Ok(call.shown(&shown))
}

async fn take_over(call: Call, caller: Caller, input: TakeOver) -> Answered<TakeOver> {
    let shown = call.server.flow.take_over(call.by(&caller), (&input.draft, input.revision)).await?;
    Ok(call.shown(&shown))
}

async fn request_review(call: Call, caller: Caller, input: RequestReview) -> Answered<RequestReview> {
    let seen = (&input.draft, input.revision);
    let shown = call.server.flow.request_review(call.by(&caller), seen, input.to.as_ref()).await?;
    Ok(call.shown(&shown))
}

async fn remind_review(call: Call, caller: Caller, input: RemindReview) -> Answered<RemindReview> {
    let shown = call.server.flow.remind_review(call.by(&caller), (&input.draft, input.revision)).await?;
    Ok(call.shown(&shown))
}

async fn say_away(call: Call, caller: Caller, input: SayAway) -> Answered<SayAway> {
    call.server.flow.say_away(call.by(&caller), (input.until.as_deref(), input.stand_in)).await?;
    me(&call, &caller).await
}

async fn list_reviews(call: Call, caller: Caller, _: ListReviews) -> Answered<ListReviews> {
    let queue = call.server.flow.list_reviews(call.by(&caller)).await?;
    Ok(queue.iter().map(|waiting| view::queue_item(waiting, call.words)).collect())
}

async fn decide_review(call: Call, caller: Caller, input: DecideReview) -> Answered<DecideReview> {
    let outcome = if input.approve { "approved" } else { "returned" };
    let word = Word {
        revision: input.revision,
        fingerprint: input.fingerprint,
        approve: input.approve,
        ticked: input.ticked,
        comment: input.comment,
        proposal: input.proposal,
    };
    let shown = call.server.flow.decide_review(call.by(&caller), &input.draft, word).await?;
    call.server.metrics.draft(outcome);
    Ok(call.shown(&shown))
}

async fn release_draft(call: Call, caller: Caller, input: ReleaseDraft) -> Answered<ReleaseDraft> {
    let released = call.server.flow.release_draft(call.by(&caller), (&input.draft, input.revision)).await?;
    call.server.metrics.draft("released");
    let seal = released.sendable.seal();
    let away = if call.server.flow.rules.stop_when_away { "stop" } else { "ask" };
    Ok(DraftHtml {
        html: released.sendable.html().to_owned(),
        reference: seal.reference.clone(),
        away: away.to_owned(),
        expires: view::moment(seal.expires),
        draft: call.shown(&released.shown),
    })
}

async fn send_draft(call: Call, caller: Caller, input: SendDraft) -> Answered<SendDraft> {
    let shown = call.server.flow.send_draft(call.by(&caller), (&input.draft, input.revision)).await?;
    call.server.metrics.draft("sent");
    Ok(call.shown(&shown))
}

async fn rate_draft(call: Call, caller: Caller, input: RateDraft) -> Answered<RateDraft> {
    let shown = call.server.flow.rate_draft(call.by(&caller), &input.draft, input.rating).await?;
    Ok(call.shown(&shown))
}

async fn journal_reply(call: Call, caller: Caller, input: JournalReply) -> Answered<JournalReply> {
    let fields = [&input.case, &input.title, &input.public_title, &input.code, &input.basis].map(String::as_str);
    call.server.flow.journal_reply(call.by(&caller), &input.draft, Fields::written(fields)).await?;
    outbox::hurried(&call.server).await;
    Ok(call.shown(&call.server.flow.after_journal(call.by(&caller), &input.draft).await?))
}

async fn skip_journal(call: Call, caller: Caller, input: SkipJournal) -> Answered<SkipJournal> {
    let shown = call.server.flow.skip_journal(call.by(&caller), &input.draft, &input.why).await?;
    call.server.metrics.draft("journal_skipped");
    Ok(call.shown(&shown))
}

async fn switch_gate(call: Call, caller: Caller, input: SwitchGate) -> Answered<SwitchGate> {
    call.server.flow.switch_gate(call.by(&caller), input.mode).await?;
    me(&call, &caller).await
}

async fn sweep_sent(call: Call, caller: Caller, input: SweepSent) -> Answered<SweepSent> {
    let shown = call.server.flow.sweep_sent(call.by(&caller), &input.draft).await?;
    Ok(call.shown(&shown))
}

async fn show_log(call: Call, caller: Caller, input: ShowLog) -> Answered<ShowLog> {
    let lines = call.server.flow.show_log(call.by(&caller), &input.draft).await?;
    Ok(lines.iter().map(view::log_line).collect())
}

async fn show_basis(call: Call, caller: Caller, input: ShowBasis) -> Answered<ShowBasis> {
    let basis = call.server.flow.show_basis(call.by(&caller), &input.draft).await?;
    Ok(view::basis(&basis, call.words))
}

#[cfg(test)]
mod tests {
    use super::mount;
    use axum::Router;
    use contract::TABLE;

    #[test]
    fn every_row_of_the_table_is_mounted() {
        let mounted = format!("{:?}", mount(Router::new()));
        for row in TABLE {
            assert!(mounted.contains(row.path), "{} has no route", row.path);
        }
    }
}
