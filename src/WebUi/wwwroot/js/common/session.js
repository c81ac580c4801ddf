// @ts-check
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT } from './errors.js';

/**
 * Tells before the session ends, and leaves the page when it has. A page that asks how much is left does not prolong its session; only the
 * person does.
 */

const WARNING = 120;

/** What a page says to itself when its session has ended, so that what it shows is hidden. */
export const ENDED = 'cleanissuing:session-ended';

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('session-ending'));
const idleText = /** @type {HTMLElement} */ (document.getElementById('session-ending-idle'));
const absoluteText = /** @type {HTMLElement} */ (document.getElementById('session-ending-absolute'));
const problem = /** @type {HTMLElement} */ (document.getElementById('session-ending-problem'));
const stay = /** @type {HTMLButtonElement} */ (document.getElementById('session-stay'));
const token = /** @type {HTMLInputElement | null} */ (document.querySelector('#sign-out input[name="__RequestVerificationToken"]'));

/** When it ends, by this page's clock. */
let idleEnd = 0;
let absoluteEnd = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** The end that the person has closed the warning of. */
let closedFor = 0;

/** @param {{ idle: number, absolute: number }} left In seconds. */
function set({ idle, absolute }) {
  const now = Date.now();
  idleEnd = now + idle * 1000;
  absoluteEnd = now + absolute * 1000;
  if (dialog.open && Math.min(idle, absolute) > WARNING) dialog.close();
  wait();
}

function left() {
  return Math.ceil((Math.min(idleEnd, absoluteEnd) - Date.now()) / 1000);
}

function wait() {
  clearTimeout(timer);
  const seconds = left();
  const next = dialog.open ? Math.min(seconds, 1) : seconds > WARNING ? seconds - WARNING : seconds;
  timer = setTimeout(() => void look(), Math.max(0, next) * 1000);
}

async function look() {
  const seconds = left();
  if (seconds <= 0) return ask();
  if (!dialog.open && seconds <= WARNING && closedFor !== absoluteEnd) {
    // Another tab may have prolonged it.
    await ask();
    if (left() <= WARNING) warn();
  }

  if (dialog.open) show();
  wait();
}

function warn() {
  const isAbsolute = absoluteEnd <= idleEnd;
  idleText.hidden = isAbsolute;
  absoluteText.hidden = !isAbsolute;
  stay.hidden = isAbsolute;
  problem.hidden = true;
  show();
  dialog.showModal();
}

function show() {
  const seconds = Math.max(0, left());
  const text = seconds >= 60 ? `${Math.ceil(seconds / 60)} ${seconds > 60 ? 'minutes' : 'minute'}` : `${seconds} seconds`;
  for (const place of dialog.querySelectorAll('[data-left]')) {
    if (place.textContent !== text) place.textContent = text;
  }
}

/** @param {string} method */
function request(method) {
  return fetch('/session', {
    method, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    headers: { Accept: 'application/json', RequestVerificationToken: token?.value ?? '' },
  });
}

/** Asks how much is left, and leaves where nothing is. */
async function ask() {
  try {
    const answer = await request('GET');
    if (answer.status === 401) return leave();
    if (answer.ok) return set(await answer.json());
  } catch {
    // Offline, or the portal is restarting: what was known holds.
  }

  if (left() <= 0) leave();
}

function leave() {
  clearTimeout(timer);
  dispatchEvent(new Event(ENDED));
  location.assign('/sign-in?returnUrl=' + encodeURIComponent(location.pathname + location.search));
}

stay.addEventListener('click', async () => {
  stay.disabled = true;
  try {
    const answer = await request('POST');
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
});
document.getElementById('session-close')?.addEventListener('click', () => {
  closedFor = absoluteEnd;
  dialog.close();
  wait();
});
// A computer that slept has missed its timer.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void look();
});

// Signing out in one tab ends what the others show.
const others = new BroadcastChannel('cleanissuing-session');
others.addEventListener('message', () => {
  dispatchEvent(new Event(ENDED));
  // By then the portal has ended it.
  setTimeout(() => void ask(), 500);
});
document.getElementById('sign-out')?.addEventListener('submit', () => others.postMessage('signed-out'));

set({ idle: Number(dialog.dataset.idle), absolute: Number(dialog.dataset.absolute) });
