// The screen of a waiting room says each new number aloud, once in each of its languages. Browsers speak only after
// somebody has touched the page once; without a voice, or without scripts, the number is there to be read.
let spoken = new Set();
let number = null;

function announce() {
  const board = document.querySelector('[data-announce]');
  if (!board || !('speechSynthesis' in window)) return;
  if (board.dataset.announceNumber !== number) {
    number = board.dataset.announceNumber;
    spoken = new Set();
  }
  if (spoken.has(board.lang)) return;
  spoken.add(board.lang);
  const words = new SpeechSynthesisUtterance(board.dataset.announce);
  words.lang = board.lang;
  speechSynthesis.speak(words);
}

export function announceNumbers() {
  if (!document.querySelector('[data-by-itself]')) return;
  announce();
  document.addEventListener('htmx:after:swap', announce);
}
