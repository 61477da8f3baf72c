// A dictation that is played slowly, as often as one wants; the player's own button plays it at its usual speed.

export function start() {
  for (const figure of document.querySelectorAll("[data-dictation]")) {
    const player = figure.querySelector("audio");
    const slow = figure.querySelector("[data-rate]");
    slow.hidden = false;
    let isSlow = false;
    slow.addEventListener("click", () => {
      isSlow = true;
      player.currentTime = 0;
      player.playbackRate = Number(slow.dataset.rate);
      player.play();
    });
    player.addEventListener("ended", () => {
      if (isSlow) player.playbackRate = 1;
      isSlow = false;
    });
  }
}
