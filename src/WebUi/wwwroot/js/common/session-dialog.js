// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from './errors.js';
import { WARNING, ask, isAbsolute, leave, left, set } from './session.js';

/** The warning that the session is about to end; loaded only when it is. */

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const problem = find('session-ending-problem');
const stay = /** @type {HTMLButtonElement} */ (find('session-stay'));
/** The end whose warning the person has closed. */
let closedFor = 0;

/** @param {HTMLDialogElement} dialog */
export function warn(dialog) {
  if (dialog.open || Math.abs(closedFor - endsAt()) < 5000) return;
  find('session-ending-idle').hidden = isAbsolute();
  find('session-ending-absolute').hidden = !isAbsolute();
  stay.hidden = isAbsolute();
  problem.hidden = true;
  stay.onclick = () => void prolong(dialog);
  find('session-close').onclick = () => {
    closedFor = endsAt();
    dialog.close();
  };
  count(dialog);
  dialog.showModal();
}

function endsAt() {
  return Date.now() + left() * 1000;
}

/** @param {HTMLDialogElement} dialog */
function count(dialog) {
  const seconds = Math.max(0, left());
  // Another tab has prolonged it.
  if (seconds > WARNING) return dialog.close();
  const minutes = Math.ceil(seconds / 60);
  const text = seconds < 60 ? `${seconds} seconds` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  for (const place of dialog.querySelectorAll('[data-left]')) {
    if (place.textContent !== text) place.textContent = text;
  }

  if (seconds % 10 === 0) void ask();
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
