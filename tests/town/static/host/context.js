// Where the library stands (kontekst): the first answer it gets, and what it tells of its own accord.
import { $ } from "../outlook/ask.js";

const OUTLOOK_ON_THE_WEB = 64;
const REQUIREMENTS = { Mailbox: "1.15", IdentityAPI: "1.3", DialogApi: "1.2", DialogOrigin: "1.1" };
// Actions of `notifyHost` by which the keyboard leaves the pane.
const LEAVING = { CtrlF6Exit: 5, CtrlF6ExitShift: 6, TabExit: 13, TabExitShift: 14, EscExit: 15, ExitNoFocusable: 17 };

export function appContext(frame, { person }) {
  return {
    _id: frame.element.id,
    _appName: OUTLOOK_ON_THE_WEB,
    _appVersion: "16.01",
    _appUILocale: "nb-NO",
    _dataLocale: "nb-NO",
    _docUrl: "",
    _clientMode: 0,
    _settings: {},
    _reason: "DocumentOpened",
    _osfControlType: 0,
    _eToken: "",
    _correlationId: frame.conversation,
    _appInstanceId: frame.conversation,
    _requirementMatrix: JSON.stringify(REQUIREMENTS),
    _hostFullVersion: "16.01",
    _addinName: "Saksvar",
    _appDomains: [],
    _clientWindowHeight: 800,
    _clientWindowWidth: 1280,
    userName: person.name,
  };
}

// When the keyboard leaves the pane, Outlook takes the focus; the page counts how often.
export function notified([, action]) {
  if (Object.values(LEAVING).includes(action)) {
    $("toggle-pane").focus();
    document.body.dataset.left = Number(document.body.dataset.left || 0) + 1;
  }
  return null;
}
