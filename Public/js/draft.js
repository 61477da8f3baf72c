// A text that is being written: kept in the browser at once and by the server a moment later, so that nothing is lost.

import { read, write } from "./storage.js";
import { send, showState } from "./sending.js";

const pause = 1500;
const retryAfter = 15_000;

export function start(form) {
  const field = form.querySelector("textarea");
  const url = form.dataset.draft;
  if (!field || !url) return;
  const place = `draft ${url}`;
  let sequence = Number(form.dataset.sequence) || 0;
  let changed = false;
  let sending = false;
  let timer = null;

  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  async function save() {
    clearTimeout(timer);
    if (sending || !changed) return;
    sending = true;
    changed = false;
    sequence = Math.max(sequence + 1, Date.now());
    const text = field.value;
    const { outcome, answer } = await send(url, { sequence, text });
    sending = false;
    if (outcome === "later") {
      changed = true;
      showState("waiting");
      later(retryAfter);
      return;
    }
    if (outcome === "refused") return;
    if (Number.isInteger(answer?.sequence)) sequence = Math.max(sequence, answer.sequence);
    if (changed) {
      later(pause);
    } else {
      write(place, null);
      showState("saved");
    }
  }

  field.addEventListener("input", () => {
    changed = true;
    write(place, field.value);
    later(pause);
  });
  addEventListener("online", save);
  addEventListener("pagehide", save);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (!navigator.onLine) return;
    changed = false;
    write(place, null);
  });

  // What could not leave last time is put back, and leaves now.
  const left = read(place, null);
  if (typeof left === "string" && left !== field.value) {
    field.value = left;
    changed = true;
    save();
  }
}
