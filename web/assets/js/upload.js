// Sends photographs and documents from a phone: makes photographs smaller, sends pieces that resume after a lost line
// (tus 1.0: POST, HEAD, PATCH), shows how far it is, tries again by itself. An extra over a native file input:
// without this file the same form is posted with the files in it. All words come from data-text-* of the field.
import { token } from './kit/token.js';

const LONGEST_SIDE = 2000;
const QUALITY = 0.82;
const SMALL_ENOUGH = 600_000;
const PIECE = 256 * 1024;
const MOST_TRIES = 8;
const HEADERS = { 'Tus-Resumable': '1.0.0' };

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const online = () => (navigator.onLine ? null : new Promise((done) => addEventListener('online', done, { once: true })));
const make = (name, properties) => Object.assign(document.createElement(name), properties);

class Refused extends Error {}

// Re-encoding also drops the place where the photograph was taken. What the browser cannot read is sent as it is.
async function shrink(file) {
  if (!/^image\/(jpeg|png|webp|hei[cf])/.test(file.type) || file.size < SMALL_ENOUGH) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = make('canvas', { width: image.width * scale, height: image.height * scale });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!smaller || smaller.size >= file.size) return file;
    return new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

// fetch() cannot tell how much has been sent, so the pieces go by XMLHttpRequest.
function sendPiece(url, piece, offset, onProgress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', url);
    for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
    request.setRequestHeader('Upload-Offset', offset);
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
    request.setRequestHeader('X-CSRF-Token', token());
    request.timeout = 60_000;
    request.upload.onprogress = (event) => onProgress(offset + event.loaded);
    request.onload = () => (request.status === 204 ? done(+request.getResponseHeader('Upload-Offset')) : failed(request));
    request.onerror = request.ontimeout = () => failed(request);
    request.send(piece);
  });
}

// Conflicts and busy servers pass; any other 4xx is an answer about the file or the session.
async function refusal(answer, texts) {
  if (answer.status < 400 || answer.status >= 500 || [404, 409, 410, 423, 425, 429].includes(answer.status)) return null;
  if (answer.status === 401 || answer.status === 403) return new Refused(texts.textExpired);
  if (answer.status === 413) return new Refused(texts.textTooBig);
  const kind = answer.headers?.get('Content-Type') ?? answer.getResponseHeader?.('Content-Type') ?? '';
  const words = kind.startsWith('text/plain') ? (answer.responseText ?? (await answer.text())).trim() : '';
  return new Refused(words.length > 0 && words.length < 200 ? words : texts.textRefused);
}

async function start(field, file) {
  const extra = Object.entries(field.dataset).filter(([name]) => name.startsWith('meta'));
  const metadata = [['filename', file.name], ['filetype', file.type], ...extra.map(([name, value]) => [name.slice(4).toLowerCase(), value])];
  const answer = await fetch(field.dataset.uploadUrl, {
    method: 'POST',
    headers: { ...HEADERS, 'X-CSRF-Token': token(), 'Upload-Length': file.size, 'Upload-Metadata': metadata.map(([name, value]) => `${name} ${base64(value)}`).join(',') },
  });
  if (answer.status !== 201) throw (await refusal(answer, field.dataset)) ?? answer;
  return answer.headers.get('Location');
}

async function offsetOf(url) {
  const answer = await fetch(url, { method: 'HEAD', headers: HEADERS });
  return answer.ok ? +answer.headers.get('Upload-Offset') : null;
}

// The address of an unfinished upload is kept under a number made of the file's name, size and date, never under the name.
function memoryKey(file) {
  let sum = 0;
  for (const letter of file.name + file.size + file.lastModified) sum = (Math.imul(sum, 31) + letter.codePointAt(0)) | 0;
  return `upload:${sum}`;
}

class Row {
  constructor(field, list, name) {
    this.texts = field.dataset;
    const id = `upload-${Math.random().toString(36).slice(2)}`;
    this.item = make('li', { className: 'ss-file' });
    const text = make('span', { className: 'ss-file-text' });
    const label = make('label', { className: 'fw-semibold', htmlFor: id, textContent: name, dir: 'auto' });
    this.progress = make('progress', { id, max: 100, value: 0 });
    this.state = make('span', { className: 'ss-file-state', textContent: this.texts.textPreparing });
    text.append(label, this.progress, this.state);
    this.item.append(text);
    list.hidden = false;
    list.append(this.item);
  }

