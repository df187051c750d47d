// Small manners of every page: menus that close, dialogs that open, forms that are sent once, the error summary in focus.

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.ss-language[open]')) {
    if (menu !== except) menu.open = false;
  }
}

function openDialog(event) {
  const opener = event.target.closest?.('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (!dialog?.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  dialog.showModal();
}

// A second press on the same button while the first is on its way is dropped; coming back to the page allows it again.
function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog' || form.method === 'get') return;
  if (form.dataset.sent) event.preventDefault();
  else {
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  }
}

export function mindThePage() {
  document.documentElement.classList.add('js');
  document.getElementById('error_summary')?.focus();
  document.addEventListener('click', (event) => {
    closeMenus(event.target.closest('details.ss-language'));
    openDialog(event);
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && closeMenus());
  document.addEventListener('submit', sendOnce);
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
}
