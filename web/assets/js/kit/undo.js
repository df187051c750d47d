// The line that offers to undo goes away by itself after its seconds, but not while somebody is on it.
function watch(toast) {
  let timer;
  const count = () => {
    clearTimeout(timer);
    timer = setTimeout(() => toast.remove(), toast.dataset.seconds * 1000);
  };
  for (const name of ['mouseenter', 'focusin']) toast.addEventListener(name, () => clearTimeout(timer));
  for (const name of ['mouseleave', 'focusout']) toast.addEventListener(name, count);
  toast.dataset.watched = 'yes';
  count();
}

const watchNew = () => document.querySelectorAll('.bo-toast[data-seconds]:not([data-watched])').forEach(watch);

export function clearToasts() {
  watchNew();
  document.addEventListener('htmx:after:swap', watchNew);
}
