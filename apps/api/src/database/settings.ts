import { EntityManager } from 'typeorm';
import { Setting } from './setting.entity.js';

export async function readSetting(manager: EntityManager, key: string): Promise<unknown> {
  const row = await manager.findOneBy(Setting, { key });
  return row?.value ?? null;
}

export async function writeSetting(tx: EntityManager, key: string, value: object | string | number | boolean): Promise<void> {
  await tx.upsert(Setting, { key, value: value as object }, ['key']);
}
