// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from '../common/errors.js';

/**
 * Keeps what is chosen in the list of cards while one looks at its other pages, in this tab. Without it, the cards of one page can be
 * chosen. Whatever is sent is checked by the portal.
 */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('cards'));
const dock = document.getElementById('selection');
const KEYS = 'selected-cards:';

if (form && dock) {
  // What one person has chosen is not the next one's.
  const KEY = KEYS + form.dataset.person;
  const chosen = new Set(/** @type {string[]} */ (JSON.parse(sessionStorage.getItem(KEY) ?? '[]')));
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('tbody input[name=card]')]);
  const count = /** @type {HTMLElement} */ (document.getElementById('selected-count'));
  const everything = /** @type {HTMLButtonElement} */ (document.getElementById('select-all'));
  const nothing = /** @type {HTMLButtonElement} */ (document.getElementById('select-none'));
  const isCut = form.dataset.cut === 'true';
  let isWhole = false;
  /** How many match, where not all of them could be taken. */
  let tooMany = 0;

  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'form-check-input';
  all.setAttribute('aria-label', 'Select all cards on this page');
  const hit = document.createElement('label');
  hit.className = 'hit';
  hit.append(all);
  form.querySelector('thead th')?.replaceChildren(hit);

  const format = (/** @type {number} */ number) => number.toLocaleString('en-US');

  const show = () => {
    const here = boxes.filter(({ checked }) => checked).length;
    for (const box of boxes) box.closest('tr')?.classList.toggle('is-chosen', box.checked);
    all.checked = here > 0 && here === boxes.length;
    all.indeterminate = here > 0 && !all.checked;
    dock.hidden = chosen.size === 0;
    nothing.hidden = false;
    count.textContent = (chosen.size === here ? `${here} selected` : `${format(chosen.size)} selected, ${here} of them on this page`)
      + (tooMany > 0 ? `. ${format(tooMany)} match: narrow the filters to select the rest` : '');
    everything.hidden = !(all.checked && !isWhole && isCut);
    everything.textContent = 'Select all that match';
    document.body.classList.toggle('has-dock', chosen.size > 0);
  };

  const keep = () => {
    sessionStorage.setItem(KEY, JSON.stringify([...chosen]));
    show();
  };

  /** @param {HTMLInputElement} box */
  const take = (box) => {
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
  };

  form.addEventListener('change', ({ target }) => {
    isWhole = false;
    tooMany = 0;
    if (target === all) {
      for (const box of boxes) {
        box.checked = all.checked;
        take(box);
      }
    } else if (target instanceof HTMLInputElement && target.name === 'card') take(target);
    keep();
  });

  nothing.addEventListener('click', () => {
    chosen.clear();
    tooMany = 0;
    for (const box of boxes) box.checked = false;
    keep();
    all.focus();
  });

  everything.addEventListener('click', async () => {
    everything.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.dataset.matching ?? '', {
        headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { ids, total } = /** @type {{ ids: string[], total: number }} */ (await answer.json());
      for (const id of ids) chosen.add(id);
      isWhole = true;
      tooMany = total > ids.length ? total : 0;
      keep();
    } catch {
      everything.textContent = PORTAL_UNREACHABLE;
    }

    everything.removeAttribute('aria-busy');
  });

  form.addEventListener('submit', () => {
    for (const sent of form.querySelectorAll('input[data-elsewhere]')) sent.remove();
    const here = new Set(boxes.map(({ value }) => value));
    for (const id of chosen) {
      if (here.has(id)) continue;
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = 'card';
      field.value = id;
      field.dataset.elsewhere = '';
      form.append(field);
    }
  });

  const restore = () => {
    for (const box of boxes) {
      box.checked = chosen.has(box.value);
    }
    show();
  };
  addEventListener('pageshow', restore);
  restore();
}

// What was done to the chosen cards was done; the next choice starts anew.
if (document.querySelector('[data-bulk-started]')) {
  const done = new Set([...document.querySelectorAll('#bulk a[href^="/cards/"]')].map((link) => link.getAttribute('href')?.split('/')[2]));
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(KEYS))) {
    const left = /** @type {string[]} */ (JSON.parse(sessionStorage.getItem(key) ?? '[]')).filter((id) => !done.has(id));
    sessionStorage.setItem(key, JSON.stringify(left));
  }
}

export {};
