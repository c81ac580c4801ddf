// @ts-check
import { Trouble } from './trouble.js';

const PATIENCE = 15_000;

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
      reject(new Trouble('Stripe\'s script could not be loaded. If a content blocker is on, allow Stripe on this page; then try again.'));
    };
    const patience = setTimeout(blocked, PATIENCE);
    script.async = true;
    script.src = src;
    script.onerror = () => {
      clearTimeout(patience);
      blocked();
    };
    script.onload = () => {
      clearTimeout(patience);
      if (window.Stripe) resolve(window.Stripe);
      else blocked();
    };
    document.head.append(script);
  });
}
