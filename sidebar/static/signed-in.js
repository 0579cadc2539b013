// Hands the ticket from the address to the pane that opened this window, and to nobody else; without the pane's secret it is worth nothing.
Office.onReady(function () {
  var ticket = location.hash.slice(1);
  Office.context.ui.messageParent(JSON.stringify({ ticket: ticket }));
});
