// Starts the page: who, which theme, which buttons.
import { $, initials, make, shown, signIn } from "./ask.js";
import * as compose from "./compose.js";
import { paneIs, showPane, tell, theme } from "./frame.js";
import { openMail, showFolders, showMail } from "./read.js";
import { send } from "./send.js";

const wanted = new URLSearchParams(location.search);

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  $("theme").textContent = name === "dark" ? "Lyst" : "Mørkt";
  tell("pane", "theme", theme());
}

async function enter(person) {
  if (compose.draft) compose.close();
  await signIn(person);
  $("person").replaceChildren(...shown.start.persons.map((it) => make("option", { value: it.key, textContent: `${it.name} – ${it.title}` })));
  $("person").value = shown.start.person.key;
  $("face").textContent = initials(shown.start.person.name);
  document.title = `Outlook – ${shown.start.person.name}`;
  await showFolders();
  showMail();
  showPane("read");
  document.body.dataset.ready = person;
}

$("person").addEventListener("change", (event) => { delete document.body.dataset.ready; enter(event.target.value); });
$("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
$("new").addEventListener("click", () => compose.openNew());
$("reply").addEventListener("click", () => compose.openReply(false));
$("reply-all").addEventListener("click", () => compose.openReply(true));
$("send").addEventListener("click", send);
$("discard").addEventListener("click", () => compose.close());
$("attach").addEventListener("change", (event) => compose.attach(event.target.files));
$("compose-pane").addEventListener("click", () => showPane("compose"));
$("back").addEventListener("click", () => { shown.mail = null; showMail(); });
$("toggle-pane").addEventListener("click", () => document.body.classList.toggle("pane-away"));
document.addEventListener("compose-opened", () => { $("status").textContent = ""; });
document.addEventListener("compose-closed", () => { if (paneIs("compose")) showPane("read"); });

setTheme(wanted.get("theme") === "dark" ? "dark" : "light");
await enter(wanted.get("person") || "kari");
if (wanted.get("mail")) await openMail(Number(wanted.get("mail")));
