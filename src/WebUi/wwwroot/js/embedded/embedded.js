// @ts-check
import { ENDED, beforeLeaving, watch } from '../common/session.js';
import { PORTAL_UNREACHABLE, REQUEST_TIMEOUT, STRIPE_UNREACHABLE } from '../common/errors.js';

/** Mounts one of Stripe's embedded issuing components, and says so when it cannot be shown. */

/**
 * @typedef {{ init: (params: import('@stripe/connect-js').IStripeConnectInitParams) => import('@stripe/connect-js').StripeConnectInstance
 * }} StripeConnectGlobal
 */

const place = /** @type {HTMLElement} */ (document.getElementById('component'));
const loading = /** @type {HTMLElement} */ (document.getElementById('component-loading'));
const error = /** @type {HTMLElement} */ (document.getElementById('component-error'));
const errorText = /** @type {HTMLElement} */ (document.getElementById('component-error-text'));
const dark = matchMedia('(prefers-color-scheme: dark)');
const { tag, account = '', card, publishableKey = '', connectJs = '', controls, switching, token = '' } = place.dataset;

/** What the portal answered when it refused a session: more exact than the component's own error. @type {string | undefined} */
let refused;

/**
 * @param {string} path
 * @param {object} body
 */
async function post(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', RequestVerificationToken: token },
    });
  } catch {
    throw new Error(PORTAL_UNREACHABLE);
  }

  if (response.status === 204) return {};
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.detail ?? 'The portal refused this. Reload the page, then try again.');
  return answer;
}

async function fetchClientSecret() {
  try {
    return (await post('/account-sessions', { account })).clientSecret;
  } catch (problem) {
    refused = /** @type {Error} */ (problem).message;
    throw problem;
  }
}

/** @type {import('@stripe/connect-js').FetchEphemeralKeyFunction} */
async function fetchEphemeralKey({ issuingCard, nonce }) {
  const { ephemeralKeySecret } = await post('/ephemeral-keys', { card_id: issuingCard, nonce });
  return { issuingCard, nonce, ephemeralKeySecret };
}

/** @returns {import('@stripe/connect-js').AppearanceOptions} */
function appearance() {
  const style = getComputedStyle(document.documentElement);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const panel = colour('--panel');
  return {
    variables: { colorPrimary: colour('--accent'), colorText: colour('--ink'), colorBackground: panel.length === 4 ? '#ffffff' : panel } };
}

/** @param {string} type */
function messageOf(type) {
  return {
    api_connection_error: STRIPE_UNREACHABLE,
    authentication_error: 'Stripe could not sign you in to its component. Try again.',
    account_session_create_error: 'Stripe did not open its component for this account.',
    invalid_request_error: 'Stripe does not show this component for the account. It is a preview: the account may not have access yet.',
    rate_limit_error: 'Stripe is taking no more requests for a moment. Wait, then try again.',
  }[type] ?? 'Stripe\'s component could not be shown.';
}

/** @param {string} text */
function showError(text) {
  loading.hidden = true;
  errorText.textContent = text;
  error.hidden = false;
  place.hidden = true;
}

/** @returns {Promise<StripeConnectGlobal>} */
function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = connectJs;
    script.async = true;
    const ready = () => resolve(/** @type {any} */ (window).StripeConnect);
    /** @type {any} */ (window).StripeConnect = { onLoad: ready };
    script.addEventListener('error', () => reject(new Error(messageOf('api_connection_error'))));
    document.head.append(script);
  });
}

async function mount() {
  error.hidden = true;
  place.hidden = false;
  loading.hidden = false;
  const instance = (await load()).init({ publishableKey, fetchClientSecret, appearance: appearance(), locale: navigator.language });
  const component = tag === 'issuing-card' ? instance.create('issuing-card') : instance.create('issuing-cards-list');
  component.setOnLoaderStart(() => { loading.hidden = true; });
  component.setOnLoadError((event) => showError(refused ?? messageOf(event.error.type)));
  if (place.dataset.numbers === 'true') component.setFetchEphemeralKey(fetchEphemeralKey);
  component.setShowSpendControls(controls === 'true');
  if (card && 'setDefaultCard' in component) {
    component.setDefaultCard(card);
    component.setCardSwitching(switching === 'true');
  }

  place.replaceChildren(component);
  dark.addEventListener('change', () => instance.update({ appearance: appearance() }));
  logOutWith(instance);
}

/**
 * Signing out here ends the session in the component too.
 * @param {import('@stripe/connect-js').StripeConnectInstance} instance
 */
function logOutWith(instance) {
  watch();
  /** @type {Promise<void> | undefined} */
  let loggedOut;
  addEventListener(ENDED, () => {
    place.hidden = true;
    loggedOut ??= instance.logout().catch(() => { /* It ends by itself within the hour. */ });
  });
  beforeLeaving(() => loggedOut);
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('sign-out'));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const late = new Promise((resolve) => { setTimeout(resolve, 2000); });
    // Signing out must not wait for Stripe.
    void Promise.race([instance.logout(), late]).finally(() => form.submit());
  }, { once: true });
}

// Changes made in the component are read when the focus returns from its frame to the page.
let left = false;
addEventListener('blur', () => { left = document.activeElement instanceof HTMLIFrameElement; });
addEventListener('focus', () => {
  if (!left) return;
  left = false;
  post('/embedded-refresh', { account, card_id: card || null }).catch(() => { /* The webhook brings it too. */ });
});

document.getElementById('component-retry')?.addEventListener('click', () => location.reload());
mount().catch((/** @type {Error} */ problem) => showError(problem.message));

export {};
