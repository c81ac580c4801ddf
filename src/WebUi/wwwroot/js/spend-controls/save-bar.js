// @ts-check

/**
 * Tells in the bar at the bottom what would be changed, and what that would have done; the bar is there only while something would be.
 * @typedef {{ limits: string[][], categoriesMode: string, categories: string[], countriesMode: string, countries: string[],
 *   presence: string }} Controls As they stand in the form.
 * @param {HTMLFormElement} form
 */
export function enableSaveBar(form) {
  const bar = document.getElementById('save-bar');
  const saved = /** @type {Controls | null} */ (JSON.parse(form.dataset.saved || 'null'));
  if (!bar || !saved) return;
  const count = /** @type {HTMLElement} */ (bar.querySelector('[data-count]'));
  const list = /** @type {HTMLElement} */ (bar.querySelector('[data-changes]'));
  const impact = /** @type {HTMLElement} */ (bar.querySelector('[data-impact]'));

  const show = () => {
    const now = read(form);
    const rows = rowsOf(saved, now);
    const changes = changesOf(saved, now, rows);
    [...form.querySelectorAll('#limit-rows > .limit-row')].forEach((row, i) => {
      const at = rows.added.indexOf(now.limits[i]);
      row.classList.toggle('is-changed', at >= 0);
      let was = /** @type {HTMLElement | null} */ (row.querySelector('.limit-was'));
      if (!was) {
        was = document.createElement('p');
        was.className = 'limit-was s';
        row.append(was);
      }

      was.textContent = at >= 0 && rows.gone[at] ? `Was ${limit(rows.gone[at])}.` : '';
      was.hidden = was.textContent === '';
    });
    bar.hidden = changes.length === 0;
    document.body.classList.toggle('has-dock', changes.length > 0);
    count.textContent = changes.length === 1 ? '1 change' : `${changes.length} changes`;
    list.replaceChildren(...changes.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }));
  };

  const told = () => {
    const sum = /** @type {HTMLElement | null} */ (document.querySelector('#impact-sum'));
    const declined = Number(sum?.dataset.declined ?? 0);
    const problems = document.querySelectorAll('#preview-problems li').length;
    impact.textContent = problems > 0 ? `${problems} to fix` : !sum ? 'See the impact'
      : `${declined} ${declined === 1 ? 'purchase' : 'purchases'} declined`;
  };
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  form.addEventListener('previewed', told);
  // A row that was removed says nothing itself.
  new MutationObserver(show).observe(/** @type {Node} */ (document.getElementById('limit-rows')), { childList: true });
  told();
  show();
}

/** @param {HTMLFormElement} form @returns {Controls} */
function read(form) {
  const data = new FormData(form);
  const all = (/** @type {string} */ name) => data.getAll(name).map(String);
  const [amounts, intervals, categories] = ['LimitAmount', 'LimitInterval', 'LimitCategories'].map(all);
  return {
    limits: amounts.map((amount, i) => [amount.trim(), intervals[i] ?? '', (categories[i] ?? '').trim()]),
    categoriesMode: String(data.get('CategoriesMode')), categories: all('Categories'),
    countriesMode: String(data.get('CountriesMode')), countries: all('Countries'), presence: String(data.get('Presence')),
  };
}

const MODES = /** @type {Record<string, string>} */ ({ none: 'any', allow: 'allow only selected', block: 'block selected' });
const PRESENCES = /** @type {Record<string, string>} */ ({
  any: 'anywhere', present: 'only in person', not_present: 'only online or by phone',
});

/** @param {Controls} before @param {Controls} now @param {ReturnType<typeof rowsOf>} rows @returns {string[]} */
function changesOf(before, now, { gone, added }) {
  const changes = [];
  for (let i = 0; i < Math.max(gone.length, added.length); i++) {
    changes.push(!gone[i] ? `Limit added: ${limit(added[i])}` : !added[i] ? `Limit removed: ${limit(gone[i])}`
      : `Limit: ${limit(gone[i])} → ${limit(added[i])}`);
  }

  restricted('Merchant categories', before.categoriesMode, before.categories, now.categoriesMode, now.categories);
  restricted('Merchant countries', before.countriesMode, before.countries, now.countriesMode, now.countries);
  if (before.presence !== now.presence) changes.push(`Card presence: ${PRESENCES[before.presence]} → ${PRESENCES[now.presence]}`);
  return changes;

  /** @param {string} name @param {string} mode @param {string[]} codes @param {string} newMode @param {string[]} newCodes */
  function restricted(name, mode, codes, newMode, newCodes) {
    if (mode !== newMode) {
      changes.push(`${name}: ${MODES[mode]} → ${MODES[newMode]}${newMode === 'none' ? '' : ` (${newCodes.length})`}`);
      return;
    }

    if (newMode === 'none') return;
    const plus = newCodes.filter((code) => !codes.includes(code)).length;
    const minus = codes.filter((code) => !newCodes.includes(code)).length;
    const parts = [plus > 0 ? `${plus} added` : '', minus > 0 ? `${minus} removed` : ''].filter(Boolean);
    if (parts.length > 0) changes.push(`${name}: ${parts.join(', ')}`);
  }
}

/** What differs of the limits, whatever order they stand in. @param {Controls} before @param {Controls} now */
function rowsOf(before, now) {
  const gone = [...before.limits];
  const added = now.limits.filter((row) => {
    const at = gone.findIndex((other) => same(other, row));
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  return { gone, added };
}

/** @param {string[]} one @param {string[]} other */
const same = (one, other) => one[0] !== '' && amount(one[0]) === amount(other[0]) && one[1] === other[1] && one[2] === other[2];

/** @param {string} typed */
const amount = (typed) => Number(typed.replaceAll(',', ''));

/** @param {string[]} row */
function limit([typed, interval, categories]) {
  const name = document.querySelector(`select[name=LimitInterval] option[value="${interval}"]`)?.textContent ?? interval;
  const currency = document.querySelector('.limit-row .input-group-text')?.textContent ?? '';
  return `${typed ? `${typed} ${currency}` : 'no amount'} ${name}${categories ? `, ${categories}` : ''}`;
}
