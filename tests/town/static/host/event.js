// Events, by the number and the shape that the library knows them by. Of `dialogNotificationShown` nothing is told: the library itself asks
// whether a window may open.
import { initialData } from "./item.js";

const NUMBERS = { appCommandInvoked: 39, olkItemSelectedChanged: 46, officeThemeChanged: 9, dialogNotificationShown: 11 };

export const known = (name, data) => Object.hasOwn(NUMBERS, name) && data.eventDispId === NUMBERS[name];

const whole = (colour) => parseInt(colour.slice(1), 16);

// Colours travel as whole numbers. That several mails are selected is younger than this library.
const TOLD = {
  item: (item, person) => ({ name: "olkItemSelectedChanged", data: initialData({ person, item }) || "" }),
  theme: (value) => ({
    name: "officeThemeChanged",
    data: [JSON.stringify(Object.fromEntries(Object.entries(value).map(([name, colour]) => [name, whole(colour)])))],
  }),
  invoke: ({ name, turn }) => ({ name: "appCommandInvoked", data: [String(turn), name, JSON.stringify({ type: "olkMessageSend" })] }),
};

export const eventFor = (name, value, person) => (Object.hasOwn(TOLD, name) ? TOLD[name](value, person) : null);
