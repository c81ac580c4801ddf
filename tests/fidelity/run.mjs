// Holds the sandbox and the gateways against Stripe's own library and typings: npm run fidelity.
import { drive } from './drive.mjs';
import { gatewayCalls } from './gateways.mjs';
import { judge } from './judge.mjs';
import { startPortal } from './portal.mjs';
import { press } from './press.mjs';

const portal = await startPortal();
try {
  const calls = await gatewayCalls();
  const requests = await press(portal, calls.routes);
  const { answers, faults } = await drive(portal.sandbox);
  const judged = await judge(answers, requests);
  const disagree = [...new Set([...calls.faults, ...faults, ...judged.faults])];
  for (const fault of disagree) console.log(`- ${fault}`);
  console.log(
    `${answers.length} calls by stripe-node, ${requests.length} requests of the portal, ${judged.objects} objects and ${judged.fields} fields`
    + ` (${judged.cases} that differ in shape).`);
  console.log(`${answers.length + judged.objects} checked, ${disagree.length} disagree`);
  process.exitCode = disagree.length === 0 ? 0 : 1;
} finally {
  await portal.stop();
}
