// The answers of a quiz as they stand in its form.

const fieldsOf = (question) => [...question.querySelectorAll("input, textarea, select")];

/** Questions with several fields, each named "question.field". */
const hasParts = (question) => ["gap-fill", "matching", "ordering"].includes(question.dataset.type);
const partOf = (field) => field.name.slice(field.name.indexOf(".") + 1);

/** The answer to one question: a list of texts for "multiple", texts by field for several fields, a text otherwise, null for none. */
export function answerOf(question) {
  const fields = fieldsOf(question);
  if (question.dataset.type === "multiple") {
    return fields.filter((field) => field.checked).map((field) => field.value);
  }
  if (hasParts(question)) return Object.fromEntries(fields.map((field) => [partOf(field), field.value]));
  const chosen = fields.find((field) => (field.type === "radio" ? field.checked : field.type !== "hidden"));
  return chosen && chosen.value !== "" ? chosen.value : null;
}

/** Puts an answer back in the form. */
export function setAnswer(question, answer) {
  for (const field of fieldsOf(question)) {
    if (hasParts(question)) field.value = answer?.[partOf(field)] ?? "";
    else if (field.type === "checkbox") field.checked = Array.isArray(answer) && answer.includes(field.value);
    else if (field.type === "radio") field.checked = field.value === answer;
    else if (field.type !== "hidden") field.value = answer ?? "";
  }
}

export function isAnswered(question) {
  const answer = answerOf(question);
  if (hasParts(question)) return Object.values(answer).every((value) => value !== "");
  return Array.isArray(answer) ? answer.length > 0 : answer !== null;
}
