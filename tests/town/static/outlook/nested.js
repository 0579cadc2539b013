// Nested app authentication on Outlook's side: a token for the origin of the add-in, fetched in silence or after the person's word in a window.
import { ask, shown } from "./ask.js";

const WINDOW = "town-nested";

// The person's word, or that they closed the window.
function word(client) {
  const opened = window.open(`/outlook/prompt.html#${encodeURIComponent(`${shown.start.person.name} ${client}`)}`, WINDOW, "popup,width=480,height=480");
  if (!opened) return Promise.resolve(false);
  return new Promise((resolve) => {
    const told = ({ source, origin, data }) => { if (source === opened && origin === location.origin) done(data === "yes"); };
    const watch = setInterval(() => { if (opened.closed) done(false); }, 300);
    const done = (yes) => { clearInterval(watch); window.removeEventListener("message", told); opened.close(); resolve(yes); };
    window.addEventListener("message", told);
  });
}

export async function nested(origin, { method, tokenParams }) {
  if (shown.start.bridge === "mute") return new Promise(() => {});
  const client = (tokenParams && tokenParams.clientId) || "";
  if (method === "GetTokenPopup" && !await word(client)) return { error: { status: "USER_CANCEL" } };
  return ask("nested", { origin, method, tokenParams: tokenParams || {} });
}
