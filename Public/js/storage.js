// What this browser keeps for one person. On a shared computer, nobody finds or sends what another left.
// Without a person, or where storage is refused, things last as long as the page.

const person = document.documentElement.dataset.person;
const memory = new Map();

const keyFor = (name) => `rebond.${person}.${name}`;

export function read(name, otherwise) {
  try {
    const text = person ? localStorage.getItem(keyFor(name)) : null;
    return text === null ? memory.get(name) ?? otherwise : JSON.parse(text);
  } catch {
    return memory.get(name) ?? otherwise;
  }
}

/** Keeps `value` under `name`; `null` takes it away. */
export function write(name, value) {
  memory.delete(name);
  try {
    if (!person) throw new Error("nobody");
    if (value === null) localStorage.removeItem(keyFor(name));
    else localStorage.setItem(keyFor(name), JSON.stringify(value));
  } catch {
    if (value !== null) memory.set(name, value);
  }
}
