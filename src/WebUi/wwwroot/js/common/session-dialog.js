// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from './errors.js';
import { isAbsolute, leave, left, set } from './session.js';

/** The warning that the session is about to end; loaded only when it is. */

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const problem = find('session-ending-problem');
const stay = /** @type {HTMLButtonElement} */ (find('session-stay'));
/** Whether the person has read it, and does not want to be told again. */
let isClosed = false;

/** @param {HTMLDialogElement} dialog */
export function warn(dialog) {
  if (dialog.open || isClosed) return;
  find('session-ending-idle').hidden = isAbsolute();
  find('session-ending-absolute').hidden = !isAbsolute();
  stay.hidden = isAbsolute();
  problem.hidden = true;
  stay.onclick = () => void prolong(dialog);
  find('session-close').onclick = () => {
    isClosed = true;
    dialog.close();
  };
  count(dialog);
  dialog.showModal();
}

/** @param {HTMLDialogElement} dialog */
function count(dialog) {
  const seconds = Math.max(0, left());
  const minutes = Math.ceil(seconds / 60);
  const text = seconds < 60 ? `${seconds} seconds` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  for (const place of dialog.querySelectorAll('[data-left]')) {
    if (place.textContent !== text) place.textContent = text;
  }

  if (seconds > 0) setTimeout(() => { if (dialog.open) count(dialog); }, 1000);
}

/** @param {HTMLDialogElement} dialog */
async function prolong(dialog) {
  const token = /** @type {HTMLInputElement | null} */ (document.querySelector('#sign-out input[name="__RequestVerificationToken"]'));
  stay.disabled = true;
  try {
    const answer = await fetch('/session', {
      method: 'POST', signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      headers: { Accept: 'application/json', RequestVerificationToken: token?.value ?? '' },
    });
    if (answer.status === 401) return leave();
    if (!answer.ok) throw new Error();
    set(await answer.json());
    dialog.close();
  } catch {
    problem.textContent = PORTAL_UNREACHABLE;
    problem.hidden = false;
  } finally {
    stay.disabled = false;
  }
}
