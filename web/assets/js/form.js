// A page of a form whose questions depend on each other: form[data-rules]. Each question stands in an element, or in a
// template while it is not asked; what is not asked is not in the page, so it is not sent. Computed answers are shown
// at once. All of it happens again on the server, which alone decides.
import { answerTo } from './kit/answers.js';
import { holds, valueOf } from './kit/operators.js';

const language = document.documentElement.lang || 'it';
const SHAPES = {
  money: { style: 'currency', currency: 'EUR' },
  decimal: { maximumFractionDigits: 2 },
  number: {},
};

function inWords(value, shape) {
  const amount = shape === 'number' ? value : value / 100;
  return new Intl.NumberFormat(language, { ...SHAPES[shape], useGrouping: 'always' }).format(amount);
}

function ask(form, key, isAsked) {
  const place = form.querySelector(`[data-question="${key}"]`);
  const isThere = place?.localName !== 'template';
  if (!place || isThere === isAsked) return;
  const other = document.createElement(isAsked ? 'div' : 'template');
  other.dataset.question = key;
  if (isAsked) other.append(place.content);
  else other.content.append(...place.childNodes);
  place.replaceWith(other);
}

function compute(form, question, value) {
  const output = form.querySelector(`[data-computed="${question.key}"]`);
  if (!output) return;
  const words = value === null ? output.dataset.textNone : inWords(value, question.shown_as);
  if (output.textContent !== words) output.textContent = words;
}

function follow(form) {
  const { facts, questions } = JSON.parse(form.dataset.rules);
  const shown = form.elements.shown;
  const look = () => {
    const known = { ...facts };
    const asked = [];
    for (const question of questions) {
      const isAsked = holds(question.only_if, known);
      ask(form, question.key, isAsked);
      if (!isAsked) continue;
      asked.push(question.key);
      if (question.expression) {
        const value = valueOf(question.expression, known);
        known[question.key] = Number.isSafeInteger(value) ? value : null;
        compute(form, question, known[question.key]);
      } else known[question.key] = answerTo(question, new FormData(form));
    }
    if (shown) shown.value = asked.join(' '); // a page that keeps nothing has no such field
  };
  form.addEventListener('input', look);
  form.addEventListener('change', look);
  addEventListener('pageshow', look);
}

for (const form of document.querySelectorAll('form[data-rules]')) follow(form);

// The preview of a form, and the tests, ask what the page would say.
globalThis.sportelloForm = { holds, valueOf };
