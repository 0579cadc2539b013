// Hands the ticket from the address to the pane that opened this window, and to nobody else; without the pane's secret it is worth nothing.
// A plain tab has no pane to hand it to: it begins here (`#=`, and the draft that its address named), leaves its secret in its own storage,
// and takes the ticket back to where it came from.
var ticket = location.hash.slice(1);

function hex(bytes) {
  return Array.from(new Uint8Array(bytes), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
}

function begin(draft) {
  var secret = hex(crypto.getRandomValues(new Uint8Array(32)));
  sessionStorage.setItem("saksvar", secret + draft);
  crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret)).then(function (binding) {
    location.replace("/auth/begin?binding=" + hex(binding));
  });
}

// A dialog inside a frame may have no storage at all.
function waits() {
  try { return sessionStorage.getItem("saksvar"); } catch (none) { return null; }
}

if (ticket[0] === "=") {
  document.documentElement.hidden = true;
  begin(ticket.slice(1));
} else if (waits()) {
  document.documentElement.hidden = true;
  location.replace("/#ticket=" + ticket);
} else {
  Office.onReady(function () {
    Office.context.ui.messageParent(JSON.stringify({ ticket: ticket }));
  });
}
