// @ts-check

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

let lines = 0;
let isPressed = false;
addEventListener('pointerdown', () => { isPressed = true; }, { capture: true });
for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => { isPressed = false; }, { capture: true });

/**
 * Says at its field what the preview found wrong, as the server does when it is saved: at once, or where somebody is still typing,
 * when they leave it.
 * @param {HTMLElement} problem
 * @param {Map<Element, string>} sent What stood in the fields when the preview was asked for.
 */
export function markProblem(problem, sent) {
  const field = /** @type {Field | null} */ (document.getElementById(problem.dataset.field ?? ''));
  if (!field || !sent.has(field)) return;
  const say = () => {
    // It may have been corrected meanwhile.
    if (!problem.isConnected || field.value !== sent.get(field) || field.getAttribute('aria-invalid') === 'true') return;
    const line = document.createElement('span');
    line.className = 'field-problem';
    // Rows are numbered anew when one is removed; this name stays its own.
    line.id = `problem-previewed-${++lines}`;
    line.textContent = problem.textContent;
    (field.closest('.input-group') ?? field).after(line);
    field.setAttribute('aria-invalid', 'true');
    field.classList.add('input-validation-error');
    field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' '));
  };
  const left = () => {
    // What is being pressed must not move away under the pointer.
    if (isPressed) addEventListener('pointerup', () => setTimeout(say), { once: true });
    else say();
  };
  if (document.activeElement === field) field.addEventListener('blur', left, { once: true });
  else say();
}

/**
 * Takes back what an earlier preview found wrong, and this one does not.
 * @param {HTMLFormElement} form
 * @param {HTMLElement[]} problems
 */
export function unmarkPreviewed(form, problems) {
  for (const field of form.querySelectorAll('[aria-describedby*=problem-previewed-]')) {
    if (!problems.some(({ dataset }) => dataset.field === field.id)) unmark(field);
  }
}

/**
 * Takes back that a field is wrong.
 * @param {Element} field
 */
export function unmark(field) {
  field.removeAttribute('aria-invalid');
  field.classList.remove('input-validation-error');
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const others = ids.filter((id) => !id.startsWith('problem-'));
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
  for (const id of ids) if (id.startsWith('problem-')) document.getElementById(id)?.remove();
}
