//! Figures for operations (måltall): what is asked, answered, found and away, counted under words of the program and nothing else.
//!
//! Written here rather than with a crate: nine families of counters and histograms are two hundred lines, and labels of type
//! `&'static str` keep ids, addresses and names out by the compiler; every crate takes labels as text.

mod family;

use crate::problem;
use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{check::Checked, port::Failure, port::FailureKind, send::Answer};
use family::{Counter, Histogram};
use std::{fmt::Write, sync::Arc, time::Duration};
use vocabulary::{Severity, Verdict};

/// The content type of the text exposition format.
const EXPOSITION: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The figures of this process, of all municipalities together.
#[derive(Debug)]
pub struct Metrics {
    requests: Counter<2>,
    durations: Histogram<1>,
    gate: Counter<2>,
    findings: Counter<2>,
    drafts: Counter<1>,
    refusals: Counter<1>,
    models: Counter<1>,
    outside: Counter<2>,
    store: Histogram<0>,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Counter::new("saksvar_requests_total", "Requests answered.", ["operation", "outcome"]),
            durations: Histogram::new(
                "saksvar_request_duration_seconds",
                "Time from a request to the end of its answer.",
                ["operation"],
            ),
            gate: Counter::new("saksvar_gate_answers_total", "Answers of the gate at Send.", ["decision", "reason"]),
            findings: Counter::new(
                "saksvar_findings_total",
                "Findings in drafts as they were written.",
                ["code", "severity"],
            ),
            drafts: Counter::new(
                "saksvar_drafts_total",
                "Drafts written, approved, returned and released.",
                ["outcome"],
            ),
            refusals: Counter::new("saksvar_refusals_total", "Requests refused at the door.", ["reason"]),
            models: Counter::new("saksvar_model_calls_total", "Calls of a language model.", ["outcome"]),
            outside: Counter::new(
                "saksvar_outside_failures_total",
                "Failures of the systems behind the server.",
                ["system", "kind"],
            ),
            store: Histogram::new("saksvar_store_wait_seconds", "Time a call of the store took.", []),
        }
    }
}

impl Metrics {
    /// A request was answered.
    pub(crate) fn answered(&self, operation: &'static str, outcome: &'static str, time: Duration) {
        self.requests.add([operation, outcome]);
        self.durations.take([operation], time);
    }

    /// The gate was asked whether anything is open.
    pub(crate) fn known(&self, is_known: bool) {
        self.gate.add([if is_known { "known" } else { "unknown" }, "none"]);
    }

    /// The gate was shown a mail.
    pub(crate) fn judged(&self, answer: &Answer) {
        self.gate.add(match answer {
            Answer::Allow => ["allow", "none"],
            Answer::Ask(why) => ["ask", why.name()],
            Answer::Stop(why) => ["stop", why.name()],
        });
    }

    /// A draft was written and checked.
    pub(crate) fn written(&self, checked: &Checked) {
        self.draft(match checked.verdict() {
            Verdict::Clear => "clear",
            Verdict::Review => "review",
            Verdict::Stop => "stop",
        });
        for finding in checked.findings() {
            self.findings.add([finding.code.name(), severity(finding.severity)]);
        }
    }

    /// Something became of a draft.
    pub(crate) fn draft(&self, outcome: &'static str) {
        self.drafts.add([outcome]);
    }

    /// A request was refused at the door.
    pub(crate) fn refused(&self, reason: &'static str) {
        self.refusals.add([reason]);
    }

    /// A language model answered, or not.
    pub fn model(&self, failed: Option<&Failure>) {
        self.models.add([failed.map_or("answered", |failure| kind(failure.kind))]);
    }

    /// A system behind the server failed. That somebody else was faster is no failure.
    pub fn failed(&self, failure: &Failure) {
        if failure.kind != FailureKind::Stale {
            self.outside.add([failure.system, kind(failure.kind)]);
        }
    }

    /// A call of the store took this long.
    pub fn waited(&self, time: Duration) {
        self.store.take([], time);
    }

