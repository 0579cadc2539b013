// What the item and the mailbox are asked (`ExecuteMethod`), by number: the shape of the arguments, and whom the page asks for it.
import { any, atMost, held, list, object, oneOf, text, whole } from "./shape.js";

const KINDS = { 0: "text", 3: "html" };
const FIELDS = ["to", "cc", "bcc"];
const BODY = 1000000;
const REPLY = 32 * 1024;

const kind = oneOf(0, 3);
const field = oneOf(0, 1, 2);
const written = { data: atMost(BODY), coercionType: kind };
const styled = ({ coercionType }) => ({ coercionType: KINDS[coercionType] });
const addressed = (people) => people.map((it) => (typeof it === "string" ? it : it.emailAddress || it.address)).join("; ");

// name: what the page calls it; shape: of the arguments; takes: the arguments for the page; gives: the answer for the library.
const METHODS = {
  3: { name: "properties.load", gives: (value) => ({ wasSuccessful: true, customProperties: JSON.stringify(value) }) },
  4: { name: "properties.save", shape: { customProperties: object }, takes: (it) => [it.customProperties] },
  8: { name: "open", shape: { itemId: text }, takes: (it) => [it.itemId] },
  10: reply(false), 11: reply(true), 183: reply(false), 184: reply(true),
  14: { name: "body.type" },
  15: { name: "recipients.get", shape: { recipientField: field }, takes: (it) => [FIELDS[it.recipientField]] },
  17: { name: "subject.set", shape: { subject: atMost(255) }, takes: (it) => [it.subject] },
  18: { name: "subject.get" },
  21: recipients("recipients.set"), 22: recipients("recipients.add"),
  23: { name: "body.prepend", shape: written, takes: (it) => [it.data, styled(it)] },
  33: notice(), 35: notice(),
  36: { name: "notify", shape: { key: text }, takes: (it) => [it.key, null] },
  37: { name: "body.get", shape: { coercionType: kind }, takes: (it) => [KINDS[it.coercionType]] },
  38: { name: "body.set", shape: written, takes: (it) => [it.data, styled(it)] },
  42: { name: "close" },
  99: { name: "context" },
  107: { name: "from" },
  108: { name: "shared" },
  149: { name: "attachments", gives: (files) => fine(files.map((it) => ({ ...it, attachmentType: 0 }))) },
  150: { name: "attachment", shape: { id: text }, takes: (it) => [it.id] },
  174: { name: "composeType" },
  179: { name: "open", shape: { itemId: text }, takes: (it) => [it.itemId] },
  185: { name: "session.set", shape: { name: text, value: text }, takes: (it) => [it.name, it.value] },
  186: { name: "session.get", shape: { name: text }, takes: (it) => [it.name] },
  187: { name: "session.all" },
  188: { name: "session.clear" },
  189: { name: "session.remove", shape: { name: text }, takes: (it) => [it.name] },
};
// What the library says of itself; nobody listens here.
const CHATTER = [163, 193, 400, 401, 402];
// Outlook on the web lets an add-in have three asynchronous calls under way.
const AT_ONCE = 3;
const BUSY = 9998;

function reply(all) {
  return { name: "reply", shape: { htmlBody: atMost(REPLY) }, takes: (it) => [all, it.htmlBody] };
}

function notice() {
  const shape = { key: text, message: text, type: whole, icon: any, persistent: any, actions: any };
  return { name: "notify", shape, takes: (it) => [it.key, { message: it.message }] };
}

function recipients(name) {
  return {
    name, shape: { recipientField: field, recipientArray: list },
    takes: (it) => [FIELDS[it.recipientField], addressed(it.recipientArray)],
  };
}

function fine(data) {
  return { error: false, data };
}

export async function method(frame, { ApiParams: params, MethodData: { DispatchId: number } }, ask) {
  if (CHATTER.includes(number)) return fine();
  // A test may have one of them left unanswered, as when Outlook hangs.
  if (document.body.dataset.unanswered === String(number)) return new Promise(() => {});
  if (!Object.hasOwn(METHODS, number)) throw new Error(`method ${number} is unknown.`);
  const { name, shape = {}, takes = () => [], gives = fine } = METHODS[number];
  const given = takes(held(params, shape));
  frame.underWay = (frame.underWay || 0) + 1;
  try {
    if (frame.underWay > AT_ONCE) return { error: true, errorCode: BUSY };
    return gives(await ask(name, given));
  } catch (error) {
    if (!error.code) throw error;
    return { error: true, errorCode: error.code };
  } finally {
    frame.underWay -= 1;
  }
}
