// @ts-check
import { REQUEST_TIMEOUT } from './errors.js';

/**
 * Opens a page that asks something as a dialog over this one. The page is the same: without this, or where it cannot be read, it is gone
 * to, and what its form answers is a page again.
 */
let isOpening = false;

document.addEventListener('click', (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[data-dialog]'));
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (isOpening) return;
  isOpening = true;
  link.classList.add('is-busy');
  void open(link).finally(() => {
    isOpening = false;
    link.classList.remove('is-busy');
  });
});

/** @param {HTMLAnchorElement} link */
async function open(link) {
  try {
    const answer = await fetch(link.href, {
      headers: { Accept: 'text/html', 'X-Fragment': 'dialog' }, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    const asked = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    const form = asked?.querySelector('form[method=post]');
    if (!answer.ok || answer.redirected || !asked || !form) return location.assign(link.href);
    show(link, asked, /** @type {HTMLFormElement} */ (form));
  } catch {
    location.assign(link.href);
  }
}

/** @param {HTMLAnchorElement} link @param {HTMLElement} asked @param {HTMLFormElement} form */
function show(link, asked, form) {
  const dialog = document.createElement('dialog');
  dialog.className = 'panel asked';
  for (const extra of asked.querySelectorAll('nav, script, #done')) extra.remove();
  // The page under it may have the same ids.
  for (const field of asked.querySelectorAll('[id]')) {
    const old = field.id;
    field.id = 'asked-' + old;
    for (const label of asked.querySelectorAll(`label[for="${CSS.escape(old)}"]`)) label.setAttribute('for', field.id);
  }

  for (const field of asked.querySelectorAll('[aria-describedby]')) {
    field.setAttribute('aria-describedby', (field.getAttribute('aria-describedby') ?? '').replace(/\S+/g, 'asked-$&'));
  }

  form.classList.remove('panel', 'narrow');
  if (!form.getAttribute('action')) form.action = link.href;
  const title = asked.querySelector('h1');
  if (title) {
    const heading = document.createElement('h2');
    heading.id = 'asked-title';
    heading.append(...title.childNodes);
    title.replaceWith(heading);
    dialog.setAttribute('aria-labelledby', heading.id);
  }

  dialog.append(...asked.childNodes);
  // Whoever marks text and lets go outside has not pressed there.
  let isPressedOutside = false;
  const isOutside = (/** @type {MouseEvent} */ { clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  };
  dialog.addEventListener('pointerdown', (event) => { isPressedOutside = isOutside(event); });
  dialog.addEventListener('click', (event) => {
    const { target } = event;
    const back = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest('a'));
    if ((target === dialog && isPressedOutside && isOutside(event)) || (back && new URL(back.href).pathname === location.pathname)) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    (link.closest('details')?.querySelector('summary') ?? link).focus();
  });
  const menu = link.closest('details');
  if (menu) menu.open = false;
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector('input:not([type=hidden]), textarea, button'))?.focus();
}

export {};
