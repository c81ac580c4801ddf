// @ts-check

/** An error worded for the user, with what they can do about it. */
export class PortalError extends Error {
  /**
   * @param {string} message
   * @param {{ canRetry?: boolean, mustSignIn?: boolean, mustStepUp?: boolean }} [options]
   */
  constructor(message, { canRetry = true, mustSignIn = false, mustStepUp = false } = {}) {
    super(message);
    this.name = 'PortalError';
    this.canRetry = canRetry;
    this.mustSignIn = mustSignIn;
    this.mustStepUp = mustStepUp;
  }
}

export const PORTAL_UNREACHABLE = 'The portal could not be reached. Check your connection, then try again.';

export const STRIPE_UNREACHABLE = 'Stripe could not be reached from this browser. Check your connection, then try again.';

export const CONTENT_BLOCKER = 'If a content blocker is on, allow Stripe on this page; then try again.';

/** @returns {PortalError} What to say when a request got no answer. */
export function connectionError() {
  return new PortalError(navigator.onLine
    ? PORTAL_UNREACHABLE
    : 'You are offline. Try again once you are back online.');
}

/**
 * @param {{ type?: string, message?: string }} error From Stripe.js.
 * @returns {PortalError}
 */
export function stripeError(error) {
  if (!navigator.onLine) return connectionError();
  return error.type === 'api_connection_error'
    ? new PortalError(STRIPE_UNREACHABLE)
    : new PortalError('Stripe did not accept this page\'s key for the card. Try again; if the problem persists, tell an admin.');
}

/** How long the page waits for an answer of the portal. The portal itself waits less for Stripe. */
export const REQUEST_TIMEOUT = 60_000;

/**
 * Asks the portal for JSON. What it refuses is told in its own words.
 * @param {string} address @param {RequestInit} [request]
 * @returns {Promise<any>}
 */
export async function ask(address, request = {}) {
  const answer = await fetch(address, {
    ...request, cache: 'no-store', signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    headers: { Accept: 'application/json', ...request.headers },
  }).catch(() => { throw connectionError(); });
  if (answer.status === 204) return undefined;
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  throw new PortalError(told.detail ?? PORTAL_UNREACHABLE, {
    canRetry: answer.status !== 401, mustSignIn: answer.status === 401, mustStepUp: told.reason === 'step_up_required',
  });
}

/** @param {string} address @param {string} token The antiforgery token. @param {object} body */
export const post = (address, token, body) => ask(address, {
  method: 'POST', headers: { 'content-type': 'application/json', RequestVerificationToken: token }, body: JSON.stringify(body),
});
