// @ts-check
// Lets the person prove with a passkey that it is them, before a form that asks for it is sent. A code of their app does as well.
import { PORTAL_UNREACHABLE, PortalError, ask } from '../common/errors.js';
import { hasPasskeys, stepUpWithPasskey } from './passkeys.js';

/** The form that is on its way, proven. */
let proven = /** @type {HTMLFormElement | null} */ (null);
let isAsking = false;

// Before all other listeners: what is not sent yet is not sent for them either.
addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.prove !== 'true' || !hasPasskeys || proven === form) return;
  if (/** @type {HTMLInputElement | null} */ (form.elements.namedItem('Code'))?.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void prove(form, event.submitter);
}, { capture: true });

// Back from the browser's cache, it is asked again.
addEventListener('pageshow', () => { proven = null; });

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function prove(form, submitter) {
  if (isAsking) return;
  isAsking = true;
  submitter?.classList.add('is-busy');
  const problem = /** @type {HTMLElement} */ (form.querySelector('[role=alert]:not(#form-errors)'));
  problem.hidden = true;
  try {
    if (!(await ask('/step-up')).isProven) {
      const token = /** @type {HTMLInputElement} */ (form.elements.namedItem('__RequestVerificationToken'));
      await stepUpWithPasskey(token.value, null);
    }
    proven = form;
    submitter?.classList.remove('is-busy');
    form.requestSubmit(submitter);
  } catch (refusal) {
    submitter?.classList.remove('is-busy');
    problem.textContent = refusal instanceof PortalError ? refusal.message : PORTAL_UNREACHABLE;
    problem.hidden = false;
  } finally {
    isAsking = false;
  }
}
