// The calls of Stripe that stand in the gateways' code, so that one which nobody has pressed a button for is a fault.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const folder = new URL('../../src/Infrastructure/Stripe/', import.meta.url).pathname;

/** What each call asks. */
const routes = {
  'AccountService.GetSelfAsync': 'GET /v1/account', 'AccountService.ListAsync': 'GET /v1/accounts',
  'AccountSessionService.CreateAsync': 'POST /v1/account_sessions',
  'AuthorizationService.CreateAsync': 'POST /v1/test_helpers/issuing/authorizations',
  'AuthorizationService.ListAsync': 'GET /v1/issuing/authorizations',
  'CardService.CreateAsync': 'POST /v1/issuing/cards', 'CardService.GetAsync': 'GET /v1/issuing/cards/{id}',
  'CardService.ListAsync': 'GET /v1/issuing/cards', 'CardService.UpdateAsync': 'POST /v1/issuing/cards/{id}',
  'CardholderService.ListAsync': 'GET /v1/issuing/cardholders', 'CardholderService.UpdateAsync': 'POST /v1/issuing/cardholders/{id}',
  'EphemeralKeyService.CreateAsync': 'POST /v1/ephemeral_keys', 'EventService.ListAsync': 'GET /v1/events',
};

/** Read again where two states of one second differ, which no button brings about; they send an id and nothing else. */
const withoutButton = ['AuthorizationService.GetAsync', 'CardholderService.GetAsync'];

/** The command `check` asks Stripe when no portal runs, and so no sandbox that would record it; SetupTests hold it. */
const ofCommand = 'StripeSetupReader.cs';

/** @returns {Promise<{ routes: string[], faults: string[] }>} What must have been sent, and calls that nobody knows the route of. */
export async function gatewayCalls() {
  const calls = new Set();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.cs') || name.endsWith(ofCommand)) continue;
    const code = await readFile(join(folder, name), 'utf8');
    for (const [, service, method] of code.matchAll(/new (?:global::)?(?:\w+\.)*(\w+Service)\(\w+\)\s*\.(\w+Async)\(/g))
      calls.add(`${service}.${method}`);
    // Fields, parameters and variables that hold one.
    for (const [, service, held] of code.matchAll(/\b(\w+Service) (\w+)(?= = new|,|\))/g))
      for (const [, method] of code.matchAll(new RegExp(`\\b${held}\\.(\\w+Async)\\(`, 'g'))) calls.add(`${service}.${method}`);
  }
  const known = [...calls].filter((call) => !withoutButton.includes(call));
  return {
    routes: [...new Set(known.map((call) => routes[call]).filter(Boolean))],
    faults: [
      ...known.filter((call) => !routes[call]).map((call) => `${call}: a gateway calls it, and nobody knows what it asks`),
      ...[...Object.keys(routes), ...withoutButton].filter((call) => !calls.has(call)).map((call) => `${call}: no gateway calls it`),
    ],
  };
}
