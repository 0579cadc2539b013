// Dialogs (dialogvindu): a window of its own, whose page is of the add-in's origin and may speak to its parent.
const DIALOG = "town-office-dialog";
let dialog = null;

function displayDialogAsync(address, ...args) {
  refuseInHandler();
  answered(args, (async () => {
    if (dialog && !dialog.window.closed) throw failure(12007, "DialogAlreadyOpened", "A dialog box is already opened from this host window.");
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) throw failure(12004, "DomainNotTrusted", "The domain of the URL is not trusted.");
    if (url.protocol !== "https:" && url.hostname !== "127.0.0.1" && url.hostname !== "localhost") {
      throw failure(12005, "RequiresHTTPS", "The URL uses the HTTP protocol. HTTPS is required.");
    }
    const opened = window.open(url, DIALOG, "popup,width=480,height=640");
    if (!opened) throw failure(12009, "PopupBlocked", "The dialog was blocked.");
    dialog = { window: opened, handlers: new Map() };
    const watch = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(watch);
      tellDialog("dialogEventReceived", { error: 12006 });
    }, 300);
    return {
      addEventHandler: (kind, handler) => dialog.handlers.set(kind, handler),
      close: () => { clearInterval(watch); opened.close(); dialog = null; },
      messageChild: (message) => opened.postMessage({ town: "child", message }, location.origin),
    };
  })());
}

function tellDialog(kind, value) {
  const handler = dialog && dialog.handlers.get(kind);
  if (handler) handler(value);
}

window.addEventListener("message", ({ source, origin, data }) => {
  if (dialog && source === dialog.window && origin === location.origin && data.town === "parent") {
    tellDialog("dialogMessageReceived", { message: data.message, origin });
  }
});

// Only a page of the parent's own origin is heard.
function messageParent(message) {
  refuseInHandler();
  if (window.opener) window.opener.postMessage({ town: "parent", message: String(message) }, location.origin);
}
