// The script every page names. It loads what the page asks for by its attributes, and nothing else.

const enhancements = [
  ["main[data-events]", () => import("./events.js")],
  ["main[data-time]", () => import("./events.js")],
  ["main[data-media]", () => import("./media.js")],
  ["[data-dictation]", () => import("./dictation.js")],
  ["main[data-cards]", () => import("./cards.js")],
  ["form[data-quiz]", () => import("./quiz.js")],
  ["form[data-draft]", () => import("./draft.js")],
  ["form[data-recording]", () => import("./voice.js")],
  ["[data-countdown]", () => import("./countdown.js")],
  ["main[data-position]", () => import("./position.js")],
  ["[data-signature]", () => import("./signature.js")],
  ["form[data-device]", () => import("./device.js")],
  ["[data-print]", () => import("./print.js")],
  ["main[data-watching]", () => import("./watching.js")],
  ["main[data-live]", () => import("./conversation.js")],
  ["[data-preview]", () => import("./preview.js")],
];

for (const [selector, load] of enhancements) {
  const element = document.querySelector(selector);
  if (element) load().then((module) => module.start(element));
}

// Events that waited for the network on another page leave from this one.
if (!document.querySelector("main[data-events]")) {
  import("./outbox.js").then((outbox) => outbox.flush());
}

// Says when the network is away.
const offline = document.querySelector("[data-offline]");
if (offline) {
  const place = offline.querySelector("span");
  const words = place.textContent;
  const show = () => {
    offline.hidden = navigator.onLine;
    place.textContent = words;
  };
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
  // What is sent without a network would leave the page, with all that was typed, for the browser's own error.
  addEventListener("submit", (event) => {
    if (navigator.onLine || event.target.method !== "post") return;
    event.preventDefault();
    place.textContent = offline.dataset.unsent;
  }, { capture: true });
}

// Words on a pressed button while its form leaves, and a second press counts for nothing.
const busy = new Map();
addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.dataset.busy) return;
  if (busy.has(button)) {
    event.preventDefault();
    return;
  }
  busy.set(button, [...button.childNodes]);
  button.setAttribute("aria-busy", "true");
  button.replaceChildren(button.dataset.busy);
});
addEventListener("pageshow", () => {
  for (const [button, content] of busy) {
    button.removeAttribute("aria-busy");
    button.replaceChildren(...content);
  }
  busy.clear();
});
