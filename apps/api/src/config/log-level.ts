import type { LogLevel as NestLevel } from '@nestjs/common';

/** The gravest first: a level lets those before it through too. `silent` lets nothing through. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

const nestLevels: readonly NestLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

/** What Nest's logger is to write at a level, in its own words. */
export const loggedAt = (level: LogLevel): NestLevel[] =>
  level === 'silent' ? [] : nestLevels.slice(0, logLevels.indexOf(level) + 1);
