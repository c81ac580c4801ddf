// @ts-check
// Lets the person prove with a passkey that it is them, before a form that asks for it is sent.
import { PORTAL_UNREACHABLE, PortalError } from '../common/errors.js';
import { hasPasskeys, stepUpWithPasskey } from './passkeys.js';

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-prove]'))) {
  let isProven = false;
  form.addEventListener('submit', async (event) => {
    if (isProven || !hasPasskeys) return;
    event.preventDefault();
    const problem = /** @type {HTMLElement} */ (form.querySelector('[role=alert]'));
    problem.hidden = true;
    try {
      await stepUpWithPasskey(/** @type {HTMLInputElement} */ (form.elements.namedItem('__RequestVerificationToken')).value, null);
      isProven = true;
      form.submit();
    } catch (refusal) {
      problem.textContent = refusal instanceof PortalError ? refusal.message : PORTAL_UNREACHABLE;
      problem.hidden = false;
    }
  });
}
