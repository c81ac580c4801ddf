// @ts-check
// Signs in with a passkey.
import { PORTAL_UNREACHABLE, PortalError, post } from '../common/errors.js';
import { get, hasPasskeys } from './passkeys.js';

const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('use-passkey'));
const problem = document.getElementById('passkey-problem');

if (button && problem && hasPasskeys) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { token = '', next = '/' } = button.dataset;
    button.disabled = true;
    problem.hidden = true;
    try {
      await post('/sign-in/passkey', token, await get(await post('/sign-in/passkey/options', token, {})));
      location.assign(next);
    } catch (refusal) {
      problem.textContent = refusal instanceof PortalError ? refusal.message : PORTAL_UNREACHABLE;
      problem.hidden = false;
      button.disabled = false;
    }
  });
}
