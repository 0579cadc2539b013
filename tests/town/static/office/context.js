// `Office` itself: what the pane, the event page and the dialog's page see.
const language = new URLSearchParams(location.search).get("_host_Info")?.split("$")[3] ?? "nb-NO";
let kind = framed ? "pane" : "dialog";
const actions = new Map();
const handlers = new Map();

// What event handlers may not do.
function refuseInHandler() {
  if (kind === "launch") throw failure(13999, "NotAllowedInEvent", "This API is not available in event handlers.");
}

function token(options = {}) {
  return ask("token", options).then((value) => value, (error) => { throw failure(error.code, "GetAccessTokenFailed", error.message); });
}

const mailbox = {
  item: null,
  userProfile: null,
  diagnostics: { hostName: "OutlookWebApp", hostVersion: "16.01", OWAView: "ThreeColumns" },
  convertToRestId: (id) => id.replace(/\//g, "-").replace(/\+/g, "_"),
  convertToEwsId: (id) => id.replace(/-/g, "/").replace(/_/g, "+"),
  addHandlerAsync: (event, handler, ...args) => settled(args, () => { handlers.set(event, handler); }),
  removeHandlerAsync: (event, ...args) => settled(args, () => { handlers.delete(event); }),
  getSelectedItemsAsync: (...args) => settled(args, () => { refuseInHandler(); return ask("selected"); }),
  displayMessageForm: (id) => { refuseInHandler(); ask("open", id); },
  displayMessageFormAsync: (id, ...args) => { refuseInHandler(); settled(args, () => ask("open", id)); },
  getCallbackTokenAsync: (...args) => settled(args, () => { throw failure(9018, "GenericTokenError", "Exchange tokens are turned off."); }),
};

const context = {
  mailbox,
  displayLanguage: language,
  contentLanguage: "nb-NO",
  diagnostics: { host: "Outlook", platform: "OfficeOnline", version: "16.0.1.0" },
  host: "Outlook",
  platform: "OfficeOnline",
  officeTheme: null,
  requirements: { isSetSupported },
  auth: { getAccessToken: (options) => { refuseInHandler(); return token(options); } },
  ui: { displayDialogAsync, messageParent, closeContainer: () => ask("close"), addHandlerAsync: () => {} },
  roamingSettings: { get: () => undefined, set: () => {}, remove: () => {}, saveAsync: (...args) => settled(args, () => {}) },
};

const ready = (framed ? ask("hello") : Promise.resolve(null)).then((told) => {
  if (told) {
    kind = told.kind;
    mailbox.userProfile = { displayName: told.person.name, emailAddress: told.person.address, timeZone: "W. Europe Standard Time", accountType: "office365" };
    mailbox.item = itemOf(told.item);
    context.officeTheme = told.theme;
    if (told.bridge !== "absent") layBridge();
  }
  const info = { host: "Outlook", platform: "OfficeOnline" };
  if (typeof Office.initialize === "function") Office.initialize(told && told.item ? "documentOpened" : undefined);
  return info;
});

on("item", (item) => {
  mailbox.item = itemOf(item);
  const handler = handlers.get(names.EventType.ItemChanged);
  if (handler) handler({ type: names.EventType.ItemChanged });
});

on("selected", () => {
  const handler = handlers.get(names.EventType.SelectedItemsChanged);
  if (handler) handler({ type: names.EventType.SelectedItemsChanged });
});

// The context keeps the colours it began with; those of now come with the event.
on("theme", (theme) => {
  const handler = handlers.get(names.EventType.OfficeThemeChanged);
  if (handler) handler({ type: names.EventType.OfficeThemeChanged, officeTheme: theme });
});

// The handler is associated by a script that may still be on its way.
const loaded = new Promise((resolve) => { window.addEventListener("load", resolve); });
// A page that never asks whether the library is ready, and gives it nothing to begin with, is waited for in vain.
let begin;
const begun = new Promise((resolve) => { begin = resolve; });
loaded.then(() => { if (typeof Office.initialize === "function") begin(); });

on("invoke", async ({ name, turn }) => {
  await Promise.all([ready, loaded, begun]);
  const action = actions.get(name);
  if (!action) { ask("unknown", turn); return; }
  action({ type: name, completed: (options = {}) => ask("completed", turn, JSON.parse(JSON.stringify(options))) });
});

window.Office = {
  ...names,
  context,
  initialize: null,
  onReady: (callback) => { begin(); return ready.then((info) => { if (callback) callback(info); return info; }); },
  actions: { associate: (name, action) => { actions.set(name, action); } },
  addin: { showAsTaskpane: () => Promise.resolve() },
};
window.Office.auth = context.auth;
// A tab of its own that no dialog opened stands in no Office: the library is there, and there is no mailbox.
if (!framed && !window.opener) {
  context.mailbox = undefined;
  context.host = null;
}
window.OfficeRuntime = { auth: { getAccessToken: token } };
