// A plain tab that comes back from Entra's page: the ticket of its address, and the secret that waited for it, become a bearer that this page
// alone holds. Both are good once, and gone then, whether they fit or not.
export async function returned(ticket) {
  const kept = sessionStorage.getItem("saksvar") || "";
  sessionStorage.removeItem("saksvar");
  window.draft = kept.slice(64);
  location.replace(window.draft ? "#draft=" + window.draft : "#");
  const body = JSON.stringify({ ticket, secret: kept.slice(0, 64) });
  const answer = await fetch("/auth/redeem", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (answer.ok) window.bearer = (await answer.json()).bearer;
}
