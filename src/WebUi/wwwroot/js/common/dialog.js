// @ts-check
import { keepDraft, keyOf, markSent } from './draft-keys.js';
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
  const asked = await read(link.href);
  if (asked) show(link, asked, link.href);
  else location.assign(link.href);
}

/** Where a form is sent to; a button called "action" would stand where the form's own does. @param {HTMLFormElement} form */
const addressOf = (form) => new URL(form.getAttribute('action') ?? location.href, location.href).href;

/**
 * What the page at the address asks; nothing where it asks nothing, or cannot be read.
 * @param {string} address @param {RequestInit} [request]
 */
export async function read(address, request = {}) {
  try {
    const answer = await fetch(address, {
      ...request, headers: { Accept: 'text/html', 'X-Fragment': 'dialog' }, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    const asked = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    // What is wrong with the fields is told beside them.
    const isRead = (answer.ok || answer.status === 400) && !answer.redirected;
    return isRead && asked?.querySelector('form[method=post], form[data-dialog]') ? asked : null;
  } catch {
    return null;
  }
}

/**
 * Makes the page's content the dialog's.
 * @param {HTMLDialogElement} dialog @param {HTMLElement} asked @param {string} address
 */
function fill(dialog, asked, address) {
  const form = /** @type {HTMLFormElement} */ (asked.querySelector('form[method=post], form[data-dialog]'));
  for (const extra of asked.querySelectorAll('nav, script, #done')) extra.remove();
  // The page under it may have the same ids.
  for (const field of asked.querySelectorAll('[id]')) {
    const old = field.id;
    field.id = 'asked-' + old;
    for (const label of asked.querySelectorAll(`label[for="${CSS.escape(old)}"]`)) label.setAttribute('for', field.id);
  }

  for (const name of ['aria-describedby', 'aria-labelledby']) {
    for (const field of asked.querySelectorAll(`[${name}]`)) {
      field.setAttribute(name, (field.getAttribute(name) ?? '').replace(/\S+/g, 'asked-$&'));
    }
  }

  form.classList.remove('panel', 'narrow');
  for (const each of asked.querySelectorAll('form')) if (!each.getAttribute('action')) each.setAttribute('action', address);
  const title = asked.querySelector('h1');
  if (title) {
    const heading = document.createElement('h2');
    heading.id = 'asked-title';
    heading.append(...title.childNodes);
    title.replaceWith(heading);
    dialog.setAttribute('aria-labelledby', heading.id);
  }

  dialog.replaceChildren(...asked.childNodes);
  if ((form.getAttribute('method') ?? 'get') !== 'get') {
    // Where the session has ended meanwhile, the page of the form is what comes after signing in.
    if (form.dataset.draft) form.addEventListener('submit', () => {
      const key = keyOf(form, new URL(addressOf(form)).pathname);
      keepDraft(key, form);
      markSent(key);
    });
    return;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(dialog, form);
  });
}

/**
 * A form that only asks is answered in the dialog.
 * @param {HTMLDialogElement} dialog @param {HTMLFormElement} form
 */
async function answer(dialog, form) {
  const { origin, pathname } = new URL(addressOf(form));
  const values = /** @type {[string, string][]} */ ([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const address = `${origin}${pathname}?${new URLSearchParams(values)}`;
  const button = form.querySelector('button[type=submit]');
  if (button?.getAttribute('aria-busy') === 'true') return;
  button?.setAttribute('aria-busy', 'true');
  const asked = await read(address);
  if (!dialog.open) return;
  if (!asked) return location.assign(address);
  fill(dialog, asked, address);
  const told = /** @type {HTMLElement | null} */ (dialog.querySelector('[aria-invalid=true], [data-answer]'));
  told?.focus();
}

/** @param {HTMLElement} opener @param {HTMLElement} asked @param {string} address */
export function show(opener, asked, address) {
  const dialog = document.createElement('dialog');
  dialog.className = 'panel asked';
  fill(dialog, asked, address);
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
    (opener.closest('details')?.querySelector('summary') ?? opener).focus();
  });
  const menu = opener.closest('details');
  if (menu) menu.open = false;
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector('input:not([type=hidden]), textarea, button'))?.focus();
  return dialog;
}
