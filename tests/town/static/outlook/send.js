// Sending: the add-in is asked first, and Outlook does what its send mode says.
import { $, make, shown } from "./ask.js";
import * as compose from "./compose.js";
import { choose, hide } from "./dialog.js";
import { load, showPane, tell } from "./frame.js";
import { showList } from "./read.js";

const HANDLER = "onMessageSendHandler";
const LOADING = 4000;
const ADDIN = "Saksvar";
let turn = 0;

const SEND = ["send", "Send likevel"];
const STOP = ["stop", "Ikke send"];

// What the add-in says: { allowEvent, … }, or { failed: "away" | "slow" }.
function asked() {
  turn += 1;
  const mine = turn;
  $("launch").replaceWith(make("iframe", { id: "launch", hidden: true, title: "Hendelser" }));
  return new Promise((resolve) => {
    const away = setTimeout(() => resolve({ failed: "away" }), LOADING);
    const more = {
      ready: () => { clearTimeout(away); tell("launch", "invoke", { name: HANDLER, turn: mine }); },
      completed: (of, options) => { if (of === mine) resolve(options); },
      unknown: () => resolve({ failed: "away" }),
    };
    load($("launch"), { url: shown.start.launch, mode: "compose", more });
  });
}

function after(milliseconds, value) {
  let timer;
  const promise = new Promise((resolve) => { timer = setTimeout(() => resolve(value), milliseconds); });
  return { promise, cancel: () => clearTimeout(timer) };
}

// Waits for the add-in; after a while a dialog says so, and only `promptUser` has a way out of it.
async function awaited() {
  const [slow, late] = shown.start.patience;
  const answer = asked();
  const [first, last] = [after(slow, "slow"), after(late, { failed: "slow" })];
  let said = await Promise.race([answer, first.promise]);
  if (said === "slow") {
    const wayOut = shown.start.sendMode === "promptUser" ? [STOP, SEND] : null;
    const chosen = choose(ADDIN, `${ADDIN} bruker lengre tid enn vanlig på å behandle e-posten.`, wayOut).then((key) => ({ chosen: key }));
    said = await Promise.race([answer, last.promise, chosen]);
    hide();
  }
  first.cancel();
  last.cancel();
  return said;
}

async function decided(said) {
  if (said.chosen) return said.chosen === "send";
  if (said.allowEvent === true) return true;
  const mode = shown.start.sendMode;
  if (said.failed === "away") {
    if (mode === "block") return choose(ADDIN, `${ADDIN} er ikke tilgjengelig. E-posten kan ikke sendes nå.`, [STOP]).then(() => false);
    return (await choose(ADDIN, `${ADDIN} er ikke tilgjengelig nå.`, [["stop", "Prøv senere"], SEND])) === "send";
  }
  if (said.failed) {
    const choices = mode === "promptUser" ? [STOP, SEND] : [["stop", "OK"]];
    return (await choose(ADDIN, `${ADDIN} svarte ikke. Trykk Send på nytt.`, choices)) === "send";
  }
  return stopped(said, said.sendModeOverride === "promptUser" ? "promptUser" : mode);
}

async function stopped(said, mode) {
  const words = (said.errorMessage || `${ADDIN} har stoppet e-posten.`).slice(0, 500);
  const stop = ["stop", (said.cancelLabel || STOP[1]).slice(0, 20)];
  const chosen = await choose(ADDIN, words, mode === "promptUser" ? [stop, SEND] : [stop]);
  if (chosen === "stop" && said.commandId) {
    const context = said.contextData ?? "";
    compose.draft.context = typeof context === "string" ? context : JSON.stringify(context);
    showPane("compose");
  }
  return chosen === "send";
}

export async function send() {
  const wanted = compose.written();
  if (![...wanted.to, ...wanted.cc, ...wanted.bcc].length) {
    await choose("Outlook", "E-posten har ingen mottaker.", [["stop", "OK"]]);
    return;
  }
  $("send").disabled = true;
  $("status").textContent = "Sender …";
  const allowed = shown.start.launch ? await decided(await awaited()) : true;
  if (allowed) await compose.deliver();
  $("send").disabled = false;
  $("status").textContent = allowed ? "Sendt" : "Ikke sendt";
  await showList();
}
