// @ts-check

/**
 * What a choice is called, without the code that stands beside it.
 * @param {HTMLInputElement} box
 */
export const nameOf = (box) => [...(box.parentElement?.childNodes ?? [])]
  .filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent ?? '').join('').trim();

/**
 * Makes a long list of check boxes easy to choose from: a search, the chosen ones alone, and whole groups.
 * @param {HTMLElement} list
 * @param {string} placeholder
 * @returns {{ search: HTMLInputElement, find(): void }}
 */
export function enableSearch(list, placeholder) {
  const search = document.createElement('input');
  search.type = 'search';
  search.className = 'form-control picker-search';
  search.placeholder = placeholder;
  search.setAttribute('aria-label', placeholder);
  list.before(search);

  const nothing = document.createElement('p');
  nothing.className = 'hint';
  nothing.setAttribute('role', 'status');
  const onlyChosen = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'form-check-input';
  onlyChosen.append(box, ' Selected only');
  onlyChosen.className = 'picker-chosen';
  list.before(onlyChosen);
  list.after(nothing);
  const labels = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('label')]);

  // What begins with it stands first, then what has a word that does, then what has it inside.
  const rankOf = (/** @type {HTMLElement} */ label, /** @type {string} */ wanted) => {
    const text = label.dataset.find ?? '';
    const at = text.indexOf(wanted);
    return at < 0 ? 0 : at === 0 ? 3 : text.includes(' ' + wanted) ? 2 : 1;
  };

  const find = () => {
    const wanted = search.value.trim().toLowerCase();
    let best = 0;
    for (const label of labels) {
      const rank = rankOf(label, wanted);
      label.hidden = rank === 0 || (box.checked && !label.querySelector('input')?.checked);
      if (!label.hidden) best = Math.max(best, rank);
      // Of those that match as well, the shortest is nearest to what was typed.
      label.style.order = wanted ? String((3 - rank) * 1000 + (label.dataset.find ?? '').length) : '';
    }

    // While something begins with what was typed, what only has it somewhere inside is in the way.
    if (wanted && best > 1) for (const label of labels) if (rankOf(label, wanted) === 1) label.hidden = true;
    list.classList.toggle('is-searched', wanted !== '');
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('fieldset'))) {
      group.hidden = !group.querySelector('label:not([hidden])');
    }

    const found = labels.filter((label) => !label.hidden).length;
    nothing.textContent = found > 0 ? '' : wanted ? `Nothing matches “${search.value.trim()}”.` : 'Nothing is chosen yet.';
  };

  search.addEventListener('input', (event) => {
    // A search is no change of the form.
    event.stopPropagation();
    find();
  });
  box.addEventListener('input', (event) => event.stopPropagation());
  box.addEventListener('change', (event) => {
    event.stopPropagation();
    find();
  });
  search.addEventListener('keydown', (event) => {
    // Enter in the search must not send the form.
    if (event.key === 'Enter') event.preventDefault();
  });

  for (const group of list.querySelectorAll('fieldset')) {
    const legend = group.querySelector('legend');
    if (!legend || legend.classList.contains('visually-hidden')) continue;
    const whole = document.createElement('button');
    whole.type = 'button';
    whole.className = 'picker-group';
    const boxes = () => /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('input[type=checkbox]')]);
    const show = () => {
      const isWhole = boxes().every(({ checked }) => checked);
      whole.textContent = isWhole ? 'Select none' : `Select all ${boxes().length}`;
      whole.setAttribute('aria-label', `${whole.textContent} of ${legend.textContent}`);
    };
    whole.addEventListener('click', () => {
      const isWhole = boxes().every(({ checked }) => checked);
      for (const one of boxes()) one.checked = !isWhole;
      boxes()[0].dispatchEvent(new Event('input', { bubbles: true }));
      boxes()[0].dispatchEvent(new Event('change', { bubbles: true }));
    });
    list.addEventListener('change', show);
    show();
    legend.after(whole);
  }

  return { search, find };
}
