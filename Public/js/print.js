// A button that prints. Without scripts it stays hidden, and the browser's own menu prints.

export function start() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
