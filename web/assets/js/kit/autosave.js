// Keeps what is typed when the person leaves without pressing a button: form[data-autosave="<address>"].
// Sent as an ordinary form post when the page is hidden, only if something has changed. Files are not sent.
// Where htmx saves while somebody types, pressing a button stops it: a save that comes after the button would be refused.
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    let changed = false;
    let sent = false;
    form.addEventListener('input', () => (changed = true));
    form.addEventListener('submit', () => {
      changed = false;
      sent = true;
      form.dispatchEvent(new CustomEvent('htmx:abort'));
    });
    form.addEventListener('htmx:before:request', (event) => {
      if (sent && event.target === form) event.preventDefault();
    });
    window.addEventListener('pageshow', () => (sent = false)); // back from the next page, as the browser kept this one
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'hidden' || !changed) return;
      const answers = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      if (navigator.sendBeacon(form.dataset.autosave, new URLSearchParams(answers))) changed = false;
    });
  }
}
