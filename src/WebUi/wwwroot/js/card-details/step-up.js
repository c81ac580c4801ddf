// @ts-check
// Asks the person, in the page, to prove that it is still them.
import { PORTAL_UNREACHABLE, PortalError, ask, post } from '../common/errors.js';

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {string} token The antiforgery token.
 * @param {string | null} pinCardId The card whose PIN is to be shown; none for all else.
 * @returns {Promise<boolean>} Whether they did; not where they closed the dialog.
 */
export async function stepUp(token, pinCardId) {
  const ways = await ask('/step-up');
  const dialog = /** @type {HTMLDialogElement} */ (find('step-up'));
  const code = /** @type {HTMLInputElement} */ (find('step-up-code'));
  const problem = find('step-up-problem');
  const demo = find('step-up-demo');
  const canProve = Boolean(ways.authenticator || ways.passkey || ways.demoCode);
  const hasCode = Boolean(ways.authenticator || ways.demoCode);
  const passkey = /** @type {HTMLButtonElement} */ (find('step-up-passkey'));
  passkey.hidden = !ways.passkey;
  for (const part of [code.parentElement, find('step-up-send')]) /** @type {HTMLElement} */ (part).hidden = !hasCode;
  find('step-up-form').hidden = !canProve;
  find('step-up-none').hidden = canProve;
  demo.hidden = !ways.demoCode;
  find('step-up-demo-code').textContent = ways.demoCode ?? '';
  code.value = '';
  problem.hidden = true;
  code.removeAttribute('aria-invalid');

  return new Promise((resolve) => {
    let isProven = false;
    const proveBy = async (/** @type {HTMLButtonElement} */ button, /** @type {() => Promise<void>} */ way) => {
      button.disabled = true;
      try {
        await way();
        isProven = true;
        dialog.close();
      } catch (refusal) {
        problem.textContent = refusal instanceof PortalError ? refusal.message : PORTAL_UNREACHABLE;
        problem.hidden = false;
        code.setAttribute('aria-invalid', 'true');
        code.select();
      } finally {
        button.disabled = false;
      }
    };
    const send = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const proof = { code: code.value, pin_card_id: pinCardId };
      void proveBy(/** @type {HTMLButtonElement} */ (find('step-up-send')), () => post('/step-up', token, proof));
    };
    // Read when it is needed: most have none.
    passkey.onclick = () => void proveBy(
      passkey, async () => (await import('../people/passkeys.js')).stepUpWithPasskey(token, pinCardId));
    const form = /** @type {HTMLFormElement} */ (find('step-up-form'));
    form.addEventListener('submit', send);
    find('step-up-cancel').onclick = find('step-up-close').onclick = () => dialog.close();
    dialog.addEventListener('close', () => {
      form.removeEventListener('submit', send);
      code.value = '';
      resolve(isProven);
    }, { once: true });
    dialog.showModal();
    (hasCode ? code : passkey).focus();
  });
}