  show(percent) {
    this.progress.value = percent;
    this.state.textContent = `${Math.round(percent)}%`;
  }

  finish(form, name, url, size) {
    const input = make('input', { type: 'hidden', name, value: url });
    const remove = make('button', { type: 'button', className: 'btn btn-link', textContent: this.texts.textRemove, ariaLabel: `${this.texts.textRemove} ${this.item.querySelector('label').textContent}` });
    remove.addEventListener('click', () => {
      input.remove();
      this.item.remove();
    });
    this.progress.remove();
    this.state.textContent = `${this.texts.textDone} · ${Math.max(1, Math.round(size / 1024))} KB`;
    this.item.append(input, this.up(name), remove);
  }

  // The pages of a document are sent in the order of the list. The button stays under the finger that pressed it.
  up(name) {
    const words = `${this.texts.textUp} ${this.item.querySelector('label').textContent}`;
    const up = make('button', { type: 'button', className: 'btn btn-link ss-file-up', textContent: this.texts.textUp, ariaLabel: words });
    up.addEventListener('click', () => {
      const before = this.item.previousElementSibling;
      if (!before?.querySelector(`input[name="${name}"]`)) return;
      before.before(this.item);
      up.focus();
    });
    return up;
  }

  fail(words) {
    this.progress.remove();
    this.item.classList.add('ss-file-failed');
    this.state.textContent = words;
  }
}

async function sendFile(field, file, row) {
  const key = memoryKey(file);
  let url = localStorage.getItem(key);
  let offset = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      if (!navigator.onLine) row.state.textContent = field.dataset.textWaiting;
      await online();
      const known = url && (await offsetOf(url));
      if (known === null || !url) {
        url = await start(field, file);
        localStorage.setItem(key, url);
        offset = 0;
      } else offset = known;
      while (offset < file.size) {
        offset = await sendPiece(url, file.slice(offset, offset + PIECE), offset, (sent) => row.show((sent / file.size) * 100));
        tries = 0;
      }
      localStorage.removeItem(key);
      return url;
    } catch (problem) {
      const refused = problem instanceof Refused ? problem : problem?.status ? await refusal(problem, field.dataset) : null;
      if (refused || tries >= MOST_TRIES) {
        localStorage.removeItem(key);
        throw refused ?? new Refused(field.dataset.textFailed);
      }
      row.state.textContent = field.dataset.textRetrying;
      await pause(Math.min(30_000, 500 * 2 ** tries));
    }
  }
}

async function take(field, list, original) {
  const row = new Row(field, list, original.name);
  try {
    const file = await shrink(original);
    if (field.dataset.maxBytes && file.size > +field.dataset.maxBytes) throw new Refused(field.dataset.textTooBig);
    const url = await sendFile(field, file, row);
    row.finish(field.closest('form'), field.dataset.uploadName, url, file.size);
  } catch (problem) {
    row.fail(problem instanceof Refused ? problem.message : field.dataset.textFailed);
  }
}

// A form sent before its files have arrived would lose them: it waits, then sends itself with the same button.
function sendWhenDone(field, waiting) {
  const form = field.closest('form');
  form?.addEventListener('submit', (event) => {
    if (!waiting.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.scrollIntoView({ block: 'center' });
    const button = event.submitter;
    Promise.all(waiting).then(() => form.requestSubmit(button));
  });
}

for (const field of document.querySelectorAll('[data-upload-url]')) {
  const list = field.querySelector('[data-upload-list]');
  const waiting = new Set();
  for (const input of field.querySelectorAll('input[type=file]')) {
    input.addEventListener('change', () => {
      const files = [...input.files];
      input.value = '';
      // One after the other: a slow line carries one file faster than three at once.
      const sending = files.reduce((before, file) => before.then(() => take(field, list, file)), Promise.resolve());
      waiting.add(sending);
      sending.then(() => waiting.delete(sending));
    });
  }
  sendWhenDone(field, waiting);
}
