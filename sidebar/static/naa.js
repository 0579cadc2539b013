// Nested app authentication: Outlook itself fetches the token, by way of Microsoft's library, which is loaded here and nowhere else.
const script = "{{file:msal.js}}";
const integrity = "{{file:msal.js#integrity}}";
// Milliseconds: an Outlook that answers nothing is left, a person who has to find a telephone is not.
const OUTLOOK = 10000;
const PERSON = 300000;

function within(patience, promise) {
  return Promise.race([promise, new Promise((_, reject) => { setTimeout(reject, patience, new Error("no answer")); })]);
}

function loaded() {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, { src: new URL(script, import.meta.url), integrity, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

// Tokens stay in memory: what lies in a store of the browser outlives the pane, and is there for every script of the page to read.
async function begun() {
  const { client, authority, scope } = document.querySelector("meta[name=entra]").dataset;
  if (!script || !client) throw new Error("not set up");
  await loaded();
  const settings = { auth: { clientId: client, authority }, cache: { cacheLocation: "memoryStorage" } };
  let application;
  // Called only where Outlook has answered; the library would go on to Entra by itself otherwise.
  await window.msal.createNestablePublicClientApplication(settings, undefined, (own, controller) => {
    application = new window.msal.PublicClientApplication(own, controller);
    return application;
  });
  if (!application) throw new Error("no bridge");
  return { application, scopes: [scope] };
}

let ready = within(OUTLOOK, begun());
ready.catch(() => {});
let waiting = null;
let given = "";

async function silently(application, request) {
  let { accessToken } = await application.acquireTokenSilent(request);
  // The server did not take this one: a newer one, not the one that is kept.
  if (accessToken === given) ({ accessToken } = await application.acquireTokenSilent({ ...request, forceRefresh: true }));
  given = accessToken;
  return accessToken;
}

// Whose consent is missing is for our own window to say, with whom to ask: Outlook's would leave the person without a word.
function needsPerson(error) {
  if (/AADSTS(65001|9009[45])\b/.test(error.errorMessage)) return false;
  return error instanceof window.msal.InteractionRequiredAuthError || error.errorCode === "no_account_found";
}

async function fetched(pressed, claims) {
  const { application, scopes } = await ready;
  const request = claims ? { scopes, claims } : { scopes };
  try {
    return await within(OUTLOOK, silently(application, request));
  } catch (error) {
    if (!needsPerson(error)) throw error;
  }
  // Nothing pops up out of the blue: either the person has pressed, or what they did asks for more proof.
  if (!pressed && !claims) return false;
  try {
    return (await within(PERSON, application.acquireTokenPopup(request))).accessToken;
  } catch (error) {
    if (error.errorCode === "user_canceled") return false;
    throw error;
  }
}

// A token; `false` where the person is wanted first, or has turned away. Fails where this way leads nowhere.
export function token(pressed, claims) {
  if (pressed) ready = ready.catch(() => within(OUTLOOK, begun()));
  if (pressed || claims) return fetched(pressed, claims);
  if (!waiting) waiting = fetched(false).finally(() => { waiting = null; });
  return waiting;
}
