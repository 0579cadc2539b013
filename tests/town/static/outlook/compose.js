// Writing (skriv): the reply under the mail, and what the add-in may ask of it.
import { $, ask, make, shown, when } from "./ask.js";

export let draft = null;

const escaped = (text) => make("i", { textContent: text }).innerHTML;
const addresses = (field) => $(`compose-${field}`).value.split(/[;,]/).map((it) => it.trim()).filter(Boolean);

export function openReply(all, html = "") {
  const mail = shown.mail;
  const back = mail.replyTo.length ? mail.replyTo : [mail.from];
  const others = (list) => (all ? list.filter((it) => it.address.toLowerCase() !== mail.mailbox) : []);
  open({
    answers: mail.number,
    mailbox: mail.mailbox,
    conversation: mail.conversation,
    inReplyTo: mail.internetId,
    composeType: "reply",
  });
  $("compose-to").value = [...back, ...others(mail.to)].map((it) => it.address).join("; ");
  $("compose-cc").value = others(mail.cc).map((it) => it.address).join("; ");
  $("compose-subject").value = /^(re|sv):/i.test(mail.subject) ? mail.subject : `SV: ${mail.subject}`;
  $("compose-body").innerHTML = `${html ? rewritten(html) : '<div class="elementToProof"><br></div>'}${signature()}${quote(mail)}`;
  shownNow();
}

export function openNew() {
  open({ answers: null, mailbox: shown.mailbox.address, conversation: null, inReplyTo: null, composeType: "newMail" });
  for (const field of ["to", "cc", "subject"]) $(`compose-${field}`).value = "";
  $("compose-body").innerHTML = `<div class="elementToProof"><br></div>${signature()}`;
  shownNow();
}

function open(fields) {
  draft = { ...fields, session: {}, properties: {}, files: [], context: "" };
  $("compose-bcc").value = "";
  $("compose-from").textContent = draft.mailbox;
  showFiles();
}

function shownNow() {
  $("compose").hidden = false;
  document.body.classList.add("composing");
  $("compose").scrollIntoView({ block: "nearest" });
  $("compose-body").focus();
  document.dispatchEvent(new Event("compose-opened"));
}

export function close() {
  draft = null;
  $("compose").hidden = true;
  document.body.classList.remove("composing");
  document.dispatchEvent(new Event("compose-closed"));
}

// The automatic signature, for who has one (`?signature`): text, and a logo that travels as a picture in the text.
function signature() {
  if (!new URLSearchParams(location.search).has("signature")) return "";
  draft.files.push({ name: "image001.png", kind: "image/png", content: LOGO, size: atob(LOGO).length, inline: true });
  showFiles();
  return `<div id="Signature"><div class="elementToProof">${escaped(shown.start.person.name)}<br>Fjordvik kommune, byggesak<br>Tlf. 900 00 000<br><img src="cid:image001.png" width="16" height="16" alt=""></div></div>`;
}

const LOGO = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

function quote(mail) {
  const head = [["Fra", `${mail.from.name} <${mail.from.address}>`], ["Sendt", when(mail.received)],
    ["Til", mail.to.map((it) => it.address).join("; ")], ["Emne", mail.subject]];
  const lines = head.map(([name, value]) => `<b>${name}:</b> ${escaped(value)}`).join("<br>");
  return `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr">${lines}<div><br></div></div><div>${escaped(mail.text).replace(/\r?\n/g, "<br>")}</div>`;
}

// Outlook takes no HTML as it is: it wraps and styles blocks, renames classes, marks links, and holds spaces with &nbsp;.
export function rewritten(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script,style,link,meta,iframe,object,form").forEach((it) => it.remove());
  for (const element of page.body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) if (/^on|^id$/.test(name)) element.removeAttribute(name);
    element.className = [...element.classList].map((it) => `x_${it}`).join(" ");
    if (/^(P|DIV|LI)$/.test(element.tagName)) {
      element.classList.add("elementToProof");
      element.style.cssText += 'font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: inherit;';
    }
    if (element.tagName === "A") element.setAttribute("data-auth", "NotApplicable");
  }
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replace(/ {2}/g, " \u00a0").replace(/(\S) $/, "$1\u00a0");
  }
  return `<div dir="ltr" class="elementToProof">${page.body.innerHTML}</div>`;
}

export const html = () => `<html><head></head><body dir="ltr">${$("compose-body").innerHTML}</body></html>`;

export function written() {
  return {
    mailbox: draft.mailbox, answers: draft.answers, subject: $("compose-subject").value, html: html(),
    to: addresses("to"), cc: addresses("cc"), bcc: addresses("bcc"),
    files: draft.files, properties: draft.properties,
  };
}

export async function attach(list) {
  for (const file of list) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    draft.files.push({ name: file.name, kind: file.type || "application/octet-stream", content, size: bytes.length, inline: false });
  }
  showFiles();
}

function showFiles() {
  $("compose-files").replaceChildren(...draft.files.map((it) => make("span", { className: "file", textContent: it.name })));
}

const list = (value) => value.map((it) => (typeof it === "string" ? it : it.emailAddress)).join("; ");

// What office.js asks of an item that is written.
export const answers = {
  "subject.get": () => $("compose-subject").value,
  "subject.set": (value) => { $("compose-subject").value = value; },
  "recipients.get": (field) => addresses(field).map((address) => ({ name: address, address })),
  "recipients.set": (field, value) => { $(`compose-${field}`).value = list(value); },
  "recipients.add": (field, value) => { $(`compose-${field}`).value = [...addresses(field), list(value)].join("; "); },
  from: () => ({ name: draft.mailbox === shown.start.person.address ? shown.start.person.name : "Postmottak", address: draft.mailbox }),
  "body.get": (kind) => (kind === "html" ? html() : $("compose-body").innerText),
  "body.type": () => "html",
  "body.set": (value, options) => { $("compose-body").innerHTML = inserted(value, options); },
  "body.prepend": (value, options) => { $("compose-body").insertAdjacentHTML("afterbegin", inserted(value, options)); },
  "body.select": (value, options) => { $("compose-body").focus(); document.execCommand("insertHTML", false, inserted(value, options)); },
  "session.get": (name) => draft.session[name] ?? "",
  "session.set": (name, value) => { draft.session[name] = value; },
  "session.all": () => ({ ...draft.session }),
  "session.remove": (name) => { delete draft.session[name]; },
  "session.clear": () => { draft.session = {}; },
  "properties.load": () => ({ ...draft.properties }),
  "properties.save": (value) => { draft.properties = value; },
  attachments: () => draft.files.map((it, at) => ({ id: String(at), name: it.name, size: it.size, isInline: it.inline, attachmentType: "file" })),
  attachment: (id) => ({ content: draft.files[Number(id)].content, format: "base64" }),
  context: () => draft.context,
  composeType: () => ({ composeType: draft.composeType, coercionType: "html" }),
};

function inserted(value, options) {
  return rewritten(options.coercionType === "html" ? value : escaped(value).replace(/\n/g, "<br>"));
}

export async function deliver() {
  await ask("send", written());
  close();
}
