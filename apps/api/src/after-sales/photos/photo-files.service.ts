import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';

const FOLDER = 'photos';
/** A file that was not finished. */
const PART = '.part';

/** Ids are made by the application: their last characters are random, so that they fill the folders evenly. */
const pathOf = (dataDir: string, id: string): string => join(dataDir, FOLDER, id.slice(-2), id);

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Photos on the local disk, each under its id. A file is there whole, or not at all. */
@Injectable()
export class PhotoFiles {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>) {}

  async write(id: string, bytes: Buffer): Promise<void> {
    const path = pathOf(this.config.dataDir, id);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path + PART, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path + PART, path);
  }

  /** Null where there is no such file. */
  async read(id: string): Promise<ReadStream | null> {
    const stream = createReadStream(pathOf(this.config.dataDir, id));
    return new Promise((resolve, reject) => {
      stream.once('open', () => resolve(stream));
      stream.once('error', (error) => (isMissing(error) ? resolve(null) : reject(error)));
    });
  }

  async remove(id: string): Promise<void> {
    await rm(pathOf(this.config.dataDir, id), { force: true });
  }

  /** Names of all files, folder by folder. */
  async *names(): AsyncGenerator<string[]> {
    for (const folder of await namesIn(join(this.config.dataDir, FOLDER)))
      yield await namesIn(join(this.config.dataDir, FOLDER, folder));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
