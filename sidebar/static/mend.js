// office.js sets these two to null on the window's history; without its own copies the prototype's show again.
delete window.history.pushState;
delete window.history.replaceState;
// On the web it takes Tab, and Escape even from what is open in the pane.
let open;
document.addEventListener("keydown", () => { open = document.querySelector("#editor,#evidence,#line[data-open]"); }, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" || event.key === "Escape" && open) event.stopPropagation();
});
