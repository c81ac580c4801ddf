// Calls every route of the sandbox with stripe-node, and keeps every answer.
import Stripe from 'stripe';
import { ask, nonceFor, secretKey } from './portal.mjs';

const [lumiere, sakura, jenny, nia] = ['acct_1SandboxLumiere', 'acct_1SandboxSakura', 'ich_1SandboxJenny', 'ich_1SandboxNia'];
const billing = { address: { line1: '1 Main Street', city: 'San Francisco', state: 'CA', postal_code: '94111', country: 'US' } };

/**
 * A case for each route; a route without one is reported.
 * @type {Record<string, (stripe: any, made: Record<string, any>) => Promise<unknown>>}
 */
const cases = {
  'GET /v1/account': (stripe) => stripe.accounts.retrieve(),
  'GET /v1/accounts': (stripe) => stripe.accounts.list({ limit: 2 }),
  'GET /v1/accounts/{id}': (stripe) => stripe.accounts.retrieve(lumiere),
  'POST /v1/accounts': (stripe) =>
    stripe.accounts.create({ country: 'US', default_currency: 'usd', business_profile: { name: 'Made by node' } }),
  'GET /v1/issuing/cardholders': (stripe) => stripe.issuing.cardholders.list({ status: 'active' }),
  'GET /v1/issuing/cardholders/{id}': (stripe) => stripe.issuing.cardholders.retrieve(jenny),
  'POST /v1/issuing/cardholders': async (stripe, made) => {
    made.cardholder = await stripe.issuing.cardholders.create({
      name: 'Noor Node', type: 'individual', billing, email: 'noor@example.test', phone_number: '+15555550100',
      individual: { first_name: 'Noor', last_name: 'Node', dob: { day: 1, month: 2, year: 1990 } }, preferred_locales: ['en', 'fr'],
      spending_controls: { spending_limits: [{ amount: 100000, interval: 'monthly' }] },
    });
  },
  'POST /v1/issuing/cardholders/{id}': (stripe, made) =>
    stripe.issuing.cardholders.update(made.cardholder.id, { email: 'n@example.test', metadata: { team: 'node' } }),
  'GET /v1/issuing/cards': (stripe) => stripe.issuing.cards.list({ cardholder: jenny, limit: 5 }),
  'GET /v1/issuing/cards/{id}': (stripe, made) => stripe.issuing.cards.retrieve(made.card.id),
  'POST /v1/issuing/cards': async (stripe, made) => {
    made.card = await stripe.issuing.cards.create({
      cardholder: made.cardholder.id, currency: 'usd', type: 'virtual', status: 'active',
      spending_controls: { spending_limits: [{ amount: 100000, interval: 'daily' }], blocked_categories: ['florists'] },
    });
    made.physical = await stripe.issuing.cards.create({
      cardholder: nia, currency: 'usd', type: 'physical', shipping: { name: 'Nia Okafor', address: billing.address, service: 'express' },
    });
    made.second = await stripe.issuing.cards.create({ cardholder: nia, currency: 'usd', type: 'virtual', status: 'active' });
    const key = `node-${Date.now()}`;
    const once = await stripe.issuing.cards.create({ cardholder: nia, currency: 'usd', type: 'virtual' }, { idempotencyKey: key });
    const again = await stripe.issuing.cards.create({ cardholder: nia, currency: 'usd', type: 'virtual' }, { idempotencyKey: key });
    if (once.id !== again.id) throw new Error('The same key made two cards.');
  },
  'POST /v1/issuing/cards/{id}': (stripe, made) => stripe.issuing.cards.update(made.card.id, { metadata: { color: 'blue' } }),
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/ship': (stripe, made) =>
    stripe.testHelpers.issuing.cards.shipCard(made.physical.id),
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/submit': (stripe, made) =>
    stripe.testHelpers.issuing.cards.submitCard(made.physical.id),
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/deliver': (stripe, made) =>
    stripe.testHelpers.issuing.cards.deliverCard(made.physical.id),
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/fail': async (stripe) => {
    const card = await stripe.issuing.cards.create({
      cardholder: nia, currency: 'usd', type: 'physical', shipping: { name: 'Nia Okafor', address: billing.address },
    });
    await stripe.testHelpers.issuing.cards.failCard(card.id);
  },
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/return': async (stripe) => {
    const card = await stripe.issuing.cards.create({
      cardholder: nia, currency: 'usd', type: 'physical', shipping: { name: 'Nia Okafor', address: billing.address },
    });
    await stripe.testHelpers.issuing.cards.shipCard(card.id);
    await stripe.testHelpers.issuing.cards.returnCard(card.id);
  },
  'POST /v1/test_helpers/issuing/authorizations': async (stripe, made) => {
    const buy = (card, amount, more = {}) => stripe.testHelpers.issuing.authorizations.create({ card, amount, ...more });
    made.authorization = await buy(made.card.id, 1200, { merchant_data: { name: 'A shop', category: 'bakeries', country: 'US' } });
    made.reversed = await buy(made.card.id, 700, {
      wallet: 'apple_pay', amount_details: { cashback_amount: 100 }, merchant_amount: 650, merchant_currency: 'eur',
      network_data: { acquiring_institution_id: '1234' }, is_amount_controllable: true,
      fuel: { type: 'diesel', unit: 'liter', quantity_decimal: '12.5' }, fraud_disputability_likelihood: 'neutral',
      verification_data: { cvc_check: 'mismatch', three_d_secure: { result: 'authenticated' } },
    });
    made.expired = await buy(made.card.id, 300);
    made.declined = await buy(made.card.id, 300, { merchant_data: { category: 'florists' } });
    if (made.declined.approved) throw new Error('A blocked category was approved.');
  },
  'POST /v1/test_helpers/issuing/authorizations/{id}/increment': (stripe, made) =>
    stripe.testHelpers.issuing.authorizations.increment(made.authorization.id, { increment_amount: 300, is_amount_controllable: true }),
  'POST /v1/test_helpers/issuing/authorizations/{id}/capture': (stripe, made) =>
    stripe.testHelpers.issuing.authorizations.capture(made.authorization.id, {
      capture_amount: 1400,
      purchase_details: {
        flight: { passenger_name: 'Nia Okafor', segments: [{ carrier: 'XX', stopover_allowed: false }] }, fuel: { type: 'diesel' },
        lodging: { nights: 2 }, receipt: [{ description: 'Bread', quantity: '2', total: 1400 }], reference: '77',
      },
    }),
  'POST /v1/test_helpers/issuing/authorizations/{id}/reverse': (stripe, made) =>
    stripe.testHelpers.issuing.authorizations.reverse(made.reversed.id),
  'POST /v1/test_helpers/issuing/authorizations/{id}/expire': (stripe, made) =>
    stripe.testHelpers.issuing.authorizations.expire(made.expired.id),
  'GET /v1/issuing/authorizations': (stripe) => stripe.issuing.authorizations.list({ limit: 100 }),
  'GET /v1/issuing/authorizations/{id}': (stripe, made) =>
    stripe.issuing.authorizations.retrieve(made.authorization.id, { expand: ['cardholder'] }),
  'GET /v1/issuing/transactions': async (stripe, made) => {
    made.transactions = await stripe.issuing.transactions.list({ card: made.card.id });
  },
  'GET /v1/issuing/transactions/{id}': (stripe, made) =>
    stripe.issuing.transactions.retrieve(made.transactions.data[0].id, { expand: ['purchase_details'] }),
  'POST /v1/issuing/authorizations/{id}': (stripe, made) =>
    stripe.issuing.authorizations.update(made.authorization.id, { metadata: { trip: '7' } }),
  'POST /v1/issuing/transactions/{id}': (stripe, made) =>
    stripe.issuing.transactions.update(made.transactions.data[0].id, { metadata: { trip: '7' } }),
  'POST /v1/test_helpers/issuing/authorizations/{id}/finalize_amount': async (stripe, made) => {
    const fuel = await stripe.testHelpers.issuing.authorizations.create({ card: made.card.id, amount: 100 });
    await stripe.testHelpers.issuing.authorizations.finalizeAmount(fuel.id, {
      final_amount: 90, fuel: { quantity_decimal: '1.25' },
      fleet: { cardholder_prompt_data: { odometer: 1200 }, reported_breakdown: { tax: { local_amount_decimal: '7.5' } } },
    });
  },
  'POST /v1/test_helpers/issuing/transactions/{id}/refund': (stripe, made) =>
    stripe.testHelpers.issuing.transactions.refund(made.transactions.data[0].id, { refund_amount: 100 }),
  'POST /v1/test_helpers/issuing/transactions/create_force_capture': (stripe, made) =>
    stripe.testHelpers.issuing.transactions.createForceCapture({ card: made.card.id, amount: 100, currency: 'usd' }),
  'POST /v1/test_helpers/issuing/transactions/create_unlinked_refund': (stripe, made) =>
    stripe.testHelpers.issuing.transactions.createUnlinkedRefund({
      card: made.card.id, amount: 100, currency: 'usd', merchant_data: { category: 'bakeries', name: 'A shop' },
    }),
  'POST /v1/ephemeral_keys': async (stripe, made) => {
    const nonce = await nonceFor(made.sandbox, made.card.id);
    made.key = await stripe.ephemeralKeys.create({ issuing_card: made.card.id, nonce }, { apiVersion: stripe.getApiField('version') });
  },
  'DELETE /v1/ephemeral_keys/{id}': (stripe, made) => stripe.ephemeralKeys.del(made.key.id),
  'POST /v1/account_sessions': (stripe) =>
    stripe.accountSessions.create({
      account: lumiere,
      components: {
        issuing_card: { enabled: true, features: { card_management: true, spend_control_management: true } },
        issuing_cards_list: { enabled: true, features: { card_management: true, cardholder_management: true } },
      },
    }),
  'GET /v1/webhook_endpoints': (stripe) => stripe.webhookEndpoints.list(),
  'POST /v1/webhook_endpoints': async (stripe, made) => {
    made.endpoint = await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/hook', enabled_events: ['issuing_card.created', 'account.updated'], description: 'Of node',
    });
  },
  'GET /v1/webhook_endpoints/{id}': (stripe, made) => stripe.webhookEndpoints.retrieve(made.endpoint.id),
  'POST /v1/webhook_endpoints/{id}': (stripe, made) =>
    stripe.webhookEndpoints.update(made.endpoint.id, { disabled: true, metadata: { of: 'node' } }),
  'DELETE /v1/webhook_endpoints/{id}': (stripe, made) => stripe.webhookEndpoints.del(made.endpoint.id),
  'GET /v1/balance': (stripe) => stripe.balance.retrieve(),
  'POST /v1/issuing/disputes': async (stripe, made) => {
    made.dispute = await stripe.issuing.disputes.create({
      transaction: made.transactions.data[0].id, evidence: { reason: 'not_received', not_received: { product_type: 'merchandise' } },
    });
  },
  'POST /v1/issuing/disputes/{id}': (stripe, made) => stripe.issuing.disputes.update(made.dispute.id, {
    evidence: { not_received: { explanation: 'It never came.', expected_at: 1700000000 } }, metadata: { case: '7' },
  }),
  'POST /v1/issuing/disputes/{id}/submit': (stripe, made) => stripe.issuing.disputes.submit(made.dispute.id),
  'GET /v1/issuing/disputes': (stripe) => stripe.issuing.disputes.list({ status: 'submitted' }),
  'GET /v1/issuing/disputes/{id}': (stripe, made) => stripe.issuing.disputes.retrieve(made.dispute.id),
  'GET /v1/issuing/tokens': async (stripe, made) => {
    made.tokens = await stripe.issuing.tokens.list({ card: made.card.id });
  },
  'GET /v1/issuing/tokens/{id}': (stripe, made) => stripe.issuing.tokens.retrieve(made.tokens.data[0].id),
  'POST /v1/issuing/tokens/{id}': (stripe, made) => stripe.issuing.tokens.update(made.tokens.data[0].id, { status: 'suspended' }),
  'POST /v1/test_helpers/issuing/authorizations/{id}/fraud_challenges/respond': async (stripe, made) => {
    const risky = {
      card: made.card.id, amount: 100, merchant_data: { name: 'Odd shop' }, risk_assessment: { fraud_risk: { level: 'highest' } },
    };
    const asked = await stripe.testHelpers.issuing.authorizations.create(risky);
    if (asked.approved || asked.fraud_challenges[0].status !== 'pending') throw new Error('No challenge was sent.');
    await stripe.testHelpers.issuing.authorizations.respond(asked.id, { confirmed: true });
    if (!(await stripe.testHelpers.issuing.authorizations.create(risky)).approved) throw new Error('A confirmed merchant was declined.');
  },
  'GET /v1/events': (stripe) => stripe.events.list({ limit: 100 }),
  'GET /v1/events/{id}': async (stripe) => stripe.events.retrieve((await stripe.events.list({ limit: 1 })).data[0].id),
};

