// Nested app authentication: the bridge over which Microsoft's library asks the host page for tokens. It is laid before the page's own
// scripts hear that Office is ready.
function layBridge() {
  supported.NestedAppAuth = 1.1;
  const heard = new Set();
  const told = (envelope) => { for (const listener of heard) listener(JSON.stringify({ messageType: "NestedAppAuthResponse", ...envelope })); };
  window.nestedAppAuthBridge = {
    addEventListener: (kind, listener) => { if (kind === "message") heard.add(listener); },
    removeEventListener: (kind, listener) => { heard.delete(listener); },
    postMessage: (text) => {
      const request = JSON.parse(text);
      if (request.messageType !== "NestedAppAuthRequest") return;
      const { requestId, method, tokenParams } = request;
      ask("nested", { method, tokenParams }).then(
        (answer) => told({ requestId, success: !answer.error, ...answer }),
        (error) => told({ requestId, success: false, error: { status: "PERSISTENT_ERROR", code: "town", description: error.message } }),
      );
    },
  };
}
