// A conversation while one looks at it: what others write appears, what was seen is read, and what is being typed stays.

import { read, write } from "./storage.js";
import { send } from "./sending.js";
import { start as startVoice } from "./voice.js";

export function start(main) {
  const address = main.dataset.live.replace(/\/events$/, "");
  const list = main.querySelector("#messages");
  let version = Number(main.dataset.version) || 0;
  let last = Number(main.dataset.last) || 0;
  let seen = Number(main.dataset.read) || 0;

  keepDraft(main.querySelector("#write textarea"), `message ${address}`);
  startVoice(main.querySelector("#write"));

  // Whoever has the page before their eyes has read it.
  async function markRead() {
    if (document.visibilityState !== "visible" || last <= seen) return;
    const through = last;
    const { outcome } = await send(`${address}/read`, { through });
    if (outcome !== "kept") return;
    seen = through;
    main.querySelector("#read")?.remove();
  }

  // The page once more, as the server shows it now: only the messages are taken from it.
  async function refresh() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector("main[data-live]");
    const fresh = now?.querySelector("#messages");
    // What somebody changes right now is not taken from under their hands.
    if (!fresh || list.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA") return;
    main.querySelector("#nothing")?.remove();
    list.replaceChildren(...fresh.children);
    version = Number(now.dataset.version) || version;
    last = Number(now.dataset.last) || last;
    await markRead();
  }

  const source = new EventSource(`${address}/events?since=${version}`);
  source.addEventListener("changed", (event) => {
    if (Number(event.data) > version) refresh();
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  document.addEventListener("visibilitychange", markRead);
  markRead();
}

function keepDraft(field, place) {
  if (!field) return;
  const left = read(place, null);
  if (typeof left === "string" && field.value === "") field.value = left;
  field.addEventListener("input", () => write(place, field.value === "" ? null : field.value));
  field.form.addEventListener("submit", () => {
    if (navigator.onLine) write(place, null);
  });
}
