// The dialog of Smart Alerts (smarte varsler).
import { $, make } from "./ask.js";

// Shows words and choices; gives the key of the choice. `null` as choices means that there is no way out but waiting.
export function choose(title, words, choices) {
  $("dialog-title").textContent = title;
  $("dialog-message").textContent = words;
  $("dialog").hidden = false;
  return new Promise((resolve) => {
    const buttons = (choices || []).map(([key, name]) => {
      const button = make("button", { id: `dialog-${key}`, textContent: name, "data-testid": `dialog-${key}` });
      button.addEventListener("click", () => { hide(); resolve(key); });
      return button;
    });
    $("dialog-buttons").replaceChildren(...buttons);
    if (buttons[0]) buttons[0].focus();
  });
}

export function hide() {
  $("dialog").hidden = true;
}
