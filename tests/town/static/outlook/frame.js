// The frames of the add-in: the pane at the right and the hidden event page. Answers what office.js asks.
import { $, ask, shown } from "./ask.js";
import * as compose from "./compose.js";
import { nested } from "./nested.js";
import { openById, selectedMails } from "./read.js";

// Microsoft's own library trusts Outlook at its own address alone, and is spoken to there; everywhere else the town's.
const line = await import(location.hostname === "outlook.office.com" ? "/host/line.js" : "./line.js");
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";
const frames = new Map();
let paneMode = "read";

// As the app writes ids, with `/` and `+`.
const office = (id) => id && id.replace(/-/g, "/").replace(/_/g, "+");

export const themes = {
  light: { bodyBackgroundColor: "#ffffff", bodyForegroundColor: "#242424", controlBackgroundColor: "#ffffff", controlForegroundColor: "#242424" },
  dark: { bodyBackgroundColor: "#292929", bodyForegroundColor: "#ffffff", controlBackgroundColor: "#333333", controlForegroundColor: "#ffffff" },
};
export const theme = () => themes[document.documentElement.dataset.theme];

function itemFor(mode) {
  if (mode === "compose") {
    const draft = compose.draft;
    return draft && { mode, conversation: office(draft.conversation), inReplyTo: draft.inReplyTo };
  }
  return shown.mail && { ...shown.mail, mode, conversation: office(shown.mail.conversation), isShared: isShared(shown.mail.mailbox) };
}

const isShared = (address) => shown.start.mailboxes.some((it) => it.address === address && it.shared);

export function load(element, { url, mode, more = {} }) {
  const address = new URL(url);
  const frame = { element, origin: address.origin, mode, more, kind: element.id === "pane" ? "pane" : "launch" };
  frame.ready = () => { frame.heard = true; if (more.ready) setTimeout(more.ready); };
  frames.set(element.id, frame);
  element.sandbox = SANDBOX;
  line.place(frame, address);
  return frame;
}

export function tell(id, name, value) {
  const frame = frames.get(id);
  if (frame && frame.heard) line.tell(frame, name, value);
}

// The pane is another instance when a mail is written.
export function showPane(mode) {
  paneMode = mode;
  const url = shown.start.pane;
  $("no-pane").hidden = Boolean(url);
  $("pane").hidden = !url;
  if (url) load($("pane"), { url, mode });
}

export const paneIs = (mode) => paneMode === mode;

document.addEventListener("mail-changed", () => {
  if (paneMode !== "read") return;
  tell("pane", "item", itemFor("read"));
  tell("pane", "selected");
});

async function token() {
  try {
    return (await ask("token", {})).token;
  } catch (error) {
    throw { code: Number(error.message) || 13007, message: "The token could not be fetched." };
  }
}

function sharedProperties() {
  const mailbox = compose.draft && paneMode === "compose" ? compose.draft.mailbox : shown.mail && shown.mail.mailbox;
  if (!isShared(mailbox)) throw { code: 9046, name: "SharedFolderNotFound", message: "The item is not in a shared folder." };
  return { owner: mailbox, targetMailbox: mailbox, targetRestUrl: location.origin, delegatePermissions: 31 };
}

const always = {
  token,
  shared: sharedProperties,
  selected: () => selectedMails().map((mail) => ({
    itemId: mail.id, subject: mail.subject, itemType: "message", itemMode: "Read", hasAttachment: mail.files > 0,
  })),
  open: openById,
  close: () => showPane("read"),
  notify: (key, message) => {
    $("notice").hidden = !message;
    $("notice").textContent = message ? message.message : "";
  },
};

const reading = {
  "body.get": (kind) => (kind === "html" ? shown.mail.html : shown.mail.text),
  reply: (all, html) => compose.openReply(all, html),
  "properties.load": () => ({ ...shown.mail.properties }),
  "properties.save": async (value) => { shown.mail.properties = value; await ask(`mail/${shown.mail.number}/properties`, value); },
};

function hello(frame) {
  const person = shown.start.person;
  return { kind: frame.kind, bridge: shown.start.bridge, person: { name: person.name, address: person.address }, theme: theme(), item: itemFor(frame.mode) };
}

async function answer(frame, name, args) {
  if (name === "hello") return hello(frame);
  if (name === "nested") return nested(frame.origin, args[0]);
  const table = { ...always, ...(frame.mode === "compose" ? compose.answers : reading), ...frame.more };
  if (!Object.hasOwn(table, name)) throw { code: 5000, name: "OperationNotSupported", message: `${name} is not supported here.` };
  if (frame.mode === "compose" && !compose.draft) throw { code: 9020, name: "InternalError", message: "The item is closed." };
  return table[name](...args);
}

window.addEventListener("message", ({ source, origin, data }) => {
  const frame = [...frames.values()].find((it) => it.element.contentWindow === source && it.origin === origin);
  if (frame) line.hear(frame, data, (name, args) => answer(frame, name, args));
});
