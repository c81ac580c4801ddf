// @ts-check
import { SENT_DRAFT, sentDraft } from './draft-keys.js';
import { REQUEST_TIMEOUT } from './errors.js';

/**
 * Warns before the session ends, and leaves the page when it has. Asking how much is left does not prolong it; only the person does.
 * @typedef {{ idle: number, absolute: number }} Left In seconds.
 */

/** What a page is told when its session has ended. */
export const ENDED = 'cleanissuing:session-ended';

export const WARNING = 120;
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('session-ending'));
let idleEnd = 0;
let absoluteEnd = 0;
let isOver = false;
let isAsking = false;
/** Who is signing out is not asked about any more: the answer would come too late, or be an error. */
let signOut = new AbortController();
let isWarned = false;
let watchers = 0;
/** @type {ReturnType<typeof setInterval> | undefined} */
let watching;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Left} left */
export function set({ idle, absolute }) {
  idleEnd = Date.now() + idle * 1000;
  absoluteEnd = Date.now() + absolute * 1000;
  if (left() > WARNING) isWarned = false;
  // Whoever asks all the time sets the timer anew each time, so it may never run out.
  else if (watchers > 0) void warn();
  wait();
}

export const isAbsolute = () => absoluteEnd <= idleEnd;

export const left = () => Math.ceil((Math.min(idleEnd, absoluteEnd) - Date.now()) / 1000);

/** Asks how much is left, and leaves where nothing is. */
export async function ask() {
  if (isOver || isAsking || signOut.signal.aborted) return;
  isAsking = true;
  try {
    const signal = AbortSignal.any([signOut.signal, AbortSignal.timeout(REQUEST_TIMEOUT)]);
    const answer = await fetch('/session', { headers: { Accept: 'application/json' }, signal });
    if (answer.status === 401) return leave();
    if (answer.ok) return set(await answer.json());
  } catch {
    // Offline, or the portal is restarting: what was known holds.
  } finally {
    isAsking = false;
  }

  if (left() <= 0) leave();
}

const WATCH_EVERY = 1000;

/**
 * Leaves the page as soon as the session ends.
 * @returns {() => void} Stops that.
 */
export function watch() {
  if (watchers++ === 0) watching = setInterval(() => void ask(), WATCH_EVERY);
  let isOn = true;
  return () => {
    if (isOn && --watchers === 0) clearInterval(watching);
    isOn = false;
  };
}

/** How long leaving waits for what has to be ended elsewhere first. */
const FAREWELL = 2000;

/** @type {(() => Promise<unknown> | undefined)[]} */
const farewells = [];

/** @param {() => Promise<unknown> | undefined} end What is waited for, a moment, before the page is left. */
export function beforeLeaving(end) {
  farewells.push(end);
}

export async function leave() {
  if (isOver) return;
  isOver = true;
  clearTimeout(timer);
  document.documentElement.setAttribute('data-leaving', '');
  dispatchEvent(new Event(ENDED));
  const late = new Promise((resolve) => { setTimeout(resolve, FAREWELL); });
  if (farewells.length > 0) await Promise.race([Promise.allSettled(farewells.map((end) => end())), late]);
  location.assign('/sign-in?returnUrl=' + encodeURIComponent(location.pathname + location.search));
}

function wait() {
  clearTimeout(timer);
  if (isOver) return;
  const seconds = left();
  timer = setTimeout(() => void look(), Math.max(1, seconds > WARNING ? seconds - WARNING : seconds) * 1000);
}

async function look() {
  // Another tab may have prolonged it.
  if (left() <= WARNING) await ask();
  await warn();
  wait();
}

/** Warns, once for each time that the end comes near. */
async function warn() {
  if (isOver || isWarned || left() <= 0 || left() > WARNING) return;
  isWarned = true;
  (await import('./session-dialog.js')).warn(dialog);
}

// A computer that slept has missed its timer.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void (watchers > 0 ? ask() : look());
});

// Signing out in one tab ends what the others show. It may take the portal, or Stripe's component, a moment.
const others = new BroadcastChannel('cleanissuing-session');
others.addEventListener('message', () => {
  dispatchEvent(new Event(ENDED));
  for (const after of [500, 1500, 3000, 6000]) setTimeout(() => void ask(), after);
});
document.getElementById('sign-out')?.addEventListener('submit', () => {
  others.postMessage('signed-out');
  signOut.abort();
  // It leaves nothing behind in this tab.
  sessionStorage.clear();
});
// The page may be shown again by "Back" as it was left.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  signOut = new AbortController();
  void ask();
});

set({ idle: Number(dialog.dataset.idle), absolute: Number(dialog.dataset.absolute) });

// What was saved is no draft any more.
const sent = sentDraft();
const isSaved = document.querySelector('#done, [data-bulk-started], [data-saved]') !== null;
if (sent && isSaved && document.referrer && sent.from === new URL(document.referrer).pathname) {
  sessionStorage.removeItem(sent.key);
  sessionStorage.removeItem(SENT_DRAFT);
}
