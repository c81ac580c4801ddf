// @ts-check

/** Lets one choose all cards of the page at once, and says how many are chosen. */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('cards'));
const button = form?.querySelector('button[type=submit]');
if (form && button instanceof HTMLButtonElement) {
  const label = button.textContent ?? '';
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[name=card]')]);
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'form-check-input';
  all.setAttribute('aria-label', 'Choose all cards of this page');
  form.querySelector('thead th')?.replaceChildren(all);

  const show = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    button.disabled = chosen === 0;
    button.textContent = chosen === 0 ? label : `Edit spend controls of ${chosen} ${chosen === 1 ? 'card' : 'cards'}`;
  };
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
  });
  form.addEventListener('change', show);
  addEventListener('pageshow', show);
  show();
}

export {};
