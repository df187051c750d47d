// The command palette: a combobox over a list box of two groups. The places to go are filtered here; people and cases
// come from the server by htmx into #command_results (rows: li[role=option][data-href]).
export function runCommands() {
  const dialog = document.getElementById('command-dialog');
  const input = document.getElementById('command-input');
  const list = document.getElementById('command-list');
  const places = document.getElementById('command-places');
  if (!dialog || !input || !list) return;
  const all = () => [...list.querySelectorAll('[role=option]')];
  const shown = () => all().filter((option) => !option.hidden);

  const choose = (option) => {
    for (const other of all()) other.setAttribute('aria-selected', other === option);
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.id ||= `command-${all().indexOf(option)}`;
    input.setAttribute('aria-activedescendant', option.id);
    return option.scrollIntoView({ block: 'nearest' });
  };
  const filter = () => {
    const words = input.value.trim().toLowerCase();
    for (const option of places.children) option.hidden = !option.textContent.toLowerCase().includes(words);
    choose(shown()[0]);
  };
  const go = (option) => option?.dataset.href && location.assign(option.dataset.href);

  input.addEventListener('input', filter);
  dialog.addEventListener('htmx:after:swap', () => choose(shown()[0]));
  list.addEventListener('click', (event) => go(event.target.closest('[role=option]')));
  input.addEventListener('keydown', (event) => {
    const options = shown();
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(options.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % options.length));
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      go(options[at]);
    }
  });
}
