// The item (mailen): what is read has its properties at once, what is written is asked for.
const REPLY_LIMIT = 32 * 1024;
const BODY_LIMIT = 1024 * 1024;

function method(name, ...fixed) {
  return (...args) => settled(args, () => ask(name, ...fixed));
}

// A method that takes one value before options and callback.
function setter(name, limit, ...fixed) {
  return (value, ...args) => settled(args, () => {
    if (typeof value === "string" && value.length > limit) throw failure(9005, "DataExceedsMaximumSize", "The data is too long.");
    return ask(name, ...fixed, value, args.find((it) => it && typeof it === "object") || {});
  });
}

function emailAddress({ name, address }) {
  return { displayName: name, emailAddress: address, recipientType: "other" };
}

function customProperties(loaded) {
  const held = { ...loaded };
  return {
    get: (name) => held[name],
    set: (name, value) => { held[name] = value; },
    remove: (name) => { delete held[name]; },
    getAll: () => ({ ...held }),
    saveAsync: (...args) => settled(args, () => {
      if (JSON.stringify(held).length > 2500) throw failure(9057, "CustomPropertiesTooLarge", "The custom properties are too long.");
      return ask("properties.save", held);
    }),
  };
}

function shared() {
  return {
    loadCustomPropertiesAsync: (...args) => settled(args, async () => customProperties(await ask("properties.load"))),
    getSharedPropertiesAsync: method("shared"),
    notificationMessages: {
      addAsync: (key, message, ...args) => settled(args, () => ask("notify", key, message)),
      replaceAsync: (key, message, ...args) => settled(args, () => ask("notify", key, message)),
      removeAsync: (key, ...args) => settled(args, () => ask("notify", key, null)),
    },
  };
}

function reply(all) {
  const open = (form) => {
    const html = typeof form === "string" ? form : (form && form.htmlBody) || "";
    if (html.length > REPLY_LIMIT) throw new Error("The value for parameter htmlBody is out of range: at most 32 KB.");
    return html;
  };
  return {
    now: (form) => { const html = open(form); refuseInHandler(); ask("reply", all, html); },
    async: (form, ...args) => { const html = open(form); refuseInHandler(); settled(args, () => ask("reply", all, html)); },
  };
}

// What is wholly encrypted has a class of its own; what is only signed in the clear another.
function classOf(mail) {
  if (mail.attachments.some((it) => it.name === "smime.p7m")) return "IPM.Note.SMIME";
  return mail.attachments.some((it) => it.name === "smime.p7s") ? "IPM.Note.SMIME.MultipartSigned" : "IPM.Note";
}

function readItem(mail) {
  const [back, everybody] = [reply(false), reply(true)];
  return {
    ...shared(),
    itemType: "message",
    itemClass: classOf(mail),
    itemId: mail.id,
    conversationId: mail.conversation,
    internetMessageId: mail.internetId,
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^((re|sv|vs|fw):\s*)+/i, ""),
    from: emailAddress(mail.from),
    sender: emailAddress(mail.from),
    to: mail.to.map(emailAddress),
    cc: mail.cc.map(emailAddress),
    dateTimeCreated: new Date(mail.received * 1000),
    attachments: mail.attachments.map((it, at) => ({ id: String(at), name: it.name, contentType: it.kind, size: it.size, isInline: it.inline, attachmentType: "file" })),
    body: { getAsync: (kind, ...args) => settled(args, () => (kind === "html" ? mail.html : mail.text)) },
    displayReplyForm: back.now,
    displayReplyAllForm: everybody.now,
    displayReplyFormAsync: back.async,
    displayReplyAllFormAsync: everybody.async,
  };
}

function recipients(field) {
  return {
    getAsync: (...args) => settled(args, async () => (await ask("recipients.get", field)).map(emailAddress)),
    setAsync: setter("recipients.set", BODY_LIMIT, field),
    addAsync: setter("recipients.add", BODY_LIMIT, field),
  };
}

function composeItem(mail) {
  return {
    ...shared(),
    itemType: "message",
    conversationId: mail.conversation,
    inReplyTo: mail.inReplyTo,
    subject: { getAsync: method("subject.get"), setAsync: setter("subject.set", 255) },
    to: recipients("to"),
    cc: recipients("cc"),
    bcc: recipients("bcc"),
    from: { getAsync: (...args) => settled(args, async () => emailAddress(await ask("from"))) },
    body: {
      getAsync: (kind, ...args) => settled(args, () => ask("body.get", kind)),
      getTypeAsync: method("body.type"),
      setAsync: setter("body.set", BODY_LIMIT),
      prependAsync: setter("body.prepend", BODY_LIMIT),
      setSelectedDataAsync: setter("body.select", BODY_LIMIT),
    },
    sessionData: {
      getAsync: (name, ...args) => settled(args, () => ask("session.get", name)),
      setAsync: (name, value, ...args) => settled(args, () => ask("session.set", name, value)),
      getAllAsync: method("session.all"),
      removeAsync: (name, ...args) => settled(args, () => ask("session.remove", name)),
      clearAsync: method("session.clear"),
    },
    getAttachmentsAsync: method("attachments"),
    getAttachmentContentAsync: (id, ...args) => settled(args, () => ask("attachment", id)),
    getComposeTypeAsync: method("composeType"),
    getInitializationContextAsync: method("context"),
    getItemIdAsync: (...args) => settled(args, () => { throw failure(9030, "ItemNotSaved", "The id can't be retrieved until the item is saved."); }),
  };
}

function itemOf(mail) {
  if (!mail) return null;
  return mail.mode === "compose" ? composeItem(mail) : readItem(mail);
}
