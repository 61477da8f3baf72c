// The time left of a timed quiz. The page already says when it ends; this only counts along, quietly: words change once a minute, nothing
// moves, the focus stays, a screen reader hears of it at five minutes and at one. One may hide it.

import { read, write } from "./storage.js";

const place = "quiz time hidden";
const announced = [5, 1];

export function start(box) {
  const words = box.dataset;
  const ends = Date.now() + Number(words.seconds) * 1000;
  const shown = document.createElement("span");
  const spoken = document.createElement("span");
  const toggle = document.createElement("button");
  let last = null;
  let hidden = read(place, false) === true;

  shown.className = "time-shown";
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  toggle.type = "button";
  toggle.className = "button button-quiet";
  box.append(shown, toggle, spoken);

  const sentence = (minutes) => {
    if (minutes <= 0) return words.over;
    return minutes === 1 ? words.one : words.left.replace("{n}", minutes);
  };

  const tick = () => {
    const minutes = Math.max(0, Math.ceil((ends - Date.now()) / 60_000));
    if (minutes !== last) {
      shown.textContent = sentence(minutes);
      if (last !== null && (announced.includes(minutes) || minutes === 0)) spoken.textContent = sentence(minutes);
      last = minutes;
    }
    if (minutes > 0) {
      setTimeout(tick, Math.max(250, ((ends - Date.now()) % 60_000) + 50));
      return;
    }
    shown.hidden = false;
    toggle.remove();
    document.querySelector("[data-time-over]")?.removeAttribute("hidden");
    dispatchEvent(new Event("quiz-time-over"));
  };

  const showOrHide = () => {
    shown.hidden = hidden;
    toggle.textContent = hidden ? words.show : words.hide;
  };
  toggle.addEventListener("click", () => {
    hidden = !hidden;
    write(place, hidden ? true : null);
    showOrHide();
  });
  addEventListener("pageshow", () => { if (last > 0) tick(); });
  showOrHide();
  tick();
}