/** Before what is made of what. */
const first = [
  'POST /v1/issuing/cardholders', 'POST /v1/issuing/cards', 'POST /v1/test_helpers/issuing/cards/{id}/shipping/submit',
  'POST /v1/test_helpers/issuing/cards/{id}/shipping/ship', 'POST /v1/test_helpers/issuing/cards/{id}/shipping/deliver',
  'POST /v1/test_helpers/issuing/authorizations', 'POST /v1/test_helpers/issuing/authorizations/{id}/increment',
  'POST /v1/test_helpers/issuing/authorizations/{id}/capture', 'GET /v1/issuing/transactions', 'POST /v1/ephemeral_keys',
  'POST /v1/webhook_endpoints', 'GET /v1/webhook_endpoints/{id}', 'POST /v1/webhook_endpoints/{id}', 'POST /v1/issuing/disputes',
  'POST /v1/issuing/disputes/{id}', 'POST /v1/issuing/disputes/{id}/submit', 'GET /v1/issuing/tokens',
];

/** What is only to be seen after all the rest. */
const last = ['GET /v1/events', 'GET /v1/events/{id}', 'GET /v1/issuing/authorizations'];

/** @param {string} sandbox */
export async function drive(sandbox) {
  const table = await ask(`${sandbox}/sandbox/routes`);
  /** @type {{ route: string, body: any }[]} */
  const answers = [];
  const faults = [];
  let route = '';
  const { hostname, port } = new URL(sandbox);
  const stripe = new Stripe(secretKey, {
    host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false,
    httpClient: Stripe.createFetchHttpClient(async (...request) => {
      const answer = await fetch(...request);
      if (answer.ok) answers.push({ route, body: await answer.clone().json() });
      return answer;
    }),
  });
  const made = { sandbox };
  const rank = (name) => (first.includes(name) ? first.indexOf(name) : last.includes(name) ? 1000 + last.indexOf(name) : 500);
  for (route of [...table.routes].sort((a, b) => rank(a) - rank(b))) {
    const run = Object.hasOwn(cases, route) ? cases[route] : undefined;
    if (!run) {
      faults.push(`${route}: has no case`);
      continue;
    }
    await (async () => run(stripe, made))().catch((failure) => faults.push(`${route}: ${failure.message}`));
    if (!faults.some((fault) => fault.startsWith(`${route}:`)) && !answers.some((answer) => answer.route === route))
      faults.push(`${route}: was not called`);
  }
  route = 'every page of the lists';
  for (const stripeAccount of [undefined, lumiere, sakura]) {
    for (const list of [
      stripe.issuing.cardholders, stripe.issuing.cards, stripe.issuing.authorizations, stripe.issuing.transactions,
      stripe.issuing.disputes, stripe.events,
    ]) {
      for await (const one of list.list({ limit: 100 }, { stripeAccount })) if (!one.id) faults.push(`${route}: one has no id`);
    }
  }
  for (const gone of Object.keys(cases).filter((name) => !table.routes.includes(name))) faults.push(`${gone}: is no route`);
  const seen = new Set(answers.flatMap(({ body }) => body.data ?? [body]).filter((o) => o?.object === 'event').map((e) => e.type));
  for (const type of table.events.filter((name) => !seen.has(name))) faults.push(`${type}: was never told`);
  return { answers, faults };
}
