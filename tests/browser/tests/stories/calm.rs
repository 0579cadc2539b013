//! Nothing jumps: while a draft streams in, what stands on the screen stays where it is.

use browser::Visit;
use serde_json::json;

/// The steps and the text come one by one, word by word; then the server's own answer. Every shift of the layout is added up.
const SLOWLY: &str = r#"
const real = window.fetch.bind(window);
const wait = (time) => new Promise((done) => setTimeout(done, time));
const words = "Hei, Per Haug\n\nVi mottok søknaden om tilbygg 12. januar 2026 [1], og den er nå til behandling hos Ola Nes [1].\n\nGebyret for tilbygg inntil 50 m² er kr 12 500 [2]. Du må vente med å grave til du har fått igangsettingstillatelse [3].\n\nEr noe uklart, er det bare å svare på denne e-posten.".split(" ");
const written = words.map((_, at) => ({ step: "written", text: words.slice(0, at + 1).join(" "), language: "nb" }));
const steps = [{ step: "reading" }, { step: "read", mails: 1, questions: 3 }, { step: "found", sources: 3 }, ...written, { step: "checking" }];
window.shifts = { streaming: 0, arrived: 0, now: "streaming", what: [] };
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    window.shifts[window.shifts.now] += shift.value;
    const named = (it) => it.node && `${it.node.nodeName}.${it.node.className ?? ""} «${(it.node.textContent ?? "").slice(0, 30)}» ${Math.round(it.previousRect.x)},${Math.round(it.previousRect.y)} → ${Math.round(it.currentRect.x)},${Math.round(it.currentRect.y)}`;
    window.shifts.what.push(`${window.shifts.now} ${shift.value.toFixed(4)}: ${shift.sources.map(named).join("; ")}`);
  }
}).observe({ type: "layout-shift", buffered: false });
window.fetch = async (request, ...more) => {
  if (!(request.url ?? request).endsWith("/prepare-draft")) return real(request, ...more);
  const answer = real(request, ...more).then((it) => it.text());
  const bytes = new TextEncoder();
  const body = new ReadableStream({ async start(stream) {
    for (const step of steps) {
      stream.enqueue(bytes.encode(`event: progress\ndata: ${JSON.stringify(step)}\n\n`));
      await wait(12);
    }
    const whole = await answer;
    await wait(200);
    window.shifts.now = "arrived";
    stream.enqueue(bytes.encode(whole));
    stream.close();
  } });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
};
"#;

/// What of the screen may have moved; one is all of it by its whole height. Google's word for good is 0.1 for a whole visit.
const LITTLE: f64 = 0.01;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_jumps_while_a_draft_streams_in() {
    let visit = Visit::begin().await;
    visit.pane().await.see(".who", "Kari").await;
    visit.ask(SLOWLY, vec![]).await;
    visit.open("Sak 2026/1234 – tilbygg").await.see("[aria-busy] .letter p", "").await;
    visit.see("#draft .letter p", "").await;
    let shifts =
        visit.answer("return new Promise((done) => setTimeout(() => done(window.shifts), 300))", &[json!(null)]).await;
    let of = |name: &str| shifts[name].as_f64().expect("a number");
    println!("moved while streaming: {:.4}; when the draft lies there: {:.4}", of("streaming"), of("arrived"));
    assert!(of("streaming") < LITTLE && of("arrived") < LITTLE, "what stood on the screen moved: {shifts}");
    visit.end(&[]).await;
}
