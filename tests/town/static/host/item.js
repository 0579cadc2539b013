// The mail as the library wants it at once: what is read whole, of what is written only what it is.
const MESSAGE = 1;
const MESSAGE_COMPOSE = 4;
// As the manifest asks for: reading and writing the item.
const READ_WRITE_ITEM = 3;
const FILE = 0;

export function initialData({ person, item }) {
  if (!item) return null;
  const always = {
    permissionLevel: READ_WRITE_ITEM,
    hostVersion: "16.01.0.0",
    userDisplayName: person.name,
    userEmailAddress: person.address,
    userTimeZone: "W. Europe Standard Time",
    userProfileType: "office365",
    isRestIdSupported: false,
    conversationId: item.conversation,
  };
  return { ...always, ...(item.mode === "compose" ? { itemType: MESSAGE_COMPOSE } : reading(item)) };
}

// Only what is read lies in the shared folder: a reply to it is written in the person's own drafts.
function reading(mail) {
  return {
    itemType: MESSAGE,
    id: mail.id,
    internetMessageId: mail.internetId,
    itemClass: classOf(mail),
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^((re|sv|vs|fw):\s*)+/i, ""),
    from: mail.from,
    sender: mail.from,
    to: mail.to,
    cc: mail.cc,
    bcc: [],
    dateTimeCreated: mail.received * 1000,
    attachments: mail.attachments.map((it, at) => ({
      id: String(at), name: it.name, contentType: it.kind, size: it.size, isInline: it.inline, attachmentType: FILE,
    })),
    isFromSharedFolder: mail.isShared,
  };
}

function classOf(mail) {
  const has = (name) => mail.attachments.some((it) => it.name === name);
  if (has("smime.p7m")) return "IPM.Note.SMIME";
  return has("smime.p7s") ? "IPM.Note.SMIME.MultipartSigned" : "IPM.Note";
}
