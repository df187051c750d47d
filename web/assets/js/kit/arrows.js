// In a grid of links (a table with data-arrows) the arrows go from one to the next: up and down within a column, left and
// right between columns, as the eye sees them. Tab goes on working as always, and without this script everything does.
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

const columnsOf = (table) => [...table.querySelectorAll('thead th')].map((head, at) => [
  ...head.querySelectorAll('a'),
  ...[...table.querySelectorAll('tbody tr')].flatMap((row) => [...(row.cells[at]?.querySelectorAll('a') ?? [])]),
]);

const middleOf = (link) => {
  const box = link.getBoundingClientRect();
  return box.top + box.height / 2;
};

const nearest = (links, height) =>
  links.reduce((best, link) => (Math.abs(middleOf(link) - height) < Math.abs(middleOf(best) - height) ? link : best));

function beside(columns, at, step, height) {
  for (let next = at + step; next >= 0 && next < columns.length; next += step) {
    if (columns[next].length) return nearest(columns[next], height);
  }
  return null;
}

function onKey(event) {
  const link = event.target.closest('table[data-arrows] a');
  const step = STEPS[event.key];
  if (!link || !step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const columns = columnsOf(link.closest('table'));
  const at = columns.findIndex((links) => links.includes(link));
  const [across, down] = step;
  const turned = document.documentElement.dir === 'rtl' ? -across : across;
  const target = down ? columns[at][columns[at].indexOf(link) + down] : beside(columns, at, turned, middleOf(link));
  if (!target) return;
  target.focus();
  event.preventDefault();
}

export function moveWithArrows() {
  document.addEventListener('keydown', onKey);
}
