// The names of things, as the library spells them.
const names = {
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  CoercionType: { Text: "text", Html: "html" },
  EventType: {
    ItemChanged: "olkItemSelectedChanged",
    SelectedItemsChanged: "olkSelectedItemsChanged",
    OfficeThemeChanged: "officeThemeChanged",
    RecipientsChanged: "olkRecipientsChanged",
    DialogMessageReceived: "dialogMessageReceived",
    DialogEventReceived: "dialogEventReceived",
  },
  HostType: { Outlook: "Outlook" },
  PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" },
  MailboxEnums: {
    AttachmentType: { File: "file", Item: "item", Cloud: "cloud" },
    AttachmentContentFormat: { Base64: "base64", Url: "url", Eml: "eml", ICalendar: "iCalendar" },
    BodyType: { Text: "text", Html: "html" },
    ComposeType: { Reply: "reply", NewMail: "newMail", Forward: "forward" },
    ItemType: { Message: "message", Appointment: "appointment" },
    ItemNotificationMessageType: {
      ProgressIndicator: "progressIndicator", InformationalMessage: "informationalMessage",
      ErrorMessage: "errorMessage", InsightMessage: "insightMessage",
    },
    RecipientType: { User: "user", ExternalUser: "externalUser", Other: "other" },
    RestVersion: { v1_0: "v1.0", v2_0: "v2.0", Beta: "beta" },
    SendModeOverride: { PromptUser: "promptUser" },
  },
};

const supported = { Mailbox: 1.15, IdentityAPI: 1.3, DialogApi: 1.2, DialogOrigin: 1.1, RibbonApi: 1.2 };

function isSetSupported(name, version = "1.1") {
  const [, minor = "0"] = String(version).split(".");
  const [, highest = "0"] = String(supported[name] || "").split(".");
  return name in supported && Number(minor) <= Number(highest);
}
