// @ts-check

/** Adds and removes rows of limits without asking the server. */
export function enableLimitRows() {
  const rows = document.getElementById('limit-rows');
  const note = document.getElementById('default-limit');
  if (!rows) return;

  const renumber = () => {
    [...rows.children].forEach((row, i) => {
      row.setAttribute('aria-label', `Limit ${i + 1}`);
      for (const name of ['LimitAmount', 'LimitInterval', 'LimitCategories']) {
        const field = /** @type {HTMLElement | null} */ (row.querySelector(`[name=${name}]`));
        row.querySelector(`label[for^=${name}-]`)?.setAttribute('for', `${name}-${i}`);
        if (field) field.id = `${name}-${i}`;
      }

      const remove = row.querySelector('.limit-remove');
      remove?.setAttribute('value', `remove-limit-${i}`);
      remove?.setAttribute('aria-label', `Remove limit ${i + 1}`);
    });
    if (note) note.hidden = rows.children.length > 0;
    rows.dispatchEvent(new CustomEvent('rows'));
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

  renumber();
}
