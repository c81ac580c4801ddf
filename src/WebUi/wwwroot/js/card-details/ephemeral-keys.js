// @ts-check
// The one place that makes ephemeral keys and makes them anew: Stripe ends a key after 15 minutes.
import { Trouble, fromStripe, noAnswer } from './trouble.js';

const REFRESH_AFTER = 12 * 60_000;

/**
 * @typedef {{ nonce: string, ephemeralKeySecret: string }} Key
 * @typedef {Pick<import('@stripe/stripe-js').Stripe, 'createEphemeralKeyNonce'>} NonceMaker
 */

/**
 * Exchanges a nonce, made by Stripe.js for this card, for a key.
 * @param {NonceMaker} stripe
 * @param {string} card
 * @param {string} token The antiforgery token.
 * @returns {Promise<Key>}
 */
async function createKey(stripe, card, token) {
  const { nonce, error } = await stripe.createEphemeralKeyNonce({ issuingCard: card });
  if (error || !nonce) throw fromStripe(error ?? {});

  const response = await fetch('/ephemeral-keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json', RequestVerificationToken: token },
    body: JSON.stringify({ card_id: card, nonce }),
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch(() => { throw noAnswer(); });

  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { nonce, ephemeralKeySecret: answer.ephemeralKeySecret };
  throw new Trouble(answer.detail ?? 'The portal could not make a key for this card. Try again in a moment.', {
    canRetry: response.status !== 401 && response.status !== 404,
    mustSignIn: response.status === 401,
  });
}

/** Keeps one key fresh while something is shown with it. */
export class KeyKeeper {
  /**
   * @param {{ stripe: NonceMaker, card: string, token: string, onKey: (key: Key) => void, onTrouble: (trouble: Trouble) => void }} given
   */
  constructor({ stripe, card, token, onKey, onTrouble }) {
    this.create = () => createKey(stripe, card, token);
    this.onKey = onKey;
    this.onTrouble = onTrouble;
    this.madeAt = 0;
    this.running = false;
    this.refreshing = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.catchUp = this.catchUp.bind(this);
  }

  /** Makes the first key and keeps it fresh from then on. */
  async start() {
    const madeAt = Date.now();
    const key = await this.create();
    this.running = true;
    this.made(madeAt);
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
    if (!document.hidden && Date.now() - this.madeAt >= REFRESH_AFTER) void this.refresh();
  }

  async refresh() {
    if (!this.running || this.refreshing) return;
    this.refreshing = true;
    const madeAt = Date.now();
    try {
      const key = await this.create();
      if (!this.running) return;
      this.made(madeAt);
      this.onKey(key);
    } catch (problem) {
      if (!this.running) return;
      const trouble = problem instanceof Trouble ? problem : noAnswer();
      this.onTrouble(trouble);
    } finally {
      this.refreshing = false;
    }
  }

  /** @param {number} at When the making began: the key is at most this old. */
  made(at) {
    this.madeAt = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), REFRESH_AFTER);
  }
}
