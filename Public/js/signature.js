// A field to draw a signature on: lines on 600 by 200, sent as the data of an SVG path. Drawing is optional, and the button alone signs: who has no
// pointer, or no script, loses nothing.

const longest = 8000;

export function start() {
  for (const form of document.querySelectorAll("[data-signature]")) prepare(form);
}

function prepare(form) {
  const field = form.querySelector("[data-signature-field]");
  const hidden = form.elements.drawing;
  const label = document.createElement("p");
  const canvas = document.createElement("canvas");
  const clear = document.createElement("button");
  let path = "";
  let last = null;

  label.textContent = field.dataset.label;
  canvas.width = 600;
  canvas.height = 200;
  canvas.className = "signature-field";
  canvas.setAttribute("aria-hidden", "true");
  clear.type = "button";
  clear.className = "button button-quiet";
  clear.textContent = field.dataset.clear;
  field.append(label, canvas, clear);
  field.hidden = false;

  const pen = canvas.getContext("2d");
  pen.lineWidth = 3;
  pen.lineCap = "round";
  pen.strokeStyle = "#1d2433";

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) * canvas.width) / box.width, canvas.width),
      within(((event.clientY - box.top) * canvas.height) / box.height, canvas.height),
    ];
  };
  const to = (letter, [x, y]) => {
    const more = `${letter}${x} ${y}`;
    if (path.length + more.length > longest) return;
    path += more;
    if (letter === "L") {
      pen.beginPath();
      pen.moveTo(...last);
      pen.lineTo(x, y);
      pen.stroke();
    }
    last = [x, y];
    hidden.value = path;
  };

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    to("M", place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last || !canvas.hasPointerCapture(event.pointerId)) return;
    const next = place(event);
    // A point every few pixels is what a line needs.
    if (Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) >= 4) to("L", next);
  });
  clear.addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    path = "";
    last = null;
    hidden.value = "";
  });
  // Too little to be a signature is none.
  form.addEventListener("submit", () => {
    if (path.split(/[ML]/).length < 6) hidden.value = "";
  });
}
