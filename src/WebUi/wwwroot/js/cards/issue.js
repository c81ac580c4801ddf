// @ts-check
import { REQUEST_TIMEOUT } from '../common/errors.js';

/** Fills in the address of whoever is chosen, where a physical card is to be sent and nobody has typed an address yet. */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('issue'));
const button = document.getElementById('fill-address');

const street = () => /** @type {HTMLInputElement | null} */ (form?.querySelector('[name="Shipping.Line1"]'));

async function fillIn() {
  if (!form || !button || street()?.value || !new FormData(form).get('Cardholder') || new FormData(form).get('Type') !== 'physical') return;
  try {
    const answer = await fetch(button.getAttribute('formaction') ?? '', {
      method: 'POST', body: new FormData(form), signal: AbortSignal.timeout(REQUEST_TIMEOUT), redirect: 'error',
    });
    const filled = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('address');
    if (answer.ok && filled && !street()?.value) document.getElementById('address')?.replaceWith(filled);
  } catch {
    // The button does the same, and tells what went wrong.
  }
}

form?.addEventListener('change', (event) => {
  const { name } = /** @type {HTMLInputElement} */ (event.target);
  if (name === 'Cardholder' || name === 'Type') void fillIn();
});
