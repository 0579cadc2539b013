// Starts the pane when Outlook, the program and its sentences are ready. Without office.js the page stands in a plain browser tab.
import init, { language, start } from "{{file:sidebar.js}}";

const sentences = { nb: "{{file:nb.txt}}", nn: "{{file:nn.txt}}", en: "{{file:en.txt}}" };
const outlook = window.Office ? window.Office.onReady() : Promise.resolve();
const program = init({ module_or_path: new URL("{{file:sidebar.wasm}}", import.meta.url) });
const nested = outlook.then(() => Office.context.requirements.isSetSupported("NestedAppAuth", "1.1") && import("{{file:naa.js}}"));

// Where this Outlook has no nested app authentication, it fails.
window.nested = (...asked) => nested.then((naa) => naa.token(...asked));
nested.catch(() => {});
const [, way, what] = location.hash.match(/^#(ticket|draft)=([\w-]+)$/) || [];
window.draft = way === "draft" ? what : "";
const tab = way === "ticket" && import("{{file:tab.js}}").then((tab) => tab.returned(what)).catch(() => {});

Promise.all([outlook, program, tab])
  .then(() => fetch(new URL(sentences[language()], import.meta.url)))
  .then((answer) => answer.text())
  .then(start);
