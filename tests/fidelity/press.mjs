// Presses every button of the portal that reaches Stripe, so that the sandbox records what the gateways really send.
import { ask, nonceFor, Person, until } from './portal.mjs';

const accounts = { platform: 'acct_1SandboxPlatform', lumiere: 'acct_1SandboxLumiere' };
const nia = 'ich_1SandboxNia';

/**
 * @param {{ origin: string, sandbox: string, restart: () => Promise<void> }} portal
 * @param {string[]} gatewayRoutes What must have been seen: what is not, is a button that nobody has pressed here.
 */
export async function press(portal, gatewayRoutes) {
  const ada = new Person(portal.origin);
  await ada.signIn('admin@demo.test');
  const issue = async (type, shipping = {}) => {
    const to = await ada.fill(`/cards/issue?account=${accounts.platform}&cardholder=${nia}`, 'Cardholder', {
      Cardholder: nia, Type: type, Currency: 'usd', Activate: type === 'virtual' ? 'true' : 'false', ...shipping,
    });
    return /ic_\w+/.exec(to ?? '')?.[0] ?? '';
  };
  const address = {
    'Shipping.Name': 'Nia Okafor', 'Shipping.Line1': '1 Main Street', 'Shipping.City': 'San Francisco', 'Shipping.State': 'CA',
    'Shipping.PostalCode': '94111', 'Shipping.Country': 'US',
  };
  const card = await issue('virtual');
  const physical = await issue('physical', address);
  await ada.press(`/cards/${card}`, 'Freeze');
  await ada.press(`/cards/${card}`, 'Unfreeze');

  const controls = (values) => ada.fill(`/cards/${card}/controls`, 'LimitAmount', values, { name: 'action', value: 'save' });
  const lists = (name) => ({
    CategoriesMode: name, Categories: ['florists', 'bakeries'], CountriesMode: name, Countries: ['US', 'FR'],
    Presence: name === 'allow' ? 'present' : 'not_present',
  });
  await controls({ LimitAmount: '75', LimitInterval: 'monthly', LimitCategories: '' });
  await controls(lists('block'));
  await controls(lists('allow'));
  await controls({
    LimitAmount: ['75', '12.50'], LimitInterval: ['monthly', 'per_authorization'], LimitCategories: ['', 'Florists'],
  });
  await controls({ CategoriesMode: 'none', Categories: [], CountriesMode: 'none', Countries: [], Presence: 'any' });

  await ada.fill(`/cards/${card}/simulate`, 'Merchant', { Amount: '5', Merchant: 'A shop' }, { name: 'shown' });
  const key = await ada.call(
    `/cards/${card}`, '/ephemeral-keys', { card_id: card, nonce: await nonceFor(portal.sandbox, card) });
  if (!key.ok) throw new Error(`An ephemeral key was refused: ${await key.text()}`);

  await ada.fill(`/cards/${card}/replace`, 'Reason', { Reason: 'expired' });
  const lost = await issue('virtual');
  await ada.fill(`/cards/${lost}/replace`, 'Reason', { Reason: 'lost' });
  await ada.fill(`/cards/${physical}/replace`, 'Reason', { Reason: 'damaged', ...address });
  const digits = async (id) => {
    const found = /••••<\/span> (\d{4})|ending in (\d{4})/.exec(await ada.page(`/cards/${id}`));
    return found?.[1] ?? found?.[2];
  };
  const canceled = await issue('virtual');
  await ada.fill(`/cards/${canceled}/cancel`, 'Confirmation', { Confirmation: await digits(canceled) });
  const stolen = await issue('virtual');
  await ada.fill(`/cards/${stolen}/report`, 'Reason', { Reason: 'stolen', Confirmation: await digits(stolen) });

  const delivered = await issue('physical', address);
  for (const step of ['ship', 'deliver'])
    await ask(`${portal.sandbox}/v1/test_helpers/issuing/cards/${delivered}/shipping/${step}`, { method: 'POST' });
  const holder = new Person(portal.origin);
  await holder.signIn('nia@demo.test');
  await until('the card is delivered', async () => (await holder.page(`/cards/${delivered}`)).includes('name="Confirmation"'));
  await holder.fill(`/cards/${delivered}`, 'Confirmation', { Confirmation: await digits(delivered) });

  const many = `/controls?card=${delivered}&card=${await issue('virtual')}`;
  await ada.fill(many, 'CategoriesMode', { Change: 'categories', CategoriesMode: 'block', Categories: ['florists'] }, {
    name: 'action', value: 'save',
  });
  await until('the cards are edited', async () =>
    (await ask(`${portal.sandbox}/v1/issuing/cards/${delivered}`)).spending_controls.blocked_categories.includes('florists'));
  const history = `/cards/${delivered}/controls/history`;
  await until('the history tells of it', async () => (await ada.page(history)).includes('?revert='));
  const change = /\?revert=(\d+)/.exec(await ada.page(history))?.[1];
  await ada.fill(`${history}?revert=${change}`, 'change', {});

  await ada.fill('/cardholders/ich_1SandboxNia/controls', 'CategoriesMode', {
    CategoriesMode: 'block', Categories: ['florists'], LimitAmount: '900', LimitInterval: 'monthly', LimitCategories: '',
  }, { name: 'action', value: 'save' });

  const lea = new Person(portal.origin);
  await lea.signIn('lea@demo.test');
  const session = await lea.call(`/accounts/${accounts.lumiere}/cards`, '/account-sessions', { account: accounts.lumiere });
  if (!session.ok) throw new Error(`An account session was refused: ${await session.text()}`);
  await lea.call(`/accounts/${accounts.lumiere}/cards`, '/embedded-refresh', { account: accounts.lumiere });

  const before = await requests(portal.sandbox);
  // What was missed is asked for when the portal starts, of the accounts that it knows by then.
  await portal.restart();
  /** @type {any[]} */
  let sent = [];
  await until('every gateway call is seen', async () => {
    sent = [...before, ...await requests(portal.sandbox)];
    return gatewayRoutes.every((route) => sent.some((request) => `${request.method} ${request.route}` === route));
  }).catch((failure) => {
    const missing = gatewayRoutes.filter((route) => !sent.some((request) => `${request.method} ${request.route}` === route));
    throw new Error(`${failure.message}: ${missing.join(', ')}`);
  });
  return sent;
}

/** What .NET sent; node's own calls are not the portal's. */
const requests = async (sandbox) =>
  (await ask(`${sandbox}/sandbox/requests`)).data.filter((request) => request.agent.includes('.NetBindings'));
