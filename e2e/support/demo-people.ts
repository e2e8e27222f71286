import { Client } from './client.js';

/** A demo account of each role (docs/demo.md). */
export type DemoRole = 'admin' | 'operator' | 'region' | 'manager' | 'staff' | 'finance' | 'auditor';

export const DEMO_PASSWORD = 'headwater-demo';

export const emailOf = (role: DemoRole): string => `${role}@headwater.example`;

/** Every store of the demo chain has a manager of its own. */
export const managerOf = ({ code }: { readonly code: string }): string => `store.${code.toLowerCase()}@headwater.example`;

export const demoClient = (url: string, email: string): Promise<Client> => Client.signedIn(url, email, DEMO_PASSWORD);
