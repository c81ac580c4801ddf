// @ts-check
import { SENT_DRAFT, controlsOf, fieldsOf, keepDraft, keyOf, markSent, sentDraft } from './draft-keys.js';

/**
 * Keeps what is typed into a form in this tab until it is saved, so that nothing is lost when the session ends or the page is left by
 * mistake. Only the person who typed it gets it back.
 * @typedef {import('./draft-keys.js').Field} Field
 * @typedef {{ by: string, fields: Field[] }} Draft
 */
/** Whether a form of this page was sent: what the others have is kept until the answer comes. */
let isSent = false;
const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form[data-draft]')]);

/**
 * @param {HTMLFormElement} form @param {string} path The page that shows the form again.
 * @param {AbortSignal} [signal] Ends it.
 */
export function keep(form, path, signal) {
  const key = keyOf(form, path);
  const by = form.dataset.draft ?? '';
  let isDirty = false;
  const controls = () => controlsOf(form);
  const read = () => fieldsOf(form);

  const rows = () => form.querySelectorAll('.limit-row').length;
  const rowsAsLoaded = rows();

  /** @param {Field[]} fields */
  const write = (fields) => {
    // As many rows as there were: those that were added come last, and those that were removed go.
    const wanted = fields.filter(({ name }) => name === 'LimitAmount').length;
    if (document.getElementById('limit-row')) {
      for (let i = rows(); i < wanted; i++) document.getElementById('add-limit')?.click();
      while (rows() > wanted) form.querySelector('.limit-row:last-child')?.remove();
    }

    const left = [...fields];
    for (const control of controls()) {
      const isChoice = control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
      const at = left.findIndex(({ name, value }) => name === control.name && (!isChoice || value === control.value));
      if (at < 0) continue;
      const [field] = left.splice(at, 1);
      if (isChoice) /** @type {HTMLInputElement} */ (control).checked = field.checked;
      else control.value = field.value;
    }

    form.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** @returns {Draft | undefined} */
  const kept = () => {
    try {
      const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null');
      return draft?.by === by ? draft : undefined;
    } catch {
      return undefined;
    }
  };

  // Whoever sees the form again has not saved it yet.
  if (sentDraft()?.key === key) sessionStorage.removeItem(SENT_DRAFT);
  const asLoaded = JSON.stringify(read());
  const draft = kept();
  // What the server answers to a form is what was typed, and what it has put into it: a template, an address.
  const isAnswer = document.documentElement.dataset.answer === 'true' && (forms.length === 1 || form.dataset.answered === 'true');
  if (isAnswer) {
    isDirty = true;
    keepDraft(key, form);
  } else if (draft && JSON.stringify(draft.fields) !== asLoaded) {
    write(draft.fields);
    isDirty = true;
    const note = document.createElement('p');
    note.className = 'notice notice-row draft';
    note.setAttribute('role', 'status');
    note.append(document.createTextNode('We restored your unsaved changes.'));
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'btn';
    discard.textContent = 'Discard';
    discard.addEventListener('click', () => {
      sessionStorage.removeItem(key);
      isDirty = false;
      while (rows() > rowsAsLoaded) form.querySelector('.limit-row:last-child')?.remove();
      // Rows that the draft was without are only brought back by the server.
      if (rows() < rowsAsLoaded) return location.reload();
      form.reset();
      form.dispatchEvent(new Event('input', { bubbles: true }));
      note.remove();
    });
    note.append(discard);
    form.before(note);
  }

  form.addEventListener('input', () => {
    isDirty = isAnswer || JSON.stringify(read()) !== asLoaded;
    if (isDirty) keepDraft(key, form);
    else sessionStorage.removeItem(key);
  });
  form.addEventListener('submit', () => {
    isSent = true;
    markSent(key);
  });
  document.getElementById('discard')?.addEventListener('click', () => {
    sessionStorage.removeItem(key);
    isSent = true;
  });
  // Back from the browser's cache, the form may be sent again.
  addEventListener('pageshow', () => { isSent = false; }, { signal });
  // Whoever is signed out finds the draft after signing in; whoever leaves on purpose does not want it any more.
  const isLeft = () => isDirty && !isSent && !document.documentElement.hasAttribute('data-leaving');
  addEventListener('beforeunload', (event) => {
    if (isLeft()) event.preventDefault();
  }, { signal });
  addEventListener('pagehide', () => {
    if (isLeft()) sessionStorage.removeItem(key);
  }, { signal });
}

for (const form of forms) keep(form, location.pathname);
