// Starts the pane when both Outlook and the program are ready. Without office.js the page stands in a plain browser tab.
import init, { start } from "{{file:sidebar.js}}";

const outlook = window.Office ? window.Office.onReady() : Promise.resolve();
const program = init({ module_or_path: new URL("{{file:sidebar.wasm}}", import.meta.url) });

Promise.all([outlook, program]).then(start);
