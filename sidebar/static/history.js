// office.js sets these two to null on the window's history; without its own copies the prototype's show again.
delete window.history.pushState;
delete window.history.replaceState;
