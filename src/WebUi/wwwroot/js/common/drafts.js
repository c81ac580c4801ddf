// @ts-check
import { SENT_DRAFT } from './session.js';

/**
 * Keeps what is typed into a form in this tab until it is saved, so that nothing is lost when the session ends or the page is left by
 * mistake. Only the person who typed it gets it back. What a form must not keep is left out: passwords, files, and hidden fields but the
 * version that the change was made to.
 * @typedef {{ name: string, value: string, checked: boolean }} Field
 * @typedef {{ by: string, fields: Field[] }} Draft
 */
/** @param {HTMLFormElement} form */
function keep(form) {
  const key = 'draft:' + location.pathname + (form.id ? '#' + form.id : '');
  const by = form.dataset.draft ?? '';
  let isDirty = false;
  let isSent = false;

  /** @returns {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */
  const controls = () => {
    const all = /** @type {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */ ([...form.elements]);
    return all.filter((control) => control.name && !['submit', 'button', 'password', 'file', 'fieldset'].includes(control.type)
      && control.autocomplete !== 'one-time-code' && (control.type !== 'hidden' || control.name === 'Version'));
  };

  const read = () => controls().map((control) => ({
    name: control.name, value: control.value, checked: control instanceof HTMLInputElement && control.checked,
  }));

  /** @param {Field[]} fields */
  const write = (fields) => {
    // As many rows as there were: those that were added come last, and those that were removed go.
    const rows = fields.filter(({ name }) => name === 'LimitAmount').length;
    const present = () => form.querySelectorAll('.limit-row').length;
    if (document.getElementById('limit-row')) {
      for (let i = present(); i < rows; i++) document.getElementById('add-limit')?.click();
      while (present() > rows) form.querySelector('.limit-row:last-child')?.remove();
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
  if (sessionStorage.getItem(SENT_DRAFT) === key) sessionStorage.removeItem(SENT_DRAFT);
  const asLoaded = JSON.stringify(read());
  const draft = kept();
  // What the server answers to a form is what was typed, and what it has put into it: a template, an address.
  const isAnswer = document.documentElement.dataset.answer === 'true';
  if (isAnswer) {
    isDirty = true;
    sessionStorage.setItem(key, JSON.stringify({ by, fields: read() }));
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
      // Rows that came with the draft are not taken away by a reset.
      if (document.getElementById('limit-row')) {
        location.reload();
        return;
      }

      form.reset();
      form.dispatchEvent(new Event('input', { bubbles: true }));
      note.remove();
    });
    note.append(discard);
    form.before(note);
  }

  form.addEventListener('input', () => {
    isDirty = isAnswer || JSON.stringify(read()) !== asLoaded;
    if (isDirty) sessionStorage.setItem(key, JSON.stringify({ by, fields: read() }));
    else sessionStorage.removeItem(key);
  });
  form.addEventListener('submit', () => {
    isSent = true;
    sessionStorage.setItem(SENT_DRAFT, key);
  });
  document.getElementById('discard')?.addEventListener('click', () => {
    sessionStorage.removeItem(key);
    isSent = true;
  });
  // Back from the browser's cache, the form may be sent again.
  addEventListener('pageshow', () => { isSent = false; });
  // Whoever is signed out finds the draft after signing in; whoever leaves on purpose does not want it any more.
  const isLeft = () => isDirty && !isSent && !document.documentElement.hasAttribute('data-leaving');
  addEventListener('beforeunload', (event) => {
    if (isLeft()) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    if (isLeft()) sessionStorage.removeItem(key);
  });
}

for (const form of document.querySelectorAll('form[data-draft]')) keep(/** @type {HTMLFormElement} */ (form));

export {};