    /// All of them, as Prometheus reads them.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.requests.write(&mut out);
        self.durations.write(&mut out);
        self.gate.write(&mut out);
        self.findings.write(&mut out);
        self.drafts.write(&mut out);
        self.refusals.write(&mut out);
        self.models.write(&mut out);
        self.outside.write(&mut out);
        self.store.write(&mut out);
        if let Some(bytes) = resident() {
            let name = "process_resident_memory_bytes";
            let _ = writeln!(out, "# HELP {name} Resident memory.\n# TYPE {name} gauge\n{name} {bytes}");
        }
        out
    }
}

/// The figures as a server of their own: `GET /metrics` and nothing else.
pub(crate) fn router(metrics: Arc<Metrics>) -> Router {
    let answer = async move || -> Response { ([(header::CONTENT_TYPE, EXPOSITION)], metrics.text()).into_response() };
    Router::new().route("/metrics", get(answer)).fallback(problem::no_such_page)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warn => "warn",
        Severity::Verify => "verify",
        Severity::Stop => "stop",
    }
}

fn kind(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Unavailable => "unavailable",
        FailureKind::Denied => "denied",
        FailureKind::MoreNeeded => "more_needed",
        FailureKind::NotFound => "not_found",
        FailureKind::Garbled => "garbled",
        FailureKind::Slow => "slow",
        FailureKind::Stale => "stale",
        FailureKind::TooLarge => "too_large",
        FailureKind::Refused => "refused",
    }
}

/// Resident memory in bytes, where the system tells it (Linux).
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::{Metrics, severity};
    use domain::{
        port::{Failure, FailureKind},
        send::{Answer, Why},
    };
    use std::time::Duration;
    use vocabulary::{Code, Severity};

    #[test]
    fn a_finding_is_counted_under_its_name_on_the_wire() {
        for code in
            [Code::Fee, Code::LegalStatus, Code::ThirdParty, Code::CitationMissing, Code::LanguageMixed, Code::Writer]
        {
            assert_eq!(serde_json::to_value(code).unwrap(), code.name());
        }
        for level in [Severity::Note, Severity::Warn, Severity::Verify, Severity::Stop] {
            assert_eq!(serde_json::to_value(level).unwrap(), severity(level));
        }
    }

    #[test]
    fn what_happened_is_counted_under_words_of_the_program() {
        let metrics = Metrics::default();
        metrics.answered("/api/who-am-i", "ok", Duration::from_millis(3));
        metrics.known(true);
        metrics.judged(&Answer::Stop(Why::RecipientAdded(vec!["per@example.no".to_owned()])));
        metrics.draft("review");
        metrics.refused("token");
        metrics.model(None);
        let away = |kind| Failure::new(kind, "graph", "GET /users/per@example.no");
        metrics.model(Some(&away(FailureKind::Slow)));
        metrics.failed(&away(FailureKind::Slow));
        metrics.failed(&away(FailureKind::Stale));
        metrics.waited(Duration::from_micros(700));
        let text = metrics.text();
        for line in [
            "saksvar_requests_total{operation=\"/api/who-am-i\",outcome=\"ok\"} 1",
            "saksvar_request_duration_seconds_bucket{operation=\"/api/who-am-i\",le=\"0.005\"} 1",
            "saksvar_gate_answers_total{decision=\"known\",reason=\"none\"} 1",
            "saksvar_gate_answers_total{decision=\"stop\",reason=\"recipient_added\"} 1",
            "saksvar_drafts_total{outcome=\"review\"} 1",
            "saksvar_refusals_total{reason=\"token\"} 1",
            "saksvar_model_calls_total{outcome=\"answered\"} 1",
            "saksvar_model_calls_total{outcome=\"slow\"} 1",
            "saksvar_outside_failures_total{system=\"graph\",kind=\"slow\"} 1",
            "saksvar_store_wait_seconds_count{} 1",
        ] {
            assert!(text.lines().any(|told| told == line), "{line} is not in {text}");
        }
        assert!(!text.contains("example.no") && !text.contains("kind=\"stale\""), "{text}");
    }
}
