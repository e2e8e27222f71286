import type { EntityManager } from 'typeorm';
import type { Config } from '../../config/config.js';
import { PhotoFiles } from '../../after-sales/photos/photo-files.service.js';
import { CasePhoto } from '../../after-sales/photos/photo.entity.js';
import { result, type CheckResult, type Finding } from './finding.js';

const orphan = (name: string): Finding => ({ subject: `photo ${name}`, is: 'a file without a row', shouldBe: 'no file' });
const missing = (id: string): Finding => ({
  subject: `photo ${id}`,
  is: 'a row without a file',
  shouldBe: 'a file of that name',
});

/** Each photo has its file on this disk, and each file its photo. */
export async function checkPhotos(manager: EntityManager, config: Pick<Config, 'dataDir'>): Promise<CheckResult> {
  const rows = new Set((await manager.find(CasePhoto, { select: { id: true } })).map(({ id }) => id));
  const files = new Set<string>();
  for await (const names of new PhotoFiles(config).names()) for (const name of names) files.add(name);
  const findings = [
    ...[...files].filter((name) => !rows.has(name)).map(orphan),
    ...[...rows].filter((id) => !files.has(id)).map(missing),
  ];
  return result('photos', rows.size, findings);
}
