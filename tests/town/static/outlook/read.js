// Folders, the list of mails, and the mail that is read.
import { $, ask, initials, make, shown, when } from "./ask.js";

const FOLDERS = [["inbox", "Innboks"], ["drafts", "Kladd"], ["sentitems", "Sendte elementer"], ["deleteditems", "Slettet"]];

let listed = [];

// A mail of the list by the id that the add-in knows.
export async function openById(id) {
  const mail = listed.find((it) => it.id === id);
  if (!mail) throw { code: 9050, name: "ItemNotFound", message: "The mail is not in the folder that is open." };
  await openMail(mail.number);
}

function changed() {
  if (!shown.mail && shown.selected.length === 1) shown.selected = [];
  document.dispatchEvent(new Event("mail-changed"));
}

export async function showFolders() {
  const groups = shown.start.mailboxes.map((mailbox) => make("section", {},
    make("h2", { textContent: mailbox.name, title: mailbox.address }),
    ...FOLDERS.map(([key, name]) => folderButton(mailbox, key, name))));
  $("folders").replaceChildren(...groups);
  await showList();
}

function folderButton(mailbox, key, name) {
  const current = mailbox.address === shown.mailbox.address && key === shown.folder;
  const button = make("button", { textContent: name, "data-testid": `${mailbox.address}/${key}`, "data-folder": key });
  if (current) button.setAttribute("aria-current", "true");
  button.addEventListener("click", async () => {
    Object.assign(shown, { mailbox, folder: key, mail: null });
    await showFolders();
    showMail();
  });
  return button;
}

export async function showList() {
  const mails = await ask(`mails/${encodeURIComponent(shown.mailbox.address)}/${shown.folder}`);
  $("list-title").textContent = FOLDERS.find(([key]) => key === shown.folder)[1];
  listed = mails;
  $("list").replaceChildren(...mails.map(row));
  if (!mails.length) $("list").append(make("p", { className: "empty", textContent: "Ingen e-post her." }));
}

function row(mail) {
  const sent = shown.folder === "sentitems" || shown.folder === "drafts";
  const who = sent ? mail.to.map((it) => it.name).join("; ") : mail.from.name;
  const button = make("button", { className: mail.read ? "row" : "row unread", "data-mail": mail.number, "data-testid": `mail-${mail.number}` },
    make("span", { className: "face", textContent: initials(who) }),
    make("span", { className: "who", textContent: who }),
    make("span", { className: "time", textContent: when(mail.received) }),
    make("span", { className: "subject", textContent: (mail.files ? "📎 " : "") + mail.subject }),
    make("span", { className: "preview", textContent: mail.preview }));
  const isOpen = shown.mail && shown.mail.number === mail.number;
  if (isOpen || shown.selected.includes(mail.id)) button.setAttribute("aria-current", "true");
  button.addEventListener("click", (event) => (event.ctrlKey ? alsoSelect(mail) : openMail(mail.number)));
  return button;
}

// Ctrl and a click select one more, or one less. Where several are selected, no item is on the screen.
async function alsoSelect(mail) {
  const had = shown.selected.includes(mail.id);
  shown.selected = had ? shown.selected.filter((id) => id !== mail.id) : [...shown.selected, mail.id];
  const [only] = listed.filter((it) => shown.selected.includes(it.id));
  if (shown.selected.length === 1) return openMail(only.number);
  shown.mail = null;
  showMail();
  return showList();
}

export const selectedMails = () => listed.filter((it) => shown.selected.includes(it.id));

export async function openMail(number) {
  shown.mail = await ask(`mail/${number}`);
  shown.selected = [shown.mail.id];
  showMail();
  await showList();
}

export function showMail() {
  const mail = shown.mail;
  $("mail").hidden = !mail;
  $("no-mail").hidden = Boolean(mail);
  document.body.classList.toggle("reading", Boolean(mail));
  if (mail) fill(mail);
  changed();
}

function fill(mail) {
  $("mail-subject").textContent = mail.subject;
  $("mail-face").textContent = initials(mail.from.name);
  $("mail-from").textContent = `${mail.from.name} <${mail.from.address}>`;
  $("mail-to").textContent = `Til: ${mail.to.map((it) => it.name).join("; ")}`;
  $("mail-cc").textContent = mail.cc.length ? `Kopi: ${mail.cc.map((it) => it.name).join("; ")}` : "";
  $("mail-time").textContent = when(mail.received);
  $("mail-files").replaceChildren(...mail.attachments.filter((it) => !it.inline).map((it) =>
    make("span", { className: "file", textContent: `${it.name} (${Math.ceil(it.size / 1024)} kB)` })));
  const body = $("mail-body");
  body.onload = () => { body.style.height = `${body.contentDocument.documentElement.scrollHeight + 8}px`; };
  body.srcdoc = POLICY + mail.html;
}

// Mail is shown without scripts, and fetches nothing.
const POLICY = '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">'
  + '<style>html{font:15px/1.45 "Segoe UI",system-ui,sans-serif;overflow-wrap:anywhere}body{margin:0}</style>';
