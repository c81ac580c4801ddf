// @ts-check
// What a button sends may be asked about first: the page that it leads to comes as a dialog.
import { read, show } from '../common/dialog.js';
import { keep } from '../common/drafts.js';

let isAsking = false;

document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || !button.hasAttribute('data-dialog') || event.defaultPrevented) return;
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  button.classList.add('is-busy');
  void ask(button, /** @type {HTMLFormElement} */ (event.target)).finally(() => { isAsking = false; });
});

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form */
async function ask(button, form) {
  // As the browser itself would send it; files are in no such form.
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) body.append(name, String(value));
  const asked = await read(button.formAction, { method: 'POST', body });
  button.classList.remove('is-busy');
  if (!asked) {
    button.removeAttribute('data-dialog');
    return form.requestSubmit(button);
  }

  // The page it would be is reached by sending alone: what was typed before the session ended is put back here.
  const dialog = show(button, asked, button.formAction);
  const question = dialog.querySelector('form');
  const closed = new AbortController();
  dialog.addEventListener('close', () => closed.abort());
  if (question?.dataset.draft) keep(question, new URL(button.formAction).pathname, closed.signal);
}
