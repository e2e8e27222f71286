import type { MigrationInterface } from 'typeorm';
import { Initial1763769600000 } from './initial.js';

/** Every step of the schema, oldest first; the same on SQLite, MySQL and MariaDB. */
export const migrations: (new () => MigrationInterface)[] = [Initial1763769600000];
