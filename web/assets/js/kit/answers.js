// From what stands in the boxes of a question to the value that conditions see, as domain/intake/rules/typed.py reads
// it. What is not sure counts as not answered: the server looks again when the page is saved.
const CENTS = 100;
const LARGEST = 999_999_999_999;

function hundredths(typed) {
  let text = typed.replace(/[\s€\u00a0]/g, '');
  const comma = text.lastIndexOf(',');
  const dot = text.lastIndexOf('.');
  if (comma > dot) text = text.replaceAll('.', '').replace(',', '.');
  else if (dot > comma && comma >= 0) text = text.replaceAll(',', '');
  else if (/^-?\d{1,3}(\.\d{3})+$/.test(text)) text = text.replaceAll('.', '');
  const found = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const value = Number(found[2]) * CENTS + Number((found[3] ?? '').padEnd(2, '0'));
  return value > LARGEST ? null : (found[1] ? -value : value) + 0;
}

function money(typed) {
  const value = hundredths(typed);
  return value === null || value < 0 ? null : value;
}

function day(parts) {
  const [date, month, year] = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : NaN));
  const found = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= CENTS && found.getUTCDate() === date && found.getUTCMonth() === month - 1;
  return exists ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` : null;
}

const READERS = {
  money,
  decimal: hundredths,
  number: (typed) => (/^\d{1,9}$/.test(typed) ? Number(typed) : null),
  declaration: () => 'yes',
  document: () => 'yes',
};

// sent: what the form would send now; name: of the question, with its row before it.
function one(kind, name, sent) {
  if (kind === 'date') {
    const parts = ['day', 'month', 'year'].map((part) => (sent.get(`${name}.${part}`) ?? '').trim());
    return parts.some(Boolean) ? day(parts) : null;
  }
  if (kind === 'choices') {
    const chosen = sent.getAll(name);
    return chosen.length ? chosen : null;
  }
  const typed = sent.get(kind === 'document' ? `${name}.later` : name);
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (!text) return null;
  return READERS[kind] ? READERS[kind](text) : text;
}

function rows(question, sent) {
  const found = [];
  for (let row = 0; row < Number(sent.get(`${question.key}.rows`) ?? 0); row += 1) {
    const prefix = `${question.key}.${row}.`;
    const isFilled = [...sent].some(([name, value]) => name.startsWith(prefix) && String(value).trim());
    if (isFilled) found.push(Object.fromEntries(question.parts.map((part) => [part.key, one(part.kind, prefix + part.key, sent)])));
  }
  return found;
}

export function answerTo(question, sent) {
  if (question.kind === 'group') return rows(question, sent);
  return question.kind === 'address' || question.kind === 'person' ? null : one(question.kind, question.key, sent);
}
