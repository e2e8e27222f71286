import type { MigrationInterface } from 'typeorm';
import { EpochTimes1795309200000 } from './epoch-times.js';
import { Exemptions1795305600000 } from './exemptions.js';
import { Initial1763769600000 } from './initial.js';

/** Every step of the schema, oldest first; the same on SQLite, MySQL and MariaDB. */
export const migrations: (new () => MigrationInterface)[] = [
  Initial1763769600000,
  Exemptions1795305600000,
  EpochTimes1795309200000,
];
