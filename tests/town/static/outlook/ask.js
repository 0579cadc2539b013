// What the page asks its server, and what is on the screen.
export const shown = { start: null, mailbox: null, folder: "inbox", mail: null, selected: [] };
let session = "";

export async function ask(path, body) {
  const headers = { "x-session": session, "content-type": "application/json" };
  const options = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(`/api/${path}`, options);
  const text = await response.text();
  if (!response.ok) throw new Error(text || String(response.status));
  return text ? JSON.parse(text) : null;
}

export async function signIn(person) {
  session = (await ask("session", { person })).session;
  shown.start = await ask("start");
  shown.mailbox = shown.start.mailboxes[0];
  shown.folder = "inbox";
  shown.mail = null;
}

export const $ = (id) => document.getElementById(id);

// An element with properties and children.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("data-") || name.startsWith("aria-")) element.setAttribute(name, value); else element[name] = value;
  }
  element.append(...children);
  return element;
}

const DAY = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Oslo" };
export const when = (seconds) => new Date(seconds * 1000).toLocaleString("nb-NO", DAY);

export const initials = (name) => name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => word[0].toUpperCase()).join("");
