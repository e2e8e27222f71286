import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from '@redis/client';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from './database.js';
import { hintTopics, type HintTopic } from './hint.js';

/** Longest wait between two attempts to reach Redis, in ms. */
const RETRY_AT_MOST = 2_000;
/** What may wait on a connection that no longer answers; beyond it hints are dropped. */
const MAX_UNSENT = 100;

type Listener = (message: string) => void;

const open = (url: string) =>
  createClient({
    url,
    // The third protocol publishes and listens on one connection.
    RESP: 3,
    maintNotifications: 'disabled',
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_UNSENT,
    socket: { reconnectStrategy: (retries) => Math.min(100 * 2 ** Math.min(retries, 10), RETRY_AT_MOST) },
  });

/** A chain's own channels begin with its database: several may share one Redis. */
const chainOf = ({ database }: Config): string =>
  `headwater:${database.type === 'mysql' ? new URL(database.url).pathname.slice(1) : database.file}:`;

/**
 * Tells the other processes on a database what was committed, a channel for each topic, and hears of theirs, by Redis where `REDIS_URL`
 * names one. A hint is never more than "look now": nobody waits for it, and without Redis everything is found by polling.
 */
@Injectable()
export class Hints implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Redis');
  private readonly listeners = new Map<HintTopic, Listener[]>();
  private readonly client: ReturnType<typeof open> | null;
  private readonly chain: string;
  private isLost = false;

  constructor(@Inject(CONFIG) config: Config, @Inject(Database) database: Database) {
    this.client = config.redisUrl === null ? null : open(config.redisUrl);
    this.chain = chainOf(config);
    if (this.client) for (const topic of hintTopics) database.onHint(topic, (message) => this.publish(topic, message));
  }

  /** Calls `listener` with each hint of the topic that another process, or this one, sends round. */
  onHint(topic: HintTopic, listener: Listener): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  onApplicationBootstrap(): void {
    const { client, chain } = this;
    if (!client) return;
    client.on('error', (error: Error) => this.lost(error));
    client.on('ready', () => {
      this.found();
      for (const topic of hintTopics) client.subscribe(chain + topic, this.hearOf(topic)).catch(ignore);
    });
    // Goes on trying until it is destroyed; what fails comes as an `error` above.
    client.connect().catch(ignore);
  }

  onApplicationShutdown(): void {
    this.client?.destroy();
  }

  private hearOf(topic: HintTopic): Listener {
    return (message) => {
      for (const listener of this.listeners.get(topic) ?? []) listener(message);
    };
  }

  private publish(topic: HintTopic, message: string): void {
    if (this.client?.isReady) this.client.publish(this.chain + topic, message).catch(ignore);
  }

  /** Said once, however often it is tried again. */
  private lost(error: Error): void {
    if (!this.isLost) this.log.warn(`Redis does not answer (${error.message}); other processes' changes are found by polling.`);
    this.isLost = true;
  }

  private found(): void {
    if (this.isLost) this.log.log('Redis answers again.');
    this.isLost = false;
  }
}

/** A hint that is lost costs the time between two polls at most. */
const ignore = (): void => undefined;
