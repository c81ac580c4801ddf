// @ts-check
import { REQUEST_TIMEOUT } from '../common/errors.js';

/**
 * Fills in the address of whoever is chosen, where a physical card is to be sent and nobody has typed an address. An address that was
 * filled in for somebody else goes with them.
 */
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('issue'));
const button = document.getElementById('fill-address');
/** @type {AbortController | undefined} */
let asking;
// What the server has filled in is nobody's typing.
let filled = typed();

function typed() {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form?.querySelectorAll('[name^="Shipping."]'));
  return JSON.stringify([...(fields ?? [])].map(({ value }) => value));
}

async function fillIn() {
  if (!form || !button) return;
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
}

form?.addEventListener('change', (event) => {
  const { name } = /** @type {HTMLInputElement} */ (event.target);
  if (name === 'Cardholder' || name === 'Type') void fillIn();
});
