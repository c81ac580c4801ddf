// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from '../common/errors.js';
import { enableChips } from './chips.js';
import { enableLimitCategories } from './limit-categories.js';
import { markProblem, unmark, unmarkPreviewed } from './field-problems.js';
import { enableLimitRows } from './limit-rows.js';
import { enableSearch } from './picker.js';
import { enableSaveBar } from './save-bar.js';

/** Enhances the spend-control editor: limit rows, choices and a live preview of the impact. Without it, the buttons do the same. */

const form = /** @type {HTMLFormElement | null} */ (document.getElementById('controls'));
const impact = document.getElementById('impact');
const DEBOUNCE = 600;

for (const picker of form?.querySelectorAll('[data-picker]') ?? []) enablePicker(/** @type {HTMLDetailsElement} */ (picker));
if (form && !form.dataset.viewOnly) {
  enableLimitCategories(form);
  enableLimitRows();
  enablePreview(form);
  markChanges(form);
  enableSaveBar(form);
}

/** @param {HTMLDetailsElement} picker */
function enablePicker(picker) {
  const list = /** @type {HTMLElement | null} */ (picker.querySelector('.picker-list'));
  const count = picker.querySelector('[data-picker-count]');
  if (!list || !count) return;
  enableSearch(list, picker.dataset.picker === 'Categories' ? 'Search by name or code' : 'Search by name');
  enableChips(picker, list);
  picker.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== 'Escape') return;
    // The first Escape empties a search.
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value) {
      event.preventDefault();
      target.value = '';
      target.dispatchEvent(new Event('input', { bubbles: true }));
      return;
    }

    picker.open = false;
    picker.querySelector('summary')?.focus();
  });
  const show = () => { count.textContent = `(${list.querySelectorAll('input:checked').length} selected)`; };
  list.addEventListener('change', show);
  show();
  const modes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[name=${picker.dataset.picker}Mode]`)]);
  list.addEventListener('change', () => {
    // What is selected has to count for something.
    const [any, allow] = ['none', 'allow'].map((mode) => modes.find(({ value }) => value === mode));
    if (!any?.checked || !allow || !list.querySelector('input:checked')) return;
    allow.checked = true;
    allow.dispatchEvent(new Event('input', { bubbles: true }));
    allow.dispatchEvent(new Event('change', { bubbles: true }));
  });
  for (const radio of modes) {
    const open = () => {
      const { checked, value } = radio;
      if (checked && value !== 'none' && !list.querySelector('input:checked')) picker.open = true;
    };
    radio.addEventListener('change', open);
    // Somebody may have been quicker than this script.
    open();
  }
}

/** @param {HTMLFormElement} form */
function enablePreview(form) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | undefined} */
  let pending;

  const refresh = async () => {
    if (!impact) return;
    pending?.abort();
    const mine = pending = new AbortController();
    const data = new FormData(form);
    data.set('action', 'preview');
    const sent = new Map([...form.querySelectorAll('input, select')].map(
      (field) => [field, /** @type {HTMLInputElement} */ (field).value]));
    impact.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(form.getAttribute('action') ?? location.href, {
        method: 'POST', body: new URLSearchParams(/** @type {any} */ (data)),
        signal: AbortSignal.any([mine.signal, AbortSignal.timeout(REQUEST_TIMEOUT)]),
        headers: { 'X-Fragment': 'preview', Accept: 'text/html' },
      });
      if (response.redirected) impact.textContent = 'Your session has ended. Sign in again: what you changed here is kept in this tab.';
      else if (response.ok || response.status === 400) {
        impact.innerHTML = await response.text();
        const problems = /** @type {HTMLElement[]} */ ([...impact.querySelectorAll('[data-field]')]);
        unmarkPreviewed(form, problems);
        for (const problem of problems) markProblem(problem, sent);
        form.dispatchEvent(new CustomEvent('previewed'));
      }
      else impact.textContent = 'The preview is not available right now. You can still save.';
    } catch (problem) {
      if (mine.signal.aborted) return;
      impact.textContent = PORTAL_UNREACHABLE;
    }

    impact.removeAttribute('aria-busy');
  };

  const refreshSoon = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const name = field.name ?? '';
    // Nothing of these is previewed.
    if (field.type === 'search' || name === 'Reason' || name.startsWith('Template')) return;
    // What was wrong with the field was said of what stood there before.
    if (field.getAttribute('aria-invalid') === 'true') unmark(field);
    // What is wrong with a choice of many is said of them all.
    if (name.startsWith('Categories') || name.startsWith('Countries')) {
      document.getElementById(`problem-${name.startsWith('Categories') ? 'Categories' : 'Countries'}`)?.remove();
    }

    // What is on its way tells of what stood there before.
    pending?.abort();
    impact?.setAttribute('aria-busy', 'true');
    clearTimeout(timer);
    timer = setTimeout(refresh, DEBOUNCE);
  };
  form.addEventListener('input', refreshSoon);
  document.getElementById('preview')?.addEventListener('click', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void refresh();
  });
}

/**
 * With many cards, touching a part means that it is to be changed.
 * @param {HTMLFormElement} form
 */
function markChanges(form) {
  form.addEventListener('input', (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.type === 'search' || target.name === 'Change') return;
    const box = target.closest('section')?.querySelector('input[name=Change]');
    if (box) /** @type {HTMLInputElement} */ (box).checked = true;
  }, { capture: true });

  const told = form.querySelector('[data-parts]');
  const show = () => {
    const parts = form.querySelectorAll('input[name=Change]:checked').length;
    if (told) told.textContent = `${form.dataset.bulk}, ${parts === 0 ? 'no change yet' : parts === 1 ? '1 part' : `${parts} parts`}`;
  };
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  show();
}

export {};
