// @ts-check
// Asks the browser for a passkey: a new one, or one that it has.
import { PortalError, post } from '../common/errors.js';

/** Whether this browser can. */
export const hasPasskeys = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/**
 * Makes a new passkey.
 * @param {{ id: string, options: PublicKeyCredentialCreationOptionsJSON }} question
 */
export async function create({ id, options }) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return { id, credential: toJson(await asked(navigator.credentials.create({ publicKey }))) };
}

/**
 * Asks for one that is there.
 * @param {{ id: string, options: PublicKeyCredentialRequestOptionsJSON }} question
 */
export async function get({ id, options }) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return { id, credential: toJson(await asked(navigator.credentials.get({ publicKey }))) };
}

/** @param {Promise<Credential | null>} answer */
async function asked(answer) {
  try {
    const credential = await answer;
    if (credential) return /** @type {PublicKeyCredential} */ (credential);
  } catch (problem) {
    if (/** @type {Error} */ (problem).name === 'InvalidStateError') throw new PortalError('This device has a passkey for you already.');
  }

  throw new PortalError('No passkey was used. Try again, or use another way.');
}

/** @param {PublicKeyCredential} credential */
const toJson = (credential) => credential.toJSON();

/**
 * Proves with a passkey that it is still the same person.
 * @param {string} token @param {string | null} pinCardId The card whose PIN is to be shown; none for all else.
 */
export async function stepUpWithPasskey(token, pinCardId) {
  const answer = await get(await post('/step-up/passkey/options', token, {}));
  await post('/step-up/passkey', token, { ...answer, pin_card_id: pinCardId });
}
