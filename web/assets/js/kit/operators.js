// What each operator of a form's expressions means: the same as domain/catalogue/rules/operators.py, case by case
// (tests/domain/catalogue/expressions plays the same cases in both). Numbers are whole: cents, hundredths, units.
import jsonLogic from 'json-logic-js';

const LARGEST = 9_000_000_000_000_000;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

const isNumber = (value) => Number.isSafeInteger(value);
const isDay = (value) => typeof value === 'string' && DAY.test(value);
const isTrue = (value) => jsonLogic.truthy(value);
const fitting = (value) => (value !== null && Math.abs(value) <= LARGEST ? value + 0 : null);
const blank = (value) => value ?? null;

function same(a, b) {
  const [one, other] = [blank(a), blank(b)];
  return one === other && !(typeof one === 'object' && one !== null);
}

const comparable = (a, b) => (isNumber(a) && isNumber(b)) || (isDay(a) && isDay(b));
const inOrder = (holds) => (...values) =>
  values.length > 1 && values.slice(1).every((value, at) => comparable(values[at], value) && holds(values[at], value));

// An operator over numbers: nothing when one of them is not there, or when the result does not fit.
const counting = (reckon) => (...values) => (values.length && values.every(isNumber) ? fitting(reckon(values)) : null);
const step = (total, value) => (total === null ? null : fitting(value));
const sum = (values) => values.reduce((total, value) => step(total, total + value), 0);
const product = (values) => values.reduce((total, value) => step(total, total * value), 1);
const difference = (values) => (values.length === 1 ? -values[0] : values[0] - values[1]);

// The remainder and the quotient without it are exact in a double; a half goes away from zero.
function divided(a, b) {
  if (!isNumber(a) || !isNumber(b) || b === 0) return null;
  const [above, below] = [Math.abs(a), Math.abs(b)];
  const rest = above % below;
  const nearest = (above - rest) / below + (2 * rest >= below ? 1 : 0);
  return (a < 0 === b < 0 ? nearest : -nearest) + 0;
}

const isRow = (row) => typeof row === 'object' && row !== null && !Array.isArray(row);
const cell = (row, key) => (isRow(row) && typeof key === 'string' && Object.hasOwn(row, key) ? blank(row[key]) : null);

function total(rows, key) {
  if (!Array.isArray(rows)) return null;
  return sum(rows.map((row) => cell(row, key)).filter(isNumber));
}

function counted(rows, key, value) {
  if (!Array.isArray(rows)) return null;
  if (blank(key) === null) return rows.length;
  return rows.filter((row) => isRow(row) && same(cell(row, key), value)).length;
}

const among = (needle, haystack) => Array.isArray(haystack) && haystack.some((one) => same(needle, one));

// Only what is answered, never what objects inherit.
function answer(key, otherwise) {
  return cell(this, key) ?? blank(otherwise);
}

const OPERATIONS = {
  var: answer,
  '==': same,
  '===': same,
  '!=': (a, b) => !same(a, b),
  '!==': (a, b) => !same(a, b),
  '<': inOrder((a, b) => a < b),
  '<=': inOrder((a, b) => a <= b),
  '>': inOrder((a, b) => a > b),
  '>=': inOrder((a, b) => a >= b),
  in: among,
  '!': (a) => !isTrue(a),
  '!!': isTrue,
  '+': counting(sum),
  '-': counting(difference),
  '*': counting(product),
  min: counting((values) => Math.min(...values)),
  max: counting((values) => Math.max(...values)),
  div_half_up: divided,
  sum: total,
  count: counted,
};
const FOREIGN = ['%', '/', 'log', 'cat', 'substr', 'merge', 'missing', 'missing_some', 'method'];

for (const name of FOREIGN) jsonLogic.rm_operation(name);
for (const [name, operation] of Object.entries(OPERATIONS)) jsonLogic.add_operation(name, operation);

// What the expression is of the answers; null when it cannot be told.
export function valueOf(expression, answers) {
  try {
    return blank(jsonLogic.apply(expression, answers));
  } catch {
    return null;
  }
}

export const holds = (condition, answers) => condition == null || isTrue(valueOf(condition, answers));
