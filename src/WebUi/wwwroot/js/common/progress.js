// @ts-check

/**
 * Shows, while an answer is on its way, that it is: on a slow line a click would seem to do nothing. What was sent is not sent again by a
 * second click; the server would answer it like the first.
 */
const root = document.documentElement;

// On the window, so after all other listeners, which may have taken the click or the form for themselves.
addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href]'));
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || isFile(link.pathname)) return;
  // A place on this very page is there already.
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  root.setAttribute('data-loading', '');
});

addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  // A button may be called "action" or "method", and then stands where the form's own would.
  const method = form.getAttribute('method') ?? 'get';
  if (event.defaultPrevented || method === 'dialog') return;
  if (form.hasAttribute('data-sent')) {
    event.preventDefault();
    return;
  }

  if (!isFile(new URL(form.getAttribute('action') || location.href, location.href).pathname)) root.setAttribute('data-loading', '');
  if (method !== 'post') return;
  form.setAttribute('data-sent', '');
  const button = event.submitter;
  button?.classList.add('is-busy');
  button?.setAttribute('aria-disabled', 'true');
});

// Who was asked whether to leave the page, and stayed, goes on working on it.
for (const name of ['pointerdown', 'keydown']) addEventListener(name, () => root.removeAttribute('data-loading'));

// Back from the cache of the browser, the page may be used again.
addEventListener('pageshow', () => {
  root.removeAttribute('data-loading');
  for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent');
  for (const button of document.querySelectorAll('.is-busy')) {
    button.classList.remove('is-busy');
    button.removeAttribute('aria-disabled');
  }
});

/** What is downloaded leaves the page where it is. @param {string} path */
const isFile = (path) => path.endsWith('.csv');

export {};
