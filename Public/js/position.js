// Comes back to where one was reading: the paragraph at the top of the window, whatever the width of the window is now.

import { read, write } from "./storage.js";

export function start(main) {
  const blocks = [...(main.querySelector(".lesson")?.children ?? [])];
  const name = `position ${location.pathname}`;
  if (blocks.length === 0) return;

  const kept = read(name, null);
  const arrival = performance.getEntriesByType("navigation")[0]?.type;
  if (kept && arrival === "navigate" && !location.hash && scrollY === 0 && kept.of === blocks.length) {
    blocks[kept.block]?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  let timer = null;
  const keep = () => {
    const block = blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0);
    const started = block > 0 || (block === 0 && blocks[0].getBoundingClientRect().top < 0);
    const ended = scrollY + innerHeight >= document.documentElement.scrollHeight - 200;
    write(name, started && !ended ? { block, of: blocks.length } : null);
  };
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  }, { passive: true });
}
