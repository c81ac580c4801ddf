// @ts-check
import { ENDED, ask } from './session.js';
import { REQUEST_TIMEOUT } from './errors.js';

/**
 * Shows what is bought while the page is open. One tab of the browser listens to the portal and tells the others: browsers open only a
 * handful of connections to a site. Where nothing is heard, all of them look every 15 seconds.
 * @typedef {{ card?: string, text?: string }} News Without a card: there may be something new.
 */

const LOOK_EVERY = 15_000;
/** The portal says something at least every 10 seconds. */
const SILENCE = 25_000;
/** However much is bought, the page is not read more often than this. */
const PAUSE = 700;

const main = /** @type {HTMLElement} */ (document.querySelector('main[data-live]'));
const name = 'cleanissuing-live-' + main.dataset.live;
const others = new BroadcastChannel(name);
const announcements = /** @type {HTMLElement} */ (document.getElementById('live-announcements'));

/** @type {AbortController | undefined} */
let listening;
let isEnded = false;
let isReading = false;
let isStale = false;
let readAt = 0;

/** @param {News} news */
function take({ card, text }) {
  const only = main.dataset.liveCard;
  if (isEnded || (card && only && card !== only)) return;
  if (text && !document.hidden) announcements.textContent = text;
  void read();
}

/** @param {News} news */
function tell(news) {
  others.postMessage(news);
  take(news);
}

async function read() {
  isStale = true;
  if (isReading || document.hidden || isEnded) return;
  isReading = true;
  await new Promise((resolve) => { setTimeout(resolve, Math.max(0, readAt + PAUSE - Date.now())); });
  readAt = Date.now();
  isStale = false;
  try {
    const answer = await fetch(location.href, {
      headers: { 'X-Fragment': 'live', Accept: 'text/html' }, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    if (answer.redirected) void ask();
    else if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch {
    // Offline for a moment: the next look shows what is new.
  }

  isReading = false;
  if (isStale) void read();
}

/** @param {Document} fresh */
function show(fresh) {
  for (const old of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-live-part]'))) {
    const part = /** @type {HTMLElement | null} */ (fresh.querySelector(`[data-live-part="${old.dataset.livePart}"]`));
    if (!part || part.innerHTML === old.innerHTML || isInUse(old)) continue;
    const known = new Set(links(old));
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const [href, summary] = [focused?.getAttribute('href'), [...old.querySelectorAll('summary')].indexOf(/** @type {any} */ (focused))];
    const open = [...old.querySelectorAll('details')].map((details) => details.open);
    old.replaceChildren(...part.childNodes);
    old.querySelectorAll('details').forEach((details, i) => { details.open = open[i] ?? details.open; });
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (old.querySelectorAll('a[href]'))) {
      const to = link.getAttribute('href') ?? '';
      if (to.startsWith('/purchases/') && !known.has(to)) link.closest('li')?.classList.add('is-new');
      if (to === href) link.focus({ preventScroll: true });
    }
    // What had the focus is gone: it stays near.
    if (href && !old.contains(document.activeElement)) old.querySelector('a')?.focus({ preventScroll: true });
    if (summary >= 0) old.querySelectorAll('summary')[summary]?.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} part */
function links(part) {
  return [...part.querySelectorAll('a[href^="/purchases/"]')].map((link) => link.getAttribute('href') ?? '');
}

/** @param {HTMLElement} part Somebody types in it, or has marked something in it: it comes with the next look. */
function isInUse(part) {
  const focused = document.activeElement;
  const selection = getSelection();
  return (part.contains(focused) && !(focused instanceof HTMLAnchorElement) && focused?.nodeName !== 'SUMMARY')
    || (selection !== null && !selection.isCollapsed && part.contains(selection.anchorNode));
}

/** Listens to the portal, and tells the other tabs, until it is stopped. */
function listen(/** @type {AbortSignal} */ signal) {
  let heard = Date.now();
  let wasBroken = false;
  /** @type {EventSource} */
  let stream;
  const open = () => {
    stream = new EventSource('/purchases/live');
    stream.addEventListener('open', () => {
      // What happened in between was not told.
      if (wasBroken) tell({});
      wasBroken = false;
      heard = Date.now();
    });
    stream.addEventListener('listening', ({ data }) => {
      // Something happened after the page was made, and before anybody listened.
      if (String(JSON.parse(data).sequence) !== main.dataset.liveSequence) take({});
    });
    stream.addEventListener('quiet', () => { heard = Date.now(); });
    stream.addEventListener('purchase', ({ data }) => {
      heard = Date.now();
      tell(JSON.parse(data));
    });
    stream.addEventListener('error', () => { wasBroken = true; });
  };
  open();
  const looking = setInterval(() => {
    if (stream.readyState === EventSource.OPEN && Date.now() - heard < SILENCE) return;
    tell({});
    if (stream.readyState === EventSource.CONNECTING && Date.now() - heard < SILENCE) return;
    stream.close();
    wasBroken = true;
    open();
  }, LOOK_EVERY);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearInterval(looking);
      stream.close();
      resolve(undefined);
    });
  });
}

function start() {
  if (listening || document.hidden || isEnded) return;
  const mine = listening = new AbortController();
  if (!navigator.locks) {
    // Only pages that came by https, or from this computer, share; the others look for themselves.
    const looking = setInterval(() => void read(), LOOK_EVERY);
    mine.signal.addEventListener('abort', () => clearInterval(looking));
    return;
  }

  // Whoever waits takes over when the tab that listens is hidden or closed.
  navigator.locks.request(name, { signal: mine.signal }, () => listen(mine.signal)).catch(() => {});
}

function stop() {
  listening?.abort();
  listening = undefined;
}

others.addEventListener('message', ({ data }) => take(data));
addEventListener(ENDED, () => {
  isEnded = true;
  stop();
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return stop();
  start();
  void read();
});
addEventListener('pagehide', stop);
addEventListener('pageshow', ({ persisted }) => {
  start();
  if (persisted) void read();
});
start();
