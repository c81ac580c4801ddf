// The inside of an Element: it alone asks for card data, on the sandbox's own origin, and shows it.
// @ts-check

/**
 * @typedef {{ publishableKey: string, account?: string, betas: string[] }} Client
 * @typedef {{ issuingCard: string, nonce: string, ephemeralKeySecret: string }} Credentials
 * @typedef {{ elementType: string, client: Client, credentials: Credentials | null, options: Record<string, any> }} Setup
 */

/** @type {Record<string, string>} */
const FIELDS = {
  issuingCardNumberDisplay: 'number',
  issuingCardCvcDisplay: 'cvc',
  issuingCardExpiryDisplay: 'expiry',
  issuingCardPinDisplay: 'pin',
};
/** @type {Record<string, string>} */
const COPY_LABELS = { number: 'Copy card number', cvc: 'Copy CVC', expiry: 'Copy expiry date', pin: 'Copy PIN' };
const STYLES = ['color', 'fontFamily', 'fontSize', 'fontWeight', 'letterSpacing', 'lineHeight', 'textAlign'];

const shown = /** @type {HTMLElement} */ (document.getElementById('value'));
const button = /** @type {HTMLButtonElement} */ (document.getElementById('button'));
/** @type {Setup | null} */
let setup = null;
/** @type {string | null} */
let value = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let expiry;
let turn = 0;

addEventListener('message', event => {
  if (event.source !== parent || !event.data || event.data.stripeSandbox !== true) return;
  if (event.data.kind === 'setup') apply(event.data.setup);
});
button.addEventListener('click', onClick);
tell({ kind: 'loaded' });

/** @param {Setup} next */
async function apply(next) {
  setup = next;
  dress();
  if (next.elementType === 'issuingAddToWalletButton') {
    button.textContent = 'Add to Apple Wallet';
    button.className = 'wallet';
    button.hidden = false;
    if (await load()) tell({ kind: 'ready' });
    return;
  }
  const isCopy = next.elementType === 'issuingCardCopyButton';
  if (isCopy) {
    button.className = 'copy';
    button.setAttribute('aria-label', COPY_LABELS[next.options.toCopy]);
    button.hidden = false;
  }
  // What is shown stays until the new key has proved itself: an update does not flicker.
  if (await load() && !isCopy) {
    shown.textContent = value;
    shown.hidden = false;
    tell({ kind: 'size', width: shown.offsetWidth, height: shown.offsetHeight });
  }
  tell({ kind: 'ready' });
}

/** Asks for the data with the present key; blanks everything when the key is refused. */
async function load() {
  const mine = ++turn;
  const { elementType, client, credentials, options } = /** @type {Setup} */ (setup);
  if (!credentials) return false;
  const field = elementType === 'issuingAddToWalletButton' ? 'expiry' : FIELDS[elementType] ?? options.toCopy;
  try {
    const response = await fetch('/frames/data', {
      method: 'POST',
      signal: AbortSignal.timeout(80_000),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.publishableKey}` },
      body: JSON.stringify({
        field,
        account: client.account ?? null,
        betas: client.betas,
        issuing_card: credentials.issuingCard,
        nonce: credentials.nonce,
        ephemeral_key_secret: credentials.ephemeralKeySecret,
      }),
    });
    const answer = await response.json();
    if (mine !== turn) return false;
    if (!response.ok) {
      blank();
      tell({ kind: 'refused', message: answer.error?.message ?? null });
      return false;
    }
    value = answer.value;
    clearTimeout(expiry);
    expiry = setTimeout(blank, answer.expires * 1000 - Date.now());
    return true;
  } catch {
    // Offline: what is shown stays until its key ends.
    return false;
  }
}

function blank() {
  value = null;
  shown.textContent = '';
  shown.hidden = true;
}

function dress() {
  const style = /** @type {Record<string, string>} */ (setup?.options.style?.base ?? {});
  for (const name of STYLES) {
    if (typeof style[name] === 'string') /** @type {any} */ (shown.style)[name] = style[name];
  }
}

async function onClick() {
  if (!setup) return;
  if (setup.elementType === 'issuingCardCopyButton' && value !== null) {
    await navigator.clipboard.writeText(setup.options.toCopy === 'number' ? value.replaceAll(' ', '') : value);
  }
  tell({ kind: 'click' });
  if (setup.elementType === 'issuingAddToWalletButton' && value !== null) {
    button.textContent = 'Added to Apple Wallet';
    tell({ kind: 'success' });
  }
}

/** @param {Record<string, unknown>} message Never holds card data. */
function tell(message) {
  parent.postMessage({ stripeSandbox: true, ...message }, '*');
}
