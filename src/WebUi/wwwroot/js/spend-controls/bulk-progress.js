// @ts-check

/** Keeps the progress of a bulk edit on the page up to date until it is finished. */
const bulk = document.getElementById('bulk');
const every = 1000;

async function refresh() {
  if (!bulk) return;
  try {
    const response = await fetch(location.href, { headers: { 'X-Fragment': 'progress', Accept: 'text/html' } });
    if (response.ok && !response.redirected) {
      bulk.innerHTML = await response.text();
      bulk.dataset.finished = bulk.querySelector('[data-finished]')?.getAttribute('data-finished') ?? 'false';
    }
  } catch {
    // Offline for a moment: the next try shows how far it has come.
  }

  if (bulk.dataset.finished !== 'true') setTimeout(refresh, every);
}

if (bulk && bulk.dataset.finished !== 'true') setTimeout(refresh, every);

export {};
