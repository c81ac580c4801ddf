// @ts-check

/**
 * What a form's draft is made of, and where a tab keeps it.
 * @typedef {{ name: string, value: string, checked: boolean }} Field
 */

/** Where this tab keeps which draft was sent last, and from which page. */
export const SENT_DRAFT = 'sent-draft';

/**
 * In a dialog, a form has an id of its own; its draft is the same.
 * @param {HTMLFormElement} form @param {string} path The page that shows the form again.
 */
export const keyOf = (form, path) =>
  ['draft:' + path, form.id.replace(/^asked-/, ''), form.dataset.draftOf].filter(Boolean).join('#');

/** @returns {{ key: string, from: string } | null} */
export const sentDraft = () => JSON.parse(sessionStorage.getItem(SENT_DRAFT) ?? 'null');

/**
 * What must not be kept is left out: passwords and codes, files, what confirms that something shall be done, and hidden fields but the
 * version that a change was made to.
 * @param {HTMLFormElement} form
 */
export function controlsOf(form) {
  const all = /** @type {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */ ([...form.elements]);
  return all.filter((control) => control.name && !['submit', 'button', 'password', 'file', 'fieldset'].includes(control.type)
    && control.autocomplete !== 'one-time-code' && control.name !== 'Confirmation'
    && (control.type !== 'hidden' || control.name === 'Version'));
}

/** @param {HTMLFormElement} form @returns {Field[]} */
export const fieldsOf = (form) => controlsOf(form).map((control) => ({
  name: control.name, value: control.value, checked: control instanceof HTMLInputElement && control.checked,
}));

/** @param {string} key @param {HTMLFormElement} form */
export const keepDraft = (key, form) => sessionStorage.setItem(key, JSON.stringify({ by: form.dataset.draft, fields: fieldsOf(form) }));

/** The form was sent from this page: its draft goes once that is told to be done. @param {string} key */
export const markSent = (key) => sessionStorage.setItem(SENT_DRAFT, JSON.stringify({ key, from: location.pathname }));
