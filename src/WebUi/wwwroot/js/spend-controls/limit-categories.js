// @ts-check
import { enableSearch, nameOf } from './picker.js';

const SEPARATOR = ';';
const ALL = 'All purchases';

/**
 * Lets the categories of a limit be picked from the same list as everywhere, and shows them as chips. What is picked is written into the
 * field that holds their names, which is all there is without this script.
 * @param {HTMLFormElement} form
 */
export function enableLimitCategories(form) {
  const rows = document.getElementById('limit-rows');
  const spare = /** @type {HTMLTemplateElement | null} */ (document.getElementById('category-choices'));
  const all = form.querySelector('[data-picker=Categories] .picker-list') ?? spare?.content.firstElementChild;
  if (!rows || !all) return;
  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  /** @type {HTMLInputElement | undefined} */
  let field;
  /** @type {{ search: HTMLInputElement, find(): void } | undefined} */
  let found;

  const boxes = () => /** @type {HTMLInputElement[]} */ ([...(dialog?.querySelectorAll('.picker-list input[type=checkbox]') ?? [])]);
  const namesIn = (/** @type {HTMLInputElement} */ { value }) => value.split(SEPARATOR).map((name) => name.trim()).filter(Boolean);
  const write = (/** @type {HTMLInputElement} */ into, /** @type {string[]} */ names) => {
    into.value = names.join(SEPARATOR + ' ');
    for (const name of ['input', 'change']) into.dispatchEvent(new Event(name, { bubbles: true }));
  };

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
      if (field) write(field, boxes().filter(({ checked }) => checked).map(nameOf));
      made.close();
    });
    dialog = made;
    found = enableSearch(list, 'Search by name or code');
    return made;
  };

  const open = (/** @type {HTMLInputElement} */ of) => {
    field = of;
    const shown = dialog ?? make();
    const typed = namesIn(field).map((name) => name.toLowerCase());
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
  };

  const show = () => {
    for (const [i, row] of [...rows.children].entries()) {
      const input = /** @type {HTMLInputElement | null} */ (row.querySelector('[name=LimitCategories]'));
      if (!input) continue;
      // What cannot be read stays where it was typed.
      const isReadable = input.getAttribute('aria-invalid') !== 'true';
      input.hidden = isReadable;
      const group = /** @type {HTMLElement} */ (input.parentElement);
      const pick = /** @type {HTMLButtonElement | null} */ (row.querySelector('.limit-pick'));
      if (!pick) continue;
      const names = namesIn(input);
      const what = names.length === 0 ? ALL : names.length === 1 ? names[0] : `${names.length} categories`;
      pick.id = `LimitPick-${i}`;
      pick.hidden = false;
      pick.textContent = isReadable ? what : 'Choose';
      pick.classList.toggle('form-select', isReadable);
      pick.setAttribute('aria-label', `Limit ${i + 1} applies to: ${what}`);
      row.querySelector('label[for^=LimitCategories-], label[for^=LimitPick-]')
        ?.setAttribute('for', isReadable ? pick.id : `LimitCategories-${i}`);
      let chips = row.querySelector('.limit-chips');
      if (!chips) {
        chips = document.createElement('ul');
        chips.className = 'chips picked limit-chips';
        chips.setAttribute('aria-label', 'Categories of this limit');
        group.after(chips);
      }

      chips.toggleAttribute('hidden', names.length < 2 || !isReadable);
      chips.replaceChildren(...names.map((name) => {
        const chip = document.createElement('button');
        chip.type = 'button';
        chip.className = 'chip';
        chip.setAttribute('aria-label', `Remove ${name}`);
        chip.innerHTML = '<svg class="i" aria-hidden="true"><use href="/icons.svg#x"/></svg>';
        chip.prepend(name + ' ');
        chip.addEventListener('click', () => {
          write(input, namesIn(input).filter((other) => other !== name));
          pick.focus();
        });
        const item = document.createElement('li');
        item.append(chip);
        return item;
      }));
    }
  };

  form.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('.limit-pick');
    if (!button) return;
    open(/** @type {HTMLInputElement} */ (button.parentElement?.querySelector('[name=LimitCategories]')));
  });
  rows.addEventListener('rows', show);
  rows.addEventListener('change', ({ target }) => {
    if (/** @type {HTMLInputElement} */ (target).name === 'LimitCategories') show();
  });
  // A draft that is put back says so with this alone.
  form.addEventListener('input', ({ target }) => {
    if (target === form) show();
  });
  form.addEventListener('previewed', show);
  show();
}
