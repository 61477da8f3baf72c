// Videos and sounds of a lesson: comes back to where one stopped, and tells the server which parts were played.
// Without this script they play and download as ever.

import { identifier } from "./events.js";
import { record } from "./outbox.js";

const tellEvery = 15_000;
const mostParts = 20;
const shortest = 500;
// What is played faster is not listened to; the server believes no more either.
const fastest = 2;
const longestTold = 120;
const nearEnd = 3;
const justBegun = 3;

export function start(main) {
  const places = new Map(main.dataset.media.split(" ").map((place) => place.split("=")));
  for (const figure of main.querySelectorAll("figure[data-media]")) {
    const name = figure.dataset.media;
    const player = figure.querySelector("video, audio");
    if (!player || !places.has(name)) continue;
    comeBack(player, Number(places.get(name)) / 1000, main.dataset.resume ?? "");
    follow(player, name, main.dataset.events);
  }
  document.addEventListener("recorded", (event) => show(main, event.detail));
}

/** Goes where one was as soon as the length is known, and says so before anything is loaded. */
function comeBack(player, place, words) {
  if (!(place > 0)) return;
  // Pressed before this script was there: it has only just begun, or one is somewhere by now.
  if (player.readyState > 0) {
    if (player.currentTime < justBegun && place < player.duration - nearEnd) player.currentTime = place;
    return;
  }
  const note = document.createElement("p");
  note.className = "media-facts";
  note.textContent = words.replace("{t}", clock(place));
  player.after(note);
  // Before anything is loaded this is where playing will begin: nothing of the beginning is heard.
  player.currentTime = place;
  player.addEventListener("loadedmetadata", () => {
    const start = place < player.duration - nearEnd ? place : 0;
    if (Math.abs(player.currentTime - start) > 0.5) player.currentTime = start;
    note.remove();
  }, { once: true });
}

function follow(player, name, url) {
  let parts = [];
  let wall = 0;
  let last = null;
  let lastLook = 0;

  const begin = () => {
    last = player.currentTime;
    lastLook = performance.now();
  };

  // Adds what was played since the last look: a jump is no playing.
  const look = () => {
    if (last === null) return;
    const elapsed = performance.now() - lastLook;
    const from = last;
    begin();
    const played = last - from;
    if (played <= 0 || played > fastest * elapsed / 1000 + 0.3) return;
    wall += elapsed;
    const part = parts.at(-1);
    if (part?.[1] === from) part[1] = last;
    else parts.push([from, last]);
    if (wall >= tellEvery || parts.length === mostParts) tell();
  };

  const tell = () => {
    const told = parts.map((part) => part.map((second) => Math.round(second * 1000)))
      .filter(([from, to]) => to - from >= shortest);
    const seconds = Math.min(Math.max(Math.ceil(wall / 1000), 1), longestTold);
    if (told.length === 0) return;
    parts = [];
    wall = 0;
    const position = Math.round(player.currentTime * 1000);
    record(url, { id: identifier(), kind: "played", occurredAt: Date.now(), seconds, media: name, parts: told, position });
  };

  const stop = () => {
    look();
    last = null;
    tell();
  };

  if (!player.paused) begin();
  player.addEventListener("playing", begin);
  player.addEventListener("timeupdate", () => { if (!player.seeking) look(); });
  player.addEventListener("seeking", () => { last = null; });
  player.addEventListener("seeked", () => { if (!player.paused) begin(); });
  player.addEventListener("pause", stop);
  player.addEventListener("ended", stop);
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    look();
    tell();
  });
}

/** How much is played, as the server counts it. */
function show(main, answer) {
  const played = main.querySelector("[data-played]");
  if (played && Number.isInteger(answer?.played)) played.textContent = played.dataset.played.replace("{n}", answer.played);
  const done = main.querySelector("[data-played-done]");
  if (done && answer?.isCompleted && done.textContent === "") done.textContent = done.dataset.playedDone;
}

function clock(place) {
  const seconds = Math.floor(place);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
