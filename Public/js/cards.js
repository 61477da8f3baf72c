// A session of cards: space shows the answer, 1 to 4 grade it, and what was graded is kept here until the server has it.

import { identifier } from "./events.js";
import { record } from "./outbox.js";

export function start(main) {
  const step = main.querySelector("#card-step");
  const end = main.querySelector("#cards-end");
  const queue = [...main.querySelectorAll(".flashcard")];
  const repeated = new Set();
  let done = Number(queue[0]?.querySelector("[name=done]")?.value ?? 1) - 1;

  const current = () => queue[0];

  function show() {
    const card = current();
    if (!card) {
      step.textContent = "";
      end.hidden = false;
      end.focus();
      return;
    }
    card.hidden = false;
    card.querySelector("details").open = false;
    step.textContent = main.dataset.step.replace("{n}", done + 1).replace("{total}", done + queue.length);
  }

  function reveal(card) {
    const answer = card.querySelector("details");
    if (answer.open) return;
    answer.open = true;
    card.querySelector(".grade-good").focus({ preventScroll: true });
  }

  function grade(card, value) {
    const form = new FormData(card.querySelector("form"));
    record(main.dataset.cards, {
      id: identifier(),
      course: form.get("course"),
      activity: form.get("activity"),
      card: form.get("card"),
      direction: form.get("direction"),
      grade: value,
      occurredAt: Date.now(),
    });
    queue.shift();
    card.hidden = true;
    // What was not known comes once more before the end.
    if (value === "again" && !repeated.has(card) && queue.length > 0) {
      repeated.add(card);
      queue.push(card);
    } else {
      done += 1;
    }
    show();
    current()?.querySelector("summary").focus({ preventScroll: true });
  }

  main.addEventListener("click", (event) => {
    const button = event.target.closest(".grade");
    if (!button) return;
    event.preventDefault();
    grade(button.closest(".flashcard"), button.value);
  });

  addEventListener("keydown", (event) => {
    const card = current();
    if (!card || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, a")) return;
    const isOpen = card.querySelector("details").open;
    if (event.key === " " && !isOpen) {
      event.preventDefault();
      reveal(card);
    } else if (isOpen && /^[1-4]$/.test(event.key)) {
      event.preventDefault();
      grade(card, card.querySelectorAll(".grade")[Number(event.key) - 1].value);
    }
  });
  show();
}
