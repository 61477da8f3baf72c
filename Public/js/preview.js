// In a preview: the page loads itself again when the folder changed.

export function start(bar) {
  const shown = bar.dataset.preview;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch("/preview/revision", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) location.reload();
    } catch {
      // The preview was stopped: what is on the page stays.
    }
  }, 500);
}
