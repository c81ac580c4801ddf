// @ts-check

/** Something that went wrong, in words for the person, with what they can do about it. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {{ canRetry?: boolean, mustSignIn?: boolean }} [then]
   */
  constructor(message, { canRetry = true, mustSignIn = false } = {}) {
    super(message);
    this.name = 'Trouble';
    this.canRetry = canRetry;
    this.mustSignIn = mustSignIn;
  }
}

/** @returns {Trouble} What a request that got no answer means. */
export function noAnswer() {
  return new Trouble(navigator.onLine
    ? 'The portal could not be reached. Check your connection, then try again.'
    : 'You are offline. Card details can be shown again once you are back online.');
}

/**
 * @param {{ type?: string, message?: string }} error From Stripe.js.
 * @returns {Trouble}
 */
export function fromStripe(error) {
  if (!navigator.onLine) return noAnswer();
  return error.type === 'api_connection_error'
    ? new Trouble('Stripe could not be reached from this browser. Check your connection, then try again.')
    : new Trouble('Stripe did not accept this page\'s key for the card. Try again; if it stays, tell an admin.');
}
