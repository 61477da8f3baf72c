// Sending JSON to the server, and saying whether it is kept.

/** What became of a request: "kept" by the server, "refused" for good, or "later" (no network, busy, signed out). */
export async function send(url, body) {
  try {
    const response = await fetch(url, {
      method: "POST",
      keepalive: true,
      redirect: "manual",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return { outcome: "kept", answer: await response.json().catch(() => null) };
    const later = [0, 401, 408, 425, 429].includes(response.status) || response.status >= 500;
    return { outcome: later ? "later" : "refused", answer: null };
  } catch {
    return { outcome: "later", answer: null };
  }
}

/** Shows the words of the page for "saved" or "waiting" where it has a place for them. Each is announced once. */
export function showState(state) {
  for (const place of document.querySelectorAll("[data-save-state]")) {
    const words = place.dataset[state] ?? "";
    if (place.textContent !== words) place.textContent = words;
  }
}
