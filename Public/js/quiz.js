// A quiz: answers are kept as one goes, and a narrow window shows one question at a time.
// The form works alone; this only adds to it.

import { answerOf, isAnswered, setAnswer } from "./answers.js";
import { read, write } from "./storage.js";
import { send, showState } from "./sending.js";

const pause = 600;
const retryAfter = 15_000;

export function start(form) {
  const questions = [...form.querySelectorAll("[data-question]")];
  if (questions.length === 0) return;
  if (form.dataset.save) keepAnswers(form, questions);
  showOneByOne(form, questions);
}

function keepAnswers(form, questions) {
  const url = form.dataset.save;
  const place = `quiz ${url}`;
  const byId = new Map(questions.map((question) => [question.dataset.question, question]));
  const changed = new Set();
  let leaving = {};
  let sequence = Number(form.dataset.sequence) || 0;
  let timer = null;
  let sending = false;
  let closed = false;

  const answers = () => Object.fromEntries([...changed].map((id) => [id, answerOf(byId.get(id))]));
  const keepHere = () => {
    const kept = { ...leaving, ...answers() };
    write(place, Object.keys(kept).length > 0 ? kept : null);
  };
  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  async function save() {
    clearTimeout(timer);
    if (sending || closed || changed.size === 0) return;
    sending = true;
    leaving = answers();
    changed.clear();
    sequence += 1;
    const { outcome, answer } = await send(url, { sequence, answers: leaving });
    sending = false;
    if (outcome === "later") {
      for (const id of Object.keys(leaving)) changed.add(id);
      leaving = {};
      showState("waiting");
      later(retryAfter);
      return;
    }
    // Refused: the attempt is over, or the form itself will say what is wrong.
    closed = outcome === "refused";
    leaving = {};
    if (Number.isInteger(answer?.sequence)) sequence = Math.max(sequence, answer.sequence);
    if (!closed) showState("saved");
    keepHere();
    if (changed.size > 0) later(pause);
  }

  const note = (event) => {
    const id = event.target.closest("[data-question]")?.dataset.question;
    if (id === undefined) return;
    changed.add(id);
    keepHere();
    later(pause);
  };

  form.addEventListener("input", note);
  form.addEventListener("change", note);
  addEventListener("online", save);
  addEventListener("pagehide", save);
  addEventListener("quiz-time-over", save);
  // The form brings every answer itself; if it may not arrive, they stay here.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (!navigator.onLine) return;
    changed.clear();
    write(place, null);
  });

  // What could not leave last time is put back, and leaves now.
  for (const [id, answer] of Object.entries(read(place, {}))) {
    if (!byId.has(id)) continue;
    setAnswer(byId.get(id), answer);
    changed.add(id);
  }
  save();
}

function showOneByOne(form, questions) {
  const narrow = matchMedia("(max-width: 56.24em)");
  const end = form.querySelector(".quiz-end");
  const previous = button(form.dataset.previous);
  const next = button(form.dataset.next);
  const moves = document.createElement("div");
  const titles = questions.map((question) => question.querySelector(".question-number"));
  const plainTitles = titles.map((title) => title?.textContent);
  let current = firstToShow(questions);

  next.classList.add("button-main");
  moves.className = "quiz-moves no-print";
  moves.append(previous, next);
  questions.at(-1).after(moves);

  const show = () => {
    const alone = narrow.matches;
    form.classList.toggle("quiz-step", alone);
    questions.forEach((question, index) => {
      question.hidden = alone && index !== current;
      if (titles[index]) titles[index].textContent = alone ? stepWords(index) : plainTitles[index];
    });
    moves.hidden = !alone;
    previous.hidden = current === 0;
    next.hidden = current === questions.length - 1;
    if (end) end.hidden = alone && !next.hidden;
  };

  const stepWords = (index) =>
    (form.dataset.step ?? "").replace("{n}", index + 1).replace("{total}", questions.length) || plainTitles[index];

  const go = (index) => {
    current = index;
    show();
    const target = questions[index].querySelector("legend") ?? questions[index];
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };

  previous.addEventListener("click", () => go(current - 1));
  next.addEventListener("click", () => go(current + 1));

  // Enter in a field goes on to the next question; with the last one it sends the form, as without scripts.
  form.addEventListener("keydown", (event) => {
    const field = event.target.matches("input");
    if (event.key !== "Enter" || !field || !narrow.matches || next.hidden || event.isComposing) return;
    event.preventDefault();
    go(current + 1);
  });

  addEventListener("hashchange", () => {
    const asked = inAddress(questions);
    if (asked >= 0 && narrow.matches) go(asked);
  });
  narrow.addEventListener("change", show);
  show();
  if (narrow.matches && inAddress(questions) >= 0) go(current);
}

function button(words) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.textContent = words ?? "";
  return element;
}

const inAddress = (questions) => questions.findIndex((question) => question.id && `#${question.id}` === location.hash);

/** The question in the address, or the first with something wrong, or the first without an answer. */
function firstToShow(questions) {
  const asked = inAddress(questions);
  if (asked >= 0) return asked;
  const wrong = questions.findIndex((question) => question.querySelector("[aria-invalid='true'], .field-error"));
  if (wrong >= 0) return wrong;
  return Math.max(questions.findIndex((question) => !isAnswered(question)), 0);
}
