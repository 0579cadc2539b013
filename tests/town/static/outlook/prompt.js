// The window of nested app authentication: yes or no, told to the page that opened it.
document.getElementById("who").textContent = decodeURIComponent(location.hash.slice(1));
for (const answer of ["yes", "no"]) {
  document.getElementById(`prompt-${answer}`).addEventListener("click", () => window.opener.postMessage(answer, location.origin));
}
