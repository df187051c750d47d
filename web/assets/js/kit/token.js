// The token that proves a request comes from our own page: sent as a header by htmx and by our own requests.
export const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? '';

export function giveTokenToHtmx() {
  document.addEventListener('htmx:config:request', (event) => {
    const request = event.detail?.ctx?.request;
    if (request) request.headers['X-CSRF-Token'] = token();
  });
}
