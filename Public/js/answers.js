// The answers of a quiz as they stand in its form.

const fieldsOf = (question) => [...question.querySelectorAll("input, textarea, select")];

/** The answer to one question: a list of texts for "multiple", a text otherwise, null for none. */
export function answerOf(question) {
  const fields = fieldsOf(question);
  if (question.dataset.type === "multiple") {
    return fields.filter((field) => field.checked).map((field) => field.value);
  }
  const chosen = fields.find((field) => (field.type === "radio" ? field.checked : field.type !== "hidden"));
  return chosen && chosen.value !== "" ? chosen.value : null;
}

/** Puts an answer back in the form. */
export function setAnswer(question, answer) {
  for (const field of fieldsOf(question)) {
    if (field.type === "checkbox") field.checked = Array.isArray(answer) && answer.includes(field.value);
    else if (field.type === "radio") field.checked = field.value === answer;
    else if (field.type !== "hidden") field.value = answer ?? "";
  }
}

export function isAnswered(question) {
  const answer = answerOf(question);
  return Array.isArray(answer) ? answer.length > 0 : answer !== null;
}
