// @ts-check
import { nameOf } from './picker.js';

/**
 * Shows what is chosen as chips above the list, each of which takes itself away again; what was taken away can be put back until it is
 * saved.
 * @param {HTMLDetailsElement} picker
 * @param {HTMLElement} list
 */
export function enableChips(picker, list) {
  const chips = document.createElement('ul');
  chips.className = 'chips picked';
  chips.setAttribute('aria-label', `${picker.dataset.picker} chosen`);
  picker.before(chips);
  const boxes = /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll('input[type=checkbox]')]);

  const show = () => {
    chips.replaceChildren(...boxes.filter(({ checked, defaultChecked }) => checked || defaultChecked).map((box) => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = box.checked ? box.defaultChecked ? 'chip' : 'chip is-new' : 'chip is-gone';
      chip.setAttribute('aria-label', `${box.checked ? 'Remove' : 'Put back'} ${nameOf(box)}`);
      chip.innerHTML = '<svg class="i" aria-hidden="true"><use href="/icons.svg#' + (box.checked ? 'x' : 'undo') + '"/></svg>';
      chip.prepend(nameOf(box) + ' ');
      chip.addEventListener('click', () => {
        const at = [...chips.querySelectorAll('button')].indexOf(chip);
        box.checked = !box.checked;
        for (const name of ['input', 'change']) box.dispatchEvent(new Event(name, { bubbles: true }));
        const left = chips.querySelectorAll('button');
        (left[Math.min(at, left.length - 1)] ?? picker.querySelector('summary'))?.focus();
      });
      const item = document.createElement('li');
      item.append(chip);
      return item;
    }));
    chips.hidden = chips.childElementCount === 0;
  };

  list.addEventListener('change', show);
  // A draft that is put back says so with this alone.
  picker.closest('form')?.addEventListener('input', ({ target }) => {
    if (target === picker.closest('form')) show();
  });
  // What is chosen is seen in the chips; the list is opened to choose more.
  if (boxes.some(({ checked }) => checked)) picker.open = false;
  show();
}
