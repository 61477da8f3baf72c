// The recording of a class, in a frame: for how long it is on the screen. What the frame does is not seen from here.

import { identifier } from "./events.js";
import { record } from "./outbox.js";

const tellEvery = 30_000;
const shortest = 1_000;

export function start(main) {
  let from = null;

  // From the last report, or the last return, to now.
  const tell = () => {
    if (from === null) return;
    const to = Date.now();
    // A clock that was set, or a device that slept: begin anew.
    if (to < from || to - from > 2 * tellEvery) from = to;
    if (to - from < shortest) return;
    record(main.dataset.watching, { id: identifier(), kind: "heartbeat", from, to });
    from = to;
  };

  const look = () => {
    if (document.visibilityState === "visible") {
      from ??= Date.now();
    } else {
      tell();
      from = null;
    }
  };

  setInterval(tell, tellEvery);
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", tell);
  document.addEventListener("recorded", (event) => show(main, event.detail));
  look();
}

/** How much was watched, as the server counts it. */
function show(main, answer) {
  if (!Number.isInteger(answer?.percent)) return;
  const words = main.querySelector("[data-watched]");
  words.textContent = words.dataset.watched.replace("{n}", answer.percent);
  main.querySelector("progress").value = answer.percent;
}
