// Tries sound, microphone and camera where somebody presses. Nothing is recorded and nothing leaves the browser: the form says what worked.

export function start(form) {
  const words = form.dataset;
  const answer = (part) => form.querySelector(`[data-answer="${part}"]`);
  const box = (part) => form.querySelector(`input[value="${part}"]`);
  const Sound = window.AudioContext;
  let sound;

  const works = (part) => {
    box(part).checked = true;
    answer(part).textContent = words.works;
  };

  const trials = {
    sound: async () => {
      sound ??= new Sound();
      await sound.resume();
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      volume.gain.value = 0.2;
      tone.connect(volume).connect(sound.destination);
      tone.frequency.value = 440;
      tone.start();
      tone.stop(sound.currentTime + 1);
      // Only the person knows whether it was heard.
      box("sound").focus();
    },
    microphone: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      sound ??= new Sound();
      await sound.resume();
      const ear = sound.createAnalyser();
      sound.createMediaStreamSource(stream).connect(ear);
      const samples = new Uint8Array(ear.fftSize);
      const bar = document.createElement("meter");
      bar.max = 64;
      bar.setAttribute("aria-hidden", "true");
      answer("microphone").replaceChildren(words.speak + " ", bar);
      const end = Date.now() + 8000;
      let heard = false;
      const listen = () => {
        ear.getByteTimeDomainData(samples);
        const loudest = Math.max(...samples.map((sample) => Math.abs(sample - 128)));
        bar.value = loudest;
        heard ||= loudest > 12;
        if (Date.now() < end && !(heard && loudest < 4)) return void requestAnimationFrame(listen);
        for (const track of stream.getTracks()) track.stop();
        if (heard) works("microphone");
        else answer("microphone").textContent = words.refused;
      };
      listen();
    },
    camera: async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      const picture = document.createElement("video");
      picture.muted = true;
      picture.playsInline = true;
      picture.width = 240;
      picture.srcObject = stream;
      await picture.play();
      works("camera");
      answer("camera").append(picture);
      setTimeout(() => {
        for (const track of stream.getTracks()) track.stop();
        picture.remove();
      }, 8000);
    },
  };

  for (const button of form.querySelectorAll("[data-part]")) {
    const part = button.dataset.part;
    if (part === "sound" ? !Sound : !navigator.mediaDevices?.getUserMedia) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      trials[part]().catch(() => {
        answer(part).textContent = words.refused;
      });
    });
  }
}
