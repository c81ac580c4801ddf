// @ts-check

/** Closes an open menu when something outside of it is chosen, and on Escape. */
const openMenus = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details:is(.menu, .filter-more)[open]'));

document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(/** @type {Node} */ (target))) menu.open = false;
});

document.addEventListener('keydown', ({ key }) => {
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
