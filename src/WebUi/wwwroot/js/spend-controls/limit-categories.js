// @ts-check
import { enableSearch, nameOf } from './picker.js';

const SEPARATOR = ';';

/**
 * Lets the categories of a limit be picked from the same list as everywhere, beside typing their names.
 * @param {HTMLFormElement} form
 */
export function enableLimitCategories(form) {
  const all = form.querySelector('[data-picker=Categories] .picker-list');
  if (!all) return;
  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  /** @type {HTMLInputElement | undefined} */
  let field;
  /** @type {{ search: HTMLInputElement, find(): void } | undefined} */
  let found;

  const boxes = () => /** @type {HTMLInputElement[]} */ ([...(dialog?.querySelectorAll('.picker-list input[type=checkbox]') ?? [])]);

  const make = () => {
    const made = document.createElement('dialog');
    made.className = 'panel pick-dialog';
    made.setAttribute('aria-labelledby', 'pick-title');
    made.innerHTML = '<h2 id="pick-title">Categories for this limit</h2>'
      + '<p class="hint">Leave it empty to apply to all purchases.</p><div data-list></div>'
      + '<div class="row-actions"><button type="button" class="btn btn-primary" data-done>Done</button>'
      + '<button type="button" class="btn btn-text" data-cancel>Cancel</button>'
      + '<span class="text-muted-2" role="status" data-count></span></div>';
    const list = /** @type {HTMLElement} */ (all.cloneNode(true));
    for (const button of list.querySelectorAll('button')) button.remove();
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll('input'))) {
      const { parentElement } = box;
      box.removeAttribute('name');
      box.removeAttribute('id');
      if (parentElement) parentElement.hidden = false;
    }

    made.querySelector('[data-list]')?.append(list);
    document.body.append(made);
    const count = /** @type {HTMLElement} */ (made.querySelector('[data-count]'));
    list.addEventListener('change', () => { count.textContent = `${boxes().filter(({ checked }) => checked).length} selected`; });
    made.querySelector('[data-cancel]')?.addEventListener('click', () => made.close());
    made.querySelector('[data-done]')?.addEventListener('click', () => {
      if (field) {
        field.value = boxes().filter(({ checked }) => checked).map(nameOf).join(SEPARATOR + ' ');
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      }

      made.close();
    });
    dialog = made;
    found = enableSearch(list, 'Search by name or code');
    return made;
  };

  form.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('.limit-pick');
    if (!button) return;
    field = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector('[name=LimitCategories]'));
    const shown = dialog ?? make();
    const typed = field.value.split(SEPARATOR).map((name) => name.trim().toLowerCase()).filter(Boolean);
    for (const box of boxes()) box.checked = typed.includes(nameOf(box).toLowerCase()) || typed.includes(box.value);
    boxes()[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    if (found) {
      found.search.value = '';
      const chosenOnly = /** @type {HTMLInputElement | null} */ (shown.querySelector('.picker-chosen input'));
      if (chosenOnly) chosenOnly.checked = false;
      found.find();
    }

    shown.showModal();
    found?.search.focus();
  });
}
