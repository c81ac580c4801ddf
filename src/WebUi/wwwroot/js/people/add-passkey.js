// @ts-check
// Adds a passkey: asks the portal with the password, then the browser, and sends the form with the browser's answer.
import { PORTAL_UNREACHABLE, PortalError, post } from '../common/errors.js';
import { create, hasPasskeys, stepUpWithPasskey } from './passkeys.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('add-passkey'));
const problem = /** @type {HTMLElement} */ (form.querySelector('[role=alert][hidden]'));
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

if (hasPasskeys) {
  form.hidden = false;
  /** @type {HTMLElement} */ (document.getElementById('passkey-none')).hidden = true;
}

form.addEventListener('submit', async (event) => {
  if (field('Credential').value) return;
  event.preventDefault();
  problem.hidden = true;
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type=submit]'));
  button.disabled = true;
  try {
    const { id, credential } = await create(await ask());
    field('Ceremony').value = id;
    field('Credential').value = JSON.stringify(credential);
    field('Password').value = '';
    form.submit();
  } catch (refusal) {
    problem.textContent = refusal instanceof PortalError ? refusal.message : PORTAL_UNREACHABLE;
    problem.hidden = false;
    button.disabled = false;
  }
});

/** Who has a factor already proves with it first that it is them: with a code of the app that was typed in, or with a passkey. */
async function ask() {
  const token = field('__RequestVerificationToken').value;
  const wanted = { password: field('Password').value };
  try {
    return await post('/me/passkeys/options', token, wanted);
  } catch (refusal) {
    const code = field('Code');
    if (!(refusal instanceof PortalError && refusal.mustStepUp) || !(code?.value || form.dataset.prove === 'true')) throw refusal;
    if (code?.value) {
      await post('/step-up', token, { code: code.value, pin_card_id: null });
      // It counts once.
      code.value = '';
    } else {
      await stepUpWithPasskey(token, null);
    }
    return await post('/me/passkeys/options', token, wanted);
  }
}
