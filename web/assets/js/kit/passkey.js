// Passkeys: a form with data-passkey asks the browser for one, puts the answer into its hidden field and is sent.
import { token } from './token.js';

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const withBytes = (keys) => (keys ?? []).map((key) => ({ ...key, id: toBytes(key.id) }));

function understood(options) {
  const found = { ...options, challenge: toBytes(options.challenge) };
  if (options.user) found.user = { ...options.user, id: toBytes(options.user.id) };
  if (options.excludeCredentials) found.excludeCredentials = withBytes(options.excludeCredentials);
  if (options.allowCredentials) found.allowCredentials = withBytes(options.allowCredentials);
  return found;
}

function told(credential) {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  return JSON.stringify({ id: credential.id, rawId: toText(credential.rawId), type: credential.type, response, clientExtensionResults: {} });
}

async function ask(form) {
  const answer = await fetch(form.dataset.optionsUrl, { method: 'POST', headers: { 'X-CSRF-Token': token(), Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const publicKey = understood(await answer.json());
  const credential = await (form.dataset.passkey === 'create' ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
  form.elements.answer.value = told(credential);
  form.requestSubmit();
}

function say(form, text) {
  const problem = form.querySelector('[data-passkey-problem]');
  problem.textContent = text;
  problem.hidden = !text;
}

// Must listen before anything else that hears forms being sent: what is stopped here is not sent yet.
export function usePasskeys() {
  const forms = document.querySelectorAll('form[data-passkey]');
  for (const form of window.PublicKeyCredential ? [] : forms) {
    say(form, form.dataset.textUnsupported);
    form.querySelector('button[type=submit]').disabled = true;
  }
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.passkey || form.elements.answer.value) return;
    event.preventDefault();
    say(form, '');
    ask(form).catch(() => say(form, form.dataset.textFailed));
  });
  addEventListener('pageshow', () => {
    for (const form of forms) form.elements.answer.value = '';
  });
}
