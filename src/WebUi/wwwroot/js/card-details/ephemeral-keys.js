// @ts-check
// Creates ephemeral keys and refreshes them: Stripe ends a key after 15 minutes.
import { PortalError, REQUEST_TIMEOUT, connectionError, stripeError } from '../common/errors.js';

const REFRESH_AFTER = 12 * 60_000;

/**
 * @typedef {{ nonce: string, ephemeralKeySecret: string }} Key
 * @typedef {Pick<import('@stripe/stripe-js').Stripe, 'createEphemeralKeyNonce'>} NonceSource
 */

/**
 * Exchanges a nonce, made by Stripe.js for this card, for a key.
 * @param {NonceSource} stripe
 * @param {string} card
 * @param {string} token The antiforgery token.
 * @param {'card' | 'pin'} details What is to be shown with it.
 * @returns {Promise<Key>}
 */
async function createKey(stripe, card, token, details) {
  const { nonce, error } = await stripe.createEphemeralKeyNonce({ issuingCard: card });
  if (error || !nonce) throw stripeError(error ?? {});

  const response = await fetch('/ephemeral-keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json', RequestVerificationToken: token },
    body: JSON.stringify({ card_id: card, nonce, details }),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(REQUEST_TIMEOUT),
  }).catch(() => { throw connectionError(); });

  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { nonce, ephemeralKeySecret: answer.ephemeralKeySecret };
  throw new PortalError(answer.detail ?? 'The portal could not create a key for this card. Try again in a moment.', {
    canRetry: response.status !== 401 && response.status !== 404,
    mustSignIn: response.status === 401,
    mustStepUp: answer.reason === 'step_up_required',
  });
}

/** Keeps one key fresh while card data is shown with it. */
export class EphemeralKeyRefresher {
  /**
   * @param {{
   *   stripe: NonceSource, card: string, token: string, details: 'card' | 'pin', onKey: (key: Key) => void,
   *   onError: (error: PortalError) => void,
   * }} options
   */
  constructor({ stripe, card, token, details, onKey, onError }) {
    this.create = () => createKey(stripe, card, token, details);
    this.onKey = onKey;
    this.onError = onError;
    this.createdAt = 0;
    this.running = false;
    this.refreshing = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.catchUp = this.catchUp.bind(this);
  }

  /** Creates the first key and refreshes it from then on. */
  async start() {
    const createdAt = Date.now();
    const key = await this.create();
    this.running = true;
    this.schedule(createdAt);
    // A machine that slept, or was offline, has missed its timer.
    document.addEventListener('visibilitychange', this.catchUp);
    addEventListener('online', this.catchUp);
    return key;
  }

  stop() {
    this.running = false;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.catchUp);
    removeEventListener('online', this.catchUp);
  }

  catchUp() {
    if (!document.hidden && Date.now() - this.createdAt >= REFRESH_AFTER) void this.refresh();
  }

  async refresh() {
    if (!this.running || this.refreshing) return;
    this.refreshing = true;
    const createdAt = Date.now();
    try {
      const key = await this.create();
      if (!this.running) return;
      this.schedule(createdAt);
      this.onKey(key);
    } catch (problem) {
      if (!this.running) return;
      const error = problem instanceof PortalError ? problem : connectionError();
      this.onError(error);
    } finally {
      this.refreshing = false;
    }
  }

  /** @param {number} startedAt When the request was sent: the key is at most this old. */
  schedule(startedAt) {
    this.createdAt = startedAt;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), REFRESH_AFTER);
  }
}
