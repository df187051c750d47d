// Keys of the operators' site. Single letters can be switched off (WCAG 2.1.4) and never act inside a field or a dialog.
const SWITCH = 'single-keys';

const rows = () => [...document.querySelectorAll('.bo-row')];
const allowed = () => localStorage.getItem(SWITCH) !== 'off';

function move(step) {
  const all = rows();
  if (!all.length) return;
  const here = all.findIndex((row) => row === document.activeElement);
  const from = here >= 0 ? here : all.findIndex((row) => row.hasAttribute('aria-current'));
  all[Math.max(0, Math.min(all.length - 1, from + step))].focus();
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  target?.click();
  return Boolean(target);
}

function onKey(event) {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && key === 'k') {
    event.preventDefault();
    document.getElementById('command-dialog')?.showModal();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !allowed()) return;
  if (event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
  const acts = { j: () => move(1), k: () => move(-1), '?': () => document.getElementById('keys-dialog')?.showModal() };
  if (acts[key]) acts[key]();
  else if (!press(key)) return;
  event.preventDefault();
}

export function listenToKeys() {
  document.addEventListener('keydown', onKey);
  for (const box of document.querySelectorAll('[data-single-keys]')) {
    box.checked = allowed();
    box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
  }
  // The row that was opened is the current one, before the server draws the list again.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('.bo-row');
    if (!row || event.ctrlKey || event.metaKey) return;
    for (const other of rows()) other.removeAttribute('aria-current');
    row.setAttribute('aria-current', 'true');
  });
}
