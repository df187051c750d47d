// The page between us and an identity provider goes on by itself; without this file people press its button.
const way = document.querySelector('[data-leave]');
if (way?.tagName === 'FORM') way.requestSubmit ? way.requestSubmit() : way.submit();
else if (way) location.replace(way.href);
