// @ts-check
// The card page: wires its buttons to Stripe's Elements.
import { ENDED } from '../common/session.js';
import { Reveal } from './reveal.js';
import { loadStripe } from './stripe-loader.js';

/** @typedef {import('./reveal.js').IssuingStripe} IssuingStripe */

const root = /** @type {HTMLElement} */ (document.getElementById('card-details'));
const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (document.getElementById(id));

/** @type {IssuingStripe | undefined} */
let stripe;

/** @returns {Promise<IssuingStripe>} */
async function createStripe() {
  const Stripe = await loadStripe(root.dataset.stripeJs ?? '');
  stripe ??= /** @type {IssuingStripe} */ (Stripe(root.dataset.publishableKey ?? '', {
    ...(root.dataset.stripeAccount ? { stripeAccount: root.dataset.stripeAccount } : {}),
    ...(root.dataset.betas ? { betas: root.dataset.betas.split(' ') } : {}),
  }));
  return stripe;
}

/** @param {string} text */
function announce(text) {
  find('card-announcements').textContent = text;
}

/** @type {(() => void) | undefined} */
let retry;
button('card-retry').addEventListener('click', () => retry?.());

/** @param {import('../common/errors.js').PortalError | null} error @param {() => void} [tryAgain] */
function showError(error, tryAgain) {
  retry = tryAgain;
  find('card-error-text').textContent = error?.message ?? '';
  find('card-error').hidden = !error;
  find('card-retry').hidden = !error?.canRetry;
  find('card-sign-in').hidden = !error?.mustSignIn;
}

const shared = { root, createStripe, announce, showError };
const reveals = [new Reveal({ ...shared, button: button('show-details'), keep: button('keep-details'), subject: 'Card details' })];
// Not everybody may see a PIN.
if (document.getElementById('show-pin')) {
  reveals.push(new Reveal({ ...shared, button: button('show-pin'), keep: button('keep-pin'), subject: 'PIN' }));
}

/** @param {string} reason */
function hideAll(reason) {
  for (const reveal of reveals) reveal.hide(reason);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hideAll('Hidden because you left the page.');
});
addEventListener('pagehide', () => hideAll(''));

addEventListener(ENDED, () => {
  /** @type {HTMLDialogElement | null} */ (document.getElementById('step-up'))?.close();
  hideAll('Hidden because your session has ended.');
});
document.getElementById('sign-out')?.addEventListener('submit', () => hideAll(''));

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  for (const reveal of reveals) reveal.restyle();
});

// So that the first press need not wait for the script; if this fails, the press says why.
void createStripe().catch(() => {});
