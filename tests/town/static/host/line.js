// The line to Microsoft's office.js in a frame: texts of JSON, each with a conversation and a number.
import { appContext, notified } from "./context.js";
import { command } from "./command.js";
import { eventFor, known } from "./event.js";
import { initialData } from "./item.js";
import { method } from "./method.js";

const CALL = 0;
const EVENT = 1;
// What the library calls an error while a request was handled.
const FAILED = -2;
let count = 0;

// The library reads from the name of its window whom it speaks to. A window keeps the name it was made with, so the frame is made anew.
export function place(frame, address) {
  count += 1;
  frame.conversation = `conversation-${count}`;
  frame.events = new Set();
  address.search = "_host_Info=Outlook$Web$16.01$nb-NO$town$$$0";
  const element = frame.element.cloneNode();
  element.name = JSON.stringify({
    baseFrameName: element.id,
    hostInfo: "Outlook|Web|16.01|nb-NO|town|||0",
    xdmInfo: `${frame.conversation}|control-${count}|${location.origin}`,
    serializerVersion: 1,
    flights: "[]",
  });
  element.src = address;
  frame.element.replaceWith(element);
  frame.element = element;
}

const ACTIONS = {
  ContextActivationManager_getAppContextAsync: async (frame, _, ask) => appContext(frame, await ask("hello", [])),
  ContextActivationManager_notifyHost: (frame, data) => notified(data),
  GetInitialData: async (frame, _, ask) => {
    const told = await ask("hello", []);
    frame.person = told.person;
    return initialData(told);
  },
  ExecuteMethod: method,
  executeMethod: command,
};

// What is no text of this conversation is not for us: a bridge of the page may listen as well.
export async function hear(frame, data, ask) {
  const message = read(data);
  if (!message || message._conversationId !== frame.conversation || message._messageType !== 0) return;
  try {
    post(frame, message, CALL, await answered(frame, message, ask));
  } catch (error) {
    console.error(`The host refuses ${message._actionName}: ${error.message} ${JSON.stringify(message._data)}`);
    post(frame, message, CALL, null, FAILED);
  }
}

function read(data) {
  try {
    return typeof data === "string" ? JSON.parse(data) : null;
  } catch (error) {
    return null;
  }
}

function answered(frame, message, ask) {
  if (message._actionType === 0) {
    if (!Object.hasOwn(ACTIONS, message._actionName)) throw new Error("it is unknown.");
    return ACTIONS[message._actionName](frame, message._data, ask);
  }
  return listening(frame, message);
}

// An event is told from the moment it is listened to; the first that the library listens to is a button's press.
function listening(frame, { _actionName: name, _actionType: type, _data: data }) {
  if (!known(name, data)) throw new Error("no such event is known.");
  if (type === 2) frame.events.delete(name); else frame.events.add(name);
  frame.element.dataset.listens = [...frame.events].join(" ");
  if (name === "appCommandInvoked") frame.ready();
  return { Error: 0 };
}

export function tell(frame, name, value) {
  const event = eventFor(name, value, frame.person);
  if (event && frame.events.has(event.name)) {
    post(frame, { _actionName: event.name, _conversationId: frame.conversation, _correlationId: -1 }, EVENT, event.data);
  }
}

function post(frame, { _actionName, _conversationId, _correlationId }, kind, data, code = 0) {
  const message = {
    _messageType: 1, _actionName, _conversationId, _correlationId, _origin: location.href,
    _data: data, _errorCode: code, _responseType: kind, _serializerVersion: 1,
  };
  frame.element.contentWindow.postMessage(JSON.stringify(message), frame.origin);
}
