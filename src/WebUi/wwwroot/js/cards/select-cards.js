// @ts-check

/** Selects every card of the page at once and counts the selected ones. */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('cards'));
const button = form?.querySelector('button[type=submit]');
if (form && button instanceof HTMLButtonElement) {
  const label = button.textContent ?? '';
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[name=card]')]);
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'form-check-input';
  all.setAttribute('aria-label', 'Select every card on this page');
  form.querySelector('thead th')?.replaceChildren(all);

  const show = () => {
    const selected = boxes().filter((box) => box.checked).length;
    all.checked = selected > 0 && selected === boxes().length;
    all.indeterminate = selected > 0 && !all.checked;
    button.disabled = selected === 0;
    button.textContent = selected === 0 ? label : `Edit spend controls of ${selected} ${selected === 1 ? 'card' : 'cards'}`;
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
