import type { Client } from './client.js';

const HOME = '{ viewer { home { id } } }';
const CREATE =
  'mutation ($parentId: ID!, $type: NodeType!, $name: String!) { createOrgNode(parentId: $parentId, type: $type, name: $name) { id } }';
const SET =
  'mutation ($nodeId: ID!, $changes: JSON!) { setOwnRules(nodeId: $nodeId, kind: afterSalesRules, changes: $changes, ownVersion: 0) { epoch } }';
const TURN = 'mutation ($nodeId: ID!, $on: Boolean!) { turnCoverage(nodeId: $nodeId, on: $on) { epoch } }';
const READ = 'query ($nodeId: ID!) { effectiveRules(nodeId: $nodeId, kind: returnShippingSubsidy) { fields { key value } } }';

const address = { recipient: 'A', phone: '1', province: 'P', city: 'C', district: 'D', street: 'S', instructions: '' };
const payer = (reasonClass: string, payer: 'buyer' | 'merchant') => ({
  ...{ reasonClass, payer, category: null, amountFrom: null, amountTo: null, merchantBps: null },
});

/** What HQ has to say before free returns can be turned on anywhere. */
const standardRules = {
  noReasonDays: { set: 7 },
  freightPayer: {
    set: [
      payer('expectation', 'buyer'),
      ...['mismatch', 'quality', 'wrongItem', 'logistics'].map((reasonClass) => payer(reasonClass, 'merchant')),
    ],
  },
  conditions: { reset: true },
  returnAddress: { set: address },
};

/** Gives HQ its rules. @returns its id */
export async function sayStandardRules(client: Client): Promise<string> {
  const { viewer } = await client.ask<{ viewer: { home: { id: string } } }>(HOME);
  await client.ask(SET, { nodeId: viewer.home.id, changes: standardRules });
  return viewer.home.id;
}

export interface Place {
  hq: string;
  store: string;
}

/** HQ with its rules, and a store two levels below it. */
export async function plantPlace(client: Client): Promise<Place> {
  const make = async (parentId: string, type: string) => {
    const { createOrgNode } = await client.ask<{ createOrgNode: { id: string } }>(CREATE, { parentId, type, name: type });
    return createOrgNode.id;
  };
  const hq = await sayStandardRules(client);
  return { hq, store: await make(await make(hq, 'region'), 'store') };
}

/** Turns free returns on or off at a unit. @returns the epoch that holds it */
export async function turn(client: Client, nodeId: string, on: boolean): Promise<number> {
  const { turnCoverage } = await client.ask<{ turnCoverage: { epoch: number } }>(TURN, { nodeId, on });
  return turnCoverage.epoch;
}

/** Whether free returns are on at a unit, as this process answers. */
export async function isOn(client: Client, nodeId: string): Promise<boolean> {
  const { effectiveRules } = await client.ask<{ effectiveRules: { fields: { key: string; value: unknown }[] } }>(READ, {
    nodeId,
  });
  return effectiveRules.fields.some(({ key, value }) => key === 'enabled' && value === true);
}
