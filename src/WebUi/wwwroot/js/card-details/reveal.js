// @ts-check
import { EphemeralKeyRefresher } from './ephemeral-keys.js';
import { CONTENT_BLOCKER, PortalError, connectionError, stripeError } from '../common/errors.js';
import { watch } from '../common/session.js';
import { stepUp } from './step-up.js';

const HIDE_AFTER = 60_000;
const FRAME_TIMEOUT = 20_000;
const FRAME_GRACE = 2_000;
const WARN_BEFORE = 10_000;
const LOADING = 'Loading from Stripe.';

/**
 * @typedef {import('@stripe/stripe-js').Stripe & {
 *   retrieveIssuingCard?(card: string, key: { ephemeralKeySecret: string, nonce: string }):
 *     Promise<{ issuingCard?: object, error?: import('@stripe/stripe-js').StripeError }>
 * }} IssuingStripe Stripe.js with the method that its typings leave out.
 * @typedef {{ mount(to: HTMLElement): void, destroy(): void, update(options: object): void,
 *   on(event: string, handler: () => void): unknown }} Mounted
 * @typedef {'number' | 'expiry' | 'cvc' | 'pin'} Piece
 */

/** @type {Record<Piece, string>} */
const ELEMENTS = {
  number: 'issuingCardNumberDisplay',
  expiry: 'issuingCardExpiryDisplay',
  cvc: 'issuingCardCvcDisplay',
  pin: 'issuingCardPinDisplay',
};
/** @type {Record<Piece, string>} */
const COPIED = { number: 'Card number copied.', expiry: 'Expiry date copied.', cvc: 'CVC copied.', pin: 'PIN copied.' };

/** A button that shows some pieces of card data, in Stripe's frames, and hides them again. */
export class Reveal {
  /**
   * @param {{
   *   root: HTMLElement, button: HTMLButtonElement, keep: HTMLButtonElement, subject: string,
   *   createStripe: () => Promise<IssuingStripe>, announce: (text: string) => void,
   *   showError: (error: PortalError | null, retry?: () => void) => void,
   * }} options
   */
  constructor({ root, button, keep, subject, createStripe, announce, showError }) {
    this.root = root;
    this.button = button;
    this.keep = keep;
    this.subject = subject;
    this.createStripe = createStripe;
    this.announce = announce;
    this.showError = showError;
    this.pieces = /** @type {Piece[]} */ ((button.dataset.elements ?? '').split(' ').filter(Boolean));
    this.labels = { show: button.textContent ?? '', hide: (button.textContent ?? '').replace('Show', 'Hide') };
    /** @type {Map<Piece | 'wallet', Mounted>} */
    this.displays = new Map();
    /** @type {Mounted[]} */
    this.copies = [];
    /** @type {EphemeralKeyRefresher | null} */
    this.refresher = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.clock = undefined;
    /** @type {(() => void) | undefined} */
    this.unwatch = undefined;
    /** Counts attempts, so that one which was given up cannot show anything. */
    this.attempt = 0;
    this.isAsking = false;
    /** What is told while nothing is shown. */
    this.usual = document.getElementById('hides-in')?.textContent ?? '';

    button.disabled = false;
    button.addEventListener('click', () => this.isOn ? this.hide(`${this.subject} hidden.`) : void this.show());
    keep.addEventListener('click', () => this.keepShowing());
  }

  get isOn() {
    return this.button.dataset.shown === 'true';
  }

  async show() {
    if (this.button.getAttribute('aria-busy') === 'true') return;
    const attempt = ++this.attempt;
    this.showError(null);
    this.busy(true);
    this.announce(LOADING);
    try {
      const stripe = await this.createStripe();
      const card = /** @type {string} */ (this.root.dataset.card);
      const refresher = new EphemeralKeyRefresher({
        stripe,
        card,
        token: this.root.dataset.token ?? '',
        details: this.isPin ? 'pin' : 'card',
        onKey: key => this.useKey(key),
        onError: error => this.refuse(error, refresher),
      });
      const key = await this.startProven(refresher, attempt);
      if (!key) return;
      if (attempt !== this.attempt) return refresher.stop();
      this.refresher = refresher;

      // Needed with the beta issuing_elements_2; a Stripe.js without it wants no such call.
      if (stripe.retrieveIssuingCard) {
        const { error } = await stripe.retrieveIssuingCard(card, key);
        if (error) throw stripeError(error);
        if (attempt !== this.attempt) return;
      }

      await this.mount(stripe, { issuingCard: card, ...key }, attempt);
      if (attempt !== this.attempt) return;
      this.swap(true);
      this.unwatch = watch();
      this.timer = setTimeout(() => this.hide(`${this.subject} hidden again after a minute.`), HIDE_AFTER);
      this.countDown();
      this.announce(`${this.subject} shown, for one minute.`);
    } catch (problem) {
      if (attempt !== this.attempt) return;
      this.clear();
      const shown = problem instanceof PortalError ? problem : connectionError();
      this.announce('');
      this.showError(shown, () => void this.show());
    } finally {
      if (attempt === this.attempt) this.busy(false);
    }
  }

