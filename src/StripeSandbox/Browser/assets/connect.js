// @ts-check

/**
 * The sandbox's stand-in for Connect.js: the surface that the typings of @stripe/connect-js describe, for the two issuing
 * components. Their content lives in frames of this script's own origin.
 */
(() => {
  const origin = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin;

  /** @typedef {import('@stripe/connect-js').IStripeConnectInitParams} InitParams */

  /** One component on the page. */
  class Component extends HTMLElement {
    /** @type {Record<string, any>} */
    settings = {};
    /** @type {Instance | undefined} */
    instance;
    /** @type {MessagePort | undefined} */
    port;
    /** @type {((error: any) => void) | undefined} */
    onLoadError;
    /** @type {((start: any) => void) | undefined} */
    onLoaderStart;
    /** @type {import('@stripe/connect-js').FetchEphemeralKeyFunction | undefined} */
    fetchEphemeralKey;

    connectedCallback() {
      if (this.port || !this.instance) return;
      const channel = new MessageChannel();
      this.port = channel.port1;
      this.port.onmessage = ({ data }) => void this.heard(data);
      const frame = document.createElement('iframe');
      frame.src = origin + '/connect/frame';
      frame.title = 'Stripe: ' + (this.localName === 'stripe-connect-issuing-card' ? 'card' : 'cards');
      frame.setAttribute('width', '100%');
      frame.setAttribute('frameborder', '0');
      frame.height = '300';
      frame.addEventListener('load', () => {
        frame.contentWindow?.postMessage({ type: 'stripe-connect-init' }, origin, [channel.port2]);
        this.send();
      }, { once: true });
      this.replaceChildren(frame);
    }

    send() {
      this.port?.postMessage({
        type: 'settings',
        settings: {
          ...this.settings, component: this.localName.slice('stripe-connect-'.length).replaceAll('-', '_'),
            hasKeys: this.fetchEphemeralKey !== undefined,
          dark: this.instance?.dark ?? false, locale: this.instance?.params.locale,
        },
      });
    }

    /** @param {any} data */
    async heard(data) {
      const frame = this.querySelector('iframe');
      if (data.type === 'height' && frame) frame.height = String(data.height + 4);
      else if (data.type === 'loader-start') this.onLoaderStart?.({ elementTagName: this.tag });
      else if (data.type === 'load-error') this.onLoadError?.({ elementTagName: this.tag, error: data.error });
      else if (data.type === 'logged-out') this.instance?.loggedOut(this);
      else if (data.type === 'ask') {
        try {
          const value = data.what === 'client-secret'
            ? await this.instance?.params.fetchClientSecret()
            : await this.fetchEphemeralKey?.({ issuingCard: data.issuingCard, nonce: data.nonce });
          this.port?.postMessage({ type: 'answer', number: data.number, value });
        } catch (problem) {
          this.port?.postMessage(
            { type: 'answer', number: data.number, problem: /** @type {Error} */ (problem)?.message ?? 'The page gave no answer.' });
        }
      }
    }

    get tag() {
      return this.localName.slice('stripe-connect-'.length);
    }

    /** @param {string} name @param {any} value */
    set(name, value) {
      this.settings[name] = value;
      this.send();
    }

    /** @param {((error: any) => void) | undefined} handler */
    setOnLoadError(handler) { this.onLoadError = handler; }

    /** @param {((start: any) => void) | undefined} handler */
    setOnLoaderStart(handler) { this.onLoaderStart = handler; }

    /** @param {boolean | undefined} show */
    setShowSpendControls(show) { this.set('showSpendControls', show); }

    /** @param {import('@stripe/connect-js').FetchEphemeralKeyFunction | undefined} fetchKey */
    setFetchEphemeralKey(fetchKey) {
      this.fetchEphemeralKey = fetchKey;
      this.send();
    }
  }

  class IssuingCard extends Component {
    /** @param {string | undefined} card */
    setDefaultCard(card) { this.set('defaultCard', card); }

    /** @param {boolean | undefined} switching */
    setCardSwitching(switching) { this.set('cardSwitching', switching); }
  }

  class IssuingCardsList extends Component {
    /** @param {string | undefined} program */
    setIssuingProgram(program) { this.set('issuingProgram', program); }
  }

  customElements.define('stripe-connect-issuing-card', IssuingCard);
  customElements.define('stripe-connect-issuing-cards-list', IssuingCardsList);

  class Instance {
    /** @type {Set<Component>} */
    components = new Set();
    /** @type {(() => void)[]} */
    endings = [];

    /** @param {InitParams} params */
    constructor(params) {
      if (!params.publishableKey?.startsWith('pk_')) throw new Error('A publishable key is needed.');
      if (typeof params.fetchClientSecret !== 'function') throw new Error('fetchClientSecret must be a function.');
      this.params = params;
    }

    get dark() {
      const background = this.params.appearance?.variables?.colorBackground ?? '#ffffff';
      return parseInt(background.slice(1, 3), 16) < 0x80;
    }

    /** @param {string} tag */
    create(tag) {
      if (tag !== 'issuing-card' && tag !== 'issuing-cards-list') throw new Error('The sandbox has no component ' + tag + '.');
      const component = /** @type {Component} */ (document.createElement('stripe-connect-' + tag));
      component.instance = this;
      this.components.add(component);
      return component;
    }

    /** @param {import('@stripe/connect-js').IStripeConnectUpdateParams} options */
    update(options) {
      this.params = { ...this.params, ...options };
      for (const component of this.components) component.send();
    }

    /** @returns {Promise<void>} */
    logout() {
      const mounted = [...this.components].filter((component) => component.port);
      if (mounted.length === 0) return Promise.resolve();
      return new Promise((resolve) => {
        this.endings.push(resolve);
        for (const component of mounted) component.port?.postMessage({ type: 'logout' });
      });
    }

    /** @param {Component} component */
    loggedOut(component) {
      this.components.delete(component);
      if ([...this.components].some((other) => other.port)) return;
      for (const end of this.endings.splice(0)) end();
    }
  }

  const before = /** @type {any} */ (window).StripeConnect ?? {};
  /** @type {any} */ (window).StripeConnect = { ...before, init: (/** @type {InitParams} */ params) => new Instance(params) };
  before.onLoad?.();
})();
