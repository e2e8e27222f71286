import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { isDuplicate } from '../database/retry.js';
import { Setting } from '../database/setting.entity.js';
import { readSetting } from '../database/settings.js';
import { newToken } from './tokens.js';

const KEY = 'signingSecret';

/** The secret that links are signed with: HEADWATER_SECRET, or one made once and shared by all instances through the database. */
@Injectable()
export class SigningSecret {
  private known: Promise<string> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
  ) {}

  get(): Promise<string> {
    this.known ??= this.config.secret === null ? this.stored() : Promise.resolve(this.config.secret);
    return this.known;
  }

  private async stored(): Promise<string> {
    const found = await this.read();
    if (found !== null) return found;
    try {
      await this.database.inTransaction((tx) => tx.insert(Setting, { key: KEY, value: newToken() }));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    return (await this.read()) ?? '';
  }

  private async read(): Promise<string | null> {
    const value = await readSetting(this.database.read, KEY);
    return typeof value === 'string' ? value : null;
  }
}
