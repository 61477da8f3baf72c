// A voice: recorded here, heard before it is sent, two minutes at most where nothing else is said. It becomes a file of the form like any other.

const LONGEST = 120;
const TYPES = [["audio/webm;codecs=opus", "webm"], ["audio/ogg;codecs=opus", "ogg"], ["audio/mp4", "m4a"]];

export function start(form) {
  const place = form?.querySelector("[data-voice]");
  const input = form?.querySelector("input[type=file]");
  const kind = globalThis.MediaRecorder && TYPES.find(([type]) => MediaRecorder.isTypeSupported(type));
  if (!place || !input || !kind || !navigator.mediaDevices) return;
  const button = place.querySelector("button");
  const note = place.querySelector("[role=status]");
  const begin = button.textContent;
  const longest = Number(place.dataset.seconds) || LONGEST;
  const name = place.dataset.voice || "message-vocal";
  let recorder = null;
  place.hidden = false;

  button.addEventListener("click", async () => {
    if (recorder) return recorder.stop();
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      note.textContent = place.dataset.refused;
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(stream, { mimeType: kind[0], audioBitsPerSecond: 32_000 });
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    const limit = setTimeout(() => recorder?.stop(), longest * 1000);
    recorder.addEventListener("stop", () => {
      clearTimeout(limit);
      for (const track of stream.getTracks()) track.stop();
      recorder = null;
      button.textContent = begin;
      attach(new Blob(parts, { type: kind[0] }));
    });
    recorder.start();
    button.textContent = place.dataset.stop;
    note.textContent = "";
  });

  function attach(sound) {
    const chosen = new DataTransfer();
    for (const file of input.files) if (!file.name.startsWith(name)) chosen.items.add(file);
    chosen.items.add(new File([sound], `${name}.${kind[1]}`, { type: sound.type }));
    input.files = chosen.files;
    note.textContent = place.dataset.attached;
    const player = document.createElement("audio");
    player.controls = true;
    player.src = URL.createObjectURL(sound);
    place.querySelector("audio")?.remove();
    place.append(player);
  }
}
