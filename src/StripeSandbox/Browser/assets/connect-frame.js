// @ts-check

/**
 * What stands inside a component's frame. It asks the sandbox with the account session, and the page only for that session and for keys.
 */

const key = 'pk_test_cleanissuing_sandbox';
const main = /** @type {HTMLElement} */ (document.getElementById('component'));
const said = /** @type {HTMLElement} */ (document.getElementById('said'));

/** @type {MessagePort} */
let page;
/** @type {any} */
let settings = {};
/** @type {string | undefined} */
let secret;
let number = 0;
/** @type {Map<number, { resolve: (value: any) => void, reject: (problem: Error) => void }>} */
const waiting = new Map();

addEventListener('message', (event) => {
  if (event.data?.type !== 'stripe-connect-init' || page) return;
  page = event.ports[0];
  page.onmessage = ({ data }) => {
    if (data.type === 'settings') {
      settings = data.settings;
      document.documentElement.classList.toggle('dark', settings.dark === true);
      document.documentElement.lang = settings.locale ?? 'en';
      void start();
    } else if (data.type === 'logout') {
      void act('logout').finally(() => { secret = undefined; main.replaceChildren(); page.postMessage({ type: 'logged-out' }); });
    } else if (data.type === 'answer') {
      const asked = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.problem) asked?.reject(new Error(data.problem));
      else asked?.resolve(data.value);
    }
  };
});

/**
 * @param {string} what
 * @param {object} [fields]
 * @returns {Promise<any>}
 */
function askPage(what, fields = {}) {
  return new Promise((resolve, reject) => {
    waiting.set(++number, { resolve, reject });
    page.postMessage({ type: 'ask', what, number, ...fields });
  });
}

class LoadProblem extends Error {
  /** @param {string} type @param {string} message */
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}

/**
 * @param {string} action
 * @param {object} [fields]
 * @returns {Promise<any>}
 */
async function act(action, fields = {}, again = true) {
  if (!secret) {
    try {
      secret = await askPage('client-secret');
    } catch (problem) {
      throw new LoadProblem('account_session_create_error', /** @type {Error} */ (problem).message);
    }
  }

  let response;
  try {
    response = await post('/connect/data', { client_secret: secret, component: settings.component, action, ...fields });
  } catch {
    throw new LoadProblem('api_connection_error', 'Stripe could not be reached.');
  }

  const answer = await response.json();
  if (response.ok) return answer;
  if (response.status === 401 && again) {
    secret = undefined;
    return act(action, fields, false);
  }

  throw new LoadProblem(response.status === 401 ? 'authentication_error' : 'invalid_request_error', answer.error?.message
    ?? 'Stripe refused.');
}

