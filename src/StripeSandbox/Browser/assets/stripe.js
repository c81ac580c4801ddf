// The sandbox's Stripe.js: the part of https://js.stripe.com that Issuing Elements need, with the same names and errors.
// It sees nonces and keys, as Stripe's does, and never card data: that stays in the frames.
// @ts-check
(() => {
  'use strict';

  /**
   * @typedef {Pick<import('@stripe/stripe-js').Stripe, 'createEphemeralKeyNonce'>} NonceMaker
   * @typedef {{ issuingCard: string, nonce: string, ephemeralKeySecret: string }} Credentials
   * @typedef {{ publishableKey: string, account?: string, betas: string[] }} Client
   * @typedef {{ type: string, code?: string, message: string, param?: string }} ApiError
   */

  const ORIGIN = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin;
  const DISPLAYS = ['issuingCardNumberDisplay', 'issuingCardCvcDisplay', 'issuingCardExpiryDisplay', 'issuingCardPinDisplay'];
  const CREDENTIALS = ['issuingCard', 'nonce', 'ephemeralKeySecret'];
  /** @type {Record<string, string[]>} */
  const OPTIONS = {
    ...Object.fromEntries(DISPLAYS.map(name => [name, [...CREDENTIALS, 'style']])),
    issuingCardCopyButton: ['toCopy', 'style'],
    issuingAddToWalletButton: [...CREDENTIALS, 'wallet', 'buttonHeight'],
  };
  /** @type {Record<string, string>} */
  const TITLES = {
    issuingCardNumberDisplay: 'Card number',
    issuingCardCvcDisplay: 'CVC',
    issuingCardExpiryDisplay: 'Expiry date',
    issuingCardPinDisplay: 'PIN',
    issuingCardCopyButton: 'Copy button',
    issuingAddToWalletButton: 'Add to Apple Wallet',
  };

  class IntegrationError extends Error {
    /** @param {string} message */
    constructor(message) {
      super(message);
      this.name = 'IntegrationError';
    }
  }

  /**
   * @param {Client} client
   * @param {string} path
   * @param {Record<string, unknown>} body
   * @returns {Promise<{ answer?: any, error?: ApiError }>}
   */
  async function call(client, path, body) {
    try {
      const response = await fetch(ORIGIN + path, {
        method: 'POST',
        signal: AbortSignal.timeout(80_000),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${client.publishableKey}` },
        body: JSON.stringify({ account: client.account ?? null, ...body }),
      });
      const answer = await response.json();
      return response.ok ? { answer } : { error: answer.error };
    } catch {
      return { error: { type: 'api_connection_error', message: 'Could not reach Stripe. Check your network connection.' } };
    }
  }

  class Group {
    /** @param {Client} client @param {Map<string, Credentials>} retrieved */
    constructor(client, retrieved) {
      this.client = client;
      this.retrieved = retrieved;
      /** The key that copy buttons use: that of the card last shown. @type {Credentials | null} */
      this.current = null;
      /** @type {Set<Element>} */
      this.elements = new Set();
    }

    /** @param {string} elementType @param {Record<string, any>} [options] */
    create(elementType, options = {}) {
      if (!OPTIONS[elementType]) {
        throw new IntegrationError(`A valid Element name must be provided. You specified: ${elementType}.`);
      }
      if (this.retrieved.size === 0 || (options.issuingCard && !this.retrieved.has(options.issuingCard))) {
        throw new IntegrationError('Issuing card has not been retrieved.');
      }
      return new Element(this, elementType, options);
    }

    /** @param {Credentials} credentials */
    use(credentials) {
      // Several displays are given the same key one after the other; copy buttons need to hear of it once.
      const told = this.current?.ephemeralKeySecret === credentials.ephemeralKeySecret;
      this.current = credentials;
      if (!told) for (const element of this.elements) element.keyChanged();
    }
  }

  class Element {
    /** @param {Group} group @param {string} elementType @param {Record<string, any>} options */
    constructor(group, elementType, options) {
      this.group = group;
      this.elementType = elementType;
      this.options = check(elementType, options, group.client);
      /** @type {Map<string, Set<Function>>} */
      this.handlers = new Map();
      /** @type {HTMLIFrameElement | null} */
      this.frame = null;
      this.destroyed = false;
      this.loaded = false;
      this.onMessage = this.onMessage.bind(this);
      group.elements.add(this);
      if (DISPLAYS.includes(elementType)) group.use(/** @type {any} */ (pick(options, CREDENTIALS)));
    }

    /** @param {string | HTMLElement} target */
    mount(target) {
      if (this.destroyed) {
        throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
      }
      const container = typeof target === 'string' ? document.querySelector(target) : target;
      if (!container) {
        throw new IntegrationError(`The selector you specified (${target}) applies to no DOM elements that are currently on the page.`);
      }
      this.unmount();
      const frame = document.createElement('iframe');
      frame.title = `Secure frame: ${TITLES[this.elementType]}`;
      frame.allow = `clipboard-write ${ORIGIN}`;
      frame.setAttribute('scrolling', 'no');
      frame.setAttribute('frameborder', '0');
      const isButton = this.elementType.endsWith('Button');
      frame.style.cssText = 'border:0;margin:0;padding:0;display:block;background:transparent;color-scheme:light;';
      frame.style.width = isButton ? '100%' : '1px';
      frame.style.minWidth = isButton ? '' : '100%';
      frame.style.height = this.elementType === 'issuingAddToWalletButton' ? `${this.options.buttonHeight ?? 44}px` : isButton ? '100%'
        : '1.4em';
      this.frame = frame;
      addEventListener('message', this.onMessage);
      frame.src = `${ORIGIN}/frames/element`;
      container.replaceChildren(frame);
    }

    /** @param {Record<string, any>} options */
    update(options) {
      this.options = check(this.elementType, { ...this.options, ...options }, this.group.client);
      if (DISPLAYS.includes(this.elementType) && (options.nonce || options.ephemeralKeySecret)) {
        this.group.use(/** @type {any} */ (pick(this.options, CREDENTIALS)));
      }
      this.send();
    }

    unmount() {
      removeEventListener('message', this.onMessage);
      this.frame?.remove();
      this.frame = null;
      this.loaded = false;
    }

    destroy() {
      this.unmount();
      this.destroyed = true;
      this.group.elements.delete(this);
    }

    focus() {
      this.frame?.focus();
    }

    blur() {
      this.frame?.blur();
    }

    clear() {}

    /** @param {string} name @param {Function} handler */
    on(name, handler) {
      if (!this.handlers.has(name)) this.handlers.set(name, new Set());
      this.handlers.get(name)?.add(handler);
      return this;
    }

    /** @param {string} name @param {Function} handler */
    once(name, handler) {
      const only = (/** @type {unknown} */ event) => {
        this.off(name, only);
        handler(event);
      };
      return this.on(name, only);
    }

    /** @param {string} name @param {Function} [handler] */
    off(name, handler) {
      if (handler) this.handlers.get(name)?.delete(handler);
      else this.handlers.delete(name);
      return this;
    }

    keyChanged() {
      if (this.elementType === 'issuingCardCopyButton') this.send();
    }

    send() {
      if (!this.loaded) return;
      const credentials = this.elementType === 'issuingCardCopyButton'
        ? this.group.current
        : /** @type {Credentials} */ (pick(this.options, CREDENTIALS));
      this.frame?.contentWindow?.postMessage({
        stripeSandbox: true,
        kind: 'setup',
        setup: { elementType: this.elementType, client: this.group.client, credentials, options: this.options },
      }, ORIGIN);
    }

    /** @param {MessageEvent} event */
    onMessage(event) {
      if (event.origin !== ORIGIN || event.source !== this.frame?.contentWindow || event.data?.stripeSandbox !== true) return;
      const { kind } = event.data;
      if (kind === 'loaded') {
        this.loaded = true;
        this.send();
      }
      else if (kind === 'size' && this.frame) this.frame.style.height = `${event.data.height}px`;
      else if (kind === 'ready' || kind === 'click' || kind === 'success') {
        for (const handler of [...this.handlers.get(kind) ?? []]) handler({ elementType: this.elementType });
      } else if (kind === 'refused') {
        console.warn(`[Stripe sandbox] ${this.elementType}: the frame was refused (${event.data.message}).`);
      }
    }
  }

  /** @param {Record<string, any>} from @param {string[]} names */
  function pick(from, names) {
    return Object.fromEntries(names.map(name => [name, from[name]]));
  }

  /** @param {string} elementType @param {Record<string, any>} options @param {Client} client */
  function check(elementType, options, client) {
    for (const name of Object.keys(options)) {
      if (!OPTIONS[elementType].includes(name)) {
        // Stripe's own warns too, and goes on.
        console.warn(`Unrecognized create() parameter: ${name} is not a recognized parameter. This may cause issues with your `
          + 'integration in the future.');
      }
    }
    for (const name of OPTIONS[elementType].filter(option => CREDENTIALS.includes(option))) {
      if (typeof options[name] !== 'string' || options[name] === '') {
        throw new IntegrationError(`Missing value for ${name}: ${name} should be a string.`);
      }
    }
    if (elementType === 'issuingCardCopyButton' && !['expiry', 'cvc', 'number', 'pin'].includes(options.toCopy)) {
      throw new IntegrationError('Invalid value for toCopy: should be one of expiry, cvc, number, pin.');
    }
    if (elementType === 'issuingAddToWalletButton') {
      if (options.wallet !== 'apple') throw new IntegrationError('Invalid value for wallet: should be apple.');
      const height = options.buttonHeight ?? 44;
      if (!(height >= 36 && height <= 55)) throw new IntegrationError('Invalid value for buttonHeight: should be between 36 and 55.');
      if (!client.betas.includes('issuing_add_to_wallet_button_element_1')) {
        throw new IntegrationError('issuingAddToWalletButton needs the beta issuing_add_to_wallet_button_element_1.');
      }
    }
    return options;
  }

  /**
   * @param {string} publishableKey
   * @param {import('@stripe/stripe-js').StripeConstructorOptions} [options]
   */
  function Stripe(publishableKey, options = {}) {
    if (typeof publishableKey !== 'string' || !publishableKey.startsWith('pk_')) {
      throw new IntegrationError('Please call Stripe() with your publishable key.');
    }
    /** @type {Client} */
    const client = { publishableKey, account: options.stripeAccount, betas: options.betas ?? [] };
    /** @type {Map<string, Credentials>} */
    const retrieved = new Map();

    /** @type {NonceMaker} */
    const nonces = {
      async createEphemeralKeyNonce({ issuingCard }) {
        const { answer, error } = await call(client, '/browser/nonces', { issuing_card: issuingCard });
        return error
          ? { nonce: undefined, error: /** @type {import('@stripe/stripe-js').StripeError} */ (error) }
          : { nonce: /** @type {string} */ (answer.nonce), error: undefined };
      },
    };

    return {
      ...nonces,
      /** @param {string} issuingCard @param {{ ephemeralKeySecret: string, nonce: string }} key */
      async retrieveIssuingCard(issuingCard, { ephemeralKeySecret, nonce }) {
        const { answer, error } = await call(client, '/browser/cards', {
          issuing_card: issuingCard, nonce, ephemeral_key_secret: ephemeralKeySecret,
        });
        if (error) return { error };
        retrieved.set(issuingCard, { issuingCard, nonce, ephemeralKeySecret });
        return { issuingCard: answer };
      },
      elements: () => new Group(client, retrieved),
    };
  }

  Object.assign(window, { Stripe });
})();
