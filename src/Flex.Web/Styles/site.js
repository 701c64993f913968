// Everything works without this file; it only saves a keystroke.
const first = document.querySelector("[data-focus]");
if (first) {
  first.focus();
}
