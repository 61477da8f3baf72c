// Learning events on their way: each is kept in the browser until the server has it, and goes again with the same id.

import { read, write } from "./storage.js";
import { send, showState } from "./sending.js";

const limit = 500;
const batch = 50;
const retryAfter = 30_000;

let sending = false;
let again = false;
let timer = null;
// After a refusal each event goes alone, so that one which is wrong takes no other with it.
let alone = false;

const waiting = () => read("events", []);

// Where one answers or writes, the state that is shown is that of the answers.
const show = (state) => {
  if (document.querySelector("main[data-events], main[data-cards]")) showState(state);
};

/** Keeps an event for `url` and sends what waits. */
export function record(url, event) {
  const kept = [...waiting(), { url, event }];
  while (kept.length > limit) {
    const heartbeat = kept.findIndex((item) => item.event.kind === "heartbeat");
    kept.splice(Math.max(heartbeat, 0), 1);
  }
  write("events", kept);
  return flush();
}

/** Sends what waits, oldest first. */
export async function flush() {
  if (sending) {
    again = true;
    return;
  }
  sending = true;
  clearTimeout(timer);
  let outcome = "kept";
  while (outcome !== "later" && waiting().length > 0) outcome = await sendBatch();
  sending = false;
  if (outcome !== "later") alone = false;
  if (outcome === "later") {
    show("waiting");
    timer = setTimeout(flush, retryAfter);
  }
  if (again) {
    again = false;
    if (outcome !== "later") await flush();
  }
}

async function sendBatch() {
  const { url } = waiting()[0];
  const events = waiting().filter((item) => item.url === url).slice(0, alone ? 1 : batch).map((item) => item.event);
  const { outcome, answer } = await send(url, { events });
  if (outcome === "later") return outcome;
  if (outcome === "refused" && events.length > 1) {
    alone = true;
    return outcome;
  }
  const gone = new Set(events.map((event) => event.id));
  const left = waiting().filter((item) => !gone.has(item.event.id));
  write("events", left.length > 0 ? left : null);
  if (outcome === "kept") {
    show("saved");
    document.dispatchEvent(new CustomEvent("recorded", { detail: answer }));
  }
  return outcome;
}

addEventListener("online", flush);
