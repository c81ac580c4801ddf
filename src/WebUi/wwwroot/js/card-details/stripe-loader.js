// @ts-check
import { CONTENT_BLOCKER, PortalError } from '../common/errors.js';

const TIMEOUT = 15_000;

/** @type {Promise<import('@stripe/stripe-js').StripeConstructor> | undefined} */
let loading;

/**
 * Loads Stripe.js once. A load that failed can be tried again.
 * @param {string} src Stripe's own address: the script is never hosted elsewhere.
 * @returns {Promise<import('@stripe/stripe-js').StripeConstructor>}
 */
export function loadStripe(src) {
  loading ??= load(src).catch(problem => {
    loading = undefined;
    throw problem;
  });
  return loading;
}

/** @param {string} src */
function load(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const blocked = () => {
      script.remove();
      reject(new PortalError(`Stripe's script could not be loaded. ${CONTENT_BLOCKER}`));
    };
    const timer = setTimeout(blocked, TIMEOUT);
    script.async = true;
    script.src = src;
    script.onerror = () => {
      clearTimeout(timer);
      blocked();
    };
    script.onload = () => {
      clearTimeout(timer);
      if (window.Stripe) resolve(window.Stripe);
      else blocked();
    };
    document.head.append(script);
  });
}