  get isPin() {
    return this.pieces.includes('pin');
  }

  /**
   * The first key; where the portal asks for it, once the person has proven that it is them. A PIN wants that each time.
   * @param {EphemeralKeyRefresher} refresher @param {number} attempt
   * @returns {Promise<import('./ephemeral-keys.js').Key | null>} None where they would not.
   */
  async startProven(refresher, attempt) {
    if (this.button.dataset.stepUp !== 'first') {
      try {
        return await refresher.start();
      } catch (problem) {
        if (!(problem instanceof PortalError && problem.mustStepUp) || attempt !== this.attempt) throw problem;
      }
    }

    this.announce('');
    const pinCardId = this.isPin ? /** @type {string} */ (this.root.dataset.card) : null;
    this.isAsking = true;
    const isProven = await stepUp(this.root.dataset.token ?? '', pinCardId).finally(() => { this.isAsking = false; });
    if (!isProven || attempt !== this.attempt) {
      this.button.focus();
      return null;
    }

    // A proof for number and security code lasts a while; should it be over, the portal says so.
    if (!this.isPin) this.button.dataset.stepUp = '';
    this.announce(LOADING);
    return refresher.start();
  }

  /**
   * A key that cannot be refreshed without the person is left to end: what is shown is hidden, and the next press asks.
   * @param {PortalError} error @param {EphemeralKeyRefresher} refresher
   */
  refuse(error, refresher) {
    if (error.mustStepUp) this.hide(`${this.subject} hidden. Show them again to go on.`);
    else this.showError(error, () => void refresher.refresh());
  }

  /** @param {string} [reason] Announced to a screen reader. */
  hide(reason) {
    // While the person is asked for a code nothing is shown, and their app is often another window.
    if (this.isAsking && document.hidden) return;
    const was = this.isOn;
    this.attempt++;
    this.clear();
    this.busy(false);
    if (was && reason) this.announce(reason);
  }

  /** Tells how long the details stay; who listens hears it at the start and shortly before the end. */
  countDown() {
    const end = Date.now() + HIDE_AFTER;
    let isWarned = false;
    const tell = () => {
      const left = Math.max(0, end - Date.now());
      const seconds = Math.ceil(left / 1000);
      this.told(`Hides in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.`);
      if (left > WARN_BEFORE || isWarned) return;
      isWarned = true;
      this.announce(`${this.subject} hide in ${WARN_BEFORE / 1000} seconds.`);
    };
    clearInterval(this.clock);
    this.clock = setInterval(tell, 1000);
    tell();
  }

  /** @param {string} text What stands beside the buttons of number and security code. */
  told(text) {
    const place = this.isPin ? null : document.getElementById('hides-in');
    if (place) place.textContent = text;
  }

  keepShowing() {
    clearTimeout(this.timer);
    clearInterval(this.clock);
    this.told('Shown until you hide them or leave the page.');
    this.keep.hidden = true;
    this.button.focus();
    this.announce(`${this.subject} kept on show until you hide or leave the page.`);
  }

  /**
   * @param {IssuingStripe} stripe
   * @param {{ issuingCard: string, nonce: string, ephemeralKeySecret: string }} credentials
   * @param {number} attempt
   */
  async mount(stripe, credentials, attempt) {
    const elements = /** @type {{ create(name: string, options: object): Mounted }} */ (/** @type {unknown} */ (stripe.elements()));
    const ready = [];
    const copies = this.copyRow;
    if (copies) {
      copies.hidden = false;
      copies.classList.add('is-loading');
    }

    for (const piece of this.pieces) {
      const slot = this.slot(piece);
      const display = elements.create(ELEMENTS[piece], { ...credentials, style: styleOf(slot) });
      this.displays.set(piece, display);
      // Frames load only where they can be laid out; they are covered until all are ready.
      this.slot(piece).hidden = false;
      this.slot(piece).classList.add('is-loading');
      ready.push(isReady(piece, display, slot));
      this.mountCopy(elements, piece);
    }
    this.mountWallet(elements, credentials);
    if (!await inTime(Promise.all(ready)) && attempt === this.attempt) {
      throw new PortalError(`Stripe's frames did not load. ${CONTENT_BLOCKER}`);
    }
  }

