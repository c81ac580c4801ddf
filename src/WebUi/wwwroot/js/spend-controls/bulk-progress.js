// @ts-check
import { REQUEST_TIMEOUT } from '../common/errors.js';
import { leave } from '../common/session.js';

/** Refreshes the progress of a bulk edit until it is finished. */
const bulk = document.getElementById('bulk');
const INTERVAL = 1000;

async function refresh() {
  if (!bulk) return;
  try {
    const response = await fetch(location.href, {
      headers: { 'X-Fragment': 'progress', Accept: 'text/html' }, signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    // The session has ended.
    if (response.redirected) return leave();
    if (response.ok) {
      bulk.innerHTML = await response.text();
      bulk.dataset.finished = bulk.querySelector('[data-finished]')?.getAttribute('data-finished') ?? 'false';
    }
  } catch {
    // Offline for a moment: the next try shows how far it has come.
  }

  if (bulk.dataset.finished !== 'true') setTimeout(refresh, INTERVAL);
}

if (bulk && bulk.dataset.finished !== 'true') setTimeout(refresh, INTERVAL);

export {};
