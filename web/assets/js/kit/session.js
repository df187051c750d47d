// Warns three minutes and one minute before the session ends; "Continua" asks the server for more time.
// Any other request made meanwhile (htmx, a draft that is saved) also lengthens the session: `restart` counts afresh.
// What a page asks by itself (`data-by-itself`: the list of who waits) does not, so that it warns in time all the same.
import { token } from './token.js';

const MINUTE = 60_000;

export function watchSession() {
  const dialog = document.getElementById('session-dialog');
  if (!dialog) return;
  const status = dialog.querySelector('[role=status]');
  const title = document.title;
  const lasts = dialog.dataset.seconds * 1000;
  let timers = [];

  const warn = (text) => {
    if (!dialog.open) dialog.showModal();
    status.textContent = text;
    document.title = `${dialog.dataset.titlePrefix} – ${title}`;
  };
  const leave = () => {
    const next = encodeURIComponent(location.pathname + location.search);
    location.assign(`${dialog.dataset.endedUrl}?next=${next}`);
  };
  const restart = () => {
    timers.forEach(clearTimeout);
    if (dialog.open) dialog.close();
    document.title = title;
    timers = [
      setTimeout(() => warn(status.dataset.three), Math.max(0, lasts - 3 * MINUTE)),
      setTimeout(() => warn(status.dataset.one), Math.max(0, lasts - MINUTE)),
      setTimeout(leave, lasts),
    ];
  };
  const extend = async () => {
    try {
      const answer = await fetch(dialog.dataset.extendUrl, { method: 'POST', headers: { 'X-CSRF-Token': token() } });
      if (answer.ok) restart();
      else leave();
    } catch {
      // No network: the warning stays and the button can be pressed again.
    }
  };
  dialog.querySelector('[data-extend]').addEventListener('click', extend);
  document.addEventListener('htmx:after:request', (event) => {
    if (!(event.target instanceof Element && event.target.matches('[data-by-itself]'))) restart();
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    extend();
  });
  restart();
}
