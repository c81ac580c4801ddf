// @ts-check

/** Closes an open menu when something outside of it is chosen, and on Escape; the arrow keys go through its items. */
const openMenus = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details:is(.menu, .filter-more)[open]'));

document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(/** @type {Node} */ (target))) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  const { key } = event;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const menu = /** @type {HTMLDetailsElement | null | undefined} */ (document.activeElement?.closest('details.menu'));
    if (!menu || document.activeElement instanceof HTMLInputElement) return;
    event.preventDefault();
    menu.open = true;
    const all = /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll('.menu-items :is(a, button)'));
    const items = [...all].filter((item) => item.checkVisibility());
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = at < 0 ? (key === 'ArrowDown' ? 0 : items.length - 1) : at + (key === 'ArrowDown' ? 1 : -1);
    items[(next + items.length) % items.length]?.focus();
    return;
  }

  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

/** Finds an account among many by its name. */
const filter = /** @type {HTMLInputElement | null} */ (document.querySelector('#account-switcher [data-filter]'));
if (filter) {
  filter.hidden = false;
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#account-switcher a'))) {
      link.hidden = !link.textContent?.toLowerCase().includes(wanted);
    }
  });
}
