import { ConfigError } from '../config/config.js';
import { DomainError } from '../common/errors.js';
import { DatabaseUnavailable } from '../database/open.js';

/** 0: done. 1: done in part, or something does not agree; what, is printed. 2: nothing was done. */
export const EXIT = { done: 0, partly: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot go on; the message is for the person at the terminal. */
export class CommandFailed extends Error {}

const expected = [CommandFailed, ConfigError, DatabaseUnavailable, DomainError];

/** One line for what a person can mend; anything else with its stack. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (expected.some((kind) => error instanceof kind)) return error.message;
  return error.stack ?? error.message;
}
