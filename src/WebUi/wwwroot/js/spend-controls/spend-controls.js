// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from '../common/errors.js';
import { enableChips } from './chips.js';
import { enableLimitCategories } from './limit-categories.js';
import { markProblem, unmark, unmarkPreviewed } from './field-problems.js';
import { enableSearch } from './picker.js';
import { enableSaveBar } from './save-bar.js';

/** Enhances the spend-control editor: limit rows, choices and a live preview of the impact. Without it, the buttons do the same. */

const form = /** @type {HTMLFormElement | null} */ (document.getElementById('controls'));
const impact = document.getElementById('impact');
const DEBOUNCE = 600;

for (const picker of form?.querySelectorAll('[data-picker]') ?? []) enablePicker(/** @type {HTMLDetailsElement} */ (picker));
if (form && !form.dataset.viewOnly) {
  enableRows(form);
  enableLimitCategories(form);
  enablePreview(form);
  markChanges(form);
  enableSaveBar(form);
}

/** @param {HTMLFormElement} form */
function enableRows(form) {
  const rows = document.getElementById('limit-rows');
  const note = document.getElementById('default-limit');
  if (!rows) return;

  const renumber = () => {
    [...rows.children].forEach((row, i) => {
      row.setAttribute('aria-label', `Limit ${i + 1}`);
      for (const name of ['LimitAmount', 'LimitInterval', 'LimitCategories']) {
        const field = row.querySelector(`[name=${name}]`);
        row.querySelector(`label[for^=${name}-]`)?.setAttribute('for', `${name}-${i}`);
        if (field) field.id = `${name}-${i}`;
      }

      const remove = row.querySelector('.limit-remove');
      remove?.setAttribute('value', `remove-limit-${i}`);
      remove?.setAttribute('aria-label', `Remove limit ${i + 1}`);
      row.querySelector('.limit-pick')?.setAttribute('aria-label', `Choose categories of limit ${i + 1}`);
    });
    if (note) note.hidden = rows.children.length > 0;
  };

  rows.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('.limit-remove');
    if (!button) return;
    event.preventDefault();
    button.closest('.limit-row')?.remove();
    renumber();
    document.getElementById('add-limit')?.focus();
    rows.dispatchEvent(new Event('input', { bubbles: true }));
  });

  document.getElementById('add-limit')?.addEventListener('click', (event) => {
    const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById('limit-row'));
    if (!template) return;
    event.preventDefault();
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    rows.append(row);
    renumber();
    row.querySelector('input')?.focus();
  });

  // Choosing from the list of names completes the last one of several.
  rows.addEventListener('change', (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.name === 'LimitCategories') input.value = input.value.split(';').map((part) => part.trim()).filter(Boolean).join('; ');
  });
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
  for (const radio of document.querySelectorAll(`input[name=${picker.dataset.picker}Mode]`)) {
    const open = () => {
      const { checked, value } = /** @type {HTMLInputElement} */ (radio);
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
}

export {};
