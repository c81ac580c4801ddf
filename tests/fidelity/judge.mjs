// Writes what was seen as TypeScript and has the compiler hold it against the typings of stripe-node, excess properties included.
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = new URL('./.seen/', import.meta.url).pathname;

/** @type {Record<string, string>} */
const objectTypes = {
  balance: 'Stripe.Balance', 'issuing.dispute': 'Stripe.Issuing.Dispute', 'issuing.token': 'Stripe.Issuing.Token',
  account: 'Stripe.Account', account_session: 'Stripe.AccountSession', ephemeral_key: 'Stripe.EphemeralKey',
  'issuing.authorization': 'Stripe.Issuing.Authorization', 'issuing.card': 'Stripe.Issuing.Card',
  'issuing.cardholder': 'Stripe.Issuing.Cardholder', 'issuing.transaction': 'Stripe.Issuing.Transaction',
  webhook_endpoint: 'Stripe.WebhookEndpoint',
};

/** @type {Record<string, string>} */
const parameterTypes = {
  'GET /v1/accounts': 'Stripe.AccountListParams', 'GET /v1/events': 'Stripe.EventListParams',
  'GET /v1/issuing/authorizations': 'Stripe.Issuing.AuthorizationListParams',
  'GET /v1/issuing/authorizations/{id}': 'Stripe.Issuing.AuthorizationRetrieveParams',
  'GET /v1/issuing/cardholders': 'Stripe.Issuing.CardholderListParams',
  'GET /v1/issuing/cardholders/{id}': 'Stripe.Issuing.CardholderRetrieveParams',
  'POST /v1/issuing/cardholders/{id}': 'Stripe.Issuing.CardholderUpdateParams',
  'GET /v1/issuing/cards': 'Stripe.Issuing.CardListParams', 'GET /v1/issuing/cards/{id}': 'Stripe.Issuing.CardRetrieveParams',
  'GET /v1/webhook_endpoints': 'Stripe.WebhookEndpointListParams', 'GET /v1/account': 'Stripe.AccountRetrieveCurrentParams',
  'POST /v1/account_sessions': 'Stripe.AccountSessionCreateParams', 'POST /v1/ephemeral_keys': 'Stripe.EphemeralKeyCreateParams',
  'POST /v1/issuing/cards': 'Stripe.Issuing.CardCreateParams', 'POST /v1/issuing/cards/{id}': 'Stripe.Issuing.CardUpdateParams',
  'POST /v1/test_helpers/issuing/authorizations': 'Parameters<Stripe["testHelpers"]["issuing"]["authorizations"]["create"]>[0]',
};

const pascal = (text) => text.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join('');

/** How many values an object holds, its own and those inside. */
const fieldsIn = (value) =>
  value === null || typeof value !== 'object' ? 1 : Object.values(value).reduce((sum, inner) => sum + fieldsIn(inner), 0);

/** A decimal number is text on the wire, and an object of its own class in the library. */
const asTypeScript = (value) => JSON.stringify(value).replace(/"(\w+_decimal)":("[-.\d]+")/g, '"$1":$2 as unknown as Stripe.Decimal');

/** Two objects with the same signature are one case for the compiler. */
const signature = (value) =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'number' ? 0 : typeof inner === 'string' && !/^[a-z_.]{1,60}$/.test(inner) ? '' : inner);

/**
 * @param {{ route: string, body: any }[]} answers
 * @param {{ method: string, route: string, parameters: any }[]} requests
 */
export async function judge(answers, requests) {
  const faults = [];
  /** @type {Map<string, { type: string, value: any, from: string }>} */
  const cases = new Map();
  let [objects, fields] = [0, 0];
  const add = (type, value, from) => {
    objects++;
    fields += fieldsIn(value);
    cases.set(type + signature(value), { type, value, from });
  };
  const addObject = (value, from) => {
    if (value?.object === 'list') {
      const { data, ...list } = value;
      add('Omit<Stripe.ApiList<unknown>, "data">', list, from);
      for (const item of data) addObject(item, from);
    } else if (value?.deleted) {
      add('{ id: string; object: string; deleted: true }', value, from);
    } else if (value?.object === 'event') {
      add(`Stripe.${pascal(value.type)}Event`, value, `${from} ${value.type}`);
    } else if (objectTypes[value?.object]) {
      add(objectTypes[value.object], value, from);
    } else {
      faults.push(`${from}: nobody knows the type of ${JSON.stringify(value).slice(0, 80)}`);
    }
  };
  for (const { route, body } of answers) addObject(body, route);
  for (const { method, route, parameters } of requests) {
    const type = parameterTypes[`${method} ${route}`];
    if (type) add(type, parameters, `sent to ${method} ${route}`);
    else if (Object.keys(parameters).length > 0) faults.push(`sent to ${method} ${route}: has no type here`);
  }

  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const all = [...cases.values()];
  const declared = all.map(({ type, value }, i) => `export const seen${i}: ${type} = ${asTypeScript(value)};`);
  await writeFile(join(folder, 'seen.mts'), ["import type Stripe from 'stripe';", ...declared, ''].join('\n'));
  const compiler = new URL('../../node_modules/.bin/tsc', import.meta.url).pathname;
  try {
    execFileSync(
      compiler,
      [
        '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022', '--pretty', 'false',
        join(folder, 'seen.mts'),
      ],
      { encoding: 'utf8', maxBuffer: 1e9 });
  } catch (failure) {
    const said = /** @type {{ stdout: string }} */ (failure).stdout.split('\n');
    for (const [i, line] of said.entries()) {
      const at = /seen\.mts\((\d+),\d+\): error TS\d+: (.*)/.exec(line);
      if (!at) continue;
      const more = [];
      for (let j = i + 1; said[j]?.startsWith(' '); j++) more.push(said[j].trim());
      // A whole object stands before what is wrong with it.
      const what = /is missing the following properties.*/.exec(at[2])?.[0] ?? at[2].slice(-300);
      faults.push(`${all[Number(at[1]) - 2]?.from}: ${what} ${more.slice(-2).join(' ').slice(-300)}`);
    }
    if (faults.length === 0) faults.push(said.slice(0, 5).join('\n'));
  }
  return { objects, fields, cases: all.length, faults };
}
