import { join } from 'node:path';
import { z } from 'zod';
import { type LogLevel, logLevels } from './log-level.js';

const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at))
    context.addIssue({ code: 'custom', message: `"${text}" is no date; allowed: ISO 8601, such as 2018-10-01T00:00:00Z` });
  return at;
});

const redisUrl = z
  .url({ protocol: /^rediss?$/ })
  .refine((url) => /^\/?\d*$/u.test(new URL(url).pathname), 'its path is the number of a Redis database, or nothing');

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1', 'true', 'false'])
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1' || value === 'true');

const settings = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    HEADWATER_DATA_DIR: z.string().default('data'),
    DATABASE_URL: z.url({ protocol: /^(mysql|mariadb)$/ }).optional(),
    REDIS_URL: redisUrl.optional(),
    HEADWATER_DEMO: flag(true),
    HEADWATER_NOW: instant.optional(),
    HEADWATER_SECRET: z.string().min(32).optional(),
    HEADWATER_PUBLIC_URL: z.url().optional(),
    HEADWATER_TRUST_PROXY: flag(false),
    LOG_LEVEL: z.enum(logLevels).default('warn'),
  })
  .refine((env) => !(env.NODE_ENV === 'production' && env.HEADWATER_NOW !== undefined), {
    path: ['HEADWATER_NOW'],
    message: 'the clock cannot be set in production',
  });

/** Everything the environment can say, read once. Instants are UTC epoch milliseconds. */
export interface Config {
  production: boolean;
  port: number;
  host: string;
  dataDir: string;
  database: { type: 'sqlite'; file: string } | { type: 'mysql'; url: string };
  /** Where several processes tell each other of changes; null: they find them by polling alone. */
  redisUrl: string | null;
  demo: boolean;
  startAt: number | null;
  secret: string | null;
  publicUrl: string;
  /** Whether `X-Forwarded-For` is a proxy's word; otherwise it is the client's, who may write there what he likes. */
  trustProxy: boolean;
  logLevel: LogLevel;
}

export class ConfigError extends Error {}

/** Reads the settings of `.env.example`; the first that is wrong ends the start with one line that names it. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  baseDir: string = env['INIT_CWD'] ?? process.cwd(),
): Config {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(known);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'wrong'}`);
  }
  const it = parsed.data;
  const dataDir = join(it.HEADWATER_DATA_DIR.startsWith('/') ? '' : baseDir, it.HEADWATER_DATA_DIR);
  return {
    production: it.NODE_ENV === 'production',
    port: it.PORT,
    host: it.HOST,
    dataDir,
    database:
      it.DATABASE_URL === undefined
        ? { type: 'sqlite', file: join(dataDir, 'headwater.sqlite') }
        : { type: 'mysql', url: it.DATABASE_URL },
    redisUrl: it.REDIS_URL ?? null,
    demo: it.HEADWATER_DEMO,
    startAt: it.HEADWATER_NOW ?? null,
    secret: it.HEADWATER_SECRET ?? null,
    publicUrl: it.HEADWATER_PUBLIC_URL ?? `http://localhost:${String(it.PORT)}`,
    trustProxy: it.HEADWATER_TRUST_PROXY,
    logLevel: it.LOG_LEVEL,
  };
}