/** @param {string} path @param {object} body */
function post(path, body) {
  return fetch(path, {
    method: 'POST', headers: { Authorization: 'Bearer ' + key, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    signal: AbortSignal.timeout(80_000),
  });
}

let started = '';
async function start() {
  const now = JSON.stringify([settings.component, settings.defaultCard, settings.showSpendControls, settings.cardSwitching]);
  if (now === started) return;
  started = now;
  page.postMessage({ type: 'loader-start' });
  try {
    await (settings.component === 'issuing_card' && settings.defaultCard ? showCard(settings.defaultCard) : showList());
  } catch (problem) {
    const { type = 'api_error', message } = /** @type {any} */ (problem);
    page.postMessage({ type: 'load-error', error: { type, message } });
    main.replaceChildren();
  }

  main.removeAttribute('aria-busy');
}

async function showList() {
  const { cards } = await act('list');
  const table = element('table');
  table.append(element('tr', {}, element('th', {}, 'Card'), element('th', {}, 'Cardholder'), element('th', {}, 'Status')));
  for (const card of cards) {
    const open = element('button', { type: 'button' }, '•••• ' + card.last4);
    open.addEventListener('click', () => void guarded(() => showCard(card.id)));
    table.append(element('tr', {}, element('td', {}, open), element('td', {}, card.cardholder), element('td', {}, card.status)));
  }

  main.replaceChildren(element('h2', {}, 'Cards'), table);
  resize();
}

/** @param {string} id */
async function showCard(id) {
  render(await act('card', { card: id }));
}

/** @param {any} shown */
function render({ account, features, card }) {
  const parts = [];
  if (settings.component === 'issuing_cards_list' || settings.cardSwitching) {
    const back =
      element('button', { type: 'button' }, settings.component === 'issuing_cards_list' ? 'Back to all cards' : 'Choose another card');
    back.addEventListener('click', () => void guarded(showList));
    parts.push(back);
  }

  const facts = element('dl', {},
    element('dt', {}, 'Cardholder'), element('dd', {}, card.cardholder), element('dt', {}, 'Status'),
      element('dd', { id: 'status' }, card.status),
    element('dt', {}, 'Type'), element('dd', {}, card.type));
  parts.push(element('h2', {}, 'Card ending in ' + card.last4), facts);

  if (card.type === 'virtual' && card.status !== 'canceled') {
    const numbers = element('p', { class: 'number', id: 'numbers' });
    const show = element('button', { type: 'button', id: 'show-numbers' }, 'Show numbers');
    show.hidden = true;
    parts.push(show, numbers);
    void prepareNumbers(account, card.id, show, numbers);
  }

  if (features.card_management && card.status !== 'canceled') {
    const frozen = card.status === 'inactive';
    const freeze = element('button', { type: 'button' }, frozen ? 'Unfreeze' : 'Freeze');
    freeze.addEventListener('click', () => void guarded(async () => render(await act(frozen ? 'unfreeze' : 'freeze', { card: card.id }))));
    parts.push(freeze);
  }

  if (settings.showSpendControls) parts.push(...spendControls(features, card));
  main.replaceChildren(...parts);
  resize();
}

/** @param {any} features @param {any} card */
function spendControls(features, card) {
  const limits = card.spending_controls.spending_limits;
  const list = element('ul', { id: 'limits' }, ...limits.map((/** @type {any} */ limit) =>
    element('li', {}, `${limit.amount} ${card.currency.toUpperCase()} (minor unit) ${limit.interval}`)));
  const parts = [element('h3', {}, 'Spend controls'), list];
  if (features.spend_control_management && card.status !== 'canceled') {
    const amount =
      /** @type {HTMLInputElement} */ (element('input', { id: 'amount', inputmode: 'numeric', value: String(limits[0]?.amount ?? '') }));
    const save = element('button', { type: 'button' }, 'Save limit');
    save.addEventListener('click', () => void guarded(async () => {
      render(await act('limit', { card: card.id, amount: Number(amount.value) }));
      said.textContent = 'The limit was saved.';
    }));
    parts.push(element('label', { for: 'amount' }, 'Daily limit, minor unit '), amount, save);
  }

  return parts;
}

/**
 * A button that shows the numbers, once the page has brought a key for this very card.
 * @param {string} account @param {string} card @param {HTMLElement} show @param {HTMLElement} numbers
 */
async function prepareNumbers(account, card, show, numbers) {
  if (!settings.hasKeys) return;
  try {
    const made = await (await post('/browser/nonces', { account, issuing_card: card })).json();
    const given = await askPage('ephemeral-key', { issuingCard: card, nonce: made.nonce });
    if (given?.issuingCard !== card || given.nonce !== made.nonce) throw new Error('The key belongs to another card.');
    const credentials = { account, issuing_card: card, nonce: made.nonce, ephemeral_key_secret: given.ephemeralKeySecret };
    if (!(await post('/browser/cards', credentials)).ok) throw new Error('Stripe did not take the key.');
    show.hidden = false;
    show.addEventListener('click', () => void guarded(async () => {
      const answers = await Promise.all(['number', 'cvc', 'expiry'].map(async (field) => {
        const response = await post('/frames/data', { ...credentials, field, betas: [] });
        if (!response.ok) throw new Error('The numbers cannot be shown any more: choose the card again.');
        return (await response.json()).value;
      }));
      numbers.textContent = answers.join(' · ');
      show.hidden = true;
      resize();
    }));
  } catch (problem) {
    said.textContent = 'The numbers cannot be shown. ' + /** @type {Error} */ (problem).message;
  }

  resize();
}

/** @param {() => Promise<void>} work */
async function guarded(work) {
  said.textContent = '';
  try {
    await work();
  } catch (problem) {
    said.textContent = /** @type {Error} */ (problem).message;
    resize();
  }
}

/**
 * @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function resize() {
  page.postMessage({ type: 'height', height: document.documentElement.scrollHeight });
}

export {};
