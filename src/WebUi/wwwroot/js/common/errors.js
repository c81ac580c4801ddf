// @ts-check

/** An error worded for the user, with what they can do about it. */
export class PortalError extends Error {
  /**
   * @param {string} message
   * @param {{ canRetry?: boolean, mustSignIn?: boolean }} [options]
   */
  constructor(message, { canRetry = true, mustSignIn = false } = {}) {
    super(message);
    this.name = 'PortalError';
    this.canRetry = canRetry;
    this.mustSignIn = mustSignIn;
  }
}

/** @returns {PortalError} What to say when a request got no answer. */
export function connectionError() {
  return new PortalError(navigator.onLine
    ? 'The portal could not be reached. Check your connection, then try again.'
    : 'You are offline. Card details can be shown again once you are back online.');
}

/**
 * @param {{ type?: string, message?: string }} error From Stripe.js.
 * @returns {PortalError}
 */
export function stripeError(error) {
  if (!navigator.onLine) return connectionError();
  return error.type === 'api_connection_error'
    ? new PortalError('Stripe could not be reached from this browser. Check your connection, then try again.')
    : new PortalError('Stripe did not accept this page\'s key for the card. Try again; if the problem persists, tell an admin.');
}

/** How long the page waits for an answer of the portal. The portal itself waits less for Stripe. */
export const REQUEST_TIMEOUT = 60_000;
