import { DomainError } from './common/errors.js';
import { ConfigError } from './config/config.js';
import { DatabaseUnavailable } from './database/open.js';

/** One clear line for the failures an operator can mend; everything else with its stack. */
export function explainStartFailure(error: unknown): string {
  const isPlain = [ConfigError, DatabaseUnavailable, DomainError].some((kind) => error instanceof kind);
  if (error instanceof Error && isPlain) return `Headwater did not start: ${error.message}`;
  if (!(error instanceof Error)) return `Headwater did not start: ${String(error)}`;
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : '';
    return `Headwater did not start: port ${port} is in use. Set PORT to a free one, such as PORT=3001.`;
  }
  return `Headwater did not start: ${error.stack ?? error.message}`;
}
