// The line to the town's own office.js in a frame: objects, one a call.
// `?language=nn`: the language of the screen, which Office tells in the address.
const LANGUAGES = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const language = LANGUAGES[new URLSearchParams(location.search).get("language")] ?? LANGUAGES.nb;
const HOST = `_host_Info=Outlook$Web$16.01$${language}$town$$$0`;

export function place(frame, address) {
  address.search = HOST;
  frame.element.src = address;
}

export async function hear(frame, data, ask) {
  if (!data || data.town !== "call") return;
  try {
    const value = await ask(data.name, data.args);
    if (data.name === "hello") frame.ready();
    post(frame, { town: "answer", id: data.id, value });
  } catch (error) {
    const { code = 5001, name = "InternalError", message = String(error) } = error;
    post(frame, { town: "answer", id: data.id, error: { code, name, message } });
  }
}

export function tell(frame, name, value) {
  post(frame, { town: "event", name, value });
}

function post(frame, message) {
  frame.element.contentWindow.postMessage(message, frame.origin);
}
