// Keeps the draft when the person leaves a step without pressing a button: form[data-autosave="<address>"].
// Sent as an ordinary form post when the page is hidden, only if something has changed. Files are not sent.
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    let changed = false;
    form.addEventListener('input', () => (changed = true));
    form.addEventListener('submit', () => (changed = false));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'hidden' || !changed) return;
      const answers = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      if (navigator.sendBeacon(form.dataset.autosave, new URLSearchParams(answers))) changed = false;
    });
  }
}
