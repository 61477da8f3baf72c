// The learning events of a lesson: opened, a heartbeat while someone is reading, and the end reached.
// Of what is answered or written (data-time), only the heartbeats: the server sees the rest itself.

import { record } from "./outbox.js";

const tick = 5_000;
const heartbeatSeconds = 30;
const idleAfter = 60_000;
const endAfter = 5_000;

export function start(main) {
  const url = main.dataset.events ?? main.dataset.time;
  const countsOnly = main.dataset.events === undefined;
  const minimum = Number(main.dataset.minimumSeconds) || 0;
  let lastActivity = performance.now();
  let lastTick = performance.now();
  let openedAt = null;
  let seconds = 0;
  let total = 0;

  const send = (kind, extra = {}) => record(url, { id: identifier(), kind, occurredAt: Date.now(), ...extra });

  const heartbeat = () => {
    const whole = Math.round(seconds);
    seconds = 0;
    if (whole > 0) send("heartbeat", { seconds: whole });
  };

  // Counts the time since the last look, when the page was on the screen and someone was there.
  const count = () => {
    const now = performance.now();
    const elapsed = Math.min(now - lastTick, 2 * tick) / 1000;
    lastTick = now;
    if (document.visibilityState !== "visible" || now - lastActivity > idleAfter) return;
    const before = total;
    seconds += elapsed;
    total += elapsed;
    const stayedLongEnough = before < minimum && total >= minimum;
    if (Math.round(seconds) >= heartbeatSeconds || stayedLongEnough) heartbeat();
  };

  const open = () => {
    if (openedAt !== null || document.visibilityState !== "visible") return;
    openedAt = lastTick = performance.now();
    if (countsOnly) return;
    send("opened");
    watchEnd();
  };

  const watchEnd = () => {
    const end = main.querySelector("[data-end]");
    if (!end) return;
    let seen = false;
    const reached = () => {
      if (!seen || document.visibilityState !== "visible") return;
      observer.disconnect();
      send("reached-end");
    };
    const observer = new IntersectionObserver((entries) => {
      seen = entries.at(-1).isIntersecting;
      if (performance.now() - openedAt >= endAfter) reached();
    });
    observer.observe(end);
    setTimeout(reached, endAfter);
  };

  for (const name of ["pointerdown", "pointermove", "keydown", "scroll", "touchstart", "wheel"]) {
    addEventListener(name, () => { lastActivity = performance.now(); }, { passive: true });
  }
  // Who listens is there, without touching anything. Players tell it to themselves only.
  addEventListener("timeupdate", () => { lastActivity = performance.now(); }, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      lastTick = lastActivity = performance.now();
      open();
    } else if (openedAt !== null) {
      leave();
    }
  });

  // The page goes out of sight: what was counted leaves at once.
  const leave = () => {
    const now = performance.now();
    if (now - lastActivity <= idleAfter) seconds += Math.min(now - lastTick, 2 * tick) / 1000;
    lastTick = now;
    if (seconds >= tick / 1000) heartbeat();
  };

  setInterval(() => { if (openedAt !== null) count(); }, tick);
  open();
}

/** A UUID of version 7: ordered by time, so that what is kept last stands last. */
export function identifier(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (40 - 8 * index)) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
