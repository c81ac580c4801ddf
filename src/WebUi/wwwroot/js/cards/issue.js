// @ts-check
import { REQUEST_TIMEOUT } from '../common/errors.js';
import { enableLimitCategories } from '../spend-controls/limit-categories.js';
import { enableLimitRows } from '../spend-controls/limit-rows.js';

/** Folds the steps to their answers, shows the card as it will be, and fills in the address of whoever is chosen. */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('issue'));
const preview = document.getElementById('issue-preview');
const DEBOUNCE = 300;

if (form) {
  enableLimitCategories(form);
  enableLimitRows();
  enableSteps(form);
  enablePreview(form);
  enableAddress(form);
}

/**
 * A step folds once it is answered, and says its answer beside its name. What has a problem stays open.
 * @param {HTMLFormElement} form
 */
function enableSteps(form) {
  const steps = /** @type {HTMLDetailsElement[]} */ ([...form.querySelectorAll('.step')]);
  const dock = form.querySelector('[data-step]');
  const isAnswer = document.documentElement.dataset.answer === 'true';

  const answers = [
    () => {
      const select = /** @type {HTMLSelectElement | null} */ (form.querySelector('[name=Cardholder]'));
      return select?.value ? select.selectedOptions[0].text : '';
    },
    () => {
      const of = (/** @type {string} */ name) => String(new FormData(form).get(name) ?? '').trim();
      const chosen = (/** @type {string} */ name) => form.querySelector(`[name=${name}]:checked`)?.closest('label')?.textContent?.trim();
      return [of('Name'), chosen('Type'), of('Currency').toUpperCase(), chosen('Color')].filter(Boolean).join(' · ');
    },
    () => {
      const template = /** @type {HTMLSelectElement | null} */ (form.querySelector('[name=Template]'));
      const limits = [...form.querySelectorAll('.limit-row')].map((row) => {
        const amount = /** @type {HTMLInputElement | null} */ (row.querySelector('[name=LimitAmount]'))?.value.trim();
        const period = /** @type {HTMLSelectElement | null} */ (row.querySelector('[name=LimitInterval]'))?.selectedOptions[0]?.text;
        return amount ? `${amount} ${period}` : '';
      });
      return [template?.value ? template.selectedOptions[0].text : '', ...limits].filter(Boolean).join(' · ');
    },
  ];

  const show = () => {
    for (const [i, step] of steps.entries()) {
      const answer = answers[i]();
      const isSeen = step.dataset.seen === 'true' || i === 0;
      /** @type {HTMLElement} */ (step.querySelector('[data-answer]')).textContent = step.open || !isSeen ? '' : answer;
      const isDone = !step.open && isSeen && answer !== '';
      step.classList.toggle('is-done', isDone);
    }

    const open = steps.filter((step) => step.open);
    if (dock) dock.textContent = open.length === 1 ? `Step ${steps.indexOf(open[0]) + 1} of ${steps.length}` : '';
  };

  for (const [i, step] of steps.entries()) {
    const summary = /** @type {HTMLElement} */ (step.querySelector('summary'));
    const answer = document.createElement('span');
    answer.className = 'step-answer s';
    answer.dataset.answer = '';
    const edit = document.createElement('span');
    edit.className = 'step-edit';
    edit.textContent = 'Edit';
    summary.append(answer, edit);
    if (i < steps.length - 1) {
      const next = document.createElement('button');
      next.type = 'button';
      next.className = 'btn';
      next.textContent = 'Continue';
      next.dataset.continue = '';
      const go = () => {
        step.open = false;
        steps[i + 1].open = true;
        steps[i + 1].querySelector('summary')?.focus();
      };
      next.addEventListener('click', go);
      next.addEventListener('next', go);
      step.querySelector('.step-body')?.append(next);
    }

    step.addEventListener('toggle', () => {
      if (step.open) step.dataset.seen = 'true';
      show();
    });
    // After a refused form everything is in sight; at first, one thing after the other.
    if (!isAnswer) step.open = i === (answers[0]() ? 1 : 0);
  }

  // Enter goes on, and issues nothing by mistake.
  form.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    event.preventDefault();
    if (field.name === 'Find') form.requestSubmit(/** @type {HTMLElement} */ (form.querySelector('[formaction$=Find]:not([aria-hidden])')));
    else (field.closest('.step')?.querySelector('[data-continue]') ?? form.querySelector('.dock .btn-primary'))?.dispatchEvent(
      new CustomEvent('next'));
  });
  form.querySelector('.dock .btn-primary')?.addEventListener('next', ({ target }) => /** @type {HTMLElement} */ (target).focus());
  form.addEventListener('input', show);
  show();
}

/** @param {HTMLFormElement} form */
function enablePreview(form) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | undefined} */
  let asking;

  const refresh = async () => {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch('/cards/issue?handler=Preview', {
        method: 'POST', body: new FormData(form), redirect: 'error', headers: { 'X-Fragment': 'preview' },
        signal: AbortSignal.any([mine.signal, AbortSignal.timeout(REQUEST_TIMEOUT)]),
      });
      if (answer.ok && preview && !mine.signal.aborted) preview.innerHTML = await answer.text();
    } catch {
      // What is shown there is said again by the card's own page.
    }
  };

  const soon = () => {
    for (const text of form.querySelectorAll('#limit-rows .input-group-text')) {
      text.textContent = String(new FormData(form).get('Currency') ?? '').toUpperCase();
    }

    asking?.abort();
    clearTimeout(timer);
    timer = setTimeout(refresh, DEBOUNCE);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  document.getElementById('limit-rows')?.addEventListener('rows', soon);
  soon();
}

/**
 * Fills in the address of whoever is chosen, where a physical card is to be sent and nobody has typed an address. An address that was
 * filled in for somebody else goes with them.
 * @param {HTMLFormElement} form
 */
function enableAddress(form) {
  const button = document.getElementById('fill-address');
  /** @type {AbortController | undefined} */
  let asking;
  const typed = () => {
    const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll('[name^="Shipping."]'));
    return JSON.stringify([...fields].map(({ value }) => value));
  };
  // What the server has filled in is nobody's typing.
  let filled = typed();

  const fillIn = async () => {
    if (!button) return;
    const data = new FormData(form);
    const isUntouched = !data.get('Shipping.Line1') || typed() === filled;
    if (data.get('Type') !== 'physical' || !data.get('Cardholder') || !isUntouched) return;

    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(button.getAttribute('formaction') ?? '', {
        method: 'POST', body: data, redirect: 'error', signal: AbortSignal.any([mine.signal, AbortSignal.timeout(REQUEST_TIMEOUT)]),
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const address = page.getElementById('address');
      if (!answer.ok || !address || mine.signal.aborted) return;
      document.getElementById('address')?.replaceWith(address);
      filled = typed();
    } catch {
      // The button does the same, and tells what went wrong.
    }
  };

  form.addEventListener('change', (event) => {
    const { name } = /** @type {HTMLInputElement} */ (event.target);
    if (name === 'Cardholder' || name === 'Type') void fillIn();
  });
}
