// @ts-check

/** A form that was sent is not sent again by a second click; the server would answer it like the first. */
document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.hasAttribute('data-sent')) {
    event.preventDefault();
    return;
  }

  form.setAttribute('data-sent', '');
  const button = /** @type {SubmitEvent} */ (event).submitter;
  button?.classList.add('is-busy');
  button?.setAttribute('aria-disabled', 'true');
});

// Back from the cache of the browser, the page may be used again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent');
  for (const button of document.querySelectorAll('.is-busy')) {
    button.classList.remove('is-busy');
    button.removeAttribute('aria-disabled');
  }
});

export {};
