// What is shown once can be printed or copied.
export function keepWhatIsShownOnce() {
  document.addEventListener('click', async (event) => {
    if (event.target.closest?.('[data-print]')) print();
    const copier = event.target.closest?.('[data-copy]');
    if (!copier) return;
    const source = document.getElementById(copier.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value);
      copier.textContent = copier.dataset.textDone;
    } catch {
      source.select();
    }
  });
}
