// The line to the host page: calls with an answer, and events.
const hostOrigin = new URL(document.currentScript.src).origin;
const framed = window.parent !== window;
const waiting = new Map();
const listeners = new Map();
let calls = 0;

// The real library takes these away from every page that loads it.
window.history.pushState = null;
window.history.replaceState = null;
for (const name of ["alert", "confirm", "prompt"]) {
  window[name] = () => { throw new Error(`window.${name} is not supported in Office Add-ins.`); };
}

function ask(name, ...args) {
  calls += 1;
  const id = calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    window.parent.postMessage({ town: "call", id, name, args }, hostOrigin);
  });
}

function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) || []), listener]);
}

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || origin !== hostOrigin || !data) return;
  if (data.town === "event") for (const listener of listeners.get(data.name) || []) listener(data.value);
  if (data.town !== "answer" || !waiting.has(data.id)) return;
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error) reject(data.error); else resolve(data.value);
});

function failure(code, name, message) {
  return { code, name, message };
}

// Outlook on the web lets an add-in have three asynchronous calls under way.
const AT_ONCE = 3;
let underWay = 0;

async function limited(work) {
  if (underWay >= AT_ONCE) throw failure(5001, "InternalError", "At most three asynchronous calls at once.");
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

// An asynchronous method in Office's manner: the last argument may be a callback, one before it options.
function settled(args, work) {
  answered(args, limited(work));
}

function answered(args, promise) {
  const callback = args.find((it) => typeof it === "function");
  const options = args.find((it) => it && typeof it === "object" && "asyncContext" in it) || {};
  const tell = (result) => callback && callback({ asyncContext: options.asyncContext, diagnostics: {}, ...result });
  promise.then(
    (value) => tell({ status: "succeeded", value }),
    (error) => tell({ status: "failed", error: error.code ? error : failure(5001, "InternalError", String(error)) }),
  );
}