  /** @param {{ create(name: string, options: object): Mounted }} elements @param {Piece} piece */
  mountCopy(elements, piece) {
    const slot = /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-copy="${piece}"]`));
    if (!slot) return;
    const copy = elements.create('issuingCardCopyButton', { toCopy: piece });
    copy.on('click', () => {
      this.announce(COPIED[piece]);
      slot.parentElement?.classList.add('is-copied');
      setTimeout(() => slot.parentElement?.classList.remove('is-copied'), 2000);
    });
    copy.mount(slot);
    this.copies.push(copy);
  }

  /**
   * @param {{ create(name: string, options: object): Mounted }} elements
   * @param {{ issuingCard: string, nonce: string, ephemeralKeySecret: string }} credentials
   */
  mountWallet(elements, credentials) {
    const slot = /** @type {HTMLElement | null} */ (this.root.querySelector('[data-slot="wallet"]'));
    if (!slot || this.isPin || !('ApplePaySession' in window)) return;
    try {
      const wallet = elements.create('issuingAddToWalletButton', { ...credentials, wallet: 'apple' });
      wallet.on('success', () => this.announce('Card added to Apple Wallet.'));
      wallet.on('error', () => this.dropWallet(slot));
      this.displays.set('wallet', wallet);
      // Frames load only where they can be laid out; this one stays covered until it is ready.
      slot.classList.add('is-loading');
      slot.hidden = false;
      void isReady('wallet', wallet, slot).then(() => slot.classList.remove('is-loading'));
    } catch {
      // The button is a beta of Stripe's: without it, the card's details are shown all the same.
      this.dropWallet(slot);
    }
  }

  /** @param {HTMLElement} slot */
  dropWallet(slot) {
    slot.hidden = true;
    this.displays.get('wallet')?.destroy();
    this.displays.delete('wallet');
  }

  /** @param {import('./ephemeral-keys.js').Key} key */
  useKey(key) {
    for (const display of this.displays.values()) display.update({ nonce: key.nonce, ephemeralKeySecret: key.ephemeralKeySecret });
    this.showError(null);
  }

  /** Takes on the page's colours when they change. */
  restyle() {
    for (const [piece, display] of this.displays) {
      if (piece !== 'wallet') display.update({ style: styleOf(this.slot(piece)) });
    }
  }

  clear() {
    clearTimeout(this.timer);
    clearInterval(this.clock);
    this.told(this.usual);
    this.refresher?.stop();
    this.refresher = null;
    this.unwatch?.();
    // Hidden first, whatever becomes of the frames.
    this.swap(false);
    const wallet = /** @type {HTMLElement | null} */ (this.root.querySelector('[data-slot="wallet"]'));
    if (wallet && this.displays.has('wallet')) wallet.hidden = true;
    const mounted = [...this.displays.values(), ...this.copies];
    this.displays.clear();
    this.copies = [];
    for (const frame of mounted) frame.destroy();
  }

  /** @param {boolean} on */
  swap(on) {
    for (const piece of this.pieces) {
      this.slot(piece).hidden = !on;
      this.slot(piece).classList.remove('is-loading');
      /** @type {HTMLElement} */ (this.root.querySelector(`[data-masked="${piece}"]`)).hidden = on;
    }
    const copies = this.copyRow;
    if (copies) {
      copies.hidden = !on;
      copies.classList.remove('is-loading');
    }

    this.button.dataset.shown = String(on);
    this.button.textContent = on ? this.labels.hide : this.labels.show;
    this.keep.hidden = !on;
  }

  /** @param {boolean} on */
  busy(on) {
    this.button.setAttribute('aria-busy', String(on));
    this.button.classList.toggle('is-busy', on);
  }

  /** Where what is shown can be copied; a PIN cannot. */
  get copyRow() {
    return this.isPin ? null : document.getElementById('copies');
  }

  /** @param {Piece} piece @returns {HTMLElement} */
  slot(piece) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-slot="${piece}"]`));
  }
}

/** @param {HTMLElement} slot What surrounds the frame, whose look its text takes on. */
function styleOf(slot) {
  const { color, fontSize, lineHeight, letterSpacing } = getComputedStyle(slot);
  return { base: { color, fontSize, lineHeight, letterSpacing, fontFamily: 'ui-monospace, Menlo, Consolas, monospace' } };
}

/**
 * Mounts a display and waits for it. Stripe's typings promise `ready` for the number alone; for the others a frame that has
 * loaded, and been given a moment, is ready too. The wallet's button is not shown at all before it says so.
 * @param {Piece | 'wallet'} piece @param {Mounted} display @param {HTMLElement} slot
 */
function isReady(piece, display, slot) {
  return new Promise(resolve => {
    display.on('ready', () => resolve(true));
    display.mount(slot);
    if (piece !== 'number' && piece !== 'wallet') {
      slot.querySelector('iframe')?.addEventListener('load', () => setTimeout(() => resolve(true), FRAME_GRACE), { once: true });
    }
  });
}

/** @param {Promise<unknown>} wanted */
function inTime(wanted) {
  return Promise.race([wanted.then(() => true), new Promise(resolve => setTimeout(() => resolve(false), FRAME_TIMEOUT))]);
}
